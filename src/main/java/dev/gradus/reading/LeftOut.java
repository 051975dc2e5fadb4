package dev.gradus.reading;

import dev.gradus.notation.Typeset;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that leave elements out of a sum, or count some twice, where the sum as it is printed runs over all: "without the outlier", "all but one sample", "over the odd
 * $i$ only". What is printed is then not what is meant (READING 6).
 */
final class LeftOut {
  private static final String ELEMENT =
      "(?:outliers?|samples?|examples?|observations?|data points?|datum|points?|measurements?|items?|entry|entries|elements?|members?|class|classes|summands?|rows?|columns?|indices|index|neighbou?rs?)";

  private static final String WHICH =
      "(?:(?:the|an?|any|all|our|each|one|two|of|its|that|this|both|other|very|single|bad|faulty|noisy|missing|first|last|second|third|largest|smallest|biggest|extreme|worst|best|correct|true|target|own|current|positive|negative|training|test|data|labell?ed|\\$|\\$-th) )*";

  private static final Pattern WITHOUT =
      Pattern.compile("\\b(?:without|excluding|leav(?:e|es|ing)(?: out)?|omit(?:s|ting|ted)?|except(?: for)?|exclud(?:e|es|ing)|ignor(?:e|es|ing)|drop(?:s|ping)?|remov(?:e|es|ing)|delet(?:e|es|ing)|skip(?:s|ping)?|discard(?:s|ing)?|not counting|disregarding|throw(?:ing)? away|apart from|other than|minus) "
          + WHICH + ELEMENT + "\\b");

  private static final Pattern NOT_ALL =
      Pattern.compile(
          "\\b(?:all|every|everything|each)(?: [\\p{L}$-]+){0,2} (?:but|except|besides) (?:the |one|two|\\$)|\\bevery (?:second|other|third)\\b(?! (?:one|term is))"
              + "|\\b(?:odd|even)(?:-numbered| numbered)? (?:\\$|indices|classes|samples|terms|entries) ?(?:only)?|\\b(?:over|of) (?:half|some|part|a subset|a few|a random|a sample|a batch|a mini-?batch|only)\\b"
              + "|\\b(?:sum|summ|count|add)\\w*(?: [\\p{L}\\d$-]+){0,4} (?:twice|thrice|two times|double)\\b|\\bdouble[- ]count\\w*");

  /** The printed formulas leave something out themselves. */
  private static final Pattern PRINTED = Pattern.compile("\\\\(?:neq?|setminus|smallsetminus|backslash|not|notin)(?![A-Za-z])|[a-zA-Z]\\s*-\\s*1|\\\\in(?![A-Za-z])|≠");

  /** What is left out is gone for another reason. */
  private static final Pattern VANISH = Pattern.compile("\\b(?:vanish\\w*|zero|0|drops? out|cancel\\w*|disappear\\w*|surviv\\w*|remain\\w*|unchanged|constant)\\b");

  private LeftOut() {}

  /** In: a reading. Out: the words of its sentence that leave out what its sums print. */
  static Optional<String> of(Statement s, Attempt.Read r, Names names) {
    boolean sums = Stream.of(r.claim().left(), r.claim().right()).anyMatch(LeftOut::sums) || names.definitions(r.used(), s.part()).anyMatch(d -> NamedAnew.sums(d.body()));
    return sums && !printed(s, r, names) ? said(s) : Optional.empty();
  }

  /** The words of a statement's sentence that leave something out. */
  static Optional<String> said(Statement s) {
    String words = s.words().replaceAll("\\s+", " ");
    if (VANISH.matcher(words).find()) {
      return Optional.empty();
    }
    Matcher without = WITHOUT.matcher(words);
    Matcher all = NOT_ALL.matcher(words);
    return without.find() ? Optional.of(without.group()) : all.find() ? Optional.of(all.group()) : Optional.empty();
  }

  private static boolean printed(Statement s, Attempt.Read r, Names names) {
    Stream<String> formulas = Stream.concat(Stream.of(s.left().text(), s.right().text()), names.definitions(r.used(), s.part()).map(d -> Typeset.of(d.body())));
    return formulas.anyMatch(LeftOut::printed);
  }

  /** Whether a formula leaves something out itself. */
  static boolean printed(String formula) {
    return PRINTED.matcher(formula).find();
  }

  private static boolean sums(Term term) {
    boolean[] found = {false};
    Terms.visit(term, t -> found[0] |= t instanceof Term.Over);
    return found[0];
  }
}
