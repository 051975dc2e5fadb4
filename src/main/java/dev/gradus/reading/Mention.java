package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;

/**
 * A name as it stands in a formula, with what its scripts say.
 *
 * @param key the name with its labels, as LaTeX: {@code x}, {@code \hat{y}}, {@code W_{1}}, {@code h^{s}}
 * @param base the name without labels and accents kept: {@code W}
 * @param bold whether it was printed bold (or with an arrow)
 * @param indices what stands in the index places, samples (superscripts in brackets) first; {@code Symbol("colon")} leaves an axis open
 * @param exponent a power
 * @param transposed how often it was transposed
 * @param primes derivative marks
 * @param distinct conditions in a script: {@code theta_{i != k}}
 */
record Mention(
    String key,
    String base,
    boolean bold,
    List<Notation> indices,
    Optional<Notation> exponent,
    int transposed,
    int primes,
    List<Notation.Compared> distinct) {

  Mention {
    indices = List.copyOf(indices);
    distinct = List.copyOf(distinct);
  }

  static Mention of(String name, boolean bold) {
    return new Mention(name, name, bold, List.of(), Optional.empty(), 0, 0, List.of());
  }

  Mention labelled(String suffix) {
    return new Mention(key + suffix, base, bold, indices, exponent, transposed, primes, distinct);
  }

  Mention bolder() {
    return new Mention(key, base, true, indices, exponent, transposed, primes, distinct);
  }

  Mention indexedBy(List<Notation> all) {
    return new Mention(key, base, bold, all, exponent, transposed, primes, distinct);
  }

  Mention toPower(Notation power) {
    return new Mention(key, base, bold, indices, Optional.of(power), transposed, primes, distinct);
  }

  /** The same without its power. */
  Mention root() {
    return new Mention(key, base, bold, indices, Optional.empty(), 0, 0, distinct);
  }

  Mention turned() {
    return new Mention(key, base, bold, indices, exponent, transposed + 1, primes, distinct);
  }

  Mention primed(int more) {
    return new Mention(key, base, bold, indices, exponent, transposed, primes + more, distinct);
  }

  Mention where(List<Notation.Compared> conditions) {
    return new Mention(key, base, bold, indices, exponent, transposed, primes, conditions);
  }

  /** Nothing but the name: no index, power, transpose or prime. */
  boolean bare() {
    return indices.isEmpty() && plain();
  }

  /** No power, transpose or prime. */
  boolean plain() {
    return exponent.isEmpty() && transposed == 0 && primes == 0;
  }
}
