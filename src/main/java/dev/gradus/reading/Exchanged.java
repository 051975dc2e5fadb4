package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.notation.Typeset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a sentence that give a name another meaning without an equation: "replace the sigmoid by tanh", "use ReLU instead", "now $\sigma$ denotes tanh", "written $\sigma$ again". What
 * defined the name before is over behind them (READING 3, 15, 17: the name is unknown from there).
 *
 * @param names letters that get another meaning, as printed
 * @param gone what is replaced, by its words; empty where they name only what comes
 * @param put what comes in its place, by its words
 */
record Exchanged(Set<String> names, String gone, String put) {
  private static final String NAME =
      "(?:sigmoid|sigmoids|logistic|tanh|hyperbolic|relu|relus|leaky|gelu|elu|swish|silu|softplus|softmax|identity|linear|sine|cosine|gaussian|mse|squared|squares|quadratic|cross-entropy|cross|bce|hinge|huber|absolute|mae|perceptron|平方误差|均方误差|交叉熵|双曲正切|恒等)";

  private static final String ANOTHER = "(?:another|different|other|some|any|arbitrary|new|general)(?: [\\p{L}-]+)? (?:functions?|activations?|non-?linearity|units?|loss|losses|costs?|objective)";

  private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}-])(?:" + NAME + ")(?![\\p{L}])|" + ANOTHER);

  /** What could be, is done elsewhere, or is asked. */
  private static final Pattern TALK = Pattern.compile("\\b(why|often|usually|commonly|typically|prefer\\w*|in practice|nowadays|people|could|would|might|better|popular|advantage\\w*|reason)\\b|\\?");

  /** Words that take back what was said just before them, for a formula without a relation: "it should be x^3", "I meant x^3". */
  private static final Pattern TAKEN_BACK =
      Pattern.compile("\\b(?:(?:it|this|that|which|the (?:above|formula|definition|function|loss|exponent|sign)) (?:should|must|ought to|was (?:meant|supposed) to) (?:be|read|have (?:been|read)|say)|should (?:read|have (?:been|read))|(?:i|we) meant(?: to (?:write|say))?|i mean),?:? \\$\\d+");

  /** In the place of what is replaced, where it is what the statement just before defines. */
  private static final String LAST = "$$";

  /** "With regularization", "adding weight decay": what comes to a loss. */
  private static final Pattern PENALTY = Pattern.compile("\\b(?:with|adding|including|under|add|include|(?:loss|cost|objective|it) (?:also )?(?:has|gets|includes|contains))(?: (?:also|the|an?|this|our|some|\\$\\d+|l1|l2|ridge|lasso|tikhonov|quadratic))*(?<y> (?:regulari[sz](?:ation|er|ing)|weight decay|penalty|penali[sz]ation))\\b");

  /** "Averaging instead of summing", "the mean instead of the sum": what comes in the place of a sum. */
  private static final Pattern AVERAGE = Pattern.compile("\\b(?:averag\\w+|(?:taking |take |use |using )?(?:the |an )?(?:mean|average)) (?:instead of|rather than) (?:summing|adding|(?:the |a )?(?:sum|total)s?)\\b");

  /** In the place of what is replaced, where it is a sum. */
  private static final String SUM = "$sum";

  /** "Now we remove the outlier", "a new sample is added": sums over the samples run over others from here on. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?:^ |[.;:,] |\\b(?:we|i|now|then|and|next|let us|if we) )(?:remove|drop|delete|exclude|discard|leave out|throw away|throw out|add|append|duplicate|repeat)(?: (?:the|an?|one|another|this|that|our|last|first|new|single|extra|more|second|largest|smallest|noisy|bad|training|data|\\$\\d+))* (?:outliers?|samples?|examples?|observations?|points?|measurements?|datum)\\b"
              + "|\\b(?:outliers?|samples?|examples?|observations?|points?|measurements?)(?: \\$\\d+)? (?:is|are|was|were) (?:now |then )?(?:removed|dropped|deleted|excluded|discarded|left out|thrown (?:away|out)|added|appended|duplicated|repeated)\\b");

  /** In the place of what is replaced, where it runs over the samples. */
  private static final String SAMPLES = "$samples";

  /** In the place of what is replaced, where a letter stands for a formula from here on: what was made of that letter is no longer. */
  private static final String RENAMED = "$renamed";

  /** "Instead of $z$ we feed $2z$ in" */
  private static final Pattern FED = Pattern.compile("\\binstead of \\$(?<n>\\d+),?(?: [\\p{L}]+){0,3} (?:feed|feeds|pass|passes|input|insert|inserts|plug|plugs|put|puts|receives?|gets?|sees?) \\$\\d+|\\b(?:feed|pass|insert|plug|put|input)(?:ing)? \\$\\d+(?: in| into [\\p{L} ]{1,20})? instead of \\$(?<m>\\d+)");

  private static final String CHANGED = "(?:negated|inverted|flipped|doubled|halved|tripled|squared|scaled|rescaled|shifted|reversed|multiplied|divided)";

  private static final String ARGUMENT = "(?:inputs?|arguments?|logits?|scores?|pre-?activations?)";

  /** "From now on the input is $-z$", "the logits are divided by $T$", "we flip the sign of the input": functions take something else from here on. */
  private static final List<Pattern> INPUT =
      List.of(
          Pattern.compile("(?:\\b(?:from (?:now|here)(?: on)?|now|henceforth|this time|hereafter|next|instead)\\b,? [^.;:]{0,30}\\b(?:the |our |its )?" + ARGUMENT + "(?: of [^.;:$]{1,30})? (?:is|are|becomes?|be|equals?)|\\b(?:the|our|its) " + ARGUMENT + "(?: of [^.;:$]{1,30})? (?:(?:is|are) now|now (?:is|are)|becomes?)) \\$(?<n>\\d+)"),
          Pattern.compile("\\b(?:feed|feeds|feeding|pass|passes|insert|plug|put) \\$(?<n>\\d+) (?:in|into|to|through)\\b(?! the (?:equation|formula|definition|expression|result|derivative|loss))[^.;:]{0,30}\\b(?:network|model|activation|unit|neuron|function|sigmoid|softmax|tanh|relu|layer)\\b"),
          Pattern.compile("\\b(?:replace|substitute|change|swap|exchange)s? (?:the|our|its|all) " + ARGUMENT + "(?: \\$\\d+)? (?:by|with|for|to|into) \\$(?<n>\\d+)"),
          Pattern.compile("\\b(?:the|our|its|all)(?: \\p{L}+)? " + ARGUMENT + " (?:is|are|gets?|be)(?: now| all| then| first| also)* " + CHANGED + "\\b(?<n>)"),
          Pattern.compile("\\b(?:we|i|now|then|let us|and) (?:now |then |also |first )*(?:negate|invert|flip|double|halve|triple|square|scale|rescale|shift|reverse|multiply|divide|change)(?: the sign of)? (?:the|our|its|all) " + ARGUMENT + "\\b(?<n>)"));

  /** In the place of what is replaced, where it takes another argument. */
  private static final String FUNCTIONS = "$functions";

  /** "From now on the loss is doubled", "we use the negative of the loss" */
  private static final Pattern LOSS =
      Pattern.compile("\\b(?:the|our|its|this) (?:loss|cost|objective|error)(?: function)? (?:is|gets|has)(?: now| then| also)* (?:the opposite sign|" + CHANGED + ")(?! by (?:\\p{L}+ )*(?:batch|number|samples|size))|\\b(?:we|i|now|then|let us|and) (?:now |then |also )*(?:negate|invert|flip|double|halve|triple|square|scale|rescale|exponentiate)(?: the sign of)? (?:the|our|this) (?:loss|cost|objective|error)\\b"
              + "|\\b(?:we|i|now|then|let us|and) (?:now |then |also )*(?:take|use|consider) (?:the|its) (?:square root|square|exponential|negative|reciprocal|absolute value|logarithm) of (?:the|our|this) (?:loss|cost|objective|error)\\b|\\b(?:the|our) (?:loss|cost|objective|error) is now its\\b"
              + "|\\b(?:drop|omit|leave out|forget|remove) the (?:logarithm|log|minus sign|sign)s?\\b|\\bthe (?:logarithm|log|minus sign)s? (?:is|are) (?:now )?(?:dropped|omitted|left out|removed|forgotten)\\b|\\b(?:the )?signs of (?:all|both|the) terms (?:is|are) (?:now )?(?:reversed|flipped|changed|exchanged)\\b");

  /** In the place of what is replaced, where it is a loss. */
  private static final String LOSSES = "$losses";

  /** "The roles of $p$ and $y$ are exchanged" */
  private static final Pattern ROLES = Pattern.compile("\\b(?:the )?(?:roles?|meanings?|letters?|names?) (?:of )?\\$\\d+ and \\$\\d+ (?:is|are|get|gets) (?:now )?(?:exchanged|swapped|interchanged|switched|reversed)\\b");

  /** In the place of what is replaced, where letters alone name it. */
  private static final String LETTERS = "$";

  /** More than a name. */
  private static final Pattern COMPOSED = Pattern.compile("[-+/(]|\\\\frac|\\\\cdot|^\\s*[0-9]|\\^\\{?[0-9]|\\\\(?:exp|log|ln|sqrt|tanh|sigma)\\b");

  private static final Pattern LETTER = Pattern.compile("\\$(\\d+)");

  /** One thing for another: groups x and y. */
  private static final List<Pattern> FOR =
      List.of(
          Pattern.compile("\\b(?:replac|swap|exchang|trad|chang|switch|mov)\\w*\\b(?<x>[^.;:]{0,60}?)\\b(?:by|with|for|to|into)\\b(?<y>[^.;:,]{0,40})"),
          Pattern.compile("\\b(?:instead|in place) of (?<x>(?:[\\p{L}-]+ ){0,3}?(?:" + NAME + "(?![\\p{L}])|\\$\\d+))(?<y>[^.;:]{0,60})"),
          Pattern.compile("\\b(?:us\\w+|take|choose|consider|apply|put|pick|with)\\b(?<y>[^.;:]{0,40}) (?:instead of|in place of|rather than) (?<x>[^.;:,]{0,40})"),
          Pattern.compile("(?<y>" + NAME + "|" + ANOTHER + ")(?: [\\p{L}-]+){0,3},? instead\\b(?! of)(?<x>)"),
          Pattern.compile("\\b(?:we|i|now|let us) (?:now |then )?(?:use|take|choose|apply) (?:the |an? )?(?<y>" + NAME + ")(?: function| activation| unit)* (?:as|for) (?:the |our |an? )?(?:output|activation|non-?linearity|loss|cost)s?\\b(?! (?:of|in) the (?:hidden|first|second|last))(?<x>)"),
          Pattern.compile("(?:改|换|替换|变) ?[为成](?<x>)(?<y>[^.;:,]{0,20})"),
          Pattern.compile("\\b(?:output|activation|prediction)s? (?:is|are) (?:now )?(?:computed|given|produced|made) by(?<x>)(?<y> " + ANOTHER + ")"),
          Pattern.compile("\\b(?:the|our) (?:output|output activation|output unit|output layer) is(?: now)?(?: an?| the)?(?<x>)(?<y> " + NAME + ")(?![\\p{L}-]| ?:)"),
          Pattern.compile("\\binstead\\b(?! of),?(?<x>)(?<y>(?: [\\p{L}-]+){0,4} (?:" + NAME + "|" + ANOTHER + "))"),
          Pattern.compile("\\b(?:from (?:now|here)(?: on)?|henceforth|hereafter|this time),? the (?:activation|non-?linearity|loss|cost|unit|output)s?(?: function| layer)?(?<x>) (?:is|are)\\b(?<y>[^.;:,]{0,30})"),
          Pattern.compile("\\b(?:activation|non-?linearity|loss|cost|unit|output)s?(?: function| layer)?(?<x>) (?:becomes?|(?:is|are) now|now (?:is|are)|turns into)\\b(?<y>[^.;:,]{0,30})"),
          Pattern.compile("\\b(?:drop|remove|omit|leave out|skip|switch off|turn off|without|ignoring|neglecting)(?: the| this| our| any)?(?<x> (?:" + NAME + "(?![\\p{L}])|non-?linearity|activation(?! of)|penalty|regulari[sz]\\w+|weight decay))(?! (?:derivative|gradient|rule|notation|argument))(?<y>)"),
          Pattern.compile("\\b(?:forget|drop|discard|abandon|undo)(?: about)?(?: the| our)?(?: old| previous| first| above| earlier)? (?:definition|meaning)s? of (?<x>[^.;:,]{0,30})(?<y>)"));

  /** A letter with a meaning of its own from here on: group n, what it means in y. */
  private static final List<Pattern> SAYS =
      List.of(
          Pattern.compile(
              "\\b(?:now|later|afterwards|below|in what follows|(?:in|for) (?:the )?(?:second|next|third|last|following|other|output|hidden)? ?(?:part|step|section|layer|case|question)(?: two| three| 2| 3| \\$\\d+)?|from (?:now|here|this point|then)(?: on)?|henceforth|this time|hereafter)\\b,?(?: (?:we|let|the|symbol|letter|write|use|function|activation|loss|that|by|our|unit|takes?|set))* \\$(?<n>\\d+)(?: also)?(?<y> (?:denotes?|stands? for|means|refers? to|represents|be the|is the|be|is|are|as|for)\\b[^.;:]{0,40})"),
          Pattern.compile("\\b(?:write|use|put) \\$(?<n>\\d+)(?<y> for \\$\\d+)(?: now| again| instead| below| from (?:now|here) on)\\b"),
          Pattern.compile("\\$(?<n>\\d+)(?: will| shall| should)? (?:now|henceforth|from (?:now|here) on|instead)(?<y> (?:denotes?|stands? for|means|represents|be|is)\\b[^.;:]{0,40})"),
          Pattern.compile("\\b(?:suppose|assume|imagine|let|if|consider|take)(?: that)? \\$(?<n>\\d+)(?<y> (?:were|was|is|be|to be|as)\\b[^.;:,]{0,30})"),
          Pattern.compile("(?<y>(?<![\\p{L}-])" + NAME + ")(?: functions?| activations?| units?)? (?:for|as) (?:the )?\\$(?<n>\\d+)"),
          Pattern.compile("\\$(?<n>\\d+)(?<y> (?:denotes?|stands? for|means|is|be) [^.;:]{0,30}) (?:from (?:now|here) on|henceforth|from here)\\b"));

  /** A letter that is used once more for what was just named. */
  private static final List<Pattern> AGAIN =
      List.of(
          Pattern.compile("\\b(?:written|called|denoted?|call|write|writing|named)(?: it| them| this)?(?: by| as)?(?: again| still| also| the same)+ (?:by |as )?\\$(?<n>\\d+)"),
          Pattern.compile("\\b(?:again|still|also) (?:written|called|denoted?|call|write|named)(?: it| them| this)?(?: by| as)? \\$(?<n>\\d+)"),
          Pattern.compile("\\b(?:written|called|denoted?|call|write|writing|named)(?: it| them| this)?(?: by| as)? \\$(?<n>\\d+) (?:again|still|too|as well|once more)\\b"),
          Pattern.compile("\\b(?:redefin\\w+|overload\\w*|(?:re-?us\\w+|recycl\\w+|re-?purpos\\w+)(?: the)? (?:letter|symbol|name|notation))(?: the)?(?: letter| symbol| name)* \\$(?<n>\\d+)"),
          Pattern.compile("\\b(?:gives?|get|obtain|becomes?|yields?|call|use|define|introduce) (?:a|an|the|another) (?:[\\p{L}-]+ )?(?:new|different|second|modified|changed)(?: [\\p{L}-]+)? \\$(?<n>\\d+)"),
          Pattern.compile("\\$(?<n>\\d+) (?:is|denotes|stands for|means) (?:also|again) (?:the|an?|used)\\b"),
          Pattern.compile("\\$(?<n>\\d+) (?:is (?:now )?(?:redefined|reused|overloaded)|no longer (?:denotes?|means?|stands?)|does no longer|is no longer)\\b"));

  Exchanged {
    names = java.util.Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /** In: a document. Out: by the number of the first statement behind them, what words exchange. */
  static Map<Integer, List<Exchanged>> of(Answer answer, Flow.Result flow, Numbering numbering) {
    Map<Integer, List<Exchanged>> found = new TreeMap<>();
    List<Exchanged> waiting = new ArrayList<>();
    int part = -1;
    for (Sentence s : flow.sentences()) {
      if (part >= 0 && !flow.parts().get(s.part()).within(flow.parts().get(part))) {
        waiting.clear();
      }
      List<Exchanged> own = in(s, s.atoms().size(), answer);
      for (int at = 0; at < s.atoms().size(); at++) {
        List<Integer> here = s.atoms().get(at) instanceof Atom.Clausal c ? numbering.of(c.clause()) : List.of();
        if (!here.isEmpty()) {
          List<Exchanged> before = own.isEmpty() ? own : in(s, at, answer);
          own = own.stream().filter(e -> !before.contains(e)).toList();
          waiting.addAll(before);
          found.computeIfAbsent(here.getFirst(), _ -> new ArrayList<>()).addAll(waiting);
          waiting.clear();
        }
      }
      waiting.addAll(own);
      part = own.isEmpty() && waiting.isEmpty() ? -1 : own.isEmpty() ? part : s.part();
    }
    return found;
  }

  private static List<Exchanged> in(Sentence s, int to, Answer answer) {
    List<List<String>> letters = new ArrayList<>();
    Set<Integer> composed = new TreeSet<>();
    String words = words(s, to, answer, letters, composed);
    List<Exchanged> found = new ArrayList<>();
    if (TALK.matcher(s.words(0, s.atoms().size())).find()) {
      return found;
    }
    for (Pattern p : FOR) {
      for (Matcher m = p.matcher(words); m.find(); ) {
        String gone = named(m.group("x"));
        String put = named(m.group("y"));
        boolean over = FOR.indexOf(p) >= FOR.size() - 2;
        gone = over && gone.isEmpty() ? m.group("x") : gone;
        if (!put.isEmpty() || over) {
          Set<String> replaced = letters(m.group("x"), letters);
          found.add(new Exchanged(replaced, gone.isEmpty() && !replaced.isEmpty() ? LETTERS : gone, put));
        }
      }
    }
    for (Matcher m = ROLES.matcher(words); m.find(); ) {
      found.add(new Exchanged(letters(m.group(), letters), RENAMED, ""));
    }
    if (TAKEN_BACK.matcher(words).find()) {
      found.add(new Exchanged(new TreeSet<>(), LAST, ""));
    }
    if (AVERAGE.matcher(words).find()) {
      found.add(new Exchanged(new TreeSet<>(), SUM, ""));
    }
    if (OTHERS.matcher(words).find()) {
      found.add(new Exchanged(new TreeSet<>(), SAMPLES, ""));
    }
    for (Pattern p : INPUT) {
      for (Matcher m = p.matcher(words); m.find(); ) {
        if (m.group("n").isEmpty() || composed.contains(Integer.valueOf(m.group("n")))) {
          found.add(new Exchanged(new TreeSet<>(), FUNCTIONS, ""));
        }
      }
    }
    if (LOSS.matcher(words).find()) {
      found.add(new Exchanged(new TreeSet<>(), LOSSES, ""));
    }
    for (Matcher m = PENALTY.matcher(words); m.find(); ) {
      found.add(new Exchanged(new TreeSet<>(), "", m.group("y")));
    }
    for (Matcher m = FED.matcher(words); m.find(); ) {
      found.add(new Exchanged(new TreeSet<>(letters.get(Integer.parseInt(m.group("n") == null ? m.group("m") : m.group("n")))), RENAMED, ""));
    }
    for (Pattern p : SAYS) {
      for (Matcher m = p.matcher(words); m.find(); ) {
        String put = named(m.group("y"));
        boolean says = (m.group("y").startsWith(" ") && !m.group("y").matches("(?s) (be|is|are|as|for|were|was|to be)\\b.*")) || m.group("y").matches("(?s) (is|be) the (number|size|set|index|class|weight|rate)\\b.*");
        boolean formula = m.group("y").matches("(?s) (for|as) (the )?\\$\\d+.*");
        boolean renamed = m.group("y").matches("(?s) (?:denotes?|stands? for|means|represents|for) (the )?\\$\\d+.*");
        if (says || formula || !put.isEmpty()) {
          found.add(new Exchanged(new TreeSet<>(letters.get(Integer.parseInt(m.group("n")))), renamed ? RENAMED : "", put));
        }
      }
    }
    for (Pattern p : AGAIN) {
      for (Matcher m = p.matcher(words); m.find(); ) {
        boolean over = m.group().contains("no longer");
        found.add(new Exchanged(new TreeSet<>(letters.get(Integer.parseInt(m.group("n")))), over ? LETTERS : "", ""));
      }
    }
    return found;
  }

  /** The words up to a place; a formula without a relation as the function that it names, else as a number into {@code letters}, also into {@code composed} where it is more than a name. */
  private static String words(Sentence s, int to, Answer answer, List<List<String>> letters, Set<Integer> composed) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < to; i++) {
      switch (s.atoms().get(i)) {
        case Atom.Word w -> b.append(' ').append(w.text());
        case Atom.Mark(char sign, _) -> b.append(sign);
        case Atom.Open _ -> {
          List<String> names = new ArrayList<>();
          String text = i + 2 < s.atoms().size() && s.atoms().get(i + 1) instanceof Atom.Clausal c && s.atoms().get(i + 2) instanceof Atom.Close ? bare(answer.clauses().get(c.clause())) : "";
          NamesNear.add(names, text);
          String function = text.replaceAll("[\\\\{}]|mathrm|operatorname|text", "").toLowerCase(java.util.Locale.ROOT).strip();
          if (COMPOSED.matcher(text).find()) {
            composed.add(letters.size());
          }
          b.append(' ').append(NAMED.matcher(function).matches() ? function : "$" + letters.size());
          letters.add(names);
        }
        case Atom.Clausal _, Atom.Link _, Atom.Close _, Atom.Pause _, Atom.Lead _ -> {}
      }
    }
    return b.append(' ').toString();
  }

  private static String bare(Clause c) {
    return c.signs().isEmpty() ? c.sides().getFirst().text() : "";
  }

  private static String named(String words) {
    StringBuilder b = new StringBuilder();
    for (Matcher m = NAMED.matcher(words); m.find(); ) {
      b.append(' ').append(m.group());
    }
    return b.toString();
  }

  private static Set<String> letters(String words, List<List<String>> letters) {
    Set<String> found = new TreeSet<>();
    for (Matcher m = LETTER.matcher(words); m.find(); ) {
      found.addAll(letters.get(Integer.parseInt(m.group(1))));
    }
    return found;
  }

  /** From a statement on what the words before it exchange is unknown, and so is what holds it by its value. */
  void forget(Statement from, Mentions mentions, Names names) {
    Part part = from.part();
    Set<String> over = new TreeSet<>();
    if (put.matches(PENALTIES) && (from.left().text() + from.right().text()).matches(PENALIZED)) {
      // "with regularization J = L + \\lambda R": what comes to it is there
      return;
    }
    for (String letter : this.names) {
      String key = mentions.printed(letter).map(Mention::key).orElse("");
      boolean known = names.definition(key, part).filter(d -> part.within(d.part()) && !is(d, put)).isPresent();
      boolean renamed = gone.equals(RENAMED) && names.quantity(key).isPresent();
      boolean standard = key.equals("\\sigma") && names.definition(key, part).isEmpty() && gone.equals(LETTERS) && !put.matches(".*(sigmoid|logistic).*");
      over.addAll(known || renamed || standard ? List.of(key) : List.of());
    }
    for (Definition d : names.definitions()) {
      boolean displaced =
          gone.equals(FUNCTIONS) ? !Replaced.function(Typeset.of(d.body()).replace(" ", "")).isEmpty() : gone.equals(LOSSES) ? Replaced.isLoss(d.key()) : gone.equals(LAST) ? d.statement() == from.number() - 1 : gone.equals(SAMPLES) ? NamedAnew.sums(d.body()) && d.letters().isEmpty() : gone.equals(SUM) ? NamedAnew.sums(d.body()) && !Typeset.of(d.body()).matches(".*frac *\\{? *1.*") : gone.isEmpty() ? this.names.isEmpty() && isAnother(d) : is(d, gone);
      over.addAll(part.within(d.part()) && displaced ? List.of(d.key()) : List.of());
    }
    for (int before = -1; before < over.size(); ) {
      before = over.size();
      names.definitions().stream().filter(d -> d.value().isPresent() && part.within(d.part()) && over.stream().anyMatch(k -> Definitions.mentions(d.body(), k, mentions))).map(Definition::key).toList().forEach(over::add);
    }
    over.forEach(key -> names.forget(key, part));
  }

  private static final String PENALTIES = ".*(penal|regulari|decay).*";
  private static final String PENALIZED = "(?s).*\\\\(lambda|alpha|gamma|beta|mu).*";

  private boolean is(Definition d, String words) {
    String body = Typeset.of(d.body()).replace(" ", "");
    boolean penalty = words.matches(PENALTIES) && !Replaced.loss(d.key(), body).isEmpty() && body.matches(PENALIZED);
    boolean function = words.matches(".*(linearity|activation).*") && !Replaced.function(body).isEmpty();
    return penalty || function || (!words.isEmpty() && (Replaced.is(0, Replaced.function(body), words) || Replaced.is(1, Replaced.loss(d.key(), body), words)));
  }

  /** What comes is of the kind of the definition, and something else. */
  private boolean isAnother(Definition d) {
    String body = Typeset.of(d.body()).replace(" ", "");
    boolean function = !Replaced.function(body).isEmpty() && ((Replaced.isOf(0, put) && !put.contains("softmax")) || put.matches(".*(function|activation|linearity|unit).*")) && !Replaced.is(0, Replaced.function(body), put);
    if (put.matches(PENALTIES)) {
      return !Replaced.loss(d.key(), body).isEmpty() && !body.matches(PENALIZED);
    }
    boolean loss = !Replaced.loss(d.key(), body).isEmpty() && (Replaced.isOf(1, put) || put.matches(".*(loss|cost|objective).*")) && !Replaced.is(1, Replaced.loss(d.key(), body), put);
    return function || loss;
  }
}
