package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Letters that a sentence introduces: "let p be the number of features", "for any numbers a, b", "for an arbitrary activation g". What another part defined
 * by such a letter is over there (READING 1, 3, 4; READING 17 speaks of letters that go on).
 */
final class Anew {
  private static final String KIND =
      "(a|an|any|all|every|some|two|three|arbitrary|real|reals|fixed|general|generic|independent|another|new|different|scalars?|vectors?|numbers?|matrix|matrices|functions?|constants?|variables?|random|positive"
          + "|negative|nonnegative|differentiable|smooth|convex|continuous|square|symmetric|invertible|activations?|loss|score|values?|distributions?|points?|real-valued|probability|integers?|given|possible|nonlinear|linear)";

  /** The letters so far of a list: formulas stand as {@code $}. */
  private static final String LIST = "(\\s*(\\$|,|and|or)\\s*){0,6}";

  /** "let p", "let two numbers p and q": a verb that introduces. */
  private static final Pattern LET = Pattern.compile("\\b(let|take|fix|suppose|assume|pick|choose)( now| also| us| that| again)?( " + KIND + "){0,5}" + LIST + "$");

  /** "for any numbers a, b", "for vectors a", "now use a general loss L" */
  private static final Pattern FOR =
      Pattern.compile("\\b(for|given|consider|use|with|take|considering)( now)?( " + KIND + "){1,5}" + LIST + "$");

  private static final Pattern IS = Pattern.compile("^" + LIST + "(be|is|are|denotes?|stands?|represents?)\\b");

  /** What goes on with a letter of before. */
  private static final Pattern GOES_ON = Pattern.compile("\\b(above|before|previous|previously|same|as in|again|from part|from question|still|defined|earlier|the (question|problem|exercise))\\b");

  private Anew() {}

  /** In: a formula without a relation. Out: the names that its sentence introduces; of an element, x_i, none. */
  private static Set<String> names(Reader.PrintedFragment f, Mentions mentions) {
    String before = piece(f.fragment().opens());
    String behind = first(f.fragment().closes());
    boolean set = f.notation() instanceof Notation.Infix i && i.op().equals("in");
    boolean let = LET.matcher(before).find() && (set || IS.matcher(behind).find());
    Set<String> found = new TreeSet<>();
    if ((let || FOR.matcher(before).find()) && !GOES_ON.matcher(before + " . " + behind).find()) {
      collect(f.notation(), mentions, found);
    }
    return found;
  }

  /** Takes in what a formula's sentence introduces. */
  static void take(Reader.PrintedFragment f, Mentions mentions, Names names, Conventions conventions) {
    for (String key : names(f, mentions)) {
      names.introduce(key, f.fragment().part(), f.fragment().before());
      if (key.equals("e") || key.equals("\\pi")) {
        // no longer the number of that name (READING 14)
        names.forget(key, f.fragment().part());
      }
      if (counts(f)) {
        conventions.set(key);
      }
    }
  }

  /** Whether the names are said to count something: then they have no customary range. */
  private static boolean counts(Reader.PrintedFragment f) {
    return f.fragment().closes().strip().matches("(?is)(be|is|are|denotes?) the (total )?(number|count|amount) of\\b.*");
  }

  private static void collect(Notation n, Mentions mentions, Set<String> found) {
    switch (n) {
      case Notation.Infix i when i.op().equals("in") -> collect(i.left(), mentions, found);
      case Notation.Listed l -> l.items().forEach(x -> collect(x, mentions, found));
      case Notation.Juxtaposed j when j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent() -> collect(j.factors().get(0).item(), mentions, found);
      default -> {
        Optional<Mention> m = mentions.of(n).filter(x -> x.plain() && x.indices().isEmpty());
        m.ifPresent(x -> found.add(x.key()));
      }
    }
  }

  /** The words behind the last stop. */
  private static String piece(String words) {
    String text = words.toLowerCase(Locale.ROOT).stripTrailing();
    int cut = -1;
    for (int i = 0; i < text.length(); i++) {
      cut = ".;:!?".indexOf(text.charAt(i)) >= 0 ? i : cut;
    }
    return text.substring(cut + 1).replace('*', ' ').replaceAll("\\s+", " ");
  }

  /** The words up to the first stop. */
  private static String first(String words) {
    String text = words.toLowerCase(Locale.ROOT).stripLeading();
    int end = 0;
    while (end < text.length() && ".;:!?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end).replaceAll("\\s+", " ");
  }
}
