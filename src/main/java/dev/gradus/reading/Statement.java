package dev.gradus.reading;

import dev.gradus.document.Clause.Sign;
import dev.gradus.document.MathText;
import dev.gradus.document.Span;
import java.util.List;
import java.util.Optional;

/**
 * One relation of the document with what the text around it says of it. Statements are numbered in source order of their signs.
 *
 * @param number its place in the list of statements
 * @param clause index in {@code Answer.clauses()}
 * @param link which sign of the clause
 * @param left the left side as printed, also when it stands in the row or display above
 * @param right the right side as printed
 * @param after the statement whose right side is this one's left side (a chain), when there is one
 * @param cue what the words and signs around it say it is
 * @param conditions statements (by number) that are assumed where this one stands: conditions of its sentence, display or case, "let" and "assume" of its part and
 *     the parts around it (READING 2, 3, 9), ended ones left out
 * @param premises for a consequence (so, hence, &rArr;): the statements it is drawn from, nearest first; empty otherwise
 * @param qualifier the words of a condition that was not understood (READING 6): then nothing is refuted
 * @param opens what the words before it in its sentence are, lower case, formulas as {@code $}: for names that the words give ("the logistic function $")
 * @param closes the words after it in its sentence
 * @param fixed names held fixed by the text (READING 7), as printed
 * @param notes what else the text says of it
 */
public record Statement(
    int number,
    int clause,
    int link,
    Sign sign,
    MathText left,
    MathText right,
    Optional<Integer> after,
    Part part,
    Cue cue,
    List<Integer> conditions,
    List<Integer> premises,
    Optional<String> qualifier,
    String opens,
    String closes,
    List<String> fixed,
    Notes notes) {

  /** What the text says a relation is, before anything is known of its mathematics. */
  public enum Cue {
    /** nothing special: a claim, or a definition if its left side is fresh */
    STATED,
    /** after let, define, write, put, denote, where, with, :=, "def" above the sign: a definition if the left side allows it */
    INTRODUCED,
    /** READING 9: after if, for, when, at, suppose, given, assume, such that; a case condition in a cell; the first relation before an implication */
    ASSUMED,
    /** "set to 0": the {@code = 0} at the end of a chain (READING 10) */
    SET_TO_ZERO,
    /** after so, hence, therefore, thus, yields, &rArr;: {@code premises} says from what */
    CONSEQUENCE,
    /** both sides of {@code <=>}: like a consequence, both ways */
    EQUIVALENT,
    /** "show that", "prove": judged, never used */
    GOAL,
    /** {@code ?=}, "find .. for which": an equation to be solved */
    ASKED,
    /** index ranges (k=1,..,K), dimension remarks, lists: no claim */
    NO_CLAIM,
    /** a limit written with an arrow */
    LIMIT;

    /** Whether it is drawn from what stands before it. */
    boolean drawn() {
      return this == CONSEQUENCE || this == EQUIVALENT;
    }

    /** Whether it is a conclusion, drawn or to be shown. */
    boolean concludes() {
      return drawn() || this == GOAL;
    }
  }

  public Statement {
    conditions = List.copyOf(conditions);
    premises = List.copyOf(premises);
    fixed = List.copyOf(fixed);
  }

  /** Conditions that may be in force where it defines something: what stands behind a colon is of what is said there. */
  List<Integer> perhaps() {
    return closes.strip().startsWith(":") ? notes.maybe().stream().filter(c -> c < number).toList() : notes.maybe();
  }

  public Span span() {
    return sign.span();
  }

  /** Whether it stands behind another one in the same sentence. */
  boolean inSentenceBehind(Statement other) {
    return opens.length() > other.opens.length() && opens.startsWith(other.opens) && other.closes.endsWith(closes);
  }

  /** Whether the text says nothing of it, but in conditions that are statements themselves or stand before it in its chain, that it does not say of another one. */
  boolean saysNoMoreThan(Statement other) {
    boolean own = notes.unread().isPresent() || !notes.bracketed().isEmpty() || !premises.containsAll(notes.maybe()) || (notes.maybe().isEmpty() && qualifier.isPresent());
    return !own && other.notes.facts().containsAll(notes.facts()) && other.notes.maybeFacts().containsAll(notes.maybeFacts()) && fixed.equals(other.fixed);
  }

  /** The words before it and after it in its sentence. */
  String words() {
    return opens + " " + closes;
  }
}
