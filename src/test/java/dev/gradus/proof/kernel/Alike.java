package dev.gradus.proof.kernel;

import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.Map;

/** Claims up to the names of their letters: two with the same text are one renamed. */
final class Alike {
  private Alike() {}

  static String text(Claim claim) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Term term : ClaimParts.terms(claim)) {
      Terms.visit(
          term,
          t -> {
            if (t instanceof Term.Entry e) {
              names.putIfAbsent(e.family().name(), "L" + names.size());
            }
            for (Index i : Terms.ownIndices(t)) {
              if (i instanceof Index.Free f) {
                names.putIfAbsent(f.name(), "L" + names.size());
              }
            }
          });
    }
    String text = Terms.freshBound(claim.left(), 0) + " " + claim.order() + " " + Terms.freshBound(claim.right(), 0) + " " + claim.assumptions().stream().map(a -> a.fact().toString()).toList();
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace("name=" + name.getKey() + ",", "name=" + name.getValue() + ",");
    }
    return text;
  }
}
