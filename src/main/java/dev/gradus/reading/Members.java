package dev.gradus.reading;

import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    if (names.definition(key, part).isPresent() || names.isUnknown(key, part)) {
      return Optional.empty();
    }
    Optional<Definition> family = family(key).flatMap(k -> names.definition(k, part)).filter(d -> !d.isFunction() && !d.letters().isEmpty());
    return family.flatMap(d -> index(key, d, names).flatMap(i -> at(d, key, i))).filter(m -> !leftOpen(m.says().body(), part, names));
  }

  /** What stands above a member: a number; the last one, L of the l; l+1, where the family's own equation stays with l. */
  private Optional<Notation> index(String key, Definition family, Names names) {
    Span span = new Span(0, 0);
    String letter = family.letters().getFirst();
    OptionalInt number = number(key);
    if (number.isPresent()) {
      return Optional.of(new Notation.Numeral(span, Integer.toString(number.getAsInt())));
    }
    String above = above(key);
    if (above.equals(letter.toUpperCase(Locale.ROOT))) {
      return Optional.of(new Notation.Symbol(span, above));
    }
    Matcher next = NEXT.matcher(above);
    if (!next.matches() || !next.group(1).equals(letter) || recurs(family, letter, names)) {
      return Optional.empty();
    }
    Notation.Signed first = new Notation.Signed(Notation.Sign.PLUS, new Notation.Symbol(span, letter));
    Notation.Sign sign = next.group(2).equals("+") ? Notation.Sign.PLUS : Notation.Sign.MINUS;
    return Optional.of(new Notation.Summed(span, List.of(first, new Notation.Signed(sign, new Notation.Numeral(span, next.group(3))))));
  }

  /** Whether a family is given by its neighbours, by itself or through the families that it mentions. */
  private boolean recurs(Definition family, String letter, Names names) {
    Set<String> inside = new TreeSet<>();
    Definitions.collect(family.body(), survey.mentions(), inside);
    return shifts(family.body(), letter) || inside.stream().flatMap(k -> names.definition(k, family.part()).stream()).anyMatch(d -> shifts(d.body(), letter));
  }

  /** Whether a letter stands in a sum, as in l-1. */
  private boolean shifts(Notation n, String letter) {
    return (n instanceof Notation.Summed && Definitions.mentions(n, letter, survey.mentions()))
        || (n instanceof Notation.Scripted s && s.sup().filter(u -> shifts(u, letter)).isPresent())
        || Notations.children(n).stream().anyMatch(c -> shifts(c, letter));
  }

  /** l+1 as it is written in a key; t+1 is the next step of an update (READING 18). */
  private static final Pattern NEXT = Pattern.compile("([a-su-z]) ([+-]) ([0-9]{1,2})");

  private static String above(String key) {
    int open = key.endsWith(")}") ? key.lastIndexOf("^{(") : -1;
    return open < 0 ? "" : key.substring(open + 3, key.length() - 2);
  }

  private Optional<Member> at(Definition family, String key, Notation number) {
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
    String digits = above(key);
    boolean number = !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(Character::isDigit) && !digits.startsWith("0");
    return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }

  /** Whether a number tells which member a name is: the last one, and the next, may be other ones than the rest. */
  static boolean numbered(String key) {
    return number(key).isPresent();
  }

  /** The family that a name is a member of, by the way it is printed. */
  static Optional<String> family(String key) {
    String above = above(key);
    boolean member = number(key).isPresent() || NEXT.matcher(above).matches() || (above.length() == 1 && Character.isUpperCase(above.charAt(0)));
    return member ? Mentions.sampled(key.substring(0, key.lastIndexOf("^{("))) : Optional.empty();
  }

  /** Whether a name is a member of a family that is in use, or x_2 of a vector x in use. */
  static boolean ofSeen(String key, Set<String> seen, Survey survey, Part part) {
    Optional<String> vector = Mentions.numbered(key).filter(n -> n.number().length() <= 4).map(Mentions.Numbered::whole).filter(seen::contains).filter(v -> survey.trace(v, part).vectorLike || survey.trace(v, part).least > 0);
    return vector.isPresent() || family(key).filter(seen::contains).isPresent();
  }

  /** An expression with a number for an index letter; none where the letter is bound in it, or where a part of it cannot be rewritten. */
  private Optional<Notation> with(Notation n, String letter, Notation number) {
    if (n instanceof Notation.Symbol s && Mentions.latexName(s.name()).equals(letter)) {
      return Optional.of(number);
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
