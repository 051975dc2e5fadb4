package dev.gradus.notation;

import dev.gradus.document.RelationSign;

/** Spellings that mean the same: the text of a word as it was lexed, to the text that {@link Notation} documents. */
final class Commands {
  private Commands() {}

  /** The canonical text of a word: the name of a letter, the {@code Op}, the {@code Sign}, the {@code RelationSign}, the bracket, ... */
  static String canonical(int type, String text) {
    return switch (type) {
      case FormulaLexer.LETTER -> letter(bare(text));
      case FormulaLexer.OP -> operator(bare(text)).name();
      case FormulaLexer.SIGN -> sign(text).name();
      case FormulaLexer.RELATION -> RelationSign.of(text).orElse(RelationSign.NOT_EQUAL).name(); // else != or \not and its sign
      case FormulaLexer.OPEN, FormulaLexer.CLOSE -> bracket(text);
      case FormulaLexer.BAR -> "|";
      case FormulaLexer.DOUBLE_BAR -> text.equals("||") ? text : "\\|"; // which of both || is, Bars decides
      case FormulaLexer.ACCENT -> accent(bare(text));
      case FormulaLexer.STYLE, FormulaLexer.SWITCH -> style(bare(text));
      case FormulaLexer.COLON -> "colon";
      case FormulaLexer.ARROW -> bare(text).endsWith("mapsto") ? "mapsto" : "to";
      case FormulaLexer.MEMBER -> member(text);
      case FormulaLexer.JOIN -> join(bare(text));
      case FormulaLexer.CANCEL -> "cancel";
      case FormulaLexer.BEGIN, FormulaLexer.END -> environment(text);
      case FormulaLexer.BIG, FormulaLexer.NAME, FormulaLexer.QUANTIFIER, FormulaLexer.BRACED, FormulaLexer.STACK -> bare(text);
      default -> text;
    };
  }

  private static String bare(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private static String environment(String text) {
    String name = text.substring(text.indexOf('{') + 1, text.indexOf('}'));
    return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
  }

  private static String letter(String name) {
    return switch (name) {
      case "infin" -> "infty";
      case "imath" -> "i";
      case "jmath" -> "j";
      case "varnothing" -> "emptyset";
      case "bot" -> "perp";
      case "dag" -> "dagger";
      case "Box" -> "square";
      default -> name.length() > 3 && name.startsWith("var") ? name.substring(3) : name;
    };
  }

  private static Notation.Op operator(String name) {
    return switch (name) {
      case "*", "ast" -> Notation.Op.STAR;
      case "/", "./", "div", "slash", "oslash" -> Notation.Op.SLASH;
      case "times" -> Notation.Op.TIMES;
      case "circ" -> Notation.Op.CIRC;
      case "odot", ".*" -> Notation.Op.ODOT;
      case "otimes" -> Notation.Op.OTIMES;
      default -> Notation.Op.DOT;
    };
  }

  private static Notation.Sign sign(String text) {
    return switch (text) {
      case "+" -> Notation.Sign.PLUS;
      case "-" -> Notation.Sign.MINUS;
      case "\\pm" -> Notation.Sign.PLUS_MINUS;
      default -> Notation.Sign.MINUS_PLUS;
    };
  }

  /** In scripts an operator may stand for itself, as a letter: {@code W_{:,k}}, {@code w_{k\cdot}}, {@code x^*}, {@code 0^+}. */
  static String symbol(String canonical) {
    return switch (canonical) {
      case "STAR" -> "ast";
      case "DOT" -> "cdot";
      case "PLUS" -> "plus";
      case "MINUS" -> "minus";
      case "PLUS_MINUS" -> "pm";
      case "MINUS_PLUS" -> "mp";
      case "SLASH" -> "slash";
      case "TIMES" -> "times";
      case "CIRC" -> "circ";
      case "ODOT" -> "odot";
      case "OTIMES" -> "otimes";
      default -> canonical;
    };
  }

  /** Whether a run of letters is a Greek letter's name written out; the short names could be products. */
  static boolean isGreekName(String run) {
    return switch (run) {
      case "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma", "omega", "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Omega" -> true;
      default -> false;
    };
  }

  private static String bracket(String text) {
    return switch (text) {
      case "\\lbrace" -> "\\{";
      case "\\rbrace" -> "\\}";
      case "\\lbrack" -> "[";
      case "\\rbrack" -> "]";
      case "\\lvert", "\\rvert" -> "|";
      case "\\lVert", "\\rVert" -> "\\|";
      default -> text;
    };
  }

  /** The closing partner of an opening bracket. */
  static String partner(String open) {
    return switch (open) {
      case "(" -> ")";
      case "[" -> "]";
      case "\\{" -> "\\}";
      case "\\langle" -> "\\rangle";
      case "\\lfloor" -> "\\rfloor";
      case "\\lceil" -> "\\rceil";
      default -> open;
    };
  }

  private static String accent(String name) {
    return switch (name) {
      case "widehat" -> "hat";
      case "overline", "widebar" -> "bar";
      case "widetilde" -> "tilde";
      case "overrightarrow" -> "vec";
      case "widecheck" -> "check";
      default -> name;
    };
  }

  private static String style(String name) {
    return switch (name) {
      case "bm", "boldsymbol", "pmb", "bf", "bfseries", "boldmath", "symbf", "bold" -> "mathbf";
      case "rm" -> "mathrm";
      case "cal" -> "mathcal";
      case "scr" -> "mathscr";
      case "frak" -> "mathfrak";
      case "it", "mathnormal" -> "mathit";
      case "sf" -> "mathsf";
      case "tt" -> "mathtt";
      case "mathds", "mathbbm", "Bbb" -> "mathbb";
      default -> name;
    };
  }

  /** The style of a single letter in a text command: {@code \textbf{x}}. */
  static String textStyle(String command) {
    return switch (command) {
      case "\\textbf" -> "mathbf";
      case "\\textit", "\\emph" -> "mathit";
      case "\\textsf" -> "mathsf";
      case "\\texttt" -> "mathtt";
      default -> "mathrm";
    };
  }

  private static String member(String text) {
    return switch (bare(text)) {
      case "in" -> "in";
      case "sim" -> "sim";
      case "subset", "subseteq", "subsetneq" -> "subset";
      default -> "notin";
    };
  }

  private static String join(String name) {
    return switch (name) {
      case "backslash" -> "setminus";
      case "land" -> "wedge";
      case "lor" -> "vee";
      default -> name;
    };
  }
}
