package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an equation introduces a name of which no value is known from it.
 *
 * @param code of the verdict
 */
record Withheld(String code, String because) {
  /** In: what an equation introduces, and whether it holds under conditions that were not understood as where it does. */
  static Optional<Withheld> of(Printed p, Introductions.Introduction i, boolean conditional, Survey survey, Introductions introductions) {
    Statement s = p.statement();
    String shown = "introduces " + i.head().shown();
    if (conditional) {
      return Optional.of(new Withheld("defines.conditional", shown + " under a condition"));
    }
    if (Scientific.open(s.left().text() + " = " + s.right().text())) {
      return Optional.of(new Withheld("defines.not-read", shown + "; is the e between two numbers the number e?"));
    }
    if (i.head().letters().stream().anyMatch(l -> survey.isSize(l, s.part()))) {
      // S_n = sum_{i=1}^n x_i: the letter is the size itself
      return Optional.of(new Withheld("defines.not-read", shown + "; its index is a size"));
    }
    if (NamedAnew.sums(i.body()) && LeftOut.said(s).isPresent() && !LeftOut.printed(s.left().text() + s.right().text())) {
      return Optional.of(new Withheld("defines.not-read", shown + "; words leave out what its sum prints"));
    }
    SingledOut single = introductions.names().told().described().singledOut();
    if (i.head().letters().stream().anyMatch(l -> single.one(l, s.part())) && !NamedAnew.sums(i.body())) {
      return Optional.of(new Withheld("defines.elements", "says what one element of " + i.head().mention().key() + " is"));
    }
    if (Stream.concat(i.head().letters().stream(), i.head().parameters().stream()).anyMatch(l -> single.some(l, s))) {
      return Optional.of(new Withheld("defines.elements", "says what " + i.head().mention().key() + " is at some place"));
    }
    boolean elements = i.head().single(i.body()) && !introductions.endsChain(p, i);
    return elements ? Optional.of(new Withheld("defines.elements", "says what some elements or values of " + i.head().mention().key() + " are")) : Optional.empty();
  }
}
