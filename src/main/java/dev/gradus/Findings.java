package dev.gradus;

import dev.gradus.audit.Audit;
import dev.gradus.audit.Auditor;
import dev.gradus.document.Answer;
import dev.gradus.document.LineMap;
import dev.gradus.document.Piece;
import dev.gradus.document.Source;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Meaning;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Statement;
import dev.gradus.term.Condition;
import dev.gradus.term.FamilyName;
import dev.gradus.term.Latex;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns the outcomes of the reading into the records that reports print. */
final class Findings {
  private final Answer answer;
  private final Map<Integer, List<String>> sections = new TreeMap<>();
  private final Map<String, Integer> ordinals = new TreeMap<>();
  private final Derivations derivations = new Derivations();
  private final Optional<Auditor> auditor;

  Findings(Answer answer, boolean audit) {
    this.answer = answer;
    this.auditor = audit ? Optional.of(new Auditor()) : Optional.empty();
    for (Piece piece : answer.pieces()) {
      if (piece instanceof Piece.Formula f) {
        f.clauses().forEach(c -> sections.put(c, f.section()));
      }
    }
  }

  List<CheckedRelation> of(List<Outcome> outcomes) {
    Map<Integer, String> ids = new TreeMap<>();
    List<CheckedRelation> all = new ArrayList<>();
    for (Outcome o : outcomes) {
      Statement s = o.statement();
      CheckedRelation.Printed printed = printed(s, ids);
      ids.put(s.number(), printed.id());
      all.add(relation(printed, o));
    }
    return all;
  }

  private CheckedRelation.Printed printed(Statement s, Map<Integer, String> ids) {
    LineMap.Position at = answer.at(s.span().start());
    LineMap.Position end = answer.at(Math.max(s.right().isBlank() ? 0 : s.right().span().end(), s.span().end()));
    String section = String.join(" / ", sections.getOrDefault(s.clause(), List.of()));
    String left = flat(s.left().text());
    String right = flat(s.right().text());
    Optional<CheckedRelation.Cell> cell =
        answer.source().cellAt(at.line()).map((Source.Cell c) -> new CheckedRelation.Cell(c.number(), at.line() - c.firstLine() + 1));
    return new CheckedRelation.Printed(
        id(section, left, s.sign().sign().symbol(), right),
        at.line(),
        at.column(),
        end.line(),
        end.column(),
        cell,
        section,
        s.sign().sign().symbol(),
        left,
        right,
        s.after().map(ids::get));
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Stable while other parts of the document change: the section's label, a digest of section and sides, and the ordinal among equals. */
  private String id(String section, String left, String sign, String right) {
    String label = section.replaceAll("[^\\p{Alnum}]+", "").toLowerCase(java.util.Locale.ROOT);
    String digest = digest(section + '\u0000' + left + '\u0000' + sign + '\u0000' + right);
    String base = (label.isEmpty() ? "r" : label.substring(0, Math.min(8, label.length()))) + "-" + digest;
    int n = ordinals.merge(base, 1, Integer::sum);
    return n == 1 ? base : base + "-" + n;
  }

  private static String digest(String text) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return String.format(java.util.Locale.ROOT, "%08x", crc.getValue());
  }

  private CheckedRelation relation(CheckedRelation.Printed printed, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Defines d -> printed.judged(CheckedVerdict.DEFINES, d.code(), d.because());
      case Outcome.Assumes a -> printed.judged(CheckedVerdict.ASSUMES, a.code(), a.because());
      case Outcome.Skipped k -> printed.judged(CheckedVerdict.SKIPPED, k.code(), k.because());
      case Outcome.Unread u -> printed.judged(CheckedVerdict.UNREAD, u.code(), u.because());
      case Outcome.Open o -> {
        CheckedRelation r = printed.judged(CheckedVerdict.UNDECIDED, o.code(), o.because());
        CheckedRelation shown = o.claim().map(c -> r.withLowered(lowered(c))).orElse(r);
        yield o.meaning().flatMap(derivations::of).map(shown::withDerived).orElse(shown);
      }
      case Outcome.Decided d -> decided(printed, d);
      case Outcome.Mended m -> printed.judged(CheckedVerdict.REFUTED, m.code(), m.because()).withRepair(repair(m.repair()));
    };
  }

  private static CheckedRelation.Repair repair(Outcome.Repair r) {
    return new CheckedRelation.Repair(CheckedRelation.Repair.Kind.valueOf(r.kind().toUpperCase(java.util.Locale.ROOT)), r.name(), r.left(), r.right(), r.because());
  }

  private CheckedRelation decided(CheckedRelation.Printed printed, Outcome.Decided d) {
    CheckedRelation bare =
        switch (d.verdict()) {
          case Verdict.Proved p ->
              printed
                  .judged(CheckedVerdict.PROVED, d.code(), d.because())
                  .withSizes(sizes(p))
                  .withAssuming(assuming(p, d.inferred(), answer));
          case Verdict.Refuted r ->
              printed.judged(CheckedVerdict.REFUTED, d.code(), d.because()).withCounterexample(counterexample(r));
          case Verdict.Supported s ->
              printed
                  .judged(CheckedVerdict.SUPPORTED, d.code(), d.because())
                  .withChecks(new CheckedRelation.Checks(s.points(), s.sizes()));
          case Verdict.Undecided u -> printed.judged(CheckedVerdict.UNDECIDED, d.code(), d.because());
        };
    CheckedRelation read = d.reading().map(bare::withReading).orElse(bare);
    CheckedRelation mended = d.repair().map(r -> read.withRepair(repair(r))).orElse(read);
    CheckedRelation shown = mended.withLowered(lowered(d.claim()));
    boolean proved = d.verdict() instanceof Verdict.Proved;
    CheckedRelation complete = proved ? shown : d.meanings().stream().findFirst().flatMap(derivations::of).map(shown::withDerived).orElse(shown);
    return auditor.flatMap(a -> a.of(d.verdict(), derivation(d))).map(a -> audited(complete, a)).orElse(complete);
  }

  /** What the left side is the derivative of, where the reading that was decided says so under the names of the claim. */
  private static Optional<Auditor.Derivation> derivation(Outcome.Decided d) {
    return d.meanings().stream()
        .findFirst()
        .filter(m -> claim(d.verdict()).map(c -> c.left().equals(m.claim().left())).orElse(false))
        .flatMap(Meaning::left)
        .map(l -> new Auditor.Derivation(l.term(), l.by()));
  }

  private static Optional<Claim> claim(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proved p -> Optional.of(p.claim());
      case Verdict.Refuted r -> Optional.of(r.claim());
      case Verdict.Supported s -> Optional.empty();
      case Verdict.Undecided u -> Optional.empty();
    };
  }

  /** With the audit; a verdict that Symja and the spot checks both contradict is none. */
  private static CheckedRelation audited(CheckedRelation relation, Audit audit) {
    boolean fault = audit.outcome() == Audit.Outcome.ENGINE_FAULT;
    CheckedRelation kept =
        fault
            ? relation.judgedAnew(
                CheckedVerdict.UNDECIDED, "engine.fault", "engine fault: " + relation.verdict().word() + ", but Symja and the spot checks contradict it")
            : relation;
    return kept.withAudit(audit);
  }

  static String lowered(Claim claim) {
    String sign =
        switch (claim.order()) {
          case EQUAL -> "=";
          case NOT_EQUAL -> "\\ne";
          case LESS -> "<";
          case LESS_OR_EQUAL -> "\\le";
          case GREATER -> ">";
          case GREATER_OR_EQUAL -> "\\ge";
        };
    return Latex.of(claim.left()) + " " + sign + " " + Latex.of(claim.right());
  }

  private static String sizes(Verdict.Proved p) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Range, Integer> e : p.leastSizes().entrySet()) {
      parts.add(e.getKey().name() + " >= " + e.getValue());
    }
    for (Range r : fixed(p.claim())) {
      parts.add(r.name() + " = " + r.fixed().getAsInt());
    }
    return parts.isEmpty() ? "all" : String.join(", ", parts);
  }

  private static List<Range> fixed(Claim claim) {
    List<Range> found = new ArrayList<>();
    for (Term side : List.of(claim.left(), claim.right())) {
      for (Range r : dev.gradus.term.Terms.ranges(side)) {
        if (r.fixed().isPresent() && !found.contains(r)) {
          found.add(r);
        }
      }
    }
    return found;
  }

  static List<CheckedRelation.Assuming> assuming(Verdict.Proved p, List<Assumption> inferred, Answer answer) {
    List<CheckedRelation.Assuming> all = new ArrayList<>();
    for (Assumption a : p.used()) {
      all.add(assuming(a, answer));
    }
    for (Assumption a : inferred) {
      all.add(assuming(a, answer));
    }
    for (Condition c : p.cuts()) {
      all.add(new CheckedRelation.Assuming(CheckedRelation.Assuming.Kind.CONDITION, condition(c), Optional.empty()));
    }
    return all.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
  }

  static CheckedRelation.Assuming assuming(Assumption a, Answer answer) {
    CheckedRelation.Assuming.Kind kind =
        switch (a.origin()) {
          case STATED -> CheckedRelation.Assuming.Kind.STATED;
          case CONVENTION -> CheckedRelation.Assuming.Kind.CONVENTION;
          case INFERRED -> CheckedRelation.Assuming.Kind.INFERRED;
          case CONDITION -> CheckedRelation.Assuming.Kind.CONDITION;
        };
    if (a.offset().isEmpty()) {
      return new CheckedRelation.Assuming(kind, a.text(), Optional.empty());
    }
    int offset = a.offset().getAsInt();
    return new CheckedRelation.Assuming(kind, a.text() + (answer.inGivens(offset) ? ", in the assignment" : ""), Optional.of(answer.at(offset).line()));
  }

  private static String condition(Condition c) {
    return Latex.of(c);
  }

  static CheckedRelation.Counterexample counterexample(Verdict.Refuted r) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    r.point().sizes().forEach((range, n) -> sizes.put(range.name(), n));
    Map<String, String> values = new LinkedHashMap<>();
    r.point().indices().forEach((index, n) -> values.put(index.name(), Integer.toString(n)));
    r.point().values().forEach((component, q) -> values.put(name(component), q.toString()));
    return new CheckedRelation.Counterexample(sizes, values, r.left(), r.right());
  }

  private static String name(Point.Component c) {
    List<String> elements = c.elements().stream().map(String::valueOf).toList();
    String name = FamilyName.at(c.family().name(), elements, ",");
    String last = elements.size() == 1 ? "_{" + elements.getFirst() + "}" : "";
    return !last.isEmpty() && name.endsWith(last) ? name.substring(0, name.length() - last.length()) + "_" + elements.getFirst() : name;
  }
}
