package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a definition holds only where a condition beside it does (READING 16): the condition speaks of its arguments or of the elements that it is given at. */
record UnderCondition(List<Printed> printed, Survey survey, Names names) {
  boolean is(Statement s, Head h) {
    Set<String> own = new TreeSet<>(h.parameters());
    own.addAll(h.letters());
    List<Integer> all = new ArrayList<>(s.conditions());
    all.addAll(s.perhaps());
    boolean narrowed =
        all.stream()
            .filter(c -> c != s.number())
            .map(printed::get)
            .filter(q -> !names.told().defines(q.statement()) && !saysOfData(q, s, own))
            .anyMatch(q -> survey.mentions().of(q.left()).filter(m -> own.contains(m.key()) || (Lowering.isEquation(q.statement()) && elementOf(m, own))).isPresent());
    if (names.told().listings().restricts(printed.get(s.number()), h, survey.mentions())) {
      return true;
    }
    return narrowed || (!own.isEmpty() && (s.notes().unread().filter(Phrases::limits).isPresent() || (!s.notes().bracketed().isEmpty() && names.told().listings().of(printed.get(s.number()), h, survey.mentions()).isEmpty())));
  }

  /** "y one-hot with y_k = 1": which class is the hot one, no restriction of y (READING 25); x_0 = 1: a feature that every input has (SOUNDNESS 8). */
  private boolean saysOfData(Printed q, Statement s, Set<String> own) {
    Optional<Mention> element = survey.mentions().of(q.left()).filter(m -> m.plain() && !m.indices().isEmpty());
    boolean hot = element.filter(m -> own.contains(m.key()) && s.notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT && f.names().contains(m.key()))).isPresent();
    boolean dummy = element.filter(m -> m.indices().stream().anyMatch(i -> Conditions.isNumeral(i, "0"))).isPresent() && Conditions.isNumeral(q.right(), "1");
    return dummy || (element.isPresent() && hot && q.right() instanceof Notation.Numeral);
  }

  /** y_i where i is one of the letters: an equation for it picks some elements. */
  private boolean elementOf(Mention m, Set<String> letters) {
    return m.indices().stream().anyMatch(i -> survey.mentions().of(i).filter(x -> letters.contains(x.key())).isPresent());
  }
}
