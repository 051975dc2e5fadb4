package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The identity matrix, where arrays are about and nobody says what I is. */
final class Identity {
  private Identity() {}

  /** In: a name. Out: the identity, or an entry of it; nothing for another name. */
  static Optional<Value> of(Mention m, Session session) {
    if (!Shapes.identityName(m.key())) {
      return Optional.empty();
    }
    if (m.indices().isEmpty() && session.survey.hasArrays()) {
      Index.Free row = session.slot(session.ranges.fresh());
      Index.Free column = session.slot(row.range());
      return Optional.of(new Value(List.of(row, column), new Term.Delta(row, column), Value.Lay.ANY));
    }
    return entry(m, session);
  }

  /** (X^T X + \\lambda I) w: bare letters behind a sum with the identity in it are multiplied by a matrix. */
  static List<Mention> multiplied(Notation.Juxtaposed j, Mentions mentions) {
    List<Mention> found = new ArrayList<>();
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      boolean matrix = Notations.bracket(j.factors().get(k).item()).filter(b -> Notations.summands(b.body()).stream().anyMatch(Identity::ends)).isPresent();
      boolean beside = j.factors().get(k + 1).op() == Notation.Op.NONE || j.factors().get(k + 1).op() == Notation.Op.DOT;
      mentions.of(j.factors().get(k + 1).item()).filter(m -> matrix && beside && m.bare() && (Shapes.lowercaseName(m) || m.key().equals("\\alpha"))).ifPresent(found::add);
    }
    return found;
  }

  private static boolean ends(Notation term) {
    Notation last = term instanceof Notation.Juxtaposed j ? j.factors().getLast().item() : term;
    return Mentions.baseName(last).filter(Shapes::identityName).isPresent();
  }

  /** What else is called I. */
  private static final Pattern OTHERS = Pattern.compile("\\b(information|image|intensity|current|inertia)\\b");

  /** I_{kj} of an I that nothing says anything of: an entry of the identity; it proves, and refutes nothing. */
  private static Optional<Value> entry(Mention m, Session session) {
    boolean open = m.indices().size() == 2 && m.exponent().isEmpty() && session.names.definitions().stream().noneMatch(d -> d.key().equals(m.key())) && session.names.quantity(m.key()).filter(Names.Quantity::declared).isEmpty();
    if (!open || !m.indices().stream().allMatch(i -> i instanceof Notation.Symbol) || session.names.told().described().of(m.key(), Collections.emptySet()).isPresent()) {
      return Optional.empty();
    }
    if (session.part.chain().stream().anyMatch(x -> OTHERS.matcher(x.words()).find())) {
      return Optional.empty();
    }
    session.used.add("guess");
    Index i = session.element(m.indices().get(0), session.slot(session.ranges.fresh()).range());
    Index j = session.element(m.indices().get(1), i.range());
    return Optional.of(Value.number(new Term.Delta(session.ranges.now(i), session.ranges.now(j))));
  }
}
