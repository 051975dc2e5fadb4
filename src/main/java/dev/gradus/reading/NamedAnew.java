package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second equation that words call something else than the first one, "SVM loss: L_i = ..", "Softmax loss: L_i = ..": it contradicts nothing, and the name is open from there (READING 15). */
final class NamedAnew {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:^|[.;:$] ?)((?:[\\p{L}0-9-]+ ){1,5}(?:loss|cost|error|objective|risk|penalty|regularizer|kernel|activation|model|likelihood|criterion|divergence|score|function|version|variant)|(?:(?:the|a|an|our|this|for|and|now) )?(?:leaky )?(?i:softmax|sigmoid|logistic|tanh|hyperbolic tangent|relu|softplus|swish|gelu|elu))(?: function)?(?: is| becomes| reads|,? we have)?[:,]?$");

  /** "Hinge:", "Second choice:", a few words that are all of a sentence or a part's label; not those that go on from what stands above. */
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}' -]{3,40}[.:]?");

  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)\\b(so|thus|hence|then|therefore|now|here|again|also|finally|result|answer|solution|proof|claim|check|note|remark|simplif\\w+|expand\\w*|rewrit\\w+|rearrang\\w+|substitut\\w+|equivalent\\w*|alternative\\w*|in other words|other form|form|that is|i e|derivative|gradient|value|"
              + "step|case|part|question|exercise|problem|task|answers?|line|row|forward|backward|pass|expression|formula|equation|we|it|this|which|by|using|from|with|since|because|as|show|shown|find|compute|prove|get|gives?|obtain\\w*)\\b");

  /** "Its inverse is h(y) = ..": what the words say a name is may be another thing than the equation behind them. */
  private static final Pattern DESCRIBED =
      Pattern.compile("\\b(derivative|gradient|slope|jacobian|hessian|inverse|antiderivative|integral)( function)?( of( the| its)?( \\p{L}+)? ?\\$| of it)?( is| becomes| reads| is given by|:|,)?( then)?$");

  private NamedAnew() {}

  /** Whether the words just before an equation name what the words before the first equation do not, or those before the first one describe something. */
  static boolean is(Statement second, Printed first) {
    String named = named(second);
    if (CHOSEN.matcher(second.opens().strip()).find()) {
      return true;
    }
    // what is written as a derivative is what the words call it
    if (DESCRIBED.matcher(first.statement().opens().strip()).find() && !Differentials.whole(first.right()) && !Sides.derivative(first.statement().right().text())) {
      return true;
    }
    return second.premises().isEmpty() && ((!named.isEmpty() && !named.equals(named(first.statement()))) || labelled(second, first.statement()));
  }

  /** {@code **Hinge.** l(m) = ..} behind {@code **Logistic loss.** l(m) = ..}. */
  private static boolean labelled(Statement second, Statement first) {
    Part part = second.part();
    boolean other = part.number() != first.part().number() && !part.heading() && isLabel(part.label());
    String opens = second.opens().strip();
    return other || (opens.endsWith(":") && isLabel(opens) && !opens.equals(first.opens().strip()));
  }

  /** "With the hinge loss we take f(x) = ..": a choice claims nothing. */
  private static final Pattern CHOSEN = Pattern.compile("\\b(we|one|they|you|i|authors|people|some|may|could|can|also) (take|takes|choose|chooses|use|uses|pick|picks|consider|prefer|prefers)$");

  private static boolean isLabel(String words) {
    return LABEL.matcher(words.strip()).matches() && !GOES_ON.matcher(words).find();
  }

  /** "now let f(x) = ..": another meaning, said to be one (READING 3, 15). */
  static boolean isSaid(Statement s) {
    return s.after().isEmpty() && (CORRECTS.matcher(s.opens()).find() || ANEW.matcher(s.opens().substring(s.opens().lastIndexOf('$') + 1)).find() || SINCE.matcher(s.closes()).find());
  }

  private static final Pattern CORRECTS = Pattern.compile("\\b(correction|erratum|(it|this|that|which) (should|must|was (meant|supposed) to) (be|read|have (been|read)|say)|should (read|have (been|read))|(i|we) meant|i mean)( to (write|say))?[,:]?$");

  private static final Pattern SINCE = Pattern.compile("^,? ?(from (here|now|this point)( on)?|henceforth|hereafter|instead|for the rest)\\b");

  private static final Pattern ANEW =
      Pattern.compile("\\b(now|next|instead|alternatively|this time)\\b,?( we| us| also){0,2} (let|set|take|define|redefine|consider|suppose|choose|use)\\b|\\b(let|take|consider|define|use)( us| we)? (now|instead)\\b|\\bredefine\\b|\\b(from (here|now) on|henceforth|this time),?( with| let| we set| set)?$");

  private static final String SAMPLE = "(samples?|examples?|observations?|instances?|points?|data|pairs?|inputs?|dataset|batch|items?)";

  /** "For one sample", "on a single example", "per observation". */
  private static final Pattern OF_ONE = Pattern.compile("\\b(for|of|on|per|with|at|from)( the| a| an| one| each| every| only| just)* ?(one|single|individual|a|an|each|every|the i-th|per)? ?(single |training |data |given |individual )?(sample|example|observation|instance|point|pair|input|item)\\b");

  /** "For all samples", "over the whole batch", "in total". */
  private static final Pattern OF_ALL = Pattern.compile("\\b(all|whole|total|entire|full|complete|overall|together|over|across|\\$|m|n|many|several|batch)\\b[^.;]{0,20}\\b" + SAMPLE + "|\\b(in total|altogether|overall|total)\\b|\\b(batch|dataset|data set)\\b");

  /** In: the second equation for a quantity, which sums, and the first one, which does not. Out: whether words say that one is for one sample and the other for all: two quantities of one name. */
  static boolean isOfMore(Printed second, Printed first) {
    boolean sums = sums(second.right()) && !sums(first.right());
    boolean one = OF_ONE.matcher(near(first.statement())).find() && !OF_ONE.matcher(near(second.statement())).find();
    boolean all = OF_ALL.matcher(near(second.statement())).find() && !OF_ALL.matcher(near(first.statement())).find();
    return sums && (one || all);
  }

  /** Whether it holds a sum or a product over a range. */
  static boolean sums(Notation n) {
    return n instanceof Notation.BigOperator || Notations.children(n).stream().anyMatch(NamedAnew::sums);
  }

  /** The words of its piece of the sentence. */
  private static String near(Statement s) {
    return s.opens().substring(Math.max(s.opens().lastIndexOf(';'), s.opens().lastIndexOf('$')) + 1) + " $ " + s.closes().replaceFirst("[$;].*", "");
  }

  private static String named(Statement s) {
    Matcher m = NAMED.matcher(s.opens().strip());
    return m.find() ? m.group(1).replaceFirst("^(?:(?:the|a|an|our|this|for|with|and|now|here|so|then|thus|hence) )+", "") : "";
  }
}
