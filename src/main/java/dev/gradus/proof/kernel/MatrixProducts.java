package dev.gradus.proof.kernel;

import dev.gradus.proof.kernel.Word.Letter;
import dev.gradus.proof.kernel.Word.Scale;
import dev.gradus.term.Budget;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Matrix equations from matrix equations: the difference of the sides, multiplied out into products of matrices, is rewritten with the stated equations
 * ({@code V M = I}) until nothing is left. Each rule is an equation or follows from two of them (Knuth and Bendix, "Simple word problems in universal algebras",
 * 1970), so that zero means zero at every point where the equations hold, for all sizes.
 */
final class MatrixProducts {
  private static final int RULES = 60;
  private static final int LONGEST = 10;
  private static final int STEPS = 3_000;

  /** {@code left} is the sum on the right, as part of any product. */
  private record Rule(List<Letter> left, Word.Sum<List<Letter>> right) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Map<Term, Boolean> nonZero = new LinkedHashMap<>();
  private final List<Assumption> assumptions;
  private final Budget budget;
  private int steps;

  private MatrixProducts(List<Assumption> assumptions, Budget budget) {
    this.assumptions = assumptions;
    this.budget = budget;
  }

  /** In: a claim with its ranges made one. Out: whether its sides are equal wherever its assumptions hold and both have a value. */
  static boolean show(Claim claim, Budget budget) {
    if (claim.order() != Claim.Order.EQUAL) {
      return false;
    }
    List<Family> symmetric = claim.assumptions().stream().flatMap(a -> a.fact() instanceof Fact.Symmetric s ? java.util.stream.Stream.of(s.family()) : java.util.stream.Stream.of()).toList();
    Optional<Word.Sum<Network>> difference = NetworkExpansion.of(Terms.minus(claim.left(), claim.right()), symmetric, budget);
    if (difference.isEmpty()) {
      return false;
    }
    MatrixProducts words = new MatrixProducts(claim.assumptions(), budget);
    for (Domain.Presupposition p : DomainCheck.presupposed(claim)) {
      if (p.condition() instanceof Condition.NonZero n && p.guards().isEmpty() && p.under().isEmpty()) {
        words.nonZero.put(n.term(), true);
      }
    }
    for (Assumption a : claim.assumptions()) {
      if (a.fact() instanceof Fact.Equation e && e.everywhere()) {
        NetworkExpansion.of(Terms.minus(e.left(), e.right()), symmetric, budget).flatMap(MatrixProducts::equation).ifPresent(words::add);
      }
    }
    words.complete();
    return words.reduced(difference.get(), 4 * STEPS, words::rewritten).isZero();
  }

  // --- rules

  /** An equation between products of matrices that lead from one free index to another, or to vectors. */
  private static Optional<Word.Sum<List<Letter>>> equation(Word.Sum<Network> zero) {
    Word.Sum<List<Letter>> sum = new Word.Sum<>();
    Optional<Index> left = Optional.empty();
    Optional<Index> right = Optional.empty();
    for (Map.Entry<Network, Map<Scale, Rational>> t : zero.terms().entrySet()) {
      Network n = t.getKey();
      if (n.chains().size() != 1 || !n.cycles().isEmpty() || !n.sums().isEmpty() || !n.open().isEmpty()) {
        return Optional.empty();
      }
      Network.Chain chain = n.chains().get(0);
      if (left.isEmpty() && right.isEmpty()) {
        left = chain.left().isPresent() ? chain.left() : chain.right();
        right = chain.left().isPresent() ? chain.right() : chain.left();
      }
      boolean forth = chain.left().equals(left) && chain.right().equals(right);
      boolean back = chain.left().equals(right) && chain.right().equals(left);
      if (!forth && !back) {
        return Optional.empty();
      }
      List<Letter> word = forth ? chain.word() : Word.reversed(chain.word());
      t.getValue().forEach((s, c) -> sum.add(word, s, c));
    }
    boolean universal = left.isPresent() && left.get() instanceof Index.Free && !left.equals(right) && right.map(r -> r instanceof Index.Free).orElse(true);
    return universal ? Optional.of(sum) : Optional.empty();
  }

  /** Turns a sum of words that is 0 into a rule for its greatest word, and its transpose; not where the coefficient may be 0. */
  private void add(Word.Sum<List<Letter>> zero) {
    Word.Sum<List<Letter>> rest = reduced(zero);
    if (rest.isZero() || rules.size() >= RULES) {
      return;
    }
    List<Letter> greatest = List.of();
    for (List<Letter> word : rest.terms().keySet()) {
      greatest = Word.compare(word, greatest) > 0 ? word : greatest;
    }
    Map<Scale, Rational> at = rest.terms().getOrDefault(greatest, Collections.emptyMap());
    if (greatest.isEmpty() || greatest.size() > LONGEST || at.size() != 1) {
      return;
    }
    Scale scale = at.keySet().iterator().next();
    if (!scale.powers().keySet().stream().allMatch(this::isNotZero)) {
      return;
    }
    Rational factor = at.values().iterator().next().inverse().negate();
    Word.Sum<List<Letter>> right = new Word.Sum<>();
    Word.Sum<List<Letter>> turned = new Word.Sum<>();
    for (Map.Entry<List<Letter>, Map<Scale, Rational>> t : rest.terms().entrySet()) {
      if (!t.getKey().equals(greatest)) {
        t.getValue().forEach((s, c) -> right.add(t.getKey(), s.times(scale.inverse()), c.times(factor)));
        t.getValue().forEach((s, c) -> turned.add(List.copyOf(Word.reversed(t.getKey())), s.times(scale.inverse()), c.times(factor)));
      }
    }
    put(new Rule(greatest, right));
    put(new Rule(List.copyOf(Word.reversed(greatest)), turned));
  }

  /** Whether a coefficient is 0 nowhere: a size, what the claim divides by, or what has a sign under the assumptions. */
  private boolean isNotZero(Term t) {
    return t instanceof Term.Size
        || nonZero.computeIfAbsent(
            t,
            k -> switch (Sign.of(k, assumptions, budget)) {
              case POSITIVE, NEGATIVE, NOT_ZERO -> true;
              case NOT_NEGATIVE, NOT_POSITIVE, ZERO, UNKNOWN -> false;
            });
  }

  private void put(Rule rule) {
    boolean smaller = rule.right().terms().keySet().stream().allMatch(w -> Word.compare(w, rule.left()) < 0);
    if (smaller && rules.stream().noneMatch(r -> r.left().equals(rule.left()))) {
      rules.add(rule);
    }
  }

  /** Where two rules speak of one word, what each makes of it is equal. */
  private void complete() {
    for (int a = 0; a < rules.size(); a++) {
      for (int b = 0; b <= a; b++) {
        overlaps(rules.get(a), rules.get(b));
        if (a != b) {
          overlaps(rules.get(b), rules.get(a));
        }
        if (steps > STEPS) {
          return;
        }
      }
    }
  }

  private void overlaps(Rule first, Rule second) {
    int shorter = Math.min(first.left().size(), second.left().size());
    for (int k = 1; k <= shorter && rules.size() < RULES; k++) {
      int at = first.left().size() - k;
      if (!first.left().subList(at, first.left().size()).equals(second.left().subList(0, k))) {
        continue;
      }
      Word.Sum<List<Letter>> zero = new Word.Sum<>();
      surround(zero, List.of(), first.right(), second.left().subList(k, second.left().size()), Rational.ONE);
      surround(zero, first.left().subList(0, at), second.right(), List.of(), Rational.MINUS_ONE);
      add(zero);
    }
  }

  private static void surround(Word.Sum<List<Letter>> to, List<Letter> before, Word.Sum<List<Letter>> middle, List<Letter> after, Rational sign) {
    middle.terms().forEach((w, by) -> by.forEach((s, c) -> to.add(Word.joined(Word.joined(before, w), after), s, c.times(sign))));
  }

  private void step() {
    budget.spend(4);
    steps++;
  }

  /** Steps of all terms until none applies, or {@code most} are done in all. */
  private <T> Word.Sum<T> reduced(Word.Sum<T> start, int most, Function<T, Optional<Word.Sum<T>>> rewritten) {
    Word.Sum<T> now = start;
    while (steps <= most) {
      step();
      Word.Sum<T> next = new Word.Sum<>();
      boolean changed = false;
      for (Map.Entry<T, Map<Scale, Rational>> t : now.terms().entrySet()) {
        Optional<Word.Sum<T>> put = rewritten.apply(t.getKey());
        changed |= put.isPresent();
        t.getValue().forEach((s, c) -> {
          if (put.isPresent()) {
            next.addAll(put.get(), s, c);
          } else {
            next.add(t.getKey(), s, c);
          }
        });
      }
      now = next;
      if (!changed) {
        break;
      }
    }
    return now;
  }

  private Word.Sum<List<Letter>> reduced(Word.Sum<List<Letter>> words) {
    return reduced(words, 2 * STEPS, this::rewritten);
  }

  /** The word after one step, if a rule applies. */
  private Optional<Word.Sum<List<Letter>>> rewritten(List<Letter> word) {
    for (Rule rule : rules) {
      int at = Collections.indexOfSubList(word, rule.left());
      if (at >= 0) {
        step();
        Word.Sum<List<Letter>> sum = new Word.Sum<>();
        surround(sum, word.subList(0, at), rule.right(), word.subList(at + rule.left().size(), word.size()), Rational.ONE);
        return Optional.of(sum);
      }
    }
    return Optional.empty();
  }

  // --- networks

  /** The network after one step, if a rule applies. */
  private Optional<Word.Sum<Network>> rewritten(Network n) {
    for (int k = 0; k < n.chains().size(); k++) {
      Network.Chain chain = n.chains().get(k);
      Optional<Word.Sum<List<Letter>>> words = rewritten(chain);
      if (words.isPresent()) {
        Word.Sum<Network> sum = new Word.Sum<>();
        List<Network.Chain> others = without(n.chains(), k);
        words.get().terms().forEach((w, by) -> by.forEach((s, c) -> put(sum, n, others, new Network.Chain(chain.left(), w, chain.right()), s, c)));
        return Optional.of(sum);
      }
    }
    for (int k = 0; k < n.cycles().size(); k++) {
      List<Letter> word = n.cycles().get(k).word();
      Optional<Word.Sum<Network>> sum = cycle(n, k, word, false);
      sum = sum.isPresent() ? sum : cycle(n, k, Word.reversed(word), true);
      if (sum.isPresent()) {
        return sum;
      }
    }
    return Optional.empty();
  }

  /** A chain's word after one step; between equal ends also the transposed word, where that makes it smaller. */
  private Optional<Word.Sum<List<Letter>>> rewritten(Network.Chain chain) {
    Optional<Word.Sum<List<Letter>>> forth = rewritten(chain.word());
    if (forth.isPresent()) {
      return forth;
    }
    List<Letter> back = Word.reversed(chain.word());
    if (!chain.isEven() || rules.stream().noneMatch(r -> Collections.indexOfSubList(back, r.left()) >= 0)) {
      return Optional.empty();
    }
    Word.Sum<List<Letter>> words = new Word.Sum<>();
    words.add(back, Scale.ONE, Rational.ONE);
    Word.Sum<List<Letter>> reduced = reduced(words);
    return reduced.terms().keySet().stream().allMatch(w -> Word.compare(w, chain.word()) < 0) ? Optional.of(reduced) : Optional.empty();
  }

  private static <T> List<T> without(List<T> all, int k) {
    List<T> others = new ArrayList<>(all);
    others.remove(k);
    return others;
  }

  /** A chain of two vectors with nothing between them is the sum of the products of their entries. */
  private static void put(Word.Sum<Network> sum, Network n, List<Network.Chain> others, Network.Chain chain, Scale s, Rational c) {
    List<Network.Chain> chains = new ArrayList<>(others);
    List<Word.Vector> sums = new ArrayList<>(n.sums());
    List<Letter> word = Word.merged(chain.word());
    Scale scale = s;
    Rational coefficient = c;
    if (word.size() == 2 && word.get(0) instanceof Word.Vector a && word.get(1) instanceof Word.Vector b) {
      Scale entry = a.entry().times(b.entry());
      if (entry.isOne()) {
        scale = scale.times(Word.size(a.range()));
        coefficient = c.times(Word.count(a.range()));
      } else {
        sums.add(new Word.Vector(a.range(), entry, false));
      }
    } else {
      chains.add(new Network.Chain(chain.left(), word, chain.right()));
    }
    sum.add(new Network(n.open(), chains, n.cycles(), sums), scale, coefficient);
  }

  private Optional<Word.Sum<Network>> cycle(Network n, int k, List<Letter> word, boolean shorter) {
    List<Letter> twice = Word.joined(word, word);
    for (Rule rule : rules) {
      int at = rule.left().size() <= word.size() ? Collections.indexOfSubList(twice, rule.left()) : -1;
      if (at < 0 || (shorter && rule.right().terms().keySet().stream().anyMatch(w -> w.size() >= rule.left().size()))) {
        continue;
      }
      step();
      List<Letter> rest = twice.subList(at + rule.left().size(), at + word.size());
      Word.Sum<Network> sum = new Word.Sum<>();
      List<Network.Cycle> others = without(n.cycles(), k);
      for (Map.Entry<List<Letter>, Map<Scale, Rational>> t : rule.right().terms().entrySet()) {
        List<Letter> round = Word.joined(t.getKey(), rest);
        List<Network.Cycle> cycles = new ArrayList<>(others);
        if (!round.isEmpty()) {
          cycles.add(new Network.Cycle(round));
        }
        Scale size = round.isEmpty() ? Word.size(rule.left().getFirst().left()) : Scale.ONE;
        Rational count = round.isEmpty() ? Word.count(rule.left().getFirst().left()) : Rational.ONE;
        t.getValue().forEach((s, c) -> sum.add(new Network(n.open(), n.chains(), cycles, n.sums()), s.times(size), c.times(count)));
      }
      return Optional.of(sum);
    }
    return Optional.empty();
  }
}
