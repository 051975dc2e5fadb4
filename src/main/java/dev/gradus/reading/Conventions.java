package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The conventions of SOUNDNESS 8, each on its trigger in the text, never because a claim needs it. */
final class Conventions {
  /** A name with the axis that sums to one. */
  private final Map<String, Integer> targets = new TreeMap<>();

  /** where targets, labels (0 or 1) and labels of margins (-1 or 1) were met */
  private final Triggers aims = new Triggers();

  private final Triggers labels = new Triggers();
  private final Triggers signs = new Triggers();

  /** parts that give a letter another role: what is compared with an estimate by its square, a letter that words introduce */
  private final Triggers roles = new Triggers();

  /** parts that call a letter something that may have any size: rates, weights */
  private final Triggers amounts = new Triggers();

  /** Names that the text says something else of: counts, weights, a total of their own. */
  private final Set<String> otherwise = new TreeSet<>();

  /** A multiplier or an eigenvalue may have any sign. */
  private static final Pattern ANY_SIGN = Pattern.compile("(?i)\\b(lagrang|eigen|multiplier)");

  private boolean anySign;

  /** What a part's words say of letters that have a customary sign. */
  void words(String words) {
    anySign = anySign || ANY_SIGN.matcher(words).find();
  }

  /** Names of cross-entropy targets, with the axis of the classes, as far as they are that where a claim stands. */
  Map<String, Integer> targets(Scope here) {
    Map<String, Integer> all = new TreeMap<>(targets);
    all.keySet().removeAll(otherwise);
    all.keySet().removeIf(name -> !here.holds(aims, name, roles));
    return all;
  }

  /** A sentence of a part introduces a letter: what triggers a convention elsewhere says nothing of it there. */
  void introduce(String name, Part part, boolean amount) {
    roles.add(name, part);
    if (amount) {
      amounts.add(name, part);
    }
  }

  /** The text says of the name what is no target: it counts or weighs something. */
  void set(String name) {
    otherwise.add(name);
  }

  /** A definition N = sum_k n_k gives a family's total a name: it need not be 1. */
  void totalled(Term value) {
    if (value instanceof Term.Over o && o.body() instanceof Term.Entry e && e.indices().contains(o.index())) {
      otherwise.add(e.family().name());
    }
  }

  /** Letters that targets and distributions are called by; weights, counts and coefficients have others. */
  private static boolean targetLetter(String name) {
    String core = name.replaceAll("\\\\(hat|bar|tilde|mathbf|boldsymbol|bm)|[{}]", "");
    // how often something is so among the data, c(y = k), is no share of a whole
    return PrintedHead.isIndicator(name) || (!core.isEmpty() && "ytqpldYTQPLD".indexOf(core.charAt(0)) >= 0 && (core.length() == 1 || !Character.isLetter(core.charAt(1))));
  }

  /** Looks for triggers in a term whose definitions are unfolded as far as the text prints it, in the part where it stands. */
  void watch(Part part, Term term) {
    if (term instanceof Term.Over o) {
      target(part, o);
    }
    if (term instanceof Term.Sum s) {
      binary(part, s);
    }
    if (term instanceof Term.Power(Term.Sum s, int exponent) && exponent == 2) {
      s.terms().stream()
          .map(t -> t instanceof Term.Product(List<Term> factors) && factors.size() == 2 && factors.contains(Rational.MINUS_ONE) ? factors.getLast() : t)
          .filter(t -> t instanceof Term.Entry e && leaf(e.family()))
          .forEach(t -> roles.add(((Term.Entry) t).family().name(), part));
    }
    if (term instanceof Term.Apply a && a.function() == Elementary.EXP) {
      // p^y (1-p)^(1-y) is e^(y ln p) e^((1-y) ln(1-p))
      exponents(part, a.argument());
      margin(part, a.argument(), 2);
    }
    if (term instanceof Term.Apply a && a.function() == Elementary.LOG && a.argument() instanceof Term.Sum s && s.terms().size() == 2 && s.terms().contains(Rational.ONE)) {
      s.terms().stream().filter(t -> t instanceof Term.Apply e && e.function() == Elementary.EXP).forEach(t -> margin(part, ((Term.Apply) t).argument(), 1));
    }
    Terms.parts(term).forEach(t -> watch(part, t));
  }

  /** sum_i y_i log(..): y is the target of a cross entropy; so is what a convex mixture in its place mixes, (1 - a) y_i + a/K. */
  private void target(Part part, Term.Over o) {
    for (List<Term> factors : products(o.body())) {
      if (factors.stream().noneMatch(x -> isLog(x) && Terms.mentions(x, o.index()))) {
        continue;
      }
      for (Term f : factors) {
        List<Term.Entry> aimed = f instanceof Term.Entry one ? List.of(one) : mixed(f, o.index());
        boolean called = aimed.stream().anyMatch(e -> e.indices().contains(o.index()) && targetLetter(e.family().name()));
        for (Term.Entry e : aimed) {
          boolean aim = called && e.indices().contains(o.index()) && leaf(e.family());
          if (aim && !inLog(factors, e) && !binaryLike(o.body(), e)) {
            targets.put(e.family().name(), e.indices().indexOf(o.index()));
            aims.add(e.family().name(), part);
          }
        }
      }
    }
  }

  /** What (1 - a) y_i + a u_i mixes by an a without i: the y and u that are names; nothing of another sum. */
  private static List<Term.Entry> mixed(Term term, Index index) {
    if (!(term instanceof Term.Sum s) || s.terms().size() != 2) {
      return List.of();
    }
    List<Term> one = factors(s.terms().getFirst());
    List<Term> other = factors(s.terms().getLast());
    boolean convex = one.stream().anyMatch(r -> !Terms.mentions(r, index) && other.stream().anyMatch(f -> (f instanceof Term.Entry e && oneMinus(r, e)) || (r instanceof Term.Entry b && oneMinus(f, b))));
    return convex ? Stream.of(one, other).flatMap(List::stream).filter(f -> f instanceof Term.Entry).map(f -> (Term.Entry) f).toList() : List.of();
  }

  /** y ln p + (1 - y) ln(1 - p): one summand has y, another 1 - y, both with a logarithm. */
  private void binary(Part part, Term.Sum s) {
    for (Term one : s.terms()) {
      for (Term.Entry y : labelsOf(one)) {
        if (s.terms().stream().anyMatch(other -> !other.equals(one) && complement(other, y))) {
          labels.add(y.family().name(), part);
        }
      }
    }
  }

  private static boolean binaryLike(Term body, Term.Entry y) {
    return body instanceof Term.Sum s && s.terms().stream().anyMatch(t -> complement(t, y));
  }

  private static List<Term.Entry> labelsOf(Term summand) {
    List<Term.Entry> found = new ArrayList<>();
    for (List<Term> factors : products(summand)) {
      if (factors.stream().anyMatch(Conventions::isLog)) {
        // q ln q: a probability, no label
        factors.stream().filter(f -> f instanceof Term.Entry).map(f -> (Term.Entry) f).filter(e -> leaf(e.family()) && !inLog(factors, e)).forEach(found::add);
      }
    }
    return found;
  }

  private static boolean complement(Term summand, Term.Entry y) {
    for (List<Term> factors : products(summand)) {
      boolean log = factors.stream().anyMatch(Conventions::isLog);
      if (log && factors.stream().anyMatch(f -> oneMinus(f, y))) {
        return true;
      }
    }
    return false;
  }

  private static boolean oneMinus(Term t, Term.Entry y) {
    return t instanceof Term.Sum s
        && s.terms().size() == 2
        && s.terms().contains(Rational.ONE)
        && s.terms().stream().anyMatch(x -> x.equals(Terms.negate(y)));
  }

  private void exponents(Part part, Term exponent) {
    if (exponent instanceof Term.Product p && p.factors().stream().anyMatch(Conventions::isLog)) {
      for (Term f : p.factors()) {
        if (f instanceof Term.Sum s && s.terms().size() == 2 && s.terms().contains(Rational.ONE)) {
          s.terms().stream()
              .filter(t -> t instanceof Term.Product q && q.factors().size() == 2 && q.factors().get(0).equals(Rational.MINUS_ONE))
              .map(t -> ((Term.Product) t).factors().get(1))
              .filter(t -> t instanceof Term.Entry e && leaf(e.family()))
              .forEach(t -> labels.add(((Term.Entry) t).family().name(), part));
        }
      }
    }
  }

  /** e^{-y \theta x}, ln(1 + e^{-y u}): y is the label of a margin, if so many other quantities stand beside it. */
  private void margin(Part part, Term exponent, int others) {
    List<Term> factors = factors(exponent);
    boolean negative = factors.stream().filter(f -> f instanceof Rational r && r.signum() < 0).count() % 2 == 1;
    List<Term.Entry> found =
        factors.stream().filter(f -> f instanceof Term.Entry e && leaf(e.family()) && Mentions.unsampled(e.family().name()).equals("y")).map(f -> (Term.Entry) f).toList();
    if (negative && found.size() == 1) {
      Set<Family> beside = new LinkedHashSet<>();
      factors.forEach(f -> beside.addAll(Terms.families(f)));
      beside.remove(found.get(0).family());
      boolean twice = factors.stream().filter(f -> Terms.families(f).contains(found.get(0).family())).count() > 1;
      if (!twice && beside.size() >= others) {
        signs.add(found.get(0).family().name(), part);
      }
    }
  }

  /** The factors of a product; of a sum over an index those of its body. */
  private static List<Term> factors(Term term) {
    return switch (term) {
      case Term.Product p -> p.factors().stream().flatMap(f -> factors(f).stream()).toList();
      case Term.Over o -> factors(o.body());
      default -> List.of(term);
    };
  }

  /** The summands of a term, each as its list of factors; minus signs and inner sums passed through. */
  private static List<List<Term>> products(Term term) {
    List<List<Term>> all = new ArrayList<>();
    switch (term) {
      case Term.Sum s -> s.terms().forEach(t -> all.addAll(products(t)));
      case Term.Product p -> all.add(flat(p));
      default -> all.add(List.of(term));
    }
    return all;
  }

  private static List<Term> flat(Term.Product p) {
    List<Term> factors = new ArrayList<>();
    p.factors().forEach(f -> factors.addAll(f instanceof Term.Product q ? flat(q) : List.of(f)));
    return factors;
  }

  /** Whether a logarithm beside it holds its family too: q ln q. */
  private static boolean inLog(List<Term> factors, Term.Entry e) {
    return factors.stream().anyMatch(x -> isLog(x) && Terms.families(x).contains(e.family()));
  }

  private static boolean isLog(Term t) {
    return t instanceof Term.Apply a && a.function() == Elementary.LOG;
  }

  private static boolean leaf(Family f) {
    return (f.kind() == Family.Kind.VARIABLE || PrintedHead.isIndicator(f.name())) && f.derivatives().isEmpty();
  }

  /** The assumptions that are triggered for the families of a claim where it stands. */
  List<Assumption> of(Set<Family> families, Set<String> stated, Scope here) {
    List<Assumption> all = new ArrayList<>();
    for (Family f : families) {
      if (!f.derivatives().isEmpty() || stated.contains(f.name())) {
        continue;
      }
      Integer axis = targets(here).get(f.name());
      boolean label = here.holds(labels, f.name(), roles);
      boolean sign = here.holds(signs, f.name(), roles);
      if (SampleClasses.isRows(f.name()) && f.axes().size() == 2) {
        all.add(Assumption.convention(new Fact.SumsToOne(f, 1), SampleClasses.said(f.name())));
        all.add(Assumption.convention(new Fact.OneOf(f, List.of(Rational.ZERO, Rational.ONE)), SampleClasses.said(f.name())));
      } else if (axis != null && axis < f.axes().size()) {
        all.add(Assumption.convention(new Fact.SumsToOne(f, axis), f.name() + " sums to 1"));
        customary(f, here).ifPresent(all::add);
      } else if (label && sign) {
        // conventions that contradict each other (READING 5)
        customary(f, here).ifPresent(all::add);
      } else if (sign) {
        all.add(Assumption.convention(new Fact.OneOf(f, List.of(Rational.MINUS_ONE, Rational.ONE)), f.name() + " is -1 or 1"));
      } else if (label) {
        all.add(Assumption.convention(new Fact.OneOf(f, List.of(Rational.ZERO, Rational.ONE)), f.name() + " is 0 or 1"));
      } else {
        customary(f, here).ifPresent(all::add);
      }
    }
    return all;
  }

  /** Whether a name of the claim is under a convention elsewhere that is not known to hold where the claim stands. */
  boolean more(Set<Family> families, Scope here) {
    Scope perhaps = here.withPossible();
    return families.stream().anyMatch(f -> !customary(f, here).equals(customary(f, perhaps))) || families.stream().map(Family::name).anyMatch(n -> List.of(aims, labels, signs).stream().anyMatch(t -> perhaps.holds(t, n, roles) && !here.holds(t, n, roles)));
  }

  private Optional<Assumption> customary(Family f, Scope here) {
    String base = f.name().replaceAll("_\\{.*", "");
    if ((anySign && base.equals("\\lambda")) || otherwise.contains(base)) {
      return Optional.empty();
    }
    return switch (base) {
      case "\\hat{y}", "\\pi", "p", "q", "\\hat{p}" ->
          !here.possible() && amounts.of(f.name()).stream().anyMatch(here.part()::within) ? Optional.empty() : Optional.of(Assumption.convention(new Fact.AllInUnitInterval(f), "0 < " + f.name() + " < 1"));
      case "\\sigma", "\\tau", "\\lambda", "\\eta" -> Optional.of(Assumption.convention(new Fact.AllPositive(f, true), f.name() + " > 0"));
      default -> Optional.empty();
    };
  }
}
