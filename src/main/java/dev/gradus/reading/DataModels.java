package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Models of data, y = X w + \epsilon: the equation holds, but y is what was observed; a derivative by a parameter of the model holds it fixed where the expression depends
 * on the parameter beside y, as a loss does (READING 7).
 *
 * @param all the observed names, with the parts that their models stand in
 */
record DataModels(List<Observed> all) {
  /** A name that was observed, and where its model stands. */
  record Observed(String name, Part part) {}

  private static final List<String> NOISE = List.of("\\epsilon", "\\varepsilon", "\\xi", "\\nu");
  private static final List<String> ALWAYS = List.of("\\epsilon", "\\varepsilon");
  private static final Pattern WORDS = Pattern.compile("\\b(?i:noise|noisy|error|errors|disturbance|disturbances|rauschen|ruido|gaussian|model)\\b");

  static DataModels of(List<Printed> printed, Mentions mentions) {
    List<Observed> found = new ArrayList<>();
    for (Printed p : printed) {
      boolean model = Lowering.isEquation(p.statement()) && isModel(p, printed, mentions);
      Optional<Mention> name = model ? mentions.of(p.left()) : Optional.empty();
      name.ifPresent(m -> found.add(new Observed(m.key(), p.statement().part())));
    }
    return new DataModels(List.copyOf(found));
  }

  /** Whether a name is what was observed where a part stands. */
  boolean observed(String name, Part part) {
    return all.stream().anyMatch(o -> o.name().equals(name) && part.within(o.part()));
  }

  /** The observed names where a part stands. */
  Set<String> observed(Part part) {
    return all.stream().filter(o -> part.within(o.part())).map(Observed::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the right side is a sum with a letter of noise, which nothing in the document says otherwise. */
  private static boolean isModel(Printed p, List<Printed> printed, Mentions mentions) {
    if (!(p.right() instanceof Notation.Summed sum) || sum.items().size() < 2) {
      return false;
    }
    return sum.items().stream()
        .filter(i -> i.sign() == Notation.Sign.PLUS)
        .flatMap(i -> mentions.of(i.item()).stream())
        .filter(m -> NOISE.contains(m.base()) && printed.stream().noneMatch(q -> mentions.of(q.left()).filter(l -> l.key().equals(m.key())).isPresent()))
        .anyMatch(m -> ALWAYS.contains(m.base()) || WORDS.matcher(p.statement().words()).find());
  }
}
