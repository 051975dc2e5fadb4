package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Properties that the words of a claim's sentence name without saying of which letters ("positive", "binary labels"). A point at which all letters have
 * them refutes, whichever letters are meant (READING 6).
 */
final class Properties {
  /** Said of functions: where no integer, index or unknown function occurs, they single out no point. */
  private static final Pattern OF_FUNCTIONS =
      Pattern.compile(
          "(^\\W*|\\b(?:is|are|be|an?|both|as|also|strictly|and|so|hence|therefore|thus|monotonically|again|indeed|its|being) )"
              + "(even|odd|(monotonically |strictly )?(increasing|decreasing)|monotone|monotonic|convex|concave|continuous|smooth|differentiable|nonlinear|periodic)\\b(?! (power|entr|term|ind|number|part|position|element|layer|step))");

  private static final Pattern ONE_HOT = Pattern.compile("(?i)one[-_ ]?hot");

  private Properties() {}

  /**
   * What words say.
   *
   * @param rest the words without the properties
   * @param kinds what they name
   */
  record Named(String rest, Set<WordFact.Kind> kinds) {}

  /** In: the words of a sentence, formulas as {@code $}, and what was read of them as facts of named letters. */
  static Named in(String words, Claim claim, List<WordFact> read) {
    String rest = words.toLowerCase(Locale.ROOT);
    rest = namesFunctions(claim) ? rest : OF_FUNCTIONS.matcher(rest).replaceAll("$1");
    Set<WordFact.Kind> kinds = new LinkedHashSet<>();
    for (Phrases.Saying saying : Phrases.sayings()) {
      WordFact.Kind kind = saying.kind();
      if (kind == WordFact.Kind.RESTRICTED || !rest.contains(saying.phrase())) {
        continue;
      }
      Pattern phrase = Pattern.compile("(?<![\\p{L}\\p{N}-])" + Pattern.quote(saying.phrase()) + "(?![\\p{L}\\p{N}-])");
      if (!phrase.matcher(rest).find()) {
        continue;
      }
      rest = phrase.matcher(rest).replaceAll(" ");
      boolean named = read.stream().anyMatch(f -> f.kind() == kind && !f.names().isEmpty());
      if (!named) {
        kinds.add(kind);
      }
    }
    return new Named(rest, kinds);
  }

  /** A word of a claim's sentence that may name a case, a place or a property that not every refuting point has. */
  static Optional<String> restricting(Statement s, Attempt.Read r, String words, PartWords of, Predicate<Claim> refuted) {
    Claim claim = r.narrowed().orElse(r.claim());
    Named said = in(words, claim, Stream.concat(s.notes().facts().stream(), s.notes().maybeFacts().stream()).toList());
    Optional<String> foreign = PlainTalk.foreign(said.rest(), !s.conditions().isEmpty()).or(() -> of.value(s.part()));
    List<WordFact> read = Stream.concat(s.notes().facts().stream(), s.notes().maybeFacts().stream()).toList();
    of.kinds(s.part()).stream().filter(k -> read.stream().noneMatch(f -> FactKinds.said(f.kind()) == k && !f.names().isEmpty()) && !(k == WordFact.Kind.ONE_HOT && (r.oneHot().named() || printsOneHot(s)))).forEach(said.kinds()::add);
    if (foreign.isPresent() || said.kinds().isEmpty()) {
      return foreign;
    }
    boolean whatever = having(claim, said.kinds()).filter(refuted).isPresent();
    return whatever ? Optional.empty() : Optional.of(said.kinds().iterator().next().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /** A one-hot vector that a side prints, onehot(y), is what the word speaks of, and is put as it is. */
  private static boolean printsOneHot(Statement s) {
    return ONE_HOT.matcher(s.left().text()).find() || ONE_HOT.matcher(s.right().text()).find();
  }

  /** Whether a claim speaks of what such words may single out. */
  private static boolean namesFunctions(Claim claim) {
    boolean[] found = {!Terms.openIndices(claim.left()).isEmpty() || !Terms.openIndices(claim.right()).isEmpty()};
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(side, t -> found[0] |= t instanceof Term.Size || t instanceof Term.Place || (t instanceof Term.Apply a && a.function() instanceof Function.Opaque));
    }
    return found[0]
        || ClaimParts.families(claim).stream().anyMatch(f -> f.kind() == Family.Kind.ARBITRARY)
        || claim.assumptions().stream().anyMatch(a -> a.fact() instanceof Fact.WholeNumbers || a.fact() instanceof Fact.OneOf);
  }

  /** The claim for letters that all have the properties; empty where facts cannot express that. */
  static Optional<Claim> having(Claim claim, Set<WordFact.Kind> kinds) {
    List<Assumption> all = new ArrayList<>(claim.assumptions());
    Set<Family> families = new LinkedHashSet<>(ClaimParts.families(claim));
    for (WordFact.Kind kind : kinds) {
      for (Family f : families) {
        if (f.kind() != Family.Kind.VARIABLE || restricted(claim, f, kind)) {
          continue;
        }
        Optional<List<Fact>> facts = facts(kind, f, families);
        if (facts.isEmpty()) {
          return Optional.empty();
        }
        facts.get().forEach(x -> all.add(Assumption.stated(x, "the words")));
      }
      if (families.stream().anyMatch(f -> f.kind() != Family.Kind.VARIABLE) && !harmless(kind)) {
        return Optional.empty();
      }
    }
    return Optional.of(claim.under(all));
  }

  private static boolean harmless(WordFact.Kind kind) {
    return switch (kind) {
      case REAL, FREE, ANY, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS -> true;
      default -> false;
    };
  }

  /** A letter that the text or its customary range restricts already is not what such a word speaks of. */
  private static boolean restricted(Claim claim, Family f, WordFact.Kind kind) {
    boolean sign = kind == WordFact.Kind.NEGATIVE || kind == WordFact.Kind.NONPOSITIVE;
    boolean positive =
        claim.assumptions().stream()
            .map(Assumption::fact)
            .anyMatch(a -> ClaimParts.family(a).contains(f) && (a instanceof Fact.AllPositive || a instanceof Fact.AllInUnitInterval || a instanceof Fact.OneOf || a instanceof Fact.WholeNumbers));
    boolean logged =
        claim.context().stream().anyMatch(t -> t instanceof Term.Apply a && a.argument() instanceof Term.Entry e && e.family().equals(f));
    return sign && (positive || logged);
  }

  private static Optional<List<Fact>> facts(WordFact.Kind kind, Family f, Set<Family> families) {
    boolean vectors = families.stream().anyMatch(x -> !x.isScalar());
    WordFact word = new WordFact(kind, List.of(f.name()), Optional.empty(), 0, "");
    return switch (kind) {
      case REAL, FREE, ANY, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS -> Optional.of(List.of());
      case CONSTANT -> f.isScalar() ? Optional.of(List.of()) : Optional.empty();
      case POSITIVE, NONNEGATIVE, BINARY, PLUS_MINUS_ONE, UNIT_INTERVAL -> Optional.of(Said.of(word, f));
      case NEGATIVE, NONPOSITIVE, NONZERO -> f.isScalar() ? Optional.of(Said.of(word, f)) : Optional.empty();
      case DISTRIBUTION ->
          f.axes().size() == 1
              ? Optional.of(List.of(new Fact.SumsToOne(f, 0), new Fact.AllPositive(f, false)))
              : f.isScalar() ? Optional.of(vectors ? List.of() : List.of(new Fact.AllInUnitInterval(f))) : Optional.empty();
      case SUMS_TO_ONE -> f.axes().size() == 1 ? Optional.of(List.of(new Fact.SumsToOne(f, 0))) : f.isScalar() && vectors ? Optional.of(List.of()) : Optional.empty();
      case UNIT_VECTOR ->
          f.axes().size() == 1
              ? Optional.of(List.of(unit(f)))
              : f.isScalar() ? Optional.of(vectors ? List.of() : List.of(new Fact.OneOf(f, List.of(Rational.ONE, Rational.MINUS_ONE)))) : Optional.empty();
      case SYMMETRIC -> f.isScalar() || f.axes().size() == 1 ? Optional.of(List.of()) : f.axes().size() == 2 && f.axes().get(0).equals(f.axes().get(1)) ? Optional.of(List.of(new Fact.Symmetric(f))) : Optional.empty();
      case ONE_HOT ->
          f.axes().size() == 1
              ? Optional.of(List.of(new Fact.SumsToOne(f, 0), new Fact.OneOf(f, List.of(Rational.ZERO, Rational.ONE))))
              : f.isScalar() ? Optional.of(List.of()) : Optional.empty();
      case INTEGER, ROWS_ONE_HOT, COLUMNS_ONE_HOT, CLOSED_UNIT_INTERVAL, POSITIVE_DEFINITE, ORTHOGONAL, DIAGONAL, INVERTIBLE, SINGULAR, INDEPENDENT, DISTINCT, RESTRICTED -> Optional.empty();
    };
  }

  private static Fact unit(Family f) {
    Index.Bound i = new Index.Bound(1, f.axes().get(0));
    return new Fact.Equation(new Term.Over(i, Terms.power(f.at(i), 2)), Rational.ONE);
  }
}
