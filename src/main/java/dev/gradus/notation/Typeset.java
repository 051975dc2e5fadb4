package dev.gradus.notation;

import dev.gradus.document.RelationSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notation as LaTeX that reads back as the same notation: how a mended formula is shown. */
public final class Typeset {
  /** Names that have a command of their own. */
  private static final List<String> COMMANDS =
      List.of("log", "ln", "lg", "exp", "sin", "cos", "tan", "cot", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "det", "dim");

  private Typeset() {}

  /** In: any notation without unreadable parts. Out: its LaTeX. */
  public static String of(Notation notation) {
    return switch (notation) {
      case Notation.Numeral n -> n.digits();
      case Notation.Symbol s -> symbol(s.name());
      case Notation.Words w -> words(w.text());
      case Notation.Styled s -> "\\" + s.style() + braced(s.body());
      case Notation.Accented a -> "\\" + a.accent() + braced(a.body());
      case Notation.Scripted s -> scripted(s);
      case Notation.Fraction f -> "\\frac" + braced(f.numerator()) + braced(f.denominator());
      case Notation.Root r -> "\\sqrt" + r.degree().map(d -> "[" + of(d) + "]").orElse("") + braced(r.radicand());
      case Notation.Bracketed b -> bracketed(b);
      case Notation.Listed l -> String.join(", ", l.items().stream().map(Typeset::of).toList());
      case Notation.Conditioned c -> of(c.left()) + " \\mid " + of(c.right());
      case Notation.Compared c -> compared(c);
      case Notation.Infix i -> listed(i.left()) + infix(i.op()) + listed(i.right());
      case Notation.Summed s -> summed(s);
      case Notation.Juxtaposed j -> juxtaposed(j);
      case Notation.BigOperator b -> joined(big(b.name()) + b.sub().map(x -> "_" + braced(x)).orElse("") + b.sup().map(x -> "^" + braced(x)).orElse(""), body(b.body()));
      case Notation.Table t -> table(t);
      case Notation.Annotated a -> annotated(a);
      case Notation.Factorial f -> grouped(f.body()) + "!";
      case Notation.Dots d -> "\\ldots";
      case Notation.Empty e -> "";
      case Notation.Unreadable u -> "?";
    };
  }

  private static String symbol(String name) {
    return switch (name) {
      case "colon" -> ":";
      case "plus" -> "+";
      case "minus" -> "-";
      case "slash" -> "/";
      default -> name.length() > 1 && name.chars().allMatch(Character::isLetter) ? "\\" + name : name;
    };
  }

  private static String words(String text) {
    boolean letters = text.chars().allMatch(Character::isLetter);
    return COMMANDS.contains(text) ? "\\" + text : (letters && !Names.joins(text) ? "\\operatorname{" : "\\text{") + text + "}";
  }

  private static String braced(Notation n) {
    return "{" + of(n) + "}";
  }

  /** In braces where what stands behind would else belong to a part of it. */
  private static String grouped(Notation n) {
    return switch (n) {
      case Notation.Numeral d when d.digits().length() == 1 -> of(n);
      case Notation.Symbol s -> of(n);
      case Notation.Words w -> of(n);
      case Notation.Bracketed b -> of(n);
      case Notation.Empty e -> "{}";
      default -> braced(n);
    };
  }

  private static String scripted(Notation.Scripted s) {
    boolean scriptable = s.base() instanceof Notation.Styled || s.base() instanceof Notation.Accented || s.base() instanceof Notation.Table;
    String base = scriptable || s.base() instanceof Notation.Numeral ? of(s.base()) : grouped(s.base());
    return base + "'".repeat(s.primes()) + s.sub().map(Typeset::script).map(x -> "_" + x).orElse("") + s.sup().map(Typeset::script).map(x -> "^" + x).orElse("");
  }

  private static String script(Notation n) {
    String text = of(n);
    boolean single = text.length() == 1 && (Character.isLetter(text.charAt(0)) || Character.isDigit(text.charAt(0)));
    return single ? text : "{" + text + "}";
  }

  private static String bracketed(Notation.Bracketed b) {
    boolean paired = Commands.partner(b.open()).equals(b.close()) && !b.open().equals("|") && !b.open().equals("\\|");
    String body = of(b.body());
    if (paired && !tall(b.body())) {
      return joined(b.open(), joined(body, b.close()));
    }
    return joined("\\left" + b.open(), body) + " \\right" + b.close();
  }

  private static boolean tall(Notation n) {
    return switch (n) {
      case Notation.Fraction f -> true;
      case Notation.BigOperator b -> true;
      case Notation.Table t -> true;
      case Notation.Summed s -> s.items().stream().anyMatch(i -> tall(i.item()));
      case Notation.Juxtaposed j -> j.factors().stream().anyMatch(f -> tall(f.item()));
      default -> false;
    };
  }

  private static String compared(Notation.Compared c) {
    StringBuilder text = new StringBuilder(of(c.sides().getFirst()));
    for (int k = 0; k < c.signs().size(); k++) {
      text.append(' ').append(relation(c.signs().get(k))).append(' ').append(of(c.sides().get(k + 1)));
    }
    return text.toString();
  }

  private static String relation(RelationSign sign) {
    return switch (sign) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "\\neq";
      case LESS -> "<";
      case LESS_OR_EQUAL -> "\\leq";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> "\\geq";
      case APPROXIMATE -> "\\approx";
      case IDENTICAL -> "\\equiv";
      case DEFINED_AS -> ":=";
      case PROPORTIONAL -> "\\propto";
      case MUCH_LESS -> "\\ll";
      case MUCH_GREATER -> "\\gg";
      case MATRIX_GREATER_OR_EQUAL -> "\\succeq";
      case MATRIX_LESS_OR_EQUAL -> "\\preceq";
      case MATRIX_GREATER -> "\\succ";
      case MATRIX_LESS -> "\\prec";
      case ASKED -> "\\stackrel{?}{=}";
      case TENDS_TO -> "\\to";
    };
  }

  private static String listed(Notation n) {
    return n instanceof Notation.Listed ? braced(n) : of(n);
  }

  private static String infix(String op) {
    return op.equals("colon") ? " : " : " \\" + op + " ";
  }

  private static String summed(Notation.Summed s) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < s.items().size(); k++) {
      Notation.Signed item = s.items().get(k);
      String sign =
          switch (item.sign()) {
            case PLUS -> k == 0 && s.items().size() > 1 ? "" : "+";
            case MINUS -> "-";
            case PLUS_MINUS -> "\\pm ";
            case MINUS_PLUS -> "\\mp ";
          };
      text.append(k == 0 ? sign : " " + sign + " ").append(item.item() instanceof Notation.Summed ? braced(item.item()) : of(item.item()));
    }
    return text.toString();
  }

  private static String juxtaposed(Notation.Juxtaposed j) {
    String text = "";
    for (int k = 0; k < j.factors().size(); k++) {
      Notation.Factor f = j.factors().get(k);
      boolean open = f.item() instanceof Notation.Summed || f.item() instanceof Notation.Juxtaposed || (f.item() instanceof Notation.BigOperator && k + 1 < j.factors().size());
      String item = open ? braced(f.item()) : of(f.item());
      text = k == 0 ? item : joined(joined(text, operator(f.op())), item);
    }
    return text;
  }

  private static String operator(Notation.Op op) {
    return switch (op) {
      case NONE -> "";
      case DOT -> " \\cdot ";
      case TIMES -> " \\times ";
      case SLASH -> "/";
      case STAR -> " * ";
      case CIRC -> " \\circ ";
      case ODOT -> " \\odot ";
      case OTIMES -> " \\otimes ";
    };
  }

  private static String big(String name) {
    return switch (name) {
      case "argmax" -> "\\operatorname*{argmax}";
      case "argmin" -> "\\operatorname*{argmin}";
      default -> "\\" + name;
    };
  }

  private static String body(Notation n) {
    return n instanceof Notation.Summed ? braced(n) : of(n);
  }

  private static String table(Notation.Table t) {
    if (t.environment().equals("binom") && t.rows().size() == 2) {
      return "\\binom" + braced(t.rows().get(0).get(0)) + braced(t.rows().get(1).get(0));
    }
    List<String> rows = new ArrayList<>();
    for (List<Notation> row : t.rows()) {
      rows.add(String.join(" & ", row.stream().map(Typeset::of).toList()));
    }
    String columns = t.environment().equals("array") ? "{" + "c".repeat(t.rows().stream().mapToInt(List::size).max().orElse(1)) + "}" : "";
    String lines = String.join(" \\\\ ", rows);
    return t.environment().equals("substack")
        ? "\\substack{" + lines + "}"
        : "\\begin{" + t.environment() + "}" + columns + " " + lines + " \\end{" + t.environment() + "}";
  }

  private static String annotated(Notation.Annotated a) {
    Optional<String> label = a.label().map(Typeset::braced);
    return switch (a.kind()) {
      case "overset", "underset" -> "\\" + a.kind() + label.orElse("{}") + braced(a.body());
      case "underbrace" -> "\\underbrace" + braced(a.body()) + label.map(l -> "_" + l).orElse("");
      case "overbrace" -> "\\overbrace" + braced(a.body()) + label.map(l -> "^" + l).orElse("");
      default -> "\\" + a.kind() + braced(a.body());
    };
  }

  /** A space where a command would else take the letter behind it for its own, or two numbers would be one. */
  private static String joined(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left + right;
    }
    char first = right.charAt(0);
    boolean command = Character.isLetter(first) && endsInCommand(left);
    boolean digits = Character.isDigit(first) && Character.isDigit(left.charAt(left.length() - 1));
    return command || digits ? left + " " + right : left + right;
  }

  private static boolean endsInCommand(String text) {
    int at = text.length();
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return at < text.length() && at > 0 && text.charAt(at - 1) == '\\';
  }
}
