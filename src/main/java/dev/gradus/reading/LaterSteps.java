package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The derivative of a loss of all steps that nothing defines, by a quantity of one step (SOUNDNESS 21): where the next step reads what depends on that quantity, h_{t+1} of
 * h_t, the loss depends on it in that way too, unless the claim has the derivative by what comes next.
 */
record LaterSteps(Names names, Mentions mentions) {
  /** The quantity of a reading through which later steps may depend on what its left side differentiates by; derivatives by others are of all steps. */
  Optional<String> of(Printed p, Attempt.Read r) {
    Layers layers = mentions.layers();
    if (!layers.counts(Steps.LETTER)) {
      return Optional.empty();
    }
    Set<String> frontier = new TreeSet<>();
    boolean whole = false;
    for (Family f : Terms.families(r.claim().left(), r.claim().right())) {
      if (f.kind() == Family.Kind.ARBITRARY && !layers.atStep(f.original())) {
        whole = true;
        f.arguments().forEach(a -> frontier.add(a.name()));
      }
    }
    List<String> by = r.used().stream().filter(u -> u.startsWith("derivative by ")).map(u -> u.substring("derivative by ".length())).filter(layers::atStep).toList();
    Set<String> left = new TreeSet<>();
    Definitions.collect(p.left(), mentions, left);
    List<String> first = Differentials.whole(p.left()) ? by.stream().filter(left::contains).toList() : by;
    by.stream().filter(k -> !first.contains(k)).forEach(frontier::add);
    return whole ? first.stream().filter(k -> !frontier.contains(k)).flatMap(k -> reached(k, frontier).stream()).filter(k -> carriedOn(k, frontier)).findFirst() : Optional.empty();
  }

  /** The quantity and those that are given by it, up to the ones that the loss is differentiated by. */
  private Set<String> reached(String key, Set<String> frontier) {
    Set<String> all = new TreeSet<>(List.of(key));
    boolean more = true;
    while (more) {
      more = false;
      for (Definition d : names.definitions()) {
        if (mentions.layers().atStep(d.key()) && !frontier.contains(d.key()) && all.stream().anyMatch(k -> Definitions.mentions(d.body(), k, mentions))) {
          more |= all.add(d.key());
        }
      }
    }
    return all;
  }

  /** Whether an equation reads a quantity at another step than its own, which the loss is not differentiated by. */
  private boolean carriedOn(String key, Set<String> frontier) {
    Set<String> read = new TreeSet<>();
    names.definitions().forEach(d -> Definitions.collect(d.body(), mentions, read));
    return read.stream().anyMatch(n -> another(n, key)) && frontier.stream().noneMatch(n -> another(n, key));
  }

  private boolean another(String name, String key) {
    Layers layers = mentions.layers();
    return !name.equals(key) && layers.atStep(name) && layers.together(name).equals(layers.together(key));
  }
}
