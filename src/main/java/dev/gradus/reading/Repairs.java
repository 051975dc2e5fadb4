package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.mend.Fault;
import dev.gradus.mend.Mend;
import dev.gradus.mend.Mends;
import dev.gradus.mend.Plausible;
import dev.gradus.mend.Surrounding;
import dev.gradus.notation.BraceMends;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Mends of a relation that is refuted: the nearest one that is proved under the same context is shown beside the verdict, never applied (CONTRACT,
 * repairs). At most two changes in a formula.
 */
final class Repairs {
  /** Steps for the mends of one relation, and for those of a document. */
  private static final long STEPS = 600_000;

  private static final long ALL = 3_000_000;

  /** Mends that look right and are still not proved: after so many the search ends. */
  private static final int MOST_PROOFS = 8;

  private final Surrounding.Letters letters;

  /** mends of right sides, which the next row begins with */
  private final Map<Integer, Mend> carried = new TreeMap<>();

  private final List<Printed> printed;

  /** how many more braces are opened than closed in a part, counted when it is asked for first */
  private Optional<Map<Integer, Integer>> openBraces = Optional.empty();

  private Optional<Map<Integer, Integer>> openBrackets = Optional.empty();

  private long left = ALL;

  /** In: all formulas of a document, and its statements. */
  Repairs(List<Notation> formulas, List<Printed> printed) {
    this.letters = Surrounding.Letters.of(formulas);
    this.printed = printed;
  }

  /** A mended statement with what is in force around it and who decides it. */
  record Judged(Printed mend, Attempts.Subject subject, Choice choice) {
    boolean mayHold(Budget budget) {
      return choice.mayHold(mend, subject, budget);
    }

    boolean proved(Budget budget) {
      return choice.paidFrom(budget).decide(mend, subject).outcome().proved();
    }
  }

  /** In: what became of a statement, and of the one whose right side it goes on with. Out: the same, of a refuted one with the nearest mend that is proved. */
  Outcome beside(Outcome outcome, Optional<Outcome> before, Printed p, Function<Printed, Judged> court) {
    boolean unknown =
        (outcome instanceof Outcome.Open o && o.code().equals("symbol.undefined"))
            || (outcome instanceof Outcome.Decided u && u.verdict() instanceof Verdict.Undecided && (ClaimParts.holdsUnknown(u.claim().left()) || ClaimParts.holdsUnknown(u.claim().right())));
    if (unknown) {
      return removing(outcome, p, court);
    }
    if (!(outcome instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Refuted) || d.code().equals(Outcome.CONVERSE)) {
      return outcome;
    }
    Optional<Mend> found = affordable(b -> search(p, candidates(p, d, before), court, b));
    found.filter(m -> !m.right().equals(p.right())).ifPresent(m -> carried.put(p.statement().number(), m));
    return found.<Outcome>map(m -> d.with(repair(p, m))).orElse(d);
  }

  /** SOUNDNESS 24: what is not decided for a letter that is known to nobody is refuted where a mend of writing that removes the letter is proved. */
  private Outcome removing(Outcome o, Printed p, Function<Printed, Judged> court) {
    if (identity(p.left()) || identity(p.right())) {
      // I is the identity of a matrix whose shape is not known, no slip for 1
      return o;
    }
    Stream<Mend> above = p.statement().after().map(carried::get).stream().flatMap(m -> Mends.removing(m.inNextRow(p.right()), letters));
    Stream<Mend> own = Mends.removing(p.left(), p.right(), letters).stream().filter(m -> !ofSamples(p, m));
    Optional<Mend> found = affordable(b -> search(p, Stream.concat(above, own), court, b));
    return found.<Outcome>map(m -> new Outcome.Mended(o.statement(), repair(p, m), "differ.writing", "a letter in it is known to nobody, and with the one that was meant it is proved")).orElse(o);
  }

  /** Whether a capital letter becomes its small one: X beside x_i is the matrix of these, no slip (SOUNDNESS 24: there is a value that makes the claim true). */
  private static boolean ofSamples(Printed p, Mend m) {
    Set<String> before = letters(p.left(), p.right());
    Set<String> after = letters(m.left(), m.right());
    return before.stream().anyMatch(x -> !after.contains(x) && x.length() == 1 && Character.isUpperCase(x.charAt(0)) && after.contains(x.toLowerCase(Locale.ROOT)));
  }

  private static Set<String> letters(Notation left, Notation right) {
    Set<String> found = new TreeSet<>();
    collect(left, found);
    collect(right, found);
    return found;
  }

  private static void collect(Notation n, Set<String> found) {
    Mentions.baseName(n).ifPresent(found::add);
    Notations.children(n).forEach(c -> collect(c, found));
  }

  private static boolean identity(Notation n) {
    return Mentions.baseName(n).filter(Shapes::identityName).isPresent() || Notations.children(n).stream().anyMatch(Repairs::identity);
  }

  /** A relation that is not read for its braces or for a bracket without a partner: refuted where just one of the ways to mend that is proved (CONTRACT, repairs). */
  Outcome braced(Outcome outcome, Printed p, Function<Printed, Judged> court) {
    Statement s = p.statement();
    boolean elsewhere = BraceMends.open(s.left()) + BraceMends.open(s.right()) != 0 && !unbalanced(s.part());
    Optional<Mend> brace = elsewhere ? Optional.empty() : only(Mends.braces(p.left(), s.left(), p.right(), s.right()), p, court);
    if (brace.isPresent()) {
      return new Outcome.Mended(s, repair(p, brace.get()), "differ.writing", "it has no meaning as printed, and with one more brace it is proved");
    }
    if (!bracketsMissing(s.part())) {
      // its partner stands in another row
      return outcome;
    }
    return only(Mends.brackets(p.left(), s.left(), p.right(), s.right()), p, court)
        .<Outcome>map(m -> new Outcome.Mended(s, repair(p, m), "differ.writing", "it has no meaning as printed, and with one bracket more or less it is proved"))
        .orElse(outcome);
  }

  /** The one mend that is proved, where just one is. */
  private Optional<Mend> only(List<Mend> mends, Printed p, Function<Printed, Judged> court) {
    List<Mend> proved = new ArrayList<>();
    for (Mend m : mends) {
      affordable(b -> search(p, Stream.of(m), court, b)).ifPresent(proved::add);
    }
    return proved.size() == 1 ? Optional.of(proved.getFirst()) : Optional.empty();
  }

  /** Whether braces are missing in a part: those around several sides open in one and close in another. */
  private boolean unbalanced(Part part) {
    Map<Integer, Integer> open = openBraces.orElseGet(() -> counted(BraceMends::open));
    openBraces = Optional.of(open);
    return open.getOrDefault(part.number(), 0) != 0;
  }

  /** The same of round and square brackets. */
  private boolean bracketsMissing(Part part) {
    Map<Integer, Integer> open = openBrackets.orElseGet(() -> counted(BraceMends::openBrackets));
    openBrackets = Optional.of(open);
    return open.getOrDefault(part.number(), 0) != 0;
  }

  private Map<Integer, Integer> counted(ToIntFunction<MathText> open) {
    Map<Integer, Integer> found = new TreeMap<>();
    for (Printed q : printed) {
      Statement s = q.statement();
      found.merge(s.part().number(), open.applyAsInt(s.right()) + (s.after().isPresent() ? 0 : open.applyAsInt(s.left())), Integer::sum);
    }
    return found;
  }

  private Optional<Mend> affordable(Function<Budget, Optional<Mend>> search) {
    long share = Math.min(STEPS, left);
    Budget budget = Budget.ofSteps(share);
    Optional<Mend> found = search.apply(budget);
    left -= share - Math.max(0, budget.left());
    return found;
  }

  /**
   * Mends in the order in which they are tried. A row goes on with the side that the row above ends with: if that was mended there, it is mended here; if it
   * was proved there, it is not touched here. Of an order only slips that leave its terms are mended: a bound that holds is not for that the one that was meant.
   */
  private Stream<Mend> candidates(Printed p, Outcome.Decided d, Optional<Outcome> before) {
    Optional<Mend> above = p.statement().after().map(carried::get);
    Stream<Mend> carry = above.stream().map(m -> m.inNextRow(p.right())).flatMap(m -> Stream.concat(Stream.of(m), Mends.after(m, letters)));
    Stream<Mend> own = Stream.concat(Mends.single(p.left(), p.right(), letters).stream(), Mends.pairs(p.left(), p.right(), letters));
    boolean leftStands = before.filter(Outcome::proved).isPresent();
    boolean equation = d.claim().order() == Claim.Order.EQUAL;
    return Stream.concat(carry, own.filter(m -> Plausible.is(p.left(), p.right(), m))).filter(m -> printable(p.left(), m.left()) && printable(p.right(), m.right())).filter(m -> !(leftStands && !m.left().equals(p.left()))).filter(m -> equation || (m.fault().isSlip() && m.fault() != Fault.BRACKET));
  }

  /** Whether a side is as printed, or holds no array that was printed with dots: how that looked is not known any more. */
  private static boolean printable(Notation printed, Notation mended) {
    return mended.equals(printed) || !dotted(mended);
  }

  private static boolean dotted(Notation n) {
    return (n instanceof Notation.BigOperator b && Dotted.ARRAYS.contains(b.name())) || n.parts().stream().anyMatch(Repairs::dotted);
  }

  private static Optional<Mend> search(Printed p, Stream<Mend> candidates, Function<Printed, Judged> court, Budget budget) {
    int proofs = 0;
    try {
      for (Mend m : (Iterable<Mend>) candidates::iterator) {
        Judged mended = court.apply(new Printed(p.statement(), m.left(), m.right()));
        if (Mends.says(m) && mended.mayHold(budget)) {
          if (mended.proved(budget) && !(Plausible.isOfFactor(m) && zero(p, m, court, budget))) {
            return Optional.of(m);
          }
          if (++proofs >= MOST_PROOFS) {
            return Optional.empty();
          }
        }
      }
    } catch (Budget.Exhausted spent) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether a side that a mend leaves as it is is 0: then any factor mends the other one. */
  private static boolean zero(Printed p, Mend m, Function<Printed, Judged> court, Budget budget) {
    Notation kept = m.left().equals(p.left()) ? p.left() : p.right();
    return court.apply(new Printed(p.statement(), kept, new Notation.Numeral(kept.span(), "0"))).proved(budget);
  }

  private static Outcome.Repair repair(Printed p, Mend m) {
    String left = m.left().equals(p.left()) ? flat(p.statement().left().text()) : Typeset.of(m.left());
    String right = m.right().equals(p.right()) ? flat(p.statement().right().text()) : Typeset.of(m.right());
    return new Outcome.Repair(m.fault().kind(), m.fault().id(), left, right, m.fault().sentence() + ": " + m.because());
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
