package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Families of vectors whose entries the text prints with the entry's index first: "w_{ik} is the i-th entry of w_k", w_k = (w_{1k}, .., w_{dk}),
 * w_k^T x = \sum_i w_{ik} x_i. Without such words w_{ki} is the entry i of w_k (READING 27: one order per document).
 *
 * @param first names with the entry's index first
 * @param last names with the entry's index behind that of the vector, as far as the text says so
 */
record EntryOrder(Set<String> first, Set<String> last) {
  static final EntryOrder NOTHING = new EntryOrder(Collections.emptySet(), Collections.emptySet());

  private static final String NOUN = "(entry|entries|components?|elements?|coordinates?|coefficients?)";

  private static final Pattern ENTRY = Pattern.compile("(?s)\\s*(is|be|being|are|for|as|means|denotes?|denoting|represents?|stands? for)?\\s*(for )?(the |an? )?[^.;]{0,30}\\b" + NOUN + " of\\b.*");

  /** "the i-th entry of w_k is written w_{ik}", "w_k with the entries w_{ik}". */
  private static final Pattern CALLED = Pattern.compile("(?s).*\\b" + NOUN + "( of (the )?(\\p{L}+ )?\\$)?( is| are| be)?( written| denoted| called)?( by| as)?\\s*\\$?");

  /** How many formulas behind a name, or before it, its vector is looked for. */
  private static final int NEAR = 3;

  /** In: the statements and the formulas without relation of a document. Out: what they say of the order of indices. */
  static EntryOrder of(List<Printed> printed, List<PrintedFragment> fragments, Mentions mentions) {
    EntryOrder found = new EntryOrder(new TreeSet<>(), new TreeSet<>());
    for (int k = 0; k < fragments.size(); k++) {
      Optional<Mention> entry = mentions.of(fragments.get(k).notation()).filter(m -> pair(m, mentions));
      boolean behind = entry.isPresent() && ENTRY.matcher(fragments.get(k).fragment().closes()).matches();
      if (behind || (entry.isPresent() && CALLED.matcher(fragments.get(k).fragment().opens()).matches())) {
        List<PrintedFragment> near = behind ? fragments.subList(k + 1, Math.min(fragments.size(), k + 1 + NEAR)) : fragments.subList(Math.max(0, k - NEAR), k).reversed();
        near.stream()
            .flatMap(f -> mentions.of(f.notation()).stream())
            .filter(v -> vector(v, entry.get().key(), mentions))
            .findFirst()
            .ifPresent(v -> found.add(entry.get(), v, mentions));
      }
    }
    for (Printed p : printed) {
      found.spelled(p.left(), p.right(), mentions);
      found.spelled(p.right(), p.left(), mentions);
    }
    found.used(printed, mentions);
    return found;
  }

  /**
   * {@code z_k = w_k^T x} and later {@code dL/dw_{jk} = (p_k - y_k) x_j}: the index that the entries of x have counts those of w_k. Only what all such
   * relations of a text agree on, and nothing where its words say something.
   */
  private void used(List<Printed> printed, Mentions mentions) {
    Map<String, Set<String>> beside = new TreeMap<>();
    printed.forEach(p -> List.of(p.left(), p.right()).forEach(side -> multiplied(side, mentions, beside)));
    Set<String> front = new TreeSet<>();
    Set<String> behind = new TreeSet<>();
    for (Printed p : printed) {
      List<Mention> all = new ArrayList<>();
      collect(p.left(), mentions, all);
      collect(p.right(), mentions, all);
      for (Mention e : all) {
        if (beside.containsKey(e.key()) && pair(e, mentions)) {
          boolean one = counts(e.indices().get(0), beside.get(e.key()), all, mentions);
          boolean two = counts(e.indices().get(1), beside.get(e.key()), all, mentions);
          if (one != two) {
            (one ? front : behind).add(e.key());
          }
        }
      }
    }
    front.removeAll(behind);
    front.removeAll(last);
    first.addAll(front);
  }

  /** The vectors that stand beside w_k, as factors. */
  private static void multiplied(Notation n, Mentions mentions, Map<String, Set<String>> found) {
    if (n instanceof Notation.Juxtaposed j) {
      List<Optional<Mention>> names = j.factors().stream().map(f -> mentions.of(f.item())).toList();
      for (int k = 0; k + 1 < names.size(); k++) {
        for (List<Optional<Mention>> two : List.of(names.subList(k, k + 2), names.subList(k, k + 2).reversed())) {
          Optional<Mention> line = two.get(0).filter(v -> vector(v, v.key(), mentions));
          Optional<Mention> whole = two.get(1).filter(x -> x.indices().isEmpty());
          line.ifPresent(v -> whole.ifPresent(x -> found.computeIfAbsent(v.key(), key -> new TreeSet<>()).add(x.key())));
        }
      }
    }
    Notations.children(n).forEach(c -> multiplied(c, mentions, found));
  }

  /** Whether a letter counts the entries of one of these vectors here. */
  private static boolean counts(Notation index, Set<String> vectors, List<Mention> all, Mentions mentions) {
    Optional<String> letter = letter(index, mentions);
    return all.stream().anyMatch(m -> vectors.contains(m.key()) && m.indices().size() == 1 && letter(m.indices().getFirst(), mentions).equals(letter));
  }

  /** w_k on one side; on the other the list of its entries, or a sum over them. */
  private void spelled(Notation side, Notation other, Mentions mentions) {
    List<Mention> vectors = new ArrayList<>();
    collect(side, mentions, vectors);
    for (Mention v : vectors) {
      if (!vector(v, v.key(), mentions)) {
        continue;
      }
      for (Mention e : entries(other, mentions)) {
        if (e.key().equals(v.key()) && e.indices().size() == 2 && vectors.stream().noneMatch(x -> x.key().equals(v.key()) && x.indices().size() == 2)) {
          add(e, v, mentions);
        }
      }
    }
  }

  /** The items of a list, and what a sum over one of its indices sums. */
  private static List<Mention> entries(Notation n, Mentions mentions) {
    List<Mention> found = new ArrayList<>();
    if (n instanceof Notation.Listed || n instanceof Notation.Table) {
      collect(n, mentions, found);
    } else if (n instanceof Notation.BigOperator b && (b.name().equals("list") || (b.name().equals("sum") && b.sub().isPresent()))) {
      List<Mention> inside = new ArrayList<>();
      collect(b.body(), mentions, inside);
      String over = b.sub().flatMap(s -> letter(s instanceof Notation.Compared c ? c.sides().getFirst() : s, mentions)).orElse("");
      inside.stream().filter(m -> m.indices().stream().anyMatch(i -> letter(i, mentions).filter(over::equals).isPresent())).forEach(found::add);
    } else {
      Notations.children(n).forEach(c -> found.addAll(entries(c, mentions)));
    }
    return found;
  }

  private static void collect(Notation n, Mentions mentions, List<Mention> found) {
    mentions.of(n).ifPresentOrElse(found::add, () -> Notations.children(n).forEach(c -> collect(c, mentions, found)));
  }

  private void add(Mention entry, Mention vector, Mentions mentions) {
    Optional<String> which = letter(vector.indices().getFirst(), mentions);
    Optional<String> one = letter(entry.indices().get(0), mentions);
    Optional<String> two = letter(entry.indices().get(1), mentions);
    if (which.isPresent() && !one.equals(two) && which.equals(two)) {
      first.add(entry.key());
    } else if (which.isPresent() && !one.equals(two) && which.equals(one)) {
      last.add(entry.key());
    }
  }

  private static boolean pair(Mention m, Mentions mentions) {
    return m.plain() && m.indices().size() == 2 && m.indices().stream().allMatch(i -> letter(i, mentions).isPresent());
  }

  private static boolean vector(Mention m, String key, Mentions mentions) {
    return m.key().equals(key) && m.indices().size() == 1 && letter(m.indices().getFirst(), mentions).isPresent();
  }

  private static Optional<String> letter(Notation n, Mentions mentions) {
    return mentions.of(n).filter(Mention::bare).map(Mention::key);
  }

  /** The indices of a mention in the order in which its family has them; a text that prints both orders is not read. */
  List<Notation> ordered(Mention m) {
    if (m.indices().size() != 2 || !first.contains(m.key())) {
      return m.indices();
    }
    if (last.contains(m.key())) {
      throw Misfit.notBuilt("a name with its indices in both orders");
    }
    return m.indices().reversed();
  }
}
