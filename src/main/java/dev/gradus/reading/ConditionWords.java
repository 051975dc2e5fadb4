package dev.gradus.reading;

import dev.gradus.reading.Event.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the words right before and behind a condition make of it: "without assuming $x > 0$", "where $x > 0$ fails", "$x > 1$ implies ..". */
final class ConditionWords {
  private static final String NOT =
      "(not|never|nobody|no one|nowhere|neither|nor|cannot|\\w+n['’]t|no (longer|need)|without|instead of|rather than|regardless( of)?|irrespective of|independent(ly)? of|no matter|whether( or not)?|contrary to|doubtful|nicht|ohne|weder|noch)";

  /** Between a denial and what it denies stand only verbs of assuming, and small words. */
  private static final String BETWEEN =
      "( (\\$,?|both|or|even|also|any ?more|any|be|been|being|is|it|to|that|the|this|an?|we|us|you|have|has|having|want|wants|true|the case|necessary|necessarily|guaranteed|certain|clear|if|whether|assum(e|es|ed|ing)|suppos(e|es|ed|ing)|requir(e|es|ed|ing)|need(s|ed|ing)?|demand(s|ed|ing)?|impos(e|es|ed|ing)|know[ns]?|sa(y|ys|id|ying)|claim(s|ed|ing)?|believ(e|es|ed|ing)|expect(s|ed|ing)?|us(e|es|ed|ing)|rely(ing)? on|assumptions?|conditions?|restrictions?|hypothes[ie]s|requirements?|constraints?|annahme))*";

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?s)(.*\\W)?(" + NOT + BETWEEN
              + "|(wrong|false|untrue|incorrect|mistaken|a mistake|an error|tempting|illegal|not allowed) to (assume|suppose|take|require|say|believe)( that)?"
              + "|(drop|lift|relax|remove|abandon|discard|forget|negat|den[yi]|violat|reject|refut)(e|es|s|ed|ping|ting|ing|en)? (the )?(assumption|condition|requirement|restriction|hypothesis|constraint)?( that)?"
              + "|(it is|is it) (false|untrue|wrong) that) ?\\$?");

  /** "if $x = 0$ is not excluded" and "not for $x = 0$" say where something holds. */
  private static final Pattern WHERE = Pattern.compile("(?s)(.*\\W)?(not|never|nor|neither)( true| the case)? (if|whether) ?\\$?");

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?s)((or|and|nor) \\$ )?((is|are|was|were|be|being|may|might|can|could|need|needs|must|should|will|would|does|do|did|has|have|also|still|then|perhaps|possibly|simply|just) )*"
              + "(fail(s|ed|ing)?|(is|are|was|were|be|being) (also |still |perhaps |just |simply )?(false|wrong|untrue|violated|broken|dropped|lifted|relaxed|removed|abandoned|unknown|unclear|doubtful|denied)"
              + "|(is|are|was|were|be|may|might|can|could|need|needs|must|should|will|would|does|do|did|has|have) (never|no longer|not)|cannot|isn['’]t|aren['’]t|doesn['’]t|don['’]t|needn['’]t|won['’]t|can['’]t|gilt nicht|no longer)\\b(?! (only|just|zero|0)\\b).*");

  /** A relation that words behind it draw something from, or compare with another one. */
  private static final Pattern SUBJECT =
      Pattern.compile("(?s)(would |could |does |may |might |must |will |always |also |then |thus |therefore |certainly )*(not )?(impl(y|ies)|entails?|forces?|follows?|iff|if and only if|(is|are) (not )?(equivalent|the same as|stronger|weaker|necessary|sufficient|enough|impossible|possible)).*");

  /** What is supposed holds on, whatever it implies. */
  private static final Pattern SUPPOSED = Pattern.compile("\\b(suppos|assum|let|given|angenommen|seien?|sea|sean)");

  private static final Pattern EQUIVALENT = Pattern.compile("\\b(are|is)( all| both| pairwise| mutually| clearly)? equivalent\\b(?! to\\b)|^equivalent are\\b|\\btfae\\b");

  /** So many sentences such a list has at most. */
  private static final int FAR = 8;

  private ConditionWords() {}

  /** "The following are equivalent: (a) .., (b) ..": of what is listed nothing is stated, and nothing assumed for the others. The word, where the sentence is in such a list. */
  static Optional<String> equivalents(Flow.Result flow, Sentence s) {
    Part here = flow.parts().get(s.part());
    int before = s.number();
    while (before > 0 && !listsEquivalents(flow.sentences().get(before)) && before > s.number() - FAR && !here.heading() && here.parent().isPresent()) {
      before--;
    }
    Sentence lists = flow.sentences().get(before);
    boolean item = before == s.number() || (!lists.hasClause() && here.number() != lists.part() && here.within(flow.parts().get(lists.part())));
    return item && listsEquivalents(lists) ? Optional.of("equivalent") : Optional.empty();
  }

  private static boolean listsEquivalents(Sentence s) {
    return EQUIVALENT.matcher(s.words(0, s.atoms().size())).find();
  }

  /** In: a sentence with its events. Out: the events, where words deny a condition or make it the subject of a sentence with the scope that it then has. */
  static List<Event> heard(Sentence sentence, List<Event> events) {
    Map<Integer, Integer> places = new TreeMap<>();
    for (int at = 0; at < sentence.atoms().size(); at++) {
      if (sentence.atoms().get(at) instanceof Atom.Clausal c) {
        places.put(c.clause(), at);
      }
    }
    return events.stream().map(e -> e instanceof Event.Condition c && places.containsKey(c.clause()) ? c.within(scope(sentence, places.get(c.clause()), c.scope())) : e).toList();
  }

  private static Scope scope(Sentence sentence, int at, Scope otherwise) {
    String opens = Assembly.opens(sentence, at);
    String closes = Assembly.closes(sentence, at);
    boolean denied = listsEquivalents(sentence) || FactKinds.loosened(opens, closes) || BEHIND.matcher(closes).matches() || (BEFORE.matcher(opens).matches() && !WHERE.matcher(opens).matches());
    return otherwise == Scope.POINT ? otherwise : denied ? Scope.DENIED : otherwise == Scope.PART && SUBJECT.matcher(closes).matches() && !SUPPOSED.matcher(opens).find() ? Scope.ONCE : otherwise;
  }
}
