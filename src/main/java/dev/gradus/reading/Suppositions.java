package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hypotheses that say what a fresh name is (READING 9, 14): "suppose f(x) = x^2", "given z = wx + b", "the hypothesis is h(x) = ..", what stands before an arrow.
 *
 * @param printed all statements of the document
 */
record Suppositions(Survey survey, List<Printed> printed) {
  private static final Pattern FOR = Pattern.compile("\\b(?i:for|with|für|mit|para|con)\\b");
  private static final Pattern RESTRICTS =
      Pattern.compile("\\b(?i:if|when|whenever|suppose|supposing|assume|assuming|case|unless|only|given|wenn|falls|si|cuando|which|that)\\b");
  private static final Pattern SUPPOSES = Pattern.compile("\\b(?i:suppose|supposing|assume|assuming|given|hypothesis|angenommen|gegeben|supongamos|dado|dada)\\b|假设|假定|给定|设|仮定");

  /** Words that make of a supposition a case or one of several. */
  private static final Pattern CASES =
      Pattern.compile("\\b(?i:if|when|whenever|case|unless|only|or|not|wrongly|false|falsely|mistakenly|otherwise|instead|wenn|falls|si|cuando)\\b");

  private static final Pattern DENIED = Pattern.compile("\\b(?i:contradiction|contrary|absurd|absurdum|widerspruch|contradicción)\\b");

  /** "when the prediction is made by $p = ..$": what words say something is computed by is no case of it; it is so in its part, another question has its own. */
  private static final Pattern MADE =
      Pattern.compile("\\b(is|are|be) (then )?(made|given|computed|defined|obtained|produced|calculated|formed|predicted) (by|as|from|via|through)( a| an| the)?( softmax| sigmoid| logistic)?( function| formula| equation)?$");

  /** Whether a hypothesis may say what the name on its left side is. */
  boolean define(Printed p) {
    Statement s = p.statement();
    return s.cue() == Cue.ASSUMED && (printed.stream().anyMatch(q -> q.statement().premises().contains(s.number())) || namesBehindFor(s) || made(p) || gives(p));
  }

  /** "For two classes $p_1 = ..$ and $p_2 = ..$": what it is said for is named there, unless the sentence supposes something. */
  static boolean namesBehindFor(Statement s) {
    return FOR.matcher(s.words()).find() && !RESTRICTS.matcher(s.words()).find();
  }

  /** Whether words say that something is computed by it, and no other equation of its part says what the name is. */
  boolean made(Printed p) {
    return MADE.matcher(p.statement().opens()).find()
        && survey.mentions().of(p.left()).filter(m -> equationsOf(m.key()).allMatch(q -> q.equals(p) || !q.statement().part().near(p.statement().part()))).isPresent();
  }

  /**
   * Whether no other hypothesis of the part, or of one around it, is an equation for the name, and this one is supposed to the end of the part (READING 2) or the name mentioned only where the hypothesis
   * stands: then a definition says the same.
   */
  private boolean gives(Printed p) {
    Statement s = p.statement();
    Set<String> right = new TreeSet<>();
    Definitions.collect(p.right(), survey.mentions(), right);
    Optional<Head> head = Head.of(p.left(), survey.mentions()).filter(h -> !s.notes().point() && !DENIED.matcher(s.words()).find() && !right.isEmpty() && !listed(p.right()) && !restricted(s, h));
    return head.map(h -> h.mention().key())
        .filter(key -> equationsOf(key).allMatch(q -> q.equals(p) || q.statement().cue() != Cue.ASSUMED || !q.statement().part().near(s.part())))
        .filter(key -> (SUPPOSES.matcher(s.opens()).find() && !CASES.matcher(s.words()).find()) || within(s, key))
        .isPresent();
  }

  private static boolean listed(Notation n) {
    return n instanceof Notation.Listed || (n instanceof Notation.Bracketed b && b.open().equals("\\{"));
  }

  /** "Suppose n_k = m p_k for k \\ne y": another hypothesis of the sentence speaks of an index of the name. */
  private boolean restricted(Statement s, Head h) {
    return printed.stream()
        .filter(q -> q.statement().clause() != s.clause() && q.statement().cue() == Cue.ASSUMED && (q.statement().inSentenceBehind(s) || s.inSentenceBehind(q.statement())))
        .anyMatch(q -> h.letters().stream().anyMatch(l -> q.mentions(l, survey.mentions())));
  }

  /** Whether all that mentions a name stands under the hypothesis, or beside it in its sentence. */
  private boolean within(Statement s, String key) {
    return printed.stream()
        .filter(q -> q.statement().number() != s.number() && q.mentions(key, survey.mentions()))
        .allMatch(q -> q.statement().conditions().contains(s.number()) || q.statement().inSentenceBehind(s));
  }

  /** The statements of the document with a head of that name on their left side. */
  private Stream<Printed> equationsOf(String key) {
    return printed.stream().filter(q -> Head.of(q.left(), survey.mentions()).filter(h -> h.mention().key().equals(key)).isPresent());
  }
}
