package dev.gradus.reading;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Words behind "for" that name what a sentence is about, not where it holds: "the loss for logistic regression is". A definition beside them holds as any other; that
 * nothing is refuted beside words that were not understood (READING 6) stays as it is, as the same letter may be defined for another model.
 */
final class Topics {
  private static final Set<String> DETERMINERS = listed("the our a an this such standard usual basic");

  private static final Set<String> NAMES =
      listed(
          """
          logistic regression softmax sigmoid model models loss losses cost objective function functions network networks neural training learning gradient gradients derivative derivatives
          hessian likelihood log-likelihood naive bayes gaussian discriminant analysis gda word2vec skip-gram skipgram cbow continuous bag of words perceptron mlp multilayer backpropagation
          backprop mle map ridge poisson linear lasso newton's newton method descent algorithm machine machines support vector svm em mixture mixtures multinomial multiclass classification
          classifier multi-class multi-label problem class classes attention recurrent rnn lstm gru language convolutional normalization batch entropy cross cross-entropy error squared mean least squares optimization estimation
          maximum kernel kernels sample samples example examples data dataset set tanh hyperbolic tangent relu rectifier leaky softplus elu gelu swish silu activation activations unit units""");

  /** Names without which the others say too little: "for a linear function", "for one class" restrict. */
  private static final Set<String> PROPER =
      listed(
          "regression softmax network networks bayes analysis gda word2vec skip-gram skipgram cbow perceptron mlp backpropagation backprop mle map ridge lasso descent svm machine machines em attention rnn"
              + " lstm gru normalization classification classifier estimation training learning optimization sigmoid tanh tangent relu softplus elu gelu swish silu");

  private static final Set<String> SAMPLES =
      listed(
          "independent independently identically distributed i.i.d iid and of $ the all a set training examples example samples sample data points observations variables random trials flips tosses draws"
              + " drawn each is are that were generated have has we");

  /** The same in scripts that write words without spaces, and in Korean. */
  private static final Set<String> SAMPLES_ABROAD =
      listed(
          "样本 訓練 训练 训练集 训练样本 训练数据 数据 数据集 观测 观测值 变量 随机变量 标签 个 所有 每个 各 各个 之间 是 的 都 均 且 和 与 互相 相互 彼此 独立 相互独立 同分布 独立同分布 来自 服从 满足 同一 相同 分布 抽取 假设 假定"
              + " データ サンプル 標本 観測 観測値 学習 訓練 各 全て すべて が は の も に を と で 互いに それぞれ 独立 同一 同じ 分布 独立同分布 独立同一分布 従う とき 得 られ る する した 仮定 仮定する 仮定すると 生成 された"
              + " 데이터 데이터가 데이터는 데이터들이 샘플 샘플이 샘플은 샘플들이 표본이 관측치가 관측값이 각 모든 서로 독립 독립이고 독립이며 독립적이고 독립적으로 동일한 같은 분포를 분포에서 따른다고 따르고 가정하면 가정하자 생성되었다고 추출되었다고");

  private static final Set<String> ANY_LOSS = listed("for a an any some every arbitrary scalar scalar-valued differentiable given general generic final overall loss cost objective error function $ of");

  private static final List<String> LOSSES = List.of("loss", "cost", "objective", "error");

  private static final Set<String> ENDS = listed("is are was be becomes $ we has have given reads can");

  /** What is given, and why: "given logits $z_k$", "for numerical reasons we use": nothing in them names a case. */
  private static final Set<String> OBJECTS =
      listed(
          "for given with $ the our a an these this each every any all and of we use write have get score scores logit logits output outputs input inputs weight weights parameter parameters"
              + " activation activations feature features vector vectors matrix point points pair pairs prediction predictions probability probabilities parametrization parameterization numerical"
              + " computational practical theoretical technical reason reasons purposes stability efficiency simplicity convenience notation brevity clarity comparison reference softmax sigmoid model network layer"
              + " data dataset set training sample samples example examples instance instances observation observations batch minibatch mini-batch input-output"
              + " query queries key keys value values single one token tokens word words item items image images document documents user users pixel pixels neuron neurons unit units"
              + " hidden label labels target targets sequence sequences column row");

  /** What a sentence goes on to say the value of: "for data $ the log-likelihood is $". */
  private static final Set<String> STATED =
      listed(
          "the its corresponding log-likelihood likelihood loss cost objective function error risk gradient derivative hessian model prediction output score scores negative squared cross-entropy empirical total"
              + " average is are reads becomes given by $");

  /** "The loss for a single example is defined as": what the sentence goes on to. */
  private static final Set<String> SAID = listed("is are then simply just thus defined given written computed as by follows the $");

  private Topics() {}

  /** Whether words name what is given, or why something is written, and no case. */
  static boolean objects(String words) {
    List<String> all = List.of(words.strip().split("[\\s,]+", -1));
    int formula = all.indexOf("$");
    int ends = (int) all.stream().takeWhile(w -> !w.equals("is") && !w.equals("are")).count();
    boolean states = formula > 0 && formula + 1 < all.size() && all.get(formula + 1).equals("the") && STATED.containsAll(all.subList(formula, all.size()));
    List<String> named = states ? all.subList(0, formula) : ends > 1 && SAID.containsAll(all.subList(ends, all.size())) ? all.subList(0, ends) : all;
    return List.of("for", "given", "with").contains(all.getFirst()) && OBJECTS.containsAll(named);
  }

  private static Set<String> listed(String words) {
    return new TreeSet<>(List.of(words.strip().split("\\s+", -1)));
  }

  /** Whether words say no more than that samples are independent. */
  static boolean independence(String words) {
    return Stream.of(words.strip().split("[\\s,]+", -1)).allMatch(w -> SAMPLES.contains(w) || SAMPLES_ABROAD.contains(w) || PlainTalk.joined(w, SAMPLES_ABROAD));
  }

  /** Whether words from "for" on are the name of a model or a method alone. */
  static boolean names(String words) {
    List<String> all = List.of(words.strip().split("[\\s,]+", -1));
    if (!all.getFirst().equals("for")) {
      return false;
    }
    boolean proper = false;
    for (String word : all.subList(1, all.size())) {
      if (ENDS.contains(word)) {
        break;
      }
      if (!NAMES.contains(word) && !DETERMINERS.contains(word)) {
        return false;
      }
      proper |= PROPER.contains(word);
    }
    return proper;
  }

  /** Whether words name an arbitrary loss alone: "for a loss L", "for some cost C of a" (READING 24: it is universal). */
  static boolean loss(String words) {
    List<String> all = List.of(words.replaceAll("[.,:]", " ").strip().split("\\s+", -1));
    return all.getFirst().equals("for") && ANY_LOSS.containsAll(all) && LOSSES.stream().anyMatch(all::contains) && all.contains("$");
  }
}
