package dev.gradus;

import dev.gradus.document.Answer;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Evidence;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Explained;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Statement;
import dev.gradus.reading.Tried;
import dev.gradus.term.Family;
import dev.gradus.term.Range;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what the reading and the kernel did into words. */
final class Explanations {
  private final Answer answer;
  private final Map<Integer, Outcome> outcomes;

  /** In: the answer and the outcomes of all its statements, the assignment's too. */
  Explanations(Answer answer, List<Explained> all) {
    this.answer = answer;
    this.outcomes = all.stream().map(Explained::outcome).collect(Collectors.toMap(o -> o.statement().number(), o -> o));
  }

  Explanation of(CheckedRelation relation, Explained explained) {
    List<Explanation.Reading> readings = explained.tried().stream().map(Explanations::reading).distinct().toList();
    return new Explanation(relation, where(explained), readings, evidence(explained.outcome()));
  }

  private List<String> where(Explained explained) {
    List<String> where = new ArrayList<>();
    Optional<Claim> claim = claim(explained);
    claim.ifPresent(c -> Terms.families(c.left(), c.right()).forEach(f -> where.add(kind(f))));
    for (int number : explained.definitions()) {
      Optional.ofNullable(outcomes.get(number)).map(Outcome::statement).ifPresent(s -> where.add(printed(s) + " (" + place(s) + ")"));
    }
    claim.ifPresent(c -> c.assumptions().forEach(a -> where.add(Findings.assuming(a, answer).sentence())));
    return where.stream().distinct().toList();
  }

  private static Optional<Claim> claim(Explained explained) {
    return switch (explained.outcome()) {
      case Outcome.Decided d -> Optional.of(d.claim());
      case Outcome.Open o when o.claim().isPresent() -> o.claim();
      default -> explained.tried().stream().flatMap(t -> t.claim().stream()).findFirst();
    };
  }

  private static String kind(Family f) {
    String shape = f.axes().isEmpty() ? "a number" : f.axes().stream().map(Explanations::size).collect(Collectors.joining(" x ", "", f.axes().size() == 1 ? " numbers" : ""));
    String of = f.arguments().isEmpty() ? "" : " of " + f.arguments().stream().map(Family::name).collect(Collectors.joining(", "));
    return f.name()
        + ": "
        + switch (f.kind()) {
          case VARIABLE -> shape;
          case ARBITRARY -> shape + ", any differentiable function" + of;
          case UNKNOWN -> shape + ", not known";
        };
  }

  private static String size(Range r) {
    return r.fixed().isPresent() ? String.valueOf(r.fixed().getAsInt()) : r.name();
  }

  private static String printed(Statement s) {
    return (s.left().text() + " " + s.sign().sign().symbol() + " " + s.right().text()).strip().replaceAll("\\s+", " ");
  }

  private String place(Statement s) {
    return (answer.given(s.clause()) ? "the assignment, line " : "line ") + answer.at(s.span().start()).line();
  }

  private static Explanation.Reading reading(Tried t) {
    String outcome =
        t.verdict().isEmpty()
            ? t.fell()
            : switch (t.verdict().get()) {
              case Verdict.Proved p -> "proved";
              case Verdict.Refuted r -> "refuted: " + point(r);
              case Verdict.Supported s -> "no proof, agrees at " + s.points() + " points";
              case Verdict.Undecided u -> u.reason().sentence();
            };
    return new Explanation.Reading(t.cost(), t.notes().stream().map(Explanations::choice).toList(), t.claim().map(Findings::lowered), outcome);
  }

  /** {@code transposed 1}: the second of the ways to take it. */
  private static String choice(String note) {
    int space = note.lastIndexOf(' ');
    boolean numbered = space > 0 && note.length() - space <= 3 && note.substring(space + 1).chars().allMatch(Character::isDigit);
    return numbered ? note.substring(0, space) + ": way " + (Integer.parseInt(note.substring(space + 1)) + 1) : note;
  }

  private static String point(Verdict.Refuted r) {
    CheckedRelation.Counterexample c = Findings.counterexample(r);
    return (c.place() + " " + c.left() + " against " + c.right()).strip();
  }

  private static List<String> evidence(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided d when d.verdict() instanceof Verdict.Proved p -> proof(p.evidence());
      case Outcome.Decided d when d.verdict() instanceof Verdict.Refuted r -> List.of(point(r));
      default -> List.of();
    };
  }

  private static List<String> proof(Evidence evidence) {
    return switch (evidence) {
      case Evidence.SameNormalForm e ->
          List.of(
              e.exponentiated() ? "exponentiated, both sides have the same normal form" : "both sides have the same normal form",
              count(e.witnesses().size(), "pattern") + " of equal indices, each with a point at which both sides have a value");
      case Evidence.CutoffSizes e ->
          List.of("it holds for every size up to " + e.greatest().entrySet().stream().map(g -> g.getKey().name() + " = " + g.getValue()).collect(Collectors.joining(", ")) + ", and so for all (cutoff theorem)");
      case Evidence.SignCertificate e -> List.of("the order follows by " + e.rule());
      case Evidence.OfLimits e -> {
        List<String> steps = new ArrayList<>(List.of("with its limits worked out:"));
        steps.addAll(proof(e.inner()));
        yield List.copyOf(steps);
      }
      case Evidence.MatrixProducts e -> List.of("products of matrices, rewritten with the stated equations, leave nothing of the difference");
      case Evidence.BySteps e -> List.of("induction on the size of a range: true at the least size, and with each size at the next");
      case Evidence.LimitsAtPoint e -> List.of();
      case Evidence.AtPoint e -> List.of();
      case Evidence.OpenSet e -> List.of();
    };
  }

  private static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
