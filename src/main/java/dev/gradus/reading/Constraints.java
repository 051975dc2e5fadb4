package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Equations between letters that nothing defines: "the unit circle is x^2 + y^2 = 1", "normalization: sum_k w_k = 1". Printed as a claim is, such a one is a
 * condition on its letters where the words say more than the joints of a proof (READING 9, 11).
 */
final class Constraints {
  private static final Pattern CUES =
      Pattern.compile(
          "\\b(?i:at|on|under|when|whenever|where|boundary|initial\\w*|origin|equilib\\w*|optim\\w*|minim\\w*|maxim\\w*|stationary|critical|constrain\\w*|condition\\w*|normali\\w*"
              + "|roots?|zeros?|solutions?|satisf\\w*|requir\\w*|balance|equally|perfect|saturated|first-order|foc|kkt|need|want|must|points?|plane|hyperplane|circle|line|curve"
              + "|assum\\w*|suppos\\w*|hypothes\\w*|because|since|due|respect|subject|shared|tied)\\b");

  private static final Pattern STATE =
      Pattern.compile("\\b(?i:examples?|forward|backward|steps?|numbers?|numeric\\w*|outputs?|guess|iterations?|epochs?|converged|network|samples?|values?|pass|data|points?|line)\\b");

  /** "Since x^2 > 1", "from the constraint sum_k p_k = 1": what a reason states may be a hypothesis. */
  private static final Pattern REASON =
      Pattern.compile("(^|[.,;:(] ?|\\b(and|but|then|so) )(since|because|as|from|due to|given|by|with|using|under)( (the|a|our|we|have|know|need|that|of|constraint|condition|requirement|fact|all|both|normali[sz]ation|probabilities|weights|sum|now|also|then))*( \\$)?$|\\b(since|because)( [\\p{L}]+){0,4}( \\$)?$");

  /** "It may happen that x + y > 1" */
  private static final Pattern POSSIBLE = Pattern.compile("\\b(possible|possibly|may happen|might happen|can happen|happens|it may be|it could be|could|might|sometimes|occurs?|imagine)( [\\p{L}]+){0,3}( \\$)?$");

  /** "p = c/s and sum_k p_k = 1 give s = ..": what something is drawn from. */
  private static final Pattern PREMISE = Pattern.compile("^(,? ?((and|with|together with) )?\\$)*,? ?((together|both|jointly|then|now|thus) )?(gives?|yields?|impl(y|ies)|forces?|determines?|leads? to)\\b");

  private static final Pattern ASKS = Pattern.compile("^(and |but |so )?(is|are|can|could|does|do|may|might|would|will|should|must|when|where|for which|for what|what|why|how|whether|which)\\b");

  private Constraints() {}

  /**
   * Whether a claim that fails may be such a condition.
   *
   * @param bare no definition and no derivative is used
   * @param words of its sentence
   * @param concludes whether words before it draw it from something
   */
  static boolean possible(Claim claim, boolean bare, String words, boolean concludes) {
    boolean conditioned = claim.assumptions().stream().anyMatch(a -> a.origin() == Assumption.Origin.STATED && !bound(a.fact()));
    if (!bare || conditioned || Terms.families(claim.left(), claim.right()).isEmpty() || claim.order() != Claim.Order.EQUAL || !claim.explicit().isEmpty()) {
      return false;
    }
    boolean number = number(claim.left()) || number(claim.right());
    if (List.of(claim.left(), claim.right()).stream().anyMatch(Constraints::transcendental)) {
      return CUES.matcher(words).find() || (number && !PlainTalk.is(words));
    }
    return (number && !concludes) || !PlainTalk.is(words);
  }

  /** What only bounds the entries of a family says nothing of what they sum to. */
  private static boolean bound(Fact fact) {
    return fact instanceof Fact.AllPositive || fact instanceof Fact.AllInUnitInterval;
  }

  /**
   * Whether one side is a number and the other depends on letters and lies on either side of it: what holds at one point, in an example or a step, may be meant
   * (READING 11).
   */
  static boolean valued(Claim claim, Statement s, String words, boolean decimal, Predicate<Claim> refuted) {
    boolean reason = s.after().isEmpty() && (REASON.matcher(s.opens()).find() || PREMISE.matcher(s.closes().strip()).find() || POSSIBLE.matcher(s.opens()).find() || (ASKS.matcher(s.opens().strip()).find() && s.closes().contains("?")));
    if (reason && claim.order() != Claim.Order.EQUAL && claim.order() != Claim.Order.NOT_EQUAL && claim.explicit().isEmpty()) {
      // it holds somewhere: a reason or a question of what holds there
      return refuted.test(ordered(claim, claim.order() == Claim.Order.LESS ? Claim.Order.GREATER_OR_EQUAL : claim.order() == Claim.Order.GREATER ? Claim.Order.LESS_OR_EQUAL : claim.order() == Claim.Order.LESS_OR_EQUAL ? Claim.Order.GREATER : Claim.Order.LESS));
    }
    boolean value = (decimal || reason || STATE.matcher(words).find()) && claim.order() == Claim.Order.EQUAL && !Terms.holdsLimit(claim.left()) && !Terms.holdsLimit(claim.right()) && claim.explicit().isEmpty() && number(claim.left()) != number(claim.right());
    return value && Stream.of(Claim.Order.LESS_OR_EQUAL, Claim.Order.GREATER_OR_EQUAL).allMatch(o -> refuted.test(ordered(claim, o)));
  }

  private static Claim ordered(Claim c, Claim.Order order) {
    return new Claim(c.left(), order, c.right(), c.assumptions(), c.explicit(), c.context());
  }

  private static boolean number(Term side) {
    return Terms.families(side).isEmpty() && !sized(side);
  }

  private static boolean sized(Term term) {
    return term instanceof Term.Over || term instanceof Term.Size || term instanceof Term.Place || Terms.parts(term).stream().anyMatch(Constraints::sized);
  }

  private static boolean transcendental(Term term) {
    boolean here = term instanceof Term.Apply a && a.function() != Elementary.SQRT && a.function() != Elementary.STEP;
    return here || Terms.parts(term).stream().anyMatch(Constraints::transcendental);
  }
}
