package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sentences whose words or place may lift what was assumed before them: from there on no proof leans on it, and a refuting point still meets it (READING 2, 3): "in general", "bring
 * back the bias", "contradiction", a theorem behind an example.
 */
final class Lifted {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(in general|generally|in truth|in reality|scratch (that|this)|never ?mind|(?<!not )(?<!to )forget( about)? (that|this|it|symmetry|the (assumption|condition|symmetry|restriction))|need not hold|no longer hold|done with (that|this|it)|retract|withdraw|(cross|strike) (that|this) out|(set|setting) (that|this) aside|end of (the )?(case|assumption)|smooth(ed|en)? (it|them|the (labels?|targets?))|but (we|this|that|it) (must|may|should|can) ?not|more generally|arbitrary|drop(s|ped|ping)?|remov(e|es|ed|ing)|relax(es|ed|ing)?|without (this|that|the|any|such) (\\w+ )?(assumption|restriction|condition|constraint|simplification|hypothesis|requirement)"
              + "|without (assumption|condition|hypothesis) \\w+|(also|even|true|and) without (this|that|it)|br(ing|ings|inging|ought) back|put(ting)? back|restor(e|es|ed|ing)|reintroduc(e|es|ed|ing)"
              + "|back (to|in) (the |our )?(general|original|full)|return(s|ing)? to (the |our )?(general|original|full)|unt(ie|ying) (them|the|it)|(on|for|along|at) the (main )?diagonal|(the )?diagonal (entries|elements|terms|case|part)|(same|equal) (index|indices)|indices (are equal|agree|coincide)|off(-| the )diagonal|different indices|indices differ"
              + "|no longer|regardless|non-?symmetric|asymmetric|unsymmetric|not (one-hot|symmetric|positive|normali[sz]ed|necessarily|zero)|may be (negative|zero)|soft (label|target)s?"
              + "|now let \\$ be (any|an arbitrary|a) real|now (take|consider|pick|choose) any \\$|(general|arbitrary|any|all) (kinds? of )?(targets?|labels?|label distributions?|target distributions?)|either sign|any sign|allowed to be|antisymmetric|skew-? ?symmetric|multi-label|many classes|(with|for) (a )?general \\$|(with|for) (larger|bigger|higher|smaller|greater|other|different) \\$|general (matrix|matrices|case|vector|position|setting)|other cases?|the (opposite|reverse|negation)|every case|overall|the (full|complete|whole|entire) (jacobian|gradient|derivative|matrix|expression|formula|result))\\b?");

  /** "Next question", "Now another example": what comes has its own conditions. */
  private static final Pattern NEXT =
      Pattern.compile("^(now |and now )?(for |in |to )?(the |a |an |our )?(next|another|different|new|second|third|last|final|other) (question|exercise|problem|paragraph|section|one(?=,)|example|task|setting|model|scenario|situation)\\b");

  /** What was assumed before does not hold here. */
  private static final Pattern OTHERWISE = Pattern.compile("^(and |but )?(otherwise|else|if not|andernfalls|sonst|de lo contrario)\\b");

  private static final Pattern SUPPOSES = Pattern.compile("\\b(assum(e|es|ing)|suppos(e|es|ing)|contrary|imagine|angenommen|annahme|supongamos)\\b");

  /** A supposition that is made to be refuted. */
  private static final Pattern CONTRARY = Pattern.compile("\\b(contrary|(for|by) (a |the sake of )?contradiction|reductio)\\b");

  /** Where such a supposition has failed. */
  private static final Pattern FAILS =
      Pattern.compile("(?<!\\b(for|by|to|toward|towards|for a|towards a|derive a|get a|reach a|of) )\\b(contradiction|contradict(s|ing)|absurd(ity)?|impossible|widerspruch|contradicción|never happens|cannot (be|hold|happen)|can not (be|hold|happen))\\b");

  /** "In (a) we assume a = b": said of another part. */
  private static final Pattern ELSEWHERE = Pattern.compile("\\bin (part |case |question )?\\( ?[a-z0-9]{1,3} ?\\)");

  /** Lead-ins that open a statement of their own. */
  private static final List<String> OWN =
      List.of("theorem", "proposition", "lemma", "claim", "corollary", "remark", "remarks", "conclusion", "conclusions", "summary", "note", "discussion", "observation", "example", "result", "comment");

  private static final List<String> STATEMENTS = List.of("example", "theorem", "lemma", "proposition", "claim", "corollary", "step", "remark", "observation", "case");

  private final Flow.Result flow;
  private final List<String> words;
  private final List<Boolean> lifting;
  /** for each sentence the last one up to it that lifts */
  private final List<Integer> last = new ArrayList<>();

  /** for each sentence in which a supposition fails the sentence that made it, else -1 */
  private final List<Integer> failed = new ArrayList<>();

  Lifted(Flow.Result flow) {
    this.flow = flow;
    this.words = flow.sentences().stream().map(s -> s.words(0, s.atoms().size())).toList();
    this.lifting = words.stream().map(w -> WORDS.matcher(w).find() || NEXT.matcher(w).find() || OTHERWISE.matcher(w).find()).toList();
    int supposed = -1;
    for (int s = 0; s < words.size(); s++) {
      supposed = SUPPOSES.matcher(words.get(s)).find() ? s : supposed;
      last.add(lifting.get(s) ? Integer.valueOf(s) : s == 0 ? Integer.valueOf(-1) : last.get(s - 1));
      failed.add(FAILS.matcher(words.get(s)).find() ? supposed : -1);
    }
  }

  /** Whether a sentence behind {@code from}, up to {@code to}, may lift what {@code from} assumes. */
  boolean between(int from, int to) {
    if (from >= to) {
      return false;
    }
    boolean contrary = CONTRARY.matcher(words.get(from)).find() && flow.sentences().subList(from + 1, to + 1).stream().anyMatch(Sentence::paragraph);
    return lifting.subList(from + 1, to + 1).contains(true) || fails(from, to) || contrary || ELSEWHERE.matcher(words.get(from)).find() || apart(from, to) || behindCases(from, to);
  }

  /** Whether a supposition that a sentence stands under has failed before another one. */
  boolean fails(int from, int to) {
    return from < to && failed.subList(from, to).stream().anyMatch(f -> f >= 0 && f <= from);
  }

  /** The last sentence up to {@code to} whose words lift what was assumed; -1 when there is none. */
  int last(int to) {
    return last.get(to);
  }

  private Part part(int sentence) {
    return flow.parts().get(flow.sentences().get(sentence).part());
  }

  /** A theorem behind an example, a conclusion behind a step: the lead-in lies in the numbered part before it, and what was set there is perhaps over. */
  private boolean apart(int from, int to) {
    Part around = part(from);
    List<Part> inwards = part(to).chain();
    int at = inwards.indexOf(around);
    return at > 0 && STATEMENTS.contains(noun(around)) && inwards.subList(0, at).stream().anyMatch(p -> !p.heading() && OWN.contains(noun(p)));
  }

  /** The first word of a part's label. */
  private static String noun(Part part) {
    String label = part.label().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < label.length() && Character.isLetter(label.charAt(end))) {
      end++;
    }
    return part.heading() ? "" : label.substring(0, end);
  }

  /** A paragraph that concludes, in the last of several cases: perhaps from all of them. */
  private boolean behindCases(int from, int to) {
    Part here = part(from);
    boolean several = noun(here).equals("case") && flow.parts().stream().anyMatch(p -> p.number() < here.number() && p.parent().equals(here.parent()) && noun(p).equals("case"));
    return several && flow.sentences().subList(from + 1, to + 1).stream().anyMatch(s -> s.paragraph() && concludes(s));
  }

  /** Whether a sentence begins with so, hence and the like. */
  static boolean concludes(Sentence s) {
    return Phrases.find(s.run(0), 0).filter(f -> f.sense().draws()).isPresent();
  }
}
