package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Renaming;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers of elements that words name and no formula does: "for two classes", "the binary case", "a single feature". A claim that fails may hold for that number
 * (READING 6, SOUNDNESS 10).
 */
final class NamedCounts {
  private static final String THINGS =
      "class|classes|outcomes?|categor(?:y|ies)|labels?|features?|inputs?|outputs?|components?|entr(?:y|ies)|elements?|points?|samples?|examples?|observations?|data points?|variables?|numbers?|logits?"
          + "|scores?|neurons?|units?|dimensions?|dimensional|terms?|keys?|queries|tokens?|words?|experts?|clusters?|states?|clases|klassen|merkmale?|punkte?|eingänge|características?|variante";

  private static final Pattern COUNT =
      Pattern.compile("\\b(one|single|two|both|three|four|five|binary|scalar|[1-5]|zwei|drei|eine?m?|dos|tres|una?|deux)[- ](?:different |such |possible |input |output |training |data |hidden |mögliche |posibles )?(?:" + THINGS + ")(?![\\p{L}\\p{N}])");

  private static final Pattern CASE = Pattern.compile("\\b(binary|two-class|scalar|one-dimensional|two-dimensional|univariate|bivariate)(?: case)?\\b|二分类|两类|二类|两个类");

  /** Said of all there are, where no letter picks some of them: "the first two classes", "two of the classes" say nothing of how many there are. */
  private static final Pattern ALL =
      Pattern.compile("(?:^|[:;.,(]|\\b(?:for|with|only|just|exactly|has|are|für|bei|mit|para|con|pour|the|case of|there are)) *(?:two|three|2|3|zwei|drei|dos|tres|deux) (?:possible )?(?:class(?:es)?|outcomes|categories|logits|elements|components|clases|klassen)(?![\\p{L}\\p{N}])|\\bbinary case\\b|\\btwo-class\\b|二分类");

  /** The sentence speaks of other numbers too: "unlike for two classes", "but with K classes". */
  private static final Pattern CONTRASTED =
      Pattern.compile("\\b(unlike|but|while|whereas|whilst|although|though|however|contrary|contrast|beyond|instead|rather|except|not|generali[sz]\\w*|in general|any number|arbitrar\\w*|as (?:in|for|with)|more than|other than|opposed|compared?|\\$ (?:possible )?(?:classes|outcomes|categories|logits|elements|components))\\b");

  private static final Pattern LENGTH = Pattern.compile("\\b(?:length|size|dimension|dimensionality|länge|dimensión) (?:is |of |equal to )*(two|three|four|five|[2-5]|zwei|drei|dos|tres)(?![\\p{L}\\p{N}.])");

  private NamedCounts() {}

  /** The numbers that words name, in small letters or not. */
  static Set<Integer> in(String words) {
    String text = words.toLowerCase(Locale.ROOT);
    Set<Integer> found = new TreeSet<>();
    for (Matcher m = COUNT.matcher(text); m.find(); ) {
      found.add(number(m.group(1)));
    }
    for (Matcher m = LENGTH.matcher(text); m.find(); ) {
      found.add(number(m.group(1)));
    }
    for (Matcher m = CASE.matcher(text); m.find(); ) {
      found.add(m.group(1) == null ? 2 : number(m.group(1)));
    }
    return found;
  }

  private static int number(String word) {
    return switch (word) {
      case "two", "both", "2", "binary", "zwei", "dos", "deux", "two-class", "two-dimensional", "bivariate" -> 2;
      case "three", "3", "drei", "tres" -> 3;
      case "four", "4" -> 4;
      case "five", "5" -> 5;
      default -> 1;
    };
  }

  /**
   * A verdict on a claim that fails for some size, for a number that the words around it name.
   *
   * @param listed numbers of elements that lists near the claim have, k = 1, 2, 3
   * @return the proof where its own sentence names one number and it has one range; a verdict that is no refutation where one may save it; else empty
   */
  static Optional<Verdict> verdict(Printed p, Set<Integer> listed, Claim claim, Function<Claim, Verdict> decided) {
    if (writtenOut(p, claim, decided)) {
      return Optional.of(new Verdict.Undecided(new ReadingReason.Open("it holds for as many elements as are printed", "size.unknown")));
    }
    Statement s = p.statement();
    Set<Integer> near = in(s.words());
    // where the number has a letter, "one feature" and what other sentences say is of something else
    Set<Integer> all = new TreeSet<>(near);
    in(s.part().words()).stream().filter(n -> n > 1).forEach(all::add);
    all.addAll(listed);
    if (near.contains(2) && picked(claim) > 1) {
      return Optional.of(new Verdict.Undecided(new ReadingReason.Open("it fails, but perhaps not for two that differ", "size.unknown")));
    }
    for (int n : all) {
      for (Claim c : counted(claim, n)) {
        if ((n == 1 || !(near.contains(n) || listed.contains(n))) && open(claim).stream().noneMatch(Ranges::unnamed)) {
          continue;
        }
        Verdict v = decided.apply(c);
        if (!(v instanceof Verdict.Refuted)) {
          String words = s.words().toLowerCase(Locale.ROOT);
          boolean proof = near.size() == 1 && near.contains(n) && ALL.matcher(words).find() && !CONTRASTED.matcher(words).find() && open(claim).size() == 1 && picked(claim) == 0;
          return Optional.of(proof || !(v instanceof Verdict.Proved) ? v : new Verdict.Undecided(new ReadingReason.Open("it holds for a number of elements that the words name", "size.unknown")));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * READING 19: a sum whose end is not printed, set equal to some terms that are, says how many there are; a letter that counts beside it may be their number.
   *
   * @return whether the claim, which fails for other numbers of elements, holds for the number of terms
   */
  private static boolean writtenOut(Printed p, Claim claim, Function<Claim, Verdict> decided) {
    if (claim.order() != Claim.Order.EQUAL || endless(p.left()) == endless(p.right())) {
      return false;
    }
    Term terms = endless(p.left()) ? claim.right() : claim.left();
    String sum = (endless(p.left()) ? p.statement().left() : p.statement().right()).text();
    if (Terms.families(endless(p.left()) ? claim.left() : claim.right()).stream().anyMatch(f -> !sum.contains(f.name()))) {
      // a definition is put in, which may say how far the letter runs
      return false;
    }
    for (Range r : open(claim)) {
      int last = Terms.openIndices(terms).stream().filter(i -> i instanceof Index.Literal && i.range().name().equals(r.name())).mapToInt(i -> ((Index.Literal) i).value()).max().orElse(0);
      if (last < 2 || last == Index.Literal.LAST || !Ranges.unnamed(r)) {
        continue;
      }
      Stream<Claim> counts = Terms.families(claim.left(), claim.right()).stream().filter(f -> f.isScalar() && Doubts.COUNTS.contains(f.name())).map(f -> Counted.as(claim, f.at(), r));
      if (Stream.concat(Stream.of(claim), counts).anyMatch(c -> decided.apply(sized(c, last, List.of(r))) instanceof Verdict.Proved)) {
        return true;
      }
    }
    return false;
  }

  /** A sum or product without its end stands in it. */
  private static boolean endless(Notation n) {
    boolean here = n instanceof Notation.BigOperator b && b.sup().isEmpty() && List.of("sum", "prod").contains(b.name());
    return here || Notations.children(n).stream().anyMatch(NamedCounts::endless);
  }

  /** Marks a reading beside a number of elements of which it is not known whether it holds there, nor what they are. */
  static final String PERHAPS = "number of elements, perhaps";

  private static final Pattern SIZE = Pattern.compile("([A-Za-z]) = ([1-9])");

  /** Whether the one condition that was not read is K = 2, of another sentence and of a letter that the claim does not have, and it fails too whatever has so many elements. */
  static boolean failsAnyway(Attempt.Read r, String condition, Function<Claim, Verdict> decided) {
    Claim claim = r.claim();
    Matcher m = SIZE.matcher(condition.strip());
    if (!r.used().contains(PERHAPS) || !m.matches() || Terms.families(claim.left(), claim.right()).stream().anyMatch(f -> f.name().equals(m.group(1)))) {
      return false;
    }
    return counted(claim, Integer.parseInt(m.group(2))).stream().allMatch(c -> decided.apply(c) instanceof Verdict.Refuted);
  }

  /** How many letters stand for one of the elements. */
  private static long picked(Claim claim) {
    return Stream.of(claim.left(), claim.right()).flatMap(t -> Terms.openIndices(t).stream()).filter(i -> i instanceof Index.Free).distinct().count();
  }

  /** The ranges of a claim whose sizes are open. */
  static List<Range> open(Claim claim) {
    return Terms.ranges(claim.left(), claim.right()).stream().filter(r -> r.fixed().isEmpty()).toList();
  }

  /** The claim where a range with an open size has that many elements: for each of them alone, and for all together. */
  static List<Claim> counted(Claim claim, int size) {
    List<Range> open = open(claim);
    List<Claim> found = new ArrayList<>();
    open.forEach(r -> found.add(sized(claim, size, List.of(r))));
    if (open.size() > 1) {
      found.add(sized(claim, size, open));
    }
    return found;
  }

  private static Claim sized(Claim claim, int size, List<Range> which) {
    Renaming names = range -> which.stream().anyMatch(w -> w.name().equals(range.name())) ? new Range(range.name(), Math.min(range.least(), size), OptionalInt.of(size)) : range;
    UnaryOperator<Term> in = names::in;
    List<Assumption> assumptions = claim.assumptions().stream().map(a -> a.with(a.fact().renamed(names))).toList();
    return new Claim(in.apply(claim.left()), claim.order(), in.apply(claim.right()), assumptions, claim.explicit().stream().map(names::family).toList(), claim.context().stream().map(in).toList());
  }
}
