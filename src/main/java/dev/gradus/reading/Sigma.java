package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * An undefined sigma (READING 21). A definition keeps it as a function of which nothing is known, so that every claim that leans on the definition can take it in
 * each of its meanings.
 */
final class Sigma {
  private static final String NAME = "\\sigma";

  /** How it stands in the value of a definition; an unknown function of the text has another kind. */
  private static final Function KEPT = new Function.Opaque(NAME, 0, Family.Kind.VARIABLE);

  /** A reading has an undefined sigma in a definition that it leans on. */
  static final String DEFINED_WITH = "activation in a definition";

  private Sigma() {}

  /** Whether a reading has an undefined sigma. */
  static boolean isUsed(Collection<String> used) {
    return used.contains("activation") || used.contains(DEFINED_WITH);
  }

  /**
   * "a = sigma(z). We use sigma(x) = tanh(x)": an equation for sigma that some of its meanings make true says which one it is (READING 21, "the one the text names"), unless a claim before it
   * was proved with another one (READING 14).
   */
  static boolean isSaid(Printed p, Head head, Outcome outcome, Collection<Outcome> before, Mentions mentions) {
    if (before.stream().anyMatch(o -> o.statement().part().near(p.statement().part()) && Inferred.sigma(o))) {
      return false;
    }
    boolean open = outcome instanceof Outcome.Open && p.statement().conditions().isEmpty() && p.statement().notes().maybe().isEmpty();
    return open && head.mention().key().equals(NAME) && head.parameters().size() == 1 && Definitions.mentions(p.right(), head.parameters().getFirst(), mentions) && !Definitions.mentions(p.right(), NAME, mentions);
  }

  static Term kept(Term u) {
    return new Term.Apply(KEPT, u);
  }

  /** In: a term, and what to put for a kept sigma that was differentiated so often, at an argument. Out: the term without it. */
  static Term settled(Term term, BiFunction<Integer, Term, Term> meaning) {
    Term inner = Terms.mapParts(term, t -> settled(t, meaning));
    return inner instanceof Term.Apply(Function.Opaque f, Term u) && f.name().equals(NAME) && f.kind() == Family.Kind.VARIABLE ? meaning.apply(f.order(), u) : inner;
  }

  /** Its value at an entry of its argument. */
  static Term at(Activation activation, Term u, Session session) {
    return switch (activation) {
      case LOGISTIC -> Terms.logistic(u);
      case RELU -> Terms.relu(u);
      case LEAKY_RELU -> ScalarFunctions.leaky(u, Rational.of(1, 100));
      case SOFTPLUS -> ScalarFunctions.softplus(u);
      case TANH -> ScalarFunctions.tanh(u);
      case SOFTMAX -> share(u, session);
    };
  }

  /** Of softmax, the component of the only element that the argument speaks of. */
  private static Term share(Term u, Session session) {
    Set<Index> elements = new LinkedHashSet<>(Terms.openIndices(u));
    Terms.visit(u, t -> Terms.ownIndices(t).stream().filter(i -> i instanceof Index.Bound).forEach(elements::add));
    Terms.visit(u, t -> {
      if (t instanceof Term.Over o) {
        elements.remove(o.index());
      }
    });
    elements.removeIf(i -> i instanceof Index.Literal);
    if (elements.size() != 1) {
      throw Misfit.shape("a function of a vector, of a number");
    }
    Index element = elements.iterator().next();
    Index.Bound over = session.binder(element.range());
    Term each = session.fresh(Value.number(Terms.substitute(u, Collections.singletonMap(element, over)))).body();
    return Terms.divide(Terms.exp(u), new Term.Over(over, Terms.exp(each)));
  }
}
