package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * E(w) = -\ln p(t | w) = -\sum_n \{t_n \ln y_n + (1 - t_n) \ln(1 - y_n)\}: a name that is defined by probabilities or products, and then said to be an expression
 * without them. What is said of E leans on neither any more where the text gives that expression and the first one is proved to equal it (READING 14, 23): so it can fail.
 */
record ClosedForms(Survey survey, Names names, Map<Integer, Outcome> outcomes) {
  /** In: a statement with its outcome, and all before it. Out: what is known if it gives a name such an expression. */
  Optional<Declarations.Result> after(Printed p, List<Printed> printed, Ranges ranges, Session.Layout layout) {
    Statement s = p.statement();
    Optional<Printed> first = proved(s.number()) && !leans(p.right(), s.part(), new TreeSet<>()) ? beginning(p, printed) : Optional.empty();
    Optional<Head> head = first.flatMap(q -> PrintedHead.introduced(q.left(), s.part(), survey, names)).filter(h -> !h.logged() && !h.squared() && !PrintedHead.isKey(h.mention().key()));
    Optional<Definition> d = head.flatMap(h -> names.definition(h.mention().key(), s.part(), h.parameters().size()));
    boolean by = d.filter(x -> x.standing() == Definition.Standing.STATED && s.part().within(x.part()) && x.parameters().equals(head.get().parameters()) && leans(x.body(), s.part(), new TreeSet<>())).isPresent();
    if (!by || Definitions.mentions(p.right(), d.get().key(), survey.mentions())) {
      return Optional.empty();
    }
    Definitions.Result taken = new Definitions(survey, Budget.standard()).take(head.get(), p.right(), d.get().part(), d.get().statement(), d.get().standing(), names, ranges, layout);
    return taken instanceof Definitions.Result.Known k ? Optional.of(new Declarations.Result(k.names(), k.ranges())) : Optional.empty();
  }

  /** The line that begins a chain of which every link holds. */
  private Optional<Printed> beginning(Printed p, List<Printed> printed) {
    Printed q = p;
    while (q.statement().after().isPresent()) {
      q = printed.get(q.statement().after().get());
      boolean holds = proved(q.statement().number()) || outcomes.get(q.statement().number()) instanceof Outcome.Defines;
      if (!holds) {
        return Optional.empty();
      }
    }
    return Lowering.isEquation(q.statement()) ? Optional.of(q) : Optional.empty();
  }

  /** Whether an equation is proved for all that its letters may be, without anything that is assumed of them but, perhaps, which function sigma is. */
  private boolean proved(int statement) {
    return outcomes.get(statement) instanceof Outcome.Decided d && isUnconditional(d.statement()) && d.inferred().stream().allMatch(a -> a.text().startsWith(Inferred.SIGMA)) && Lowering.isEquation(d.statement()) && d.verdict() instanceof Verdict.Proved v && v.used().isEmpty();
  }

  private static boolean isUnconditional(Statement s) {
    return s.conditions().isEmpty() && s.notes().maybe().isEmpty() && s.notes().unread().isEmpty();
  }

  /** Whether a probability at its printed arguments, or a product, which is read for positive factors only, stands in an expression or in the definitions behind it. */
  private boolean leans(Notation n, Part part, Set<String> seen) {
    boolean product = n instanceof Notation.BigOperator b && b.name().equals("prod");
    boolean here = product || (n instanceof Notation.Juxtaposed j && Stream.iterate(0, k -> k + 1 < j.factors().size(), k -> k + 1).anyMatch(k -> head(j, k)));
    Optional<Mention> m = survey.mentions().of(n);
    boolean behind = m.filter(x -> seen.add(x.key())).flatMap(x -> names.definition(x.key(), part)).filter(d -> leans(d.body(), part, seen)).isPresent();
    return here || behind || Notations.children(n).stream().anyMatch(c -> leans(c, part, seen));
  }

  private boolean head(Notation.Juxtaposed j, int k) {
    boolean probability = survey.mentions().of(j.factors().get(k).item()).filter(PrintedHead::probability).isPresent() && j.factors().get(k + 1).op() == Notation.Op.NONE;
    return probability && Notations.bracket(j.factors().get(k + 1).item()).filter(b -> PrintedHead.conditional(b.body())).isPresent();
  }
}
