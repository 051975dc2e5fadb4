package dev.gradus.reading;

import dev.gradus.document.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** "Now let y be any target distribution", "take any x": letters that a sentence lets be anything of a kind: what was said of them before ends (READING 3). */
final class AnyLetters {
  private static final List<String> ANY = List.of("any", "arbitrary", "general", "generic");
  private static final List<String> LETS = List.of("let", "take", "consider", "suppose", "assume", "choose", "pick", "for");
  private static final List<String> BEING = List.of("be", "is", "denote");
  private static final List<String> ARTICLES = List.of("a", "an", "now", "instead", "the", "completely", "real", "square", "number", "vector", "matrix", "point", "targets", "target", "label", "labels");

  /** How many words may stand between what lets a letter be and the letter. */
  private static final int NEAR = 4;

  private AnyLetters() {}

  static Set<String> of(Sentence sentence, Answer answer) {
    Set<String> found = new TreeSet<>();
    NamesNear near = new NamesNear(sentence, answer);
    List<Atom> atoms = sentence.atoms();
    for (int i = 0; i < atoms.size(); i++) {
      if (atoms.get(i) instanceof Atom.Word w && ANY.contains(w.text())) {
        int back = i - 1;
        while (back >= 0 && word(atoms, back, ARTICLES)) {
          back--;
        }
        if (word(atoms, back, BEING) && lets(sentence, back)) {
          found.addAll(near.before(back));
        } else if (word(atoms, back, LETS)) {
          int on = i + 1;
          while (on < atoms.size() && on - i < NEAR && word(atoms, on, ARTICLES)) {
            on++;
          }
          found.addAll(near.from(on));
        }
      }
    }
    return found;
  }

  private static boolean word(List<Atom> atoms, int at, List<String> words) {
    return at >= 0 && atoms.get(at) instanceof Atom.Word w && words.contains(w.text());
  }

  /** "let y be": not "y is any of them". */
  private static boolean lets(Sentence sentence, int at) {
    return sentence.atoms().subList(0, at).stream().anyMatch(a -> a instanceof Atom.Word w && LETS.contains(w.text()));
  }
}
