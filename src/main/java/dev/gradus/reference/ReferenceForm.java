package dev.gradus.reference;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.term.Term;
import java.util.List;

/**
 * A known result.
 *
 * @param name stable, for the command line
 * @param title one line
 * @param definitions in LaTeX, one formula each
 * @param statement in LaTeX
 * @param alternatives other ways to state it, in LaTeX
 * @param source the whole file, LaTeX that reads as an answer
 * @param variants the ways to put the question, with their results; the first is the statement
 */
public record ReferenceForm(
    String name, String title, List<String> definitions, String statement, List<String> alternatives, String source, List<Variant> variants) {
  public ReferenceForm {
    definitions = List.copyOf(definitions);
    alternatives = List.copyOf(alternatives);
    variants = List.copyOf(variants);
  }

  /**
   * One way to put the question.
   *
   * @param results forms of the result, all of the same value; the first is compared with
   * @param assumptions what the result needs
   */
  public record Variant(Asked asked, List<Term> results, List<Assumption> assumptions) {
    public Variant {
      results = List.copyOf(results);
      assumptions = List.copyOf(assumptions);
    }
  }
}
