package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the signs around names show of a document's arrays: transpositions, inverses, bars, products entry by entry, pairs of index letters. */
final class Marks {
  private static final int MOST_PAIRS = 12;

  private final Map<String, List<List<String>>> indexed = new TreeMap<>();
  private final Set<String> inverted = new TreeSet<>();
  private final Map<Part, Set<String>> arraysByPart = new TreeMap<>(java.util.Comparator.comparingInt(Part::number));
  private Set<String> arrays = new TreeSet<>();
  private final Set<String> barred = new TreeSet<>();
  private final Targets targets = new Targets();
  private final Diagonals diagonals = new Diagonals();
  private final Set<String> labels = new TreeSet<>();
  /** what gradients are said to be by, \\nabla_w and \\nabla E(w) */
  private final Map<Part, Set<String>> gradients = new TreeMap<>(java.util.Comparator.comparingInt(Part::number));
  private Set<String> gradient = new TreeSet<>();
  private final Map<Part, Set<String>> losses = new TreeMap<>(java.util.Comparator.comparingInt(Part::number));
  private Set<String> loss = new TreeSet<>();
  private final Set<String> features = new TreeSet<>();
  /** names whose small changes are printed */
  private final Map<Part, Set<String>> changing = new TreeMap<>(java.util.Comparator.comparingInt(Part::number));
  private boolean transposed;
  /** letters that stand transposed before a matrix, or before themselves */
  private final Set<String> columns = new TreeSet<>();

  /** Takes in what a formula of a part shows. */
  void add(Part part, Notation n, Mentions mentions) {
    arrays = arraysByPart.computeIfAbsent(part, k -> new TreeSet<>());
    gradient = gradients.computeIfAbsent(part, k -> new TreeSet<>());
    loss = losses.computeIfAbsent(part, k -> new TreeSet<>());
    inside(part, n, mentions);
  }

  /** The names whose small changes a part prints, or the parts near it. */
  Set<String> changing(Part part) {
    Set<String> found = new TreeSet<>();
    changing.forEach((where, names) -> found.addAll(part.near(where) ? names : List.of()));
    return found;
  }

  private void inside(Part part, Notation n, Mentions mentions) {
    mentions.of(n).ifPresent(m -> add(m, mentions));
    targets.add(n, mentions);
    diagonals.add(part, n, mentions);
    if (n instanceof Notation.Scripted s) {
      transposed |= s.sup().filter(mentions::transposes).isPresent();
    }
    if (n instanceof Notation.Bracketed b && b.open().equals("|")) {
      bars(b.body(), mentions);
    }
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        feature(j, k, mentions);
        gradient(j, k, mentions);
        loss(j, k, mentions);
        column(j, k, mentions);
      }
      changing.computeIfAbsent(part, k -> new TreeSet<>()).addAll(TotalDifferential.names(j, mentions));
      for (int k = 0; k < j.factors().size(); k++) {
        boolean argument = Notations.scriptedArgument(j, k);
        transposed |= argument && j.factors().get(k).item() instanceof Notation.Scripted s && s.sup().filter(mentions::transposes).isPresent();
        inside(part, argument ? Notations.bracket(j.factors().get(k).item()).orElseThrow() : j.factors().get(k).item(), mentions);
      }
      for (int k = 1; k < j.factors().size(); k++) {
        Notation.Op op = j.factors().get(k).op();
        if (op == Notation.Op.ODOT || op == Notation.Op.OTIMES) {
          mentions.of(j.factors().get(k - 1).item()).filter(Mention::bare).ifPresent(m -> arrays.add(m.key()));
          mentions.of(j.factors().get(k).item()).filter(Mention::bare).ifPresent(m -> arrays.add(m.key()));
        }
      }
      return;
    }
    Notations.children(n).forEach(c -> inside(part, c, mentions));
  }

  /** Letters of feature maps. */
  private static final List<String> FEATURES = List.of("\\phi", "\\psi");

  /** w^T \phi(x_n), \phi(x_n)^T: what stands behind a transpose, or is transposed, is a vector. */
  private void feature(Notation.Juxtaposed j, int k, Mentions mentions) {
    Optional<Mention> name = mentions.of(j.factors().get(k).item()).filter(m -> m.bare() && FEATURES.contains(m.key()));
    Notation behind = j.factors().get(k + 1).item();
    if (name.isEmpty() || j.factors().get(k + 1).op() != Notation.Op.NONE || Notations.bracket(behind).isEmpty()) {
      return;
    }
    boolean row = behind instanceof Notation.Scripted s && s.sup().filter(mentions::transposes).isPresent();
    boolean after = k > 0 && mentions.of(j.factors().get(k - 1).item()).filter(m -> m.transposed() % 2 == 1).isPresent();
    if (row || after) {
      features.add(name.get().key());
    }
  }

  /** Whether a letter is that of a feature map with vectors for its values. */
  boolean isFeature(String key) {
    return features.contains(key);
  }

  private void gradient(Notation.Juxtaposed j, int k, Mentions mentions) {
    Notation sign = j.factors().get(k).item();
    boolean nabla = Differentials.isNabla(sign instanceof Notation.Scripted s ? s.base() : sign);
    if (nabla && sign instanceof Notation.Scripted s && s.sub().isPresent()) {
      mentions.of(s.sub().get()).filter(Mention::bare).ifPresent(m -> gradient.add(m.key()));
    } else if (nabla && k + 2 < j.factors().size() && mentions.of(j.factors().get(k + 1).item()).filter(Mention::bare).isPresent()) {
      Notations.bracket(j.factors().get(k + 2).item()).map(Notation.Bracketed::body).flatMap(mentions::of).filter(Mention::bare).ifPresent(m -> gradient.add(m.key()));
    }
  }

  /** The only quantity that the gradients of a part, and of those around it and in it, are said to be by; or the only argument of the losses there. */
  Optional<String> gradientBy(Part part) {
    return only(gradients, part).or(() -> gradients.entrySet().stream().anyMatch(e -> part.near(e.getKey()) && !e.getValue().isEmpty()) ? Optional.empty() : only(losses, part));
  }

  private static Optional<String> only(Map<Part, Set<String>> byPart, Part part) {
    Set<String> all = new TreeSet<>();
    byPart.forEach((p, by) -> all.addAll(part.near(p) ? by : java.util.Collections.emptySet()));
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** E(w): what a loss is said to be of; E(w, b) says of two. */
  private void loss(Notation.Juxtaposed j, int k, Mentions mentions) {
    boolean named = j.factors().get(k + 1).op() == Notation.Op.NONE && mentions.of(j.factors().get(k).item()).filter(m -> m.bare() && Heads.isNumber(m.base())).isPresent();
    Optional<Notation.Bracketed> bracket = named ? Notations.bracket(j.factors().get(k + 1).item()).filter(b -> b.open().equals("(")) : Optional.empty();
    bracket.ifPresent(b -> Products.arguments(b).forEach(a -> mentions.of(a).filter(Mention::bare).ifPresent(m -> loss.add(m.key()))));
  }

  /** Whether a name with an index stands in index places itself: the class y_i of sample i in f_{y_i}. */
  boolean labels(String key) {
    return labels.contains(key);
  }

  boolean labels() {
    return !labels.isEmpty();
  }

  private void add(Mention m, Mentions mentions) {
    m.indices().forEach(i -> mentions.of(i).filter(x -> x.plain() && x.indices().size() == 1).ifPresent(x -> labels.add(x.key())));
    if (m.exponent().filter(Marks::minusOne).isPresent()) {
      inverted.add(m.key());
    }
    if (m.transposed() > 0) {
      arrays.add(m.key());
    }
    if (m.indices().size() == 2) {
      List<String> letters = m.indices().stream().flatMap(i -> mentions.of(i).filter(Mention::bare).map(Mention::key).stream()).toList();
      List<List<String>> known = indexed.computeIfAbsent(m.key(), k -> new ArrayList<>());
      if (letters.size() == 2 && !known.contains(letters) && known.size() < MOST_PAIRS) {
        known.add(letters);
      }
    }
  }

  private void bars(Notation n, Mentions mentions) {
    mentions.of(n).filter(Mention::bare).ifPresent(m -> barred.add(m.key()));
    if (mentions.of(n).isEmpty()) {
      Notations.children(n).forEach(c -> bars(c, mentions));
    }
  }

  private static boolean minusOne(Notation n) {
    return n instanceof Notation.Summed s && s.items().size() == 1 && s.items().get(0).sign() == Notation.Sign.MINUS && Conditions.isNumeral(s.items().get(0).item(), "1");
  }

  /** The pairs of index letters that a name is printed with. */
  List<List<String>> indexed(String key) {
    return indexed.getOrDefault(key, List.of());
  }

  /** Whether the letter stands with the exponent -1. */
  boolean isInverted(String key) {
    return inverted.contains(key);
  }

  /** Whether the letter stands between bars: an absolute value or a determinant. */
  boolean isBarred(String key) {
    return barred.contains(key);
  }

  /** Whether the name is transposed in a part, the parts in it or the text of the parts around it, or multiplied entry by entry there: then it is no number. */
  boolean isArrayLike(String key, Part part) {
    return arraysByPart.entrySet().stream().anyMatch(e -> e.getValue().contains(key) && part.near(e.getKey()));
  }

  /** What a letter is compared with, as a target with its estimate. */
  Optional<String> estimate(String key) {
    return targets.estimate(key);
  }

  /** The derivatives of elements by one of the same number. */
  Diagonals diagonals() {
    return diagonals;
  }

  /** y^T X, y^T y */
  private void column(Notation.Juxtaposed j, int k, Mentions mentions) {
    Optional<Mention> turned = mentions.of(j.factors().get(k).item()).filter(m -> m.transposed() % 2 == 1 && m.indices().isEmpty());
    Optional<Mention> behind = turned.isPresent() && j.factors().get(k + 1).op() == Notation.Op.NONE ? mentions.of(j.factors().get(k + 1).item()).filter(m -> m.indices().isEmpty()) : Optional.empty();
    behind.filter(m -> Survey.upper(m.base()) || (m.bare() && m.key().equals(turned.get().key()))).ifPresent(_ -> columns.add(turned.get().key()));
  }

  /** Whether the document writes a name as a row by transposing it, so that by itself it is a column. */
  boolean column(String key) {
    return columns.contains(key);
  }

  /** Whether anything is transposed in the document. */
  boolean transposes() {
    return transposed;
  }
}
