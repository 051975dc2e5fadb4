package dev.gradus.mend;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A node of a side in its place.
 *
 * @param node what stands there
 * @param put the side with something else there
 * @param parent the node above it
 * @param script whether it stands in a script
 * @param bound letters bound by operators around it
 */
record Spot(Notation node, UnaryOperator<Notation> put, Optional<Notation> parent, boolean script, List<String> bound) {
  /** All nodes of a side, each before its parts, in printed order. */
  static List<Spot> of(Notation side) {
    List<Spot> all = new ArrayList<>();
    add(new Spot(side, n -> n, Optional.empty(), false, List.of()), all);
    return all;
  }

  private static void add(Spot spot, List<Spot> all) {
    all.add(spot);
    List<Notation> parts = spot.node().parts();
    for (int k = 0; k < parts.size(); k++) {
      int at = k;
      UnaryOperator<Notation> put = n -> spot.put().apply(Tree.with(spot.node(), Tree.replaced(parts, at, n)));
      boolean script = spot.script() || (k > 0 && (spot.node() instanceof Notation.Scripted || spot.node() instanceof Notation.BigOperator));
      List<String> bound = new ArrayList<>(spot.bound());
      if (k == 0 && spot.node() instanceof Notation.BigOperator b) {
        Binders.letters(b).forEach(bound::add);
      }
      add(new Spot(parts.get(k), put, Optional.of(spot.node()), script, bound), all);
    }
  }
}
