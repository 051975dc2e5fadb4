package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gives an expression its meaning: notation in, an array of entries out; a {@link Misfit} where it has none. */
final class Elaborator {
  /** Marks a reading in which whole arrays stand. */
  static final String ARRAY = "an array";

  /** What words call A : B = tr(A^T B); elsewhere the sign has other meanings. */
  private static final Pattern FROBENIUS = Pattern.compile("\\bfrobenius (inner )?product|\\binner product|\\bdouble.(dot|contraction)|\\bcolon\\b");

  final Session session;
  final Arrays arrays;
  final Functions functions;
  private final Products products;
  final Heads heads;
  final Differentials differentials;
  final Quantities quantities;
  private final BigOperators bigOperators;
  final Written written;
  final Inversion inversion;
  private final Reach reach;
  private final Norms norms;

  Elaborator(Session session) {
    this.session = session;
    this.arrays = new Arrays(session);
    this.functions = new Functions(this);
    this.products = new Products(this);
    this.heads = new Heads(this);
    this.differentials = new Differentials(this);
    this.bigOperators = new BigOperators(this);
    this.written = new Written(this);
    this.quantities = new Quantities(this, products);
    this.inversion = new Inversion(this);
    this.reach = new Reach(this);
    this.norms = new Norms(this);
  }

  Value read(Notation n) {
    session.enter();
    try {
      Value v = session.now(dispatch(n));
      if (!v.isNumber()) {
        session.used.add(ARRAY);
      }
      return v;
    } finally {
      session.leave();
    }
  }

  Term number(Notation n) {
    return number(read(n));
  }

  static Term number(Value v) {
    if (!v.isNumber()) {
      throw Misfit.shape("a number is needed where an array stands");
    }
    return v.body();
  }

  private Value dispatch(Notation n) {
    return switch (n) {
      case Notation.Numeral d -> Value.number(session.decimal(d));
      case Notation.Symbol s -> name(n);
      case Notation.Words w -> name(n);
      case Notation.Styled s -> s.body() instanceof Notation.Numeral d ? numbers(d, n) : name(n);
      case Notation.Accented a -> a.accent().equals("underline") && session.mentions().of(a).isEmpty() ? read(a.body()) : name(n);
      case Notation.Scripted s -> scripted(s);
      case Notation.Fraction f -> differentials.fraction(f).orElseGet(() -> quotient(read(f.numerator()), read(f.denominator())));
      case Notation.Root r -> root(r);
      case Notation.Bracketed b -> bracketed(b);
      case Notation.Listed l -> throw Misfit.notBuilt("a list of expressions");
      case Notation.Conditioned c -> throw Misfit.notBuilt("a conditional expression");
      case Notation.Compared c -> throw Misfit.notBuilt("a relation inside an expression");
      case Notation.Infix i when i.op().equals("colon") && FROBENIUS.matcher(session.part.chain().getLast().words()).find() -> Value.number(arrays.inner(read(i.left()), read(i.right())));
      case Notation.Infix i -> throw Misfit.notBuilt("the sign \\" + i.op());
      case Notation.Summed s -> sum(reach.settled(new LimitForms(this).takenIn(s)));
      case Notation.Juxtaposed j -> products.read(j);
      case Notation.BigOperator b -> bigOperators.read(b);
      case Notation.Table t -> table(t);
      case Notation.Annotated a -> {
        if (a.kind().equals("cancel")) {
          throw Misfit.notBuilt("a struck-out expression");
        }
        yield read(a.body());
      }
      case Notation.Factorial f -> session.map(read(f.body()), Powers::factorial);
      case Notation.Dots d -> throw Misfit.notBuilt("dots");
      case Notation.Empty e -> throw new Misfit(new ReadingReason.Syntax("an expression"));
      case Notation.Unreadable u -> throw new Misfit(new ReadingReason.Syntax(u.expected()));
    };
  }

  /** A number in the letters of an array: all its entries are that number. */
  private Value numbers(Notation.Numeral d, Notation n) {
    return d.digits().equals("1") ? ones() : d.digits().equals("0") ? Value.number(Rational.ZERO) : name(n);
  }

  /** A vector of ones. */
  Value ones() {
    return new Value(List.of(session.slot(session.ranges.fresh())), Rational.ONE, Value.Lay.ANY);
  }

  /** Division; by an array entry by entry. */
  Value quotient(Value a, Value b) {
    if (b.rank() > 1 || (a.rank() > b.rank() && !b.isNumber())) {
      throw Misfit.notBuilt("division by an array");
    }
    if (!b.isNumber()) {
      session.used.add("elementwise");
    }
    return arrays.combine(a, b, (x, y) -> Terms.divide(x, y), "a quotient");
  }

  private Value sum(Notation.Summed s) {
    List<Term> numbers = new ArrayList<>(); // side by side they are one sum, however many
    Value total = null;
    int many = 0;
    for (Notation.Signed item : s.items()) {
      if (item.sign() == Notation.Sign.PLUS_MINUS || item.sign() == Notation.Sign.MINUS_PLUS) {
        throw Misfit.notBuilt("plus or minus");
      }
      Value v = read(item.item());
      Value signed = item.sign() == Notation.Sign.MINUS ? arrays.negate(v) : v;
      if (total == null && signed.isNumber()) {
        numbers.add(signed.body());
      } else {
        session.pay(++many);
        total = arrays.add(total == null ? total(numbers) : total, signed);
      }
    }
    return total == null ? total(numbers) : total;
  }

  private Value total(List<Term> numbers) {
    return session.now(Value.number(Terms.sum(numbers)));
  }

  private Value root(Notation.Root r) {
    if (r.degree().isPresent() && !(r.degree().get() instanceof Notation.Numeral d && d.digits().equals("2"))) {
      throw Misfit.notBuilt("a root other than the square root");
    }
    return session.map(read(r.radicand()), Terms::sqrt);
  }

  private Value bracketed(Notation.Bracketed b) {
    if (b.body() instanceof Notation.Listed l) {
      if (b.open().equals("\\langle") && b.close().equals("\\rangle") && l.items().size() == 2) {
        return Value.number(arrays.inner(read(l.items().get(0)), read(l.items().get(1))));
      }
      if (!b.open().equals("(") && !(b.open().equals("[") && b.close().equals("]") && l.items().size() > 2)) {
        throw Misfit.notBuilt("a set, an interval or a list in these brackets");
      }
      return tuple(l.items());
    }
    if (b.open().equals("[") && b.body() instanceof Notation.Compared c) {
      return indicator(c);
    }
    return switch (b.open()) {
      case "(", "[", "\\{", "." -> {
        if (!b.close().equals(closing(b.open()))) {
          throw Misfit.notBuilt("the bracket pair " + b.open() + " " + b.close());
        }
        yield read(b.body());
      }
      case "|" -> {
        Value v = read(b.body());
        if (v.rank() > 1) {
          throw Misfit.notBuilt("bars around a matrix");
        }
        // |x| of a vector is its length, or what its entries are in absolute value
        boolean length = v.rank() == 1 && session.choices.take("bars around a vector", 0, 1) == 0;
        yield length ? Value.number(norms.euclidean(v)) : session.map(v, Terms::abs);
      }
      case "\\|" -> Value.number(norms.euclidean(read(b.body())));
      case "\\langle" -> throw Misfit.notBuilt("this use of angle brackets");
      default -> throw Misfit.notBuilt("the bracket " + b.open());
    };
  }

  private static String closing(String open) {
    return switch (open) {
      case "(" -> ")";
      case "[" -> "]";
      case "\\{" -> "\\}";
      default -> ".";
    };
  }

  private Value tuple(List<Notation> items) {
    return written.line(items.stream().map(i -> Value.number(number(i))).toList(), Value.Lay.ANY);
  }

  /** [z > 0] and kin; of an array entry by entry. */
  Value indicator(Notation.Compared c) {
    Value all = Value.number(Rational.ONE);
    for (int k = 0; k < c.signs().size(); k++) {
      all = arrays.combine(all, indicator(c.sides().get(k), c.signs().get(k), c.sides().get(k + 1)), (x, y) -> Terms.product(x, y), "an indicator");
    }
    return all;
  }

  private Value indicator(Notation left, dev.gradus.document.RelationSign sign, Notation right) {
    if (isElement(left) || isElement(right)) {
      return Value.number(new Term.Guard(comparison(left, sign, right), Rational.ONE));
    }
    Value a = read(left);
    Value b = read(right);
    if (!(a.isNumber() && b.isNumber()) && (sign == dev.gradus.document.RelationSign.EQUAL || sign == dev.gradus.document.RelationSign.NOT_EQUAL)) {
      throw Misfit.notBuilt("an indicator of equal arrays");
    }
    boolean equal = sign == dev.gradus.document.RelationSign.EQUAL || sign == dev.gradus.document.RelationSign.NOT_EQUAL;
    if (equal && session.mentions().of(left).filter(Mention::plain).isPresent() && session.mentions().of(right).filter(Mention::plain).isPresent()) {
      // [y = k]: labels, of which equal ones are no rare case
      throw Misfit.notBuilt("an indicator of equal letters");
    }
    return arrays.combine(a, b, (x, y) -> new Term.Guard(between(x, sign, y), Rational.ONE), "an indicator");
  }

  /** The conditions a printed comparison states: between elements where both sides are, else between numbers. */
  List<Condition> comparisons(Notation.Compared c) {
    List<Condition> all = new ArrayList<>();
    for (int k = 0; k < c.signs().size(); k++) {
      all.add(comparison(c.sides().get(k), c.signs().get(k), c.sides().get(k + 1)));
    }
    return all;
  }

  Condition comparison(Notation left, dev.gradus.document.RelationSign sign, Notation right) {
    Optional<Index> i = boundElement(left);
    Optional<Index> j = boundElement(right);
    if (i.isEmpty() && j.isEmpty() && ((indexLetter(left) && classLetter(right)) || (classLetter(left) && indexLetter(right)))) {
      i = Optional.of(session.element(left, session.ranges.fresh()));
    }
    if (i.isPresent() || j.isPresent()) {
      Index known = i.isPresent() ? i.get() : j.orElseThrow();
      Index other = session.element(i.isPresent() ? right : left, known.range());
      Index a = session.ranges.now(i.isPresent() ? known : other);
      Index b = session.ranges.now(i.isPresent() ? other : known);
      return switch (sign) {
        case EQUAL -> new Condition.Same(a, b);
        case NOT_EQUAL -> new Condition.Distinct(a, b);
        case LESS -> new Condition.Before(a, b);
        case GREATER -> new Condition.Before(b, a);
        default -> throw Misfit.notBuilt("this order of indices");
      };
    }
    return between(number(left), sign, number(right));
  }

  /** What a sign between two numbers states. */
  private static Condition between(Term left, dev.gradus.document.RelationSign sign, Term right) {
    return switch (sign) {
      case EQUAL -> new Condition.Zero(Terms.minus(left, right));
      case NOT_EQUAL -> new Condition.NonZero(Terms.minus(left, right));
      case GREATER -> new Condition.Positive(Terms.minus(left, right));
      case GREATER_OR_EQUAL -> new Condition.NonNegative(Terms.minus(left, right));
      case LESS -> new Condition.Positive(Terms.minus(right, left));
      case LESS_OR_EQUAL -> new Condition.NonNegative(Terms.minus(right, left));
      default -> throw Misfit.notBuilt("a condition with " + sign.symbol());
    };
  }

  /** Whether a notation is a letter for an element. */
  boolean isElement(Notation n) {
    return boundElement(n).isPresent() || indexLetter(n);
  }

  /** A letter that stands in index places of the document and is no quantity. */
  private boolean indexLetter(Notation n) {
    return classLetter(n) && session.mentions().of(n).filter(m -> !m.bare() || session.survey.isIndex(m.key())).isPresent();
  }

  /** A letter that nothing makes a quantity: beside a letter for an element it is one, too. */
  private boolean classLetter(Notation n) {
    return session.classLabel(n).isPresent() || session
        .mentions()
        .of(n)
        .filter(m -> m.bare() && m.key().length() == 1 && Character.isLowerCase(m.key().charAt(0)))
        .filter(m -> !session.names.isQuantity(m.key(), session.part) && !session.arguments.containsKey(m.key()))
        .filter(m -> session.names.definition(m.key(), session.part).isEmpty())
        .isPresent();
  }

  /** The element a bare letter stands for, if it does: of a sum, or in an index place of the claim. */
  private Optional<Index> boundElement(Notation n) {
    return session.mentions().of(n).filter(Mention::bare).map(Mention::key).or(() -> session.classLabel(n)).flatMap(k -> Optional.ofNullable(session.elements.get(k)).or(() -> session.alone.element(k)));
  }

  private Value table(Notation.Table t) {
    return t.environment().startsWith("cases") || t.environment().equals("dcases") ? Branches.read(t, this) : written.table(t);
  }

  private Value scripted(Notation.Scripted s) {
    Optional<Value> special = differentials.evaluated(s).or(() -> norms.scripted(s));
    if (special.isPresent()) {
      return special.get();
    }
    Optional<Mention> mention = session.mentions().of(s);
    if (mention.isPresent() && !(s.base() instanceof Notation.Bracketed && mention.get().plain() && mention.get().indices().isEmpty())) {
      return mention(mention.get());
    }
    if (Conditions.isNumeral(s.base(), "1") && s.sub().isEmpty() && s.sup().filter(session.mentions()::transposes).isPresent()) {
      return ones().transposed();
    }
    if (one(s.base()) && s.sup().isEmpty() && s.primes() == 0 && s.sub().flatMap(Conditions::condition).isPresent()) {
      // 1_{i = j}
      return indicator(s.sub().flatMap(Conditions::condition).get());
    }
    boolean turned = s.sub().isEmpty() && s.sup().filter(session.mentions()::transposes).isPresent();
    // no interval has a transpose
    Value base = turned && s.base() instanceof Notation.Bracketed b && b.open().equals("[") && b.close().equals("]") && b.body() instanceof Notation.Listed l ? tuple(l.items()) : read(s.base());
    if (turned && s.base() instanceof Notation.Bracketed b && listed(b.body()) && base.rank() == 1) {
      // (1,2)^T is how a column is printed in a line
      return base;
    }
    if (s.sub().filter(d -> d instanceof Notation.Juxtaposed j && j.factors().stream().anyMatch(f -> f.op() == Op.TIMES)).isPresent() && base.rank() > 0) {
      // a matrix with its size below
      return s.sup().isPresent() ? raised(base, s.sup().get()) : base;
    }
    return onTop(base, s);
  }

  private static boolean one(Notation n) {
    return Conditions.isNumeral(n, "1") || (n instanceof Notation.Styled t && Conditions.isNumeral(t.body(), "1"));
  }

  private static boolean listed(Notation n) {
    return n instanceof Notation.Listed || (n instanceof Notation.BigOperator o && (o.name().equals("list") || o.name().equals("array")));
  }

  /** Scripts on something that has a value already: a component, a power, a transpose, a derivative mark. */
  Value onTop(Value base, Notation.Scripted s) {
    Value v = base;
    if (s.primes() > 0) {
      v = differentials.primed(v, s.primes());
    }
    if (s.sub().isPresent()) {
      Notation sub = s.sub().get();
      if (base.isNumber()) {
        throw Misfit.shape("an index on a number");
      }
      v = component(v, Mentions.items(sub));
    }
    return s.sup().isPresent() ? raised(v, s.sup().get()) : v;
  }

  /** What a definition says where it stands, with what its names mean now; for its letters each entry of an array. */
  Value entries(Definition d) {
    if (d.letters().isEmpty()) {
      return read(d.body());
    }
    Map<String, Index> bound = new LinkedHashMap<>();
    List<Index.Free> slots = new ArrayList<>();
    for (int k = 0; k < d.letters().size(); k++) {
      Index.Free slot = session.counting(d.key(), k);
      slots.add(slot);
      bound.put(d.letters().get(k), slot);
    }
    Value v = session.within(bound, () -> read(d.body()));
    if (!v.isNumber()) {
      throw Misfit.shape("a component that is an array");
    }
    return session.now(new Value(slots.stream().map(s -> (Index.Free) session.ranges.now(s)).toList(), v.body(), Value.Lay.ANY));
  }

  Value component(Value v, List<Notation> items) {
    if (items.size() > v.rank()) {
      throw Misfit.shape(items.size() + " indices on an array with " + v.rank() + " axes");
    }
    List<Index> at = new ArrayList<>();
    List<Index.Free> open = new ArrayList<>();
    for (int k = 0; k < v.rank(); k++) {
      boolean left = k >= items.size() || Conditions.isOpen(items.get(k));
      if (left) {
        open.add(v.slots().get(k));
        at.add(v.slots().get(k));
      } else {
        at.add(session.element(items.get(k), v.range(k)));
      }
    }
    Value w = session.now(v);
    List<Index> now = at.stream().map(session.ranges::now).toList();
    return new Value(open.stream().map(s -> (Index.Free) session.ranges.now(s)).toList(), w.at(now), Value.Lay.ANY);
  }

  Value raised(Value base, Notation sup) {
    if (session.mentions().transposes(sup)) {
      session.used.add(ARRAY);
      return base.transposed();
    }
    if (sup instanceof Notation.Symbol s && s.name().equals("circ")) {
      throw Misfit.notBuilt("degrees");
    }
    if (base.rank() == 2) {
      return inversion.power(base, sup);
    }
    Value power = read(sup);
    Optional<Rational> exponent = power.isNumber() ? Powers.rational(power.body()) : Optional.empty();
    if (base.rank() == 1 && exponent.filter(Rational.of(2)::equals).isPresent() && session.choices.take("a square of a vector", 0, 1) == 1) {
      return Value.number(arrays.total(base.with(Terms.power(base.body(), 2))));
    }
    entrywise(base);
    if (exponent.isPresent()) {
      return session.map(base, t -> Powers.power(t, exponent.get()));
    }
    entrywise(power);
    // b^t with t no integer literal: e^(t ln b), b > 0 (SOUNDNESS 14)
    return arrays.combine(base, power, (b, t) -> Terms.exp(Terms.product(t, Terms.log(b))), "a power");
  }

  /** A power of a vector, or to a vector, is meant entry by entry; of a matrix it has a sense of its own (READING 29). */
  void entrywise(Value v) {
    if (v.rank() > 1) {
      throw Misfit.notBuilt("a power of a matrix");
    }
    if (!v.isNumber()) {
      session.used.add("entrywise");
    }
  }

  private Value name(Notation n) {
    return mention(
        session.mentions().of(n).orElseThrow(() -> Misfit.notBuilt("the word " + dev.gradus.notation.Outline.of(n))));
  }

  /** A name with its scripts. */
  Value mention(Mention m) {
    Value v = functions.constant(m).or(() -> differentials.subscripted(m)).orElseGet(() -> quantities.value(m));
    for (Notation.Compared c : m.distinct()) {
      session.conditions.addAll(comparisons(c));
    }
    if (m.primes() > 0) {
      v = differentials.primedName(m, v);
    }
    if (m.transposed() % 2 == 1) {
      v = v.transposed();
    }
    return m.exponent().isPresent() && !functions.isConstantPower(m) ? raised(v, m.exponent().get()) : v;
  }

  Value multiply(Op op, Value a, Value b) {
    return arrays.multiply(op, a, b);
  }
}
