package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The terms of an objective that nobody defines, {@code F(w) = \sum_i f_i(w)} and {@code F(w) = \sum_i l(w; x_i, y_i)}: each is any differentiable function of the
 * letter that it is taken at (READING 24).
 */
final class LossTerms {
  /** What readings lean on where one letter, that no loss usually has, is such a term. */
  private static final String ALONE = "an arbitrary function of a letter";

  private static final Pattern ANY = Pattern.compile("(?i)\\b(any|arbitrary|every|all)( [\\p{L}-]+)? functions?\\b");

  private static final Pattern FREE = Pattern.compile("(?i)\\bindependent|\\b(constants?|flat|vanish\\w*|ignor\\w*|drop\\w*|omit\\w*|absorb\\w*|neglect\\w*|suppress\\w*)\\b|\\b(not|never|none|only|nothing|longer)\\b[^.]*\\bdepend");

  private final Elaborator elaborator;
  private final Session session;

  LossTerms(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** In: a name and the bracket behind it. Out: the arbitrary function that they are, if they are such a term. */
  Optional<Value> of(Mention m, Notation.Bracketed bracket) {
    boolean open = m.exponent().isEmpty() && m.transposed() == 0 && bracket.open().equals("(") && !PrintedHead.probability(m) && !Functions.usual(m.key()) && !session.names.told().defines(m.key()) && !session.names.isUnknown(m.key(), session.part);
    if (!open) {
      return Optional.empty();
    }
    Optional<Value> value = member(m.primed(-m.primes()), bracket);
    return m.primes() > 0 ? value.map(v -> slope(v, bracket, m.primes())) : value.or(() -> ofData(m, bracket));
  }

  /** f_i'(x) where x is a number. */
  private Value slope(Value v, Notation.Bracketed bracket, int order) {
    Value by = elaborator.read(bracket.body());
    if (!by.isNumber()) {
      throw Misfit.notBuilt("a prime on a function of an array");
    }
    return slope(v, by, order);
  }

  /** The derivative of such a term, or of what is made of them, by the letter that it is taken at. */
  Value slope(Value v, Value by, int order) {
    Value derived = v;
    for (int k = 0; k < order; k++) {
      derived = new Total(elaborator).derivative(derived, by);
    }
    return derived;
  }

  /** f_i(w), where the text differentiates f_i by w alone; r(w), which it prints at nothing else and without a prime. */
  private Optional<Value> member(Mention m, Notation.Bracketed bracket) {
    List<Notation> printed = Products.arguments(bracket);
    List<String> names = bare(printed);
    if (m.indices().isEmpty() && !Heads.isNumber(m.base())) {
      session.used.add(ALONE);
    }
    boolean leaves = names.size() == printed.size() && names.stream().allMatch(this::isLeaf);
    boolean one = !m.indices().isEmpty() || (session.names.isAlwaysAt(m.key(), names) && !session.survey.everywhere(m.key()).primed);
    return leaves && one && new TreeSet<>(names).equals(new TreeSet<>(session.names.argumentsOf(m.key(), session.part))) ? Optional.of(elaborator.mention(m)) : Optional.empty();
  }

  /** l(w; x_i, y_i) at data, which carry the letter of a sample and that nothing is known of. */
  private Optional<Value> ofData(Mention m, Notation.Bracketed bracket) {
    Optional<String> parameter = parameter(bracket, session.mentions());
    boolean data = parameter.isPresent() && m.indices().isEmpty() && Heads.isNumber(m.base()) && !m.bold() && isLeaf(parameter.get()) && Products.arguments(bracket).stream().flatMap(a -> session.mentions().of(a).stream()).allMatch(a -> a.bare() || isData(a));
    Optional<PrintedHead> head = data ? PrintedHead.of(m, bracket, session.mentions(), n -> false) : Optional.empty();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    elaborator.quantities.quantityOf(Mention.of(parameter.get(), false));
    if (session.names.quantity(head.get().key()).isEmpty()) {
      List<Range> axes = head.get().indices().stream().map(i -> session.ranges.fresh()).toList();
      session.names.put(new Names.Quantity(head.get().key(), axes, Value.Lay.ANY, Family.Kind.ARBITRARY, List.of(parameter.get()), false, session.part));
    }
    Names.Quantity q = session.names.quantity(head.get().key()).orElseThrow();
    return Optional.of(elaborator.component(session.whole(session.names.family(q, session.ranges), q.lay()), head.get().indices()));
  }

  /** The only argument in a list of them that is printed without an index: what the gradient of such a term is taken by. */
  static Optional<String> parameter(Notation.Bracketed bracket, Mentions mentions) {
    List<Notation> printed = Products.arguments(bracket);
    List<Mention> read = printed.stream().flatMap(a -> mentions.of(a).filter(Mention::plain).stream()).toList();
    List<Mention> bare = read.stream().filter(Mention::bare).toList();
    return read.size() == printed.size() && read.size() > 1 && bare.size() == 1 ? Optional.of(bare.getFirst().key()) : Optional.empty();
  }

  private List<String> bare(List<Notation> printed) {
    return printed.stream().flatMap(a -> session.mentions().of(a).filter(Mention::bare).stream()).map(Mention::key).toList();
  }

  /** Whether a letter stands for itself: nothing defines it, and no function is being unfolded at something else in its place. */
  boolean isLeaf(String key) {
    Value argument = session.arguments.get(key);
    return session.names.definition(key, session.part).isEmpty() && (argument == null || Heads.isItself(session, key, argument));
  }

  private boolean isData(Mention a) {
    return !session.names.told().defines(a.key()) && !session.names.isUnknown(a.key(), session.part) && session.names.argumentsOf(a.key(), session.part).isEmpty() && !session.arguments.containsKey(a.key()) && !session.names.isDifferentiatedBy(a.key());
  }

  /** Whether a family is one of such terms, each a number: never an array that is meant entry by entry. */
  static boolean is(Family f, Names names) {
    return PrintedHead.isKey(f.original()) || names.isAlwaysAt(f.original(), f.arguments().stream().map(Family::name).toList());
  }

  /** Why a claim that fails for some such terms is not refuted: they are any functions only where nothing else is said of them, and only all of them together. */
  static Optional<Doubts.Doubt> doubt(Claim claim, Set<String> used, Part part, Names names, Survey survey, Collection<Outcome> outcomes) {
    for (Family f : Terms.families(claim.left(), claim.right())) {
      boolean one = f.axes().size() == f.derivatives().stream().mapToInt(d -> d.axes().size()).sum();
      if (f.kind() == Family.Kind.ARBITRARY && is(f, names) && (one ? used.contains(ALONE) && !ANY.matcher(part.words()).find() : !together(claim.left(), f) || !together(claim.right(), f) || said(f.original(), part, names, survey, outcomes))) {
        return Optional.of(new Doubts.Doubt("symbol.undefined", "what is " + f.original() + "?"));
      }
    }
    return Optional.empty();
  }

  /** Whether a term sums over all of a family, wherever it has one of them. */
  private static boolean together(Term term, Family f) {
    boolean free = term instanceof Term.Entry e && e.family().equals(f) && !(e.indices().getFirst() instanceof Index.Bound);
    return !free && Terms.parts(term).stream().allMatch(t -> together(t, f));
  }

  private static boolean said(String family, Part part, Names names, Survey survey, Collection<Outcome> outcomes) {
    String key = PrintedHead.isKey(family) ? family.substring(0, family.indexOf('(')) : family;
    boolean words = names.told().described().of(key, Collections.emptySet()).isPresent() || FREE.matcher(part.words()).find();
    return words || outcomes.stream().anyMatch(o -> (o instanceof Outcome.Assumes || o instanceof Outcome.Open) && Stream.of(o.statement().left(), o.statement().right()).anyMatch(s -> Definitions.mentions(NotationParser.parse(s), key, survey.mentions())));
  }

  /** Whether a function's body takes such a term, a probability or any function that the text differentiates by the parameter at its parameter: what the parameter is, only the text says. */
  static boolean holds(Notation n, String parameter, Session session) {
    return holds(n, parameter, session, 0);
  }

  private static boolean holds(Notation n, String parameter, Session session, int depth) {
    List<Notation.Factor> factors = n instanceof Notation.Juxtaposed j ? j.factors() : List.of();
    for (int k = 0; k + 1 < factors.size(); k++) {
      boolean taken = Notations.bracket(factors.get(k + 1).item()).filter(b -> Definitions.mentions(b.body(), parameter, session.mentions())).isPresent();
      Optional<Mention> m = taken ? session.mentions().of(factors.get(k).item()) : Optional.empty();
      if (m.filter(f -> PrintedHead.probability(f) || isArbitrary(f, parameter, session)).isPresent()) {
        return true;
      }
      // \\ell(w) = \\log L(w), where L is made of them
      Optional<Definition> d = m.flatMap(f -> session.names.definition(f.key(), session.part)).filter(f -> f.parameters().size() == 1 && depth < NumberFunctions.DEEPEST);
      if (d.filter(f -> holds(f.body(), f.parameters().getFirst(), session, depth + 1)).isPresent()) {
        return true;
      }
    }
    return Notations.children(n).stream().anyMatch(c -> holds(c, parameter, session, depth));
  }

  private static boolean isArbitrary(Mention f, String by, Session session) {
    return session.names.argumentsOf(f.key(), session.part).contains(by) && !session.names.told().defines(f.key()) && !(f.indices().isEmpty() && session.survey.everywhere(f.key()).primed);
  }
}
