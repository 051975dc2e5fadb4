package dev.gradus.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.gradus.CheckedAnswer;
import dev.gradus.CheckedReference;
import dev.gradus.CheckedRelation;
import dev.gradus.CheckedRelation.Assuming;
import dev.gradus.CheckedRelation.Counterexample;
import dev.gradus.CheckedVerdict;
import dev.gradus.Problem;
import dev.gradus.RunReport;
import dev.gradus.Tally;
import dev.gradus.Version;
import dev.gradus.audit.Audit;
import dev.gradus.audit.Voice;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report for programs: one JSON object in UTF-8, keys in a fixed order, no time stamps, ended
 * by a newline. Its shape is {@code gradus/1}; {@code gradus-1.schema.json} beside this class
 * describes it. Within {@code gradus/1} fields are added, never renamed.
 */
public final class JsonReport {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the whole report and leaves the stream open. */
  public static void write(RunReport report, OutputStream out) throws IOException {
    try (JsonGenerator generator =
        FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      generator.setPrettyPrinter(printer());
      new JsonReport(generator).report(report);
      generator.writeRaw('\n');
    }
  }

  private static DefaultPrettyPrinter printer() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators).withObjectIndenter(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }

  private void report(RunReport report) throws IOException {
    json.writeStartObject();
    string("format", "gradus/1");
    json.writeObjectFieldStart("tool");
    string("name", "gradus");
    string("version", Version.NUMBER);
    json.writeEndObject();
    json.writeObjectFieldStart("summary");
    json.writeNumberField("documents", report.documents().size());
    tally(report.tally());
    json.writeEndObject();
    json.writeArrayFieldStart("errors");
    for (RunReport.RunError error : report.errors()) {
      json.writeStartObject();
      string("file", error.file());
      string("code", error.code());
      string("message", error.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("documents");
    for (CheckedAnswer answer : report.documents()) {
      document(answer);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tally(Tally tally) throws IOException {
    json.writeNumberField("relations", tally.relations());
    json.writeNumberField("claims", tally.claims());
    json.writeNumberField("decided", tally.decided());
    json.writeObjectFieldStart("verdicts");
    for (Map.Entry<CheckedVerdict, Integer> entry : tally.verdicts().entrySet()) {
      json.writeNumberField(entry.getKey().word(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void document(CheckedAnswer answer) throws IOException {
    json.writeStartObject();
    string("file", answer.file());
    json.writeObjectFieldStart("summary");
    tally(Tally.of(answer.relations()));
    json.writeEndObject();
    json.writeArrayFieldStart("relations");
    for (CheckedRelation relation : answer.relations()) {
      relation(relation);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    for (Problem problem : answer.problems()) {
      problem(problem);
    }
    json.writeEndArray();
    if (answer.reference().isPresent()) {
      reference(answer.reference().get());
    } else {
      json.writeNullField("reference");
    }
    json.writeEndObject();
  }

  private void relation(CheckedRelation r) throws IOException {
    json.writeStartObject();
    string("id", r.id());
    json.writeNumberField("line", r.line());
    json.writeNumberField("column", r.column());
    position("end", r.endLine(), r.endColumn());
    if (r.cell().isPresent()) {
      json.writeObjectFieldStart("cell");
      json.writeNumberField("number", r.cell().get().number());
      json.writeNumberField("line", r.cell().get().line());
      json.writeEndObject();
    }
    string("section", r.section());
    string("relation", r.relation());
    string("left", r.left());
    string("right", r.right());
    string("verdict", r.verdict().word());
    string("code", r.code());
    string("because", r.because());
    string("sizes", r.sizes());
    assuming(r.assuming());
    string("after", r.after());
    string("reading", r.reading());
    checks(r.checks());
    string("derived", r.derived());
    counterexample(r.counterexample());
    repair(r.repair());
    string("claim", r.lowered());
    audit(r.audit());
    json.writeEndObject();
  }

  private void audit(Optional<Audit> audit) throws IOException {
    if (audit.isEmpty()) {
      json.writeNullField("audit");
      return;
    }
    json.writeObjectFieldStart("audit");
    string("outcome", audit.get().outcome().word());
    voice("symja", audit.get().symja());
    voice("spotChecks", audit.get().plain());
    json.writeEndObject();
  }

  private void voice(String key, Voice voice) throws IOException {
    json.writeObjectFieldStart(key);
    string("says", voice.says().word());
    json.writeNumberField("places", voice.points());
    string("because", voice.why());
    json.writeEndObject();
  }

  private void position(String key, int line, int column) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    json.writeEndObject();
  }

  private void assuming(List<Assuming> assuming) throws IOException {
    json.writeArrayFieldStart("assuming");
    for (Assuming a : assuming) {
      json.writeStartObject();
      string("kind", a.kind().word());
      string("text", a.text());
      if (a.line().isPresent()) {
        json.writeNumberField("line", a.line().get());
      } else {
        json.writeNullField("line");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void checks(Optional<CheckedRelation.Checks> checks) throws IOException {
    if (checks.isEmpty()) {
      json.writeNullField("checks");
      return;
    }
    json.writeObjectFieldStart("checks");
    json.writeNumberField("points", checks.get().points());
    json.writeArrayFieldStart("sizes");
    for (int size : checks.get().sizes()) {
      json.writeNumber(size);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counterexample(Optional<Counterexample> counterexample) throws IOException {
    if (counterexample.isEmpty()) {
      json.writeNullField("counterexample");
      return;
    }
    Counterexample c = counterexample.get();
    json.writeObjectFieldStart("counterexample");
    json.writeObjectFieldStart("sizes");
    for (Map.Entry<String, Integer> size : c.sizes().entrySet()) {
      json.writeNumberField(Printable.wellFormed(size.getKey()), size.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("values");
    for (Map.Entry<String, String> value : c.values().entrySet()) {
      string(Printable.wellFormed(value.getKey()), value.getValue());
    }
    json.writeEndObject();
    string("left", c.left());
    string("right", c.right());
    json.writeEndObject();
  }

  private void repair(Optional<CheckedRelation.Repair> repair) throws IOException {
    if (repair.isEmpty()) {
      json.writeNullField("repair");
      return;
    }
    json.writeObjectFieldStart("repair");
    string("kind", repair.get().kind().word());
    string("name", repair.get().name());
    string("left", repair.get().left());
    string("right", repair.get().right());
    string("because", repair.get().because());
    json.writeEndObject();
  }

  private void problem(Problem problem) throws IOException {
    json.writeStartObject();
    string("kind", problem.kind() == Problem.Kind.UNREAD ? "unread" : "note");
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    string("code", problem.code());
    string("message", problem.message());
    json.writeEndObject();
  }

  private void reference(CheckedReference r) throws IOException {
    json.writeObjectFieldStart("reference");
    string("name", r.name());
    string("outcome", r.outcome().word());
    string("code", r.code());
    string("because", r.because());
    string("relation", r.place().map(CheckedReference.Place::id));
    string("expected", r.expected());
    assuming(r.assuming());
    counterexample(r.counterexample());
    json.writeEndObject();
  }

  private void string(String key, String value) throws IOException {
    json.writeStringField(key, Printable.wellFormed(value));
  }

  private void string(String key, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      string(key, value.get());
    } else {
      json.writeNullField(key);
    }
  }
}
