package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of which words say more than was understood: "the rotation $Q$", "$m$ is the mean of the $x_i$", "$P$ permutes the entries". A claim that fails at a
 * value of such a name is not refuted: the words may restrict it (READING 2, 6).
 */
final class Described {
  static final Described NOTHING = new Described();

  /** A name is said to be something. */
  private static final List<String> COPULAS = List.of("is", "are", "be", "being", "was", "denotes", "denote", "represents", "means", "ist", "sind", "sei", "seien", "es", "son", "sea", "sean");

  /** A name is said to have something. */
  private static final List<String> POSSESSES = List.of("has", "have", "having", "with", "lies", "lie", "belongs", "belong", "satisfies", "satisfy", "solves", "solve", "in", "on", "hat", "haben");

  /** The name follows the words for what it is called. */
  private static final List<String> CALLED = List.of("is", "are", "be", "called", "denoted", "by", "as", "call", "denote");

  /** Words before a name whose verb follows: "let P permute", "since A and B commute". */
  private static final List<String> INTRODUCING = List.of("let", "suppose", "assume", "if", "where", "since", "because", "and", "that", "when", "matrix", "vector", "number");

  /** Words that end what is said of a name, or say nothing of it. */
  private static final List<String> JOINTS =
      List.of("the", "a", "an", "of", "to", "for", "and", "or", "by", "with", "respect", "let", "where", "that", "at", "in", "on", "from", "over", "into", "all", "any", "every", "each", "some",
          "this", "these", "those", "its", "their", "our", "we", "us", "since", "so", "then", "if", "when", "take", "consider", "define", "write", "using", "wrt", "both", "both", "here", "now", "likewise", "similarly", "analogously",
          "suppose", "assume", "given", "have", "has", "is", "are", "be", "as", "it", "also", "not", "only", "just", "such", "which", "case", "because", "function", "terms", "no", "there", "between",
          "call", "called", "denote", "denoted", "denotes", "hence", "thus", "while", "but", "however", "can", "will", "would", "could", "may", "must", "does", "do");

  /** Words behind a name that say what is done with it, not what it is. */
  private static final List<String> VERBS =
      List.of("gives", "give", "yields", "yield", "becomes", "become", "depends", "depend", "appears", "appear", "cancels", "cancel", "follows", "follow", "holds", "hold", "contributes", "enters",
          "times", "th", "s", "'s", "st", "nd", "rd", "fixed", "through", "via", "class", "classes", "features", "examples", "samples", "observations", "outputs", "inputs", "steps", "layers",
          "neurons", "units", "elements", "entries", "components", "dimensions", "terms", "data", "separately", "independently", "first", "again", "twice", "directly", "increases", "decreases", "grows",
          "changes", "corresponds", "contains", "vanishes", "drops", "remains", "stays", "needs", "acts", "affects");

  /** Nouns and adjectives that restrict no value. */
  private static final List<String> PLAIN =
      List.of("vector", "vectors", "matrix", "matrices", "number", "numbers", "scalar", "scalars", "real", "reals", "value", "values", "variable", "variables", "parameter", "parameters", "weight",
          "weights", "bias", "biases", "input", "inputs", "output", "outputs", "feature", "features", "data", "example", "examples", "sample", "samples", "point", "points", "observation",
          "observations", "logit", "logits", "score", "scores", "loss", "losses", "cost", "objective", "functions", "hidden", "layer", "layers", "neuron", "neurons", "units", "size", "sizes",
          "dimension", "dimensions", "dimensional", "length", "index", "indices", "row", "column", "learning", "rate", "step", "regularization", "regularisation", "regularizer", "constant",
          "constants", "coefficient", "coefficients", "arbitrary", "fixed", "known", "free", "generic", "new", "two", "three", "square", "real-valued", "differentiable", "smooth", "scalar-valued",
          "model", "training", "test", "word", "words", "center", "outside", "context", "embedding", "embeddings", "label", "labels", "target", "targets", "class", "classes", "true", "correct",
          "array", "arrays", "tensor", "element", "elements", "entry", "entries", "component", "components", "letter", "letters", "quantity", "quantities", "argument", "arguments", "batch", "minibatch",
          "same", "different", "corresponding", "single", "one", "general", "own", "another", "other", "following", "more", "n", "m", "d", "k", "p", "x", "y", "i", "j", "small", "first", "second", "rows", "columns", "whole", "all",
          "predicted", "prediction", "predictions", "estimated", "network", "softmax", "sigmoid", "activation", "activations", "hypothesis", "vocabulary", "ground", "truth", "cross", "entropy", "cross-entropy", "likelihood", "log-likelihood", "log", "responsibilities",
          "hyperparameter", "hyperparameters", "query", "queries", "key", "keys", "token", "tokens", "position", "positions", "channel", "channels", "filter", "filters", "image", "images",
          "state", "states", "cell", "head", "heads", "time", "iterate", "iterates", "iteration", "epoch", "velocity", "offset", "intercept", "slope", "regressor", "regressors", "predictor", "predictors",
          "covariate", "covariates", "response", "responses", "outcome", "design", "pre-activation", "pre-activations", "preactivation", "preactivations", "upstream", "incoming", "downstream", "signal", "document", "documents", "item", "items",
          "user", "users", "attribute", "attributes", "coordinate", "coordinates", "vertex", "nodes", "node", "recurrent", "initial", "current", "previous", "next", "source", "decoder", "encoder", "latent",
          "vektor", "vektoren", "matrizen", "zahl", "zahlen", "reelle", "número", "números", "reales", "matriz", "vectores", "wrt", "independent", "derivative", "derivatives", "gradient", "partial",
          "chain", "rule", "product", "sum", "quotient", "side", "sides", "left", "right", "get", "obtain", "equation", "formula", "expression", "identity", "term", "note", "recall", "thing", "stack",
          "raw", "weighted", "unnormalized", "unnormalised", "represents", "represent", "representing", "containing", "arrives", "arriving", "fed", "desired", "flattened");

  /** Nouns for what is computed from other quantities: whoever is called so is no free letter, though nothing says how it is computed (READING 22). */
  private static final List<String> COMPUTED =
      List.of("sum", "total", "length", "mean", "average", "normaliser", "normalizer", "normalisation", "normalization", "partition", "maximum", "minimum", "median",
          "residual", "residuals", "determinant", "trace", "inverse", "remainder", "rest", "summe", "suma", "mittelwert", "media", "longitud", "länge");

  /** Signs between letters that say how they lie to each other. */
  private static final List<String> SIGNS = List.of("perp", "bot", "parallel", "asymp", "sim");

  /** Words before a letter that runs through all its elements. */
  private static final List<String> RUNNING = List.of("each", "every", "all", "any", "over", "respect", "index", "indices");

  /** Words before a letter that pick one element. */
  private static final List<String> SINGLE = List.of("true", "correct", "right", "target", "hot", "actual", "observed", "gold", "ground", "given", "fixed", "chosen", "selected", "certain", "particular", "specific", "single", "some", "one", "this", "that", "first", "last", "winning", "predicted", "desired", "sampled", "drawn", "current", "only", "own", "label", "answer");

  /** "4.3 The update of $w$": the number of a section. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)*");

  private static final Pattern COUNT = Pattern.compile("\\b(numbers? of|counts?|how (often|many)|times|frequenc\\p{L}+|occurrences)\\b");

  private final Map<String, String> phrases = new TreeMap<>();

  /** letters that words name alone: one element, not all of them */
  private final Set<String> alone = new TreeSet<>();

  private final SingledOut singledOut = new SingledOut();
  private final Stretches stretches = new Stretches();

  /** parts whose words give sigma a meaning of their own: "take the square for $\\sigma$", "let $\\sigma$ be the identity" */
  private final Set<Integer> sigma = new TreeSet<>();

  /** parts whose words name the base of logarithms by a number: "to base $2$" */
  private final Set<Integer> base = new TreeSet<>();

  /** parts whose words name another norm than the Euclidean one by a formula: "with the $\\ell_1$ norm" */
  private final Set<Integer> norms = new TreeSet<>();

  /** the words around sigma, by the number of the part */
  private final Map<Integer, List<String>> aboutSigma = new TreeMap<>();

  private static final Pattern FOR = Pattern.compile("(?s).*\\b(take|takes|taking|use|uses|using|choose|choosing|put|putting|insert|inserting|pick|picking) [^$,;.]*\\b(for|as) ?\\$?");
  private static final Pattern MEANS = Pattern.compile("(?s)\\s*(to be|be|is|being|means?|denotes?|stands for|as|equal to|equals|(is |be |being )?(replaced|substituted) (by|with)|the|an?) .*");
  private static final Pattern USUAL = Pattern.compile("(?i)\\b(logistic|sigmoid|sigmoidal|relus?|rectif\\p{L}*|softplus|softmax|tanh|hyperbolic|activations?|non-?linearity|applied|standard deviation)\\b");

  private static final Pattern BASE = Pattern.compile("(?i)\\b(base|basis)( of)?( \\$)?$");

  /** "Let log mean log_2" */
  private static final Pattern OTHER_LOG = Pattern.compile("^\\s*\\\\(log_\\{?(2|10)\\}?|lg|operatorname\\{(lg|ld|lb)\\})\\s*$");
  private static final Pattern MEANING = Pattern.compile("(?i)\\b(means?|denotes?|stands? for|is|be|write|for|instead of)( \\$)?$");

  private static final Pattern NORM = Pattern.compile("\\s*((\\\\ell|[lLp])\\s*[_^]?)?\\s*\\{?\\s*(1|0|p|q|3|4|\\\\infty)\\s*\\}?\\s*");
  private static final Pattern BEFORE_NORM = Pattern.compile("(?i)\\b(be|with|using|use|in|under|take|denotes?|means?|for|choose)( the| an?)?( \\$)?$");

  private Described() {}

  /** In: the formulas without a relation, with the words around them. */
  static Described of(List<Reader.PrintedFragment> fragments, Mentions mentions) {
    Described found = new Described();
    for (int k = 0; k < fragments.size(); k++) {
      Reader.PrintedFragment f = fragments.get(k);
      Optional<Reader.PrintedFragment> following = k + 1 < fragments.size() ? Optional.of(fragments.get(k + 1)) : Optional.empty();
      Set<String> names = new TreeSet<>();
      named(f.notation(), mentions, names);
      found.singledOut.take(f.fragment(), names);
      found.stretches.take(f.fragment());
      Optional<String> said = Optional.empty();
      if (signed(f.notation())) {
        Definitions.collect(f.notation(), mentions, names);
        said = Optional.of(f.fragment().text().text().strip());
      } else if (!names.isEmpty()) {
        said = SingledOut.madeOf(f.fragment()).or(() -> unknown(f)).or(() -> number(f, following));
      }
      said.ifPresent(words -> names.forEach(n -> found.phrases.putIfAbsent(n, words)));
      if (names.contains("\\sigma") && ofSigma(f.fragment())) {
        found.sigma.add(f.fragment().part().number());
      }
      String opens = f.fragment().opens().strip();
      boolean number = f.notation() instanceof Notation.Numeral n && List.of("2", "10").contains(n.digits()) && BASE.matcher(opens).find();
      if (number || (OTHER_LOG.matcher(f.fragment().text().text()).find() && MEANING.matcher(opens).find())) {
        found.base.add(f.fragment().part().number());
      }
      if (NORM.matcher(f.fragment().text().text()).matches() && BEFORE_NORM.matcher(opens).find() && f.fragment().closes().strip().matches("(?s)-? ?norm\\b.*")) {
        found.norms.add(f.fragment().part().number());
      }
      if (names.contains("\\sigma")) {
        found.aboutSigma.computeIfAbsent(f.fragment().part().number(), _ -> new ArrayList<>()).add(lastPiece(f.fragment().opens()) + " " + firstPiece(f.fragment().closes().strip().replaceFirst("^[:=]", "")));
      }
      List<String> before = Words.of(lastPiece(f.fragment().opens()));
      boolean one = before.subList(Math.max(0, before.size() - 3), before.size()).stream().noneMatch(RUNNING::contains);
      if (one && !(COUNT.matcher(lastPiece(f.fragment().opens())).find() && before.stream().noneMatch(SINGLE::contains) && runs(f, names, fragments.subList(Math.max(0, k - 4), k), mentions))) {
        found.alone.addAll(names);
      }
    }
    return found;
  }

  private static final Pattern VALUED = Pattern.compile("(?s)\\s*(is|are|be|being|was|were|equals?)( all| each| both| always| equal| equal to| set to| fixed (to|at)| simply| just| identically| constantly)*\\s*\\$.*");

  /** "the $c_i$ are all $1$": a value that words give. */
  private static Optional<String> number(Reader.PrintedFragment f, Optional<Reader.PrintedFragment> following) {
    boolean valued = VALUED.matcher(f.fragment().closes()).matches() && following.filter(g -> g.notation() instanceof Notation.Numeral && g.fragment().part().equals(f.fragment().part()) && g.fragment().opens().startsWith(f.fragment().opens())).isPresent();
    return valued ? Optional.of(firstPiece(f.fragment().closes().strip()).strip() + " " + following.orElseThrow().fragment().text().text().strip()) : Optional.empty();
  }

  /** "$n_k$ is the number of samples in class $k$": what is said of n_k is said for every k. */
  private static boolean runs(Reader.PrintedFragment f, Set<String> letters, List<Reader.PrintedFragment> above, Mentions mentions) {
    return above.stream()
        .filter(g -> g.fragment().part().equals(f.fragment().part()) && f.fragment().opens().startsWith(g.fragment().opens()))
        .flatMap(g -> mentions.of(g.notation()).filter(Mention::plain).stream())
        .anyMatch(m -> m.indices().stream().anyMatch(i -> mentions.of(i).filter(x -> letters.contains(x.key())).isPresent()));
  }

  /** The words that were not understood of a name; "the mean" is a letter of its own for a claim that differentiates by it. */
  Optional<String> of(String name, Set<String> used) {
    return Optional.ofNullable(phrases.get(name)).filter(w -> !(w.matches("(the )?(mean|average|mittelwert|media)( .*)?") && used.contains("derivative by " + name)));
  }

  private static boolean ofSigma(Fragment f) {
    boolean put = FOR.matcher(f.opens()).matches() && !USUAL.matcher(f.opens()).find();
    return put || (MEANS.matcher(f.closes()).matches() && !USUAL.matcher(firstPiece(f.closes())).find());
  }

  /** Whether the words of a part, or of one around it, say that sigma is what is none of its usual meanings. */
  boolean ownSigma(Part part) {
    return part.chain().stream().anyMatch(p -> sigma.contains(p.number()));
  }

  /** Whether the words of a part name the base of its logarithms by a number. */
  boolean ofBase(Part part) {
    return base.contains(part.number());
  }

  /** Whether the words of a part, or of one around it, name another norm than the Euclidean one. */
  boolean ofNorm(Part part) {
    return part.chain().stream().anyMatch(p -> norms.contains(p.number()));
  }

  /** What the words right before and behind sigma are where it stands alone. */
  List<String> ofSigma(Part part) {
    return aboutSigma.getOrDefault(part.number(), List.of());
  }

  /** Whether words name a letter alone, "the class $k$", not as one that runs: "for every $k$". */
  boolean alone(String letter) {
    return alone.contains(letter);
  }

  /** The letters that stand for one element, or for some. */
  SingledOut singledOut() {
    return singledOut;
  }

  /** The intervals that words name. */
  Stretches stretches() {
    return stretches;
  }

  /** Whether words name what is computed from other quantities. */
  static boolean computed(String words) {
    return Words.of(words).stream().anyMatch(COMPUTED::contains);
  }

  /** The names that a formula shows: a name, a list of names, names in a set. */
  private static void named(Notation n, Mentions mentions, Set<String> names) {
    switch (n) {
      case Notation.Infix i when i.op().equals("in") -> named(i.left(), mentions, names);
      case Notation.Listed l -> l.items().forEach(x -> named(x, mentions, names));
      default -> mentions.of(n).filter(m -> m.exponent().isEmpty() && m.primes() == 0).ifPresent(m -> names.add(m.key()));
    }
  }

  private static boolean signed(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> SIGNS.contains(s.name());
      case Notation.Infix i -> SIGNS.contains(i.op());
      case Notation.Juxtaposed j -> j.factors().stream().anyMatch(f -> signed(f.item()));
      default -> false;
    };
  }

  private static Optional<String> unknown(Reader.PrintedFragment f) {
    if (f.notation() instanceof Notation.Infix i && i.op().equals("in") && !plainSet(f.fragment().text().text())) {
      return Optional.of(f.fragment().text().text().strip());
    }
    List<String> before = Words.of(lastPiece(f.fragment().opens()));
    // "s: sum of all w"
    List<String> after = Words.of(firstPiece(f.fragment().closes().strip().replaceFirst("^[:=]", "")));
    return behind(before, after).or(() -> inFront(before));
  }

  /** A set that an array or number may be in without being restricted, or whose members {@link Facts} knows. */
  private static boolean plainSet(String text) {
    String set = text.substring(text.indexOf("\\in") + 3).replace(" ", "");
    boolean real = List.of("\\mathbb{R}", "\\mathbbR", "\\R", "\\Re", "R^", "\\mathbf{R}", "\\bbR", "ℝ").stream().anyMatch(set::startsWith) || set.equals("R");
    boolean domain = List.of("\\mathcal{X}", "\\mathcalX", "\\mathcal{D}", "\\mathcalD").stream().anyMatch(set::startsWith);
    return real || domain || !NumberSets.kinds(set).isEmpty();
  }

  /** "is a rotation", "has zero mean", "permutes the entries". */
  private static Optional<String> behind(List<String> before, List<String> after) {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    String first = after.getFirst();
    if (COPULAS.contains(first) || POSSESSES.contains(first)) {
      List<String> said = after.subList(1, after.size());
      boolean computed = COPULAS.contains(first) && said.stream().limit(3).anyMatch(COMPUTED::contains);
      return plain(said) && !computed ? Optional.empty() : Optional.of(String.join(" ", after));
    }
    boolean article = first.equals("the") && after.size() > 1 && COMPUTED.contains(after.get(1));
    boolean noun = COMPUTED.contains(first) && (!List.of("sum", "total").contains(first) || (after.size() > 1 && after.get(1).equals("of")));
    if (article || noun) {
      return Optional.of(String.join(" ", after));
    }
    boolean subject = before.isEmpty() || INTRODUCING.contains(before.getLast());
    boolean verb = !JOINTS.contains(first) && !VERBS.contains(first) && !PLAIN.contains(first) && Phrases.find(after, 0).isEmpty();
    return subject && verb ? Optional.of(String.join(" ", after)) : Optional.empty();
  }

  /** "the covariance matrix", "call the mean". */
  private static Optional<String> inFront(List<String> before) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    if (CALLED.contains(before.getLast())) {
      return plain(before) ? Optional.empty() : Optional.of(String.join(" ", before));
    }
    int from = before.size();
    while (from > 0 && !JOINTS.contains(before.get(from - 1))) {
      from--;
    }
    List<String> phrase = before.subList(from, before.size());
    return plain(phrase) && !(phrase.size() <= 2 && !phrase.isEmpty() && COMPUTED.contains(phrase.getLast()) && !phrase.getLast().equals("length")) ? Optional.empty() : Optional.of(String.join(" ", phrase));
  }

  /** Whether words restrict nothing, or say what {@link WordFact} holds. */
  private static boolean plain(List<String> words) {
    List<String> rest = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int at = i;
      Optional<Phrases.Saying> saying = Phrases.sayings().stream().filter(s -> s.kind() != WordFact.Kind.RESTRICTED && Facts.startsWith(words, at, s.phrase())).findFirst();
      if (saying.isPresent()) {
        i += saying.get().phrase().split(" ").length;
      } else {
        rest.add(words.get(i++));
      }
    }
    return rest.stream().allMatch(w -> JOINTS.contains(w) || PLAIN.contains(w) || NUMBER.matcher(w).matches() || PlainTalk.spaceless(w) || Phrases.find(List.of(w), 0).isPresent());
  }

  private static String lastPiece(String words) {
    int cut = -1;
    for (int i = 0; i < words.length(); i++) {
      cut = ends(words.charAt(i)) ? i : cut;
    }
    return words.substring(cut + 1);
  }

  private static String firstPiece(String words) {
    int end = 0;
    while (end < words.length() && !ends(words.charAt(end))) {
      end++;
    }
    return words.substring(0, end);
  }

  private static boolean ends(char c) {
    return "$,:;()?!".indexOf(c) >= 0;
  }
}
