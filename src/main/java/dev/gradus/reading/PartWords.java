package dev.gradus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words of whole parts say that a claim in them may rest on, looked for once in each part. */
final class PartWords {
  private static final Pattern SYMMETRY = Pattern.compile("\\bsymmetr|\\bself-adjoint|\\bhermit|\\b(we|i)( have)?( just)? used\\b");
  private static final Pattern LENGTHS = Pattern.compile("\\borthogonal|\\borthonormal|\\bperpendicular|\\bunit (input|length|norm|vector)|\\bcent(er|re)d\\b");
  private static final Pattern EQUAL_SIZES = Pattern.compile("\\b(square|symmetric|same|agree|equal|as many|invertible|orthogonal|identity)\\b");
  private static final Pattern CALLED = Pattern.compile("\\b(\\w)(?= (is|are|be|being|for|denotes|stands|represents|an?) | ?[<>≤≥])");

  private static final Pattern ENTRYWISE = Pattern.compile("activation|non-?linearity|(element|component|entry|point)-?wise");
  private static final Pattern FITTED = Pattern.compile("\\bleast[- ]squares (fit|solution|estimat)|\\bnormal equations?\\b|\\b(best|optimal|fitted) (fit|line|parameters|weights|coefficients)|\\bminimi[sz]er\\b");

  private static final Map<WordFact.Kind, Pattern> KINDS = kinds();
  /** "All variables are positive", "everything is nonzero", "only positive values": said of all letters of a part and of the parts in it. */
  private static final Map<WordFact.Kind, Pattern> OF_ALL = ofAll();

  /** Values that words give to what they do not name by a letter: "with unit variance", "suppose all inputs equal one", "we ignore the bias". */
  private static final Pattern VALUES = values();

  private static Pattern values() {
    String number = "(?:zero|one|unity|two|three|0|1|2)\\b(?!-)(?! (?:hot|of|can|may|could|would|has|should|must|needs|hidden|layer|more|another|sees|gets|obtains|term|factor|step|way|case|line)\\b)";
    String usual = "(?:temperature|learning rate|step size|bias|variance|slope|noise|intercept|offset|prior|regulari[sz]ation|penalty|weight decay|momentum)";
    String cue = "\\b(?:assum\\p{L}*|suppose|supposing|let|say|fix|throughout|simplicity|we (?:use|take|work)|using|all|every)\\b";
    return Pattern.compile(
        "\\b(?:unit|zero|identity|no) (?:" + usual + "|covariance|means?)\\b"
            + "|" + cue + " (?:[\\p{L}-]+ ){0,5}?(?:is|are|be|being|equals?|to|of|has|have) (?:exactly |all |each |equal |equal to )?" + number
            + "|\\b" + usual + " (?:is |are |of |be |equals? |equal to |to )?" + number
            + "|\\b(?:ignor|omit|drop|neglect|disregard|leav|set|without)\\p{L}* (?:out |aside )?(?:the |any |all )?(?:biases|" + usual + ")\\b"
            + "|(?<!not )\\b(?:commute|commuting)\\b|\\bin degrees\\b"
            + "|(?:都|均|皆|全部|全都|初始化|被设|设置)(?:为|是|等于|成) ?(?:[01](?![\\d.])|零|一|全零|全 ?[01])|(?:忽略|省略|略去|不考虑)(?:了|掉)?(?:所有|全部)?(?:的)?(?:偏置|方差|斜率|噪声|截距|先验|正则)");
  }

  private static Map<WordFact.Kind, Pattern> ofAll() {
    String nouns = "(?:numbers?|variables?|quantit(?:y|ies)|letters?|parameters?|symbols?|scalars?|values?|constants?|unknowns?|coefficients?|arguments?|entries|entry|reals|everything)";
    String before = "(?:\\b" + nouns + "(?: \\p{L}+){0,3}? (?:are|is|be|being|denotes?|represents?|stands? for) (?:\\p{L}+ ){0,4}?|\\b(?:only|exclusively|throughout),? (?:(?:we )?(?:consider|work|use|deal|allow|look|take|assume)(?:ing|ed)? |with |for |at |strictly |all ){0,3})";
    Map<WordFact.Kind, Pattern> found = new TreeMap<>();
    Map<WordFact.Kind, String> words = new TreeMap<>();
    words.put(WordFact.Kind.POSITIVE, "positive(?! (?:class|example|sample|label|semi))");
    words.put(WordFact.Kind.NONNEGATIVE, "non-?negative");
    words.put(WordFact.Kind.NONZERO, "non-?zero");
    words.put(WordFact.Kind.NEGATIVE, "negative(?! (?:class|example|sample|label|log))");
    words.put(WordFact.Kind.INTEGER, "integers?");
    words.forEach((kind, word) -> found.put(kind, Pattern.compile(before + word + "\\b|\\b" + word + " (?:\\p{L}+ ){0,2}?(?:only|throughout)\\b")));
    return found;
  }

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
   * @param ofAll properties of all letters, in the parts in it too
   * @param value words that give a value to what they do not name
   * @param called letters without a formula around them of which something is said
   */
  private record Says(boolean symmetry, boolean lengths, boolean equalSizes, boolean fitted, boolean entrywise, Set<WordFact.Kind> kinds, Set<WordFact.Kind> ofAll, Optional<String> value, Set<String> called) {
    static Says of(String words, String own) {
      Set<String> called = new TreeSet<>();
      for (Matcher m = CALLED.matcher(words); m.find(); ) {
        called.add(m.group(1));
      }
      return new Says(SYMMETRY.matcher(words).find(), LENGTHS.matcher(words).find(), EQUAL_SIZES.matcher(words).find(), FITTED.matcher(words).find(), ENTRYWISE.matcher(words).find(), among(KINDS, words), among(OF_ALL, own), VALUES.matcher(own).results().map(MatchResult::group).findFirst(), called);
    }

    private static Set<WordFact.Kind> among(Map<WordFact.Kind, Pattern> all, String words) {
      Set<WordFact.Kind> found = new TreeSet<>();
      all.forEach((kind, pattern) -> found.addAll(pattern.matcher(words).find() ? List.of(kind) : List.of()));
      return found;
    }
  }

  private final Map<Integer, Says> parts = new TreeMap<>();

  private Says of(Part part) {
    return parts.computeIfAbsent(part.number(), k -> Says.of(part.words(), part.own()));
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

  /** Properties that the words speak of, and those that the parts around it say of all letters. */
  Set<WordFact.Kind> kinds(Part part) {
    Set<WordFact.Kind> found = new TreeSet<>(of(part).kinds());
    part.chain().forEach(p -> found.addAll(of(p).ofAll()));
    return found;
  }

  /** The words of this part or one around it that give a value to what they do not name by a letter. */
  Optional<String> value(Part part) {
    return part.chain().stream().flatMap(p -> of(p).value().stream()).findFirst();
  }

  /** Whether the words say that a letter is something; "a" and "i" are words themselves. */
  boolean call(String letter, Part part) {
    return letter.length() == 1 && !letter.equals("a") && !letter.equals("i") && of(part).called().contains(letter.toLowerCase(Locale.ROOT));
  }
}
