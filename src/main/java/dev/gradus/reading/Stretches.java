package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Intervals that words name beside a claim without saying of which letter: "on $[0,1]$ we have ..", "f(x) = x^2 on $(0,\infty)$" (READING 2, 3, 6). */
final class Stretches {
  private static final Pattern INTERVAL = Pattern.compile("\\s*(?:\\\\left\\s*)?(?<from>[\\[(\\]])\\s*(?<a>[^,;\\[\\]()]{1,20})[,;](?<b>[^,;\\[\\]()]{1,20})(?:\\\\right\\s*)?(?<to>[\\])\\[])\\s*");
  private static final Pattern CUE = Pattern.compile("\\b(?:on|over|in|within|inside|throughout|to|of|is|between|domain|interval|range)(?: the| all of)?(?: (?:open|closed|half-open|unit|whole|domain|interval|range))*(?: \\$)?$");
  private static final Pattern PAIR = Pattern.compile("\\b(?:on|of|to|is)(?: the)?(?: \\$)?$");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

  /** An interval, between two numbers where they are that. */
  private record Stretch(Fragment said, Optional<Rational> low, Optional<Rational> high, boolean plain) {}

  private final List<Stretch> all = new ArrayList<>();

  /** Takes in an interval that stands by itself. */
  void take(Fragment f) {
    Matcher m = INTERVAL.matcher(f.text().text());
    String words = f.opens().strip().toLowerCase(Locale.ROOT);
    if (m.matches() && CUE.matcher(words).find()) {
      Optional<Rational> low = number(m.group("a"));
      Optional<Rational> high = number(m.group("b"));
      boolean plain = (low.isPresent() || infinite(m.group("a"))) && (high.isPresent() || infinite(m.group("b")));
      // the loss on (x, y): a pair
      boolean pair = !plain && m.group("from").equals("(") && m.group("to").equals(")") && PAIR.matcher(words).find();
      if (!pair) {
        all.add(new Stretch(f, low, high, plain));
      }
    }
  }

  private static Optional<Rational> number(String text) {
    return NUMBER.matcher(text.strip()).matches() ? Optional.of(Rational.of(Long.parseLong(text.strip().replace("+", "")))) : Optional.empty();
  }

  private static boolean infinite(String text) {
    return text.contains("\\infty");
  }

  /** The intervals that the sentence of a statement names, or that of a definition that it leans on. */
  private List<Stretch> of(Statement s, Stream<Statement> leaned) {
    List<Statement> places = Stream.concat(Stream.of(s), leaned).toList();
    return all.stream().filter(i -> places.stream().anyMatch(q -> SingledOut.inSentence(i.said(), q))).toList();
  }

  /** In: a claim that fails, the statements of the definitions that it leans on. Out: the interval in which it need not fail. */
  Optional<String> open(Statement s, Stream<Statement> leaned, Claim claim, Trial tried) {
    for (Stretch i : of(s, leaned)) {
      List<Family> letters = numbers(claim);
      boolean sure = i.plain() && letters.size() == 1 && tried.fails(within(claim, letters.getFirst(), i));
      if (!sure && !letters.isEmpty()) {
        return Optional.of(i.said().text().text().strip());
      }
    }
    return Optional.empty();
  }

  /** In: a claim that is proved. Out: the interval in which what the proof supposes need not hold. */
  Optional<String> beyond(Statement s, Claim claim) {
    List<Family> letters = numbers(claim);
    List<Fact> supposed = claim.assumptions().stream().filter(a -> a.origin() == Assumption.Origin.STATED).map(Assumption::fact).filter(f -> f instanceof Fact.Holds || f instanceof Fact.AllPositive || f instanceof Fact.AllInUnitInterval).toList();
    boolean bound = supposed.stream().anyMatch(f -> Stream.concat(ClaimParts.family(f).stream(), ClaimParts.terms(f).stream().flatMap(t -> Terms.families(t).stream())).anyMatch(letters::contains));
    return of(s, Stream.empty()).stream().filter(i -> bound && (i.low().isEmpty() || i.low().get().signum() < 0)).map(i -> i.said().text().text().strip()).findFirst();
  }

  private static List<Family> numbers(Claim claim) {
    Set<Family> found = Terms.families(claim.left(), claim.right());
    return found.stream().filter(f -> f.kind() == Family.Kind.VARIABLE && f.isScalar()).toList();
  }

  private static Claim within(Claim claim, Family x, Stretch i) {
    List<Assumption> more = new ArrayList<>(claim.assumptions());
    Term at = x.at();
    // the ends are left out: a point inside refutes, whether they belong to it or not
    i.low().ifPresent(a -> more.add(Assumption.stated(new Fact.Holds(new Condition.Positive(Terms.minus(at, a))), i.said().text().text())));
    i.high().ifPresent(b -> more.add(Assumption.stated(new Fact.Holds(new Condition.Positive(Terms.minus(b, at))), i.said().text().text())));
    return claim.under(more);
  }
}
