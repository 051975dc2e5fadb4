package dev.gradus.proof;

import dev.gradus.term.Reason;

/** Why a claim is neither proved nor refuted. */
public sealed interface UndecidedReason extends Reason {
  /** A proof and a counterexample were both found: a defect of this program. */
  record EngineFault(String proof, String counterexample) implements UndecidedReason {
    @Override
    public String code() {
      return "engine.fault";
    }

    @Override
    public String sentence() {
      return "engine fault: proved (" + proof + ") and refuted (" + counterexample + ")";
    }
  }

  /** No engine proved it and no point refutes it. */
  record NotProved(Reason because) implements UndecidedReason {
    @Override
    public String code() {
      return because.code();
    }

    @Override
    public String sentence() {
      return because.sentence();
    }
  }

  /** Agreement at points is no proof. */
  record OnlyPoints(int points, int digits) implements UndecidedReason {
    @Override
    public String code() {
      return "points.agree";
    }

    @Override
    public String sentence() {
      return "both sides agree at " + points + " points to " + digits + " digits, but no proof was found";
    }
  }

  /** Neither side can be looked at: no point, or nothing known of a quantity. */
  record NoPoints(String why) implements UndecidedReason {
    @Override
    public String code() {
      return "no.points";
    }

    @Override
    public String sentence() {
      return "no proof was found, and " + why;
    }
  }

  /** The value of a limit is not known. */
  record LimitUnknown(String why) implements UndecidedReason {
    @Override
    public String code() {
      return "limit.unknown";
    }

    @Override
    public String sentence() {
      return "the limit is not known: " + why;
    }
  }

  /** A limit was reached. */
  record LimitReached(String limit) implements UndecidedReason {
    @Override
    public String code() {
      return "budget." + limit.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String sentence() {
      return "the limit of " + limit.toLowerCase(java.util.Locale.ROOT) + " was reached";
    }
  }
}
