package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The number of elements of an average: where an equation gives a name by \frac1n \sum_i x_i, and the sum states no range, i runs from 1 to n. The letter must be one
 * that customarily counts, and no equation may say what it is (READING 9, SOUNDNESS 8).
 */
final class Averages {
  private static final List<String> COUNTS = List.of("n", "N", "m", "M", "d", "D", "K", "H");

  private final Set<String> given = new TreeSet<>();

  /** Letters of sums that state their range, with its number: n N of \sum_{n=1}^N. */
  private final Set<String> ranges = new TreeSet<>();

  /** What was averaged in an equation for a name, with its numbers: x with n of C = \\frac1n \\sum_x .. */
  private final Map<String, Set<String>> averaged = new TreeMap<>();

  /** Whether the averages of equations for names are known: the same letter runs over the same range in what is said of them, \\frac2n \\sum_x .. (SOUNDNESS 9). */
  private boolean carry;

  private Averages() {}

  /** In: all statements, and the formulas without a relation beside them. Out: the statements with the ranges of averages as if they were printed. */
  static List<Printed> ranged(List<Printed> printed, List<PrintedFragment> beside) {
    Averages averages = new Averages();
    beside.stream().filter(Averages::saidOtherwise).forEach(f -> Mentions.baseName(f.notation()).ifPresent(averages.given::add));
    printed.stream().filter(p -> Lowering.isEquation(p.statement())).forEach(p -> Mentions.baseName(p.left()).ifPresent(averages.given::add));
    printed.forEach(p -> List.of(p.left(), p.right()).forEach(averages::collect));
    List<Printed> defined = printed.stream().map(p -> averages.defines(p) ? new Printed(p.statement(), p.left(), averages.in(p.right()), p.spaces()) : p).toList();
    averages.carry = true;
    return defined.stream().map(p -> new Printed(p.statement(), averages.in(p.left()), averages.in(p.right()), p.spaces())).toList();
  }

  /** Verbs by which words say what a letter is, behind it and before it. */
  private static final Pattern SAYS = Pattern.compile("^\\W*(is|be|being|denotes|denote|means|represents|normali[sz]es|sei|ist|sea|es)\\b");
  private static final Pattern SAID = Pattern.compile("\\b(is|be|by|call|called|denote|constants?|ist|es)\\W*$");

  /** Nouns for what is counted, and words that leave open what a letter is. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(numbers?|count|counts|how many|samples?|examples?|elements?|sizes?|batch|minibatch|data|dataset|observations?|points?|dimension(s|al|ality)?|classes|features?|units?|outputs?|inputs?|entries|components?"
              + "|items?|total|training|instances?|documents?|words?|tokens?|pixels?|neurons?|records?|rows?|columns?|people|users|length|terms?|fixed|large|finite|arbitrary|integer|positive|known|given|divid\\w*|independent"
              + "|anzahl|zahl|stichproben\\w*|n\u00famero|muestras|datos)\\b");
  private static final int NEAR = 60;

  /** "Let d be the distance", "the mass is m": the letter counts nothing. */
  private static boolean saidOtherwise(PrintedFragment f) {
    String before = f.fragment().opens().strip();
    String after = f.fragment().closes().strip();
    String near = before.substring(Math.max(0, before.length() - NEAR)) + " " + after.substring(0, Math.min(after.length(), NEAR));
    return Mentions.baseName(f.notation()).filter(COUNTS::contains).isPresent() && (SAYS.matcher(after).find() || SAID.matcher(before).find()) && !COUNTED.matcher(near).find();
  }

  private void collect(Notation n) {
    if (n instanceof Notation.BigOperator b && b.sup().isPresent() && b.sup().get() instanceof Notation.Symbol to) {
      Set<String> letters = new TreeSet<>();
      b.sub().ifPresent(x -> BoundLetters.collect(x, letters));
      letters.forEach(l -> ranges.add(l + " " + to.name()));
    }
    n.parts().forEach(this::collect);
  }

  /** An equation for a name: its average is what is averaged here. */
  private boolean defines(Printed p) {
    return Lowering.isEquation(p.statement()) && Mentions.bracketedName(p.left()).isPresent();
  }

  private Notation in(Notation n) {
    if (n instanceof Notation.Juxtaposed j) {
      List<Factor> factors = new ArrayList<>();
      for (int k = 0; k < j.factors().size(); k++) {
        Factor f = j.factors().get(k);
        Optional<String> count = k > 0 && f.op() == Op.NONE ? count(j.factors().get(k - 1).item()) : Optional.empty();
        factors.add(new Factor(f.op(), count.filter(c -> !elsewhere(f.item(), c)).isPresent() ? ranged(f.item(), count.get()) : in(f.item())));
      }
      return new Notation.Juxtaposed(j.span(), factors);
    }
    List<Notation> parts = Notations.children(n);
    boolean through = n instanceof Notation.Summed || n instanceof Notation.Bracketed || n instanceof Notation.Root;
    return through && !parts.isEmpty() ? Templates.with(n, parts.stream().map(this::in).toList()).orElse(n) : n;
  }

  /** n of \frac1n and \frac1{2n}; of what was averaged before also of \frac2n. */
  private Optional<String> count(Notation n) {
    boolean unit = n instanceof Notation.Fraction f && f.numerator() instanceof Notation.Numeral one && (carry || one.digits().equals("1"));
    Optional<Notation> divisor = unit && n instanceof Notation.Fraction f ? Optional.of(f.denominator()) : Optional.empty();
    Optional<Notation> number = divisor.map(d -> d instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(0).item() instanceof Notation.Numeral ? j.factors().get(1).item() : d);
    return number.flatMap(d -> d instanceof Notation.Symbol s && COUNTS.contains(s.name()) && !given.contains(s.name()) ? Optional.of(s.name()) : Optional.empty());
  }

  /** Whether the letter is the number of something else: \sum_{i=1}^N elsewhere, or a total, \frac1N \sum_k N_k x_k. */
  private boolean elsewhere(Notation sum, String count) {
    String letter = sum instanceof Notation.BigOperator b && b.sub().isPresent() && b.sub().get() instanceof Notation.Symbol s ? Mentions.latexName(s.name()) : "";
    boolean other = ranges.stream().anyMatch(r -> r.endsWith(" " + count)) && !ranges.contains(letter + " " + count);
    return other || member(sum, count);
  }

  private static boolean member(Notation n, String count) {
    boolean here = n instanceof Notation.Scripted s && s.sub().isPresent() && Mentions.baseName(s.base()).filter(count::equalsIgnoreCase).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> member(c, count));
  }

  private Notation ranged(Notation n, String count) {
    boolean open = n instanceof Notation.BigOperator b && b.name().equals("sum") && b.sup().isEmpty() && b.sub().filter(x -> x instanceof Notation.Symbol s && !s.name().equals(count)).isPresent() && !sums(b.body());
    if (!open || !(n instanceof Notation.BigOperator b)) {
      return n;
    }
    Notation letter = b.sub().orElseThrow();
    Set<String> numbers = averaged.computeIfAbsent(letter instanceof Notation.Symbol s ? s.name() : "", x -> new TreeSet<>());
    if (carry && !numbers.equals(Collections.singleton(count))) {
      return n;
    }
    numbers.add(count);
    Span span = letter.span();
    Notation from = new Notation.Compared(span, List.of(letter, new Notation.Numeral(span, "1")), List.of(RelationSign.EQUAL));
    return new Notation.BigOperator(b.span(), b.name(), Optional.of(from), Optional.of(new Notation.Symbol(span, count)), b.body());
  }

  /** Whether another sum follows at once: it is open which of them is the average. */
  private static boolean sums(Notation n) {
    return n instanceof Notation.BigOperator || (n instanceof Notation.Juxtaposed j && j.factors().stream().anyMatch(f -> sums(f.item()))) || (n instanceof Notation.Bracketed b && sums(b.body()));
  }
}
