package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Assumption.Origin;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The relations in force around a claim as assumptions: conditions on elements, on numbers, equations (SOUNDNESS 22, 23). */
final class Surroundings {
  private final Elaborator elaborator;
  private final Lowering lowering;
  private final List<Assumption> assumptions = new ArrayList<>();
  private Optional<String> notRead = Optional.empty();

  Surroundings(Elaborator elaborator, Lowering lowering) {
    this.elaborator = elaborator;
    this.lowering = lowering;
  }

  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  /** The words of a relation that was not understood: then nothing is refuted (READING 6). */
  Optional<String> notRead() {
    return notRead;
  }

  void add(Fact fact, String text, int line) {
    assumptions.add(new Assumption(fact, Origin.STATED, text, line > 0 ? OptionalInt.of(line) : OptionalInt.empty()));
  }

  void relation(Attempts.InForce r) {
    if (r.universal()) {
      // it holds for all values of a letter, not at the point alone
      notRead = Optional.of(r.text());
      return;
    }
    try {
      if (lowering.fixesSize(r.left(), r.sign(), r.right())) {
        return;
      }
      boolean size =
          r.sign() == RelationSign.EQUAL
              && r.right() instanceof dev.gradus.notation.Notation.Numeral
              && elaborator.session.mentions().of(r.left()).filter(m -> m.bare() && Doubts.COUNTS.contains(m.key())).isPresent();
      if (size) {
        // n = 2 where nothing is known to have n elements
        notRead = Optional.of(r.text());
      }
      if (r.sign() == RelationSign.EQUAL && equation(r)) {
        return;
      }
      Condition c = elaborator.session.ranges.now(elaborator.comparison(r.left(), r.sign(), r.right()));
      add(new Fact.Holds(Terms.mapTerm(c, t -> elaborator.session.unfold(t, Collections.emptySet()))), r.text(), r.line());
    } catch (Misfit misfit) {
      notRead = Optional.of(r.text());
    }
  }

  /** An equation between numbers; between elements it is a condition on indices. */
  private boolean equation(Attempts.InForce r) {
    if (elaborator.isElement(r.left()) || elaborator.isElement(r.right())) {
      return false;
    }
    Value left = elaborator.read(r.left());
    Value right = elaborator.read(r.right());
    if (!left.isNumber() || !right.isNumber()) {
      throw Misfit.notBuilt("an equation between arrays as a hypothesis");
    }
    Lowering.Sides sides = lowering.align(left, right, false);
    for (dev.gradus.term.Term side : List.of(sides.left(), sides.right())) {
      Terms.families(side).forEach(f -> elaborator.session.used.add("equation on " + f.name()));
    }
    add(new Fact.Equation(sides.left(), sides.right()), r.text(), r.line());
    return true;
  }
}
