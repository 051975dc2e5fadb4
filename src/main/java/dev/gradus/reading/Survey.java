package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How letters are used in a document, collected before anything is read: which letters count elements, which scripts are labels, and how
 * many axes a name shows. Evidence only; the reading decides.
 */
final class Survey {
  /** A tree with the part it stands in. */
  record Placed(Part part, Notation notation) {}

  /** letters that are quantities, and those that are labels: no index */
  private final Set<String> mainLine = new TreeSet<>();
  private final Set<String> bound = new TreeSet<>();
  private final Set<String> letterIndexed = new TreeSet<>();
  /** capitals with two letters below, and names with one: W_1 beside W_{ij} is another matrix, beside W_i one of several */
  private final Set<String> pairIndexed = new TreeSet<>();
  private final Set<String> onceIndexed = new TreeSet<>();
  private final Set<String> powerOneMarked = new TreeSet<>();
  private final Set<String> raisedLetters = new TreeSet<>();
  private final Raised raised = new Raised();
  private final UsualNumbers usual = new UsualNumbers();
  private final Sums sums = new Sums();
  /** letters by which a derivative is a total of numbers */
  private final Set<String> slopes = new TreeSet<>();
  private final Map<Integer, Set<String>> sizes = new TreeMap<>();
  private Set<String> sizesHere = new TreeSet<>();
  private final Set<String> indexLetters = new TreeSet<>();
  /** letters that divide something, or stand before the identity: numbers */
  private final Set<String> scaling = new TreeSet<>(List.of("\\lambda"));
  private final Map<Integer, Map<String, Trace>> byPart = new TreeMap<>();
  private final Map<Integer, Part> parts = new TreeMap<>();
  private final Marks marks = new Marks();

  /** names in what softmax is taken of */
  private final Map<Integer, Set<String>> stacked = new TreeMap<>();
  private Set<String> stackedHere = new TreeSet<>();
  /** letters of the sums around what is traced that start at 0 */
  private final Set<String> fromZero = new TreeSet<>();

  private Mentions mentions;
  private Map<String, Trace> traces = new TreeMap<>();

  private Survey(List<Placed> all, List<Equation> equations) {
    for (Placed p : all) {
      sizesHere = sizes.computeIfAbsent(p.part().number(), k -> new TreeSet<>());
      scan(p.notation(), false);
      raised.side(p.notation());
      usual.see(p.notation());
      sums.beside(p.notation());
    }
    ElementLetters elements = new ElementLetters(bound, this);
    equations.forEach(e -> elements.compared(e.left(), e.right()));
    equations.forEach(e -> usual.compare(e.left(), e.right()));
    equations.forEach(e -> ScalarSlopes.of(e.left(), e.right()).ifPresent(slopes::add));
    all.forEach(p -> elements.indicated(p.notation()));
    all.forEach(p -> raised.side(p.notation()));
    Set<String> defined = DefinedLabels.of(all.stream().map(Placed::notation).toList(), equations, bound);
    mainLine.addAll(defined);
    Set<String> labels = new TreeSet<>(raisedLetters);
    labels.removeAll(mainLine);
    labels.addAll(raised.labels());
    labels.removeAll(bound);
    labels.removeAll(List.of("i", "j", "k", "l", "m", "n", "T"));
    GivenFamilies given = new GivenFamilies(equations, all);
    labels.removeAll(given.powers());
    powerOneMarked.removeAll(given.raised());
    Set<String> counting = given.numbering();
    counting.addAll(bound);
    Set<String> counts = sizes.values().stream().flatMap(Set::stream).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    pairIndexed.removeAll(onceIndexed);
    Mentions.Usage usage = new Mentions.Usage(mainLine, defined, counting, letterIndexed, pairIndexed, counts, powerOneMarked, labels, sums.outside(given), Layers.of(equations, all), Collections.emptySet());
    mentions = new Mentions(usage);
    trace(all);
    equations.forEach(e -> SameShape.show(e, this));
    Set<String> totals = Sums.totals(equations, this);
    totals.addAll(apart());
    totals.addAll(Sums.pairs(all.stream().map(Placed::notation).toList(), equations, this));
    given.namesakes().stream().filter(k -> isNumber(everywhere(k))).forEach(totals::add);
    boolean more = labels.addAll(ArrayLabels.of(raised, equations, this));
    if (more || !totals.isEmpty()) {
      mentions = new Mentions(usage.with(totals));
      byPart.clear();
      trace(all);
      equations.forEach(e -> SameShape.show(e, this));
    }
    all.forEach(p -> marks.add(p.part(), p.notation(), mentions));
  }

  /**
   * Letters for a vector beside which the same letter with an index is a vector too: w in w^T x and w_k in w_k^T x (with w_{kj}) are a vector and a family of vectors, not
   * one array (READING 28). A capital letter and what softmax is taken of may be the whole family.
   */
  private Set<String> apart() {
    Set<String> found = SampleNumbers.of(byPart, this);
    for (Part part : parts.values()) {
      for (String key : byPart.getOrDefault(part.number(), new TreeMap<>()).keySet()) {
        Trace t = trace(key, part);
        boolean vectors = (t.indices == 1 || t.indices == 2) && t.needed(0) == 1 && t.needed(1) == 2;
        if (vectors && !t.matrixLike && !isStacked(key, part) && !upper(key)) {
          found.add(key);
        }
      }
    }
    return found;
  }

  /** Whether no use of a letter without an index shows an array. */
  static boolean isNumber(Trace t) {
    return t.needed(0) == 0 && !t.bold && !t.matrixLike && !t.vectorLike;
  }

  /** Takes in that a name is an array of at least so many axes where it is printed with so many indices. */
  void show(String key, int written, int axes) {
    String all = mentions.layers().together(key);
    byPart.values().stream().flatMap(t -> Optional.ofNullable(t.get(all)).stream()).forEach(t -> {
      t.vectorLike |= !upper(key);
      t.least = Math.max(t.least, axes);
      t.need(written, axes);
    });
  }

  private boolean isStacked(String key, Part part) {
    return parts.values().stream().anyMatch(where -> part.near(where) && stacked.getOrDefault(where.number(), Collections.emptySet()).contains(key));
  }

  private void trace(List<Placed> all) {
    for (Placed p : all) {
      parts.put(p.part().number(), p.part());
      traces = byPart.computeIfAbsent(p.part().number(), k -> new TreeMap<>());
      stackedHere = stacked.computeIfAbsent(p.part().number(), k -> new TreeSet<>());
      trace(p.notation());
    }
  }

  /** An equation's sides. */
  record Equation(Notation left, Notation right) {}

  static Survey of(List<Placed> all, List<Equation> equations) {
    return new Survey(all, equations);
  }

  Mentions mentions() {
    return mentions;
  }

  /** What the uses of a name show in a part, the parts in it and the text of the parts around it; where it does not occur there, in the whole document. */
  Trace trace(String name, Part part) {
    String key = mentions.layers().together(name);
    Trace near = new Trace();
    Trace all = new Trace();
    boolean found = false;
    for (Map.Entry<Integer, Map<String, Trace>> e : byPart.entrySet()) {
      Trace t = e.getValue().get(key);
      Part where = parts.get(e.getKey());
      if (t == null || where == null || ofAnotherQuestion(where, part)) {
        continue;
      }
      all.add(t);
      if (part.near(where)) {
        near.add(t);
        found = true;
      }
    }
    return found ? near : all;
  }

  /** What the uses of a name show in the whole document. */
  Trace everywhere(String name) {
    String key = mentions.layers().together(name);
    Trace all = new Trace();
    byPart.values().forEach(t -> all.add(t.getOrDefault(key, new Trace())));
    return all;
  }

  /** The same but for questions of the assignment that a part does not answer. */
  Trace everywhere(String name, Part part) {
    String key = mentions.layers().together(name);
    Trace all = new Trace();
    byPart.forEach((number, t) -> {
      boolean counts = !ofAnotherQuestion(parts.getOrDefault(number, part), part);
      all.add(counts ? t.getOrDefault(key, new Trace()) : new Trace());
    });
    return all;
  }

  private static boolean ofAnotherQuestion(Part where, Part part) {
    return where.assignment() && !part.near(where);
  }

  /** What signs around names show. */
  Marks marks() {
    return marks;
  }

  /** Which letters the document uses in the meaning that everybody gives them. */
  UsualNumbers usual() {
    return usual;
  }

  /** Whether a letter is the upper limit of a sum or a dimension somewhere. */
  boolean isSize(String letter) {
    return sizes.values().stream().anyMatch(s -> s.contains(letter));
  }

  /** Whether a letter is one in a part, the parts in it or the text of the parts around it. */
  boolean isSize(String letter, Part part) {
    return parts.values().stream().anyMatch(where -> part.near(where) && sizes.getOrDefault(where.number(), Collections.emptySet()).contains(letter));
  }

  /** Whether a letter stands in an index place somewhere. */
  boolean isIndex(String letter) {
    return indexLetters.contains(letter) || bound.contains(letter);
  }

  boolean isBound(String letter) {
    return bound.contains(letter);
  }

  /** Whether anything in the document shows an array. */
  boolean hasArrays() {
    return byPart.values().stream()
        .flatMap(m -> m.values().stream())
        .anyMatch(t -> t.indices > 0 || t.vectorLike || t.matrixLike || t.bold);
  }

  // First pass: letters and scripts.
  private void scan(Notation n, boolean script) {
    switch (n) {
      case Notation.Symbol s -> {
        if (!script) {
          mainLine.add(Mentions.latexName(s.name()));
        }
      }
      case Notation.Scripted s -> scanScripted(s, script);
      case Notation.BigOperator b -> {
        boolean over = b.name().equals("sum") || b.name().equals("prod") || Dotted.ARRAYS.contains(b.name());
        if (!b.name().equals("argmax") && !b.name().equals("argmin") && !b.name().equals("lim")) {
          sums.scan(b);
        }
        // the letter under argmin or lim is no index
        if (over || b.name().equals("max") || b.name().equals("min")) {
          b.sub().ifPresent(l -> BoundLetters.collect(l, bound));
        }
        if (over) {
          b.sup().ifPresent(u -> Limits.last(u, sizesHere));
        }
        b.sup().ifPresent(u -> scan(u, true));
        scan(b.body(), script);
      }
      case Notation.Annotated a -> scan(a.body(), script);
      case Notation.Bracketed b -> PrintedHead.quantities(b.body()).forEach(q -> scan(q, script));
      case Notation.Fraction f -> {
        Mentions.baseName(f.denominator()).ifPresent(scaling::add);
        Notations.children(n).forEach(c -> scan(c, script));
      }
      case Notation.Juxtaposed j when j.factors().size() == 2 && Mentions.baseName(j.factors().get(1).item()).filter(Shapes::identityName).isPresent() -> {
        Mentions.baseName(j.factors().get(0).item()).ifPresent(scaling::add);
        Notations.children(n).forEach(c -> scan(c, script));
      }
      default -> Notations.children(n).forEach(c -> scan(c, script));
    }
  }

  private void scanScripted(Notation.Scripted s, boolean script) {
    scan(s.base(), script);
    if (s.base() instanceof Notation.Styled st && st.style().equals("mathbb") && s.sup().isPresent()) {
      Limits.dimensions(s.sup().get(), sizesHere);
    }
    Optional<String> base = Mentions.bracketedName(s.base());
    s.sub()
        .ifPresent(
            sub -> {
              // what a gradient is taken by is no index
              List<Notation> items = Differentials.isNabla(s.base()) ? List.of() : Mentions.items(sub);
              base.filter(name -> GivenScript.byLetter(sub)).ifPresent(name -> letterIndexed.add(GivenScript.byLetter(name)));
              boolean digits = items.stream().anyMatch(i -> i instanceof Notation.Numeral);
              base.filter(name -> !digits).ifPresent(name -> (items.size() > 1 && upper(name) ? pairIndexed : onceIndexed).add(name));
              for (Notation item : items) {
                Notation first = item instanceof Notation.Compared c && !c.sides().isEmpty() ? c.sides().get(0) : item;
                if ((first instanceof Notation.Symbol letter && letter.name().length() == 1) || Mentions.primedLetter(first).isPresent()) {
                  indexLetters.add(Mentions.baseName(first).orElse(""));
                  // z_{1i}: a label and an index; (W_2)_{ij}: the label is inside
                  if (base.isPresent() && !digits && !(s.base() instanceof Notation.Bracketed)) {
                    letterIndexed.add(base.get());
                  }
                }
              }
              scan(sub, true);
            });
    s.sup()
        .ifPresent(
            sup -> {
              if (sup instanceof Notation.Numeral d && d.digits().equals("1") && base.isPresent()) {
                powerOneMarked.add(base.get());
              }
              // (h^a)^2 is a power of h^a, and says nothing of what stands above h
              base.filter(name -> !(s.base() instanceof Notation.Bracketed b && b.body() instanceof Notation.Scripted inner && inner.sup().isPresent())).ifPresent(name -> raised.see(name, s.sub().isPresent(), sup));
              if (sup instanceof Notation.Symbol letter && base.isPresent() && !base.get().equals("e")) {
                raisedLetters.add(Mentions.latexName(letter.name()));
              }
              // an exponent is an ordinary place for a quantity: e^x, y^t(1-y)^{1-t}
              boolean exponent = !(sup instanceof Notation.Symbol) || base.filter(b -> b.equals("e")).isPresent();
              scan(sup, !exponent || sup instanceof Notation.Bracketed);
            });
  }

  // Second pass: shapes.
  private void trace(Notation n) {
    mentions.of(n).ifPresent(this::record);
    switch (n) {
      case Notation.Summed s -> {
        s.items().forEach(i -> trace(i.item()));
        biases(s);
      }
      case Notation.Juxtaposed j -> {
        neighbours(j);
        Notations.unscripted(j).forEach(this::trace);
        Notations.vectorArguments(j, mentions).forEach(this::vector);
        Identity.multiplied(j, mentions).stream().filter(m -> !scaling.contains(m.key())).forEach(m -> least(m, 1));
      }
      case Notation.Scripted s -> {
        if (mentions.of(s).isEmpty()) {
          trace(s.base());
        }
        if (transposedBracket(s)) {
          Notations.bracket(s).ifPresent(b -> Notations.summands(b.body()).forEach(x -> mentions.of(x).filter(m -> m.plain() && !upper(m.base())).ifPresent(m -> least(m, 1))));
        }
        s.sup().filter(u -> !(u instanceof Notation.Bracketed)).ifPresent(this::trace);
        s.sub().filter(x -> Differentials.isNabla(s.base())).ifPresent(this::trace);
      }
      case Notation.BigOperator b -> {
        Set<String> around = Collections.unmodifiableSet(new TreeSet<>(fromZero));
        fromZero.addAll(Limits.fromZero(b));
        trace(b.body());
        fromZero.retainAll(around);
      }
      case Notation.Bracketed b when b.open().equals("\\|") -> {
        // a single letter whose length is taken is a vector, unless something says that it is a number
        mentions.of(b.body()).filter(m -> m.bare() && !upper(m.base())).ifPresent(m -> least(m, 1));
        trace(b.body());
      }
      case Notation.Infix i when i.op().equals("in") -> stated(i);
      case Notation.Accented _, Notation.Styled _ -> {}
      default -> Notations.children(n).forEach(this::trace);
    }
  }

  private void record(Mention m) {
    Trace t = at(m);
    t.bold |= m.bold();
    int n = m.indices().size();
    t.indices = Math.max(t.indices, n);
    t.alone |= n == 0;
    if (m.bold() && n > 0 && (t.boldAt == 0 || n < t.boldAt)) {
      t.boldAt = n;
    }
    t.primed |= m.primes() > 0;
    m.indices().forEach(i -> Mentions.baseName(i).ifPresent(t.letters::add));
    for (int k = 0; k < n; k++) {
      if (Conditions.isNumeral(m.indices().get(k), "0") || (m.indices().get(k) instanceof Notation.Symbol s && fromZero.contains(Mentions.latexName(s.name())))) {
        t.zeroAt.add(k);
      }
    }
    // a bold letter with an index is one of several vectors, or a component of one
    t.need(n, n + (m.transposed() > 0 || (m.bold() && n == 0) ? 1 : 0));
    if (m.transposed() > 0) {
      t.least = Math.max(t.least, n + 1);
      t.matrixLike |= n == 0 && upper(m.base());
      t.vectorLike |= !upper(m.base());
    }
  }

  private void stated(Notation.Infix in) {
    mentions.of(in.left()).filter(Mention::bare).ifPresent(m -> Declarations.axes(in.right(), mentions).ifPresent(at(m).stated::add));
    trace(in.left());
  }

  private Trace at(Mention m) {
    return traces.computeIfAbsent(mentions.layers().together(m.key()), k -> new Trace());
  }

  /** Neighbours of transposed names and of matrix letters are arrays; a name before a bracket may be applied to it. */
  private void neighbours(Notation.Juxtaposed j) {
    for (int k = 0; k + 1 < j.factors().size(); k++) {
      Notation.Op op = j.factors().get(k + 1).op();
      softmaxArgument(j.factors().get(k).item(), j.factors().get(k + 1).item());
      if (op == Notation.Op.NONE && Notations.bracket(j.factors().get(k + 1).item()).isPresent()) {
        mentions.of(j.factors().get(k).item()).ifPresent(m -> at(m).applied = true);
      }
      if (op == Notation.Op.NONE && transposedBracket(j.factors().get(k).item())) {
        mentions.of(j.factors().get(k + 1).item()).filter(m -> m.exponent().isEmpty()).ifPresent(m -> least(m, 1));
      }
      Optional<Mention> left = mentions.of(j.factors().get(k).item());
      Optional<Mention> right = mentions.of(j.factors().get(k + 1).item());
      if (left.isEmpty() || right.isEmpty() || (op != Notation.Op.NONE && op != Notation.Op.DOT)) {
        continue;
      }
      Mention a = left.get();
      Mention b = right.get();
      if (a.transposed() > 0 && !(j.factors().get(k + 1).item() instanceof Notation.Fraction)) {
        SameShape.behind(j, k + 1, mentions).ifPresent(m -> least(m, 1));
      }
      if (b.transposed() > 0 && !scaling.contains(a.key()) && !SameShape.innerProduct(b, j, k + 2, mentions)) {
        least(a, 1);
      }
      if ((Shapes.matrixLetter(a) || mentions.layers().isWeight(a)) && !upper(b.base()) && (Shapes.lowercaseBehind(b) || mentions.layers().atStep(b.key())) && b.exponent().isEmpty()) {
        mark(a, b, false);
      }
      if (Shapes.matrixLetter(b) && !upper(a.base()) && Shapes.lowercaseName(a) && a.exponent().isEmpty()) {
        mark(b, a, a.transposed() == 0);
      }
    }
  }

  /** A letter added to a product of a matrix and a vector is a vector. */
  private void biases(Notation.Summed s) {
    boolean component = s.items().stream().anyMatch(i -> mentions.of(i.item()).filter(m -> !m.indices().isEmpty() && m.plain()).isPresent());
    if (component) {
      for (Notation.Signed i : s.items()) {
        mentions.of(i.item()).filter(Mention::bare).ifPresent(m -> at(m).scalarLike = true);
      }
    }
    if (s.items().stream().noneMatch(i -> i.item() instanceof Notation.Juxtaposed j && matrixProduct(j))) {
      return;
    }
    boolean data = s.items().stream().anyMatch(i -> i.item() instanceof Notation.Juxtaposed j && ScalarSlopes.isOfData(j));
    s.items().forEach(i -> mentions.of(i.item()).filter(m -> m.plain() && m.indices().isEmpty() && !upper(m.base()) && !(data && slopes.contains(m.key()))).ifPresent(this::vector));
  }

  /** A bare name shown to be a vector. */
  private void vector(Mention m) {
    Trace t = at(m);
    t.added |= !t.vectorLike;
    t.vectorLike = true;
    t.need(0, 1);
  }

  private boolean matrixProduct(Notation.Juxtaposed j) {
    boolean matrix = false;
    boolean vector = false;
    for (Notation.Factor f : j.factors()) {
      Optional<Mention> m = mentions.of(f.item());
      Trace t = m.map(this::at).orElse(new Trace());
      matrix |= t.matrixLike;
      vector |= t.vectorLike;
    }
    return matrix && vector && j.factors().size() == 2;
  }

  /** (a + b)^T: what stands behind it is an array. */
  private boolean transposedBracket(Notation n) {
    return n instanceof Notation.Scripted s && Notations.bracket(s.base()).isPresent() && s.sup().filter(mentions::transposes).isPresent();
  }

  /** What softmax is applied to is a vector, unless it is printed as a component. */
  private void softmaxArgument(Notation name, Notation behind) {
    if (!(name instanceof Notation.Words w) || !w.text().equalsIgnoreCase("softmax")) {
      return;
    }
    Optional<Notation> inside = Notations.bracket(behind).map(Notation.Bracketed::body);
    inside.ifPresent(n -> Definitions.collect(n, mentions, stackedHere));
    List<Notation> summands =
        inside.isPresent() && inside.get() instanceof Notation.Summed s
            ? List.of(s.items().get(0).item())
            : inside.map(List::of).orElse(List.of());
    for (Notation n : summands) {
      mentions.of(n).filter(m -> m.bare()).ifPresent(this::vector);
    }
  }

  private void least(Mention m, int more) {
    Trace t = at(m);
    t.least = Math.max(t.least, m.indices().size() + more);
    t.need(m.indices().size(), m.indices().size() + more);
    t.vectorLike |= !upper(m.base());
  }

  private void mark(Mention matrix, Mention vector, boolean row) {
    at(matrix).matrixLike = true;
    Trace t = at(vector);
    t.vectorLike = true;
    t.rowLike |= row && matrix.transposed() == 0;
    t.least = Math.max(t.least, vector.indices().size() + 1);
    t.need(vector.indices().size(), vector.indices().size() + 1);
  }

  static boolean upper(String base) {
    String core = base.replaceAll("\\\\(hat|bar|tilde)\\{(.*)}", "$2");
    return core.matches("\\p{Lu}|\\\\\\p{Lu}\\p{Ll}+");
  }
}
