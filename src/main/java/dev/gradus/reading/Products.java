package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Factors side by side: what is applied to what, and what is multiplied (THEORY 4.6, 4.13). */
final class Products {
  /** A factor that has its value. */
  private record Item(Op op, Value value) {}

  private final Elaborator elaborator;
  private final Session session;

  Products(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  Value read(Notation.Juxtaposed j) {
    List<Item> items = new ArrayList<>();
    List<Factor> factors = j.factors();
    SameShape.entrywise(factors, session);
    int k = 0;
    while (k < factors.size()) {
      int before = k;
      k = item(factors, k, items);
      if (k <= before) {
        throw Misfit.notBuilt("this product");
      }
    }
    return multiply(items);
  }

  /** f^2(x) of a defined function may also mean f(f(x)). */
  private Optional<Notation> twice(Mention m, Notation head, Notation argument) {
    boolean square = m.exponent().filter(e -> Conditions.isNumeral(e, "2")).isPresent() && session.names.definition(m.key(), session.part).filter(d -> d.parameters().size() == 1).isPresent();
    if (!square || !(head instanceof Notation.Scripted s) || Notations.bracket(argument).isEmpty()) {
      return Optional.empty();
    }
    Notation bare = s.sub().isEmpty() && s.primes() == 0 ? s.base() : new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.empty(), s.primes());
    Notation inner = new Notation.Juxtaposed(s.span(), List.of(new Factor(Op.NONE, bare), new Factor(Op.NONE, argument)));
    return Optional.of(new Notation.Juxtaposed(s.span(), List.of(new Factor(Op.NONE, bare), new Factor(Op.NONE, new Notation.Bracketed(s.span(), "(", inner, ")")))));
  }

  /** |x|'(0) is no product. */
  private static void refuseSlope(List<Factor> factors, int k) {
    boolean slope = factors.get(k).item() instanceof Notation.Scripted primed && primed.primes() > 0 && primed.base() instanceof Notation.Bracketed;
    if (slope && k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE && Notations.bracket(factors.get(k + 1).item()).isPresent()) {
      throw Misfit.notBuilt("a derivative at a point");
    }
  }

  /** Reads one item that starts at factor {@code k}; returns where the next one starts. */
  private int item(List<Factor> factors, int k, List<Item> items) {
    Factor f = factors.get(k);
    Optional<Differentials.Inline> inline = elaborator.differentials.inline(factors, k);
    if (inline.isPresent()) {
      items.add(new Item(f.op(), inline.get().value()));
      return inline.get().next();
    }
    Optional<Differentials.Operator> operator = elaborator.differentials.operator(f.item());
    if (operator.isPresent()) {
      int end = elaborator.differentials.reach(operator.get(), factors, k + 1);
      Notation operand = rest(factors, k + 1, end);
      items.add(new Item(f.op(), elaborator.differentials.apply(operator.get(), operand)));
      return end;
    }
    boolean applied = k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE;
    refuseSlope(factors, k);
    Optional<Value> head = applied ? OneHot.ofClass(f.item(), factors.get(k + 1).item(), elaborator).or(() -> elaborator.heads.at(factors, k)) : Optional.empty();
    if (head.isPresent()) {
      items.add(new Item(f.op(), scripts(head.get(), factors.get(k + 1).item())));
      return k + 2;
    }
    Optional<Mention> mention = session.mentions().of(f.item());
    if (mention.isPresent() && k + 1 < factors.size() && factors.get(k + 1).op() == Op.CIRC && elaborator.functions.isFunction(mention.get())) {
      throw Misfit.notBuilt("a composition of functions");
    }
    if (mention.isPresent() && k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE) {
      Optional<Notation.Bracketed> bracket = Notations.bracket(factors.get(k + 1).item());
      Mention m = mention.get();
      if (elaborator.functions.isFunction(m)) {
        Optional<Notation> twice = twice(m, f.item(), factors.get(k + 1).item());
        if (twice.isPresent() && session.choices.take("a square of a function", 0, 1) == 1) {
          items.add(new Item(f.op(), elaborator.read(twice.get())));
          return k + 2;
        }
        boolean component = !m.indices().isEmpty() && bracket.filter(b -> b.body() instanceof Notation.Summed).isPresent();
        if (component && isArgument(m, bracket.get())) {
          return applied(f.op(), m, factors, k, items);
        }
        if (bracket.isPresent() && (component || (!Functions.library(m.base()) && holdsBare(bracket.get().body(), m)))) {
          // s(1-s): the function's value times a bracket that holds it too
          items.add(new Item(f.op(), elaborator.mention(m)));
          return k + 1;
        }
        if (bracket.isEmpty() && m.base().equals("\\sigma") && session.names.definition(m.key(), session.part).isEmpty()) {
          // sigma z: a deviation times z, or the logistic function of z
          throw Misfit.notBuilt("\\sigma beside a letter");
        }
        boolean bareFirst = bracket.isEmpty() && session.names.definition(m.key(), session.part).isPresent();
        if (bareFirst) {
          items.add(new Item(f.op(), elaborator.mention(m)));
          return k + 1;
        }
        return bracket.isPresent() ? applied(f.op(), m, factors, k, items) : openArgument(f.op(), m, factors, k, items);
      }
      boolean known = session.names.definition(m.key(), session.part).isPresent();
      if (known && m.primes() > 0 && bracket.filter(b -> b.body() instanceof Notation.Numeral || b.body() instanceof Notation.Symbol).isPresent()) {
        throw Misfit.notBuilt("a derivative at a point");
      }
      if (bracket.filter(b -> b.open().equals("(") && b.body() instanceof Notation.Numeral).isPresent() && m.plain()) {
        throw Misfit.notBuilt("a number in brackets behind a name");
      }
      Optional<Value> undefined = undefined(m, bracket, known);
      if (undefined.isPresent()) {
        items.add(new Item(f.op(), scripts(undefined.get(), factors.get(k + 1).item())));
        return k + 2;
      }
      if (bracket.isPresent() && looksApplied(m, bracket.get())) {
        return bareOrUndefined(f.op(), m, factors.get(k + 1).item(), bracket.get(), items, k);
      }
    }
    if (k > 0 && f.op() == Op.NONE && f.item() instanceof Notation.Bracketed pair && pair.body() instanceof Notation.Listed) {
      throw Misfit.notBuilt("a list of arguments behind this");
    }
    if (mention.isPresent() && elaborator.functions.isFunction(mention.get())) {
      items.add(new Item(f.op(), elaborator.mention(mention.get())));
      return k + 1;
    }
    items.add(new Item(f.op(), ones(factors, k, items) ? elaborator.ones() : elaborator.read(f.item())));
    return k + 1;
  }

  /** A name that nothing defines with its arguments: the quantity that they belong to, a term of a sum, or an unknown function of them. */
  private Optional<Value> undefined(Mention m, Optional<Notation.Bracketed> bracket, boolean known) {
    if (bracket.isPresent() && m.plain() && !known && !PrintedHead.probability(m) && session.names.isWithArguments(m.key(), bracket.get())) {
      return Optional.of(elaborator.mention(m));
    }
    Optional<Value> term = bracket.flatMap(b -> new LossTerms(elaborator).of(m, b));
    return term.isEmpty() && unknownHead(m, bracket) ? Optional.of(elaborator.heads.unknown(m, bracket.orElseThrow())) : term;
  }

  /** p_i(z + c) of p_i(z), beside p_i(z_i - y) and p_i(z_i - p_j z_j). */
  private boolean isArgument(Mention m, Notation.Bracketed bracket) {
    boolean one = session.names.definition(m.key(), session.part).filter(d -> d.parameters().size() == 1).isPresent();
    return one && !Definitions.mentions(bracket.body(), m.key(), session.mentions()) && session.choices.take("the argument of a component", 0, 1) == 0;
  }

  /** J1: nobody writes the number one behind a matrix. */
  private static boolean ones(List<Factor> factors, int k, List<Item> items) {
    return k > 0 && k + 1 == factors.size() && factors.get(k).op() == Op.NONE && Conditions.isNumeral(factors.get(k).item(), "1") && items.getLast().value().rank() == 2;
  }

  /** Whether the function's name stands in a notation without an argument. */
  private boolean holdsBare(Notation n, Mention m) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k < j.factors().size(); k++) {
        Notation item = j.factors().get(k).item();
        boolean here = session.mentions().of(item).filter(x -> x.key().equals(m.key())).isPresent();
        boolean argument = k + 1 < j.factors().size() && j.factors().get(k + 1).op() == Op.NONE;
        if ((here && !argument) || (!here && holdsBare(item, m))) {
          return true;
        }
      }
      return false;
    }
    if (session.mentions().of(n).filter(x -> x.key().equals(m.key())).isPresent()) {
      return true;
    }
    return Notations.children(n).stream().anyMatch(c -> holdsBare(c, m));
  }

  /** Whether a name stands for a function or an operator that nobody defines: never a factor (READING 23, SOUNDNESS 24). */
  private boolean unknownHead(Mention m, Optional<Notation.Bracketed> bracket) {
    boolean known =
        session.names.definition(m.key(), session.part).isPresent()
            || session.arguments.containsKey(m.key())
            || session.elements.containsKey(m.key())
            || session.names.quantity(m.key()).filter(Names.Quantity::declared).isPresent();
    if (known) {
      return false;
    }
    boolean word = m.base().length() > 1 && Character.isLetter(m.base().charAt(0));
    boolean operator = List.of("\\mathbb{E}", "\\mathbb{P}", "\\Re", "\\Im", "\\partial").contains(m.base());
    boolean head =
        bracket.isPresent()
            && List.of("f", "g", "h", "F", "G", "E", "P", "\\phi", "\\psi", "\\Phi", "\\Psi", "\\Gamma", "\\ell", "L", "J", "R", "\\mathcal{L}", "\\mathcal{N}", "\\zeta").contains(m.base())
            && !List.of("\\|", "|").contains(bracket.get().open())
            // phi(1 - phi): a letter times a bracket that holds it too
            && !(m.primes() == 0 && holdsBare(bracket.get().body(), m))
            && !times(m, bracket.get());
    if (word || operator || head || (m.primes() > 0 && bracket.isPresent())) {
      if (bracket.isEmpty() || session.names.isUnknown(m.key(), session.part)) {
        throw Misfit.undefined(m.key() + (m.primes() > 0 ? "'" : ""));
      }
      return true;
    }
    boolean differential = m.key().equals("d") && !session.survey.isSize("d");
    if (differential) {
      throw Misfit.notBuilt("a differential");
    }
    return false;
  }

  /** phi(n - s) of a phi by which something is differentiated: a number, and times. */
  private boolean times(Mention m, Notation.Bracketed bracket) {
    return List.of("\\phi", "\\psi").contains(m.key()) && m.primes() == 0 && bracket.body() instanceof Notation.Summed s && s.items().size() > 1 && session.names.isDifferentiatedBy(m.key()) && !session.survey.everywhere(m.key()).primed;
  }

  static Notation rest(List<Factor> factors, int from, int to) {
    if (from >= to) {
      throw new Misfit(new ReadingReason.Syntax("something to differentiate"));
    }
    List<Factor> kept = new ArrayList<>();
    kept.add(new Factor(Op.NONE, factors.get(from).item()));
    kept.addAll(factors.subList(from + 1, to));
    return kept.size() == 1
        ? kept.get(0).item()
        : new Notation.Juxtaposed(kept.get(0).item().span().to(kept.get(kept.size() - 1).item().span()), kept);
  }

  /** f(x), with scripts on the bracket: softmax(x)_i, tanh(x)^2. */
  private int applied(Op op, Mention m, List<Factor> factors, int k, List<Item> items) {
    Notation behind = factors.get(k + 1).item();
    Notation.Bracketed bracket = Notations.bracket(behind).orElseThrow();
    boolean logarithm = m.base().equals("log") || m.base().equals("ln");
    if (logarithm && behind instanceof Notation.Scripted s && s.sup().isPresent()) {
      // ln(1-w)^3: the power belongs to the argument, or else to the logarithm
      if (session.choices.take("a power behind a logarithm's argument", 0, 1) == 0) {
        return openArgument(op, m, factors, k, items);
      }
    }
    refuseOtherDensity(m, bracket);
    List<Value> values = arguments(m, bracket).stream().map(elaborator::read).toList();
    Value v = raised(m, values);
    items.add(new Item(op, scripts(v, behind)));
    return k + 2;
  }

  /** p(x), p(y) of densities may be two functions: an equation for one speaks of the same printed argument (READING 23). */
  private void refuseOtherDensity(Mention m, Notation.Bracketed bracket) {
    Optional<Definition> d = session.names.definition(m.key(), session.part);
    if (d.isEmpty() || !List.of("p", "q", "P", "Q", "Pr").contains(m.base()) || !session.part.words().matches("(?s).*(densit|distribut|probabilit|random).*")) {
      return;
    }
    List<Notation> printed = arguments(m, bracket);
    for (int k = 0; k < printed.size() && k < d.get().parameters().size(); k++) {
      String parameter = d.get().parameters().get(k);
      if (session.mentions().of(printed.get(k)).filter(a -> a.key().equals(parameter)).isEmpty()) {
        throw Misfit.undefined(m.key());
      }
    }
  }

  /** f^{-1} of a function is its inverse, not its reciprocal. */
  private Value raised(Mention m, List<Value> values) {
    boolean inverse = m.exponent().isPresent() && isMinusOne(m.exponent().get());
    if (!inverse) {
      return raisedName(m, componentNamed(m, elaborator.functions.apply(m, values, m.primes())));
    }
    Mention of = InverseFunctions.of(m, session).orElseThrow(() -> Misfit.notBuilt("the inverse of " + m.base()));
    return elaborator.functions.apply(of, values, m.primes());
  }

  private static boolean isMinusOne(Notation n) {
    return n instanceof Notation.Summed s
        && s.items().size() == 1
        && s.items().get(0).sign() == Notation.Sign.MINUS
        && Conditions.isNumeral(s.items().get(0).item(), "1");
  }

  /** s_i(x) of a function that the document defines is a component of s(x). */
  private Value componentNamed(Mention m, Value v) {
    boolean defined = session.names.definition(m.key(), session.part).isPresent();
    return defined && !m.indices().isEmpty() ? elaborator.component(v, m.indices()) : v;
  }

  /** s^2(x) is (s(x))^2. */
  private Value raisedName(Mention m, Value v) {
    return m.exponent().isPresent() ? elaborator.raised(v, m.exponent().get()) : v;
  }

  /** Puts the scripts that stand on an argument's bracket on the value. */
  private Value scripts(Value v, Notation behind) {
    if (behind instanceof Notation.Scripted s) {
      Value inner = scripts(v, s.base());
      if (s.primes() > 0) {
        throw Misfit.notBuilt("a prime behind an argument");
      }
      Value w = s.sub().isPresent() ? elaborator.component(inner, Mentions.items(s.sub().get())) : inner;
      return s.sup().isPresent() ? elaborator.raised(w, s.sup().get()) : w;
    }
    return v;
  }

  static List<Notation> arguments(Notation.Bracketed bracket) {
    return listed(bracket.body());
  }

  /** The items of a list, or the one. */
  static List<Notation> listed(Notation n) {
    return n instanceof Notation.Listed l ? l.items() : List.of(n);
  }

  /** All that a bracket holds, on both sides of a bar. */
  static List<Notation> onBothSides(Notation.Bracketed bracket) {
    return bracket.body() instanceof Notation.Conditioned c ? Stream.of(c.left(), c.right()).flatMap(n -> listed(n).stream()).toList() : arguments(bracket);
  }

  /** {@code D(p \|q)}, {@code L(w | x, y)}: a bar parts the arguments of a function, except of a probability (READING 23). */
  static List<Notation> arguments(Mention m, Notation.Bracketed bracket) {
    return CHANCES.contains(m.base()) ? arguments(bracket) : onBothSides(bracket);
  }

  private static final List<String> CHANCES = List.of("p", "q", "P", "Q", "Pr", "Prob", "E", "Var", "Cov", "\\Pr", "f", "\\pi", "H", "I");

  /** log x y: the argument reaches over the factors side by side, up to a sign, another function or the end. */
  private int openArgument(Op op, Mention m, List<Factor> factors, int k, List<Item> items) {
    int end = k + 1;
    boolean logarithm = m.base().equals("log") || m.base().equals("ln");
    while (end < factors.size() && factors.get(end).op() == Op.NONE && !(end > k + 1 && startsFunction(factors.get(end).item()) && !(logarithm && exponential(factors.get(end).item(), factors.get(k + 1).item())))) {
      boolean applied = end == k + 2 && startsFunction(factors.get(k + 1).item());
      boolean sum = end > k + 1 && !applied && Notations.bracket(factors.get(end).item()).isPresent() && session.mentions().of(factors.get(k + 1).item()).isPresent();
      boolean series = end > k + 1 && factors.get(end).item() instanceof Notation.BigOperator b && (b.name().equals("sum") || b.name().equals("prod"));
      if (series && session.choices.take("a sum behind an argument", 0, 1) == 0) {
        break;
      }
      if (sum && session.choices.take("a bracket behind an argument", logarithm ? 0 : 1, logarithm ? 1 : 0) == 1) {
        break;
      }
      end++;
    }
    Value argument = elaborator.read(rest(factors, k + 1, end));
    items.add(new Item(op, raised(m, List.of(argument))));
    return end;
  }

  /** \\log \\frac1c \\exp(u): behind a fraction the exponential is a factor of the argument, as in a density, or else it stands behind the logarithm. */
  private boolean exponential(Notation n, Notation first) {
    if (!(n instanceof Notation.Words w && w.text().equals("exp"))) {
      return false;
    }
    boolean density = first instanceof Notation.Fraction;
    if (!density) {
      session.used.add("guess");
    }
    return (session.choices.take("an exponential behind a logarithm's argument", 0, 1) == 0) == density;
  }

  private boolean startsFunction(Notation n) {
    return session.mentions().of(n).filter(elaborator.functions::isFunction).isPresent();
  }

  /** Whether an undefined name before a bracket can only be a function: f(x), with a bare name or a list inside. */
  private boolean looksApplied(Mention m, Notation.Bracketed bracket) {
    if (session.arguments.containsKey(m.key()) || !m.plain() || bracket.open().equals("[")) {
      return false;
    }
    boolean simple =
        bracket.body() instanceof Notation.Listed
            || bracket.body() instanceof Notation.Conditioned
            || session.mentions().of(bracket.body()).isPresent();
    return simple;
  }

  /** y(x) of a quantity y: the same quantity with what it depends on; g(z), h(x) of a name nobody defines: not known. */
  private int bareOrUndefined(Op op, Mention m, Notation behind, Notation.Bracketed bracket, List<Item> items, int k) {
    if (session.names.isUnknown(m.key(), session.part)) {
      throw Misfit.undefined(m.key());
    }
    boolean quantity =
        session.names.definition(m.key(), session.part).isPresent()
            || session.names.quantity(m.key()).filter(q -> q.axes().size() == 2).isPresent()
            || target(m, bracket);
    if (dependsOnAll(m, arguments(bracket))) {
      items.add(new Item(op, scripts(elaborator.mention(m), behind)));
      return k + 2;
    }
    if (quantity && bracket.body() instanceof Notation.Listed == false && !(bracket.body() instanceof Notation.Conditioned)) {
      // one and the same bracket behind a name is read in one way throughout a claim (SOUNDNESS 27)
      if (dependsOnIt(m, bracket.body()) && session.choices.once("the bracket " + Outline.of(bracket.body()) + " behind " + m.key(), 0, 1) == 0) {
        items.add(new Item(op, scripts(elaborator.mention(m), behind)));
        return k + 2;
      }
      Optional<Value> elsewhere = behind instanceof Notation.Scripted t && t.sup().isPresent() ? Optional.empty() : AtVector.of(m, bracket, elaborator);
      if (elsewhere.isPresent()) {
        items.add(new Item(op, scripts(elsewhere.get(), behind)));
        return k + 2;
      }
      items.add(new Item(op, elaborator.mention(m)));
      items.add(new Item(Op.NONE, elaborator.read(behind)));
      return k + 2;
    }
    boolean loss = !quantity && m.plain() && m.indices().isEmpty() && Heads.isNumber(m.base()) && arbitraryIn(m, arguments(bracket));
    items.add(new Item(op, scripts(loss ? elaborator.mention(m) : elaborator.heads.unknown(m, bracket), behind)));
    return k + 2;
  }

  /** y_k (p_i): a target that stands as a number elsewhere, beside a quantity that is defined and may be an estimate of it, is multiplied. */
  private boolean target(Mention m, Notation.Bracketed bracket) {
    boolean number = OneHot.TARGETS.contains(m.key()) && !m.indices().isEmpty() && session.names.quantity(m.key()).filter(q -> q.axes().size() == m.indices().size()).isPresent();
    return number && session.mentions().of(bracket.body()).filter(b -> session.names.definition(b.key(), session.part).filter(d -> !d.isFunction()).isPresent()).isPresent();
  }

  /** L(w) of a name that nothing defines but that is differentiated by w alone: the arbitrary function of w itself (READING 24). */
  private boolean arbitraryIn(Mention m, List<Notation> arguments) {
    List<String> names = arguments.stream().flatMap(a -> session.mentions().of(a).filter(Mention::bare).stream()).map(Mention::key).toList();
    boolean leaves = names.stream().allMatch(n -> session.names.definition(n, session.part).isEmpty() && !session.arguments.containsKey(n));
    return leaves && names.size() == arguments.size() && names.equals(session.names.argumentsOf(m.key(), session.part));
  }

  /** J(\theta_0, \theta_1) of a number J that is defined: what stands in the bracket is what it depends on, or data. */
  private boolean dependsOnAll(Mention m, List<Notation> arguments) {
    boolean names = arguments.stream().allMatch(a -> a instanceof Notation.Dots || session.mentions().of(a).filter(x -> x.plain() || AppliedHeads.squared(x)).isPresent());
    boolean defined = session.names.definition(m.key(), session.part).filter(d -> !d.isFunction() && d.value().isPresent()).isPresent();
    return defined && names && arguments.size() > 1 && arguments.stream().anyMatch(a -> dependsOnIt(m, a));
  }

  /** Whether a defined quantity's definition mentions the name in the bracket: then y(x) names the argument. */
  private boolean dependsOnIt(Mention m, Notation argument) {
    Optional<Definition> d = session.names.definition(m.key(), session.part);
    Optional<Mention> a = session.mentions().of(argument);
    if (d.isEmpty() || a.isEmpty() || d.get().value().isEmpty()) {
      return false;
    }
    return Terms.families(session.unfold(d.get().value().get().body(), Collections.singleton(a.get().key()))).stream()
        .anyMatch(f -> f.name().equals(a.get().key()));
  }

  /** A function's name without an argument: its value at the names it was defined with. */
  Value bareFunction(Mention m) {
    Optional<Definition> d = session.names.definition(m.key(), session.part);
    if (d.isPresent() && !d.get().letters().isEmpty() && !m.indices().isEmpty() && m.plain()) {
      return elaborator.component(bareFunction(Mention.of(m.key(), m.bold())), m.indices());
    }
    if (d.isEmpty() || !m.indices().isEmpty()) {
      throw Misfit.notBuilt("the function " + m.key() + " without its argument");
    }
    List<Value> own = new ArrayList<>(elaborator.functions.taken(m, d.get()).stream().toList());
    for (String parameter : own.isEmpty() ? d.get().parameters() : List.<String>of()) {
      own.add(elaborator.mention(Mention.of(parameter, false)));
    }
    Value v = elaborator.functions.apply(m, own, m.primes());
    return raisedName(m, m.transposed() % 2 == 1 ? v.transposed() : v);
  }

  /** From left to right; a slash divides by the next factor, and by what stands side by side behind it only as a choice. */
  private Value multiply(List<Item> items) {
    Value total = items.get(0).value();
    int k = 1;
    while (k < items.size()) {
      session.pay(k);
      Item item = items.get(k);
      if (item.op() == Op.SLASH) {
        int end = k + 1;
        while (end < items.size() && items.get(end).op() == Op.NONE) {
          end++;
        }
        boolean all = end > k + 1 && session.choices.take("what a slash divides by", 0, 1) == 1;
        Value divisor = item.value();
        int next = k + 1;
        if (all) {
          for (int i = k + 1; i < end; i++) {
            divisor = elaborator.multiply(Op.NONE, divisor, items.get(i).value());
          }
          next = end;
        }
        total = elaborator.quotient(total, divisor);
        k = next;
      } else if (mapsBehind(items, k, total)) {
        total = elaborator.multiply(item.op(), total, elaborator.multiply(Op.NONE, item.value(), items.get(k + 1).value()));
        k += 2;
      } else {
        total = elaborator.multiply(item.op(), total, item.value());
        k++;
      }
    }
    return total;
  }

  /** s \\odot W^T d: vectors are multiplied entry by entry, the matrix belongs to the vector behind it. */
  private static boolean mapsBehind(List<Item> items, int k, Value total) {
    boolean entries = items.get(k).op() == Op.ODOT || items.get(k).op() == Op.CIRC;
    boolean last = k + 2 == items.size() || (k + 2 < items.size() && items.get(k + 2).op() != Op.NONE);
    return entries && total.rank() == 1 && items.get(k).value().rank() == 2 && last && items.get(k + 1).op() == Op.NONE && items.get(k + 1).value().rank() == 1;
  }
}
