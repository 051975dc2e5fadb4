package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Members of families whose index stands above: where the text defines a^{[l]} for every l, a^{[2]} is what that says with 2 for l, and a further equation
 * for it is a claim (READING 14, 15). A family that is given by a function nobody knows, or leads to a member 0, leaves its members to be given.
 */
record Members(Survey survey, List<Printed> printed, Told told) {
  /** Members that one statement brings in: each by the definition of its family, those that it mentions first. */
  private static final int MOST = 24;

  private record Member(Definition family, Introductions.Introduction says) {}

  /** Takes in what the definitions of families say of the members that a statement mentions and that have no equation of their own. */
  Declarations.Result of(Printed p, Names before, Ranges rangesBefore) {
    List<Member> found = new ArrayList<>();
    p.names(survey.mentions()).forEach(key -> add(key, p.statement().part(), before, found, new TreeSet<>()));
    Names names = before;
    Ranges ranges = rangesBefore;
    for (Member m : found) {
      Head head = m.says().head();
      Definition family = m.family();
      told.define(printed.get(family.statement()).statement(), m.says(), survey.mentions());
      Definitions.Result taken =
          new Definitions(survey, Budget.standard()).take(head, m.says().body(), family.part(), family.statement(), family.standing(), names, ranges, Session.Layout.NUMERATOR);
      if (taken instanceof Definitions.Result.Known known) {
        names = known.names();
        ranges = known.ranges();
      } else {
        names.lose(head.mention().key(), family.part());
      }
    }
    return new Declarations.Result(names, ranges);
  }

  private void add(String key, Part part, Names names, List<Member> found, Set<String> above) {
    Optional<Member> member = found.size() < MOST && above.add(key) ? member(key, part, names) : Optional.empty();
    if (member.isPresent() && found.stream().noneMatch(f -> f.says().head().mention().key().equals(key))) {
      Set<String> inside = new TreeSet<>();
      Definitions.collect(member.get().says().body(), survey.mentions(), inside);
      inside.forEach(k -> add(k, part, names, found, above));
      found.add(member.get());
    }
  }

  private Optional<Member> member(String key, Part part, Names names) {
    OptionalInt number = number(key);
    if (number.isEmpty() || names.definition(key, part).isPresent() || names.isUnknown(key, part)) {
      return Optional.empty();
    }
    Optional<Definition> family = family(key).flatMap(k -> names.definition(k, part)).filter(d -> !d.isFunction() && !d.letters().isEmpty());
    return family.flatMap(d -> at(d, key, number.getAsInt())).filter(m -> !leftOpen(m.says().body(), part, names));
  }

  private Optional<Member> at(Definition family, String key, int number) {
    String letter = family.letters().getFirst();
    List<String> others = family.letters().subList(1, family.letters().size());
    Mention name = survey.mentions().printed(key).filter(m -> m.key().equals(key)).orElse(Mention.of(key, false));
    Head head = new Head(name, List.of(), others, false, false);
    return with(family.body(), letter, number).map(b -> new Member(family, new Introductions.Introduction(head, b, family.standing())));
  }

  /** Whether an expression applies a function that nobody knows to a name, or mentions a member 0. */
  private boolean leftOpen(Notation n, Part part, Names names) {
    Set<String> inside = new TreeSet<>();
    Definitions.collect(n, survey.mentions(), inside);
    return inside.stream().anyMatch(k -> k.endsWith("^{(0)}")) || appliesUnknown(n, part, names);
  }

  private boolean appliesUnknown(Notation n, Part part, Names names) {
    if (n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).item() instanceof Notation.Bracketed b && survey.mentions().of(b.body()).isPresent()) {
      Optional<Mention> f = survey.mentions().of(j.factors().get(0).item());
      return f.isPresent() && !Functions.standard(f.get().key()) && names.definition(f.get().key(), part).isEmpty();
    }
    return Notations.children(n).stream().anyMatch(c -> appliesUnknown(c, part, names));
  }

  /** The number in the brackets above a name; from 1 on: the member 0 of layers is what is put in, of steps where they begin. */
  private static OptionalInt number(String key) {
    int open = key.endsWith(")}") ? key.lastIndexOf("^{(") : -1;
    String digits = open < 0 ? "" : key.substring(open + 3, key.length() - 2);
    boolean number = !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(Character::isDigit) && !digits.startsWith("0");
    return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }

  /** The family that a name is a member of, by the way it is printed. */
  static Optional<String> family(String key) {
    return number(key).isPresent() ? Mentions.sampled(key.substring(0, key.lastIndexOf("^{("))) : Optional.empty();
  }

  /** An expression with a number for an index letter; none where the letter is bound in it, or where a part of it cannot be rewritten. */
  private Optional<Notation> with(Notation n, String letter, int number) {
    if (n instanceof Notation.Symbol s && Mentions.latexName(s.name()).equals(letter)) {
      return Optional.of(new Notation.Numeral(n.span(), Integer.toString(number)));
    }
    boolean binds = n instanceof Notation.BigOperator b && b.sub().filter(sub -> Definitions.mentions(sub, letter, survey.mentions())).isPresent();
    if (binds) {
      return Optional.empty();
    }
    return Notations.mapped(n, c -> with(c, letter, number))
        .flatMap(parts -> parts.equals(Notations.children(n)) ? Optional.of(n) : Templates.with(n, parts))
        .map(Members::counted);
  }

  /** {@code 3-1} where {@code l-1} stood: 2. */
  private static Notation counted(Notation n) {
    if (!(n instanceof Notation.Summed s) || s.items().size() != 2 || !s.items().stream().allMatch(i -> i.item() instanceof Notation.Numeral d && d.digits().length() <= 3 && d.digits().chars().allMatch(Character::isDigit))) {
      return n;
    }
    int sum = s.items().stream().mapToInt(i -> (i.sign() == Notation.Sign.MINUS ? -1 : 1) * Integer.parseInt(((Notation.Numeral) i.item()).digits())).sum();
    return sum < 0 ? n : new Notation.Numeral(n.span(), Integer.toString(sum));
  }
}
