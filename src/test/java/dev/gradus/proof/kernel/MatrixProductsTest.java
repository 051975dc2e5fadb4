package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What follows from stated equations between products of matrices, on terms; beside each true claim one that looks like it and does not follow. */
final class MatrixProductsTest {
  private final Say say = new Say();
  private final List<DynamicTest> tests = new ArrayList<>();
  private static final Index R = free("r", N);
  private static final Index S = free("s", N);
  private static final Index P = free("p", D);
  private static final Index Q = free("q", D);

  /** V is n by d and M is d by n: an inverse from the left only. */
  private final Family v = Family.variable("V", N, D);

  private final Family m = Family.variable("M", D, N);
  private final Family w = Family.variable("W", D, N);
  private final Family a = Family.variable("A", N, N);
  private final Family b = Family.variable("B", N, N);
  private final Family c = Family.variable("C", N, N);
  private final Family x = Family.variable("x", N);
  private final Family y = Family.variable("y", N);
  private final Family z = Family.variable("z", D);
  private final Family s = Family.variable("s", N);

  private void shown(String name, Term left, Term right, Fact... facts) {
    test(name, true, left, right, facts);
  }

  private void open(String name, Term left, Term right, Fact... facts) {
    test("not: " + name, false, left, right, facts);
  }

  private void test(String name, boolean expected, Term left, Term right, Fact... facts) {
    List<Assumption> assumptions = Arrays.stream(facts).map(f -> Assumption.stated(f, f.toString())).toList();
    Claim claim = new Claim(left, Claim.Order.EQUAL, right, assumptions, List.of(), List.of());
    tests.add(dynamicTest(name, () -> assertEquals(expected, MatrixProducts.show(Ranges.of(claim).orElseThrow().in(claim), Budget.standard()))));
  }

  /** (F G)_ij. */
  private Term product(Family f, Family g, Index i, Index j) {
    return say.sum(f.axes().get(1), k -> mul(f.at(i, k), g.at(k, j)));
  }

  /** (F^T G)_ij. */
  private Term turned(Family f, Family g, Index i, Index j) {
    return say.sum(f.axes().get(0), k -> mul(f.at(k, i), g.at(k, j)));
  }

  private Term image(Family f, Family vector, Index i) {
    return say.sum(f.axes().get(1), k -> mul(f.at(i, k), vector.at(k)));
  }

  private Term dot(Range range, Say.Body f, Say.Body g) {
    return say.sum(range, k -> mul(f.at(k), g.at(k)));
  }

  private Fact unit(Family f, Family g) {
    return new Fact.Equation(product(f, g, R, S), delta(R, S));
  }

  @TestFactory
  List<DynamicTest> equationsBetweenVectors() {
    Term t = Family.variable("t").at();
    Fact scaled = new Fact.Equation(mul(t, image(a, x, R)), mul(t, image(b, x, R)));
    shown("t A x = t B x => A x = B x for t > 0", image(a, x, I), image(b, x, I), scaled, new Fact.Holds(new Condition.Positive(t)));
    open("t A x = t B x => A x = B x for t >= 0", image(a, x, I), image(b, x, I), scaled, new Fact.Holds(new Condition.NonNegative(t)));
    open("t A x = t B x => A x = B x", image(a, x, I), image(b, x, I), scaled);
    shown("(A x)_r = (B x)_r for every r", image(a, x, I), image(b, x, I), new Fact.Equation(image(a, x, R), image(b, x, R)));
    open("(A x)_r = (B x)_r for some r", image(a, x, I), image(b, x, I), new Fact.Equation(image(a, x, R), image(b, x, R), false));
    return tests;
  }

  @TestFactory
  List<DynamicTest> inverses() {
    Fact left = new Fact.Equation(product(v, m, R, S), delta(R, S));
    shown("V M x = x", say.sum(D, k -> mul(v.at(I, k), image(m, x, k))), x.at(I), left);
    open("M V z = z", say.sum(N, k -> mul(m.at(P, k), image(v, z, k))), z.at(P), left);
    shown("M x = z gives x = V z", image(v, z, I), x.at(I), left, new Fact.Equation(image(m, x, P), z.at(P)));
    open("V z = x gives z = M x", image(m, x, Q), z.at(Q), left, new Fact.Equation(image(v, z, R), x.at(R)));
    shown("tr(V M) = n", say.sum(N, i -> say.sum(D, k -> mul(v.at(i, k), m.at(k, i)))), size(N), left);
    open("tr(V M) = d", say.sum(N, i -> say.sum(D, k -> mul(v.at(i, k), m.at(k, i)))), size(D), left);
    shown("M V M = M", say.sum(N, k -> mul(m.at(P, k), product(v, m, k, I))), m.at(P, I), left);
    open("M V M = V^T", say.sum(N, k -> mul(m.at(P, k), product(v, m, k, I))), v.at(I, P), left);
    Fact second = new Fact.Equation(product(v, w, R, S), delta(R, S));
    open("two right inverses are the same", m.at(P, I), w.at(P, I), left, second);
    Fact both = new Fact.Equation(product(w, v, P, Q), delta(P, Q));
    shown("left and right inverse are the same", m.at(P, I), w.at(P, I), left, both);
    shown("V (M + W) = 2 I", say.sum(D, k -> mul(v.at(I, k), add(m.at(k, J), w.at(k, J)))), mul(q(2), delta(I, J)), left, second);
    open("V (M - W) = I", say.sum(D, k -> mul(v.at(I, k), sub(m.at(k, J), w.at(k, J)))), delta(I, J), left, second);
    return tests;
  }

  @TestFactory
  List<DynamicTest> productsOfInverses() {
    Family ia = Family.variable("A^-", N, N);
    Family ib = Family.variable("B^-", N, N);
    Fact[] given = {unit(ia, a), unit(ib, b)};
    Say.Body row = k -> product(a, b, k, J);
    shown("B^- A^- A B = I", say.sum(N, k -> mul(product(ib, ia, I, k), row.at(k))), delta(I, J), given);
    open("A^- B^- A B = I", say.sum(N, k -> mul(product(ia, ib, I, k), row.at(k))), delta(I, J), given);
    shown("A^- (A x + A y) = x + y", say.sum(N, k -> mul(ia.at(I, k), add(image(a, x, k), image(a, y, k)))), add(x.at(I), y.at(I)), given);
    open("A^- (A x + B y) = x + y", say.sum(N, k -> mul(ia.at(I, k), add(image(a, x, k), image(b, y, k)))), add(x.at(I), y.at(I)), given);
    Term trace = say.sum(N, i -> say.sum(N, k -> mul(product(ia, b, i, k), a.at(k, i))));
    shown("tr(A^- B A) = tr B, by turning", trace, say.sum(N, i -> b.at(i, i)), unit(a, ia));
    open("tr(A^- B A) = tr A", trace, say.sum(N, i -> a.at(i, i)), unit(a, ia));
    shown("resolvent: A^- - B^- = A^- (B - A) B^-", sub(ia.at(I, J), ib.at(I, J)), say.sum(N, k -> mul(ia.at(I, k), say.sum(N, l -> mul(sub(b.at(k, l), a.at(k, l)), ib.at(l, J))))), unit(ia, a), unit(b, ib));
    open("A^- - B^- = A^- (A - B) B^-", sub(ia.at(I, J), ib.at(I, J)), say.sum(N, k -> mul(ia.at(I, k), say.sum(N, l -> mul(sub(a.at(k, l), b.at(k, l)), ib.at(l, J))))), unit(ia, a), unit(b, ib));
    return tests;
  }

  @TestFactory
  List<DynamicTest> orthogonalColumns() {
    Family u = Family.variable("U", N, D);
    Fact unit = new Fact.Equation(turned(u, u, P, Q), delta(P, Q));
    Term length = say.sum(N, i -> pow(image(u, z, i), 2));
    shown("|U z|^2 = |z|^2", length, say.sum(D, k -> pow(z.at(k), 2)), unit);
    open("|U^T x|^2 = |x|^2", say.sum(D, k -> pow(say.sum(N, i -> mul(u.at(i, k), x.at(i))), 2)), say.sum(N, i -> pow(x.at(i), 2)), unit);
    Say.Body projected = i -> say.sum(D, k -> mul(u.at(i, k), say.sum(N, j -> mul(u.at(j, k), x.at(j)))));
    Term twice = say.sum(D, k -> mul(u.at(I, k), say.sum(N, j -> mul(u.at(j, k), projected.at(j)))));
    shown("U U^T U U^T x = U U^T x", twice, projected.at(I), unit);
    open("U U^T x = x", projected.at(I), x.at(I), unit);
    shown("tr(U U^T) = d", say.sum(N, i -> say.sum(D, k -> pow(u.at(i, k), 2))), size(D), unit);
    open("tr(U U^T) = n", say.sum(N, i -> say.sum(D, k -> pow(u.at(i, k), 2))), size(N), unit);
    Term rest = dot(N, i -> sub(x.at(i), projected.at(i)), projected);
    shown("the rest is orthogonal to the projection", rest, q(0), unit);
    open("the rest is orthogonal to x", dot(N, i -> sub(x.at(i), projected.at(i)), x::at), q(0), unit);
    return tests;
  }

  @TestFactory
  List<DynamicTest> formsAndTraces() {
    Term form = say.sum(N, i -> say.sum(N, j -> mul(x.at(i), a.at(i, j), y.at(j))));
    Term back = say.sum(N, i -> say.sum(N, j -> mul(y.at(i), a.at(i, j), x.at(j))));
    shown("x^T A y = y^T A x, A symmetric", form, back, new Fact.Symmetric(a));
    open("x^T A y = y^T A x", form, back);
    Term abc = say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(a.at(i, j), b.at(j, k), c.at(k, i)))));
    shown("tr(ABC) = tr(CAB)", abc, say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(c.at(i, j), a.at(j, k), b.at(k, i))))));
    open("tr(ABC) = tr(ACB)", abc, say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(a.at(i, j), c.at(j, k), b.at(k, i))))));
    shown("tr(ABC) = tr(ACB), all symmetric", abc, say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(a.at(i, j), c.at(j, k), b.at(k, i))))), new Fact.Symmetric(a), new Fact.Symmetric(b), new Fact.Symmetric(c));
    open("tr(ABC) = tr(ACB), one symmetric", abc, say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(a.at(i, j), c.at(j, k), b.at(k, i))))), new Fact.Symmetric(a));
    shown("tr(A^T B) is the sum of products", say.sum(N, i -> turned(a, b, i, i)), say.sum(N, i -> say.sum(N, j -> mul(a.at(i, j), b.at(i, j)))));
    open("tr(A B) is the sum of products", say.sum(N, i -> product(a, b, i, i)), say.sum(N, i -> say.sum(N, j -> mul(a.at(i, j), b.at(i, j)))));
    shown("A diag(s) x", say.sum(N, j -> mul(a.at(I, j), s.at(j), x.at(j))), say.sum(N, j -> mul(a.at(I, j), say.sum(N, k -> mul(delta(j, k), s.at(k), x.at(k))))));
    open("diag(s) A x", say.sum(N, j -> mul(a.at(I, j), s.at(j), x.at(j))), mul(s.at(I), image(a, x, I)));
    shown("the sum of a sum of squares", pow(say.sum(N, x::at), 2), say.sum(N, i -> say.sum(N, j -> mul(x.at(i), x.at(j)))));
    open("the square of a sum is the sum of squares", pow(say.sum(N, x::at), 2), say.sum(N, i -> pow(x.at(i), 2)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> normalEquations() {
    Family data = Family.variable("X", B, D);
    Family t = Family.variable("t", B);
    Family g = Family.variable("G^-", D, D);
    java.util.function.BiFunction<Index, Index, Term> gram = (i, j) -> say.sum(B, n -> mul(data.at(n, i), data.at(n, j)));
    Fact inverse = new Fact.Equation(say.sum(D, k -> mul(g.at(P, k), gram.apply(k, Q))), delta(P, Q));
    Say.Body solution = i -> say.sum(D, k -> mul(g.at(i, k), say.sum(B, n -> mul(data.at(n, k), t.at(n)))));
    Say.Body fitted = n -> say.sum(D, k -> mul(data.at(n, k), solution.at(k)));
    Index l = free("l", D);
    shown("the inverse of a Gram matrix is symmetric", g.at(P, Q), g.at(Q, P), inverse);
    open("an inverse is symmetric", Family.variable("H", N, N).at(I, J), Family.variable("H", N, N).at(J, I), unit(Family.variable("H", N, N), a));
    shown("X^T (t - X w) = 0", say.sum(B, n -> mul(data.at(n, l), sub(t.at(n), fitted.at(n)))), q(0), inverse);
    open("t = X w", fitted.at(free("c", B)), t.at(free("c", B)), inverse);
    shown("fitting twice is fitting once", say.sum(B, n -> mul(fitted.at(n), sub(t.at(n), fitted.at(n)))), q(0), inverse);
    open("the rest is orthogonal to the targets", say.sum(B, n -> mul(t.at(n), sub(t.at(n), fitted.at(n)))), q(0), inverse);
    return tests;
  }

  @TestFactory
  List<DynamicTest> equationsThatSayLess() {
    // About one index only, between equal ends, or scaled by what may be 0.
    Index third = literal(3, N);
    open("an equation at one element holds at all", image(a, x, I), y.at(I), new Fact.Equation(image(a, x, third), y.at(third)));
    open("a diagonal tells nothing of the rest", product(a, b, I, J), delta(I, J), new Fact.Equation(product(a, b, R, R), q(1)));
    Term k = var("k");
    open("k A x = k y gives A x = y", image(a, x, I), y.at(I), new Fact.Equation(mul(k, image(a, x, R)), mul(k, y.at(R))));
    shown("k A x = y gives A x = y/k", image(a, x, I), div(y.at(I), k), new Fact.Equation(mul(k, image(a, x, R)), y.at(R)));
    open("k A x = y gives A x = k y", image(a, x, I), mul(k, y.at(I)), new Fact.Equation(mul(k, image(a, x, R)), y.at(R)));
    open("a sum of entries is no entry", x.at(I), y.at(I), new Fact.Equation(say.sum(N, x::at), say.sum(N, y::at)));
    open("A x = B x gives A = B", a.at(I, J), b.at(I, J), new Fact.Equation(image(a, x, R), image(b, x, R)));
    return tests;
  }
}
