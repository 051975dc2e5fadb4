package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that are applied although nothing defines them as functions: probabilities, counts, indicators, arbitrary functions. Each is a number that
 * exists and is not known; an equation for it holds at the same printed arguments (READING 22, 23, SOUNDNESS 24).
 */
final class Heads {
  /** What the readings with such names lean on; nothing is refuted with it. */
  static final String USED = "a name at its printed arguments";
  /** The same of indicators alone. */
  static final String INDICATED = "an indicator at its printed arguments";

  /** A name applied to something, of which it is not known whether its values are numbers. */
  static final String SHAPELESS = "an applied name of unknown shape";

  /** Losses and likelihoods are numbers whatever they are applied to. */
  private static final List<String> NUMBERS = List.of("L", "J", "\\ell", "l", "\\mathcal{L}", "\\mathcal{J}", "E", "\\mathcal{E}");

  /** Whether a name is one of those that losses and likelihoods usually have. */
  static boolean isLoss(String name) {
    return NUMBERS.stream().anyMatch(n -> name.equals(n) || name.startsWith(n + "_") || name.startsWith(n + "^"));
  }

  /** Whether a name is that of a loss or a likelihood: a number. */
  static boolean isNumber(String base) {
    return NUMBERS.contains(base);
  }

  private static final Pattern BELOW = Pattern.compile("^[^_(|]*_\\{(?<letter>[^{}]+)\\}");

  private final Elaborator elaborator;
  private final Session session;

  Heads(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** The value of a name and the bracket behind it that can be no factors: something is given or set equal in the bracket. */
  Optional<Value> at(List<Factor> factors, int k) {
    if (k + 1 >= factors.size() || factors.get(k + 1).op() != Op.NONE) {
      return Optional.empty();
    }
    Notation name = factors.get(k).item();
    Optional<Notation.Bracketed> bracket = Notations.bracket(factors.get(k + 1).item());
    if (bracket.isEmpty()) {
      return Optional.empty();
    }
    if (PrintedHead.indicatorName(name) && PrintedHead.relates(bracket.get().body()) && !isDefined(name)) {
      return Optional.of(indicator(bracket.get()));
    }
    Optional<Mention> m = session.mentions().of(name).filter(x -> x.transposed() == 0);
    if (m.isPresent() && PrintedHead.operator(m.get(), bracket.get()) && !isDefined(name)) {
      session.used.add(SHAPELESS);
      return Optional.of(raised(m.get(), printed(m.get(), bracket.get())));
    }
    if (m.isEmpty() || !PrintedHead.conditional(bracket.get().body()) || session.arguments.containsKey(m.get().key())) {
      return Optional.empty();
    }
    boolean probability = PrintedHead.probability(m.get());
    if (!probability && (bracket.get().open().equals("[") || takes(m.get(), bracket.get()) || ordered(bracket.get().body()))) {
      return Optional.empty();
    }
    return Optional.of(raised(m.get(), printed(m.get(), bracket.get())));
  }

  private boolean isDefined(Notation name) {
    return session.mentions().of(name).filter(m -> session.names.definition(m.key(), session.part).isPresent()).isPresent();
  }

  /** Whether the document defines the name as a function of as many arguments. */
  private boolean takes(Mention m, Notation.Bracketed bracket) {
    int arguments = Products.arguments(m, bracket).size();
    return !PrintedHead.relates(bracket.body()) && session.names.definition(m.key(), session.part, arguments).filter(d -> d.parameters().size() == arguments).isPresent();
  }

  /** x (z > 0): a factor that is 1 or 0. */
  private static boolean ordered(Notation body) {
    return body instanceof Notation.Compared c && c.signs().stream().anyMatch(s -> s != RelationSign.EQUAL);
  }

  private Value raised(Mention m, Value v) {
    return m.exponent().isPresent() ? elaborator.raised(v, m.exponent().get()) : v;
  }

  /** 1{z > 0}, 1{i = j}: what they are; of data, 1{y_i = k}: a number at its printed arguments. */
  private Value indicator(Notation.Bracketed bracket) {
    if (bracket.body() instanceof Notation.Compared c) {
      boolean order = c.signs().stream().noneMatch(s -> s == RelationSign.EQUAL || s == RelationSign.NOT_EQUAL);
      boolean elements = c.sides().stream().allMatch(s -> elaborator.isElement(s) || label(s) || s instanceof Notation.Numeral) && c.sides().stream().anyMatch(elaborator::isElement);
      if (order || elements) {
        return elaborator.indicator(c);
      }
    }
    PrintedHead head = PrintedHead.indicator(bracket, session.mentions(), this::element).orElseThrow(() -> Misfit.notBuilt("this indicator"));
    session.used.add(INDICATED);
    session.names.indicates(head.key(), head.names());
    return entry(head);
  }

  /** The class y of L(x, y): an argument that the document compares with elements, and a subscript. */
  private boolean label(Notation n) {
    return session.mentions().of(n).filter(Mention::bare).filter(m -> session.survey.isBound(m.key()) && session.names.definition(m.key(), session.part).isEmpty() && session.names.quantity(m.key()).filter(q -> q.declared() || !q.axes().isEmpty()).isEmpty()).isPresent();
  }

  /** A letter that stands for an element: bound, or one of the usual ones where it is no quantity. */
  private boolean element(Notation n) {
    Optional<Mention> m = session.mentions().of(n).filter(Mention::bare);
    return m.isPresent()
        && (session.elements.containsKey(m.get().key()) || (PrintedHead.usualElement(m.get().key()) && session.mentions().indexLetter(m.get().key()) && elaborator.isElement(n) && !session.survey.isSize(m.get().key(), session.part)));
  }

  /** The number that a name is at its printed arguments. */
  Value printed(Mention m, Notation.Bracketed bracket) {
    PrintedHead head = PrintedHead.of(m, bracket, session.mentions(), this::element).orElseThrow(() -> Misfit.undefined(m.key()));
    if (session.names.definition(head.key(), session.part).isPresent()) {
      session.used.add(USED);
      return entry(head);
    }
    if (PrintedHead.counts(m, bracket)) {
      // a number of data: any, and it changes with nothing but these
      session.used.add(USED);
      session.names.indicates(head.key(), head.names());
      return entry(head, Family.Kind.VARIABLE, List.of());
    }
    Optional<Definition> family = session.names.printedFamily(head.key(), session.part);
    if (family.isPresent()) {
      session.used.add(USED);
      String digits = Names.numberIn(family.get().key(), head.key()).orElseThrow();
      return entry(new PrintedHead(family.get().key(), head.base(), List.of(new Notation.Numeral(bracket.span(), digits)), head.names()));
    }
    Optional<Value> atNumber = Labelled.of(m, bracket, session.mentions()).or(() -> Labelled.atNumber(bracket, head.key(), session.names, session.part)).flatMap(l -> labelled(m, l));
    if (atNumber.isPresent()) {
      return atNumber.get();
    }
    List<String> of = parameters(m, head, bracket);
    return head.indices().isEmpty() ? entry(head, Family.Kind.UNKNOWN, of) : atIndex(m, bracket, head).orElseGet(() -> entry(head, Family.Kind.UNKNOWN, of));
  }

  /** P(y = 1 | x) where the text gives P(y | x): that of the label 1 (READING 23). */
  private Optional<Value> labelled(Mention m, Labelled label) {
    Optional<PrintedHead> any = PrintedHead.of(m, label.any(), session.mentions(), this::element);
    Optional<Definition> d = any.filter(h -> h.indices().isEmpty()).flatMap(h -> session.names.definition(h.key(), session.part));
    Optional<Notation> body = d.filter(x -> !mentions(x.body(), m)).flatMap(x -> label.in(x.body()));
    if (body.isEmpty()) {
      return Optional.empty();
    }
    session.used.add(USED);
    session.used.add(d.orElseThrow().key());
    return Optional.of(elaborator.read(body.get()));
  }

  private Value entry(PrintedHead head) {
    return entry(head, Family.Kind.UNKNOWN, List.of());
  }

  private Value entry(PrintedHead head, Family.Kind kind, List<String> of) {
    return entry(head, kind, of, 0);
  }

  /**
   * @param of the parameters that it is a function of
   * @param own axes of the value itself: 0 of a number, 1 of a vector
   */
  private Value entry(PrintedHead head, Family.Kind kind, List<String> of, int own) {
    for (String name : head.names()) {
      Value argument = session.arguments.get(name);
      if (argument != null && !isItself(session, name, argument)) {
        throw Misfit.undefined(head.key());
      }
    }
    return elaborator.component(quantity(head, kind, of, own), head.indices());
  }

  /** The family of a name at its printed arguments, over all the indices that these have. */
  private Value quantity(PrintedHead head, Family.Kind kind, List<String> of, int own) {
    if (session.names.quantity(head.key()).isEmpty()) {
      List<Range> axes = new ArrayList<>();
      for (int k = 0; k < head.indices().size() + own; k++) {
        axes.add(session.ranges.fresh());
      }
      of.forEach(p -> elaborator.quantities.quantityOf(Mention.of(p, false)));
      session.names.put(new Names.Quantity(head.key(), axes, Value.Lay.ANY, of.isEmpty() ? kind : Family.Kind.ARBITRARY, of, false, session.part));
    }
    Names.Quantity q = session.names.quantity(head.key()).orElseThrow();
    if (!q.arguments().isEmpty()) {
      session.used.add(USED);
    }
    return session.whole(session.names.family(q, session.ranges), q.lay());
  }

  /** \theta of p(x | \theta) and of p_\theta(x), where the document differentiates by it: p is some differentiable function of it (READING 23, SOUNDNESS 21). */
  private List<String> parameters(Mention m, PrintedHead head, Notation.Bracketed bracket) {
    boolean density = (PrintedHead.probability(m) || bracket.body() instanceof Notation.Conditioned) && !PrintedHead.operator(m, bracket) && !PrintedHead.relates(bracket.body());
    if (!density || session.names.definitions().stream().anyMatch(d -> d.key().equals(head.key()))) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    Matcher below = BELOW.matcher(m.key());
    if (below.find()) {
      found.add(below.group("letter"));
    }
    bare(bracket.body(), found);
    List<String> of = found.stream().filter(session.names::isDifferentiatedBy).toList();
    return head.names().stream().allMatch(n -> of.contains(n) || isLeaf(n)) ? of : List.of();
  }

  /** Whether a name in a bracket depends on nothing that the document speaks of. */
  private boolean isLeaf(String name) {
    Matcher below = BELOW.matcher(name);
    boolean parametrized = below.find() && session.names.isDifferentiatedBy(below.group("letter"));
    return !parametrized && !session.names.told().defines(name) && session.names.argumentsOf(name, session.part).isEmpty() && !session.names.isUnknown(name, session.part);
  }

  /** The names without an index in a list of arguments. */
  private void bare(Notation n, Set<String> found) {
    session.mentions().of(n).filter(Mention::bare).ifPresent(m -> found.add(m.key()));
    if (n instanceof Notation.Listed || n instanceof Notation.Conditioned) {
      Notations.children(n).forEach(c -> bare(c, found));
    }
  }

  /** An equation for P(t | x) read at P(t_n | x_n): its letters that the head prints with an index have it there (READING 23, "up to an index"). */
  private Optional<Value> atIndex(Mention m, Notation.Bracketed bracket, PrintedHead head) {
    Optional<PrintedHead> bare = PrintedHead.withoutIndices(m, bracket, session.mentions(), this::element);
    Optional<Definition> d = bare.filter(b -> b.indices().isEmpty()).flatMap(b -> ofOne(b.key(), m));
    if (d.isEmpty() || !m.indices().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Value> indexed = new TreeMap<>();
    if (!put(bracket.body(), indexed) || !new Samples(elaborator).follow(d.get().body(), head.indices(), indexed, 0)) {
      return Optional.empty();
    }
    session.used.add(USED);
    session.used.add(d.get().key());
    return Optional.of(elaborator.functions.withArguments(indexed, d.get().body()));
  }

  /** The equation for a single sample: the last one, beside which there may be one for all of them, P(y | x) = prod_i P(y_i | x_i). */
  private Optional<Definition> ofOne(String key, Mention m) {
    Optional<Definition> last = session.names.definition(key, session.part);
    return last.filter(d -> !mentions(d.body(), m))
        .or(() -> last.isEmpty() ? last : session.names.definitions().reversed().stream().filter(d -> d.key().equals(key) && session.part.within(d.part()) && !mentions(d.body(), m)).findFirst());
  }

  /** Whether a body has the name applied again: then it is an equation of another kind, P(y | x) = prod_i P(y_i | x_i). */
  private boolean mentions(Notation body, Mention m) {
    return Definitions.mentions(body, m.key(), session.mentions());
  }

  /** What each printed letter stands for at its index; false where a letter is printed both with and without one, or a value depends on it otherwise. */
  private boolean put(Notation n, Map<String, Value> indexed) {
    Optional<Mention> name = session.mentions().of(n);
    if (name.isEmpty()) {
      for (Notation c : Notations.children(n)) {
        if (!put(c, indexed)) {
          return false;
        }
      }
      return true;
    }
    // given sigma^2 is given sigma
    Mention m = AppliedHeads.squared(name.get()) ? name.get().root() : name.get();
    if (!m.plain()) {
      return false;
    }
    String key = Mentions.ofSample(m.key());
    // x_1^{(i)} is a component of x^{(i)}, which stands for x
    boolean component = m.indices().size() > 1 && !key.equals(m.key()) && m.indices().get(m.indices().size() - 1) instanceof Notation.Numeral;
    Value value = elaborator.mention(component ? m.indexedBy(m.indices().subList(0, 1)) : m);
    Value before = indexed.put(key, value);
    return before == null || before.equals(value);
  }

  /** f(u) of a name that nobody defines: any function, of one number where u is one. */
  Value unknown(Mention m, Notation.Bracketed bracket) {
    if (m.transposed() > 0) {
      throw Misfit.undefined(m.key());
    }
    if (PrintedHead.probability(m) && m.primes() == 0) {
      return raised(m, printed(m, bracket));
    }
    Optional<Value> features = features(m, bracket);
    if (features.isPresent()) {
      return raised(m, features.get());
    }
    Optional<Value> entries = m.indices().isEmpty() && entrywise(m) && !(bracket.body() instanceof Notation.Listed) ? Optional.of(elaborator.read(bracket.body())).filter(v -> !v.isNumber()) : Optional.empty();
    if (entries.isPresent()) {
      session.used.add("elementwise");
      Function f = new Function.Opaque(m.key(), m.primes(), Family.Kind.UNKNOWN);
      return raised(m, session.map(entries.get(), u -> new Term.Apply(f, u)));
    }
    if (!NUMBERS.contains(m.base()) || bracket.open().equals("[")) {
      session.used.add(SHAPELESS);
    }
    Optional<Value> argument = bracket.body() instanceof Notation.Listed || !m.indices().isEmpty() ? Optional.empty() : number(bracket.body());
    if (argument.isPresent()) {
      Function f = new Function.Opaque(m.key(), m.primes(), Family.Kind.UNKNOWN);
      return raised(m, session.map(argument.get(), u -> new Term.Apply(f, u)));
    }
    if (m.primes() > 0) {
      throw Misfit.undefined(m.key() + "'");
    }
    Optional<Value> loss = loss(m, bracket);
    if (loss.isPresent()) {
      return raised(m, loss.get());
    }
    session.used.add(Elaborator.ARRAY);
    return raised(m, printed(m, bracket));
  }

  /** \phi(x_n) of a feature map that nobody defines, behind w^T: a vector for each sample, any; it changes with nothing but the sample (READING 24). */
  private Optional<Value> features(Mention m, Notation.Bracketed bracket) {
    if (m.plain() && m.indices().size() == 1) {
      // \phi_j(x): an entry of \phi(x)
      return features(Mention.of(m.key(), m.bold()), bracket).map(v -> elaborator.component(v, m.indices()));
    }
    boolean map = session.survey.marks().isFeature(m.key()) && m.bare() && !session.survey.everywhere(m.key()).primed && !session.names.told().defines(m.key());
    Optional<Mention> of = map ? session.mentions().of(bracket.body()).filter(a -> a.plain() && !session.names.told().defines(a.key())) : Optional.empty();
    Optional<Value> sample = of.filter(Mention::bare).flatMap(a -> Optional.ofNullable(session.arguments.get(a.key())).flatMap(v -> atSample(m, bracket, a, v)));
    Optional<PrintedHead> head = sample.isPresent() ? Optional.empty() : of.flatMap(a -> PrintedHead.of(m, bracket, session.mentions(), this::element));
    head.ifPresent(h -> session.names.indicates(h.key(), h.names()));
    return sample.or(() -> head.map(h -> entry(h, Family.Kind.VARIABLE, List.of(), 1)));
  }

  /** \phi(x) in a function of x, which is taken at x_n: \phi(x_n). */
  private Optional<Value> atSample(Mention m, Notation.Bracketed bracket, Mention argument, Value value) {
    Value v = session.now(value);
    boolean row = v.body() instanceof Term.Entry e && e.family().name().equals(argument.key()) && e.family().derivatives().isEmpty() && e.indices().size() == v.rank() + 1 && e.indices().subList(1, e.indices().size()).equals(v.slots());
    if (!row || !(v.body() instanceof Term.Entry e)) {
      return Optional.empty();
    }
    Notation letter = new Notation.Symbol(bracket.span(), "n");
    Notation indexed = new Notation.Scripted(bracket.span(), bracket.body(), Optional.of(letter), Optional.empty(), 0);
    PrintedHead head = PrintedHead.of(m, new Notation.Bracketed(bracket.span(), "(", indexed, ")"), session.mentions(), this::element).orElseThrow(() -> Misfit.undefined(m.key()));
    session.names.indicates(head.key(), head.names());
    Value all = quantity(head, Family.Kind.VARIABLE, List.of(), 1);
    session.ranges.unify(all.range(0), e.indices().getFirst().range());
    Value now = session.now(all);
    Index.Free slot = now.slots().get(1);
    return Optional.of(new Value(List.of(slot), now.at(List.of(session.ranges.now(e.indices().getFirst()), slot)), Value.Lay.ANY));
  }

  /** l(o, y) of a loss l that nobody defines: any differentiable function of the quantities in its brackets (READING 24). */
  private Optional<Value> loss(Mention m, Notation.Bracketed bracket) {
    List<Optional<Mention>> arguments = Products.arguments(bracket).stream().map(a -> session.mentions().of(a).filter(Mention::bare)).toList();
    boolean open = !isNumber(m.base()) || m.bold() || !m.plain() || !m.indices().isEmpty() || bracket.open().equals("[") || session.names.told().defines(m.key());
    if (open || arguments.isEmpty() || arguments.contains(Optional.<Mention>empty())) {
      return Optional.empty();
    }
    List<String> keys = arguments.stream().map(a -> a.orElseThrow().key()).distinct().toList();
    if (keys.stream().anyMatch(k -> Optional.ofNullable(session.arguments.get(k)).filter(v -> !isItself(session, k, v)).isPresent())) {
      return Optional.empty();
    }
    arguments.forEach(a -> elaborator.quantities.quantityOf(a.orElseThrow()));
    Optional<PrintedHead> head = PrintedHead.of(m, bracket, session.mentions(), n -> false);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    Names.Quantity q = new Names.Quantity(head.get().key(), List.of(), Value.Lay.ANY, Family.Kind.ARBITRARY, keys, false, session.part);
    session.names.put(q);
    return Optional.of(session.whole(session.names.family(q, session.ranges), q.lay()));
  }

  /** Whether a function that is being unfolded is taken at its own letter: J(w) = L(w) + .. at w. */
  static boolean isItself(Session session, String letter, Value argument) {
    Value v = session.now(argument);
    return v.body() instanceof Term.Entry e && e.family().name().equals(letter) && e.family().derivatives().isEmpty() && e.indices().equals(v.slots());
  }

  /** Whether a function that nobody defines acts on each entry of an array: an activation, one that has a prime in the document (READING 21). */
  private boolean entrywise(Mention m) {
    return session.survey.everywhere(m.key()).primed || session.names.told().words().sayEntrywise(session.part);
  }

  private Optional<Value> number(Notation argument) {
    boolean before = session.used.contains(Elaborator.ARRAY);
    Value v = elaborator.read(argument);
    if (v.isNumber() && !before) {
      session.used.remove(Elaborator.ARRAY);
    }
    return Optional.of(v).filter(Value::isNumber);
  }

  /** Whether the arguments of an indicator or a count stay the same when a quantity changes. */
  static boolean fixed(Session session, Family f, Family by) {
    return session.names.indicated(f.name())
        .filter(names -> names.stream().noneMatch(n -> n.equals(by.name()) || session.names.definition(n, session.part).isPresent() || !session.names.argumentsOf(n, session.part).isEmpty() || session.names.isUnknown(n, session.part)))
        .isPresent();
  }
}
