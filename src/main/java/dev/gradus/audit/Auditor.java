package dev.gradus.audit;

import dev.gradus.cas.SecondOpinion;
import dev.gradus.proof.PointSearch;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Budget;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts verdicts to Symja and to plain arithmetic. One for each document; not safe for use by several threads. */
public final class Auditor {
  private static final int MOST_POINTS = 8;
  private static final long STEPS = Budget.Limit.STEPS.value() / 8;
  private static final int MOST_BY_SYMJA = 4;
  private static final int MOST_SIMPLIFIED = 3;

  /** What central differences may be off by. */
  private static final double DIFFERENCES = 1e-4;

  private final SecondOpinion symja = new SecondOpinion();

  /** What the left side of a claim was before it was differentiated. */
  public record Derivation(Term term, Term.Entry by) {}

  /** Two values at a point, and what a difference has to exceed to be one. */
  private record Pair(Point point, double difference, double noise, String text) {}

  /**
   * In: a verdict and, where the left side of its claim is a derivative as a whole, what it is the derivative of. Out: what Symja and plain arithmetic say
   * of it; empty for what is neither proved nor refuted.
   */
  public Optional<Audit> of(Verdict verdict, Optional<Derivation> left) {
    return switch (verdict) {
      case Verdict.Proved p -> Optional.of(proof(p, left));
      case Verdict.Refuted r when r.evidence() instanceof Evidence.OpenSet -> Optional.of(oneSide(r));
      case Verdict.Refuted r -> Optional.of(atPoint(r.claim(), r.point(), gap(r), left));
      case Verdict.Supported s -> Optional.empty();
      case Verdict.Undecided u -> Optional.empty();
    };
  }

  private static double gap(Verdict.Refuted refuted) {
    try {
      return new BigDecimal(refuted.left()).subtract(new BigDecimal(refuted.right())).abs().doubleValue();
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean holdsLimit(Claim claim) {
    return Terms.holdsLimit(claim.left()) || Terms.holdsLimit(claim.right());
  }

  private static Audit silent(String why) {
    return new Audit(Voice.silent(why), Voice.silent(why));
  }

  private Audit proof(Verdict.Proved proved, Optional<Derivation> left) {
    Claim claim = proved.claim();
    if (holdsLimit(claim)) {
      return silent("limits are not put to it");
    }
    List<Fact> facts = new ArrayList<>(claim.assumptions().stream().map(Assumption::fact).toList());
    proved.cuts().forEach(c -> facts.add(new Fact.Holds(c)));
    proved.leastSizes().forEach((range, size) -> facts.add(new Fact.LeastSize(range, size)));
    List<Point> points = new ArrayList<>();
    for (Point point : PointSearch.samples(claim, MOST_POINTS, Budget.ofSteps(STEPS))) {
      PlainPoint plain = new PlainPoint(point);
      if (facts.stream().noneMatch(plain::violates)) {
        points.add(point);
      }
    }
    return new Audit(symjaOnProof(claim, points, left), plainOnProof(claim, points, left));
  }

  private Voice symjaOnProof(Claim claim, List<Point> points, Optional<Derivation> left) {
    List<Pair> pairs = symjaPairs(claim, points, left);
    Optional<Pair> failing = pairs.stream().filter(p -> fails(claim.order(), p)).findFirst();
    if (failing.isPresent()) {
      return Voice.disagrees(pairs.size(), failing.get().text());
    }
    return Voice.agrees(pairs.size() + (claim.order() == Claim.Order.EQUAL ? simplified(claim, points) : 0));
  }

  /** At how many sizes and choices of indices Symja simplifies the difference of the sides to 0. */
  private int simplified(Claim claim, List<Point> points) {
    Set<PointSearch.Pattern> patterns = new LinkedHashSet<>();
    points.forEach(p -> patterns.add(new PointSearch.Pattern(p.sizes(), p.indices())));
    int found = 0;
    for (PointSearch.Pattern pattern : patterns.stream().limit(MOST_SIMPLIFIED).toList()) {
      Optional<Point> point = points.stream().filter(p -> p.sizes().equals(pattern.sizes()) && p.indices().equals(pattern.indices())).findFirst();
      found += point.isPresent() && symja.agree(claim.left(), claim.right(), point.get()) ? 1 : 0;
    }
    return found;
  }

  private static Voice plainOnProof(Claim claim, List<Point> points, Optional<Derivation> left) {
    List<Pair> pairs = points.stream().flatMap(p -> plainPairs(claim, p, left).stream()).toList();
    Optional<Pair> failing = pairs.stream().filter(p -> fails(claim.order(), p)).findFirst();
    return failing.isPresent() ? Voice.disagrees(pairs.size(), failing.get().text()) : Voice.agrees(pairs.size());
  }

  /** Whether a relation that was proved certainly does not hold. */
  private static boolean fails(Claim.Order order, Pair pair) {
    return switch (order) {
      case EQUAL -> Math.abs(pair.difference()) > pair.noise();
      case NOT_EQUAL -> false;
      case LESS, LESS_OR_EQUAL -> pair.difference() > pair.noise();
      case GREATER, GREATER_OR_EQUAL -> pair.difference() < -pair.noise();
    };
  }

  /**
   * A claim that a point refutes.
   *
   * @param gap by how much the sides are said to differ, as far as the digits that are shown tell
   */
  private Audit atPoint(Claim claim, Point point, double gap, Optional<Derivation> left) {
    if (holdsLimit(claim)) {
      return silent("limits are not put to it");
    }
    PlainPoint plain = new PlainPoint(point);
    Optional<Assumption> violated = claim.assumptions().stream().filter(a -> plain.violates(a.fact())).findFirst();
    Voice byPlain =
        violated.isPresent()
            ? Voice.disagrees(1, "the point does not meet: " + violated.get().text())
            : against(claim.order(), plainPairs(claim, point, left), gap);
    return new Audit(against(claim.order(), symjaPairs(claim, List.of(point), left), gap), byPlain);
  }

  /** A relation that was refuted: with certainty only where the values differ by more than noise. */
  private static Voice against(Claim.Order order, List<Pair> pairs, double gap) {
    int agreeing = 0;
    for (Pair pair : pairs) {
      boolean apart = Math.abs(pair.difference()) > pair.noise();
      boolean holds =
          switch (order) {
            case EQUAL -> !apart && gap > 4 * pair.noise();
            case NOT_EQUAL -> apart;
            case LESS -> pair.difference() < -pair.noise();
            case LESS_OR_EQUAL -> pair.difference() < -pair.noise() || (!apart && gap > 4 * pair.noise());
            case GREATER -> pair.difference() > pair.noise();
            case GREATER_OR_EQUAL -> pair.difference() > pair.noise() || (!apart && gap > 4 * pair.noise());
          };
      if (holds) {
        return Voice.disagrees(1, pair.text());
      }
      boolean strict = order == Claim.Order.LESS || order == Claim.Order.GREATER;
      agreeing += apart || strict || order == Claim.Order.NOT_EQUAL ? 1 : 0;
    }
    return pairs.isEmpty() ? Voice.agrees(0) : agreeing == 0 ? Voice.silent("it cannot tell the two values apart") : Voice.agrees(agreeing);
  }

  /** One side has no value on an open part of the domain (SOUNDNESS 7b). */
  private Audit oneSide(Verdict.Refuted refuted) {
    Claim claim = refuted.claim();
    PlainPoint plain = new PlainPoint(refuted.point());
    boolean l = plain.value(claim.left()).isPresent();
    boolean r = plain.value(claim.right()).isPresent();
    boolean symjaLeft = symja.hasValue(claim.left(), refuted.point());
    boolean symjaRight = symja.hasValue(claim.right(), refuted.point());
    return new Audit(oneSide(symjaLeft, symjaRight), oneSide(l, r));
  }

  private static Voice oneSide(boolean left, boolean right) {
    if (left && right) {
      return Voice.disagrees(1, "it finds a value of both sides");
    }
    return left || right ? Voice.agrees(1) : Voice.silent("it finds a value of neither side");
  }

  private static List<Pair> plainPairs(Claim claim, Point point, Optional<Derivation> left) {
    PlainPoint plain = new PlainPoint(point);
    List<Pair> pairs = new ArrayList<>();
    Optional<PlainPoint.Measured> r = plain.value(claim.right());
    if (r.isEmpty()) {
      return pairs;
    }
    plain.value(claim.left()).ifPresent(l -> pairs.add(pair(point, l, r.get(), PlainPoint.ROUNDING * (l.scale() + r.get().scale()))));
    left.flatMap(d -> plain.derivative(d.term(), d.by()))
        .ifPresent(l -> pairs.add(pair(point, l, r.get(), DIFFERENCES * (l.scale() + r.get().scale()))));
    return pairs;
  }

  private static Pair pair(Point point, PlainPoint.Measured l, PlainPoint.Measured r, double noise) {
    return new Pair(point, l.value() - r.value(), noise, text(point, Double.toString(l.value()), Double.toString(r.value())));
  }

  private List<Pair> symjaPairs(Claim claim, List<Point> points, Optional<Derivation> left) {
    List<Pair> pairs = new ArrayList<>();
    symja.values(claim.left(), claim.right(), points.subList(0, Math.min(MOST_BY_SYMJA, points.size()))).forEach(v -> pairs.add(pair(v)));
    for (Point point : left.isPresent() ? points.subList(0, Math.min(MOST_SIMPLIFIED, points.size())) : List.<Point>of()) {
      symja.derivative(left.get().term(), left.get().by(), point)
          .ifPresent(d -> symja.values(d, claim.right(), List.of(point)).forEach(v -> pairs.add(pair(v))));
    }
    return pairs;
  }

  private static Pair pair(SecondOpinion.Values values) {
    double difference = values.left().subtract(values.right()).doubleValue();
    double noise = values.noise().multiply(BigDecimal.TEN).doubleValue();
    return new Pair(values.point(), difference, noise, text(values.point(), digits(values.left()), digits(values.right())));
  }

  private static String digits(BigDecimal value) {
    return value.round(new java.math.MathContext(12)).toString();
  }

  private static String text(Point point, String left, String right) {
    List<String> values = new ArrayList<>();
    point.sizes().forEach((range, size) -> values.add(range.name() + " = " + size));
    point.indices().forEach((index, element) -> values.add(index.name() + " = " + element));
    point.values().forEach((c, v) -> values.add(c.family().name() + (c.elements().isEmpty() ? "" : c.elements().toString()) + " = " + v));
    return "it finds " + left + " and " + right + (values.isEmpty() ? "" : " at " + String.join(", ", values));
  }
}
