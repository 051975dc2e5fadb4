package dev.gradus.mend;

import dev.gradus.document.MathText;
import dev.gradus.notation.BraceMends;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import dev.gradus.notation.Typeset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All mends of a relation by one or two changes, the nearest first; of equal ones the shorter, then those of the right side, then in
 * the order of the rules and places. */
public final class Mends {
  private static final List<Rule> RULES =
      List.of(new IndexSlips(), new LetterSlips(), new BracketSlips(), new Derivatives(), new Logarithms(), new Sums(), new Matrices(), new Arithmetic());

  /** Nodes of a relation whose mends are looked for. */
  private static final int LARGEST = 400;

  /** A side that a step starts from is likelier right than what is made of it. */
  private static final int LEFT = 4;

  /** First changes of two. */
  private static final Set<Fault> FIRST =
      EnumSet.of(Fault.BOUND_INDEX, Fault.LETTER, Fault.STRAY, Fault.LABEL, Fault.COMPONENT, Fault.SUBSCRIPT, Fault.SURPLUS_INDEX, Fault.SIGN);

  /** Slips that make a letter or label nobody knows. */
  private static final Set<Fault> REMOVING = EnumSet.of(Fault.BOUND_INDEX, Fault.LETTER, Fault.LABEL);

  private static final int MOST_FIRST = 8;

  private static final int MOST_SECOND = 20;

  private Mends() {}

  /** In: the sides of a relation and the letters of its document. Out: the mends by one change. */
  public static List<Mend> single(Notation left, Notation right, Surrounding.Letters letters) {
    return single(left, right, letters, RULES);
  }

  private static List<Mend> single(Notation left, Notation right, Surrounding.Letters letters, List<Rule> rules) {
    if (Tree.size(left) + Tree.size(right) > LARGEST || !(lettered(left) || lettered(right))) {
      return List.of();
    }
    Surrounding around = Surrounding.of(letters, left, right);
    Map<String, Mend> found = new LinkedHashMap<>();
    side(right, around, rules).forEach(e -> keep("right " + Outline.of(e.node()), new Mend(e.fault(), cost(e), left, e.node(), e.because()), found));
    side(left, around, rules).forEach(e -> keep("left " + Outline.of(e.node()), new Mend(e.fault(), cost(e) + LEFT, e.node(), right, e.because()), found));
    both(left, right, around).forEach(m -> keep("both " + Outline.of(m.left()) + Outline.of(m.right()), m, found));
    record Sized(Mend mend, int size) {}
    return found.values().stream()
        .map(m -> new Sized(m, Tree.size(m.left()) + Tree.size(m.right())))
        .sorted(Comparator.comparingInt((Sized s) -> s.mend().cost()).thenComparingInt(Sized::size))
        .map(Sized::mend)
        .toList();
  }

  /** Two changes of a formula: a letter, label or index that was mended, and one more thing. */
  public static Stream<Mend> pairs(Notation left, Notation right, Surrounding.Letters letters) {
    return single(left, right, letters).stream()
        .filter(m -> FIRST.contains(m.fault()))
        .limit(MOST_FIRST)
        .flatMap(m -> after(m, letters));
  }

  /** One more change of what a mend made. */
  public static Stream<Mend> after(Mend first, Surrounding.Letters letters) {
    return single(first.left(), first.right(), letters).stream().limit(MOST_SECOND).map(m -> both(first, m));
  }

  /** The same for a letter or label that nobody knows. */
  public static Stream<Mend> removing(Mend first, Surrounding.Letters letters) {
    return removing(first.left(), first.right(), letters).stream().map(m -> both(first, m));
  }

  private static Mend both(Mend first, Mend second) {
    Fault graver = first.fault().compareTo(second.fault()) < 0 ? second.fault() : first.fault();
    return new Mend(graver, first.cost() + second.cost(), second.left(), second.right(), first.because() + "; and " + second.because());
  }

  private static final String ROUND = "(br() ";

  /** In: sides of which one at least is not read, with their texts. Out: the readable relations that one more brace makes of them. */
  public static List<Mend> braces(Notation left, MathText leftText, Notation right, MathText rightText) {
    return spelled(left, leftText, right, rightText, BraceMends::of, Fault.BRACE);
  }

  /** The same for a bracket without a partner: left out, or with one. Brackets that group nothing tell no two of them apart. */
  public static List<Mend> brackets(Notation left, MathText leftText, Notation right, MathText rightText) {
    return spelled(left, leftText, right, rightText, BraceMends::ofBracket, Fault.BRACKET);
  }

  private static List<Mend> spelled(Notation left, MathText leftText, Notation right, MathText rightText, Function<MathText, List<Notation>> ways, Fault fault) {
    boolean one = Tree.holdsUnreadable(left);
    boolean other = Tree.holdsUnreadable(right);
    Map<String, Mend> found = new LinkedHashMap<>();
    if (one != other) {
      for (Notation n : ways.apply(one ? leftText : rightText)) {
        Mend m = new Mend(fault, 2 * fault.cost(), one ? n : left, one ? right : n, Typeset.of(n));
        if (!Tree.holdsUnreadable(n)) {
          keep(fault == Fault.BRACKET ? ungrouped(Outline.of(n)) : Outline.of(n), m, found);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** An outline without round brackets, which the tree does not need. */
  private static String ungrouped(String outline) {
    StringBuilder kept = new StringBuilder(outline);
    for (int at = kept.indexOf(ROUND); at >= 0; at = kept.indexOf(ROUND)) {
      int depth = 1;
      int end = at + 1;
      while (depth > 0 && end < kept.length()) {
        depth += kept.charAt(end) == '(' ? 1 : kept.charAt(end) == ')' ? -1 : 0;
        end++;
      }
      kept.deleteCharAt(end - 1).delete(at, at + ROUND.length());
    }
    return kept.toString();
  }

  /** In: a relation that says nothing because a letter or label of it is known to nobody. Out: the mends of writing that remove it. */
  public static List<Mend> removing(Notation left, Notation right, Surrounding.Letters letters) {
    Set<String> strange = letters.onlyIn(left, right);
    if (strange.isEmpty() && !IndexSlips.idles(left) && !IndexSlips.idles(right)) {
      return List.of();
    }
    Predicate<Notation> kept = n -> strange.stream().anyMatch(s -> Surrounding.Letters.marks(n).contains(s));
    return single(left, right, letters, List.of(new IndexSlips(), new LetterSlips())).stream()
        .filter(m -> m.fault().isSlip() && REMOVING.contains(m.fault()))
        .filter(m -> m.fault() == Fault.BOUND_INDEX ? m.because().startsWith(IndexSlips.IDLE) : !strange.isEmpty() && !kept.test(m.left()) && !kept.test(m.right()))
        .toList();
  }

  /** Of numbers alone anything can be made right by anything. */
  private static boolean lettered(Notation n) {
    return n instanceof Notation.Symbol || n.parts().stream().anyMatch(Mends::lettered);
  }

  /** What is cheaper of two mends of the same sides stays. */
  private static void keep(String key, Mend m, Map<String, Mend> found) {
    found.merge(key, m, (a, b) -> b.cost() < a.cost() ? b : a);
  }

  /** Whether a mend says something: not where it makes both sides the same tree. */
  public static boolean says(Mend m) {
    return !Tree.same(Tree.plain(m.left()), Tree.plain(m.right()));
  }

  private static int cost(Edit e) {
    return 2 * (e.fault().cost() + e.more());
  }

  private static List<Edit> side(Notation side, Surrounding around, List<Rule> rules) {
    List<Edit> edits = new ArrayList<>();
    for (Spot spot : Spot.of(side)) {
      for (Rule rule : rules) {
        rule.at(spot, around, e -> edits.add(new Edit(e.fault(), e.more(), spot.put().apply(e.node()), e.because())));
      }
    }
    edits.addAll(IndexSlips.renamings(side, around));
    LetterSlips.lookalikes(side, around).forEach(edits::add);
    LetterSlips.strays(side, around).forEach(edits::add);
    return edits;
  }

  /** The same letter mended on both sides: an error of recognition keeps to its letter. */
  private static List<Mend> both(Notation left, Notation right, Surrounding around) {
    List<Mend> all = new ArrayList<>();
    Notation pair = new Notation.Listed(left.span().to(right.span()), List.of(left, right));
    List<Edit> edits = new ArrayList<>(LetterSlips.lookalikes(pair, around));
    edits.addAll(LetterSlips.strays(pair, around));
    for (Edit e : edits) {
      List<Notation> sides = ((Notation.Listed) e.node()).items();
      all.add(new Mend(e.fault(), cost(e), sides.get(0), sides.get(1), e.because()));
    }
    return all;
  }
}
