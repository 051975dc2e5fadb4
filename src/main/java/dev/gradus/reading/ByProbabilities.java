package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Distributions that a text gives by their probabilities: {@code P(x = 1) = \theta} with {@code P(x = 0)}, {@code p(x | \theta) = \theta^x(1-\theta)^{1-x}} (READING 23). */
final class ByProbabilities {
  private static final Pattern AT = Pattern.compile("(?:P|p|Pr|\\\\Pr|\\\\mathbb\\{P\\}|q)\\((?<x>[A-Za-z])=(?<v>[01])\\)");
  private static final Pattern POWERS = Pattern.compile("(?<t>\\\\?[A-Za-z]+)\\^\\{?(?<x>[A-Za-z])\\}?(?:\\\\cdot)?(?:\\\\left)?\\(1-\\k<t>(?:\\\\right)?\\)\\^\\{1-\\k<x>\\}");
  private static final Pattern TWO_VALUES = Pattern.compile("\\b(?:bernoulli|binary|coin|two values)\\b");

  private ByProbabilities() {}

  /** The Bernoulli distributions that definitions of a part, or around it, give. */
  static List<Distribution> all(Part part, Names names, Mentions mentions) {
    List<Distribution> found = new ArrayList<>();
    List<Definition> here = names.definitions().stream().filter(d -> part.within(d.part())).toList();
    boolean two = part.chain().stream().anyMatch(p -> TWO_VALUES.matcher(p.words()).find());
    for (Definition d : here) {
      Matcher at = AT.matcher(d.key().replace(" ", ""));
      boolean whole = at.matches() && at.group("v").equals("1") && (two || here.stream().anyMatch(e -> e.key().replace(" ", "").equals(d.key().replace(" ", "").replace("=1", "=0"))));
      Matcher powers = POWERS.matcher(Typeset.of(d.body()).replace(" ", ""));
      boolean probability = PrintedHead.probability(d.key()) || PrintedHead.PROBABILITIES.contains(d.key());
      Optional<String> variable = whole ? Optional.of(at.group("x")) : probability && powers.matches() ? Optional.of(powers.group("x")) : Optional.empty();
      variable.flatMap(x -> mentions.of(Meanings.print(x))).filter(Mention::bare).ifPresent(m -> found.add(new Distribution(m, "bernoulli", List.of(Distribution.parameter(whole ? d.body() : Meanings.print(powers.group("t")))))));
    }
    return found;
  }

  /** Whether probabilities of a name are defined, and a side has no letters but those that they have: then what the name's mean is they say. */
  static boolean give(Notation argument, Notation side, Part part, Names names, Mentions mentions) {
    Optional<String> name = mentions.of(argument).filter(Mention::bare).map(Mention::key);
    Set<String> letters = new TreeSet<>();
    for (Definition d : names.definitions()) {
      boolean probability = name.isPresent() && part.within(d.part()) && (PrintedHead.probability(d.key()) || PrintedHead.PROBABILITIES.contains(d.key()));
      if (probability && (d.parameters().contains(name.get()) || Pattern.compile("(?<![\\\\A-Za-z])" + Pattern.quote(name.get()) + "(?![A-Za-z])").matcher(d.key()).find())) {
        Definitions.collect(d.body(), mentions, letters);
        letters.addAll(d.parameters());
      }
    }
    Set<String> own = new TreeSet<>();
    Definitions.collect(side, mentions, own);
    return !letters.isEmpty() && letters.containsAll(own);
  }
}
