package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a question read by itself may still have from other parts of the document: a verdict without it is none where that makes a difference.
 *
 * @param printed the statements of the document
 * @param fragments its other formulas
 * @param whole the walk over all of it
 * @param alone the walk over the question
 * @param counts whether what a part says counts in the question
 */
record Inherited(List<Printed> printed, List<PrintedFragment> fragments, Walk whole, Walk alone, Predicate<Part> counts) {
  private static final List<String> CONSTANTS = List.of("e", "\\pi", "d", "i", "I");

  /**
   * Whether another part defines a name that the statement leans on and the question does not, where a proof for every value of the name may still be wrong: a
   * standard name or a constant, a matrix that the question takes for something else, a quantity under a derivative that its definition leads to another name of the
   * statement.
   *
   * @param because why the document leaves the statement open: where its definitions do not lead from what the left side differentiates to what by, they speak of another
   *     quantity with that letter, the likelihood L of one question beside the loss L of the next (READING 17, 24)
   */
  boolean defined(Printed p, String because) {
    Set<String> names = names(p);
    boolean derived = differentiates(p.left()) || differentiates(p.right());
    Optional<String> other = unreached(p.left(), because);
    return names.stream().anyMatch(n -> isMatrix(n) || (isForeign(n, p) && (Functions.usual(n) || CONSTANTS.contains(n) || (derived && !other.equals(Optional.of(n)) && leadsInto(n, names)))));
  }

  /** L of \\partial L/\\partial w where that is open because L does not lead to w. */
  private Optional<String> unreached(Notation left, String because) {
    if (!(left instanceof Notation.Fraction f) || !Differentials.whole(left)) {
      return Optional.empty();
    }
    boolean open = operand(f.denominator()).filter(by -> new ReadingReason.NotReached(by).sentence().equals(because)).isPresent();
    return open ? operand(f.numerator()).filter(n -> fragments.stream().noneMatch(x -> tells(x, n))) : Optional.empty();
  }

  private static final Pattern CALLED = Pattern.compile("(the|a|an|some|any|loss|cost|error|objective|function|network|of|is|be|let|where|with|and|denotes?|[$.,:;\\s])*");

  /** Whether the question says more of a name than that it is the loss. */
  private boolean tells(PrintedFragment f, String name) {
    boolean here = counts.test(f.fragment().part()) && Definitions.mentions(f.notation(), name, whole.survey().mentions());
    return here && !CALLED.matcher(f.fragment().opens() + " " + f.fragment().closes()).matches();
  }

  private Optional<String> operand(Notation n) {
    return n instanceof Notation.Juxtaposed j && j.factors().size() == 2 ? whole.survey().mentions().of(j.factors().get(1).item()).map(Mention::key) : Optional.empty();
  }

  /** Whether a part before says anything of a name that the statement leans on: then what fails in the question may hold in the document. */
  boolean mentioned(Printed p) {
    Set<String> names = names(p);
    return names.stream().filter(n -> !alone.told().defines(n)).anyMatch(n -> isForeign(n, p) || isMatrix(n) || saysSomething(n, p.statement().number()));
  }

  /** The names of a statement and of the definitions that they have in the question. */
  private Set<String> names(Printed p) {
    Set<String> names = p.names(alone.survey().mentions());
    names.addAll(alone.told().behind(List.copyOf(names)));
    return names;
  }

  /** Whether a part before defines the name and the question does not. */
  private boolean isForeign(String name, Printed p) {
    return !alone.told().defines(name)
        && whole.told().definitions(name).stream().anyMatch(d -> d.statement() < p.statement().number() && !counts.test(d.part()));
  }

  /** Whether the document has a matrix of that name, and the question an array with fewer axes. */
  private boolean isMatrix(String name) {
    int here = alone.names().quantity(name).map(q -> q.axes().size()).orElse(0);
    boolean value = whole.names().definitions().stream().anyMatch(d -> d.key().equals(name) && d.value().filter(v -> v.rank() > 1).isPresent());
    boolean array = whole.names().quantity(name).filter(q -> q.axes().size() > 1).isPresent();
    return here < 2 && !alone.told().defines(name) && (value || array || declares(name));
  }

  private boolean declares(String name) {
    Mentions mentions = alone.survey().mentions();
    return fragments.stream()
        .filter(f -> !counts.test(f.fragment().part()) && Declarations.shaped(f.notation(), mentions).contains(name))
        .anyMatch(f -> f.notation() instanceof Notation.Infix i && Declarations.axes(i.right(), mentions).orElse(2) > 1);
  }

  /** Whether words, a condition or an equation in another part before a statement speak of the name. */
  private boolean saysSomething(String name, int number) {
    Mentions mentions = alone.survey().mentions();
    boolean stated = printed.subList(0, number).stream().filter(q -> !counts.test(q.statement().part())).anyMatch(q -> binds(q, name, mentions));
    return stated || fragments.stream().anyMatch(f -> f.fragment().before() <= number && !counts.test(f.fragment().part()) && !declares(f) && Definitions.mentions(f.notation(), name, mentions));
  }

  /** Whether a formula states a shape, or is a name in front of one that does: that restricts no value, and the claim was not proved in it. */
  private boolean declares(PrintedFragment f) {
    int next = fragments.indexOf(f) + 1;
    boolean before = next < fragments.size() && fragments.get(next).fragment().joined() && states(fragments.get(next));
    return states(f) || before;
  }

  private boolean states(PrintedFragment f) {
    return !Declarations.shaped(f.notation(), alone.survey().mentions()).isEmpty();
  }

  private boolean binds(Printed q, String name, Mentions mentions) {
    Statement s = q.statement();
    boolean alone = List.of(q.left(), q.right()).stream().anyMatch(n -> mentions.of(n).filter(m -> m.key().equals(name)).isPresent());
    boolean fact = s.notes().facts().stream().anyMatch(f -> f.names().isEmpty() || f.names().stream().anyMatch(x -> mentions.printed(x).filter(m -> m.key().equals(name)).isPresent()));
    return fact || alone || (s.cue() == Statement.Cue.ASSUMED && q.mentions(name, mentions));
  }

  private boolean leadsInto(String name, Set<String> names) {
    Set<String> behind = new LinkedHashSet<>(whole.told().behind(List.of(name)));
    behind.remove(name);
    return !Collections.disjoint(behind, names);
  }

  private static boolean differentiates(Notation n) {
    boolean sign = n instanceof Notation.Symbol s && (s.name().equals("partial") || s.name().equals("nabla") || s.name().equals("d"));
    boolean primed = n instanceof Notation.Scripted s && s.primes() > 0;
    return sign || primed || Notations.children(n).stream().anyMatch(Inherited::differentiates);
  }
}
