package dev.gradus;

import dev.gradus.audit.Audit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A relation of a document with its verdict: what reports show of it. Lines and columns are
 * 1-based, columns count code points.
 *
 * @param id stable when other parts of the document change
 * @param line of the first character of the relation sign
 * @param column of the first character of the relation sign
 * @param endLine of the place just after the right side
 * @param endColumn of the place just after the right side
 * @param cell the notebook cell, when the document is a notebook
 * @param section the headings above, outermost first, as one text; empty without any
 * @param relation the sign: {@code =}, {@code <=}, {@code :=}, ...
 * @param left the LaTeX of the left side as it was taken
 * @param right the LaTeX of the right side as it was taken
 * @param code for programs: {@code equal.normal-form}, {@code budget.steps}, ...
 * @param because one sentence for a person
 * @param sizes what it is proved for: {@code all}, {@code n >= 2}; empty where nothing is proved
 * @param assuming what the verdict needs
 * @param after the id of the row that this one continues
 * @param reading how an ambiguous notation was read
 * @param checks the numeric spot checks made
 * @param derived the derivative, for a derivative claim that was not proved
 * @param counterexample of a refuted relation
 * @param repair a mend that makes it true
 * @param lowered the claim as it was decided, in index notation; shown beside the source
 * @param audit what Symja and spot checks say of the verdict, where that was asked for
 */
public record CheckedRelation(
    String id,
    int line,
    int column,
    int endLine,
    int endColumn,
    Optional<Cell> cell,
    String section,
    String relation,
    String left,
    String right,
    CheckedVerdict verdict,
    String code,
    String because,
    Optional<String> sizes,
    List<Assuming> assuming,
    Optional<String> after,
    Optional<String> reading,
    Optional<Checks> checks,
    Optional<String> derived,
    Optional<Counterexample> counterexample,
    Optional<Repair> repair,
    Optional<String> lowered,
    Optional<Audit> audit) {

  /** A notebook cell (counted from 1, all cells) and the 1-based line within it. */
  public record Cell(int number, int line) {}

  /** Something a verdict needs; the line is where the document states it. */
  public record Assuming(Assuming.Kind kind, String text, Optional<Integer> line) {
    public enum Kind {
      STATED,
      CONVENTION,
      INFERRED,
      CONDITION;

      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** For a person: {@code x > 0 (stated, line 3)}. */
    public String sentence() {
      return text + " (" + kind.word() + line.map(l -> ", line " + l).orElse("") + ")";
    }
  }

  /** How many points were tried, at which sizes. */
  public record Checks(int points, List<Integer> sizes) {
    public Checks {
      sizes = List.copyOf(sizes);
    }
  }

  /**
   * Where both sides differ. Maps are in printing order.
   *
   * @param sizes by name: {@code n} is 2
   * @param values by name, rational numbers as printed: {@code x_1} is {@code 1/2}
   * @param left value of the left side there, or a word for it ({@code undefined})
   * @param right value of the right side there
   */
  public record Counterexample(
      Map<String, Integer> sizes, Map<String, String> values, String left, String right) {
    public Counterexample {
      sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Where it is, for a person: {@code at n = 2, x = 1/2}; empty for a claim of numbers. */
    public String place() {
      List<String> places = new ArrayList<>();
      sizes.forEach((name, value) -> places.add(name + " = " + value));
      values.forEach((name, value) -> places.add(name + " = " + value));
      return places.isEmpty() ? "" : "at " + String.join(", ", places);
    }
  }

  /** The sides with a mend, the name of what was mended, and what was changed. */
  public record Repair(Repair.Kind kind, String name, String left, String right, String because) {
    public enum Kind {
      INDEX,
      BRACE,
      SYMBOL,
      SCRIPT,
      ORDER,
      CASE,
      MISTAKE;

      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  /** The id, place and sides of a relation: what is known before there is a verdict. */
  public record Printed(
      String id,
      int line,
      int column,
      int endLine,
      int endColumn,
      Optional<Cell> cell,
      String section,
      String relation,
      String left,
      String right,
      Optional<String> after) {

    /** With a verdict and its reason; everything else is empty until a {@code with} adds it. */
    public CheckedRelation judged(CheckedVerdict verdict, String code, String because) {
      return new CheckedRelation(
          id,
          line,
          column,
          endLine,
          endColumn,
          cell,
          section,
          relation,
          left,
          right,
          verdict,
          code,
          because,
          Optional.empty(),
          List.of(),
          after,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  public CheckedRelation {
    assuming = List.copyOf(assuming);
  }

  /** The prover and the refuter both fired: a defect of the program. */
  public boolean isEngineFault() {
    return verdict == CheckedVerdict.UNDECIDED && because.startsWith("engine fault");
  }

  public CheckedRelation withSizes(String value) {
    return with(
        Optional.of(value), assuming, reading, checks, derived, counterexample, repair, lowered, audit);
  }

  public CheckedRelation withAssuming(List<Assuming> value) {
    return with(sizes, value, reading, checks, derived, counterexample, repair, lowered, audit);
  }

  public CheckedRelation withReading(String value) {
    return with(
        sizes, assuming, Optional.of(value), checks, derived, counterexample, repair, lowered, audit);
  }

  public CheckedRelation withChecks(Checks value) {
    return with(
        sizes, assuming, reading, Optional.of(value), derived, counterexample, repair, lowered, audit);
  }

  public CheckedRelation withDerived(String value) {
    return with(
        sizes, assuming, reading, checks, Optional.of(value), counterexample, repair, lowered, audit);
  }

  public CheckedRelation withCounterexample(Counterexample value) {
    return with(sizes, assuming, reading, checks, derived, Optional.of(value), repair, lowered, audit);
  }

  public CheckedRelation withRepair(Repair value) {
    return with(
        sizes, assuming, reading, checks, derived, counterexample, Optional.of(value), lowered, audit);
  }

  public CheckedRelation withLowered(String value) {
    return with(
        sizes, assuming, reading, checks, derived, counterexample, repair, Optional.of(value), audit);
  }

  public CheckedRelation withAudit(Audit value) {
    return with(
        sizes, assuming, reading, checks, derived, counterexample, repair, lowered, Optional.of(value));
  }

  /** The same relation with another verdict; nothing that only the old one has is kept. */
  CheckedRelation judgedAnew(CheckedVerdict verdict, String code, String because) {
    Printed printed =
        new Printed(
            id, line, column, endLine, endColumn, cell, section, relation, left, right, after);
    return lowered.map(printed.judged(verdict, code, because)::withLowered).orElse(printed.judged(verdict, code, because));
  }

  private CheckedRelation with(
      Optional<String> sizes,
      List<Assuming> assuming,
      Optional<String> reading,
      Optional<Checks> checks,
      Optional<String> derived,
      Optional<Counterexample> counterexample,
      Optional<Repair> repair,
      Optional<String> lowered,
      Optional<Audit> audit) {
    return new CheckedRelation(
        id,
        line,
        column,
        endLine,
        endColumn,
        cell,
        section,
        relation,
        left,
        right,
        verdict,
        code,
        because,
        sizes,
        assuming,
        after,
        reading,
        checks,
        derived,
        counterexample,
        repair,
        lowered,
        audit);
  }
}
