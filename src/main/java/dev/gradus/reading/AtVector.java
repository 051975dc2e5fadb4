package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;

/**
 * A vector that is given by its entries, with another vector in brackets behind it: S(z) where S_j = e^{a_j} / sum_k e^{a_k}. Two vectors side by side are no
 * product, so S is the function of a that its entries say, at z.
 */
final class AtVector {
  private AtVector() {}

  /** In: a defined name and the bracket behind it. Out: its entries at the bracket's vector; nothing where one of them is no vector; a misfit where it is not plain of what the name is a function. */
  static Optional<Value> of(Mention m, Notation.Bracketed bracket, Elaborator elaborator) {
    Session session = elaborator.session;
    Optional<Value> entries = session.names.definition(m.key(), session.part).flatMap(Definition::value).filter(v -> v.rank() == 1);
    boolean name = m.plain() && m.indices().isEmpty() && bracket.open().equals("(") && session.mentions().of(bracket.body()).isPresent();
    if (entries.isEmpty() || !name) {
      return Optional.empty();
    }
    Value argument = elaborator.read(bracket.body());
    if (argument.rank() != 1) {
      return Optional.empty();
    }
    Value own = session.fresh(entries.get());
    List<Family> vectors = Terms.families(own.body()).stream().filter(f -> !f.axes().isEmpty()).toList();
    boolean one = vectors.size() == 1 && vectors.getFirst().axes().size() == 1 && session.ranges.same(vectors.getFirst().axes().getFirst(), own.range(0));
    if (!one) {
      throw Misfit.notBuilt("a vector in brackets behind a vector");
    }
    session.ranges.unify(own.range(0), argument.range(0));
    session.used.add(m.key());
    Value now = session.now(own);
    return Optional.of(now.with(put(now.body(), vectors.getFirst().name(), session.now(argument), session)));
  }

  private static Term put(Term term, String family, Value by, Session session) {
    if (term instanceof Term.Entry e && e.family().name().equals(family)) {
      List<Index> at = e.indices();
      return session.now(session.fresh(by)).at(at);
    }
    return Terms.mapParts(term, t -> put(t, family, by, session));
  }
}
