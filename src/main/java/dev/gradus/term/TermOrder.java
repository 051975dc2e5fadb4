package dev.gradus.term;

import java.util.Comparator;
import java.util.List;

/**
 * The total order of terms by structure: kind first, then the parts from left to right. Whatever is canonical sorts by it; it never looks at a
 * hash. Zero exactly for equal terms, ranges being the same when their names are.
 */
public final class TermOrder {
  private TermOrder() {}

  /** The order as a comparator. */
  public static final Comparator<Term> TERMS = TermOrder::compare;

  /** Literals first, then free indices, then bound ones. */
  public static final Comparator<Index> INDICES = TermOrder::compare;

  public static int compare(Term left, Term right) {
    int c = Integer.compare(rank(left), rank(right));
    if (c != 0) {
      return c;
    }
    return switch (left) {
      case Rational a -> right instanceof Rational b ? a.compareTo(b) : 0;
      case Term.Size a -> right instanceof Term.Size b ? compare(a.range(), b.range()) : 0;
      case Term.Place a -> right instanceof Term.Place b ? compare(a.index(), b.index()) : 0;
      case Term.Pi a -> 0;
      case Term.Entry a -> right instanceof Term.Entry b ? compareEntries(a, b) : 0;
      case Term.Sum a -> right instanceof Term.Sum b ? compareAll(a.terms(), b.terms()) : 0;
      case Term.Product a -> right instanceof Term.Product b ? compareAll(a.factors(), b.factors()) : 0;
      case Term.Power a -> right instanceof Term.Power b ? comparePowers(a, b) : 0;
      case Term.Apply a -> right instanceof Term.Apply b ? compareApplications(a, b) : 0;
      case Term.Delta a -> right instanceof Term.Delta b ? comparePairs(a.left(), a.right(), b.left(), b.right()) : 0;
      case Term.Over a -> right instanceof Term.Over b ? compareOvers(a, b) : 0;
      case Term.Guard a -> right instanceof Term.Guard b ? compareGuards(a, b) : 0;
    };
  }

  public static int compare(Index left, Index right) {
    int c = Integer.compare(rank(left), rank(right));
    if (c == 0) {
      c = compare(left.range(), right.range());
    }
    if (c != 0) {
      return c;
    }
    return switch (left) {
      case Index.Literal a -> right instanceof Index.Literal b ? Integer.compare(a.value(), b.value()) : 0;
      case Index.Free a -> right instanceof Index.Free b ? a.name().compareTo(b.name()) : 0;
      case Index.Bound a -> right instanceof Index.Bound b ? Integer.compare(a.number(), b.number()) : 0;
    };
  }

  /** By name: ranges are nominal. */
  public static int compare(Range left, Range right) {
    return left.name().compareTo(right.name());
  }

  public static int compare(Family left, Family right) {
    int c = left.name().compareTo(right.name());
    if (c == 0) {
      c = Integer.compare(left.axes().size(), right.axes().size());
    }
    for (int k = 0; c == 0 && k < left.axes().size(); k++) {
      c = compare(left.axes().get(k), right.axes().get(k));
    }
    if (c == 0) {
      c = left.kind().compareTo(right.kind());
    }
    if (c == 0) {
      c = compareFamilies(left.arguments(), right.arguments());
    }
    return c != 0 ? c : compareFamilies(left.derivatives(), right.derivatives());
  }

  public static int compare(Condition left, Condition right) {
    int c = Integer.compare(rank(left), rank(right));
    if (c != 0) {
      return c;
    }
    c = compareAll(Terms.terms(left), Terms.terms(right));
    return c != 0 ? c : compareIndices(Terms.indices(left), Terms.indices(right));
  }

  public static int compare(Function left, Function right) {
    return switch (left) {
      case Function.Elementary a -> right instanceof Function.Elementary b ? a.compareTo(b) : -1;
      case Function.Opaque a -> right instanceof Function.Opaque b ? compareOpaque(a, b) : right instanceof Function.Elementary ? 1 : -1;
      case Function.Limit a -> right instanceof Function.Limit b ? compareLimits(a, b) : 1;
    };
  }

  /** Lists of indices, shorter first. */
  public static int compareIndices(List<Index> left, List<Index> right) {
    int c = Integer.compare(left.size(), right.size());
    for (int k = 0; c == 0 && k < left.size(); k++) {
      c = compare(left.get(k), right.get(k));
    }
    return c;
  }

  private static int compareOpaque(Function.Opaque a, Function.Opaque b) {
    int c = a.name().compareTo(b.name());
    if (c == 0) {
      c = Integer.compare(a.order(), b.order());
    }
    return c != 0 ? c : a.kind().compareTo(b.kind());
  }

  private static int compareLimits(Function.Limit a, Function.Limit b) {
    int c = compare(a.variable(), b.variable());
    c = c != 0 ? c : a.toward().compareTo(b.toward());
    return c != 0 ? c : a.at().compareTo(b.at());
  }

  private static int compareFamilies(List<Family> left, List<Family> right) {
    int c = Integer.compare(left.size(), right.size());
    for (int k = 0; c == 0 && k < left.size(); k++) {
      c = compare(left.get(k), right.get(k));
    }
    return c;
  }

  private static int compareAll(List<Term> left, List<Term> right) {
    int c = Integer.compare(left.size(), right.size());
    for (int k = 0; c == 0 && k < left.size(); k++) {
      c = compare(left.get(k), right.get(k));
    }
    return c;
  }

  private static int compareEntries(Term.Entry a, Term.Entry b) {
    int c = compare(a.family(), b.family());
    return c != 0 ? c : compareIndices(a.indices(), b.indices());
  }

  private static int comparePowers(Term.Power a, Term.Power b) {
    int c = compare(a.base(), b.base());
    return c != 0 ? c : Integer.compare(a.exponent(), b.exponent());
  }

  private static int compareApplications(Term.Apply a, Term.Apply b) {
    int c = compare(a.function(), b.function());
    return c != 0 ? c : compare(a.argument(), b.argument());
  }

  private static int compareOvers(Term.Over a, Term.Over b) {
    int c = compare(a.index(), b.index());
    return c != 0 ? c : compare(a.body(), b.body());
  }

  private static int compareGuards(Term.Guard a, Term.Guard b) {
    int c = compare(a.condition(), b.condition());
    return c != 0 ? c : compare(a.body(), b.body());
  }

  private static int comparePairs(Index a, Index b, Index c, Index d) {
    int first = compare(a, c);
    return first != 0 ? first : compare(b, d);
  }

  private static int rank(Index index) {
    return switch (index) {
      case Index.Literal i -> 0;
      case Index.Free i -> 1;
      case Index.Bound i -> 2;
    };
  }

  private static int rank(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> 0;
      case Condition.Distinct c -> 1;
      case Condition.Before c -> 2;
      case Condition.Positive c -> 3;
      case Condition.NonNegative c -> 4;
      case Condition.Zero c -> 5;
      case Condition.NonZero c -> 6;
    };
  }

  private static int rank(Term term) {
    return switch (term) {
      case Rational t -> 0;
      case Term.Pi t -> 1;
      case Term.Size t -> 2;
      case Term.Place t -> 3;
      case Term.Delta t -> 4;
      case Term.Entry t -> 5;
      case Term.Power t -> 6;
      case Term.Apply t -> 7;
      case Term.Product t -> 8;
      case Term.Sum t -> 9;
      case Term.Over t -> 10;
      case Term.Guard t -> 11;
    };
  }
}
