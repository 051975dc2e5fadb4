package dev.gradus.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gradus.document.AnswerReader.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Markdown cells of a Jupyter notebook, joined by empty lines. */
final class Notebook {
  private static final int DEPTH = 20;

  private final StringBuilder text = new StringBuilder();
  private final List<Source.Cell> cells = new ArrayList<>();
  private int lines = 1;
  private int number;
  private boolean seen;

  private Notebook() {}

  static Opened open(String name, String json) {
    Notebook notebook = new Notebook();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return refused("it is no JSON object");
      }
      notebook.object(parser, 0);
    } catch (IOException e) {
      return refused("it is no JSON");
    }
    if (!notebook.seen) {
      return refused("it has no cells");
    }
    String text = notebook.text.toString();
    return new Opened.Ready(new Source(name, text, LineMap.of(text), notebook.cells), Format.MARKDOWN);
  }

  private static Opened refused(String why) {
    return new Opened.Refused("unreadable-file.notebook", "the file is no notebook: " + why);
  }

  /** An object on the way to the cells; older notebooks keep these in worksheets. */
  private void object(JsonParser parser, int depth) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_ARRAY && field.equals("cells")) {
        seen = true;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          cell(parser);
        }
      } else if (value == JsonToken.START_ARRAY && field.equals("worksheets") && depth < DEPTH) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          object(parser, depth + 1);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void cell(JsonParser parser) throws IOException {
    number++;
    String type = "";
    StringBuilder source = new StringBuilder();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("cell_type") && value == JsonToken.VALUE_STRING) {
        type = parser.getText();
      } else if (field.equals("source") && value == JsonToken.VALUE_STRING) {
        source.append(parser.getText());
      } else if (field.equals("source") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          source.append(parser.getText());
        }
      } else {
        parser.skipChildren();
      }
    }
    if (type.equals("markdown") || type.equals("heading")) {
      append(source.toString());
    }
  }

  private void append(String source) {
    if (!text.isEmpty()) {
      String gap = text.charAt(text.length() - 1) == '\n' ? "\n" : "\n\n";
      text.append(gap);
      lines += gap.length();
    }
    cells.add(new Source.Cell(number, lines));
    text.append(source);
    lines += (int) source.chars().filter(c -> c == '\n').count();
  }
}
