package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.regex.Pattern;

/** A claim in which a letter is the number of elements of a range. */
final class Counted {
  /** Letters that customarily count samples, steps and elements wherever they stand. */
  private static final List<String> NATURAL = List.of("n", "N");

  /** Letters of counts that are usually summed: N of the N_k. */
  private static final List<String> TOTALS = List.of("N", "M");

  private Counted() {}

  /** A letter that counts, beside a sum whose number of elements has no name, where the claim holds if it is that number. */
  static Optional<String> perhaps(Claim claim, Predicate<Claim> fails) {
    // "as \\sum_i p_i = 1, n c = 1": the sum may stand in what it is drawn from
    List<Range> unnamed =
        Stream.concat(Terms.ranges(claim.left(), claim.right()).stream(), claim.assumptions().stream().flatMap(a -> ClaimParts.terms(a.fact()).stream()).flatMap(t -> Terms.ranges(t).stream()))
            .distinct()
            .filter(x -> x.fixed().isEmpty() && Ranges.unnamed(x))
            .toList();
    if (unnamed.isEmpty()) {
      return Optional.empty();
    }
    List<Family> families = ClaimParts.families(claim);
    Optional<String> letter =
        families.stream()
            .filter(f -> f.isScalar() && Doubts.COUNTS.contains(f.name()))
            .filter(f -> !unnamed.stream().allMatch(u -> fails.test(as(claim, f.at(), u))))
            .map(Family::name)
            .findFirst();
    return letter.or(() -> loneSize(claim).filter(s -> !unnamed.stream().allMatch(u -> fails.test(as(claim, new Term.Size(s), u)))).map(Range::name));
  }

  /** A letter that counts, printed alone beside its own elements, N beside N_k: it may be their total. */
  static Optional<String> total(Claim claim, Survey survey) {
    Set<String> alone = new LinkedHashSet<>();
    Set<String> elements = new LinkedHashSet<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      Terms.visit(
          side,
          t -> {
            if (t instanceof Term.Entry e && e.indices().size() == 1 && TOTALS.contains(e.family().name())) {
              boolean whole = e.indices().getFirst() instanceof Index.Free && survey.everywhere(e.family().name()).alone;
              (whole ? alone : elements).add(e.family().name());
            }
          });
    }
    return alone.stream().filter(elements::contains).findFirst();
  }

  /** Letters that count, by what is customary or by what the document does with them, where the claim holds if they are natural numbers from 1 on (SOUNDNESS 8). */
  static Optional<String> natural(Claim claim, Survey survey, Set<String> ranged, Predicate<Claim> fails) {
    Set<Family> all = Terms.families(claim.left(), claim.right());
    // n - p >= 1: letters that count, and nothing else
    boolean counts = claim.order() != Claim.Order.EQUAL && all.size() > 1 && all.stream().allMatch(f -> f.isScalar() && Doubts.COUNTS.contains(f.name()));
    List<Family> letters =
        all.stream().filter(f -> f.isScalar() && f.kind() == Family.Kind.VARIABLE && (counts || NATURAL.contains(f.name()) || ranged.contains(f.name()) || survey.isSize(f.name()) || survey.isIndex(f.name()))).toList();
    Claim whole = claim;
    for (Family f : letters) {
      whole = as(whole, f.at(), Range.of("\\#" + f.name()));
    }
    return letters.isEmpty() || fails.test(whole) ? Optional.empty() : Optional.of(letters.get(0).name());
  }

  private static final Pattern AMOUNTS = Pattern.compile("\\b(counts?|frequenc(y|ies)|occurrences|tallies|histogram)\\b");

  /** What may count something in an order, where the part speaks of counts, and the order holds if it does: no count is negative. */
  static Optional<String> amounts(Claim claim, String words, Predicate<Claim> fails) {
    List<Family> families = Terms.families(claim.left(), claim.right()).stream().filter(f -> f.kind() == Family.Kind.VARIABLE && !f.isScalar()).toList();
    if (claim.order() == Claim.Order.EQUAL || families.isEmpty() || !AMOUNTS.matcher(words).find()) {
      return Optional.empty();
    }
    List<Assumption> assumptions = new ArrayList<>(claim.assumptions());
    families.forEach(f -> assumptions.add(Assumption.convention(new Fact.AllPositive(f, false), f.name() + " counts something")));
    boolean anyway = fails.test(claim.under(assumptions));
    return anyway ? Optional.empty() : Optional.of(families.getFirst().name());
  }

  /** A number of elements of which the claim has none. */
  private static Optional<Range> loneSize(Claim claim) {
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
    return sizes.stream().filter(r -> !used.contains(r.name())).findFirst();
  }

  /** In: a claim, the letter or size as a term, and a range. Out: the claim with the size of the range in its place. */
  static Claim as(Claim claim, Term letter, Range range) {
    List<Assumption> assumptions =
        claim.assumptions().stream().map(a -> a.with(Said.map(a.fact(), t -> put(t, letter, range), c -> Terms.mapTerm(c, t -> put(t, letter, range))))).toList();
    List<Term> context = claim.context().stream().map(t -> put(t, letter, range)).toList();
    return new Claim(put(claim.left(), letter, range), claim.order(), put(claim.right(), letter, range), assumptions, claim.explicit(), context);
  }

  private static Term put(Term term, Term letter, Range range) {
    return term.equals(letter) ? new Term.Size(range) : Terms.mapParts(term, t -> put(t, letter, range));
  }
}
