package dev.gradus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Parallel parts about different things of one kind: "Sigmoid" and "Tanh", "MSE" and "Cross entropy", "Bernoulli" and "Poisson". What one of them defines is not what the letter means in
 * the other (READING 1, 17: a definition proves where it may be meant).
 */
final class Rivals {
  /** Kinds of things, each with the names of its members; names on one line mean the same. */
  static final List<List<List<String>>> KINDS =
      List.of(
          List.of(List.of("sigmoid", "logistic"), List.of("tanh", "双曲正切"), List.of("relu"), List.of("leaky"), List.of("elu"), List.of("softplus"), List.of("softmax"), List.of("gelu"), List.of("swish", "silu"), List.of("linear", "identity", "恒等")),
          List.of(List.of("mse", "squared", "squares", "平方误差", "均方误差"), List.of("cross-entropy", "cross entropy", "bce", "交叉熵"), List.of("hinge"), List.of("huber"), List.of("absolute", "mae")),
          List.of(List.of("bernoulli"), List.of("poisson"), List.of("gaussian", "normal"), List.of("exponential"), List.of("binomial"), List.of("multinomial", "categorical"), List.of("uniform"), List.of("geometric")),
          List.of(List.of("l1", "lasso"), List.of("l2", "ridge"), List.of("elastic")),
          List.of(List.of("linear kernel"), List.of("rbf", "gaussian kernel"), List.of("polynomial kernel")),
          List.of(List.of("binary"), List.of("multiclass", "multi-class", "multiclass case"), List.of("regression"), List.of("multi-label")),
          List.of(List.of("lda", "shared covariance", "equal variances"), List.of("qda", "class-specific", "different variances")),
          List.of(List.of("model a", "model 1", "model i"), List.of("model b", "model 2", "model ii"), List.of("model c", "model 3")));

  /** Parts of one thing, which lean on each other. */
  private static final List<String> STAGES = List.of("layer", "step", "stage", "forward", "backward", "pass", "derivative of the", "relation");

  /** How many words at the beginning of a part may be its title. */
  private static final int TITLE = 4;

  private final Replaced replaced = new Replaced();

  /** what was answered before, by the definition's statement and name and the part: names are looked up again and again */
  private final Map<String, Boolean> displaced = new TreeMap<>();

  /** of each part met so far, by its number: for each kind which of its members the title names; empty for a stage of one thing */
  private final Map<Integer, Optional<List<Set<Integer>>>> named = new TreeMap<>();

  /** In: a definition, and a part where it may be meant. Out: whether the part is about another thing of its kind, or its words put one in the place of what the definition is. */
  boolean displace(Definition d, Part part) {
    return displaced.computeIfAbsent(d.statement() + " " + part.number() + " " + d.inferred() + d.key(), k -> are(d.part(), part) || replaced.isIn(d, part));
  }

  /** Whether two parts stand side by side and are called after different things of one kind. */
  private boolean are(Part one, Part other) {
    List<Part> left = one.chain().reversed();
    List<Part> right = other.chain().reversed();
    int k = 0;
    while (k < left.size() && k < right.size() && left.get(k).equals(right.get(k))) {
      k++;
    }
    if (k == 0 || k >= left.size() || k >= right.size()) {
      return false;
    }
    Optional<List<Set<Integer>>> a = named(left.get(k));
    Optional<List<Set<Integer>>> b = named(right.get(k));
    return a.isPresent() && b.isPresent() && IntStream.range(0, KINDS.size()).anyMatch(kind -> apart(a.get().get(kind), b.get().get(kind)));
  }

  private Optional<List<Set<Integer>>> named(Part part) {
    return named.computeIfAbsent(part.number(), n -> Optional.of(title(part)).filter(t -> STAGES.stream().noneMatch(t::contains)).map(t -> KINDS.stream().map(kind -> members(kind, t)).toList()));
  }

  private static boolean apart(Set<Integer> one, Set<Integer> other) {
    return !one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains);
  }

  private static Set<Integer> members(List<List<String>> kind, String title) {
    Set<Integer> found = new TreeSet<>();
    for (int k = 0; k < kind.size(); k++) {
      if (kind.get(k).stream().anyMatch(name -> (" " + title + " ").contains(" " + name + " "))) {
        found.add(k);
      }
    }
    return found;
  }

  private static String title(Part part) {
    List<String> words = List.of(part.words().strip().split("[^\\p{L}\\p{N}-]+", TITLE + 2));
    return part.label().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}-]+", " ").strip() + " " + String.join(" ", words.subList(0, Math.min(TITLE, words.size())));
  }
}
