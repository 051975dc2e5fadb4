package dev.gradus.document;

import dev.gradus.document.Clause.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins the formulas of a document into chains and numbers their clauses. Told of every piece in document order. */
final class Chains {
  /** A formula that was told of. */
  private record Told(boolean display, Clauses.Cut cut, Optional<Draft> main, boolean condition) {}

  /** Words in front of a formula that make it the condition of a case: what begins with its sign behind it goes on with what stands before the cases. */
  private static final Pattern CASE = Pattern.compile("(?<!\\p{L})(?:if|when|whenever|for|case|unless|falls|wenn|für|si|cuando|para)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** how many formulas back a left side is looked for */
  private static final int BACK = 200;

  /** formulas since the last heading, item or label */
  private final List<Told> part = new ArrayList<>();
  /** every clause of the document */
  private final List<Draft> drafts = new ArrayList<>();
  /** nothing but white space and paragraph ends since the last formula */
  private boolean adjacent;
  /** the prose since the last formula */
  private String between = "";
  /** a display with a relation stands in this part */
  private boolean displayed;

  /** A heading, an item, a label: no chain goes on across it. */
  void boundary() {
    part.clear();
    displayed = false;
    adjacent = false;
  }

  /** Words between two formulas. */
  void prose(String text) {
    adjacent = false;
    between += text;
  }

  /**
   * The next formula.
   *
   * @return the numbers of its clauses
   */
  List<Integer> formula(Clauses.Cut cut, boolean display) {
    Told told = new Told(display, cut, Rows.main(cut.top()), !display && CASE.matcher(between).find());
    if (!cut.top().isEmpty()) {
      if (adjacent && !part.isEmpty()) {
        joinAdjacent(part.getLast(), told);
      }
      resume(told);
    }
    List<Integer> numbers = new ArrayList<>();
    for (Draft draft : cut.all()) {
      draft.number = drafts.size();
      numbers.add(draft.number);
      drafts.add(draft);
    }
    displayed |= display && told.main().isPresent();
    part.add(told);
    between = "";
    adjacent = true;
    return numbers;
  }

  /** The side a formula lacks at its end, or the sum it goes on with, from the formula directly behind it. */
  private static void joinAdjacent(Told before, Told now) {
    Draft first = now.cut().top().getFirst();
    if (first.isBlank(0) || Signs.isLogic(first.join) || !first.words.isEmpty() || before.cut().top().isEmpty()) {
      return;
    }
    Draft last = before.cut().top().getLast();
    if (last.hasSigns() && last.endsBlank()) {
      last.sides.set(last.sides.size() - 1, new ArrayList<>(first.sides.getFirst()));
      return;
    }
    Optional<Draft> main = before.main();
    if (!now.display() || !before.display() || main.isEmpty() || main.get() != last || !Rows.goesOn(first, last)) {
      return;
    }
    last.sides.getLast().addAll(first.sides.getFirst());
    List<MathText> empty = new ArrayList<>();
    empty.add(MathText.plain("", 0));
    first.sides.set(0, empty);
    first.continues = Optional.of(last);
    if (!first.hasSigns()) {
      now.cut().top().remove(first);
      now.cut().all().remove(first);
      now.cut().all().forEach(d -> reparent(d, first, last));
    }
  }

  private static void reparent(Draft draft, Draft from, Draft to) {
    draft.cell = draft.cell.map(c -> c.parent() == from ? new Draft.Cell(to, c.environment(), c.span(), c.row(), c.column()) : c);
  }

  /** The first clause of a formula that begins with a relation: its left side stands in an earlier formula. */
  private void resume(Told now) {
    for (Draft draft : now.cut().top()) {
      if (draft.hasSigns()) {
        if (draft.isBlank(0) && draft.continues.isEmpty()) {
          draft.continues = light(between) || (now.display() && !ofItsOwn(between)) ? earlier(now) : Optional.empty();
        }
        return;
      }
      if (!Rows.isLabel(draft)) {
        return;
      }
    }
  }

  /** Words that go on with a chain; a noun, "recall $= ..$", is a left side of its own. */
  private static final List<String> LIGHT =
      List.of(
          "and", "so", "which", "is", "are", "equals", "this", "that", "i.e", "ie", "then", "thus", "hence", "therefore", "it", "we", "get", "obtain", "have", "gives", "yields", "also", "finally", "again", "now",
          "simplifies", "to", "or", "equivalently", "in", "other", "words", "next", "further", "und", "das", "ist", "wir", "erhalten", "y", "es", "por", "lo", "tanto");

  private static boolean light(String words) {
    if (words.strip().endsWith(".") && !words.strip().endsWith("i.e.")) {
      return false;
    }
    return List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+", -1)).stream().map(w -> w.replaceAll("^\\.+|\\.+$", "")).allMatch(w -> w.isEmpty() || LIGHT.contains(w));
  }

  private static final Pattern SUBJECT = Pattern.compile("(?<!\\p{L})(?:the|its|their|our|der|die|das|el|la)\\s+(?:\\p{L}+[\\s-]+){0,3}(\\p{L}+)\\s+(?:is|are|equals|becomes|ist|es)\\s*:?\\s*$");

  /** What chains are called in the words that go on with one. */
  private static final List<String> CHAIN_NOUNS =
      List.of("answer", "result", "expression", "sum", "term", "side", "solution", "formula", "equation", "rest", "product", "integral", "total", "rhs", "lhs", "above", "last", "latter", "value", "step", "form");

  /** "The variance is" in front of a display that begins with its sign: what is spoken of there is the left side. */
  private static boolean ofItsOwn(String words) {
    Matcher subject = SUBJECT.matcher(words.substring(Math.max(0, words.length() - 120)).toLowerCase(Locale.ROOT));
    return subject.find() && !CHAIN_NOUNS.contains(subject.group(1));
  }

  private Optional<Draft> earlier(Told now) {
    if (!now.display() && !adjacent && !part.isEmpty() && !part.getLast().display() && part.getLast().main().isEmpty()) {
      // "the slope at $3$ is $=6$": the words speak of the formula between
      return Optional.empty();
    }
    for (int i = part.size() - 1; i >= Math.max(0, part.size() - BACK); i--) {
      Told told = part.get(i);
      boolean next = i == part.size() - 1 && adjacent;
      List<Draft> top = told.cut().top();
      Optional<Draft> main = told.main();
      if (main.isEmpty() && told.display() && !top.isEmpty()) {
        // an expression alone in its display is the left side; several of them leave it open
        boolean single = top.size() == 1 && !Rows.isLabel(top.getFirst()) && !(i > 0 && part.get(i - 1).main().isEmpty() && part.get(i - 1).display());
        return single ? Optional.of(top.getFirst()) : Optional.empty();
      }
      if (main.isPresent() && !told.condition() && (told.display() || !now.display() || next || !displayed)) {
        return main;
      }
    }
    return Optional.empty();
  }

  /** All clauses in the order of their numbers. */
  List<Clause> clauses() {
    List<Clause> out = new ArrayList<>();
    for (Draft draft : drafts) {
      Place place = draft.cell.<Place>map(c -> new Place.Cell(c.parent().number, c.environment(), c.span(), c.row(), c.column())).orElse(new Place.Top());
      List<MathText> sides = new ArrayList<>();
      for (int i = 0; i < draft.sides.size(); i++) {
        sides.add(CodePoints.spell(draft.side(i)));
      }
      out.add(new Clause(draft.join, draft.words, sides, draft.signs, place, draft.continues.map(c -> c.number), draft.wordsAfter));
    }
    return out;
  }
}
