package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.AppliedHeads.Applied;
import dev.gradus.reading.Introductions.Introduction;
import dev.gradus.reading.Reader.Printed;
import java.util.Optional;

/** Functions that the next link of a chain says what they are, {@code p_i = s(z_i) = e^{z_i} / \\sum_j e^{z_j}} (READING 14). */
record LinkedFunctions(Introductions introductions) {
  /** In: an equation that introduces a name. Out: the same with what the next link says of the fresh function on its right, if it does. */
  Optional<Printed> through(Printed p) {
    return introductions.printed().stream()
        .skip(p.statement().number() + 1L)
        .limit(1)
        .filter(q -> q.statement().after().equals(Optional.of(p.statement().number())))
        .filter(q -> (applied(q).isPresent() || function(q)) && !appliesUnknown(q.right(), p.statement().part()))
        .findFirst()
        .map(q -> new Printed(p.statement(), p.left(), q.right(), p.spaces()));
  }

  /** Whether something is applied that nothing defines yet, S of S(w^T x): what it is a further link may say. */
  private boolean appliesUnknown(Notation n, Part part) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Optional<Mention> name = introductions.survey().mentions().of(j.factors().get(k).item());
        boolean bracket = j.factors().get(k + 1).op() == Notation.Op.NONE && Notations.bracket(j.factors().get(k + 1).item()).isPresent();
        if (bracket && name.filter(m -> !Functions.usual(m.base()) && introductions.names().definition(m.key(), part).isEmpty()).isPresent()) {
          return true;
        }
      }
    }
    return Notations.children(n).stream().anyMatch(c -> appliesUnknown(c, part));
  }

  /** In: a link of a chain. Out: the function of a component that it introduces. */
  Optional<Introduction> of(Printed p) {
    return applied(p).map(a -> new Introduction(a.head(), a.body(), introductions.standing(a.head(), a.body(), p.statement().part())));
  }

  private Optional<Applied> applied(Printed p) {
    return Lowering.isEquation(p.statement()) ? introductions.applied(p).filter(a -> isFresh(a.head(), p)) : Optional.empty();
  }

  private boolean function(Printed p) {
    Statement s = p.statement();
    return Lowering.isEquation(s) && PrintedHead.introduced(p.left(), s.part(), introductions.survey(), introductions.names()).filter(h -> !PrintedHead.isKey(h.mention().key()) && !Functions.usual(h.mention().key()) && isFresh(h, p)).isPresent();
  }

  /** Whether nothing defines a function, and nothing uses it but the right side of the link before. */
  private boolean isFresh(Head head, Printed p) {
    Statement s = p.statement();
    String key = head.mention().key();
    boolean next = s.after().filter(a -> a + 1 == s.number()).isPresent();
    return next
        && !head.parameters().isEmpty()
        && introductions.names().definition(key, s.part()).isEmpty()
        && introductions.printed().subList(0, s.number() - 1).stream().noneMatch(q -> introductions.uses(q, key))
        && !Definitions.mentions(introductions.printed().get(s.number() - 1).left(), key, introductions.survey().mentions());
  }
}
