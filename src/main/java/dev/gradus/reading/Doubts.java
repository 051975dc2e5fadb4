package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import dev.gradus.term.Family;
import dev.gradus.term.Greatest;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the text leaves open so that a claim is not refuted although its reading fails (READING 9, 11, 17, 22, 24, 26; SOUNDNESS 20, 24). */
final class Doubts {
  /** Why a claim is left undecided. */
  record Doubt(String code, String because) {}

  /** Letters that usually count elements. */
  static final List<String> COUNTS = List.of("n", "N", "m", "M", "K", "k", "d", "D", "C", "V", "p", "q");

  /** Letters that usually stand for matrices. */
  private static final List<String> MATRICES = List.of("A", "B", "U", "V", "W", "X", "Q", "S", "H", "\\Sigma", "\\Lambda", "\\Theta", "\\Phi");

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
  Optional<Doubt> of(Printed p, Attempt.Read r) {
    Statement s = p.statement();
    if (s.closes().strip().matches("(?s)(or|oder|o)\\b.*") || s.opens().strip().matches("(?s).*\\b(or|oder)(\\s*\\$)?")) {
      return Optional.of(new Doubt("alternative", "one of several alternatives"));
    }
    if (r.used().contains(Heads.USED)) {
      return Optional.of(new Doubt("symbol.undefined", "an equation for a name at its printed arguments proves, but does not refute"));
    }
    if (r.used().contains("product")) {
      return Optional.of(new Doubt("product.positive", "products over a range are read for positive factors only"));
    }
    if (Stream.of(p.left(), p.right()).anyMatch(this::identity)) {
      return Optional.of(new Doubt("equation.not-read", "an equation with the identity on one side may be a hypothesis"));
    }
    boolean oneHot = s.notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT);
    if (oneHot && survey.mentions().of(p.left()).filter(m -> m.plain() && m.indices().size() == 1).isPresent()
        && (Conditions.isNumeral(p.right(), "0") || Conditions.isNumeral(p.right(), "1"))) {
      return Optional.of(new Doubt("class.fixed", "it says which class is the hot one"));
    }
    if (loneLetter(p, r) && !r.used().contains("derivative")) {
      return Optional.of(new Doubt("equation.not-read", "a letter alone on one side is judged only under an equation, and none was read"));
    }
    if (restOfSum(p.left(), r.claim().left(), r.claim().right()) || restOfSum(p.right(), r.claim().right(), r.claim().left())) {
      return Optional.of(new Doubt("equation.not-read", "it may say what one element is, given the others"));
    }
    return oneSidedArbitrary(r.claim())
        .or(() -> imaginary(r.claim()))
        .map(n -> new Doubt("symbol.undefined", "what is " + n + "?"))
        .or(() -> doubtful(s, r).map(why -> new Doubt("shape.unknown", why)))
        .or(() -> perhapsSize(r.claim()).map(n -> new Doubt("size.unknown", "is " + n + " the number of elements?")))
        .or(() -> strayTarget(r).map(n -> new Doubt("symbol.undefined", "what is " + n + "?")))
        .or(() -> definedLater(r.claim(), s.part()).map(n -> new Doubt("symbol.undefined", "what is " + n + " here?")))
        .or(() -> foreign(r, s.part()) ? Optional.of(new Doubt("definition.elsewhere", "it fails with a definition from another part of the text")) : Optional.empty())
        .or(() -> repeated(r, s.part()).map(n -> new Doubt("definition.second", "it fails with one of several equations for " + n)))
        .or(() -> leaning(s).map(c -> new Doubt(c, c.equals("premise.refuted") ? "it leans on a refuted line" : "it may follow from a hypothesis before it")));
  }

  private boolean identity(Notation side) {
    return survey.mentions().of(side).filter(m -> m.bare() && Shapes.identityName(m.key())).isPresent();
  }

  /** READING 11: a letter in use, alone on one side and absent on the other, that no equation in force speaks of. */
  private boolean loneLetter(Printed p, Attempt.Read r) {
    List<Assumption> all = r.claim().assumptions().stream().filter(a -> !r.used().contains(Surroundings.PROVED + a.text())).toList();
    return lone(p.left(), r.claim().left(), r.claim().right(), all) || lone(p.right(), r.claim().right(), r.claim().left(), all);
  }

  private boolean lone(Notation side, Term own, Term other, List<Assumption> assumptions) {
    boolean bare = survey.mentions().of(side).filter(Mention::plain).isPresent();
    return bare
        && own instanceof Term.Entry e
        && Terms.families(other).stream().noneMatch(f -> f.name().equals(e.family().name()))
        && assumptions.stream().noneMatch(a -> a.fact() instanceof Fact.Equation q && Terms.families(q.left(), q.right()).contains(e.family()));
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
  private static Optional<String> oneSidedArbitrary(Claim claim) {
    Set<String> left = slopes(claim.left());
    Set<String> right = slopes(claim.right());
    Set<Family> all = new LinkedHashSet<>(Terms.families(claim.left(), claim.right()));
    all.removeIf(f -> f.kind() != Family.Kind.ARBITRARY);
    for (Family f : all) {
      boolean bothSides = f.derivatives().isEmpty() ? left.contains(f.name()) && right.contains(f.name()) : f.derivatives().stream().allMatch(d -> left.contains(slope(f, d)) && right.contains(slope(f, d)));
      // one letter for two losses, of different quantities
      boolean two = all.stream().anyMatch(g -> g.original().equals(f.original()) && !names(g.arguments()).equals(names(f.arguments())));
      // an array in between may be meant entry by entry
      boolean array = f.axes().size() > f.derivatives().stream().mapToInt(d -> d.axes().size()).sum();
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

  /** A letter like y on one side only, of which the text says nothing: it may be tied to a class that the other side names. */
  private Optional<String> strayTarget(Attempt.Read r) {
    Set<Family> left = Terms.families(r.claim().left());
    Set<Family> right = Terms.families(r.claim().right());
    Set<Family> once = new LinkedHashSet<>(left);
    once.addAll(right);
    once.removeIf(f -> left.contains(f) && right.contains(f));
    return once.stream()
        .filter(f -> OneHot.TARGETS.contains(f.name()) && !conventions.targets().containsKey(f.name()) && !r.oneHot().named())
        .filter(f -> !f.isScalar())
        .filter(f -> r.claim().assumptions().stream().noneMatch(a -> a.origin() == Assumption.Origin.STATED && ClaimParts.family(a.fact()).contains(f)))
        .map(Family::name)
        .findFirst();
  }

  /** A letter that counts, beside a sum whose number of elements has no name. */
  private static Optional<String> perhapsSize(Claim claim) {
    Set<Range> ranges = Terms.ranges(claim.left(), claim.right());
    if (ranges.stream().allMatch(x -> x.fixed().isPresent() || !Ranges.unnamed(x))) {
      return Optional.empty();
    }
    Set<Family> families = Terms.families(claim.left(), claim.right());
    Optional<String> letter = families.stream().filter(f -> f.isScalar() && COUNTS.contains(f.name())).map(Family::name).findFirst();
    return letter.or(() -> loneSize(claim));
  }

  /** A number of elements of which the claim has none. */
  private static Optional<String> loneSize(Claim claim) {
    Set<Range> sizes = new LinkedHashSet<>();
    Set<String> used = new LinkedHashSet<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(
          side,
          t -> {
            Terms.ownIndices(t).forEach(i -> used.add(i.range().name()));
            if (t instanceof Term.Size s) {
              sizes.add(s.range());
            } else if (t instanceof Term.Over o) {
              used.add(o.index().range().name());
            }
          });
    }
    return sizes.stream().map(Range::name).filter(r -> !used.contains(r)).findFirst();
  }

  /** A name that the document defines, but not yet here; an estimate or prediction that nothing here defines, beside what it may depend on. */
  private Optional<String> definedLater(Claim claim, Part part) {
    Set<Family> families = Terms.families(claim.left(), claim.right());
    for (Family f : families) {
      if (f.kind() == Family.Kind.ARBITRARY && told.defines(f.original(), part)) {
        return Optional.of(f.original());
      }
      if (f.kind() != Family.Kind.VARIABLE || names.definition(f.name(), part).isPresent()) {
        continue;
      }
      boolean estimate = (f.name().startsWith("\\hat") || f.name().startsWith("\\bar") || f.name().startsWith("\\tilde")) && families.stream().anyMatch(g -> !g.equals(f) && !conventions.targets().containsKey(g.name()));
      if (told.defines(f.name()) || estimate) {
        return Optional.of(f.name());
      }
    }
    return Optional.empty();
  }

  /** READING 17: a definition from another part proves, but does not refute. */
  private boolean foreign(Attempt.Read r, Part part) {
    for (String key : r.used()) {
      Optional<Definition> d = names.definition(key, part);
      if (d.isPresent() && !part.within(d.get().part()) && !part.section().equals(d.get().part().section())) {
        return true;
      }
    }
    return false;
  }

  /** READING 15: a name that was unknown before its last equation. */
  private Optional<String> repeated(Attempt.Read r, Part part) {
    return r.used().stream().filter(key -> names.definition(key, part).filter(d -> d.standing() == Definition.Standing.REPEATED).isPresent()).findFirst();
  }

  /** Whether a step leans on a hypothesis or on a line that is refuted or undecided (READING 26, SOUNDNESS 23). */
  private Optional<String> leaning(Statement s) {
    if (s.cue() != Cue.CONSEQUENCE && s.cue() != Cue.EQUIVALENT) {
      return Optional.empty();
    }
    for (int premise : s.premises()) {
      if (premise >= s.number()) {
        return Optional.of("implication.not-built");
      }
      Outcome o = outcomes.get(premise);
      if (o instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Refuted) {
        return Optional.of("premise.refuted");
      }
      boolean known = o instanceof Outcome.Defines || o instanceof Outcome.Assumes;
      if (!(o instanceof Outcome.Decided d2 && d2.verdict() instanceof Verdict.Proved) && !known) {
        return Optional.of("implication.not-built");
      }
    }
    return s.premises().isEmpty() || !s.notes().above().isEmpty() ? Optional.of("implication.not-built") : Optional.empty();
  }

  /** What keeps a claim from being decided either way: a capital letter that may be a matrix, a derivative by entries that are tied together. */
  Optional<String> doubtful(Statement s, Attempt.Read r) {
    if (r.used().contains(Heads.SHAPELESS) && r.used().contains(Elaborator.ARRAY)) {
      return Optional.of("an applied name may stand for an array");
    }
    for (String used : r.used()) {
      if (used.startsWith("equation on ") && r.used().contains("derivative by " + used.substring("equation on ".length()))) {
        return Optional.of("an equation ties " + used.substring("equation on ".length()) + ": a derivative by it has two meanings");
      }
    }
    boolean free = s.notes().facts().stream().anyMatch(w -> w.kind() == WordFact.Kind.FREE);
    for (WordFact w : free ? List.<WordFact>of() : Stream.concat(s.notes().facts().stream(), s.notes().maybeFacts().stream()).toList()) {
      boolean ties = w.kind() == WordFact.Kind.SYMMETRIC || w.kind() == WordFact.Kind.SUMS_TO_ONE || w.kind() == WordFact.Kind.DISTRIBUTION;
      for (String name : ties ? w.names() : List.<String>of()) {
        if (r.used().contains("derivative by " + name.strip())) {
          return Optional.of("the entries of " + name.strip() + " are tied together: a derivative by one of them has two meanings");
        }
      }
    }
    Set<Family> families = Terms.families(r.claim().left(), r.claim().right());
    List<String> capitals =
        families.stream()
            .filter(f -> f.isScalar() && f.derivatives().isEmpty() && MATRICES.contains(f.name().replaceAll("_\\{[^}]*}|\\^\\{[^}]*}", "")))
            .filter(f -> r.names().quantity(f.name()).filter(Names.Quantity::declared).isEmpty() && names.definitions().stream().noneMatch(d -> d.key().equals(f.name())))
            .map(Family::name)
            .toList();
    for (Family f : families) {
      if (f.axes().size() == 2 && names.definitions().stream().noneMatch(d -> d.key().equals(f.name()))) {
        boolean rows = families.stream().anyMatch(g -> !g.equals(f) && g.axes().size() == 2 && g.name().equals(f.name().toLowerCase(Locale.ROOT)));
        if (rows) {
          return Optional.of("is " + f.name() + " made of the vectors " + f.name().toLowerCase(Locale.ROOT) + "?");
        }
      }
      boolean componentsDefined =
          f.derivatives().isEmpty() && names.definitions().stream().anyMatch(d -> d.key().matches(Pattern.quote(f.name()) + "_\\{[0-9]+}"));
      if (componentsDefined) {
        return Optional.of("components of " + f.name() + " are defined one by one");
      }
    }
    boolean matrices = survey.hasArrays() || families.stream().anyMatch(f -> !f.isScalar()) || r.used().contains(Heads.SHAPELESS);
    if (capitals.size() >= 2 || (!capitals.isEmpty() && matrices)) {
      return Optional.of("is " + capitals.get(0) + " a matrix?");
    }
    for (Assumption a : free ? List.<Assumption>of() : r.claim().assumptions()) {
      Optional<String> tied =
          switch (a.fact()) {
            case Fact.SumsToOne f -> Optional.of(f.family().name());
            case Fact.Symmetric f -> Optional.of(f.family().name());
            case Fact.Equation e -> Terms.families(e.left()).stream().map(Family::name).filter(n -> r.used().contains("derivative by " + n)).findFirst();
            case Fact.Holds h -> Optional.empty();
            case Fact.AllPositive f -> Optional.empty();
            case Fact.AllInUnitInterval f -> Optional.empty();
            case Fact.OneOf f -> Optional.empty();
            case Fact.WholeNumbers f -> Optional.empty();
            case Fact.LeastSize f -> Optional.empty();
          };
      if (tied.isPresent() && r.used().contains("derivative by " + tied.get())) {
        return Optional.of("the entries of " + tied.get() + " are tied together: a derivative by one of them has two meanings");
      }
    }
    return Optional.empty();
  }
}
