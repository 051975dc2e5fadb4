package dev.gradus.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of whole parts say that a claim in them may rest on, looked for once in each part. */
final class PartWords {
  private static final Pattern SYMMETRY = Pattern.compile("\\bsymmetr|\\bself-adjoint|\\bhermit");
  private static final Pattern LENGTHS = Pattern.compile("\\borthogonal|\\borthonormal|\\bperpendicular|\\bunit (input|length|norm|vector)|\\bcent(er|re)d\\b");
  private static final Pattern EQUAL_SIZES = Pattern.compile("\\b(square|symmetric|same|agree|equal|as many|invertible|orthogonal|identity)\\b");
  private static final Pattern CALLED = Pattern.compile("\\b(\\w)(?= (is|are|being) )");

  /**
   * What a part's words say.
   *
   * @param symmetry that something is symmetric
   * @param lengths something of lengths or angles
   * @param equalSizes perhaps that sizes are equal
   * @param called letters without a formula around them of which something is said
   */
  private record Says(boolean symmetry, boolean lengths, boolean equalSizes, Set<String> called) {
    static Says of(String words) {
      Set<String> called = new TreeSet<>();
      for (Matcher m = CALLED.matcher(words); m.find(); ) {
        called.add(m.group(1));
      }
      return new Says(SYMMETRY.matcher(words).find(), LENGTHS.matcher(words).find(), EQUAL_SIZES.matcher(words).find(), called);
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

  /** Whether the words say that a letter is something; "a" and "i" are words themselves. */
  boolean call(String letter, Part part) {
    return letter.length() == 1 && !letter.equals("a") && !letter.equals("i") && of(part).called().contains(letter.toLowerCase(Locale.ROOT));
  }
}
