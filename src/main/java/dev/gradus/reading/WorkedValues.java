package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The numbers that a worked example gives its letters: a refuting point meets them (READING 2). */
record WorkedValues(List<Printed> printed, Map<Integer, Outcome> outcomes, Survey survey, Domains domains) {
  /** Words that say where a relation is looked at, not what a letter is: what they state ends with its sentence. */
  private static final List<String> PLACES = List.of("at", "if", "for", "when", "whenever", "where", "case", "unless", "only", "except", "near", "around", "equality", "holds", "as", "to", "than", "until", "iff");

  private static final Pattern GENERAL = Pattern.compile("\\b(?i:general|generally|always|every|all|any|everywhere)\\b");

  /** x = 1, b = 0: the last number before a statement, in its part, that the text gives a letter which the statement leads to; a worked example goes on with it (READING 2). */
  List<Integer> before(Printed p) {
    Statement s = p.statement();
    Map<String, Integer> last = new TreeMap<>();
    for (Printed q : printed.subList(0, s.number())) {
      Optional<String> letter = survey.mentions().of(q.left()).filter(Mention::bare).map(Mention::key);
      boolean part = s.part().within(q.statement().part()) && q.statement().sign().sign() == RelationSign.EQUAL;
      if (part && letter.isPresent() && number(q.right())) {
        last.put(letter.get(), q.statement().number());
      }
    }
    Set<String> names = new TreeSet<>(p.names(survey.mentions()));
    last.keySet().removeIf(key -> names.stream().noneMatch(n -> n.equals(key) || domains.leads(n, key)));
    boolean worked = (number(p.left()) || number(p.right())) && !GENERAL.matcher(s.words()).find();
    return last.values().stream().filter(n -> valued(n, worked)).toList();
  }

  private static boolean number(Notation n) {
    Notation core = n instanceof Notation.Summed sum && sum.items().size() == 1 ? sum.items().getFirst().item() : n;
    return core instanceof Notation.Numeral || (core instanceof Notation.Fraction f && number(f.numerator()) && number(f.denominator()));
  }

  /** Whether the text gives the letter the number to hold on: a place at which something is looked at is one for numbers that are worked out. */
  private boolean valued(int number, boolean worked) {
    Statement q = printed.get(number).statement();
    String[] words = q.opens().replaceAll("[^\\p{L}$]+", " ").strip().split(" ", -1);
    // x = 0 => m = 0, or x = 0 in a column of cases: a case, which ends with what is drawn from it
    boolean bare = (q.opens() + q.closes()).codePoints().noneMatch(Character::isLetter);
    boolean before = bare || (q.closes().isBlank() && printed.stream().anyMatch(r -> r.statement().premises().contains(number)));
    return !before && outcomes.get(number) instanceof Outcome.Assumes && q.cue() == Cue.ASSUMED && !q.notes().point() && (worked || !PLACES.contains(words[words.length - 1]));
  }
}
