package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Doubts.Doubt;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that say of which elements, where, or of which meaning of its names a claim is made, so that it is not refuted as one about all, everywhere and now (READING 2, 6, 17). */
final class Placed {
  private Placed() {}

  /** In: a reading, whether it holds or fails. Out: that the words of its sentence speak of something else than what is printed. */
  static Optional<Doubt> otherwise(Statement s, Attempt.Read r, Names names) {
    return LeftOut.of(s, r, names).map(w -> "words leave out what is printed: " + w).or(() -> OtherWorld.said(s).map(w -> "words change what its letters are: " + w)).map(because -> new Doubt("meaning.in-words", because));
  }

  /** In: a reading that fails. Out: what the words of its sentence make of it. */
  static Optional<Doubt> doubt(Statement s, Attempt.Read r, Names names, Map<Integer, Outcome> outcomes, Trial tried) {
    if (EarlierMeaning.is(s)) {
      return Optional.of(new Doubt("symbol.undefined", "it says what was so before: with which meaning of its names?"));
    }
    Optional<Doubt> other = otherwise(s, r, names);
    if (other.isPresent()) {
      return other;
    }
    Claim claim = r.narrowed().orElse(r.claim());
    Described described = names.told().described();
    Stream<String> letters = Stream.concat(Terms.openIndices(claim.left(), claim.right()).stream().filter(i -> i instanceof Index.Free).map(i -> ((Index.Free) i).name()), Terms.families(claim.left(), claim.right()).stream().map(Family::name));
    Optional<String> some = letters.filter(l -> described.singledOut().some(l, s)).findFirst();
    Stream<Statement> leaned = names.definitions(r.used(), s.part()).flatMap(d -> Optional.ofNullable(outcomes.get(d.statement())).stream()).map(Outcome::statement);
    return some.map(l -> new Doubt("condition.unclear", "it is said of some " + l + " only")).or(() -> described.stretches().open(s, leaned, claim, tried).map(i -> new Doubt("condition.unclear", "it fails, but perhaps not in " + i)));
  }
}
