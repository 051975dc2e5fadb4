package dev.gradus.proof.kernel;

import dev.gradus.term.Budget;
import dev.gradus.term.Reason;

/** Why {@link Kernel} refuses a piece of evidence. */
public sealed interface Refusal extends Reason {
  /** The evidence is not of a kind that can show such a claim. */
  record WrongKind(String what) implements Refusal {
    @Override
    public String code() {
      return "evidence.kind";
    }

    @Override
    public String sentence() {
      return what;
    }
  }

  /** The normal forms of the sides differ in a pattern of the indices; that says nothing about their values. */
  record FormsDiffer(String pattern) implements Refusal {
    @Override
    public String code() {
      return "forms.differ";
    }

    @Override
    public String sentence() {
      return "the normal forms of the two sides differ" + (pattern.isEmpty() ? "" : " where " + pattern);
    }
  }

  /** No point was given at which both sides have a value (SOUNDNESS 6, 7). */
  record NoWitness(String pattern) implements Refusal {
    @Override
    public String code() {
      return "no.witness";
    }

    @Override
    public String sentence() {
      return "no point is known at which both sides have a value" + (pattern.isEmpty() ? "" : " where " + pattern);
    }
  }

  /** The proof would cut a part out of a domain that the text states (SOUNDNESS 6). */
  record CutsStatedDomain(String cut) implements Refusal {
    @Override
    public String code() {
      return "domain.cut";
    }

    @Override
    public String sentence() {
      return "it holds only where " + cut + ", and the text states the domain";
    }
  }

  /** A point that does not refute. */
  record PointProvesNothing(String why) implements Refusal {
    @Override
    public String code() {
      return "point.refused";
    }

    @Override
    public String sentence() {
      return "the point does not refute: " + why;
    }
  }

  /** The claim itself cannot be judged. */
  record Malformed(String what) implements Refusal {
    @Override
    public String code() {
      return "claim.malformed";
    }

    @Override
    public String sentence() {
      return what;
    }
  }

  /** A limit was reached. */
  record OutOfBudget(Budget.Limit limit) implements Refusal {
    @Override
    public String code() {
      return "budget." + limit.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String sentence() {
      return "the limit of " + limit.value() + " " + limit.name().toLowerCase(java.util.Locale.ROOT) + " was reached";
    }
  }
}
