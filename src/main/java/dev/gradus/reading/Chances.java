package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Point;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names for probabilities that nothing defines: {@code \theta = p(y = 1)}, {@code \phi_{j|1} = p(x_j = 1 | y = 1)}. Such a name is the parameter that the text goes on
 * with, not something that the probability gives a value (READING 23); what else ties it, that some of them sum to one, the text need not say.
 */
final class Chances {
  /** Expectations, entropies and numbers of data: of what their brackets name. */
  private static final List<String> OF_EVENTS = List.of("E", "H", "I", "N", "n", "c", "C", "count", "Count");

  private Chances() {}

  /** "\theta = p(y = 1)", the only place with that probability: it is what the name stands for, and the name stays a letter that can be solved for. */
  static Optional<Introductions.Introduction> of(Printed p, Head left, List<Printed> printed, Survey survey, Names names) {
    Statement s = p.statement();
    boolean plain = left.parameters().isEmpty() && !left.squared() && !left.logged() && !PrintedHead.isKey(left.mention().key());
    boolean alone = s.after().isEmpty() && printed.stream().noneMatch(q -> q.statement().after().equals(Optional.of(s.number())));
    Optional<Head> right = plain && alone ? PrintedHead.introduced(p.right(), s.part(), survey, names) : Optional.empty();
    return right
        .filter(h -> PrintedHead.isKey(h.mention().key()) && PrintedHead.probability(h.mention()) && !PrintedHead.expects(h) && names.definition(h.mention().key(), s.part()).isEmpty())
        .filter(h -> new TreeSet<>(h.letters()).equals(new TreeSet<>(left.letters())))
        .filter(h -> printed.stream().noneMatch(q -> q.statement().number() != s.number() && PrintedHead.occurs(q, h.mention().key(), survey, names)))
        .map(h -> new Introductions.Introduction(h, p.left(), Definition.Standing.STATED));
  }

  /** P(A) = 0.3, p(h) = q: with nothing of the argument on the right side it is the probability of one event, and no function that has this value everywhere. */
  static Head ofOne(Head h, Printed p, Survey survey, Names names) {
    Set<String> said = new TreeSet<>();
    Definitions.collect(p.right(), survey.mentions(), said);
    boolean function = h.parameters().stream().anyMatch(x -> said.contains(x) || survey.isBound(x) || said.stream().anyMatch(n -> names.told().leads(n, x)));
    boolean event = !h.parameters().isEmpty() && !function && (PrintedHead.probability(h.mention()) || (OF_EVENTS.contains(h.mention().key()) && (p.right() instanceof Notation.Numeral || survey.mentions().of(p.right()).filter(Mention::bare).isPresent())));
    Optional<Notation.Bracketed> bracket = event && p.left() instanceof Notation.Juxtaposed j ? Notations.bracket(j.factors().getLast().item()) : Optional.empty();
    return bracket.flatMap(b -> PrintedHead.of(h.mention(), b, survey.mentions(), n -> false)).flatMap(x -> x.defined(survey.mentions())).orElse(h);
  }

  /**
   * A probability or density that is given for one name, at another one: p(y) beside p(x) is that of y, and no value of the same function (trap 75).
   *
   * @param d of the function that the letter is defined as
   */
  static boolean ofAnother(Definition d, List<Value> values, Names names, Part part) {
    if (values.isEmpty() || !PrintedHead.PROBABILITIES.contains(d.key())) {
      return false;
    }
    // behind the first one stand parameters, which may have any name
    String base = values.getFirst().body() instanceof Term.Entry e && e.family().derivatives().isEmpty() && names.definition(e.family().name(), part).isEmpty() ? letter(e.family().name()) : "";
    return !base.isEmpty() && !base.startsWith("#") && !base.equals(letter(d.parameters().getFirst()));
  }

  /** The letter of a name without what stands above or below it. */
  private static String letter(String name) {
    return name.replaceAll("[_^'].*", "").replaceAll("\\\\(hat|bar|tilde|mathbf|boldsymbol|vec)", "").replaceAll("[{}]", "");
  }

  /**
   * A name of a claim that stands for a probability, where that may make it true: one that the text writes with brackets elsewhere; several of them are tied in ways that the text does not say; one of which
   * nothing is said lies between 0 and 1, and has one value there, not any (SOUNDNESS 24), unless the text differentiates by it or has functions of it.
   */
  static Optional<String> open(Attempt.Read r, Names names, Mentions mentions, Part part, Collection<Outcome> outcomes, Trial tried) {
    Optional<String> alone = unbracketed(r, names, mentions).or(() -> supposed(r, names, part, outcomes));
    if (alone.isPresent()) {
      return alone;
    }
    Set<String> letters = named(names, mentions);
    Claim claim = r.claim();
    List<Family> named = letters.isEmpty() ? List.of() : Terms.families(claim.left(), claim.right()).stream().filter(f -> letters.stream().anyMatch(l -> kin(l, f.name()))).toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Family first = named.getFirst();
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    all.add(Assumption.stated(new Fact.AllInUnitInterval(first), "a probability"));
    Claim bounded = claim.under(all);
    Optional<Point> point = letters.size() == 1 && named.size() == 1 && first.isScalar() ? tried.refuting(bounded) : Optional.empty();
    // one that an equation of the text speaks of is judged under it (READING 11)
    boolean solved = claim.assumptions().stream().anyMatch(a -> a.origin() == Assumption.Origin.STATED && a.fact() instanceof Fact.Equation e && Terms.families(e.left(), e.right()).contains(first));
    boolean varies = solved || r.used().contains("derivative by " + first.name()) || r.used().stream().anyMatch(u -> names.definition(u, part).filter(d -> d.parameters().contains(first.name())).isPresent());
    return point.filter(at -> varies || failsEverywhere(bounded, first, at, tried)).isPresent() ? Optional.empty() : Optional.of(first.name());
  }

  /**
   * The letter of a probability that stands without its brackets, \\log P after P(D | w) = ..: it may be that one (READING 17). It is a number of its own where the text
   * differentiates by it or says what the probability is by it, p(y) = p^y (1-p)^{1-y}.
   */
  private static Optional<String> unbracketed(Attempt.Read r, Names names, Mentions mentions) {
    return Terms.families(r.claim().left(), r.claim().right()).stream()
        .filter(f -> f.isScalar() && !r.used().contains("derivative by " + f.name()))
        .map(Family::name)
        .filter(n -> ofHead(n, names).findAny().isPresent() && ofHead(n, names).noneMatch(d -> mentionsBare(d.body(), n, mentions)))
        .findFirst();
  }

  /** The same where the probability is what an equation supposes, "for p(x | m) = .. we have log p = ..". */
  private static Optional<String> supposed(Attempt.Read r, Names names, Part part, Collection<Outcome> outcomes) {
    return Terms.families(r.claim().left(), r.claim().right()).stream()
        .filter(f -> f.isScalar() && f.kind() == Family.Kind.VARIABLE && names.definition(f.name(), part).isEmpty() && !r.used().contains("derivative by " + f.name()))
        .map(Family::name)
        .filter(n -> outcomes.stream().anyMatch(o -> o instanceof Outcome.Assumes && part.near(o.statement().part()) && o.statement().left().text().matches("(?s)\\s*" + Pattern.quote(n) + "\\s*(\\\\left)?\\(.*(\\||\\\\mid|;).*")))
        .findFirst();
  }

  private static Stream<Definition> ofHead(String letter, Names names) {
    return names.definitions().stream().filter(d -> PrintedHead.isKey(d.key()) && d.key().startsWith(letter + "("));
  }

  /** Whether a letter stands in a notation as a number, without a bracket behind it that gives something. */
  private static boolean mentionsBare(Notation n, String letter, Mentions mentions) {
    if (n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).filter(b -> PrintedHead.conditional(b.body())).isPresent()) {
      return mentionsBare(j.factors().get(1).item(), letter, mentions);
    }
    return mentions.of(n).filter(m -> m.key().equals(letter)).isPresent() || Notations.children(n).stream().anyMatch(c -> mentionsBare(c, letter, mentions));
  }

  /** Letters of distributions over classes, beside those that a logarithm shows to be one. */
  private static final List<String> DISTRIBUTIONS = List.of("p", "q", "y", "t", "\\pi", "\\hat{y}", "\\hat{p}");

  /**
   * In: a claim that fails. Out: the letters of its vectors that stand beside or in a logarithm, where they may be distributions and the claim does not fail for these
   * (SOUNDNESS 8): \\sum_i p_i \\log(p_i/q_i) \\ge 0. Nobody need say so of p and q; of those whose entries the text bounds or sums it has said what it means.
   */
  static Optional<String> distributions(Claim claim, Predicate<Claim> fails) {
    List<Family> open = new ArrayList<>();
    boolean[] logarithm = {false};
    List.of(claim.left(), claim.right()).forEach(side -> Terms.visit(side, t -> logarithm[0] |= t instanceof Term.Apply a && a.function() == Function.Elementary.LOG));
    for (Family f : logarithm[0] ? Terms.families(claim.left(), claim.right()) : java.util.Collections.<Family>emptySet()) {
      boolean said = claim.assumptions().stream().anyMatch(a -> ClaimParts.family(a.fact()).contains(f) && (a.origin() == Assumption.Origin.STATED || a.fact() instanceof Fact.SumsToOne || a.fact() instanceof Fact.OneOf));
      // a label has its own conventions where it is one
      said |= claim.order() == Claim.Order.EQUAL && List.of("y", "t", "\\hat{y}").contains(f.name());
      if (f.axes().size() == 1 && f.kind() == Family.Kind.VARIABLE && DISTRIBUTIONS.contains(f.name()) && !said) {
        open.add(f);
      }
    }
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    for (Family f : open) {
      all.add(Assumption.convention(new Fact.AllPositive(f, true), f.name() + " > 0"));
      all.add(Assumption.convention(new Fact.SumsToOne(f, 0), f.name() + " sums to 1"));
    }
    return open.isEmpty() || fails.test(claim.under(all)) ? Optional.empty() : Optional.of(String.join(", ", open.stream().map(Family::name).toList()));
  }

  /**
   * In: a claim that fails, and whether another family is made of a vector entry by entry, as smoothed targets are. Out: the vector, a target by its name of which nothing is said, where the claim
   * does not fail for entries that sum to 1 as those of a target do (SOUNDNESS 8).
   */
  static Optional<String> target(Claim claim, Predicate<String> makes, Predicate<Claim> fails) {
    for (Family f : Terms.families(claim.left(), claim.right())) {
      boolean target = f.axes().size() == 1 && f.kind() == Family.Kind.VARIABLE && f.derivatives().isEmpty() && OneHot.TARGETS.contains(f.name());
      if (target && makes.test(f.name()) && claim.assumptions().stream().noneMatch(a -> ClaimParts.family(a.fact()).contains(f))) {
        List<Assumption> all = new ArrayList<>(claim.assumptions());
        all.add(Assumption.convention(new Fact.SumsToOne(f, 0), f.name() + " sums to 1"));
        if (!fails.test(claim.under(all))) {
          return Optional.of(f.name());
        }
      }
    }
    return Optional.empty();
  }

  /** \\theta_{x|0} beside \\theta_{x|1}: what stands for a probability of the same kind. */
  private static boolean kin(String letter, String name) {
    return letter.equals(name) || (letter.contains("|") && name.contains("|") && letter.substring(0, letter.indexOf('|')).equals(name.substring(0, name.indexOf('|'))));
  }

  /** The letters that stand for probabilities at printed arguments. */
  static Set<String> named(Names names, Mentions mentions) {
    Set<String> letters = new TreeSet<>();
    names.definitions().stream().filter(d -> PrintedHead.probability(d.key())).forEach(d -> mentions.of(d.body()).filter(Mention::plain).ifPresent(m -> letters.add(m.key())));
    return letters;
  }

  /** Whether it fails for every value of a letter, at some values of the other ones: the opposite is proved there. */
  private static boolean failsEverywhere(Claim claim, Family letter, Point at, Trial tried) {
    List<Assumption> own = claim.assumptions().stream().filter(a -> ClaimParts.family(a.fact()).contains(letter) || ClaimParts.terms(a.fact()).stream().anyMatch(t -> Terms.families(t).contains(letter))).toList();
    boolean tied = own.stream().anyMatch(a -> !(a.fact() instanceof Fact.AllInUnitInterval));
    List<Claim.Order> opposite =
        switch (claim.order()) {
          case EQUAL -> List.of(Claim.Order.LESS, Claim.Order.GREATER);
          case NOT_EQUAL -> List.of(Claim.Order.EQUAL);
          case LESS -> List.of(Claim.Order.GREATER_OR_EQUAL);
          case LESS_OR_EQUAL -> List.of(Claim.Order.GREATER);
          case GREATER -> List.of(Claim.Order.LESS_OR_EQUAL);
          case GREATER_OR_EQUAL -> List.of(Claim.Order.LESS);
        };
    Term left = put(claim.left(), letter, at);
    Term right = put(claim.right(), letter, at);
    return !tied && opposite.stream().anyMatch(o -> tried.proves(new Claim(left, o, right, own, List.of(), List.of())));
  }

  /** A term at the values that a point gives to all numbers but one. */
  private static Term put(Term term, Family letter, Point at) {
    Term now = term;
    for (Map.Entry<Point.Component, Rational> c : at.values().entrySet()) {
      Family f = c.getKey().family();
      now = f.isScalar() && !f.equals(letter) ? Session.put(now, f, c.getValue()) : now;
    }
    return now;
  }
}
