package dev.gradus;

import dev.gradus.document.Answer;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Meaning;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Statement;
import dev.gradus.reference.Alignment;
import dev.gradus.reference.Asked;
import dev.gradus.reference.Chain;
import dev.gradus.reference.Comparison;
import dev.gradus.reference.ReferenceForm;
import dev.gradus.term.Family;
import dev.gradus.term.Latex;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether an answer reached a reference form: its decided claims as chains, compared by {@link Alignment}. */
final class Reached {
  /** A decided claim with its place in the report. */
  private record Row(Outcome.Decided outcome, CheckedRelation printed) {
    Meaning meaning() {
      return outcome.meanings().get(0);
    }
  }

  /**
   * Rows of which each continues the one before; those that were not decided are left out.
   *
   * @param open whether the last one is among those left out: then the result is not known
   */
  private record Rows(List<Row> rows, boolean open) {}

  private final ReferenceForm form;
  private final Answer answer;
  private final List<Rows> chains;

  private Reached(ReferenceForm form, Answer answer, List<Rows> chains) {
    this.form = form;
    this.answer = answer;
    this.chains = chains;
  }

  /** In: a form, an answer, its outcomes and the relations made of them, one for each. Out: how the answer's result compares with the form's. */
  static CheckedReference of(ReferenceForm form, Answer answer, List<Outcome> outcomes, List<CheckedRelation> relations) {
    return new Reached(form, answer, chains(outcomes, relations)).compare();
  }

  private CheckedReference compare() {
    Comparison comparison = Alignment.compare(form, chains.stream().map(c -> chain(c.rows(), 0)).toList());
    return switch (comparison) {
      case Comparison.Same s -> isOpen(s.place()) ? open(s.place(), s.expected()) : same(s);
      case Comparison.Agreeing a -> isOpen(a.place()) ? open(a.place(), a.expected()) : agreeing(a);
      case Comparison.Different d -> isOpen(d.place()) ? open(d.place(), d.expected()) : different(d);
      case Comparison.Uncompared u ->
          isOpen(u.place())
              ? open(u.place(), u.expected())
              : undecided(u.place(), u.expected(), "the result is there, but it could not be compared: " + u.reason().sentence());
      case Comparison.NotFound n ->
          new CheckedReference(
              form.name(),
              CheckedReference.Outcome.NOT_FOUND,
              n.reason().code(),
              n.reason().sentence(),
              Optional.empty(),
              form.statement(),
              List.of(),
              Optional.empty());
    };
  }

  private CheckedReference same(Comparison.Same s) {
    List<Assumption> inferred = new ArrayList<>();
    rows(s.place()).forEach(r -> inferred.addAll(r.outcome().inferred()));
    return new CheckedReference(
        form.name(),
        CheckedReference.Outcome.SAME,
        "reference.same",
        "the result is that of the reference form, proved",
        place(s.place()),
        Latex.of(s.expected()),
        Findings.assuming(s.proof(), inferred, answer),
        Optional.empty());
  }

  private CheckedReference agreeing(Comparison.Agreeing a) {
    return new CheckedReference(
        form.name(),
        CheckedReference.Outcome.SUPPORTED,
        "reference.supported",
        "no proof was found, but the result agrees with the reference form at " + a.checks().points() + " points",
        place(a.place()),
        Latex.of(a.expected()),
        List.of(),
        Optional.empty());
  }

  private CheckedReference different(Comparison.Different d) {
    Optional<String> doubt = doubt(d);
    if (doubt.isPresent()) {
      return undecided(d.place(), d.expected(), "the result is there, but it could not be compared: " + doubt.get());
    }
    return new CheckedReference(
        form.name(),
        CheckedReference.Outcome.DIFFERENT,
        "reference.different",
        "the result differs from that of the reference form",
        place(d.place()),
        Latex.of(d.expected()),
        List.of(),
        Optional.of(Findings.counterexample(d.counterexample())));
  }

  /** Why the result may be meant otherwise than it was compared. */
  private Optional<String> doubt(Comparison.Different d) {
    List<Row> rows = rows(d.place());
    Row last = rows.get(d.place().link());
    if (rows.stream().anyMatch(r -> !r.outcome().inferred().isEmpty())) {
      return Optional.of("a row rests on what the text does not state");
    }
    if (rows.stream().map(r -> r.outcome().statement()).anyMatch(t -> t.qualifier().isPresent() || !t.notes().maybe().isEmpty())) {
      return Optional.of("a condition of a row was not understood");
    }
    if (rows.stream().allMatch(r -> r.outcome().verdict() instanceof Verdict.Proved)) {
      return Optional.of("every row is proved");
    }
    if (rows.stream().map(r -> r.meaning().kept()).distinct().count() > 1 || !sameShapes(rows)) {
      return Optional.of("the rows of the chain are written in different letters");
    }
    if (rows.stream().map(r -> conditions(r.meaning().claim())).distinct().count() > 1) {
      return Optional.of("the rows of the chain hold under different conditions");
    }
    for (int k = 1; k < last.outcome().meanings().size(); k++) {
      if (!(Alignment.compare(form, List.of(chain(rows, k))) instanceof Comparison.Different)) {
        return Optional.of("it can be read in more than one way");
      }
    }
    return Optional.empty();
  }

  private static Set<Fact> conditions(Claim claim) {
    Set<Fact> all = new LinkedHashSet<>();
    claim.assumptions().stream().map(Assumption::fact).filter(f -> f instanceof Fact.Holds).forEach(all::add);
    return all;
  }

  /** Whether a name has the same axes in all rows. */
  private static boolean sameShapes(List<Row> rows) {
    Map<String, Family> known = new TreeMap<>();
    for (Row row : rows) {
      for (Term side : List.of(row.meaning().claim().left(), row.meaning().claim().right())) {
        for (Family family : Terms.families(side)) {
          if (!known.computeIfAbsent(family.name(), n -> family).axes().equals(family.axes())) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private CheckedReference open(Comparison.Place place, Term expected) {
    return undecided(place, expected, "the last row of the chain that states the result was not decided");
  }

  private CheckedReference undecided(Comparison.Place place, Term expected, String because) {
    return new CheckedReference(
        form.name(),
        CheckedReference.Outcome.UNDECIDED,
        "reference.undecided",
        because,
        place(place),
        Latex.of(expected),
        List.of(),
        Optional.empty());
  }

  private boolean isOpen(Comparison.Place place) {
    return chains.get(place.chain()).open();
  }

  private List<Row> rows(Comparison.Place place) {
    return chains.get(place.chain()).rows();
  }

  private Optional<CheckedReference.Place> place(Comparison.Place place) {
    CheckedRelation r = rows(place).get(place.link()).printed();
    return Optional.of(new CheckedReference.Place(r.id(), r.line(), r.column()));
  }

  /** The rows in their nearest readings, the last one in the given one. */
  private static Chain chain(List<Row> rows, int readingOfTheLast) {
    List<Chain.Link> links = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      Meaning meaning = rows.get(k).outcome().meanings().get(k == rows.size() - 1 ? readingOfTheLast : 0);
      links.add(new Chain.Link(meaning.claim(), meaning.left().map(d -> new Asked.Derivative(d.term(), d.by()))));
    }
    return new Chain(links);
  }

  /** The chains of an answer in document order, each up to its first relation that is no equation. */
  private static List<Rows> chains(List<Outcome> outcomes, List<CheckedRelation> relations) {
    Map<Integer, List<Integer>> rowsOf = new LinkedHashMap<>();
    Map<Integer, Integer> firstOf = new TreeMap<>();
    Map<Integer, Integer> lastOf = new TreeMap<>();
    for (int k = 0; k < outcomes.size(); k++) {
      Statement s = outcomes.get(k).statement();
      Optional<Integer> first = s.after().filter(a -> a.equals(lastOf.get(firstOf.getOrDefault(a, -1)))).map(a -> firstOf.getOrDefault(a, -1));
      int start = first.orElse(s.number());
      firstOf.put(s.number(), start);
      lastOf.put(start, s.number());
      rowsOf.computeIfAbsent(start, n -> new ArrayList<>()).add(k);
    }
    List<Rows> chains = new ArrayList<>();
    for (List<Integer> numbers : rowsOf.values()) {
      List<Row> rows = new ArrayList<>();
      boolean open = false;
      for (int k : numbers) {
        Outcome outcome = outcomes.get(k);
        if (!isEquation(outcome.statement())) {
          break;
        }
        if (outcome instanceof Outcome.Decided d && !(d.verdict() instanceof Verdict.Undecided) && !d.meanings().isEmpty()) {
          rows.add(new Row(d, relations.get(k)));
          open = false;
        } else {
          open |= !(outcome instanceof Outcome.Defines);
        }
      }
      if (!rows.isEmpty()) {
        chains.add(new Rows(List.copyOf(rows), open));
      }
    }
    return chains;
  }

  private static boolean isEquation(Statement s) {
    return switch (s.sign().sign()) {
      case EQUAL, IDENTICAL, ASKED, DEFINED_AS -> true;
      case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, APPROXIMATE, PROPORTIONAL, MUCH_LESS, MUCH_GREATER, TENDS_TO -> false;
      case MATRIX_GREATER_OR_EQUAL, MATRIX_LESS_OR_EQUAL, MATRIX_GREATER, MATRIX_LESS -> false;
    };
  }
}
