package dev.gradus.term;

import java.util.List;

/**
 * A named quantity: a number (no axes), a vector, a matrix, or one that depends on others and is not known further (an arbitrary loss).
 * Properties such as "positive" or "sums to one" are assumptions of a claim, not of the family.
 *
 * @param name unique within a claim; printed as it is (LaTeX)
 * @param axes the ranges of its indices
 * @param kind what a verdict may do with its value
 * @param arguments the families it is a differentiable function of; empty for independent variables
 * @param derivatives for a derivative of such a function: the arguments it was differentiated by, sorted; the axes end with theirs
 */
public record Family(String name, List<Range> axes, Kind kind, List<Family> arguments, List<Family> derivatives) {
  /** What is known of a family's value. */
  public enum Kind {
    /** any real value: the claim holds for all of them, any refutes it */
    VARIABLE,
    /** an arbitrary differentiable function of {@code arguments}, said to be so (READING 24): proved for all, refuted by one */
    ARBITRARY,
    /** exists but is not known (SOUNDNESS 24, READING 22): nothing that holds it is ever refuted */
    UNKNOWN
  }

  public Family {
    axes = List.copyOf(axes);
    arguments = List.copyOf(arguments);
    derivatives = List.copyOf(derivatives);
  }

  /** Families of one name rarely differ in more. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  public static Family variable(String name, Range... axes) {
    return new Family(name, List.of(axes), Kind.VARIABLE, List.of(), List.of());
  }

  public static Family unknown(String name, Range... axes) {
    return new Family(name, List.of(axes), Kind.UNKNOWN, List.of(), List.of());
  }

  /** An arbitrary differentiable function of the given families. */
  public static Family arbitrary(String name, List<Range> axes, List<Family> arguments) {
    return new Family(name, axes, Kind.ARBITRARY, arguments, List.of());
  }

  /** The same, of whose value something else is known. */
  public Family as(Kind other) {
    return new Family(name, axes, other, arguments, derivatives);
  }

  /** The name of what a derivative is the derivative of; of any other family its own. */
  public String original() {
    return name.substring(mark(derivatives).length());
  }

  /** What stands before a function's name in the name of its derivative. */
  public static String mark(List<Family> derivatives) {
    return derivatives.isEmpty() ? "" : "\\mathrm{D}_{" + String.join(",", derivatives.stream().map(Family::name).toList()) + "} ";
  }

  public boolean isScalar() {
    return axes.isEmpty();
  }

  /** This family at the given indices; one of the right range for each axis. */
  public Term at(Index... indices) {
    return new Term.Entry(this, List.of(indices));
  }
}
