package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code J(\theta_0, \theta_1)} where the document writes {@code J(\theta)} too: the components of the argument in its place, one after the other. */
final class ListedArguments {
  /** Functions with the letter that they are applied to: {@code J \theta}. */
  private final Set<String> whole = new TreeSet<>();

  private ListedArguments() {}

  /** In: what is read together. Out: the same with the letter in the place of its components. */
  static List<Printed> gathered(List<Printed> own) {
    ListedArguments found = new ListedArguments();
    own.forEach(p -> List.of(p.left(), p.right()).forEach(found::scan));
    if (found.whole.isEmpty()) {
      return own;
    }
    return own.stream().map(p -> new Printed(p.statement(), found.in(p.left()), found.in(p.right()), p.spaces())).toList();
  }

  private void scan(Notation n) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Optional<String> name = FixedArguments.name(j.factors().get(k).item());
        Optional<String> letter = FixedArguments.behind(j.factors(), k).filter(b -> b.body() instanceof Notation.Symbol).flatMap(b -> FixedArguments.name(b.body()));
        letter.filter(x -> name.isPresent()).ifPresent(x -> whole.add(name.orElseThrow() + " " + x));
      }
    }
    n.parts().forEach(this::scan);
  }

  private Notation in(Notation n) {
    return Templates.applied(n, (factors, k) -> FixedArguments.behind(factors, k).flatMap(b -> gathered(factors.get(k).item(), b)));
  }

  private Optional<Notation> gathered(Notation function, Notation.Bracketed bracket) {
    List<Notation> items = Products.arguments(bracket);
    Optional<Notation> base = items.size() > 1 && items.getFirst() instanceof Notation.Scripted s ? Optional.of(s.base()) : Optional.empty();
    int from = base.isPresent() && numbered(items.getFirst(), base.get(), 0) ? 0 : 1;
    for (int k = 0; base.isPresent() && k < items.size(); k++) {
      base = numbered(items.get(k), base.get(), from + k) ? base : Optional.empty();
    }
    Optional<String> name = FixedArguments.name(function);
    return base.filter(b -> name.isPresent() && FixedArguments.name(b).filter(x -> whole.contains(name.get() + " " + x)).isPresent()).map(b -> new Notation.Bracketed(bracket.span(), "(", b, ")"));
  }

  private static boolean numbered(Notation n, Notation base, int number) {
    return n instanceof Notation.Scripted s && Templates.same(s.base(), base) && s.sup().isEmpty() && s.primes() == 0 && s.sub().filter(x -> Conditions.isNumeral(x, Integer.toString(number))).isPresent();
  }
}
