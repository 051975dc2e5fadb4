package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.notation.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A linear recursion x_t = a x_{t-1} + b_t for t = 1, 2, .. from x_0 = c, where a depends neither on t nor on x and b_t not on x: x_t = a^t c + sum_{s=1}^t a^{t-s} b_s
 * by induction on t, as that is c at 0 and a times its value at t - 1, and b_t more, at t.
 *
 * @param letter of the steps
 * @param factors what the step before is multiplied by, to be added up
 * @param terms what is added to it
 * @param running a letter that nothing else uses, for the sum
 */
record Recursion(String letter, List<Signed> factors, List<Signed> terms, String running) {
  /** Steps that are counted out one by one. */
  static final int MOST = 4;

  private static final Span HERE = new Span(0, 0);
  private static final Notation ONE = new Notation.Numeral(HERE, "1");

  Recursion {
    factors = List.copyOf(factors);
    terms = List.copyOf(terms);
  }

  /** A name with one index below it: m_t, \hat m_{t-1}, m_0^2. */
  record Member(String name, Notation.Scripted printed, Notation index) {
    static Optional<Member> of(Notation n) {
      Notation.Scripted s =
          switch (n) {
            case Notation.Scripted x -> x;
            case Notation.Accented a when a.body() instanceof Notation.Scripted x -> new Notation.Scripted(a.span(), new Notation.Accented(a.span(), a.accent(), x.base()), x.sub(), x.sup(), x.primes());
            default -> new Notation.Scripted(HERE, ONE, Optional.empty(), Optional.empty(), 0);
          };
      boolean plain = s.sub().isPresent() && s.primes() == 0 && Mentions.items(s.sub().get()).size() == 1 && Mentions.baseName(s.base()).filter(b -> !Functions.library(b) && !b.equals("\\partial")).isPresent();
      return plain ? Optional.of(new Member(Outline.of(s.base()), s, s.sub().orElseThrow())) : Optional.empty();
    }

    /** Whether nothing stands above it. */
    boolean bare() {
      return printed.sup().isEmpty();
    }

    /** Whether it is that of the number 0. */
    boolean isFirst() {
      return number().filter(k -> k == 0).isPresent();
    }

    /** How far its step is from the letter's: -1 of t-1; nothing where it is another. */
    Optional<Integer> offset(String letter) {
      if (isLetter(index, letter)) {
        return Optional.of(0);
      }
      boolean shifted = index instanceof Notation.Summed s && s.items().size() == 2 && s.items().get(0).sign() == Sign.PLUS && isLetter(s.items().get(0).item(), letter) && Conditions.isNumeral(s.items().get(1).item(), "1");
      return shifted && index instanceof Notation.Summed s ? Optional.of(s.items().get(1).sign()).filter(x -> x == Sign.PLUS || x == Sign.MINUS).map(x -> x == Sign.PLUS ? 1 : -1) : Optional.empty();
    }

    /** A step by its number. */
    Optional<Integer> number() {
      return index instanceof Notation.Numeral d && d.digits().length() == 1 ? Optional.of(Integer.parseInt(d.digits())) : Optional.empty();
    }
  }

  static boolean isLetter(Notation n, String letter) {
    return n instanceof Notation.Symbol s && s.name().equals(letter);
  }

  /** Whether a letter occurs anywhere. */
  static boolean holds(Notation n, String letter) {
    return isLetter(n, letter) || n.parts().stream().anyMatch(p -> holds(p, letter));
  }

  /** Whether a name occurs with one index. */
  static boolean mentions(Notation n, String name) {
    return Member.of(n).filter(m -> m.name().equals(name)).isPresent() || n.parts().stream().anyMatch(p -> mentions(p, name));
  }

  /** Whether the member with the number 0 of a family occurs. */
  static boolean holdsStart(Notation n, String name) {
    return Member.of(n).filter(m -> m.name().equals(name) && m.isFirst()).isPresent() || n.parts().stream().anyMatch(p -> holdsStart(p, name));
  }

  /** Whether an equation gives a member by the one before it. */
  static boolean steps(Notation left, Notation right) {
    Optional<Member> head = Member.of(left);
    return head.flatMap(h -> letter(h.index())).filter(l -> head.get().offset(l).filter(own -> holds(right, head.get().name(), l, own - 1)).isPresent()).isPresent();
  }

  private static boolean holds(Notation n, String name, String letter, int offset) {
    return Member.of(n).filter(m -> m.name().equals(name) && m.offset(letter).filter(o -> o == offset).isPresent()).isPresent() || n.parts().stream().anyMatch(p -> holds(p, name, letter, offset));
  }

  /** Whether a letter stands as a number: in an exponent, over a sum, on the line. */
  static boolean counts(Notation n, String letter) {
    return switch (n) {
      case Notation.Symbol s -> s.name().equals(letter);
      case Notation.Scripted s -> counts(s.base(), letter) || s.sup().filter(u -> !(u instanceof Notation.Bracketed) && counts(u, letter)).isPresent();
      default -> n.parts().stream().anyMatch(p -> counts(p, letter));
    };
  }

  /** Whether it differentiates. */
  static boolean differentiates(Notation n) {
    boolean here = n instanceof Notation.Symbol s && (s.name().equals("partial") || s.name().equals("nabla"));
    return here || (n instanceof Notation.Fraction && Differentials.whole(n)) || n.parts().stream().anyMatch(Recursion::differentiates);
  }

  // --- what a right side says

  /** In: the sides of an equation. Out: the recursion that it is, for the name of its left side. */
  static Optional<Recursion> of(Notation left, Notation right, String running) {
    Optional<Member> head = Member.of(left).filter(Member::bare);
    Optional<String> letter = head.flatMap(h -> letter(h.index()));
    if (letter.isEmpty()) {
      return Optional.empty();
    }
    int own = head.get().offset(letter.get()).orElse(0);
    Optional<Linear> linear = new Split(head.get().name(), letter.get(), own - 1).of(right).filter(l -> !l.factors().isEmpty());
    boolean constant = linear.filter(l -> l.factors().stream().allMatch(f -> isConstant(f.item(), letter.get()))).isPresent();
    // x_{t+1} = a x_t + b: what is added must not tell the steps apart, as it would be that of the step before
    boolean added = linear.filter(l -> l.terms().stream().allMatch(b -> own == 0 ? isOfStep(b.item(), letter.get()) : !holds(b.item(), letter.get()))).isPresent();
    return constant && added && own >= 0 ? linear.map(l -> new Recursion(letter.get(), l.factors(), l.terms(), running)) : Optional.empty();
  }

  /** The letter of t, t+1. */
  static Optional<String> letter(Notation index) {
    Notation first = index instanceof Notation.Summed s ? s.items().getFirst().item() : index;
    return first instanceof Notation.Symbol s && s.name().length() == 1 && Character.isLowerCase(s.name().charAt(0)) ? Optional.of(s.name()) : Optional.empty();
  }

  /** Numbers and small letters, possibly numbered: nothing that may be a matrix, a function or another step's. */
  private static boolean isConstant(Notation n, String letter) {
    return switch (n) {
      case Notation.Numeral d -> true;
      case Notation.Symbol s -> !s.name().equals(letter) && Character.isLowerCase(s.name().charAt(0)) && !List.of("partial", "nabla", "infty", "prime").contains(s.name());
      case Notation.Scripted s -> s.base() instanceof Notation.Symbol b && isConstant(b, letter) && s.primes() == 0 && s.sub().filter(x -> !(x instanceof Notation.Numeral)).isEmpty() && s.sup().filter(x -> !(x instanceof Notation.Numeral)).isEmpty();
      case Notation.Fraction f -> isConstant(f.numerator(), letter) && isConstant(f.denominator(), letter);
      case Notation.Bracketed b -> b.open().equals("(") && isConstant(b.body(), letter);
      case Notation.Summed s -> s.items().stream().allMatch(i -> isConstant(i.item(), letter));
      case Notation.Juxtaposed j -> j.factors().stream().allMatch(f -> isConstant(f.item(), letter));
      default -> false;
    };
  }

  /** Whether the letter stands in it alone below a name, or as a number: nothing of other steps, and no sum over steps. */
  private static boolean isOfStep(Notation n, String letter) {
    return switch (n) {
      case Notation.Scripted s -> s.sub().filter(x -> holds(x, letter) && !isLetter(x, letter)).isEmpty() && s.sup().filter(x -> x instanceof Notation.Bracketed && holds(x, letter)).isEmpty() && s.parts().stream().filter(x -> s.sub().filter(x::equals).isEmpty()).allMatch(x -> isOfStep(x, letter));
      case Notation.BigOperator b -> !holds(b, letter);
      case Notation.Symbol s -> !s.name().equals("partial") && !s.name().equals("nabla");
      default -> n.parts().stream().allMatch(x -> isOfStep(x, letter));
    };
  }

  /** An expression as what the step before is multiplied by, and what is added. */
  private record Linear(List<Signed> factors, List<Signed> terms) {
    Linear each(UnaryOperator<Notation> map) {
      return new Linear(each(factors, map), each(terms, map));
    }

    private static List<Signed> each(List<Signed> all, UnaryOperator<Notation> map) {
      return all.stream().map(s -> new Signed(s.sign(), map.apply(s.item()))).toList();
    }
  }

  /** Takes an expression apart at one member of a family. */
  private record Split(String name, String letter, int offset) {
    Optional<Linear> of(Notation n) {
      if (!mentions(n, name)) {
        return Optional.of(new Linear(List.of(), List.of(new Signed(Sign.PLUS, n))));
      }
      Optional<Member> member = Member.of(n);
      if (member.isPresent()) {
        return member.filter(m -> m.bare() && m.offset(letter).filter(o -> o == offset).isPresent()).map(m -> new Linear(List.of(new Signed(Sign.PLUS, ONE)), List.of()));
      }
      return switch (n) {
        case Notation.Bracketed b when List.of("(", "[", "\\{").contains(b.open()) -> of(b.body());
        case Notation.Summed s -> sum(s);
        case Notation.Juxtaposed j -> product(j);
        case Notation.Fraction f when !mentions(f.denominator(), name) -> of(f.numerator()).map(l -> l.each(x -> new Notation.Fraction(f.span(), x, f.denominator())));
        default -> Optional.empty();
      };
    }

    private Optional<Linear> sum(Notation.Summed s) {
      List<Signed> factors = new ArrayList<>();
      List<Signed> terms = new ArrayList<>();
      for (Signed i : s.items()) {
        Optional<Linear> part = of(i.item());
        if (part.isEmpty() || (i.sign() != Sign.PLUS && i.sign() != Sign.MINUS)) {
          return Optional.empty();
        }
        part.get().factors().forEach(f -> factors.add(signed(i.sign(), f)));
        part.get().terms().forEach(t -> terms.add(signed(i.sign(), t)));
      }
      return Optional.of(new Linear(factors, terms));
    }

    private static Signed signed(Sign sign, Signed s) {
      return sign == Sign.PLUS ? s : new Signed(s.sign() == Sign.PLUS ? Sign.MINUS : Sign.PLUS, s.item());
    }

    /** One factor holds the member; f(x) is no product. */
    private Optional<Linear> product(Notation.Juxtaposed j) {
      List<Integer> at = new ArrayList<>();
      for (int k = 0; k < j.factors().size(); k++) {
        if (mentions(j.factors().get(k).item(), name)) {
          at.add(k);
        }
      }
      boolean plain = j.factors().stream().allMatch(f -> List.of(Op.NONE, Op.DOT, Op.TIMES, Op.SLASH).contains(f.op()) && (f.op() != Op.SLASH || !mentions(f.item(), name)) && !(f.item() instanceof Notation.Words) && !(f.item() instanceof Notation.BigOperator));
      int k = at.getFirst();
      // only the last factor may divide
      plain &= j.factors().subList(0, j.factors().size() - 1).stream().noneMatch(f -> f.op() == Op.SLASH);
      boolean applied = k > 0 && j.factors().get(k).op() == Op.NONE && Notations.bracket(j.factors().get(k).item()).isPresent() && !isConstant(j.factors().get(k - 1).item(), letter);
      boolean alone = Notations.bracket(j.factors().get(k).item()).filter(b -> !(b.body() instanceof Notation.Summed)).isPresent();
      if (at.size() != 1 || !plain || applied || alone) {
        return Optional.empty();
      }
      return of(j.factors().get(k).item()).map(l -> l.each(x -> {
        List<Factor> factors = new ArrayList<>(j.factors());
        factors.set(k, new Factor(j.factors().get(k).op(), bracketed(x)));
        if (x.equals(ONE) && factors.get(k == 0 ? 1 : k).op() != Op.SLASH) {
          factors.remove(k);
          factors.set(0, new Factor(Op.NONE, factors.getFirst().item()));
        }
        return factors.size() == 1 ? factors.getFirst().item() : new Notation.Juxtaposed(j.span(), factors);
      }));
    }
  }

  // --- what it comes to

  /** In: where it starts. Out: its value at the letter. */
  Notation closed(Notation start) {
    Notation end = new Notation.Symbol(HERE, letter);
    Notation index = new Notation.Symbol(HERE, running);
    List<Signed> sum = new ArrayList<>();
    if (!Conditions.isNumeral(start, "0")) {
      sum.add(new Signed(Sign.PLUS, isOne() ? start : product(power(end), bracketed(start))));
    }
    Notation added = terms.isEmpty() ? new Notation.Numeral(HERE, "0") : bracketed(Put.in(sum(terms), letter, index));
    Notation weight = power(new Notation.Summed(HERE, List.of(new Signed(Sign.PLUS, end), new Signed(Sign.MINUS, index))));
    Notation from = new Notation.Compared(HERE, List.of(index, ONE), List.of(RelationSign.EQUAL));
    sum.add(new Signed(Sign.PLUS, new Notation.BigOperator(HERE, "sum", Optional.of(from), Optional.of(end), isOne() ? added : product(weight, added))));
    return sum.size() == 1 ? sum.getFirst().item() : new Notation.Summed(HERE, sum);
  }

  /** In: the value at the step before, and the step. Out: that at the step. */
  Notation next(Notation before, Notation step) {
    List<Signed> sum = new ArrayList<>();
    if (!Conditions.isNumeral(before, "0")) {
      sum.add(new Signed(Sign.PLUS, isOne() ? before : product(bracketed(sum(factors)), bracketed(before))));
    }
    terms.forEach(t -> sum.add(new Signed(t.sign(), Put.in(t.item(), letter, step))));
    return sum.isEmpty() ? new Notation.Numeral(HERE, "0") : sum(sum);
  }

  /** In: where it starts, and a step. Out: the value there, step by step. */
  Notation at(Notation start, int step) {
    Notation value = start;
    for (int k = 1; k <= step; k++) {
      value = next(value, new Notation.Numeral(HERE, Integer.toString(k)));
    }
    return value;
  }

  /** The closed form at step 1, its sum of one term written out. */
  Notation first(Notation start) {
    Notation added = terms.isEmpty() ? new Notation.Numeral(HERE, "0") : bracketed(Put.in(sum(terms), letter, ONE));
    Notation none = new Notation.Summed(HERE, List.of(new Signed(Sign.PLUS, ONE), new Signed(Sign.MINUS, ONE)));
    return new Notation.Summed(HERE, List.of(new Signed(Sign.PLUS, product(power(ONE), bracketed(start))), new Signed(Sign.PLUS, product(power(none), added))));
  }

  /** Whether what is added is the same at each step. */
  boolean adds() {
    return terms.stream().anyMatch(t -> holds(t.item(), letter));
  }

  private boolean isOne() {
    return factors.size() == 1 && factors.getFirst().equals(new Signed(Sign.PLUS, ONE));
  }

  private Notation power(Notation exponent) {
    Notation base = factors.size() == 1 && factors.getFirst().sign() == Sign.PLUS ? factors.getFirst().item() : sum(factors);
    boolean name = base instanceof Notation.Symbol || base instanceof Notation.Numeral || (base instanceof Notation.Scripted s && s.sup().isEmpty());
    return name && base instanceof Notation.Scripted s ? new Notation.Scripted(HERE, s.base(), s.sub(), Optional.of(exponent), 0) : new Notation.Scripted(HERE, name ? base : bracketed(base), Optional.empty(), Optional.of(exponent), 0);
  }

  private static Notation sum(List<Signed> items) {
    return items.size() == 1 && items.getFirst().sign() == Sign.PLUS ? items.getFirst().item() : new Notation.Summed(HERE, items);
  }

  static Notation bracketed(Notation n) {
    boolean closed = n instanceof Notation.Bracketed || n instanceof Notation.Symbol || n instanceof Notation.Numeral || n instanceof Notation.Fraction || (n instanceof Notation.Scripted s && !(s.base() instanceof Notation.Bracketed));
    return closed ? n : new Notation.Bracketed(n.span(), "(", n, ")");
  }

  private static Notation product(Notation a, Notation b) {
    return new Notation.Juxtaposed(HERE, List.of(new Factor(Op.NONE, a), new Factor(Op.DOT, b)));
  }

  /** Puts something in the place of a letter. */
  record Put(String letter, Notation by) {
    static Notation in(Notation n, String letter, Notation by) {
      return new Put(letter, by).in(n);
    }

    private Notation in(Notation n) {
      if (isLetter(n, letter)) {
        return by;
      }
      Notation inner = Templates.mapped(n, this::in);
      return inner instanceof Notation.Summed s ? flat(s) : inner;
    }

    /** (t - 1) - s as t - 1 - s. */
    private static Notation flat(Notation.Summed s) {
      List<Signed> items = new ArrayList<>();
      for (Signed i : s.items()) {
        if (i.sign() == Sign.PLUS && i.item() instanceof Notation.Summed inner) {
          items.addAll(inner.items());
        } else {
          items.add(new Signed(i.sign(), i.item() instanceof Notation.Summed ? bracketed(i.item()) : i.item()));
        }
      }
      return new Notation.Summed(s.span(), items);
    }
  }
}
