package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Targets of which the text says that they do not sum to one: then no convention says so (SOUNDNESS 8, READING 5). */
final class OtherTargets {
  private static final String TARGETS = "(?:labels?|targets?|entries|classes)";
  private static final String ONE = "(?:1|one|unity)(?![- ](?:hot|of)\\b|[\\d.]\\d)";

  /** Several labels may be right; their total is another number, or any; what they were is changed. Formulas are left out of the words. */
  private static final List<Pattern> SAY =
      List.of(
          Pattern.compile("\\bmulti-? ?label\\b|\\b(?:two|three|multi|many|k|n)-? ?hot\\b"),
          Pattern.compile("\\b(?:several|multiple|many|more than one|two|three|both) (?:of the )?(?:" + TARGETS + " )?(?:(?:may|can|might|could) (?:be|have|hold|apply)|(?:is|are) (?:all |both )?(?:" + ONE + "|correct|right|active|hot|set)\\b)"),
          Pattern.compile("\\b(?:all|each|every)(?: of)?(?: the)?(?: " + TARGETS + ")? (?:is|are|equals?)(?: all| set to| equal to)? (?:" + ONE + "|(?:0 or 1|zero or one|or|binary),? independently|independent)\\b"),
          Pattern.compile("\\b(?:zero|0|zeros|0s)(?: entry)?,? (?:at|in|for|on)[^.;:]{0,40}? and (?:is )?(?:one|1|ones|1s)(?: entry)?,? (?:elsewhere|otherwise|everywhere else|(?:at|in|for|on) (?:all|every|each|the) (?:other|others|rest|remaining))\\b"),
          Pattern.compile("\\b(?:one|1)[- ]cold\\b"),
          Pattern.compile("\\b(?:we|i|then|now|and) (?:now |then |first )?(?:invert|flip|negate|double|halve|rescale|perturb|corrupt|weight) (?:the |all |our )?" + TARGETS + "\\b"),
          Pattern.compile("多标签|多个标签|多个 ?1(?!\\d)|(?:不是|非)(?:独热|one-?hot)|标签(?:被|都|全部|取)?(?:反转|翻转|取反)"),
          Pattern.compile("\\b(?:not|never|no longer|don't|needn't|without)(?: necessarily| always| have to| need to)? (?:sum|add|summing|adding|normali[sz]\\w+)\\b"),
          Pattern.compile("\\b(?:labels?|targets?|classes|(?:label|target) entries|entries of (?:the |a |each )?(?:labels?|targets?)) (?:which |that )?(?:total|sum to|add up to|sum up to|totals|sums to) (?:about|roughly|nearly|almost|less|more|at|two|2|three|3|zero|0|ten|10)\\b"),
          Pattern.compile("\\b(?:unnormali[sz]ed|non-?normali[sz]ed|doubled|rescaled|scaled|perturbed) " + TARGETS + "\\b|\\b" + TARGETS + " (?:are|is|were|was)(?: now| all| then)? (?:unnormali[sz]ed|not normali[sz]ed|doubled|halved|tripled|rescaled|scaled|multiplied|weighted|perturbed|negated|inverted|flipped|reversed|complemented|(?:raw )?counts|frequencies)\\b"));

  private OtherTargets() {}

  /** In: a statement, its proof, the target that it takes for one-hot, and that which it does by convention. Out: why the convention that it leans on is none here. */
  static Optional<String> of(Statement s, Verdict.Proved v, Optional<String> oneHot, Optional<String> hot, Collection<Outcome> outcomes) {
    Stream<String> given = v.claim().assumptions().stream().map(Assumption::fact).filter(f -> f instanceof Fact.SumsToOne).map(f -> ((Fact.SumsToOne) f).family().name());
    Optional<String> other = Stream.concat(given, Stream.concat(oneHot.stream(), hot.stream())).flatMap(n -> Altered.total(s, n).stream()).findFirst();
    if (other.isPresent()) {
      return other.map(w -> "it holds for targets that sum to 1, and words say otherwise: " + w);
    }
    Stream<String> total = v.claim().assumptions().stream().filter(a -> a.origin() == Assumption.Origin.CONVENTION).map(Assumption::fact).filter(f -> f instanceof Fact.SumsToOne).map(f -> ((Fact.SumsToOne) f).family().name());
    List<String> summing = Stream.concat(total, hot.stream()).distinct().toList();
    if (summing.isEmpty()) {
      return Optional.empty();
    }
    if (s.notes().facts().stream().anyMatch(w -> w.kind() == WordFact.Kind.ANY && w.names().stream().anyMatch(n -> summing.stream().anyMatch(f -> Sides.letters(n).contains(f))))) {
      return Optional.of("it holds for targets that sum to 1, and words let them be anything");
    }
    boolean amounts = s.notes().facts().stream().anyMatch(w -> w.kind() == WordFact.Kind.AMOUNTS && w.names().isEmpty());
    if (amounts || s.part().chain().stream().map(p -> p.own().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ")).anyMatch(words -> SAY.stream().anyMatch(p -> p.matcher(words).find()))) {
      return Optional.of("it holds for targets that sum to 1, and words say otherwise of some");
    }
    return summing.stream().filter(name -> outcomes.stream().anyMatch(o -> !o.refuted() && s.part().within(o.statement().part()) && totals(o.statement(), name))).findFirst().map(n -> "it holds where " + n + " sums to 1, and the text gives another total");
  }

  /** {@code \sum_i t_i = 1 + \epsilon} */
  private static boolean totals(Statement s, String name) {
    String script = "\\s*(\\{[^{}]*\\}|\\w)";
    boolean sum = s.left().text().strip().matches("\\\\sum(\\\\limits)?(\\s*_" + script + ")?(\\s*\\^" + script + ")?\\s*" + Pattern.quote(name) + "\\s*_" + script);
    return sum && Lowering.isEquation(s) && !s.right().text().strip().equals("1");
  }
}
