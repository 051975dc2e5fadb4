package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An equation for every sample of a number that has an equation without an index: {@code y = \sigma(w x + b)}, then {@code y_n = \sigma(a_n)} with an a that occurs here first. Whatever
 * a_n will be, the two need not contradict each other: the second one says what y_n is, and as one of two it refutes nothing (READING 14, 15).
 */
record SampleHeads(Survey survey, Names names, Set<String> seen) {
  /** What an equation introduces: the family of the samples, apart from the number itself. */
  Optional<Introductions.Introduction> of(Printed p, Head head) {
    Statement s = p.statement();
    String key = head.mention().key();
    boolean one = head.letters().size() == 1 && head.parameters().isEmpty() && !head.squared() && !head.logged() && !s.cue().concludes() && s.conditions().isEmpty() && s.after().isEmpty();
    Optional<Definition> first = names.definition(key, s.part()).filter(d -> one && s.part().within(d.part()) && !d.isFunction() && d.letters().isEmpty());
    Optional<Integer> rank = first.flatMap(Definition::value).map(Value::rank).filter(r -> r < 2);
    boolean given = names.definitions().stream().anyMatch(d -> d.key().equals(key + Mentions.TERM) && d.standing() != Definition.Standing.SAMPLE);
    if (rank.isEmpty() || given || !brings(p.right(), head.letters().getFirst())) {
      return Optional.empty();
    }
    // of an x that is the row of all x_n the number was read as the row of all y_n
    Head samples = new Head(rank.get() == 0 ? head.mention().labelled(Mentions.TERM) : head.mention(), head.parameters(), head.letters(), false, false);
    return Optional.of(new Introductions.Introduction(samples, p.right(), Definition.Standing.REPEATED));
  }

  /** Whether an expression has a name that no line before has, with that index. */
  private boolean brings(Notation n, String letter) {
    Set<String> all = new TreeSet<>();
    indexed(n, letter, all);
    return all.stream().anyMatch(k -> !seen.contains(k) && names.definitions().stream().noneMatch(d -> d.key().equals(k)));
  }

  private void indexed(Notation n, String letter, Set<String> found) {
    survey.mentions().of(n).filter(m -> m.indices().size() == 1 && survey.mentions().of(m.indices().getFirst()).filter(i -> i.bare() && i.key().equals(letter)).isPresent()).ifPresent(m -> found.add(m.key()));
    Notations.children(n).forEach(c -> indexed(c, letter, found));
  }
}
