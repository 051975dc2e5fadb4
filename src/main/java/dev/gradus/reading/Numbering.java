package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Statements in source order of their signs, and the statements of each clause. */
record Numbering(List<Place> places, List<List<Integer>> ofClause) {
  /** The sign of a clause. */
  record Place(int clause, int link, int offset) {}

  /** Relations behind this many are not judged. */
  static final int MOST = 20_000;

  static Numbering of(Answer answer) {
    List<Place> places = new ArrayList<>();
    for (int c = 0; c < answer.clauses().size(); c++) {
      Clause clause = answer.clauses().get(c);
      for (int l = 0; l < clause.signs().size(); l++) {
        places.add(new Place(c, l, clause.signs().get(l).span().start()));
      }
    }
    places.sort(Comparator.comparingInt(Place::offset).thenComparingInt(Place::clause).thenComparingInt(Place::link));
    if (places.size() > MOST) {
      places.subList(MOST, places.size()).clear();
    }
    List<List<Integer>> ofClause = new ArrayList<>();
    for (int c = 0; c < answer.clauses().size(); c++) {
      ofClause.add(new ArrayList<>());
    }
    for (int n = 0; n < places.size(); n++) {
      ofClause.get(places.get(n).clause()).add(n);
    }
    return new Numbering(List.copyOf(places), List.copyOf(ofClause));
  }

  /** Statements of a clause, first to last. */
  List<Integer> of(int clause) {
    return ofClause.get(clause);
  }

  /** Statements of these clauses, in the order given, each clause's last sign first. */
  List<Integer> nearestFirst(List<Integer> clauses) {
    List<Integer> out = new ArrayList<>();
    for (int c : clauses) {
      out.addAll(of(c).reversed());
    }
    return out;
  }
}
