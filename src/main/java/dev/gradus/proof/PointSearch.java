package dev.gradus.proof;

import dev.gradus.proof.kernel.Admission;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Evaluation;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where to look at a claim: sizes, equality patterns, points at which both sides have a value. Believed by nobody. */
public final class PointSearch {
  private static final int ATTEMPTS = 4;
  /** After so many samples without a witness, and none found before, none is looked for. */
  private static final int FRUITLESS = 40;
  /** What is added to the least size of each first, second and third range. */
  private static final List<List<Integer>> OFFSETS = List.of(List.of(0, 1, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(3, 2, 1));
  /** Sizes tried for claims about nothing but sizes and indices, where each size gives one point. */
  private static final int MANY = 24;

  /** In a range of a fixed size up to this the kernel takes every element for itself, and asks for a witness of each. */
  private static final int WRITTEN_OUT = 12;

  private static final List<Mode> MODES = List.of(Mode.GENERIC, Mode.POSITIVE, Mode.UNIT, Mode.LARGE, Mode.NEGATIVE, Mode.MIXED);

  private PointSearch() {}

  /** Sizes of all ranges and elements of all free indices (SOUNDNESS 10): which indices and literals are equal. */
  public record Pattern(Map<Range, Integer> sizes, Map<Index.Free, Integer> indices) {
    public Pattern {
      sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
      indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
    }
  }

  /**
   * Sizes to try, smallest first, at least two for every range that is not fixed, chosen independently; at least 2, the range's least and its largest
   * literal (one more where the last element is named). Only such as meet equations between sizes; empty when none was found.
   */
  public static List<Map<Range, Integer>> sizes(Claim claim, Budget budget) {
    List<Range> ranges = List.copyOf(ClaimParts.ranges(claim).values());
    List<Fact.Equation> relations = new ArrayList<>();
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Equation e && aboutSizes(e)) {
        relations.add(e);
      }
    }
    List<Map<Range, Integer>> found = new ArrayList<>();
    if (relations.isEmpty()) {
      boolean bare = ClaimParts.families(claim).isEmpty();
      for (int variant = 0; variant < (bare ? MANY : OFFSETS.size()); variant++) {
        Map<Range, Integer> sizes = new LinkedHashMap<>();
        int k = 0;
        for (Range range : ranges) {
          int offset = bare && variant >= OFFSETS.size() ? (variant + 7 * k) % MANY : OFFSETS.get(variant).get(k % 3);
          sizes.put(range, range.fixed().orElse(least(claim, range) + offset));
          k += range.fixed().isPresent() ? 0 : 1;
        }
        if (!found.contains(sizes)) {
          found.add(sizes);
        }
      }
      return found;
    }
    for (Map<Range, Integer> sizes : grid(claim, ranges)) {
      budget.spend(1);
      Point point = new Point(sizes, Collections.emptyMap(), Collections.emptyMap());
      boolean fits = relations.stream().allMatch(e -> isZero(Terms.minus(e.left(), e.right()), point, budget));
      if (fits && found.size() < 4) {
        found.add(sizes);
      }
    }
    return found;
  }

  private static boolean aboutSizes(Fact.Equation equation) {
    Term difference = Terms.minus(equation.left(), equation.right());
    return Terms.families(difference).isEmpty() && Terms.openIndices(difference).isEmpty() && !Terms.ranges(difference).isEmpty();
  }

  private static boolean isZero(Term term, Point point, Budget budget) {
    return Evaluation.of(term, point, 15, budget) instanceof Evaluation.Value.Enclosed e && e.exact().map(Rational::isZero).orElse(false);
  }

  private static int least(Claim claim, Range range) {
    int least = Math.max(2, range.least());
    boolean last = false;
    for (Index index : ClaimParts.indices(claim)) {
      if (index instanceof Index.Literal literal && index.range().name().equals(range.name())) {
        last |= literal.value() == Index.Literal.LAST;
        least = literal.value() == Index.Literal.LAST ? least : Math.max(least, literal.value());
      }
    }
    int greatest = least;
    boolean named = last && ClaimParts.indices(claim).stream().anyMatch(i -> i instanceof Index.Literal l && l.value() == greatest && i.range().name().equals(range.name()));
    return named ? least + 1 : least;
  }

  private static List<Map<Range, Integer>> grid(Claim claim, List<Range> ranges) {
    List<Map<Range, Integer>> grid = List.of(new LinkedHashMap<>());
    for (Range range : ranges) {
      List<Map<Range, Integer>> longer = new ArrayList<>();
      for (Map<Range, Integer> sizes : grid) {
        int least = range.fixed().orElse(least(claim, range));
        for (int size = least; size <= least + (range.fixed().isPresent() ? 0 : 5) && longer.size() < 4_000; size++) {
          Map<Range, Integer> next = new LinkedHashMap<>(sizes);
          next.put(range, size);
          longer.add(next);
        }
      }
      grid = longer;
    }
    return grid;
  }

  /**
   * All equality patterns of the claim's free indices with each other and with its literals at the given sizes, those the stated conditions allow.
   * One set of elements for each; where the order or number of elements matters, and in ranges of small fixed size, every set of elements. Refuses (Exhausted) more than the budget's limit.
   */
  public static List<Pattern> patterns(Claim claim, Map<Range, Integer> sizes, Budget budget) {
    List<Pattern> found = patterns(claim, sizes, Integer.MAX_VALUE, budget);
    budget.check(Budget.Limit.PATTERNS, found.size());
    return found;
  }

  /** At most so many patterns, spread evenly: enough for a search, never for a proof. */
  static List<Pattern> somePatterns(Claim claim, Map<Range, Integer> sizes, int most, Budget budget) {
    return spread(patterns(claim, sizes, 8 * most, budget), most);
  }

  private static <T> List<T> spread(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> kept = new ArrayList<>();
    for (int k = 0; k < most; k++) {
      kept.add(all.get((int) ((long) k * (all.size() - 1) / (most - 1))));
    }
    return kept;
  }

  private static List<Pattern> patterns(Claim claim, Map<Range, Integer> sizes, int most, Budget budget) {
    List<Index> all = List.copyOf(ClaimParts.indices(claim));
    List<Index.Free> free = new ArrayList<>();
    Map<String, List<Integer>> named = new LinkedHashMap<>();
    Map<String, Integer> sizeOf = new LinkedHashMap<>();
    sizes.forEach((range, size) -> sizeOf.put(range.name(), size));
    for (Index index : all) {
      if (index instanceof Index.Free f) {
        boolean twice = free.stream().anyMatch(g -> g.name().equals(f.name()) && g.range().name().equals(f.range().name()));
        addIf(!twice, f, free);
      } else if (index instanceof Index.Literal l) {
        int element = l.value() == Index.Literal.LAST ? sizeOf.getOrDefault(l.range().name(), 0) : l.value();
        named.computeIfAbsent(l.range().name(), k -> new ArrayList<>()).add(element);
      }
    }
    List<Map<Index.Free, Integer>> found = List.of(new LinkedHashMap<>());
    boolean ordered =
        ClaimParts.terms(claim).stream().anyMatch(PointSearch::mindsOrder)
            || claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Holds h && h.condition() instanceof Condition.Before);
    for (Index.Free index : free) {
      List<Map<Index.Free, Integer>> longer = new ArrayList<>();
      for (Map<Index.Free, Integer> start : found) {
        List<Integer> taken = new ArrayList<>(named.getOrDefault(index.range().name(), List.of()));
        start.forEach((i, e) -> addIf(i.range().name().equals(index.range().name()), e, taken));
        boolean every = ordered || index.range().fixed().orElse(Integer.MAX_VALUE) <= WRITTEN_OUT;
        boolean fresh = false;
        for (int element = 1; element <= sizeOf.getOrDefault(index.range().name(), 0); element++) {
          boolean known = taken.contains(element);
          if (known || every || !fresh) {
            Map<Index.Free, Integer> next = new LinkedHashMap<>(start);
            next.put(index, element);
            longer.add(next);
          }
          fresh |= !known;
        }
        budget.spend(1);
        if (most == Integer.MAX_VALUE) {
          budget.check(Budget.Limit.PATTERNS, longer.size());
        }
      }
      found = spread(longer, most);
    }
    return found.stream().map(i -> new Pattern(sizes, i)).filter(p -> allowed(claim, p, budget)).toList();
  }

  private static <T> void addIf(boolean wanted, T element, List<T> to) {
    if (wanted) {
      to.add(element);
    }
  }

  private static boolean mindsOrder(Term term) {
    boolean[] found = {false};
    Terms.visit(term, t -> found[0] |= t instanceof Term.Place || (t instanceof Term.Guard g && g.condition() instanceof Condition.Before));
    return found[0];
  }

  private static boolean allowed(Claim claim, Pattern pattern, Budget budget) {
    Point point = new Point(pattern.sizes(), pattern.indices(), Collections.emptyMap());
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Holds h && Terms.terms(h.condition()).isEmpty()) {
        boolean holds =
            Evaluation.of(new Term.Guard(h.condition(), Rational.ONE), point, 15, budget) instanceof Evaluation.Value.Enclosed e
                && e.exact().map(Rational::isOne).orElse(false);
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  /** A point of the pattern that meets the assumptions and at which both sides and the context have a value; off kinks where one was found. */
  public static Optional<Point> witness(Claim claim, Pattern pattern, Budget budget) {
    return witness(claim, pattern, ATTEMPTS * MODES.size(), budget);
  }

  private static Optional<Point> witness(Claim claim, Pattern pattern, int most, Budget budget) {
    Sampler sampler = new Sampler(claim, pattern, budget);
    // an equation between exponentials is seen to hold only where their exponents are 0, one for each entry of a vector most easily at 0
    boolean still = claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation e && (holds(e.left(), Function.Elementary.EXP) || holds(e.right(), Function.Elementary.EXP) || ofVectors(e)));
    Optional<Point> zero = still ? sampler.sample(Mode.ZERO, 0).filter(p -> PointCheck.isWitness(claim, p, budget)) : Optional.empty();
    // q_i = 1/n of a distribution q
    Optional<Point> equal = zero.isEmpty() && tied(claim) ? sampler.sample(Mode.EQUAL, 0).filter(p -> PointCheck.isWitness(claim, p, budget)) : zero;
    if (equal.isPresent()) {
      return equal;
    }
    for (int sample = 0; sample < Math.min(most, ATTEMPTS * MODES.size()); sample++) {
      Optional<Point> point = sampler.sample(MODES.get(sample % MODES.size()), sample / MODES.size());
      if (point.isPresent() && PointCheck.isWitness(claim, point.get(), budget)) {
        return point;
      }
    }
    boolean logarithms = claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation e && holds(Terms.minus(e.left(), e.right()), Function.Elementary.LOG));
    return logarithms ? sampler.sample(Mode.UNIT, Solver.RATIONAL).filter(p -> PointCheck.isWitness(claim, p, budget)) : Optional.empty();
  }

  /** Whether an equation speaks of what sums to one. */
  private static boolean tied(Claim claim) {
    List<Fact> facts = claim.assumptions().stream().map(Assumption::fact).toList();
    return facts.stream().anyMatch(f -> f instanceof Fact.Equation e && facts.stream().anyMatch(g -> g instanceof Fact.SumsToOne s && Terms.families(e.left(), e.right()).stream().anyMatch(x -> ClaimParts.same(x, s.family()))));
  }

  /** Points at several sizes and in several patterns at which both sides have a value, at most so many; those found when the steps are used up. */
  public static List<Point> samples(Claim claim, int most, Budget budget) {
    List<Point> found = new ArrayList<>();
    try {
      for (Map<Range, Integer> sizes : sizes(claim, budget)) {
        for (Pattern pattern : somePatterns(claim, sizes, ATTEMPTS, budget)) {
          found.addAll(samples(claim, pattern, most - found.size(), budget));
        }
      }
    } catch (Budget.Exhausted exhausted) {
      return found;
    }
    return found;
  }

  /** At most two points of a pattern: one of small values, in which little is lost to rounding, and one of any. */
  private static List<Point> samples(Claim claim, Pattern pattern, int most, Budget budget) {
    List<Point> found = new ArrayList<>();
    Sampler sampler = new Sampler(claim, pattern, budget);
    for (Mode mode : List.of(Mode.UNIT, Mode.GENERIC, Mode.LARGE, Mode.NEGATIVE, Mode.MIXED)) {
      Optional<Point> point = found.size() < Math.min(2, most) ? sampler.sample(mode, 1) : Optional.empty();
      point.filter(p -> PointCheck.isWitness(claim, p, budget)).ifPresent(found::add);
    }
    return found;
  }

  private static boolean ofVectors(Fact.Equation e) {
    return Terms.openIndices(e.left(), e.right()).stream().anyMatch(i -> i instanceof Index.Free);
  }

  private static boolean holds(Term term, Function function) {
    return (term instanceof Term.Apply a && a.function().equals(function)) || Terms.parts(term).stream().anyMatch(t -> holds(t, function));
  }

  /**
   * A witness for every pattern that has one, at sizes that have room for all indices and literals to differ. Those found so far when the steps
   * are used up; none after too many samples that fail.
   */
  public static List<Point> witnesses(Claim claim, Budget budget) {
    List<Point> found = new ArrayList<>();
    int failed = 0;
    try {
      for (Map<Range, Integer> sizes : witnessSizes(claim, budget)) {
        if (!found.isEmpty() && !sizes.equals(found.getFirst().sizes()) && Inverses.some(claim)) {
          break;
        }
        failed = Inverses.some(claim) && found.isEmpty() ? 0 : failed;
        for (Pattern pattern : patterns(claim, sizes, budget)) {
          Optional<Point> point = failed < FRUITLESS ? witness(claim, pattern, FRUITLESS - failed, budget) : Optional.empty();
          failed = found.isEmpty() && point.isEmpty() ? failed + ATTEMPTS * MODES.size() : 0;
          point.ifPresent(found::add);
        }
      }
    } catch (Budget.Exhausted exhausted) {
      if (exhausted.limit() != Budget.Limit.STEPS) {
        throw exhausted;
      }
    }
    return found;
  }

  /** X^TX has no inverse where X has more columns than rows: then other sizes are tried, until one has witnesses. */
  private static List<Map<Range, Integer>> witnessSizes(Claim claim, Budget budget) {
    List<Map<Range, Integer>> all = new ArrayList<>(roomy(claim, budget));
    if (Inverses.some(claim)) {
      sizes(claim, budget).stream().filter(s -> !all.contains(s)).forEach(all::add);
    }
    return all;
  }

  /** The least sizes, and where these have no room for all indices the first that have; stated relations between sizes are kept. */
  private static List<Map<Range, Integer>> roomy(Claim claim, Budget budget) {
    List<Map<Range, Integer>> offered = sizes(claim, budget);
    if (offered.isEmpty()) {
      return offered;
    }
    Map<Range, Integer> first = offered.getFirst();
    Map<Range, Integer> room = new LinkedHashMap<>(first);
    for (Range range : first.keySet()) {
      long open = ClaimParts.indices(claim).stream().filter(i -> i.range().name().equals(range.name())).count();
      if (range.fixed().isEmpty()) {
        room.merge(range, (int) Math.min(open, MANY), Math::max);
      }
    }
    boolean related = claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.Equation e && aboutSizes(e));
    return room.equals(first) ? List.of(first) : related ? offered : List.of(room);
  }

  /** Whether the point meets all assumptions of the claim. */
  static boolean admits(Claim claim, Point point, Budget budget) {
    return PointCheck.satisfies(claim, point, budget) instanceof Admission.Outcome.Satisfied;
  }
}
