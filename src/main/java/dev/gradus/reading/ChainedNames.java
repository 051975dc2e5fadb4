package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** h(x) = a = f(z), q_i = a_i = f(z_i): a fresh name that the link before brings in on its right is what the next link says (READING 14). */
final class ChainedNames {
  private ChainedNames() {}

  /** In: a link of a chain. Out: what it introduces, where the link before it defines another name by the one on its left, which is bare or has the same indices and which nothing mentions before. */
  static Optional<Introductions.Introduction> of(Printed p, List<Printed> printed, Survey survey, Names names) {
    Statement s = p.statement();
    Printed before = printed.get(s.after().orElseThrow());
    Optional<Definition> first = names.definitions().stream().filter(d -> d.statement() == before.statement().number()).findFirst();
    Optional<Head> head = before.right().equals(p.left()) ? PrintedHead.introduced(p.left(), s.part(), survey, names).filter(h -> named(h, survey) && (h.letters().isEmpty() || first.filter(d -> d.letters().equals(h.letters())).isPresent())) : Optional.empty();
    if (head.isEmpty() || first.isEmpty() || s.cue().concludes() || survey.mentions().of(p.right()).isPresent() || isNumber(p.right())) {
      return Optional.empty();
    }
    String key = head.get().mention().key();
    boolean used = printed.subList(0, before.statement().number()).stream().anyMatch(q -> q.mentions(key, survey.mentions())) || Definitions.mentions(before.left(), key, survey.mentions());
    boolean circular = Definitions.mentions(p.right(), key, survey.mentions()) || Definitions.mentions(p.right(), first.get().key(), survey.mentions());
    boolean fresh = !first.get().key().equals(key) && !used && !circular && names.definition(key, s.part()).isEmpty();
    return fresh ? Optional.of(new Introductions.Introduction(head.get(), p.right(), Definition.Standing.STATED)) : Optional.empty();
  }

  /** Whether a relation may end with a name that it introduces: a bare one, or one with indices of its left side, {@code p_j - y_j =: r_j}, in a chain or behind a sign that defines. */
  static boolean ends(Printed p, Head h, Mentions mentions) {
    boolean defines = p.statement().after().isPresent() || p.statement().sign().sign() == RelationSign.DEFINED_AS;
    return h.letters().isEmpty() || (defines && indices(p.left(), mentions).containsAll(h.letters()));
  }

  /** The letters in index places outside of sums. */
  static Set<String> indices(Notation n, Mentions mentions) {
    Set<String> found = new TreeSet<>();
    Optional<Mention> name = mentions.of(n);
    name.ifPresent(m -> m.indices().forEach(i -> mentions.of(i).filter(Mention::bare).ifPresent(x -> found.add(x.key()))));
    if (name.isEmpty() && !(n instanceof Notation.BigOperator)) {
      Notations.children(n).forEach(c -> found.addAll(indices(c, mentions)));
    }
    return found;
  }

  /** -A = -B as A = B; any other relation as it is. */
  static Printed positive(Printed p) {
    Optional<Notation> left = negated(p.left());
    Optional<Notation> right = negated(p.right());
    return left.isPresent() && right.isPresent() ? new Printed(p.statement(), left.get(), right.get(), p.spaces()) : p;
  }

  private static Optional<Notation> negated(Notation n) {
    return n instanceof Notation.Summed s && s.items().size() == 1 && s.items().getFirst().sign() == Notation.Sign.MINUS ? Optional.of(s.items().getFirst().item()) : Optional.empty();
  }

  private static boolean named(Head h, Survey survey) {
    String key = h.mention().key();
    boolean constant = Functions.standard(key) || List.of("e", "\\pi", "d", "i").contains(key) || Shapes.identityName(key);
    return h.parameters().isEmpty() && !h.squared() && !h.logged() && !PrintedHead.isKey(key) && !constant && !survey.isSize(key) && !survey.isBound(key);
  }

  static boolean isNumber(Notation n) {
    return n instanceof Notation.Numeral || (!(n instanceof Notation.Symbol) && !Notations.children(n).isEmpty() && Notations.children(n).stream().allMatch(ChainedNames::isNumber));
  }
}
