package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.RelationSign;
import java.util.ArrayList;
import java.util.List;

/** The letters that stand in the formulas just before or behind a place in a sentence: those that the words there speak of. */
record NamesNear(Sentence sentence, Answer answer) {
  /** The letters of the formula that opens at {@code at}: fragments only, the list that goes on behind commas too. */
  List<String> from(int at) {
    List<String> names = new ArrayList<>();
    int i = at;
    while (i + 1 < sentence.atoms().size() && sentence.atoms().get(i) instanceof Atom.Open(boolean display) && !display) {
      int close = i + 1;
      boolean first = true;
      while (close < sentence.atoms().size() && !(sentence.atoms().get(close) instanceof Atom.Close)) {
        if (sentence.atoms().get(close) instanceof Atom.Clausal c) {
          Clause clause = answer.clauses().get(c.clause());
          // "one-hot y, p = softmax(z)" says nothing of p; "positive a, b > c" may
          boolean equation = clause.signs().stream().anyMatch(x -> x.sign() == RelationSign.EQUAL);
          boolean bound = first && (i == at || (!equation && Sides.letter(clause.sides().getFirst().text())));
          if (clause.signs().isEmpty() || bound) {
            add(names, clause.sides().getFirst().text());
          }
          first = false;
        }
        close++;
      }
      i = close + 1;
      boolean list = i + 1 < sentence.atoms().size() && between(i) && sentence.atoms().get(i + 1) instanceof Atom.Open;
      i = list ? i + 1 : sentence.atoms().size();
    }
    return List.copyOf(names);
  }

  /** The names before "is one-hot": a formula without a relation that ends just before. */
  List<String> before(int at) {
    int i = at - 1;
    while (i >= 0 && at - i <= 5 && sentence.atoms().get(i) instanceof Atom.Word w && FactKinds.BETWEEN.contains(w.text())) {
      i--;
    }
    if (i < 0 || !(sentence.atoms().get(i) instanceof Atom.Close)) {
      return List.of();
    }
    if (sized(i)) {
      i = opening(i) - 1;
      while (i >= 0 && at - i <= 12 && sentence.atoms().get(i) instanceof Atom.Word w && FactKinds.BETWEEN.contains(w.text())) {
        i--;
      }
    }
    List<String> names = new ArrayList<>();
    for (int guard = 0; guard < 4 && i >= 0 && sentence.atoms().get(i) instanceof Atom.Close; guard++) {
      List<String> here = new ArrayList<>();
      boolean relation = false;
      int open = opening(i);
      for (int k = open; k < i; k++) {
        if (sentence.atoms().get(k) instanceof Atom.Clausal c) {
          relation |= !answer.clauses().get(c.clause()).signs().isEmpty();
          add(here, answer.clauses().get(c.clause()).sides().getFirst().text());
        }
      }
      if (relation) {
        break;
      }
      names.addAll(0, here);
      i = open - 2;
      if (i < 0 || !between(open - 1)) {
        break;
      }
    }
    return List.copyOf(names);
  }

  List<String> inFormula(int close) {
    List<String> names = new ArrayList<>();
    for (int k = opening(close); k < close; k++) {
      if (sentence.atoms().get(k) instanceof Atom.Clausal c && answer.clauses().get(c.clause()).signs().isEmpty()) {
        add(names, answer.clauses().get(c.clause()).sides().getFirst().text());
      }
    }
    return names;
  }

  private boolean between(int at) {
    return switch (sentence.atoms().get(at)) {
      case Atom.Mark(char sign, _) -> sign == ',';
      case Atom.Word w -> w.text().equals("and") || w.text().equals("und") || w.text().equals("y") || w.text().equals("or");
      case Atom.Clausal _, Atom.Link _, Atom.Open _, Atom.Close _, Atom.Pause _, Atom.Lead _ -> false;
    };
  }

  /** The sign of membership, and no longer command. */
  static final java.util.regex.Pattern IN = java.util.regex.Pattern.compile("\\\\in(?![A-Za-z])");

  /** {@code x \in S} names x. */
  static void add(List<String> names, String text) {
    java.util.regex.Matcher in = IN.matcher(text);
    int cut = in.find() ? in.start() : -1;
    String name = (cut >= 0 ? text.substring(0, cut) : text).strip();
    if (!name.isEmpty() && name.length() <= 30 && Sides.name(name)) {
      names.add(name);
    }
  }

  /** The formula that closes here holds sizes only: {@code n \\times n}. */
  private boolean sized(int close) {
    for (int k = opening(close); k < close; k++) {
      if (sentence.atoms().get(k) instanceof Atom.Clausal c && FactKinds.sizes(answer.clauses().get(c.clause()).sides().getFirst().text())) {
        return true;
      }
    }
    return false;
  }

  private int opening(int close) {
    int k = close;
    while (k > 0 && !(sentence.atoms().get(k) instanceof Atom.Open)) {
      k--;
    }
    return k;
  }
}
