package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Doubts.Doubt;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Terms;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that say of which elements, where, or of which meaning of its names a claim is made, so that it is not refuted as one about all, everywhere and now (READING 2, 6, 17). */
final class Placed {
  private Placed() {}

  /** In: a reading, whether it holds or fails. Out: that the words of its sentence speak of something else than what is printed. */
  static Optional<Doubt> otherwise(Statement s, Attempt.Read r, Names names) {
    return LeftOut.of(s, r, names).map(w -> "words leave out what is printed: " + w).or(() -> OtherWorld.said(s).map(w -> "words change what its letters are: " + w)).or(() -> Altered.said(s, r, names).map(w -> "words change what it rests on: " + w)).or(() -> product(s, r, names).map(w -> "letters stand for what does not multiply as numbers do: " + w)).map(because -> new Doubt("meaning.in-words", because));
  }

  private static final Pattern PRODUCT =
      Pattern.compile("\\b(?:(?:matrix|cross|outer|tensor|kronecker|vector|quaternion|lie|group) (?:products?|multiplications?)|matrix multiplications?|(?:composition|convolution|concatenation) (?:of|is|satisfies)|(?:products?|multiplying|multiplication of|multiply)(?: of)?(?: two| the)? (?:matrices|quaternions|operators|functions))\\b");

  /** "The matrix product of $a$ and $b$ satisfies $ab = ba$": letters that are read as numbers only because nothing says what they are. */
  private static Optional<String> product(Statement s, Attempt.Read r, Names names) {
    Matcher m = PRODUCT.matcher(s.words().toLowerCase(Locale.ROOT));
    Matcher called = CALLED.matcher(s.part().own());
    Optional<String> said = m.find() ? Optional.of(m.group()) : called.find() ? Optional.of(called.group()) : Optional.empty();
    Set<Family> families = Terms.families(r.claim().left(), r.claim().right());
    boolean numbers = families.stream().filter(f -> f.isScalar() && f.derivatives().isEmpty() && f.kind() == Family.Kind.VARIABLE && names.definition(f.name(), s.part()).isEmpty() && names.quantity(f.name()).filter(Names.Quantity::declared).isEmpty()).count() > 1;
    return said.filter(w -> numbers && families.stream().allMatch(Family::isScalar));
  }

  private static final Pattern CALLED = Pattern.compile("\\b(?:is|denotes|means|stands for|be) (?:the |a )?(?:matrix|cross|outer|tensor|kronecker) product\\b");

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
