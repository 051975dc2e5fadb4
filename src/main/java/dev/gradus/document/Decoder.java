package dev.gradus.document;

import dev.gradus.document.AnswerReader.Format;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a file, and its name, become a source. */
final class Decoder {
  static final int LIMIT = 50_000_000;

  private Decoder() {}

  static Opened open(String name, byte[] bytes) {
    if (bytes.length > LIMIT) {
      return new Opened.Refused("unreadable-file.size", "the file is larger than " + LIMIT / 1_000_000 + " MB");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new Opened.Refused("unreadable-file.not-text", "the file is not UTF-8 text");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.indexOf('\0') >= 0) {
      return new Opened.Refused("unreadable-file.not-text", "the file is binary data, not text");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".ipynb")) {
      return Notebook.open(name, text);
    }
    return new Opened.Ready(Source.of(name, text), format(lower));
  }

  private static Format format(String name) {
    if (name.endsWith(".tex") || name.endsWith(".latex")) {
      return Format.LATEX;
    }
    return name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".mmd") ? Format.MARKDOWN : Format.TEXT;
  }
}
