package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.NotationParser;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Recognises derivatives as they are printed: fractions of differentials, operators, primes, nabla; {@link Total} computes them. */
final class Differentials {
  /**
   * An operator waiting for its operand.
   *
   * @param by what it differentiates by, in order of application
   * @param gradient nabla: by a whole quantity
   */
  record Operator(List<Notation> by, boolean gradient) {}

  private final Elaborator elaborator;
  private final Session session;
  private final Total total;
  private final TotalDifferential change;

  Differentials(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
    this.total = new Total(elaborator);
    this.change = new TotalDifferential(elaborator, total);
  }

  /** d or \partial, with the order printed on it. */
  private record Differential(int order, List<Notation> operand) {}

  private Optional<Differential> differential(Notation n) {
    List<Notation> items = new ArrayList<>();
    if (n instanceof Notation.Juxtaposed j) {
      for (Factor f : j.factors()) {
        if (f.op() != Op.NONE) {
          return Optional.empty();
        }
        items.add(f.item());
      }
    } else {
      items.add(n);
    }
    Optional<Integer> order = sign(items.get(0));
    return order.map(o -> new Differential(o, items.subList(1, items.size())));
  }

  /** \\partial w \\cdot x, \\partial w x + b and \\partial u + \\partial v over \\partial w: nothing but the whole numerator can be differentiated there. */
  private static Optional<Differential> spread(Notation n) {
    if (!(n instanceof Notation.Summed s)) {
      return under(n).map(x -> new Differential(1, List.of(x)));
    }
    boolean alone = s.items().size() > 1 && s.items().getFirst().sign() == Notation.Sign.PLUS && isPartial(s.items().getFirst().item());
    if (alone && s.items().stream().skip(1).noneMatch(i -> marked(i.item()))) {
      // \partial -\log p over \partial w
      return Optional.of(new Differential(1, List.of(new Notation.Bracketed(n.span(), "(", new Notation.Summed(n.span(), s.items().subList(1, s.items().size())), ")"))));
    }
    List<Optional<Notation>> under = s.items().stream().map(i -> under(i.item())).toList();
    boolean all = under.stream().allMatch(Optional::isPresent);
    boolean first = under.getFirst().isPresent() && s.items().stream().skip(1).noneMatch(i -> marked(i.item()));
    if (!all && !first) {
      return Optional.empty();
    }
    List<Notation.Signed> items = new ArrayList<>();
    for (int k = 0; k < under.size(); k++) {
      Notation.Signed i = s.items().get(k);
      items.add(new Notation.Signed(i.sign(), under.get(k).orElse(i.item())));
    }
    return Optional.of(new Differential(1, List.of(new Notation.Bracketed(n.span(), "(", new Notation.Summed(n.span(), items), ")"))));
  }

  /** w \\cdot x of \\partial w \\cdot x. */
  private static Optional<Notation> under(Notation n) {
    boolean partial = n instanceof Notation.Juxtaposed j && isPartial(j.factors().getFirst().item()) && j.factors().get(1).op() == Op.NONE;
    if (!partial || !(n instanceof Notation.Juxtaposed j)) {
      return Optional.empty();
    }
    List<Factor> rest = j.factors().subList(1, j.factors().size());
    boolean product = rest.stream().noneMatch(f -> f.op() == Op.SLASH || marked(f.item()));
    Notation operand = rest.size() == 1 ? rest.getFirst().item() : new Notation.Juxtaposed(n.span(), rest);
    return product ? Optional.of(rest.size() == 1 ? operand : new Notation.Bracketed(n.span(), "(", operand, ")")) : Optional.empty();
  }

  private static boolean isPartial(Notation n) {
    return n instanceof Notation.Symbol s && s.name().equals("partial");
  }

  private static boolean marked(Notation n) {
    return isPartial(n) || n.parts().stream().anyMatch(Differentials::marked);
  }

  /** The order of a differential sign: 1 for d, 2 for \partial^2. */
  private Optional<Integer> sign(Notation n) {
    if (n instanceof Notation.Scripted s && s.sub().isEmpty() && s.primes() == 0 && s.sup().isPresent()) {
      return sign(s.base())
          .flatMap(
              o -> {
                if (!(s.sup().get() instanceof Notation.Numeral d) || d.digits().length() > 1) {
                  throw Misfit.notBuilt("a derivative of this order");
                }
                return Optional.of(Integer.parseInt(d.digits()));
              });
    }
    if (n instanceof Notation.Styled s) {
      if (s.style().equals(Gradients.INFERRED)) {
        session.used.add("guess");
      }
      return sign(s.body());
    }
    if (n instanceof Notation.Symbol s && s.name().equals("partial")) {
      return Optional.of(1);
    }
    boolean d = n instanceof Notation.Symbol s && s.name().equals("d");
    return d && session.names.definition("d", session.part).isEmpty() ? Optional.of(1) : Optional.empty();
  }

  /** A fraction of differentials with its operand in the numerator: dy/dx. */
  Optional<Value> fraction(Notation.Fraction f) {
    Optional<Differential> up = differential(f.numerator()).or(() -> spread(f.numerator()));
    Optional<List<Below>> by = denominator(f.denominator());
    if (up.isEmpty() || by.isEmpty() || up.get().operand().isEmpty()) {
      return Optional.empty();
    }
    List<Notation> targets = ordered(up.get().order(), by.get());
    List<Factor> factors = up.get().operand().stream().map(x -> new Factor(Op.NONE, x)).toList();
    total.onWay(session.options.between() == Session.Between.ON_WAYS && Ways.direct(session.sides, session.mentions()).contains(f));
    try {
      return Optional.of(apply(new Operator(targets, false), Products.rest(factors, 0, factors.size())));
    } finally {
      total.onWay(false);
    }
  }

  /**
   * What is differentiated by, in order of application. Usually as many as the order says; \partial J/\partial x\partial y leaves the 2 on the
   * numerator out and has no other meaning; \partial l/\partial\sigma^2 is a first derivative by the square, or leaves a 2 out as well.
   */
  private List<Notation> ordered(int order, List<Below> below) {
    List<Notation> all = new ArrayList<>();
    for (Below b : below) {
      for (int k = 0; k < b.times(); k++) {
        all.add(b.base());
      }
    }
    boolean distinct = below.stream().allMatch(b -> b.times() == 1);
    if (order == all.size() || (order == 1 && below.size() == 2 && distinct)) {
      return all;
    }
    if (order == below.size() && !(order == 1 && all.size() == 2 && session.choices.take("a derivative by a square", 0, 2) == 1)) {
      return below.stream().map(Below::printed).toList();
    }
    if (order == 1 && all.size() == 2) {
      return all;
    }
    throw Misfit.notBuilt("a derivative of order " + order + " by " + all.size() + " quantities");
  }

  /** A differential in a denominator: dx, \partial x^2. */
  private record Below(Notation printed, Notation base, int times) {}

  /** dx, \partial x_i \partial x_j, \partial x^2: what is differentiated by. */
  private Optional<List<Below>> denominator(Notation n) {
    List<Factor> factors = n instanceof Notation.Juxtaposed j ? j.factors() : List.of(new Factor(Op.NONE, n));
    List<Below> by = new ArrayList<>();
    int k = 0;
    while (k < factors.size()) {
      Optional<Below> repeated = repeated(factors, k);
      if (repeated.isPresent()) {
        by.add(repeated.get());
        k += sign(factors.get(k).item()).isPresent() ? 2 : 1;
        continue;
      }
      Optional<Integer> order = sign(factors.get(k).item());
      if (order.isEmpty() || order.get() != 1 || k + 1 >= factors.size()) {
        return Optional.empty();
      }
      Notation x = factors.get(k + 1).item();
      boolean power =
          x instanceof Notation.Scripted s
              && s.sup().isPresent()
              && s.sup().get() instanceof Notation.Numeral d
              && d.digits().length() == 1
              && session.mentions().of(x).flatMap(Mention::exponent).isPresent();
      if (power && x instanceof Notation.Scripted s && s.sup().orElseThrow() instanceof Notation.Numeral d) {
        Notation base = s.sub().isEmpty() && s.primes() == 0 ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes());
        by.add(new Below(x, base, Integer.parseInt(d.digits())));
      } else {
        by.add(new Below(x, x, 1));
      }
      k += 2;
      // \partial L(v, w)/\partial v may print arguments behind the quantity; not read
    }
    return by.isEmpty() ? Optional.empty() : Optional.of(by);
  }

  /** (\\partial\\sigma^2)^2, (dx)^2 and \\partial(\\sigma^2)^2: several times by what stands in the brackets. */
  private Optional<Below> repeated(List<Factor> factors, int k) {
    boolean signed = sign(factors.get(k).item()).filter(o -> o == 1).isPresent() && k + 1 < factors.size();
    Notation x = factors.get(signed ? k + 1 : k).item();
    if (!(x instanceof Notation.Scripted s) || s.sub().isPresent() || s.primes() > 0 || !(s.sup().orElse(s.base()) instanceof Notation.Numeral d) || d.digits().length() > 1 || !(s.base() instanceof Notation.Bracketed b)) {
      return Optional.empty();
    }
    int times = Integer.parseInt(d.digits());
    if (signed) {
      return Optional.of(new Below(x, b.body(), times));
    }
    boolean inside = b.body() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && sign(j.factors().get(0).item()).filter(o -> o == 1).isPresent();
    return inside && b.body() instanceof Notation.Juxtaposed j ? Optional.of(new Below(x, j.factors().get(1).item(), times)) : Optional.empty();
  }

  /** d or \\partial alone. */
  static boolean isSign(Notation n) {
    return n instanceof Notation.Symbol s && (s.name().equals("partial") || s.name().equals("d"));
  }

  /** Whether a fraction divides by a differential. */
  static boolean divides(Notation.Fraction f) {
    return f.denominator() instanceof Notation.Juxtaposed j && isSign(j.factors().getFirst().item());
  }

  /** Whether a side is one whole derivative. */
  static boolean whole(Notation n) {
    if (n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Juxtaposed j) {
      Notation first = j.factors().get(0).item();
      Notation base = first instanceof Notation.Scripted s ? s.base() : first;
      return isSign(base);
    }
    return n instanceof Notation.Juxtaposed j
        && j.factors().get(0).item() instanceof Notation.Scripted s
        && s.base() instanceof Notation.Symbol b
        && b.name().equals("nabla");
  }

  /** d/dx, \partial/\partial x_i, \nabla_x in front of something. */
  Optional<Operator> operator(Notation n) {
    if (n instanceof Notation.Fraction f) {
      Optional<Differential> up = differential(f.numerator());
      Optional<List<Below>> by = denominator(f.denominator());
      if (up.isPresent() && up.get().operand().isEmpty() && by.isPresent()) {
        return Optional.of(new Operator(ordered(up.get().order(), by.get()), false));
      }
      return Optional.empty();
    }
    if (n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b && b.name().equals("nabla")) {
      if (s.sub().isPresent() && s.sup().isEmpty()) {
        return Optional.of(new Operator(List.of(s.sub().get()), true));
      }
      if (s.sup().isPresent() && Conditions.isNumeral(s.sup().get(), "2")) {
        return Optional.of(new Operator(s.sub().map(x -> List.of(x, x)).orElse(List.of(n, n)), true));
      }
      throw Misfit.notBuilt("this use of \\nabla");
    }
    if (n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b && b.name().equals("partial") && s.sub().isPresent() && s.sup().isEmpty()) {
      return Optional.of(new Operator(List.of(s.sub().get()), false));
    }
    if (n instanceof Notation.Symbol b && b.name().equals("nabla")) {
      return Optional.of(new Operator(List.of(n), true));
    }
    return Optional.empty();
  }

  /** How many factors an operator at {@code from} takes: all that follow; a nabla may take just the function behind it and its arguments. */
  int reach(Operator operator, List<Factor> factors, int from) {
    Optional<Mention> m = from < factors.size() ? session.mentions().of(factors.get(from).item()).filter(Mention::plain) : Optional.empty();
    boolean name = operator.gradient() && m.filter(x -> session.names.definition(x.key(), session.part).isPresent() || !session.names.argumentsOf(x.key(), session.part).isEmpty()).isPresent();
    boolean applied = name && from + 1 < factors.size() && factors.get(from + 1).op() == Op.NONE && Notations.bracket(factors.get(from + 1).item()).isPresent();
    int end = from + (applied ? 2 : 1);
    return name && end < factors.size() && session.choices.take("what a gradient takes", 0, 1) == 0 ? end : factors.size();
  }

  /**
   * A derivative written in a line.
   *
   * @param next where the factors behind it start
   */
  record Inline(Value value, int next) {}

  /** \partial L/\partial x, dL/dx and d/dx f(x) written in a line, from factor {@code k} on, and a derivative with its argument behind it. */
  Optional<Inline> inline(List<Factor> factors, int k) {
    Optional<Notation> there = SlopeAt.of(factors, k, session, elaborator.functions);
    if (there.isPresent()) {
      return Optional.of(new Inline(elaborator.read(there.get()), k + 2));
    }
    Optional<Integer> order = sign(factors.get(k).item());
    int slash = k + 1;
    while (order.isPresent() && slash < factors.size() && factors.get(slash).op() == Op.NONE) {
      slash++;
    }
    boolean fraction = order.isPresent() && slash + 1 < factors.size() && factors.get(slash).op() == Op.SLASH && sign(factors.get(slash).item()).isPresent();
    if (!fraction) {
      return change.of(factors, k);
    }
    int end = slash + 2;
    while (order.get() > (end - slash) / 2 && end + 1 < factors.size() && factors.get(end).op() == Op.NONE && sign(factors.get(end).item()).isPresent()) {
      end += 2;
    }
    Optional<List<Below>> by = denominator(Products.rest(factors, slash, end));
    if (by.isEmpty() || (slash == k + 1 && end >= factors.size())) {
      return Optional.empty();
    }
    Operator operator = new Operator(ordered(order.get(), by.get()), false);
    return slash > k + 1
        ? Optional.of(new Inline(apply(operator, Products.rest(factors, k + 1, slash)), end))
        : Optional.of(new Inline(apply(operator, Products.rest(factors, end, factors.size())), factors.size()));
  }

  /** The derivative of an operand by each quantity in turn. */
  Value apply(Operator operator, Notation operand) {
    Value v = elaborator.functions.alone(operand, operator.by()).orElseGet(() -> operand(operand));
    for (Notation by : operator.by()) {
      v = total.derivative(v, target(by, operand));
    }
    return v;
  }

  /** The operand as a value; a name of a function stands for its value. */
  private Value operand(Notation operand) {
    Optional<Mention> m = session.mentions().of(operand);
    if (m.isPresent() && elaborator.functions.isFunction(m.get())) {
      Optional<Definition> d = session.names.definition(m.get().key(), session.part);
      if (d.isPresent()) {
        return new Products(elaborator).bareFunction(m.get());
      }
    }
    return elaborator.read(operand);
  }

  /** What is differentiated by; a nabla without a subscript differentiates by the only argument of its function. */
  private Value target(Notation by, Notation operand) {
    Notation mark = by instanceof Notation.Scripted sc ? sc.base() : by;
    if (!isNabla(mark)) {
      return elaborator.read(by);
    }
    if (operand instanceof Notation.Juxtaposed j && j.factors().size() > 1 && isNabla(j.factors().get(0).item())) {
      return target(by, Products.rest(j.factors(), 1, j.factors().size()));
    }
    Notation head = operand instanceof Notation.Juxtaposed j ? j.factors().get(0).item() : operand;
    Optional<Definition> d = session.mentions().of(head).flatMap(m -> session.names.definition(m.key(), session.part));
    if (d.isPresent() && d.get().parameters().size() == 1) {
      return elaborator.mention(Mention.of(d.get().parameters().get(0), false));
    }
    Optional<Mention> argument =
        operand instanceof Notation.Juxtaposed j && j.factors().size() == 2 && d.isEmpty()
            ? Notations.bracket(j.factors().get(1).item()).flatMap(b -> session.mentions().of(b.body()).filter(Mention::bare).or(() -> LossTerms.parameter(b, session.mentions()).map(p -> Mention.of(p, false))))
            : Optional.empty();
    return elaborator.mention(argument.orElseGet(() -> Mention.of(onlyParameter(head), false)));
  }

  /** The sign of a gradient, without scripts. */
  static boolean isNabla(Notation n) {
    return n instanceof Notation.Symbol s && s.name().equals("nabla");
  }

  /** What the nabla of a defined number differentiates by where only one quantity without a definition is ever meant. */
  private String onlyParameter(Notation head) {
    Optional<Mention> m = session.mentions().of(head).filter(x -> session.names.definition(x.key(), session.part).isPresent());
    List<String> leaves =
        m.stream()
            .flatMap(x -> session.names.differentiatedBy(x.key()).stream())
            .filter(x -> session.names.definition(x, session.part).isEmpty())
            .toList();
    if (leaves.size() != 1) {
      Optional<String> usual = session.survey.marks().gradientBy(session.part).filter(x -> session.names.definition(x, session.part).isEmpty());
      if (usual.isPresent()) {
        session.used.add("guess");
        return usual.get();
      }
      throw Misfit.notBuilt("\\nabla without what it differentiates by");
    }
    session.used.add("guess");
    return leaves.get(0);
  }

  /** What stands in front of a bar with x = a below it, at that value. */
  Optional<Value> evaluated(Notation.Scripted s) {
    boolean bar = s.base() instanceof Notation.Bracketed b && b.open().equals(".") && b.close().equals("|");
    if (!bar || s.sup().isPresent() || !(s.base() instanceof Notation.Bracketed b) || !(s.sub().orElse(s) instanceof Notation.Compared c)) {
      return Optional.empty();
    }
    Value at = elaborator.read(c.sides().get(0));
    if (c.signs().size() != 1 || c.signs().get(0) != dev.gradus.document.RelationSign.EQUAL || !(at.body() instanceof Term.Entry x) || !at.isNumber() || !x.indices().isEmpty()) {
      throw Misfit.notBuilt("this place of evaluation");
    }
    Term value = elaborator.number(c.sides().get(1));
    Value v = elaborator.read(b.body());
    Term body = session.unfold(v.body(), Collections.singleton(x.family().name()));
    if (Terms.families(body).stream().anyMatch(f -> !f.arguments().isEmpty() || f.kind() == dev.gradus.term.Family.Kind.UNKNOWN)) {
      throw Misfit.notBuilt("the value of an unknown function at a point");
    }
    return Optional.of(v.with(Session.put(body, x.family(), value)));
  }

  /** f_x and f_{xy} of a function with these parameters: its derivatives by them. */
  Optional<Value> subscripted(Mention m) {
    List<String> labels = PrintedHead.derivativeLabels(m, session.names, session.part);
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    List<Notation> by = labels.stream().map(x -> NotationParser.parse(MathText.plain(x, 0))).toList();
    return Optional.of(apply(new Operator(by, false), NotationParser.parse(MathText.plain(m.base(), 0))));
  }

  /** A prime on an expression: its derivative by the only number it depends on. */
  Value primed(Value v, int order) {
    if (!v.isNumber()) {
      throw Misfit.notBuilt("a prime on an array");
    }
    return Value.number(total.prime(v.body(), order));
  }

  /** u' and f': of a quantity that depends on one number; of a function without its argument. */
  Value primedName(Mention m, Value v) {
    Optional<Definition> d = session.names.definition(m.key(), session.part).filter(x -> x.isFunction() && x.parameters().size() == 1);
    if (d.isPresent() && m.indices().isEmpty()) {
      Value argument = elaborator.mention(Mention.of(d.get().parameters().get(0), false));
      return elaborator.functions.apply(Mention.of(m.key(), m.bold()), List.of(argument), m.primes());
    }
    return primed(v, m.primes());
  }
}
