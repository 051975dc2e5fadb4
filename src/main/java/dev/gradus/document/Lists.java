package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open list items of a Markdown document. */
final class Lists {
  /** A list marker at the head of a line: where its line's content begins. */
  record Marker(String printed, int column, int from, int contentFrom, boolean ordered) {}

  /** An open item: the columns of its marker and of its content, and whether it is alone in its list. */
  private record Item(int column, int content, boolean ordered, boolean alone) {}

  private final Pieces pieces;
  private final List<Item> items = new ArrayList<>();
  /** text outside of the item's indentation came after the last item */
  private boolean loose;

  Lists(Pieces pieces) {
    this.pieces = pieces;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** The marker in the line from {@code from} to {@code end}, white space before it allowed. */
  static Optional<Marker> marker(String text, int from, int end) {
    int i = from;
    int column = 0;
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      column += text.charAt(i) == '\t' ? 4 : 1;
      i++;
    }
    int k = i;
    boolean ordered = false;
    if (k < end && (text.charAt(k) == '-' || text.charAt(k) == '*' || text.charAt(k) == '+' || text.charAt(k) == '•')) {
      k++;
    } else {
      while (k < end && k - i < 4 && text.charAt(k) >= '0' && text.charAt(k) <= '9') {
        k++;
      }
      if (k == i || k >= end || (text.charAt(k) != '.' && text.charAt(k) != ')')) {
        return Optional.empty();
      }
      ordered = true;
      k++;
    }
    if (k < end && text.charAt(k) != ' ' && text.charAt(k) != '\t') {
      return Optional.empty();
    }
    int content = k;
    while (content < end && text.charAt(content) == ' ') {
      content++;
    }
    return Optional.of(new Marker(text.substring(i, k), column, i, content, ordered));
  }

  void item(Marker marker) {
    boolean sibling = false;
    while (!items.isEmpty()) {
      Item top = items.getLast();
      if (marker.column() >= top.content() && !(top.alone() && loose)) {
        break;
      }
      if (marker.column() >= top.column() || items.size() == 1) {
        sibling = true;
        items.removeLast();
        break;
      }
      close(marker.from());
    }
    items.add(new Item(marker.column(), marker.column() + marker.printed().length() + 1, marker.ordered(), !sibling || loose));
    loose = false;
    pieces.structure(new Piece.ItemStart(new Span(marker.from(), marker.from() + marker.printed().length()), items.size(), marker.printed()));
  }

  /** A paragraph begins at a column: items that it is not part of end. A numbered item alone in its list keeps what follows it: it is a heading rather. */
  void paragraph(int column, int at) {
    while (!items.isEmpty() && column < items.getLast().content() - 1) {
      Item top = items.getLast();
      if (items.size() == 1 && top.ordered() && top.alone()) {
        loose = true;
        return;
      }
      close(at);
    }
  }

  void end(int at) {
    while (!items.isEmpty()) {
      close(at);
    }
    loose = false;
  }

  /** Ends the innermost item. */
  private void close(int at) {
    items.removeLast();
    pieces.structure(new Piece.ItemsEnd(new Span(at, at), items.size() + 1));
  }
}
