package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The derivative of a loss that nothing defines where the text differentiates it by z only, and a quantity y = x + f(z) is made of z and of the target by another way: the loss
 * may depend on x through y too (SOUNDNESS 21, READING 24).
 */
record SkippedWays(Names names, Mentions mentions) {
  /** In: a reading. Out: the quantity through which the loss may depend on what the left side differentiates by. */
  Optional<String> of(Printed p, Attempt.Read r) {
    Set<String> frontier = new TreeSet<>();
    Set<String> losses = new TreeSet<>();
    for (Family f : Terms.families(r.claim().left(), r.claim().right())) {
      if (f.kind() == Family.Kind.ARBITRARY) {
        losses.add(f.original());
        f.arguments().forEach(a -> frontier.add(a.name()));
      }
    }
    Set<String> left = new TreeSet<>();
    Definitions.collect(p.left(), mentions, left);
    List<String> targets = losses.isEmpty() || !Differentials.whole(p.left()) ? List.of() : r.used().stream().filter(u -> u.startsWith("derivative by ")).map(u -> u.substring("derivative by ".length())).filter(left::contains).toList();
    for (String target : targets) {
      Set<String> inner = new TreeSet<>(frontier);
      inner.remove(target);
      inner.removeIf(z -> !leads(z, target, new TreeSet<>(), new TreeSet<>()));
      Optional<String> way = inner.isEmpty() ? Optional.empty() : quantities(p.statement().part()).filter(y -> !frontier.contains(y) && !losses.contains(y) && !left.contains(y)).filter(y -> inner.stream().anyMatch(z -> leads(y, z, new TreeSet<>(), new TreeSet<>())) && leads(y, target, frontier, new TreeSet<>())).findFirst();
      if (way.isPresent()) {
        return way;
      }
    }
    return Optional.empty();
  }

  private Stream<String> quantities(Part part) {
    return names.definitions().stream().filter(d -> !d.isFunction() && !Heads.isNumber(d.key()) && part.within(d.part())).map(Definition::key).distinct();
  }

  /** Whether definitions lead from a name to another one without these between. */
  private boolean leads(String from, String to, Set<String> without, Set<String> seen) {
    for (Definition d : names.definitions()) {
      if (d.key().equals(from) && seen.add(from)) {
        Set<String> said = new TreeSet<>();
        Definitions.collect(d.body(), mentions, said);
        if (said.stream().anyMatch(n -> n.equals(to) || (!without.contains(n) && leads(n, to, without, seen)))) {
          return true;
        }
      }
    }
    return false;
  }
}
