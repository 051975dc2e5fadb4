package dev.gradus.document;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Words in scripts without Latin letters that stand in a formula as they are, {@code i=j时，f=1}: no letters of mathematics, they are set as words. */
final class BareWords {
  private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private BareWords() {}

  /** In: a formula. Out: the same with such words in {@code \text}. */
  static MathText set(MathText content) {
    if (content.text().codePoints().noneMatch(BareWords::isLetter)) {
      return content;
    }
    Tokens tokens = Tokens.of(content.text());
    MathBuilder out = new MathBuilder();
    int i = 0;
    while (i < tokens.size()) {
      Tokens.Token token = tokens.get(i);
      int end = Wording.COMMANDS.contains(token.text()) ? tokens.skipGroup(i + 1, tokens.size()) : i + 1;
      boolean bare = isWord(token);
      while (bare && end < tokens.size() && isWord(tokens.get(end))) {
        end++;
      }
      MathText slice = content.slice(token.start(), tokens.get(end - 1).end());
      if (bare) {
        out.add("\\text{ ", content.span(token.start(), token.start() + 1));
        out.add(slice);
        out.add(" }", content.span(token.start(), token.start() + 1));
      } else {
        out.add(slice);
      }
      i = end;
    }
    return out.build();
  }

  private static boolean isWord(Tokens.Token token) {
    return token.kind() == Tokens.Kind.CHARACTER && isLetter(token.text().codePointAt(0));
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) && SCRIPTS.contains(UnicodeScript.of(c));
  }
}
