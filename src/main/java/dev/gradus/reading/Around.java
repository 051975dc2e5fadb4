package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.Set;
import java.util.stream.Stream;

/** What stands around a place in a sentence: looks only, decides nothing. */
record Around(Sentence sentence, Answer answer) {
  /** "as" opens a condition only before a limit. */
  boolean limitBehind(int at) {
    for (int i = at + 1; i < Math.min(at + 3, sentence.atoms().size()); i++) {
      if (sentence.atoms().get(i) instanceof Atom.Clausal c) {
        return answer.clauses().get(c.clause()).signs().stream().anyMatch(s -> s.sign() == RelationSign.TENDS_TO);
      }
    }
    return false;
  }

  /** "(including K = 1)", "even for": a point of the range that was stated, which restricts nothing (READING 3). */
  boolean included(Atom.Clausal clause) {
    for (int i = sentence.atoms().indexOf(clause) - 1; i >= 0; i--) {
      if (sentence.atoms().get(i) instanceof Atom.Word w) {
        return List.of("including", "includes", "inclusive", "einschließlich", "incluyendo", "incluido").contains(w.text());
      }
      if (sentence.atoms().get(i) instanceof Atom.Clausal) {
        return false;
      }
    }
    return false;
  }

  /** "set", then "to zero" in the next few words. */
  boolean toZero(int at) {
    if (!(sentence.atoms().get(at) instanceof Atom.Word w) || !List.of("set", "setting", "equate", "equating", "setze", "setzen", "sets", "igualamos", "igualando").contains(w.text())) {
      return false;
    }
    int words = 0;
    for (int i = at + 1; i < sentence.atoms().size() && words < 9; i++) {
      if (sentence.atoms().get(i) instanceof Atom.Word next) {
        words++;
        if (next.text().equals("zero") || next.text().equals("0") || next.text().equals("null") || next.text().equals("cero")) {
          return true;
        }
      } else if (sentence.atoms().get(i) instanceof Atom.Mark) {
        return false;
      }
    }
    return false;
  }

  private static final List<String> WANTS =
      List.of("want", "need", "for", "order", "must", "should", "require", "requires", "required", "if", "when", "iff", "needs", "have", "set", "setting");

  /** What is compared when coefficients are equated: what comes is the result. */
  private static final List<String> PARTS_OF = List.of("coefficients", "coefficient", "terms", "powers", "exponents", "entries", "parts", "components", "like", "arguments", "corresponding");

  /** "Set the two equal": words only between. */
  boolean toEqual(int at) {
    if (!(sentence.atoms().get(at) instanceof Atom.Word w) || !List.of("set", "setting", "sets", "we").contains(w.text())) {
      return false;
    }
    for (int i = at + 1; i < Math.min(at + 8, sentence.atoms().size()) && sentence.atoms().get(i) instanceof Atom.Word next; i++) {
      if (next.text().equals("equal")) {
        return true;
      }
    }
    return false;
  }

  /** Whether "equate", or "to be equal" behind a word that wants it, speaks of an equation that is still to be solved. */
  boolean equates(int at, int words) {
    List<String> run = sentence.run(at + words);
    if (run.stream().limit(3).anyMatch(PARTS_OF::contains)) {
      return false;
    }
    return words == 1 || sentence.atoms().subList(0, at).stream().anyMatch(a -> a instanceof Atom.Word w && WANTS.contains(w.text()));
  }

  private static final List<String> LETS =
      List.of("let", "define", "denote", "write", "we", "sei", "seien", "sea", "sean", "令", "记", "定义", "とする", "introduce", "notation", "abbreviate", "definiere", "assume", "suppose",
          "given", "now", "also", "here", "for", "throughout", "consider");

  /** Whether the sentence opens with "let" and the like, which hold to the part's end; "take" and "set" hold for what is done with them. */
  boolean lets(boolean throughout) {
    for (int i = 0; i < Math.min(4, sentence.atoms().size()); i++) {
      if (sentence.atoms().get(i) instanceof Atom.Word w && LETS.contains(w.text()) && !w.text().equals("for")) {
        return throughout || sentence.atoms().stream().limit(8).anyMatch(a -> a instanceof Atom.Word l && isLet(l.text()));
      }
    }
    return throughout || letsBehindComma() || sentence.atoms().stream().anyMatch(a -> a instanceof Atom.Word l && (l.text().equals("とする") || l.text().equals("令")));
  }

  /** "For $N$ trials, let .. with ..": what comes before the comma says how many, and the rest opens as any other such sentence. */
  private boolean letsBehindComma() {
    int comma = 0;
    while (comma < sentence.atoms().size() && !(sentence.atoms().get(comma) instanceof Atom.Mark m && m.sign() == ',')) {
      comma++;
    }
    return comma + 1 < sentence.atoms().size() && sentence.atoms().get(comma + 1) instanceof Atom.Word w && List.of("let", "suppose", "assume", "sei", "seien", "sea", "sean").contains(w.text());
  }

  private static boolean isLet(String word) {
    return LETS.contains(word) && !List.of("we", "now", "also", "here", "for", "consider").contains(word);
  }

  private static final List<String> CONSTRAINING =
      List.of("let", "let us", "take", "taking", "choose", "choosing", "pick", "we choose", "we take", "set", "we set", "consider", "sei", "seien", "sea", "sean", "令", "设");

  /** Behind let, take and the like (or behind "and" in any definition): a relation that is no definition binds what is in use (READING 9). */
  boolean constrained(Clause c, int clause, int at, boolean and) {
    return binds(c, clause) && (and || (CONSTRAINING.contains(letWord(at)) && !worked(at)));
  }

  /** "with $x+y = 1$", not "using $x+y = 1$". */
  boolean constrainedWith(Clause c, int clause, int cue) {
    boolean with = cue >= 0 && sentence.atoms().get(cue) instanceof Atom.Word w && List.of("with", "mit", "con").contains(w.text());
    return with && (binds(c, clause) || c.signs().stream().anyMatch(s -> s.sign() == RelationSign.TENDS_TO));
  }

  /** "Taking w = 1/2, w^2 = 1/4": behind what is taken and a comma or a colon stands what comes of it. */
  boolean worked(int at) {
    if (!letWord(at).endsWith("ing")) {
      return false;
    }
    boolean mark = false;
    for (int i = at - 1; i >= 0; i--) {
      switch (sentence.atoms().get(i)) {
        case Atom.Mark m -> mark |= m.sign() == ',' || m.sign() == ':';
        case Atom.Clausal c -> {
          return mark && !answer.clauses().get(c.clause()).signs().isEmpty();
        }
        case Atom.Word w -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** The last word of the kind "let" before a place. */
  private String letWord(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (sentence.atoms().get(i) instanceof Atom.Word w) {
        Optional<Phrases.Found> f = Phrases.find(sentence.run(i), 0);
        if (f.isPresent() && f.get().sense() == Phrases.Sense.LET) {
          return f.get().words() == 1 ? w.text() : sentence.words(i, i + f.get().words());
        }
      }
    }
    return "";
  }

  /** An order, or an equation whose left side no definition could have: no head, no derivative, no logarithm of a fresh name. */
  private boolean binds(Clause c, int clause) {
    if (c.sides().getFirst().isBlank() || c.signs().isEmpty()) {
      return false;
    }
    if (c.signs().stream().allMatch(s -> Sides.order(s.sign()) || ofMatrices(s.sign()))) {
      return true;
    }
    // a chain behind "let us take" is worked out, not demanded, unless it ends in a number or a letter
    boolean worked = c.signs().size() > 1 && !Sides.number(c.sides().getLast().text()) && !Sides.letter(c.sides().getLast().text());
    if (worked || c.signs().getFirst().sign() != RelationSign.EQUAL) {
      return false;
    }
    String left = c.sides().getFirst().text().strip();
    String right = c.sides().getLast().text();
    if (Sides.derivative(left) || left.startsWith("\\ln") || left.startsWith("\\log") || left.contains("'")) {
      return false;
    }
    if (Sides.name(left)) {
      return !Sides.letter(left) && Sides.transposed(left) && (Sides.identity(right) || right.strip().equals("-" + left.substring(0, 1)) || right.strip().equals(left.substring(0, 1)));
    }
    boolean fresh = Sides.letter(right) && answer.clauses().subList(0, clause).stream().noneMatch(b -> Sides.letters(b).containsAll(Sides.letters(right)));
    return !fresh;
  }

  /** Whether a line above gives the letter on the left side, or its elements, a value: then an equation between elements is no assumption without a word for it. */
  boolean defined(Clause c, int clause) {
    Set<String> letters = Sides.letters(c.sides().getFirst().text());
    return answer.clauses().subList(0, clause).stream()
        .filter(b -> !b.signs().isEmpty() && b.signs().getFirst().sign() == RelationSign.EQUAL && !Sides.members(b))
        .map(b -> b.sides().getFirst().text().strip())
        .anyMatch(s -> Sides.name(s) && Sides.letters(withoutArguments(s)).stream().anyMatch(letters::contains));
  }

  /** H of H(p): what stands in the brackets gets no value. */
  private static String withoutArguments(String name) {
    int bracket = name.indexOf('(');
    return bracket > 0 ? name.substring(0, bracket) : name;
  }

  private static boolean ofMatrices(RelationSign sign) {
    return switch (sign) {
      case MATRIX_GREATER_OR_EQUAL, MATRIX_LESS_OR_EQUAL, MATRIX_GREATER, MATRIX_LESS -> true;
      default -> false;
    };
  }

  /** An arrow follows in the same formula. */
  boolean arrowBehind(int at) {
    return at + 1 < sentence.atoms().size() && sentence.atoms().get(at + 1) instanceof Atom.Link(Clause.Join join) && (join == Clause.Join.IMPLIES || join == Clause.Join.IFF);
  }

  /** "i = j 时", "i = jのとき": the word that makes it a condition stands behind it. */
  boolean whenBehind(int at) {
    return at + 1 < sentence.atoms().size() && sentence.atoms().get(at + 1) instanceof Atom.Word w && WHEN.contains(w.text());
  }

  private static final List<String> WHEN = List.of("时", "時", "的时候", "のとき", "の時", "の場合", "일때", "인");

  /** A display that holds nothing but this clause. */
  boolean aloneInFormula(int at) {
    List<Atom> atoms = sentence.atoms();
    return at > 0 && atoms.get(at - 1) instanceof Atom.Open && at + 1 < atoms.size() && atoms.get(at + 1) instanceof Atom.Close;
  }

  /** A parameter's letter, not the capital of a quantity. */
  static boolean small(Clause c) {
    return Sides.letterOf(c.sides().getFirst().text()).filter(l -> !Character.isUpperCase(l.charAt(0))).isPresent();
  }

  private static final List<String> SETTING = List.of("set", "we set", "setting", "put", "putting");

  /** "Setting dJ/dw = 0: w = a", "setting dJ/dw = 0, w = a.": what is set is the derivative, and what stands behind the mark is its solution (READING 9). */
  boolean setDerivative(Clause c, int at) {
    boolean zero = c.signs().size() == 1 && c.signs().getFirst().sign() == RelationSign.EQUAL && Sides.derivative(c.sides().getFirst().text()) && c.sides().getLast().text().strip().equals("0");
    List<Atom> atoms = sentence.atoms();
    boolean alone = zero && SETTING.contains(letWord(at)) && aloneInFormula(at) && at + 2 < atoms.size();
    if (!alone || !(atoms.get(at + 2) instanceof Atom.Mark(char sign, _)) || !moreBehind(at)) {
      return false;
    }
    return sign == ':' || (sign == ',' && atoms.subList(at + 3, atoms.size()).stream().noneMatch(a -> a instanceof Atom.Word));
  }

  /** Whether a relation stands behind. */
  boolean moreBehind(int at) {
    for (int i = at + 1; i < sentence.atoms().size(); i++) {
      if (sentence.atoms().get(i) instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Words before "case" that only point at one, or say how special it is: the relation behind says which case it is. */
  private static final List<String> POINTING =
      List.of(
          "the", "a", "an", "this", "that", "each", "every", "one", "first", "second", "third", "fourth", "last", "final", "other", "next", "another", "following", "either", "remaining", "special",
          "particular", "degenerate", "boundary", "borderline", "edge", "limiting", "extreme", "trivial", "symmetric", "same", "in", "for", "of", "or", "and", "as", "take", "consider", "is", "at",
          "der", "im", "den", "erster", "zweiter", "el", "un", "primer", "segundo", "en");

  /** "In the softmax case", "multi-class case:": a name before "case" says which one it is, the relation behind is what holds there (READING 9). */
  boolean namedCase(int at, int words) {
    return words == 1 && at > 0 && sentence.atoms().get(at - 1) instanceof Atom.Word w && !POINTING.contains(w.text());
  }

  /** Words since the cue that name the case, "in the case of softmax"; "in the case where the margin" goes on to its condition. */
  boolean namedSince(int cue, int at) {
    return Words.of(sentence.words(cue, at)).stream().noneMatch(w -> List.of("where", "when", "that", "which", "if").contains(w));
  }

  /** "Solve for $\\lambda$: $\\lambda = N$": the relation behind has on its left what words right before say is solved for, with or without the mark of an estimate. */
  boolean solvedFor(int at) {
    Optional<String> letter =
        sentence.words(0, at).matches("(?is)(.*\\W)?solv(e|ing)( it| this| them)? for \\$")
            ? sentence.atoms().subList(0, at).reversed().stream().flatMap(a -> a instanceof Atom.Clausal c ? answer.clauses().get(c.clause()).sides().stream().limit(1) : Stream.of()).map(s -> bare(s.text())).findFirst()
            : Optional.empty();
    return letter.isPresent() && nextAtOnce(at + 1).map(c -> bare(c.sides().getFirst().text())).filter(l -> l.startsWith(letter.get()) && l.substring(letter.get().length()).matches("([_^](\\*|[A-Za-z\\\\]+))*")).isPresent();
  }

  private static String bare(String name) {
    return name.replaceAll("\\\\(wide)?hat(?![a-z])|[{}\\s]", "");
  }

  /** The next relation, if nothing but marks stands before it. */
  Optional<Clause> nextAtOnce(int at) {
    for (int i = at; i < sentence.atoms().size(); i++) {
      switch (sentence.atoms().get(i)) {
        case Atom.Clausal c -> {
          return Optional.of(answer.clauses().get(c.clause()));
        }
        case Atom.Word _ -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  /** "From A = B, ..": the sentence begins with a reason. */
  boolean opensWithReason(int at) {
    return at == 0 && sentence.atoms().size() > 2 && sentence.atoms().get(1) instanceof Atom.Open && sentence.atoms().get(2) instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty();
  }

  private static final Pattern OPERATION =
      Pattern.compile(
          "^(taking|take) (the |a |both )?(partial |square |cube |natural |negative |absolute |second )*(roots?|logs?|ln|logarithms?|derivatives?|gradients?|hessians?|expectations?|limits?|inverses?|reciprocals?|exponentials?|traces?|norms?|transposes?|sums?|products?|ratios?|differences?|values?)\\b");

  /** "Taking square roots", "take the log": what is done, and no letter that is let be something. */
  boolean operation(int at) {
    return OPERATION.matcher(sentence.words(at, at + 5)).find();
  }

  /** "Taking square roots of A = B, ..": what comes behind is drawn from that. */
  boolean operatesOn(int at) {
    String last = "";
    for (int i = at + 1; i < sentence.atoms().size(); i++) {
      switch (sentence.atoms().get(i)) {
        case Atom.Word w -> last = w.text();
        case Atom.Clausal c -> {
          return List.of("of", "in", "von", "de").contains(last) && !answer.clauses().get(c.clause()).signs().isEmpty();
        }
        case Atom.Mark m -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "f(x) = .., for which A = B": a clause about what was just said, and nothing that is looked for. */
  boolean relative(int at) {
    if (!list(at, 2).equals("for which") || sentence.atoms().subList(0, at).stream().anyMatch(a -> a instanceof Atom.Word w && SOUGHT.contains(w.text()))) {
      return false;
    }
    for (int i = at - 1; i >= 0 && !(sentence.atoms().get(i) instanceof Atom.Word); i--) {
      if (sentence.atoms().get(i) instanceof Atom.Clausal c) {
        return answer.clauses().get(c.clause()).signs().stream().anyMatch(s -> s.sign() == RelationSign.EQUAL || s.sign() == RelationSign.DEFINED_AS);
      }
    }
    return false;
  }

  private static final List<String> SOUGHT = List.of("find", "determine", "seek", "want", "need", "solve", "choose", "pick", "value", "values", "point", "points", "exists", "exist", "is", "are");

  private String list(int at, int words) {
    return String.join(" ", sentence.run(at).stream().limit(words).toList());
  }

  private static final Pattern CONSTRAINED = Pattern.compile("(subject to|constraints|s\\.t|sujeto a)\\b.*");

  private static final Pattern OPTIMIZED = Pattern.compile("(?is).*\\b(min|max|optimi[sz]|extremi[sz]|minimier|maximier|argm)\\w*.*");

  /** "maximize H subject to A, B and C": one constraint beside another, which no comma and no "and" ends (READING 9). */
  boolean constrains(Mood mood) {
    boolean optimized = OPTIMIZED.matcher(sentence.words(0, mood.cue())).matches();
    return (mood.and() || (mood.comma() && optimized)) && CONSTRAINED.matcher(sentence.words(mood.cue(), mood.cue() + 2)).matches();
  }

  private static final Pattern SEVERAL = Pattern.compile("\\b(and|or|but|either|both|und|oder|y|o)\\b|[,$]");

  /** "When the unit is active ($z > 0$), ..": an order, or a value, in brackets right behind the words of a condition says what they mean. */
  boolean spelledOut(Mood mood, int at) {
    boolean words = mood.open() && mood.taken() == 0 && mood.heavy() && List.of(Phrases.Sense.IF, Phrases.Sense.FOR, Phrases.Sense.CASE).contains(mood.over()) && !SEVERAL.matcher(sentence.words(mood.cue(), at)).find();
    List<Atom> atoms = sentence.atoms();
    boolean alone = words && at + 4 < atoms.size() && atoms.get(at + 1) instanceof Atom.Open && atoms.get(at + 3) instanceof Atom.Close && atoms.get(at + 4) instanceof Atom.Mark(char sign, _) && sign == ')';
    if (!alone || !(atoms.get(at + 2) instanceof Atom.Clausal(int clause, _, _))) {
      return false;
    }
    Clause c = answer.clauses().get(clause);
    return !c.signs().isEmpty() && (Sides.valued(c) || c.signs().stream().allMatch(s -> Sides.order(s.sign())));
  }

  /** "Except for a constant, ..": a comma ends it whatever its words are. */
  boolean excepts(int cue) {
    return cue >= 0 && Phrases.find(sentence.run(cue), 0).filter(f -> f.sense() == Phrases.Sense.UNLESS || f.sense() == Phrases.Sense.WITHOUT).isPresent();
  }

  /** What the sign itself says. */
  static Optional<Cue> bySign(Clause c) {
    for (Clause.Sign s : c.signs()) {
      String above = s.above().map(t -> t.text()).orElse("");
      if (s.sign() == RelationSign.ASKED || above.strip().equals("?") || above.strip().equals("!")) {
        return Optional.of(Cue.ASKED);
      }
      if (s.sign() == RelationSign.DEFINED_AS || above.contains("def") || above.contains("Def")) {
        return Optional.of(Cue.INTRODUCED);
      }
    }
    return c.signs().stream().anyMatch(s -> s.sign() == RelationSign.TENDS_TO) ? Optional.of(Cue.LIMIT) : Optional.empty();
  }

  /** Words behind a condition's letters that say more of them than was understood: "when k is large". */
  boolean restricts(Mood mood, int at) {
    List<String> words = Words.of(sentence.words(mood.cue(), at));
    boolean understood = Facts.understood(words);
    return switch (mood.over()) {
      case IF, ASSUME, SUCH_THAT, CASE -> mood.heavy() && !understood;
      case FOR, QUANTIFIER -> !words.isEmpty() && Facts.adjective(words.getLast()) && !understood && !adverb(words);
      default -> false;
    };
  }

  /** "and even": stronger, not a number that is even. */
  private static boolean adverb(List<String> words) {
    return words.size() > 1 && words.getLast().equals("even") && (words.get(words.size() - 2).equals("and") || words.get(words.size() - 2).equals("but"));
  }

  /** Behind let and where: bounds and values of a bare letter, and bounds of a norm. */
  static boolean bareAssumed(Clause c) {
    boolean valued = c.signs().size() == 1 && Sides.valued(c);
    return valued || Sides.bareRange(c) || Sides.set(c) || (c.signs().stream().allMatch(s -> Sides.order(s.sign())) && c.sides().stream().anyMatch(s -> Sides.number(s.text())) && Sides.name(c.sides().getFirst().text()));
  }

  /** How words compare things: what ends with one of them, "when i and j are equal", is a whole condition. */
  private static final List<String> COMPARED = List.of("equal", "same", "different", "distinct", "identical", "unequal", "coincide", "differ", "match", "agree", "gleich", "verschieden", "iguales", "distintos", "相等", "相同", "不等", "不同", "时");

  /** Whether a paragraph ends with a whole condition in words at a place, before a display: that is said under it, and no condition itself. */
  boolean isCase(Phrases.Sense cue, int at) {
    boolean display = at + 1 < sentence.atoms().size() && sentence.atoms().get(at + 1) instanceof Atom.Open(boolean d) && d;
    return display && (cue == Phrases.Sense.IF || cue == Phrases.Sense.CASE) && at > 1 && sentence.atoms().get(at - 1) instanceof Atom.Word w && sentence.atoms().get(at - 2) instanceof Atom.Word && COMPARED.contains(w.text());
  }
}
