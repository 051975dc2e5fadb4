package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.List;
import java.util.Optional;

/**
 * A definition by a function of which the document says nothing but what the next link has in its place: {@code h(x) = g(\theta^T x) = 1/(1 + e^{-\theta^T x})}. What h is stands in the next
 * link (READING 14, 22).
 */
record SpelledOut(List<Printed> printed, List<PrintedFragment> fragments, Mentions mentions) {
  /** In: an equation and what it introduces. Out: the same with the value that the next link spells out; as it is where the function is known, or spoken of, anywhere. */
  Introductions.Introduction of(Printed p, Introductions.Introduction i) {
    int next = p.statement().number() + 1;
    Optional<String> opaque = next < printed.size() && printed.get(next).statement().after().filter(a -> a == next - 1).isPresent() ? applied(i.body()) : Optional.empty();
    boolean alone = opaque.filter(g -> unknown(g) && Lowering.isEquation(printed.get(next).statement())).isPresent();
    Notation spelled = alone ? printed.get(next).right() : i.body();
    boolean said = alone && !Definitions.mentions(spelled, opaque.get(), mentions) && !Definitions.mentions(spelled, i.head().mention().key(), mentions) && Notations.unreadable(spelled).isEmpty();
    return said ? new Introductions.Introduction(i.head(), spelled, i.standing()) : i;
  }

  /** The name of the function that a side consists of with its argument. */
  private Optional<String> applied(Notation n) {
    boolean call = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && j.factors().get(1).op() == Notation.Op.NONE && Notations.bracket(j.factors().get(1).item()).filter(b -> b.open().equals("(")).isPresent();
    return call && n instanceof Notation.Juxtaposed j ? mentions.of(j.factors().getFirst().item()).filter(m -> m.bare() && !PrintedHead.probability(m) && !Functions.library(m.base()) && !Functions.standard(m.key())).map(Mention::key) : Optional.empty();
  }

  /** Whether no equation gives a function and no words speak of it. */
  private boolean unknown(String key) {
    boolean headed = printed.stream().anyMatch(q -> Head.of(q.left(), mentions).filter(h -> h.mention().key().equals(key)).isPresent());
    boolean named = fragments.stream().anyMatch(f -> Definitions.mentions(f.notation(), key, mentions));
    return !headed && !named && !key.equals("\\sigma");
  }
}
