package dev.gradus.proof.kernel;

import static dev.gradus.proof.kernel.Say.*;

import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;

/** Claims with what must become of them: proofs that must be found, and near misses that must never be proved. */
final class TrapCases {
  /** What is asked of a verdict. */
  enum Want {
    PROVED,
    NOT_PROVED
  }

  record Case(String name, Claim claim, Want want) {}

  final List<Case> all = new ArrayList<>();
  private final Say say = new Say();
  private final Family xs = Family.variable("x", N);
  private final Family ys = Family.variable("y", N);
  private final Term x = var("x");
  private final Term y = var("y");
  private final Term a = var("a");
  private final Term b = var("b");

  static List<Case> list() {
    TrapCases cases = new TrapCases();
    cases.domains();
    cases.steps();
    cases.divisors();
    cases.indices();
    cases.guards();
    cases.labels();
    cases.hypotheses();
    cases.derivatives();
    cases.roots();
    return cases.all;
  }

  private void proved(String name, Term left, Term right, Fact... facts) {
    put(name, left, right, Want.PROVED, facts);
  }

  private void refused(String name, Term left, Term right, Fact... facts) {
    put(name, left, right, Want.NOT_PROVED, facts);
  }

  private void put(String name, Term left, Term right, Want want, Fact... facts) {
    List<Assumption> assumptions = List.of(facts).stream().map(f -> Assumption.stated(f, f.toString())).toList();
    all.add(new Case(name, new Claim(left, Claim.Order.EQUAL, right, assumptions, List.of(), List.of()), want));
  }

  private void explicit(String name, Term left, Term right, Want want, Term letter, Fact... facts) {
    List<Assumption> assumptions = List.of(facts).stream().map(f -> Assumption.stated(f, f.toString())).toList();
    List<Family> families = List.copyOf(Terms.families(letter));
    all.add(new Case(name, new Claim(left, Claim.Order.EQUAL, right, assumptions, families, List.of()), want));
  }

  private static Fact holds(Condition condition) {
    return new Fact.Holds(condition);
  }

  private Term at(Index i) {
    return xs.at(i);
  }

  private Term s(Index i) {
    return say.softmax(N, this::at, i);
  }

  private static Term ln(Term t) {
    return log(t);
  }

  private void domains() {
    Term two = q(2);
    Term xx = pow(x, 2);
    explicit("1 ln x^2 = 2 ln x, x != 0", ln(xx), mul(two, ln(x)), Want.NOT_PROVED, x, holds(new Condition.NonZero(x)));
    explicit("2 ln x^2 = 2 ln x, x > 0", ln(xx), mul(two, ln(x)), Want.PROVED, x, holds(new Condition.Positive(x)));
    proved("3 ln x^2 = 2 ln x", ln(xx), mul(two, ln(x)));
    refused("4 sqrt(x^2) = x", sqrt(xx), x);
    proved("5 sqrt(x^2) = x, x > 0", sqrt(xx), x, new Fact.AllPositive(((Term.Entry) x).family(), true));
    refused("6 e^(ln(x^2)/2) = x", exp(mul(q(1, 2), ln(xx))), x);
    proved("6b e^(ln(x^2)/2) = x, x > 0", exp(mul(q(1, 2), ln(xx))), x, holds(new Condition.Positive(x)));
    refused("e^(3/2 ln x^2) = x^3", exp(mul(q(3, 2), ln(xx))), pow(x, 3));
    refused("e^(ln(x^2 y^2)/2) = xy", exp(mul(q(1, 2), ln(mul(xx, pow(y, 2))))), mul(x, y));
    proved("e^(ln xy) = xy", exp(ln(mul(x, y))), mul(x, y));
    proved("7 (x^2-1)/(x-1) = x+1", div(sub(xx, q(1)), sub(x, q(1))), add(x, q(1)));
    refused("7b (x^2-1)/(x-1) = x-1", div(sub(xx, q(1)), sub(x, q(1))), sub(x, q(1)));
    explicit("8 same at x = 1", div(sub(xx, q(1)), sub(x, q(1))), add(x, q(1)), Want.NOT_PROVED, x, holds(new Condition.Zero(sub(x, q(1)))));
    proved("9 ln xy = ln x + ln y", ln(mul(x, y)), add(ln(x), ln(y)));
    explicit("10 same, xy > 0 stated", ln(mul(x, y)), add(ln(x), ln(y)), Want.NOT_PROVED, add(x, y), holds(new Condition.Positive(mul(x, y))));
    refused("11 2 ln(-x) = 2 ln x", mul(two, ln(neg(x))), mul(two, ln(x)));
    refused("ln x^2 = ln x", ln(xx), ln(x));
    refused("13 ln(-1-x^2) = ln(-1-x^2)", ln(sub(q(-1), xx)), ln(sub(q(-1), xx)));
    refused("2 ln(-3) = 2 ln 3", mul(two, ln(q(-3))), mul(two, ln(q(3))));
    Term th = var("\\theta");
    proved("12 ln th^a (1-th)^b", ln(mul(exp(mul(a, ln(th))), exp(mul(b, ln(sub(q(1), th)))))), add(mul(a, ln(th)), mul(b, ln(sub(q(1), th)))));
  }

  private void steps() {
    Term r = relu(x);
    proved("18 [x>0]+[x<0] = 1", add(step(x), step(neg(x))), q(1));
    refused("19 [r>0]+[-r>0] = 1", add(step(r), step(neg(r))), q(1));
    refused("24 sign(r) = 2[r>0]-1", Terms.sign(r), sub(mul(q(2), step(r)), q(1)));
    refused("26 relu(cx) = c relu(x)", relu(mul(a, x)), mul(a, relu(x)));
    proved("26b with c > 0", relu(mul(a, x)), mul(a, relu(x)), holds(new Condition.Positive(a)));
    refused("21 step of 0", add(step(sub(say.sum(N, this::s), q(1))), step(sub(q(1), say.sum(N, this::s)))), q(1));
    refused("20 ties", say.sum(N, i -> say.sum(N, j -> add(step(sub(at(i), at(j))), step(sub(at(j), at(i)))))), pow(size(N), 2));
    refused("[x_i>x_j]+[x_j>x_i] = 1 with free i, j", add(step(sub(at(I), at(J))), step(sub(at(J), at(I)))), q(1));
    proved("off the diagonal", add(step(sub(at(I), at(J))), step(sub(at(J), at(I)))), q(1), holds(new Condition.Distinct(I, J)));
    refused("25 relu'(0) = 0", Terms.substitute(step(q(0)), java.util.Map.of()), q(0));
    refused("relu'(0) = 1", step(q(0)), q(1));
    proved("22 relu(-relu x) = 0", relu(neg(r)), q(0));
    proved("relu(relu x) = relu x", relu(r), r);
    refused("relu(relu x) = x", relu(r), x);
    proved("relu x - relu(-x) = x", sub(r, relu(neg(x))), x);
    refused("relu x + relu(-x) = x", add(r, relu(neg(x))), x);
    proved("|x|^2 = x^2", pow(Terms.abs(x), 2), pow(x, 2));
    refused("|x|^3 = x^3", pow(Terms.abs(x), 3), pow(x, 3));
    proved("|xy| = |x||y|", Terms.abs(mul(x, y)), mul(Terms.abs(x), Terms.abs(y)));
    refused("|xy| = |x|y", Terms.abs(mul(x, y)), mul(Terms.abs(x), y));
    proved("23 [xy>0] by cases", step(mul(x, y)), add(mul(step(x), step(y)), mul(sub(q(1), step(x)), sub(q(1), step(y)))));
    proved("[x^2 y > 0] = [y > 0]", step(mul(pow(x, 2), y)), step(y));
    refused("[x y > 0] = [y > 0]", step(mul(x, y)), step(y));
    refused("|x+y| = |x|+|y|", Terms.abs(add(x, y)), add(Terms.abs(x), Terms.abs(y)));
    proved("max(x,y) + min(x,y) = x + y", add(Terms.max(x, y), neg(Terms.max(neg(x), neg(y)))), add(x, y));
    refused("max(x,y) - min(x,y) = x + y", sub(Terms.max(x, y), neg(Terms.max(neg(x), neg(y)))), add(x, y));
    proved("e^relu(x) = [x>0]e^x + 1 - [x>0]", exp(r), add(mul(step(x), exp(x)), sub(q(1), step(x))));
    refused("e^relu(x) = [x>0]e^x", exp(r), mul(step(x), exp(x)));
    proved("H(1+x^2) = 1", step(add(q(1), pow(x, 2))), q(1));
    refused("H(1-x^2) = 1", step(sub(q(1), pow(x, 2))), q(1));
  }

  private void divisors() {
    Term zero = sub(say.sum(N, this::s), q(1));
    refused("14 1/0 both sides", div(q(1), zero), div(mul(q(7), x), mul(q(2), zero)));
    refused("x/(x-x) = x/(x-x)", div(x, sub(x, x)), div(x, sub(x, x)));
    refused("0 (1/(x-x)) = 0", mul(q(0), div(q(1), sub(x, x))), q(0));
    refused("(1/(x-x))^0 = 1", new Term.Power(div(q(1), sub(x, x)), 0), q(1));
    Term h = step(x);
    refused("1/(H^2-H) = 5/(H^3-H)", div(q(1), sub(pow(h, 2), h)), div(q(5), sub(pow(h, 3), h)));
    Term r = relu(x);
    proved("17 r/r = 1", div(r, r), q(1));
    refused("r/r = 2", div(r, r), q(2));
    Say.Body diagonal = i -> say.sum(N, j -> div(sub(pow(at(i), 2), pow(at(j), 2)), sub(at(i), at(j))));
    refused("16 diagonal 0/0", say.sum(N, diagonal), mul(q(2), size(N), say.sum(N, this::at)));
    Say.Body off = j -> new Term.Guard(new Condition.Distinct(j, I), div(a, sub(at(I), at(j))));
    Say.Body off2 =
        j -> new Term.Guard(new Condition.Distinct(j, I), div(add(div(a, add(q(1), b)), div(mul(a, b), add(q(1), b))), sub(at(I), at(j))));
    refused("40 off by 5", add(q(5), say.sum(N, off2)), say.sum(N, off));
    proved("40b the same without 5", say.sum(N, off2), say.sum(N, off));
    Term mu = div(say.sum(N, this::at), size(N));
    Term n1 = sub(size(N), q(1));
    Term squares = sub(say.sum(N, i -> pow(at(i), 2)), mul(size(N), pow(mu, 2)));
    proved("36 sample variance", div(say.sum(N, i -> pow(sub(at(i), mu), 2)), n1), div(squares, n1));
    refused("36b without n", div(say.sum(N, i -> pow(sub(at(i), mu), 2)), n1), div(say.sum(N, i -> pow(at(i), 2)), n1));
    proved("(x_i^2-x_j^2)/(x_i-x_j) = x_i+x_j", div(sub(pow(at(I), 2), pow(at(J), 2)), sub(at(I), at(J))), add(at(I), at(J)));
    refused("= x_i+x_j+5 if i=k", div(sub(pow(at(I), 2), pow(at(J), 2)), sub(at(I), at(J))), add(at(I), at(J), mul(q(5), delta(I, K))));
    Family m = Family.variable("A", N, N);
    Term rows = say.sum(N, i -> say.sum(N, j -> div(m.at(i, j), say.sum(N, k -> m.at(i, k)))));
    proved("rows sum to n", rows, size(N));
    refused("43 row sums", mul(say.sum(N, i -> div(q(1), say.sum(N, j -> m.at(i, j)))), say.sum(N, i -> say.sum(N, j -> m.at(i, j)))), pow(size(N), 2));
  }

  private void indices() {
    refused("31 x_i = x_1", at(I), at(literal(1, N)));
    refused("30 ds_1/dx_j = s_1(1-s_j)", d(s(literal(1, N)), at(J)), mul(s(literal(1, N)), sub(q(1), s(J))));
    proved("30b with the delta", d(s(literal(1, N)), at(J)), mul(s(literal(1, N)), sub(delta(literal(1, N), J), s(J))));
    refused("d_i2 x_i = 0", mul(delta(I, literal(2, N)), at(I)), q(0));
    refused("x_i(1-d_i1) = 0", mul(at(I), sub(q(1), delta(I, literal(1, N)))), q(0));
    proved("33 sum_j d_j3 x_j = x_3", say.sum(N, j -> mul(delta(j, literal(3, N)), at(j))), at(literal(3, N)));
    refused("32 sum_ij d_ij e^(x_i x_j) = sum e^x_i", say.sum(N, i -> say.sum(N, j -> mul(delta(i, j), exp(mul(at(i), at(j)))))), say.sum(N, i -> exp(at(i))));
    proved("32b = sum e^(x_i^2)", say.sum(N, i -> say.sum(N, j -> mul(delta(i, j), exp(mul(at(i), at(j)))))), say.sum(N, i -> exp(pow(at(i), 2))));
    refused("d_ij e^(x_i x_j) = d_ij e^x_i", mul(delta(I, J), exp(mul(at(I), at(J)))), mul(delta(I, J), exp(at(I))));
    proved("d_ij/(1+x_i x_j)", say.sum(N, j -> mul(delta(I, j), pow(add(q(1), mul(at(I), at(j))), -1))), pow(add(q(1), pow(at(I), 2)), -1));
    proved("28 sum to n-1", say.sum(N, i -> new Term.Guard(new Condition.Distinct(i, Index.Literal.last(N)), at(i))), sub(say.sum(N, this::at), at(Index.Literal.last(N))));
    refused("28b without -x_n", say.sum(N, i -> new Term.Guard(new Condition.Distinct(i, Index.Literal.last(N)), at(i))), say.sum(N, this::at));
    refused("x_n = x_1", at(Index.Literal.last(N)), at(literal(1, N)));
    proved("sum_i i = n(n+1)/2", say.sum(N, Term.Place::new), div(mul(size(N), add(size(N), q(1))), q(2)));
    refused("37 sum (i-1)(i-2) = 0", say.sum(N, i -> mul(sub(new Term.Place(i), q(1)), sub(new Term.Place(i), q(2)))), q(0));
    Family m = Family.variable("A", N, N);
    Term trace = say.sum(N, i -> say.sum(N, j -> mul(m.at(i, j), m.at(j, i))));
    refused("tr AA = |A|^2", trace, say.sum(N, i -> say.sum(N, j -> pow(m.at(i, j), 2))));
    proved("tr AA = |A|^2, A symmetric", trace, say.sum(N, i -> say.sum(N, j -> pow(m.at(i, j), 2))), new Fact.Symmetric(m));
    Term cycle = say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(m.at(i, j), m.at(j, k), m.at(k, i)))));
    proved("tr AAA under renaming", cycle, say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(m.at(k, i), m.at(j, k), m.at(i, j))))));
    refused("tr AAA = tr AAA^T", cycle, say.sum(N, i -> say.sum(N, j -> say.sum(N, k -> mul(m.at(i, j), m.at(j, k), m.at(i, k))))));
    Range two = Range.ofSize("C", 2);
    Family z = Family.variable("z", two);
    proved("78 s_1 + s_2 = 1 for two classes", add(say.softmax(two, z::at, literal(1, two)), say.softmax(two, z::at, literal(2, two))), q(1));
    refused("78b for n classes", add(s(literal(1, N)), s(literal(2, N))), q(1));
  }

  private void guards() {
    Term quotient = div(sub(at(I), at(J)), sub(at(I), at(J)));
    Term cases = add(new Term.Guard(new Condition.Distinct(I, J), quotient), new Term.Guard(new Condition.Same(I, J), q(7)));
    refused("41 case at i=j is 7, not 101", cases, add(q(1), mul(q(100), delta(I, J))));
    proved("41b 1 + 6 d_ij", cases, add(q(1), mul(q(6), delta(I, J))));
    refused("e^(-sum_k ln(d_ik x_i)) = 0", exp(neg(say.sum(N, k -> ln(mul(delta(I, k), at(I)))))), q(0));
    refused("e^(ln d_ij) = d_ij", exp(ln(delta(I, J))), mul(q(2), delta(I, J)));
    refused("sum_i d_ik ln d_ik = 0", say.sum(N, i -> mul(delta(i, K), ln(delta(i, K)))), q(0));
    refused("e^(2 ln(x-x)) = 0", exp(mul(q(2), ln(sub(x, x)))), q(0));
    Say.Body others = j -> new Term.Guard(new Condition.Distinct(j, I), at(j));
    proved("sum_{j!=i} x_j = sum - x_i", say.sum(N, others), sub(say.sum(N, this::at), at(I)));
    refused("sum_{j!=i} x_j = sum", say.sum(N, others), say.sum(N, this::at));
    Say.Body logs = j -> new Term.Guard(new Condition.Distinct(j, I), ln(at(j)));
    refused("sum_{j!=i} ln x_j = sum ln x_j - ln x_1", say.sum(N, logs), sub(say.sum(N, j -> ln(at(j))), ln(at(literal(1, N)))));
    Term piece = add(new Term.Guard(new Condition.Positive(x), x), new Term.Guard(new Condition.NonNegative(neg(x)), q(0)));
    proved("cases of relu", piece, relu(x));
    refused("cases of relu = x", piece, x);
    Term safe = new Term.Guard(new Condition.NonZero(x), div(pow(x, 2), x));
    refused("[x!=0] x^2/x = 1", safe, q(1));
    proved("lambda e_y", ln(say.sum(N, j -> exp(mul(a, delta(j, K))))), ln(add(exp(a), sub(size(N), q(1)))));
    refused("lambda e_y, n for n-1", ln(say.sum(N, j -> exp(mul(a, delta(j, K))))), ln(add(exp(a), size(N))));
  }

  private void labels() {
    Fact soft = new Fact.SumsToOne(ys, 0);
    Fact bits = new Fact.OneOf(((Term.Entry) y).family(), List.of(Rational.ZERO, Rational.ONE));
    Fact signs = new Fact.OneOf(((Term.Entry) y).family(), List.of(Rational.MINUS_ONE, Rational.ONE));
    refused("34 sum y^2 = 1", say.sum(N, i -> pow(ys.at(i), 2)), q(1), soft);
    proved("sum y = 1", say.sum(N, ys::at), q(1), soft);
    refused("39 cubic in y", say.sum(N, i -> mul(ys.at(i), sub(ys.at(i), q(1)), sub(mul(q(2), ys.at(i)), q(1)))), q(0), soft);
    refused("sum_{j!=i} y_j = 1", say.sum(N, j -> new Term.Guard(new Condition.Distinct(j, I), ys.at(j))), q(1), soft);
    proved("sum_{j!=i} y_j = 1 - y_i", say.sum(N, j -> new Term.Guard(new Condition.Distinct(j, I), ys.at(j))), sub(q(1), ys.at(I)), soft);
    proved("70 y^2 = y", pow(y, 2), y, bits);
    refused("y^2 = y for y in {-1,1}", pow(y, 2), y, signs);
    proved("y^2 = 1", pow(y, 2), q(1), signs);
    refused("y^2 = 1 for y in {0,1}", pow(y, 2), q(1), bits);
    proved("e^(ya) = 1-y+y e^a", exp(mul(y, a)), add(sub(q(1), y), mul(y, exp(a))), bits);
    refused("e^(ya) = y e^a", exp(mul(y, a)), mul(y, exp(a)), bits);
    refused("[y>0]+[-y>0] = 1 for y in {0,1}", add(step(y), step(neg(y))), q(1), bits);
    Fact oneTwo = new Fact.OneOf(((Term.Entry) y).family(), List.of(Rational.ONE, Rational.of(2)));
    refused("H(y) = y for y in {1,2}", step(y), y, oneTwo);
    proved("H(y) = 1 for y in {1,2}", step(y), q(1), oneTwo);
    proved("y^2 = 3y-2 for y in {1,2}", pow(y, 2), sub(mul(q(3), y), q(2)), oneTwo);
  }

  private void hypotheses() {
    proved("i = j stated", at(I), at(J), holds(new Condition.Same(I, J)));
    refused("i = j not stated", at(I), at(J));
    refused("51 k = i possible", d(sub(say.lse(N, this::at), at(K)), at(I)), s(I));
    proved("51b i != k", d(sub(say.lse(N, this::at), at(K)), at(I)), s(I), holds(new Condition.Distinct(I, K)));
    Term th = var("\\theta");
    Fact positive = new Fact.AllPositive(((Term.Entry) a).family(), true);
    Fact positiveToo = new Fact.AllPositive(((Term.Entry) b).family(), true);
    Fact stationary = new Fact.Equation(sub(div(a, th), div(b, sub(q(1), th))), q(0));
    proved("55 a/th = b/(1-th) => th = a/(a+b)", th, div(a, add(a, b)), stationary, positive, positiveToo);
    refused("55b => th = b/(a+b)", th, div(b, add(a, b)), stationary, positive, positiveToo);
    refused("15 cancelling a-b", add(a, b), b, new Fact.Equation(mul(add(a, b), sub(a, b)), mul(b, sub(a, b))));
    refused("56 x^2 = 4 => x = 2", x, q(2), new Fact.Equation(pow(x, 2), q(4)));
    refused("xy = 0 => y = 0", y, q(0), new Fact.Equation(mul(x, y), q(0)));
    proved("x e^y = 0 => x = 0", x, q(0), new Fact.Equation(mul(x, exp(y)), q(0)));
    Fact mean = new Fact.Equation(ys.at(I), say.sum(N, k -> mul(Family.variable("A", N, N).at(I, k), at(k))));
    Say.Body mapped = i -> say.sum(N, k -> mul(Family.variable("A", N, N).at(i, k), at(k)));
    proved("y = Ax in sum y", say.sum(N, ys::at), say.sum(N, mapped), mean);
    refused("y = Ax in sum y, diagonal only", say.sum(N, ys::at), say.sum(N, k -> mul(Family.variable("A", N, N).at(k, k), at(k))), mean);
    refused("contradiction", q(1), q(2), holds(new Condition.Distinct(I, J)), holds(new Condition.Same(I, J)));
    refused("x_i = x_j though i != j and i = j", at(I), at(J), holds(new Condition.Distinct(I, J)), holds(new Condition.Same(I, J)));
  }

  private void derivatives() {
    proved("29 d/dx_i sum_i x_i^2 = 2x_i", d(say.sum(N, i -> pow(at(i), 2)), at(I)), mul(q(2), at(I)));
    refused("29b = sum 2 x_i", d(say.sum(N, i -> pow(at(i), 2)), at(I)), say.sum(N, i -> mul(q(2), at(i))));
    Family u = Family.variable("u", M);
    Family xu = Family.arbitrary("x", List.of(), List.of(u));
    Index p = free("a", M);
    Index r = free("b", M);
    Term second = d(d(pow(xu.at(), 2), u.at(p)), u.at(r));
    Term first = mul(q(2), d(xu.at(), u.at(p)), d(xu.at(), u.at(r)));
    refused("44 second derivative of an opaque square", second, first);
    proved("44b with the second term", second, add(first, mul(q(2), xu.at(), d(d(xu.at(), u.at(p)), u.at(r)))));
    proved("mixed derivatives", d(d(xu.at(), u.at(p)), u.at(r)), d(d(xu.at(), u.at(r)), u.at(p)));
    refused("d2x/du2 = 0", d(d(xu.at(), u.at(p)), u.at(r)), q(0));
    Family m = Family.variable("A", N, N);
    Term form = say.sum(N, i -> say.sum(N, j -> mul(at(i), m.at(i, j), at(j))));
    refused("50 2Ax", d(form, at(K)), mul(q(2), say.sum(N, j -> mul(m.at(K, j), at(j)))));
    proved("50b A symmetric", d(form, at(K)), mul(q(2), say.sum(N, j -> mul(m.at(K, j), at(j)))), new Fact.Symmetric(m));
    proved("50c (A + A^T)x", d(form, at(K)), say.sum(N, j -> mul(add(m.at(K, j), m.at(j, K)), at(j))));
    Family z = Family.variable("S", N, N);
    Index l = free("l", N);
    Say.Body row = j -> z.at(I, j);
    Term pij = say.softmax(N, row, J);
    Term jacobian = d(pij, z.at(K, l));
    proved("42 row softmax", jacobian, mul(delta(I, K), pij, sub(delta(J, l), say.softmax(N, row, l))));
    refused("42b transposed", jacobian, mul(delta(I, K), pij, sub(delta(J, l), say.softmax(N, row, J))));
    proved("d ln y / dx = 0", d(ln(y), x), q(0));
    Term cos = apply(Elementary.COS, x);
    Term sin = apply(Elementary.SIN, x);
    proved("(sin x)' = cos x", d(sin, x), cos);
    refused("(cos x)' = sin x", d(cos, x), sin);
    proved("sin^2 + cos^2 = 1", add(pow(sin, 2), pow(cos, 2)), q(1));
  }

  private void roots() {
    Term norm = sqrt(say.sum(N, i -> pow(at(i), 2)));
    proved("|x|^2", pow(norm, 2), say.sum(N, i -> pow(at(i), 2)));
    proved("d|x| = x/|x|", d(norm, at(K)), div(at(K), norm));
    refused("d|x| = x", d(norm, at(K)), at(K));
    proved("sqrt 8 = 2 sqrt 2", sqrt(q(8)), mul(q(2), sqrt(q(2))));
    refused("sqrt 8 = 3 sqrt 2", sqrt(q(8)), mul(q(3), sqrt(q(2))));
    proved("sqrt(x)^2 = x", pow(sqrt(x), 2), x);
    proved("sqrt(x^2) = |x|", sqrt(pow(x, 2)), Terms.abs(x));
    refused("sqrt(x+y) = sqrt x + sqrt y", sqrt(add(x, y)), add(sqrt(x), sqrt(y)));
    proved("ln sqrt x = ln(x)/2", ln(sqrt(x)), mul(q(1, 2), ln(x)));
    proved("e^(ln(x)/2) = sqrt x", exp(mul(q(1, 2), ln(x))), sqrt(x));
    proved("ln 6 = ln 2 + ln 3", ln(q(6)), add(ln(q(2)), ln(q(3))));
    refused("ln 5 = ln 2 + ln 3", ln(q(5)), add(ln(q(2)), ln(q(3))));
  }
}
