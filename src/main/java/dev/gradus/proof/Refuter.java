package dev.gradus.proof;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.PointCheck;
import dev.gradus.proof.kernel.PointCheck.Comparison;
import dev.gradus.term.Budget;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for a point at which a claim fails (SOUNDNESS 7, 26): all equality patterns, several sizes, readable points first, in doubles; then the same points in
 * 50 digits and more, so that nothing is equal by tolerance. What it finds is checked by {@link PointCheck}.
 */
public final class Refuter {
  private static final int ENOUGH_POINTS = 24;
  private static final int FEW_POINTS = 6;
  private static final int MOST_PATTERNS = 24;
  private static final int MOST_ATTEMPTS = 60;
  /** After so many samples without any point at which both sides have a value the claim is given up. */
  private static final int FRUITLESS = 80;
  /** After so many attempts that show nothing new the search ends. */
  private static final int IDLE_ATTEMPTS = 8;
  /** After so many points without a value at 50 digits, and none with one, the claim is given up. */
  private static final int MOST_BLIND = 6;
  private static final int SPECIAL_ATTEMPTS = 8;
  /** The digits that doubles are asked for. */
  static final int DOUBLE = 15;
  private static final int DECIMAL = 50;
  /** The first points are compared in so many digits, where a difference below the agreeing digits shows. */
  private static final int FINEST = 210;
  private static final int FINE_POINTS = 2;
  private static final List<Mode> SIGNED = List.of(Mode.GENERIC, Mode.MIXED);
  private static final List<Mode> ONE_SIDED = List.of(Mode.POSITIVE, Mode.UNIT, Mode.LARGE, Mode.NEGATIVE);
  private static final List<Mode> SPECIAL = List.of(Mode.ZERO, Mode.EQUAL, Mode.EXTREME, Mode.SMALL);

  private final Claim claim;
  private final Budget budget;
  private final boolean explicit;
  private final int enough;
  private final Set<Point> tried = new LinkedHashSet<>();
  private final List<Point> pending = new ArrayList<>();
  private final List<Point> oneSided = new ArrayList<>();
  private Optional<Mode> lastGood = Optional.empty();
  private Optional<Point> failing = Optional.empty();
  private Optional<String> doubt = Optional.empty();
  private int blind;
  private int samples;
  private String why = "no point meets what is stated";

  /** What one point showed. */
  private enum Seen {
    NOTHING,
    /** both sides have a value there */
    VALUES,
    REFUTED
  }

  private Refuter(Claim claim, int enough, Budget budget) {
    this.claim = claim;
    this.enough = enough;
    this.explicit = ClaimParts.isExplicit(claim);
    this.budget = budget;
  }

  /** What a search found. */
  public sealed interface Outcome {
    /** A point that refutes, already checked. */
    record Found(Evidence evidence, Point point) implements Outcome {}

    /**
     * The relation holds at every point looked at; equal sides agree to so many digits of the largest term.
     *
     * @param points different ones, in all patterns that were tried
     * @param sizes all that were tried, of any range
     */
    record Agreed(int points, List<Integer> sizes, int digits) implements Outcome {
      public Agreed {
        sizes = List.copyOf(sizes);
      }
    }

    /** Too few points at which both sides have a value, or a value that cannot be told apart. */
    record NoPoint(String reason) implements Outcome {}

    /** Nothing of this kind is refuted by a point. */
    record Refused(String reason) implements Outcome {}
  }

  /** In: a claim, and steps of which at most half are spent here. Never throws for lack of steps. */
  public static Outcome search(Claim claim, Budget budget) {
    return search(claim, ENOUGH_POINTS, budget);
  }

  /** The same after fewer points: a last look at a claim for which there is a proof. */
  static Outcome glance(Claim claim, Budget budget) {
    return search(claim, FEW_POINTS, budget);
  }

  private static Outcome search(Claim claim, int enough, Budget budget) {
    if (ClaimParts.ambiguous(claim)) {
      return new Outcome.Refused("one name stands for two quantities");
    }
    List<Term> sides = new ArrayList<>(List.of(claim.left(), claim.right()));
    claim.assumptions().forEach(a -> sides.addAll(ClaimParts.terms(a.fact())));
    if (sides.stream().anyMatch(ClaimParts::holdsUnknown)) {
      return new Outcome.Refused("it holds a quantity or function that is not known");
    }
    long share = Math.max(0, budget.left() / 2);
    Budget own = Budget.ofSteps(share);
    Refuter refuter = new Refuter(claim, enough, own);
    Outcome outcome;
    try {
      outcome = refuter.run();
    } catch (Budget.Exhausted e) {
      outcome = refuter.failing.<Outcome>map(p -> new Outcome.Found(new Evidence.AtPoint(p), p))
          .orElseGet(() -> new Outcome.NoPoint("the " + e.getMessage()));
    }
    budget.spend(share - Math.max(0, own.left()));
    return outcome;
  }

  private Outcome run() {
    List<Map<Range, Integer>> sizes = PointSearch.sizes(claim, budget);
    List<PointSearch.Pattern> patterns = new ArrayList<>();
    for (Map<Range, Integer> each : sizes) {
      patterns.addAll(PointSearch.somePatterns(claim, each, MOST_PATTERNS, budget));
    }
    if (patterns.isEmpty()) {
      return new Outcome.NoPoint("no sizes or indices meet what is stated");
    }
    int idle = 0;
    for (int attempt = 0; attempt < MOST_ATTEMPTS && idle < IDLE_ATTEMPTS && !hopeless(); attempt++) {
      int before = pending.size();
      if ((attempt >= 2 || enough < ENOUGH_POINTS) && pending.size() >= enough) {
        break;
      }
      for (PointSearch.Pattern pattern : patterns) {
        if (visit(pattern, attempt)) {
          return found();
        }
        if (enough < ENOUGH_POINTS && pending.size() >= 2 * enough) {
          break;
        }
      }
      idle = pending.size() > before ? 0 : idle + 1;
    }
    boolean ordered = claim.order() != Claim.Order.EQUAL && claim.order() != Claim.Order.NOT_EQUAL;
    if (ordered && enough == ENOUGH_POINTS && new Descent(claim, budget).walk(List.copyOf(pending), p -> look(p) == Seen.REFUTED)) {
      return found();
    }
    Optional<Outcome> open = openSet();
    return open.isPresent() ? open.get() : precisely(sizes);
  }

  private boolean hopeless() {
    return pending.isEmpty() && (samples > FRUITLESS || blind > MOST_BLIND);
  }

  private Outcome found() {
    Point point = failing.orElseThrow();
    return new Outcome.Found(new Evidence.AtPoint(point), point);
  }

  /** One point of a pattern at which both sides have a value, of the first kind of values that has one; true when it refutes. */
  private boolean visit(PointSearch.Pattern pattern, int attempt) {
    Sampler sampler = new Sampler(claim, pattern, budget);
    List<Mode> modes = new ArrayList<>();
    modes.add(SIGNED.get(attempt % 2));
    lastGood.ifPresent(modes::add);
    modes.addAll(ONE_SIDED);
    modes.add(SIGNED.get(1 - attempt % 2));
    for (Mode mode : modes) {
      Seen seen = sampler.sample(mode, attempt).map(this::look).orElse(Seen.NOTHING);
      if (seen == Seen.REFUTED) {
        return true;
      }
      if (seen == Seen.VALUES) {
        lastGood = ONE_SIDED.contains(mode) ? Optional.of(mode) : lastGood;
        if (!explicit || attempt > 1) {
          break;
        }
      }
      samples++;
      if (hopeless()) {
        return false;
      }
    }
    if (claim.order() != Claim.Order.EQUAL && attempt < SPECIAL_ATTEMPTS) {
      for (Mode mode : SPECIAL) {
        if (sampler.sample(mode, attempt).map(this::look).orElse(Seen.NOTHING) == Seen.REFUTED) {
          return true;
        }
      }
    }
    return false;
  }

  private Seen look(Point point) {
    if (!tried.add(point)) {
      return Seen.NOTHING;
    }
    Comparison comparison = PointCheck.compare(claim, point, DOUBLE, budget);
    if (comparison instanceof Comparison.Open open && open.cause() == PointCheck.Cause.UNKNOWN) {
      comparison = PointCheck.compare(claim, point, DECIMAL, budget);
    }
    return switch (comparison) {
      case Comparison.Fails f -> confirm(point);
      case Comparison.Agrees a -> keep(point);
      case Comparison.Open o -> open(point, o);
    };
  }

  private Seen open(Point point, Comparison.Open open) {
    return switch (open.cause()) {
      case PRECISION -> keep(point);
      case UNDEFINED -> {
        why = open.why();
        oneSided.add(point);
        yield Seen.NOTHING;
      }
      case UNKNOWN -> {
        why = open.why();
        blind++;
        yield Seen.NOTHING;
      }
      case CONVENTION -> {
        doubt = Optional.of(open.why());
        yield Seen.NOTHING;
      }
      case KINK, NOT_ADMISSIBLE -> {
        why = open.why();
        yield Seen.NOTHING;
      }
    };
  }

  private Seen confirm(Point point) {
    if (PointCheck.refutes(claim, point, budget) instanceof Comparison.Fails) {
      failing = Optional.of(point);
      return Seen.REFUTED;
    }
    why = "an expression beside the claim has no value";
    return Seen.NOTHING;
  }

  private Seen keep(Point point) {
    if (!PointCheck.contextIsDefined(claim, point, budget)) {
      why = "an expression beside the claim has no value";
      return Seen.NOTHING;
    }
    pending.add(point);
    return Seen.VALUES;
  }

  private Optional<Outcome> openSet() {
    if (!explicit || pending.isEmpty()) {
      return Optional.empty();
    }
    Point common = pending.get(0);
    for (Point point : oneSided) {
      if (PointCheck.refutesOnOpenSet(claim, point, common, budget)) {
        return Optional.of(new Outcome.Found(new Evidence.OpenSet(point, common), point));
      }
    }
    return Optional.empty();
  }

  private Outcome precisely(List<Map<Range, Integer>> sizes) {
    int agreed = 0;
    int compared = 0;
    for (Point point : pending) {
      Comparison comparison = PointCheck.compare(claim, point, compared++ < FINE_POINTS ? FINEST : DECIMAL, budget);
      if (comparison instanceof Comparison.Open && doubt.isEmpty()) {
        comparison = PointCheck.compare(claim, point, budget);
      }
      switch (comparison) {
        case Comparison.Agrees a -> agreed++;
        case Comparison.Open o -> doubt = Optional.of(o.why());
        case Comparison.Fails f -> {
          if (PointCheck.refutes(claim, point, budget) instanceof Comparison.Fails) {
            failing = Optional.of(point);
            return found();
          }
        }
      }
    }
    if (doubt.isPresent()) {
      return new Outcome.NoPoint(doubt.get());
    }
    if (agreed < enough) {
      return new Outcome.NoPoint(agreed == 0 ? why : "only " + agreed + " points at which both sides have a value");
    }
    Set<Integer> used = new TreeSet<>();
    sizes.forEach(s -> used.addAll(s.values()));
    return new Outcome.Agreed(agreed, List.copyOf(used), PointCheck.AGREEING_DIGITS);
  }
}
