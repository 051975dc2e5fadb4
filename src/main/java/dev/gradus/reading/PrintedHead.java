package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A name applied to what is printed behind it, {@code P(y_i = 1 \mid x_i)}, taken as one quantity: whoever prints the same arguments up to an index
 * means the same number (READING 23).
 *
 * @param key of that quantity: the name and its arguments, each index letter replaced by the place of its first occurrence
 * @param indices what stands in these places, in the order of first occurrence: the axes of the quantity
 * @param names the quantities that the arguments mention
 */
record PrintedHead(String key, String base, List<Notation> indices, Set<String> names) {
  /** The subscripts of f_x and f_{xy} where f is a defined function of these: it is its derivative by them, and no name of its own; also where the text has y as an index elsewhere. */
  static List<String> derivativeLabels(Mention m, Names names, Part part) {
    boolean labelled = m.key().startsWith(m.base() + "_{") && m.key().endsWith("}");
    Optional<Definition> function = names.definition(m.base(), part).filter(d -> d.isFunction() && d.parameters().size() > 1 && (labelled || d.letters().isEmpty()));
    if (function.isEmpty() || (labelled && names.definition(m.key(), part).isPresent()) || !(labelled || m.key().equals(m.base()))) {
      return List.of();
    }
    List<String> all = new ArrayList<>(labelled ? List.of(m.key().substring(m.base().length() + 2, m.key().length() - 1).split("\\}_\\{", -1)) : List.of());
    m.indices().forEach(i -> all.add(i instanceof Notation.Symbol s ? Mentions.latexName(s.name()) : ""));
    return function.get().parameters().containsAll(all) ? all : List.of();
  }

  /** Letters that stand for a probability, a density or a likelihood when something is given or set in their brackets. */
  static final List<String> PROBABILITIES = List.of("P", "p", "Pr", "\\Pr", "q", "Q", "\\mathbb{P}");

  /** Letters that count data when something is set in their brackets. */
  private static final List<String> COUNTS = List.of("c", "C", "n", "N", "count", "Count");

  /** The usual letters for an element, where they stand alone in an argument: P(Y = k). */
  private static final List<String> LETTERS = List.of("i", "j", "k", "l", "m", "n", "c", "o", "w");

  private static final String INDICATOR = "\\mathbb{1}";

  PrintedHead {
    indices = List.copyOf(indices);
  }

  /** Expectations and their kin: of what stands behind them, never functions of it. */
  private static final List<String> OPERATORS = List.of("\\mathbb{E}", "\\mathbb{V}", "Var", "Cov", "Corr", "Std", "SD");

  static boolean probability(Mention m) {
    return PROBABILITIES.contains(m.base());
  }

  /** Whether a key is that of such a letter with its printed arguments. */
  static boolean probability(String key) {
    return isKey(key) && PROBABILITIES.stream().anyMatch(p -> key.startsWith(p) && !Character.isLetter(key.charAt(p.length())));
  }

  /** f(x | \\lambda): a density at what stands before the bar. */
  private static boolean density(Mention m) {
    return m.key().equals("f") || m.key().equals("\\pi");
  }

  /** c(y = 1), N(x_j = 2): how often what the bracket states occurs among the data. */
  static boolean counts(Mention m, Notation.Bracketed bracket) {
    return COUNTS.contains(m.base()) && relates(bracket.body());
  }

  /** m - c(y = 1): an expression in numbers of data, sizes and how often something occurs among the data. */
  static boolean ofCounts(Notation n, Mentions mentions, Predicate<String> size) {
    boolean count = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).item() instanceof Notation.Bracketed b && mentions.of(j.factors().get(0).item()).filter(m -> counts(m, b)).isPresent();
    boolean number = n instanceof Notation.Numeral || mentions.of(n).filter(m -> m.bare() && size.test(m.key())).isPresent();
    return count || number || (n instanceof Notation.Summed s && s.items().stream().allMatch(i -> ofCounts(i.item(), mentions, size)));
  }

  /** E[..], Var(..): names that speak of the distribution of what is in their brackets. */
  static boolean operator(Mention m, Notation.Bracketed bracket) {
    return OPERATORS.contains(m.base()) || (m.base().equals("E") && bracket.open().equals("["));
  }

  /** Whether a head is an expectation or the like at its printed arguments. */
  static boolean expects(Head h) {
    return isKey(h.mention().key()) && (OPERATORS.contains(h.mention().base()) || h.mention().base().equals("E"));
  }

  /** Whether a key is that of a name with its printed arguments. */
  static boolean isKey(String key) {
    return key.endsWith(")") || key.endsWith("]");
  }

  /** Whether a quantity is an indicator of what its arguments state: it is 0 or 1 and does not change where none of them does. */
  static boolean isIndicator(String key) {
    return key.startsWith(INDICATOR);
  }

  /** A letter that may stand for an element when nothing binds it. */
  static boolean usualElement(String letter) {
    return LETTERS.contains(letter);
  }

  /** 1, I: the names of indicators before a bracket that holds a relation. */
  static boolean indicatorName(Notation n) {
    return switch (n) {
      case Notation.Numeral d -> d.digits().equals("1");
      case Notation.Styled s -> indicatorName(s.body());
      case Notation.Symbol s -> s.name().equals("I");
      case Notation.Words w -> w.text().equals("I") || w.text().equals("1");
      default -> false;
    };
  }

  /** In: a name and the bracket behind it. Out: the quantity they are; empty where an argument has no name of its own. */
  static Optional<PrintedHead> of(Mention name, Notation.Bracketed bracket, Mentions mentions, Predicate<Notation> element) {
    return new Printer(mentions, element, false).head(name, bracket);
  }

  static Optional<PrintedHead> indicator(Notation.Bracketed bracket, Mentions mentions, Predicate<Notation> element) {
    return new Printer(mentions, element, false).head(Mention.of(INDICATOR, false), new Notation.Bracketed(bracket.span(), "\\{", bracket.body(), "\\}"));
  }

  /** The same with every index left out: {@code P(t \mid x)} of {@code P(t_n \mid x_n)}. */
  static Optional<PrintedHead> withoutIndices(Mention name, Notation.Bracketed bracket, Mentions mentions, Predicate<Notation> element) {
    return new Printer(mentions, element, true).head(name, bracket);
  }

  /** Whether something is given, or set equal, in a bracket: then it is no factor. */
  static boolean conditional(Notation body) {
    return body instanceof Notation.Conditioned || body instanceof Notation.Compared || bar(body)
        || ((body instanceof Notation.Listed || body instanceof Notation.Juxtaposed || body instanceof Notation.Infix) && Notations.children(body).stream().anyMatch(PrintedHead::conditional));
  }

  /** Whether an equation or an order stands in a bracket, before a bar or behind it. */
  static boolean relates(Notation body) {
    return body instanceof Notation.Compared || ((body instanceof Notation.Listed || body instanceof Notation.Conditioned) && Notations.children(body).stream().anyMatch(PrintedHead::relates));
  }

  /** What a bracket shows to be quantities: a letter alone among others, L(w, c) and P(A = a | c), may as well be an element. */
  static List<Notation> quantities(Notation body) {
    if (!(body instanceof Notation.Listed || body instanceof Notation.Conditioned)) {
      return body instanceof Notation.Compared c && isValue(c) ? List.of(c.sides().getFirst()) : List.of(body);
    }
    return Notations.children(body).stream().filter(n -> !isSmall(n)).flatMap(n -> quantities(n).stream()).toList();
  }

  /** A = a, Y = k: a random variable at a value. */
  private static boolean isValue(Notation.Compared c) {
    return c.signs().equals(List.of(RelationSign.EQUAL)) && c.sides().getFirst() instanceof Notation.Symbol v && v.name().length() == 1 && !isSmall(v) && isSmall(c.sides().getLast());
  }

  private static boolean isSmall(Notation n) {
    return n instanceof Notation.Symbol s && s.name().length() == 1 && Character.isLowerCase(s.name().charAt(0));
  }

  /** {@code \left| x \right.}: what is given, with a bar on its left only. */
  private static boolean bar(Notation n) {
    return n instanceof Notation.Bracketed b && b.open().equals("|") && b.close().equals(".");
  }

  /** log p(x | y = k) = .., log L(\\theta) = ..: a logarithm of a name at its printed arguments, or of a function. */
  static Optional<Head> logged(Notation side, Part part, Survey survey, Names names) {
    boolean three = side instanceof Notation.Juxtaposed j && j.factors().size() == 3 && j.factors().stream().allMatch(f -> f.op() == Notation.Op.NONE);
    List<Notation.Factor> factors = three && side instanceof Notation.Juxtaposed j ? j.factors() : List.of();
    if (factors.isEmpty() || survey.mentions().of(factors.get(0).item()).filter(m -> List.of("log", "ln").contains(m.key()) && m.bare()).isEmpty()) {
      return Optional.empty();
    }
    return introduced(new Notation.Juxtaposed(side.span(), factors.subList(1, 3)), part, survey, names)
        .filter(h -> (isKey(h.mention().key()) || !h.parameters().isEmpty()) && !expects(h))
        .map(h -> new Head(h.mention(), h.parameters(), h.letters(), true, false));
  }

  /** What a side could introduce: a name, or one at its printed arguments (READING 14, 23). */
  static Optional<Head> introduced(Notation side, Part part, Survey survey, Names names) {
    if (side instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Notation.Op.NONE && j.factors().get(1).item() instanceof Notation.Bracketed b) {
      Optional<Mention> m = survey.mentions().of(j.factors().get(0).item()).filter(Mention::plain);
      boolean given = m.isPresent() && !b.open().equals("[") && conditional(b.body()) && (probability(m.get()) || density(m.get()) || relates(b.body()));
      boolean sample = m.filter(x -> probability(x) && names.definition(x.key(), part).isEmpty()).isPresent() && !b.open().equals("[") && ofSample(b.body(), survey.mentions());
      boolean printed = given || sample || m.filter(x -> operator(x, b)).isPresent();
      if (printed && !indicatorName(j.factors().get(0).item())) {
        return of(m.get(), b, survey.mentions(), n -> isElement(n, part, survey, names)).flatMap(h -> h.defined(survey.mentions()));
      }
    }
    return Head.of(side, survey.mentions());
  }

  /** y_i, x^{(i)}, or several of them: quantities with a letter for the sample; what p is at them is said of every sample. */
  private static boolean ofSample(Notation argument, Mentions mentions) {
    if (argument instanceof Notation.Listed l) {
      return l.items().stream().allMatch(i -> ofSample(i, mentions));
    }
    return mentions.of(argument).filter(m -> m.plain() && m.indices().size() == 1 && mentions.of(m.indices().getFirst()).filter(Mention::bare).isPresent()).isPresent();
  }

  /** Whether a notation holds the name at these printed arguments. */
  static boolean occurs(Notation n, String key, Part part, Survey survey, Names names) {
    return occurs(n, key, survey.mentions(), (m, b) -> of(m, b, survey.mentions(), e -> isElement(e, part, survey, names)));
  }

  /** Whether a side of a relation holds it. */
  static boolean occurs(Reader.Printed p, String key, Survey survey, Names names) {
    Part part = p.statement().part();
    return occurs(p.left(), key, part, survey, names) || occurs(p.right(), key, part, survey, names);
  }

  /** Whether a relation holds the name at these printed arguments, where no letter alone is an element. */
  static boolean occurs(Reader.Printed p, String key, Mentions mentions) {
    return List.of(p.left(), p.right()).stream().anyMatch(n -> occurs(n, key, mentions, (m, b) -> of(m, b, mentions, e -> false)));
  }

  /** Whether a notation holds the name at these arguments, each with an index of a sample. */
  static boolean occursIndexed(Notation n, String key, Mentions mentions) {
    return occurs(n, key, mentions, (m, b) -> of(m, b, mentions, e -> false).filter(h -> !h.indices().isEmpty()).flatMap(h -> withoutIndices(m, b, mentions, e -> false)));
  }

  private static boolean occurs(Notation n, String key, Mentions mentions, BiFunction<Mention, Notation.Bracketed, Optional<PrintedHead>> printed) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        if (j.factors().get(k + 1).op() == Notation.Op.NONE && j.factors().get(k + 1).item() instanceof Notation.Bracketed b) {
          Optional<Mention> m = mentions.of(j.factors().get(k).item()).filter(x -> key.startsWith(x.key()));
          if (m.flatMap(x -> printed.apply(x, b)).filter(h -> h.key().equals(key)).isPresent()) {
            return true;
          }
        }
      }
    }
    return Notations.children(n).stream().anyMatch(c -> occurs(c, key, mentions, printed));
  }

  private static boolean isElement(Notation n, Part part, Survey survey, Names names) {
    Optional<String> letter = survey.mentions().of(n).filter(Mention::bare).map(Mention::key);
    return letter
        .filter(k -> usualElement(k) && survey.isIndex(k) && survey.mentions().indexLetter(k) && !survey.isSize(k, part) && !names.isQuantity(k, part) && names.definitions().stream().noneMatch(d -> d.key().equals(k)))
        .isPresent();
  }

  /** The letters among the indices. */
  Set<String> letters(Mentions mentions) {
    Set<String> letters = new TreeSet<>();
    indices.forEach(i -> mentions.of(i).filter(Mention::bare).map(Mention::key).ifPresent(letters::add));
    return letters;
  }

  /** The head as the left side of a definition; empty where an index is no letter or stands in two places. */
  Optional<Head> defined(Mentions mentions) {
    List<String> letters = new ArrayList<>();
    for (Notation i : indices) {
      Optional<String> letter = mentions.of(i).filter(Mention::bare).map(Mention::key);
      if (letter.isEmpty() || letters.contains(letter.get())) {
        return Optional.empty();
      }
      letters.add(letter.get());
    }
    return Optional.of(new Head(new Mention(key, base, false, indices, Optional.empty(), 0, 0, List.of()), List.of(), letters, false, false));
  }

  /** Prints arguments. */
  private static final class Printer {
    private final Mentions mentions;
    private final Predicate<Notation> element;
    private final boolean bare;
    private final List<Notation> indices = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private boolean readable = true;

    /** of a probability or a count: what is set equal to a number there is a random variable, {@code y} of {@code p(y = 1)}, and no element */
    private boolean chance;

    Printer(Mentions mentions, Predicate<Notation> element, boolean bare) {
      this.mentions = mentions;
      this.element = element;
      this.bare = bare;
    }

    Optional<PrintedHead> head(Mention name, Notation.Bracketed bracket) {
      chance = PROBABILITIES.contains(name.base()) || COUNTS.contains(name.base());
      String text = indexed(name, name.key()) + "'".repeat(name.primes()) + bracketed(bracket);
      return readable ? Optional.of(new PrintedHead(text, name.base(), indices, names)) : Optional.empty();
    }

    private String bracketed(Notation.Bracketed b) {
      return b.close().equals(".") && b.open().equals("|") ? " \\mid " + print(b.body()) : b.open() + print(b.body()) + b.close();
    }

    private String print(Notation n) {
      Optional<Mention> name = mentions.of(n);
      if (name.isPresent()) {
        return mention(n, name.get());
      }
      return switch (n) {
        case Notation.Numeral d -> d.digits();
        case Notation.Bracketed b -> bracketed(b);
        case Notation.Listed l -> String.join(",", l.items().stream().map(this::print).toList());
        case Notation.Conditioned c -> print(c.left()) + " \\mid " + print(c.right());
        case Notation.Compared c -> compared(c);
        case Notation.Summed s -> summed(s);
        case Notation.Juxtaposed j -> juxtaposed(j);
        case Notation.Fraction f -> "\\frac{" + print(f.numerator()) + "}{" + print(f.denominator()) + "}";
        case Notation.Scripted s when s.sub().isEmpty() && s.primes() == 0 -> print(s.base()) + "^{" + print(s.sup().orElseThrow()) + "}";
        case Notation.Annotated a -> print(a.body());
        case Notation.Words w -> "\\text{" + w.text() + "}";
        case Notation.Dots d -> "\\ldots";
        default -> {
          readable = false;
          yield "";
        }
      };
    }

    private String mention(Notation n, Mention m) {
      if (!m.distinct().isEmpty()) {
        readable = false;
        return "";
      }
      return m.bare() && element.test(n) ? place(n, m.key()) : named(m);
    }

    private String named(Mention m) {
      String key = bare ? Mentions.ofSample(m.key()) : m.key();
      names.add(key);
      StringBuilder text = new StringBuilder(indexed(m, key));
      m.exponent().ifPresent(e -> text.append("^{").append(print(e)).append('}'));
      return text.append("^T".repeat(m.transposed())).append("'".repeat(m.primes())).toString();
    }

    private String indexed(Mention m, String key) {
      StringBuilder text = new StringBuilder(key);
      for (Notation index : m.indices()) {
        Optional<String> letter = mentions.of(index).filter(Mention::bare).map(Mention::key);
        if (letter.isEmpty() && !(index instanceof Notation.Numeral)) {
          readable = false;
          return "";
        }
        if (index instanceof Notation.Numeral d) {
          text.append("_{").append(d.digits()).append('}');
        } else if (!bare) {
          text.append("_{").append(place(index, letter.orElseThrow())).append('}');
        }
      }
      return text.toString();
    }

    /** The place of an index: the same letter has one place. */
    private String place(Notation index, String letter) {
      int at = places.indexOf(letter);
      if (at < 0) {
        at = places.size();
        places.add(letter);
        indices.add(index);
      }
      return "\\cdot" + (at == 0 ? "" : "^{" + (at + 1) + "}");
    }

    private String compared(Notation.Compared c) {
      Optional<Mention> variable = mentions.of(c.sides().get(0)).filter(m -> chance && m.bare() && c.sides().stream().skip(1).allMatch(v -> v instanceof Notation.Numeral || v instanceof Notation.Words));
      StringBuilder text = new StringBuilder(variable.isPresent() ? named(variable.get()) : print(c.sides().get(0)));
      for (int k = 0; k < c.signs().size(); k++) {
        RelationSign sign = c.signs().get(k);
        text.append(sign.symbol()).append(print(c.sides().get(k + 1)));
      }
      return text.toString();
    }

    private String summed(Notation.Summed s) {
      StringBuilder text = new StringBuilder();
      for (Notation.Signed item : s.items()) {
        String sign =
            switch (item.sign()) {
              case PLUS -> text.isEmpty() ? "" : "+";
              case MINUS -> "-";
              case PLUS_MINUS -> "\\pm ";
              case MINUS_PLUS -> "\\mp ";
            };
        text.append(sign).append(print(item.item()));
      }
      return text.toString();
    }

    private String juxtaposed(Notation.Juxtaposed j) {
      StringBuilder text = new StringBuilder();
      for (Notation.Factor f : j.factors()) {
        if (f.op() != Notation.Op.NONE) {
          text.append(f.op() == Notation.Op.SLASH ? "/" : " \\" + f.op().name().toLowerCase(java.util.Locale.ROOT) + " ");
        }
        text.append(print(f.item())).append(' ');
      }
      return text.toString().strip();
    }
  }
}
