package dev.gradus.reading;

import dev.gradus.reading.Event.Beside;
import dev.gradus.reading.Event.Scope;
import dev.gradus.reading.Phrases.Sense;

/**
 * Where a scan of a sentence stands: what the next relation would be. {@code base} is what a claim is here; a condition that a cue opened lies over it.
 *
 * @param over the open condition's cue, {@code NEUTRAL} when there is none
 * @param cue the atom that opened it
 * @param taken formulas it has taken
 * @param relations relations it has taken
 * @param heavy words of content since the cue or the last formula taken
 * @param comma a comma since
 * @param and "and" since
 * @param stated the last words state: what follows is no bare condition
 */
record Mood(
    Base base,
    Base outside,
    Sense over,
    int cue,
    Scope scope,
    Beside before,
    boolean inFormula,
    boolean leads,
    int taken,
    int relations,
    boolean heavy,
    boolean comma,
    boolean and,
    boolean stated,
    int brackets) {

  /** What a relation is that no condition takes. */
  enum Base {
    STATED,
    LET,
    /** "suppose that for all x": what follows is assumed */
    SUPPOSE,
    WHERE,
    CONSEQUENCE,
    SINCE,
    GOAL,
    ASKED,
    /** "setting both equal gives": the first relation is an equation that is still to be solved */
    EQUATED
  }

  static final Mood START =
      new Mood(Base.STATED, Base.STATED, Sense.NEUTRAL, -1, Scope.SENTENCE, Beside.NOTHING, false, false, 0, 0, false, false, false, false, 0);

  boolean open() {
    return over != Sense.NEUTRAL;
  }

  boolean weak() {
    return over == Sense.FOR || over == Sense.WITH || over == Sense.QUANTIFIER;
  }

  Mood withBase(Base to) {
    return new Mood(to, outside, Sense.NEUTRAL, -1, Scope.SENTENCE, Beside.NOTHING, false, false, 0, 0, false, false, false, to == Base.SINCE || to == Base.CONSEQUENCE, brackets);
  }

  Mood closed() {
    return new Mood(base, outside, Sense.NEUTRAL, -1, Scope.SENTENCE, Beside.NOTHING, false, false, 0, 0, false, false, false, stated, brackets);
  }

  Mood opened(Sense sense, int at, Scope to, Beside beside, boolean formula, boolean first) {
    return new Mood(base, outside, sense, at, to, beside, formula, first, 0, 0, false, false, false, false, brackets);
  }

  Mood took(boolean relation) {
    return new Mood(base, outside, over, cue, scope, before, inFormula, leads, taken + 1, relations + (relation ? 1 : 0), false, false, false, stated, brackets);
  }

  Mood heavier(boolean states) {
    return new Mood(base, outside, over, cue, scope, before, inFormula, leads, taken, relations, true, comma, and, states, brackets);
  }

  /** The words since the cue are explained by what follows. */
  Mood lighter() {
    return new Mood(base, outside, over, cue, scope, before, inFormula, leads, taken, relations, false, comma, and, stated, brackets);
  }

  Mood comma(boolean is) {
    return new Mood(base, outside, over, cue, scope, before, inFormula, leads, taken, relations, heavy, is, and, stated, brackets);
  }

  /** What follows is stated, also where it could be a bare condition: it stands behind an arrow or "then". */
  Mood drawing() {
    return new Mood(base, outside, over, cue, scope, before, inFormula, leads, taken, relations, heavy, comma, and, true, brackets);
  }

  Mood joined() {
    return new Mood(base, outside, over, cue, scope, before, inFormula, leads, taken, relations, heavy, comma, true, stated, brackets);
  }

  Mood bracket(boolean opens) {
    if (opens) {
      return new Mood(base, brackets == 0 ? base : outside, over, cue, scope, before, inFormula, leads, taken, relations, heavy, comma, and, false, brackets + 1);
    }
    Mood c = closed();
    int depth = Math.max(0, brackets - 1);
    return new Mood(depth == 0 && brackets > 0 ? outside : c.base, outside, Sense.NEUTRAL, -1, Scope.SENTENCE, Beside.NOTHING, false, false, 0, 0, false, false, false, false, depth);
  }
}
