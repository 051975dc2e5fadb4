package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The outermost parts of a document by themselves, with what stands before the first of them and with the question that they answer (READING 1): letters that
 * other parts use in another meaning or with another shape say nothing there (READING 28). What is open in the document and is proved so is proved, as every
 * letter without a definition is universal (READING 22), if no other part gave it a meaning that it may still have.
 */
final class Questions {
  /** Parts nested deeper than this are not read by themselves. */
  private static final int DEEPEST = 3;

  private final List<Printed> printed;
  private final List<PrintedFragment> fragments;
  private final Walk whole;
  private final Map<Integer, Explained> outcomes = new TreeMap<>();

  /** the statements of what was read already */
  private final Set<List<Integer>> read = new LinkedHashSet<>();

  Questions(List<Printed> printed, List<PrintedFragment> fragments, Walk whole) {
    this.printed = printed;
    this.fragments = fragments;
    this.whole = whole;
    whole.outcomes().forEach(e -> outcomes.put(e.outcome().statement().number(), e));
  }

  /** What became of each relation, in source order, with what is proved of the questions by themselves, and of their parts. */
  List<Explained> readAlone() {
    for (int depth = 1; depth <= DEEPEST; depth++) {
      for (Part question : parts(depth)) {
        List<Printed> own = printed.stream().filter(p -> counts(p.statement().part(), question)).toList();
        boolean open = own.stream().anyMatch(p -> p.statement().part().within(question) && isOpen(p));
        if (open && own.size() < printed.size() && read.add(own.stream().map(p -> p.statement().number()).toList())) {
          read(question, own);
        }
      }
    }
    return List.copyOf(outcomes.values());
  }

  private boolean isOpen(Printed p) {
    Outcome o = outcome(p.statement().number());
    return p.unreadable().isEmpty() && o.isLeftOpen();
  }

  /** The parts of the answer at a depth. */
  private List<Part> parts(int depth) {
    Map<Integer, Part> found = new LinkedHashMap<>();
    for (Printed p : printed) {
      if (!p.statement().part().assignment()) {
        at(p.statement().part(), depth).ifPresent(q -> found.put(q.number(), q));
      }
    }
    return List.copyOf(found.values());
  }

  private static Optional<Part> at(Part part, int depth) {
    List<Part> inwards = part.chain().stream().filter(p -> !p.assignment()).toList().reversed();
    return depth < inwards.size() ? Optional.of(inwards.get(depth)) : Optional.empty();
  }

  /** Whether what a part says counts in a question: its own text, what stands around it, and what it answers. */
  private boolean counts(Part part, Part question) {
    return part.within(question) || question.within(part) || (part.assignment() && answers(question, part));
  }

  /** Whether a question or a part of it answers this part of the assignment. */
  private boolean answers(Part question, Part given) {
    return printed.stream().map(p -> p.statement().part()).anyMatch(p -> !p.assignment() && p.within(question) && p.within(given));
  }

  private void read(Part question, List<Printed> own) {
    Map<Integer, Explained> settled = new TreeMap<>();
    for (Printed p : own) {
      int number = p.statement().number();
      Outcome o = outcome(number);
      if (o.proved() || o.refuted()) {
        settled.put(number, Objects.requireNonNull(outcomes.get(number)));
      }
    }
    List<PrintedFragment> counted = fragments.stream().filter(f -> counts(f.fragment().part(), question)).toList();
    List<PrintedFragment> beside = new ArrayList<>();
    List<Printed> bare = FixedArguments.dropped(own, counted, beside);
    List<Printed> all = new ArrayList<>(printed);
    bare.forEach(p -> all.set(p.statement().number(), p));
    Walk walk = Walk.learning(Passage.of(all, bare, beside, settled, whole.told().operator())).deciding();
    Inherited inherited = new Inherited(printed, fragments, whole, walk, part -> counts(part, question));
    for (Explained alone : walk.outcomes()) {
      Statement s = alone.outcome().statement();
      Printed p = all.get(s.number());
      boolean open = s.part().within(question) && isOpen(p) && restsOnKnown(alone, s);
      boolean proved = open && alone.outcome().proved() && !inherited.defined(p, outcome(s.number()) instanceof Outcome.Open o ? o.because() : "");
      if (proved || (open && alone.outcome().refuted() && ofShapes(s) && !inherited.mentioned(p))) {
        outcomes.put(s.number(), alone);
      }
    }
  }

  /** Whether a statement is open for the shapes of its letters only. */
  private boolean ofShapes(Statement s) {
    String code = outcome(s.number()).code();
    return code.startsWith("shape.") || code.equals("budget.readings") || code.equals("condition.not-read");
  }

  /** Whether the document takes as definitions what the proof takes so, and knows what it is drawn from. */
  private boolean restsOnKnown(Explained alone, Statement s) {
    List<Integer> used = new ArrayList<>(alone.definitions());
    used.addAll(s.conditions());
    used.addAll(s.cue().drawn() ? s.premises() : List.of());
    return used.stream().allMatch(n -> n == s.number() || known(n));
  }

  private Outcome outcome(int number) {
    return Objects.requireNonNull(outcomes.get(number)).outcome();
  }

  private boolean known(int number) {
    Outcome o = outcome(number);
    return o.proved() || o instanceof Outcome.Defines || o instanceof Outcome.Assumes || o instanceof Outcome.Skipped;
  }
}
