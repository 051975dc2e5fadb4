package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.reading.Statement.Cue;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Which conditions serve no other sentence's conclusion, although it is drawn from what stands under them (READING 1, 2): of one of several cases, of an item that ended, of a
 * value that was only tried.
 *
 * @param cues what each clause is
 * @param sentences the sentence of a clause
 */
record Alternatives(Answer answer, Flow.Result flow, Map<Integer, Cue> cues, IntFunction<Optional<Sentence>> sentences) {
  /** "Plug in x = 1", "Quick check for n = 1" */
  private static final Pattern TRIED =
      Pattern.compile("\\b(plug(ging)?( this| it)? in|try(ing)?|test(s|ed|ing)?|check(s|ed|ing)?|verify|verifying|sanity|e\\.g|for example|for instance|probe|experiment|substitut(e|ing) (say|for example))\\b");

  /** In: a condition, and a clause of another sentence. Out: whether that clause leans on it no longer for being drawn from what stands under it. */
  boolean over(int condition, int clause) {
    return oneOfSeveral(condition, clause) || !part(clause).within(part(condition)) || tried(condition);
  }

  private Part part(int clause) {
    return flow.parts().get(flow.partOf().get(Cells.owner(answer, clause)));
  }

  /** Another condition on the same letters stands in the same part, or in the part before or behind, out of which the paragraph of the clause may have gone: cases. */
  private boolean oneOfSeveral(int condition, int clause) {
    Part own = part(condition);
    boolean inside = part(clause).equals(own) && !paragraphBetween(condition, clause);
    return cues.entrySet().stream()
        .filter(e -> e.getKey() != condition && e.getValue() == Cue.ASSUMED && Lifetimes.sameLetters(answer.clauses().get(e.getKey()), answer.clauses().get(condition)))
        .map(e -> part(e.getKey()))
        .anyMatch(p -> p.equals(own) || (!inside && !own.heading() && own.parent().isPresent() && p.parent().equals(own.parent())));
  }

  /** Whether a paragraph that concludes stands between, so that the clause may be drawn from all cases: "so ..", "putting these together ..". */
  boolean concluded(int condition, int clause) {
    Optional<Sentence> first = sentences.apply(condition);
    Optional<Sentence> last = sentences.apply(clause);
    boolean bare = Sides.set(answer.clauses().get(condition)) || Sides.bareRange(answer.clauses().get(condition));
    return bare
        && first.isPresent()
        && last.isPresent()
        && flow.sentences().stream().anyMatch(s -> s.number() > first.get().number() && s.number() <= last.get().number() && s.paragraph() && (Lifted.concludes(s) || JOINS.matcher(s.words(0, 8)).find()))
        && oneOfSeveral(condition, clause);
  }

  private static final Pattern JOINS = Pattern.compile("\\b(together|combin(e|ed|ing)|both|all cases|summary|summari[sz]ing|conclusion|conclude|in total|altogether|overall|unif(y|ying|ied))\\b");

  private boolean paragraphBetween(int from, int to) {
    Optional<Sentence> first = sentences.apply(from);
    Optional<Sentence> last = sentences.apply(to);
    return first.isPresent() && last.isPresent() && flow.sentences().stream().anyMatch(s -> s.number() > first.get().number() && s.number() <= last.get().number() && s.paragraph());
  }

  private boolean tried(int condition) {
    return (Sides.set(answer.clauses().get(condition)) || Sides.bareRange(answer.clauses().get(condition)))
        && sentences.apply(condition).filter(s -> TRIED.matcher(s.words(0, s.atoms().size())).find()).isPresent();
  }
}
