package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;

/** A sentence: prose with its formulas, and the display it opens. {@code part} is where it begins; {@code paragraph} when a paragraph may begin with it. */
record Sentence(int number, int part, boolean paragraph, List<Atom> atoms) {
  Sentence {
    atoms = List.copyOf(atoms);
  }

  /** The words from atom {@code from} to {@code to}, formulas as {@code $}. */
  String words(int from, int to) {
    StringBuilder b = new StringBuilder();
    for (int i = Math.max(0, from); i < Math.min(to, atoms.size()); i++) {
      switch (atoms.get(i)) {
        case Atom.Word w -> b.append(b.isEmpty() ? "" : " ").append(w.text());
        case Atom.Open _ -> b.append(b.isEmpty() ? "" : " ").append('$');
        case Atom.Mark m -> {
          if (!m.inFormula()) {
            b.append(m.sign() == '(' ? " (" : String.valueOf(m.sign()));
          }
        }
        case Atom.Clausal _, Atom.Link _, Atom.Close _, Atom.Pause _, Atom.Lead _ -> {}
      }
    }
    return b.toString().strip();
  }

  /** The words from atom {@code at} on that follow each other without anything between. */
  List<String> run(int at) {
    List<String> run = new ArrayList<>();
    for (int i = at; i < atoms.size() && run.size() < 6 && atoms.get(i) instanceof Atom.Word w; i++) {
      run.add(w.text());
    }
    return run;
  }

  /** Whether a clause stands in it. */
  boolean hasClause() {
    return atoms.stream().anyMatch(a -> a instanceof Atom.Clausal);
  }
}
