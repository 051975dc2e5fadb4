package dev.gradus.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a sentence that say nothing of where a relation holds: joints of a proof, names of its operations and of what it is about. */
final class PlainTalk {
  private static final Set<String> WORDS =
      listed(
          """
          a above after again all also always an and another answer any application applied applies apply applying arbitrary are as at be because become becomes been before below both
          but by calculate calculated calculating calculation can cancel ce chain check claim coefficient collect combine combined combining compact compactly compare comparing component componentwise
          compute computed computing conclude conclusion consider constant constants could counting cross-entropy data dataset define defined definition delta denominator denote derivation derivative
          derivatives derive derived differential differentials differentiate differentiated differentiating differentiation directly do does done each easily easy element element-wise elementwise end entropy
          equal equals equation equations error evaluate every exercise expand expanding expansion exponent exponential exponentials expression fact factor factoring
          factors finally find first follow following follows for form formula found from function functions further general generally get gets give given given gives gradient hand has
          have having hence here hessian holds how however identity immediately implies in indeed index inserting into is it its jacobian just know known kronecker last
          layer left lemma let lhs like line log log-likelihood log-softmax logarithm logistic logit logits loss made make me means minus model more
          moreover multiply multiplying must my namely need network neural next note notice now number numbers numerator obtain obtained obtaining of on once or order
           our out output over pairs parameter parameters partial plug plugging plus powers previous probability problem product proof property prove
          question quotient real reals reason rearrange rearranging recall regression relation remember replace replacing respect result results rewrite rewriting rhs row-wise rowwise
          say second see sentence set show shows sides sigmoid similar similarly simple simplification simplified simplifies simplify simplifying simply slope
          since so softmax softplus solve split splits splitting square squared standard statement step steps straightforward substitute substituting
          substitution subtract sum summing sums take taken taking tanh task temperature term terms than that the their them then theorem there therefore these
          they this those thus to together total two us use used uses using value values variable vector verify version via w.r.t want was way we well what
          where which why with words write writing written wrt yields you your
          unroll unrolled unrolling unrolls iterate iterated iterates iterating iteration iterations induction inductively recursive recursively recursions recurrence telescope telescopes telescoping
          according accordingly actually backprop backpropagation backward backwards batch bias biases block cancels careful carefully carry claimed column columns
          comes compare corresponding corresponds difference differences e.g entries entry entrywise equivalent equivalently exactly expressions feature features
          forward got gradients hidden hint i.e inner input inputs it's layers left-hand let's likelihood likewise lines logarithms logs matches matrix mean-squared method
          moving multiplication net networks neuron neurons nicely norm notation outputs pass per prediction predictions probabilities propagation pulling put putting
          quick read readily recursion remark right right-hand rows row s sample samples sanity scaled second-order should shown shows so-called solved some squares still summands
          summation tells thereby third through trace training transpose tried trivially try twice up update usual various vectors verified verifying weight weights
          will would i ii iii iv vi ratio size numerical numerically free gaussian gaussians loss-function sides expect seen against guard lost wrong missing sign signs symmetry activation activations backpropagate backpropagating frobenius jacobians matrices quadratic upstream
          account acts add added adding addition adds agreed aim algebra algebraic algebraically allow allows alternative alternatively analogous analogously appear appearing appears argument arguments arise arises
          arithmetic arrive arrives ask asked asks attempt attention bracket brackets brings broadcast broadcasting calculus called calling came care carries cell change changes changing chapter
          claiming claims classes classification classifier classmate clear clearly colleague combination come coming comment commonly compactness comparison complete completely completes completing
          complicated concise confirm confirms consequence contains convenience convenient convolution convolutional cost customary decoder decompose decomposes
          decomposition deduce deduced defines definitions degree demonstrate denoted denotes dependence depend depends describe describes detail details develop distance distribute
          distributes distributing distributive divergence divide divided divides dividing division divisor dot double elegant eliminate eliminating embedding embeddings emphasize encoder
          entire entirely establish established explain explained explains explicit explicitly express expressed expresses expressing extend extends final finish finished finishing focus formal formally
          formulas fraction fractions friend fully gate gates geometry goal goes going grouping hard hardly help helpful helps hope idea ideas important includes incorrect incorrectly
          indirectly inequalities inequality instead integral integrate integration interesting interpret interpretation interpreted introduce introduced introducing intuition intuitively inverse isolate isolating
          kernel kernels kind later lead leads learn learned lecture lengthy letter letters logic long longer look looking looks lot manipulate manipulation manipulations
          math mathematical mathematically maths meaning measure mention mentioned merely mind mistake mistaken mistakenly mistakes move moved moves multiplicative multiplied multiplies naive naively naturally
          nature necessary needed needs nice noted notes nothing noting observe observing obvious obviously occur occurs ok okay ones operation operations operator outline ourselves paper parentheses
          parenthesis pattern perform performed performing performs plugged polynomial polynomials pooling possible power precise pretty primarily principle procedure proceed proceeding
          produce produces proofs proper properly properties proved proven proves purely purpose puts quantities quantity quickly quite raise raised raising reader recalled recalling recast recognise
          recognize recognizing recover recovered recovers reduce reduced reduces reducing refer reference refers reformulate regroup regrouping relate related relates relating relevant remain remains remarks remind
          reminder rename renaming reorder reordering repeat repeated repeatedly repeating representation represented represents reproduce resolve respective respectively resulting reuse reveal review routine said same
          saw section seek seem seems self separately shorthand shortcut side simplicity slides sort spell spelled stand stands started starts state stated statements states
          strategy strictly student study style subsection subsequent substituted substitutes subtracted subtracting subtraction such summarize summary sure symbol symbolic symbols
          technique tempting termwise textbook thing things think thought token tokens tools topic track transform transformation transforms translate translates treated trick tricks trying turn turned
          turning turns type ultimately unchanged understand unfold unfolding unpack useful vectorised vectorized very view viewed whole wikipedia wish wonder work worked working works worth writes wrongly wrote yet
          agree agrees agreement already anything anyway around aside away basic begin begins behind believe besides better blog blogs book books boxed brief briefly bring broken building calls cancelled cancelling cancellation cannot can't
          couldn't cautious checked checking checks cite clean cleaner clearer collected collecting collects companion compares concerned confused confusing confuses consequences consists construction contain
          convert converted converts copied copy corollary course credit deal decided derivations deriving desired didn't die disagree discussion doesn't don't draw during earlier ease easier
          easiest ends enter enters everything evidently examine exam exams expands false familiar famous fast favourite favorite few figure fill filled finds fine footnote
          former forum fundamental funny generalisation generalise generalize generalization getting glance go gone good great handy happen happens hasty heart homework honest hopefully i've i'm internet immediate incidentally insert inserted inserts
          inspection instructor involve involved involves isn't item join keep keeping keeps kept laborious lesson listing lists literature main manage matter matters may maybe memory messy might miss name names neat never
          new newly nevertheless nobody none nor not notational notations objective old onto orders outer overall page pages paste paying people perhaps person piece pieces plain plainly please popular
          post preceding prefer preparation present presumably printed professor promised provides quote quoted rather reach reaches reading ready really rearranged reasoning recipe refuses regards relies rely reported
          requested return returns revised save saying says scheme scratch script seeing sees serve several sheet simpler simplest sketch slide sloppy someone something soon source speak spirit spot stay
          stays stick stop story straight straightforwardly suffices suggested suggests summarise surprise surprising surprisingly tacitly talk tedious tell template text thank thanks themselves therein they're throughout tidy tidying title today
          told too took tool towards treat treats true truth tutor tutorial tutorials twist typo ugly unclear understood unfortunately unify unlike unwinding upon versions video videos warn warning wasn't watch webpage website week went
          weren't what's won't word write-up you'd you'll you're yourself hidden-layer curvature claim's laplace bayes gauss jensen young hoelder hölder minkowski cauchy schwarz cauchy-schwarz taylor lagrange lagrangian newton fisher shannon kullback
          leibler kullback-leibler jensen-shannon bregman pinsker gibbs nesterov rmsprop adagrad sgd adam huber hinge relu elu gelu swish silu mish focal bce mse nll kl js mle rnn lstm gru cnn mlp pca svm vae em viterbi hopfield likelihoods
          precision reversed colleague's friend's classmate's bounds mixed log-odds log-sum-exp logsumexp v vii viii ix x xi xii answer's student's that's there's we've we'll we're
          answers appendix assignment assignments background basics chalkboard code coded coursework courses computational deep diagram describing efficient efficiency efficiently forget forgets
          forgot forgotten framework frameworks homeworks implement implementation implementations implemented implementing lecturer lectures library libraries machine midterm multi-class
          multiclass neater neatly nicer notebook notebooks numpy painful painfully practice programming python pytorch questions quiz remembering representing rewritten shorter slip slips slipped
          snippet speaking subtle teacher tensorflow tidier understanding vectorize vectorizing well-known whiteboard worksheet wonderful worry
          """);

  /** The same in other languages. */
  private static final Set<String> FOREIGN =
      listed(
          """
          a al así como de del derivada derivadas derivamos derivando donde ecuación el ella ello en entonces es esta esto función gradiente la las lo logaritmo logaritmos los luego obtenemos
          obtiene por pérdida primera probar que queda regla cadena respecto resultado se segunda simplificando su suma sumando tanto también tenemos tomando un una usando verosimilitud y ya
          ableiten ableitung ableitungen also aufgabe aus beweis da daher damit das dem den der des die ein eine einer eines einsetzen ergibt erhalten es folgt folglich funktion gilt ist
          kettenregel lösung man nach noch nun sie sind somit summe und von was wir zeigen zu zusammen zweite
          由 的 为 可以 求 导 所 将所 对 个 式子 所有 所有的 将 把 加起来 相加 两边 等式 等式两边 令 分别 最终 最后 最终可得 同时 结合 对数 似然 似然函数 拉格朗日 偏导 偏导数 为零 等于 约束条件 约束 样本 是 有 和 与 则 即 故 又 再 可得 得到 得 所以 因此 因为 由于 于是 从而 同样 同理 其中 我们 我们有 可以得到 可知 化简 整理 代入 求导 计算 证明 导数 梯度 函数 损失 损失函数 链式法则 注意
          よって したがって ゆえに すなわち である を は が の と より から すると 微分 微分すると 計算 計算すると 式 証明 次 また ここ これ となる
          ahora aplicando aplicamos aplicar aplica aquí bien cuadrado cuadrados decir demostración demostramos denominador desarrollando desarrollar desarrollo derivar derivadas después dividiendo diferenciando
          ecuaciones ejercicio escribimos escribir escribiendo expresando expresión expresiones factor factores finalmente forma fórmula general hacemos hallamos hay log-verosimilitud logarítmica modelo multiplicamos multiplicando multiplicar
          muy necesitamos nos notamos notar numerador obtener obteniendo operando orden parametrización parámetro parámetros parcial parciales parte partir paso pasos pero podemos problema producto propiedad propiedades puede
          reemplazando reescribimos reescribir relación resumen sabemos sacando sencillo según siguiente simple simplifica simplificamos sustituimos sustituir sustituyendo sustitución son teorema término términos trata usamos utilizando
          utilizamos vemos verificamos verificar
          anwenden anwendung ausdruck ausklammern ausmultiplizieren außerdem bedeutet bekannt berechnen berechnet berechnung bestimmen betrachten bezüglich bilden bruch definition denn dies diese dieser dieses differenzieren dividieren
          durch ebenso eigenschaft einfach ergebnis faktor faktoren formel führt gleichung gleichungen haben hat hier im indem insgesamt jetzt kann können kürzen leicht leiten logarithmieren logarithmus
          machen multiplizieren nenner nutzen oben partiell partielle potenz potenzregel produkt produktregel quotientenregel rechnen rechnung regel satz schließlich schreiben schritt schritte sich sieht
          term terme umformen umformung umgeformt variable variablen vektor verlust verlustfunktion verwenden vereinfachen vereinfacht vereinfachung weiter werden wieder zähler zunächst zuerst zusammenfassen
          alors ainsi avons ce cela cette calcul calculons chaîne démonstration dénominateur dérivant dérive dérivée dérivées donc du ensuite est et expression fonction formule le les logarithme matrice nous numérateur obtient on ou par perte
          première preuve produit puis qui quotient rapport règle résultat seconde simplifiant simplifie somme sont terme termes trouve un une vecteur vraisemblance
          no tercero vez forma-final misma mismo mismos mismas misma-forma vale sale salen quedan resulta resultan así-que pues entonces-se laplace suavizado
          varianza información fisher estimador estimadores máxima máximo-verosímil muestra entropía cruzada divergencia sigmoide logística logístico softmax neurona neuronas capa capas pesos sesgo retropropagación
          hacia atrás adelante matricial matriz matrices vector vectores vectorial escalar escalares notación definida definido definimos escrita escrito vía mediante aunque además porque tal cual dice dicen mis apuntes libro foro compañero amigo
          comprobación comprobamos comprobar nicht erneut außer-dem kommilitone mitschrift skript buch forum tafel probe kontrolle kontrollrechnung einsetzung herleitung rückwärts vorwärts schicht schichten gewicht gewichte neuron neuronen
          netz netze matrix matrizen vektoren skalar eingabe ausgabe entropie kreuzentropie divergenz schätzer likelihood stichprobe varianz sigmoid logistische logistischen softmax-funktion zeile zeilen spalte spalten eintrag einträge eintragsweise
          komponentenweise elementweise aber wegen laut nämlich ferner ci-dessus obtenons gradient hessienne couche couches poids biais entrée sortie croisée sigmoïde logistique vecteurs scalaire notation livre cours même mêmes encore donne donnent
          aussi pas faux vrai 计算得 得出 对 求 求偏导 偏导数 两边 左边 右边 等式 公式 展开 将 上式 下式 带入 写成 记作 写作 表示 定义 关于 参数 输出 输入 层 隐藏层 输出层 反向传播 前向传播 交叉熵 交叉熵损失 损失函数为 激活函数 向量 矩阵 元素 项 结果 因而 那么 也 就是 就 等于 整理得 化简得 代入得 求导得 结论 题目 答案 解 解答 证 证毕 此 此时 时 这时 单个 训练 训练样本 似然 对数似然 下面 首先 其次 最后 接着 然后 根据 利用 使用 应用 由此
          """);

  private static final Set<String> OPENERS = listed("assume assuming given if let provided suppose when whenever where with");

  /** Phrases that say nothing more, though a word of them might. */
  private static final Pattern PHRASES = Pattern.compile(
          "(from|by|of|in|see) parts? \\(?(\\w|\\d)\\)?(?!\\w)|integrat\\w+ by parts|start(ing)? (from|with|by)|only (depends?|need|needs|used?|uses)|depends? only on|same (reason|way|argument|steps?)|cross entropy|mean squared|((left|right)[- ])(hand )?sides?|on the (left|right)|(multiply|multiplied|multiplying|times) from the (left|right)|(chain|product|quotient|power|log|logarithm|sum|scalar|vector|matrix) rules?|square root|closed[- ]form"
              + "|in (particular|short|other words)|for short|(correct|common|right) (formula|answer|result|expression|derivative|form|gradient|version|equation|mistake|error|notation|way)s?"
              + "|(first|last|second|third|other) (term|factor|summand)s? (has|have|with) (the|a) (wrong|opposite) (sign|index|exponent)"
              + "|(other|short|long|quick|easy|hard|slow|fast|direct) (direction|ways?|way (a)?round|version|route)|one (has|gets|obtains|can|finds|sees|also|then|writes|uses|needs|could|should|would|may|might|must|just|simply)|(upper|lower) bounds?|of course"
              // what a formula lacks is a mistake in it: "forgets the uniform part"
              + "|\\b(forgets?|forgot|misses|overlooks|overlooked|lacks|loses|has lost)( the| an?| its| that)?( [\\p{L}-]+){1,3}(?=\\s*([.,;:)]|$))"
              + "|learning rate|(hidden|input|output) layers?|sum of squares|kl divergence");

  /** Words that pick some of many: "the first row", "the last entries", "the usual terms", "same index". */
  private static final Pattern PLACE =
      Pattern.compile("\\b(first|last|second|third|other|next|previous|following|own|same|whole|original|wrong|missing|lost) (entr|element|component|row|column|coordinate|case|class|layer|sample|neuron|unit|value|index|indices|pair|ones|term|part|summand|factor)\\p{L}*"
              + "|\\b(is|are|was|be|classified) (right|wrong)\\b|\\bon (the|this|that|a) (same )?line\\b|\\b(general|usual|relevant|interesting|resulting|needed|important|double|extra|final|inner|upstream|square|squared|scaled|only|expected) (terms?|ones|entry|entries|cases|elements?|components?|derivatives)"
              + "|\\b(find|determine|seek) (all|every|those) (values of )?\\$|\\bequations? (\\$|is|are|to solve|for)|\\b(the|this|an) equation (\\$|we)|\\btaylor\\b|\\b(linear|quadratic|first-order|second-order) (model|approximation|expansion)|\\b(are|were|is|was) told\\b|\\bcan we\\b|\\bas soon as\\b|^\\s*consider \\$");

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
    return foreign(text, conditions).isEmpty();
  }

  /** The first word of a sentence's text that is no such word: it may name a case or a place. */
  static Optional<String> foreign(String text, boolean conditions) {
    String words = PHRASES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    Matcher place = PLACE.matcher(words);
    if (place.find()) {
      return Optional.of(place.group());
    }
    for (String word : words.split("[^\\p{L}\\p{N}.-]+", -1)) {
      String bare = word.replaceAll("^[.-]+|[.-]+$", "");
      if (!bare.isEmpty() && !bare.chars().allMatch(Character::isDigit) && !WORDS.contains(bare) && !FOREIGN.contains(bare) && !(conditions && OPENERS.contains(bare)) && !spaceless(bare)) {
        return Optional.of(bare);
      }
    }
    return Optional.empty();
  }

  /** Whether a word of a script without spaces is made of such words. */
  static boolean spaceless(String word) {
    return joined(word, FOREIGN);
  }

  /** Whether a text in a script without spaces is made of these words, the longest first. */
  static boolean joined(String text, Set<String> words) {
    int at = 0;
    while (at < text.length()) {
      int from = at;
      int end = Math.min(text.length(), at + LONGEST);
      while (end > from && !(SPACELESS.contains(Character.UnicodeScript.of(text.charAt(from))) && words.contains(text.substring(from, end)))) {
        end--;
      }
      if (end == from) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static final List<Character.UnicodeScript> SPACELESS = List.of(Character.UnicodeScript.HAN, Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.KATAKANA);

  private static final int LONGEST = 6;
}
