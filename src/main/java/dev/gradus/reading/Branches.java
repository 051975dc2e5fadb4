package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Condition;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values by cases. */
final class Branches {
  private Branches() {}

  /** In: a table of values and their conditions. Out: the value, guarded (SOUNDNESS 3). */
  static Value read(Notation.Table t, Elaborator elaborator) {
    List<Term> terms = new ArrayList<>();
    List<Condition> seen = new ArrayList<>();
    for (List<Notation> row : t.rows()) {
      if (row.size() != 2) {
        throw Misfit.notBuilt("a case without its condition in a column of its own");
      }
      Term value = elaborator.number(row.get(0));
      Optional<Notation.Compared> condition = Conditions.condition(row.get(1));
      if (condition.isEmpty()) {
        if (!Conditions.otherwise(row.get(1)) || seen.size() != 1) {
          throw Misfit.notBuilt("this case condition");
        }
        terms.add(new Term.Guard(Conditions.negation(seen.get(0)), value));
        continue;
      }
      List<Condition> all = elaborator.comparisons(condition.get());
      if (all.size() != 1) {
        throw Misfit.notBuilt("a case condition with two relations");
      }
      seen.add(all.get(0));
      terms.add(new Term.Guard(all.get(0), value));
    }
    return Value.number(Terms.sum(terms));
  }
}
