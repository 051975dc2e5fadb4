package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads an answer: the page that names the passes in order. Statements from the text, the tree of each side, a survey of how letters
 * are used, a first walk that learns shapes from definitions, then statement by statement in document order: what each is, and whether it
 * holds (READING 9, 15, 26). What is still open is read once more with nothing but its own question around it.
 */
public final class Reader {
  private Reader() {}

  /** In: an answer. Out: what became of each of its relations, in source order. Never throws on any answer. */
  public static List<Outcome> read(Answer answer) {
    return explained(answer).stream().map(Explained::outcome).toList();
  }

  /** The same with how each came about. */
  public static List<Explained> explained(Answer answer) {
    List<Printed> trees = new ArrayList<>();
    for (Statement s : Statements.of(answer)) {
      Notation left = tree(s.left());
      Notation right = tree(s.right());
      trees.add(new Printed(s, valued(left), valued(right), space(right).map(List::of).orElse(List.of())));
    }
    List<PrintedFragment> formulas = new ArrayList<>();
    List<PrintedFragment> raised = new ArrayList<>();
    List<PrintedFragment> labelled = new ArrayList<>();
    List<Printed> weights = WeightLabels.read(trees, Statements.fragments(answer).stream().map(f -> new PrintedFragment(f, tree(f.text()))).toList(), labelled);
    List<Printed> below = SuperscriptIndices.read(UnprintedLetters.put(weights), labelled, raised);
    List<Printed> read = SampleClasses.read(below, raised, formulas);
    Recursions recursions = Recursions.of(read, formulas);
    ShiftedSums sums = ShiftedSums.of(recursions.in(read), formulas);
    List<Printed> closed = sums.in();
    LabelForms forms = LabelForms.of(closed, formulas);
    List<PrintedFragment> beside = forms.inFragments(formulas);
    List<PrintedFragment> layered = new ArrayList<>();
    List<PrintedFragment> stepped = new ArrayList<>();
    List<Printed> layers = SubscriptLayers.raised(Steps.raised(Averages.ranged(Gradients.resolved(SmallChanges.marked(Operators.resolved(SharedParameters.dropped(LikelihoodData.dropped(PrimedTransposes.read(forms.in(closed))))))), beside), beside, stepped), stepped, layered);
    List<PrintedFragment> fragments = new ArrayList<>();
    Iterates iterates = Iterates.of(layers, layered, recursions::gives);
    List<Printed> printed = FixedArguments.dropped(Leaves.independent(ListedArguments.gathered(iterates.statements())), iterates.formulas(), fragments);
    Walk walk = Walk.learning(Passage.of(printed, fragments, Operators.letter(read))).deciding();
    return iterates.settled(sums.settled(recursions.settled(forms.listed(new Questions(printed, fragments, walk).readAlone()), walk)));
  }

  private static Notation tree(MathText text) {
    return Selected.resolved(Scientific.resolved(Dotted.resolved(NotationParser.parse(text))));
  }

  /** The set that is printed behind a side: R^m of {@code Wx + b \in R^m}. */
  private static Optional<Notation> space(Notation side) {
    return side instanceof Notation.Infix i && i.op().equals("in") && Declarations.isOfNumbers(i.right()) ? Optional.of(i.right()) : Optional.empty();
  }

  /** A side without it: {@code h = Wx + b \in R^m} says what h is, and beside that where it lies. */
  private static Notation valued(Notation side) {
    return space(side).isPresent() && side instanceof Notation.Infix i ? i.left() : side;
  }

  /** A formula without a relation, with its tree. */
  record PrintedFragment(Fragment fragment, Notation notation) {}

  /**
   * A statement with the trees of its sides.
   *
   * @param spaces where the right side is said to lie
   */
  record Printed(Statement statement, Notation left, Notation right, List<Notation> spaces) {
    Printed(Statement statement, Notation left, Notation right) {
      this(statement, left, right, List.of());
    }

    /** The first unreadable node of its sides, if any. */
    Optional<Notation.Unreadable> unreadable() {
      return Notations.unreadable(left).or(() -> Notations.unreadable(right));
    }

    /** Whether one of its sides mentions the name. */
    boolean mentions(String key, Mentions mentions) {
      return Definitions.mentions(left, key, mentions) || Definitions.mentions(right, key, mentions);
    }

    /** The links of its chain up to it, itself first. */
    List<Printed> chain(List<Printed> printed) {
      List<Printed> links = new ArrayList<>(List.of(this));
      for (Optional<Integer> before = statement.after(); before.isPresent() && before.get() < links.getLast().statement().number(); before = links.getLast().statement().after()) {
        links.add(printed.get(before.get()));
      }
      return links;
    }

    /** The names that its sides mention. */
    Set<String> names(Mentions mentions) {
      Set<String> found = new TreeSet<>();
      Definitions.collect(left, mentions, found);
      Definitions.collect(right, mentions, found);
      return found;
    }
  }
}
