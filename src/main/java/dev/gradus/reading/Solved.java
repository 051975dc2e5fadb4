package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.NotationParser;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Equations above a claim that were left open and may say what a letter of it is: a solution w = .., "the normal equations are .." (READING 11). */
final class Solved {
  private static final Pattern EQUATIONS = Pattern.compile("\\b(equations?|constraints?|conditions?|stationar\\w*|first[- ]order|optimal\\w*|solves?|solution|satisf\\w*)\\b");

  private static final Pattern CALLED =
      Pattern.compile("\\b(?i:minimum|minimi[sz]er|minimi[sz]ed|maximum|maximi[sz]er|maximi[sz]ed|MLE|solution|optimal|optimum|optimi[sz]er|(stationary|critical) point|normal equations?|(best|least[- ]squares) (fit|weights?))\\b");

  private Solved() {}

  /** READING 9: "we get x_k/p_k - \\lambda = 0. Hence p_k = ..": what is 0 before a conclusion about a letter of it alone is an equation to be solved. */
  static boolean below(Printed p, List<Printed> printed, Mentions mentions) {
    Statement s = p.statement();
    Printed next = printed.get(Math.min(s.number() + 1, printed.size() - 1));
    boolean alone = mentions.of(next.left()).filter(Mention::plain).map(Mention::key).filter(p.names(mentions)::contains).isPresent();
    boolean drawn = next.statement().cue() == Statement.Cue.CONSEQUENCE && next.statement().after().isEmpty() && next.statement().premises().contains(s.number());
    // "So a_t = 0. So a_t = 1": what a name is, is claimed
    boolean expression = mentions.of(p.left()).isEmpty();
    return alone && drawn && expression && s.after().isEmpty() && Lowering.isEquation(s) && Conditions.isNumeral(p.right(), "0");
  }

  /** READING 11: "the minimum is at w = ..", "the MLE is w = ..": a letter in use that words call a solution is not given by them. */
  static boolean called(Head h, Statement s, Names names) {
    String words = s.opens().substring(s.opens().lastIndexOf('$') + 1);
    return h.parameters().isEmpty() && names.definition(h.mention().key(), s.part()).isEmpty() && CALLED.matcher(words).find();
  }

  /** The letter of a claim that such an equation may tie; a letter that the claim differentiates by is free. */
  static Optional<String> above(Statement s, Attempt.Read r, Collection<Outcome> outcomes, Mentions mentions) {
    Set<String> letters = new TreeSet<>();
    for (Family f : Terms.families(r.claim().left(), r.claim().right())) {
      if (f.kind() == Family.Kind.VARIABLE && !r.used().contains("derivative by " + f.name())) {
        letters.add(f.name());
      }
    }
    Set<Integer> premises = new TreeSet<>();
    outcomes.forEach(o -> premises.addAll(o.statement().premises()));
    return outcomes.stream()
        .filter(o -> o instanceof Outcome.Open || (o instanceof Outcome.Assumes && premises.contains(o.statement().number()) && identity(o.statement(), mentions) && !s.conditions().contains(o.statement().number())))
        .filter(o -> o.statement().number() < s.number() && s.part().within(o.statement().part()) && o.statement().sign().sign() == RelationSign.EQUAL)
        .flatMap(o -> (o instanceof Outcome.Open open ? tied(open, mentions) : letters(o.statement(), mentions)).stream())
        .filter(letters::contains)
        .findFirst();
  }

  private static boolean identity(Statement q, Mentions mentions) {
    return mentions.of(NotationParser.parse(q.right())).filter(m -> m.bare() && Shapes.identityName(m.key())).isPresent();
  }

  /** What a step was drawn from, "R^TR = I, hence ..", ties its letters for what comes behind the step too. */
  private static Set<String> letters(Statement q, Mentions mentions) {
    Set<String> found = new TreeSet<>();
    Definitions.collect(NotationParser.parse(q.left()), mentions, found);
    Definitions.collect(NotationParser.parse(q.right()), mentions, found);
    return found;
  }

  private static Set<String> tied(Outcome.Open o, Mentions mentions) {
    Set<String> tied = new TreeSet<>();
    Statement q = o.statement();
    if (q.after().isEmpty()) {
      mentions.of(NotationParser.parse(q.left())).filter(Mention::plain).filter(m -> m.indices().isEmpty()).map(Mention::key).ifPresent(tied::add);
    }
    // "let F" that was not read as a definition gives its letters a meaning all the same
    if (EQUATIONS.matcher(q.words()).find() || identity(q, mentions) || q.cue() == Statement.Cue.INTRODUCED) {
      o.claim().ifPresent(c -> Terms.families(c.left(), c.right()).stream().filter(f -> f.kind() == Family.Kind.VARIABLE).forEach(f -> tied.add(f.name())));
    }
    return tied;
  }
}
