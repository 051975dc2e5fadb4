package dev.gradus.reference;

import dev.gradus.proof.Decider;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reference.ReferenceForm.Variant;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in the claims of an answer the one that states what a reference form asks, and compares the answer's result with the form's.
 *
 * <ol>
 *   <li>A link asks the same when its left side is the reference's, proved equal, with the letters put one to one ({@link Letters}); a
 *       derivative must be written as one. The two cases of a Jacobian (equal and different indices) may stand apart.
 *   <li>The answer's result is the last right side of the last such chain.
 *   <li>It is compared with the reference's result in the answer's letters; the kernel decides.
 * </ol>
 */
public final class Alignment {
  /** Decisions that one comparison may cost. */
  private static final int MOST_DECISIONS = 48;

  private final ReferenceForm form;
  private final List<Chain> chains;

  /** The form speaks of numbers only. */
  private final boolean ofNumbers;

  private int decisions;

  private Alignment(ReferenceForm form, List<Chain> chains) {
    this.form = form;
    this.chains = chains;
    this.ofNumbers =
        form.variants().stream().allMatch(v -> Terms.families(v.asked().term(Budget.standard())).stream().allMatch(Family::isScalar));
  }

  /** In: a reference form, the chains of an answer in document order. Out: what {@link Comparison} lists. */
  public static Comparison compare(ReferenceForm form, List<Chain> chains) {
    return new Alignment(form, List.copyOf(chains)).compare();
  }

  /** For which of the equality patterns of its two indices a claim speaks. */
  private enum Case {
    ALL,
    EQUAL_INDICES,
    DIFFERENT_INDICES
  }

  /** A question with its result, for one case, in the reference's letters. */
  private record Question(Asked asked, Term left, Optional<Term.Entry> by, Term result, List<Assumption> assumptions) {}

  /** A chain that states the asked quantity: its result and the reference's, in the answer's letters. */
  private record Found(Comparison.Place place, Term result, Term expected, List<Assumption> assumptions, Claim claim) {}

  private Comparison compare() {
    Optional<Found> whole = find(Case.ALL);
    if (whole.isPresent()) {
      return judge(whole.get());
    }
    Optional<Found> equal = find(Case.EQUAL_INDICES);
    Optional<Found> different = find(Case.DIFFERENT_INDICES);
    if (equal.isPresent() && different.isPresent()) {
      return worse(judge(equal.get()), judge(different.get()));
    }
    Optional<Comparison> one = equal.or(() -> different).map(this::judge);
    if (one.isPresent() && one.get() instanceof Comparison.Different wrong) {
      return wrong;
    }
    return new Comparison.NotFound(
        one.isPresent() ? new Comparison.Why.OneCase(equal.isPresent()) : new Comparison.Why.NoClaim());
  }

  /** Of the outcomes of two cases the one that counts for both. */
  private static Comparison worse(Comparison first, Comparison second) {
    return rank(first) >= rank(second) ? first : second;
  }

  private static int rank(Comparison comparison) {
    return switch (comparison) {
      case Comparison.Same s -> 0;
      case Comparison.Agreeing a -> 1;
      case Comparison.Uncompared u -> 2;
      case Comparison.NotFound n -> 3;
      case Comparison.Different d -> 4;
    };
  }

  private Comparison judge(Found found) {
    Claim claim = new Claim(found.result(), Claim.Order.EQUAL, found.expected(), found.assumptions(), found.claim().explicit(), List.of());
    return switch (Decider.decide(claim, Budget.standard())) {
      case Verdict.Proved p -> new Comparison.Same(found.place(), found.expected(), p);
      case Verdict.Supported s -> new Comparison.Agreeing(found.place(), found.expected(), s);
      case Verdict.Refuted r -> new Comparison.Different(found.place(), found.expected(), r);
      case Verdict.Undecided u -> new Comparison.Uncompared(found.place(), found.expected(), u.reason());
    };
  }

  /** The last chain that states the asked quantity for the case. */
  private Optional<Found> find(Case which) {
    List<Question> questions = form.variants().stream().flatMap(v -> question(v, which).stream()).toList();
    for (int c = chains.size() - 1; c >= 0; c--) {
      List<Chain.Link> links = equalities(chains.get(c));
      for (int k = 0; k < links.size(); k++) {
        if (caseOf(links.get(k).claim()) != Case.ALL && caseOf(links.get(k).claim()) != which) {
          continue;
        }
        for (Question question : questions) {
          Optional<Found> found = match(question, which, c, links, k);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The links up to the first that is no equation, as the form needs them. */
  private List<Chain.Link> equalities(Chain chain) {
    List<Chain.Link> links =
        chain.links().stream().takeWhile(l -> l.claim().order() == Claim.Order.EQUAL).map(Restated::forEqualIndices).toList();
    return ofNumbers ? Restated.forOneComponent(links) : links;
  }

  /** What a claim says of the equality of its indices. */
  private static Case caseOf(Claim claim) {
    for (Assumption assumption : claim.assumptions()) {
      if (assumption.fact() instanceof Fact.Holds h) {
        switch (h.condition()) {
          case Condition.Same s -> {
            return Case.EQUAL_INDICES;
          }
          case Condition.Distinct d -> {
            return Case.DIFFERENT_INDICES;
          }
          case Condition.Before b -> {
            return Case.DIFFERENT_INDICES;
          }
          case Condition.Positive p -> {}
          case Condition.NonNegative p -> {}
          case Condition.Zero p -> {}
          case Condition.NonZero p -> {}
        }
      }
    }
    return Case.ALL;
  }

  /** The variant for a case; empty when it has no two indices to be equal or different. */
  private static Optional<Question> question(Variant variant, Case which) {
    Budget budget = Budget.standard();
    Asked asked = variant.asked();
    Term left = asked.term(budget);
    Optional<Term.Entry> by = asked instanceof Asked.Derivative d ? Optional.of(d.by()) : Optional.empty();
    Term result = variant.results().get(0);
    List<Index.Free> free = free(left);
    if (which != Case.ALL && (free.size() != 2 || !free.get(0).range().equals(free.get(1).range()))) {
      return Optional.empty();
    }
    if (which != Case.EQUAL_INDICES) {
      return Optional.of(new Question(asked, left, by, result, variant.assumptions()));
    }
    Map<Index, Index> same = new LinkedHashMap<>();
    same.put(free.get(1), free.get(0));
    Asked askedOfOne =
        switch (asked) {
          case Asked.Derivative d ->
              new Asked.Derivative(Terms.substitute(d.term(), same), (Term.Entry) Terms.substitute(d.by(), same));
          case Asked.Value v -> new Asked.Value(Terms.substitute(v.term(), same));
        };
    return Optional.of(
        new Question(
            askedOfOne,
            Terms.substitute(left, same),
            by.map(b -> (Term.Entry) Terms.substitute(b, same)),
            Terms.substitute(result, same),
            variant.assumptions()));
  }

  private Optional<Found> match(Question question, Case which, int chain, List<Chain.Link> links, int k) {
    Chain.Link link = links.get(k);
    Claim claim = link.claim();
    Comparison.Place place = new Comparison.Place(chain, links.size() - 1);
    Term last = links.get(links.size() - 1).claim().right();
    Optional<Found> forward = letters(question, which, link, claim.left()).map(l -> found(place, last, l, question, claim));
    if (forward.isPresent() || question.by().isPresent() || k > 0) {
      return forward;
    }
    // An identity may be written from its other side.
    return letters(question, which, link, last).map(l -> found(place, claim.left(), l, question, claim));
  }

  private static Found found(Comparison.Place place, Term result, Letters letters, Question question, Claim claim) {
    List<Assumption> assumptions = new ArrayList<>(claim.assumptions());
    for (Assumption needed : question.assumptions()) {
      Assumption named = letters.in(needed);
      if (assumptions.stream().noneMatch(a -> a.fact().equals(named.fact()))) {
        assumptions.add(named);
      }
    }
    return new Found(place, result, letters.in(question.result()), assumptions, claim);
  }

  /** The letters with which the side is the asked quantity. */
  private Optional<Letters> letters(Question question, Case which, Chain.Link link, Term side) {
    List<Family> families = List.copyOf(Terms.families(side));
    List<Family> asked = List.copyOf(Terms.families(question.left()));
    Set<Index> open = Terms.openIndices(side);
    if (open.stream().anyMatch(i -> !(i instanceof Index.Free))) {
      return Optional.empty();
    }
    for (Letters letters : Letters.all(asked, free(question.left()), families, free(side))) {
      if (isAsked(question, which, link, side, letters)) {
        return Optional.of(letters);
      }
    }
    return Optional.empty();
  }

  private boolean isAsked(Question question, Case which, Chain.Link link, Term side, Letters letters) {
    Term left = letters.in(question.left());
    if (question.by().isPresent()) {
      Term.Entry by = letters.in(question.by().get());
      if (link.derivative().isPresent()) {
        if (!link.derivative().get().by().equals(by)) {
          return false;
        }
      } else if (!side.equals(left)) {
        // Not written as a derivative, and not one that a name stands for either.
        return false;
      }
    }
    List<Assumption> assumptions =
        which == Case.ALL ? List.of() : link.claim().assumptions().stream().filter(a -> a.fact() instanceof Fact.Holds).toList();
    return side.equals(left) || isProved(new Claim(side, Claim.Order.EQUAL, left, assumptions, List.of(), List.of()));
  }

  private boolean isProved(Claim claim) {
    if (++decisions > MOST_DECISIONS) {
      return false;
    }
    return Decider.decide(claim, Budget.standard()) instanceof Verdict.Proved;
  }

  private static List<Index.Free> free(Term term) {
    List<Index.Free> free = new ArrayList<>();
    for (Index index : Terms.openIndices(term)) {
      if (index instanceof Index.Free f) {
        free.add(f);
      }
    }
    return free;
  }
}
