package dev.gradus.reading;

import dev.gradus.term.Budget;

/**
 * What the parts around define by a function that nobody had defined there, {@code a = g(z)}, where a part in them says what the function is: with that, in that part (READING 1, 15).
 */
final class Revalued {
  private Revalued() {}

  /** In: a function that a statement has just defined, and what is known. Out: that with what was defined by it before. */
  static Declarations.Result of(Head head, Statement s, Survey survey, Names names, Ranges ranges, Session.Layout layout) {
    String key = head.mention().key();
    Declarations.Result known = new Declarations.Result(names, ranges);
    if (head.parameters().isEmpty() || names.definitions().stream().anyMatch(d -> d.key().equals(key) && !d.part().equals(s.part()) && s.part().within(d.part()))) {
      return known;
    }
    for (Definition d : names.definitions()) {
      boolean around = d.statement() < s.number() && !d.part().equals(s.part()) && s.part().within(d.part()) && !d.inferred() && names.definition(d.key(), s.part()).filter(d::equals).isPresent();
      if (around && !d.key().equals(key) && Definitions.mentions(d.body(), key, survey.mentions())) {
        Mention name = Mention.of(d.key(), false);
        Definitions.Result taken = new Definitions(survey, Budget.standard()).take(new Head(name, d.parameters(), d.letters(), false, false), d.body(), s.part(), d.statement(), d.standing(), known.names(), known.ranges(), layout);
        known = taken instanceof Definitions.Result.Known k ? new Declarations.Result(k.names(), k.ranges()) : known;
      }
    }
    return known;
  }
}
