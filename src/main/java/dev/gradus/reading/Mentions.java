package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes names apart: which script is an index, which a label, a power or a transpose. Decided by how the letters occur in the whole document. */
final class Mentions {
  /**
   * How the scripts of the document are used; collected by {@link Survey}.
   *
   * @param mainLine letters that stand by themselves, and those that are labels below names
   * @param labels usual indices that are labels: of W_i and b_i in softmax(W_i h + b_i)
   * @param outsideZero families that are summed from 1 on only: their element 0 is a quantity of its own (w_0 beside w_1, .., w_d)
   * @param layers superscripts that number layers
   * @param totals letters that alone are something else than the family with the same letter: n = \sum_k n_k, and w in w^T x beside w_k^T x
   */
  record Usage(
      Set<String> mainLine,
      Set<String> labels,
      Set<String> bound,
      Set<String> letterIndexed,
      Set<String> pairIndexed,
      Set<String> sizes,
      Set<String> powerOneMarked,
      Set<String> labelsAbove,
      Set<String> outsideZero,
      Layers layers,
      Set<String> totals) {
    Usage with(Set<String> found) {
      return new Usage(mainLine, labels, bound, letterIndexed, pairIndexed, sizes, powerOneMarked, labelsAbove, outsideZero, layers, found);
    }
  }

  /** The label of the terms of a total that has their letter: in E = \sum_n E_n. */
  static final String TERM = "_{\\cdot}";

  /** The label of entries with two indices beside their totals with one: N_{jk} beside N_k. */
  static final String PAIR = "_{\\cdot\\cdot}";

  /** The label of a name that carries a sample index: x^{(i)} is not x. */
  private static final String SAMPLE = "^{(\\cdot)}";

  private static final List<String> FOLDED = List.of("mathbf", "mathrm", "mathit", "mathsf", "mathnormal", "text", "textbf", "rm", "bf", "mathtt");
  private static final List<String> USUAL_INDICES = List.of("i", "j", "k", "l", "m", "n");

  private final Usage usage;

  Mentions(Usage usage) {
    this.usage = usage;
  }

  /** The base name of a notation without scripts, as LaTeX. */
  static Optional<String> baseName(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> Optional.of(latexName(s.name()));
      case Notation.Words w -> w.text().matches("[\\p{L}][\\p{L}0-9_\\-]*") ? Optional.of(w.text()) : Optional.empty();
      case Notation.Styled s when SmallChanges.isMark(s) -> Optional.empty();
      case Notation.Styled s ->
          baseName(s.body()).map(b -> FOLDED.contains(s.style()) ? b : "\\" + s.style() + "{" + b + "}");
      case Notation.Accented a ->
          a.accent().equals("vec") || a.accent().equals("underline")
              ? baseName(a.body())
              : baseName(a.body()).map(b -> "\\" + a.accent() + "{" + b + "}");
      case Notation.Annotated a -> baseName(a.body());
      case Notation.Numeral x -> Optional.empty();
      case Notation.Scripted x -> Optional.empty();
      case Notation.Fraction x -> Optional.empty();
      case Notation.Root x -> Optional.empty();
      case Notation.Bracketed x -> Optional.empty();
      case Notation.Listed x -> Optional.empty();
      case Notation.Conditioned x -> Optional.empty();
      case Notation.Compared x -> Optional.empty();
      case Notation.Infix x -> Optional.empty();
      case Notation.Summed x -> Optional.empty();
      case Notation.Juxtaposed x -> Optional.empty();
      case Notation.BigOperator x -> Optional.empty();
      case Notation.Table x -> Optional.empty();
      case Notation.Factorial x -> Optional.empty();
      case Notation.Dots x -> Optional.empty();
      case Notation.Empty x -> Optional.empty();
      case Notation.Unreadable x -> Optional.empty();
    };
  }

  /** The same of a notation with scripts and brackets left out. */
  static Optional<String> bracketedName(Notation n) {
    return switch (n) {
      case Notation.Scripted s -> bracketedName(s.base());
      case Notation.Bracketed b -> bracketedName(b.body());
      default -> baseName(n);
    };
  }

  /** A name with a number below: p and 1 of p_{1}. */
  record Numbered(String whole, String number) {}

  private static final java.util.regex.Pattern NUMBERED = java.util.regex.Pattern.compile("(.+)_\\{([0-9]+)}");

  /** In: a key. Out: its parts where it ends with a number below. */
  static Optional<Numbered> numbered(String key) {
    java.util.regex.Matcher m = NUMBERED.matcher(key);
    return m.matches() ? Optional.of(new Numbered(m.group(1), m.group(2))) : Optional.empty();
  }

  static String latexName(String name) {
    return name.length() > 1 && name.chars().allMatch(Character::isLetter) ? "\\" + name : name;
  }

  /** y' as a letter for an element beside y. */
  static Optional<String> primedLetter(Notation n) {
    boolean primed = n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol && s.primes() > 0 && s.sub().isEmpty() && s.sup().isEmpty();
    return primed && n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol b ? Optional.of(latexName(b.name()) + "'".repeat(s.primes())) : Optional.empty();
  }

  static boolean isBold(Notation n) {
    return switch (n) {
      case Notation.Styled s -> s.style().equals("mathbf") || s.style().equals("textbf") || isBold(s.body());
      case Notation.Accented a -> a.accent().equals("vec") || isBold(a.body());
      default -> false;
    };
  }

  /** The name that a text gives in words or in a definition's head, as it was printed there. */
  Optional<Mention> printed(String name) {
    Notation n = NotationParser.parse(MathText.plain(name, 0));
    return of(usage.layers().counts(Steps.LETTER) ? Steps.named(n) : n);
  }

  /** The name in {@code n}, if it is one. */
  Optional<Mention> of(Notation n) {
    if (n instanceof Notation.Scripted s) {
      return scripted(s);
    }
    if (n instanceof Notation.Accented a && a.body() instanceof Notation.Scripted inner && inner.sup().isPresent()) {
      // the mean of x^2 is not the square of the mean
      return Optional.empty();
    }
    if (n instanceof Notation.Accented a && a.body() instanceof Notation.Scripted inner) {
      Notation moved =
          new Notation.Scripted(
              a.span(), new Notation.Accented(a.span(), a.accent(), inner.base()), inner.sub(), inner.sup(), inner.primes());
      return of(moved);
    }
    if (n instanceof Notation.Styled st && st.body() instanceof Notation.Scripted inner) {
      Notation moved =
          new Notation.Scripted(
              st.span(), new Notation.Styled(st.span(), st.style(), inner.base()), inner.sub(), inner.sup(), inner.primes());
      return of(moved);
    }
    return baseName(n).map(b -> Mention.of(b, isBold(n)));
  }

  /** u_1: an element of a family by its number. */
  Optional<Mention> element(Notation n) {
    return of(n).filter(m -> m.plain() && !m.indices().isEmpty() && m.indices().stream().allMatch(i -> i instanceof Notation.Numeral));
  }

  private Optional<Mention> scripted(Notation.Scripted s) {
    Notation base = s.base();
    if (base instanceof Notation.Bracketed b && b.open().equals("(") && b.close().equals(")")) {
      base = b.body();
      if (!(base instanceof Notation.Scripted) && baseName(base).isEmpty()) {
        return Optional.empty();
      }
      // (x)^2 and (W_2)_{ij}: a name in brackets; (x)_i of a bare letter may be an application's argument and is left to the caller
    }
    Optional<Mention> inner = of(base);
    // (W^T)_{ij} is W_{ji}: the index stands on the transpose
    boolean onTranspose = inner.isPresent() && inner.get().transposed() > 0 && s.sub().isPresent();
    // (f^3)' is the derivative of a power and (A^2)_{ij} an entry of one, no powers of f' and A_{ij}
    if (inner.isEmpty() || onTranspose || inner.get().exponent().isPresent()) {
      return Optional.empty();
    }
    Mention m = inner.get().primed(s.primes());
    if (s.sub().isPresent()) {
      m = subscript(m, s.sub().get());
    }
    if (s.sup().isPresent()) {
      Optional<Mention> raised = superscript(m, s.sup().get());
      if (raised.isEmpty()) {
        return Optional.empty();
      }
      m = raised.get();
    }
    return Optional.of(m);
  }

  private Mention subscript(Mention mention, Notation sub) {
    Mention m = mention;
    List<Notation> indices = new ArrayList<>(m.indices());
    List<Notation.Compared> conditions = new ArrayList<>(m.distinct());
    Optional<GivenScript> given = GivenScript.of(sub);
    List<Notation> all = given.map(GivenScript::items).orElseGet(() -> items(sub));
    m = given.map(g -> mention.labelled("_{" + g.label() + "}")).orElse(m);
    if (m.base().equals("\\delta") && all.size() == 2 && all.get(0) instanceof Notation.Symbol && !usage.letterIndexed().contains("\\delta")) {
      // delta_{j3}: Kronecker, unless delta is a family of its own
      return m.indexedBy(all);
    }
    for (Notation item : all) {
      if (item instanceof Notation.Compared c && !c.sides().isEmpty()) {
        indices.add(c.sides().get(0));
        conditions.add(c);
      } else if (isIndex(m, item) && !(all.size() == 1 && item instanceof Notation.Numeral && usage.pairIndexed().contains(m.base()))) {
        indices.add(item);
      } else {
        m = m.labelled("_{" + label(item) + "}");
      }
    }
    boolean term = !indices.isEmpty() && usage.totals().contains(m.key());
    if (indices.size() == 2 && usage.totals().contains(m.key() + PAIR)) {
      return m.labelled(PAIR).indexedBy(indices).where(conditions);
    }
    return (term ? m.labelled(TERM) : m).indexedBy(indices).where(conditions);
  }

  /** Whether the element 0 of a family is no element of the range that its sums run over. */
  boolean outside(String base) {
    return usage.outsideZero().contains(base);
  }

  /** The items of a script: of a list, or side by side when each is a letter, a digit or a mark; 2, k and j of W_{2,kj}. */
  static List<Notation> items(Notation script) {
    if (script instanceof Notation.Listed l) {
      return l.items().stream().flatMap(i -> letters(i) ? items(i).stream() : java.util.stream.Stream.of(i)).toList();
    }
    Optional<GivenScript> given = GivenScript.of(script);
    if (given.isPresent()) {
      return given.get().items();
    }
    if (script instanceof Notation.Juxtaposed j
        && j.factors().stream().allMatch(f -> f.op() == Notation.Op.NONE && (atom(f.item()) || f.item() instanceof Notation.Numeral))) {
      List<Notation> split = new ArrayList<>();
      for (Notation.Factor f : j.factors()) {
        split.add(f.item());
      }
      return split;
    }
    return List.of(script);
  }

  /** Letters side by side. */
  private static boolean letters(Notation n) {
    return n instanceof Notation.Juxtaposed j && j.factors().stream().allMatch(f -> f.op() == Notation.Op.NONE && atom(f.item()));
  }

  private static boolean atom(Notation n) {
    return n instanceof Notation.Symbol || (n instanceof Notation.Styled s && s.body() instanceof Notation.Symbol);
  }

  private boolean isIndex(Mention m, Notation item) {
    if (item instanceof Notation.Numeral zero && zero.digits().equals("0") && outside(m.base())) {
      return false;
    }
    if (item instanceof Notation.Numeral) {
      return usage.letterIndexed().contains(m.key().contains("|") ? GivenScript.byLetter(m.base()) : m.base());
    }
    if (item instanceof Notation.Symbol s) {
      if (s.name().equals("colon") || s.name().equals("ast") || s.name().equals("cdot")) {
        return true;
      }
      String letter = latexName(s.name());
      // the last element of a family whose sums end at that letter
      return indexLetter(letter) || (usage.sizes().contains(letter) && usage.letterIndexed().contains(m.base()));
    }
    if (item instanceof Notation.Words || item instanceof Notation.Styled || item instanceof Notation.Accented) {
      return false;
    }
    return true;
  }

  /** Whether a sum or the like binds a letter somewhere, or the text counts with it. */
  boolean bound(String letter) {
    return usage.bound().contains(letter);
  }

  /** Whether a letter in a script counts elements: bound by a sum, one of the usual six, or never a quantity of its own. */
  boolean indexLetter(String letter) {
    if (usage.bound().contains(letter) || (USUAL_INDICES.contains(letter) && !usage.labels().contains(letter))) {
      return true;
    }
    return letter.length() == 1 && Character.isLowerCase(letter.charAt(0)) && !usage.mainLine().contains(letter);
  }

  private static String label(Notation item) {
    return switch (item) {
      case Notation.Numeral n -> n.digits();
      case Notation.Symbol s -> latexName(s.name());
      case Notation.Words w -> "\\text{" + w.text() + "}";
      case Notation.Styled s -> label(s.body());
      default -> dev.gradus.notation.Typeset.of(item);
    };
  }

  /** Superscripts that number layers. */
  Layers layers() {
    return usage.layers();
  }

  private Optional<Mention> superscript(Mention mention, Notation sup) {
    // e to any power; a sum in brackets is a power but for t+1, k-1, which count steps and layers
    boolean exponential = mention.key().equals("e") && mention.indices().isEmpty() && !(sup instanceof Notation.Words) && !transposes(sup);
    if (exponential || (sup instanceof Notation.Bracketed g && g.body() instanceof Notation.Summed sum && !step(sum))) {
      return Optional.of(mention.toPower(sup));
    }
    Optional<Layers.Layer> layer = usage.layers().of(mention.base(), sup);
    if (layer.isPresent()) {
      return Optional.of(mention.labelled("^{(" + layer.get().text() + ")}"));
    }
    if (sup instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Notation.Op.NONE) {
      Notation first = j.factors().get(0).item();
      Notation second = j.factors().get(1).item();
      if (transposes(second) && labelAbove(first)) {
        return superscript(mention, first).flatMap(m -> superscript(m, second));
      }
      if (second instanceof Notation.Numeral && labelAbove(first)) {
        return superscript(mention, first).map(m -> m.toPower(second));
      }
    }
    if (sup instanceof Notation.Scripted s && s.sub().isEmpty() && s.sup().isPresent() && labelAbove(s.base())) {
      Notation outer = s.sup().get();
      return superscript(mention, s.base()).flatMap(m -> superscript(m, outer));
    }
    if (transposes(sup)) {
      return Optional.of(mention.turned());
    }
    if (sup instanceof Notation.Bracketed && mention.key().equals("e")) {
      return Optional.of(mention.toPower(sup));
    }
    if (sup instanceof Notation.Bracketed b && (b.open().equals("(") || b.open().equals("[") || b.open().equals("\\{"))) {
      return bracketed(mention, b);
    }
    if (sup instanceof Notation.Numeral n) {
      return Optional.of(
          usage.powerOneMarked().contains(mention.base()) ? mention.labelled("^{" + n.digits() + "}") : mention.toPower(n));
    }
    if (sup instanceof Notation.Symbol s) {
      String letter = latexName(s.name());
      if (letter.equals("ast") || letter.equals("\\ast") || letter.equals("*") || letter.equals("\\star")) {
        return Optional.of(mention.labelled("^{*}"));
      }
      return Optional.of(
          usage.labelsAbove().contains(letter) ? mention.labelled("^{" + letter + "}") : mention.toPower(sup));
    }
    if (sup instanceof Notation.Words w) {
      return Optional.of(mention.labelled("^{\\text{" + w.text() + "}}"));
    }
    return Optional.of(mention.toPower(sup));
  }

  private Optional<Mention> bracketed(Mention mention, Notation.Bracketed b) {
    Notation body = b.body();
    if (body instanceof Notation.Symbol s && sampleLetter(latexName(s.name()))) {
      List<Notation> indices = new ArrayList<>();
      indices.add(body);
      indices.addAll(mention.indices());
      return Optional.of(mention.labelled(SAMPLE).indexedBy(indices));
    }
    return Optional.of(mention.labelled("^{(" + label(body) + ")}"));
  }

  /** {@code t+1}, {@code l-1}: a letter that counts, and a number. */
  private boolean step(Notation.Summed sum) {
    return sum.items().size() == 2
        && sum.items().get(0).item() instanceof Notation.Symbol s
        && latexName(s.name()).length() == 1
        && sum.items().get(1).item() instanceof Notation.Numeral;
  }

  /** The name without the label of a sample index: x of x^{(i)}. */
  static String unsampled(String key) {
    return key.endsWith(SAMPLE) ? key.substring(0, key.length() - SAMPLE.length()) : key;
  }

  /** The same, also of x_i beside a vector x that is another name (READING 28): what both stand for at a sample is x. */
  static String ofSample(String key) {
    return key.endsWith(TERM) ? key.substring(0, key.length() - TERM.length()) : unsampled(key);
  }

  /** The name that carries a sample index: x^{(i)} of x. */
  static Optional<String> sampled(String key) {
    return key.endsWith(SAMPLE) ? Optional.empty() : Optional.of(key + SAMPLE);
  }

  /** One of the six letters that usually count. */
  static boolean usualIndex(String letter) {
    return USUAL_INDICES.contains(letter);
  }

  private boolean sampleLetter(String letter) {
    return usage.bound().contains(letter) || USUAL_INDICES.contains(letter);
  }

  /** A label in front of a power or a transposition, {@code ^{(l)T}}: in brackets, or a letter that the document uses as a label only. */
  private boolean labelAbove(Notation n) {
    return (n instanceof Notation.Bracketed b && !(b.body() instanceof Notation.Summed sum && !step(sum)))
        || (n instanceof Notation.Symbol s && usage.labelsAbove().contains(latexName(s.name())));
  }

  /** T, \top, \intercal, upright T; a t only where t is no quantity of its own. */
  boolean transposes(Notation n) {
    if (n instanceof Notation.Styled s) {
      return transposes(s.body());
    }
    if (n instanceof Notation.Words w) {
      return w.text().equals("T");
    }
    if (!(n instanceof Notation.Symbol s)) {
      return false;
    }
    return switch (s.name()) {
      case "T", "top", "intercal" -> true;
      case "t" -> !usage.mainLine().contains("t") && !usage.bound().contains("t");
      default -> false;
    };
  }
}
