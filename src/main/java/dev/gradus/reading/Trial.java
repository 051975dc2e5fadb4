package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Point;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Session.Layout;
import dev.gradus.reading.Session.Options;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What else has to fail before a doubt is no doubt. */
interface Trial {
  /** What comes of the reading with this claim in its place. */
  Verdict of(Claim claim);

  default boolean fails(Claim claim) {
    return of(claim) instanceof Verdict.Refuted;
  }

  default boolean proves(Claim claim) {
    return of(claim) instanceof Verdict.Proved;
  }

  /** A point at which it fails. */
  default Optional<Point> refuting(Claim claim) {
    return of(claim) instanceof Verdict.Refuted v ? Optional.of(v.point()) : Optional.empty();
  }

  /** Whether the statement fails too with the name as the text defines it further down. */
  boolean failsWithLater(String name);

  /** Whether a definition gives its name one of the standard meanings of sigma, and every reading of the statement fails with each of them, as if nothing defined it. */
  boolean failsAsStandard(Definition d);

  /** In: what the reading used. Out: whether the claim may hold for one of the functions that an undefined sigma may be in it (READING 21). */
  boolean holdsForSome(Set<String> used);

  /** Whether the statement fails too where the definitions that it rests on lay derivatives of arrays by arrays out the other way (READING 28). */
  boolean failsTurned(Set<String> used);

  /** Other readings of one statement, where it stands. */
  record OfStatement(
      Statement statement,
      Attempts.Subject subject,
      Survey survey,
      Names names,
      Ranges ranges,
      Conventions conventions,
      Activation activation,
      List<Layout> layouts,
      Function<Claim, Verdict> decided)
      implements Trial {
    @Override
    public Verdict of(Claim claim) {
      return decided.apply(claim);
    }

    @Override
    public boolean failsWithLater(String name) {
      return names.told().definitions(name).stream()
          .map(d -> new LaterDefinition(survey, names, ranges, conventions).claims(statement, subject, d, activation, layouts))
          .allMatch(claims -> !claims.isEmpty() && claims.stream().allMatch(this::fails));
    }

    @Override
    public boolean failsAsStandard(Definition d) {
      Names undefined = names.without(d.key());
      return standard(d, undefined) && Activation.OF_NUMBERS.stream().allMatch(a -> all(subject, a, undefined).allMatch(c -> c.filter(this::fails).isPresent()));
    }

    /** Whether the definition says what one of the meanings says. */
    private boolean standard(Definition d, Names undefined) {
      Notation applied = NotationParser.parse(MathText.plain(d.key() + "(" + String.join(",", d.parameters()) + ")", 0));
      Attempts.Subject same = Attempts.Subject.alone(d.body(), Claim.Order.EQUAL, applied, d.part(), List.of());
      return d.parameters().size() == 1 && Activation.OF_NUMBERS.stream().anyMatch(a -> all(same, a, undefined).anyMatch(c -> c.filter(this::proves).isPresent()));
    }

    @Override
    public boolean failsTurned(Set<String> used) {
      Optional<Declarations.Result> turned = Turned.of(used, statement.part(), survey, names, ranges, layouts.getLast());
      // a reading that the other way does not fit is none
      return turned.isEmpty() || all(subject, activation, turned.get().names(), turned.get().ranges()).allMatch(c -> c.isEmpty() || c.filter(this::fails).isPresent());
    }

    @Override
    public boolean holdsForSome(Set<String> used) {
      List<Notation> printed = Stream.concat(Stream.of(subject.left(), subject.right()), names.definitions(used, statement.part()).map(Definition::body)).toList();
      List<Activation> meanings = NamedMeaning.meanings(statement, names.told().described());
      return new Logarithms(names, survey.mentions(), statement.part()).admitted(printed, meanings).stream().anyMatch(this::mayHold);
    }

    /** Whether a reading with this meaning of sigma was not refuted; softmax, which takes an array, only where it proves the claim. */
    private boolean mayHold(Activation meaning) {
      List<Claim> read = all(subject, meaning, names).flatMap(Optional::stream).toList();
      return meaning == Activation.SOFTMAX ? read.stream().anyMatch(this::proves) : read.isEmpty() || !read.stream().allMatch(this::fails);
    }

    /** The claims of all readings under a meaning; nothing for one that was not read, or for those beyond the limit. */
    private Stream<Optional<Claim>> all(Attempts.Subject of, Activation meaning, Names undefined) {
      return all(of, meaning, undefined, ranges);
    }

    private Stream<Optional<Claim>> all(Attempts.Subject of, Activation meaning, Names known, Ranges with) {
      Attempts attempts = new Attempts(survey, known, with, conventions, Budget.standard());
      List<Attempt> all = attempts.all(of, Options.of(meaning), layouts);
      Stream<Optional<Claim>> read = all.stream().map(a -> a instanceof Attempt.Read r ? Optional.of(r.claim()) : Optional.empty());
      return attempts.cutOff() || all.isEmpty() ? Stream.concat(read, Stream.of(Optional.empty())) : read;
    }
  }
}
