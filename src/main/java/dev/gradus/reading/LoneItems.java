package dev.gradus.reading;

import dev.gradus.document.Piece;
import java.util.ArrayList;
import java.util.List;

/** Markdown takes "4. Let x ..." at the start of a paragraph for a list of one item, which ends with that paragraph; the writer meant a label. */
final class LoneItems {
  private LoneItems() {}

  /** Source offsets of such items. */
  static List<Integer> of(List<Piece> pieces) {
    List<Integer> lone = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.ItemStart s && s.depth() == 1 && !s.marker().isEmpty() && Character.isDigit(s.marker().charAt(0)) && alone(pieces, i)) {
        lone.add(s.span().start());
      }
    }
    return List.copyOf(lone);
  }

  /** No item of its depth before it in its list, none behind it, and the text goes on behind the list. */
  private static boolean alone(List<Piece> pieces, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (pieces.get(i) instanceof Piece.ItemsEnd e && e.depth() == 1) {
        break;
      }
      if (pieces.get(i) instanceof Piece.ItemStart s && s.depth() == 1) {
        return false;
      }
    }
    for (int i = at + 1; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.ItemStart s && s.depth() == 1) {
        return false;
      }
      if (pieces.get(i) instanceof Piece.ItemsEnd e && e.depth() == 1) {
        return i + 1 < pieces.size() && !(pieces.get(i + 1) instanceof Piece.Heading);
      }
    }
    return false;
  }
}
