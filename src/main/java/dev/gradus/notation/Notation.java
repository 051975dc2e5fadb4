package dev.gradus.notation;

import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree of a formula as printed. Spans are those of the source. */
public sealed interface Notation {
  Span span();

  /** All parts, in printed order but for scripts, which come behind what they stand on. */
  default List<Notation> parts() {
    return switch (this) {
      case Numeral x -> List.of();
      case Symbol x -> List.of();
      case Words x -> List.of();
      case Styled s -> List.of(s.body());
      case Accented a -> List.of(a.body());
      case Scripted s -> joined(Optional.of(s.base()), s.sub(), s.sup());
      case Fraction f -> List.of(f.numerator(), f.denominator());
      case Root r -> joined(Optional.of(r.radicand()), r.degree(), Optional.empty());
      case Bracketed b -> List.of(b.body());
      case Listed l -> l.items();
      case Conditioned c -> List.of(c.left(), c.right());
      case Compared c -> c.sides();
      case Infix i -> List.of(i.left(), i.right());
      case Summed s -> s.items().stream().map(Signed::item).toList();
      case Juxtaposed j -> j.factors().stream().map(Factor::item).toList();
      case BigOperator b -> joined(Optional.of(b.body()), b.sub(), b.sup());
      case Table t -> t.rows().stream().flatMap(List::stream).toList();
      case Annotated a -> joined(Optional.of(a.body()), a.label(), Optional.empty());
      case Factorial f -> List.of(f.body());
      case Dots d -> List.of();
      case Empty e -> List.of();
      case Unreadable u -> List.of();
    };
  }

  private static List<Notation> joined(Optional<Notation> first, Optional<Notation> second, Optional<Notation> third) {
    List<Notation> all = new ArrayList<>();
    first.ifPresent(all::add);
    second.ifPresent(all::add);
    third.ifPresent(all::add);
    return all;
  }

  /** Digits as printed: {@code 128}, {@code 0.01}, {@code .5}; the commas of {@code 1{,}000} are left out. */
  record Numeral(Span span, String digits) implements Notation {}

  /**
   * One letter, or a command that stands for one: name without backslash ({@code x}, {@code sigma}, {@code partial}, {@code nabla}, {@code infty},
   * {@code ell}, {@code prime}). Unicode letters are given their command's name (σ is {@code sigma}); variants fold ({@code varepsilon} is {@code
   * epsilon}, {@code varphi} is {@code phi}).
   */
  record Symbol(Span span, String name) implements Notation {}

  /**
   * A name of several letters or an upright word: {@code \log}, {@code \operatorname{softmax}}, {@code \text{if }}, {@code \mathrm{CE}}, {@code
   * \texttt{gvdot}}, and bare known names ({@code softmax}, {@code log}, {@code exp}, {@code ReLU}). Text as printed, trimmed.
   */
  record Words(Span span, String text) implements Notation {}

  /** {@code \mathbf{x}}, {@code \bm x}, {@code \mathcal L}, {@code \mathbb R}: style is the command's name; {@code \bf}, {@code \boldsymbol}, {@code \bm} are {@code mathbf}. */
  record Styled(Span span, String style, Notation body) implements Notation {}

  /** {@code \hat y}: accent is hat, bar, tilde, dot, ddot, vec, check (wide forms fold; overline is bar, underline is underline). */
  record Accented(Span span, String accent, Notation body) implements Notation {}

  /** Sub- and superscript in any printed order, and primes. A prime inside a superscript counts here too ({@code f^{\prime}}). */
  record Scripted(Span span, Notation base, Optional<Notation> sub, Optional<Notation> sup, int primes) implements Notation {}

  record Fraction(Span span, Notation numerator, Notation denominator) implements Notation {}

  record Root(Span span, Notation radicand, Optional<Notation> degree) implements Notation {}

  /**
   * Brackets: open and close are a parenthesis, a square bracket, an escaped brace, a bar, a double bar, \langle, \lfloor, \lceil or a dot, and their partners ({@code .} is an invisible one). Half-open
   * pairs such as {@code [0,1)} are kept as printed.
   */
  record Bracketed(Span span, String open, Notation body, String close) implements Notation {}

  /**
   * Items between commas, semicolons or {@code \quad}; they bind less than a relation ({@code i,j=1} is a list of {@code i} and {@code j=1}) and more than a bar
   * ({@code P(a,b|c)}).
   */
  record Listed(Span span, List<Notation> items) implements Notation {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /** {@code a | b}, {@code a \mid b}, {@code a \| b} inside brackets. */
  record Conditioned(Span span, Notation left, Notation right) implements Notation {}

  /** A relation inside brackets or scripts: {@code i=1}, {@code i \ne j}, {@code -m \le j \le m}. One side more than signs. */
  record Compared(Span span, List<Notation> sides, List<RelationSign> signs) implements Notation {
    public Compared {
      sides = List.copyOf(sides);
      signs = List.copyOf(signs);
    }
  }

  /** An infix sign of low priority: op is in, notin, to, mapsto, colon, sim, subset, cup, cap, setminus, wedge, vee, forall, exists. */
  record Infix(Span span, Notation left, String op, Notation right) implements Notation {}

  /** {@code a + b - c}; a single negated item is a sum of one. */
  record Summed(Span span, List<Signed> items) implements Notation {
    public Summed {
      items = List.copyOf(items);
    }
  }

  record Signed(Sign sign, Notation item) {}

  enum Sign {
    PLUS,
    MINUS,
    PLUS_MINUS,
    MINUS_PLUS
  }

  /**
   * Factors side by side, in printed order; what a name takes as its argument is left to the reading. Words that join formulas ({@code 0 \text{ if } x>0}) stand
   * between whole sums or relations as factors.
   */
  record Juxtaposed(Span span, List<Factor> factors) implements Notation {
    public Juxtaposed {
      factors = List.copyOf(factors);
    }
  }

  /** A factor with the sign before it; of the first one {@link Op#NONE}. */
  record Factor(Op op, Notation item) {}

  /** How a factor is joined to those before it. */
  enum Op {
    NONE,
    /** {@code \cdot}, {@code ·} */
    DOT,
    /** {@code \times}, {@code ×} */
    TIMES,
    /** {@code /}, {@code \div} */
    SLASH,
    /** {@code *}, {@code \ast} */
    STAR,
    /** {@code \circ} */
    CIRC,
    /** {@code \odot}, {@code .*}, {@code \otimes} keeps its own */
    ODOT,
    OTIMES
  }

  /**
   * {@code \sum}, {@code \prod}, {@code \int}, {@code \lim}, {@code \max}, {@code \min}, {@code \arg\max} (argmax), {@code \sup}, {@code \inf}, {@code \bigcup}: name
   * without backslash. The body is the product that follows, up to the next +, −, relation or separator; empty when nothing follows. {@code \max(a,b)}
   * without scripts has the brackets as its body.
   */
  record BigOperator(Span span, String name, Optional<Notation> sub, Optional<Notation> sup, Notation body) implements Notation {}

  /** cases, matrix, pmatrix, array, aligned, substack, ... : rows of cells; {@code \binom} is a {@code binom} of two rows. */
  record Table(Span span, String environment, List<List<Notation>> rows) implements Notation {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * Something written over or under, or around, without changing the value: kind is underbrace, overbrace, underset, overset, cancel. {@code \boxed} and
   * {@code \displaystyle} leave no node.
   */
  record Annotated(Span span, String kind, Notation body, Optional<Notation> label) implements Notation {}

  /** {@code n!} */
  record Factorial(Span span, Notation body) implements Notation {}

  /** {@code \ldots}, {@code \cdots}, {@code ...} */
  record Dots(Span span) implements Notation {}

  /** Nothing where something could stand: {@code \frac{}{2}}, an empty cell, the blank of {@code |\cdot|}. */
  record Empty(Span span) implements Notation {}

  /** What was not understood; the text of the span is lost to meaning, so whatever contains it is not read. */
  record Unreadable(Span span, String expected) implements Notation {}
}
