package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prose into words and marks. */
final class Words {
  private Words() {}

  /** Appends the words and marks of {@code text}, which stands at {@code offset} in the source. */
  static void split(String text, int offset, boolean inFormula, List<Atom> into) {
    int i = 0;
    int n = text.length();
    while (i < n) {
      int c = text.codePointAt(i);
      int wide = Character.charCount(c);
      if (withoutSpaces(c)) {
        i = run(text, i, offset, inFormula, into);
      } else if (Character.isLetterOrDigit(c)) {
        i = word(text, i, offset, inFormula, into);
      } else {
        mark(text, i, c, inFormula, into, offset);
        i += wide;
      }
    }
  }

  private static int word(String text, int from, int offset, boolean inFormula, List<Atom> into) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean inner = i + 1 < text.length() && Character.isLetterOrDigit(text.codePointAt(i + 1)) && !withoutSpaces(text.codePointAt(i + 1));
      boolean joins = c == '-' || c == '\'' || c == '’' || c == '.' || c == '_';
      if ((Character.isLetterOrDigit(c) && !withoutSpaces(c)) || (joins && inner)) {
        i += Character.charCount(c);
      } else {
        break;
      }
    }
    into.add(new Atom.Word(text.substring(from, i).toLowerCase(Locale.ROOT).replace('’', '\''), offset + from, inFormula));
    return i;
  }

  /** Scripts without spaces: known phrases are words, what lies between them too. */
  private static int run(String text, int from, int offset, boolean inFormula, List<Atom> into) {
    int i = from;
    while (i < text.length() && withoutSpaces(text.codePointAt(i))) {
      int known = Phrases.run(text, i);
      if (known > 0) {
        if (i > from) {
          into.add(new Atom.Word(text.substring(from, i), offset + from, inFormula));
        }
        into.add(new Atom.Word(text.substring(i, i + known), offset + i, inFormula));
        return i + known;
      }
      i += Character.charCount(text.codePointAt(i));
    }
    into.add(new Atom.Word(text.substring(from, i), offset + from, inFormula));
    return i;
  }

  private static void mark(String text, int at, int c, boolean inFormula, List<Atom> into, int offset) {
    char sign =
        switch (c) {
          case '.', '。', '．' -> stops(text, at, into) ? '.' : ' ';
          case ',', '，', '、' -> ',';
          case ';', '；' -> ';';
          case ':', '：' -> ':';
          case '?', '？' -> '?';
          case '!', '！' -> '!';
          case '(', '（' -> '(';
          case ')', '）' -> ')';
          case '–', '—' -> ',';
          default -> ' ';
        };
    if (sign != ' ') {
      into.add(new Atom.Mark(sign, inFormula));
    } else if (c == '⇒' || c == '→' || c == '⟹' || c == '∴' || c == '∵') {
      into.add(new Atom.Word(Character.toString(c), offset + at, inFormula));
    }
  }

  /** Whether the full stop at {@code at} ends a sentence: not behind an abbreviation or a lone letter of one. */
  private static boolean stops(String text, int at, List<Atom> before) {
    if (at > 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1))) {
      return false;
    }
    if (at == 0 || before.isEmpty() || !(before.getLast() instanceof Atom.Word w) || !Character.isLetterOrDigit(text.charAt(at - 1))) {
      return true;
    }
    return !Phrases.abbreviation(w.text());
  }

  static boolean withoutSpaces(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN || script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }

  /** The words alone. */
  static List<String> of(String text) {
    List<Atom> atoms = new ArrayList<>();
    split(text, 0, false, atoms);
    List<String> words = new ArrayList<>();
    for (Atom a : atoms) {
      if (a instanceof Atom.Word w) {
        words.add(w.text());
      }
    }
    return words;
  }
}
