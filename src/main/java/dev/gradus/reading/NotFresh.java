package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Heads that look new and are not: an equation for one is a claim (READING 14, 19, 23). */
final class NotFresh {
  /** Letters that usually say how many elements there are. */
  private static final List<String> SIZES = List.of("n", "N", "m", "M", "K", "d", "D", "C", "V");

  private static final List<String> OPERATORS = List.of("E", "\\mathbb{E}", "Var", "\\mathbb{V}", "Cov");

  private NotFresh() {}

  static boolean is(Printed p, Introductions.Introduction i, Survey survey, Names names, List<Printed> printed, Set<String> seen) {
    return alternative(p) || p.statement().premises().stream().anyMatch(q -> q == p.statement().number() - 1 && Solved.below(printed.get(q), printed, survey.mentions())) || zeroed(p, i, survey, printed) || constrained(p, i, survey, names, printed, seen) || size(p, i, survey, names) || component(p, i, names) || moments(i, survey) || point(p, i, survey, printed) || ofChances(i, survey, names) || named(p, i, survey, printed) || claimed(p, i, survey, names, printed) || names.told().described().singledOut().made(i.head().mention().key(), p.statement()) || ProbabilityLaws.fails(p.left(), p.right(), p.statement().part(), survey.mentions()) || (i.body().equals(p.left()) && solved(p, survey, printed));
  }

  /** READING 9: "a = 0 or b = 0" is one statement, and gives neither letter a value. */
  private static boolean alternative(Printed p) {
    return p.statement().closes().strip().matches("(?s)(or|oder)\\s*\\$.*") || behindOr(p.statement());
  }

  /** Whether "or" stands before the formula. */
  static boolean behindOr(Statement s) {
    return s.opens().strip().matches("(?s).*\\b(or|oder)(\\s*\\$)?");
  }

  /** "dL/dw = n/w - c. Setting it to zero gives n = c w": what the zero speaks of is solved for, and not introduced (READING 11). */
  private static boolean zeroed(Printed p, Introductions.Introduction i, Survey survey, List<Printed> printed) {
    return p.statement().notes().zeroed().map(printed::get).filter(q -> q.names(survey.mentions()).contains(i.head().mention().key())).isPresent();
  }

  /** What stands behind these words is concluded. */
  private static final Pattern THEN = Pattern.compile("(?i)\\b(then|hence|so|therefore|thus|means|implies|gives|consequently)\\b");

  /** How many statements before a conclusion are looked at. */
  private static final int NEAR = 4;

  /** "Suppose f'(x) = 2x. Then f(x) = x^2", "x^2 = 9. Then x = 3": what a hypothesis just before speaks of is concluded, and not introduced (READING 11, 14). */
  private static boolean constrained(Printed p, Introductions.Introduction i, Survey survey, Names names, List<Printed> printed, Set<String> seen) {
    Statement s = p.statement();
    if (!s.cue().concludes() && !THEN.matcher(s.opens().substring(Math.max(s.opens().lastIndexOf('.'), s.opens().lastIndexOf(';')) + 1)).find()) {
      return false;
    }
    String key = i.head().mention().key();
    boolean value = Introductions.isNumber(i.body()) && i.head().parameters().isEmpty() && i.head().letters().isEmpty() && seen.contains(key);
    return value || circular(p, i, survey, names) || printed.subList(Math.max(0, s.number() - NEAR), s.number()).stream()
        .filter(q -> s.part().within(q.statement().part()) && q.unreadable().isEmpty() && ((hypothesis(q) && !gives(q, i, survey)) || squares(q, key, survey) || ties(q, i, survey, names)))
        .anyMatch(q -> q.names(survey.mentions()).stream().anyMatch(n -> n.equals(key) || below(s, n, key, survey, printed)) || stationary(q, key));
  }

  /** \\partial L/\\partial w = 0: what is solved for is w. */
  private static boolean stationary(Printed q, String key) {
    return hypothesis(q) && Conditions.isNumeral(q.right(), "0") && Sides.derivative(q.statement().left().text()) && Sides.letters(q.statement().left().text()).contains(key);
  }

  /** "z = wx + b. Then b = ..z..": what is made of the name is solved for it, and does not give it (SOUNDNESS 22). */
  private static boolean circular(Printed p, Introductions.Introduction i, Survey survey, Names names) {
    Set<String> said = new TreeSet<>();
    Definitions.collect(i.body(), survey.mentions(), said);
    String key = i.head().mention().key();
    boolean bare = i.head().parameters().isEmpty() && i.head().letters().isEmpty() && i.head().mention().indices().isEmpty() && !survey.mentions().layers().any(key);
    return bare && said.stream().anyMatch(n -> !n.equals(key) && names.told().leads(n, key, p.statement().part()));
  }

  /** "x > 0. Then x = 0", "p + q = 1. Then q = 1 + p": a bound where the value is a number, or an equation that defines nothing. */
  private static boolean ties(Printed q, Introductions.Introduction i, Survey survey, Names names) {
    boolean bound = q.statement().cue() == Statement.Cue.ASSUMED && Sides.order(q.statement().sign().sign()) && Introductions.isNumber(i.body());
    boolean sum = Lowering.isEquation(q.statement()) && q.statement().after().isEmpty() && q.statement().cue() == Statement.Cue.STATED && q.left() instanceof Notation.Summed && !names.told().defines(q.statement()) && !Recursion.differentiates(q.left()) && !Recursion.differentiates(q.right());
    return (bound || sum) && i.head().parameters().isEmpty() && q.names(survey.mentions()).contains(i.head().mention().key());
  }

  /** "If L = 0 then .. where L = ..": the where-clause says that the hypothesis speaks of the name. */
  private static boolean below(Statement s, String name, String key, Survey survey, List<Printed> printed) {
    return s.notes().definedBelow().stream().map(printed::get).anyMatch(q -> Definitions.mentions(q.left(), name, survey.mentions()) && Definitions.mentions(q.right(), key, survey.mentions()));
  }

  /** s(cx) = ..: what a function is at some argument, and no property of it. */
  private static boolean gives(Printed q, Introductions.Introduction i, Survey survey) {
    String key = i.head().mention().key();
    boolean side = Definitions.mentions(q.left(), key, survey.mentions()) && !Definitions.mentions(q.right(), key, survey.mentions());
    return side && !i.head().parameters().isEmpty() && !q.statement().left().text().contains("'") && !Differentials.whole(q.left()) && !(q.right() instanceof Notation.Numeral);
  }

  private static boolean hypothesis(Printed q) {
    return List.of(Statement.Cue.ASSUMED, Statement.Cue.ASKED, Statement.Cue.SET_TO_ZERO).contains(q.statement().cue()) && Lowering.isEquation(q.statement());
  }

  /** x^2 = 9 */
  private static boolean squares(Printed q, String key, Survey survey) {
    return Lowering.isEquation(q.statement()) && q.statement().after().isEmpty() && survey.mentions().of(q.left()).filter(m -> m.key().equals(key) && m.exponent().isPresent()).isPresent();
  }

  /** \sum_i p_i = n of a softmax p: the value is said to be the number of elements, it does not give that its name. \sum_k n_k = N does,
   * and so does what words introduce. */
  private static boolean size(Printed p, Introductions.Introduction i, Survey survey, Names names) {
    boolean right = i.body().equals(p.left()) && !p.left().equals(p.right()) && p.statement().cue() != Statement.Cue.INTRODUCED;
    return right && SIZES.contains(i.head().mention().key()) && !(p.left() instanceof Notation.BigOperator b && survey.mentions().of(b.body()).filter(m -> m.plain() && names.definition(m.key(), p.statement().part()).isEmpty()).isPresent());
  }

  /** p_1 of a vector p that is defined here. */
  private static boolean component(Printed p, Introductions.Introduction i, Names names) {
    Optional<Definition> whole = Mentions.numbered(i.head().mention().key()).filter(n -> i.head().mention().indices().isEmpty()).flatMap(n -> names.definition(n.whole(), p.statement().part()));
    return whole.filter(d -> d.letters().isEmpty() && p.statement().part().within(d.part())).flatMap(Definition::value).filter(v -> v.rank() == 1).isPresent();
  }

  /** Var(X) = E[X^2] - E[X]: what one says of the other is a law, and no definition but in the form E[(X - ..)^2]. */
  private static boolean moments(Introductions.Introduction i, Survey survey) {
    boolean operator = PrintedHead.expects(i.head()) && OPERATORS.stream().anyMatch(o -> Definitions.mentions(i.body(), o, survey.mentions()));
    return operator && !deviation(i.body());
  }

  private static boolean deviation(Notation n) {
    boolean call = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent();
    Optional<Notation> inside = call && n instanceof Notation.Juxtaposed j ? Notations.bracket(j.factors().get(1).item()).map(Notation.Bracketed::body) : Optional.empty();
    return inside.filter(b -> b instanceof Notation.Scripted s && s.sup().filter(x -> Conditions.isNumeral(x, "2")).isPresent() && Notations.bracket(s.base()).filter(x -> x.body() instanceof Notation.Summed).isPresent()).isPresent();
  }

  /** q = 1 - r where the text has named P(H) = q and P(T) = r: what ties two probabilities. */
  private static boolean ofChances(Introductions.Introduction i, Survey survey, Names names) {
    Set<String> chances = Chances.named(names, survey.mentions());
    Set<String> said = new TreeSet<>();
    Definitions.collect(i.body(), survey.mentions(), said);
    return chances.contains(i.head().mention().key()) && !said.isEmpty() && chances.containsAll(said);
  }

  /** "Setting g = 0: m = A. m = B": a letter of which an equation above is a claim has no equation for its meaning (READING 11). */
  private static boolean claimed(Printed p, Introductions.Introduction i, Survey survey, Names names, List<Printed> printed) {
    Statement s = p.statement();
    String key = i.head().mention().key();
    boolean bare = i.head().parameters().isEmpty() && i.head().letters().isEmpty() && !i.head().squared() && !i.head().logged() && s.cue() == Statement.Cue.STATED && i.body().equals(p.right());
    return bare
        && names.definition(key, s.part()).isEmpty()
        && printed.subList(0, s.number()).stream()
            .filter(q -> s.part().within(q.statement().part()) && q.statement().cue().drawn() && Lowering.isEquation(q.statement()) && !q.statement().premises().isEmpty())
            .anyMatch(q -> survey.mentions().of(q.left()).filter(m -> m.bare() && m.key().equals(key)).isPresent());
  }

  /** "Then a = b" of two letters in use: it concludes, and renames none. */
  private static boolean named(Printed p, Introductions.Introduction i, Survey survey, List<Printed> printed) {
    Optional<String> body = survey.mentions().of(i.body()).filter(Mention::bare).map(Mention::key);
    boolean letters = body.isPresent() && survey.mentions().of(p.left()).filter(Mention::bare).isPresent() && THEN.matcher(p.statement().opens().substring(p.statement().opens().lastIndexOf('.') + 1)).find();
    return letters && Stream.of(body.get(), i.head().mention().key()).allMatch(k -> printed.subList(0, p.statement().number()).stream().anyMatch(q -> q.names(survey.mentions()).contains(k) || Sides.letters(q.statement().left().text() + " " + q.statement().right().text()).contains(k)));
  }

  /** A product of names and brackets. */
  private static boolean linear(Notation n, Survey survey) {
    return n instanceof Notation.Juxtaposed j && j.factors().stream().map(Notation.Factor::item).allMatch(f -> Notations.bracket(f).isPresent() || survey.mentions().of(f).filter(m -> !Functions.usual(m.key().replace("\\", ""))).isPresent());
  }

  /** "Ax = b gives x = A^{-1}b": a linear equation that is solved at once gives its right side no name. */
  static boolean solved(Printed p, Survey survey, List<Printed> printed) {
    int next = p.statement().number() + 1;
    Optional<Mention> name = survey.mentions().of(p.right()).filter(Mention::bare);
    if (name.isEmpty() || !linear(p.left(), survey) || next >= printed.size() || !printed.get(next).statement().inSentenceBehind(p.statement())) {
      return false;
    }
    Printed q = printed.get(next);
    Optional<String> letter = survey.mentions().of(q.left()).filter(Mention::bare).map(Mention::key);
    boolean from = letter.filter(x -> Definitions.mentions(p.left(), x, survey.mentions())).isPresent() && Definitions.mentions(q.right(), name.get().key(), survey.mentions());
    return from && q.statement().after().isEmpty() && (q.statement().cue().drawn() || THEN.matcher(q.statement().opens()).find());
  }

  /** At z = 0: \sigma(z) = 1/2: a value of a standard function. */
  private static boolean point(Printed p, Introductions.Introduction i, Survey survey, List<Printed> printed) {
    List<String> parameters = i.head().parameters();
    return parameters.size() == 1
        && Functions.usual(i.head().mention().key())
        && p.statement().conditions().stream().map(printed::get).anyMatch(q -> Lowering.isEquation(q.statement()) && survey.mentions().of(q.left()).filter(m -> m.bare() && m.key().equals(parameters.getFirst())).isPresent());
  }

  /**
   * Whether what stands below is not in force yet: it needs what is defined between ("let h = f(x), o = Vh and L = sum_t L_t where L_t = g(o)"), or says of one what the
   * statement says of all ("for any u, .. Here u = x^2").
   */
  static boolean heldBack(Statement s, Printed q, List<Printed> printed, Mentions mentions) {
    int to = q.statement().number() - 1;
    boolean leans = s.number() < to && printed.subList(s.number(), to).stream().anyMatch(r -> mentions.of(r.left()).filter(m -> q.mentions(m.key(), mentions)).isPresent());
    boolean all = s.notes().explicitAll().stream().anyMatch(n -> mentions.printed(n).filter(m -> mentions.of(q.left()).filter(l -> l.key().equals(m.key())).isPresent()).isPresent());
    return leans || all;
  }
}
