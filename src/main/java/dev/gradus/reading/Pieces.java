package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A matrix or vector whose entries are those of a family: X of its rows x_i, y of the numbers y^{(i)}.
 *
 * @param whole the name of the matrix or vector
 * @param piece the name of the family
 * @param axes of the family
 * @param turned the last axis of the family is the first one of the whole, as of columns
 */
record Pieces(String whole, String piece, List<Range> axes, boolean turned) {
  /** Takes the whole in as defined by its pieces; a misfit where the whole is known with other sizes. */
  void define(List<String> letters, Notation body, Part part, int statement, Definition.Standing standing, Names names, Ranges ranges) {
    List<Range> across = turned ? axes.reversed() : axes;
    names.quantity(whole).filter(q -> q.axes().size() == axes.size()).ifPresent(q -> {
      for (int k = 0; k < across.size(); k++) {
        ranges.unify(q.axes().get(k), across.get(k));
      }
    });
    Family family = new Family(piece, axes.stream().map(ranges::now).toList(), Family.Kind.VARIABLE, List.of(), List.of());
    List<Index.Free> slots = new ArrayList<>();
    for (Range axis : family.axes()) {
      slots.add(new Index.Free("#r" + (slots.size() + 1), axis));
    }
    List<Index.Free> placed = turned ? slots.reversed() : slots;
    names.put(new Names.Quantity(piece, family.axes(), Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), true, part));
    names.put(new Names.Quantity(whole, placed.stream().map(Index.Free::range).toList(), Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), true, part));
    Value value = new Value(placed, family.at(slots.toArray(Index[]::new)), Value.Lay.ANY);
    names.define(new Definition(whole, List.of(), letters, body, Optional.of(value), part, statement, standing, false));
  }
}
