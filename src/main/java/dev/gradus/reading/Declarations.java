package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Op;
import dev.gradus.term.Family;
import dev.gradus.term.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shapes that the text states ({@code W\\in\\mathbb R^{m\\times d}}, {@code X: N\\times D}) and names that only its words introduce (READING 22). */
final class Declarations {
  /** What is known afterwards. */
  record Result(Names names, Ranges ranges) {}

  private static final List<String> INTRODUCING = List.of("call", "calling", "write", "writing", "denote", "denoting", "abbreviate", "name", "label");
  private static final List<String> EXPLAINING = List.of("denotes", "stands", "means", "for the", "is the", "be the", "are the", "as the", "represents");

  private Declarations() {}

  /** In: a piece of a formula, the bare names before it in that formula (u, of u, v in R^d), all pieces before it. Out: the names with their shapes. */
  static Result of(Reader.PrintedFragment f, List<Notation> joined, List<Reader.PrintedFragment> fragments, List<Reader.Printed> printed, Survey survey, Names before, Ranges rangesBefore) {
    Result shaped = shapes(f, joined, survey, before, rangesBefore);
    Names names = shaped.names();
    Ranges ranges = shaped.ranges();
    try {
      Rows.of(f, fragments, survey, names, ranges);
      inWords(f, fragments, survey, names, ranges);
    } catch (Misfit contradictory) {
      return new Result(before, rangesBefore);
    }
    existential(f.notation(), f.fragment().part(), survey, names);
    Ranges with = ranges;
    Optional<Result> denoted = Denoted.of(f, fragments, printed, survey, names, ranges).or(() -> new SlopesInWords(f, fragments, printed, survey, names).take(with));
    if (denoted.isPresent()) {
      return denoted.get();
    }
    survey.mentions().of(f.notation()).filter(Mention::plain).filter(m -> unknown(f.fragment(), m, before)).ifPresent(m -> names.forget(m.key(), f.fragment().part()));
    return new Result(names, ranges);
  }

  /** The letters whose shape a piece of a formula states. */
  static List<String> shaped(Notation n, Mentions mentions) {
    if (!(n instanceof Notation.Infix i) || !(i.op().equals("in") || i.op().equals("colon"))) {
      return List.of();
    }
    List<Notation> heads = i.left() instanceof Notation.Listed l ? l.items() : List.of(i.left());
    return heads.stream().flatMap(h -> mentions.of(h).filter(Mention::plain).map(Mention::key).stream()).toList();
  }

  /** "Let $X$ be an $n \\times d$ matrix", "$A$ and $B$ are $n \\times n$", "a $3 \\times 2$ matrix $A$". */
  private static void inWords(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey, Names names, Ranges ranges) {
    List<Reader.PrintedFragment> all = Stream.concat(fragments.stream(), Stream.of(f)).toList();
    int last = all.size() - 1;
    boolean behind = last > 0 && product(f.notation()) && SIZED.matcher(between(all, last)).matches();
    boolean before = last > 0 && product(all.get(last - 1).notation()) && OF_SIZE.matcher(between(all, last)).matches();
    List<Reader.PrintedFragment> called = new ArrayList<>(before ? List.of(f) : List.of());
    for (int k = last - 1; behind && k >= 0; k = k > 0 && LISTED.matcher(between(all, k)).matches() ? k - 1 : -1) {
      called.add(all.get(k));
    }
    Optional<List<Range>> axes = called.isEmpty() ? Optional.empty() : dimensions(all.get(behind ? last : last - 1).notation(), survey.mentions(), ranges);
    for (Reader.PrintedFragment name : axes.isPresent() ? called : List.<Reader.PrintedFragment>of()) {
      survey.mentions().of(name.notation())
          .filter(m -> m.bare() && names.definition(m.key(), f.fragment().part()).isEmpty())
          .filter(m -> ARRAY.matcher(f.fragment().opens() + f.fragment().closes()).find() || isArray(survey.trace(m.key(), f.fragment().part())))
          .ifPresent(m -> declare(m, axes.get(), lay(all.get(behind ? last : last - 1).notation()), f.fragment().part(), names, ranges));
    }
  }

  private static final Pattern SIZED = Pattern.compile("(is|are|be|being|denotes?|has|have|of)( (a|an|the|some|any|our|size|shape|dimensions?|of|real|full|column|rank|tall|data|design|input|weight|feature|square))*");
  private static final Pattern OF_SIZE = Pattern.compile("(\\p{L}+ )?(matrix|matrices|array|vector)");
  private static final Pattern LISTED = Pattern.compile(",? ?(and)?");

  /** Words that tell an array of n times d numbers from a number that is the product n d, as a letter's uses do too. */
  private static final Pattern ARRAY = Pattern.compile("\\b(matrix|matrices|vectors?|arrays?|dimensions?|size|shape|rank)\\b");

  private static boolean isArray(Trace uses) {
    return uses.matrixLike || uses.vectorLike || uses.least > 0 || uses.bold || uses.indices > 0;
  }

  /** The words between a piece of a formula and the one before it, in one sentence; otherwise a sign that no words are. */
  private static String between(List<Reader.PrintedFragment> all, int at) {
    Fragment one = all.get(at - 1).fragment();
    Fragment two = all.get(at).fragment();
    boolean together = one.part().equals(two.part()) && two.opens().startsWith(one.opens());
    String rest = together ? two.opens().substring(one.opens().length()).strip() : "";
    return rest.startsWith("$") && rest.indexOf('$', 1) < 0 ? rest.substring(1).strip() : "$";
  }

  private static boolean product(Notation n) {
    return n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Op.TIMES;
  }

  /** READING 8: the shape that a sentence states of a letter holds from its beginning, "Z = XW with W in R^{d x k}", where the part states no other. */
  static Result early(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey, Names names, Ranges ranges) {
    List<String> own = shaped(f.notation(), survey.mentions());
    List<Notation> joined = joined(f, fragments, survey.mentions()).stream().filter(n -> stated(survey.mentions().of(n).map(Mention::key).stream().toList(), f, fragments, survey) == 1).toList();
    return stated(own, f, fragments, survey) == 1 ? shapes(f, joined, survey, names, ranges) : new Result(names, ranges);
  }

  /** How many pieces of formulas in the part state the shape of one of these letters. */
  private static long stated(List<String> keys, Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey) {
    return fragments.stream()
        .filter(g -> g.fragment().part().equals(f.fragment().part()))
        .filter(g -> Stream.concat(shaped(g.notation(), survey.mentions()).stream(), joined(g, fragments, survey.mentions()).stream().flatMap(n -> survey.mentions().of(n).map(Mention::key).stream())).anyMatch(keys::contains))
        .count();
  }

  /** The bare names before a piece of a formula that a comma joins to it: u, of u, v \\in R^d. */
  private static List<Notation> joined(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Mentions mentions) {
    List<Notation> names = new ArrayList<>();
    boolean states = !shaped(f.notation(), mentions).isEmpty();
    for (int k = states ? fragments.indexOf(f) : 0; k > 0 && fragments.get(k).fragment().joined() && mentions.of(fragments.get(k - 1).notation()).filter(Mention::bare).isPresent(); k--) {
      names.addFirst(fragments.get(k - 1).notation());
    }
    return names;
  }

  /** How many axes a set of arrays gives to its elements. */
  static Optional<Integer> axes(Notation set, Mentions mentions) {
    try {
      return dimensions(set, mentions, new Ranges()).map(List::size);
    } catch (Misfit contradictory) {
      return Optional.empty();
    }
  }

  /** Only the shapes that a piece of a formula states. */
  static Result shapes(Reader.PrintedFragment f, List<Notation> joined, Survey survey, Names before, Ranges rangesBefore) {
    Names names = before.copy();
    Ranges ranges = rangesBefore.copy();
    if (f.notation() instanceof Notation.Infix i && (i.op().equals("in") || i.op().equals("colon"))) {
      List<Notation> heads = new ArrayList<>(i.op().equals("in") ? joined : List.of());
      heads.addAll(i.left() instanceof Notation.Listed l ? l.items() : List.of(i.left()));
      try {
        for (Notation head : heads) {
          Optional<List<Range>> axes = dimensions(i.right(), survey.mentions(), ranges);
          Optional<Mention> m = survey.mentions().of(head).filter(Mention::plain);
          if (axes.isPresent() && m.isPresent() && names.definition(m.get().key(), f.fragment().part()).isEmpty()) {
            declare(m.get(), axes.get(), lay(i.right()), f.fragment().part(), names, ranges);
          }
        }
      } catch (Misfit contradictory) {
        return new Result(before, rangesBefore);
      }
    }
    return new Result(names, ranges);
  }

  /** In: an equation with what it introduces. Out: the sizes with those of the set that is printed behind it, {@code s = softmax(z) \\in R^n}; unchanged where they do not fit. */
  static Ranges within(Reader.Printed p, Head head, Definitions.Result.Known known, Mentions mentions) {
    Optional<Value> value = known.names().definition(head.mention().key(), p.statement().part()).filter(d -> d.letters().isEmpty()).flatMap(Definition::value);
    if (p.spaces().size() != 1 || value.isEmpty()) {
      return known.ranges();
    }
    Ranges ranges = known.ranges().copy();
    try {
      Optional<List<Range>> axes = dimensions(p.spaces().getFirst(), mentions, ranges).filter(a -> a.size() == value.get().rank());
      for (int k = 0; axes.isPresent() && k < axes.get().size(); k++) {
        ranges.unify(value.get().range(k), axes.get().get(k));
      }
      return ranges;
    } catch (Misfit contradictory) {
      return known.ranges();
    }
  }

  /** Shapes that words state: "let A and B be matrices". */
  static void words(List<WordFact> facts, Part part, Survey survey, Names names, Ranges ranges) {
    for (WordFact f : facts) {
      int rank =
          switch (f.kind()) {
            case MATRIX, ROWS_ONE_HOT, COLUMNS_ONE_HOT, INVERTIBLE, SINGULAR, SYMMETRIC, ORTHOGONAL, POSITIVE_DEFINITE, DIAGONAL -> 2;
            case VECTOR, ROW_VECTOR, DISTRIBUTION, ONE_HOT, UNIT_VECTOR -> 1;
            case SCALAR -> 0;
            default -> -1;
          };
      for (String name : rank < 0 ? List.<String>of() : f.names()) {
        Optional<Mention> m =
            survey.mentions().printed(name).filter(Mention::bare);
        boolean function = rank == 2 && m.filter(x -> survey.trace(x.key(), part).applied).isPresent();
        boolean capital = f.kind() == WordFact.Kind.MATRIX || name.chars().noneMatch(Character::isLowerCase);
        if (m.isEmpty() || !capital || function || names.definition(m.get().key(), part).isPresent() || names.quantity(m.get().key()).filter(Names.Quantity::declared).isPresent()) {
          continue;
        }
        List<Range> axes = new ArrayList<>();
        for (int k = 0; k < rank; k++) {
          axes.add(ranges.fresh());
        }
        declare(m.get(), axes, f.kind() == WordFact.Kind.ROW_VECTOR ? Value.Lay.ROW : Value.Lay.ANY, part, names, ranges);
      }
    }
  }

  /** x = (x_1, .., x_n) lists the components of x: a vector of that size, nothing else. */
  static boolean components(Head head, Notation body, Part part, Mentions mentions, Names names, Ranges ranges) {
    String key = head.mention().key();
    if (!head.parameters().isEmpty() || !head.letters().isEmpty() || head.squared() || head.logged()) {
      return false;
    }
    Notation list = body instanceof Notation.Scripted s && s.sub().isEmpty() && s.sup().filter(mentions::transposes).isPresent() ? s.base() : body;
    Notation inside = list instanceof Notation.Bracketed b ? b.body() : list;
    Optional<Range> range =
        switch (inside) {
          case Notation.BigOperator b when Dotted.ARRAYS.contains(b.name()) && !b.name().equals("diagonal") -> counted(key, b, mentions, ranges);
          case Notation.Listed l when list instanceof Notation.Bracketed -> counted(key, l.items(), mentions, ranges);
          case Notation.Table t when t.rows().size() == 1 || t.rows().stream().allMatch(r -> r.size() == 1) ->
              counted(key, DottedTable.rows(t).stream().flatMap(List::stream).toList(), mentions, ranges);
          default -> Optional.empty();
        };
    Optional<Names.Quantity> known = names.quantity(key);
    if (range.isEmpty() || (known.isPresent() && known.get().axes().size() != 1)) {
      return false;
    }
    try {
      declare(head.mention(), List.of(range.get()), Value.Lay.ANY, part, names, ranges);
      return true;
    } catch (Misfit contradictory) {
      return false;
    }
  }

  private static Optional<Range> counted(String key, Notation.BigOperator b, Mentions mentions, Ranges ranges) {
    boolean plain =
        mentions.of(b.body()).filter(m -> m.key().equals(key) && m.plain() && m.indices().size() == 1 && Dotted.is(m.indices().get(0), b.sub().orElseThrow())).isPresent();
    boolean fromOne = b.sub().filter(s -> s instanceof Notation.Compared c && Conditions.isNumeral(c.sides().get(1), "1")).isPresent();
    return plain && fromOne ? b.sup().flatMap(mentions::of).filter(Mention::bare).map(m -> ranges.ofSize(m.key())) : Optional.empty();
  }

  private static Optional<Range> counted(String key, List<Notation> items, Mentions mentions, Ranges ranges) {
    for (int k = 0; k < items.size(); k++) {
      String number = Integer.toString(k + 1);
      boolean component =
          mentions
              .of(items.get(k))
              .filter(Mention::plain)
              .filter(
                  m ->
                      (m.indices().isEmpty() && m.key().equals(key + "_{" + number + "}"))
                          || (m.key().equals(key) && m.indices().size() == 1 && Conditions.isNumeral(m.indices().get(0), number)))
              .isPresent();
      if (!component) {
        return Optional.empty();
      }
    }
    return items.size() < 2 ? Optional.empty() : Optional.of(ranges.ofFixed(items.size()));
  }

  /** "there is a t": some value, not any. */
  private static void existential(Notation n, Part part, Survey survey, Names names) {
    if (n instanceof Notation.Infix i && i.op().equals("exists")) {
      java.util.Set<String> bound = new java.util.TreeSet<>();
      Definitions.collect(i.right() instanceof Notation.Infix in ? in.left() : i.right(), survey.mentions(), bound);
      bound.forEach(b -> names.forget(b, part));
    }
    Notations.children(n).forEach(c -> existential(c, part, survey, names));
  }

  private static void declare(Mention m, List<Range> axes, Value.Lay lay, Part part, Names names, Ranges ranges) {
    List<Range> all = new ArrayList<>();
    for (int k = 0; k < m.indices().size(); k++) {
      all.add(ranges.fresh());
    }
    all.addAll(axes);
    Optional<Names.Quantity> known = names.quantity(m.key());
    if (known.isPresent() && known.get().axes().size() == all.size() && known.get().part().near(part)) {
      for (int k = 0; k < all.size(); k++) {
        ranges.unify(known.get().axes().get(k), all.get(k));
      }
    }
    Family.Kind kind = names.isUnknown(m.key(), part) ? Family.Kind.UNKNOWN : Family.Kind.VARIABLE;
    names.put(new Names.Quantity(m.key(), all.stream().map(ranges::now).toList(), lay, kind, List.of(), true, part));
  }

  /** The axes of R^n, R^{m x d}, n x d, \\{0, 1\\}^n, [0, 1]^n; a side of 1 is no axis. */
  private static Optional<List<Range>> dimensions(Notation set, Mentions mentions, Ranges ranges) {
    if (set instanceof Notation.Scripted s && s.sub().isEmpty() && s.sup().isPresent() && (isReals(s.base()) || isListed(s.base()))) {
      return sizes(s.sup().get(), mentions, ranges);
    }
    if (isReals(set)) {
      return Optional.of(List.of());
    }
    return set instanceof Notation.Juxtaposed j && j.factors().stream().skip(1).allMatch(f -> f.op() == Op.TIMES) ? sizes(set, mentions, ranges) : Optional.empty();
  }

  /** R, R^n, R^{m x n}. */
  static boolean isSpace(Notation set) {
    return isReals(set) || (set instanceof Notation.Scripted s && s.sub().isEmpty() && s.sup().isPresent() && isReals(s.base()));
  }

  /** The same, and sets of numbers that are listed, intervals. */
  static boolean isOfNumbers(Notation set) {
    return isSpace(set) || isListed(set) || (set instanceof Notation.Scripted s && s.sub().isEmpty() && s.sup().isPresent() && isListed(s.base()));
  }

  private static boolean isReals(Notation n) {
    return n instanceof Notation.Styled s && s.body() instanceof Notation.Symbol r && r.name().equals("R");
  }

  /** A set of numbers that is listed, or an interval: what is raised are its copies. */
  private static boolean isListed(Notation n) {
    boolean brackets = n instanceof Notation.Bracketed b && (b.open().equals("\\{") || b.open().equals("[") || b.open().equals("("));
    return brackets && n instanceof Notation.Bracketed b && b.body() instanceof Notation.Listed l && l.items().size() > 1 && l.items().stream().allMatch(Declarations::isNumber);
  }

  private static boolean isNumber(Notation n) {
    return n instanceof Notation.Numeral || (n instanceof Notation.Summed s && s.items().size() == 1 && s.items().getFirst().item() instanceof Notation.Numeral);
  }

  private static Optional<List<Range>> sizes(Notation n, Mentions mentions, Ranges ranges) {
    List<Notation> items = new ArrayList<>();
    if (n instanceof Notation.Juxtaposed j) {
      for (Notation.Factor f : j.factors()) {
        if (f.op() != Op.NONE && f.op() != Op.TIMES) {
          return Optional.empty();
        }
        items.add(f.item());
      }
      if (j.factors().stream().skip(1).anyMatch(f -> f.op() != Op.TIMES)) {
        return Optional.empty();
      }
    } else {
      items.add(n);
    }
    List<Range> axes = new ArrayList<>();
    for (Notation item : items) {
      if (Conditions.isNumeral(item, "1")) {
        continue;
      }
      if (item instanceof Notation.Numeral d && d.digits().chars().allMatch(Character::isDigit) && d.digits().length() < 6) {
        axes.add(ranges.ofFixed(Integer.parseInt(d.digits())));
      } else if (item instanceof Notation.Symbol s) {
        axes.add(ranges.ofSize(Mentions.latexName(s.name())));
      } else if (item instanceof Notation.Scripted || item instanceof Notation.Bracketed) {
        // d_h is the same size here and above a sum
        axes.add(ranges.ofSize(mentions.of(item).filter(Mention::bare).map(Mention::key).orElse(dev.gradus.notation.Outline.of(item))));
      } else {
        return Optional.empty();
      }
    }
    return axes.size() <= 2 ? Optional.of(axes) : Optional.empty();
  }

  private static Value.Lay lay(Notation set) {
    Notation n = set instanceof Notation.Scripted s && s.sup().isPresent() ? s.sup().get() : set;
    if (n instanceof Notation.Juxtaposed j && j.factors().size() == 2) {
      return Conditions.isNumeral(j.factors().get(0).item(), "1")
          ? Value.Lay.ROW
          : Conditions.isNumeral(j.factors().get(1).item(), "1") ? Value.Lay.COLUMN : Value.Lay.ANY;
    }
    return Value.Lay.ANY;
  }

  /** A name that the words introduce as something computed ("call the fraction w_i", "write S for the denominator"): its value is not known. */
  private static boolean unknown(Fragment f, Mention m, Names names) {
    if (names.definition(m.key(), f.part()).isPresent() || names.quantity(m.key()).isPresent()) {
      return false;
    }
    String opens = f.opens().toLowerCase(Locale.ROOT).strip();
    String closes = f.closes().toLowerCase(Locale.ROOT).strip();
    boolean introduced = INTRODUCING.stream().anyMatch(w -> opens.matches("(.*\\s)?" + w + "(\\s(the|by|its|this|that|[a-z]+)){0,4}"));
    boolean explained = EXPLAINING.stream().anyMatch(closes::startsWith);
    String about = (opens.length() > 60 ? opens.substring(opens.length() - 60) : opens) + " " + (closes.length() > 60 ? closes.substring(0, 60) : closes);
    boolean variable =
        about.matches(
            ".*\\b(input|inputs|vector|vectors|matrix|matrices|scalar|label|labels|target|targets|weight|weights|bias|biases|parameter|parameters|variable|variables|number|counts?|constant|real|index|sample|samples|size|dimension|class|classes|rate|any|arbitrary|logits|scores|data|features?|lagrange multipliers?|responsibilit(y|ies)|hyperparameters?|coefficients?|embeddings?|prior|strength|temperature)\\b.*");
    // what is called a loss and differentiated is any loss (READING 24)
    boolean loss = about.matches(".*\\b(loss|cost|error|objective|risk)\\b.*") && !names.argumentsOf(m.key(), f.part()).isEmpty();
    // "where \\sigma is the logistic sigmoid" says which standard function it is (READING 21)
    boolean standard = m.key().equals("\\sigma") && about.matches(".*\\b(sigmoids?|sigmoidal|logistic|softplus|softmax|relus?|rectifier|rectified|tanh|hyperbolic tangent|activation|nonlinearity|non-linearity)\\b.*");
    return (introduced || explained) && !variable && !loss && !standard;
  }

  /**
   * The names that a formula without a relation uses: in W \in R^{h \times d} beside a bold h, the size is another letter. "This gives the log-likelihood l(w): l(w) = .."
   * only announces what its equation introduces.
   */
  static Set<String> named(Reader.PrintedFragment f, List<Reader.Printed> printed, Survey survey) {
    Set<String> names = new TreeSet<>();
    Definitions.collect(f.notation(), survey.mentions(), names);
    announced(f, printed, survey).ifPresent(names::remove);
    names.removeIf(n -> survey.isSize(n) && survey.everywhere(n).bold);
    return names;
  }

  /** The name that the left side of the next statement begins with just as a formula right before it does. */
  private static Optional<String> announced(Reader.PrintedFragment f, List<Reader.Printed> printed, Survey survey) {
    boolean next = f.fragment().closes().strip().matches("[:：,，*_]*\\s*(\\$.*)?") && f.fragment().before() < printed.size();
    Optional<Reader.Printed> p = next ? Optional.of(printed.get(f.fragment().before())) : Optional.empty();
    return p.filter(q -> q.statement().part().equals(f.fragment().part()) && q.statement().after().isEmpty() && Templates.same(q.left(), f.notation()))
        .flatMap(q -> Head.of(q.left(), survey.mentions()))
        .map(h -> h.mention().key());
  }
}
