package dev.gradus.document;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Spells Unicode mathematics with commands, code point by code point: σ is {@code \sigma}, x² is {@code x^{2}}, 𝐱 is {@code \mathbf{x}}, x̄ is
 * {@code \bar{x}}; an escaped underscore is the index sign ({@link Underscores}). Each character of the spelling carries the span of what it spells, as the characters of an expanded macro do. Words in
 * {@code \text{..}} stay as they are.
 */
public final class CodePoints {
  /** Characters of words in a formula. */
  private static final int WORDS = 1_000;

  private final MathText source;
  private final MathBuilder spelled = new MathBuilder();

  private CodePoints(MathText source) {
    this.source = source;
  }

  /** In: a formula. Out: the same formula in ASCII, but for what no command stands for. */
  public static MathText spell(MathText printed) {
    MathText source = Underscores.unescaped(printed);
    String given = source.text();
    if (given.chars().allMatch(c -> c < 128)) {
      return source;
    }
    CodePoints spelling = new CodePoints(source);
    int at = 0;
    while (at < given.length()) {
      int words = wordsEnd(given, at);
      if (words > at) {
        spelling.spelled.add(source.slice(at, words));
      }
      at = words > at ? words : spelling.step(given, at);
    }
    return spelling.spelled.build();
  }

  /** Behind the words of a {@code \text{..}} that begins at {@code at}; {@code at} where none does. */
  private static int wordsEnd(String given, int at) {
    if (!given.startsWith("\\text{", at) && !given.startsWith("\\mbox{", at)) {
      return at;
    }
    int depth = 0;
    for (int i = at; i < Math.min(given.length(), at + WORDS); i++) {
      depth += given.charAt(i) == '{' ? 1 : given.charAt(i) == '}' ? -1 : 0;
      if (given.charAt(i) == '}' && depth == 0) {
        return i + 1;
      }
    }
    return at;
  }

  /** Spells what begins at {@code at}; where it ends. */
  private int step(String given, int at) {
    int point = given.codePointAt(at);
    int next = at + Character.charCount(point);
    String scripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵗˣʸᵏʲᵐ";
    if (scripts.indexOf(point) >= 0) {
      return run(given, at, "^", scripts, "0123456789+-=()niTtxykjm");
    }
    String subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    if (subscripts.indexOf(point) >= 0) {
      return run(given, at, "_", subscripts, "0123456789+-=()aehijklmnoprstuvx");
    }
    if (next < given.length()) {
      Optional<String> accent = accent(given.codePointAt(next));
      if (accent.isPresent()) {
        put("\\" + accent.get() + "{" + spelling(point) + "}", at, next + Character.charCount(given.codePointAt(next)));
        return next + Character.charCount(given.codePointAt(next));
      }
    }
    put(spelling(point), at, next);
    return next;
  }

  /** Superscript or subscript characters in a row are one script. */
  private int run(String given, int at, String sign, String from, String to) {
    put(sign + "{", at, at + 1);
    int next = at;
    while (next < given.length() && from.indexOf(given.charAt(next)) >= 0) {
      put(String.valueOf(to.charAt(from.indexOf(given.charAt(next)))), next, next + 1);
      next++;
    }
    put("}", next - 1, next);
    return next;
  }

  private void put(String spelling, int from, int to) {
    spelled.add(spelling, source.span(from, to));
  }

  private static Optional<String> accent(int point) {
    return switch (point) {
      case 0x302 -> Optional.of("hat");
      case 0x303 -> Optional.of("tilde");
      case 0x304, 0x305 -> Optional.of("bar");
      case 0x307 -> Optional.of("dot");
      case 0x308 -> Optional.of("ddot");
      case 0x30c -> Optional.of("check");
      case 0x20d7 -> Optional.of("vec");
      case 0x332 -> Optional.of("underline");
      default -> Optional.empty();
    };
  }

  /** ASCII stays; what no table knows is given back as it is, or as U+FFFD if it is beyond the basic plane. */
  private static String spelling(int point) {
    if (point < 128) {
      return Character.toString(point);
    }
    if (point >= 0x391 && point <= 0x3f6) {
      return greek(point);
    }
    if (point >= 0x1d400 && point <= 0x1d7ff) {
      return alphanumeric(point);
    }
    Optional<String> symbol = sign(point).or(() -> symbol(point)).or(() -> doubleStruck(point));
    if (symbol.isPresent()) {
      return symbol.get();
    }
    String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
    if (apart.length() == 2 && apart.charAt(0) < 128 && accent(apart.charAt(1)).isPresent()) {
      return "\\" + accent(apart.charAt(1)).get() + "{" + apart.charAt(0) + "}";
    }
    return point < 0x10000 ? Character.toString(point) : "\ufffd";
  }

  private static String greek(int point) {
    String[] names = {
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma",
      "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };
    if (point >= 0x3b1 && point <= 0x3c9) {
      return "\\" + names[point - 0x3b1] + " ";
    }
    if (point >= 0x391 && point <= 0x3a9) {
      String name = names[point - 0x391];
      // Those that look like Latin letters have no command of their own: they are printed as the letter.
      int like = "ΑΒΕΖΗΙΚΜΝΟΡΤΧ".indexOf(point);
      return like >= 0 ? "ABEZHIKMNOPTX".substring(like, like + 1) : "\\" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + " ";
    }
    return switch (point) {
      case 0x3d1 -> "\\theta ";
      case 0x3d5 -> "\\phi ";
      case 0x3d6 -> "\\pi ";
      case 0x3f0 -> "\\kappa ";
      case 0x3f1 -> "\\rho ";
      case 0x3f5 -> "\\epsilon ";
      default -> Character.toString(point);
    };
  }

  /** The block of mathematical alphanumeric symbols: thirteen Latin alphabets, five Greek ones, five rows of digits. */
  private static String alphanumeric(int point) {
    String[] latin = {
      "mathbf", "", "mathbf", "mathcal", "mathcal", "mathfrak", "mathbb", "mathfrak", "mathsf", "mathsf", "mathsf", "mathsf", "mathtt"
    };
    if (point < 0x1d6a4) {
      int letter = (point - 0x1d400) % 52;
      char plain = (char) (letter < 26 ? 'A' + letter : 'a' + letter - 26);
      return styled(latin[(point - 0x1d400) / 52], String.valueOf(plain));
    }
    if (point >= 0x1d7ce) {
      String[] digits = {"mathbf", "mathbb", "mathsf", "mathsf", "mathtt"};
      return styled(digits[(point - 0x1d7ce) / 10], String.valueOf((point - 0x1d7ce) % 10));
    }
    if (point >= 0x1d6a8 && point < 0x1d7ca) {
      int letter = (point - 0x1d6a8) % 58;
      String style = (point - 0x1d6a8) / 58 == 1 ? "" : "mathbf";
      String name = letter < 25 ? greek(0x391 + (letter == 17 ? 7 : letter)) : letter == 25 ? "\\nabla " : greekSmall(letter - 26);
      return styled(style, name);
    }
    return point == 0x1d6a4 ? "i" : point == 0x1d6a5 ? "j" : "\ufffd";
  }

  private static String greekSmall(int letter) {
    String[] variants = {"\\partial ", "\\epsilon ", "\\theta ", "\\kappa ", "\\phi ", "\\rho ", "\\pi "};
    return letter < 25 ? greek(0x3b1 + letter) : variants[letter - 25];
  }

  private static String styled(String style, String letter) {
    return style.isEmpty() ? letter : "\\" + style + "{" + letter + "}";
  }

  private static Optional<String> doubleStruck(int point) {
    String points = "ℂℍℕℙℚℝℤ";
    String letters = "CHNPQRZ";
    int at = points.indexOf(point);
    if (at >= 0) {
      return Optional.of("\\mathbb{" + letters.charAt(at) + "}");
    }
    at = "ℬℰℱℋℐℒℳℛ".indexOf(point);
    if (at >= 0) {
      return Optional.of("\\mathcal{" + "BEFHILMR".charAt(at) + "}");
    }
    return Optional.empty();
  }

  /** Spaces, operators and relation signs. */
  private static Optional<String> sign(int point) {
    String found =
        switch (point) {
          case 0xa0, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f, 0x3000 -> " ";
          case 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x2061, 0x2062, 0x2064, 0xad -> " ";
          case '−', '–', '‐', '‑' -> "-";
          case '±' -> "\\pm ";
          case '∓' -> "\\mp ";
          case '×', '✕' -> "\\times ";
          case '÷' -> "\\div ";
          case '·', '⋅', '∙' -> "\\cdot ";
          case '∗' -> "*";
          case '∘' -> "\\circ ";
          case '⊙' -> "\\odot ";
          case '⊗' -> "\\otimes ";
          case '⊘' -> "\\oslash ";
          case '∕', '⁄' -> "/";
          case '≤', '⩽' -> "\\le ";
          case '≥', '⩾' -> "\\ge ";
          case '≠' -> "\\ne ";
          case '≈' -> "\\approx ";
          case '≃', '≅' -> "\\simeq ";
          case '≡' -> "\\equiv ";
          case '∝' -> "\\propto ";
          case '≔', '≜', '≝' -> ":=";
          case '≪' -> "\\ll ";
          case '≫' -> "\\gg ";
          case '⪰', '≽' -> "\\succeq ";
          case '⪯', '≼' -> "\\preceq ";
          case '≻' -> "\\succ ";
          case '≺' -> "\\prec ";
          default -> "";
        };
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Everything else: letters, primes, sets, arrows, brackets, fractions. */
  private static Optional<String> symbol(int point) {
    String found =
        switch (point) {
          case '∞' -> "\\infty ";
          case '∂' -> "\\partial ";
          case '∇' -> "\\nabla ";
          case '∑' -> "\\sum ";
          case '∏' -> "\\prod ";
          case '∫' -> "\\int ";
          case '√' -> "\\sqrt ";
          case 'ℓ' -> "\\ell ";
          case 'ℏ' -> "\\hbar ";
          case 'µ' -> "\\mu ";
          case '∅' -> "\\emptyset ";
          case '′', 'ʹ', '’' -> "'";
          case '″' -> "''";
          case '‴' -> "'''";
          case '∈' -> "\\in ";
          case '∉' -> "\\notin ";
          case '⊂', '⊆' -> "\\subset ";
          case '∪' -> "\\cup ";
          case '∩' -> "\\cap ";
          case '∖' -> "\\setminus ";
          case '∧' -> "\\wedge ";
          case '∨' -> "\\vee ";
          case '∀' -> "\\forall ";
          case '∃' -> "\\exists ";
          case '∼' -> "\\sim ";
          case '→', '⟶' -> "\\to ";
          case '↦' -> "\\mapsto ";
          case '⊤' -> "\\top ";
          case '⊥' -> "\\perp ";
          case '†' -> "\\dagger ";
          case '⋆' -> "\\star ";
          case '∣' -> "\\mid ";
          case '‖', '∥' -> "\\|";
          case '⟨', '〈' -> "\\langle ";
          case '⟩', '〉' -> "\\rangle ";
          case '⌊' -> "\\lfloor ";
          case '⌋' -> "\\rfloor ";
          case '⌈' -> "\\lceil ";
          case '⌉' -> "\\rceil ";
          case '…', '⋯', '⋮', '⋱' -> "\\dots ";
          case '½' -> "\\frac{1}{2}";
          case '⅓' -> "\\frac{1}{3}";
          case '⅔' -> "\\frac{2}{3}";
          case '¼' -> "\\frac{1}{4}";
          case '¾' -> "\\frac{3}{4}";
          case '⅕' -> "\\frac{1}{5}";
          case '⅙' -> "\\frac{1}{6}";
          case '⅛' -> "\\frac{1}{8}";
          default -> "";
        };
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
