package dev.gradus;

import java.util.List;
import java.util.Optional;

/**
 * A checked document.
 *
 * @param file as the user named it, {@code -} for standard input, {@code -e} for a formula of the
 *     command line
 * @param text what lines and columns count in: the document as it was decoded (of a notebook its
 *     Markdown cells joined with blank lines)
 * @param relations in document order
 * @param problems unread places outside of relations, and remarks, in document order
 * @param reference how the answer's result compares with the reference form, when one was asked for
 */
public record CheckedAnswer(
    String file,
    String text,
    List<CheckedRelation> relations,
    List<Problem> problems,
    Optional<CheckedReference> reference) {
  public CheckedAnswer {
    relations = List.copyOf(relations);
    problems = List.copyOf(problems);
  }

  /** Without problems or a reference. */
  public static CheckedAnswer of(String file, String text, List<CheckedRelation> relations) {
    return new CheckedAnswer(file, text, relations, List.of(), Optional.empty());
  }

  public CheckedAnswer withProblems(List<Problem> found) {
    return new CheckedAnswer(file, text, relations, found, reference);
  }

  public CheckedAnswer withReference(CheckedReference outcome) {
    return new CheckedAnswer(file, text, relations, problems, Optional.of(outcome));
  }
}
