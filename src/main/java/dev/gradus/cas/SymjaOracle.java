package dev.gradus.cas;

import dev.gradus.proof.Oracle;
import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.matheclipse.core.eval.EvalEngine;

/**
 * Symja as an oracle. Each call runs in a thread and an evaluator of its own; before it, degree, digits, depth and the number of monomials are
 * checked; a time limit is only the last guard. Symja is loaded at the first call that passes these checks.
 */
public final class SymjaOracle implements Oracle {
  private static final long MILLISECONDS = 4_000;

  /** After so many calls out of time (their threads may still run) no further one is made. */
  private static final int MOST_OUT_OF_TIME = 3;

  /** Sums over a range in one term whose bodies are simplified. */
  private static final int MOST_BODIES = 6;

  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong outOfTime = new AtomicLong();

  /**
   * What happened so far.
   *
   * @param asked calls of Symja
   * @param refused terms that were not handed over
   * @param failed calls in which Symja threw
   * @param outOfTime calls that were given up
   */
  public record Counts(long asked, long refused, long failed, long outOfTime) {}

  public Counts counts() {
    return new Counts(asked.get(), refused.get(), failed.get(), outOfTime.get());
  }

  @Override
  public Optional<Term> derivative(Term term, Term.Entry by) {
    return raw(term, by).map(d -> simplify(d).orElse(d));
  }

  /** The derivative as Symja gives it. */
  Optional<Term> raw(Term term, Term.Entry by) {
    if (!Caps.admit(term) || !isPlain(term, by)) {
      refused.incrementAndGet();
      return Optional.empty();
    }
    return ask(engine -> SymjaTasks.derivative(engine, term, by)).map(SymjaOracle::numbered);
  }

  @Override
  public Optional<Term> simplify(Term term) {
    if (!Caps.isBounded(term)) {
      refused.incrementAndGet();
      return Optional.empty();
    }
    Term contracted = Contraction.of(new Bodies(Terms.greatestBound(term)).of(Contraction.of(term), 0));
    Optional<Term> found = fraction(contracted).map(SymjaOracle::merged);
    return Stream.concat(found.stream(), Stream.of(contracted))
        .map(SymjaOracle::numbered)
        .min(Comparator.comparingInt(Caps::length))
        .filter(best -> Caps.length(best) < Caps.length(term));
  }

  /** What stands under sums over a range is simplified first, so that what does not depend on their index can be pulled out. */
  private final class Bodies {
    private int left = MOST_BODIES;
    private int greatestBound;

    Bodies(int greatestBound) {
      this.greatestBound = greatestBound;
    }

    Term of(Term term, int depth) {
      if (depth > Caps.MOST_DEPTH) {
        return term;
      }
      Term inner = Terms.mapParts(term, t -> of(t, depth + 1));
      if (!(inner instanceof Term.Over o) || Terms.parts(o.body()).size() <= 1 || --left < 0) {
        return inner;
      }
      return fraction(o.body()).map(SymjaOracle::merged).filter(b -> Caps.length(b) < Caps.length(o.body())).map(b -> over(o.index(), b)).orElse(o);
    }

    /** The body's binders get numbers that occur nowhere else. */
    private Term over(Index.Bound index, Term body) {
      Term apart = Terms.freshBound(body, Math.max(greatestBound, Terms.greatestBound(body)));
      greatestBound = Math.max(greatestBound, Terms.greatestBound(apart));
      return new Term.Over(index, apart);
    }
  }

  private Optional<Term> fraction(Term term) {
    if (!Caps.admitAsFraction(term)) {
      refused.incrementAndGet();
      return Optional.empty();
    }
    return ask(engine -> SymjaTasks.simplify(engine, term));
  }

  @Override
  public boolean agree(Term left, Term right) {
    if (!Caps.isBounded(left) || !Caps.isBounded(right)) {
      refused.incrementAndGet();
      return false;
    }
    Term difference = Contraction.of(Terms.minus(left, right));
    if (!Caps.admitAsFraction(difference)) {
      refused.incrementAndGet();
      return false;
    }
    return ask(engine -> SymjaTasks.isZero(engine, difference)).orElse(false);
  }

  <T> Optional<T> ask(Function<EvalEngine, Optional<T>> question) {
    if (outOfTime.get() >= MOST_OUT_OF_TIME) {
      refused.incrementAndGet();
      return Optional.empty();
    }
    asked.incrementAndGet();
    return switch (SymjaSession.call(question, MILLISECONDS)) {
      case SymjaSession.Ending.Answered<T> a -> a.answer();
      case SymjaSession.Ending.Failed<T> f -> none(failed);
      case SymjaSession.Ending.OutOfTime<T> o -> none(outOfTime);
    };
  }

  private static <T> Optional<T> none(AtomicLong counter) {
    counter.incrementAndGet();
    return Optional.empty();
  }

  /**
   * True when different components of the family are different symbols: a number, or all indices literal. What the family itself depends on does not
   * occur.
   */
  private static boolean isPlain(Term term, Term.Entry by) {
    Family family = by.family();
    boolean alone = family.arguments().stream().noneMatch(a -> Terms.families(term).stream().anyMatch(f -> f.name().equals(a.name())));
    boolean[] plain = {alone && by.indices().stream().allMatch(SymjaOracle::isFixed)};
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Entry e && e.family().name().equals(family.name())) {
            plain[0] &= e.family().equals(family) && e.indices().stream().allMatch(SymjaOracle::isFixed);
          }
        });
    return plain[0];
  }

  private static boolean isFixed(Index index) {
    return index instanceof Index.Literal l && l.value() != Index.Literal.LAST;
  }

  /** Powers of exponentials as exponentials: (e^x)^2 is e^(2x). */
  private static Term merged(Term term) {
    Term inner = Terms.mapParts(term, SymjaOracle::merged);
    if (inner instanceof Term.Power p && p.exponent() > 1 && p.base() instanceof Term.Apply a && a.function() == Elementary.EXP) {
      return Terms.exp(Terms.product(Rational.of(p.exponent()), a.argument()));
    }
    return inner;
  }

  /** All binders different, as terms must have them. */
  private static Term numbered(Term term) {
    return Symbols.canonical(term);
  }
}
