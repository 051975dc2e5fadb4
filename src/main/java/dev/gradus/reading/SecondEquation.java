package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;

/** What becomes of a name whose second equation was not proved (READING 15, 17). */
enum SecondEquation {
  /** it is a new definition, in force from here on */
  REDEFINES,
  /** a function with the name of a quantity, whose name alone is the function's from here on: it proves, and refutes nothing */
  APART,
  /** the verdict on it stands as it is, and the first equation too */
  STANDS,
  /** the name without arguments is unknown from here on, the function stays what it is */
  LOST_ALONE,
  /** the first equation proves and no longer refutes */
  REPEATED,
  /** nothing is known of the name from here on */
  LOST,
  /** nothing changes: it holds, or fails, under its conditions only */
  LEFT;

  /**
   * In: an equation for a head that {@code first} defines, and its outcome, which is no proof. Where it would be refuted if it failed, it says something of a
   * function that is known, D(p, q) = D(q, p), also while nobody knows whether it holds. A function that the equation mentions on its right too is no other
   * one; an equation that speaks of quantities which the first does not lead to is another function's.
   */
  static SecondEquation of(Printed p, Head head, Definition first, Outcome outcome, Introductions introductions) {
    if (apart(p, head, first, introductions)) {
      return APART;
    }
    if (introductions.stands(p, head, first)) {
      boolean applied = first.isFunction() && head.parameters().size() == first.parameters().size();
      return outcome.refuted() || applied || head.logged() ? STANDS : LOST;
    }
    if (introductions.redefines(p, head, first) || isOfMore(p, first, introductions)) {
      return REDEFINES;
    }
    if (NamedAnew.isSaid(p.statement())) {
      return LOST;
    }
    if (!first.isFunction()) {
      // what may be a condition here, and is one of a later relation, leaves the name to the second equation
      return p.statement().conditions().isEmpty() || NamedAnew.is(p.statement(), introductions.printed().get(first.statement())) ? LOST : LEFT;
    }
    if (head.parameters().isEmpty() && Mentions.baseName(p.right()).filter(Functions::standard).isPresent()) {
      // \\sigma = \\tanh names the function that it is from here on
      return LOST;
    }
    if (head.parameters().isEmpty() || Definitions.mentions(p.right(), first.key(), introductions.survey().mentions())) {
      return LOST_ALONE;
    }
    boolean ofAnother = p.statement().notes().unread().filter(w -> List.of(w.split("; ")).stream().anyMatch(Topics::names)).isPresent();
    return ofAnother || introductions.strays(p.right(), first) ? LOST : REPEATED;
  }

  /**
   * In: an equation and its outcome. Out: what is left of that where it gives a member of a family u_j as a quantity of its own, u_0 = ..: words introduce it, or it is the member 0 and
   * stands in the sentence of the family's equation. It need not follow from that, and which member is meant is open from there (READING 15). Where the index is a number, w_k = 2^{-k}, only if the same sentence gives both or the
   * family's equation stands under a condition.
   */
  static Optional<Outcome> ofMember(Printed p, Outcome outcome, Introductions introductions) {
    Statement s = p.statement();
    boolean given = !outcome.proved() && s.after().isEmpty() && Lowering.isEquation(s) && !s.cue().concludes() && s.premises().isEmpty();
    Notation left = Sums.unapplied(p.left());
    Optional<Mention> member = given ? introductions.survey().mentions().element(left) : Optional.empty();
    Optional<Definition> family = member.flatMap(m -> introductions.names().definition(m.key(), s.part())).filter(d -> !d.letters().isEmpty() && d.isFunction() == !left.equals(p.left()));
    boolean first = member.filter(m -> m.indices().stream().allMatch(i -> Conditions.isNumeral(i, "0"))).isPresent();
    Optional<Definition> anew = family.filter(d -> isGivenApart(s, introductions.printed().get(d.statement()).statement(), first, d.letters().stream().anyMatch(l -> GivenFamilies.counts(d.body(), l))));
    anew.ifPresent(d -> introductions.names().lose(d.key(), s.part()));
    return anew.map(d -> new Outcome.Open(s, "definition.second", "an equation for a member of " + d.key() + ", which does not follow from the one for all", Optional.empty()));
  }

  /** Whether the text gives a member beside its family: {@code first} says that it is the member 0, {@code counted} that the family's equation counts with its index. */
  private static boolean isGivenApart(Statement member, Statement family, boolean first, boolean counted) {
    boolean together = member.inSentenceBehind(family);
    boolean introduced = member.cue() == Statement.Cue.INTRODUCED;
    return (introduced && together) || (first && !family.conditions().isEmpty()) || (!counted && (introduced || (first && together)));
  }

  /** Whether a second equation follows from the first, and words do not say that it is another quantity's. */
  static boolean holds(Printed p, Head head, Outcome outcome, Introductions introductions) {
    return outcome.proved() && introductions.names().definition(head.mention().key(), p.statement().part(), head.parameters().size()).filter(d -> isOfMore(p, d, introductions)).isEmpty();
  }

  private static boolean isOfMore(Printed p, Definition first, Introductions introductions) {
    return !first.isFunction() && first.statement() < p.statement().number() && NamedAnew.isOfMore(p, introductions.printed().get(first.statement()));
  }

  /**
   * An equation under a condition. Where only another part, beside this one, defines the function, that refutes nothing here; a condition that stands behind another relation
   * of the sentence, {@code g(z) = \\max(0,z), g'(z) = 0} for z < 0, need not be one of this equation.
   */
  static SecondEquation underCondition(Printed p, Head head, Definition first, Outcome outcome, Introductions introductions) {
    Statement s = p.statement();
    if (apart(p, head, first, introductions)) {
      return APART;
    }
    if (!first.isFunction() || s.part().within(first.part())) {
      return LEFT;
    }
    boolean behind = !s.closes().strip().matches("(?s)(for|if|when|whenever|where|on|in|provided|only|unless|,? ?else|otherwise)\\b.*");
    return behind && introductions.redefines(p, head, first) ? REDEFINES : outcome.refuted() ? LOST : LEFT;
  }

  /** Whether what was defined by the name before is to be read again, or forgotten: a value holds other quantities by name, functions as they were. */
  boolean reaches(Statement second, Definition first) {
    boolean function = first.isFunction() && this != STANDS && this != LEFT;
    return this == APART || (function && (!second.part().within(first.part()) || NamedAnew.isSaid(second)));
  }

  /** p_i(T) = .. where p_i = .. stands above: arguments behind a quantity that does not lead to them, and a value that depends on them. */
  static boolean apart(Printed p, Head head, Definition first, Introductions introductions) {
    boolean applied = !head.parameters().isEmpty() && !first.isFunction();
    return applied && introductions.strays(p.right(), first) && head.parameters().stream().allMatch(a -> Definitions.mentions(p.right(), a, introductions.survey().mentions()));
  }

  /** The head of a statement that begins its chain, where it is an equation, and its body; one with indices among its arguments where only another part defines the name, or another kind of function has it. */
  static Optional<AppliedHeads.Applied> said(Printed p, Introductions introductions) {
    boolean begins = p.statement().after().isEmpty() && Lowering.isEquation(p.statement());
    Optional<Head> head = begins ? PrintedHead.introduced(p.left(), p.statement().part(), introductions.survey(), introductions.names()) : Optional.empty();
    return head.isPresent() || !begins ? head.map(h -> new AppliedHeads.Applied(h, p.right())) : introductions.applied(p).filter(a -> elsewhere(p, a.head(), introductions));
  }

  private static boolean elsewhere(Printed p, Head head, Introductions introductions) {
    Part part = p.statement().part();
    return introductions.names().definition(head.mention().key(), part, head.parameters().size()).filter(d -> (!part.within(d.part()) || d.letters().size() != head.letters().size()) && introductions.redefines(p, head, d)).isPresent();
  }
}
