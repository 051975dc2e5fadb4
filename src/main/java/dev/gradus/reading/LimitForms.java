package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Limits, printed with \\lim or with an arrow (READING 13). */
final class LimitForms {
  /** Letters that stand for any real number by custom; of the others the text may mean positive or whole values only. */
  private static final List<String> REAL = List.of("x", "y", "z", "u", "v", "w", "h");

  private static final List<String> ACCENTS = List.of("\\hat", "\\bar", "\\tilde", "\\overline", "\\mathcal", "\\widehat", "\\dot");
  private static final List<String> LOSSES = List.of("L", "J", "E", "F", "\\ell", "l", "p", "q", "y", "h", "s", "f", "g", "P");

  private final Elaborator elaborator;
  private final Session session;

  LimitForms(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  Value read(Notation.BigOperator b) {
    if (b.sup().isPresent() || b.body() instanceof Notation.Empty) {
      throw Misfit.notBuilt("this limit");
    }
    return read(b.sub().orElseThrow(() -> Misfit.notBuilt("a limit without its variable")), b.body());
  }

  /** The limit of an expression as {@code approach} (x \\to a) says, in every component. */
  Value read(Notation approach, Notation body) {
    List<Notation> said = said(approach);
    if (!(said.get(0) instanceof Notation.Infix to) || !to.op().equals("to")) {
      throw Misfit.notBuilt("what is written under \\lim");
    }
    Mention letter = session.mentions().of(to.left()).filter(m -> m.bare() && m.indices().isEmpty()).orElseThrow(() -> Misfit.notBuilt("a limit of something else than a letter"));
    Function.Toward toward = toward(to.right());
    for (Notation more : said.subList(1, said.size())) {
      toward = restricted(toward, letter, to.right(), more);
    }
    Family variable = variable(letter);
    Term inside = inside(letter, variable, body);
    Value read = lastRead;
    Optional<Term> at = target(to.right());
    if (toward == Function.Toward.BOTH && !REAL.contains(letter.key())) {
      toward = Function.Toward.EITHER;
    }
    if (at.isPresent() && !(at.get() instanceof Rational)) {
      Family step = session.dummy();
      inside = Session.put(inside, variable, Terms.sum(at.get(), step.at()));
      return read.with(new Term.Apply(new Function.Limit(step, toward, Rational.ZERO), inside));
    }
    Rational place = at.filter(t -> t instanceof Rational).map(t -> (Rational) t).orElse(Rational.ZERO);
    return read.with(new Term.Apply(new Function.Limit(variable, toward, place), inside));
  }

  private Value lastRead = Value.number(Rational.ZERO);
  private boolean letterInIndex;

  private static List<Notation> said(Notation approach) {
    return switch (approach) {
      case Notation.Listed l -> l.items();
      case Notation.Table t when t.environment().equals("substack") && t.rows().stream().allMatch(r -> r.size() == 1) -> t.rows().stream().map(r -> r.get(0)).toList();
      case Notation.Bracketed b when b.open().equals("(") -> said(b.body());
      default -> List.of(approach);
    };
  }

  /** Whether a notation is infinity, with which sign; 0 for anything else. */
  static int infinity(Notation n) {
    if (n instanceof Notation.Symbol s) {
      return s.name().equals("infty") ? 1 : 0;
    }
    if (n instanceof Notation.Summed s && s.items().size() == 1) {
      int sign = infinity(s.items().get(0).item());
      return s.items().get(0).sign() == Notation.Sign.PLUS ? sign : s.items().get(0).sign() == Notation.Sign.MINUS ? -sign : 0;
    }
    return 0;
  }

  private static Function.Toward toward(Notation place) {
    int sign = infinity(place);
    if (sign != 0) {
      return sign > 0 ? Function.Toward.INFINITY : Function.Toward.MINUS_INFINITY;
    }
    return switch (mark(place)) {
      case "plus" -> Function.Toward.ABOVE;
      case "minus" -> Function.Toward.BELOW;
      default -> Function.Toward.BOTH;
    };
  }

  private static String mark(Notation place) {
    return place instanceof Notation.Scripted s && s.sub().isEmpty() && s.primes() == 0 && s.sup().filter(p -> p instanceof Notation.Symbol).isPresent() && s.sup().get() instanceof Notation.Symbol p
        ? p.name()
        : "";
  }

  /** The number that the variable tends to; none for infinity. */
  private Optional<Term> target(Notation place) {
    if (infinity(place) != 0) {
      return Optional.empty();
    }
    boolean sided = mark(place).equals("plus") || mark(place).equals("minus");
    Term at = session.unfold(elaborator.number(sided && place instanceof Notation.Scripted s ? s.base() : place), Collections.emptySet());
    return Optional.of(Powers.rational(at).<Term>map(r -> r).orElse(at));
  }

  /** x \\to 0, x > 0 */
  private Function.Toward restricted(Function.Toward toward, Mention letter, Notation place, Notation more) {
    boolean about =
        more instanceof Notation.Compared c
            && c.signs().size() == 1
            && toward == Function.Toward.BOTH
            && session.mentions().of(c.sides().get(0)).filter(m -> m.bare() && m.key().equals(letter.key())).isPresent()
            && dev.gradus.notation.Outline.of(c.sides().get(1)).equals(dev.gradus.notation.Outline.of(place));
    if (about && more instanceof Notation.Compared c && (c.signs().get(0) == RelationSign.GREATER || c.signs().get(0) == RelationSign.LESS)) {
      return c.signs().get(0) == RelationSign.GREATER ? Function.Toward.ABOVE : Function.Toward.BELOW;
    }
    throw Misfit.notBuilt("what is written under \\lim");
  }

  /** The letter's own name if it is a plain number elsewhere, so that what is said of it counts. */
  private Family variable(Mention letter) {
    boolean taken =
        session.names.definition(letter.key(), session.part).isPresent()
            || session.elements.containsKey(letter.key())
            || session.arguments.containsKey(letter.key())
            || session.ranges.namedBy(letter.key()).isPresent();
    if (taken) {
      return session.dummy();
    }
    Value own = elaborator.mention(letter);
    return own.isNumber() && own.body() instanceof Term.Entry e && e.family().isScalar() && e.family().kind() == Family.Kind.VARIABLE ? e.family() : session.dummy();
  }

  /** The expression, definitions unfolded, with the variable for the letter wherever it comes from. */
  private Term inside(Mention letter, Family variable, Notation body) {
    Value before = session.arguments.put(letter.key(), Value.number(variable.at()));
    Index element = session.elements.remove(letter.key());
    try {
      lastRead = elaborator.read(body);
    } finally {
      if (before == null) {
        session.arguments.remove(letter.key());
      } else {
        session.arguments.put(letter.key(), before);
      }
      if (element != null) {
        session.elements.put(letter.key(), element);
      } else {
        letterInIndex |= session.elements.remove(letter.key()) != null;
      }
    }
    lastRead = session.now(lastRead);
    Term inside = session.unfold(lastRead.body(), Collections.emptySet());
    for (Family f : Terms.families(inside)) {
      if (f.name().equals(letter.key()) && !f.equals(variable)) {
        if (!f.isScalar()) {
          throw Misfit.shape(letter.key() + " is an array elsewhere");
        }
        inside = Session.put(inside, f, variable.at());
      }
    }
    if (Terms.families(inside).stream().anyMatch(f -> !f.name().equals(variable.name()) && mayDepend(f))) {
      throw Misfit.notBuilt("a limit of what may depend on its variable in ways that are not written");
    }
    boolean shown = Terms.families(inside).contains(variable) || (Terms.families(inside).isEmpty() && Terms.openIndices(inside).isEmpty());
    boolean indexed = Terms.openIndices(inside).stream().anyMatch(i -> i instanceof Index.Free f && f.name().equals(letter.key()));
    if (!shown || indexed || letterInIndex) {
      throw Misfit.notBuilt("a limit of what does not show how it depends on its variable");
    }
    boolean grows = session.ranges.namedBy(letter.key()).filter(r -> Terms.ranges(lastRead.body()).stream().anyMatch(q -> session.ranges.same(q, r))).isPresent();
    if (grows) {
      throw Misfit.notBuilt("a size that grows");
    }
    return inside;
  }

  /** An estimate or a loss changes with what it is made from, also where that is not written: \\hat\\theta as n grows. */
  private static boolean mayDepend(Family family) {
    String name = family.name();
    boolean accented = ACCENTS.stream().anyMatch(name::startsWith);
    return accented || LOSSES.contains(name) || (!name.startsWith("\\") && name.length() > 2 && name.chars().allMatch(Character::isLetter));
  }

  /** The terms behind a limit that hold its variable belong to it, brackets or not; the sum with them taken in. */
  Notation.Summed takenIn(Notation.Summed s) {
    for (int k = 0; k + 1 < s.items().size(); k++) {
      Notation.Signed item = s.items().get(k);
      if (item.item() instanceof Notation.BigOperator b && b.name().equals("lim") && b.sub().isPresent() && said(b.sub().get()).get(0) instanceof Notation.Infix to) {
        Set<String> letter = new TreeSet<>();
        Definitions.collect(to.left(), session.mentions(), letter);
        int last = -1;
        for (int m = k + 1; m < s.items().size(); m++) {
          Set<String> found = new TreeSet<>();
          Definitions.collect(s.items().get(m).item(), session.mentions(), found);
          last = found.containsAll(letter) ? m : last;
        }
        if (last > 0 && item.sign() != Notation.Sign.PLUS) {
          throw ends();
        }
        if (last > 0) {
          List<Notation.Signed> inner = new ArrayList<>(List.of(new Notation.Signed(Notation.Sign.PLUS, b.body())));
          inner.addAll(s.items().subList(k + 1, last + 1));
          List<Notation.Signed> outer = new ArrayList<>(s.items().subList(0, k));
          outer.add(new Notation.Signed(item.sign(), new Notation.BigOperator(b.span(), b.name(), b.sub(), b.sup(), new Notation.Summed(s.span(), inner))));
          outer.addAll(s.items().subList(last + 1, s.items().size()));
          return new Notation.Summed(s.span(), outer);
        }
      }
      for (String letter : variables(item.item())) {
        for (Notation.Signed later : s.items().subList(k + 1, s.items().size())) {
          if (mentions(later.item(), letter) && !variables(later.item()).contains(letter)) {
            throw ends();
          }
        }
      }
    }
    return s;
  }

  private static Misfit ends() {
    return Misfit.notBuilt("where this limit ends");
  }

  private boolean mentions(Notation n, String letter) {
    return Definitions.mentions(n, letter, session.mentions());
  }

  /** The letters that go somewhere in the limits of an expression. */
  private Set<String> variables(Notation n) {
    Set<String> found = new TreeSet<>();
    if (n instanceof Notation.BigOperator b && b.name().equals("lim") && b.sub().isPresent() && said(b.sub().get()).get(0) instanceof Notation.Infix to) {
      Definitions.collect(to.left(), session.mentions(), found);
    }
    Notations.children(n).forEach(child -> found.addAll(variables(child)));
    return found;
  }

  /**
   * A side of a relation: infinity, where the relation allows it (READING 13): as what a limit is, or as what everything finite lies below.
   *
   * @param other the side across
   */
  Value side(Notation side, Claim.Order order, Notation other) {
    for (String letter : variables(other)) {
      if (mentions(side, letter) && !variables(side).contains(letter)) {
        // ln(1+e^x) -> x: how one grows like the other, no limit
        throw Misfit.notBuilt("the variable of a limit on the other side");
      }
    }
    int sign = infinity(side);
    boolean ordered = order != Claim.Order.EQUAL && order != Claim.Order.NOT_EQUAL;
    if (sign == 0 && Infinities.in(side)) {
      return new Infinities(elaborator).read(side);
    }
    Optional<Notation> atZero = sign == 0 && infinity(other) != 0 && order == Claim.Order.EQUAL ? Infinities.logarithm(side) : Optional.empty();
    if (atZero.isPresent()) {
      return new Infinities(elaborator).read(atZero.get());
    }
    boolean limit = !variables(other).isEmpty() || Infinities.in(other) || Infinities.logarithm(other).isPresent();
    if (sign == 0 || infinity(other) != 0 || !(ordered || limit)) {
      return elaborator.read(side);
    }
    return Value.number(sign > 0 ? Terms.infinity() : Terms.negate(Terms.infinity()));
  }

  /** Whether a limit stands in the formula, or infinity as a number. */
  static boolean in(Notation n) {
    return Infinities.in(n) || (n instanceof Notation.BigOperator b && b.name().equals("lim")) || Notations.children(n).stream().anyMatch(LimitForms::in);
  }
}
