package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The variable of functions that a rule is stated for: f'(x) = (g'(x)h(x) - g(x)h'(x)) / h(x)^2. Where nothing but functions at one letter stands
 * in a claim, one of them with a prime, the letter is the functions' own number there, whatever else the document calls so.
 */
final class OwnVariable {
  private final Mentions mentions;
  private final Set<String> primed = new TreeSet<>();
  private final Set<String> applied = new TreeSet<>();
  private final Set<String> others = new TreeSet<>();

  private OwnVariable(Mentions mentions) {
    this.mentions = mentions;
  }

  /** In: the sides of a claim. Out: the letter, where there is one. */
  static Optional<String> of(Notation left, Notation right, Mentions mentions) {
    OwnVariable found = new OwnVariable(mentions);
    found.look(left);
    found.look(right);
    boolean slope = (left instanceof Notation.Juxtaposed j && j.factors().size() == 2) || left instanceof Notation.Fraction;
    // f'(x_0) = 2 gives a value at one point
    boolean value = found.primed.stream().noneMatch(x -> Definitions.mentions(right, x, mentions));
    boolean one = slope && !value && found.others.isEmpty() && found.primed.size() == 1 && found.applied.equals(found.primed);
    return one ? Optional.of(found.primed.iterator().next()) : Optional.empty();
  }

  private void look(Notation n) {
    Optional<String> by = n instanceof Notation.Fraction f && slope(f.numerator(), f.denominator()) ? differential(f.denominator()).flatMap(mentions::of).filter(Mention::bare).map(Mention::key) : Optional.empty();
    if (by.isPresent()) {
      applied.add(by.get());
      primed.add(by.get());
      return;
    }
    if (n instanceof Notation.Juxtaposed j) {
      List<Factor> factors = j.factors();
      for (int k = 0; k < factors.size(); k++) {
        Optional<Mention> name = mentions.of(factors.get(k).item()).filter(m -> m.indices().isEmpty() && m.transposed() == 0);
        Optional<String> argument = name.isPresent() && k + 1 < factors.size() && factors.get(k + 1).op() == Op.NONE ? letter(factors.get(k + 1).item()) : Optional.empty();
        if (argument.isPresent()) {
          applied.add(argument.get());
          if (name.get().primes() > 0) {
            primed.add(argument.get());
          }
          k++;
        } else {
          look(factors.get(k).item());
        }
      }
      return;
    }
    Optional<Mention> m = mentions.of(n);
    if (m.isPresent()) {
      others.add(m.get().key());
      m.get().indices().forEach(this::look);
      return;
    }
    Notations.children(n).forEach(this::look);
  }

  /** dg/dx of the name of a function alone. */
  private boolean slope(Notation up, Notation down) {
    Optional<Mention> function = differential(up).flatMap(mentions::of).filter(Mention::bare);
    return function.filter(m -> Functions.usual(m.key())).isPresent() && differential(down).isPresent();
  }

  /** x of dx. */
  private static Optional<Notation> differential(Notation n) {
    boolean sign = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Differentials.isSign(j.factors().get(0).item());
    return sign ? Optional.of(((Notation.Juxtaposed) n).factors().get(1).item()) : Optional.empty();
  }

  /** The bare letter in a bracket, powers on the bracket aside. */
  private Optional<String> letter(Notation n) {
    boolean plain = n instanceof Notation.Bracketed || (n instanceof Notation.Scripted s && s.sub().isEmpty() && s.primes() == 0);
    return plain ? Notations.bracket(n).filter(b -> b.open().equals("(")).flatMap(b -> mentions.of(b.body())).filter(Mention::bare).map(Mention::key) : Optional.empty();
  }
}
