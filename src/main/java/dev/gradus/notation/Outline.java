package dev.gradus.notation;

import dev.gradus.document.RelationSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notation as one readable line, for tests and {@code explain}: letters and numbers as they are, words in quotes, everything else as {@code (what
 * parts...)}. An operator between factors stands before its factor, a script behind {@code _} or {@code ^}.
 */
public final class Outline {
  private Outline() {}

  /** In: any notation. Out: its line; the same for equal trees whatever their spans. */
  public static String of(Notation notation) {
    return switch (notation) {
      case Notation.Numeral n -> n.digits();
      case Notation.Symbol s -> s.name();
      case Notation.Words w -> "\"" + w.text() + "\"";
      case Notation.Styled s -> list(s.style(), of(s.body()));
      case Notation.Accented a -> list(a.accent(), of(a.body()));
      case Notation.Scripted s -> scripted(s);
      case Notation.Fraction f -> list("frac", of(f.numerator()), of(f.denominator()));
      case Notation.Root r -> list("root", of(r.radicand()) + after(" ", r.degree()));
      case Notation.Bracketed b -> list("br" + b.open() + b.close(), of(b.body()));
      case Notation.Listed l -> list("list", all(l.items()));
      case Notation.Conditioned c -> list("given", of(c.left()), of(c.right()));
      case Notation.Compared c -> compared(c);
      case Notation.Infix i -> list(i.op(), of(i.left()), of(i.right()));
      case Notation.Summed s -> summed(s);
      case Notation.Juxtaposed j -> juxtaposed(j);
      case Notation.BigOperator b -> list("big " + b.name() + after(" _", b.sub()) + after(" ^", b.sup()), of(b.body()));
      case Notation.Table t -> table(t);
      case Notation.Annotated a -> list(a.kind(), of(a.body()) + after(" ", a.label()));
      case Notation.Factorial f -> list("factorial", of(f.body()));
      case Notation.Dots d -> "...";
      case Notation.Empty e -> "()";
      case Notation.Unreadable u -> list("unreadable", u.expected());
    };
  }

  private static String list(String head, String... parts) {
    return "(" + head + " " + String.join(" ", parts) + ")";
  }

  private static String all(List<Notation> items) {
    List<String> lines = new ArrayList<>();
    for (Notation item : items) {
      lines.add(of(item));
    }
    return String.join(" ", lines);
  }

  private static String summed(Notation.Summed sum) {
    List<String> items = new ArrayList<>();
    for (Notation.Signed item : sum.items()) {
      items.add(sign(item.sign()) + of(item.item()));
    }
    return list("sum", items.toArray(String[]::new));
  }

  private static String juxtaposed(Notation.Juxtaposed product) {
    List<String> factors = new ArrayList<>();
    for (Notation.Factor factor : product.factors()) {
      factors.add(operator(factor.op()) + of(factor.item()));
    }
    return list("jux", factors.toArray(String[]::new));
  }

  private static String table(Notation.Table table) {
    List<String> rows = new ArrayList<>();
    for (List<Notation> row : table.rows()) {
      rows.add(list("row", all(row)));
    }
    return list(table.environment(), rows.toArray(String[]::new));
  }

  private static String after(String mark, Optional<Notation> part) {
    return part.isPresent() ? mark + of(part.get()) : "";
  }

  private static String scripted(Notation.Scripted s) {
    return list("scr", of(s.base()) + "'".repeat(s.primes()) + after(" _", s.sub()) + after(" ^", s.sup()));
  }

  private static String compared(Notation.Compared c) {
    StringBuilder line = new StringBuilder("(rel ").append(of(c.sides().getFirst()));
    for (int i = 0; i < c.signs().size(); i++) {
      line.append(' ').append(sign(c.signs().get(i))).append(' ').append(of(c.sides().get(i + 1)));
    }
    return line.append(')').toString();
  }

  private static String sign(RelationSign sign) {
    return sign == RelationSign.ASKED ? "?=" : sign.symbol();
  }

  private static String sign(Notation.Sign sign) {
    return switch (sign) {
      case PLUS -> "+";
      case MINUS -> "-";
      case PLUS_MINUS -> "+-";
      case MINUS_PLUS -> "-+";
    };
  }

  private static String operator(Notation.Op op) {
    return switch (op) {
      case NONE -> "";
      case DOT -> "\\cdot ";
      case TIMES -> "\\times ";
      case SLASH -> "/ ";
      case STAR -> "* ";
      case CIRC -> "\\circ ";
      case ODOT -> "\\odot ";
      case OTIMES -> "\\otimes ";
    };
  }
}
