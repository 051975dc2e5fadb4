package dev.gradus.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a document, or why there are none. */
sealed interface Content {
  /** The largest document, in bytes. */
  int LIMIT = 20_000_000;

  /** Decodes as UTF-8. */
  final class Text implements Content {
    private final byte[] bytes;

    private Text(byte[] bytes) {
      this.bytes = bytes;
    }

    /** Not copied: nobody else holds them. */
    byte[] bytes() {
      return bytes;
    }
  }

  record Unusable(String code, String message) implements Content {}

  static Content of(Path path) {
    if (Files.isDirectory(path)) {
      return new Unusable("unreadable-file", "is a folder");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return of(in);
    } catch (NoSuchFileException e) {
      return new Unusable("unreadable-file", "no such file");
    } catch (AccessDeniedException e) {
      return new Unusable("unreadable-file", "no permission to read this file");
    } catch (IOException e) {
      return new Unusable(
          "unreadable-file", "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  static Content of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      return new Unusable("limit.document-size", "is larger than " + LIMIT / 1_000_000 + " MB");
    }
    for (byte b : bytes) {
      if (b == 0) {
        return new Unusable("binary-file", "is binary data, not text");
      }
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      return new Unusable("not-utf-8", "is not text in UTF-8");
    }
    return new Text(bytes);
  }
}
