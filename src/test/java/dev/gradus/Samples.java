package dev.gradus;

import dev.gradus.CheckedRelation.Assuming;
import dev.gradus.CheckedRelation.Checks;
import dev.gradus.CheckedRelation.Counterexample;
import dev.gradus.CheckedRelation.Printed;
import dev.gradus.CheckedRelation.Repair;
import dev.gradus.audit.Audit;
import dev.gradus.audit.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checked relations for the tests of what is done with them. */
public final class Samples {
  private Samples() {}

  /** The text that {@link #full} counts its lines in. */
  public static final String TEXT =
      "The derivative\n$s'(x) = s(x)(1 - s(x))$\n$s'(x) = s(x)(1 + s(x))$\nand $a = b$, $c \\foo d$\n";

  /** Nothing but a verdict. */
  public static CheckedRelation bare(CheckedVerdict verdict, String code) {
    return printed("r-1", 1, 1).judged(verdict, code, "because of " + code);
  }

  public static CheckedRelation proved() {
    return provedAt(2, 8);
  }

  public static CheckedRelation provedAt(int line, int column) {
    return printed("1-a", line, column)
        .judged(CheckedVerdict.PROVED, "equal.normal-form", "both sides have the same normal form")
        .withSizes("all")
        .withLowered("s(x) - s(x)^2 = s(x)(1 - s(x))")
        .withChecks(new Checks(24, List.of(2, 3, 5)));
  }

  public static CheckedRelation refuted() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    sizes.put("n", 2);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("x_2", "0");
    values.put("x_1", "1/2");
    return printed("1-b", 3, 8)
        .judged(CheckedVerdict.REFUTED, "differ.point", "the sides differ")
        .withAssuming(
            List.of(
                new Assuming(Assuming.Kind.STATED, "y sums to 1", Optional.of(1)),
                new Assuming(Assuming.Kind.CONVENTION, "x is real", Optional.empty())))
        .withReading("s is the sigmoid")
        .withDerived("s(x)(1 - s(x))")
        .withCounterexample(new Counterexample(sizes, values, "0.2350", "1.0100"))
        .withRepair(
            new Repair(Repair.Kind.MISTAKE, "sign", "s'(x)", "s(x)(1 - s(x))", "the sign is wrong"))
        .withAudit(
            new Audit(
                new Voice(Voice.Says.DISAGREES, 1, Optional.of("it finds 1 and 1")),
                new Voice(Voice.Says.AGREES, 2, Optional.empty())));
  }

  /** A document with one of everything. */
  public static CheckedAnswer full() {
    CheckedRelation undecided =
        printed("1-c", 4, 8).judged(CheckedVerdict.UNDECIDED, "symbol.undefined", "what is a?");
    CheckedReference reference =
        new CheckedReference(
            "sigmoid-derivative",
            CheckedReference.Outcome.SAME,
            "reference.same",
            "the result is reached",
            Optional.of(new CheckedReference.Place("1-a", 2, 8)),
            "\\sigma'(x) = \\sigma(x)(1-\\sigma(x))",
            List.of(),
            Optional.empty());
    return CheckedAnswer.of("a.md", TEXT, List.of(proved(), refuted(), undecided))
        .withProblems(
            List.of(
                new Problem(Problem.Kind.NOTE, 1, 1, "note.plain", "taken as plain text"),
                new Problem(
                    Problem.Kind.UNREAD, 4, 16, "syntax.unknown-command", "\\foo is not known")))
        .withReference(reference);
  }

  /** The prover and the refuter both fired. */
  public static CheckedRelation engineFault() {
    return printed("f-1", 1, 1)
        .judged(CheckedVerdict.UNDECIDED, "engine.fault", "engine fault: proved and refuted");
  }

  /** An answer does not state what was asked for. */
  public static CheckedReference missed(String name) {
    return new CheckedReference(
        name,
        CheckedReference.Outcome.NOT_FOUND,
        "reference.not-found",
        "the result was not found",
        Optional.empty(),
        "x",
        List.of(),
        Optional.empty());
  }

  private static Printed printed(String id, int line, int column) {
    return new Printed(
        id,
        line,
        column,
        line,
        column + 3,
        Optional.empty(),
        "1 Sigmoid",
        "=",
        "s'(x)",
        "s(x)(1 - s(x))",
        Optional.empty());
  }
}
