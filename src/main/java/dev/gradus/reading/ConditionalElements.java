package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "If x_i > 0, then x_j > 0": the condition and what is drawn from it stand in one sentence, so their letters are any elements (SOUNDNESS 5); the condition is said of all
 * elements only where words say so, or where what is drawn from it names no other element.
 */
final class ConditionalElements {
  private static final Pattern ALL = Pattern.compile("(?i)\\b(all|every|each|any)\\b|\\\\forall");

  private ConditionalElements() {}

  /** In: a statement with what was found. Out: the same, left open where a proof takes a condition on one element for one on all. */
  static Choice.Result of(Printed p, Choice.Result found, List<Printed> printed, Mentions mentions) {
    if (!(found.outcome() instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Proved v)) {
      return found;
    }
    Optional<Printed> one = Stream.concat(p.statement().conditions().stream(), p.statement().premises().stream()).filter(n -> n < printed.size()).map(printed::get)
        .filter(q -> ofOne(q, p, mentions) && v.used().stream().anyMatch(a -> a.offset().isPresent() && a.offset().getAsInt() == q.statement().sign().span().start())).findFirst();
    return one.isEmpty() ? found : new Choice.Result(new Outcome.Open(p.statement(), "condition.unclear", "it holds if the condition " + Lemmas.text(one.get().statement(), one.get().statement()) + " is one on all elements", Optional.of(v.claim())), found.names(), found.ranges());
  }

  private static boolean ofOne(Printed q, Printed p, Mentions mentions) {
    Set<String> condition = letters(q, mentions);
    Set<String> claim = letters(p, mentions);
    boolean together = p.statement().inSentenceBehind(q.statement()) || p.statement().premises().contains(q.statement().number());
    boolean others = condition.stream().anyMatch(i -> !claim.contains(i)) && claim.stream().anyMatch(i -> !condition.contains(i));
    boolean conditional = q.statement().cue() == Statement.Cue.ASSUMED && !q.statement().opens().matches("(?s)(let|suppose|assume|given)\\b.*");
    return together && others && conditional && q.statement().notes().explicitAll().isEmpty() && !ALL.matcher(q.statement().words()).find();
  }

  private static Set<String> letters(Printed p, Mentions mentions) {
    Set<String> found = new TreeSet<>();
    free(p.left(), mentions, found);
    free(p.right(), mentions, found);
    return found;
  }

  /** The letters in indices, those that an operator binds left out. */
  static void free(Notation n, Mentions mentions, Set<String> found) {
    if (n instanceof Notation.BigOperator b) {
      Set<String> inside = new TreeSet<>();
      Set<String> bound = new TreeSet<>();
      free(b.body(), mentions, inside);
      b.sub().ifPresent(sub -> BoundLetters.collect(sub, bound));
      inside.removeAll(bound);
      found.addAll(inside);
      return;
    }
    mentions.of(n).ifPresent(m -> m.indices().forEach(i -> mentions.of(i).filter(Mention::bare).ifPresent(x -> found.add(x.key()))));
    Notations.children(n).forEach(c -> free(c, mentions, found));
  }
}
