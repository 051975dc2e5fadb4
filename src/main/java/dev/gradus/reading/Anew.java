package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

  /** "let p_1, .., p_n be positive numbers" */
  private static final Pattern KINDS = Pattern.compile("^" + LIST + "(be|are|denote) ([\\p{L}-]+ ){0,4}(?<noun>number|weight|rate|count|score|real|variable|constant|vector|scalar|integer)s?\\b");

  /** What a letter stands beside when it is something by itself, "learning rate \alpha"; with "the" the same noun may go on with what was defined. */
  private static final Pattern NOUN =
      Pattern.compile(
          "(?<the>\\b(the|our|this|that|its|these|those|their) )?([\\p{L}-]+ )?\\b(?<noun>rate|weight|number|count|factor|constant|margin|radius|strength|coefficient|distribution|variance|deviation|similarity|length|temperature|bandwidth|threshold|multiplier|penalty)s?( is| are)?" + LIST + "$");

  private static final Pattern BETWEEN = Pattern.compile("\\b(?<noun>divergence|distance|entropy) (between|of)( two| the)?( distributions?)?" + LIST + "$");

  private static final List<String> STRONG = List.of("rate", "factor", "margin", "radius", "deviation", "similarity", "distribution", "strength", "temperature", "bandwidth");

  /** Of these any size is possible. */
  private static final List<String> AMOUNTS = List.of("rate", "weight", "number", "count", "score", "coefficient", "length", "factor", "multiplier", "strength");

  private static final Pattern DENOTE = Pattern.compile("\\b(denote|write|call)( now)?( by)?" + LIST + "$");

  /** "with L layers" */
  private static final Pattern COUNTED =
      Pattern.compile("^(hidden |time |training |different |independent |possible |data |convolutional )?(?<noun>layer|cluster|class|step|unit|neuron|feature|component|head|word|token|epoch|iteration|state|dimension|document|user|item|bin|trial|node|state|sample|example)(s|es)\\b");

  /** In the place of a noun for the parameters of a named distribution. */
  static final String DISTRIBUTED = "~";

  private static final Pattern SAID = Pattern.compile("^" + LIST + "(is|are) (now )?(random(ly)?|initiali[sz]ed|drawn|sampled|unknown|arbitrary|chosen)\\b");

  /** What goes on with a letter of before. */
  private static final Pattern GOES_ON = Pattern.compile("\\b(above|before|previous|previously|same|as in|again|from part|from question|still|defined|earlier|the (question|problem|exercise))\\b");

  /** {@code v \\leftarrow v - c}: an update (READING 18). */
  private static final Pattern ASSIGNED = Pattern.compile("^\\s*([^\\s=]{1,20}?)\\s*(?:\\\\leftarrow|\\\\gets|←)(?![a-zA-Z])");

  /** "We increase v by 1" */
  private static final Pattern CHANGES = Pattern.compile("(^|\\b(we|now|then|i|and) )(increase|decrease|double|halve|reset|overwrite|perturb)d?( the( value of)?)?( \\$)?$");

  private static final List<String> LOSSES = List.of("L", "J", "E", "C", "\\ell", "\\mathcal{L}", "\\mathcal{J}", "\\mathcal L", "\\mathcal J");

  /** "We divide J by n." */
  private static final Pattern REWEIGHS = Pattern.compile("(^|\\b(we|now|then|i|and) )(now |then |also )*(divide|multiply|scale|rescale|negate|average|square|normali[sz]e)( the loss| the cost)?( \\$)?$");

  /** "We add a bias to z." */
  private static final Pattern ADDS = Pattern.compile("\\b(add|adding|subtract|subtracting)\\b[^.;:]{0,30} (to|from)( the)?( [\\p{L}-]+)?( \\$)?$");

  private static final Pattern SUPPOSED = Pattern.compile("\\b(if|when|whenever|suppose|as)\\b");

  private Anew() {}

  /** Names that a sentence introduces, and as what; empty where the words say not as what. */
  private record Found(Set<String> names, String noun) {
    static final Found NOTHING = new Found(java.util.Collections.emptySet(), "");
  }

  /** In: a formula without a relation. Out: what its sentence introduces. */
  private static Found found(Reader.PrintedFragment f, Mentions mentions) {
    String before = piece(f.fragment().opens());
    String behind = first(f.fragment().closes());
    boolean set = f.notation() instanceof Notation.Infix i && i.op().equals("in");
    boolean let = LET.matcher(before).find() && (set || IS.matcher(behind).find());
    Set<String> names = new TreeSet<>();
    if (GOES_ON.matcher(before + " . " + behind).find()) {
      return Found.NOTHING;
    }
    if (let || FOR.matcher(before).find() || (DENOTE.matcher(before).find() && behind.startsWith("the ")) || SAID.matcher(behind).find()) {
      collect(f.notation(), mentions, false, names);
    }
    if (!names.isEmpty()) {
      return new Found(names, "");
    }
    if (f.notation() instanceof Notation.Infix i && i.op().equals("sim")) {
      Definitions.collect(i.right(), mentions, names);
      return new Found(names, DISTRIBUTED);
    }
    Optional<String> noun = noun(before, behind);
    noun.ifPresent(n -> collect(f.notation(), mentions, true, names));
    return noun.map(n -> new Found(names, n)).orElse(Found.NOTHING);
  }

  /** Words about the number e, and about what is done with it. */
  private static final Pattern EULER = Pattern.compile("(?i)\\b(euler|number|base|exponential|natural|constant|power|cancels?)\\b");

  /** The noun that a formula stands beside as something by itself. */
  private static Optional<String> noun(String before, String behind) {
    Matcher kinds = KINDS.matcher(behind);
    if (LET.matcher(before).find() && kinds.find()) {
      return Optional.of(kinds.group("noun"));
    }
    Matcher noun = NOUN.matcher(before);
    if (noun.find() && (noun.group("the") == null || STRONG.contains(noun.group("noun")))) {
      return Optional.of(noun.group("noun"));
    }
    Matcher between = BETWEEN.matcher(before);
    if (between.find()) {
      return Optional.of(between.group("noun"));
    }
    Matcher counted = COUNTED.matcher(behind);
    return counted.find() ? Optional.of(counted.group("noun")) : Optional.empty();
  }

  /** Takes in what a formula's sentence introduces. */
  static void take(Reader.PrintedFragment f, Mentions mentions, Names names, Conventions conventions) {
    changed(f, mentions).ifPresent(key -> names.update(key, f.fragment().part()));
    Found found = found(f, mentions);
    for (String key : found.names()) {
      names.introduce(key, f.fragment().part(), f.fragment().before(), found.noun());
      conventions.introduce(key, f.fragment().part(), AMOUNTS.contains(found.noun()));
      if (found.noun().isEmpty() && (key.equals("e") || key.equals("\\pi"))) {
        // no longer the number of that name (READING 14)
        names.forget(key, f.fragment().part());
      }
      if (counts(f)) {
        conventions.set(key);
      }
    }
  }

  /** The name that a formula, or the words around it, give another value (READING 18). */
  private static Optional<String> changed(Reader.PrintedFragment f, Mentions mentions) {
    String text = f.fragment().text().text();
    String before = piece(f.fragment().opens()).strip();
    String behind = first(f.fragment().closes()).strip();
    Matcher assigned = ASSIGNED.matcher(text);
    Optional<String> value = assigned.find() ? mentions.printed(assigned.group(1)).filter(Mention::bare).map(Mention::key) : Optional.empty();
    boolean adds = ADDS.matcher(before).find() && behind.isEmpty();
    boolean loss = LOSSES.contains(text.strip()) && REWEIGHS.matcher(before).find() && behind.matches("(by|with|over)( \\$| the [\\p{L} ]+)?|");
    boolean words = (adds || loss || CHANGES.matcher(before).find()) && !SUPPOSED.matcher(before).find();
    return value.or(() -> words ? mentions.of(f.notation()).filter(Mention::bare).map(Mention::key) : Optional.empty());
  }

  /** "with $e$ the one-hot vector", also behind an equation that prints it: nobody speaks of the number so (READING 14). */
  static void letter(Reader.PrintedFragment f, Mentions mentions, Names names) {
    boolean named = mentions.of(f.notation()).filter(m -> m.bare() && m.key().equals("e")).isPresent();
    if (named && !EULER.matcher(f.fragment().opens() + " " + f.fragment().closes()).find() && found(f, mentions).names().isEmpty()) {
      names.forget("e", f.fragment().part());
    }
  }

  /** Whether the names are said to count something: then they have no customary range. */
  private static boolean counts(Reader.PrintedFragment f) {
    return f.fragment().closes().strip().matches("(?is)(be|is|are|denotes?) the (total )?(number|count|amount) of\\b.*");
  }

  /** The bare names of a formula, and those of its elements where they count too. */
  private static void collect(Notation n, Mentions mentions, boolean elements, Set<String> found) {
    switch (n) {
      case Notation.Infix i when i.op().equals("in") -> collect(i.left(), mentions, elements, found);
      case Notation.Listed l -> l.items().forEach(x -> collect(x, mentions, elements, found));
      case Notation.Juxtaposed j when j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent() -> collect(j.factors().get(0).item(), mentions, elements, found);
      default -> {
        Optional<Mention> m = mentions.of(n).filter(x -> x.plain() && (elements || x.indices().isEmpty()));
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
