package dev.gradus.report;

import dev.gradus.CheckedAnswer;
import dev.gradus.CheckedReference;
import dev.gradus.CheckedRelation;
import dev.gradus.CheckedRelation.Counterexample;
import dev.gradus.CheckedVerdict;
import dev.gradus.ExplainedAnswer;
import dev.gradus.Explanation;
import dev.gradus.Problem;
import dev.gradus.RunReport;
import dev.gradus.Tally;
import dev.gradus.audit.Audit;
import dev.gradus.audit.Voice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The report for people. Each relation begins with {@code path:line:column: verdict:}, so that
 * editors and terminals can jump there; below stand the source line, the claim as it was decided,
 * and the evidence. A summary with the coverage comes last. All text of the document passes {@link
 * Printable}.
 */
public final class TextReport {
  /** Whether verdicts are coloured. */
  public enum Palette {
    PLAIN,
    ANSI
  }

  /** Of a longer claim so much is shown, but in an explanation. */
  private static final int CLAIM = 400;

  private final Palette palette;
  private final StringBuilder out = new StringBuilder();
  private boolean whole;

  private TextReport(Palette palette) {
    this.palette = palette;
  }

  /** In: what a run found. Out: the whole report, lines ended by {@code \n}. */
  public static String of(RunReport report, Palette palette) {
    TextReport text = new TextReport(palette);
    report.documents().forEach(text::document);
    text.summary(report);
    return text.out.toString();
  }

  /** In: an answer with explanations. Out: the explanations, lines ended by {@code \n}. */
  public static String of(ExplainedAnswer answer, Palette palette) {
    TextReport text = new TextReport(palette);
    SourceLines lines = new SourceLines(answer.answer().text());
    answer.explanations().forEach(e -> text.explanation(answer.answer().file(), e, lines));
    return text.out.toString();
  }

  private void explanation(String file, Explanation e, SourceLines lines) {
    separate();
    whole = true;
    relation(file, e.relation(), lines);
    list("where", e.where());
    for (int i = 0; i < e.readings().size(); i++) {
      Explanation.Reading r = e.readings().get(i);
      detail("reading " + (i + 1), r.claim().orElse("none") + ": " + r.outcome());
      list("  by", r.choices());
    }
    list("evidence", e.evidence());
  }

  private void list(String name, List<String> items) {
    items.forEach(item -> detail(name, item));
  }

  private void document(CheckedAnswer answer) {
    SourceLines lines = new SourceLines(answer.text());
    int next = 0;
    for (CheckedRelation relation : answer.relations()) {
      next = problemsBefore(relation, answer, next, lines);
      relation(answer.file(), relation, lines);
    }
    for (Problem problem : answer.problems().subList(next, answer.problems().size())) {
      problem(answer.file(), problem, lines);
    }
    answer.reference().ifPresent(r -> reference(answer.file(), r));
  }

  /**
   * Writes the problems that stand before the relation, from index {@code next} on; out: the index
   * of the first that does not.
   */
  private int problemsBefore(
      CheckedRelation relation, CheckedAnswer answer, int next, SourceLines lines) {
    int index = next;
    while (index < answer.problems().size()
        && standsBefore(answer.problems().get(index), relation)) {
      problem(answer.file(), answer.problems().get(index), lines);
      index++;
    }
    return index;
  }

  private static boolean standsBefore(Problem problem, CheckedRelation relation) {
    return problem.line() < relation.line()
        || (problem.line() == relation.line() && problem.column() < relation.column());
  }

  private void relation(String file, CheckedRelation r, SourceLines lines) {
    boolean open = r.verdict() == CheckedVerdict.UNDECIDED || r.verdict() == CheckedVerdict.UNREAD;
    head(
        file,
        r.line(),
        r.column(),
        coloured(r.verdict()),
        r.because() + (open ? " [" + r.code() + "]" : ""));
    r.cell().ifPresent(c -> detail("cell", c.number() + ", line " + c.line()));
    excerpt(lines, r.line(), r.column());
    r.lowered().ifPresent(claim -> detail("claim", whole ? claim : beginning(claim)));
    r.reading().ifPresent(reading -> detail("reading", reading));
    r.sizes().filter(s -> !s.equals("all")).ifPresent(sizes -> detail("sizes", sizes));
    r.assuming().forEach(a -> detail("assuming", a.sentence()));
    r.checks().ifPresent(c -> detail("checked", c.points() + " points" + sizes(c.sizes())));
    r.counterexample().ifPresent(c -> detail("counterexample", counterexample(c)));
    r.derived().ifPresent(d -> detail("derived", "the derivative is " + d));
    r.repair()
        .ifPresent(m ->
            detail(
                "repair (" + m.kind().word() + ")",
                m.left() + " " + r.relation() + " " + m.right() + ": " + m.because()));
    r.audit().ifPresent(this::audit);
  }

  /** Definitions that are put in can make a claim fill many screens. */
  private static String beginning(String claim) {
    return claim.length() <= CLAIM ? claim : claim.substring(0, CLAIM) + " ... (" + claim.length() + " characters; check explain shows all)";
  }

  private void audit(Audit audit) {
    detail(
        "audit",
        audit.outcome().word()
            + ": by Symja "
            + voice(audit.symja())
            + "; by spot checks "
            + voice(audit.plain()));
  }

  private static String voice(Voice voice) {
    String points = voice.points() == 0 ? "" : " (" + count(voice.points(), "place") + ")";
    String says =
        switch (voice.says()) {
          case AGREES -> "confirmed";
          case DISAGREES -> "contradicted";
          case SILENT -> "not told";
        };
    return says + points + voice.why().map(w -> ": " + w).orElse("");
  }

  private void problem(String file, Problem problem, SourceLines lines) {
    switch (problem.kind()) {
      case UNREAD -> {
        head(
            file,
            problem.line(),
            problem.column(),
            coloured(CheckedVerdict.UNREAD),
            problem.message() + " [" + problem.code() + "]");
        excerpt(lines, problem.line(), problem.column());
      }
      case NOTE -> head(file, problem.line(), problem.column(), "note", problem.message());
    }
  }

  private void reference(String file, CheckedReference r) {
    String word = "reference " + r.name() + ": " + r.outcome().word();
    int line = r.place().map(CheckedReference.Place::line).orElse(1);
    int column = r.place().map(CheckedReference.Place::column).orElse(1);
    head(file, line, column, word, r.because());
    detail("expected", r.expected());
    r.assuming().forEach(a -> detail("assuming", a.sentence()));
    r.counterexample().ifPresent(c -> detail("counterexample", counterexample(c)));
  }

  private void head(String file, int line, int column, String verdict, String because) {
    out.append(Printable.of(file)).append(':').append(line).append(':').append(column).append(": ");
    out.append(verdict).append(": ").append(Printable.of(because)).append('\n');
  }

  private void excerpt(SourceLines lines, int line, int column) {
    Excerpt excerpt = lines.excerpt(line, column);
    out.append("    | ").append(excerpt.line()).append('\n');
    out.append("    | ").append(excerpt.mark()).append('\n');
  }

  private void detail(String name, String text) {
    out.append("    ").append(name).append(": ").append(Printable.of(text)).append('\n');
  }

  private static String sizes(List<Integer> sizes) {
    String listed = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return sizes.isEmpty() ? "" : (sizes.size() == 1 ? ", size " : ", sizes ") + listed;
  }

  private static String counterexample(Counterexample c) {
    return (c.place() + " the left side is " + c.left() + ", the right side " + c.right()).strip();
  }

  private void summary(RunReport report) {
    if (report.documents().size() > 1) {
      separate();
      for (CheckedAnswer answer : report.documents()) {
        out.append(Printable.of(answer.file()))
            .append(": ")
            .append(coverage(Tally.of(answer.relations())))
            .append('\n');
      }
    }
    Tally tally = report.tally();
    separate();
    out.append(count(report.documents().size(), "document")).append(", ");
    out.append(count(tally.relations(), "relation"))
        .append(": ")
        .append(coverage(tally))
        .append('\n');
    if (!tally.verdicts().isEmpty()) {
      out.append("  ").append(counts(tally.verdicts(), CheckedVerdict::word)).append('\n');
    }
    for (Map.Entry<CheckedVerdict, SortedMap<String, Integer>> entry : tally.reasons().entrySet()) {
      out.append("  ").append(entry.getKey().word()).append(" because: ");
      out.append(Printable.of(counts(entry.getValue(), code -> code))).append('\n');
    }
    audits(report);
    long lost =
        report.documents().stream()
            .flatMap(d -> d.problems().stream())
            .filter(p -> p.kind() == Problem.Kind.UNREAD)
            .count();
    if (lost > 0) {
      out.append("  other places not read: ").append(lost).append('\n');
    }
    if (!report.errors().isEmpty()) {
      out.append("  not checked: ").append(count(report.errors().size(), "document")).append('\n');
    }
  }

  private void audits(RunReport report) {
    Map<Audit.Outcome, Integer> outcomes = new EnumMap<>(Audit.Outcome.class);
    report.documents().stream()
        .flatMap(d -> d.relations().stream())
        .flatMap(r -> r.audit().stream())
        .forEach(a -> outcomes.merge(a.outcome(), 1, Integer::sum));
    if (!outcomes.isEmpty()) {
      out.append("  audit: ").append(counts(outcomes, Audit.Outcome::word)).append('\n');
    }
  }

  private void separate() {
    out.append(out.isEmpty() ? "" : "\n");
  }

  /**
   * {@code 41 of 63 claims decided (65 %)}; the percentage is rounded down, so that 100 means all.
   */
  private static String coverage(Tally tally) {
    if (tally.claims() == 0) {
      return "no claims";
    }
    int percent = (int) (100L * tally.decided() / tally.claims());
    return tally.decided()
        + " of "
        + count(tally.claims(), "claim")
        + " decided ("
        + percent
        + " %)";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static <K> String counts(Map<K, Integer> counts, Function<K, String> word) {
    return counts.entrySet().stream()
        .map(e -> word.apply(e.getKey()) + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private String coloured(CheckedVerdict verdict) {
    return switch (palette) {
      case PLAIN -> verdict.word();
      case ANSI -> "\u001b[" + colour(verdict) + "m" + verdict.word() + "\u001b[0m";
    };
  }

  private static String colour(CheckedVerdict verdict) {
    return switch (verdict) {
      case PROVED -> "32";
      case REFUTED -> "1;31";
      case SUPPORTED -> "36";
      case UNDECIDED -> "33";
      case UNREAD -> "35";
      case DEFINES, ASSUMES, SKIPPED -> "2";
    };
  }
}
