package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which equations introduce a name (READING 14 to 18), judged by what is known where they stand.
 *
 * @param seen names in use so far
 * @param introduced names that were given an equation so far, with the parts where
 * @param setting what surrounds a statement
 */
record Introductions(Survey survey, Names names, Set<String> seen, List<Printed> printed, Map<String, List<Part>> introduced, Setting setting) {
  /** A name that a statement introduces. */
  record Introduction(Head head, Notation body, Definition.Standing standing) {}

  Optional<Introduction> of(Printed p) {
    Optional<Introduction> found = named(p);
    Optional<Printed> through = found.flatMap(i -> new LinkedFunctions(this).through(p));
    return through.map(this::named).orElse(found).filter(i -> !NotFresh.is(p, i, survey, names, printed, seen));
  }

  private Optional<Introduction> named(Printed p) {
    Statement s = p.statement();
    // a goal is judged and never used, not even as a definition (CONTRACT.md), but for the name that a chain to be shown begins with
    boolean goal = s.cue() == Statement.Cue.GOAL && printed.stream().noneMatch(q -> q.statement().after().equals(Optional.of(s.number())));
    if (goal || Denied.is(s) || !Lowering.isEquation(s) || ofMembers(s)) {
      return Optional.empty();
    }
    // nothing that is made with infinity is a new name (READING 13)
    Optional<Head> left = PrintedHead.introduced(p.left(), s.part(), survey, names).or(() -> PrintedHead.logged(p.left(), s.part(), survey, names)).map(h -> Chances.ofOne(h, p, survey, names)).filter(h -> !(seen.contains(h.mention().key()) && Solved.called(h, s, names)) && introduces(h, p) && !ofItself(p) && !ofLabel(p) && !Definitions.mentions(p.left(), "\\infty", survey.mentions()));
    boolean consequence = s.cue().concludes();
    Optional<Introduction> chance = left.filter(h -> !consequence).flatMap(h -> Chances.of(p, h, printed, survey, names)).filter(i -> fresh(left.get(), p.right(), s, true));
    if (chance.isPresent()) {
      return chance;
    }
    boolean solved = left.filter(h -> h.parameters().isEmpty() && setting.solvedFor(h.mention().key(), s) && !(PrintedHead.isKey(h.mention().key()) && saidBeside(p))).isPresent();
    if (left.isPresent() && s.after().isEmpty() && !solved && fresh(left.get(), p.right(), s, consequence)) {
      return Optional.of(new Introduction(left.get(), p.right(), standing(left.get(), p.right(), s.part())));
    }
    Optional<Introduction> samples = left.flatMap(h -> new SampleHeads(survey, names, seen).of(p, h));
    if (samples.isPresent()) {
      return samples;
    }
    if (left.isPresent() && s.after().isEmpty() && ofAll(left.get(), p)) {
      return Optional.of(new Introduction(left.get(), p.right(), Definition.Standing.STATED));
    }
    Optional<AppliedHeads.Applied> applied = left.isEmpty() && s.after().isEmpty() ? applied(p) : Optional.empty();
    if (applied.isPresent() && fresh(applied.get().head(), applied.get().body(), s, consequence)) {
      return applied.map(a -> new Introduction(a.head(), a.body(), standing(a.head(), a.body(), s.part())));
    }
    Optional<Head> right = PrintedHead.introduced(p.right(), p.statement().part(), survey, names);
    if (right.isPresent()
        && right.get().parameters().isEmpty()
        && !right.get().squared()
        && !right.get().logged()
        && !Shapes.identityName(right.get().mention().key())
        && !right.get().mention().key().equals("\\infty")
        && fresh(right.get(), p.left(), s, true)
        && !seen.contains(right.get().mention().key())
        && Mentions.sampled(right.get().mention().key()).filter(seen::contains).isEmpty()
        && !Members.ofSeen(right.get().mention().key(), seen, survey, s.part())
        && !Definitions.mentions(p.left(), right.get().mention().key(), survey.mentions())
        && !(PrintedHead.isKey(right.get().mention().key()) && Definitions.mentions(p.left(), right.get().mention().base(), survey.mentions()))
        && !(p.left() instanceof Notation.Symbol)
        && survey.mentions().of(p.left()).filter(m -> m.plain() && !m.indices().isEmpty()).isEmpty()
        && ChainedNames.ends(p, right.get(), survey.mentions())) {
      return Optional.of(new Introduction(right.get(), p.left(), Definition.Standing.STATED));
    }
    return s.after().isPresent() ? new LinkedFunctions(this).of(p).or(() -> printed(ChainedNames.positive(p))).or(() -> inside(p)).or(() -> ChainedNames.of(p, printed, survey, names)) : new Summands(survey, names, seen).of(p);
  }

  /** c(y = 0) = m - c(y = 1) with an m that occurs here first, or is a size where no equation before has told of such numbers: said beside, not solved from one. */
  private boolean saidBeside(Printed p) {
    Predicate<Notation> counts = n -> PrintedHead.ofCounts(n, survey.mentions(), k -> survey.isSize(k, p.statement().part()));
    return Parametrized.namesAnew(p.right(), seen, survey.mentions())
        || (counts.test(p.right()) && printed.subList(0, p.statement().number()).stream().noneMatch(q -> counts.test(q.left()) && counts.test(q.right())));
  }

  /**
   * y = P(t | x) = e^a / s, L(w) = p(y | X) = prod_i p(y_i | x_i), l(w) = log L(w) = .., P(C | x) = y(x) = ..: a probability, a function, or what a logarithm is taken
   * of, that the link before brought in is what the next link says (READING 14, 23).
   */
  private Optional<Introduction> printed(Printed p) {
    Statement s = p.statement();
    boolean bare = survey.mentions().of(p.right()).isPresent() || PrintedHead.introduced(p.right(), s.part(), survey, names).filter(h -> PrintedHead.isKey(h.mention().key())).isPresent();
    Optional<Head> head = bare ? Optional.empty() : PrintedHead.introduced(p.left(), s.part(), survey, names).or(() -> PrintedHead.logged(p.left(), s.part(), survey, names));
    return head.filter(h -> h.logged() || !h.parameters().isEmpty() || (PrintedHead.isKey(h.mention().key()) && PrintedHead.probability(h.mention()) && !PrintedHead.expects(h)))
        .filter(h -> printed.subList(0, s.number() - 1).stream().noneMatch(q -> uses(q, h.mention().key())))
        .filter(h -> introduces(h, p) && fresh(h, p.right(), s, h.logged() || h.parameters().isEmpty() || h.mention().key().equals("\\sigma")))
        .map(h -> new Introduction(h, p.right(), Definition.Standing.STATED));
  }

  /**
   * The equation of a layered quantity at the other layers that the document names. Where a single layer has an equation of its own, for its activation or its
   * input, that one holds, while one for layer l+1 is judged by that for layer l; what \delta^l = dC/dz^l names it names at every layer.
   */
  List<Introduction> atOtherLayers(Printed p, Introduction i) {
    List<Introduction> all = new ArrayList<>();
    for (Layers.Shifted at : otherLayers(p, i).stream().filter(x -> !x.earlier()).toList()) {
      Optional<Head> head = Head.of(at.left(), survey.mentions()).filter(h -> names.definition(h.mention().key(), p.statement().part()).isEmpty());
      boolean own = head.filter(h -> !survey.mentions().layers().any(h.mention().key())).isPresent() && !Differentials.whole(p.right()) && equationsOf(head.get().mention().key()).anyMatch(q -> !survey.mentions().layers().unrolls(q.right(), at.right(), survey.mentions()));
      head.filter(h -> !own).ifPresent(h -> all.add(new Introduction(h, at.right(), i.standing())));
    }
    return all;
  }

  /** The same at the steps before: what a quantity there depends on, while its value stays any (SOUNDNESS 21). */
  List<Introduction> earlier(Printed p, Introduction i) {
    return otherLayers(p, i).stream().filter(Layers.Shifted::earlier).flatMap(at -> Head.of(at.left(), survey.mentions()).stream().map(h -> new Introduction(h, at.right(), i.standing()))).toList();
  }

  /**
   * The quantities of single layers whose own equation is another one in the same names, a^{[2]} = z^{[2]} beside a^{[l]} = f(z^{[l]}), and names no activation:
   * another layer or a mistake, which is open (READING 15).
   */
  Set<String> contestedLayers(Printed p, Introduction i) {
    Set<String> contested = new TreeSet<>();
    for (Layers.Shifted at : otherLayers(p, i)) {
      Optional<String> key = survey.mentions().of(at.left()).map(Mention::key).filter(k -> k.matches(".*[0-9]\\W*"));
      Set<String> said = new TreeSet<>();
      Definitions.collect(at.right(), survey.mentions(), said);
      key.filter(k -> equationsOf(k).anyMatch(q -> contests(q, at.right(), said))).ifPresent(contested::add);
    }
    return contested;
  }

  private List<Layers.Shifted> otherLayers(Printed p, Introduction i) {
    return i.body().equals(p.right()) ? survey.mentions().layers().elsewhere(p.left(), p.right()) : List.of();
  }

  /** The statements of the document with a name alone on their left side. */
  private Stream<Printed> equationsOf(String key) {
    return printed.stream().filter(q -> survey.mentions().of(q.left()).filter(m -> m.key().equals(key)).isPresent());
  }

  private boolean contests(Printed q, Notation general, Set<String> said) {
    Set<String> names = new TreeSet<>();
    Definitions.collect(q.right(), survey.mentions(), names);
    boolean applied = q.right() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent();
    return !applied && said.containsAll(names) && !Templates.same(q.right(), general) && !Differentials.whole(q.right());
  }

  /** h = f(xW + b) = f(z): a fresh name that stands where the link before has an expression, and changes nothing else, means that expression (READING 14). */
  private Optional<Introduction> inside(Printed p) {
    return ByUse.of(p.right(), p.left(), survey.mentions())
        .filter(use -> survey.mentions().of(p.right()).isEmpty() && use.head().parameters().isEmpty() && !use.leads())
        .filter(use -> !seen.contains(use.head().mention().key()) && !Definitions.mentions(p.left(), use.head().mention().key(), survey.mentions()))
        .filter(use -> !Shapes.identityName(use.head().mention().key()) && fresh(use.head(), use.body(), p.statement(), true))
        .map(use -> new Introduction(use.head(), use.body(), Definition.Standing.STATED));
  }

  /** \\pi_0 = \\pi_1 says what holds of a family, and gives no member of it a meaning (READING 9); an equation with := does. */
  private static boolean ofMembers(Statement s) {
    return s.sign().sign() == RelationSign.EQUAL && Sides.members(List.of(s.left().text().strip(), s.right().text().strip()));
  }

  /** P(y | x) = prod_i P(y_i | x_i): what the probability of all samples is, beside that of one, which the text has given. */
  private boolean ofAll(Head h, Printed p) {
    String key = h.mention().key();
    boolean product = p.right() instanceof Notation.BigOperator b && b.name().equals("prod") && PrintedHead.occursIndexed(b.body(), key, survey.mentions());
    return product && PrintedHead.isKey(key) && h.letters().isEmpty() && names.definition(key, p.statement().part()).filter(d -> !Definitions.mentions(d.body(), h.mention().base(), survey.mentions())).isPresent();
  }

  Optional<AppliedHeads.Applied> applied(Printed p) {
    return new AppliedHeads(survey.mentions()).of(p, printed, reached(p.right()));
  }

  /**
   * What the relation before an arrow defines: {@code s(x) = .. \\Rightarrow s'(x) = ..} (READING 9, 14). A bare letter only where it is fresh and is not set to a
   * number or letter, as a case or a solution is; a power or a probability of it never.
   */
  Optional<Introduction> beforeArrow(Printed p) {
    Statement s = p.statement();
    Suppositions suppositions = new Suppositions(survey, printed);
    boolean premise = suppositions.define(p);
    boolean names = isNumber(p.right()) || survey.mentions().of(p.right()).filter(Mention::plain).isPresent();
    if (!premise || names || ofMembers(s) || s.after().isPresent() || !s.conditions().isEmpty() || !Lowering.isEquation(s)) {
      return Optional.empty();
    }
    return PrintedHead.introduced(p.left(), s.part(), survey, this.names)
        .filter(h -> !h.squared() && !h.logged() && !PrintedHead.isKey(h.mention().key()) && (!PrintedHead.probability(h.mention()) || (h.parameters().isEmpty() && h.mention().key().equals(h.mention().base())) || Suppositions.namesBehindFor(s)) && !Definitions.mentions(p.right(), h.mention().key(), survey.mentions()))
        .filter(h -> introduces(h, p) && !ofItself(p) && fresh(h, p.right(), s, h.parameters().isEmpty()))
        .map(h -> new Introduction(h, p.right(), suppositions.made(p) ? Definition.Standing.INFERRED : standing(h, p.right(), s.part())));
  }

  /** P(y = 1 | x) where the text has given P(y | x), or P(y = k | x) for every k (READING 23). */
  private boolean ofLabel(Printed p) {
    Part part = p.statement().part();
    Optional<Head> own = PrintedHead.introduced(p.left(), part, survey, names);
    boolean value = p.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).item() instanceof Notation.Bracketed b && own.flatMap(h -> Labelled.atNumber(b, h.mention().key(), names, part)).isPresent();
    Optional<Notation> any = p.left() instanceof Notation.Juxtaposed j && j.factors().size() == 2 ? Labelled.without(j, survey.mentions()) : Optional.empty();
    return value || atNumber(own, part) || any.flatMap(n -> PrintedHead.introduced(n, part, survey, names)).flatMap(h -> names.definition(h.mention().key(), part)).filter(d -> part.within(d.part())).isPresent();
  }

  private boolean atNumber(Optional<Head> head, Part part) {
    return head.flatMap(h -> names.printedFamily(h.mention().key(), part)).filter(d -> part.within(d.part())).isPresent();
  }

  /** E[XY] = E[X] E[Y]: the operator on both sides says something of it and defines nothing. */
  private boolean ofItself(Printed p) {
    return p.left() instanceof Notation.Juxtaposed j
        && survey.mentions().of(j.factors().get(0).item()).filter(m -> OPERATORS.contains(m.key()) && (Definitions.mentions(p.right(), m.key(), survey.mentions()) || (m.key().length() > 1 && p.statement().right().text().contains(m.key())))).isPresent();
  }

  private static final List<String> OPERATORS = List.of("E", "\\mathbb{E}", "Var", "Cov");

  /** The family of which an equation that begins a line gives one element by its number. */
  Optional<String> element(Printed p) {
    Statement s = p.statement();
    boolean equation = s.after().isEmpty() && Lowering.isEquation(s);
    return equation ? survey.mentions().element(p.left()).map(Mention::key).filter(k -> names.definition(k, s.part()).isEmpty()) : Optional.empty();
  }

  /** x_{t+1} = .., x_t = f(x_{t-1}) and x_t = x_1 r^{t-1}: what the family is from there on is not known without unrolling. */
  Optional<String> recurrence(Printed p) {
    return survey.mentions().of(p.left()).filter(m -> shifted(m) || steps(p.right(), m.key()) || GivenFamilies.fromMembers(p.left(), p.right(), survey.mentions())).map(Mention::key);
  }

  private static boolean shifted(Mention m) {
    return m.indices().stream().anyMatch(i -> i instanceof Notation.Summed);
  }

  private boolean steps(Notation n, String key) {
    return survey.mentions().of(n).filter(m -> m.key().equals(key) && shifted(m)).isPresent() || Notations.children(n).stream().anyMatch(c -> steps(c, key));
  }

  /** A head that is more than a bare name is no update of itself, and a power or logarithm is defined of a fresh name only (READING 14, 18). */
  private boolean introduces(Head h, Printed p) {
    String key = h.mention().key();
    boolean bare = h.parameters().isEmpty() && h.letters().isEmpty() && !h.squared() && !h.logged();
    // E[XY] = E[X] E[Y] says something of expectations, it gives none
    boolean own = Definitions.mentions(p.right(), key, survey.mentions()) || (PrintedHead.isKey(key) && PrintedHead.occurs(p.right(), key, p.statement().part(), survey, names)) || (PrintedHead.expects(h) && Definitions.mentions(p.right(), h.mention().base(), survey.mentions()));
    boolean before = h.logged() ? usedBefore(p, key) : seen.contains(key);
    boolean fresh = (!before || (h.squared() && inOneSentence(p.statement(), key))) && !own;
    // w = w_1 - w_0 is no update: it speaks of other elements of w
    boolean turned = survey.mentions().of(p.right()).filter(m -> m.key().equals(key) && m.indices().isEmpty() && m.transposed() % 2 == 1).isPresent() && !p.statement().words().matches("(?is).*\\b(updat|assign|replac|swap).*");
    boolean update = bare && own && !turned && (bareIn(p.right(), key) || survey.mentions().of(p.right()).isPresent() || Notations.listing(p.right()));
    // \theta_j := \theta_j - \alpha d_j: each element is set anew
    boolean assigned = own && p.statement().sign().sign() == RelationSign.DEFINED_AS && h.parameters().isEmpty() && !h.letters().isEmpty() && occurs(p.right(), p.left());
    return bare ? !own || update : assigned || (!own && (fresh || !(h.squared() || h.logged())));
  }

  private static boolean occurs(Notation in, Notation side) {
    return Templates.same(in, side) || Notations.children(in).stream().anyMatch(c -> occurs(c, side));
  }

  /** Takes in an update; where it gives a name its own element (z = z_k), which one the name alone is from there on is not said (READING 19). */
  void updates(Introduction i, Part part) {
    String key = i.head().mention().key();
    names.update(key, part);
    if (survey.mentions().of(i.body()).filter(m -> m.key().equals(key) && !m.indices().isEmpty()).isPresent()) {
      names.elementOfItself(key, part);
    }
  }

  /** Whether the name itself occurs, not only its elements. */
  boolean bareIn(Notation n, String key) {
    Optional<Mention> m = survey.mentions().of(n);
    if (m.isPresent()) {
      return m.get().key().equals(key) && m.get().indices().isEmpty();
    }
    return Notations.children(n).stream().anyMatch(c -> bareIn(c, key));
  }

  /** A relation under a condition defines at most under that condition (READING 16). */
  boolean conditional(Statement s, Head h) {
    return Restricted.half(s, h) || new UnderCondition(printed, survey, names).is(s, h);
  }

  /**
   * Whether a head may still be defined: not defined, no library name, and not in use as a letter of claims where the text concludes. A name with an
   * equation in this part already gets no other one under a condition or as a conclusion (READING 15).
   */
  private boolean fresh(Head head, Notation body, Statement s, boolean strict) {
    Mention m = head.mention();
    String key = m.key();
    if (Functions.library(m.base()) || key.equals("\\nabla") || key.equals("\\infty") || (key.startsWith("e^{") && key.contains("infty")) || key.equals("\\partial") || key.equals("Var") || key.equals("Cov")) {
      return false;
    }
    if (!PrintedHead.derivativeLabels(m, names, s.part()).isEmpty()) {
      return false;
    }
    boolean known = names.definitions().stream().anyMatch(d -> d.key().equals(key) && !d.inferred() && sameArity(d, head) && !ofAnotherShape(head, body, d, s.part()) && !(names.isOver(d, s.part(), body) && firstUse(s, key, part -> part.within(s.part()))));
    boolean narrowed = standing(head, body, s.part()) == Definition.Standing.REPEATED && (strict || !s.conditions().isEmpty() || !s.notes().maybe().isEmpty());
    if (known || narrowed) {
      return false;
    }
    if (List.of("e", "\\pi", "d", "\\sigma").contains(key) && seen.contains(key) && !(head.squared() && inOneSentence(s, key)) && !(key.equals("\\sigma") && !head.parameters().isEmpty() && !strict && anew(s, key))) {
      return false;
    }
    if (names.isLost(key, s.part())) {
      return false;
    }
    if (isNumber(body) && solution(head, s)) {
      return false;
    }
    // a letter in use that a conclusion gives a value is a solution (READING 11); a family that nothing else defines is defined where it is said
    return !strict || !seen.contains(key) || (head.squared() && inOneSentence(s, key)) || head.logged() || (!head.letters().isEmpty() && !head.squared());
  }

  /** "z = (x-m)/s, m = .., s^2 = ..": a name that nothing before this sentence uses is defined in it also behind its first use (READING 8, 14). */
  private boolean inOneSentence(Statement s, String key) {
    List<Statement> before = printed.stream().filter(q -> q.statement().number() < s.number() && q.mentions(key, survey.mentions())).map(Printed::statement).toList();
    boolean same = before.stream().allMatch(q -> s.inSentenceBehind(q));
    return same && !before.isEmpty() && !s.cue().concludes() && s.conditions().isEmpty();
  }

  /** READING 18: x^{(t+1)}, x^{new}: the next value of a name. */
  static boolean stepped(String key) {
    return key.endsWith("^{(t + 1)}") || key.endsWith("^{t + 1}") || key.endsWith("^{\\text{new}}") || key.endsWith("^{(\\text{new})}");
  }

  /** READING 11, 15: a letter in use that gets a number behind equations, a solution of these; a member of a family that gets another equation. */
  boolean opens(Printed p, Head head) {
    return (isNumber(p.right()) && solution(head, p.statement())) || atNumber(Optional.of(head), p.statement().part());
  }

  private boolean solution(Head head, Statement s) {
    boolean bare = head.parameters().isEmpty() && head.letters().isEmpty() && head.mention().indices().isEmpty();
    return bare && seen.contains(head.mention().key()) && !s.notes().above().isEmpty();
  }

  static boolean isNumber(Notation n) {
    return switch (n) {
      case Notation.Numeral d -> true;
      case Notation.Fraction f -> isNumber(f.numerator()) && isNumber(f.denominator());
      case Notation.Summed t -> t.items().stream().allMatch(i -> isNumber(i.item()));
      case Notation.Bracketed b -> isNumber(b.body());
      default -> false;
    };
  }

  /** Whether the name stands on the right, at the end of a chain. */
  boolean endsChain(Printed p, Introduction i) {
    return i.body().equals(p.left()) && !p.left().equals(p.right());
  }

  /** Whether the name had an equation in this part or around it, of which nothing is left; or stands for a function of something that the new one speaks of. */
  Definition.Standing standing(Head head, Notation body, Part part) {
    String key = head.mention().key();
    boolean before = names.isUnknown(key, part) && introduced.getOrDefault(key, List.of()).stream().anyMatch(part::within);
    Optional<Definition> function = names.definition(key, part).filter(d -> d.isFunction() && head.parameters().isEmpty());
    boolean related = function.isPresent() && !Collections.disjoint(reached(function.get().body()), reached(body));
    return before || related ? Definition.Standing.REPEATED : Definition.Standing.STATED;
  }

  /** The names in an expression and in the definitions of these. */
  private Set<String> reached(Notation n) {
    Set<String> found = new TreeSet<>();
    Definitions.collect(n, survey.mentions(), found);
    List<String> open = new ArrayList<>(found);
    for (int k = 0; k < open.size(); k++) {
      for (String next : names.told().mentions(open.get(k))) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    // letters that count and functions of the library name no quantity
    found.removeIf(name -> survey.isBound(name) || Functions.standard(name));
    return found;
  }

  /** Whether a second equation for a function speaks of quantities that the first one does not lead to: then it is another function's. */
  boolean strays(Notation body, Definition first) {
    Set<String> own = reached(first.body());
    own.addAll(first.parameters());
    // what has a definition of its own was followed
    return reached(body).stream().anyMatch(n -> !own.contains(n) && !n.equals(first.key()) && !names.told().defines(n));
  }

  /** Whether a right side names functions of the library that the first one does not: a layer of its own kind. */
  private boolean otherFunctions(Notation body, Notation first) {
    Set<String> found = new TreeSet<>();
    Definitions.collect(body, survey.mentions(), found);
    return found.stream().anyMatch(n -> Functions.standard(n) && !Definitions.mentions(first, n, survey.mentions()));
  }

  /** H(p) and H(p, q) are two functions; H alone is either. */
  private static boolean sameArity(Definition d, Head h) {
    return !d.isFunction() || h.parameters().isEmpty() || d.parameters().size() == h.parameters().size();
  }

  /** s(z)_i with all of z on the right, where another part has a function s of a number: another function of that name (READING 15, 28). */
  private boolean ofAnotherShape(Head h, Notation body, Definition d, Part part) {
    boolean component = h.parameters().size() == 1 && h.letters().size() == 1 && occursOtherwise(body, h.parameters().getFirst(), h.letters().getFirst());
    return component && !part.within(d.part()) && NumberFunctions.isOfNumbers(d, survey.mentions());
  }

  /** Whether a name occurs at another index than this one, or at none. */
  private boolean occursOtherwise(Notation n, String key, String index) {
    Optional<Mention> m = survey.mentions().of(n).filter(x -> x.key().equals(key));
    if (m.isPresent()) {
      return m.get().indices().size() != 1 || survey.mentions().of(m.get().indices().getFirst()).filter(i -> i.key().equals(index)).isEmpty();
    }
    return Notations.children(n).stream().anyMatch(c -> occursOtherwise(c, key, index));
  }

  /** Whether the document defines a head: then no use of it says what it means (READING 22). */
  boolean has(Head head, Notation body, Part part) {
    String key = head.mention().key();
    boolean another = names.definition(key, part).filter(d -> ofAnotherShape(head, body, d, part)).isPresent();
    return !another && names.definitions().stream().anyMatch(d -> d.key().equals(key) && (!d.inferred() || part.within(d.part())));
  }

  /** A standard name that only other parts used, in a meaning of their own, until this part uses it with a definition. */
  private boolean anew(Statement s, String key) {
    return firstUse(s, key, part -> part.within(s.part()) || s.part().within(part));
  }

  /** Whether a name is used behind a statement and not before it, as far as the parts that are near go. */
  private boolean firstUse(Statement s, String key, Predicate<Part> near) {
    boolean before = false;
    boolean behind = false;
    for (Printed q : printed) {
      // READING 8: the line that a where-clause belongs to has the name from it, and so do the definitions of its sentence
      boolean above = names.told().defines(q.statement()) && (q.statement().notes().definedBelow().contains(s.number()) || s.inSentenceBehind(q.statement()));
      if (near.test(q.statement().part()) && q.statement().number() != s.number() && !above) {
        boolean later = q.statement().number() > s.number();
        boolean here = uses(q, key);
        before |= !later && here;
        behind |= later && (here || leads(q, key));
      }
    }
    // what a question of the assignment defines is used in its answer
    return !before && (behind || s.part().assignment());
  }

  /** Whether a relation uses the name, but the link of this chain that brought it in. */
  private boolean usedBefore(Printed p, String key) {
    int last = p.statement().number() - (p.statement().after().isPresent() ? 1 : 0);
    return printed.subList(0, last).stream().anyMatch(q -> uses(q, key));
  }

  boolean uses(Printed q, String key) {
    return PrintedHead.isKey(key) ? PrintedHead.occurs(q, key, survey, names) : q.mentions(key, survey.mentions());
  }

  /** The other meaning that another part gives a defined name (READING 15). */
  Optional<Introduction> again(Printed p) {
    Statement s = p.statement();
    Optional<Head> head = s.after().isEmpty() && Lowering.isEquation(s) ? PrintedHead.introduced(p.left(), s.part(), survey, names) : Optional.empty();
    return head.filter(h -> names.definition(h.mention().key(), s.part(), h.parameters().size()).filter(d -> redefines(p, h, d)).isPresent())
        .map(h -> new Introduction(h, p.right(), Definition.Standing.STATED));
  }

  /** Whether a statement mentions a name that definitions lead from to another one. */
  private boolean leads(Printed q, String key) {
    return q.names(survey.mentions()).stream().anyMatch(name -> names.told().leads(name, key));
  }

  /** READING 15: a part's first use of a name defined elsewhere, which concludes nothing and is used there. */
  boolean redefines(Printed p, Head head, Definition first) {
    Statement s = p.statement();
    String key = head.mention().key();
    boolean here = s.part().within(first.part());
    boolean inner = s.part().number() != first.part().number();
    // "Sigmoid: s(x) = ..; Softmax: s(x)_i = ..": of a number there, of a vector here
    boolean otherKind = here && first.isFunction() && !head.parameters().isEmpty() && first.letters().size() != head.letters().size() && NamedAnew.is(s, printed.get(first.statement()));
    if (otherKind && s.conditions().isEmpty() && !s.cue().concludes()) {
      return true;
    }
    boolean alone = inner && (head.parameters().isEmpty() ? first.isFunction() || (first.letters().isEmpty() && head.letters().isEmpty()) || strays(p.right(), first) : first.isFunction());
    if ((here && !alone) || !s.premises().isEmpty() || !s.conditions().isEmpty() || s.cue().concludes()) {
      return false;
    }
    return firstUse(s, key, part -> part.within(s.part()));
  }

  /** READING 15: whether the verdict on a second equation stands as it is; else the name is unknown from there. */
  boolean stands(Printed p, Head head, Definition first) {
    Part part = p.statement().part();
    boolean applied = !head.parameters().isEmpty() || (!first.letters().isEmpty() && first.letters().equals(head.letters()));
    // D alone after D(p, q): it speaks of the same function only if it names what that depends on (READING 17)
    boolean bareOfFunction =
        head.parameters().isEmpty() && first.isFunction() && first.parameters().stream().allMatch(a -> Definitions.mentions(p.right(), a, survey.mentions()));
    Cue cue = first.statement() < printed.size() ? printed.get(first.statement()).statement().cue() : Cue.STATED;
    boolean concluded = cue.drawn();
    // what has its own head on the right as well gives the name no other meaning
    boolean ofItself = applied && Definitions.mentions(p.right(), head.mention().key(), survey.mentions());
    boolean plain = ofItself || PlainTalk.is(p.statement().words());
    boolean member = Members.numbered(first.key()) && first.key().equals(head.mention().key()) && !strays(p.right(), first) && !otherFunctions(p.right(), first.body());
    // a logarithm gives a name a meaning only where it has none (READING 14)
    boolean family = head.parameters().isEmpty() && !head.letters().isEmpty() && strays(p.right(), first);
    boolean anew = !part.equals(first.part()) && (family || !head.parameters().isEmpty()) && !Functions.usual(first.key()) && redefines(p, head, first);
    return !anew && !NamedAnew.isSaid(p.statement()) && !NamedAnew.is(p.statement(), printed.get(first.statement())) && part.within(first.part()) && plain && (applied || bareOfFunction || concluded || member || head.logged());
  }
}
