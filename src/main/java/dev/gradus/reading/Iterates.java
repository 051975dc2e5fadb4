package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import dev.gradus.reading.Recursion.Member;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Iterations of which nothing says where they start, x_{k+1} = x_k - f(x_k)/f'(x_k): x_k is any point, and x_{k+1} the next one, read as x^{(t)} and x^{(t+1)} (READING 18).
 * Only where all lines under the heading speak of these two steps of the family and of no other one, as x_0 or x_{k-1} may say more of x_k; elsewhere such a line defines, and
 * what the members are stays unknown. What {@link Recursions}, {@link Steps} or {@link Layers} read is left to them.
 */
final class Iterates {
  private static final Span HERE = new Span(0, 0);
  private static final Notation STEP = new Notation.Symbol(HERE, Steps.LETTER);
  private static final Notation NEXT = new Notation.Summed(HERE, List.of(new Signed(Sign.PLUS, STEP), new Signed(Sign.PLUS, new Notation.Numeral(HERE, "1"))));

  /**
   * The families of a heading that are given by the step before.
   *
   * @param letter of the steps
   * @param earlier of each family the step that is any: -1 where x_k is given by x_{k-1}, 0 where x_{k+1} is given by x_k
   */
  private record Family(Part section, String letter, Map<String, Integer> earlier) {}

  private final List<Printed> printed;
  private final List<PrintedFragment> fragments;
  private final Predicate<Printed> known;
  private final List<PrintedFragment> beside;
  private final List<Printed> read;
  /** lines that give a step of a family of which more is said */
  private final Set<Integer> open = new TreeSet<>();

  private Iterates(List<Printed> printed, List<PrintedFragment> fragments, Predicate<Printed> known) {
    this.printed = printed;
    this.fragments = fragments;
    this.known = known;
    this.read = new ArrayList<>(printed);
    this.beside = new ArrayList<>(fragments);
  }

  /**
   * In: a document's statements and its formulas.
   *
   * @param known the statements that give a recursion which is solved
   */
  static Iterates of(List<Printed> printed, List<PrintedFragment> fragments, Predicate<Printed> known) {
    Iterates it = new Iterates(printed, fragments, known);
    printed.forEach(it::take);
    return it;
  }

  private void take(Printed p) {
    Optional<Family> given = given(p).filter(f -> here(f).stream().noneMatch(q -> isEarlier(q, f))).map(this::widened);
    if (given.filter(this::isAlone).isPresent()) {
      Family f = given.get();
      read.replaceAll(q -> in(q, f));
      beside.replaceAll(x -> x.fragment().part().section().equals(f.section()) ? new PrintedFragment(x.fragment(), in(x.notation(), f)) : x);
    } else if (given.filter(f -> isFirst(p, f)).isPresent()) {
      open.add(p.statement().number());
    }
  }

  /** The statements as they are read. */
  List<Printed> statements() {
    return List.copyOf(read);
  }

  /** The formulas as they are read. */
  List<PrintedFragment> formulas() {
    return List.copyOf(beside);
  }

  /** In: the outcomes. Out: the same; a line that gives a step of a family of which more is said defines it. */
  List<Explained> settled(List<Explained> all) {
    return all.stream().map(e -> e.outcome() instanceof Outcome.Open o && open.contains(o.statement().number()) ? e.with(new Outcome.Defines(o.statement(), "defines.not-read", "introduces a family step by step")) : e).toList();
  }

  /** Whether it is the first line that says what the next member is, and draws that from nothing that speaks of the family. */
  private boolean isFirst(Printed p, Family f) {
    String next = Outline.of(p.left());
    String name = Member.of(p.left()).orElseThrow().name();
    List<Printed> before = here(f).stream().filter(q -> q.statement().number() < p.statement().number()).toList();
    boolean said = before.stream().anyMatch(q -> Lowering.isEquation(q.statement()) && Outline.of(q.left()).equals(next));
    boolean spoken = before.stream().anyMatch(q -> Recursion.mentions(q.left(), name) || Recursion.mentions(q.right(), name));
    return !said && (List.of(Cue.STATED, Cue.INTRODUCED).contains(p.statement().cue()) || (p.statement().cue() == Cue.CONSEQUENCE && !spoken));
  }

  /** What an equation gives by the step before it, and by none of its own. */
  private Optional<Family> given(Printed p) {
    Optional<Member> head = Lowering.isEquation(p.statement()) && p.statement().after().isEmpty() && !known.test(p) ? Member.of(p.left()).filter(Member::bare) : Optional.empty();
    return head.flatMap(m -> Recursion.letter(m.index()).flatMap(l -> m.offset(l).filter(o -> o >= 0 && only(p.right(), m.name(), l, List.of(o - 1)) && Recursion.mentions(p.right(), m.name())).map(o -> {
      Map<String, Integer> earlier = new TreeMap<>();
      earlier.put(m.name(), o - 1);
      return new Family(p.statement().part().section(), l, earlier);
    })));
  }

  /** With the other families of the heading that have a next step: v_{k+1} beside x_{k+1}. */
  private Family widened(Family f) {
    Map<String, Integer> earlier = new TreeMap<>(f.earlier());
    here(f).forEach(p -> {
      shifts(p.left(), f.letter(), earlier);
      shifts(p.right(), f.letter(), earlier);
    });
    return new Family(f.section(), f.letter(), earlier);
  }

  private List<Printed> here(Family f) {
    return printed.stream().filter(p -> p.statement().part().section().equals(f.section())).toList();
  }

  private static void shifts(Notation n, String letter, Map<String, Integer> earlier) {
    Member.of(n).ifPresent(m -> m.offset(letter).filter(o -> o != 0).ifPresent(o -> earlier.putIfAbsent(m.name(), o > 0 ? 0 : -1)));
    n.parts().forEach(x -> shifts(x, letter, earlier));
  }

  /** Whether the heading speaks of these families at the two steps only, binds the letter nowhere, and gives nothing at the earlier step. */
  private boolean isAlone(Family f) {
    List<Notation> all = new ArrayList<>();
    here(f).forEach(p -> all.addAll(List.of(p.left(), p.right())));
    fragments.stream().filter(x -> x.fragment().part().section().equals(f.section())).forEach(x -> all.add(x.notation()));
    Set<String> bound = new TreeSet<>();
    all.forEach(n -> BoundLetters.within(n, bound));
    boolean two = f.earlier().entrySet().stream().allMatch(e -> all.stream().allMatch(n -> only(n, e.getKey(), f.letter(), List.of(e.getValue(), e.getValue() + 1))));
    boolean solved = here(f).stream().anyMatch(p -> known.test(p) && f.earlier().keySet().stream().anyMatch(x -> Recursion.mentions(p.left(), x)));
    boolean earlier = here(f).stream().anyMatch(p -> isEarlier(p, f) || tells(p, f));
    return two && !solved && !earlier && !bound.contains(Mentions.latexName(f.letter()));
  }

  /** x_k = c + d^k: a family that is given at the earlier step itself. */
  private static boolean isEarlier(Printed p, Family f) {
    return Lowering.isEquation(p.statement()) && Member.of(p.left()).filter(m -> m.offset(f.letter()).isPresent() && f.earlier().containsKey(m.name()) && m.offset(f.letter()).orElseThrow().equals(f.earlier().getOrDefault(m.name(), 0))).isPresent();
  }

  /** e_k = x_k - x: what is said of another family at one step holds at the next one, which nobody would know of. */
  private static boolean tells(Printed p, Family f) {
    boolean other = Lowering.isEquation(p.statement()) && Member.of(p.left()).filter(m -> m.offset(f.letter()).isPresent() && !f.earlier().containsKey(m.name())).isPresent();
    return other && f.earlier().keySet().stream().anyMatch(x -> Recursion.mentions(p.right(), x));
  }

  /** Whether a name with a script is one at these steps wherever it occurs, with nothing above it but a power or the mark of transposition. */
  private static boolean only(Notation n, String name, String letter, List<Integer> steps) {
    boolean named = n instanceof Notation.Scripted s && Outline.of(s.base()).equals(name) && (s.sub().isPresent() || s.sup().filter(u -> u instanceof Notation.Bracketed).isPresent());
    Optional<Member> member = Member.of(n).filter(m -> m.name().equals(name));
    boolean fits = member.filter(m -> m.offset(letter).filter(steps::contains).isPresent() && m.printed().sup().filter(u -> u instanceof Notation.Bracketed).isEmpty()).isPresent();
    return (!(named || member.isPresent()) || fits) && n.parts().stream().allMatch(x -> only(x, name, letter, steps));
  }

  private static Printed in(Printed p, Family f) {
    boolean speaks = p.statement().part().section().equals(f.section());
    return speaks ? new Printed(p.statement(), in(p.left(), f), in(p.right(), f), p.spaces()) : p;
  }

  private static Notation in(Notation n, Family f) {
    Optional<Member> member = Member.of(n).filter(m -> f.earlier().containsKey(m.name()));
    Optional<Integer> step = member.flatMap(m -> m.offset(f.letter()).map(o -> o - f.earlier().getOrDefault(m.name(), 0))).filter(o -> o == 0 || o == 1);
    if (step.isEmpty()) {
      return Templates.mapped(n, x -> in(x, f));
    }
    Notation.Scripted s = member.orElseThrow().printed();
    Notation name = new Notation.Scripted(n.span(), s.base(), Optional.empty(), Optional.of(new Notation.Bracketed(n.span(), "(", step.get() == 0 ? STEP : NEXT, ")")), 0);
    return s.sup().isEmpty() ? name : new Notation.Scripted(n.span(), new Notation.Bracketed(n.span(), "(", name, ")"), Optional.empty(), s.sup(), 0);
  }
}
