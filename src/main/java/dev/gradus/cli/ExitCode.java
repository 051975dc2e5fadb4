package dev.gradus.cli;

import dev.gradus.CheckedAnswer;
import dev.gradus.CheckedReference;
import dev.gradus.CheckedRelation;
import dev.gradus.CheckedVerdict;
import dev.gradus.Problem;
import dev.gradus.RunReport;
import dev.gradus.Tally;
import java.math.BigDecimal;
import java.util.Optional;

/** What the command ends with; the highest that applies. */
final class ExitCode {
  static final int FINE = 0;
  static final int FOUND = 1;
  static final int BAD_USAGE = 2;
  static final int DEFECT = 70;

  private ExitCode() {}

  /** What makes a run end with {@link #FOUND}; each one includes those before it. */
  enum FailOn {
    NEVER,
    REFUTED,
    UNDECIDED,
    UNREAD;

    /** Picocli prints and reads this form. */
    @Override
    public String toString() {
      return switch (this) {
        case NEVER -> "never";
        case REFUTED -> "refuted";
        case UNDECIDED -> "undecided";
        case UNREAD -> "unread";
      };
    }

    private boolean names(CheckedVerdict verdict) {
      return switch (verdict) {
        case REFUTED -> compareTo(REFUTED) >= 0;
        case SUPPORTED, UNDECIDED -> compareTo(UNDECIDED) >= 0;
        case UNREAD -> this == UNREAD;
        case PROVED, DEFINES, ASSUMES, SKIPPED -> false;
      };
    }
  }

  static int of(RunReport report, FailOn failOn, Optional<BigDecimal> minCoverage) {
    boolean defect =
        report.errors().stream().anyMatch(e -> e.code().equals(Runner.INTERNAL_ERROR))
            || report.documents().stream()
                .flatMap(d -> d.relations().stream())
                .anyMatch(CheckedRelation::isEngineFault);
    if (defect) {
      return DEFECT;
    }
    if (!report.errors().isEmpty()) {
      return BAD_USAGE;
    }
    boolean found =
        report.documents().stream()
                .anyMatch(d ->
                    isNamed(d, failOn)
                        || d.reference().map(CheckedReference::isMissed).orElse(false))
            || minCoverage.map(least -> isBelow(report.tally(), least)).orElse(false);
    return found ? FOUND : FINE;
  }

  private static boolean isNamed(CheckedAnswer answer, FailOn failOn) {
    if (answer.relations().stream().anyMatch(r -> failOn.names(r.verdict()))) {
      return true;
    }
    boolean unread =
        answer.relations().isEmpty()
            || answer.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.UNREAD);
    return unread && failOn.names(CheckedVerdict.UNREAD);
  }

  /** Without any claim nothing was decided: every coverage but 0 is missed. */
  private static boolean isBelow(Tally tally, BigDecimal least) {
    if (tally.claims() == 0) {
      return least.signum() > 0;
    }
    return BigDecimal.valueOf(tally.decided())
            .compareTo(least.multiply(BigDecimal.valueOf(tally.claims())))
        < 0;
  }
}
