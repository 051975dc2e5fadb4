package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bounds by 0 or 1 of what nothing defines, and that its entries sum to 1, printed beside other statements without a word: {@code .., f_{nk} > 0}. Of a letter
 * that may have any value no such thing can be proved: it is said of all entries of that family, from there to the end of its part (READING 2, 9).
 */
final class EntryBounds {
  /** A statement and what it says. */
  private record Bound(Statement statement, String key, WordFact fact) {}

  /** What stands behind these words is concluded. */
  private static final Pattern CONCLUDED = Pattern.compile("(?i)\\b(then|hence|therefore|thus|so|consequently|also|moreover|furthermore)\\b");

  private final List<Bound> stated = new ArrayList<>();

  /** In: a statement and what became of it. Out: the hypothesis that it is instead, if it is one; it is kept for what follows. */
  Optional<Outcome> of(Printed p, Outcome outcome, Survey survey, Names names) {
    Statement s = p.statement();
    boolean open = outcome instanceof Outcome.Open o && o.code().equals("equation.not-read");
    boolean sum = s.sign().sign() == RelationSign.EQUAL && !outcome.proved();
    Optional<Bound> bound = (open || sum) && s.cue() == Cue.STATED ? bound(p, survey, names) : Optional.empty();
    bound.ifPresent(stated::add);
    return bound.map(_ -> new Outcome.Assumes(s, "assumed", "a bound of a letter that nothing else is said of"));
  }

  private Optional<Bound> bound(Printed p, Survey survey, Names names) {
    RelationSign sign = p.statement().sign().sign();
    boolean concluded = CONCLUDED.matcher(p.statement().opens()).find();
    if (sign == RelationSign.EQUAL && !concluded && p.statement().after().isEmpty() && Conditions.isNumeral(p.right(), "1")) {
      return summand(p.left(), survey).flatMap(f -> kept(f, p, WordFact.Kind.SUMS_TO_ONE, survey, names));
    }
    boolean up = sign == RelationSign.GREATER || sign == RelationSign.GREATER_OR_EQUAL;
    boolean down = sign == RelationSign.LESS || sign == RelationSign.LESS_OR_EQUAL;
    Notation greater = up ? p.left() : p.right();
    Notation less = up ? p.right() : p.left();
    boolean strict = sign == RelationSign.GREATER || sign == RelationSign.LESS;
    Optional<Integer> after = p.statement().after();
    if (Conditions.isNumeral(less, "0") && (up || down) && after.isEmpty()) {
      return kept(greater, p, strict ? WordFact.Kind.POSITIVE : WordFact.Kind.NONNEGATIVE, survey, names);
    }
    // the second link of 0 < p_i < 1
    Optional<Bound> before = stated.stream().filter(b -> after.equals(Optional.of(b.statement().number())) && b.fact().kind() == WordFact.Kind.POSITIVE).findFirst();
    return Conditions.isNumeral(greater, "1") && strict && down && before.isPresent()
        ? kept(less, p, WordFact.Kind.UNIT_INTERVAL, survey, names).filter(b -> b.key().equals(before.get().key()))
        : Optional.empty();
  }

  /** p_i of \\sum_i p_i. */
  private static Optional<Notation> summand(Notation n, Survey survey) {
    return n instanceof Notation.BigOperator b && b.name().equals("sum")
        ? Optional.of(b.body()).filter(f -> survey.mentions().of(f).filter(m -> m.plain() && m.indices().size() == 1).isPresent())
        : Optional.empty();
  }

  private static Optional<Bound> kept(Notation entry, Printed p, WordFact.Kind kind, Survey survey, Names names) {
    Statement s = p.statement();
    return survey
        .mentions()
        .of(entry)
        .filter(m -> m.plain() && !m.indices().isEmpty() && names.definition(m.key(), s.part()).isEmpty() && !names.isUnknown(m.key(), s.part()))
        .map(m -> new Bound(s, m.key(), new WordFact(kind, List.of(Typeset.of(entry)), Optional.empty(), s.sign().span().start(), s.left() + " " + s.sign().sign().symbol() + " " + s.right())));
  }

  /** Names and numbers only: it says what they are. */
  static boolean bare(Notation left, Notation right, Survey survey) {
    return List.of(left, right).stream().allMatch(n -> survey.mentions().of(n).isPresent() || n instanceof Notation.Numeral || n instanceof Notation.Empty);
  }

  /** Words that restrict what they stand beside: a bound there is one of its sentence only. */
  private static final Pattern SENTENCE = Pattern.compile("(?i)\\b(if|when|whenever|in the|in case|assuming|provided)\\b");

  /** What those say that hold where a statement stands. */
  List<WordFact> before(Statement s) {
    return stated.stream().filter(b -> holds(b, s)).map(Bound::fact).toList();
  }

  /** What perhaps still holds there: no proof leans on it. */
  List<WordFact> perhaps(Statement s) {
    return stated.stream().filter(b -> b.statement().number() < s.number() && s.part().within(b.statement().part()) && !holds(b, s)).map(Bound::fact).toList();
  }

  private static boolean holds(Bound b, Statement s) {
    boolean over = SENTENCE.matcher(b.statement().opens()).find() && !s.inSentenceBehind(b.statement());
    return b.statement().number() < s.number() && s.part().within(b.statement().part()) && !over && b.statement().number() >= s.notes().liftedBefore();
  }
}
