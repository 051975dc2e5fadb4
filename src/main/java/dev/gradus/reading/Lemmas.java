package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Assumption.Origin;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines that were proved before, as premises of what is drawn from them: each carries what its own proof rests on, and where that does not hold it is no premise
 * (SOUNDNESS 22).
 *
 * @param outcomes of the statements so far, by number
 */
record Lemmas(Map<Integer, Outcome> outcomes) {
  /** What a relation in force is called: its sides and its sign as printed. */
  static String text(Statement left, Statement right) {
    return (left.left() + " " + right.sign().sign().symbol() + " " + right.right()).replaceAll("\\s+", " ");
  }

  /**
   * In: a proved line, and what holds where it is to be used, in words. Out: whether all that the text states and its proof used is among that, or follows from it;
   * a number of elements that the line stands under has to be there also where no proof uses it.
   */
  boolean holds(Printed lemma, Set<String> inForce, List<Integer> conditions) {
    Statement s = lemma.statement();
    boolean sized = s.conditions().stream().map(outcomes::get).anyMatch(o -> o instanceof Outcome.Assumes a && counts(a.statement()) && !conditions.contains(a.statement().number()));
    return !sized && holds(s.number(), inForce);
  }

  private boolean holds(int number, Set<String> inForce) {
    return rests(number).stream().map(Assumption::text).allMatch(t -> inForce.contains(t) || proved(t, number).filter(n -> holds(n, inForce)).isPresent());
  }

  private static boolean counts(Statement s) {
    return Sides.letter(s.left().text()) && s.right().text().strip().chars().allMatch(Character::isDigit);
  }

  /** What the text states and the proof of a line used. */
  private List<Assumption> rests(int number) {
    return outcomes.get(number) instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Proved v ? v.used().stream().filter(a -> a.origin() == Origin.STATED).toList() : List.of();
  }

  /** The last line of that text before another one that was proved. */
  private Optional<Integer> proved(String text, int before) {
    return outcomes.values().stream().filter(o -> o.proved() && o.statement().number() < before && text(o.statement(), o.statement()).equals(text)).map(o -> o.statement().number()).reduce((a, b) -> b);
  }

  /** What a proof rests on beside what it used itself: that of the lines among its premises which were proved before it. */
  List<Assumption> behind(Verdict.Proved proof, Set<String> known, int number) {
    List<Assumption> all = new ArrayList<>();
    List<Assumption> open = new ArrayList<>(proof.used());
    for (int k = 0; k < open.size(); k++) {
      String text = open.get(k).text();
      Optional<Integer> lemma = k >= proof.used().size() || known.contains(Surroundings.PROVED + text) ? proved(text, number) : Optional.empty();
      for (Assumption a : lemma.map(this::rests).orElse(List.of())) {
        if (open.stream().noneMatch(b -> b.text().equals(a.text()))) {
          open.add(a);
          all.add(a);
        }
      }
    }
    return List.copyOf(all);
  }
}
