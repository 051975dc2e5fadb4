package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stated shapes that no reading can fit (SOUNDNESS 7c): every reading of a claim needs two stated sizes equal that have letters of their own. It fails
 * wherever they differ.
 */
final class Misshapen {
  /** A letter, perhaps with a label below. */
  private static final Pattern LETTER = Pattern.compile("[A-Za-z](_\\{?[A-Za-z0-9]{1,6}}?)?");

  private final Survey survey;
  private final Names names;
  private final Ranges ranges;

  Misshapen(Survey survey, Names names, Ranges ranges) {
    this.survey = survey;
    this.names = names;
    this.ranges = ranges;
  }

  /**
   * What the first reading would need: the equation of two sizes. Empty unless every reading fails by such a pair, also those in which derivatives by
   * matrices are laid out the other way ({@code turned}, READING 28).
   */
  Optional<Claim> needed(Printed p, Attempts.Subject subject, List<Attempt> all, Supplier<List<Attempt>> turned) {
    boolean sizes = fail(all, subject.part()) && fail(turned.get(), subject.part());
    boolean bare = Stream.concat(subject.conditions().stream(), subject.maybe().stream()).noneMatch(c -> c.sign() == RelationSign.EQUAL) && p.statement().notes().unread().isEmpty() && PlainTalk.is(p.statement().words()) && !names.told().words().sayEqualSizes(p.statement().part());
    if (!sizes || !bare || !known(p.left(), subject.part()) || !known(p.right(), subject.part())) {
      return Optional.empty();
    }
    ReadingReason.Sizes first = (ReadingReason.Sizes) ((Attempt.Fell) all.get(0)).reason();
    return Optional.of(new Claim(new Term.Size(Range.of(first.one())), Claim.Order.EQUAL, new Term.Size(Range.of(first.other())), List.of(), List.of(), List.of()));
  }

  private boolean fail(List<Attempt> all, Part part) {
    return !all.isEmpty() && all.stream().allMatch(a -> a instanceof Attempt.Fell f && f.reason() instanceof ReadingReason.Sizes s && stated(s, part));
  }

  /** Whether both are sizes of declared arrays; n beside N may be one letter in two scripts. */
  private boolean stated(ReadingReason.Sizes s, Part part) {
    Set<String> declared = declared(part);
    boolean letters = LETTER.matcher(s.one()).matches() && LETTER.matcher(s.other()).matches();
    return letters && declared.contains(s.one()) && declared.contains(s.other()) && !s.one().toLowerCase(Locale.ROOT).equals(s.other().toLowerCase(Locale.ROOT));
  }

  /** The sizes of arrays whose shapes the text states. */
  private Set<String> declared(Part part) {
    Set<String> declared = new TreeSet<>();
    names.quantities().stream().filter(q -> q.declared() && part.within(q.part())).forEach(q -> q.axes().forEach(r -> declared.add(ranges.shown(r).name())));
    return declared;
  }

  /** y beside y_i, where i runs over a stated size: whatever its elements are, it has so many. */
  private boolean counted(String name, Part part) {
    Trace uses = survey.everywhere(name, part);
    return uses.indices == 1 && uses.stated.isEmpty() && !uses.matrixLike && names.quantity(name).filter(q -> q.axes().size() == 1 && declared(part).contains(ranges.shown(q.axes().getFirst()).name())).isPresent();
  }

  /** Whether the shape of every name in a side is stated, follows from its definition, or is that of a number: what the other uses of a letter showed may be wrong. */
  private boolean known(Notation side, Part part) {
    Set<String> found = new TreeSet<>();
    Definitions.collect(side, survey.mentions(), found);
    for (String name : found) {
      boolean index = survey.isIndex(name) && names.quantity(name).isEmpty();
      boolean function = Functions.standard(name) || Shapes.identityName(name) || List.of("e", "\\pi", "\\partial", "d", "\\nabla", "T").contains(name);
      boolean shaped =
          names.definition(name, part).filter(d -> part.within(d.part())).isPresent()
              || names.quantity(name).filter(q -> q.declared() && part.within(q.part())).isPresent();
      boolean loss = !names.argumentsOf(name, part).isEmpty() && names.quantity(name).filter(q -> !q.axes().isEmpty()).isEmpty();
      if (!index && !function && !shaped && !loss && !counted(name, part)) {
        return false;
      }
    }
    return true;
  }
}
