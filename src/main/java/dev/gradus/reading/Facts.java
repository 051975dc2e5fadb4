package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Phrases.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the words of a sentence say of names: facts, names ranged over explicitly, names held fixed, qualifiers that name nothing. */
final class Facts {
  /**
   * What a sentence says.
   *
   * @param sentenceOnly facts that end with the sentence
   * @param onwards facts that hold to the end of the part
   * @param asserted facts that a sentence states without a cue ("the weight $w$ is positive"): a claim, or what the letter may be
   */
  record Found(List<WordFact> sentenceOnly, List<WordFact> onwards, List<WordFact> asserted, List<String> explicitAll, List<String> fixed, boolean fixedOnwards, List<String> qualifiers) {}

  private static final List<String> ADJECTIVES =
      List.of("large", "small", "constant", "symmetric", "independent", "negative", "nonnegative", "non-negative", "odd", "even", "invertible", "orthogonal", "diagonal", "big",
          "close", "near", "fixed", "bounded", "groß", "klein", "grande", "pequeño");

  private final Sentence sentence;
  private final Answer answer;
  private final NamesNear near;
  private final List<WordFact> shortLived = new ArrayList<>();
  private final List<WordFact> onwards = new ArrayList<>();
  private final List<WordFact> asserted = new ArrayList<>();
  private final List<String> explicitAll = new ArrayList<>();
  private final List<String> fixed = new ArrayList<>();
  private final List<String> qualifiers = new ArrayList<>();

  private Facts(Sentence sentence, Answer answer) {
    this.sentence = sentence;
    this.answer = answer;
    this.near = new NamesNear(sentence, answer);
  }

  static boolean adjective(String word) {
    return ADJECTIVES.contains(word);
  }

  /** Whether words say something that {@link WordFact} can hold. */
  static boolean understood(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (saying(words, i).filter(s -> !FactKinds.shape(s.kind())).isPresent() || !FactKinds.hot(words, i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  static Found of(Sentence sentence, Answer answer) {
    Facts facts = new Facts(sentence, answer);
    boolean fixedOnwards = false;
    List<Atom> atoms = sentence.atoms();
    int i = 0;
    while (i < atoms.size()) {
      int step = 1;
      if (atoms.get(i) instanceof Atom.Word word) {
        List<String> run = sentence.run(i);
        int place = i;
        Optional<Phrases.Saying> saying = saying(run, 0).or(() -> facts.unit(place, run));
        fixedOnwards |= facts.holding(i, word.text());
        facts.quantified(i, run);
        if (word.text().equals("neither") || word.text().equals("nor")) {
          List<String> denied = facts.near.from(i + 1);
          facts.onwards.addAll(denied.isEmpty() ? List.of() : List.of(new WordFact(WordFact.Kind.RESTRICTED, denied, Optional.empty(), facts.offset(i), word.text())));
        }
        String hot = FactKinds.hot(run, 0);
        if (!hot.isEmpty()) {
          facts.hotClass(i, hot);
        }
        Optional<WordFact> total = Totals.other(sentence, i, answer, facts.near, facts.offset(i));
        total.ifPresent(facts.onwards::add);
        boolean neutral = Phrases.find(run, 0).filter(f -> f.sense() == Sense.NEUTRAL).isPresent();
        if (saying.isPresent() && !neutral && total.isEmpty()) {
          step = saying.get().phrase().split(" ").length;
          facts.said(i, step, saying.get());
        } else if (neutral) {
          step = Phrases.find(run, 0).orElseThrow().words();
        }
      } else if (atoms.get(i) instanceof Atom.Clausal c) {
        facts.shared(i, answer.clauses().get(c.clause()));
        FactKinds.modular(answer.clauses().get(c.clause())).ifPresent(facts.qualifiers::add);
        facts.member(i, answer.clauses().get(c.clause()));
        facts.hotEntry(i, answer.clauses().get(c.clause()));
      }
      i += step;
    }
    return new Found(
        List.copyOf(facts.shortLived), List.copyOf(facts.onwards), List.copyOf(facts.asserted), List.copyOf(facts.explicitAll), List.copyOf(facts.fixed), fixedOnwards, List.copyOf(facts.qualifiers));
  }

  private static final List<String> DOTS = List.of("\\dots", "\\ldots", "\\cdots", "...", "\\dotsc", "…");

  /** {@code 0 < p_1, .., p_n < 1}: the list begins with the lower bound. */
  private boolean unit(List<Atom> atoms, int at, Clause last) {
    boolean linked = at >= 1 && atoms.get(at) instanceof Atom.Link(Clause.Join join) && join == Clause.Join.COMMA;
    if (!linked || !(atoms.get(at - 1) instanceof Atom.Clausal f)) {
      return false;
    }
    Clause first = answer.clauses().get(f.clause());
    boolean below = first.signs().size() == 1 && first.signs().getFirst().sign() == RelationSign.LESS && Sides.zero(first.sides().getFirst().text());
    boolean above = last.signs().size() == 1 && last.signs().getFirst().sign() == RelationSign.LESS && last.sides().get(1).text().strip().equals("1");
    String name = last.sides().getFirst().text().strip();
    return below && above && first.sides().get(1).text().strip().startsWith(name.substring(0, name.indexOf('_') + 1));
  }

  /** A dot or a numbered entry of a list. */
  private static boolean listed(Clause c) {
    String text = c.sides().getFirst().text().strip();
    int sub = text.indexOf('_');
    return DOTS.contains(text) || (sub > 0 && Sides.letter(text.substring(0, sub)) && text.substring(sub + 1).replaceAll("[{}]", "").chars().allMatch(Character::isDigit));
  }

  /** {@code a, b > 0} bounds a too, {@code p_i, q_i > 0} all entries of p. */
  private void shared(int at, Clause c) {
    List<Atom> atoms = sentence.atoms();
    if (at < 2 || c.signs().isEmpty() || !Sides.order(c.signs().getFirst().sign()) || !one(c)) {
      return;
    }
    List<String> names = new ArrayList<>();
    boolean dots = false;
    int i = at - 1;
    while (i >= 1
        && atoms.get(i) instanceof Atom.Link(Clause.Join join)
        && join == Clause.Join.COMMA
        && atoms.get(i - 1) instanceof Atom.Clausal f
        && answer.clauses().get(f.clause()).signs().isEmpty()
        && (one(answer.clauses().get(f.clause())) || listed(answer.clauses().get(f.clause())))) {
      String name = answer.clauses().get(f.clause()).sides().getFirst().text().strip();
      dots |= DOTS.contains(name);
      names.addAll(one(answer.clauses().get(f.clause())) ? List.of(name) : List.of());
      i -= 2;
    }
    if (dots) {
      // x_1, .., x_n > 0
      names.add(c.sides().getFirst().text());
    }
    if (names.isEmpty()) {
      return;
    }
    if (dots && unit(atoms, i, c)) {
      onwards.add(new WordFact(WordFact.Kind.UNIT_INTERVAL, List.of(c.sides().getFirst().text()), Optional.empty(), c.signs().getFirst().span().start(), "between 0 and 1"));
      return;
    }
    if (FactKinds.loosened(Assembly.opens(sentence, at), Assembly.closes(sentence, at))) {
      onwards.add(new WordFact(WordFact.Kind.RESTRICTED, names, Optional.empty(), c.signs().getFirst().span().start(), c.signs().getFirst().sign().symbol()));
      return;
    }
    boolean zero = c.signs().size() == 1 && Sides.zero(c.sides().get(1).text());
    Optional<WordFact.Kind> kind = FactKinds.beside(c.signs().getFirst().sign());
    if (zero && kind.isPresent()) {
      WordFact fact = new WordFact(kind.get(), names, Optional.empty(), c.signs().getFirst().span().start(), c.signs().getFirst().sign().symbol() + " 0");
      if (conditional(i)) {
        shortLived.add(fact);
      } else {
        onwards.add(fact);
      }
    } else {
      if (dots) {
        onwards.add(new WordFact(WordFact.Kind.RESTRICTED, names, Optional.empty(), c.signs().getFirst().span().start(), c.signs().getFirst().sign().symbol()));
      }
      qualifiers.add(String.join(", ", names) + " " + c.signs().getFirst().sign().symbol());
    }
  }

  /** A letter, or an entry of a family. */
  private static boolean one(Clause c) {
    String first = c.sides().getFirst().text();
    return Sides.letter(first) || Sides.entry(first);
  }

  private static Optional<Phrases.Saying> saying(List<String> words, int at) {
    return Phrases.sayings().stream().filter(s -> startsWith(words, at, s.phrase())).findFirst();
  }

  /** Words between a name and what is denied of it. */
  private static final List<String> DENYING = List.of("do", "does", "did", "need", "needs", "must", "may", "might", "can", "could", "not", "never", "always", "necessarily", "to", "have", "has", "cannot", "don't", "doesn't", "no", "longer");

  private static final List<String> OF_NETWORKS = List.of("hidden", "output", "input", "linear", "each", "every", "one", "another", "single", "this", "that", "the", "activation", "layer", "next", "per", "visible");

  /** "For unit $u$", "a unit eigenvector $u$": a length, and no unit of a network. */
  private Optional<Phrases.Saying> unit(int at, List<String> run) {
    boolean noun = run.size() > 1 && List.of("eigenvector", "eigenvectors", "direction", "directions", "normal").contains(run.get(1));
    boolean formula = run.size() == 1 && at + 1 < sentence.atoms().size() && sentence.atoms().get(at + 1) instanceof Atom.Open;
    boolean predicate = at > 1 && sentence.atoms().get(at - 1) instanceof Atom.Word w && List.of("is", "are", "be").contains(w.text()) && sentence.atoms().get(at - 2) instanceof Atom.Close;
    boolean network = at > 0 && sentence.atoms().get(at - 1) instanceof Atom.Word w && OF_NETWORKS.contains(w.text());
    boolean alone = predicate && (run.size() == 1 || List.of("and", "or", "then").contains(run.get(1)));
    return run.getFirst().equals("unit") && !network && (noun || formula || alone) ? Optional.of(new Phrases.Saying(noun ? "unit " + run.get(1) : "unit", WordFact.Kind.UNIT_VECTOR)) : Optional.empty();
  }

  static boolean startsWith(List<String> words, int at, String phrase) {
    // most phrases begin otherwise: they are not taken apart
    if (at >= words.size() || !phrase.startsWith(words.get(at))) {
      return false;
    }
    List<String> parts = List.of(phrase.split(" "));
    return at + parts.size() <= words.size() && words.subList(at, at + parts.size()).equals(parts);
  }

  private void said(int at, int words, Phrases.Saying saying) {
    if (FactKinds.denied(sentence, at)) {
      qualifiers.add("not " + saying.phrase());
      if (saying.kind() == WordFact.Kind.SUMS_TO_ONE || saying.kind() == WordFact.Kind.DISTRIBUTION) {
        int back = at;
        while (back > 0 && sentence.atoms().get(back - 1) instanceof Atom.Word w && DENYING.contains(w.text())) {
          back--;
        }
        List<String> unbound = near.before(back);
        onwards.addAll(unbound.isEmpty() ? List.of() : List.of(new WordFact(WordFact.Kind.AMOUNTS, unbound, Optional.empty(), offset(at), saying.phrase())));
      }
      return;
    }
    if (FactKinds.describes(sentence, at, saying.phrase(), answer) || FactKinds.remarks(sentence, at, saying.kind(), answer)) {
      return;
    }
    List<String> behind = near.from(skipNouns(at + words));
    List<String> names = behind;
    boolean predicate = false;
    if (names.isEmpty()) {
      names = near.before(at);
      predicate = !names.isEmpty();
    }
    if (names.isEmpty() && saying.kind() == WordFact.Kind.SUMS_TO_ONE) {
      names = near.before(at);
      predicate = true;
    }
    String phrase = sentence.words(Math.max(0, at - 4), at + words + 3);
    if (predicate && FactKinds.notThat(sentence.words(0, at))) {
      qualifiers.add(phrase);
      return;
    }
    if (FactKinds.loosened(sentence, at, words) || (names.size() > 1 && FactKinds.apart(sentence))) {
      onwards.add(new WordFact(WordFact.Kind.RESTRICTED, names, Optional.empty(), offset(at), phrase));
      qualifiers.add(phrase);
      return;
    }
    if (names.isEmpty() && !FactKinds.different(saying)) {
      vague(saying, at);
      boolean labels = saying.kind() == WordFact.Kind.BINARY || saying.kind() == WordFact.Kind.ONE_HOT;
      if (saying.kind() != WordFact.Kind.FREE && !(labels && FactKinds.labelsNear(sentence, at, words))) {
        return;
      }
    }
    WordFact.Kind kind = saying.kind() == WordFact.Kind.ONE_HOT ? FactKinds.hotLines(sentence.words(0, at) + " ", sentence.words(at + words, sentence.atoms().size()), names) : saying.kind();
    WordFact fact = new WordFact(kind, names, Optional.empty(), offset(at), phrase);
    boolean given = cueBefore(at) || bracketed(at);
    if (predicate && !given && FactKinds.asserted(saying.kind())) {
      if (drawnBefore(at)) {
        return;
      }
      qualifiers.add(phrase);
      if (!FactKinds.structural(saying.kind())) {
        asserted.add(fact);
        return;
      }
    }
    List<WordFact> into = conditional(at) ? shortLived : onwards;
    into.add(fact);
    if ((saying.kind() == WordFact.Kind.REAL || saying.kind() == WordFact.Kind.ANY) && saying.phrase().contains("number")) {
      into.add(new WordFact(WordFact.Kind.SCALAR, names, Optional.empty(), offset(at), phrase));
    }
  }

  /** READING 6: such a word that names nothing restricts in a way that was not understood. */
  private void vague(Phrases.Saying saying, int at) {
    if (FactKinds.ofAll(sentence, at, saying)) {
      onwards.add(new WordFact(saying.kind() == WordFact.Kind.SUMS_TO_ONE ? saying.kind() : WordFact.Kind.RESTRICTED, List.of(), Optional.empty(), offset(at), saying.phrase()));
    }
    switch (saying.kind()) {
      case INDEPENDENT -> shortLived.add(new WordFact(saying.kind(), List.of(), Optional.empty(), offset(at), saying.phrase()));
      case UNIT_VECTOR -> {
        if (!FactKinds.normed(sentence, at + saying.phrase().split(" ").length, answer)) {
          qualifiers.add(saying.phrase());
        }
      }
      case CONSTANT, NEGATIVE, SYMMETRIC, NONNEGATIVE, NONPOSITIVE, INVERTIBLE, SINGULAR, ORTHOGONAL, POSITIVE_DEFINITE, DISTINCT -> qualifiers.add(saying.phrase());
      case POSITIVE, NONZERO, INTEGER, DIAGONAL, RESTRICTED -> {
        if (cueBefore(at)) {
          qualifiers.add(saying.phrase());
        }
      }
      case REAL, UNIT_INTERVAL, CLOSED_UNIT_INTERVAL, BINARY, PLUS_MINUS_ONE, DISTRIBUTION, SUMS_TO_ONE, ONE_HOT, ROWS_ONE_HOT, COLUMNS_ONE_HOT, FREE, ANY, MATRIX, VECTOR, ROW_VECTOR, SCALAR, AMOUNTS -> {}
    }
  }

  /** "(A symmetric)". */
  private boolean bracketed(int at) {
    for (int i = at - 1; i >= 0 && i >= at - 8; i--) {
      if (sentence.atoms().get(i) instanceof Atom.Mark(char sign, _)) {
        return sign == '(';
      }
    }
    return false;
  }

  /** "hence", "so", or a relation stands before: the words conclude. */
  private boolean drawnBefore(int at) {
    for (int i = 0; i < at; i++) {
      if (sentence.atoms().get(i) instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty()) {
        return true;
      }
      if (sentence.atoms().get(i) instanceof Atom.Word && Phrases.find(sentence.run(i), 0).filter(f -> f.sense().draws() || f.sense() == Sense.SHOW).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static final java.util.regex.Pattern NOT_IN = java.util.regex.Pattern.compile("\\\\notin(?![A-Za-z])|\\\\not\\s*\\\\in(?![A-Za-z])");

  /** {@code a_i \\in [0,1]}, {@code s \in \\{-1,1\\}}. */
  private void member(int at, Clause c) {
    String text = c.sides().getFirst().text().strip();
    if (c.signs().isEmpty() && NOT_IN.matcher(text).find()) {
      qualifiers.add(text);
    }
    int in = text.indexOf("\\in");
    boolean command = in > 0 && in + 3 < text.length() && !Character.isLetter(text.charAt(in + 3));
    if (!c.signs().isEmpty() || !command || text.startsWith("\\sum")) {
      return;
    }
    List<WordFact.Kind> kinds = kinds(text.substring(in + 3));
    List<String> names = new ArrayList<>();
    int i = at;
    while (i >= 2 && sentence.atoms().get(i - 1) instanceof Atom.Link(Clause.Join join) && join == Clause.Join.COMMA && sentence.atoms().get(i - 2) instanceof Atom.Clausal f) {
      Clause before = answer.clauses().get(f.clause());
      if (!before.signs().isEmpty() || before.sides().getFirst().text().contains("\\in")) {
        break;
      }
      NamesNear.add(names, before.sides().getFirst().text());
      i -= 2;
    }
    for (String name : text.substring(0, in).split(",", -1)) {
      NamesNear.add(names, name);
    }
    List<WordFact> into = conditional(i) || FactKinds.beforeArrow(sentence, at) ? shortLived : onwards;
    if (FactKinds.loosened(Assembly.opens(sentence, at), Assembly.closes(sentence, at))) {
      qualifiers.add(text);
      kinds = kinds.stream().allMatch(k -> k == WordFact.Kind.REAL) ? kinds : List.of(WordFact.Kind.RESTRICTED);
    }
    for (WordFact.Kind kind : names.isEmpty() ? List.<WordFact.Kind>of() : kinds) {
      into.add(new WordFact(kind, names, Optional.empty(), c.sides().getFirst().span().start(), text));
    }
    if (names.isEmpty() && kinds.stream().anyMatch(k -> k != WordFact.Kind.REAL && k != WordFact.Kind.ANY)) {
      qualifiers.add(text);
    }
  }

  /** What a set says of its members; the text may let them range over all of the real line: then they have no customary range, and are any numbers where the words say so (READING 3, 4). */
  private List<WordFact.Kind> kinds(String set) {
    if (!NumberSets.line(set)) {
      return NumberSets.kinds(set);
    }
    boolean any = sentence.atoms().stream().anyMatch(a -> a instanceof Atom.Word w && w.text().equals("arbitrary"));
    return List.of(any ? WordFact.Kind.ANY : WordFact.Kind.REAL);
  }

  /** {@code t_c = 1} where the words call t one-hot: c is the hot class. */
  private void hotEntry(int at, Clause c) {
    if (c.signs().size() != 1 || c.signs().getFirst().sign() != dev.gradus.document.RelationSign.EQUAL || !c.sides().get(1).text().strip().equals("1")) {
      return;
    }
    String left = c.sides().getFirst().text().strip();
    int sub = left.indexOf('_');
    if (sub <= 0) {
      return;
    }
    String name = left.substring(0, sub).strip();
    String index = left.substring(sub + 1).replace("{", "").replace("}", "").strip();
    boolean said = onwards.stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT && (f.names().isEmpty() || f.names().contains(name)));
    if (said && Sides.letter(index)) {
      onwards.add(new WordFact(WordFact.Kind.ONE_HOT, List.of(name), Optional.of(index), c.sides().getFirst().span().start(), sentence.words(Math.max(0, at - 6), at)));
    }
  }

  private int offset(int at) {
    for (int i = at; i >= 0; i--) {
      if (sentence.atoms().get(i) instanceof Atom.Word w && !w.inFormula()) {
        return w.offset();
      }
      if (sentence.atoms().get(i) instanceof Atom.Clausal c) {
        return answer.clauses().get(c.clause()).sides().getLast().span().end();
      }
    }
    return 0;
  }

  private int skipNouns(int at) {
    int i = at;
    while (i < sentence.atoms().size() && i - at < 3 && sentence.atoms().get(i) instanceof Atom.Word w && FactKinds.NOUNS.contains(w.text())) {
      i++;
    }
    return i;
  }

  /** A cue that makes what follows an assumption. */
  private boolean cueBefore(int at) {
    for (int i = Math.max(0, at - 12); i < at; i++) {
      Optional<Phrases.Found> f = sentence.atoms().get(i) instanceof Atom.Word ? Phrases.find(sentence.run(i), 0) : Optional.empty();
      if (f.isPresent()
          && switch (f.get().sense()) {
            case IF, FOR, QUANTIFIER, ASSUME, CASE, SUCH_THAT, WHERE, LET, WITH, SINCE -> true;
            default -> false;
          }) {
        return true;
      }
    }
    return false;
  }

  private boolean conditional(int at) {
    for (int i = at - 1; i >= 0 && i >= at - 9; i--) {
      if (sentence.atoms().get(i) instanceof Atom.Mark) {
        return false;
      }
      Optional<Phrases.Found> f = sentence.atoms().get(i) instanceof Atom.Word ? Phrases.find(sentence.run(i), 0) : Optional.empty();
      if (f.isPresent() && (f.get().sense() == Sense.FOR || f.get().sense() == Sense.IF || f.get().sense() == Sense.QUANTIFIER)) {
        return true;
      }
    }
    return false;
  }

  /** "where k is the index of the correct class", "the correct class c", "one-hot at k" (READING 25). */
  private void hotClass(int at, String phrase) {
    int words = phrase.split(" ").length;
    int from = at + words;
    while (from < sentence.atoms().size() && from - at - words < 4 && FactKinds.behindHot(sentence.atoms().get(from))) {
      from++;
    }
    List<String> names = near.from(from);
    if (names.isEmpty() && !phrase.endsWith(" at") && !phrase.startsWith("with")) {
      int i = at - 1;
      while (i >= 0 && at - i <= 6 && sentence.atoms().get(i) instanceof Atom.Word) {
        i--;
      }
      names = i >= 0 && sentence.atoms().get(i) instanceof Atom.Close ? near.inFormula(i) : List.of();
    }
    if (names.size() == 1) {
      String said = sentence.words(Math.max(0, at - 6), at + words + 2);
      onwards.add(new WordFact(WordFact.Kind.ONE_HOT, List.of(), Optional.of(names.getFirst()), offset(at), said));
    }
  }

  /** The names that words between two places of a sentence range over: "x > 0 .., so for all x ..". */
  static List<String> quantified(Sentence sentence, Answer answer, int from, int to) {
    Facts facts = new Facts(sentence, answer);
    for (int i = from + 1; i < to; i++) {
      if (sentence.atoms().get(i) instanceof Atom.Word) {
        facts.quantified(i, sentence.run(i));
      }
    }
    return List.copyOf(facts.explicitAll);
  }

  private void quantified(int at, List<String> run) {
    Optional<Phrases.Found> f = Phrases.find(run, 0);
    if (f.isEmpty() || f.get().sense() != Sense.QUANTIFIER) {
      return;
    }
    int i = at + f.get().words();
    while (i < sentence.atoms().size() && i - at < 6 && sentence.atoms().get(i) instanceof Atom.Word) {
      i++;
    }
    explicitAll.addAll(near.from(i));
  }

  /** "with h held fixed", "treating mu and sigma as independent" (READING 7). True when it reaches beyond the sentence. */
  private boolean holding(int at, String word) {
    List<String> run = sentence.run(at);
    Optional<String> before = Phrases.HOLDING.stream().filter(h -> startsWith(run, 0, h)).findFirst().filter(h -> !FactKinds.negated(sentence, at));
    if (before.isPresent()) {
      List<String> names = FactKinds.holds(before.get(), sentence.words(at, Math.min(at + 40, sentence.atoms().size()))) ? near.from(at + before.get().split(" ").length) : List.of();
      fixed.addAll(names);
      return !names.isEmpty() && word.startsWith("treat");
    }
    Optional<String> behind = Phrases.HELD.stream().filter(h -> h.contains(" ") && startsWith(run, 0, h)).findFirst();
    if (behind.isPresent() && at > 0 && !FactKinds.negated(sentence, at) && sentence.atoms().get(at - 1) instanceof Atom.Close) {
      fixed.addAll(near.inFormula(at - 1));
    }
    return false;
  }
}
