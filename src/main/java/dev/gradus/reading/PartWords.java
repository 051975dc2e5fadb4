package dev.gradus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of whole parts say that a claim in them may rest on, looked for once in each part. */
final class PartWords {
  private static final Pattern SYMMETRY = Pattern.compile("\\bsymmetr|\\bself-adjoint|\\bhermit|\\b(we|i)( have)?( just)? used\\b");
  private static final Pattern LENGTHS = Pattern.compile("\\borthogonal|\\borthonormal|\\bperpendicular|\\bunit (input|length|norm|vector)|\\bcent(er|re)d\\b");
  private static final Pattern EQUAL_SIZES = Pattern.compile("\\b(square|symmetric|same|agree|equal|as many|invertible|orthogonal|identity)\\b");
  private static final Pattern CALLED = Pattern.compile("\\b(\\w)(?= (is|are|being|for|denotes|stands|represents) | ?[<>≤≥])");

  private static final Pattern ENTRYWISE = Pattern.compile("activation|non-?linearity|(element|component|entry|point)-?wise");
  private static final Pattern FITTED = Pattern.compile("\\bleast[- ]squares (fit|solution|estimat)|\\bnormal equations?\\b|\\b(best|optimal|fitted) (fit|line|parameters|weights|coefficients)|\\bminimi[sz]er\\b");

  private static final Map<WordFact.Kind, Pattern> KINDS = kinds();

  private static Map<WordFact.Kind, Pattern> kinds() {
    Map<WordFact.Kind, Pattern> found = new TreeMap<>();
    found.put(WordFact.Kind.SUMS_TO_ONE, Pattern.compile("(?<!not )\\b(sums?|summing|adds?|adding) (up )?to (one|1)\\b"));
    found.put(WordFact.Kind.DISTRIBUTION, Pattern.compile("\\bprobability (vector|distribution)s?\\b|\\b(is|are|as|being) (a |both )?distributions?\\b"));
    found.put(WordFact.Kind.PLUS_MINUS_ONE, Pattern.compile("\\bplus (or )?minus (one|1)\\b|\\+1 (or|and) -1|±1|-1 (or|and) \\+?1\\b"));
    found.put(WordFact.Kind.BINARY, Pattern.compile("\\b(is|are|being|be) (either )?(binary|zero or one|0 or 1|0/1)|\\bbinary (label|target|output|variable)s?\\b"));
    found.put(WordFact.Kind.ONE_HOT, Pattern.compile("(?<!not )(?<!non-)(?<!not be )(?<!than )(?<!no )(?<!necessarily )(?<!instead of )(?<!smoothed )(?<!without )\\bone[- ]hot\\b"));
    return found;
  }

  /**
   * What a part's words say.
   *
   * @param symmetry that something is symmetric
   * @param lengths something of lengths or angles
   * @param equalSizes perhaps that sizes are equal
   * @param fitted that parameters are those of a fit
   * @param entrywise that a function acts on each entry
   * @param kinds properties of letters that may not be named
   * @param called letters without a formula around them of which something is said
   */
  private record Says(boolean symmetry, boolean lengths, boolean equalSizes, boolean fitted, boolean entrywise, Set<WordFact.Kind> kinds, Set<String> called) {
    static Says of(String words) {
      Set<String> called = new TreeSet<>();
      for (Matcher m = CALLED.matcher(words); m.find(); ) {
        called.add(m.group(1));
      }
      Set<WordFact.Kind> kinds = new TreeSet<>();
      KINDS.forEach((kind, pattern) -> kinds.addAll(pattern.matcher(words).find() ? List.of(kind) : List.of()));
      return new Says(SYMMETRY.matcher(words).find(), LENGTHS.matcher(words).find(), EQUAL_SIZES.matcher(words).find(), FITTED.matcher(words).find(), ENTRYWISE.matcher(words).find(), kinds, called);
    }
  }

  private final Map<Integer, Says> parts = new TreeMap<>();

  private Says of(Part part) {
    return parts.computeIfAbsent(part.number(), k -> Says.of(part.words()));
  }

  boolean saySymmetric(Part part) {
    return of(part).symmetry();
  }

  boolean sayLengths(Part part) {
    return of(part).lengths();
  }

  boolean sayEqualSizes(Part part) {
    return of(part).equalSizes();
  }

  /** Whether parameters may be those of a fit. */
  boolean sayFitted(Part part) {
    return of(part).fitted();
  }

  boolean sayEntrywise(Part part) {
    return of(part).entrywise();
  }

  /** Properties that the words speak of. */
  Set<WordFact.Kind> kinds(Part part) {
    return of(part).kinds();
  }

  /** Whether the words say that a letter is something; "a" and "i" are words themselves. */
  boolean call(String letter, Part part) {
    return letter.length() == 1 && !letter.equals("a") && !letter.equals("i") && of(part).called().contains(letter.toLowerCase(Locale.ROOT));
  }
}
