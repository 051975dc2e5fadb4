package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reading.Reader.Printed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * "Setting it to zero gives w = ..": the words assume that a derivative printed before is zero, and print no zero (READING 9, 10). The derivatives that are meant
 * are the last ones by what the statement speaks of.
 */
final class UnprintedZero {
  private static final String SLOPE = "(?:(?:the|its|this|these|both|each|all|our) )?(?:(?:first|partial|total|resulting|above|last|two|order|this) )*(?:derivatives?|gradients?|slopes?|partials|score|expressions?|equations?|result|line)(?: vector| function| above| equal)?"
      + "(?: (?:with respect to|w\\.?r\\.?t\\.?|of|by|in|to) (?:the )?(?:[a-z-]+ )?\\$)*";

  /** What is set to zero, said of a derivative and not denied. */
  private static final Pattern SETS =
      Pattern.compile("(?<!not |instead of |without |never |rather than |wrongly |cannot |avoid |n't )\\b(?:setting|set|sets|equating|putting|put|equate) (?:it|this|that|these|them|both|each|all|" + SLOPE + ")(?: of (?:these|them|which))?(?: equal)?(?: to)? (?:zero|0)\\b|(?:^|[,.;:] ?|\\band |\\bthen |\\bnow |\\bwe )(?:equate|equating|set|setting)(?: equal)? to (?:zero|0)\\b");

  /** The same, and words that set what is printed, whose condition is read. */
  private static final Pattern SAID = Pattern.compile(SETS.pattern() + "|\\b(?:setting|set|putting|put|equating) \\$|\\band solving for \\$|\\bto \\$(?= (?:gives|we|yields))");

  private final List<Printed> printed;
  private final Survey survey;
  private final Mentions mentions;
  private final Map<Integer, Outcome> outcomes;

  UnprintedZero(List<Printed> printed, Survey survey, Map<Integer, Outcome> outcomes) {
    this.printed = printed;
    this.survey = survey;
    this.mentions = survey.mentions();
    this.outcomes = outcomes;
  }

  /** Whether words set a derivative to zero. */
  static boolean sets(String words) {
    return SETS.matcher(words).find();
  }

  /** The words around a statement without those that set a derivative to zero, where the claim is read under an equation. */
  static String without(String words, Claim claim) {
    return claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation) ? SAID.matcher(words).replaceAll("") : words;
  }

  /**
   * In: a statement, and the names on its sides. Out: the equations that the words before it assume, for the derivatives by these names; nothing where they assume none, or
   * one of these was not proved.
   */
  List<Attempts.InForce> of(Statement s, Set<String> names) {
    List<Printed> all = meant(s, names);
    return all.stream().allMatch(this::holds)
        ? all.stream().map(q -> new Attempts.InForce(q.right(), RelationSign.EQUAL, NotationParser.parse(MathText.plain("0", 0)), q.statement().right().text().strip() + " = 0", q.statement().sign().span().start(), false, Collections.emptySet(), false, true, true)).toList()
        : List.of();
  }

  /** The last links of the chains that give the derivatives by these names, up to the one that the words set to zero. */
  List<Printed> meant(Statement s, Set<String> names) {
    Optional<Integer> said = said(s).or(() -> sentence(s)).filter(n -> n < s.number());
    Map<String, Printed> found = new TreeMap<>();
    for (int n = said.orElse(-1); n >= 0 && printed.get(n).statement().part().equals(s.part()); n--) {
      Printed q = printed.get(n);
      boolean last = !printed.get(n + 1).statement().after().equals(Optional.of(n));
      if (last && q.statement().sign().sign() == RelationSign.EQUAL) {
        by(q).stream().filter(names::contains).forEach(k -> found.putIfAbsent(k, q));
      }
    }
    return found.values().stream().distinct().toList();
  }

  /** What the words before an earlier statement of the sentence, of those it is drawn from or of the displays above set to zero: "setting both to zero gives b = .. and w = ..". */
  private Optional<Integer> sentence(Statement s) {
    for (int n = s.number() - 1; n >= 0 && (s.inSentenceBehind(printed.get(n).statement()) || s.notes().above().contains(n) || s.premises().contains(n)); n--) {
      Optional<Integer> said = said(printed.get(n).statement());
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> said(Statement s) {
    return s.notes().zeroed().filter(n -> SETS.matcher(s.opens()).find());
  }

  /** Every link of the chain is proved: the derivative is what the last side says. */
  private boolean holds(Printed last) {
    return last.chain(printed).stream().map(q -> outcomes.get(q.statement().number())).allMatch(o -> o == null || o.proved());
  }

  private Set<String> by(Printed last) {
    Set<String> letters = new TreeSet<>();
    Notation first = last.chain(printed).getLast().left();
    below(first).ifPresent(n -> Definitions.collect(n, mentions, letters));
    // \\nabla J and \\nabla J(w): by what the part's losses and gradients are of
    if (letters.isEmpty() && first instanceof Notation.Juxtaposed j && Differentials.isNabla(j.factors().get(0).item())) {
      survey.marks().gradientBy(last.statement().part()).ifPresent(letters::add);
    }
    return letters;
  }

  /** "The normal equations A^TAx = A^Tb": an equation that words call one to be solved (READING 9). */
  private static final Pattern SOLVED = Pattern.compile("(?<!not )(?<!no )\\b(?:normal equations?|(?:first-order|stationarity|optimality) conditions?)(?: is| are| reads?)?:?$");

  static boolean toBeSolved(Statement s) {
    return SOLVED.matcher(s.opens().strip()).find();
  }

  /** Whether a derivative by the name stands before a statement in its part or one around it, or the part's losses are of it: then it is sought, and no datum. */
  boolean sought(String key, Statement s) {
    return survey.marks().gradientBy(s.part()).filter(key::equals).isPresent() || printed.subList(0, s.number()).stream().anyMatch(q -> s.part().within(q.statement().part()) && by(q).contains(key));
  }

  /** What a whole first derivative is by, as printed. */
  private static Optional<Notation> below(Notation n) {
    if (n instanceof Notation.Fraction f && Differentials.whole(n)) {
      boolean first = f.numerator() instanceof Notation.Juxtaposed j && j.factors().get(0).item() instanceof Notation.Symbol;
      return first ? Optional.of(f.denominator()) : Optional.empty();
    }
    if (n instanceof Notation.Juxtaposed j && j.factors().get(0).item() instanceof Notation.Fraction f && Differentials.isSign(f.numerator())) {
      return Optional.of(f.denominator());
    }
    if (!(n instanceof Notation.Juxtaposed j) || !(j.factors().get(0).item() instanceof Notation.Scripted s)) {
      return Optional.empty();
    }
    boolean nabla = Differentials.isNabla(s.base());
    boolean prime = s.primes() == 1 && j.factors().size() == 2;
    return nabla ? s.sub().filter(x -> s.sup().isEmpty()) : prime ? Notations.bracket(j.factors().get(1).item()).map(Notation.Bracketed::body) : Optional.empty();
  }
}
