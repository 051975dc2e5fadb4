package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code \hat\theta = ..}, {@code w^* = ..}, {@code \mu_{MLE} = ..} behind an equation for the letter below the mark: the mark says that it is the solution, which is
 * judged under that equation as {@code \theta = ..} would be (READING 11).
 */
final class Estimates {
  private static final Pattern MARKS = Pattern.compile("mle?|map|opt|ols|ls|ridge|max|min|best|est");

  private Estimates() {}

  /**
   * A claim about a solution.
   *
   * @param claim the statement for the letters without their marks
   * @param others statements before it that give the solutions for other letters of its right side
   */
  record Solution(Printed claim, List<Integer> others) {}

  /** In: a statement whose left side is fresh. Out: the same for the letter without its mark, where equations before it speak of that and nothing defines it. */
  static Optional<Solution> of(Printed p, List<Printed> printed, Survey survey, Names names, Setting setting) {
    Statement s = p.statement();
    Optional<Notation> letter = unmarked(p.left());
    Optional<Mention> m = letter.flatMap(n -> survey.mentions().of(n)).filter(x -> x.plain() || (x.exponent().isPresent() && x.transposed() == 0 && x.primes() == 0));
    List<Integer> others = new ArrayList<>();
    Optional<Notation> right = m.isEmpty() || s.after().isPresent() ? Optional.empty() : solved(p.right(), printed.subList(0, s.number()), setting, others);
    boolean open = right.isPresent() && names.definition(m.get().key(), s.part()).isEmpty() && !Definitions.mentions(right.get(), m.get().key(), survey.mentions());
    return open && setting.sought(m.get().key(), s) ? Optional.of(new Solution(new Printed(s, letter.get(), right.get()), others.stream().distinct().toList())) : Optional.empty();
  }

  /** An expression with the letters in place of their solutions before it. */
  private static Optional<Notation> solved(Notation n, List<Printed> before, Setting setting, List<Integer> others) {
    Optional<Notation> letter = unmarked(n);
    Optional<Printed> solution = letter.isEmpty() ? Optional.empty() : before.stream().filter(q -> Templates.same(q.left(), n) && setting.solution(q.statement().number())).reduce((a, b) -> b);
    if (solution.isPresent()) {
      others.add(solution.get().statement().number());
      return letter;
    }
    return Notations.mapped(n, c -> solved(c, before, setting, others)).flatMap(parts -> parts.isEmpty() ? Optional.of(n) : Templates.with(n, parts));
  }

  /** The name below a mark of an estimate; empty where there is none. */
  static Optional<Notation> unmarked(Notation n) {
    return switch (n) {
      case Notation.Accented a when a.accent().equals("hat") || a.accent().equals("widehat") -> Optional.of(a.body());
      case Notation.Scripted s when s.primes() == 0 && s.sup().filter(Estimates::mark).isPresent() -> Optional.of(without(s, s.sub(), Optional.empty()));
      case Notation.Scripted s when s.primes() == 0 && s.sub().filter(Estimates::mark).isPresent() -> Optional.of(without(s, Optional.empty(), s.sup()));
      case Notation.Scripted s when s.primes() == 0 && s.base() instanceof Notation.Accented -> unmarked(s.base()).map(b -> new Notation.Scripted(s.span(), b, s.sub(), s.sup(), 0));
      default -> Optional.empty();
    };
  }

  /** The rest; a hat below a mark goes with it. */
  private static Notation without(Notation.Scripted s, Optional<Notation> sub, Optional<Notation> sup) {
    Notation base = unmarked(s.base()).orElse(s.base());
    return sub.isEmpty() && sup.isEmpty() ? base : new Notation.Scripted(s.span(), base, sub, sup, 0);
  }

  private static boolean mark(Notation n) {
    return switch (n) {
      case Notation.Symbol s -> s.name().equals("ast") || s.name().equals("star") || s.name().equals("*");
      case Notation.Words w -> MARKS.matcher(w.text().strip().toLowerCase(Locale.ROOT)).matches();
      case Notation.Styled s -> mark(s.body());
      case Notation.Juxtaposed j -> {
        StringBuilder letters = new StringBuilder();
        j.factors().forEach(f -> letters.append(f.item() instanceof Notation.Symbol s && s.name().length() == 1 ? s.name() : "?"));
        yield letters.chars().allMatch(Character::isUpperCase) && MARKS.matcher(letters.toString().toLowerCase(Locale.ROOT)).matches();
      }
      default -> false;
    };
  }
}
