package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.notation.Typeset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that change a quantity behind its definition in a way that no equation shows: "the softmax has a temperature of 2", "the outputs are clipped", "the loss is averaged over the batch".
 * What rests on that definition is not about the quantity that the text means (READING 6, 17).
 *
 * @param part where they stand
 * @param from the first statement that they may be about
 * @param until the first statement behind their sentence: what is defined from there on is defined as it is meant
 * @param said the words
 * @param change what they say
 * @param on the letter that they say something depends on, as printed; empty where they name none
 */
record Altered(Part part, int from, int until, String said, Change change, String on) {
  /** Of which definitions something is said. */
  enum Of {
    SOFTMAX,
    OUTPUT,
    LOSS,
    /** targets that the text calls one-hot */
    ONE_HOT,
    TARGET,
    /** what entries of a target come to in all: of no definition */
    TOTAL;

    private static final Pattern SOFT = Pattern.compile("(?s).*(?:softmax|\\{(?:e\\^|\\\\exp).*\\\\sum.*(?:e\\^|\\\\exp)).*");
    private static final Pattern UNIT = Pattern.compile("(?s).*(?:\\\\sigma\\b|1\\+e\\^|1\\+\\\\exp|sigmoid|tanh|relu|ReLU).*");
    private static final Pattern LOGS = Pattern.compile("(?s)-.*\\\\(?:log|ln)\\b.*");
    private static final Pattern LOSSY = Pattern.compile("(?i)\\\\?(?:mathcal|mathrm|ell|text|bar|tilde|\\{|l|j|e|c)+(?:[_({].*)?|.*(?:loss|cost|nll|mse|ce).*");

    /** Longer bodies are not looked through: they may be such a quantity. */
    private static final int LONGEST = 2_000;

    boolean is(Definition d) {
      String body = Typeset.of(d.body()).replace(" ", "");
      if (body.length() > LONGEST) {
        return this != TOTAL;
      }
      return switch (this) {
        case SOFTMAX -> SOFT.matcher(body).matches();
        case OUTPUT -> SOFT.matcher(body).matches() || UNIT.matcher(body).matches();
        case TOTAL -> false;
        case LOSS, TARGET, ONE_HOT -> LOGS.matcher(body).matches() || (LOSSY.matcher(d.key()).matches() && !Replaced.loss("L", body).isEmpty());
      };
    }
  }

  /**
   * A change that words make.
   *
   * @param of what they change
   * @param words that say so
   * @param printed what an equation for it holds where it has the change already
   */
  record Change(Of of, Pattern words, Pattern printed) {
    private static Change of(Of of, String printed, String... words) {
      return new Change(of, Pattern.compile(String.join("|", words)), Pattern.compile(printed));
    }
  }

  private static final String NOW = "(?: now| then| also| all| here| each| first| both| additionally)*";
  private static final String WE = "\\b(?:we|i|let us)" + NOW + " ";
  private static final String USE = "\\b(?:with|use|uses|used|using|apply|applies|applying|add|adding|adds|train(?:ed)? with|has|have|having|include|includes|introduce|at|take|takes|choose|minimi[sz]es?)" + NOW;
  private static final String A = "(?: the| an?| our| this| its| some)?";
  private static final String OUTPUTS = "(?:outputs?|predictions?|predicted probabilit(?:y|ies)|probabilit(?:y|ies)|logits?|scores?|softmax|sigmoid)";
  private static final String ARE = "(?: \\$[^$]*\\$)?(?: is| are| gets?)" + NOW + " ";
  private static final String LOSSES = "(?:loss(?:es)?|costs?|errors?|objectives?|cross[- ]entropy)(?: function| term)?s?";
  private static final String ITEMS = "(?:class|classes|terms?|samples?|examples?|labels?)";
  private static final String CUT = "(?:clip|clamp|truncat|round|quanti[sz]|binari[sz]|squar|cub|sharpen|perturb|renormali[sz]|rescal|mask|jitter)";

  private static final String SOME = "(?:two|three|four|several|many|multiple|more than one|\\$[2-9kK]\\$)";
  private static final String ENTRIES = "(?: of)?(?: the| them| its| these)?(?: (?:entries|components|labels|targets))?(?: of)?(?: \\$(?<on>[^$]*)\\$)?";
  private static final String NAMED = "\\$(?<on>[^$]*)\\$";

  private static final List<Change> ALL =
      List.of(
          Change.of(Of.TOTAL, "(?!)", "\\b(?:exactly |at least )?" + SOME + ENTRIES + " (?:is|are|equals?|(?:can|may|might|could) be)(?: all| both| each| set to| equal to)? (?:ones?|\\$1\\$|1|negative)(?![\\w-])"),
          Change.of(Of.TOTAL, "(?!)", "\\b(?:some|any)" + ENTRIES + " (?:is|are|(?:can|may|might|could) be) negative\\b"),
          Change.of(Of.TOTAL, "(?!)", "\\b(?:all|every|each)" + ENTRIES.replace("components", "components|entry|component") + " (?:is|are|equals?)(?: all| both| set to| equal to)? (?:ones?|zeros?|\\$[01]\\$|[01])(?= ?(?:[.;:]|$|, (?:so|then|hence)))"),
          Change.of(Of.TOTAL, "(?!)", NAMED + "(?: vector)? (?:is|equals|consists of)(?: now| then| all| the| an?| only| identically)* (?:zeros?|ones|zero vector|vector of (?:ones|zeros)|\\$0\\$)(?= ?(?:[.;:]|$|, (?:so|then|hence)))"),
          Change.of(Of.TOTAL, "(?!)", NAMED + " (?:has|contains|with)(?: exactly| at least)? " + SOME + " (?:ones|1s|nonzero|non-zero|hot|entries equal to)"),
          Change.of(Of.TOTAL, "(?!)", NAMED + " (?:sums?(?: up)?|adds? up|totals?)(?: to)? (?:two|three|zero|\\$(?!1\\$)[^$]*\\$|[02-9]|the number|more|less)"),
          Change.of(Of.TOTAL, "(?!)", NAMED + " (?:is|are) (?:now )?(?:\\$[a-zA-Z2-9]\\$|two|three|many|multi|k)[- ]?hot\\b"),
          Change.of(Of.TOTAL, "(?!)", NAMED + "[^.;:]{0,40}(?:\\$0\\$|\\b0|\\bzero|\\bbinary\\b)[^.;:]{0,40}\\bindependent(?:ly)?\\b(?! of \\$)(?! of (?:the|all) (?:logits?|scores?|weights|parameters|inputs?|network|model))", NAMED.replace("on>", "in>") + "[^.;:]{0,20}\\bindependent (?:binary|bernoulli|0/1)", "\\$(?<set>[^$]*)\\\\in *\\\\\\{ *0 *, *1 *\\\\\\}\\$[^.;:]{0,40}\\bindependent(?:ly)?\\b(?! of \\$)"),
          Change.of(Of.OUTPUT, "(?<![\\^{])T(?!\\})|\\\\tau|\\\\beta|\\\\theta|e\\^\\{[^}]*(?:/|\\\\frac)", USE + A + "(?: [\\p{L}-]+)? temperature\\b(?! (?:of )?(?:1|one)\\b)", "\\btemperature (?:scaling |parameter )?is (?:applied|used|set|\\$|2|two)", "(?:使用|采用|加入|引入|带有?|具有)[^，。；,;]{0,8}温度|温度(?:为|是|取)"),
          Change.of(Of.LOSS, "(?:w|c|a|r|\\\\alpha|\\\\beta|\\\\omega|\\\\lambda|\\\\pi|\\\\gamma)_",
              "\\b" + ITEMS + "(?: \\$[^$]*\\$)?(?: in the loss)? (?:has|have|gets?|receives?|carr(?:y|ies)|is given|are given)" + A + "(?: own| different| positive| class)* weights?\\b", "\\b(?:" + LOSSES + "|" + ITEMS + ")(?: (?:of|for) [^.;:,]{1,30})?" + ARE + "(?:re-?)?weighted\\b",
              "\\bwith (?:class|sample|importance|per-class) weights\\b", WE + "(?:re-?)?weight(?: the| each| every| all)+ (?:" + LOSSES + "|" + ITEMS + ")\\b", USE + A + " (?:class-|re)?weighted (?:loss|cross[- ]entropy|log[- ]loss|version)\\b", "\\b" + ITEMS + "(?: \\$[^$]*\\$)? counts? (?:twice|double|thrice|more)\\b", "(?:每个?类别?|各类别?|损失)[^，。；,;]{0,8}(?:权重|加权)"),
          Change.of(Of.LOSS, "\\\\gamma|\\)\\^", USE + A + " focal(?: loss)?\\b", "\\b" + LOSSES + " is" + NOW + A + " focal\\b", "\\bfocal loss is" + NOW + " (?:used|taken|applied|minimi[sz]ed)\\b", "(?:使用|采用|改用)[^，。；,;]{0,4}(?:焦点|focal) ?损失"),
          Change.of(Of.ONE_HOT, "\\\\(?:var)?epsilon|\\\\alpha|\\\\delta|\\\\eta|0\\.\\d", "\\b(?:labels?|targets?)" + ARE + "(?:smoothed|softened|mixed)\\b", WE + "(?:smooth|soften|mix)(?: the| all| our)? (?:labels?|targets?)\\b", USE + A + " (?:label[- ]smoothing|mixup)\\b", "\\blabel[- ]smoothing is" + NOW + " (?:used|applied|added)\\b", "(?:使用|采用)[^，。；,;]{0,4}标签平滑|标签(?:被|做|经过)了?平滑"),
          Change.of(Of.TARGET, "\\\\(?:var)?epsilon|\\\\xi|\\\\eta|\\\\tilde", "\\b(?:labels?|targets?)" + ARE + "(?:corrupted|noisy|perturbed|disturbed|distorted)\\b", WE + "(?:add|inject) noise to(?: the| all| our)? (?:labels?|targets?)\\b"),
          Change.of(Of.TARGET, "(?!)", "\\b(?:labels?|targets?)(?: \\$[^$]*\\$)?(?: itself| themselves| also| now| here| in turn)* (?:depends?(?: itself| also)* on|(?:is|are)(?: itself| themselves| also| now| here)*(?: an?| the)?(?: functions?| copy| copies| softmax| sigmoid| outputs?| predictions?| computed| obtained| derived| made| produced) (?:of|from|by|for|at)) (?:\\$(?<on>[^$]*)\\$|the (?:logits?|scores?|weights|parameters|network|model|predictions?)\\b)"),
          Change.of(Of.OUTPUT, "\\\\odot|\\\\circ|(?<![a-z\\\\])[mrb]_|mask|\\\\xi|mathbf\\{[mr]\\}", USE + A + "(?: inverted)? dropout\\b", "\\bdropout is" + NOW + " (?:used|applied|added)\\b", "(?:使用|采用|加入)[^，。；,;]{0,4}dropout"),
          Change.of(Of.LOSS, "\\\\frac\\{[^{}]*\\}\\{\\|?[mnNMBK]|1/|/[mnNMB]|mathbb\\{?E", "\\b" + LOSSES + ARE + "averaged\\b", WE + "average" + A + " " + LOSSES + "\\b", "\\b" + LOSSES + " is" + NOW + " the (?:average|mean) over(?: the| all| a)? (?:batch|mini-?batch|examples|samples|data|training)", "损失[^，。；,;]{0,6}(?:取|求)?平均"),
          Change.of(Of.OUTPUT, "\\\\(?:max|min|lfloor|lceil|tilde)|clip|round", "\\b" + OUTPUTS + ARE + "(?:" + CUT + "(?:p|m|t)?(?:ed|d)|raised to)\\b", WE + CUT + "e?(?: the| all| our| its| these)? " + OUTPUTS + "\\b", "(?:输出|预测|概率)[^，。；,;]{0,6}(?:裁剪|截断|取整|四舍五入)"),
          Change.of(Of.OUTPUT, "\\\\(?:var)?epsilon|\\\\xi|\\\\eta|\\\\tilde", "\\bnoise(?: \\$[^$]*\\$)? is" + NOW + " (?:added|injected) (?:to|into) (?:the |all |our )?" + OUTPUTS + "\\b", WE + "(?:add|inject)(?: \\p{L}+)? noise (?:to|into) (?:the |all |our )?" + OUTPUTS + "\\b"),
          Change.of(Of.SOFTMAX, "\\\\in\\b|\\\\neq?|\\\\setminus|mask", "\\bsoftmax(?: \\$[^$]*\\$)? (?:is|runs|goes|sums)(?: taken| computed| restricted| only)* (?:over|to) (?:only )?(?:the )?(?:top|first|last|other|remaining|unmasked|valid|largest)\\b"),
          Change.of(Of.LOSS, "\\\\in\\b|\\\\neq?|\\\\setminus|mask|(?<![a-z])m_", "\\b(?:class|classes|terms?|tokens?|background|padding)" + ARE + "(?:ignored|left out|excluded|masked|skipped|not counted)\\b"),
          Change.of(Of.LOSS, "(?<![a-z])m(?![a-z])|\\\\Delta|\\\\delta|\\\\gamma", "\\b(?:" + LOSSES + "|logits?|scores?|softmax)(?: has| have| with| uses?| gets?)" + A + "(?: additive| angular)? margin\\b"),
          Change.of(Of.LOSS, "\\\\lambda|\\\\alpha|\\\\gamma|\\\\mu|\\\\beta", "\\b(?:penalty|regulari[sz](?:er|ation(?: term)?)|entropy (?:bonus|term)|weight decay|confidence penalty)" + ARE + "added to (?:the |this |our )?" + LOSSES + "\\b", WE + "add" + A + "(?: [\\p{L}0-9]+)? (?:penalty|regulari[sz](?:er|ation(?: term)?)|entropy (?:bonus|term)|weight decay)\\b[^.;:]{0,30} to (?:the |this |our )?" + LOSSES + "\\b"));

  /** What each of these changes is said with: a sentence without any of it need not be looked through for all of them. */
  private static final Pattern STEMS =
      Pattern.compile(
          "\\$|temperature|weight|counts?|focal|smooth|soften|mix|nois|corrupt|perturb|disturb|distort|target|label|dropout|averag|mean|clip|clamp|truncat|round|quanti|binari|squar|cub|sharpen|renormali|rescal|mask|jitter|raised|softmax|left out"
              + "|excluded|ignored|skipped|margin|penalty|regulari|entropy|ones?\\b|zero|negative|independent|\\p{IsHan}");

  /** More than the value of a letter, {@code T = 2}. */
  private static final Pattern DEFINING = Pattern.compile("\\\\(?:sum|log|ln|exp|sigma|hat|max|min|odot|circ|mathcal|ell|tilde)|e\\^|softmax|^[LJECpqy]\\b|clip");

  /** What is done elsewhere, by others, later, or for other purposes than the derivation. */
  private static final Pattern TALK =
      Pattern.compile(
          "\\b(?:why|often|usually|commonly|typically|sometimes|in practice|nowadays|people|could|would|might|may|can|better|popular|advantage\\w*|reason\\w*|later|afterwards|finally|(?:next|previous|other|another|last|that) (?:section|part|chapter|lecture|question|exercise|item)|sections?|chapters?|variants?|numerical\\w*|implement\\w*|code|evaluat\\w*|test time|inference|in order to|decision|decide|classif\\w*|predicted class|metric|accuracy|compare[ds]?|paper|authors?)\\b|\\?|实践中|通常|一般");

  private static final Pattern SUPPOSED = Pattern.compile("\\b(?:if|when|whenever|suppose|imagine|assuming|were)\\b|如果|假如");

  private static final Pattern DENIED = Pattern.compile("\\b(?:no|not|never|without|neither|nor|cannot|\\p{L}+n't|instead of|rather than|unlike|ignor\\w+|omit\\w*|drop(?:ped)?|forget|remov\\w+|before|until|only when)\\b[^,;:.$]{0,25}$|[不没无]有?[^，。；,;]{0,4}$");

  /** A loss of one sample is what is differentiated, whatever comes of all. */
  private static final Pattern ONE = Pattern.compile("\\b(?:single|one|each|every|per|individual|given|this|an?|the \\$?i\\$?-?th)(?: [\\p{L}-]+)?[- ](?:examples?|samples?|data ?points?|instances?|observations?|images?|inputs?)\\b|单个|每个样本|一个样本");

  /** In: a document. Out: what its sentences change, in order. */
  static List<Altered> of(Answer answer, Flow.Result flow, Numbering numbering) {
    List<Altered> found = new ArrayList<>();
    int next = 0;
    for (Sentence s : flow.sentences()) {
      int from = next;
      boolean claims = false;
      StringBuilder formulas = new StringBuilder();
      for (Atom a : s.atoms()) {
        if (a instanceof Atom.Clausal c && !numbering.of(c.clause()).isEmpty()) {
          next = Math.max(next, numbering.of(c.clause()).getLast() + 1);
          claims = true;
          List<String> sides = answer.clauses().get(c.clause()).sides().stream().map(side -> side.text().replace(" ", "")).toList();
          formulas.append(sides.stream().anyMatch(side -> DEFINING.matcher(side).find()) ? String.join(" ", sides) + ' ' : "");
        }
      }
      String words = words(s, answer);
      boolean told = !STEMS.matcher(words).find() || TALK.matcher(words).find() || (!claims && SUPPOSED.matcher(words).find());
      for (Change change : told ? List.<Change>of() : ALL) {
        Matcher m = change.words().matcher(words);
        boolean said = m.find() && !DENIED.matcher(words.substring(0, m.start())).find() && !m.group().matches(".*\\b(?:no|not|without)\\b.*");
        if (said && !change.printed().matcher(formulas).find()) {
          String on = change.words().namedGroups().keySet().stream().map(m::group).filter(Objects::nonNull).findFirst().orElse("");
          found.add(new Altered(flow.parts().get(s.part()), from, next, m.group().strip(), change, on.replaceAll("_.*| ", "")));
        }
      }
    }
    return found;
  }

  /** The words of a sentence; formulas without a relation between dollar signs. */
  private static String words(Sentence s, Answer answer) {
    StringBuilder b = new StringBuilder();
    for (Atom a : s.atoms()) {
      switch (a) {
        case Atom.Word w -> b.append(b.isEmpty() ? "" : " ").append(w.text());
        case Atom.Open _ -> b.append(" $");
        case Atom.Close _ -> b.append('$');
        case Atom.Clausal c -> b.append(text(answer.clauses().get(c.clause())));
        case Atom.Mark m when !m.inFormula() -> b.append(m.sign());
        case Atom.Mark _, Atom.Link _, Atom.Pause _, Atom.Lead _ -> {}
      }
    }
    return b.toString().strip();
  }

  private static String text(Clause c) {
    return c.signs().isEmpty() ? c.sides().getFirst().text().strip() : "";
  }

  /** In: a reading, what it holds or fails of. Out: the words that change what a definition it rests on says. */
  static Optional<String> said(Statement s, Attempt.Read r, Names names) {
    return s.notes().altered().stream().filter(a -> a.changes(s, r, names)).map(Altered::said).findFirst();
  }

  /** In: a name. Out: the words behind which its entries may total something else than one. */
  static Optional<String> total(Statement s, String name) {
    return s.notes().altered().stream().filter(a -> a.change().of() == Of.TOTAL && (a.on().isEmpty() || a.on().equals(name))).map(Altered::said).findFirst();
  }

  private boolean changes(Statement s, Attempt.Read r, Names names) {
    Predicate<Definition> kind = change.of()::is;
    boolean used = names.definitions(r.used(), s.part()).anyMatch(d -> d.statement() < until && kind.test(d));
    boolean oneHot = change.of() != Of.ONE_HOT || s.notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT);
    boolean averages = said.contains("average") || said.contains("mean");
    boolean one = averages && s.part().chain().stream().anyMatch(p -> ONE.matcher(p.own()).find());
    boolean moved = on.isEmpty() || r.used().contains("derivative by " + on);
    Stream<String> formulas = Stream.concat(Stream.of(s.left().text(), s.right().text()), names.definitions().stream().filter(d -> s.part().within(d.part()) && (kind.test(d) || change.of() == Of.ONE_HOT)).map(d -> Typeset.of(d.body())));
    return used && oneHot && !one && moved && formulas.map(f -> f.replace(" ", "")).noneMatch(f -> change.printed().matcher(f).find());
  }
}
