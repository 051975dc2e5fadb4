package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Primes that say transpose, {@code b = (X'X)^{-1}X'y}, as texts of statistics print it: in a document that has a capital letter with a prime right before the
 * same letter, and takes that letter nowhere at an argument. There capital letters that are no functions and sums in brackets with one prime are transposed, and small letters
 * where a factor follows, {@code b'X'Xb}.
 */
final class PrimedTransposes {
  private final Set<String> functions;

  private PrimedTransposes(Set<String> functions) {
    this.functions = functions;
  }

  /** In: all statements. Out: the same with {@code ^T} for such primes. */
  static List<Printed> read(List<Printed> printed) {
    Set<String> squared = new TreeSet<>();
    Set<String> functions = new TreeSet<>();
    for (Printed p : printed) {
      for (Notation side : List.of(p.left(), p.right())) {
        collect(side, squared, functions);
      }
    }
    PrimedTransposes primes = new PrimedTransposes(functions);
    squared.removeAll(functions);
    return squared.isEmpty() ? printed : printed.stream().map(p -> new Printed(p.statement(), primes.turned(p.left()), primes.turned(p.right()), p.spaces())).toList();
  }

  /** X'X, and F(x) or F'(x) of a function. */
  private static void collect(Notation n, Set<String> squared, Set<String> functions) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        int at = k + 1;
        Notation first = j.factors().get(k).item();
        Notation second = j.factors().get(at).item();
        Optional<Notation> primed = primed(first);
        Optional<String> letter = Mentions.baseName(primed.orElse(first)).filter(_ -> j.factors().get(at).op() == Op.NONE);
        letter.filter(x -> primed.isPresent() && Survey.upper(x) && Outline.of(primed.get()).equals(Outline.of(second))).ifPresent(squared::add);
        letter.filter(_ -> second instanceof Notation.Bracketed b && b.open().equals("(") && !(b.body() instanceof Notation.Summed)).ifPresent(functions::add);
      }
    }
    Notations.children(n).forEach(c -> collect(c, squared, functions));
  }

  /** What carries a single prime. */
  private static Optional<Notation> primed(Notation n) {
    return n instanceof Notation.Scripted s && s.primes() == 1 && s.sup().isEmpty() && s.sub().isEmpty() ? Optional.of(s.base()) : Optional.empty();
  }

  /** A capital letter that is no function. */
  private boolean matrix(Notation n) {
    return Mentions.baseName(n).filter(b -> Survey.upper(b) && !functions.contains(b)).isPresent();
  }

  private boolean holdsMatrix(Notation n) {
    return matrix(n) || Notations.children(n).stream().anyMatch(this::holdsMatrix);
  }

  private Notation turned(Notation n) {
    Notation inner = Templates.mapped(n, this::turned);
    if (inner instanceof Notation.Juxtaposed j) {
      List<Factor> factors = new ArrayList<>(j.factors());
      for (int k = 0; k + 1 < factors.size(); k++) {
        Notation next = factors.get(k + 1).item();
        boolean factor = factors.get(k + 1).op() == Op.NONE && !(next instanceof Notation.Bracketed b && !holdsMatrix(b.body()));
        boolean function = primed(factors.get(k).item()).flatMap(Mentions::baseName).filter(functions::contains).isPresent();
        if (factor && !function) {
          factors.set(k, new Factor(factors.get(k).op(), transposed(factors.get(k).item())));
        }
      }
      return new Notation.Juxtaposed(j.span(), factors);
    }
    return primed(inner).filter(x -> matrix(x) || (x instanceof Notation.Bracketed b && b.body() instanceof Notation.Summed)).isPresent() ? transposed(inner) : inner;
  }

  private static Notation transposed(Notation n) {
    return primed(n).<Notation>map(x -> new Notation.Scripted(n.span(), x, Optional.empty(), Optional.of(new Notation.Symbol(n.span(), "T")), 0)).orElse(n);
  }
}
