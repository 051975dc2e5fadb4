package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Walks a document from top to bottom: parts and sentences out. A sentence runs over prose, inline formulas and the display it opens. */
final class Flow {
  /** What the walk found. {@code partOf} gives each clause its part. */
  record Result(List<Part> parts, List<Sentence> sentences, List<Integer> partOf) {}

  private final Answer answer;
  private final Parts parts = new Parts();
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Atom> current = new ArrayList<>();
  private final List<Integer> partOf = new ArrayList<>();
  /** Sentences that a paragraph may begin with. */
  private final Set<Integer> paragraphs = new TreeSet<>();
  /** The formula behind the piece that is read, if it is one. */
  private String ahead = "";

  private final List<String> several;

  /** One-item ordered lists that are labels in truth: where their items begin. */
  private final List<Integer> labels;

  private Flow(Answer answer) {
    this.answer = answer;
    this.several = several();
    this.labels = LoneItems.of(answer.pieces());
    for (int i = 0; i < answer.clauses().size(); i++) {
      partOf.add(0);
    }
  }

  static Result of(Answer answer) {
    Flow flow = new Flow(answer);
    for (int i = 0; i < answer.pieces().size(); i++) {
      if (answer.givens().isPresent() && i == answer.givens().get().pieces()) {
        flow.end();
        flow.parts.answerBegins();
      }
      flow.piece(i, answer.pieces().get(i));
    }
    flow.end();
    for (int c = 0; c < answer.clauses().size(); c++) {
      if (answer.clauses().get(c).place() instanceof Clause.Place.Cell cell && cell.parent() >= 0 && cell.parent() < c) {
        flow.partOf.set(c, flow.partOf.get(cell.parent()));
      }
    }
    return new Result(flow.parts.parts(), List.copyOf(flow.sentences), List.copyOf(flow.partOf));
  }

  private void piece(int at, Piece piece) {
    ahead = behind(at);
    switch (piece) {
      case Piece.Heading h -> heading(at, h);
      case Piece.ItemStart i -> {
        end();
        if (labels.contains(i.span().start())) {
          Labels.at(i.marker() + " ").ifPresentOrElse(parts::label, () -> parts.item(i.depth(), i.marker()));
        } else {
          parts.item(i.depth(), i.marker());
        }
      }
      case Piece.ItemsEnd e -> {
        end();
        parts.itemsEnd(e.depth());
      }
      case Piece.Environment e -> {
        end();
        parts.environment(e.name(), e.opens());
      }
      case Piece.TableCell c -> {
        end();
        parts.row(c.row());
      }
      case Piece.ParagraphEnd _ -> {
        paragraphs.add(sentences.size() + (current.isEmpty() ? 0 : 1));
        if (!current.isEmpty()) {
          current.add(new Atom.Pause());
        }
      }
      case Piece.Prose p -> prose(at, p);
      case Piece.Verbatim _ -> {}
      case Piece.Formula f -> formula(f);
    }
  }

  private void heading(int at, Piece.Heading h) {
    end();
    parts.rowsEnd();
    String text = h.text().replaceFirst("^#+", "").strip();
    parts.heading(h.level(), text);
    boolean formulas = at + 1 < answer.pieces().size() && answer.pieces().get(at + 1) instanceof Piece.Formula f && f.span().start() < h.span().end();
    int stop = text.indexOf('$');
    parts.say(stop < 0 ? text : text.substring(0, stop));
    Optional<Labels.Label> label = Labels.at(text);
    if (label.isPresent() && label.get().kind() == Labels.Kind.CASE && !formulas && stop < 0) {
      return;
    }
    if (formulas) {
      Words.split(stop < 0 ? text : text.substring(0, stop), h.span().start(), false, current);
    }
  }

  private void prose(int at, Piece.Prose p) {
    String text = p.text();
    boolean fresh = atStart();
    int from = 0;
    Optional<Labels.Label> label = fresh ? function(text, 0).or(() -> Labels.at(text)) : Optional.empty();
    if (fresh && general(text)) {
      end();
      parts.caseEnd();
    }
    int guard = 0;
    while (label.isPresent() && guard++ < 3) {
      end();
      parts.label(label.get());
      from += label.get().length();
      label = label.get().length() == 0 ? Optional.empty() : Labels.at(text.substring(from));
    }
    Optional<String> lead = p.bold() && fresh && guard == 0 ? leadIn(text).or(() -> alone(at, p)) : Optional.empty();
    if (lead.isPresent()) {
      end();
      parts.label(new Labels.Label(Labels.Kind.BOLD, lead.get(), 0));
    }
    lines(text.substring(from), p.span().start() + from);
  }

  /** The formula behind a piece; empty where none is. */
  private String behind(int at) {
    return at + 1 < answer.pieces().size() && answer.pieces().get(at + 1) instanceof Piece.Formula f ? f.content().text() : "";
  }

  /** What is given behind the names of several functions or losses, {@code Sigmoid: g(z) = ..} and {@code Tanh: g(z) = ..}: another one under each name. */
  private List<String> several() {
    List<String> once = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    Map<String, Set<String>> topics = new TreeMap<>();
    for (int i = 0; i < answer.pieces().size(); i++) {
      String text = answer.pieces().get(i) instanceof Piece.Prose p ? p.text() : "";
      int line = text.stripTrailing().lastIndexOf('\n') + 1;
      Labels.function(text, line, behind(i)).ifPresent(head -> (once.contains(head) ? twice : once).add(head));
      Labels.topic(text, line, behind(i)).ifPresent(t -> topics.computeIfAbsent(t.head(), _ -> new TreeSet<>()).add(t.name()));
    }
    topics.keySet().stream().filter(head -> topics.getOrDefault(head, Collections.emptySet()).size() > 1 && !spokenOf(head)).forEach(twice::add);
    return twice;
  }

  /** Whether the text goes on about a name behind the paragraph of the last loss that it gives: of which one is open then. */
  private boolean spokenOf(String head) {
    String name = head.replaceFirst("\\(.*", "");
    // dL too
    Pattern mention = Pattern.compile((name.startsWith("\\") ? "" : "(?<![A-Za-ce-z\\\\])") + Pattern.quote(name) + "(?![A-Za-z])");
    boolean topic = false;
    boolean behind = false;
    boolean spoken = false;
    for (int i = 0; i < answer.pieces().size(); i++) {
      String text = answer.pieces().get(i) instanceof Piece.Prose p ? p.text() : "";
      boolean here = Labels.topic(text, text.stripTrailing().lastIndexOf('\n') + 1, behind(i)).filter(t -> t.head().equals(head)).isPresent();
      boolean ends = answer.pieces().get(i) instanceof Piece.Heading;
      topic = here || (topic && !ends);
      behind = !here && !ends && ((topic && answer.pieces().get(i) instanceof Piece.ParagraphEnd) || behind);
      spoken = !here && (spoken || (behind && answer.pieces().get(i) instanceof Piece.Formula f && mention.matcher(f.content().text()).find()));
    }
    return spoken;
  }

  /** The name of a function or a loss that all the rest of a text is, where the formula behind it gives one that others have too. */
  private Optional<Labels.Label> function(String text, int from) {
    return Labels.function(text, from, ahead).or(() -> Labels.topic(text, from, ahead).map(Labels.Topic::head)).filter(several::contains).map(head -> new Labels.Label(Labels.Kind.FUNCTION, text.substring(from).strip(), text.length() - from));
  }

  /** "Both together", "in general": the cases are over. */
  private static boolean general(String text) {
    List<String> words = Words.of(text.substring(0, Math.min(60, text.length())));
    return Phrases.find(words, 0).filter(f -> f.sense() == Phrases.Sense.GENERAL).isPresent();
  }

  /** A bold lead-in: a few words up to a full stop or colon. */
  private static Optional<String> leadIn(String text) {
    String s = text.strip();
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == ':' || c == '：' || c == '。' || (c == '.' && (i + 1 == s.length() || Character.isWhitespace(s.charAt(i + 1))))) {
        String lead = s.substring(0, i);
        int words = Words.of(lead).size();
        return words > 0 && words <= 6 ? Optional.of(lead) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** A few bold words that are a line of their own. */
  private Optional<String> alone(int at, Piece.Prose p) {
    String line = p.text().lines().findFirst().orElse("").strip();
    Optional<Piece.Formula> next = answer.pieces().stream().skip(at).filter(Piece.Formula.class::isInstance).map(Piece.Formula.class::cast).findFirst();
    int words = Words.of(line).size();
    return next.filter(f -> words > 0 && words <= 6 && f.section().contains(line)).map(f -> line);
  }

  /** A label ends within so many characters of its line. */
  private static final int LABEL = 120;

  /** Later lines of a prose piece may begin with a label too. */
  private void lines(String text, int offset) {
    int from = 0;
    int line = text.indexOf('\n');
    while (line >= 0) {
      int start = line + 1;
      Optional<Labels.Label> label = function(text, start).or(() -> Labels.at(text.substring(start, Math.min(text.length(), start + LABEL))));
      if (label.isPresent() && opensLine(label.get())) {
        say(text.substring(from, line), offset + from);
        end();
        parts.label(label.get());
        from = line + 1 + label.get().length();
      }
      line = text.indexOf('\n', line + 1);
    }
    torn(text.substring(from), offset + from);
  }

  /** A recogniser of handwriting may lose the line break before a label: "..).(c) p(z)": only the label that is next counts. */
  private void torn(String text, int offset) {
    for (int i = text.indexOf(".("); i >= 0; i = text.indexOf(".(", i + 1)) {
      Optional<Labels.Label> label = Labels.at(text.substring(i + 1));
      if (label.isPresent() && parts.follows(label.get())) {
        say(text.substring(0, i + 1), offset);
        end();
        parts.label(label.get());
        int behind = i + 1 + label.get().length();
        say(text.substring(behind), offset + behind);
        return;
      }
    }
    say(text, offset);
  }

  private static boolean opensLine(Labels.Label label) {
    return switch (label.kind()) {
      case WORD, STEP, LETTER, ROMAN, DOTTED -> label.text().startsWith("(") || label.kind() == Labels.Kind.WORD || label.kind() == Labels.Kind.STEP;
      case NUMBER, PARENTHESISED_NUMBER, BOLD, CASE -> false;
      case FUNCTION -> true;
    };
  }

  private void say(String text, int offset) {
    parts.say(text);
    List<Atom> atoms = new ArrayList<>();
    Words.split(text, offset, false, atoms);
    for (Atom a : atoms) {
      boolean display = !current.isEmpty() && current.getLast() instanceof Atom.Close(boolean shown) && shown;
      if (current.isEmpty() || current.getLast() instanceof Atom.Pause) {
        resume(a, text);
      } else if (display && a instanceof Atom.Word && Character.isUpperCase(text.strip().codePointAt(0)) && a.equals(atoms.getFirst())) {
        end();
      }
      current.add(a);
      if (a instanceof Atom.Mark(char sign, _) && (sign == '.' || sign == '!' || sign == '?')) {
        end();
      }
    }
  }

  /** A paragraph ended and words follow: a new sentence, unless they only qualify what stands above. */
  private void resume(Atom next, String text) {
    if (current.isEmpty()) {
      return;
    }
    boolean small = !text.isBlank() && Character.isLowerCase(text.strip().codePointAt(0));
    List<String> word = next instanceof Atom.Word w ? List.of(w.text()) : List.of();
    boolean trails =
        small
            && Phrases.find(word, 0)
                .filter(f -> switch (f.sense()) {
                  case WHERE, IF, UNLESS, ONLY_IF, SUCH_THAT -> true;
                  case FOR, WITH -> false;
                  default -> false;
                })
                .isPresent();
    if (!trails || !lastIsFormula()) {
      end();
    }
  }

  private boolean lastIsFormula() {
    for (int i = current.size() - 1; i >= 0; i--) {
      if (!(current.get(i) instanceof Atom.Pause)) {
        return current.get(i) instanceof Atom.Close;
      }
    }
    return false;
  }

  private boolean atStart() {
    return current.isEmpty() || current.getLast() instanceof Atom.Pause || (current.getLast() instanceof Atom.Close(boolean display) && display);
  }

  private static final List<String> ARROWS =
      List.of("\\Rightarrow", "\\implies", "\\Longrightarrow", "\\therefore", "\\iff", "\\Leftrightarrow", "\\Longleftrightarrow", "⇒", "⟹", "∴");

  private void formula(Piece.Formula f) {
    List<Integer> top = f.clauses().stream().filter(c -> answer.clauses().get(c).place() instanceof Clause.Place.Top).toList();
    boolean fresh = atStart();
    boolean afterDisplay = !current.isEmpty() && current.getLast() instanceof Atom.Close(boolean shown) && shown;
    if (current.isEmpty() || current.getLast() instanceof Atom.Pause || (afterDisplay && f.display())) {
      joinParagraphs(f.display());
    }
    if (top.isEmpty() && ARROWS.contains(f.content().text().strip())) {
      // an arrow in a formula of its own joins what stands around it as a word does
      current.add(new Atom.Word("⇒", f.span().start(), false));
      return;
    }
    int skip = 0;
    if (fresh && !top.isEmpty()) {
      Clause first = answer.clauses().get(top.getFirst());
      boolean spaced = top.size() > 1 && answer.clauses().get(top.get(1)).join() == Clause.Join.SPACE;
      Optional<Labels.Label> number = spaced ? FormulaLabels.number(first) : Optional.empty();
      Optional<Labels.Label> label = number.isPresent() ? number : FormulaLabels.at(first);
      if (label.isPresent()) {
        end();
        parts.label(label.get());
        skip = number.isPresent() || FormulaLabels.alone(first) ? 1 : 0;
      }
    }
    current.add(new Atom.Open(f.display()));
    for (int i = skip; i < top.size(); i++) {
      clause(top.get(i), i == 0, f.display());
    }
    current.add(new Atom.Close(f.display()));
    String text = f.content().text().strip();
    if (f.display() && stopped(text)) {
      current.add(new Atom.Mark('.', true));
      end();
    }
  }

  /** A display ends the sentence with its own full stop; an ending environment may stand behind it. */
  private static boolean stopped(String text) {
    String t = text;
    while (t.endsWith("}") && t.lastIndexOf("\\end{") >= 0 && t.indexOf('}', t.lastIndexOf("\\end{")) == t.length() - 1) {
      t = t.substring(0, t.lastIndexOf("\\end{")).strip();
    }
    while (t.endsWith("\\\\")) {
      t = t.substring(0, t.length() - 2).strip();
    }
    return t.endsWith(".") && !t.endsWith("..") && !t.endsWith("\\right.") && !t.endsWith("\\left.");
  }

  /** A formula after a paragraph's end: a display goes on with the sentence that opened it, an inline one only where that sentence is not over. */
  private void joinParagraphs(boolean display) {
    if (current.isEmpty() || (!display && leftOpen())) {
      return;
    }
    boolean words = current.stream().anyMatch(a -> a instanceof Atom.Word);
    boolean colon = current.stream().anyMatch(a -> a instanceof Atom.Mark(char sign, _) && sign == ':');
    boolean wordsLast = !lastIsFormula() || !lastDisplay();
    if (!display || !words || (!wordsLast && !colon)) {
      end();
    }
  }

  /** "If i = j, this gives:", "When i = j we get": what comes is said under it, in whatever paragraph it stands. */
  private boolean leftOpen() {
    List<Atom> atoms = current.stream().filter(a -> !(a instanceof Atom.Pause)).toList();
    boolean mark = atoms.getLast() instanceof Atom.Mark(char sign, boolean inFormula) && !inFormula && (sign == ':' || sign == ',');
    boolean condition = Phrases.find(new Sentence(0, 0, false, atoms).run(0), 0).filter(f -> OPENING.contains(f.sense())).isPresent();
    return mark || (condition && atoms.stream().filter(a -> a instanceof Atom.Open).count() == 1);
  }

  /** With these words a condition leads. */
  private static final Set<Phrases.Sense> OPENING = Collections.unmodifiableSet(EnumSet.of(Phrases.Sense.IF, Phrases.Sense.FOR, Phrases.Sense.CASE, Phrases.Sense.UNLESS));

  private boolean lastDisplay() {
    for (int i = current.size() - 1; i >= 0; i--) {
      if (current.get(i) instanceof Atom.Close(boolean display)) {
        return display;
      }
    }
    return false;
  }

  private void clause(int number, boolean first, boolean display) {
    Clause c = answer.clauses().get(number);
    if (c.join() == Clause.Join.ROW && !c.signs().isEmpty()) {
      Optional<Labels.Label> label = FormulaLabels.at(c);
      label.ifPresent(parts::label);
    }
    if (!first || c.join() != Clause.Join.FIRST) {
      current.add(new Atom.Link(c.join()));
    }
    if (!first || FormulaLabels.inWords(c).isEmpty()) {
      text(c.words());
    }
    if (!display && zeroInWords(c)) {
      current.add(current.size() - 1, new Atom.Word("zero", 0, false));
    } else {
      current.add(new Atom.Clausal(number, display, parts.current()));
    }
    partOf.set(number, parts.current());
    text(c.wordsAfter());
  }

  private static final List<String> SETTING = List.of("set", "sets", "setting", "equate", "equating", "equal", "put", "putting");

  /** How far before the zero these words stand at most. */
  private static final int SETS = 14;

  /** "Set to $0$": a word like any. */
  private boolean zeroInWords(Clause c) {
    boolean zero = c.signs().isEmpty() && c.sides().size() == 1 && c.sides().getFirst().text().strip().equals("0");
    int last = current.size() - 1;
    boolean to = zero && last > 0 && current.get(last) instanceof Atom.Open && current.get(last - 1) instanceof Atom.Word w && w.text().equals("to");
    return to && current.subList(Math.max(0, last - SETS), last).stream().anyMatch(a -> a instanceof Atom.Word w && SETTING.contains(w.text()));
  }

  private void text(String words) {
    if (!words.isBlank()) {
      parts.say(words);
      List<Atom> atoms = new ArrayList<>();
      Words.split(words, 0, true, atoms);
      current.addAll(atoms);
    }
  }

  /** The sentence is over. */
  private void end() {
    while (!current.isEmpty() && current.getLast() instanceof Atom.Pause) {
      current.removeLast();
    }
    if (!current.isEmpty()) {
      sentences.add(new Sentence(sentences.size(), parts.current(), paragraphs.contains(sentences.size()), current));
      current.clear();
    }
  }
}
