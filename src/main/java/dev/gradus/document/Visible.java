package dev.gradus.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the relation signs of a formula that could state a claim: not those in scripts, in arguments of commands or in brackets, but those in boxes,
 * in bare groups and in the cells of environments. The rules are those of ../shared/tools/relations.py.
 */
final class Visible {
  /** What may stand around a sign in its group and is not seen. */
  private static final Pattern SPACES = Pattern.compile("\\\\(?:[,;:! ]|q?quad(?![a-zA-Z]))|[ ~]");

  /**
   * A sign in its place.
   *
   * @param from its first token
   * @param end index behind its last token
   * @param above what is stacked on it
   */
  record Found(RelationSign sign, int from, int end, Optional<MathText> above) {}

  private static final List<String> TRANSPARENT =
      List.of("\\boxed", "\\fbox", "\\ensuremath", "\\underline", "\\displaystyle", "\\textstyle", "\\hbox", "\\framebox", "\\mathstrut");
  private static final List<String> COLOURED = List.of("\\textcolor", "\\color", "\\colorbox", "\\bbox");
  static final List<String> STACKED = List.of("\\stackrel", "\\overset", "\\underset");
  private static final List<String> LONG = List.of("\\xrightarrow", "\\xlongequal", "\\xleftarrow");

  private final MathText text;
  private final Tokens tokens;
  private final Map<Integer, Found> found = new TreeMap<>();
  private final Map<Integer, Integer> wrappers = new TreeMap<>();
  private final int[] count;

  private int bracket;

  Visible(MathText text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
    int i = 0;
    while (i < tokens.size()) {
      i = step(i);
    }
    count = new int[tokens.size() + 1];
    for (int k = 0; k < tokens.size(); k++) {
      count[k + 1] = count[k] + (found.containsKey(k) ? 1 : 0);
    }
  }

  Optional<Found> at(int token) {
    return Optional.ofNullable(found.get(token));
  }

  /** Whether the command at {@code token} is a wrapper that was looked into. */
  boolean isWrapper(int token) {
    return wrappers.containsKey(token);
  }

  /** The opening brace of what the wrapper at {@code token} holds. */
  int wrapped(int token) {
    return wrappers.getOrDefault(token, token);
  }

  /** Whether a sign stands in a stretch of tokens. */
  boolean any(int from, int to) {
    return from < to && count[Math.min(to, tokens.size())] > count[from];
  }

  private int step(int i) {
    Tokens.Token t = tokens.get(i);
    if (t.is("^") || t.is("_")) {
      return tokens.skipGroup(i + 1, tokens.size());
    }
    if (t.kind() == Tokens.Kind.BEGIN) {
      bracket = 0;
      return tokens.bodyStart(i);
    }
    if (t.kind() == Tokens.Kind.END) {
      bracket = 0;
      return i + 1;
    }
    if (t.kind() == Tokens.Kind.COMMAND) {
      int behind = command(t, i);
      if (behind > i) {
        return behind;
      }
    }
    if (t.is("{")) {
      return brace(i);
    }
    if (Tokens.opens(t)) {
      bracket += unclosed(t, i) ? 0 : 1;
    } else if (Tokens.closes(t) || closedSilently(t, i)) {
      bracket = Math.max(0, bracket - 1);
    } else if (t.is("\\\\") || t.is("\\cr")) {
      bracket = 0;
    } else if (bracket == 0) {
      Signs.relation(t.text()).ifPresent(sign -> found.put(i, new Found(negated(sign, i), i, i + 1, Optional.empty())));
    }
    return i + 1;
  }

  /** An escaped brace behind {@code \left}, and a round or square bracket that nothing closes: what follows stands in no bracket. */
  private boolean unclosed(Tokens.Token t, int i) {
    boolean sized = i > 0 && tokens.get(i - 1).is("\\left");
    return t.is("\\{") ? sized : !sized && tokens.partner(i) >= tokens.size();
  }

  /** {@code \right.} and {@code \right|} close what {@code \left(} opened. */
  private boolean closedSilently(Tokens.Token t, int i) {
    if (!t.is("\\right") || tokens.partner(i) >= i) {
      return false;
    }
    Optional<Tokens.Token> left = tokens.after(tokens.partner(i) + 1, tokens.size());
    Optional<Tokens.Token> right = tokens.after(i + 1, tokens.size());
    return left.filter(l -> l.is("(") || l.is("[")).isPresent() && right.filter(Tokens::closes).isEmpty();
  }

  private RelationSign negated(RelationSign sign, int i) {
    Optional<Tokens.Token> before = tokens.before(i, 0);
    if (sign == RelationSign.EQUAL && before.isPresent()) {
      boolean apart = i > 1 && tokens.get(i - 1).is("!") && tokens.get(i - 2).isSpace();
      if (before.get().is("\\not") || apart) {
        return RelationSign.NOT_EQUAL;
      }
      if (before.get().is(":") || before.get().is("\\colon") || before.get().is("\\vcentcolon") || colonBeforeMark(i)) {
        return RelationSign.DEFINED_AS;
      }
    }
    return sign;
  }

  /** {@code a :&= b} */
  private boolean colonBeforeMark(int i) {
    return i > 1 && tokens.get(i - 1).is("&") && tokens.get(i - 2).is(":");
  }

  /** Behind a command that needs care; {@code i} for all others. */
  private int command(Tokens.Token t, int i) {
    if (STACKED.contains(t.text())) {
      return stacked(i, tokens.skipGroup(i + 1, tokens.size()));
    }
    if (LONG.contains(t.text())) {
      return longSign(t, i);
    }
    if (t.is("\\mathrel") || t.is("\\mathbin")) {
      return single(i, i + 1, Optional.empty());
    }
    if (TRANSPARENT.contains(t.text())) {
      return wrapper(i, i + 1);
    }
    if (COLOURED.contains(t.text())) {
      int next = tokens.skipSpace(i + 1, tokens.size());
      boolean square = next < tokens.size() && tokens.get(next).is("[") && tokens.partner(next) < tokens.size();
      return wrapper(i, square ? tokens.partner(next) + 1 : tokens.skipGroup(i + 1, tokens.size()));
    }
    return i;
  }

  /** The group behind {@code from} is looked into. */
  private int wrapper(int i, int from) {
    int next = tokens.skipSpace(from, tokens.size());
    if (next < tokens.size() && tokens.get(next).is("{")) {
      wrappers.put(i, next);
      return next + 1;
    }
    return i;
  }

  private int stacked(int i, int second) {
    Optional<MathText> above = inner(i + 1, second);
    return single(i, second, above);
  }

  /** A sign alone in the group behind {@code from}. */
  private int single(int i, int from, Optional<MathText> above) {
    int end = tokens.skipGroup(from, tokens.size());
    String written = inner(from, end).map(MathText::text).orElse("").replace("&", "");
    written = SPACES.matcher(written).replaceAll("");
    if (written.startsWith("{") && written.endsWith("}")) {
      written = written.substring(1, written.length() - 1);
    }
    Optional<RelationSign> sign = Signs.relation(written);
    if (sign.isEmpty() && Signs.plainArrow(written)) {
      sign = Optional.of(RelationSign.TENDS_TO);
    }
    if (bracket == 0 && sign.isPresent()) {
      RelationSign meant = sign.get() == RelationSign.EQUAL ? named(above) : sign.get();
      found.put(i, new Found(meant, i, end, above.filter(a -> !a.isBlank())));
    }
    return end;
  }

  private int longSign(Tokens.Token t, int i) {
    int from = i + 1;
    int next = tokens.skipSpace(from, tokens.size());
    Optional<MathText> below = Optional.empty();
    if (next < tokens.size() && tokens.get(next).is("[") && tokens.partner(next) < tokens.size()) {
      below = slice(next + 1, tokens.partner(next));
      from = tokens.partner(next) + 1;
    }
    int end = tokens.skipGroup(from, tokens.size());
    Optional<MathText> above = inner(from, end).filter(a -> !a.isBlank());
    Optional<MathText> mark = above.isPresent() ? above : below;
    if (bracket == 0 && !t.is("\\xleftarrow")) {
      found.put(i, new Found(t.is("\\xlongequal") ? named(mark) : RelationSign.TENDS_TO, i, end, mark));
    }
    return end;
  }

  /** {@code def} or a triangle on an equals sign defines, a question mark asks, an exclamation mark demands. */
  private static RelationSign named(Optional<MathText> above) {
    if (above.isEmpty()) {
      return RelationSign.EQUAL;
    }
    String mark = above.get().text();
    if (mark.contains("def") || mark.contains("triangle") || mark.contains("\\Delta") || mark.contains("△")) {
      return RelationSign.DEFINED_AS;
    }
    return mark.contains("?") || mark.strip().equals("!") ? RelationSign.ASKED : RelationSign.EQUAL;
  }

  /** The text of the group between two tokens, without its braces. */
  private Optional<MathText> inner(int from, int end) {
    int first = tokens.skipSpace(from, end);
    if (first < end && tokens.get(first).is("{") && tokens.partner(first) < end) {
      return slice(first + 1, tokens.partner(first));
    }
    return slice(first, end);
  }

  private Optional<MathText> slice(int from, int end) {
    return from < end ? Optional.of(text.slice(tokens.get(from).start(), tokens.get(end - 1).end()).trim()) : Optional.empty();
  }

  private int brace(int i) {
    Optional<Tokens.Token> before = tokens.before(i, 0);
    if (before.filter(Visible::takesArgument).isPresent()) {
      return tokens.skipGroup(i, tokens.size());
    }
    return i + 1;
  }

  /** Whether a group behind this token is its argument. */
  static boolean takesArgument(Tokens.Token before) {
    boolean command = before.isWord() && Signs.relation(before.text()).isEmpty() && Signs.join(before.text()).isEmpty();
    return command || before.is("}") || before.kind() == Tokens.Kind.BEGIN;
  }
}
