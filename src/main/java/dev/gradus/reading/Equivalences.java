package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A &lt;=&gt; B, where B was found to follow from A: it is proved if A follows from B too, refuted at a point where B holds and A fails, else undecided (READING 9,
 * SOUNDNESS 23).
 *
 * @param decided judges a statement with what is in force around it
 */
record Equivalences(List<Printed> printed, Map<Integer, Outcome> outcomes, Setting setting, BiFunction<Printed, Attempts.Subject, Outcome> decided) {
  /** Words that join another relation to the one before them: "this holds if and only if $x < 1$ and $x > -1$". */
  private static final Pattern JOINED = Pattern.compile("^,? ?(and|or|but|with|together|und|oder|mit|y|o|con)\\b[^$.]{0,30}\\$");

  /** In: what was found of the statement behind the sign. Out: the same, unless it follows from other lines than those before the sign, or the other way round it fails or is not proved. */
  Choice.Result of(Printed p, Choice.Result found) {
    Statement s = p.statement();
    List<Integer> before = s.cue() == Cue.EQUIVALENT ? before(s) : List.of();
    // a link of a chain: what the chain begins with, or a link that was refuted, says nothing of this one
    boolean link = before.stream().anyMatch(n -> printed.get(n).statement().cue().drawn());
    Choice.Result forth = link ? new Choice.Result(drawnFrom(p, before), found.names(), found.ranges()) : found;
    for (int n : forth.outcome().proved() ? before : List.<Integer>of()) {
      Optional<Outcome> fails = setting.takenIn(n) ? undefined(p, printed.get(n)) : holdsAnyway(n) ? Optional.empty() : otherWayRound(p, printed.get(n), before);
      if (fails.isPresent()) {
        return new Choice.Result(fails.get(), found.names(), found.ranges());
      }
    }
    return forth;
  }

  /** The statements before the sign: of an arrow's those of the line next to it, of words the relation next to them if it is a premise. */
  private List<Integer> before(Statement s) {
    List<Integer> earlier = earlier(s);
    Statement next = printed.get(earlier.isEmpty() ? s.number() : earlier.getFirst()).statement();
    // of two sides of an arrow each has the other one among its premises
    boolean arrow = next.premises().contains(s.number()) || next.cue().drawn();
    return arrow
        ? earlier.stream().filter(n -> earlier(printed.get(n).statement()).equals(earlier(next))).toList()
        : Stream.concat(setting.premises(s).stream(), earlier.stream().filter(setting::takenIn)).distinct().filter(n -> printed.get(n).statement().clause() == printed.get(s.number() - 1).statement().clause()).toList();
  }

  private static List<Integer> earlier(Statement s) {
    return s.premises().stream().filter(n -> n < s.number()).toList();
  }

  private Outcome drawnFrom(Printed p, List<Integer> before) {
    Attempts.Subject subject = setting.subject(p).undrawn();
    List<Attempts.InForce> under = new ArrayList<>(subject.conditions());
    before.forEach(n -> setting.inForce(n).map(Attempts.InForce::asHypothesis).ifPresent(under::add));
    Outcome found = decided.apply(p, subject.under(under).without(links(p)));
    return found.refuted() && before.stream().anyMatch(this::given) ? open(p.statement(), "it does not follow from what stands before the sign alone") : found;
  }

  /** A => B <=> C, which may say that B <=> C where A holds. */
  private boolean given(int n) {
    return printed.get(n).statement().cue() == Cue.CONSEQUENCE;
  }

  /** What stands before it in its chain: no link of it is a condition of another one. */
  private List<Attempts.InForce> links(Printed p) {
    return earlier(p.statement()).stream().flatMap(n -> setting.inForce(n).stream()).map(Attempts.InForce::asPremise).toList();
  }

  /** A claim that was proved and is no step itself: both sides of the sign hold. */
  private boolean holdsAnyway(int n) {
    Outcome o = outcomes.get(n);
    return o != null && o.proved() && !printed.get(n).statement().cue().drawn();
  }

  /** x = \\sqrt y, which defines x, <=> x^2 = y: the way back is judged with another letter, which nothing defines. */
  private Optional<Outcome> undefined(Printed p, Printed first) {
    Optional<String> letter = first.left() instanceof Notation.Symbol x ? Optional.of(x.name()) : Optional.empty();
    Notation free = new Notation.Symbol(first.left().span(), "varkappa");
    Attempts.Subject behind = setting.subject(p).undrawn();
    List<Attempts.InForce> under = new ArrayList<>(Stream.concat(setting.subject(first).conditions().stream(), behind.conditions().stream()).distinct().filter(c -> !c.left().equals(first.left())).toList());
    letter.ifPresent(x -> behindSign(p).forEach(n -> setting.inForce(n).map(Attempts.InForce::asHypothesis).map(r -> r.of(Recursion.Put.in(r.left(), x, free), Recursion.Put.in(r.right(), x, free))).ifPresent(under::add)));
    boolean back = letter.isPresent() && decided.apply(new Printed(first.statement(), free, first.right()), setting.subject(first).from(free).under(under).hearing(behind.words())).proved();
    return back ? Optional.empty() : Optional.of(open(p.statement(), "it follows from what defines " + first.statement().left().text().strip() + "; that that follows from it was not proved"));
  }

  private Optional<Outcome> otherWayRound(Printed p, Printed first, List<Integer> before) {
    Statement s = p.statement();
    Attempts.Subject subject = setting.subject(first);
    Attempts.Subject behind = setting.subject(p).undrawn();
    // what stands beside it before the sign is no hypothesis of the step back, nor is what a link was drawn from
    boolean link = first.statement().cue().drawn();
    Stream<Attempts.InForce> own = (link ? subject.undrawn() : subject).conditions().stream();
    List<Integer> links = link ? Stream.concat(before.stream(), earlier(first.statement()).stream()).toList() : before;
    List<Attempts.InForce> under = new ArrayList<>(Stream.concat(own, behind.conditions().stream()).distinct().filter(c -> links.stream().noneMatch(n -> c.left().equals(printed.get(n).left()) && c.right().equals(printed.get(n).right()))).toList());
    behindSign(p).forEach(n -> setting.inForce(n).map(Attempts.InForce::asHypothesis).ifPresent(under::add));
    Outcome back = decided.apply(first, subject.under(under).without(links(first)).hearing(behind.words()));
    if (back.proved()) {
      return Optional.empty();
    }
    if (!back.refuted()) {
      return Optional.of(open(s, "it follows from what stands before the sign; that that follows from it was not proved"));
    }
    String because = "it follows from what stands before the sign, and not the other way round";
    return Optional.of(
        back instanceof Outcome.Decided d && !given(first.statement().number()) && s.saysNoMoreThan(first.statement()) && !JOINED.matcher(s.closes()).find()
            ? new Outcome.Decided(s, d.claim(), d.verdict(), d.inferred(), d.reading(), Optional.empty(), List.of(), Outcome.CONVERSE, because + ": at a point where it holds, that fails")
            : open(s, because));
  }

  /** The other side: the statement, then the further links of its chain, and what commas join to it. */
  private List<Integer> behindSign(Printed p) {
    Statement s = p.statement();
    Stream<Statement> besides = printed.stream().map(Printed::statement).filter(t -> t.number() != s.number() && t.cue().drawn() && (t.clause() == s.clause() || (!s.premises().isEmpty() && t.premises().equals(s.premises()))));
    return Stream.concat(Stream.of(s), besides).map(Statement::number).toList();
  }

  private static Outcome open(Statement s, String because) {
    return new Outcome.Open(s, "implication.not-built", because, Optional.empty());
  }
}
