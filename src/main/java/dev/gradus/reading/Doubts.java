package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Greatest;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the text leaves open so that a claim is not refuted although its reading fails (READING 9, 11, 17, 22, 24, 26; SOUNDNESS 20, 24). */
final class Doubts {
  /** Why a claim is left undecided. */
  record Doubt(String code, String because) {}
  /** Letters that usually count elements. */
  static final List<String> COUNTS = List.of("n", "N", "m", "M", "K", "k", "d", "D", "C", "V", "p", "q");

  /** Names of functions in words: what a part says it uses instead of a definition of another part. */
  private static final Pattern FUNCTIONS =
      Pattern.compile("\\b(?i:tanh|relu|leaky|gelu|elu|swish|sigmoid|logistic|softplus|softmax|linear|identity|hinge|gaussian|squared|absolute|exponential|hyperbolic|sine|cosine)\\b");

  /** Words of a part that may speak of a function of its own. */
  private static final Pattern ANOTHER =
      Pattern.compile("(?i)" + FUNCTIONS.pattern() + "|\\b((?<!(loss|cost|objective|likelihood) )functions?|activations?|units?|neurons?|non-?linearit(y|ies)|maps?|homework|lecture|previous|instead|now|scaled|shifted|modified|version)\\b");

  private final Survey survey;
  private final Names names;
  private final Conventions conventions;
  private final Map<Integer, Outcome> outcomes;
  private final Told told;

  Doubts(Survey survey, Names names, Conventions conventions, Map<Integer, Outcome> outcomes, Told told) {
    this.survey = survey;
    this.names = names;
    this.conventions = conventions;
    this.outcomes = outcomes;
    this.told = told;
  }

  /** The first doubt about refuting a reading. */
  Optional<Doubt> of(Printed p, Attempt.Read r, Trial tried) {
    Statement s = p.statement();
    Optional<Doubt> first = ofWriting(p).or(() -> tied(p, r, tried)).or(() -> NamedMeaning.calledOtherwise(r, s, names).map(b -> new Doubt("meaning.in-words", b))).or(() -> LossTerms.doubt(r.claim(), r.used(), s.part(), names, survey, outcomes.values()));
    if (first.isPresent()) {
      return first;
    }
    if (r.used().contains("product")) {
      return Optional.of(new Doubt("product.positive", "products over a range are read for positive factors only"));
    }
    if (r.used().contains("sum without an end") && Stream.of(r.claim().left(), r.claim().right()).anyMatch(PrintedDoubts::counts)) {
      return Optional.of(new Doubt("size.unknown", "where does the sum end?"));
    }
    Optional<Doubt> elements = names.told().listings().doubt(s, r.claim(), tried::fails).or(() -> Placed.doubt(s, r, names, outcomes, tried)).or(() -> unsaid(r));
    if (elements.isPresent()) {
      return elements;
    }
    if (Terms.ranges(r.claim().left(), r.claim().right()).stream().anyMatch(r.ranges()::wasFixed)) {
      return Optional.of(new Doubt("size.unknown", "does the size that the text names elsewhere hold here?"));
    }
    if (binaryWords(s) && r.claim().order() == Claim.Order.EQUAL && !r.used().contains("derivative")) {
      return Optional.of(new Doubt("condition.unclear", "which letters are binary?"));
    }
    if (raised(p)) {
      return Optional.of(new Doubt("symbol.undefined", "is the letter above a power or the number of a step?"));
    }
    Optional<String> several = r.claim().left().equals(r.claim().right()) ? Optional.empty() : severalMatrices(r.claim());
    if (several.isPresent()) {
      return Optional.of(new Doubt("shape.unknown", "does " + several.get() + " stand for several matrices?"));
    }
    Stream<String> named = Terms.families(r.claim().left(), r.claim().right()).stream().filter(f -> f.kind() == Family.Kind.VARIABLE).map(Family::name);
    Set<String> behind = behindDerivative(r, s.part());
    Optional<String> words =
        Stream.concat(named.flatMap(n -> told.described().of(n, r.used()).stream()), behind.stream().flatMap(n -> told.described().of(n, r.used()).filter(Described::computed).stream())).filter(w -> !(r.used().contains("derivative") && w.contains("multiplier"))).findFirst();
    if (words.isPresent()) {
      return words.map(w -> new Doubt("condition.not-read", "what the words say of a letter was not understood: " + w));
    }
    Optional<String> mean = behind.stream().filter(n -> Unheard.isMean(n, r.used())).findFirst();
    if (mean.isPresent()) {
      return mean.map(n -> new Doubt("symbol.undefined", "what is " + n + "?"));
    }
    boolean oneHot = s.notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT);
    if (oneHot && survey.mentions().of(p.left()).filter(m -> m.plain() && m.indices().size() == 1).isPresent()
        && (Conditions.isNumeral(p.right(), "0") || Conditions.isNumeral(p.right(), "1"))) {
      return Optional.of(new Doubt("class.fixed", "it says which class is the hot one"));
    }
    boolean unnamed = Stream.of(p.left(), p.right()).anyMatch(n -> survey.mentions().of(n).filter(m -> m.plain() && names.definition(m.key(), s.part()).isEmpty()).isPresent());
    if (Lowering.isOfMatrices(s.sign().sign()) && unnamed) {
      return Optional.of(new Doubt("equation.not-read", "that a matrix nobody defines is positive semidefinite is a hypothesis more often than a claim"));
    }
    if (loneLetter(p, r) && !r.used().contains("derivative")) {
      return Optional.of(new Doubt("equation.not-read", "a letter alone on one side is judged only under an equation, and none was read"));
    }
    if (restOfSum(p.left(), r.claim().left(), r.claim().right()) || restOfSum(p.right(), r.claim().right(), r.claim().left())) {
      return Optional.of(new Doubt("equation.not-read", "it may say what one element is, given the others"));
    }
    Optional<String> updated = Terms.families(r.claim().left(), r.claim().right()).stream().map(Family::original).filter(names::isUpdated).filter(u -> !before(p, u)).findFirst();
    if (updated.isPresent() && !r.used().contains("derivative")) {
      return Optional.of(new Doubt("symbol.undefined", "is " + updated.get() + " its value before or after the update?"));
    }
    if (s.cue() == Statement.Cue.INTRODUCED && s.after().isEmpty() && survey.mentions().of(p.left()).filter(m -> m.plain() && names.definition(m.key(), s.part()).isEmpty()).isPresent()) {
      return Optional.of(new Doubt("symbol.undefined", "it is to say what a name is, and was not read so"));
    }
    return oneSidedArbitrary(r.claim())
        .or(() -> imaginary(r.claim()))
        .map(n -> new Doubt("symbol.undefined", "what is " + n + "?"))
        .or(() -> doubtful(p, r).map(why -> new Doubt("shape.unknown", why)))
        .or(() -> Counted.perhaps(r.narrowed().orElse(r.claim()), tried::fails).map(n -> new Doubt("size.unknown", "is " + n + " the number of elements?")))
        .or(() -> counts(p, r.claim(), tried))
        .or(() -> Counted.amounts(r.claim(), s.part().words(), tried::fails).map(n -> new Doubt("condition.unclear", "it holds if " + n + " counts something")))
        .or(() -> Solved.above(s, r, outcomes.values(), survey.mentions()).map(n -> new Doubt("equation.not-read", "an equation above may say what " + n + " is")))
        .or(() -> strayTarget(r, s.part(), tried).map(n -> new Doubt("symbol.undefined", "what is " + n + "?")))
        .or(() -> definedLater(r.claim(), s.part(), tried).map(n -> new Doubt("symbol.undefined", "what is " + n + " here?")))
        .or(() -> foreign(r, s.part(), s.words(), tried) ? Optional.of(new Doubt("definition.elsewhere", "it fails with a definition from another part of the text")) : Optional.empty())
        .or(() -> tried.failsTurned(r.used()) ? Optional.empty() : Optional.of(new Doubt("shape.unknown", "it may hold with the derivatives that it rests on laid out the other way")))
        .or(() -> repeated(r, s.part()).map(n -> new Doubt("definition.second", "it fails with one of several equations for " + n)))
        .or(() -> leaning(s, r.claim()).map(c -> new Doubt(c, c.equals("premise.refuted") ? "it leans on a refuted line" : "it may follow from a hypothesis before it")));
  }

  /** What the text leaves out: the argument of a function, that a covariance is symmetric. */
  private static Optional<Doubt> unsaid(Attempt.Read r) {
    Optional<Doubt> argument = PrintedDoubts.unsaidArgument(r) ? Optional.of(new Doubt("symbol.undefined", "at which argument is the function taken that stands without one?")) : Optional.empty();
    return argument.or(() -> PrintedDoubts.unsaidSymmetry(r) ? Optional.of(new Doubt("symmetry.unknown", "is \\Sigma symmetric, as a covariance is?")) : Optional.empty());
  }

  /** A letter alone beside its own elements, their total or another number; one that the claim holds of if it counts something. */
  private Optional<Doubt> counts(Printed p, Claim claim, Trial tried) {
    Optional<Doubt> total = Counted.total(claim, survey).map(n -> new Doubt("symbol.undefined", "is " + n + " the total of its terms?"));
    return total
        .or(() -> PrintedDoubts.beside(p.left(), p.right(), survey.mentions()).filter(n -> names.definition(n, p.statement().part()).isEmpty()).map(n -> new Doubt("symbol.undefined", "what is " + n + " beside its elements?")))
        .or(() -> Counted.natural(claim, survey, ranged(), tried::fails).map(n -> new Doubt("size.unknown", "it holds if " + n + " counts something")));
  }

  /** Letters of which an index range is printed, t = 1, 2, ..: whole numbers (READING 12). */
  private Set<String> ranged() {
    Set<String> found = new LinkedHashSet<>();
    outcomes.values().stream().filter(o -> o instanceof Outcome.Skipped).forEach(o -> found.add(o.statement().left().text().strip()));
    return found;
  }

  /** Whether a letter above a name is as well no power: the number of a step, or what an error e^o is of. */
  private boolean raised(Printed p) {
    Set<String> raised = new LinkedHashSet<>();
    Stream.of(p.left(), p.right()).forEach(n -> PrintedDoubts.steps(n, survey.mentions(), raised));
    Set<String> powers = new LinkedHashSet<>();
    Stream.of(p.left(), p.right()).forEach(n -> PrintedDoubts.powers(n, survey.mentions(), powers));
    raised.removeAll(powers);
    boolean elsewhere = raised.size() == 1 && PrintedDoubts.raisedElsewhere(p, outcomes.values());
    return raised.size() > 1 || elsewhere || Stream.of(p.left(), p.right()).anyMatch(n -> PrintedDoubts.openExponential(n, outcomes.values(), survey.mentions()));
  }

  /** The names without a definition that the definitions behind a derivative mention: what is tied to them by words is gone from the claim (SOUNDNESS 21). */
  private Set<String> behindDerivative(Attempt.Read r, Part part) {
    List<String> used = r.used().contains("derivative") ? r.used().stream().filter(u -> names.definition(u, part).isPresent()).toList() : List.of();
    Set<String> found = told.behind(used);
    found.removeIf(n -> names.definition(n, part).isPresent());
    return found;
  }

  private static boolean binaryWords(Statement s) {
    return s.notes().facts().stream().anyMatch(f -> f.names().isEmpty() && f.kind() == WordFact.Kind.BINARY);
  }

  /** w_{ji} beside w_{kj}: the letters may tell two matrices apart (the weights of two layers). */
  private Optional<String> severalMatrices(Claim claim) {
    for (Family f : Terms.families(claim.left(), claim.right())) {
      boolean declared = names.quantity(f.name()).filter(Names.Quantity::declared).isPresent();
      for (List<String> one : f.axes().size() == 2 && !declared ? survey.marks().indexed(f.name()) : List.<List<String>>of()) {
        for (List<String> other : survey.marks().indexed(f.name())) {
          if (one.get(1).equals(other.get(0)) && !one.get(0).equals(other.get(1)) && !one.get(0).equals(one.get(1)) && !other.get(0).equals(other.get(1))) {
            return Optional.of(f.name());
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean identity(Notation side) {
    return survey.mentions().of(side).filter(m -> m.bare() && Shapes.identityName(m.key())).isPresent();
  }

  /** READING 11: a letter in use, alone on one side and absent on the other, that no equation in force speaks of. */
  private boolean loneLetter(Printed p, Attempt.Read r) {
    List<Assumption> all = r.claim().assumptions().stream().filter(a -> !r.used().contains(Surroundings.PROVED + a.text())).toList();
    // x^2 > 1 => x > 1: an order is judged under the order that it is drawn from
    boolean order = r.claim().order() != Claim.Order.EQUAL && all.stream().anyMatch(a -> a.fact() instanceof Fact.Holds && r.used().contains(Surroundings.DRAWN + a.text()) && Terms.families(r.claim().left(), r.claim().right()).stream().anyMatch(ClaimParts.families(a.fact())::contains));
    return !order && (lone(p.left(), r.claim().left(), r.claim().right(), all) || lone(p.right(), r.claim().right(), r.claim().left(), all));
  }

  /** Also of a square, sigma^2 = .. (READING 11, 14). */
  private boolean lone(Notation side, Term own, Term other, List<Assumption> assumptions) {
    boolean bare = survey.mentions().of(side).filter(Mention::plain).isPresent();
    boolean squared = survey.mentions().of(side).filter(m -> m.exponent().isPresent() && m.indices().isEmpty() && m.transposed() == 0).isPresent();
    boolean infinite = Definitions.mentions(side, "\\infty", survey.mentions());
    if (squared && !infinite && Terms.families(own).size() == 1 && !Terms.families(other).isEmpty() && assumptions.isEmpty()) {
      String name = Terms.families(own).iterator().next().name();
      return Terms.families(other).stream().noneMatch(f -> f.name().equals(name)) && names.definitions().stream().noneMatch(d -> d.key().equals(name));
    }
    return bare
        && own instanceof Term.Entry e
        && Terms.families(other).stream().noneMatch(f -> f.name().equals(e.family().name()))
        && assumptions.stream().noneMatch(a -> a.origin() == Assumption.Origin.STATED && a.fact() instanceof Fact.Equation q && Terms.families(q.left(), q.right()).contains(e.family()));
  }

  /** An element alone on one side and a sum over some of its siblings on the other, p_K = 1 - \sum_{k<K} p_k: a constraint more often than a claim. */
  private boolean restOfSum(Notation side, Term own, Term other) {
    return own instanceof Term.Entry e
        && survey.mentions().of(side).filter(m -> m.plain() && !m.indices().isEmpty()).isPresent()
        && guarded(other)
        && Terms.families(other).contains(e.family());
  }

  private static boolean guarded(Term term) {
    return Greatest.of(term).isEmpty() && (term instanceof Term.Guard || Terms.parts(term).stream().anyMatch(Doubts::guarded));
  }

  /** A number called i or j may be the imaginary unit, over which no counterexample was sought. */
  private static Optional<String> imaginary(Claim claim) {
    Set<Family> families = Terms.families(claim.left(), claim.right());
    return families.stream().filter(Family::isScalar).map(Family::name).filter(n -> n.equals("i") || n.equals("j")).findFirst();
  }

  /** READING 24: an arbitrary function is universal only in a claim that differentiates it by the same quantities on both sides. */
  private Optional<String> oneSidedArbitrary(Claim claim) {
    Set<String> left = slopes(claim.left());
    Set<String> right = slopes(claim.right());
    Set<Family> all = new LinkedHashSet<>(Terms.families(claim.left(), claim.right()));
    all.removeIf(f -> f.kind() != Family.Kind.ARBITRARY);
    for (Family f : all) {
      boolean bothSides = f.derivatives().isEmpty() ? left.contains(f.name()) && right.contains(f.name()) : f.derivatives().stream().allMatch(d -> left.contains(slope(f, d)) && right.contains(slope(f, d)));
      // one letter for two losses, of different quantities
      boolean two = all.stream().anyMatch(g -> g.original().equals(f.original()) && !names(g.arguments()).equals(names(f.arguments())));
      // an array in between may be meant entry by entry
      boolean array = f.axes().size() > f.derivatives().stream().mapToInt(d -> d.axes().size()).sum() && !LossTerms.is(f, names);
      if (!bothSides || two || array) {
        return Optional.of(f.name());
      }
    }
    return Optional.empty();
  }

  private static List<String> names(List<Family> families) {
    return families.stream().map(Family::name).toList();
  }

  /** The arbitrary functions of a term, and each with every quantity that it is differentiated by. */
  private static Set<String> slopes(Term term) {
    Set<String> found = new LinkedHashSet<>();
    for (Family f : Terms.families(term)) {
      if (f.kind() == Family.Kind.ARBITRARY) {
        found.add(f.name());
        f.derivatives().forEach(d -> found.add(slope(f, d)));
      }
    }
    return found;
  }

  private static String slope(Family f, Family by) {
    return f.original() + " by " + by.name();
  }

  /** A letter like y on one side only, of which the text says nothing but, perhaps, that an entry is 1: it may be tied to a class that the other side names. */
  private Optional<String> strayTarget(Attempt.Read r, Part part, Trial tried) {
    Set<Family> left = Terms.families(r.claim().left());
    Set<Family> right = Terms.families(r.claim().right());
    Set<Family> once = new LinkedHashSet<>(left);
    once.addAll(right);
    once.removeIf(f -> left.contains(f) && right.contains(f));
    return once.stream()
        .filter(f -> OneHot.TARGETS.contains(f.name()) && (!conventions.targets(new Scope(part, List.of(), false)).containsKey(f.name()) || r.claim().assumptions().stream().anyMatch(a -> OneHot.saysHot(a.fact(), f))) && !r.oneHot().named())
        .filter(f -> !f.isScalar() || (r.used().contains("derivative") && !Survey.upper(f.name()) && names.definition(f.name(), part).isEmpty() && names.quantity(f.name()).filter(Names.Quantity::declared).isEmpty()))
        .filter(f -> r.claim().assumptions().stream().noneMatch(a -> a.origin() == Assumption.Origin.STATED && ClaimParts.family(a.fact()).contains(f) && !OneHot.saysHot(a.fact(), f)))
        .filter(f -> !OneHot.labels(r.claim(), f).stream().allMatch(tried::fails))
        .map(Family::name)
        .findFirst();
  }

  /** A name that the document defines, but not yet here; an estimate or prediction that nothing here defines, beside what it may depend on. */
  private Optional<String> definedLater(Claim claim, Part part, Trial tried) {
    Set<Family> families = Terms.families(claim.left(), claim.right());
    for (Family f : families) {
      if (f.kind() == Family.Kind.ARBITRARY && told.defines(f.original(), part)) {
        return Optional.of(f.original());
      }
      if (f.kind() != Family.Kind.VARIABLE || names.definition(f.name(), part).isPresent()) {
        continue;
      }
      boolean estimate = (f.name().startsWith("\\hat") || f.name().startsWith("\\bar") || f.name().startsWith("\\tilde")) && families.stream().anyMatch(g -> !g.equals(f) && !conventions.targets(new Scope(part, List.of(), false)).containsKey(g.name()));
      if (estimate || told.definesFunction(f.name(), part) || (told.defines(f.name()) && !tried.failsWithLater(f.name()))) {
        return Optional.of(f.name());
      }
    }
    return Optional.empty();
  }

  /**
   * READING 17: a definition from another part proves, but does not refute; so does one of a question that the part does not answer. A standard name which no part defines but
   * others is one that nobody defines here: what fails with all its meanings too is refuted (SOUNDNESS 24).
   */
  private boolean foreign(Attempt.Read r, Part part, String words, Trial tried) {
    boolean anotherFunction = FUNCTIONS.matcher(words).find();
    for (String key : r.used()) {
      Optional<Definition> d = names.definition(key, part);
      boolean elsewhere = d.isPresent() && !part.within(d.get().part());
      boolean beyond = elsewhere && (d.orElseThrow().part().assignment() || !part.section().equals(d.orElseThrow().part().section()));
      boolean open = elsewhere && !setUp(d.orElseThrow()) && (beyond ? !names.isConfirmed(key, part.section()) : Functions.usual(key) && !names.isConfirmedNear(d.orElseThrow(), part));
      boolean doubted = elsewhere && (anotherFunction || open || (beyond && d.orElseThrow().part().assignment()));
      if (doubted && (anotherFunction || ANOTHER.matcher(part.words()).find() || !key.equals("\\sigma") || told.described().ownSigma(part) || !tried.failsAsStandard(d.orElseThrow()))) {
        return true;
      }
    }
    return false;
  }

  /** What is defined once, under a heading such as "Notation", is defined for the document. */
  private boolean setUp(Definition d) {
    return told.once(d.key()) && SetUps.defines(d.part().section().label());
  }

  /** What the way it is written leaves open. */
  private Optional<Doubt> ofWriting(Printed p) {
    Statement s = p.statement();
    Optional<String> meant = NamedMeaning.elsewhere(s);
    if (meant.isPresent()) {
      return meant.map(m -> new Doubt("meaning.in-words", m));
    }
    if (Scientific.open(s.left().text()) || Scientific.open(s.right().text())) {
      return Optional.of(new Doubt("symbol.undefined", "is the e between two numbers the number e?"));
    }
    if (s.closes().strip().matches("(?s)(or|oder|o)\\b.*") || NotFresh.behindOr(s)) {
      return Optional.of(new Doubt("alternative", "one of several alternatives"));
    }
    if (Stream.of(p.left(), p.right()).anyMatch(this::identity)) {
      return Optional.of(new Doubt("equation.not-read", "an equation with the identity on one side may be a hypothesis"));
    }
    return Stream.of(p.left(), p.right()).anyMatch(PrintedDoubts::trailingOne) ? Optional.of(new Doubt("symbol.undefined", "is the 1 behind an array the vector of ones?")) : Optional.empty();
  }

  /** Names that something ties which the text need not say: those at printed arguments, entries and their totals, several probabilities. */
  private Optional<Doubt> tied(Printed p, Attempt.Read r, Trial tried) {
    if (r.used().contains(Heads.USED) || r.used().contains(Heads.INDICATED)) {
      return Optional.of(new Doubt("symbol.undefined", "an equation for a name at its printed arguments proves, but does not refute"));
    }
    Claim claim = r.claim();
    return PairTotals.open(claim, tried::fails)
        .map(pair -> "how are " + pair + " with one index and with two tied?")
        .or(() -> PairTotals.stacked(claim, names, p.statement().part()).map(x -> "is " + x + " made of the " + x + " with an index?"))
        .or(() -> Chances.open(r, names, survey.mentions(), p.statement().part(), outcomes.values(), tried).map(chance -> "what else is known of " + chance + ", which stands for a probability?"))
        .or(() -> Chances.distributions(claim, tried::fails).map(names -> "are " + names + " distributions?"))
        .or(() -> Diagonals.apart(p, claim, survey, tried::fails).or(() -> names.told().outsiders().perhaps(p, survey.mentions())).map(pair -> "are " + pair + " two elements?"))
        .or(() -> Chances.target(claim, y -> names.definitions(r.used(), p.statement().part()).anyMatch(d -> !d.letters().isEmpty() && Definitions.mentions(d.body(), y, survey.mentions())), tried::fails).map(y -> "do the entries of " + y + " sum to 1?"))
        .map(because -> new Doubt("symbol.undefined", because));
  }

  /** READING 15: a name that was unknown before its last equation. */
  private Optional<String> repeated(Attempt.Read r, Part part) {
    return r.used().stream().filter(key -> names.definition(key, part).filter(d -> d.standing() == Definition.Standing.REPEATED).isPresent()).findFirst();
  }

  /** Whether a step leans on a hypothesis or on a line that is refuted or undecided (READING 26, SOUNDNESS 23). */
  private Optional<String> leaning(Statement s, Claim claim) {
    // said for all values of its letters it follows from no equation that ties them
    boolean universal = claim.explicit().containsAll(Terms.families(claim.left(), claim.right()));
    if (!s.cue().drawn() || universal) {
      return Optional.empty();
    }
    List<Integer> all = new java.util.ArrayList<>(s.premises());
    all.addAll(s.notes().above());
    for (int premise : all) {
      if (premise >= s.number()) {
        return Optional.of("implication.not-built");
      }
      Outcome o = outcomes.get(premise);
      if (o != null && o.refuted()) {
        return Optional.of("premise.refuted");
      }
      boolean known = o instanceof Outcome.Defines || o instanceof Outcome.Assumes || (o != null && o.proved());
      if (!known) {
        return Optional.of("implication.not-built");
      }
    }
    return s.premises().isEmpty() ? Optional.of("implication.not-built") : Optional.empty();
  }

  /** Whether a function that nothing defines occurs, or with 1 its derivative. */
  private static boolean called(Claim claim, int least) {
    boolean[] found = {false};
    Stream.of(claim.left(), claim.right()).forEach(side -> Terms.visit(side, t -> found[0] |= t instanceof Term.Apply a && a.function() instanceof Function.Opaque f && f.order() >= least));
    return found[0];
  }

  /** A letter that is differentiated by, and of which an equation before may be a condition that was not read as one (SOUNDNESS 20). */
  private Optional<String> boundBefore(Printed p, Attempt.Read r) {
    Statement s = p.statement();
    for (Outcome o : outcomes.values()) {
      boolean binds = o instanceof Outcome.Open && o.code().equals("equation.not-read") && o.statement().number() < s.number() && s.part().within(o.statement().part());
      if (binds && o instanceof Outcome.Open open && open.claim().filter(c -> c.order() == Claim.Order.EQUAL).isPresent()) {
        Claim c = open.claim().get();
        if (ByTheWay.givesAnother(new Fact.Equation(c.left(), c.right()), p, r, survey.mentions())) {
          continue;
        }
        Optional<String> by = Terms.families(c.left(), c.right()).stream().map(Family::name).filter(n -> r.used().contains("derivative by " + n)).findFirst();
        if (by.isPresent()) {
          return by;
        }
      }
    }
    return Optional.empty();
  }

  /** What keeps a claim from being decided either way: a capital letter that may be a matrix, a derivative by entries that are tied together. */
  Optional<String> doubtful(Printed p, Attempt.Read r) {
    Statement s = p.statement();
    if (r.used().contains("sum over a set") && r.used().contains("sum without an end")) {
      return Optional.of("is the set that is summed over all there is?");
    }
    if (Stream.of(r.claim().left(), r.claim().right()).anyMatch(Terms::holdsLimit) && called(r.claim(), 0) && !called(r.claim(), 1)) {
      return Optional.of("is the function continuous?");
    }
    Optional<String> later = new LaterSteps(names, survey.mentions()).of(p, r).map(n -> n + " through later steps").or(() -> new SkippedWays(names, survey.mentions()).of(p, r).map(n -> "it through " + n));
    if (later.isPresent()) {
      return later.map(n -> "the loss may depend on " + n + " too");
    }
    Optional<String> bound = boundBefore(p, r);
    if (bound.isPresent()) {
      return bound.map(n -> "an equation before it may tie " + n + " to others: a derivative by it has two meanings");
    }
    if (survey.marks().transposes() && r.notes().stream().anyMatch(n -> n.startsWith(Arrays.SIDE_BY_SIDE) && !n.endsWith(" 0"))) {
      return Optional.of("a transposition may be missing between two vectors");
    }
    if (r.used().contains(Heads.SHAPELESS) && r.used().contains(Elaborator.ARRAY)) {
      return Optional.of("an applied name may stand for an array");
    }
    for (String used : r.used()) {
      if (used.startsWith("equation on ") && r.used().contains("derivative by " + used.substring("equation on ".length())) && ByTheWay.ties(p, r, used.substring("equation on ".length()), survey.mentions()) && !lagrangian(r, s.part(), used.substring("equation on ".length()))) {
        return Optional.of("an equation ties " + used.substring("equation on ".length()) + ": a derivative by it has two meanings");
      }
    }
    boolean free = s.notes().facts().stream().anyMatch(w -> w.kind() == WordFact.Kind.FREE);
    for (WordFact w : free ? List.<WordFact>of() : Stream.concat(s.notes().facts().stream(), s.notes().maybeFacts().stream()).toList()) {
      boolean ties = w.kind() == WordFact.Kind.SYMMETRIC || w.kind() == WordFact.Kind.SUMS_TO_ONE || w.kind() == WordFact.Kind.DISTRIBUTION;
      for (String name : ties ? w.names() : List.<String>of()) {
        if (r.used().contains("derivative by " + name.strip()) && !lagrangian(r, s.part(), name.strip())) {
          return Optional.of(ties(name.strip()));
        }
      }
    }
    return new Capitals(survey, names).of(s, r).or(() -> free ? Optional.empty() : tied(p, r).filter(n -> !lagrangian(r, s.part(), n)).map(Doubts::ties));
  }

  private boolean lagrangian(Attempt.Read r, Part part, String tied) {
    return names.definitions(r.used(), part).anyMatch(d -> Lagrangian.adds(d.body(), tied, survey.mentions()));
  }

  /** A derivative by entries that an assumption ties together. */
  private Optional<String> tied(Printed p, Attempt.Read r) {
    for (Assumption a : r.claim().assumptions()) {
      Optional<String> tied =
          switch (a.fact()) {
            case Fact.SumsToOne f -> Optional.of(f.family().name());
            case Fact.Symmetric f -> Optional.of(f.family().name());
            case Fact.Equation e when ByTheWay.givesAnother(e, p, r, survey.mentions()) -> Optional.empty();
            case Fact.Equation e -> Terms.families(e.left()).stream().map(Family::name).filter(n -> r.used().contains("derivative by " + n)).findFirst();
            case Fact.Holds h -> Optional.empty();
            case Fact.AllPositive f -> Optional.empty();
            case Fact.AllInUnitInterval f -> Optional.empty();
            case Fact.OneOf f -> Optional.empty();
            case Fact.WholeNumbers f -> Optional.empty();
            case Fact.LeastSize f -> Optional.empty();
          };
      if (tied.isPresent() && r.used().contains("derivative by " + tied.get())) {
        return tied;
      }
    }
    return Optional.empty();
  }

  private static String ties(String name) {
    return "the entries of " + name + " are tied together: a derivative by one of them has two meanings";
  }

  /** Whether the claim prints nothing that a value after the update is in. */
  private boolean before(Printed p, String updated) {
    return p.names(survey.mentions()).stream().filter(n -> n.equals(updated) || names.told().leads(n, updated)).allMatch(n -> names.isOfBefore(n, updated, p.statement().part()));
  }
}
