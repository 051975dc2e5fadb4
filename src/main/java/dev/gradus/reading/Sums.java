package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the sums of a document show of families: where they start, and which letters are totals of the family with the same letter. */
final class Sums {
  private final Set<String> fromOne = new TreeSet<>();
  private final Set<String> otherwise = new TreeSet<>();
  private final Set<String> fromZero = new TreeSet<>();
  private final Set<String> beside = new TreeSet<>();

  /** Families that every sum over them runs through from 1 to a last element: an element 0 is outside of the range (SOUNDNESS 9). */
  Set<String> outside(GivenFamilies given) {
    Set<String> found = new TreeSet<>(fromOne);
    found.removeAll(otherwise);
    found.addAll(beside);
    found.removeAll(given.everywhere());
    found.addAll(given.fromTheirFirst());
    found.removeAll(fromZero);
    return found;
  }

  /** Takes in one sum or product with its limits. */
  void scan(Notation.BigOperator b) {
    if (b.sub().isEmpty()) {
      return;
    }
    Notation sub = b.sub().get();
    Optional<Notation.Compared> start = sub instanceof Notation.Compared c && c.signs().equals(List.of(RelationSign.EQUAL)) ? Optional.of(c) : Optional.empty();
    boolean one = start.isPresent() && Conditions.isNumeral(start.get().sides().get(1), "1") && b.sup().isPresent();
    List<String> letters = new ArrayList<>();
    letters(start.isPresent() ? start.get().sides().get(0) : sub, letters);
    indexed(b.body(), letters, one ? fromOne : otherwise);
    if (start.filter(c -> Conditions.isNumeral(c.sides().get(1), "0")).isPresent()) {
      indexed(b.body(), letters, fromZero);
    }
  }

  /** Takes in sums of terms: w_0 beside w^T x is none of the elements of w. */
  void beside(Notation n) {
    Notations.children(n).forEach(this::beside);
    for (Notation.Signed item : n instanceof Notation.Summed sum ? sum.items() : List.<Notation.Signed>of()) {
      if (item.item() instanceof Notation.Scripted s && s.sub().filter(i -> Conditions.isNumeral(i, "0")).isPresent() && s.sup().isEmpty()) {
        Mentions.bracketedName(s.base()).filter(b -> inAProduct(n, b)).ifPresent(beside::add);
      }
    }
  }

  /** Whether a name stands in a product among the summands, and is no summand itself: in w + w_0 both are of one kind. */
  private static boolean inAProduct(Notation sum, String base) {
    List<Notation> summands = Notations.children(sum);
    boolean summand = summands.stream().anyMatch(o -> o instanceof Notation.Symbol && whole(o, base));
    return !summand && summands.stream().anyMatch(o -> whole(o, base));
  }

  /** Whether a name stands there without an index. */
  private static boolean whole(Notation n, String base) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      return false;
    }
    boolean here = n instanceof Notation.Symbol && Mentions.bracketedName(n).filter(base::equals).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> whole(c, base));
  }

  private static void letters(Notation n, List<String> found) {
    if (n instanceof Notation.Symbol s) {
      found.add(Mentions.latexName(s.name()));
    }
    Notations.children(n).forEach(c -> letters(c, found));
  }

  /** The bases of names that one of the letters indexes. */
  private static void indexed(Notation n, List<String> letters, Set<String> found) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      boolean here = Mentions.items(s.sub().get()).stream().anyMatch(i -> i instanceof Notation.Symbol y && letters.contains(Mentions.latexName(y.name())));
      if (here) {
        Mentions.bracketedName(s.base()).ifPresent(found::add);
      }
    }
    Notations.children(n).forEach(c -> indexed(c, letters, found));
  }

  /** Letters whose equation makes them the sum of the family with their letter, E and E(w) of E_n, and that nothing shows to be arrays. */
  static Set<String> totals(List<Survey.Equation> equations, Survey survey) {
    Set<String> found = new TreeSet<>();
    for (Survey.Equation e : equations) {
      total(e.left(), e.right(), survey).ifPresent(found::add);
      // \sum_k n_k = n
      survey.mentions().of(e.right()).filter(Mention::bare).flatMap(n -> total(e.right(), e.left(), survey)).ifPresent(found::add);
      overSamples(e, equations, survey).ifPresent(found::add);
    }
    if (equations.stream().anyMatch(e -> error(e.left(), e.right(), survey.mentions()) || error(e.right(), e.left(), survey.mentions())) && equations.stream().anyMatch(e -> power(e.left()) || power(e.right()))) {
      found.add("e");
    }
    return found;
  }

  /** J(w) = \\sum_i .. beside J_i = .. of the same data: what J_i is, is one of the terms, and no component of J. */
  private static Optional<String> overSamples(Survey.Equation e, List<Survey.Equation> equations, Survey survey) {
    Mentions mentions = survey.mentions();
    Optional<String> key = mentions.of(unapplied(e.left())).filter(m -> m.bare() && !m.bold()).map(Mention::key).filter(k -> survey.everywhere(k).needed(0) == 0 && survey.everywhere(k).boldAt == 0);
    List<String> letters = new ArrayList<>();
    outermost(e.right(), letters);
    return key.filter(k -> equations.stream().anyMatch(f -> term(f, k, letters, e.right(), mentions)));
  }

  /** The letters of a sum that is a side, up to its sign and factors. */
  private static void outermost(Notation n, List<String> letters) {
    switch (n) {
      case Notation.BigOperator b when b.name().equals("sum") && b.sub().isPresent() -> letters(b.sub().get(), letters);
      case Notation.Summed s when s.items().size() == 1 -> outermost(s.items().getFirst().item(), letters);
      case Notation.Juxtaposed j -> outermost(j.factors().getLast().item(), letters);
      default -> {}
    }
  }

  /** Whether an equation gives the family at one of the letters, by names at that letter which are in the sum too. */
  private static boolean term(Survey.Equation f, String key, List<String> letters, Notation sum, Mentions mentions) {
    Optional<String> letter = mentions.of(f.left()).filter(m -> m.plain() && m.key().equals(key) && m.indices().size() == 1).flatMap(m -> mentions.of(m.indices().getFirst())).filter(Mention::bare).map(Mention::key).filter(letters::contains);
    Set<String> one = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    letter.ifPresent(i -> indexed(f.right(), List.of(i), one));
    letter.ifPresent(i -> indexed(sum, List.of(i), all));
    return !one.isEmpty() && all.containsAll(one);
  }

  /** e_j = y_j - t_j: errors, beside e^x not of the number e. */
  private static boolean error(Notation side, Notation other, Mentions mentions) {
    Optional<String> letter = mentions.of(side).filter(m -> m.key().equals("e") && m.plain() && m.indices().size() == 1).flatMap(m -> mentions.of(m.indices().getFirst())).filter(Mention::bare).map(Mention::key);
    return letter.filter(j -> ChainedNames.indices(other, mentions).contains(j)).isPresent();
  }

  private static boolean power(Notation n) {
    boolean here = n instanceof Notation.Scripted s && s.base() instanceof Notation.Symbol e && e.name().equals("e") && s.sub().isEmpty() && s.sup().filter(x -> !(x instanceof Notation.Numeral)).isPresent();
    return here || Notations.children(n).stream().anyMatch(Sums::power);
  }

  private static Optional<String> total(Notation letter, Notation sum, Survey survey) {
    return survey.mentions().of(unapplied(letter)).filter(Mention::bare).filter(m -> !m.bold())
        .map(Mention::key)
        .filter(k -> summed(sum, k, survey.mentions(), 1) && !bare(sum, k, survey.mentions()))
        .filter(k -> survey.everywhere(k).needed(0) == 0 && survey.everywhere(k).boldAt == 0);
  }

  /**
   * Letters that with one index are the totals of what they are with two, N_k beside N_{jk}: a number is added to, divides or is the sum of such an entry. Both are
   * families of numbers, and neither is a row of the other (READING 28). So it is of N beside N_k, where nothing shows that N is an array.
   */
  static Set<String> pairs(List<Notation> all, List<Survey.Equation> equations, Survey survey) {
    Mentions mentions = survey.mentions();
    Set<String> found = new TreeSet<>();
    all.forEach(n -> beside(n, 2, mentions, found));
    for (Survey.Equation e : equations) {
      entry(e.left(), 1, mentions).filter(k -> summed(e.right(), k, mentions, 2)).ifPresent(found::add);
      entry(e.right(), 1, mentions).filter(k -> summed(e.left(), k, mentions, 2)).ifPresent(found::add);
    }
    Set<String> marked = new TreeSet<>();
    found.forEach(k -> marked.add(k + Mentions.PAIR));
    found.clear();
    all.forEach(n -> beside(n, 1, mentions, found));
    found.stream().filter(k -> Survey.isNumber(survey.everywhere(k))).forEach(marked::add);
    return marked;
  }

  /** Letters of entries with so many indices that stand beside one with an index less, in a sum or across a division. */
  private static void beside(Notation n, int indices, Mentions mentions, Set<String> found) {
    List<Notation> together =
        switch (n) {
          case Notation.Summed s -> s.items().stream().map(Notation.Signed::item).toList();
          case Notation.Fraction f -> Stream.of(f.numerator(), f.denominator()).flatMap(Sums::items).toList();
          default -> List.of();
        };
    for (Notation entry : together) {
      entry(entry, indices, mentions).filter(k -> together.stream().anyMatch(o -> entry(o, indices - 1, mentions).filter(k::equals).isPresent())).ifPresent(found::add);
    }
    Notations.children(n).forEach(c -> beside(c, indices, mentions, found));
  }

  private static Stream<Notation> items(Notation n) {
    return n instanceof Notation.Summed s ? s.items().stream().map(Notation.Signed::item) : Stream.of(n);
  }

  /** The letter of an entry with so many indices that are letters or numbers. */
  private static Optional<String> entry(Notation n, int indices, Mentions mentions) {
    return mentions.of(n).filter(m -> m.plain() && !m.bold() && m.distinct().isEmpty() && (indices < 2 || m.key().equals(m.base())) && m.indices().size() == indices && m.indices().stream().allMatch(i -> i instanceof Notation.Symbol || i instanceof Notation.Numeral)).map(Mention::key);
  }

  /** The name in front of its arguments in round brackets. */
  static Notation unapplied(Notation n) {
    boolean applied = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Notation.Op.NONE && j.factors().get(1).item() instanceof Notation.Bracketed b && b.open().equals("(");
    return applied && n instanceof Notation.Juxtaposed j ? j.factors().get(0).item() : n;
  }

  /** Whether the notation holds a sum whose summand is the family's term at the sum's letter. */
  private static boolean summed(Notation n, String key, Mentions mentions, int indices) {
    if (n instanceof Notation.BigOperator b && b.name().equals("sum") && b.sub().isPresent()) {
      List<String> letters = new ArrayList<>();
      letters(b.sub().get(), letters);
      boolean term =
          mentions
              .of(unapplied(b.body()))
              .filter(m -> m.plain() && m.key().equals(key) && m.indices().size() == indices)
              .filter(m -> m.indices().stream().anyMatch(i -> i instanceof Notation.Symbol s && letters.contains(Mentions.latexName(s.name()))))
              .isPresent();
      if (term) {
        return true;
      }
    }
    return Notations.children(n).stream().anyMatch(c -> summed(c, key, mentions, indices));
  }

  private static boolean bare(Notation n, String key, Mentions mentions) {
    Optional<Mention> m = mentions.of(n);
    return m.isPresent() ? m.get().key().equals(key) && m.get().indices().isEmpty() : Notations.children(n).stream().anyMatch(c -> bare(c, key, mentions));
  }
}
