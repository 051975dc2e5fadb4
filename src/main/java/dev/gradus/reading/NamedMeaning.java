package dev.gradus.reading;

import dev.gradus.notation.Typeset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which function words call sigma, and which logarithm and angles they mean (READING 21): "let $\\sigma$ be tanh", "with ReLU units", "to base 2". A proof for another one is none. */
final class NamedMeaning {
  private static final Map<Activation, Pattern> NAMES = names();

  /** "$\\sigma$ is an arbitrary function" */
  private static final Pattern ANY = Pattern.compile("(?i)\\b(arbitrary|any|generic|general|some) ([\\p{L}-]+ ){0,3}(functions?|activations?|non-?linearit(y|ies)|maps?)\\b");

  /** "$\\sigma$ is the identity" */
  private static final Pattern ANOTHER = Pattern.compile("(?i)\\b(be|is|being|denotes?|means|was) (the |a |an )?(identity|sine|sinus|cosine|gaussian|swish|silu|gelu|elu|selu|mish|square|cube|exponential|logarithm|quadratic|cubic|linear)\\b");

  /** "$\\sigma$ is not the sigmoid" */
  private static final Pattern DENIED = Pattern.compile("(?i)\\bnot (be )?(the |a )?(logistic|sigmoid)");

  private NamedMeaning() {}

  private static Map<Activation, Pattern> names() {
    Map<Activation, Pattern> found = new EnumMap<>(Activation.class);
    Map<Activation, String> words = new EnumMap<>(Activation.class);
    words.put(Activation.LOGISTIC, "logistic|sigmoid|sigmoids|sigmoidal|logistische|logística|sigmoide|逻辑");
    words.put(Activation.TANH, "tanh|hyperbolic tangent|tangens hyperbolicus");
    words.put(Activation.RELU, "(?<!leaky )(relus?|rectifiers?|rectified|rectifying)");
    words.put(Activation.LEAKY_RELU, "leaky");
    words.put(Activation.SOFTPLUS, "softplus");
    words.forEach((a, w) -> found.put(a, Pattern.compile("(?i)(?<![\\p{L}-])(?<!not )(?<!not be )(?<!(not|than|of) (a|the) )(?<!not be (a|the) )(?<!instead of )(?<!instead of (a|the) )(?<!(replac|swap)(e|es|ed|ing|ping|s) )(?<!(replac|swap)(e|es|ed|ing|ping|s) (a|the) )(?<!unlike )(?<!unlike the )(?:" + w + ")(?![\\p{L}])")));
    return found;
  }

  /** "Softplus $\\zeta(x) = ..": words that name another function than sigma, as they stand before what defines it. */
  private static final Pattern OF_ANOTHER = Pattern.compile("(?i)(?<![\\p{L}-])(softplus|tanh|hyperbolic tangent|(leaky )?relu|rectifier)( (activation|function|unit|non-?linearity))*( is| as| by|:|,| is defined (as|by)| is given by)*$");

  private static List<Statement> ofAnother(Stream<Outcome> outcomes) {
    return outcomes.filter(o -> o instanceof Outcome.Defines).map(Outcome::statement).filter(t -> !t.left().text().contains("\\sigma") && OF_ANOTHER.matcher(t.opens()).find()).toList();
  }

  /** The words of a sentence or a part without the names that were given so, each once. */
  private static String without(List<Statement> others, Part part, String words) {
    String rest = words;
    for (Statement t : others) {
      Matcher m = OF_ANOTHER.matcher(t.opens());
      if (t.part().within(part) && m.find()) {
        rest = rest.replaceFirst("(?<![\\p{L}-])" + m.group(1) + "(?![\\p{L}])", " ");
      }
    }
    return rest;
  }

  private static Set<Activation> named(String words) {
    Set<Activation> found = EnumSet.noneOf(Activation.class);
    NAMES.forEach((a, p) -> {
      if (p.matcher(words).find()) {
        found.add(a);
      }
    });
    if (found.contains(Activation.RELU)) {
      // a rectifier may be a leaky one
      found.add(Activation.LEAKY_RELU);
    }
    return found;
  }

  private static final Pattern BASE = Pattern.compile("(?i)\\blog[^.]{0,40}\\b(base|basis) (2|two|zwei|10|ten|zehn)\\b|\\b(with|using|in|to) the base (2|two|10|ten)\\b|\\b(binary|dual|common|decimal|decadic) log|\\bbase[- ](2|two|10|ten)[- ]log|\\b(entropy|entropies|divergence|information) in bits\\b|以 ?(2|10|二|十) ?为 ?底");
  private static final Pattern NATURAL = Pattern.compile("(?i)\\bnatural log|\\bbase[- ]e\\b");
  private static final Pattern TRIGONOMETRIC = Pattern.compile("\\\\(sin|cos|tan)(?![a-z])");

  private static final Pattern DEGREES = Pattern.compile("(?i)\\bdegrees\\b(?! of freedom)|\\bin grad\\b|\\ben grados\\b");

  /** In: the reading in which a statement holds, with sigma for that function, what came of the statements before, and whether it, or a definition that it leans on, has sigma or a logarithm. Out: that words mean something else, if they do. */
  static Optional<String> other(Attempt.Read r, Activation a, Statement s, Described described, Stream<Outcome> outcomes, boolean sigma, boolean logarithm) {
    if (sigma && contradicts(a, s, described, ofAnother(outcomes), r.used().contains("activation"))) {
      return Optional.of("it holds for " + a.text() + ", and words call \\sigma something else");
    }
    boolean base = s.part().chain().stream().anyMatch(p -> (BASE.matcher(p.own()).find() && !NATURAL.matcher(p.own()).find()) || described.ofBase(p));
    if (logarithm && base) {
      return Optional.of("it holds for the natural logarithm, and words name another base");
    }
    return inDegrees(s) ? Optional.of("it holds for angles in radians") : Optional.empty();
  }

  /** "All arithmetic is modulo 2" */
  private static final Pattern MODULAR = Pattern.compile("(?i)\\b(arithmetic|addition|computations?|calculations?|everything|numbers?|all|we) [^.;:$]{0,30}\\b(modulo|mod)\\b|\\b(modulo|mod) (\\d+|two|three|five|seven|ten|a prime)\\b|\\b(integers?|residues?) (modulo|mod)\\b|\\bmodular arithmetic\\b|\\bcharacteristic (2|two|\\$)");

  /** Why a statement that fails may hold for the angles or numbers that words speak of. */
  static Optional<String> elsewhere(Statement s) {
    if (s.part().chain().stream().anyMatch(p -> MODULAR.matcher(p.own()).find())) {
      return Optional.of("it fails for real numbers, and words name another arithmetic");
    }
    return inDegrees(s) ? Optional.of("it fails for angles in radians, and the text measures them in degrees") : Optional.empty();
  }

  /** Whether a statement of angles stands where words measure these in degrees. */
  static boolean inDegrees(Statement s) {
    return TRIGONOMETRIC.matcher(s.left().text() + s.right().text()).find() && s.part().chain().stream().anyMatch(p -> DEGREES.matcher(p.words()).find());
  }

  private static final Pattern SOFTMAX = Pattern.compile("(?i)(?<!not (the|a) )(?<!log[- ])\\bsoftmax\\b");

  /** Of the shape of the sigmoid, as tanh is. */
  private static final Pattern LIKE = Pattern.compile("(?i)\\b(sigmoidal|(an?|any|some) ([\\p{L}-]+ )?sigmoids?|sigmoid[- ](like|shaped|type))\\b");

  /** In: a statement. Out: the functions that an undefined sigma may be in it, the likeliest first: the one that the words around sigma call it in the nearest part where they call it one, else all. */
  static List<Activation> meanings(Statement s, Described described) {
    for (Part p : s.part().chain()) {
      String near = String.join(". ", described.ofSigma(p));
      Set<Activation> called = named(near);
      if (SOFTMAX.matcher(near).find()) {
        called.add(Activation.SOFTMAX);
      }
      boolean open = ANY.matcher(near).find() || ANOTHER.matcher(near).find() || DENIED.matcher(near).find() || LIKE.matcher(near).find();
      if (!called.isEmpty() || open) {
        boolean rectifier = called.contains(Activation.RELU) && called.size() == 2;
        return open || (called.size() > 1 && !rectifier) ? List.of(Activation.values()) : List.copyOf(called);
      }
    }
    return List.of(Activation.values());
  }

  /** In: a reading that leans on a definition of sigma. Out: that words around sigma call it a function of numbers where the definition is one of a vector, or the other way round. */
  static Optional<String> calledOtherwise(Attempt.Read r, Statement s, Names names) {
    boolean leans = r.used().contains("\\sigma") || names.definitions(r.used(), s.part()).anyMatch(d -> Typeset.of(d.body()).contains("\\sigma"));
    Optional<Definition> d = leans ? names.definition("\\sigma", s.part()) : Optional.empty();
    if (d.isEmpty()) {
      return Optional.empty();
    }
    String near = s.part().chain().stream().flatMap(p -> names.told().described().ofSigma(p).stream()).collect(Collectors.joining(". "));
    boolean softmax = SOFTMAX.matcher(near).find();
    boolean numbers = !named(near).isEmpty();
    boolean other = d.get().letters().isEmpty() ? softmax && !numbers : numbers && !softmax;
    return other ? Optional.of("words call \\sigma another function than an equation says") : Optional.empty();
  }

  /** Whether words say that sigma is another function. */
  private static boolean contradicts(Activation a, Statement s, Described described, List<Statement> others, boolean direct) {
    Set<Activation> here = named(without(others.stream().filter(t -> t.equals(s) || t.inSentenceBehind(s) || s.inSentenceBehind(t)).toList(), s.part(), s.words()));
    if (!here.isEmpty()) {
      return !here.contains(a);
    }
    List<String> near = s.part().chain().stream().flatMap(p -> described.ofSigma(p).stream()).toList();
    Set<Activation> called = EnumSet.noneOf(Activation.class);
    near.forEach(w -> called.addAll(named(w)));
    boolean other = near.stream().anyMatch(w -> ANY.matcher(w).find() || ANOTHER.matcher(w).find() || (a == Activation.LOGISTIC && DENIED.matcher(w).find()));
    if (!called.isEmpty() || other) {
      return !called.contains(a);
    }
    // what the part's claims alone leave to sigma, other words of the part do not take away; what a definition has of it, the parts inside do not
    Set<Activation> printed = named((s.left().text() + " " + s.right().text()).replace("\\tanh", " tanh "));
    return a == Activation.LOGISTIC && s.part().chain().stream().map(p -> besides(named(without(others, p, direct ? p.words() : p.own())), printed)).filter(n -> !n.isEmpty()).findFirst().filter(n -> !n.contains(a)).isPresent();
  }

  /** A function that a claim prints by its own name beside sigma is not what it calls sigma. */
  private static Set<Activation> besides(Set<Activation> named, Set<Activation> printed) {
    named.removeAll(printed);
    return named;
  }
}
