package dev.gradus;

import dev.gradus.document.Answer;
import dev.gradus.document.AnswerReader;
import dev.gradus.document.AnswerReader.Format;
import dev.gradus.document.LineMap;
import dev.gradus.document.Opened;
import dev.gradus.document.Source;
import dev.gradus.document.Trouble;
import dev.gradus.reading.Explained;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Reader;
import dev.gradus.reference.ReferenceForm;
import dev.gradus.reference.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Checks documents: the whole pipeline, and the way in for Java programs.
 *
 * <ol>
 *   <li>{@code document} decodes the bytes and cuts the text into headings, prose and formulas, every formula into clauses at its relation signs;
 *   <li>{@code notation} parses the sides of each relation into a tree that leaves meaning open;
 *   <li>{@code reading} says what each statement is and, for a claim, what it means: a term in index notation for each side, under the definitions, conditions
 *       and conventions in force; statement by statement, each decided before the next one is read;
 *   <li>{@code proof} looks for evidence, and its kernel, which alone makes a proof or a counterexample, judges it;
 *   <li>{@code cas} is asked for the right derivative where a derivative claim was not proved; the kernel proves its answer before it is shown;
 *   <li>{@code reference} compares the result of the answer with the reference form that the options name;
 *   <li>{@code audit}, where the options ask for it, puts proofs and refutations to Symja and to spot checks;
 *   <li>here the outcomes become the records that {@code report} prints.
 * </ol>
 *
 * Thread-safe, without static state; no output, no exit. Any text is an answer: what cannot be read is said.
 */
public final class Checker {
  private final Optional<ReferenceForm> reference;
  private final Optional<Givens> givens;
  private final boolean audit;

  private Checker(Optional<ReferenceForm> reference, Optional<Givens> givens, boolean audit) {
    this.reference = reference;
    this.givens = givens;
    this.audit = audit;
  }

  /** In: options. Out: a checker; an {@link IllegalArgumentException} when they name a reference form that is not there. */
  public static Checker of(CheckOptions options) {
    return new Checker(options.reference().map(Checker::form), options.givens(), options.audit());
  }

  private static ReferenceForm form(String name) {
    return References.find(name).orElseThrow(() -> new IllegalArgumentException("no reference form is called " + name));
  }

  /**
   * A document in UTF-8; the end of its name tells its format ({@code .tex}, {@code .md}, {@code .ipynb}; else text). One that cannot be opened has no
   * relation, and a problem whose code begins with {@code unreadable-file}.
   */
  public CheckedAnswer check(String name, byte[] content) {
    return switch (AnswerReader.open(name, content)) {
      case Opened.Ready ready -> checked(AnswerReader.read(ready.source(), ready.format()));
      case Opened.Refused refused -> unopened(name, refused);
    };
  }

  private static CheckedAnswer unopened(String name, Opened.Refused refused) {
    return CheckedAnswer.of(name, "", List.of())
        .withProblems(List.of(new Problem(Problem.Kind.UNREAD, 1, 1, refused.code(), refused.message())));
  }

  /** One formula without delimiters. */
  public CheckedAnswer checkFormula(String name, String formula) {
    return checked(AnswerReader.read(Source.of(name, formula), Format.FORMULA));
  }

  /**
   * How the relations of a line were read and decided.
   *
   * @param line 1-based
   * @param column of one relation's sign, 1-based in code points; empty: all of the line
   */
  public ExplainedAnswer explain(String name, byte[] content, int line, OptionalInt column) {
    return switch (AnswerReader.open(name, content)) {
      case Opened.Ready ready -> explained(AnswerReader.read(ready.source(), ready.format()), line, column);
      case Opened.Refused refused -> new ExplainedAnswer(unopened(name, refused), List.of());
    };
  }

  private ExplainedAnswer explained(Answer alone, int line, OptionalInt column) {
    Answer answer = givens.map(g -> g.before(alone)).orElse(alone);
    List<Explained> all = Reader.explained(answer);
    List<Explained> own = all.stream().filter(e -> !answer.given(e.outcome().statement().clause())).toList();
    CheckedAnswer checked = checked(answer, own.stream().map(Explained::outcome).toList());
    Explanations words = new Explanations(answer, all);
    List<Explanation> found = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      CheckedRelation r = checked.relations().get(i);
      if (r.line() == line && (column.isEmpty() || r.column() == column.getAsInt())) {
        found.add(words.of(r, own.get(i)));
      }
    }
    return new ExplainedAnswer(checked, found);
  }

  private CheckedAnswer checked(Answer alone) {
    Answer answer = givens.map(g -> g.before(alone)).orElse(alone);
    return checked(answer, Reader.read(answer).stream().filter(o -> !answer.given(o.statement().clause())).toList());
  }

  private CheckedAnswer checked(Answer answer, List<Outcome> outcomes) {
    List<CheckedRelation> relations = new Findings(answer, audit).of(outcomes);
    CheckedAnswer checked =
        CheckedAnswer.of(answer.source().name(), answer.source().text(), relations).withProblems(problems(answer));
    return reference.map(form -> checked.withReference(Reached.of(form, answer, outcomes, relations))).orElse(checked);
  }

  static List<Problem> problems(Answer answer) {
    List<Problem> problems = new ArrayList<>();
    for (Trouble t : answer.troubles()) {
      LineMap.Position at = answer.at(t.span().start());
      Problem.Kind kind = t.code().startsWith("note.") ? Problem.Kind.NOTE : Problem.Kind.UNREAD;
      problems.add(new Problem(kind, at.line(), at.column(), t.code(), t.message()));
    }
    return problems;
  }
}
