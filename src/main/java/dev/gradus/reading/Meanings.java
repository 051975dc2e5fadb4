package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.notation.Typeset;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What words or a named distribution say that a fresh name is: "the derivative of f is g(x) = ..", "taking the log of L we get ..", E[X] of X \sim Bernoulli(p). The
 * equation for such a name is a claim about that; it defines the name only as far as it holds (READING 14, 22, 23).
 */
final class Meanings {
  private static final String OF = " of( the| this| that| our| its| a| an)?( [\\p{L}-]+){0,3} \\$";
  private static final String BY = "( with \\$)?( (with respect to|w\\.?r\\.?t\\.?|by|in) (the )?([\\p{L}-]+ ){0,2}(\\$))?(,? where \\$( and \\$)?,?)?";
  private static final String IS = ",?( then| now)?( is| is given by| is then| is simply| equals| becomes| reads| yields| gives| we get| we obtain| we have| we find| as| be|,? which is)( a| an| the)?:?$";

  private static final Pattern DERIVATIVE = Pattern.compile("\\b(second )?(derivative|gradient|slope|jacobian|hessian|differentiating)" + "(" + OF + "|( the)?( [\\p{L}-]+){0,2} \\$)" + BY + IS);
  private static final Pattern LOGARITHM = Pattern.compile("\\b(log|logarithm|logs|logarithms)( on both sides)?" + OF + IS);

  /** "The gradient is g = ..", "gradient: g = ..", and behind the formula "is the gradient": of what was defined last. */
  private static final Pattern UNNAMED = Pattern.compile("\\b(second )?(derivative|gradient|slope|jacobian|hessian)( vector| matrix)?( (?:with respect to|w\\.?r\\.?t\\.?) (?:the )?(?:[\\p{L}-]+ ){0,2}\\$)?" + "(" + IS + "|:$| by( a| the)?$|(?<=\\b(?:its|their) (?:derivative|gradient|jacobian|hessian))$)");
  private static final Pattern BEHIND = Pattern.compile("^(be|is|denotes?|as) (the|its|this) (derivative|gradient|slope)\\b");

  /** "The variance is v = ..": of what the text gives a distribution. */
  private static final Pattern MOMENT = Pattern.compile("\\b(mean|expectation|expected value|variance)( of (the )?([\\p{L}-]+ ){0,2}\\$)?" + IS);
  private static final Pattern DISTRIBUTIONS = Pattern.compile("\\b(bernoulli|binomial|poisson|geometric|exponential|gaussian|normal|uniform|categorical|multinomial|beta|gamma)\\b");

  /** "Let $x$ be Bernoulli with parameter $\\theta$": one parameter says what mean and variance are. */
  private static final Pattern DISCRETE = Pattern.compile("\\b(?:is|are|be|being|a|an|the|follows?) (?:a |an |the )?(?:bernoulli|binomial|poisson|geometric|exponential|exponentially)\\b");

  /** How many functions a gradient that names none is tried of. */
  private static final int MOST_FUNCTIONS = 4;

  /** How many letters a gradient that names none is tried by. */
  private static final int MOST_LETTERS = 6;

  private final Survey survey;
  private final Names names;
  private final List<Printed> printed;
  private final List<PrintedFragment> fragments;

  Meanings(Survey survey, Names names, List<Printed> printed, List<PrintedFragment> fragments) {
    this.survey = survey;
    this.names = names;
    this.printed = printed;
    this.fragments = fragments;
  }

  /** What a name is said to be, where that can be printed; a verdict against a distribution that is named stands, one against words is left open. */
  private record Said(Optional<Notation> value, boolean sure) {
    static final Said OPEN = new Said(Optional.empty(), false);
  }

  /** What becomes of a statement that would define a name which has its meaning elsewhere; empty where it may define it. */
  Optional<Outcome> instead(Printed p, Introductions.Introduction i, Function<Printed, Outcome> court) {
    if (printsSlope(p)) {
      return Optional.empty();
    }
    Optional<Said> said = p.right().equals(i.body()) ? said(p, i.head()) : Optional.empty();
    Optional<Notation> standard = p.right().equals(i.body()) && said.isEmpty() ? new NamedFunctions(survey, names).of(p, i.head()) : Optional.empty();
    if (standard.map(v -> court.apply(new Printed(p.statement(), v, p.right()))).filter(Outcome::refuted).isPresent()) {
      return Optional.of(open(p, i));
    }
    if (said.isEmpty()) {
      List<Notation> slopes = p.right().equals(i.body()) ? slopes(p).stream().map(v -> entry(v, i.head())).toList() : List.of();
      return slopes.isEmpty() || slopes.stream().anyMatch(v -> court.apply(new Printed(p.statement(), v, p.right())).proved()) ? Optional.empty() : Optional.of(open(p, i));
    }
    Optional<Outcome> judged = said.get().value().map(v -> court.apply(new Printed(p.statement(), v, p.right())));
    if (judged.filter(Outcome::proved).isPresent()) {
      return Optional.empty();
    }
    return judged.filter(o -> said.get().sure() && o.refuted()).or(() -> Optional.of(open(p, i)));
  }

  /** "The Hessian of l is H_{jk} = \\partial^2 l/\\partial w_j\\partial w_k": the equation says itself that it is the derivative that the words name. */
  private boolean printsSlope(Printed p) {
    String opens = p.statement().opens().strip();
    Optional<PrintedSlope> slope = PrintedSlope.of(p.right());
    Matcher named = DERIVATIVE.matcher(opens);
    if (slope.isEmpty()) {
      return false;
    }
    if (named.find()) {
      Optional<Notation> of = object(p, opens, opens.indexOf('$', named.start()));
      Optional<Notation> by = named.group(13) == null ? Optional.empty() : object(p, opens, named.start(13));
      return of.isPresent() && by.isPresent() == (named.group(13) != null) && slope.get().is(order(named), of, by, survey.mentions());
    }
    Matcher unnamed = UNNAMED.matcher(opens);
    return unnamed.find() && unnamed.group(4) == null && slope.get().is(order(unnamed), Optional.empty(), Optional.empty(), survey.mentions());
  }

  private static int order(Matcher m) {
    return m.group(1) != null || m.group(2).equals("hessian") ? 2 : 1;
  }

  private static Outcome open(Printed p, Introductions.Introduction i) {
    return new Outcome.Open(p.statement(), "meaning.in-words", "words say what " + i.head().shown() + " is, and it was not seen that this is the same", Optional.empty());
  }

  private Optional<Said> said(Printed p, Head head) {
    if (PrintedHead.expects(head)) {
      return moment(p, head);
    }
    String opens = p.statement().opens().strip();
    Matcher derivative = DERIVATIVE.matcher(opens);
    if (derivative.find()) {
      return Optional.of(derivative(p, head, opens, derivative));
    }
    Optional<Said> before = calledBefore(p, head).or(() -> ofMatrix(p, opens));
    if (before.isPresent()) {
      return before;
    }
    Optional<Said> moment = MOMENT.matcher(opens).results().reduce((a, b) -> b).flatMap(m -> moment(p, m.group(1)));
    if (moment.isPresent()) {
      return moment;
    }
    Matcher logarithm = LOGARITHM.matcher(opens);
    return logarithm.find() ? Optional.of(object(p, opens, opens.indexOf('$', logarithm.start())).map(o -> print("\\log " + Typeset.of(o))).map(v -> new Said(Optional.of(v), false)).orElse(Said.OPEN)) : Optional.empty();
  }

  /** "Let g be the derivative of f": a name that words before have given a meaning. */
  private static final Pattern CALLED = Pattern.compile("^(?:to )?(?:be|is|being|denotes?|for|,) ?(?:the|its|their|an?) (?:partial |second |first )?(derivative|gradient|slope|inverse|reciprocal|antiderivative|logarithm|hessian|jacobian)( function)?\\b(?<of> of (?:the )?(?:[\\p{L}-]+ )?\\$)?");

  private Optional<Said> calledBefore(Printed p, Head head) {
    Statement s = p.statement();
    for (PrintedFragment f : fragments.reversed()) {
      Matcher m = CALLED.matcher(f.fragment().closes().strip());
      boolean name = f.fragment().before() <= s.number() && s.part().within(f.fragment().part()) && survey.mentions().of(f.notation()).filter(x -> x.bare() && x.key().equals(head.mention().key())).isPresent();
      if (name && m.find()) {
        boolean slope = List.of("derivative", "gradient", "slope").contains(m.group(1)) && !m.group().contains("second");
        boolean one = slope && m.group("of") != null;
        if (slope && !one) {
          return Optional.empty();
        }
        String at = (f.fragment().opens().strip() + " $ " + m.group().substring(0, m.group().length() - 1)).strip();
        Optional<Notation> of = one ? said(at, f) : Optional.empty();
        Optional<Notation> by = of.flatMap(o -> parameter(o, s.part())).or(() -> head.parameters().size() == 1 ? Optional.of(print(head.parameters().getFirst())) : Optional.empty());
        return Optional.of(of.isPresent() && by.isPresent() ? new Said(Optional.of(slope(false, applied(of.get(), head), by.get())), false) : Said.OPEN);
      }
    }
    return Optional.empty();
  }

  /** "Let g be its derivative" */
  private boolean calledSlope(Printed p) {
    Optional<String> key = Head.of(p.left(), survey.mentions()).map(h -> h.mention().key());
    return fragments.stream()
        .filter(f -> f.fragment().before() <= p.statement().number() && p.statement().part().within(f.fragment().part()) && survey.mentions().of(f.notation()).filter(x -> x.bare() && key.filter(x.key()::equals).isPresent()).isPresent())
        .map(f -> CALLED.matcher(f.fragment().closes().strip()))
        .anyMatch(m -> m.find() && m.group("of") == null && List.of("derivative", "gradient", "slope").contains(m.group(1)));
  }

  /** f as f(x), where the name that is its derivative is g(x). */
  private Notation applied(Notation of, Head head) {
    boolean bare = head.parameters().size() == 1 && survey.mentions().of(of).filter(Mention::bare).isPresent();
    return bare ? print(Typeset.of(of) + "(" + head.parameters().getFirst() + ")") : of;
  }

  /** The formula at a place of the words of a fragment's sentence. */
  private Optional<Notation> said(String before, PrintedFragment beside) {
    Optional<Notation> relation = printed.stream().filter(q -> q.statement().part().equals(beside.fragment().part()) && q.statement().number() >= beside.fragment().before() && q.statement().opens().strip().equals(before)).map(Printed::left).findFirst();
    return relation.or(() -> fragments.stream().filter(f -> f.fragment().part().equals(beside.fragment().part()) && f.fragment().before() == beside.fragment().before() && f.fragment().opens().strip().equals(before)).map(PrintedFragment::notation).findFirst());
  }

  /** "The trace is t = ..", "the determinant of A is d = ..": of the matrix that is named, or of the only one that the part defines. */
  private static final Pattern OF_MATRIX = Pattern.compile("(?<!\\b(?:rank|power|square|times) )\\b(trace|determinant|transpose)( of (?:the )?(?:matrix )?\\$)?" + IS);

  private Optional<Said> ofMatrix(Printed p, String opens) {
    Matcher m = OF_MATRIX.matcher(opens);
    if (!m.find()) {
      return Optional.empty();
    }
    List<Definition> matrices = names.definitions().stream().filter(d -> p.statement().part().within(d.part()) && d.value().filter(v -> v.rank() == 2).isPresent()).toList();
    Optional<Notation> of = m.group(2) != null ? object(p, opens, opens.indexOf('$', m.start(2))) : matrices.size() == 1 ? Optional.of(print(matrices.getFirst().key())) : Optional.empty();
    Optional<String> value = of.map(Typeset::of).map(a -> m.group(1).equals("trace") ? "\\operatorname{tr}(" + a + ")" : m.group(1).equals("transpose") ? a + "^T" : "\\det(" + a + ")");
    return value.map(v -> new Said(Optional.of(print(v)), false));
  }

  // derivatives

  private Said derivative(Printed p, Head head, String opens, Matcher m) {
    Optional<Notation> of = object(p, opens, opens.indexOf('$', m.start()));
    boolean named = m.group(13) != null;
    Optional<Notation> by = named ? object(p, opens, m.start(13)) : of.flatMap(o -> parameter(o, p.statement().part())).or(() -> head.parameters().size() == 1 ? Optional.of(print(head.parameters().getFirst())) : Optional.empty());
    if (of.isEmpty() || by.isEmpty() || m.group(1) != null) {
      return Said.OPEN;
    }
    Notation slope = slope(m.group(2).equals("hessian"), of.get(), by.get());
    boolean whole = Stream.of(of, by).allMatch(n -> n.flatMap(survey.mentions()::of).filter(Mention::bare).isPresent());
    return new Said(Optional.of(whole ? entry(slope, head) : slope), false);
  }

  /** The entry of an array of derivatives that a name with indices is. */
  private static Notation entry(Notation slope, Head head) {
    return head.letters().isEmpty() ? slope : print("(" + Typeset.of(slope) + ")_{" + String.join(",", head.letters()) + "}");
  }

  /** Where words call the name a gradient and do not say of what: the derivatives that may be meant, of what its part defined last or of a function before that. */
  private List<Notation> slopes(Printed p) {
    Statement s = p.statement();
    Matcher m = UNNAMED.matcher(s.opens().strip());
    boolean called = m.find();
    if (!called && !BEHIND.matcher(s.closes().strip()).find() && !calledSlope(p)) {
      return List.of();
    }
    List<Definition> before = new ArrayList<>();
    for (Printed q : printed.subList(0, s.number()).reversed()) {
      boolean defines = s.part().within(q.statement().part()) && names.told().defines(q.statement());
      Optional<Definition> d = defines ? Head.of(q.left(), survey.mentions()).filter(h -> h.letters().isEmpty()).flatMap(h -> names.definition(h.mention().key(), s.part())) : Optional.empty();
      boolean family = Head.of(q.left(), survey.mentions()).filter(h -> !h.letters().isEmpty()).isPresent();
      if (defines && d.isEmpty() && before.isEmpty() && !family) {
        return List.of();
      }
      // what was defined last, or a function before it
      d.filter(x -> before.isEmpty() || (x.isFunction() && before.size() < MOST_FUNCTIONS)).ifPresent(before::add);
    }
    Optional<Notation> by = called && m.group(4) != null ? object(p, s.opens().strip(), s.opens().strip().indexOf('$', m.start(4))) : Optional.empty();
    boolean hessian = called && m.group(2).equals("hessian");
    return before.stream().flatMap(d -> slopes(d, by, hessian, called && m.group(1) != null ? "^2" : "").stream()).toList();
  }

  private List<Notation> slopes(Definition d, Optional<Notation> by, boolean hessian, String order) {
    List<String> letters = new ArrayList<>(by.map(Typeset::of).map(List::of).orElse(d.parameters()));
    if (letters.isEmpty()) {
      Set<String> found = new TreeSet<>();
      Definitions.collect(d.body(), survey.mentions(), found);
      // E = \\frac12 \\sum_i e_i^2 with e_i = y_i - w^Tx_i: by what its letters are made of
      List.copyOf(found).forEach(n -> names.definition(n, d.part()).ifPresent(x -> Definitions.collect(x.body(), survey.mentions(), found)));
      found.stream().filter(n -> !survey.isBound(n) && !Functions.library(n) && !List.of("e", "d").contains(n)).limit(MOST_LETTERS).forEach(letters::add);
    }
    return letters.stream().map(v -> hessian ? hessian(d.key(), v) : print("\\frac{\\partial" + order + " " + d.key() + "}{\\partial " + v + order + "}")).toList();
  }

  /** The Hessian of something by something, or its first derivative. */
  static Notation slope(boolean hessian, Notation of, Notation by) {
    return hessian ? hessian(Typeset.of(of), Typeset.of(by)) : print("\\frac{\\partial " + Typeset.of(of) + "}{\\partial " + Typeset.of(by) + "}");
  }

  private static Notation hessian(String of, String by) {
    return print("\\nabla_{" + by + "}^2 " + of);
  }

  /** What a function is a function of: as printed, else as defined. */
  private Optional<Notation> parameter(Notation of, Part part) {
    Optional<Head> head = Head.of(of, survey.mentions());
    Optional<List<String>> parameters = head.map(Head::parameters).filter(l -> !l.isEmpty()).or(() -> head.flatMap(h -> names.definition(h.mention().key(), part)).map(Definition::parameters));
    return parameters.filter(l -> l.size() == 1).map(l -> print(l.getFirst()));
  }

  /** The formula that a place in the words of a sentence stands for: the left side of a relation there, or the formula itself. */
  private Optional<Notation> object(Printed p, String opens, int at) {
    Statement s = p.statement();
    String before = opens.substring(0, Math.max(0, at)).strip();
    Optional<Notation> relation = printed.stream().filter(q -> q.statement().number() < s.number() && q.statement().part().equals(s.part()) && s.inSentenceBehind(q.statement()) && q.statement().opens().strip().equals(before)).map(Printed::left).findFirst();
    return relation.or(() -> fragments.stream().filter(f -> f.fragment().before() <= s.number() && f.fragment().before() + 3 > s.number() && f.fragment().part().equals(s.part()) && f.fragment().opens().strip().equals(before)).map(PrintedFragment::notation).reduce((a, b) -> b));
  }

  static Notation print(String text) {
    return NotationParser.parse(MathText.plain(text, 0));
  }

  // moments

  /** The mean or variance of the one named distribution of the part, where the equation speaks of its parameters only. */
  private Optional<Said> moment(Printed p, String word) {
    List<Distribution> near = distributions(p, f -> p.statement().part().within(f.fragment().part())).distinct().toList();
    Set<String> said = new TreeSet<>();
    Definitions.collect(p.right(), survey.mentions(), said);
    boolean parameters = near.size() == 1 && said.stream().allMatch(n -> near.getFirst().parameters().stream().anyMatch(x -> Definitions.mentions(print(x), n, survey.mentions())));
    return parameters ? near.getFirst().moment(word.equals("variance") ? "Var" : "E", print(near.getFirst().variable().key()), survey.mentions()).map(v -> new Said(Optional.of(print(v)), false)).or(() -> Optional.of(Said.OPEN)) : Optional.empty();
  }

  /** Those that some formulas name, that words above give, and that probabilities make. */
  private Stream<Distribution> distributions(Printed p, Predicate<PrintedFragment> such) {
    Stream<Distribution> named = fragments.stream().filter(such).flatMap(f -> Distribution.of(f.notation(), survey.mentions()).stream());
    Stream<Distribution> said = Distributed.above(p, printed, fragments, survey.mentions()).stream().filter(d -> !d.given()).map(Distributed::distribution);
    return Stream.concat(Stream.concat(named, said), ByProbabilities.all(p.statement().part(), names, survey.mentions()).stream());
  }

  private static final Pattern STANDARDIZED = Pattern.compile("(?i)\\b(unit|zero) (mean|variance)|\\b(mean|variance) (zero|one|[01])\\b|\\b(standardi[sz]ed|centered|centred|whitened)\\b");

  /** "X has unit variance. Then E[X^2] = 1": a number for a moment of what words give its mean or variance. */
  private static boolean standardized(Printed p) {
    return Introductions.isNumber(p.right()) && STANDARDIZED.matcher(p.statement().part().own()).find() && !(p.left() instanceof Notation.Juxtaposed j && Notations.bracket(j.factors().getLast().item()).filter(b -> b.body() instanceof Notation.Symbol).isPresent());
  }

  /** READING 23: E and Var of a named distribution, or of what the text defines, are what they are. */
  private Optional<Said> moment(Printed p, Head head) {
    Optional<Notation> argument = p.left() instanceof Notation.Juxtaposed j ? Notations.bracket(j.factors().getLast().item()).map(Notation.Bracketed::body) : Optional.empty();
    if (argument.isEmpty()) {
      return Optional.empty();
    }
    List<Distribution> distributions = distributions(p, f -> true).filter(d -> Definitions.mentions(argument.get(), d.variable().key(), survey.mentions())).distinct().toList();
    boolean defined = survey.mentions().of(argument.get()).filter(m -> names.definition(m.key(), p.statement().part()).isPresent()).isPresent();
    if (distributions.isEmpty()) {
      boolean discrete = survey.mentions().of(argument.get()).filter(Mention::bare).isPresent() && DISCRETE.matcher(p.statement().part().own()).find();
      boolean open = defined || standardized(p) || discrete || DISTRIBUTIONS.matcher(p.statement().words()).find() || ByProbabilities.give(argument.get(), p.right(), p.statement().part(), names, survey.mentions());
      return open ? Optional.of(Said.OPEN) : Optional.empty();
    }
    Optional<Notation> value = distributions.size() == 1 && !defined ? distributions.getFirst().moment(head.mention().base(), argument.get(), survey.mentions()).map(Meanings::print) : Optional.empty();
    return Optional.of(new Said(value, true));
  }
}
