package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names as values: elements, arguments, sizes, and quantities with as many axes as the text shows. Where the uses of a letter near the claim leave
 * its shape open (x_i here, a bare x there), each shape is a reading of its own (READING 28).
 */
final class Quantities {
  /** Letters of one claim that may have two shapes; more than these keep the shape that most uses show. */
  private static final int MOST_OPEN = 3;

  private final Elaborator elaborator;
  private final Session session;
  private final Products products;
  private final Intermediate intermediate;

  Quantities(Elaborator elaborator, Products products) {
    this.elaborator = elaborator;
    this.intermediate = new Intermediate(elaborator);
    this.session = elaborator.session;
    this.products = products;
  }

  /** What a name stands for with its indices put in: an element's number, an argument, a quantity. */
  Value value(Mention m) {
    Value argument = session.arguments.get(m.key());
    if (argument != null) {
      return elaborator.component(session.fresh(argument), m.indices());
    }
    Optional<Value> between = m.primes() == 0 ? intermediate.at(m) : Optional.empty();
    if (between.isPresent()) {
      return between.get();
    }
    if (m.indices().isEmpty() && m.primes() == 0) {
      boolean defined = session.names.definition(m.key(), session.part).isPresent();
      Index element = session.elements.get(m.key());
      if (element == null && !m.bold() && m.transposed() == 0) {
        element = session.alone.element(m.key()).orElse(null);
      }
      if (element != null) {
        Index now = session.ranges.now(element);
        return Value.number(
            Terms.sum(new Term.Place(now), Rational.of(session.ranges.countedFrom(now.range()) - 1L)));
      }
      boolean size = !defined && (session.ranges.namedBy(m.key()).isPresent() || session.survey.isSize(m.key()));
      // counts n_k beside a size n: the letter alone may be the family (softmax(n)) or its size
      if (size && (Shapes.rank(session.survey.trace(m.key(), session.part), m) == 0 || shapeOf(m) == 0)) {
        if (session.names.told().outsiders().counts(m.key(), session.part)) {
          throw Misfit.notBuilt("the number of the elements beside another one");
        }
        Range range = session.ranges.now(session.ranges.ofSize(m.key()));
        return Value.number(
            range.fixed().isPresent() ? Rational.of(range.fixed().getAsInt()) : new Term.Size(range));
      }
    }
    Optional<Definition> dropped = session.names.definition(m.key(), session.part).filter(d -> m.indices().isEmpty() && dropsIndex(d));
    if (dropped.isPresent()) {
      session.used.add(m.key());
      return elaborator.read(dropped.get().body());
    }
    if (m.indices().isEmpty() && session.names.isElementOfItself(m.key(), session.part)) {
      throw Misfit.undefined(m.key());
    }
    boolean total = m.indices().isEmpty() && Heads.isNumber(m.base()) && !m.bold() && session.names.definition(m.key(), session.part).filter(d -> !d.isFunction() && d.letters().size() == 1).isPresent();
    if (total) {
      // the loss E of the E_n: their sum, their mean or one of them (READING 17)
      throw Misfit.undefined(m.key());
    }
    Optional<Definition> function = session.names.functionAlone(m.key(), session.part);
    if (function.isPresent() && (m.indices().isEmpty() || !function.get().letters().isEmpty())) {
      return elaborator.component(products.bareFunction(Mention.of(m.key(), m.bold())), m.indices());
    }
    if (m.key().startsWith("\\mathbb{") && !m.key().equals("\\mathbb{I}")) {
      throw Misfit.notBuilt("the set " + m.key());
    }
    if (elaborator.functions.isFunction(m)) {
      return elaborator.functions.bareStandard(Mention.of(m.key(), m.bold()));
    }
    if (m.key().equals("\\partial") || m.key().equals("\\nabla")) {
      throw Misfit.notBuilt("this use of " + m.key());
    }
    Optional<Value> component = numbered(m);
    if (component.isPresent()) {
      return component.get();
    }
    Names.Quantity q = quantityOf(m);
    boolean slice = !m.indices().isEmpty() && m.indices().size() < q.axes().size() && !m.key().contains("(\\cdot)") && !q.declared();
    if (slice && session.survey.trace(m.key(), session.part).indices > m.indices().size()) {
      // w_i of a family w_{ij}: row or column i
      session.used.add("guess");
    }
    Family family = session.names.family(q, session.ranges);
    if (family.axes().isEmpty()) {
      session.alone.number(m.key());
    }
    Value whole = session.whole(family, q.lay());
    Value at = elaborator.component(whole, session.names.told().order().ordered(m));
    boolean slope = session.options.turned() && m.indices().isEmpty() && at.rank() == 2 && session.names.definition(m.key(), session.part).filter(d -> Differentials.whole(d.body())).isPresent();
    if (slope) {
      return at.transposed();
    }
    return at.rank() == whole.rank() ? at.lying(q.lay()) : at.rank() == 1 ? at.lying(Value.Lay.ANY) : at;
  }

  /** z = z^{(k)}: the name alone means that element, also of the k that a sum runs over (READING 19). */
  private boolean dropsIndex(Definition d) {
    Optional<Mention> element = session.mentions().of(d.body()).filter(e -> e.plain() && !e.indices().isEmpty());
    return d.parameters().isEmpty() && d.letters().isEmpty() && element.filter(e -> Mentions.unsampled(e.key()).equals(d.key())).isPresent();
  }

  /** s_1 of a vector s that the text defines or declares: its component, not a name of its own. */
  private Optional<Value> numbered(Mention m) {
    Optional<Mentions.Numbered> label = Mentions.numbered(m.key()).filter(n -> n.number().length() <= 4);
    if (!m.indices().isEmpty() || label.isEmpty() || session.names.quantity(m.key()).isPresent() || session.names.definition(m.key(), session.part).isPresent()) {
      return Optional.empty();
    }
    Optional<Names.Quantity> base = session.names.quantity(label.get().whole());
    boolean vector = base.isPresent() && !(label.get().number().equals("0") && session.mentions().outside(m.base())) && base.get().axes().size() == 1;
    boolean said = vector && (base.get().declared() || session.names.definition(label.get().whole(), session.part).isPresent());
    if (!said && !(vector && shown(label.get().whole(), m.key()))) {
      return Optional.empty();
    }
    if (!said) {
      session.used.add("guess");
    }
    Family family = session.names.family(base.get(), session.ranges);
    return Optional.of(
        elaborator.component(session.whole(family, base.get().lay()), List.of(new Notation.Numeral(new dev.gradus.document.Span(0, 0), label.get().number()))));
  }

  /** w_1 beside w^T x: the uses of the bare letter show a vector, those with the number show no array. */
  private boolean shown(String vector, String numbered) {
    Trace uses = session.survey.trace(vector, session.part);
    Trace own = session.survey.everywhere(numbered);
    return (uses.vectorLike || uses.least > 0) && uses.indices == 0 && own.indices == 0 && own.least == 0 && !own.vectorLike && !own.matrixLike && !own.bold;
  }

  /** The quantity of a name, made from how the document uses it when it is met for the first time. */
  Names.Quantity quantityOf(Mention m) {
    Optional<Names.Quantity> known = session.names.quantity(m.key());
    boolean defined = session.names.definition(m.key(), session.part).isPresent();
    Optional<Names.Quantity> sample = defined ? Optional.empty() : ofSample(m);
    if (sample.isPresent()) {
      return sample.get();
    }
    int rank = shapeOf(m);
    if (rank == 0 && !m.indices().isEmpty() && (defined || known.filter(Names.Quantity::declared).isPresent())) {
      return indexed(m);
    }
    if (rank < m.indices().size()) {
      throw Misfit.shape(m.key() + " has " + rank + " axes and " + m.indices().size() + " indices");
    }
    List<String> arguments = session.names.argumentsOf(m.key(), session.part);
    // where nothing defines a letter, another part may use it for something of another shape, or that depends on something else
    Optional<Names.Quantity> shaped = known.filter(q -> q.axes().size() == rank && !apart(q));
    boolean current = shaped.filter(q -> q.kind() == Family.Kind.UNKNOWN).isEmpty() || session.names.isUnknown(m.key(), session.part);
    if (shaped.isPresent() && current && (defined || shaped.get().dependsOn(arguments))) {
      return shaped.get();
    }
    List<Range> axes = new ArrayList<>(shaped.map(Names.Quantity::axes).orElse(List.of()));
    // what an estimate stands for has its shape
    Optional<Names.Quantity> estimate = rank == 0 && shaped.isEmpty() ? session.names.quantity("\\hat{" + m.key() + "}") : Optional.empty();
    estimate.or(() -> shaped.isEmpty() ? estimate(m.key()).filter(e -> e.axes().size() == rank) : Optional.empty()).ifPresent(e -> axes.addAll(e.axes()));
    Trace uses = session.survey.trace(m.key(), session.part);
    for (int k = axes.size(); k < rank; k++) {
      axes.add(session.ranges.fresh());
      if (uses.zeroAt.contains(k)) {
        session.ranges.countFrom(axes.get(k), 0);
      }
    }
    boolean row = rank == 1 && session.survey.trace(m.key(), session.part).rowLike;
    Value.Lay lay = shaped.map(Names.Quantity::lay).orElse(row ? Value.Lay.ROW : Value.Lay.ANY);
    Family.Kind kind =
        session.names.isUnknown(m.key(), session.part)
            ? Family.Kind.UNKNOWN
            : arguments.isEmpty() ? Family.Kind.VARIABLE : Family.Kind.ARBITRARY;
    List<String> of = kind == Family.Kind.ARBITRARY ? arguments : List.of();
    Names.Quantity q = new Names.Quantity(m.key(), axes, lay, kind, of, shaped.filter(Names.Quantity::declared).isPresent(), shaped.map(Names.Quantity::part).orElse(session.part));
    session.names.put(q);
    session.enter();
    for (String argument : q.arguments()) {
      quantityOf(Mention.of(argument, false));
    }
    session.leave();
    return q;
  }

  /** z^{(i)} of a z that the text defines, and z_i beside one that is no row of them; none where z is made of them, as a total is. */
  private Optional<Names.Quantity> ofSample(Mention m) {
    String one = Mentions.ofSample(m.key());
    boolean unsaid = !one.equals(m.key()) && !session.names.isUnknown(m.key(), session.part) && session.names.definitions().stream().noneMatch(d -> d.key().equals(m.key()));
    Optional<Definition> whole = unsaid ? session.names.definition(one, session.part).filter(d -> !Definitions.mentions(d.body(), m.key(), session.mentions())) : Optional.empty();
    return whole.flatMap(d -> new Samples(elaborator).quantity(m, m.key(), d));
  }

  /** z_i where the text has a number z: z for the sample i, or a family of its own that nothing is known of (READING 28). */
  private Names.Quantity indexed(Mention m) {
    String key = m.key() + Mentions.TERM;
    Optional<Names.Quantity> known = session.names.quantity(key).filter(q -> q.axes().size() == m.indices().size());
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Names.Quantity> sample = session.names.definition(m.key(), session.part).flatMap(d -> new Samples(elaborator).quantity(m, key, d));
    if (sample.isPresent()) {
      return sample.get();
    }
    List<Range> axes = m.indices().stream().map(i -> session.ranges.fresh()).toList();
    Names.Quantity q = new Names.Quantity(key, axes, Value.Lay.ANY, Family.Kind.UNKNOWN, List.of(), false, session.part);
    session.names.put(q);
    return q;
  }

  /** Whether a quantity of another part is left aside: its sizes need not be those of the same letter here (READING 1, 28). */
  private boolean apart(Names.Quantity known) {
    boolean elsewhere = !known.part().near(session.part) || (session.part.within(known.part()) && !session.part.equals(known.part()));
    return session.parted && !known.declared() && elsewhere && session.names.definition(known.key(), session.part).isEmpty();
  }

  /** The array that the text defines and compares a letter with as a target (READING 28). */
  private Optional<Names.Quantity> estimate(String key) {
    return session.survey.marks().estimate(key).filter(e -> session.names.definition(e, session.part).isPresent()).flatMap(session.names::quantity);
  }

  /** How many axes a name has: by its definition or declaration, else by its uses. */
  private int shapeOf(Mention m) {
    Optional<Names.Quantity> known = session.names.quantity(m.key());
    boolean declared = known.filter(Names.Quantity::declared).isPresent();
    boolean settled = declared || session.names.definition(m.key(), session.part).isPresent();
    Layers layers = session.mentions().layers();
    Optional<Integer> axes = known.filter(q -> settled).map(q -> q.axes().size()).or(() -> layers.sibling(m.key(), session.names, session.part));
    // h^{(l)} = g(a^{(l)}) is a number as long as a is defined further down: W h^{(l-1)} shows more
    boolean guessed = !declared && layers.any(m.key()) && axes.filter(r -> r == 0 && Shapes.rank(session.survey.trace(m.key(), session.part), m) > 0).isPresent();
    if (axes.isPresent() && !guessed) {
      return axes.get();
    }
    Integer taken = session.shapes.get(m.key());
    if (taken == null) {
      Trace near = session.survey.trace(m.key(), session.part);
      Optional<Integer> later = m.indices().isEmpty() ? session.names.told().rank(m.key(), session.part).or(() -> layers.below(m.key(), session.names.told(), session.part)).filter(r -> r > 0 || !guessed) : Optional.empty();
      if (later.isPresent()) {
        session.shapes.put(m.key(), later.get());
        return later.get();
      }
      Optional<Integer> compared = near.stated.isEmpty() && !near.scalarLike ? estimate(m.key()).map(e -> e.axes().size()).filter(r -> r > m.indices().size()) : Optional.empty();
      taken = compared.isPresent() ? Math.max(compared.get(), near.indices) : shape(m, near);
      session.shapes.put(m.key(), taken);
    }
    return taken;
  }

  /** How many axes a letter has that nothing defines nor declares; a choice of the reading where its uses do not tell. */
  private int shape(Mention m, Trace near) {
    int shown = Math.max(m.indices().size(), Shapes.rank(near, m));
    int least = Shapes.least(near, m);
    Trace all = session.survey.everywhere(m.key(), session.part);
    // where the text states a letter's shape, what another part uses it for is no other one
    boolean stated = all.stated.equals(java.util.Collections.singleton(shown));
    int elsewhere = stated ? shown : Math.max(shown, Shapes.rank(all, m));
    boolean open = least < shown || elsewhere > shown;
    if (open && session.choices.count(Choices.SHAPE) >= MOST_OPEN) {
      session.used.add("guess");
      return shown;
    }
    if (least < shown) {
      return session.choices.take(Choices.SHAPE + m.key(), 0, 0) == 0 ? shown : least;
    }
    if (shown > 0 && elsewhere > shown) {
      session.used.add("guess");
      return shown;
    }
    // another part has an array of this name: here it is one only where a number makes the claim fail
    return elsewhere > shown && session.choices.take(Choices.SHAPE + m.key(), 0, 1) == 1 ? elsewhere : shown;
  }
}
