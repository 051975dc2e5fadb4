package dev.gradus.proof.kernel;

import dev.gradus.audit.PlainValue;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.TermOrder;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A random point that meets the facts of a claim, with plain double values of terms there; shares no code with the kernel. */
public final class PlainPoint {
  private static final int LARGEST = 3;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Map<String, Integer> sizes = new TreeMap<>();
  private final Map<Index, Integer> elements = new TreeMap<>(TermOrder.INDICES);
  private final Map<String, Double> drawn = new TreeMap<>();
  private final Map<String, Fact> known = new TreeMap<>();
  private final Random random;

  private PlainPoint(Random random) {
    this.random = random;
  }

  /** What plain arithmetic says of a claim. */
  public sealed interface Checked {
    record Differs(String point) implements Checked {}

    record Agrees(int points) implements Checked {}

    /** The facts or terms are none that plain arithmetic speaks of. */
    record Unknown() implements Checked {}
  }

  /** A point at which what was proved does not hold. */
  public static Checked contradiction(Verdict.Proved proved, Random random, int points) {
    List<Fact> facts = new ArrayList<>();
    proved.claim().assumptions().forEach(a -> facts.add(a.fact()));
    proved.cuts().forEach(c -> facts.add(new Fact.Holds(c)));
    proved.leastSizes().forEach((range, size) -> facts.add(new Fact.LeastSize(range, size)));
    return contradiction(proved.claim().left(), proved.claim().order(), proved.claim().right(), facts, random, points);
  }

  static Checked contradiction(Term left, Claim.Order order, Term right, List<Fact> facts, Random random, int points) {
    int compared = 0;
    for (int k = 0; k < 20 * points && compared < points; k++) {
      Optional<PlainPoint> point = of(List.of(left, right), facts, random);
      Optional<Double> l = point.flatMap(p -> p.value(left));
      Optional<Double> r = point.flatMap(p -> p.value(right));
      if (l.isPresent() && r.isPresent()) {
        compared++;
        if (!holds(l.get(), order, r.get())) {
          return new Checked.Differs(point.get() + ": " + l.get() + " and " + r.get());
        }
      }
    }
    return compared == 0 ? new Checked.Unknown() : new Checked.Agrees(compared);
  }

  private static boolean holds(double l, Claim.Order order, double r) {
    double slack = 1e-6 * (1 + Math.abs(l) + Math.abs(r));
    return switch (order) {
      case EQUAL -> Math.abs(l - r) <= slack;
      case NOT_EQUAL -> true;
      case LESS, LESS_OR_EQUAL -> l <= r + slack;
      case GREATER, GREATER_OR_EQUAL -> r <= l + slack;
    };
  }

  /** A point for the terms; empty where the facts leave none at the drawn sizes and values, or are not known here. */
  private static Optional<PlainPoint> of(List<Term> terms, List<Fact> facts, Random random) {
    PlainPoint point = new PlainPoint(random);
    Term[] all = terms.toArray(Term[]::new);
    for (Range r : Terms.ranges(all)) {
      point.sizes.computeIfAbsent(r.name(), n -> r.fixed().orElse(1 + random.nextInt(LARGEST)));
    }
    for (Index i : Terms.openIndices(all)) {
      if (i instanceof Index.Free) {
        point.elements.put(i, 1 + random.nextInt(point.sizes.getOrDefault(i.range().name(), 1)));
      }
    }
    for (Fact fact : facts) {
      for (Family f : ClaimParts.family(fact)) {
        if (point.known.put(f.name(), fact) != null) {
          return Optional.empty();
        }
      }
    }
    return facts.stream().allMatch(point::meets) ? Optional.of(point) : Optional.empty();
  }

  private boolean meets(Fact fact) {
    return switch (fact) {
      case Fact.Holds h -> meets(h.condition());
      case Fact.LeastSize l -> sizes.getOrDefault(l.range().name(), l.size()) >= l.size();
      case Fact.Equation e -> false;
      case Fact.AllPositive p -> true;
      case Fact.AllInUnitInterval u -> true;
      case Fact.SumsToOne s -> true;
      case Fact.OneOf o -> true;
      case Fact.WholeNumbers w -> true;
      case Fact.Symmetric s -> true;
    };
  }

  private boolean meets(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> element(c.left()) == element(c.right());
      case Condition.Distinct c -> element(c.left()) != element(c.right());
      case Condition.Before c -> element(c.left()) < element(c.right());
      case Condition.Positive c -> value(c.term()).filter(v -> v > 0).isPresent();
      case Condition.NonNegative c -> value(c.term()).filter(v -> v >= 0).isPresent();
      case Condition.Zero c -> value(c.term()).filter(v -> v == 0).isPresent();
      case Condition.NonZero c -> value(c.term()).filter(v -> Math.abs(v) > 1e-9).isPresent();
    };
  }

  private int element(Index index) {
    return index instanceof Index.Literal l ? l.value() : elements.getOrDefault(index, 1);
  }

  /** The value; empty where there is none, or where plain numbers are not to be trusted. */
  private Optional<Double> value(Term term) {
    return new PlainValue(sizes, elements, this::component).of(term);
  }

  private double component(String family, String at) {
    Fact fact = known.get(family);
    if (fact == null) {
      return drawn.computeIfAbsent(family + at, k -> random.nextInt(9) / 4.0 - 0.9 + random.nextDouble() / 8);
    }
    List<Integer> place = new ArrayList<>(NUMBER.matcher(at).results().map(m -> Integer.parseInt(m.group())).toList());
    return switch (fact) {
      case Fact.SumsToOne s -> share(s, family, place);
      case Fact.OneOf o -> drawn.computeIfAbsent(family + at, k -> number(o.values().get(random.nextInt(o.values().size()))));
      case Fact.AllPositive p -> drawn.computeIfAbsent(family + at, k -> 0.1 + 2 * random.nextDouble());
      case Fact.AllInUnitInterval u -> drawn.computeIfAbsent(family + at, k -> 0.05 + 0.9 * random.nextDouble());
      case Fact.WholeNumbers w -> drawn.computeIfAbsent(family + at, k -> (double) w.least() + random.nextInt(4));
      case Fact.Symmetric s -> {
        Collections.sort(place);
        yield drawn.computeIfAbsent(family + place, k -> 2 * random.nextDouble() - 1);
      }
      case Fact.Holds h -> throw new IllegalStateException();
      case Fact.LeastSize l -> throw new IllegalStateException();
      case Fact.Equation e -> throw new IllegalStateException();
    };
  }

  private double share(Fact.SumsToOne sums, String family, List<Integer> place) {
    double all = 0;
    double own = 0;
    int here = place.get(sums.axis());
    int size = sizes.getOrDefault(sums.family().axes().get(sums.axis()).name(), 1);
    for (int k = 1; k <= size; k++) {
      place.set(sums.axis(), k);
      double u = drawn.computeIfAbsent(family + place, x -> 0.2 + random.nextDouble());
      all += u;
      own = k == here ? u : own;
    }
    return own / all;
  }

  private static double number(Rational r) {
    return r.numerator().doubleValue() / r.denominator().doubleValue();
  }

  @Override
  public String toString() {
    return sizes + " " + elements + " " + drawn;
  }
}
