package dev.gradus.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a claim stands, and what it goes on with: which conventions hold there (SOUNDNESS 8, READING 1). One that another part triggers proves nothing of a letter that this part
 * gives another role, nor in another question that goes on with nothing of that part; no point that violates it refutes there either.
 *
 * @param part where the claim stands
 * @param goesOn the parts of the definitions that the claim rests on
 * @param possible whether what holds perhaps is asked for, too
 */
record Scope(Part part, List<Part> goesOn, boolean possible) {
  /** Labels of parts that stand for themselves. */
  private static final Pattern QUESTION = Pattern.compile("(?iu)^\\W*(question|problem|exercise|task|assignment|homework|aufgabe|übung|ejercicio|problema|pregunta|exercice|hw|q|p|ex)\\W*[0-9]+\\b");

  private static final Pattern REAL =
      Pattern.compile("\\b(real[- ]valued|least[- ]squares|squared (error|loss)|(?<!logistic )(?<!softmax )(?<!multinomial )regression|real targets?|mse)\\b");

  Scope {
    goesOn = List.copyOf(goesOn);
  }

  /** The scope of a claim read in a session. */
  static Scope of(Session session) {
    return new Scope(session.part, Stream.concat(session.used.stream(), session.targets.stream()).flatMap(u -> session.names.definition(u, session.part).stream()).map(Definition::part).distinct().toList(), false);
  }

  Scope withPossible() {
    return new Scope(part, goesOn, true);
  }

  /** In: where a convention about a name is triggered, and where the name has another role. Out: whether it holds of the name here. */
  boolean holds(Triggers triggers, String name, Triggers roles) {
    List<Part> where = triggers.of(name);
    boolean inside = where.stream().anyMatch(t -> t.within(part));
    return inside || (!where.isEmpty() && (possible || where.stream().anyMatch(t -> goesOver(t, roles.of(name)))));
  }

  /** Whether what one part says of a letter goes over to this one, which stands in it or beside it. */
  private boolean goesOver(Part from, List<Part> roles) {
    Optional<Part> own = branch(part, from);
    Optional<Part> other = branch(from, part);
    boolean role = own.isPresent() && (REAL.matcher(own.get().words()).find() || roles.stream().anyMatch(r -> r.near(part) && r.within(own.get())));
    return !role && (!questions(part, from) || goesOn.stream().anyMatch(d -> other.filter(d::within).isPresent()));
  }

  /** Whether two parts stand in different questions. */
  static boolean questions(Part one, Part other) {
    return branch(one, other).filter(Scope::question).isPresent() && branch(other, one).filter(Scope::question).isPresent();
  }

  private static boolean question(Part part) {
    return QUESTION.matcher(part.label()).find() || (part.heading() && part.label().strip().matches("[0-9]+\\b.*"));
  }

  /** The outermost part around one part that is not around the other. */
  private static Optional<Part> branch(Part of, Part from) {
    return of.chain().stream().filter(p -> !p.assignment() && !from.within(p)).reduce((inner, outer) -> outer);
  }
}
