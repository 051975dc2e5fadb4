package dev.gradus.reading;

import dev.gradus.document.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "We double x", "flip the sign of x", "swap a and b": letters whose values a sentence changes: what was said or assumed of them before is said of the old values (READING 3, 18). */
final class ChangedLetters {
  private static final String VERB =
      "(?:multiply|rescale|scale|divide|double|triple|halve|flip|negate|swap|exchange|permute|shift|increase|decrease|reset|overwrite|perturb|clip|truncate|round|normali[sz]e|center|centre|standardi[sz]e|transform|invert|modify|change|map|recode|relabel|convert|transpose|shuffle|corrupt|mask|drop|remove|replace)";

  private static final Pattern CHANGES =
      Pattern.compile("(?:^|[.;:,] ?|\\b(?:we|now|then|next|i|and|also) )(?:now |then |also |next |finally )*" + VERB + "( (?:the|all|each|both|every|sign|signs|entries|entry|first|last|values?|order|rows?|columns?|labels?|targets?|elements?|components?|weights?|vector|matrix|letters?|of|by|in|from))* (?<one>\\$)(?<and>(?:,| and| with) \\$)?");

  private static final Pattern ADDS = Pattern.compile("\\b(?:add|subtract)\\b[^.;:]{0,40} (?:to|from)(?: the)?(?: [\\p{L}-]+)? (?<one>\\$)(?<and>)");

  private static final Pattern LABELS = Pattern.compile("\\b" + VERB + " (?:the |all |our )?(?:labels?|targets?)\\b(?! \\$)");

  /** What comes of it gets a name of its own, or nothing changes. */
  private static final Pattern RESULT = Pattern.compile("\\b(get|gets|obtain|gives?|yields?|compute|form|produce|to both|both sides|if|when|suppose|could|would|might|can|cannot|not|never|why|rule|equation|derivative)\\b|[:?=]");

  private ChangedLetters() {}

  /** In: a sentence. Out: the letters, as printed; of labels that it does not name, the usual ones. */
  static Set<String> of(Sentence sentence, Answer answer) {
    Set<String> found = new TreeSet<>();
    String words = sentence.words(0, sentence.atoms().size());
    boolean equation = sentence.atoms().stream().anyMatch(a -> a instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty());
    if (equation || RESULT.matcher(words).find()) {
      return found;
    }
    for (Pattern p : List.of(CHANGES, ADDS)) {
      for (Matcher m = p.matcher(words); m.find(); ) {
        names(sentence, answer, words.substring(0, m.start("one")), found);
        if (m.group("and") != null && !m.group("and").isEmpty()) {
          names(sentence, answer, words.substring(0, m.end("and") - 1), found);
        }
      }
    }
    if (LABELS.matcher(words).find()) {
      found.addAll(OneHot.TARGETS);
    }
    return found;
  }

  /** The names of the formula with so many formulas before it. */
  private static void names(Sentence sentence, Answer answer, String before, Set<String> found) {
    int number = Math.toIntExact(before.chars().filter(c -> c == '$').count());
    int at = 0;
    for (int seen = -1; at < sentence.atoms().size(); at++) {
      seen += sentence.atoms().get(at) instanceof Atom.Open ? 1 : 0;
      if (seen == number) {
        break;
      }
    }
    new NamesNear(sentence, answer).from(at).stream().limit(1).forEach(found::add);
  }
}
