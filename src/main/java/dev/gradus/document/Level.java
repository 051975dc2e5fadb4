package dev.gradus.document;

import dev.gradus.document.Clause.Join;
import dev.gradus.document.Clause.Sign;
import dev.gradus.document.Draft.Nested;
import dev.gradus.document.Draft.Range;
import dev.gradus.document.Tokens.Kind;
import dev.gradus.document.Tokens.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Cuts one level of a formula, all of it or the body of an environment, into clauses: at separators outside of brackets and groups. One pass; what lies
 * in nested environments is left to the level below.
 */
final class Level {
  private final MathText text;
  private final Tokens tokens;
  private final Visible visible;
  private final int from;
  private final int to;
  private final boolean cells;

  private final List<Draft> drafts = new ArrayList<>();
  private final BitSet blanks = new BitSet();
  /** tokens that close what was looked into: groups whose braces are blanked, environments whose rows are taken for this level's */
  private final BitSet closers = new BitSet();

  private Draft current = new Draft(Join.FIRST, "", 0, 0);
  /** where the side in the making begins */
  private int mark;
  private int row;
  private int column;
  private int depth;
  private int angles;
  /** index of the first token of the current clause */
  private int clauseFrom;

  Level(MathText text, Tokens tokens, Visible visible, int from, int to, boolean cells) {
    this.text = text;
    this.tokens = tokens;
    this.visible = visible;
    this.from = from;
    this.to = to;
    this.cells = cells;
  }

  /** The clauses of tokens {@code from} to {@code to}, in order. Those without any content are left out. */
  List<Draft> cut() {
    mark = offset(from);
    clauseFrom = from;
    int i = from;
    while (i < to) {
      i = Math.max(i + 1, step(i));
    }
    separate(Join.ROW, to, to);
    MathText blanked = text.blanked(blanks);
    drafts.forEach(d -> d.cut(blanked));
    drafts.removeIf(d -> !d.hasSigns() && d.isBlank(0));
    return drafts;
  }

  private int offset(int token) {
    return token < tokens.size() ? tokens.get(token).start() : text.length();
  }

  private int step(int i) {
    Token t = tokens.get(i);
    Optional<Visible.Found> sign = visible.at(i);
    if (sign.isPresent() && sign.get().end() <= to && isRelation(sign.get(), i)) {
      return relation(sign.get());
    }
    return switch (t.kind()) {
      case SPACE -> i + 1;
      case BEGIN -> begin(i);
      case END -> {
        blankTokens(i, i + 1);
        if (closers.get(i)) {
          separate(Join.ROW, i, i + 1);
        }
        yield i + 1;
      }
      case COMMAND -> command(t, i);
      case CHARACTER -> character(t, i);
    };
  }

  /** {@code f: A \to B} and {@code \to} without a left side in a row of its own are no limits. */
  private boolean isRelation(Visible.Found sign, int i) {
    return sign.sign() != RelationSign.TENDS_TO || (depth == 0 && !current.colon && !Signs.plainArrow(tokens.get(i).text()));
  }

  private int relation(Visible.Found found) {
    Token first = tokens.get(found.from());
    Optional<Token> before = tokens.before(found.from(), clauseFrom);
    if (before.isPresent() && first.is("=") && found.sign() != RelationSign.EQUAL) {
      // \not, ! or a colon belongs to the sign
      Token b = before.get().is("&") ? tokens.get(found.from() - 2) : before.get();
      blanks.set(b.start(), b.end());
      current.colon = false;
    }
    return addSign(found.sign(), found.from(), found.end(), found.above());
  }

  /** The side in the making ends at a sign, which is tokens {@code i} to {@code end}; the next side begins behind it. */
  private int addSign(RelationSign sign, int i, int end, Optional<MathText> above) {
    endSide(offset(i));
    int stop = tokens.get(end - 1).end();
    current.signs.add(new Sign(sign, text.span(offset(i), stop), above));
    current.ranges.add(new ArrayList<>());
    mark = stop;
    return end;
  }

  private void endSide(int end) {
    if (end > mark) {
      current.ranges.getLast().add(new Range(mark, end));
    }
    mark = Math.max(mark, end);
  }

  private boolean isBlank(int start, int end) {
    for (int k = start; k < end; k++) {
      if (!blanks.get(k) && !Character.isWhitespace(text.text().charAt(k))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the side in the making has nothing in it up to token {@code i}. */
  private boolean sideIsBlank(int i) {
    return isBlank(mark, offset(i));
  }

  private boolean clauseIsBlank(int i) {
    return current.signs.isEmpty() && current.ranges.getFirst().isEmpty() && sideIsBlank(i);
  }

  /** Ends the current clause before token {@code i}; the next one begins at token {@code end}. */
  private void separate(Join join, int i, int end) {
    trimEnd(i);
    boolean blank = clauseIsBlank(i) || (current.signs.isEmpty() && Commands.onlyMarks(tokens, clauseFrom, i, blanks));
    Join next = join;
    String words = "";
    if (blank) {
      // words at the end of a row belong to the clause before them
      boolean behind = (join == Join.ROW || join == Join.COLUMN) && !drafts.isEmpty() && drafts.getLast().row == row;
      words = behind ? "" : current.words;
      next = behind && !current.words.isEmpty() ? join : Signs.stronger(current.join, join);
    } else {
      endSide(offset(i));
      current.closed = join == Join.COMMA || join == Join.SEMICOLON || current.closed;
      drafts.add(current);
    }
    if (join == Join.ROW) {
      row++;
      column = 0;
    }
    if (drafts.isEmpty() && !Signs.isLogic(next)) {
      next = Join.FIRST;
    }
    // \forall x, y \in S: the colon behind the last of the letters ends the range
    boolean more = join == Join.COMMA && current.quantifies && current.signs.isEmpty() && !text.text().substring(offset(clauseFrom), offset(i)).contains("\\in");
    current = new Draft(next, words, row, column, more);
    mark = offset(end);
    clauseFrom = end;
  }

  /** Blanks the full stop and decorations at the end of a side. */
  private void trimEnd(int end) {
    int k = end - 1;
    while (k >= clauseFrom && tokens.get(k).start() >= mark) {
      Token t = tokens.get(k);
      boolean stop = (t.is(".") || t.is("。")) && !(k > 0 && (tokens.get(k - 1).is(".") || tokens.get(k - 1).is("\\left") || tokens.get(k - 1).is("\\right")));
      if (stop || Commands.DECORATION.contains(t.text())) {
        blanks.set(t.start(), t.end());
        current.closed |= stop;
      } else if (!t.isSpace() && !Commands.SPACING.contains(t.text()) && !blanks.get(t.start())) {
        return;
      }
      k--;
    }
  }

  private void blankTokens(int start, int end) {
    if (start < end) {
      blanks.set(tokens.get(start).start(), tokens.get(end - 1).end());
    }
  }

  private int begin(int i) {
    int end = tokens.partner(i);
    if (end >= to) {
      int body = Math.min(to, tokens.bodyStart(i));
      blankTokens(i, body);
      return body;
    }
    Token t = tokens.get(i);
    int body = Math.min(end, tokens.bodyStart(i));
    String name = t.text().replace("*", "");
    boolean rows = Commands.OPEN.contains(name) && depth == 0 && clauseIsBlank(i) && freeBehind(end + 1) && (!name.equals("array") || visible.any(body, end));
    if (rows) {
      blankTokens(i, body);
      clauseFrom = body;
      mark = offset(body);
      closers.set(end);
      return body;
    }
    if (visible.any(body, end)) {
      current.nested.add(new Nested(t.text(), i, body, end));
    }
    return end + 1;
  }

  /** Whether an environment that ends before token {@code i} stands alone: nothing belongs to it from behind. */
  private boolean freeBehind(int i) {
    Optional<Token> next = tokens.after(i, to);
    if (next.isEmpty()) {
      return true;
    }
    Token t = next.get();
    boolean mark = t.is(",") || t.is(".") || t.is(";") || t.is("}") || t.is("&") || t.kind() == Kind.END || t.kind() == Kind.BEGIN;
    return mark || Signs.join(t.text()).isPresent() || Wording.COMMANDS.contains(t.text()) || Commands.BLANKED.contains(t.text()) || Commands.BLANKED_WITH_GROUP.contains(t.text()) || Commands.SPACING.contains(t.text()) || Commands.DECORATION.contains(t.text());
  }

  private int command(Token t, int i) {
    if (Commands.BLANKED.contains(t.text()) && !visible.isWrapper(i)) {
      blankTokens(i, i + 1);
      return i + 1;
    }
    if (Commands.BLANKED_WITH_GROUP.contains(t.text())) {
      int next = i + 1 < to && tokens.get(i + 1).is("*") ? i + 2 : i + 1;
      int end = tokens.skipGroup(next, to);
      blankTokens(i, end);
      return end;
    }
    if (visible.isWrapper(i)) {
      return wrapper(i);
    }
    if (t.is("\\color")) {
      int end = tokens.skipGroup(i + 1, to);
      blankTokens(i, end);
      return end;
    }
    if (Wording.COMMANDS.contains(t.text()) && depth == 0) {
      return words(t, i);
    }
    if (t.is("\\left")) {
      return left(i);
    }
    if (t.is("\\right")) {
      depth = Math.max(0, depth - (closers.get(i) ? 1 : 0));
      return Math.min(to, tokens.skipSpace(i + 1, to) + 1);
    }
    if (t.is("\\langle") || t.is("\\lbrace") || t.is("\\lfloor") || t.is("\\lceil")) {
      angles++;
    } else if (t.is("\\rangle") || t.is("\\rbrace") || t.is("\\rfloor") || t.is("\\rceil")) {
      angles = Math.max(0, angles - 1);
    } else if (Visible.STACKED.contains(t.text())) {
      return tokens.skipGroup(tokens.skipGroup(i + 1, to), to);
    } else if (t.is("\\colon")) {
      current.colon = true;
    } else if (t.is("\\forall") && depth == 0) {
      return forAll(i);
    } else if (t.is("\\exists") && depth == 0 && !clauseIsBlank(i) && !sideIsBlank(i)) {
      separate(Join.SPACE, i, i);
      return i + 1;
    } else if (Tokens.opens(t) || Tokens.closes(t)) {
      bracket(i);
    } else {
      return Signs.join(t.text()).map(join -> join(join, i, i + 1)).orElse(i + 1);
    }
    return i + 1;
  }

  /** A box or a colour around relations: only the wrapper goes. */
  private int wrapper(int i) {
    int open = visible.wrapped(i);
    int close = tokens.partner(open);
    if (close >= to || !visible.any(open, close)) {
      if (Commands.BLANKED.contains(tokens.get(i).text())) {
        blankTokens(i, i + 1);
      }
      return i + 1;
    }
    blankTokens(i, open + 1);
    closers.set(close);
    return open + 1;
  }

  private int left(int i) {
    int right = tokens.partner(i);
    int delimiter = tokens.skipSpace(i + 1, to);
    if (right >= to || delimiter >= to) {
      return delimiter + 1;
    }
    Optional<Token> close = tokens.after(right + 1, to);
    boolean set = tokens.get(delimiter).is("\\{") && close.filter(c -> c.is("\\}")).isPresent();
    if (set && !Commands.hasEnvironment(tokens, delimiter, right)) {
      if (visible.any(delimiter, right)) {
        current.nested.add(new Nested("braces", i, delimiter + 1, right));
      }
      return right + 1 < to ? tokens.skipSpace(right + 1, to) + 1 : to;
    }
    boolean system = tokens.get(delimiter).is("\\{") || (tokens.get(delimiter).is(".") && close.filter(c -> c.is("\\}")).isPresent());
    if (!system) {
      depth++;
      closers.set(right);
    }
    return delimiter + 1;
  }

  private void bracket(int i) {
    int other = tokens.partner(i);
    if (other > i && other < to) {
      depth++;
    } else if (other < i && other >= from) {
      depth = Math.max(0, depth - 1);
    }
  }

  private int words(Token t, int i) {
    int end = tokens.skipGroup(i + 1, to);
    int open = tokens.skipSpace(i + 1, to);
    boolean group = open < end && tokens.get(open).is("{") && end - 1 > open;
    if (!group) {
      return end;
    }
    MathText inside = text.slice(tokens.get(open).end(), tokens.get(end - 1).start());
    boolean intertext = t.is("\\intertext") || t.is("\\shortintertext");
    boolean blank = clauseIsBlank(i);
    Optional<Token> before = blank ? Optional.empty() : lastOf(i);
    Optional<Token> after = tokens.after(end, to).filter(n -> Signs.join(n.text()).isEmpty() && !n.is("&") && !n.is(".") && n.kind() != Kind.END);
    if (!intertext && !Wording.isProse(inside.text(), t.is("\\mathrm"), before, after)) {
      return end;
    }
    separate(intertext ? Join.ROW : Join.WORDS, i, end);
    say(String.join(" ", inside.text().strip().split("\\s+", 200)), intertext, blank);
    return end;
  }

  /** Words between the clause that has just ended, if it was not {@code blank}, and the next one. */
  private void say(String said, boolean intertext, boolean blank) {
    if (!intertext && !drafts.isEmpty()) {
      Draft last = drafts.getLast();
      if (!blank || (last.row == row && last.wordsAfter.isEmpty())) {
        last.wordsAfter = said;
      }
    }
    current.say(said);
    current.quantifies = said.matches("(?i)(.*\\b)?for (all|any|each|every)");
  }

  /** The sign {@code \forall} says "for all". */
  private int forAll(int i) {
    boolean blank = clauseIsBlank(i);
    separate(Join.WORDS, i, i + 1);
    say("for all", false, blank);
    return i + 1;
  }

  /** The last token of the current clause before {@code i} that is not blanked nor spacing. */
  private Optional<Token> lastOf(int i) {
    for (int k = i - 1; k >= Math.max(clauseFrom, i - 60); k--) {
      Token t = tokens.get(k);
      if (!t.isSpace() && !Commands.SPACING.contains(t.text()) && !blanks.get(t.start())) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  private int character(Token t, int i) {
    if (t.is("^") || t.is("_")) {
      return tokens.skipGroup(i + 1, to);
    }
    if (t.is("{")) {
      int close = tokens.partner(i);
      if (close < to && !visible.any(i, close)) {
        return close + 1;
      }
      if (close < to && depth == 0) {
        blankTokens(i, i + 1);
        closers.set(close);
      } else if (tokens.before(i, 0).filter(Visible::takesArgument).isPresent()) {
        return to;
      }
      return i + 1;
    }
    if (t.is("}")) {
      if (closers.get(i)) {
        blankTokens(i, i + 1);
      }
      return i + 1;
    }
    if (Tokens.opens(t) || Tokens.closes(t)) {
      label(t, i);
      bracket(i);
      return i + 1;
    }
    if (t.is("&")) {
      return ampersand(i);
    }
    if (t.is(":") && depth == 0) {
      current.colon = true;
      boolean ranges = current.quantifies || tokens.after(clauseFrom, i).filter(s -> s.is("\\exists")).isPresent();
      (ranges ? Optional.of(Join.SPACE) : current.endOfCase(text.text(), blanks, mark, t.start(), tokens, i, to)).ifPresent(join -> separate(join, i, i + 1));
      return i + 1;
    }
    if (Commands.isComma(t) && (angles > 0 || Commands.inNumber(text.text(), t.start()))) {
      return i + 1;
    }
    return Signs.join(t.text()).map(join -> join(join, i, i + 1)).orElse(i + 1);
  }

  /** {@code f) L = ..}: an unpaired bracket behind a letter or number that opens the clause is its label. */
  private void label(Token t, int i) {
    boolean opening = t.is(")") && tokens.partner(i) >= tokens.size() && i - clauseFrom <= 4 && depth == 0 && current.signs.isEmpty();
    if (!opening || clauseIsBlank(i)) {
      return;
    }
    String name = text.text().substring(mark, t.start()).strip();
    if (name.length() <= 4 && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.')) {
      blanks.set(mark, t.end());
      current.say(name + ")");
      mark = t.end();
      clauseFrom = i + 1;
    }
  }

  private int ampersand(int i) {
    if (depth > 0) {
      blankTokens(i, i + 1);
      return i + 1;
    }
    Optional<Token> next = nextBeyondMarks(i + 1);
    boolean beforeSign = next.filter(n -> Signs.relation(n.text()).isPresent() || Visible.STACKED.contains(n.text())).isPresent();
    boolean afterSign = !current.signs.isEmpty() && sideIsBlank(i);
    boolean doubled = tokens.after(i + 1, to).filter(n -> n.is("&")).isPresent();
    boolean operator = next.filter(n -> n.is("+") || n.is("-") || n.is("\\times") || n.is("\\cdot")).isPresent();
    boolean start = clauseIsBlank(i);
    boolean aligns = afterSign || (beforeSign && !(doubled && !current.signs.isEmpty())) || (!cells && (start || (operator && !doubled)));
    if (aligns) {
      blankTokens(i, i + 1);
      if (start) {
        current.aligned = true;
        mark = offset(i + 1);
      }
      column += cells ? 1 : 0;
      return i + 1;
    }
    separate(Join.COLUMN, i, i + 1);
    column++;
    current = new Draft(current.join, current.words, row, column);
    return i + 1;
  }

  private Optional<Token> nextBeyondMarks(int i) {
    for (int k = i; k < Math.min(to, i + 12); k++) {
      Token t = tokens.get(k);
      if (!t.isSpace() && !t.is("&") && !Commands.SPACING.contains(t.text()) && !Commands.BLANKED.contains(t.text())) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  private int join(Join join, int i, int end) {
    if (join == Join.ROW) {
      return newRow(i, end);
    }
    if (depth > 0) {
      return end;
    }
    if (join == Join.SPACE && (sideIsBlank(i) || lastOf(i).filter(Wording::operates).isPresent())) {
      blankTokens(i, end);
      mark = sideIsBlank(i) ? offset(end) : mark;
      return end;
    }
    if (join == Join.ARROW && !clauseIsBlank(i) && !current.colon && Commands.numberFollows(tokens, end, to)) {
      return addSign(RelationSign.TENDS_TO, i, end, Optional.empty());
    }
    separate(join, i, end);
    return end;
  }

  private int newRow(int i, int behind) {
    int end = Rows.behindMark(text, tokens, behind, to);
    if (depth > 0) {
      blankTokens(i, end);
      return end;
    }
    separate(Join.ROW, i, end);
    return end;
  }
}
