package dev.gradus;

import java.util.List;

/**
 * All that one run found: the checked documents in the order of the arguments, and what could not
 * be checked.
 */
public record RunReport(List<CheckedAnswer> documents, List<RunError> errors) {
  /**
   * A document that could not be checked.
   *
   * @param code for programs: {@code unreadable-file}, {@code binary-file}, {@code internal-error},
   *     ...
   */
  public record RunError(String file, String code, String message) {}

  public RunReport {
    documents = List.copyOf(documents);
    errors = List.copyOf(errors);
  }

  /** The counts over all documents. */
  public Tally tally() {
    return Tally.of(documents.stream().flatMap(d -> d.relations().stream()).toList());
  }
}
