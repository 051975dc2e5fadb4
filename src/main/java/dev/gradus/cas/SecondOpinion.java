package dev.gradus.cas;

import dev.gradus.proof.kernel.Point;
import dev.gradus.term.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.eval.EvalEngine;

/** What Symja says of two terms, or of a term and a derivative, at given sizes and points; for audits, and never believed. */
public final class SecondOpinion {
  private final SymjaOracle oracle = new SymjaOracle();

  /**
   * The two sides at a point.
   *
   * @param noise by how much their difference may be off
   */
  public record Values(Point point, BigDecimal left, BigDecimal right, BigDecimal noise) {}

  /** True when Symja simplifies the difference of the two terms to 0 at the point's sizes and indices, whatever the components are; false says nothing. */
  public boolean agree(Term left, Term right, Point point) {
    if (!Caps.isBounded(left) || !Caps.isBounded(right)) {
      return false;
    }
    Instantiation at = Instantiation.of(point.sizes(), point.indices());
    Optional<Term> l = at.expand(left);
    Optional<Term> r = at.expand(right);
    return l.isPresent() && r.isPresent() && oracle.agree(l.get(), r.get());
  }

  /** The derivative at the point's sizes and indices, as Symja gives it; empty where it gives none. */
  public Optional<Term> derivative(Term term, Term.Entry by, Point point) {
    if (!Caps.isBounded(term)) {
      return Optional.empty();
    }
    Instantiation at = Instantiation.of(point.sizes(), point.indices());
    Optional<Term> instance = at.expand(term);
    Optional<Term.Entry> component = at.component(by);
    return instance.isPresent() && component.isPresent() ? oracle.raw(instance.get(), component.get()) : Optional.empty();
  }

  /** Whether Symja finds a real value of the term at the point. */
  public boolean hasValue(Term term, Point point) {
    return oracle.ask(engine -> new AtPoint(engine, point).value(term)).isPresent();
  }

  /** Both sides at those of the points at which Symja finds a value of both. */
  public List<Values> values(Term left, Term right, List<Point> points) {
    return oracle.<List<Values>>ask(engine -> Optional.of(both(engine, left, right, points))).orElse(List.of());
  }

  private static List<Values> both(EvalEngine engine, Term left, Term right, List<Point> points) {
    List<Values> found = new ArrayList<>();
    for (Point point : points) {
      AtPoint at = new AtPoint(engine, point);
      Optional<AtPoint.Found> l = at.value(left);
      Optional<AtPoint.Found> r = l.isPresent() ? at.value(right) : Optional.empty();
      r.ifPresent(f -> found.add(new Values(point, l.get().value(), f.value(), l.get().noise().add(f.noise()))));
    }
    return found;
  }
}
