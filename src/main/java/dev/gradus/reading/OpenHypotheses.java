package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "If A v = m v, then .. Moreover ..": the hypothesis of a sentence that another one adds to; a refuting point meets it (READING 2, 6). */
record OpenHypotheses(List<Printed> printed, Survey survey) {
  private static final Pattern GOES_ON = Pattern.compile("^\\W*(?i:also|moreover|furthermore|and|similarly|likewise|in addition|additionally|besides|further)\\b");
  private static final Pattern THEN = Pattern.compile("^\\W*(?i:and )?(?i:then|there|this|that|here|which|now|in this case|in that case)\\b");
  /** Sentences are followed back no further than this. */
  private static final int FAR = 6;

  List<Integer> of(Statement s) {
    Set<Integer> found = new TreeSet<>();
    int at = s.number() - 1;
    for (int k = 0; k < FAR && at >= 0 && GOES_ON.matcher(printed.get(at + 1).statement().opens()).find(); k++, at--) {
      Statement before = printed.get(at).statement();
      Stream.concat(before.conditions().stream(), before.premises().stream()).filter(n -> printed.get(n).statement().cue() == Cue.ASSUMED && ties(printed.get(n))).forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** "At the minimum g = 0. Then ..": what the sentence before supposes, where a sentence says that it goes on from there. */
  List<Integer> then(Statement s) {
    Set<Integer> found = new TreeSet<>();
    for (int at = s.number(); at > 0 && s.number() - at < FAR && THEN.matcher(printed.get(at).statement().opens()).find(); at--) {
      Printed before = printed.get(at - 1);
      if (before.statement().cue() == Cue.ASSUMED && Lowering.isEquation(before.statement()) && s.part().within(before.statement().part()) && before.unreadable().isEmpty()) {
        found.add(before.statement().number());
      }
    }
    return List.copyOf(found);
  }

  /** Hypotheses of other parts that brought a letter in: a refuting point meets them (READING 2). */
  List<Integer> introducing(Printed p) {
    Statement s = p.statement();
    Set<Integer> found = new TreeSet<>();
    for (String name : p.names(survey.mentions())) {
      if (survey.isIndex(name)) {
        continue;
      }
      printed.subList(0, s.number()).stream()
          .filter(q -> bare(q.left(), name) || bare(q.right(), name))
          .findFirst()
          .filter(q -> q.statement().cue() == Cue.ASSUMED && !s.part().within(q.statement().part()) && q.unreadable().isEmpty() && ties(q) && alone(q, name))
          .ifPresent(q -> printed.stream().map(Printed::statement).filter(t -> t.clause() == q.statement().clause() && t.cue() == Cue.ASSUMED).forEach(t -> found.add(t.number())));
    }
    return List.copyOf(found);
  }

  /** "Let g = A > 0", "g = A > 0 if ..": an order behind a definition may be assumed with it; a refuting point meets it. */
  List<Integer> orders(Printed p) {
    Statement s = p.statement();
    Set<String> own = p.names(survey.mentions());
    return printed.subList(0, s.number()).stream()
        .filter(q -> s.part().within(q.statement().part()) && q.unreadable().isEmpty() && withDefinition(q.statement()))
        .filter(q -> printed.get(q.statement().after().orElseThrow()).names(survey.mentions()).stream().anyMatch(own::contains))
        .map(q -> q.statement().number())
        .toList();
  }

  /** Whether a statement is an order that goes on with what a definition says. */
  boolean withDefinition(Statement s) {
    boolean order = Lowering.order(s.sign().sign()).filter(o -> o != Claim.Order.EQUAL && o != Claim.Order.NOT_EQUAL).isPresent();
    Optional<Statement> first = s.after().filter(a -> a < printed.size()).map(a -> printed.get(a).statement());
    return order && first.filter(f -> f.after().isEmpty() && Lowering.isEquation(f) && (f.cue() == Cue.INTRODUCED || s.notes().unread().isPresent())).isPresent();
  }

  /** Whether a letter occurs without an index. */
  private boolean bare(Notation n, String name) {
    if (n instanceof Notation.Scripted s && s.sub().isPresent()) {
      return s.sup().filter(x -> bare(x, name)).isPresent();
    }
    boolean here = n instanceof Notation.Symbol && survey.mentions().of(n).filter(m -> m.key().equals(name)).isPresent();
    return here || Notations.children(n).stream().anyMatch(c -> bare(c, name));
  }

  /** Whether a side is the letter by itself: it is brought in for what stands on the other one. */
  private boolean alone(Printed q, String name) {
    return Stream.of(q.left(), q.right()).anyMatch(n -> n instanceof Notation.Symbol && survey.mentions().of(n).filter(m -> m.key().equals(name)).isPresent());
  }

  /** A hypothesis that ties several letters: no place at which one is looked at, which ends with its sentence. */
  private boolean ties(Printed q) {
    return Lowering.isEquation(q.statement()) && q.names(survey.mentions()).size() > 1;
  }
}
