package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Equations for one function under conditions on its argument, one behind the other, {@code h(x) = x} for {@code x > 0} and {@code h(x) = ax} for {@code x \le 0}: one
 * definition by cases (READING 16).
 */
record ByCases(List<Printed> printed, List<PrintedFragment> fragments, Mentions mentions) {
  private static final Pattern OTHERWISE = Pattern.compile("(?i)^[\\s,;]*(otherwise|else|elsewhere|sonst)\\b.*");
  private static final Pattern ZERO = Pattern.compile("(?i)^[\\s,;]*(and|but)? ?(is |it is )?(zero|0) (otherwise|else|elsewhere)\\b.*");
  /** Words between the equations: "then", "so" would conclude one from the others. */
  private static final Pattern JOINS = Pattern.compile("(?i)([\\s,;:.]|\\b(and|but|while|whereas|if|for|when|or)\\b)*");

  private static final int MOST = 6;

  /**
   * What the equations say together.
   *
   * @param body the value by cases; empty where it is not seen that they exclude each other
   * @param others the equations behind the first one
   */
  record Joined(Optional<Notation> body, Set<Integer> others) {
    /** What the first equation introduces with the others, whose numbers go to {@code joined}. */
    Introductions.Introduction of(Introductions.Introduction first, Set<Integer> joined) {
      joined.addAll(others);
      return new Introductions.Introduction(first.head(), body.orElse(first.body()), first.standing());
    }
  }

  /**
   * A case.
   *
   * @param equation the statement that gives the value
   * @param first the first statement of the equation and its condition
   * @param last the last one
   */
  private record Case(int equation, Notation value, Notation when, int first, int last) {}

  /** In: an equation that introduces a function, and its head. Out: the definition by cases that begins with it; nothing where it is alone. */
  Optional<Joined> of(Printed p, Head introduced) {
    Head head = printedHead(p, introduced);
    if (head.parameters().size() > 1 || !head.letters().isEmpty() || head.squared() || head.logged()) {
      return Optional.empty();
    }
    List<Case> cases = new ArrayList<>();
    Set<Integer> others = new TreeSet<>();
    Optional<Case> next = at(p.statement().number(), p, head);
    while (next.isPresent() && cases.size() < MOST) {
      cases.add(next.get());
      others.add(next.get().equation());
      int behind = next.get().last() + 1;
      // "for x > 0, h(x) = x": there the condition stands before its equation
      next = Conditions.otherwise(next.get().when()) ? Optional.empty() : at(behind, p, head).or(() -> at(behind + 1, p, head)).filter(c -> c.first() == behind);
    }
    others.remove(p.statement().number());
    if (!cases.isEmpty() && !Conditions.otherwise(cases.getLast().when())) {
      rest(cases.getLast(), p.statement().part(), head).ifPresent(cases::add);
    }
    Notation table = new Notation.Table(p.right().span(), "cases", cases.stream().map(c -> List.of(c.value(), c.when())).toList());
    boolean exclusive = cases.size() == 2 && (Conditions.otherwise(cases.get(1).when()) || exclude(cases.get(0).when(), cases.get(1).when()));
    return cases.size() < 2 ? Optional.empty() : Optional.of(new Joined(exclusive ? Optional.of(table) : Optional.empty(), others));
  }

  /** x > a and x <= a; y = 1 and y = 0. */
  private static boolean exclude(Notation one, Notation other) {
    if (!(one instanceof Notation.Compared a) || !(other instanceof Notation.Compared b) || !Templates.same(a.sides().get(0), b.sides().get(0))) {
      return false;
    }
    boolean same = Templates.same(a.sides().get(1), b.sides().get(1));
    RelationSign x = a.signs().getFirst();
    RelationSign y = b.signs().getFirst();
    boolean numbers = x == RelationSign.EQUAL && y == x && !same && a.sides().get(1) instanceof Notation.Numeral && b.sides().get(1) instanceof Notation.Numeral;
    return numbers || (same && Domains.apart(x, y));
  }

  /** p(x) as it is printed, where it is introduced as the name of a probability at its argument. */
  private Head printedHead(Printed p, Head introduced) {
    return introduced.parameters().isEmpty() ? Head.of(p.left(), mentions).orElse(introduced) : introduced;
  }

  private static final Pattern WHERE = Pattern.compile("(?i)\\b(for|if|when|whenever|otherwise|else|elsewhere|positive|negative|nonnegative|above|below|sonst)\\b");

  /**
   * Whether another equation for the same head stands under a condition of its own, in the same sentence or against the condition of this one: then this one holds in some case only,
   * and which was not read.
   */
  boolean other(Printed p, Head introduced) {
    Head head = printedHead(p, introduced);
    Statement s = p.statement();
    List<Integer> own = own(s.conditions(), s.number(), head).stream().filter(c -> printed.get(c).statement().cue() == Statement.Cue.ASSUMED).toList();
    return printed.stream()
        .filter(q -> q.statement().number() != s.number() && q.statement().after().isEmpty() && !q.statement().cue().concludes() && Lowering.isEquation(q.statement()) && !Templates.same(q.right(), p.right()))
        .filter(q -> Head.of(q.left(), mentions).filter(h -> h.mention().key().equals(head.mention().key()) && h.parameters().size() == head.parameters().size() && h.letters().isEmpty()).isPresent())
        .anyMatch(q -> (q.statement().opens().startsWith((s.opens() + " $").strip()) && q.statement().inSentenceBehind(s) && !head.parameters().isEmpty() && WHERE.matcher(q.statement().words()).find()) || against(own, own(q.statement().conditions(), q.statement().number(), head)));
  }

  /** Whether a condition of one equation speaks of the same as one of another, and is another one. */
  private boolean against(List<Integer> one, List<Integer> other) {
    return one.stream().anyMatch(a -> other.stream().anyMatch(b -> a.intValue() != b && Templates.same(printed.get(a).left(), printed.get(b).left()) && exclude(compared(a), compared(b))));
  }

  private Notation compared(int c) {
    Printed p = printed.get(c);
    return new Notation.Compared(p.left().span(), List.of(p.left(), p.right()), List.of(p.statement().sign().sign()));
  }

  /** READING 15: a part that begins with a definition by cases of a name that only another part defines gives it another meaning. */
  Optional<Introductions.Introduction> anew(Printed p, Names names) {
    Part part = p.statement().part();
    // "Now f(x) = ..": also of a name that the text around defines
    boolean now = p.statement().opens().matches("(now|instead|this time)\\b[^$]*");
    Optional<Head> head = Head.of(p.left(), mentions).filter(h -> h.parameters().size() == 1 && names.definition(h.mention().key(), part, 1).filter(d -> !part.within(d.part()) || (now && !part.equals(d.part()))).isPresent());
    boolean first = head.isPresent() && printed.stream().limit(p.statement().number()).noneMatch(q -> q.statement().part().within(part) && q.mentions(head.get().mention().key(), mentions));
    return head.filter(h -> first && of(p, h).isPresent()).map(h -> new Introductions.Introduction(h, p.right(), Definition.Standing.STATED));
  }

  /** The case that an equation for the head states, with the condition that is its own alone. */
  private Optional<Case> at(int number, Printed first, Head head) {
    if (number >= printed.size()) {
      return Optional.empty();
    }
    Printed p = printed.get(number);
    Statement s = p.statement();
    boolean same = Head.of(p.left(), mentions).filter(h -> h.mention().key().equals(head.mention().key()) && h.parameters().equals(head.parameters())).isPresent();
    boolean alone = s.after().isEmpty() && s.sign().sign() == RelationSign.EQUAL && s.part().equals(first.statement().part()) && printed.stream().noneMatch(q -> q.statement().after().filter(a -> a == number).isPresent());
    boolean listed = number == first.statement().number() || (!s.cue().concludes() && JOINS.matcher(s.opens().substring(s.opens().lastIndexOf('$') + 1)).matches());
    boolean plain = listed && own(s.notes().maybe(), number, head).isEmpty() && s.notes().bracketed().isEmpty() && s.notes().unread().filter(u -> !OTHERWISE.matcher(u).matches()).isEmpty() && p.unreadable().isEmpty();
    if (!same || !alone || !plain) {
      return Optional.empty();
    }
    List<Integer> own = own(s.conditions(), number, head);
    if (own.isEmpty() && OTHERWISE.matcher(s.closes()).matches()) {
      return Optional.of(new Case(number, p.right(), otherwise(p.right()), number, number));
    }
    int other = own.size() == 1 ? own.getFirst() : -1;
    boolean beside = other >= 0 && Math.abs(other - number) == 1;
    return beside ? bound(printed.get(other), head).map(c -> new Case(number, p.right(), c, Math.min(number, other), Math.max(number, other))) : Optional.empty();
  }

  /** The conditions that speak of the argument; of a bare name those that stand just beside it. */
  private List<Integer> own(List<Integer> conditions, int number, Head head) {
    return conditions.stream().filter(c -> head.parameters().isEmpty() ? Math.abs(c - number) == 1 : printed.get(c).names(mentions).contains(head.parameters().getFirst())).toList();
  }

  /** The condition that a statement states of the argument by one order. */
  private Optional<Notation> bound(Printed c, Head head) {
    Statement s = c.statement();
    boolean order = Lowering.order(s.sign().sign()).isPresent() && s.cue() == Statement.Cue.ASSUMED;
    boolean link = s.after().isPresent() || printed.stream().anyMatch(q -> q.statement().after().filter(a -> a == s.number()).isPresent());
    boolean about = c.unreadable().isEmpty() && (head.parameters().isEmpty() || c.names(mentions).contains(head.parameters().getFirst()));
    return order && !link && about ? Optional.of(compared(s.number())) : Optional.empty();
  }

  /** "and 0 otherwise", "and zero otherwise", "and 0 if x < 0" behind the last condition. */
  private Optional<Case> rest(Case last, Part part, Head head) {
    int behind = last.last() + 1;
    Notation words = otherwise(last.value());
    if (ZERO.matcher(printed.get(last.last()).statement().closes()).matches()) {
      return Optional.of(new Case(last.equation(), new Notation.Numeral(last.value().span(), "0"), words, behind, behind));
    }
    Optional<PrintedFragment> value = fragments.stream().filter(f -> f.fragment().before() == behind && f.fragment().part().equals(part) && Notations.unreadable(f.notation()).isEmpty()).findFirst();
    boolean otherwise = value.filter(f -> OTHERWISE.matcher(f.fragment().closes()).matches()).isPresent();
    boolean conditional = value.filter(f -> f.fragment().closes().strip().matches("(if|for|when) \\$.*")).isPresent() && behind < printed.size();
    Optional<Notation> when = otherwise ? Optional.of(words) : conditional ? bound(printed.get(behind), head) : Optional.empty();
    return value.flatMap(f -> when.map(w -> new Case(last.equation(), f.notation(), w, behind, behind)));
  }

  private static Notation otherwise(Notation at) {
    return new Notation.Words(at.span(), "otherwise");
  }
}
