package dev.gradus.notation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names that people write without a command, and the words that join formulas. The only such list: a run of letters that is not here is
 * a product of letters.
 */
final class Names {
  private Names() {}

  /** Names that are recognised at the start of a run of letters ({@code logy_n} is log y_n); the longest that fits is taken. */
  private static final List<String> PREFIXES =
      List.of(
          "logsoftmax", "LogSoftmax", "LogSoftMax", "logsumexp", "LogSumExp", "logsigmoid", "LogSigmoid", "softmax", "Softmax", "SoftMax", "sigmoid",
          "Sigmoid", "softplus", "Softplus", "SoftPlus", "LeakyReLU", "leakyReLU", "LeakyRelu", "ReLU", "Relu", "relu", "rect", "GELU", "gelu", "SiLU", "silu",
          "swish", "CrossEntropy", "Crossentropy", "crossentropy", "crossEntropy", "arctanh", "artanh", "arcsin", "arccos", "arctan", "tanh", "sinh",
          "cosh", "sech", "csch", "coth", "sin", "cos", "tan", "cot", "log", "ln", "lg", "exp", "erf", "sign", "sgn", "det", "diag", "trace", "argmax", "argmin",
          "max", "min", "lim", "onehot", "logit", "LSE", "lse", "sqrt");

  /** Names that are recognised only when they are the whole run: too short or too much like a product to be cut off one. */
  private static final List<String> WHOLES =
      List.of(
          "tr", "Tr", "vec", "dim", "rank", "CE", "BCE", "MSE", "NLL", "KL", "JS", "JSD", "RSS", "SSE", "TSS", "SSR", "MAE", "RMSE", "WCE", "FL", "KLD", "PPL", "ELBO", "ELU", "SELU", "BIC", "AIC", "Var", "Cov", "Corr", "Loss", "loss", "cost", "sup", "inf", "iff", "new",
          "old", "otherwise", "else", "where", "when", "true", "false", "and", "for", "if", "or", "mean", "var", "cov", "norm", "xent", "score", "sim", "error", "Bernoulli", "Normal", "sum", "prod",
          "net", "out", "target", "targets", "input", "inputs", "output", "outputs", "hidden", "logits", "scores", "pred", "preds", "label", "labels", "prob", "probs", "grad", "Error", "Cost", "Target",
          "Output", "Input", "entropy", "Entropy", "bias", "weight", "weights");

  /** What would be two or three indices in a script rather than a word. */
  private static final List<String> NOT_IN_SCRIPTS = List.of("tr", "if", "or", "for", "and", "iff");

  /** Labels: words only in scripts. */
  private static final List<String> LABELS =
      List.of(
          "total", "pred", "train", "test", "data", "batch", "input", "output", "hidden", "target", "ref", "reg", "opt", "best", "prev", "next", "init", "final", "avg", "std",
          "model", "logistic", "linear", "softmax", "pos", "neg", "val", "err", "out", "hat", "bar", "sample", "word", "class", "label", "left", "right", "emp", "MLE", "MAP", "OLS",
          "ridge", "lasso", "prior", "post");

  /** Words that join formulas: what stands on both sides is read apart. */
  private static final List<String> JOINING =
      List.of(
          "if", "iff", "for", "when", "where", "otherwise", "else", "and", "or", "with", "whenever", "unless", "because", "since", "as", "such", "so", "then",
          "hence", "given", "let", "in", "on", "at", "of", "is", "are", "by", "from", "to", "while", "but", "s.t.", "i.e.", "e.g.", "subject", "all", "any",
          "thus", "therefore", "case", "only", "otherwise,", "else,", "otherwise.", "else.", "if,", "and,", "当", "若", "如果", "其他", "其它", "否则", "其余", "时", "wenn", "falls", "sonst", "si", "sinon");

  private static final List<String> BIG =
      List.of("max", "min", "sup", "inf", "argmax", "argmin", "lim", "limsup", "liminf", "sum", "prod");

  /** How many letters at the start of {@code run} are a name; 0 if none. */
  static int atStart(String run, boolean inScript) {
    if (WHOLES.contains(run) && !(inScript && NOT_IN_SCRIPTS.contains(run))) {
      return run.length();
    }
    int best = 0;
    for (String name : PREFIXES) {
      if (name.length() > best && run.startsWith(name)) {
        best = name.length();
      }
    }
    return best;
  }

  /** Whether a run is a d before a name in capitals, {@code dBCE}: its differential. */
  static boolean isDifferential(String run) {
    String name = run.isEmpty() ? "" : run.substring(1);
    return run.startsWith("d") && WHOLES.contains(name) && name.chars().allMatch(Character::isUpperCase);
  }

  /** Whether a run in a script is a word: a known label, or a capital and at least three small letters ({@code P_{Logistic}}). */
  static boolean isLabel(String run) {
    return LABELS.contains(run) || (run.length() > 3 && Character.isUpperCase(run.charAt(0)) && run.substring(1).chars().allMatch(Character::isLowerCase));
  }

  /** Whether a run behind {@code _} without braces is one word that was meant to stand there whole: {@code y_hat}, {@code x_max}. */
  static boolean isUnbracedLabel(String run) {
    return LABELS.contains(run) || run.equals("max") || run.equals("min") || run.equals("new") || run.equals("old") || run.equals("true");
  }

  /** The operator that a word names: {@code argmax} for {@code arg max}; empty if it names none. */
  static Optional<String> bigOperator(String words) {
    String name = words.replace(" ", "");
    String small = name.toLowerCase(Locale.ROOT);
    return BIG.contains(name) || small.equals("argmax") || small.equals("argmin") ? Optional.of(small) : Optional.empty();
  }

  /** Whether words stand between formulas instead of being a name within one. */
  static boolean joins(String words) {
    if (words.indexOf(' ') >= 0) {
      return true;
    }
    return JOINING.contains(words.toLowerCase(Locale.ROOT));
  }
}
