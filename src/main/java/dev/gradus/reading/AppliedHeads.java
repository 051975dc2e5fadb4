package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import dev.gradus.reading.Reader.Printed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Left sides that apply a fresh name to arguments with indices (READING 14). {@code g(z_k) = 1/(1 + e^{-z_k})} says what g does to a number, if its right
 * side speaks of k in z_k only; {@code s(z_k) = e^{z_k} / \sum_j e^{z_j}} what s does to a vector; {@code J(\theta_0, \theta_1) = ..} names the number on its right with what it depends on, if J never stands before
 * other arguments.
 */
final class AppliedHeads {
  /** A head with the body that belongs to it. */
  record Applied(Head head, Notation body) {}

  private final Mentions mentions;

  AppliedHeads(Mentions mentions) {
    this.mentions = mentions;
  }

  /** In: an equation, all statements, and the names that its right side leads to. Out: what it introduces if its left side is of one of these forms. */
  Optional<Applied> of(Printed p, List<Printed> printed, Set<String> reached) {
    Notation left = p.left();
    Notation right = p.right();
    if (!(left instanceof Notation.Juxtaposed j) || j.factors().size() != 2 || j.factors().get(1).op() != Notation.Op.NONE || !(j.factors().get(1).item() instanceof Notation.Bracketed b) || !b.open().equals("(")) {
      return Optional.empty();
    }
    Optional<Mention> name = mentions.of(j.factors().get(0).item()).filter(m -> m.bare() && !PrintedHead.probability(m) && !Functions.library(m.base()));
    // L(\\theta_1, \\ldots, \\theta_K): the dots stand for members of the family whose first and last are printed
    List<Notation> printedArguments = Products.arguments(b);
    List<Notation> arguments = printedArguments.stream().filter(a -> !(a instanceof Notation.Dots)).toList();
    boolean dotted = arguments.size() < printedArguments.size();
    List<Mention> read = arguments.stream().flatMap(a -> mentions.of(a).filter(m -> m.plain() || squared(m)).stream()).toList();
    boolean listed = name.isPresent() && read.size() == arguments.size() && read.stream().anyMatch(a -> !a.indices().isEmpty() || squared(a));
    if (!listed) {
      return Optional.empty();
    }
    List<Notation> document = printed.stream().filter(q -> !ofAnother(q, p, name.get().key(), printed)).flatMap(q -> Stream.of(q.left(), q.right())).toList();
    Optional<Applied> number = number(name.get(), b, read, right, document, reached);
    if (dotted) {
      return number;
    }
    boolean single = read.size() == 1 && !squared(read.get(0));
    Optional<Applied> function = function(name.get(), read, arguments, right);
    return single ? function.or(() -> ofVector(name.get(), read.get(0), right)).or(() -> number) : function.or(() -> number);
  }

  /** Whether a statement is one of another part, which gives the name an equation of its own. */
  private boolean ofAnother(Printed q, Printed p, String name, List<Printed> printed) {
    Part part = q.statement().part();
    return !part.near(p.statement().part()) && printed.stream().anyMatch(r -> part.within(r.statement().part()) && !r.statement().part().near(p.statement().part()) && r.statement().after().isEmpty() && heads(r.left(), name));
  }

  private boolean heads(Notation left, String name) {
    return left instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).item() instanceof Notation.Bracketed && mentions.of(j.factors().get(0).item()).filter(m -> m.key().equals(name)).isPresent();
  }

  /** \\sigma^2: what depends on the square of a name depends on the name. */
  static boolean squared(Mention m) {
    return m.indices().isEmpty() && m.transposed() == 0 && m.primes() == 0 && m.exponent().filter(e -> Conditions.isNumeral(e, "2")).isPresent();
  }

  /** g(z_k), L(a_k, y_k): a function of one number, or of several with the same index, if its right side speaks of k in these only. */
  private Optional<Applied> function(Mention name, List<Mention> arguments, List<Notation> printed, Notation right) {
    Set<String> letters = letters(arguments.getFirst());
    Set<String> keys = new LinkedHashSet<>();
    Set<String> printedKeys = new TreeSet<>();
    Notation body = right;
    for (int k = 0; k < arguments.size(); k++) {
      Mention argument = arguments.get(k);
      String key = Mentions.unsampled(argument.key());
      Notation parameter = base(printed.get(k));
      boolean number = !squared(argument) && letters(argument).equals(letters) && letters.size() == argument.indices().size() && key.equals(argument.base()) && !key.equals(name.key());
      if (!number || !keys.add(key) || mentions.of(parameter).filter(m -> m.bare() && m.key().equals(key)).isEmpty()) {
        return Optional.empty();
      }
      printedKeys.add(argument.key());
      body = replaced(body, Outline.of(printed.get(k)), parameter);
    }
    Notation value = body;
    Set<String> inside = new TreeSet<>();
    Definitions.collect(value, mentions, inside);
    boolean alone = inside.containsAll(keys) && !occurs(right, m -> keys.contains(m.key()) && m.indices().isEmpty());
    boolean same = !occurs(value, m -> !m.indices().isEmpty() && (keys.contains(m.key()) || printedKeys.contains(m.key())));
    boolean free = inside.stream().noneMatch(letters::contains) && !occurs(value, m -> letters(m).stream().anyMatch(letter -> free(value, letter)));
    return alone && same && free ? Optional.of(new Applied(new Head(name, List.copyOf(keys), List.of(), false, false), value)) : Optional.empty();
  }

  /** s(z_i) = e^{z_i} / \\sum_j e^{z_j}: it depends on the other components too, so s is a function of the vector, and this is its component i. */
  private Optional<Applied> ofVector(Mention name, Mention argument, Notation right) {
    String key = argument.base();
    Set<String> letters = letters(argument);
    boolean component = argument.plain() && argument.key().equals(key) && argument.indices().size() == 1 && letters.size() == 1 && !key.equals(name.key());
    if (!component || occurs(right, m -> m.key().equals(name.key()) || (m.key().equals(key) && (m.indices().size() != 1 || letters(m).size() != 1)))) {
      return Optional.empty();
    }
    String letter = letters.iterator().next();
    boolean others = occurs(right, m -> m.key().equals(key) && !letters(m).equals(letters)) || binds(right, letter);
    boolean closed = !occurs(right, m -> letters(m).stream().anyMatch(i -> !i.equals(letter) && free(right, i)));
    return others && closed && free(right, letter) ? Optional.of(new Applied(new Head(name, List.of(key), List.of(letter), false, false), right)) : Optional.empty();
  }

  private boolean binds(Notation n, String letter) {
    return (n instanceof Notation.BigOperator && !free(n, letter) && Definitions.mentions(n, letter, mentions)) || Notations.children(n).stream().anyMatch(c -> binds(c, letter));
  }

  /** Whether such a name occurs in a notation, in scripts too. */
  private boolean occurs(Notation n, Predicate<Mention> such) {
    Optional<Mention> m = mentions.of(n);
    if (m.isPresent()) {
      return such.test(m.get()) || m.get().indices().stream().anyMatch(i -> occurs(i, such)) || m.get().exponent().filter(e -> occurs(e, such)).isPresent();
    }
    return Notations.children(n).stream().anyMatch(c -> occurs(c, such));
  }

  /** J(\theta_0, \theta_1): a number with what it depends on. */
  private Optional<Applied> number(Mention name, Notation.Bracketed bracket, List<Mention> arguments, Notation right, List<Notation> document, Set<String> reached) {
    Set<String> inside = new TreeSet<>();
    Definitions.collect(right, mentions, inside);
    boolean speaks = arguments.stream().anyMatch(a -> inside.contains(a.key()) || reached.contains(a.key())) && !inside.contains(name.key());
    Set<String> open = new TreeSet<>();
    arguments.forEach(a -> open.addAll(letters(a)));
    String same = Outline.of(bracket);
    boolean only = document.stream().allMatch(n -> alwaysWith(n, name.key(), same));
    // J(v_c, o, U) of one c, which nothing sums over that speaks of J
    boolean closed = open.stream().noneMatch(letter -> free(right, letter) && document.stream().anyMatch(n -> binds(n, letter) && Definitions.mentions(n, name.key(), mentions)));
    return speaks && only && closed ? Optional.of(new Applied(new Head(name, List.of(), List.of(), false, false), right)) : Optional.empty();
  }

  /** The letters in the index places of a name. */
  private Set<String> letters(Mention m) {
    Set<String> letters = new LinkedHashSet<>();
    m.indices().forEach(i -> mentions.of(i).filter(Mention::bare).map(Mention::key).ifPresent(letters::add));
    return letters;
  }

  /** Whether a bracket behind a name is the same wherever there is one. */
  private boolean alwaysWith(Notation n, String key, String bracket) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        boolean applied = j.factors().get(k + 1).op() == Notation.Op.NONE && j.factors().get(k + 1).item() instanceof Notation.Bracketed b && !atEstimates(b);
        boolean here = mentions.of(j.factors().get(k).item()).filter(m -> m.key().equals(key)).isPresent();
        if (here && applied && !Outline.of(j.factors().get(k + 1).item()).equals(bracket)) {
          return false;
        }
      }
    }
    return Notations.children(n).stream().allMatch(c -> alwaysWith(c, key, bracket));
  }

  /** L(\\hat\\mu, \\hat\\sigma^2): the value at the estimates, beside L(\\mu, \\sigma^2). */
  private static boolean atEstimates(Notation.Bracketed b) {
    List<Notation> arguments = Products.arguments(b);
    return arguments.size() > 1 && arguments.stream().allMatch(a -> base(a) instanceof Notation.Accented);
  }

  /** Whether a letter stands in a notation outside of the sums over it. */
  private boolean free(Notation n, String letter) {
    if (n instanceof Notation.BigOperator b && b.sub().filter(s -> mentions.of(s instanceof Notation.Compared c ? c.sides().get(0) : s).filter(m -> m.key().equals(letter)).isPresent()).isPresent()) {
      return b.sup().filter(u -> free(u, letter)).isPresent();
    }
    return mentions.of(n).filter(m -> m.bare() && m.key().equals(letter)).isPresent() || Notations.children(n).stream().anyMatch(c -> free(c, letter));
  }

  private static Notation base(Notation n) {
    return n instanceof Notation.Scripted s ? base(s.base()) : n;
  }

  /** The notation with another in the place of each that prints so. */
  static Notation replaced(Notation n, String printed, Notation by) {
    if (Outline.of(n).equals(printed)) {
      return by;
    }
    return Templates.mapped(n, c -> replaced(c, printed, by));
  }
}
