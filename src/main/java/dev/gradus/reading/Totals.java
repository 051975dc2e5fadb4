package dev.gradus.reading;

import dev.gradus.document.Answer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Totals that words give and that are not one: "the $t_i$ sum to $1 + \epsilon$", "sum to one half", "add up to $N$" (SOUNDNESS 8: then no convention says that they do). */
final class Totals {
  private static final Pattern SUM = Pattern.compile("(?:sum|sums|summing|add|adds|adding)(?: up)? to ");

  /** Behind "sum to one": what makes another number of it. */
  private static final Pattern MORE = Pattern.compile("(?:\\+|-|/|plus|minus|half|third|quarter|tenth|hundredth|per ?cent|percent|over|divided|times|million|thousand|hundred|\\.\\d)(?![\\p{L}-]).*");

  private static final Pattern ONE = Pattern.compile("(?:a |exactly |just )*(?:one|1|unity)(?![\\p{L}\\d]|\\.\\d) ?(.*)");

  private static final int FAR = 8;

  private Totals() {}

  /** In: a place in a sentence. Out: that the names before it, or what has none, are amounts, where words that begin there say what they sum to, and that is not one. */
  static Optional<WordFact> other(Sentence sentence, int at, Answer answer, NamesNear near, int offset) {
    String words = sentence.words(at, Math.min(at + FAR, sentence.atoms().size()));
    var sum = SUM.matcher(words + " ");
    if (!sum.lookingAt()) {
      return Optional.empty();
    }
    int behind = at + sum.group().strip().split(" ").length;
    List<String> names = near.before(at);
    boolean number = behind + 1 < sentence.atoms().size() && sentence.atoms().get(behind) instanceof Atom.Open && sentence.atoms().get(behind + 1) instanceof Atom.Clausal c && !one(answer.clauses().get(c.clause()).sides().getFirst().text());
    var said = ONE.matcher(words.substring(Math.min(words.length(), sum.end())));
    boolean word = !(sentence.atoms().get(Math.min(behind, sentence.atoms().size() - 1)) instanceof Atom.Open) && (!said.matches() || MORE.matcher(said.group(1)).matches());
    return !number && (names.isEmpty() || !word) ? Optional.empty() : Optional.of(new WordFact(WordFact.Kind.AMOUNTS, names, Optional.empty(), offset, words));
  }

  private static boolean one(String formula) {
    return formula.strip().matches("\\{?(1|1\\.0+|\\\\mathbf ?\\{?1\\}?)\\}?");
  }
}
