package dev.gradus.proof.kernel;

import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Polynomials that are sums of squares, by a Gram matrix over the roots of their own squares (Powers and Woermann 1998). */
final class Squares {
  private static final int GRAM = 16;

  private Squares() {}

  static int signs(Poly p, PolynomialSign in) {
    int s = notNegative(p, in);
    return s != Signs.ANY ? s : Signs.negate(notNegative(p.times(Poly.Mono.UNIT, Rational.MINUS_ONE), in));
  }

  /** p = (a form in monomials b with a positive semidefinite matrix) + (monomials that are not negative). */
  private static int notNegative(Poly p, PolynomialSign in) {
    List<Poly.Mono> basis = new ArrayList<>();
    List<Poly.Mono> mixed = new ArrayList<>();
    boolean positive = false;
    for (Map.Entry<Poly.Mono, Rational> t : p.terms().entrySet()) {
      Poly.Mono m = t.getKey();
      boolean square = m.powers().entrySet().stream().allMatch(f -> hasRoot(f.getKey(), f.getValue(), in));
      if (t.getValue().signum() > 0 && square) {
        basis.add(m.pow(Rational.HALF));
      } else if (t.getValue().signum() > 0 && (in.of(m) & Signs.NEG) == 0) {
        positive |= in.of(m) == Signs.POS;
      } else {
        mixed.add(m);
      }
    }
    int n = basis.size();
    if (n > GRAM || mixed.size() > n * n) {
      return Signs.ANY;
    }
    Rational[][] gram = new Rational[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Poly.Mono m = basis.get(i).times(basis.get(j));
        in.budget.spend(1);
        boolean off = i != j && mixed.contains(m);
        gram[i][j] = i == j || off ? p.terms().getOrDefault(m, Rational.ZERO).times(i == j ? Rational.ONE : Rational.HALF) : Rational.ZERO;
      }
    }
    for (Poly.Mono m : mixed) { // a monomial that is a product in several ways is shared out evenly
      int ways = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          ways += basis.get(i).times(basis.get(j)).equals(m) ? 1 : 0;
        }
      }
      for (int i = 0; i < n && ways > 1; i++) {
        for (int j = 0; j < n; j++) {
          gram[i][j] = i != j && basis.get(i).times(basis.get(j)).equals(m) ? gram[i][j].dividedBy(Rational.of(ways)) : gram[i][j];
        }
      }
      if (ways == 0) {
        return Signs.ANY;
      }
    }
    for (int i = 0; i < n; i++) { // a square that stands alone
      int row = i;
      boolean alone = IntStream.range(0, n).allMatch(j -> j == row || gram[row][j].isZero());
      positive |= alone && (in.of(basis.get(i)) & Signs.ZERO) == 0;
    }
    int rank = rank(gram);
    boolean never = positive || (rank == n && basis.stream().anyMatch(b -> (in.of(b) & Signs.ZERO) == 0));
    return rank < 0 ? Signs.ANY : never ? Signs.POS : Signs.NOT_NEG;
  }

  static boolean hasRoot(int kernel, Rational exponent, PolynomialSign in) {
    return kernel < 0 || (in.signOf(kernel) & Signs.NEG) == 0 || exponent.times(Rational.HALF).isInteger();
  }

  /** The rank of a symmetric matrix that is positive semidefinite, -1 when it is not; by elimination. */
  private static int rank(Rational[][] a) {
    int rank = 0;
    for (int k = 0; k < a.length; k++) {
      if (a[k][k].signum() < 0) {
        return -1;
      }
      for (int i = k + 1; i < a.length; i++) {
        if (a[k][k].isZero() && !a[k][i].isZero()) {
          return -1;
        }
        for (int j = k + 1; j < a.length && !a[k][k].isZero(); j++) {
          a[i][j] = a[i][j].minus(a[i][k].times(a[k][j]).dividedBy(a[k][k]));
        }
      }
      rank += a[k][k].isZero() ? 0 : 1;
    }
    return rank;
  }
}
