package dev.gradus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Words of a sentence that say nothing of where a relation holds: joints of a proof, names of its operations and of what it is about. */
final class PlainTalk {
  private static final Set<String> WORDS =
      listed(
          """
          a above activation activations after again all also always an and another answer any application applied applies apply applying arbitrary are as at
          backprop backpropagate backpropagating backpropagation backward batch be because become becomes been before below bias biases both bounded but by
          calculate calculated calculating calculation can cancel ce chain check claim coefficient collect combine combined combining compact compactly compare
          comparing component componentwise compute computed computing conclude conclusion consider constant constants could counting cross cross-entropy data
          dataset define defined definition delta denominator denote derivation derivative derivatives derive derived differentiate differentiated differentiating
          differentiation directly do does done each easily easy element element-wise elementwise end entries entropy entrywise equal equals equation equations
          error evaluate every exercise expand expanding expansion exponent exponential exponentials expression fact factor factoring factors finally find first
          follow following follows for form formula forward found frobenius from function functions further general generally get gets give given gives gradient
          hand has have having hence here hessian hidden holds how however identity immediately implies in indeed index input inputs inserting into is it its
          jacobian jacobians just know known kronecker last layer left lemma let lhs like line log log-likelihood log-softmax logarithm logistic logit logits loss
          made make matrices matrix me mean means minus model more moreover multiply multiplying must my namely need network neural next norm note notice now number
          numbers numerator obtain obtained obtaining of on once or order original our out output outputs over pairs parameter parameters part partial pass plug
          plugging plus powers previous probability problem product proof property prove quadratic question quotient real reals rearrange rearranging reason recall
          regression relation remember replace replacing respect result results rewrite rewriting rhs root row-wise rowwise rule say second see sentence set show
          shows side sides sigmoid similar similarly simple simplification simplified simplifies simplify simplifying simply since slope so softmax softplus
          solution solve split splits splitting square squared standard start starting statement step steps straightforward substitute substituting substitution
          subtract sum summing sums take taken taking tanh task temperature term terms than that the their them then theorem there therefore these they this those
          thus to together total trace two upstream us use used uses using value values variable vector vectors verify version via w.r.t want was way we weight
          weights well what where which why with words write writing written wrt yields you your
          """);

  private static final Set<String> OPENERS = listed("assume assuming given if let provided suppose when whenever where with");

  private PlainTalk() {}

  private static Set<String> listed(String words) {
    return new TreeSet<>(List.of(words.strip().split("\\s+", -1)));
  }

  /** Whether every word of a sentence's text, formulas as {@code $}, is such a word. */
  static boolean is(String text) {
    return is(text, false);
  }

  /**
   * The same.
   *
   * @param conditions whether the sentence's conditions were read: then the words that open one say nothing more
   */
  static boolean is(String text, boolean conditions) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("same (reason|way|argument|steps?)", "");
    for (String word : words.split("[^\\p{L}\\p{N}.-]+", -1)) {
      String bare = word.replaceAll("^[.-]+|[.-]+$", "");
      if (!bare.isEmpty() && !bare.chars().allMatch(Character::isDigit) && !WORDS.contains(bare) && !(conditions && OPENERS.contains(bare))) {
        return false;
      }
    }
    return true;
  }
}
