package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters that words let stand for one element of their own kind, "let $s$ be the side that showed first", or for some: "for some $i$". What is said at such a letter is not said of the others (READING 14, 22). */
final class SingledOut {
  private static final String ONLY = "(?:correct|true|target|actual|winning|largest|smallest|biggest|greatest|highest|lowest|maximal|minimal|last|first|observed|predicted|chosen|hot|gold|winner|outlier)";
  private static final Pattern CALLED = Pattern.compile("\\b" + ONLY + "(?: [\\p{L}-]+){0,2}?(?: is| as| by| called| denoted)?(?: \\$)?$");
  /** "the class that won"; what an index runs over singles nothing out. */
  private static final Pattern THE =
      Pattern.compile("^(?:is|be|are|denotes?|being|stands for|as) (?:the |our )(?:[\\p{L}-]+ ){1,3}?(?:(?:that|which)(?! (?:runs?|ranges?|counts?|enumerates?|labels?|indexes|varies|we|goes))|for which|with the (?:largest|highest|smallest|lowest|biggest|greatest|most)|of the " + ONLY + ")\\b");
  private static final Pattern IS = Pattern.compile("^(?:(?:is|be|are|denotes?|being|stands for|as) (?:the |our )?|the |our )(?:index of the |number of the |position of the )?" + ONLY + "\\b");

  private static final Pattern SOME =
      Pattern.compile("\\bfor (?:some|at least one|exactly one|most|many|a few|few|several|almost all|almost every|infinitely many)(?: of the)?(?: [\\p{L}-]+){0,2}?(?: \\$)?$|\\bthere (?:is|are|exists?|must be)(?: an?| some| at least one| exactly one)?(?: [\\p{L}-]+){0,2}?(?: \\$)?$");

  /** "be the transpose of $", "is $ reversed" */
  private static final Pattern MADE =
      Pattern.compile("^(?:be|is|denotes?|being|stands for) (?:(?:the |an? |its |minus the )?(?:transposed?|inverse|reverse|reversal|reversed|negative|negation|opposite|complement|mirror image|reflection|square|cube|double|triple|half|reciprocal|square root|permutation|pseudo-?inverse|conjugate)(?: version| copy)?(?: of)? (?:the )?\\$|(?:twice|half|minus|thrice) (?:the )?\\$|\\$,? (?:reversed|transposed|negated|squared|doubled|halved|inverted|shifted|permuted|sorted|flipped|rescaled|scaled|centred|centered|normali[sz]ed)\\b)");

  private final Map<String, List<Fragment>> made = new TreeMap<>();
  private final Map<String, List<Part>> one = new TreeMap<>();
  private final Map<String, List<Fragment>> some = new TreeMap<>();

  /** What words say that the name of a formula is made of: "be the transpose of $". */
  static Optional<String> madeOf(Fragment f) {
    Matcher m = MADE.matcher(f.closes().strip().toLowerCase(Locale.ROOT));
    return m.find() ? Optional.of(m.group()) : Optional.empty();
  }

  /** Takes in what the words around a formula without a relation say of the names that it shows. */
  void take(Fragment f, Set<String> names) {
    String opens = last(f.opens().toLowerCase(Locale.ROOT));
    String closes = f.closes().strip().toLowerCase(Locale.ROOT);
    boolean single = CALLED.matcher(opens).find() || THE.matcher(closes).find() || IS.matcher(closes).find();
    boolean any = SOME.matcher(opens).find();
    for (String name : names) {
      if (madeOf(f).isPresent()) {
        made.computeIfAbsent(name, _ -> new ArrayList<>()).add(f);
      }
      if (single) {
        one.computeIfAbsent(name, _ -> new ArrayList<>()).add(f.part());
      }
      if (any) {
        some.computeIfAbsent(name, _ -> new ArrayList<>()).add(f);
      }
    }
  }

  /** The words behind the last stop or formula, and what opens there. */
  private static String last(String words) {
    String text = words.strip().replaceFirst(" ?\\$$", "");
    int cut = -1;
    for (int i = 0; i < text.length(); i++) {
      cut = "$;:()?!.,".indexOf(text.charAt(i)) >= 0 ? i : cut;
    }
    return text.substring(cut + 1).strip();
  }

  /** Whether words of a part, or of one around it, let a letter stand for one element. */
  boolean one(String letter, Part part) {
    return one.getOrDefault(letter, List.of()).stream().anyMatch(part::within);
  }

  /** Whether words of an earlier sentence of a part, or of one around it, say what a name is made of: an equation for it is a claim. */
  boolean made(String name, Statement s) {
    return made.getOrDefault(name, List.of()).stream().anyMatch(f -> s.part().within(f.part()) && f.before() <= s.number() && !inSentence(f, s));
  }

  /** Whether the sentence of a statement lets a letter stand for some element or number. */
  boolean some(String letter, Statement s) {
    return some.getOrDefault(letter, List.of()).stream().anyMatch(f -> inSentence(f, s));
  }

  /** Whether a formula without a relation stands in the sentence of a statement. */
  static boolean inSentence(Fragment f, Statement s) {
    String own = f.opens().strip().replaceFirst(" ?\\$$", "");
    boolean behind = f.before() <= s.number() && s.opens().startsWith((own + " $").strip());
    boolean before = f.since() <= s.number() && s.number() < f.before();
    return f.part().equals(s.part()) && (before || behind);
  }
}
