package dev.gradus.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that say what a relation is: data, one line each, lower case. English first; the German, Spanish, Chinese and Japanese ones that are
 * common in answers. The longest phrase wins.
 */
final class Phrases {
  /** What a phrase does to the relations near it. */
  enum Sense {
    /** opens a condition that reaches to a comma, "then" or a colon */
    IF,
    /** opens a condition only if a formula follows at once */
    FOR,
    /** like FOR, with "all", "every": the domain is explicit */
    QUANTIFIER,
    /** a condition for the rest of the part */
    ASSUME,
    /** a condition that names a case of its part */
    CASE,
    SUCH_THAT,
    ONLY_IF,
    IFF,
    /** excludes what follows: the condition is the opposite */
    UNLESS,
    WITHOUT,
    THEN,
    WHERE,
    LET,
    WITH,
    /** draws from what stands before */
    SO,
    EQUIVALENT,
    SINCE,
    /** what follows is to be shown */
    SHOW,
    /** what follows is to be solved */
    SOLVE,
    /** sets one thing equal to another */
    EQUATE,
    /** sets something to zero */
    SET_TO_ZERO,
    /** stationary, optimum: an equation near it is one to be solved */
    STATIONARY,
    /** a boundary: an equation for it is to be solved */
    BOUNDARY,
    /** ends conditions */
    GENERAL,
    /** a condition behind it names a point */
    EXTREME,
    /** a verb that states: what follows is a claim */
    STATES,
    /** what comes is conditions until the part ends, in words */
    THROUGHOUT,
    AND,
    OTHERWISE,
    /** looks like a cue and is none */
    NEUTRAL,
    /** may stand between a cue and its formula */
    LIGHT,
    /** restricts in a way that is not understood (READING 6) */
    VAGUE;

    /** Whether what follows is drawn from what stands before. */
    boolean draws() {
      return this == SO || this == EQUIVALENT;
    }
  }

  /** A phrase found: its sense, and how many words it takes. */
  record Found(Sense sense, int words) {}

  private static final int LONGEST = 5;
  private static final Map<String, Sense> BY_PHRASE = table();

  private Phrases() {}

  /** The longest phrase that starts at word {@code at}. */
  static Optional<Found> find(List<String> words, int at) {
    for (int n = Math.min(LONGEST, words.size() - at); n > 0; n--) {
      Sense sense = BY_PHRASE.get(String.join(" ", words.subList(at, at + n)));
      if (sense != null) {
        return Optional.of(new Found(sense, n));
      }
    }
    return Optional.empty();
  }

  /** Length of the longest known phrase without spaces that starts at {@code at} in running text of a script without spaces; 0 when none does. */
  static int run(String text, int at) {
    for (int n = Math.min(6, text.length() - at); n > 0; n--) {
      if (BY_PHRASE.containsKey(text.substring(at, at + n))) {
        return n;
      }
    }
    return 0;
  }

  /** Words that end with a full stop without ending the sentence. */
  static boolean abbreviation(String word) {
    return ABBREVIATIONS.contains(word);
  }

  private static final List<String> ABBREVIATIONS =
      List.of(
          "eq", "eqs", "eqn", "fig", "cf", "resp", "e.g", "i.e", "w.r.t", "wrt", "s.t", "i.i.d", "vs", "etc", "approx", "no", "sec", "def", "thm", "prop",
          "z.b", "d.h", "bzw", "p.ej", "bspw", "const", "dim", "max", "min", "viz", "al", "a.s", "w.l.o.g", "i.d.r");

  private static Map<String, Sense> table() {
    Map<String, Sense> t = new LinkedHashMap<>();
    put(t, Sense.IF, "if", "when", "whenever", "in case", "in the event that", "as long as", "once", "falls", "wenn", "sofern", "sobald", "si", "cuando",
        "如果", "若", "当", "もし", "とき", "ならば", "even if", "even when");
    put(t, Sense.FOR, "for", "at", "as", "under", "für", "bei", "para", "en", "对于", "in the limit");
    put(t, Sense.QUANTIFIER, "for all", "for every", "for any", "for each", "for arbitrary", "for real", "for all real", "for every real", "for any real",
        "whatever", "für alle", "für jedes", "für jede", "für reelle", "para todo", "para toda", "para todos", "para cada", "para cualquier", "对所有",
        "对任意", "对于任意", "对于所有", "任意の", "すべての", "at every", "at each", "at any", "at all");
    put(t, Sense.ASSUME, "assume", "assume that", "assuming", "assuming that", "suppose", "suppose that", "supposing", "we assume", "we assume that",
        "given that", "given", "hypothesis", "under the assumption", "under the assumption that", "angenommen", "annahme", "vorausgesetzt", "gegeben", "gegeben sei",
        "supongamos", "supongamos que", "suponiendo", "suponemos", "dado", "dada", "假设", "假定", "给定", "设", "仮定", "restrict to", "fix", "we fix", "subject to", "constraint", "constraints", "约束条件", "nebenbedingung", "restricción", "sujeto a");
    put(t, Sense.CASE, "case", "the case", "in the case", "in the case of", "in case of", "for the case", "for case", "in the special case", "special case",
        "fall", "im fall", "caso", "en el caso", "case where", "in the case where", "the case where", "the case when", "in the case that", "the case that");
    put(t, Sense.SUCH_THAT, "such that", "s.t", "so daß", "sodass", "so dass", "tal que", "tales que", "使得", "satisfying", "provided",
        "provided that", "on condition that", "满足");
    put(t, Sense.ONLY_IF, "only if", "only when", "only for", "only at", "only true if", "only true for", "true only if", "only holds if", "only holds for", "only valid if", "only valid for", "nur wenn", "nur für", "sólo si", "solo si", "仅当");
    put(t, Sense.IFF, "if and only if", "iff", "exactly when", "exactly if", "exactly for", "precisely when", "genau dann wenn", "si y sólo si", "当且仅当");
    put(t, Sense.UNLESS, "unless", "except", "except at", "except for", "except when", "except if", "außer", "außer wenn", "es sei denn", "excepto", "excepto si", "salvo", "salvo si", "a menos que", "sauf", "sauf si", "sauf pour", "à moins que", "tranne", "tranne se", "除了", "除非");
    put(t, Sense.WITHOUT, "without", "ohne", "sin", "ignoring", "neglecting", "dropping");
    put(t, Sense.THEN, "then", "dann", "entonces", "那么", "则", "このとき");
    put(t, Sense.WHERE, "where", "wobei", "donde", "其中", "这里", "ここで", "式中", "in which", "with the notation", "here");
    put(t, Sense.LET, "let", "let's write", "let us write", "define", "we define", "defining", "write", "we write", "writing", "put", "putting", "denote", "denoting",
        "we denote", "set", "we set", "setting", "take", "taking", "choose", "choosing", "abbreviate", "introduce", "call", "we call", "substitute", "substituting",
        "notation", "recall", "sei", "seien", "setze", "setzen", "setzen wir", "definiere", "schreibe", "mit der abkürzung", "sea", "sean", "definimos", "denotamos",
        "令", "记", "定义", "とする", "とおく", "let us", "consider", "by initializing", "plug in", "plugging in", "we choose", "we take", "pick", "wlog");
    put(t, Sense.WITH, "with", "mit", "con", "using", "we used", "have used", "i used", "via");
    statements(t);
    fillers(t);
    return Collections.unmodifiableMap(t);
  }

  /** What a relation is drawn from, or is to become. */
  private static void statements(Map<String, Sense> t) {
    put(t, Sense.SO, "so", "hence", "thus", "therefore", "it follows that", "it follows", "follows that", "consequently", "that is", "i.e", "which gives", "which yields",
        "which means", "which implies", "this gives", "this yields", "this implies", "this means", "yields", "yielding", "implies", "imply", "gives", "giving", "we get",
        "we obtain", "we find", "leads to", "so that", "and so", "thereby", "accordingly", "resulting in", "results in", "we conclude", "conclude", "in other words",
        "also ist", "which is", "that means", "from which", "daher", "folglich", "somit", "damit", "daraus folgt", "es folgt", "ergibt", "wir erhalten", "d.h", "das heißt", "por lo tanto",
        "por tanto", "luego", "así", "se obtiene", "obtenemos", "de donde", "es decir", "implica", "所以", "因此", "故", "得到", "得", "可得", "可以得到", "于是", "从而",
        "よって", "したがって", "ゆえに", "従って", "すなわち", "即", "ergo", "rearranging", "summing over", "summing both sides", "summing this over", "summing these over", "summing up over", "summing these up", "summing them up", "adding up", "adding these up", "adding them up", "adding these equations", "adding the equations", "adding all of these", "multiplying through", "multiplying both sides", "dividing both sides", "solving gives",
        "meaning", "⇒", "→", "=>", "->", "⟹", "∴");
    put(t, Sense.EQUIVALENT, "or equivalently", "equivalently", "and equivalently", "which is equivalent to", "this is equivalent to", "is equivalent to", "is equivalent to saying that", "is not equivalent to", "are equivalent to", "äquivalent dazu",
        "das ist äquivalent zu", "ist äquivalent zu", "equivalentemente", "es equivalente a", "等价于");
    put(t, Sense.SINCE, "since", "because", "as we know that", "da", "weil", "denn", "ya que", "como", "puesto que", "porque", "因为", "由于", "由", "なので", "∵");
    put(t, Sense.SHOW, "show", "show that", "prove", "prove that", "verify", "verify that", "to show", "to prove", "want to show", "let's prove", "let's prove that",
        "let's show that", "let us prove that", "let us show that", "we will show that", "we show that", "we want to show that", "claim to show", "demonstrate that", "check that", "zeige",
        "zeigen sie", "zeige dass", "zu zeigen", "beweise", "demostrar", "demostrar que", "demuestra que", "probar que", "证明", "示せ", "to be shown", "to verify");
    put(t, Sense.SOLVE, "solve", "we solve", "solving", "find", "for which", "to solve", "löse", "resolver", "resolvemos", "solve for", "solve the equation", "求", "解",
        "want", "we want", "we need", "require", "we require", "should have");
    put(t, Sense.BOUNDARY, "boundary", "decision boundary", "boundaries", "entscheidungsgrenze", "frontera de decisión", "threshold");
    put(t, Sense.SET_TO_ZERO, "set to zero", "set to 0", "setting to zero", "setting to 0", "set it to zero", "set it to 0", "setting it to zero", "setting it to 0",
        "setting this to zero", "setting this to 0", "set this to zero", "set this to 0", "set equal to zero", "set equal to 0",
        "setting the derivative to zero", "setting the gradient to zero", "set the derivative to zero", "set the gradient to zero", "set the derivative to 0",
        "set the gradient to 0", "setting the derivative to 0", "setting the gradient to 0", "setting derivative to zero", "setting gradient to zero",
        "equate to zero", "equate to 0", "equating to zero", "equating to 0", "null setzen", "gleich null", "gleich null setzen", "nullsetzen", "auf null setzen",
        "igualamos a cero", "igualando a cero", "igualar a cero", "igual a cero", "令其为零", "令导数为零", "とおくと",
        "set both to zero", "setting both to zero", "set them to zero", "setting them to zero", "nullsetzen der ableitung", "null zu setzen", "igualada a cero");
    put(t, Sense.EQUATE, "equate", "equating", "equated", "igualamos", "igualando", "gleichsetzen", "gleichgesetzt", "令两者相等", "to be equal", "to be the same", "to be identical", "be equal", "to agree", "to coincide");
    put(t, Sense.STATIONARY, "stationary", "stationary point", "stationarity", "first-order condition", "first order condition", "critical point", "optimality",
        "at the optimum", "at the minimum", "at the maximum", "normal equation", "normal equations", "normalengleichung", "驻点", "extremum condition");
    put(t, Sense.GENERAL, "in general", "overall", "altogether", "the full jacobian", "the full gradient", "the full derivative", "the full matrix", "the complete jacobian", "the complete gradient",
        "the complete derivative", "the general formula", "the general result", "in both cases", "in every case", "in each case", "every case", "all cases", "general case", "in the general case", "for every such case", "in either case", "in all cases", "in any case", "always", "generally", "both together", "regardless", "allgemein",
        "im allgemeinen", "immer", "stets", "in beiden fällen", "en general", "siempre", "en ambos casos", "一般", "总是", "combined", "combining both", "together");
    put(t, Sense.EXTREME, "equality", "minimum", "maximum", "minimal", "maximal", "largest", "smallest", "greatest", "attained", "achieved", "reached", "tight",
        "vanishes", "vanish", "zero", "extremum", "peak", "peaks", "steepest", "gleichheit", "null", "igualdad", "mínimo", "máximo", "cero", "等号", "undefined",
        "differentiable", "non-differentiable", "exist", "exists", "kink", "fails", "sharp", "best", "worst", "minimized", "maximized", "minimised", "maximised");
    put(t, Sense.STATES, "is", "are", "was", "equals", "becomes", "has", "have", "we have", "holds", "we know", "we know that", "note that", "note", "be",
        "ist", "sind", "gilt", "wird", "es", "tenemos", "tiene", "se cumple", "是", "为", "有", "becoming", "reads", "read", "get", "obtain", "obtained", "see", "says",
        "expresses", "denotes", "means", "satisfies", "satisfy", "wrote", "claim", "expect", "recall that");
    put(t, Sense.THROUGHOUT, "from here on", "from now on", "throughout", "in what follows", "in the following", "henceforth", "ab jetzt", "im folgenden", "de aquí en adelante");
  }

  /** Words that join, fill or look like cues. */
  private static void fillers(Map<String, Sense> t) {
    put(t, Sense.AND, "and", "or", "und", "oder", "y", "o", "和", "或", "及", "且", "并且", "as well as", "und auch", "plus");
    put(t, Sense.OTHERWISE, "otherwise", "else", "sonst", "andernfalls", "en otro caso", "其他情况下", "否则", "elsewhere");
    put(t, Sense.NEUTRAL, "a number of", "numbers of", "with respect to", "w.r.t", "wrt", "for example", "for instance", "for clarity", "for reference", "for simplicity", "for convenience",
        "for brevity", "for completeness", "for comparison", "for short", "for now", "as follows", "as above", "as before", "at least", "at most", "at first", "at last", "at once",
        "at the same time", "at all costs", "so far", "so on", "so called", "so-called", "also note", "as expected", "as usual", "as required", "as desired", "as well",
        "as claimed", "as a function of", "as a check", "given by", "is given by", "are given by", "given in", "given above", "given as", "on the other hand", "on both sides",
        "for this", "for that", "for the derivative", "for the gradient", "for the second derivative", "for second derivative", "for the first derivative",
        "for the hessian", "for the input layer", "for the output layer", "for the hidden layer", "for the weights", "for the bias", "for the loss", "for the last step",
        "as shown", "as in", "as function of", "en particular", "por ejemplo", "zum beispiel", "z.b", "en total", "as a whole", "on average", "for which reason", "so does", "so is", "at initialization", "at hand", "at a time",
        "consider the derivative", "consider the case", "in the case above", "put differently", "put together", "putting everything together", "putting it together",
        "putting it all together", "putting this together", "write out", "writing out", "writing the above", "negative log", "negative log-likelihood", "negative sampling", "negative logarithm", "negative logarithms", "negative sign", "negative samples", "negative infinity", "setting of", "the setting", "this setting", "our setting",
        "without this assumption", "without that assumption", "without these assumptions", "without this condition", "without that condition", "without this constraint",
        "without this restriction", "without bias", "without the bias", "without biases", "without loss of generality", "without using", "without considering", "in this case", "in that case", "in each case",
        "in such a case", "in our case", "solve the derivative", "to solve the derivative", "对数", "在这种情况下", "in this setting", "a fixed", "for the two cases", "not constant",
        "independent of", "the same for", "same for", "in the sense", "for a total", "using the chain rule", "call it", "set of", "a set", "the set", "data set", "training set",
        "let's", "let us see", "take a look", "let me", "when using", "when computing", "when differentiating", "if needed", "if we", "if you", "if it", "if any", "for all of",
        "so we", "also have", "more general", "find that", "we find that", "for reasons", "where possible", "where needed", "case of", "for one", "lower case", "for us",
        "we see", "constant factor", "additive constant", "small check", "sanity check", "quick check", "for both", "the given", "a given", "any given", "for a given",
        "singular value", "singular values", "singular vector", "singular vectors", "singular value decomposition", "given input", "given data", "given point", "for the same reason", "for the same reasons", "for similar reasons", "for a similar reason", "for this reason", "for that reason",
        "for these reasons", "by the same argument", "for our purposes", "for notational convenience", "for ease of notation", "for ease of reading", "for readability",
        "理解", "解释", "解决", "解析", "讲解", "了解", "分解", "解码", "见解", "误解", "缓解", "要求", "需求", "追求", "当前", "相当", "相当于", "应当", "适当", "当然", "若干", "设计", "设备", "建设", "标记", "笔记", "记录", "记住", "忘记", "命令", "指令",
        "值得", "觉得", "显得", "即使", "立即", "故事", "自由", "理由", "假设检验",
        "aus demselben grund", "aus dem gleichen grund", "por la misma razón", "por el mismo motivo", "同理", "假设函数", "假设空间", "our hypothesis is", "the hypothesis is", "hypothesis function", "hypothesis class", "hypothesis space");
    put(t, Sense.LIGHT, "real", "reals", "positive", "negative", "nonnegative", "non-negative", "nonzero", "non-zero", "integer", "integers", "fixed", "constant", "constants",
        "given", "some", "any", "all", "every", "each", "the", "a", "an", "two", "three", "both", "number", "numbers", "vector", "vectors", "matrix", "matrices", "scalar",
        "scalars", "class", "classes", "index", "indices", "unit", "probability", "value", "values", "point", "points", "size", "sizes", "dimension", "distinct", "different",
        "symmetric", "invertible", "square", "input", "inputs", "label", "labels", "logits", "only", "now", "that", "also", "again", "e.g", "say", "entries", "arguments",
        "argument", "reelle", "reelles", "positive", "positives", "alle", "feste", "real", "reales", "positivos", "true", "correct", "target", "one-hot", "parameter", "variable",
        "large", "small", "sufficiently", "enough", "case", "still", "first", "second", "case", "like", "just", "simply", "instead", "simultaneously", "moreover", "時", "时", "のとき",
        "的", "は", "が", "を", "に", "で", "と", "の", "，", "general", "strictly", "here", "follows", "following", "as", "us");
    put(t, Sense.VAGUE, "for larger", "for bigger", "for higher", "for smaller", "for greater", "for other", "up to a", "up to an", "up to the", "up to some", "up to additive", "up to multiplicative", "up to constants", "up to constant", "up to sign", "up to signs", "up to scale", "up to scaling", "up to terms", "up to factors", "up to normalization", "bis auf",
        "to first order", "to leading order", "to second order", "to lowest order", "first-order approximation", "modulo", "mod", "approximately", "approx", "roughly", "asymptotically", "constants", "symmetric", "sufficiently", "nearly", "almost",
        "locally", "näherungsweise", "ungefähr", "aproximadamente", "symmetrisch", "近似", "heuristically", "in expectation", "on average");
  }

  private static void put(Map<String, Sense> table, Sense sense, String... phrases) {
    for (String phrase : phrases) {
      table.putIfAbsent(phrase, sense);
    }
  }

  /** A phrase that says something of names, and what. */
  record Saying(String phrase, WordFact.Kind kind) {}

  /** Phrases for {@link WordFact}, longest first. */
  static List<Saying> sayings() {
    return SAYINGS;
  }

  private static final List<Saying> SAYINGS = sayingTable();

  private static List<Saying> sayingTable() {
    List<Saying> s = new ArrayList<>();
    say(s, WordFact.Kind.ONE_HOT, "one-hot", "one hot", "onehot", "one-hot-encoded", "独热", "one-hot encoded");
    say(s, WordFact.Kind.DISTRIBUTION, "probability vector", "probability vectors", "probability distribution", "probability distributions", "distribution",
        "distributions", "wahrscheinlichkeitsvektor", "wahrscheinlichkeitsvektoren", "vector de probabilidad", "probabilities");
    say(s, WordFact.Kind.SUMS_TO_ONE, "sums to one", "sum to one", "sums to 1", "sum to 1", "summing to one", "summing to 1", "sums up to one", "adds up to one",
        "add up to one", "adds up to 1", "suma uno", "sum up to one");
    say(s, WordFact.Kind.DISTRIBUTION, "soft label", "soft labels", "soft target", "soft targets", "smoothed label", "smoothed labels", "smoothed", "smoothed target", "smoothed targets");
    say(s, WordFact.Kind.AMOUNTS, "count", "counts", "how often", "how many times", "the number of times", "frequency", "frequencies", "weights", "weight", "class weights",
        "class weight", "importance weights", "sample weights", "advantage", "advantages", "reward", "rewards", "return", "returns", "unnormalized", "unnormalised");
    say(s, WordFact.Kind.NONNEGATIVE, "nonnegative", "non negative", "non-negative", "nichtnegativ", "no negativo", "非负");
    say(s, WordFact.Kind.NONPOSITIVE, "nonpositive", "non-positive");
    say(s, WordFact.Kind.POSITIVE_DEFINITE, "positive definite", "positive-definite", "positiv definit", "definida positiva", "正定");
    say(s, WordFact.Kind.POSITIVE, "with positive entries", "with strictly positive entries", "with positive components", "with all entries positive", "having positive entries",
        "with full support", "strictly positive entries");
    say(s, WordFact.Kind.NONNEGATIVE, "with nonnegative entries", "with non-negative entries");
    say(s, WordFact.Kind.POSITIVE, "positive", "positiv", "positive entries", "positiver", "positives", "positiven", "positivo", "positiva", "positivos", "positivas", "positif", "positifs", "正数", "greater than zero", "larger than zero", "正の");
    say(s, WordFact.Kind.NEGATIVE, "negative", "negativ", "negativer", "negatives", "negativen", "negativo", "negativa", "negativos", "negativas", "négatif", "négative", "负数", "less than zero", "smaller than zero");
    say(s, WordFact.Kind.NONZERO, "nonzero", "non-zero", "not zero", "ungleich null", "非零", "distinto de cero");
    say(s, WordFact.Kind.INTEGER, "integer", "integers", "ganzzahlig", "ganze zahl", "entero", "natural number", "整数");
    say(s, WordFact.Kind.REAL, "real", "reals", "real numbers", "real-valued", "reell", "reelle", "reales", "实数");
    say(s, WordFact.Kind.BINARY, "binary", "zero or one", "0 or 1", "either 0 or 1", "binär", "binaria", "binario");
    say(s, WordFact.Kind.SYMMETRIC, "symmetric", "symmetrisch", "simétrica", "对称");
    say(s, WordFact.Kind.ORTHOGONAL, "orthogonal", "orthonormal", "ortogonal", "正交");
    say(s, WordFact.Kind.DIAGONAL, "diagonal");
    say(s, WordFact.Kind.INVERTIBLE, "invertible", "nonsingular", "non-singular", "full rank", "full column rank", "invertierbar", "invertible", "可逆");
    say(s, WordFact.Kind.SINGULAR, "singular", "not invertible", "not necessarily invertible", "non-invertible", "noninvertible", "rank deficient", "rank-deficient", "not of full rank",
        "not full rank", "not necessarily nonsingular", "may be singular", "might be singular", "can be singular", "may not be invertible", "might not be invertible", "need not be invertible",
        "cannot be inverted", "singulär", "nicht invertierbar", "no es invertible", "不可逆");
    say(s, WordFact.Kind.UNIT_VECTOR, "unit vector", "unit vectors", "of unit length", "of unit norm", "unit norm", "unit length");
    say(s, WordFact.Kind.INDEPENDENT, "independent", "i.i.d", "iid", "unabhängig", "independientes", "独立", "conditionally independent");
    say(s, WordFact.Kind.FREE, "free variables", "as free variables", "free entries", "unconstrained");
    say(s, WordFact.Kind.ANY, "any real number", "any real numbers", "any real", "any number", "any numbers", "any scalar", "arbitrary real number", "arbitrary real numbers", "arbitrary real",
        "arbitrary reals", "arbitrary number", "arbitrary numbers", "arbitrary scalar", "of any sign", "of either sign", "positive or negative", "possibly negative", "possibly zero",
        "may be negative", "may be zero", "may be 0", "may be 0 or 1", "may be zero or one", "can be negative", "can be zero", "can be 0", "can be 0 or 1", "beliebige reelle zahl", "任意实数");
    say(s, WordFact.Kind.CONSTANT, "constant", "constants", "konstant", "constante", "常数");
    say(s, WordFact.Kind.DISTINCT, "distinct", "pairwise distinct", "all different", "different", "mutually different", "verschieden", "verschiedene", "distintos", "diferentes");
    say(s, WordFact.Kind.RESTRICTED, "linearly independent", "linear unabhängig", "linealmente independientes", "skew-symmetric", "skew symmetric", "antisymmetric", "anti-symmetric", "idempotent", "normalized", "normalised", "zero mean", "mean zero",
        "zero-mean", "centered", "centred", "negative definite", "negative semidefinite", "positive semidefinite", "positive semi-definite", "stochastic", "nilpotent",
        "involutory", "small", "large", "big", "sufficiently small", "sufficiently large", "very small", "very large", "standardized", "whitened", "odd", "even",
        "triangular", "upper triangular", "lower triangular", "circulant", "a permutation matrix", "permutation matrix", "a projection", "complex", "prime", "monotone", "periodic");
    say(s, WordFact.Kind.MATRIX, "matrix", "matrices", "matrizen", "matriz", "matrices cuadradas", "矩阵");
    say(s, WordFact.Kind.VECTOR, "vector", "vectors", "column vector", "column vectors", "vektor", "vektoren", "vectores", "向量");
    say(s, WordFact.Kind.ROW_VECTOR, "row vector", "row vectors", "zeilenvektor", "vector fila");
    say(s, WordFact.Kind.SCALAR, "scalar", "scalars", "a number", "numbers", "real number", "skalar", "标量");
    s.sort((a, b) -> b.phrase().split(" ").length - a.phrase().split(" ").length);
    return List.copyOf(s);
  }

  private static void say(List<Saying> into, WordFact.Kind kind, String... phrases) {
    for (String phrase : phrases) {
      into.add(new Saying(phrase, kind));
    }
  }

  /** Words that name a hot class (READING 25). */
  static final List<String> HOT =
      List.of("correct class", "true class", "target class", "correct label", "true label", "ground truth", "correct one", "observed class", "richtige klasse", "wahre klasse",
          "clase correcta", "correct answer", "right class", "actual class", "label class", "gold class", "right one", "correct word", "true word", "target word", "correct token", "true token", "target token", "gold label", "actual label", "正确类别", "hot at", "one-hot at", "with a 1 at", "with a one at", "with a 1 in", "with a one in", "with 1 at", "with a 1 for");

  /** Verbs that hold names fixed (READING 7), as they stand before the names. */
  static final List<String> HOLDING = List.of("holding", "keeping", "keep", "hold", "fixing", "treating", "treat", "regarding", "considering", "for fixed", "with fixed");

  /** As they stand behind the names. */
  static final List<String> HELD =
      List.of("held fixed", "held constant", "kept fixed", "kept constant", "fixed", "constant", "as constant", "as constants", "as a constant", "as independent",
          "as fixed", "as independent variables", "as separate variables", "as free", "as free variables");

  /** Whether words that were not understood may limit where a definition holds: "independent samples" names no case, "for logistic regression" what it is about. */
  static boolean limits(String words) {
    return !List.of(words.split("; ")).stream().allMatch(w -> Topics.independence(w) || Topics.names(w) || Topics.objects(w) || Topics.loss(w));
  }
}
