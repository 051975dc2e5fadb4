package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;

/** Names that have the shape of another one by an equation, and what a product shows of the name in it. */
final class SameShape {
  private SameShape() {}

  /** Takes in what an equation shows: of another name for a layer, and of p_t = softmax(s_t) whose left side is a vector elsewhere. */
  static void show(Survey.Equation e, Survey survey) {
    Mentions mentions = survey.mentions();
    // a^{(0)} = x: what a layer passes on is a vector at every layer, whatever it is called
    Optional<Mention> of = mentions.of(e.left()).filter(m -> m.bare() && !mentions.layers().together(m.key()).equals(m.key()));
    Optional<Mention> other = mentions.of(e.right()).filter(Mention::bare);
    if (of.isPresent() && other.isPresent() && Shapes.rank(survey.everywhere(of.get().key()), of.get()) == 1) {
      survey.show(other.get().key(), 0, 1);
    }
    Optional<Mention> left = mentions.of(e.left()).filter(m -> m.plain() && !m.indices().isEmpty());
    Optional<Mention> argument = softmaxOf(e.right(), mentions).filter(m -> m.plain() && left.filter(l -> l.indices().size() == m.indices().size()).isPresent());
    if (argument.isPresent() && survey.everywhere(left.get().key()).needed(left.get().indices().size()) > left.get().indices().size()) {
      survey.show(argument.get().key(), argument.get().indices().size(), argument.get().indices().size() + 1);
    }
    ProductShapes.show(e.left(), survey);
    ProductShapes.show(e.right(), survey);
    ProductShapes.layer(e.left(), e.right(), survey);
  }

  /** f \odot c: a letter of which nothing shows how many axes it has has those of the array that it is multiplied with entry by entry. */
  static void entrywise(List<Notation.Factor> factors, Session session) {
    for (int k = 0; k + 1 < factors.size(); k++) {
      boolean entries = factors.get(k + 1).op() == Notation.Op.ODOT || factors.get(k + 1).op() == Notation.Op.CIRC;
      Optional<Mention> a = session.mentions().of(factors.get(k).item()).filter(Mention::bare);
      Optional<Mention> b = session.mentions().of(factors.get(k + 1).item()).filter(Mention::bare);
      if (entries && a.isPresent() && b.isPresent()) {
        show(b.get(), a.get(), session);
        show(a.get(), b.get(), session);
      }
    }
  }

  private static void show(Mention open, Mention known, Session session) {
    Optional<Integer> axes = session.names.definition(known.key(), session.part).flatMap(Definition::value).map(Value::rank).filter(r -> r > 0);
    Trace uses = session.survey.everywhere(open.key());
    if (axes.isPresent() && session.names.quantity(open.key()).isEmpty() && Shapes.rank(uses, open) == 0 && uses.stated.isEmpty() && !uses.scalarLike) {
      session.shapes.putIfAbsent(open.key(), axes.get());
    }
  }

  private static Optional<Mention> softmaxOf(Notation n, Mentions mentions) {
    boolean call = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && mentions.of(j.factors().get(0).item()).filter(m -> m.key().equalsIgnoreCase("softmax")).isPresent();
    return call && n instanceof Notation.Juxtaposed j ? Notations.bracket(j.factors().get(1).item()).flatMap(b -> mentions.of(b.body())) : Optional.empty();
  }

  /** The name at a place of a product, the one behind the logarithm there: y^T log p is a product of y and log p. */
  static Optional<Mention> behind(Notation.Juxtaposed j, int at, Mentions mentions) {
    Optional<Mention> here = mentions.of(j.factors().get(at).item());
    boolean logarithm = here.filter(m -> List.of("log", "ln", "\\log", "\\ln").contains(m.key())).isPresent() && at + 1 < j.factors().size();
    return logarithm ? mentions.of(j.factors().get(at + 1).item()).filter(Mention::plain) : here;
  }

  /** y u^T v, y u^T A v: what stands in front of an inner product may be a number. */
  static boolean innerProduct(Mention transposed, Notation.Juxtaposed j, int next, Mentions mentions) {
    int at = next;
    while (beside(j, at) && mentions.of(j.factors().get(at).item()).filter(m -> m.bare() && Survey.upper(m.base())).isPresent()) {
      at++;
    }
    return beside(j, at) && !Survey.upper(transposed.base()) && mentions.of(j.factors().get(at).item()).filter(v -> v.plain() && !Survey.upper(v.base())).isPresent();
  }

  private static boolean beside(Notation.Juxtaposed j, int at) {
    return at < j.factors().size() && (j.factors().get(at).op() == Notation.Op.NONE || j.factors().get(at).op() == Notation.Op.DOT);
  }
}
