package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of the document (READING 1): a heading's text, a list item, a table row, or what opens with a label ((b), Q 3, 6., Case 1, a bold lead-in).
 * Parts nest; the outermost is the whole document. Compared by {@code number}.
 *
 * @param number unique within the document, in document order; 0 is the whole document
 * @param parent empty for the whole document
 * @param given the part of the assignment's text that it answers: what counts there counts here
 * @param assignment whether it is itself a part of the assignment's text
 * @param label as printed ({@code (b)}, {@code 2 Neural Network Basics}); empty for the whole document
 * @param heading true when a heading opened it (READING 17 speaks of headings)
 * @param words all prose of the part and of the parts in it, formulas left out, lower case: for the names and phrases that it holds
 * @param own the same without the parts in it
 */
public record Part(int number, Optional<Part> parent, Optional<Part> given, boolean assignment, String label, boolean heading, String words, String own) {
  /** Whether this part is the other one or lies in it. */
  public boolean within(Part other) {
    return number == other.number || (given.isPresent() && given.get().number == other.number) || (parent.isPresent() && parent.get().within(other));
  }

  /** The same where a step that goes on from another one is a part beside it, not one in it. */
  boolean inside(Part other) {
    return number == other.number || (given.isPresent() && given.get().number == other.number) || upper().filter(p -> p.inside(other)).isPresent();
  }

  /** The part around it and, if it is a step, around the steps that it goes on from. */
  Optional<Part> upper() {
    return parent.filter(p -> Parts.goesOn(p.label, label)).isPresent() ? parent.get().upper() : parent;
  }

  /** Whether one of two parts lies in the other. */
  public boolean near(Part other) {
    return within(other) || other.within(this);
  }

  /** This part, then the parts around it, outwards; behind each the part of the assignment that it answers. */
  public List<Part> chain() {
    List<Part> up = new ArrayList<>();
    Optional<Part> at = Optional.of(this);
    while (at.isPresent()) {
      up.add(at.get());
      at.get().given().ifPresent(up::add);
      at = at.get().parent();
    }
    return List.copyOf(up);
  }

  /** The number of the outermost part of the answer that it stands in, 0 outside of any. */
  int chapter() {
    List<Part> chain = chain().stream().filter(p -> !p.assignment()).toList();
    return chain.size() >= 2 ? chain.get(chain.size() - 2).number() : 0;
  }

  /** The nearest part that a heading opened, this one or one around it; the whole document where there is none. */
  public Part section() {
    List<Part> chain = chain();
    return chain.stream().filter(Part::heading).findFirst().orElse(chain.getLast());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Part p && p.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
