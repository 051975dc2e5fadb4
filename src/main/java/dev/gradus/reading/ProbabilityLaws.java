package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Equations between the probabilities of a few variables, {@code p(a, b) = p(a | b) p(b)}. One that fails for some joint distribution is no law: without an assumption of independence it
 * says nothing that a later line could lean on, and defines nothing (READING 23).
 */
final class ProbabilityLaws {
  private static final Pattern SUPPOSED = Pattern.compile("(?i)\\b(?:independen\\w*|i\\.?i\\.?d|naive|na\\u00efve|assum\\w*|suppos\\w*|markov|d-separat\\w*|graphical|bayes(?:ian)? net\\w*|uncorrelated|model\\w*|approximat\\w*|ignor\\w*|uniform\\w*|flat|equal(?:ly)?|symmetric\\w*|deterministic|define\\w*|let)\\b");
  /** Weights of the joint distribution at which an equation is looked at: no ratio of sums of some of them is one of others. */
  private static final List<Integer> WEIGHTS = List.of(2, 3, 7, 13, 29, 31, 59, 71, 101, 127, 149, 181, 223, 257, 307, 353);
  private static final int MOST = 4;

  private final Mentions mentions;
  private final List<String> variables = new ArrayList<>();
  private final List<String> letters = new ArrayList<>();
  private boolean read = true;
  private int heads;

  private ProbabilityLaws(Mentions mentions) {
    this.mentions = mentions;
  }

  /** In: the sides of an equation and the part that it stands in. Out: whether both are made of such probabilities, they differ for some joint distribution, and the text supposes nothing of it. */
  static boolean fails(Notation left, Notation right, Part part, Mentions mentions) {
    ProbabilityLaws laws = new ProbabilityLaws(mentions);
    laws.collect(left);
    int first = laws.heads;
    laws.collect(right);
    boolean alone = laws.read && first > 0 && laws.heads > first && !laws.variables.isEmpty() && laws.variables.size() <= MOST && laws.letters.size() == 1;
    return alone && part.chain().stream().noneMatch(p -> SUPPOSED.matcher(p.own()).find()) && laws.differ(left, right);
  }

  /** Both sides at every value of the variables. */
  private boolean differ(Notation left, Notation right) {
    for (int values = 0; values < 1 << variables.size(); values++) {
      Map<String, Integer> at = new TreeMap<>();
      for (int v = 0; v < variables.size(); v++) {
        at.put(variables.get(v), values >> v & 1);
      }
      Optional<Rational> one = value(left, at);
      Optional<Rational> two = value(right, at);
      if (one.isEmpty() || two.isEmpty()) {
        return false;
      }
      if (!one.equals(two)) {
        return true;
      }
    }
    return false;
  }

  private void collect(Notation n) {
    switch (n) {
      case Notation.Numeral _ -> {}
      case Notation.Bracketed b -> collect(b.body());
      case Notation.Fraction f -> Notations.children(f).forEach(this::collect);
      case Notation.Summed s -> s.items().forEach(i -> collect(i.item()));
      case Notation.BigOperator b -> {
        read &= b.name().equals("sum") && b.sup().isEmpty() && b.sub().filter(s -> s instanceof Notation.Symbol).isPresent();
        collect(b.body());
      }
      case Notation.Juxtaposed j -> factors(j).forEach(this::collectFactor);
      default -> read = false;
    }
  }

  private void collectFactor(List<Notation.Factor> factor) {
    if (factor.size() == 1) {
      collect(factor.getFirst().item());
      return;
    }
    heads++;
    mentions.of(factor.getFirst().item()).map(Mention::key).filter(k -> !letters.contains(k)).ifPresent(letters::add);
    for (Notation a : Products.onBothSides((Notation.Bracketed) factor.getLast().item())) {
      read &= a instanceof Notation.Symbol;
      mentions.of(a).map(Mention::key).filter(k -> !variables.contains(k)).ifPresent(variables::add);
    }
  }

  /** The factors of a product; a letter for probabilities with its bracket as one of two. */
  private List<List<Notation.Factor>> factors(Notation.Juxtaposed j) {
    List<List<Notation.Factor>> found = new ArrayList<>();
    for (int k = 0; k < j.factors().size(); k++) {
      Notation.Factor f = j.factors().get(k);
      boolean letter = mentions.of(f.item()).filter(m -> m.bare() && PrintedHead.probability(m)).isPresent();
      boolean applied = letter && k + 1 < j.factors().size() && j.factors().get(k + 1).op() == Notation.Op.NONE && j.factors().get(k + 1).item() instanceof Notation.Bracketed b && b.open().equals("(");
      found.add(applied ? List.of(f, j.factors().get(++k)) : List.of(f));
    }
    return found;
  }

  private Optional<Rational> value(Notation n, Map<String, Integer> at) {
    return switch (n) {
      case Notation.Numeral d when d.digits().chars().allMatch(Character::isDigit) && d.digits().length() < 9 -> Optional.of(Rational.of(Long.parseLong(d.digits())));
      case Notation.Bracketed b -> value(b.body(), at);
      case Notation.Fraction f -> value(f.denominator(), at).filter(d -> !d.isZero()).flatMap(d -> value(f.numerator(), at).map(x -> x.dividedBy(d)));
      case Notation.Summed s -> sum(s, at);
      case Notation.BigOperator b -> over(b, at);
      case Notation.Juxtaposed j -> product(j, at);
      default -> Optional.empty();
    };
  }

  private Optional<Rational> sum(Notation.Summed s, Map<String, Integer> at) {
    Optional<Rational> total = Optional.of(Rational.ZERO);
    for (Notation.Signed item : s.items()) {
      boolean plain = item.sign() == Notation.Sign.PLUS || item.sign() == Notation.Sign.MINUS;
      Optional<Rational> next = plain ? value(item.item(), at) : Optional.empty();
      total = total.flatMap(t -> next.map(x -> item.sign() == Notation.Sign.MINUS ? t.minus(x) : t.plus(x)));
    }
    return total;
  }

  private Optional<Rational> over(Notation.BigOperator b, Map<String, Integer> at) {
    Optional<Rational> total = Optional.of(Rational.ZERO);
    String letter = b.sub().flatMap(mentions::of).map(Mention::key).orElse("");
    for (int k = 0; k < 2; k++) {
      Map<String, Integer> here = new TreeMap<>(at);
      here.put(letter, k);
      Optional<Rational> next = value(b.body(), here);
      total = total.flatMap(t -> next.map(t::plus));
    }
    return total;
  }

  private Optional<Rational> product(Notation.Juxtaposed j, Map<String, Integer> at) {
    Optional<Rational> product = Optional.of(Rational.ONE);
    for (List<Notation.Factor> factor : factors(j)) {
      Notation.Op op = factor.getFirst().op();
      Optional<Rational> next = factor.size() == 2 ? Optional.of(probability((Notation.Bracketed) factor.getLast().item(), at)) : value(factor.getFirst().item(), at);
      boolean plain = op == Notation.Op.NONE || op == Notation.Op.DOT || op == Notation.Op.TIMES || op == Notation.Op.SLASH;
      product = !plain ? Optional.empty() : product.flatMap(t -> next.filter(x -> op != Notation.Op.SLASH || !x.isZero()).map(x -> op == Notation.Op.SLASH ? t.dividedBy(x) : t.times(x)));
    }
    return product;
  }

  private Rational probability(Notation.Bracketed bracket, Map<String, Integer> at) {
    List<Notation> given = bracket.body() instanceof Notation.Conditioned c ? Products.listed(c.right()) : List.of();
    return weight(Products.onBothSides(bracket), at).dividedBy(weight(given, at));
  }

  /** The weight of all cells in which some variables have their values. */
  private Rational weight(List<Notation> fixed, Map<String, Integer> at) {
    List<String> names = fixed.stream().flatMap(n -> mentions.of(n).stream()).map(Mention::key).toList();
    long total = 0;
    for (int cell = 0; cell < 1 << variables.size(); cell++) {
      int here = cell;
      boolean in = names.stream().allMatch(n -> (here >> variables.indexOf(n) & 1) == at.getOrDefault(n, 0));
      total += in ? WEIGHTS.get(cell) : 0;
    }
    return Rational.of(total);
  }
}
