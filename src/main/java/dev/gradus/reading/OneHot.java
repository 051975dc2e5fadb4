package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One-hot targets (READING 25, SOUNDNESS 8): the target is put as the Kronecker delta at the hot class, before anything is decided. */
final class OneHot {
  /** What a target is called where the words name none. */
  static final List<String> TARGETS = List.of("y", "t", "Y", "T");

  /** Words that call targets something else than one-hot. */
  private static final Pattern DENIED =
      Pattern.compile("\\b(not|non|no|never|than|without|instead of|not be|not necessarily|not always|usually|mostly|often|typically|sometimes|almost|nearly|rarely|partly)[- ](a )?one[- ]hot\\b|\\bone[- ]hot,? (except|unless|apart from|but not|other than|save for|only)\\b|\\bmulti-? ?label\\b|\\bsoft(ened)? (labels?|targets?)\\b|\\bsmoothed (one[- ]hot|labels?|targets?)\\b");

  private OneHot() {}

  /** onehot, onehot_m: the name of the function that makes the one-hot vector of a class. */
  static boolean isName(Notation n) {
    Notation base = n instanceof Notation.Scripted s && s.sup().isEmpty() && s.primes() == 0 ? s.base() : n;
    return Mentions.baseName(base).filter(b -> b.replaceAll("[-_\\\\]", "").equalsIgnoreCase("onehot")).isPresent();
  }

  /** onehot(y) of a letter y that stands for a class: the vector with 1 at that class and 0 elsewhere. */
  static Optional<Value> ofClass(Notation name, Notation behind, Elaborator elaborator) {
    Optional<Notation.Bracketed> bracket = isName(name) ? Notations.bracket(behind) : Optional.empty();
    if (bracket.filter(b -> b.open().equals("(") && (elaborator.isElement(b.body()) || counts(b.body(), elaborator.session))).isEmpty()) {
      return Optional.empty();
    }
    Session session = elaborator.session;
    Index.Free slot = session.slot(session.ranges.fresh());
    Index hot = session.element(bracket.get().body(), slot.range());
    Index.Free now = (Index.Free) session.ranges.now(slot);
    return Optional.of(new Value(List.of(now), new Term.Delta(now, session.ranges.now(hot)), Value.Lay.ANY));
  }

  /** A letter in an index place of the document that is a class by this very use, though an argument of that name is read as a number where a function stands without it. */
  private static boolean counts(Notation n, Session session) {
    return session.mentions().of(n).filter(m -> m.bare() && session.survey.isBound(m.key()) && !session.arguments.containsKey(m.key()) && session.names.definition(m.key(), session.part).isEmpty())
        .filter(m -> session.names.quantity(m.key()).filter(q -> q.declared() || !q.axes().isEmpty()).isEmpty()).isPresent();
  }

  /**
   * What words say.
   *
   * @param names keys of the vectors; empty: the target of the cross entropy
   * @param hot the letter of the hot class
   * @param offset where they say so
   */
  record Said(List<String> names, Optional<String> hot, int offset) {
    Said {
      names = List.copyOf(names);
    }
  }

  /**
   * The claim for each candidate of the hot class.
   *
   * @param name of the vector
   * @param stated where the text says that it is one-hot
   * @param named whether it names the hot class: then the one claim is the claim
   * @param certain whether it is a target where the claim stands; else it may be one: then nothing is proved by it
   * @param letterStands whether the sides are like -sum_i y_i ln p_i and -ln p_k: then k is the class
   */
  record Variants(String name, OptionalInt stated, boolean named, boolean certain, boolean letterStands, List<Claim> claims) {
    Variants {
      claims = List.copyOf(claims);
    }

    static Variants none() {
      return new Variants("", OptionalInt.empty(), false, true, false, List.of());
    }
  }

  /**
   * In: a claim, the same with all that may be said where it stands, what words say, what may be a target there, and what is one. Out: the claim for each class.
   */
  static Variants variants(Part part, Claim claim, Claim narrowed, List<Said> said, Set<String> targets, Set<String> certain) {
    Set<Family> families = Terms.families(claim.left(), claim.right());
    List<Family> vectors = new ArrayList<>();
    Optional<String> hot = Optional.empty();
    OptionalInt stated = OptionalInt.empty();
    for (Family f : families) {
      boolean target = targets.contains(f.name());
      OptionalInt here = OptionalInt.empty();
      for (Said s : said) {
        if (s.names().isEmpty() ? target || TARGETS.contains(f.name()) : s.names().contains(f.name())) {
          here = OptionalInt.of(s.offset());
          hot = s.hot().isPresent() ? s.hot() : hot;
        }
      }
      // what the text says of it itself goes before the convention
      boolean stated0 = narrowed.assumptions().stream().anyMatch(a -> a.origin() == Assumption.Origin.STATED && speaksOf(a.fact(), f) && !(saysHot(a.fact(), f) && a.fact() instanceof Fact.Equation e && !e.everywhere()));
      // what stands inside a logarithm has no entries 0, unless the text says so
      boolean logged = inLogarithm(claim.left(), f) || inLogarithm(claim.right(), f);
      if (f.axes().size() == 1 && (here.isPresent() || (target && !stated0 && !logged))) {
        vectors.add(f);
        stated = here.isPresent() ? here : stated;
      }
    }
    // the words come last: they are long
    if (vectors.size() != 1 || (said.isEmpty() && part.chain().stream().anyMatch(p -> DENIED.matcher(p.words()).find()))) {
      return Variants.none();
    }
    Family y = vectors.get(0);
    Range range = y.axes().get(0);
    List<Claim> claims = new ArrayList<>();
    for (String letter : hot.isPresent() ? List.of(hot.get()) : letters(claim, range)) {
      Index.Free at = new Index.Free(letter, range);
      claims.add(at(claim, y, at, a -> a.with(dev.gradus.reading.Said.map(a.fact(), t -> put(t, y, at), c -> Terms.mapTerm(c, t -> put(t, y, at))))));
    }
    return new Variants(y.name(), stated, hot.isPresent(), stated.isPresent() || certain.contains(y.name()), letterStands(claim, y), claims);
  }

  /** The claim for each kind of labels that a letter may stand for: a class, 0 and 1, -1 and 1. */
  static List<Claim> labels(Claim claim, Family f) {
    List<Claim> claims = new ArrayList<>();
    if (f.axes().size() == 1) {
      letters(claim, f.axes().get(0)).forEach(letter -> claims.add(at(claim, f, new Index.Free(letter, f.axes().get(0)), a -> a)));
    }
    if (f.isScalar()) {
      return vectors(claim, f);
    }
    for (Rational low : List.of(Rational.ZERO, Rational.MINUS_ONE)) {
      List<Assumption> assumptions = new ArrayList<>(claim.assumptions());
      assumptions.add(Assumption.convention(new Fact.OneOf(f, List.of(low, Rational.ONE)), f.name() + " is a label"));
      claims.add(claim.under(assumptions));
    }
    return claims;
  }

  /** p - y with y read as a number: the claim for a vector y instead, one-hot at each class. */
  private static List<Claim> vectors(Claim claim, Family f) {
    List<Claim> claims = new ArrayList<>();
    for (Index i : Terms.openIndices(claim.left(), claim.right())) {
      for (String letter : letters(claim, i.range())) {
        Term.Delta delta = new Term.Delta(i, new Index.Free(letter, i.range()));
        claims.add(new Claim(entry(claim.left(), f, delta), claim.order(), entry(claim.right(), f, delta), claim.assumptions(), claim.explicit(), claim.context()));
      }
    }
    return claims;
  }

  private static Term entry(Term term, Family f, Term value) {
    return term instanceof Term.Entry e && e.family().equals(f) ? value : Terms.mapParts(term, t -> entry(t, f, value));
  }

  private static boolean inLogarithm(Term term, Family f) {
    return (term instanceof Term.Apply a && a.function() == dev.gradus.term.Function.Elementary.LOG)
        ? Terms.families(a).contains(f)
        : Terms.parts(term).stream().anyMatch(t -> inLogarithm(t, f));
  }

  private static boolean speaksOf(Fact fact, Family f) {
    // of values like 0 and 1 each one-hot vector is one
    return ClaimParts.terms(fact).stream().anyMatch(t -> Terms.families(t).contains(f))
        || (ClaimParts.family(fact).contains(f) && !(fact instanceof Fact.OneOf o && o.values().stream().allMatch(v -> v.equals(Rational.ZERO) || v.equals(Rational.ONE))));
  }

  private static boolean letterStands(Claim claim, Family y) {
    boolean left = Terms.families(claim.left()).contains(y);
    boolean right = Terms.families(claim.right()).contains(y);
    Term with = left ? claim.left() : claim.right();
    Term without = left ? claim.right() : claim.left();
    return left != right && Terms.openIndices(with).isEmpty() && Terms.openIndices(without).size() == 1;
  }

  /** Each free index of the claim as the class, and one that is none of them. */
  private static List<String> letters(Claim claim, Range range) {
    List<String> letters = new ArrayList<>();
    Set<Index> open = Terms.openIndices(claim.left(), claim.right());
    for (Index i : open) {
      if (i instanceof Index.Free f && f.range().equals(range)) {
        letters.add(f.name());
      }
    }
    letters.add("c^{*}");
    return letters;
  }

  /** What is assumed of other letters is put through {@code others}. */
  private static Claim at(Claim claim, Family y, Index hot, UnaryOperator<Assumption> others) {
    List<Assumption> assumptions = new ArrayList<>();
    for (Assumption a : claim.assumptions()) {
      boolean own =
          switch (a.fact()) {
            case Fact.SumsToOne s -> s.family().equals(y);
            case Fact.AllInUnitInterval s -> s.family().equals(y);
            case Fact.AllPositive s -> s.family().equals(y);
            case Fact.OneOf s -> s.family().equals(y);
            case Fact.Holds h -> false;
            case Fact.WholeNumbers w -> false;
            case Fact.Symmetric s -> false;
            case Fact.LeastSize l -> false;
            case Fact.Equation e -> false;
          };
      if (!own) {
        assumptions.add(others.apply(a));
      }
    }
    return new Claim(
        put(claim.left(), y, hot), claim.order(), put(claim.right(), y, hot), assumptions, claim.explicit(), claim.context());
  }

  private static Term put(Term term, Family y, Index hot) {
    if (term instanceof Term.Entry e && e.family().equals(y)) {
      return new Term.Delta(e.indices().get(0), hot);
    }
    return Terms.mapParts(term, t -> put(t, y, hot));
  }

  /** What becomes of a claim that holds for some class where the text names none. */
  static Verdict unnamed() {
    return new Verdict.Undecided(new ReadingReason.Open("it holds for some class only, and the text does not name it", "class.unnamed"));
  }

  /** The assumption to list with a proof by a variant. */
  static Assumption assumption(Variants v) {
    return v.stated().isPresent() ? Assumption.stated(Inferred.NOTHING, v.name() + " is one-hot", v.stated().getAsInt()) : Assumption.convention(Inferred.NOTHING, "the target is one-hot");
  }

  /** y_k = 1: which class is the true one, not that nothing else is known of the target (READING 25). */
  static boolean saysHot(Fact fact, Family target) {
    return fact instanceof Fact.Equation e && e.left() instanceof Term.Entry y && y.family().equals(target) && e.right().equals(Rational.ONE);
  }
}
