package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import java.util.List;
import java.util.Optional;

/** What became of a statement. */
public sealed interface Outcome {
  Statement statement();

  /** One sentence for a person. */
  String because();

  /** A stable word for programs. */
  String code();

  /** Whether it was decided and is proved. */
  default boolean proved() {
    return this instanceof Decided d && d.verdict() instanceof Verdict.Proved;
  }

  /** The code of A <=> B where A does not follow from B: no mend of B makes it right, its sides are not what differs. */
  String CONVERSE = "differ.converse";

  /** Whether it was decided and is refuted, or holds only when its writing is mended. */
  default boolean refuted() {
    return this instanceof Mended || (this instanceof Decided d && d.verdict() instanceof Verdict.Refuted);
  }

  /** Whether it was read, and is neither proved nor refuted. */
  default boolean isLeftOpen() {
    return this instanceof Open || (this instanceof Decided && !proved() && !refuted());
  }

  /** It introduces notation. */
  record Defines(Statement statement, String code, String because) implements Outcome {}

  /** A hypothesis, a case, an equation still to be solved. */
  record Assumes(Statement statement, String code, String because) implements Outcome {
    /** What is assumed and has no other reason. */
    static Assumes hypothesis(Statement s) {
      return new Assumes(s, "assumed", "a hypothesis, a case or an equation still to be solved");
    }
  }

  /** No statement that mathematics can decide. */
  record Skipped(Statement statement, String code, String because) implements Outcome {}

  /** It could not be read. */
  record Unread(Statement statement, String code, String because) implements Outcome {}

  /** Read, but what its letters mean keeps it from being decided. */
  record Open(Statement statement, String code, String because, Optional<Claim> claim, Optional<Meaning> meaning) implements Outcome {
    public Open(Statement statement, String code, String because, Optional<Claim> claim) {
      this(statement, code, because, claim, Optional.empty());
    }
  }

  /**
   * It was decided, or the decision was tried.
   *
   * @param claim as it was lowered, with the names that reports show
   * @param verdict of the kernel
   * @param inferred what the reading inferred and the verdict rests on
   * @param reading how an ambiguous notation was read
   * @param repair a mend of writing that is proved
   * @param meanings of the readings the verdict speaks of, the nearest first: of a proof the one that is proved
   */
  record Decided(
      Statement statement,
      Claim claim,
      Verdict verdict,
      List<Assumption> inferred,
      Optional<String> reading,
      Optional<Repair> repair,
      List<Meaning> meanings,
      String code,
      String because)
      implements Outcome {
    public Decided {
      inferred = List.copyOf(inferred);
      meanings = List.copyOf(meanings);
    }

    /** The same with another evidence of the same verdict. */
    Decided with(Verdict other) {
      return new Decided(statement, claim, other, inferred, reading, repair, meanings, code, because);
    }

    /** The same with a mend beside it. */
    Decided with(Repair mend) {
      return new Decided(statement, claim, verdict, inferred, reading, Optional.of(mend), meanings, code, because);
    }
  }

  /** It says nothing as printed, for a brace or a letter that is not what was meant; mended it is proved (CONTRACT, repairs; SOUNDNESS 24). */
  record Mended(Statement statement, Repair repair, String code, String because) implements Outcome {}

  /** A mend: its kind and its name, the sides as they should be, and why. */
  record Repair(String kind, String name, String left, String right, String because) {}
}
