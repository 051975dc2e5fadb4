package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Let H be the Hessian of L with respect to w", "the Jacobian J of s": a derivative that words give a name (READING 14). */
final class SlopesInWords {
  private static final String KIND = "(?:gradient|derivative|jacobian|hessian)(?: matrix| vector)?";
  private static final String NOUN =
      "(?:(?:the|this|our|its|a|loss|cost|objective|error|energy|risk|function|map|mapping|log-likelihood|likelihood|softmax|sigmoid|network|vector|output|outputs|quantity|scalar|entropy|cross-entropy) ){0,4}";

  /** The name before its kind, or behind it; then what is differentiated, and perhaps by what. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?s)(?:.* )?(?<kind>(?:let|where|and|with|here),? (?<first>\\$) (?:be|denote|denotes|is|being) the K|(?:write|use) (?<second>\\$) for the K|(?:the|its|a) K (?<third>\\$)),? of "
                  .replace("K", KIND)
              + NOUN
              + "(?<of>\\$)(?:,? (?:with respect to|w\\.?r\\.?t\\.?) (?:(?!of\\b)[\\p{L}-]+ ){0,3}(?<by>\\$))?");

  /** Words behind it that leave the meaning as it is. */
  private static final Pattern ENDS =
      Pattern.compile("(?s)|[.;].*|,? ?(?:and|so|then|is|has|equals|satisfies|reads|we|are|becomes|can be|have)\\b(?!.*\\b(?:at|evaluated|where|when|if|approximat\\w*|scaled|divided|times|minus|up to)\\b).*");

  private static final Pattern DOUBTED = Pattern.compile("\\b(if|when|whenever|suppose|unless|case|not|no|never|inverse|negative|approximat\\w*|half|at|point)\\b");

  private final PrintedFragment last;
  private final List<PrintedFragment> fragments;
  private final List<Printed> printed;
  private final Survey survey;
  private final Names names;

  /** In: a formula without a relation, those before it, all statements, and what is known. */
  SlopesInWords(PrintedFragment last, List<PrintedFragment> fragments, List<Printed> printed, Survey survey, Names names) {
    this.last = last;
    this.fragments = fragments;
    this.printed = printed;
    this.survey = survey;
    this.names = names;
  }

  /** Out: what is known with the name that the words give by this formula; nothing where they give none, or it is not clear by what they differentiate. */
  Optional<Declarations.Result> take(Ranges ranges) {
    String words = (last.fragment().opens().strip() + " $").strip();
    Matcher m = SAID.matcher(words);
    if (!m.matches() || DOUBTED.matcher(words).find() || !ENDS.matcher(last.fragment().closes().strip()).matches()) {
      return Optional.empty();
    }
    Optional<Notation> of = at(words, m.start("of")).filter(this::known);
    Optional<Notation> by = (m.start("by") < 0 ? of.flatMap(this::parameter) : at(words, m.start("by"))).filter(n -> survey.mentions().of(n).filter(Mention::bare).isPresent());
    Optional<Head> head = at(words, Stream.of("first", "second", "third").mapToInt(m::start).max().orElseThrow()).flatMap(n -> Denoted.head(n, survey));
    if (of.isEmpty() || by.isEmpty() || head.isEmpty()) {
      return Optional.empty();
    }
    Notation body = Meanings.slope(m.group("kind").contains("hessian"), of.get(), by.get());
    return Denoted.fresh(head.get().mention().key(), body, last.fragment().part(), survey, names) ? Denoted.taken(head.get(), body, last, survey, names, ranges) : Optional.empty();
  }

  /** What the text defines, with or without its argument. */
  private boolean known(Notation of) {
    return Head.of(of, survey.mentions()).filter(h -> h.letters().isEmpty() && names.definition(h.mention().key(), last.fragment().part()).isPresent()).isPresent();
  }

  private Optional<Notation> parameter(Notation of) {
    Optional<Definition> d = Head.of(of, survey.mentions()).flatMap(h -> names.definition(h.mention().key(), last.fragment().part()));
    return d.map(Definition::parameters).filter(p -> p.size() == 1).map(p -> NotationParser.parse(MathText.plain(p.getFirst(), 0)));
  }

  /** The formula at a place of these words: one without a relation, or the left side of one with. */
  private Optional<Notation> at(String words, int place) {
    String before = words.substring(0, place).strip();
    Part part = last.fragment().part();
    Stream<Notation> formulas =
        Stream.concat(fragments.stream(), Stream.of(last)).filter(f -> f.fragment().part().equals(part) && f.fragment().since() == last.fragment().since() && f.fragment().opens().strip().equals(before)).map(PrintedFragment::notation);
    Stream<Notation> relations =
        printed.stream()
            .filter(q -> q.statement().number() >= last.fragment().since() && q.statement().number() < last.fragment().before() && q.statement().part().equals(part) && q.statement().opens().strip().equals(before))
            .map(Printed::left);
    return Stream.concat(relations, formulas).findFirst();
  }
}
