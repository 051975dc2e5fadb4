package dev.gradus.reading;

import dev.gradus.calculus.Derivative;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Derivatives of what the document means by an expression: definitions are unfolded down to the quantity, by name (SOUNDNESS 20, 21); an
 * arbitrary function is differentiated through its arguments (READING 24).
 */
final class Total {
  /** Letters that usually stand for functions: a prime on an expression of one is no derivative by it. */
  private static final List<String> FUNCTIONS = List.of("f", "g", "h", "F", "G", "H", "u", "v", "\\phi", "\\psi");

  private final Elaborator elaborator;
  private final Session session;
  private boolean way;

  Total(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** The derivative of every entry of {@code of} by every entry of {@code by}; the layout of the scope orders the axes. */
  Value derivative(Value of, Value by) {
    Value target = session.now(by);
    if (target.body() instanceof Term.Power p && p.exponent() > 1 && p.base() instanceof Term.Entry) {
      return byPower(of, target, p);
    }
    if (!(target.body() instanceof Term.Entry e)) {
      throw Misfit.notBuilt("a derivative by an expression");
    }
    if (session.names.definition(e.family().name(), session.part).isPresent()) {
      session.targets.add(e.family().name());
    }
    if (Layers.shared(session, e.family().name(), of.body())) {
      throw new Misfit(new ReadingReason.Open("it is not known at how many layers " + e.family().name() + " acts", "symbol.undefined"));
    }
    if (of.body() instanceof Term.Entry loss && Layers.beside(session, e.family().name(), loss.family())) {
      // what a step passes on to the next one may be written as a part of its own
      session.used.add("guess");
    }
    Value value = acrossLayers(session.fresh(of), e.family().name());
    session.used.add("derivative");
    session.used.add("derivative by " + e.family().name());
    boolean direct = session.options.between() == Session.Between.HELD || onWay(value.body(), e.family());
    boolean arbitrary = value.body() instanceof Term.Entry c && !c.family().arguments().isEmpty();
    Term body = direct ? once(value.body(), e.family()) : arbitrary ? value.body() : unfolded(value.body(), e.family());
    if (Layers.past(session, body, e.family().name())) {
      throw new Misfit(new ReadingReason.Open("it is not known how many layers lie above " + e.family().name(), "symbol.undefined"));
    }
    refuseStale(body);
    session.differentiated.add(body);
    Term.Entry at = (Term.Entry) session.ranges.now((Term) e);
    Inversion.refuseDerivative(body, at, session);
    Optional<Term> inverse = direct ? Optional.empty() : inverse(body, at);
    Term derived = session.ranges.now(direct ? held(body, at) : inverse.orElseGet(() -> reached(body, at)));
    List<Index.Free> slots = new ArrayList<>();
    List<Index.Free> own = value.slots().stream().map(s -> (Index.Free) session.ranges.now(s)).toList();
    List<Index.Free> theirs = target.slots().stream().map(s -> (Index.Free) session.ranges.now(s)).toList();
    boolean numerator = session.options.layout() == Session.Layout.NUMERATOR;
    slots.addAll(numerator ? own : theirs);
    slots.addAll(numerator ? theirs : own);
    if (slots.size() > 4) {
      throw Misfit.notBuilt("a derivative with more than four axes");
    }
    if (!own.isEmpty() && !theirs.isEmpty()) {
      session.used.add("layout");
    }
    if (session.options.turned() && own.isEmpty() && theirs.size() == 2) {
      slots = new ArrayList<>(theirs.reversed());
    }
    Value.Lay lay = slots.size() != 1 ? Value.Lay.ANY : own.size() == 1 ? of.lay() : by.lay();
    Value all = new Value(slots, derived, lay);
    boolean named = Terms.families(body).stream().anyMatch(f -> f.name().equals(at.family().name()));
    if (named && Terms.families(body).stream().allMatch(f -> f.arguments().isEmpty())) {
      session.formed(all, body, at);
    }
    return all;
  }

  /** The sum of the derivatives by all entries of a family, other letters held fixed, times the entries of another one of its shape; none where no entry is reached. */
  Optional<Term> along(Term of, Family by, String change) {
    List<Index> over = binders(by);
    return slope(of, new Term.Entry(by, over)).map(s -> summed(over, s, new Term.Entry(Family.variable(change, session.ranges.now(by).axes().toArray(Range[]::new)), over)));
  }

  private Optional<Term> slope(Term of, Term.Entry by) {
    session.used.add("derivative");
    session.used.add("derivative by " + by.family().name());
    Term body = unfolded(of, by.family());
    refuseStale(body);
    session.differentiated.add(body);
    return ifReached(body, by, 0);
  }

  /** The derivative through names; none where they do not lead to the target. */
  private Optional<Term> ifReached(Term body, Term.Entry at, int level) {
    try {
      return Optional.of(through(body, at, level));
    } catch (Misfit misfit) {
      if (misfit.reason() instanceof ReadingReason.NotReached) {
        return Optional.empty();
      }
      throw misfit;
    }
  }

  /** Indices that run over all entries of a family. */
  private List<Index> binders(Family family) {
    List<Index> over = new ArrayList<>();
    family.axes().forEach(axis -> over.add(session.binder(axis)));
    return over;
  }

  /** A product, summed over these indices. */
  private Term summed(List<Index> over, Term one, Term other) {
    Term product = Terms.product(session.ranges.now(one), session.ranges.now(other));
    for (Index bound : over.reversed()) {
      product = new Term.Over((Index.Bound) session.ranges.now(bound), product);
    }
    return product;
  }

  /** What was read before the text said which function stands in it: that function may depend on the target too (SOUNDNESS 21). */
  private void refuseStale(Term body) {
    Terms.visit(
        body,
        t -> {
          if (t instanceof Term.Apply a && a.function() instanceof Function.Opaque f && session.names.definition(f.name(), session.part).filter(Definition::isFunction).isPresent()) {
            throw Misfit.undefined(f.name());
          }
        });
  }

  /**
   * A loss of the last layer, C = |y - a^L|^2 / 2, differentiated by a quantity of layer l: how many layers lie between is open, so it is any function of the
   * quantities next to layer l; what holds for all of these holds for it (READING 24).
   */
  private Value acrossLayers(Value of, String target) {
    boolean open = of.isNumber() && session.mentions().layers().any(target) && of.body() instanceof Term.Entry c && c.family().derivatives().isEmpty() && Layers.between(session, c.family().name(), target);
    if (!open || !(of.body() instanceof Term.Entry loss)) {
      return of;
    }
    String name = loss.family().name();
    List<Family> arguments = new ArrayList<>();
    for (String a : session.names.argumentsOf(name, session.part)) {
      if (session.mentions().layers().any(a)) {
        Family f = session.names.family(elaborator.quantities.quantityOf(Mention.of(a, false)), session.ranges);
        arguments.add(new Family(a, f.axes(), Family.Kind.VARIABLE, List.of(), List.of()));
      }
    }
    session.used.add("guess");
    return of.with(new Family(name, List.of(), Family.Kind.ARBITRARY, arguments, List.of()).at());
  }

  /** The derivative through names; where they do not lead to the target, through what the target stands for as it is spelled out. */
  private Term reached(Term body, Term.Entry at) {
    try {
      return through(body, at, 0);
    } catch (Misfit notReached) {
      Optional<Value> value = session.names.definition(at.family().name(), session.part).flatMap(Definition::value);
      if (!(notReached.reason() instanceof ReadingReason.NotReached) || value.isEmpty()) {
        throw notReached;
      }
      Value v = session.fresh(value.get());
      Term pattern = session.unfold(v.body(), Collections.emptySet());
      List<Index.Free> slots = v.slots().stream().map(s -> (Index.Free) session.ranges.now(s)).toList();
      if (pattern instanceof Term.Entry piece && piece.indices().size() == slots.size() && piece.indices().containsAll(slots)) {
        // by a matrix that is made of vectors: by these
        Term entry = session.ranges.now(new Value(slots, pattern, Value.Lay.ANY).at(at.indices()));
        return through(session.ranges.now(session.unfold(body, Collections.emptySet())), (Term.Entry) entry, 0);
      }
      Term.Entry wanted = (Term.Entry) session.ranges.now((Term) at);
      if (pattern instanceof Term.Entry || pattern instanceof Rational) {
        return through(session.ranges.now(body), wanted, 0);
      }
      Term whole = session.ranges.now(session.unfold(body, Collections.emptySet()));
      Term folded = session.ranges.now(new Folding(session.ranges, at.family(), slots, pattern).in(whole));
      if (Terms.families(folded).containsAll(Terms.families(session.ranges.now(pattern)))) {
        // log r + r by u = log r: with r held fixed nothing is left that u could vary with
        return entrywise(new Value(slots, session.ranges.now(pattern), Value.Lay.ANY), whole, wanted).orElseThrow(() -> notReached);
      }
      return through(folded, wanted, 0);
    }
  }

  /** dL/dv_j where v_j is a function of one letter at j alone, v_j = f(r_j): (dL/dr_j) / f'(r_j), where that is not 0 (inverse function theorem). */
  private Optional<Term> entrywise(Value function, Term of, Term.Entry at) {
    Set<Term.Entry> letters = new LinkedHashSet<>();
    Terms.visit(session.ranges.now(function.at(at.indices())), t -> {
      if (t instanceof Term.Entry e) {
        letters.add(e);
      }
    });
    if (letters.size() != 1) {
      return Optional.empty();
    }
    Term.Entry by = letters.iterator().next();
    boolean leaf = by.family().arguments().isEmpty() && by.family().kind() == Family.Kind.VARIABLE && session.names.definition(by.family().name(), session.part).isEmpty();
    if (!leaf || !by.indices().equals(at.indices()) || session.fixed.contains(by.family().name())) {
      return Optional.empty();
    }
    session.used.add("inverse");
    Term slope = Derivative.of(session.ranges.now(function.at(at.indices())), by, session.budget);
    return Optional.of(Terms.divide(through(of, by, 0), slope));
  }

  /** dt/dp of a number t where p is defined as a function of t alone: 1/(dp/dt), where that is not 0 (inverse function theorem). */
  private Optional<Term> inverse(Term body, Term.Entry at) {
    if (!(body instanceof Term.Entry e) || !e.indices().isEmpty() || !at.indices().isEmpty() || e.family().equals(at.family()) || !e.family().arguments().isEmpty()) {
      return Optional.empty();
    }
    Term function = session.unfold(at, Collections.singleton(e.family().name()));
    boolean alone = Terms.families(function).equals(Collections.singleton(e.family()));
    if (!alone) {
      return Optional.empty();
    }
    session.used.add("inverse");
    return Optional.of(Terms.power(Derivative.of(function, e, session.budget), -1));
  }

  /** By sigma^2 as one quantity: d/d(u^n) = (n u^(n-1))^(-1) d/du, where u is not 0. */
  private Value byPower(Value of, Value by, Term.Power power) {
    Value base = by.with(power.base());
    Value slope = derivative(of, base);
    Value divisor = session.fresh(by.with(Terms.product(Rational.of(power.exponent()), Terms.power(power.base(), power.exponent() - 1))));
    Value all = session.now(slope);
    int rank = divisor.rank();
    if (rank > 0 && all.rank() != rank) {
      throw Misfit.notBuilt("a derivative of an array by powers");
    }
    Term below = rank == 0 ? session.ranges.now(divisor.body()) : session.now(divisor).at(List.copyOf(all.slots()));
    return all.with(Terms.divide(all.body(), below));
  }

  /** What a value stands for as a function of the target: observed data stay as they are where something beside them depends on it. */
  private Term unfolded(Term value, Family target) {
    Set<String> held = kept(target);
    Set<String> observed = session.names.told().models().observed(session.part);
    if (session.options.between() == Session.Between.UNFOLDED && held.addAll(observed)) {
      Term body = session.unfold(value, held);
      if (Terms.families(body).stream().anyMatch(f -> f.name().equals(target.name()))) {
        session.used.add("observed");
        return body;
      }
    }
    return session.unfold(value, kept(target));
  }

  /** What is not unfolded under a derivative: the target and what the text holds fixed. */
  private Set<String> kept(Family target) {
    Set<String> names = new TreeSet<>(session.fixed);
    names.add(target.name());
    return names;
  }

  /** What follows is one of the ways of a sum (see {@link Ways}), or no longer. */
  void onWay(boolean is) {
    way = is;
  }

  /** Whether a quantity's own definition says what it depends on, on the ways of a sum. */
  private boolean onWay(Term of, Family target) {
    boolean here = way && direct(Terms.families(session.unfoldOnce(of)), target);
    if (here) {
      session.used.add(Ways.USED);
    }
    return here;
  }

  /** What is differentiated, spelled out as far as its own definition goes: of L(x, y) and of an expression that is what was read. */
  private Term once(Term of, Family target) {
    boolean spelled = session.options.between() == Session.Between.HELD && !(of instanceof Term.Entry) && direct(Terms.families(of), target);
    return spelled ? of : session.unfoldOnce(of);
  }

  private static boolean direct(Set<Family> families, Family target) {
    return families.stream().anyMatch(f -> f.name().equals(target.name()) || f.arguments().stream().anyMatch(a -> a.name().equals(target.name())));
  }

  /** The derivative with every other quantity held fixed. */
  private Term held(Term body, Term.Entry at) {
    Set<Family> families = Terms.families(body);
    if (families.stream().noneMatch(f -> f.equals(at.family())) && !(way && direct(families, at.family()))) {
      throw new Misfit(new ReadingReason.NotReached(at.family().name()));
    }
    refuseOtherShape(families, at.family());
    // a name in use before its definition is held fixed like any other
    return holding(body, at, f -> session.names.definition(f.name(), session.part).isPresent());
  }

  /** The derivative where these families, functions of what nobody defines yet or at all, are numbers. */
  private Term holding(Term body, Term.Entry at, Predicate<Family> fixed) {
    List<Family> before = Terms.families(body).stream().filter(f -> !f.arguments().isEmpty() && f.derivatives().isEmpty() && fixed.test(f)).toList();
    Term held = body;
    for (Family f : before) {
      held = put(held, f, number(f));
    }
    Term derived = Derivative.of(held, at, session.budget);
    for (Family f : before) {
      derived = put(derived, number(f), f);
    }
    return derived;
  }

  private static Family number(Family f) {
    return new Family("#" + f.name(), f.axes(), Family.Kind.VARIABLE, List.of(), List.of());
  }

  private static Term put(Term term, Family from, Family to) {
    return term instanceof Term.Entry e && e.family().equals(from) ? new Term.Entry(to, e.indices()) : Terms.mapParts(term, t -> put(t, from, to));
  }

  /** The derivative of a term whose definitions are unfolded down to the target; refuses when nothing in it reaches the target. */
  private Term through(Term stale, Term.Entry wanted, int level) {
    if (level > 16) {
      throw new Misfit(new ReadingReason.Open("a chain of definitions is too long", "budget.depth"));
    }
    // unfolding may have made ranges one
    Term term = session.ranges.now(stale);
    Term.Entry at = (Term.Entry) session.ranges.now((Term) wanted);
    List<Term> parts = new ArrayList<>();
    Set<Family> families = new LinkedHashSet<>(Terms.families(term));
    refuseOtherShape(families, at.family());
    Set<Family> arguments = new LinkedHashSet<>();
    families.forEach(f -> f.arguments().forEach(a -> arguments.add(session.ranges.now(a))));
    String target = at.family().name();
    if (Stream.concat(families.stream(), arguments.stream()).anyMatch(f -> f.name().equals(target))) {
      parts.add(holding(term, at, f -> session.fixed.contains(f.name())));
    }
    Set<String> leading = new LinkedHashSet<>();
    leading.add(target);
    for (Family a : arguments) {
      if (!a.name().equals(target) && !session.fixed.contains(a.name())) {
        Optional<Term> link = chain(term, a, at, level);
        link.ifPresent(parts::add);
        link.ifPresent(x -> leading.add(a.name()));
      }
    }
    boolean reached = !parts.isEmpty();
    if (!reached) {
      if (families.isEmpty()) {
        return Derivative.of(term, at, session.budget);
      }
      throw new Misfit(new ReadingReason.NotReached(at.family().name()));
    }
    refuseOpenDependence(families, at, leading);
    for (Family a : arguments) {
      if (!leading.contains(a.name()) && !session.fixed.contains(a.name()) && spelledOut(a, at)) {
        // y = x + V r(Wx) beside z = Wx: that z is in y, nobody says by its name
        throw new Misfit(new ReadingReason.Open("it is not known how " + a.name() + " depends on " + at.family().name(), "symbol.undefined"));
      }
    }
    return Terms.sum(parts);
  }

  /** Whether a quantity stands for an expression in which the target is spelled out. */
  private boolean spelledOut(Family quantity, Term.Entry at) {
    Optional<Names.Quantity> q = session.names.quantity(quantity.name());
    Optional<Value> value = session.names.definition(at.family().name(), session.part).flatMap(Definition::value);
    if (q.isEmpty() || value.isEmpty()) {
      return false;
    }
    Value v = session.fresh(value.get());
    Term pattern = session.unfold(v.body(), Collections.emptySet());
    if (pattern instanceof Term.Entry || pattern instanceof Rational) {
      return false;
    }
    Term whole = session.unfold(session.whole(session.names.family(q.get(), session.ranges), Value.Lay.ANY).body(), Collections.emptySet());
    List<Index.Free> slots = v.slots().stream().map(x -> (Index.Free) session.ranges.now(x)).toList();
    return Terms.families(new Folding(session.ranges, at.family(), slots, pattern).in(session.ranges.now(whole))).stream().anyMatch(f -> f.name().equals(at.family().name()));
  }

  /** A name may stand for arrays of different shapes in different parts: a derivative by one says nothing of the other. */
  private void refuseOtherShape(Set<Family> families, Family target) {
    for (Family f : families) {
      boolean clash = f.name().equals(target.name()) && !sameAxes(f, target);
      boolean inArguments = f.arguments().stream().anyMatch(a -> a.name().equals(target.name()) && !sameAxes(a, target));
      if (clash || inArguments) {
        throw Misfit.shape(target.name() + " has two shapes");
      }
    }
  }

  private boolean sameAxes(Family one, Family other) {
    return session.ranges.now(one).axes().equals(session.ranges.now(other).axes());
  }

  /** The derivative by an argument of arbitrary functions, occurrences of the quantity itself held fixed. */
  private Term throughArguments(Term term, Term.Entry by) {
    Term held = rename(term, by.family().name(), "#" + by.family().name());
    return rename(Derivative.of(held, by, session.budget), "#" + by.family().name(), by.family().name());
  }

  private static Term rename(Term term, String from, String to) {
    if (term instanceof Term.Entry e && e.family().name().equals(from)) {
      Family f = e.family();
      return new Term.Entry(new Family(to, f.axes(), f.kind(), f.arguments(), f.derivatives()), e.indices());
    }
    return Terms.mapParts(term, t -> rename(t, from, to));
  }

  /** sum_k d term / d argument_k * d argument_k / d target, if the argument's definition reaches the target. */
  private Optional<Term> chain(Term term, Family argument, Term.Entry at, int level) {
    Optional<Names.Quantity> q = session.names.quantity(argument.name());
    if (q.isEmpty()) {
      return Optional.empty();
    }
    Family whole = session.names.family(q.get(), session.ranges);
    if (!sameAxes(whole, argument)) {
      throw Misfit.shape(argument.name() + " has two shapes");
    }
    List<Index> over = binders(whole);
    Term.Entry inner = new Term.Entry(whole, over);
    Term unfolded = session.unfold(inner, kept(at.family()));
    if (unfolded.equals(inner) && whole.arguments().isEmpty()) {
      return Optional.empty();
    }
    return ifReached(unfolded, at, level + 1)
        .map(slope -> summed(over, throughArguments(session.ranges.now(term), new Term.Entry(session.ranges.now(argument), over.stream().map(session.ranges::now).toList())), slope));
  }

  /** Marks a step before that depends on what is differentiated by as well. */
  static final String STEP_BEFORE = "step before: ";

  private static final Pattern STEP = Pattern.compile("(.+)\\^\\{\\(\\p{L} [+-] \\d+\\)}");

  /**
   * Refuses where another quantity in the expression may depend on the target in a way that nobody states, or that is not stated yet: a quantity of
   * which nothing is known, or whose definition stands elsewhere and leads to the target (SOUNDNESS 21). Marks a step before that is given as the step itself is.
   */
  private void refuseOpenDependence(Set<Family> families, Term.Entry at, Set<String> leading) {
    String target = at.family().name();
    for (Family f : families) {
      boolean unknown = (f.kind() == Family.Kind.UNKNOWN || session.names.indicated(f.name()).isPresent()) && !Heads.fixed(session, f, at.family()) && !session.names.told().numbersOnly(f.name());
      boolean beside = f.arguments().stream().noneMatch(a -> leading.contains(a.name()));
      boolean elsewhere = session.names.told().leads(f.original(), target, session.part) && beside;
      // p(x | z) says what it is a function of; other parameters it may have, too
      boolean density = f.kind() == Family.Kind.ARBITRARY && (PrintedHead.probability(f.original()) || f.original().contains(" \\mid ")) && f.arguments().stream().noneMatch(a -> leading.contains(a.name()));
      boolean free = !f.name().equals(target) && !session.fixed.contains(f.name()) && session.names.definition(f.original(), session.part).isEmpty();
      boolean open = (unknown || elsewhere || density) && free;
      if (open) {
        throw new Misfit(new ReadingReason.Open("it is not known how " + f.name() + " depends on " + at.family().name(), "symbol.undefined"));
      }
      Matcher step = STEP.matcher(f.original());
      if (free && beside && step.matches() && Mentions.sampled(step.group(1)).filter(x -> session.names.told().leads(x, target)).isPresent()) {
        // x^{(k-1)} is given as x^{(k)} is: what holds with it held fixed is not proved
        session.used.add(STEP_BEFORE + f.name() + " depends on " + target);
      }
    }
  }

  /** The derivative by the only number a term depends on. */
  Term prime(Term term, int order) {
    if (term instanceof Term.Entry e && session.names.definition(e.family().name(), session.part).isEmpty()) {
      throw Misfit.undefined(e.family().name() + "'");
    }
    Term body = session.unfold(term, Collections.emptySet());
    List<Family> numbers = Terms.families(body).stream().filter(Family::isScalar).toList();
    if (numbers.stream().anyMatch(f -> FUNCTIONS.contains(f.name()) || session.survey.trace(f.name(), session.part).primed)) {
      throw Misfit.notBuilt("a prime on an expression of a function");
    }
    if (numbers.size() != 1 || Terms.families(body).size() != 1) {
      throw Misfit.notBuilt("a prime on an expression of several quantities");
    }
    Term.Entry by = (Term.Entry) numbers.get(0).at();
    Term at = body;
    for (int k = 0; k < order; k++) {
      Term before = at;
      at = Derivative.of(before, by, session.budget);
      session.formed(Value.number(at), before, by);
    }
    return at;
  }
}
