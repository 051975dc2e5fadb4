package dev.gradus.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gradus.CheckedAnswer;
import dev.gradus.CheckedRelation.Cell;
import dev.gradus.CheckedRelation.Counterexample;
import dev.gradus.CheckedRelation.Printed;
import dev.gradus.CheckedVerdict;
import dev.gradus.RunReport;
import dev.gradus.RunReport.RunError;
import dev.gradus.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private static final String SHAPE =
      """
      {
        "format": "gradus/1",
        "tool": {
          "name": "gradus",
          "version": "0.1.0"
        },
        "summary": {
          "documents": 1,
          "relations": 1,
          "claims": 1,
          "decided": 1,
          "verdicts": {
            "proved": 1
          }
        },
        "errors": [
          {
            "file": "lost.md",
            "code": "unreadable-file",
            "message": "no such file"
          }
        ],
        "documents": [
          {
            "file": "answer.tex",
            "summary": {
              "relations": 1,
              "claims": 1,
              "decided": 1,
              "verdicts": {
                "proved": 1
              }
            },
            "relations": [
              {
                "id": "1-a",
                "line": 2,
                "column": 8,
                "end": {
                  "line": 2,
                  "column": 11
                },
                "section": "1 Sigmoid",
                "relation": "=",
                "left": "s'(x)",
                "right": "s(x)(1 - s(x))",
                "verdict": "proved",
                "code": "equal.normal-form",
                "because": "both sides have the same normal form",
                "sizes": "all",
                "assuming": [],
                "after": null,
                "reading": null,
                "checks": {
                  "points": 24,
                  "sizes": [
                    2,
                    3,
                    5
                  ]
                },
                "derived": null,
                "counterexample": null,
                "repair": null,
                "claim": "s(x) - s(x)^2 = s(x)(1 - s(x))",
                "audit": null
              }
            ],
            "problems": [],
            "reference": null
          }
        ]
      }
      """;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final RunReport FULL =
      new RunReport(
          List.of(Samples.full()),
          List.of(new RunError("lost.md", "unreadable-file", "no such file")));

  @Test
  void theShapeIsThatOfTheContract() throws IOException {
    String text =
        new String(
            bytes(
                new RunReport(
                    List.of(CheckedAnswer.of("answer.tex", "", List.of(Samples.proved()))),
                    FULL.errors())),
            StandardCharsets.UTF_8);
    assertEquals(SHAPE, text);
  }

  @Test
  void everyReportFitsTheSchema() throws IOException {
    assertEquals(List.of(), faults(tree(FULL)));
    assertEquals(List.of(), faults(tree(new RunReport(List.of(), List.of()))));
    List<CheckedAnswer> answers = new ArrayList<>();
    for (CheckedVerdict verdict : CheckedVerdict.values()) {
      answers.add(
          CheckedAnswer.of(verdict.word(), "", List.of(Samples.bare(verdict, "some.code"))));
    }
    assertEquals(List.of(), faults(tree(new RunReport(answers, List.of()))));
    Printed printed =
        new Printed(
            "n-1", 9, 3, 9, 8, Optional.of(new Cell(4, 2)), "", "<=", "a", "b", Optional.of("n-0"));
    JsonNode notebook =
        tree(
            new RunReport(
                List.of(
                    CheckedAnswer.of(
                        "a.ipynb", "", List.of(printed.judged(CheckedVerdict.UNREAD, "c", "b")))),
                List.of()));
    assertEquals(List.of(), faults(notebook));
    assertEquals(4, notebook.at("/documents/0/relations/0/cell/number").asInt());
    assertEquals("n-0", notebook.at("/documents/0/relations/0/after").asText());
  }

  /** A schema that lets everything pass would prove nothing. */
  @Test
  void theSchemaMissesEveryKeyThatIsLeftOut() throws IOException {
    for (String place :
        List.of(
            "",
            "/summary",
            "/errors/0",
            "/documents/0",
            "/documents/0/summary",
            "/documents/0/relations/1",
            "/documents/0/relations/1/end",
            "/documents/0/relations/1/counterexample",
            "/documents/0/relations/1/repair",
            "/documents/0/relations/1/assuming/0",
            "/documents/0/relations/1/audit",
            "/documents/0/relations/1/audit/symja",
            "/documents/0/problems/0",
            "/documents/0/reference")) {
      List<String> keys = new ArrayList<>();
      tree(FULL).at(place).fieldNames().forEachRemaining(keys::add);
      assertFalse(keys.isEmpty(), place);
      for (String key : keys) {
        JsonNode tree = tree(FULL);
        ((ObjectNode) tree.at(place)).remove(key);
        assertFalse(faults(tree).isEmpty(), () -> place + " without " + key);
      }
    }
    JsonNode wrong = tree(FULL);
    ((ObjectNode) wrong.at("/documents/0/relations/1")).put("verdict", "correct");
    assertFalse(faults(wrong).isEmpty());
  }

  @Test
  void aCounterexampleKeepsItsOrder() throws IOException {
    JsonNode values = tree(FULL).at("/documents/0/relations/1/counterexample/values");
    List<String> names = new ArrayList<>();
    values.fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("x_2", "x_1"), names);
  }

  @Test
  void theSameReportGivesTheSameBytes() throws IOException {
    assertArrayEquals(bytes(FULL), bytes(new RunReport(List.of(Samples.full()), FULL.errors())));
  }

  @Test
  void textIsUtf8WhateverItHolds() throws IOException {
    String odd = "σ ≤ 𝐱 \u0001 \ud835 \udc31";
    CheckedAnswer answer =
        CheckedAnswer.of(
            odd,
            odd,
            List.of(
                Samples.refuted()
                    .withReading(odd)
                    .withCounterexample(
                        new Counterexample(Map.of(odd, 2), Map.of(odd, "1"), odd, odd))));
    JsonNode tree = tree(new RunReport(List.of(answer), List.of()));
    assertEquals("σ ≤ 𝐱 \u0001 \ufffd \ufffd", tree.at("/documents/0/file").asText());
    assertTrue(faults(tree).isEmpty());
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    JsonReport.write(FULL, out);
    assertFalse(closed[0]);
    byte[] all = out.toByteArray();
    assertEquals(
        "}\n",
        new String(Arrays.copyOfRange(all, all.length - 2, all.length), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(RunReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReport.write(report, out);
    return out.toByteArray();
  }

  private static JsonNode tree(RunReport report) throws IOException {
    return MAPPER.readTree(bytes(report));
  }

  private static List<String> faults(JsonNode tree) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(JsonReport.class.getResourceAsStream("gradus-1.schema.json"))) {
      JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
      return schema.validate(tree).stream().map(Object::toString).sorted().toList();
    }
  }
}
