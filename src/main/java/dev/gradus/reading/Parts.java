package dev.gradus.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds the tree of parts (READING 1) while the document is walked from top to bottom. Number 0 is the whole document. */
final class Parts {
  /** What opened a part. */
  private sealed interface Opener {
    record Whole() implements Opener {}

    record Heading(int level) implements Opener {}

    record Item(int depth) implements Opener {}

    record Row(int row) implements Opener {}

    record Environment(String name) implements Opener {}

    record Label(Labels.Kind kind, String text) implements Opener {}
  }

  /** @param given the assignment's part that it answers, -1 without one */
  private record Node(int number, int parent, String label, Opener opener, int given) {}

  private final List<Node> nodes = new ArrayList<>();
  private final List<StringBuilder> words = new ArrayList<>();
  private final List<StringBuilder> own = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();
  /** how many parts are the assignment's, and which by what they are called */
  private int givens;

  private final Map<String, List<Node>> called = new TreeMap<>();

  Parts() {
    push("", new Opener.Whole());
  }

  int current() {
    return top().number();
  }

  private Node top() {
    return open.element();
  }

  private void push(String label, Opener opener) {
    int parent = open.isEmpty() ? -1 : top().number();
    Node node = new Node(nodes.size(), parent, label.strip(), opener, given(opener, label.strip()));
    nodes.add(node);
    words.add(new StringBuilder());
    own.add(new StringBuilder());
    open.push(node);
  }

  /** The assignment's text is over: the answer begins anew in the whole document. */
  void answerBegins() {
    while (open.size() > 1) {
      open.pop();
    }
    givens = nodes.size();
    nodes.subList(1, givens).forEach(n -> called.computeIfAbsent(Labels.key(n.label()), k -> new ArrayList<>()).add(n));
    title().ifPresent(t -> open.push(new Node(t.number(), t.parent(), t.label(), new Opener.Whole(), -1)));
  }

  /** The assignment's title, if a heading above all others opens it that is no question's: what stands under it counts everywhere. */
  private Optional<Node> title() {
    List<Node> headings = nodes.stream().filter(n -> n.opener() instanceof Opener.Heading).toList();
    return headings.stream()
        .findFirst()
        .filter(first -> first.number() == 1 && Labels.at(first.label() + " ").isEmpty())
        .filter(first -> headings.stream().skip(1).allMatch(h -> level(h) > level(first)));
  }

  private static int level(Node node) {
    return node.opener() instanceof Opener.Heading h ? h.level() : 0;
  }

  /**
   * The part of the assignment that a part of the answer is called like: among those that lie in what the parts around it answer, headings between them left
   * out, if it is one only. A number may also go on outside (6. behind 5. (a)), a letter may not.
   */
  private int given(Opener opener, String label) {
    String key = opener instanceof Opener.Whole || opener instanceof Opener.Row || opener instanceof Opener.Environment ? "" : Labels.key(label);
    if (givens == 0 || key.isEmpty()) {
      return -1;
    }
    boolean number = key.chars().anyMatch(Character::isDigit);
    for (Node around : open) {
      boolean heading = around.opener() instanceof Opener.Heading || around.opener() instanceof Opener.Whole;
      int within = around.opener() instanceof Opener.Whole ? 0 : around.given();
      List<Node> found = within < 0 ? List.of() : called.getOrDefault(key, List.of()).stream().filter(n -> lies(n, within)).toList();
      if (found.size() == 1) {
        return found.getFirst().number();
      }
      if (!found.isEmpty() || (!number && !heading)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether a part lies in another one with nothing but headings between them. */
  private boolean lies(Node node, int within) {
    int at = node.parent();
    while (at != within && at > 0 && nodes.get(at).opener() instanceof Opener.Heading) {
      at = nodes.get(at).parent();
    }
    return at == within;
  }

  /** Words of the current part count for the parts around it too. */
  void say(String text) {
    String lower = text.toLowerCase(Locale.ROOT).strip();
    if (!lower.isEmpty()) {
      own.get(top().number()).append(lower).append(' ');
      for (Node n : open) {
        words.get(n.number()).append(lower).append(' ');
      }
    }
  }

  /** A heading closes every label, item and heading of its level or below, but not the step that it goes on from. */
  void heading(int level, String text) {
    while (!(top().opener() instanceof Opener.Whole) && !(top().opener() instanceof Opener.Heading h && (h.level() < level || (h.level() == level && goesOn(top().label(), text))))) {
      open.pop();
    }
    push(text, new Opener.Heading(level));
  }

  void item(int depth, String marker) {
    itemsEnd(depth);
    push(marker, new Opener.Item(depth));
  }

  /** Closes the open item of this depth, with what lies in it. */
  void itemsEnd(int depth) {
    boolean there = open.stream().anyMatch(n -> n.opener() instanceof Opener.Item i && i.depth() >= depth);
    while (there) {
      Node popped = open.pop();
      there = !(popped.opener() instanceof Opener.Item i && i.depth() == depth)
          && open.stream().anyMatch(n -> n.opener() instanceof Opener.Item i && i.depth() >= depth);
    }
  }

  void row(int row) {
    if (top().opener() instanceof Opener.Row r && r.row() == row) {
      return;
    }
    rowsEnd();
    push("", new Opener.Row(row));
  }

  void rowsEnd() {
    if (top().opener() instanceof Opener.Row) {
      open.pop();
    }
  }

  void environment(String name, boolean opens) {
    if (opens) {
      push(name, new Opener.Environment(name));
      return;
    }
    if (open.stream().anyMatch(n -> n.opener() instanceof Opener.Environment e && e.name().equals(name))) {
      while (!(open.pop().opener() instanceof Opener.Environment e && e.name().equals(name))) {
        // what lies in the environment ends with it
      }
    }
  }

  /** A label closes the one of its kind before it, within the same item, environment or heading. */
  void label(Labels.Label found) {
    Labels.Kind kind = kindHere(found);
    if (kind == Labels.Kind.NUMBER) {
      previousItem(found.text()).ifPresent(item -> open.removeIf(n -> n.number() >= item.number()));
    }
    if (openLabel(kind).filter(before -> goesOn(before, found.text())).isPresent()) {
      while (!(top().opener() instanceof Opener.Label l && l.kind() == kind)) {
        open.pop();
      }
    } else if (openLabel(kind).isPresent()) {
      while (!(open.pop().opener() instanceof Opener.Label l && l.kind() == kind)) {
        // labels below it end too
      }
    } else if (above(kind, found.text())) {
      while (top().opener() instanceof Opener.Label) {
        open.pop();
      }
    }
    push(found.text(), new Opener.Label(kind, found.text()));
  }

  /** The open list item that a number follows: {@code 5.} of the list before {@code 6.} in a display. */
  private Optional<Node> previousItem(String number) {
    String key = Labels.key(number);
    return open.stream().filter(n -> n.opener() instanceof Opener.Item && follows(Labels.key(n.label()), key)).findFirst();
  }

  /** Step 3 behind Step 2, neither with a formula in its name as cases have: one derivation, in which what a step has found holds in the next ones (READING 1, 2). */
  static boolean goesOn(String before, String label) {
    boolean steps = List.of(before, label).stream().allMatch(l -> l.indexOf('$') < 0 && Labels.at(l + " ").filter(x -> x.kind() == Labels.Kind.STEP).isPresent());
    return steps && follows(Labels.key(before), Labels.key(label));
  }

  private static boolean follows(String before, String key) {
    boolean numbers = List.of(before, key).stream().allMatch(k -> !k.isEmpty() && k.length() <= 2 && k.chars().allMatch(Character::isDigit));
    return numbers && Integer.parseInt(key) == Integer.parseInt(before) + 1;
  }

  /** Numbers and words open above letters unless they begin to count there. */
  private static boolean above(Labels.Kind kind, String text) {
    return switch (kind) {
      case WORD -> true;
      case NUMBER -> !text.strip().equals("1");
      case DOTTED, LETTER, ROMAN, PARENTHESISED_NUMBER, STEP, BOLD, CASE, FUNCTION -> false;
    };
  }

  /** {@code (i)} is a letter behind {@code (h)} and a number otherwise. */
  private Labels.Kind kindHere(Labels.Label found) {
    String letter = found.text().replace("(", "").replace(")", "").strip();
    if (found.kind() != Labels.Kind.LETTER || letter.length() != 1) {
      return found.kind();
    }
    char c = letter.charAt(0);
    Optional<String> before = openLabel(Labels.Kind.LETTER);
    boolean roman = c == 'i' || ((c == 'v' || c == 'x') && openLabel(Labels.Kind.ROMAN).isPresent());
    if (!roman) {
      return Labels.Kind.LETTER;
    }
    boolean next = before.isPresent() && before.get().replace("(", "").replace(")", "").strip().equals(String.valueOf((char) (c - 1)));
    return next ? Labels.Kind.LETTER : Labels.Kind.ROMAN;
  }

  /** The text of the open label of a kind, not looking past an item, environment or heading. */
  private Optional<String> openLabel(Labels.Kind kind) {
    for (Node n : open) {
      if (!(n.opener() instanceof Opener.Label l)) {
        return Optional.empty();
      }
      if (l.kind() == kind) {
        return Optional.of(l.text());
      }
    }
    return Optional.empty();
  }

  /** The open case, or what is said of one function, is over. */
  void caseEnd() {
    for (Labels.Kind kind : List.of(Labels.Kind.CASE, Labels.Kind.FUNCTION)) {
      if (openLabel(kind).isPresent()) {
        while (!(open.pop().opener() instanceof Opener.Label l && l.kind() == kind)) {
          // labels in it end too
        }
      }
    }
  }

  /** Whether a label is the next letter after the open one. */
  boolean follows(Labels.Label label) {
    String here = label.text().replace("(", "").replace(")", "").strip();
    String before = openLabel(Labels.Kind.LETTER).orElse("").replace("(", "").replace(")", "").strip();
    return label.kind() == Labels.Kind.LETTER && here.length() == 1 && before.length() == 1 && here.charAt(0) == before.charAt(0) + 1;
  }

  /** Every part, by number. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Node n : nodes) {
      Optional<Part> parent = n.parent() < 0 ? Optional.empty() : Optional.of(parts.get(n.parent()));
      boolean heading = n.opener() instanceof Opener.Heading;
      Optional<Part> given = n.given() < 0 ? Optional.empty() : Optional.of(parts.get(n.given()));
      parts.add(new Part(n.number(), parent, given, n.number() > 0 && n.number() < givens, n.label(), heading, words.get(n.number()).toString().strip(), own.get(n.number()).toString().strip()));
    }
    return List.copyOf(parts);
  }
}
