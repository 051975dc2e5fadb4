package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Function;
import dev.gradus.term.Greatest;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Functions by name: those the document defines, then the standard ones. */
final class Functions {
  /** Words of a part in which e_k is a unit vector. */
  private static final Pattern UNIT = Pattern.compile("(?i)\\b(unit|basis|one-hot|canonical|indicator|einheits|basisvektor)");

  /** The argument that functions without one share. */
  static final String BARE = "\\cdot";

  private final Elaborator elaborator;
  private final Session session;

  Functions(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
    // what a definition has of sigma is what it means where the definition is used
    session.sigma = this::sigma;
  }

  private Term sigma(int order, Term u) {
    boolean before = session.used.contains("activation");
    Value v = apply(Mention.of("\\sigma", false), List.of(Value.number(u)), order);
    if (!before && session.used.remove("activation")) {
      session.used.add(Sigma.DEFINED_WITH);
    }
    return Elaborator.number(v);
  }

  /** Standard names that are functions also when nobody defines them. */
  static boolean standard(String key) {
    return switch (key) {
      case "exp", "log", "ln", "sin", "cos", "tan", "tanh", "sinh", "cosh", "sech", "csch", "coth", "sec", "csc", "cot", "sigm", "expit", "softmax", "Softmax", "logsoftmax", "sigmoid", "Sigmoid", "softplus",
          "Softplus", "relu", "ReLU", "Relu", "RELU", "rect", "LeakyReLU", "sign", "Sign", "sgn", "diag", "tr", "Tr", "det", "sqrt", "abs", "max", "min", "LSE",
          "lse", "logsumexp", "artanh", "arctanh", "CE", "CrossEntropy", "onehot" ->
          true;
      default -> false;
    };
  }

  /** Names that have standard meanings (READING 17, 21). */
  static boolean usual(String key) {
    return standard(key) || key.equals("\\sigma");
  }

  /** Names of the library that no text redefines. */
  static boolean library(String key) {
    return standard(key) && !List.of("CE", "CrossEntropy", "LSE", "lse", "LeakyReLU").contains(key);
  }

  /** Whether a name in front of a bracket is applied to it. */
  boolean isFunction(Mention m) {
    if (session.arguments.containsKey(m.key())) {
      return false;
    }
    Optional<Definition> d = session.names.definition(m.key(), session.part);
    if (d.isPresent()) {
      return d.get().isFunction();
    }
    if (session.names.isUnknown(m.key(), session.part)) {
      return false;
    }
    // a sigma that is nowhere applied nor primed is a number: a deviation
    Trace trace = session.survey.trace(m.key(), session.part);
    return standard(m.base()) || (m.base().equals("\\sigma") && m.indices().isEmpty() && (trace.applied || trace.primed));
  }

  /** A standard function of one number without its argument, at a number nobody names: both sides of a relation have the same one. */
  Value bareStandard(Mention m) {
    if (!standard(m.base()) && !m.base().equals("\\sigma")) {
      throw Misfit.undefined(m.key());
    }
    session.names.put(new Names.Quantity(BARE, List.of(), Value.Lay.ANY, dev.gradus.term.Family.Kind.VARIABLE, List.of(), true, session.part));
    if (session.at.isEmpty() && !session.bare) {
      session.at = applied(m);
    }
    session.bare |= session.at.isEmpty();
    Value v = standardOf(m, session.at.orElseGet(() -> Value.number(dev.gradus.term.Family.variable(BARE).at())));
    if (!v.isNumber()) {
      throw Misfit.notBuilt("the function " + m.key() + " without its argument");
    }
    return v;
  }

  /** \\sigma(a) (1 - \\sigma(a)) = \\sigma (1 - \\sigma): the number that the claim applies a function to, if it is the same one throughout and no sum counts in it. */
  private Optional<Value> applied(Mention m) {
    return number(argument(m.key()));
  }

  /** What a function is applied to, where that is a number and no sum counts in it. */
  private Optional<Value> number(Optional<Notation> argument) {
    return argument.filter(u -> !counted(u)).map(elaborator::read).filter(Value::isNumber);
  }

  /** Said of a function that stands without its argument, at the letter that it was defined with, where the text applies it to something else too. */
  static final String UNSAID = "without its argument, at ";

  /** g of y/g - (1 - y)/(1 - g), times g(w^T x): a defined function of one quantity where the claim applies it. */
  Optional<Value> taken(Mention m, Definition d) {
    if (d.parameters().size() != 1 || !d.letters().isEmpty()) {
      return Optional.empty();
    }
    String parameter = d.parameters().getFirst();
    List<Notation> all = new ArrayList<>();
    session.names.definitions().forEach(x -> applied(x.body(), m.key(), all));
    session.sides.forEach(n -> applied(n, m.key(), all));
    boolean own = session.sides.stream().anyMatch(n -> Definitions.mentions(n, parameter, session.mentions()));
    if (own || all.stream().allMatch(u -> session.mentions().of(u).filter(x -> x.key().equals(parameter)).isPresent())) {
      return Optional.empty();
    }
    Optional<Value> at = number(argument(m.key()));
    session.used.addAll(at.isEmpty() ? List.of(UNSAID + parameter) : List.of());
    return at;
  }

  private boolean counted(Notation n) {
    return (n instanceof Notation.Symbol s && session.mentions().bound(Mentions.latexName(s.name()))) || n.parts().stream().anyMatch(this::counted);
  }

  /** d\\sigma/dz: a standard function without its argument, differentiated by a number, is taken there; so it is wherever else the claim writes it alone. */
  Optional<Value> alone(Notation operand, List<Notation> by) {
    Optional<Mention> function = session.mentions().of(operand).filter(Mention::bare).filter(this::isFunction);
    Optional<Definition> d = function.flatMap(x -> session.names.definition(x.key(), session.part));
    boolean own = d.isPresent() && (d.get().parameters().size() != 1 || by.stream().anyMatch(x -> Definitions.mentions(x, d.get().parameters().get(0), session.mentions())));
    Optional<Notation> only = own || session.at.isPresent() ? Optional.empty() : function.flatMap(x -> argument(x.key()));
    if (only.filter(u -> by.stream().noneMatch(x -> Templates.same(x, u))).isPresent()) {
      // \\sigma(z) d\\sigma/dw: the function is taken where the claim applies it
      return only.map(u -> apply(function.get(), List.of(elaborator.read(u)), 0));
    }
    Optional<Mention> m = function.filter(x -> d.isEmpty());
    Optional<Mention> letter = by.size() == 1 ? session.mentions().of(by.get(0)).filter(Mention::bare) : Optional.empty();
    if (m.isEmpty() || letter.isEmpty()) {
      return Optional.empty();
    }
    Value at = elaborator.mention(letter.get());
    if (!at.isNumber() || session.bare || !session.taken(m.get().key(), letter.get().key()) || session.at.filter(v -> !v.equals(at)).isPresent()) {
      throw Misfit.notBuilt("the derivative of a function without its argument");
    }
    session.at = Optional.of(at);
    return Optional.of(standardOf(m.get(), at));
  }

  /** What a claim applies a function to, if that is one expression wherever it does. */
  private Optional<Notation> argument(String key) {
    List<Notation> found = new ArrayList<>();
    session.sides.forEach(n -> applied(n, key, found));
    return found.stream().findFirst().filter(u -> found.stream().allMatch(x -> Templates.same(u, x)));
  }

  private void applied(Notation n, String key, List<Notation> found) {
    for (int k = 0; n instanceof Notation.Juxtaposed j && k + 1 < j.factors().size(); k++) {
      boolean name = session.mentions().of(j.factors().get(k).item()).filter(m -> m.base().equals(key) && m.indices().isEmpty()).isPresent() && j.factors().get(k + 1).op() == Notation.Op.NONE;
      // \sigma(1 - \sigma) is a product
      Notations.bracket(j.factors().get(k + 1).item()).filter(b -> name && !Definitions.mentions(b.body(), key, session.mentions())).ifPresent(b -> found.add(b.body()));
    }
    Notations.children(n).forEach(c -> applied(c, key, found));
  }

  /** Numbers with a name: e, pi, infinity refused; identity and unit vectors. */
  Optional<Value> constant(Mention m) {
    boolean kronecker = m.key().equals("\\delta") && m.indices().size() == 2 && otherDelta();
    boolean defined = !kronecker && (session.names.definition(m.key(), session.part).isPresent() || session.names.quantity(m.key()).isPresent());
    if (session.arguments.containsKey(m.key()) || session.elements.containsKey(m.key()) || defined) {
      return Optional.empty();
    }
    switch (m.key()) {
      case "e" -> {
        if (m.indices().isEmpty()) {
          refuseLetter(m);
          return Optional.of(m.exponent().isPresent() ? exponential(m) : Value.number(Terms.exp(Rational.ONE)));
        }
        if (m.indices().size() == 1 && !session.names.isUnknown("e", session.part)) {
          boolean said = UNIT.matcher(session.part.words()).find();
          if (!said && session.choices.once("what is e_k", 0, 1) == 1) {
            // an error, a number of its own
            return Optional.empty();
          }
          if (!said && session.survey.everywhere("e").alone) {
            session.used.add("guess");
          }
          Index.Free slot = session.slot(session.ranges.fresh());
          Index k = session.element(m.indices().get(0), slot.range());
          Index.Free now = (Index.Free) session.ranges.now(slot);
          return Optional.of(new Value(List.of(now), new Term.Delta(now, session.ranges.now(k)), Value.Lay.ANY));
        }
        return Optional.empty();
      }
      case "\\pi" -> {
        boolean number = m.indices().isEmpty() && !session.survey.trace(m.key(), session.part).bold && session.survey.trace(m.key(), session.part).indices == 0;
        if (number && ((!session.survey.usual().isRatio() && !UsualNumbers.comparedWithItsValue(session.sides)) || session.names.isUnknown(m.key(), session.part))) {
          // a distribution, a prior, a policy, or the number (READING 14)
          session.used.add("guess");
          return Optional.empty();
        }
        return number
            ? Optional.of(Value.number(new Term.Pi()))
            : Optional.empty();
      }
      case "\\infty" -> throw Misfit.notBuilt("infinity outside of a limit");
      case "\\delta" -> {
        if (m.indices().size() == 2) {
          Index.Free slot = session.slot(session.ranges.fresh());
          Index i = session.element(m.indices().get(0), slot.range());
          Index j = session.element(m.indices().get(1), i.range());
          return Optional.of(Value.number(new Term.Delta(session.ranges.now(i), session.ranges.now(j))));
        }
        return Optional.empty();
      }
      default -> {
        return Identity.of(m, session).or(() -> extremeOf(m));
      }
    }
  }

  /** e as a vector, an error or what the text calls so; a power of e with anything but a number above is the exponential of that (READING 14). */
  private void refuseLetter(Mention m) {
    Trace uses = session.survey.trace("e", session.part);
    boolean letter = uses.vectorLike || uses.bold || uses.needed(0) > 0 || session.survey.usual().isIndexed("e") || session.names.isUnknown("e", session.part);
    if (letter && m.exponent().filter(x -> !(x instanceof Notation.Numeral || (x instanceof Notation.Symbol y && y.name().equals("infty")))).isEmpty()) {
      throw Misfit.undefined("e");
    }
  }

  /** s_max of a family s that nothing else defines is its greatest entry, s_min the least (READING 19). */
  private Optional<Value> extremeOf(Mention m) {
    boolean max = m.key().equals(m.base() + "_{\\text{max}}");
    boolean own = session.names.definition(m.key(), session.part).isPresent() || session.names.quantity(m.key()).filter(Names.Quantity::declared).isPresent();
    boolean known = session.names.definition(m.base(), session.part).filter(d -> !d.isFunction()).isPresent() || session.names.quantity(m.base()).filter(q -> q.axes().size() == 1).isPresent();
    if (!(max || m.key().equals(m.base() + "_{\\text{min}}")) || own || !known || !m.indices().isEmpty()) {
      return Optional.empty();
    }
    Value whole = elaborator.mention(Mention.of(m.base(), m.bold()));
    if (whole.rank() != 1) {
      return Optional.empty();
    }
    Index.Bound i = session.binder(whole.range(0));
    Term entry = Terms.substitute(session.ranges.now(whole.body()), session.ranges.now(whole.slots().get(0)), i);
    Term greatest = new Greatest(i, max ? entry : Terms.negate(entry)).term(session.binder(i.range()).number());
    return Optional.of(Value.number(max ? greatest : Terms.negate(greatest)));
  }

  /** delta_{ij} beside a vector delta, or a function delta of numbers, is Kronecker's. */
  private boolean otherDelta() {
    Optional<Definition> d = session.names.definition("\\delta", session.part);
    boolean function = d.filter(Definition::isFunction).filter(f -> f.letters().isEmpty()).isPresent();
    return function || session.names.quantity("\\delta").filter(q -> q.axes().size() < 2).isPresent();
  }

  boolean isConstantPower(Mention m) {
    return m.key().equals("e")
        && m.indices().isEmpty()
        && session.names.definition("e", session.part).isEmpty()
        && !session.arguments.containsKey("e")
        && session.names.quantity("e").isEmpty();
  }

  private Value exponential(Mention m) {
    Value exponent = elaborator.read(m.exponent().orElseThrow());
    elaborator.entrywise(exponent);
    return session.map(exponent, Terms::exp);
  }

  /** The value of a function at its arguments; {@code derivatives} counts primes. */
  Value apply(Mention f, List<Value> values, int derivatives) {
    Optional<Definition> d = session.names.definition(f.key(), session.part, values.size()).filter(Definition::isFunction);
    if (derivatives > 0) {
      return derivative(f, values, derivatives);
    }
    if (d.isPresent()) {
      session.used.add(f.key());
      return instantiate(d.get(), values);
    }
    if (values.size() != 1) {
      return several(f, values);
    }
    return standardOf(f, values.get(0));
  }

  /** Puts arguments in: the body is read anew, so that shapes follow the arguments. */
  Value instantiate(Definition d, List<Value> values) {
    if (d.parameters().size() != values.size()) {
      throw Misfit.shape(d.key() + " takes " + d.parameters().size() + " arguments");
    }
    if (values.size() == 1 && d.letters().size() == 1 && values.get(0).isNumber() && NumberFunctions.takesArray(d)) {
      return component(values.get(0), whole -> instantiate(d, List.of(whole)));
    }
    if (values.size() == 1 && !values.get(0).isNumber() && NumberFunctions.is(d, session)) {
      if (!session.part.within(d.part())) {
        // s(x) of a number there, s(z)_i of a vector here: perhaps another function of that name (READING 28)
        session.used.add("guess");
      }
      Value v = session.fresh(values.get(0));
      return v.with(bodyAt(d, List.of(Value.number(v.body()))).body());
    }
    return Definitions.total(session, d.key(), d.body(), bodyAt(d, values));
  }

  /** A notation read with values in the place of names. */
  Value withArguments(Map<String, Value> arguments, Notation body) {
    Map<String, Value> before = new java.util.TreeMap<>(session.arguments);
    session.arguments.putAll(arguments);
    session.enter();
    try {
      return elaborator.read(body);
    } finally {
      session.leave();
      session.arguments.clear();
      session.arguments.putAll(before);
    }
  }

  private Value bodyAt(Definition d, List<Value> values) {
    Map<String, Value> before = new java.util.TreeMap<>(session.arguments);
    Map<String, Index> elements = new java.util.TreeMap<>(session.elements);
    for (int k = 0; k < values.size(); k++) {
      session.arguments.put(d.parameters().get(k), values.get(k));
      session.elements.remove(d.parameters().get(k));
    }
    session.enter();
    try {
      InDomain.entered(d, values, before.isEmpty() ? elements : new java.util.TreeMap<>(session.callers), elaborator);
      return elaborator.entries(d);
    } finally {
      session.leave();
      session.arguments.clear();
      session.arguments.putAll(before);
      session.elements.clear();
      session.elements.putAll(elements);
    }
  }

  private Value derivative(Mention f, List<Value> values, int order) {
    if (values.size() != 1) {
      throw Misfit.notBuilt("a prime on a function of several arguments");
    }
    Optional<Definition> d = session.names.definition(f.key(), session.part, 1).filter(Definition::isFunction);
    if (d.isPresent() && !values.get(0).isNumber() && !Definitions.mentions(d.get().body(), d.get().parameters().get(0), session.mentions())) {
      throw Misfit.notBuilt("a prime on a function of an array");
    }
    LossTerms terms = new LossTerms(elaborator);
    boolean leaf = d.isPresent() && values.get(0).isNumber() && values.get(0).body() instanceof Term.Entry x && terms.isLeaf(x.family().name());
    if (leaf && LossTerms.holds(d.get().body(), d.get().parameters().get(0), session)) {
      return terms.slope(apply(f, values, 0), values.get(0), order);
    }
    dev.gradus.term.Family t = session.dummy();
    int required = session.domains.size();
    Value at = apply(f, List.of(Value.number(t.at())), 0);
    InDomain.moved(session, required, t, values.get(0).body());
    // f_k' of functions that are given for every k: each by itself
    boolean each = d.isPresent() && values.get(0).isNumber() && !f.indices().isEmpty() && d.get().letters().size() == at.rank();
    if (!at.isNumber() && !each) {
      throw Misfit.notBuilt("a prime on an array-valued function");
    }
    Term body = session.unfold(at.body(), Collections.emptySet());
    Inversion.refuseDerivative(body, (Term.Entry) t.at(), session);
    boolean reached = Terms.families(body).contains(t) || Terms.families(body).isEmpty();
    if (d.isPresent() && !reached && !Definitions.mentions(d.get().body(), d.get().parameters().get(0), session.mentions())) {
      throw new Misfit(new ReadingReason.NotReached(d.get().parameters().get(0)));
    }
    Term before = body;
    for (int k = 0; k < order; k++) {
      before = body;
      body = dev.gradus.calculus.Derivative.of(body, (Term.Entry) t.at(), session.budget);
    }
    Term derived = body;
    Value argument = values.get(0);
    if (!at.isNumber()) {
      return session.now(at).with(Session.put(derived, t, argument.body()));
    }
    Value v = session.map(argument, u -> Session.put(derived, t, u));
    if (argument.body() instanceof Term.Entry u && Terms.families(before).stream().noneMatch(g -> g.name().equals(u.family().name()))) {
      session.formed(v, Session.put(before, t, u), u);
    }
    return v;
  }

  private Value standardOf(Mention f, Value v) {
    String name = f.base();
    Optional<UnaryOperator<Term>> scalar = ScalarFunctions.of(name);
    if (scalar.isPresent()) {
      return session.map(v, scalar.get());
    }
    return switch (name) {
      case "log" -> {
        if (f.indices().isEmpty() && f.key().equals("log")) {
          session.used.add("log");
        }
        int base = session.options.logBase();
        yield session.map(v, u -> base == 0 || !f.key().equals("log") ? logarithm(f, u) : Terms.divide(Terms.log(u), Terms.log(Rational.of(base))));
      }
      case "ln" -> session.map(v, u -> logarithm(f, u));
      case "softmax", "Softmax" -> softmax(v);
      case "logsoftmax" -> session.map(softmax(v), Terms::log);
      case "LSE", "lse", "logsumexp" -> Value.number(Terms.log(elaborator.arrays.total(session.map(v, Terms::exp))));
      case "diag" -> elaborator.arrays.diagonal(v.isNumber() ? components(v) : v);
      case "det" -> Value.number(elaborator.inversion.determinant(v));
      case "tr", "Tr" -> v.isNumber() ? v : Value.number(elaborator.arrays.total(elaborator.arrays.diagonal(v)));
      case "\\sigma" -> {
        if (session.defining) {
          yield session.map(v, Sigma::kept);
        }
        session.used.add("activation");
        yield session.map(v, u -> Sigma.at(session.options.activation(), u, session));
      }
      default -> throw Misfit.undefined(f.key());
    };
  }

  /** diag(a_n): the vector of all a_n, where n is the only letter for an element in the argument. */
  private Value components(Value v) {
    List<Index> open = Terms.openIndices(v.body()).stream().filter(i -> i instanceof Index.Free f && session.elements.get(f.name()) instanceof Index.Free).toList();
    if (open.size() != 1) {
      throw Misfit.shape("diag of a number");
    }
    Index.Free slot = session.slot(open.get(0).range());
    return new Value(List.of(slot), Terms.substitute(v.body(), Collections.singletonMap(open.get(0), slot)), Value.Lay.ANY);
  }

  private static Term logarithm(Mention f, Term u) {
    boolean natural = f.key().equals(f.base() + "_{e}") || (f.indices().size() == 1 && f.indices().getFirst() instanceof Notation.Symbol e && e.name().equals("e"));
    if (natural || (f.indices().isEmpty() && f.key().equals(f.base()))) {
      return Terms.log(u);
    }
    // \log_b u: only a base that is a number
    String printed =
        f.indices().isEmpty()
            ? f.key().substring(f.base().length()).replaceAll("[_{}]", "")
            : f.indices().size() == 1 && f.indices().get(0) instanceof Notation.Numeral n ? n.digits() : "";
    if (!printed.isEmpty() && printed.length() < 6 && printed.chars().allMatch(Character::isDigit) && Integer.parseInt(printed) >= 2) {
      return Terms.divide(Terms.log(u), Terms.log(Rational.of(Integer.parseInt(printed))));
    }
    throw Misfit.notBuilt("a logarithm to this base");
  }

  /** Along the last axis: of a matrix row by row. */
  private Value softmax(Value v) {
    if (v.isNumber()) {
      return component(v, this::softmax);
    }
    if (v.rank() > 2) {
      throw Misfit.notBuilt("softmax of an array with " + v.rank() + " axes");
    }
    Value top = session.fresh(v);
    Value bottom = session.fresh(v);
    int last = v.rank() - 1;
    Index.Bound over = session.binder(bottom.range(last));
    List<Index> at = new ArrayList<>(top.slots());
    at.set(last, over);
    Term sum = new Term.Over(over, Terms.exp(bottom.at(at)));
    return new Value(top.slots(), Terms.divide(Terms.exp(top.body()), sum), v.lay());
  }

  /** softmax(x_i) for softmax(x)_i, where the argument is one component; so any other function of a vector with as many components. */
  private Value component(Value v, UnaryOperator<Value> function) {
    if (v.body() instanceof Term.Entry e && e.indices().size() == 1 && !(e.indices().get(0) instanceof Index.Literal)) {
      session.used.add("softmax of a component");
      Value whole = function.apply(session.whole(e.family(), Value.Lay.ANY));
      if (whole.rank() == 1) {
        session.ranges.unify(whole.range(0), e.indices().getFirst().range());
        return Value.number(session.now(whole).at(List.of(session.ranges.now(e.indices().get(0)))));
      }
    }
    throw Misfit.shape("a function of a vector, of a number");
  }

  private Value several(Mention f, List<Value> values) {
    String name = f.base();
    if ((name.equals("max") || name.equals("min")) && values.size() == 2) {
      boolean max = name.equals("max");
      return elaborator.arrays.combine(
          values.get(0),
          values.get(1),
          (a, b) -> max ? Terms.max(a, b) : Terms.negate(Terms.max(Terms.negate(a), Terms.negate(b))),
          "a maximum");
    }
    if (name.equals("diag") && values.size() > 1) {
      return elaborator.arrays.diagonal(elaborator.written.line(values.stream().map(v -> Value.number(Elaborator.number(v))).toList(), Value.Lay.ANY));
    }
    if (CrossEntropy.names(name) && values.size() == 2) {
      return CrossEntropy.of(elaborator, values);
    }
    throw Misfit.undefined(f.key());
  }
}
