package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * v of v + 1 = u^2, where nothing speaks of v before and of all else the text did: it has the value that makes the equation hold (SOUNDNESS 24), as a letter has
 * that first occurs on a right side (READING 22). The v of J(v) is any number: the text speaks of J.
 *
 * @param seen the names that the text speaks of before
 */
record FreshLetters(Mentions mentions, Set<String> seen) {
  /** The letters of a statement's left side that it gives a value to. */
  private Set<String> onTheLeft(Printed p, Set<String> explicit) {
    Set<String> other = new TreeSet<>();
    collect(p.right(), true, other);
    Set<String> own = new TreeSet<>();
    collect(p.left(), false, own);
    boolean some = Stream.concat(other.stream(), own.stream()).anyMatch(seen::contains);
    boolean equation = p.statement().sign().sign() == RelationSign.EQUAL && p.statement().after().isEmpty();
    if (!equation || !some || !seen.containsAll(other)) {
      return Collections.emptySet();
    }
    // a shift by c in each of several places is by any c
    own.removeIf(k -> known(k) || explicit.contains(k) || times(p.left(), k) > 1);
    return own;
  }

  private int times(Notation n, String key) {
    boolean here = mentions.of(n).filter(m -> m.key().equals(key)).isPresent();
    return here ? 1 : Notations.children(n).stream().mapToInt(c -> times(c, key)).sum();
  }

  /** In: a statement with the names of its sides, and those that range over all values. Leaves of the names of the right side those that it gives values to, with those of the left. */
  void only(Printed p, Set<String> left, Set<String> right, Set<String> explicit) {
    right.removeIf(k -> left.contains(k) || known(k));
    right.addAll(onTheLeft(p, explicit));
  }

  private boolean known(String key) {
    return seen.contains(key) || Members.family(key).filter(seen::contains).isPresent();
  }

  /**
   * In: a statement with what became of it. An equation that was left open may give its fresh letters values: of these nothing is known to the part's end (READING
   * 22). A hypothesis holds of all values that meet it.
   */
  void after(Printed p, Outcome outcome, Names names) {
    Part part = p.statement().part();
    boolean open = outcome.isLeftOpen() && p.statement().cue() != Statement.Cue.ASSUMED && p.statement().sign().sign() == RelationSign.EQUAL && p.statement().after().isEmpty();
    if (open) {
      Stream.concat(onTheLeft(p, Collections.emptySet()).stream(), onTheRight(p).stream()).filter(k -> names.definition(k, part).isEmpty()).forEach(k -> names.forget(k, part));
      // where a name has an equation that does not follow from that of another section, it may mean something else from here on (READING 17)
      Head.of(p.left(), mentions).map(h -> h.mention().key()).filter(k -> outcome.code().startsWith("condition") && names.definition(k, part).filter(d -> !d.part().section().equals(part.section())).isPresent()).ifPresent(k -> names.forget(k, part));
    }
  }

  private Set<String> onTheRight(Printed p) {
    Set<String> left = new TreeSet<>();
    collect(p.left(), true, left);
    Set<String> right = new TreeSet<>();
    if (left.stream().anyMatch(seen::contains)) {
      collect(p.right(), false, right);
    }
    right.removeIf(k -> left.contains(k) || known(k));
    return right;
  }

  /** The names of an expression: without index letters and standard functions, and as asked without those that functions and derivatives are taken of. */
  private void collect(Notation n, boolean arguments, Set<String> found) {
    if (!arguments && Differentials.whole(n)) {
      return;
    }
    Optional<Mention> m = mentions.of(n);
    if (m.isPresent()) {
      m.map(Mention::key).filter(k -> !Functions.usual(k) && !Functions.usual(k.replace("\\", ""))).ifPresent(found::add);
      m.get().exponent().ifPresent(e -> collect(e, arguments, found));
    } else if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k < j.factors().size(); k++) {
        boolean argument = k > 0 && j.factors().get(k).op() == Notation.Op.NONE && mentions.of(j.factors().get(k - 1).item()).isPresent() && Notations.bracket(j.factors().get(k).item()).isPresent();
        if (arguments || !argument) {
          collect(j.factors().get(k).item(), arguments, found);
        }
      }
    } else {
      Notations.children(n).forEach(c -> collect(c, arguments, found));
    }
  }
}
