package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What a name without a definition is found to mean by its use (READING 22, SOUNDNESS 24): the claim is proved with that meaning, and a second one of the part is too.
 *
 * @param names what is known where the claim stands
 * @param choice judges with other names
 */
record Inferences(Survey survey, List<Printed> printed, List<Reader.PrintedFragment> fragments, Introductions introductions, Setting setting, Names names, Ranges ranges, BiFunction<Names, Ranges, Choice> choice) {
  /** The outcome of a claim: by a meaning found in its own link, by what is known, or by what a matrix is made of. */
  Choice.Result of(Printed p, Supplier<Choice.Result> known) {
    Optional<Choice.Result> used = byUse(p, ByUse.of(p.left(), p.right(), survey.mentions()).or(() -> UnderDerivative.of(p, survey.mentions())), this::speaks);
    if (used.isPresent()) {
      return used.get();
    }
    Choice.Result first = known.get();
    ProbabilityByUse probabilities = new ProbabilityByUse(survey, printed, names);
    return first.outcome().proved() || first.outcome().refuted() ? first : named(p).or(() -> byUse(p, probabilities.of(p), probabilities::rests)).or(() -> stacked(p)).or(() -> explained(p)).or(() -> ofOneSample(p)).orElse(first);
  }

  /** Whether a claim mentions a name, or one that is defined by it. */
  private boolean speaks(Printed q, String key) {
    return q.mentions(key, survey.mentions()) || q.names(survey.mentions()).stream().anyMatch(n -> names.told().leads(n, key));
  }

  /** A name that the text explains behind the claim, if it is proved with that. */
  private Optional<Choice.Result> explained(Printed p) {
    return ExplainedBelow.of(p, printed, survey, names, ranges)
        .map(k -> choice.apply(k.names(), k.ranges()).decide(p, setting.subject(p)))
        .filter(r -> r.outcome().proved())
        .map(r -> new Choice.Result(r.outcome(), names, ranges, r.tried(), r.definitions()));
  }

  /** Names without the index of the sample as those of any one sample, if the claim is proved so. */
  private Optional<Choice.Result> ofOneSample(Printed p) {
    return OneSample.of(p, introductions.seen(), names, survey.mentions())
        .map(q -> choice.apply(names, ranges).decide(q, setting.subject(q)))
        .filter(r -> r.outcome().proved())
        .map(r -> new Choice.Result(OneSample.said(r.outcome()), names, ranges, r.tried(), r.definitions()));
  }

  /** READING 23: a probability of samples is the density of the distribution that the text names, if the claim is proved with that. */
  private Optional<Choice.Result> named(Printed p) {
    for (Densities.Given d : new Densities(survey, printed, fragments, names).of(p)) {
      Definitions.Result taken =
          new Definitions(survey, Budget.standard()).take(d.head(), d.body(), p.statement().part(), p.statement().number(), Definition.Standing.INFERRED, names, ranges, Session.Layout.NUMERATOR);
      Optional<Choice.Result> here = taken instanceof Definitions.Result.Known known ? Optional.of(choice.apply(known.names(), known.ranges()).decide(p, setting.subject(p))) : Optional.empty();
      if (here.filter(r -> r.outcome().proved()).isPresent()) {
        return here;
      }
    }
    return Optional.empty();
  }

  /** READING 22: a name that this link replaces by a closed expression means that expression, if this link and a later claim of the part are proved with it. */
  private Optional<Choice.Result> byUse(Printed p, Optional<ByUse> use, BiPredicate<Printed, String> speaks) {
    if (use.isEmpty() || (p.statement().after().isEmpty() && !use.get().leads())) {
      return Optional.empty();
    }
    if (ChainedNames.isNumber(use.get().body())) {
      return Optional.empty();
    }
    String key = use.get().head().mention().key();
    Part part = p.statement().part();
    // what words say of it may be something else
    boolean described = names.told().described().of(key, Collections.emptySet()).isPresent();
    if (described || Functions.standard(key) || introductions.has(use.get().head(), use.get().body(), part) || Definitions.mentions(use.get().body(), key, survey.mentions())) {
      return Optional.empty();
    }
    Definitions.Result taken =
        new Definitions(survey, Budget.standard())
            .take(use.get().head(), use.get().body(), part, p.statement().number(), Definition.Standing.INFERRED, names, ranges, Session.Layout.NUMERATOR);
    if (!(taken instanceof Definitions.Result.Known known)) {
      return Optional.empty();
    }
    Choice trial = choice.apply(known.names(), known.ranges());
    Choice.Result here = trial.decide(p, setting.subject(p));
    if (!here.outcome().proved()) {
      return Optional.empty();
    }
    List<Printed> behind = printed.stream().filter(q -> q.statement().number() > p.statement().number() && q.statement().part().within(part) && speaks.test(q, key)).toList();
    List<Printed> later = behind.stream().filter(q -> q.unreadable().isEmpty() && (use.get().leads() || introductions.of(q).isEmpty())).toList();
    return use.get().bornOut(later, q -> setting.reviewed(q, trial.decide(q, setting.subject(q)), (r, subject) -> trial.decide(r, subject).outcome()).outcome()) ? Optional.of(here) : Optional.empty();
  }

  /** A matrix X beside vectors x_i, without a definition: what has them as rows, if another claim of the part is proved with that too. */
  private Optional<Choice.Result> stacked(Printed p) {
    Optional<Stacked> stacked = Stacked.of(p, printed, survey, names, ranges);
    if (stacked.isEmpty()) {
      return Optional.empty();
    }
    Choice.Result alone = choice.apply(stacked.get().names(), stacked.get().ranges()).decide(p, setting.subject(p));
    Choice.Result here = alone.outcome().proved() ? alone : knowing(p, stacked.get()).decide(p, setting.subject(p));
    if (!here.outcome().proved()) {
      return Optional.empty();
    }
    boolean borneOut =
        Stacked.named(p.statement().part())
            || printed.stream()
                .filter(q -> q.statement().number() != p.statement().number() && q.statement().part().chapter() == p.statement().part().chapter() && stacked.get().mentionedIn(q, survey.mentions()))
                .filter(q -> q.unreadable().isEmpty() && q.statement().cue() != Statement.Cue.NO_CLAIM && introductions.of(q).isEmpty())
                .anyMatch(q -> stackedFor(q, p, stacked.get()).filter(k -> knowing(q, k).decide(q, setting.subject(q)).outcome().proved()).isPresent());
    return borneOut ? Optional.of(alone.outcome().proved() ? here : new Choice.Result(here.outcome(), alone.names(), alone.ranges(), here.tried(), here.definitions())) : Optional.empty();
  }

  /** What is inferred counts in its part only: in another one it is inferred as well. */
  private Optional<Stacked> stackedFor(Printed q, Printed p, Stacked stacked) {
    return q.statement().part().within(p.statement().part()) ? Optional.of(stacked) : Stacked.of(q, printed, survey, names, ranges).filter(k -> k.wholes().stream().anyMatch(stacked.wholes()::contains));
  }

  /** What judges a later claim with the matrix, and with what the text explains behind that claim. */
  private Choice knowing(Printed q, Stacked stacked) {
    return ExplainedBelow.of(q, printed, survey, stacked.names(), stacked.ranges()).map(k -> choice.apply(k.names(), k.ranges())).orElseGet(() -> choice.apply(stacked.names(), stacked.ranges()));
  }
}
