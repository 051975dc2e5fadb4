package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A loss that a claim names by its letter alone, where the text defines it under one label only, L for L_{CE} and J for J_{naive}: it is inferred to be that one (READING 22), and it
 * proves only.
 */
final class Unlabelled {
  private static final Pattern LABELLED = Pattern.compile("(.+)_\\{(?:\\\\\\w+\\{)?([\\p{L}0-9 -]{2,}?)}?}");

  /** Labels of whole losses; a penalty or a reconstruction is a term of one. */
  private static final Pattern WHOLE = Pattern.compile("(?i)(naive|softmax|ce|bce|cce|xent|cross|mse|sse|nll|hinge|svm|logistic|neg|nce|sgns|huber|focal|mle)([ -].*)?|(naive|neg|cross)[ -]?\\p{L}+");

  /** Words for a loss that is more than the labelled one, or made of several of it. */
  private static final Pattern MORE = Pattern.compile("(?i)penal|regulari|decay|total|overall|combin|weighted|joint|multi-?task|averag|batch|\\bmean\\b|\\bsum of\\b|\\bplus\\b|auxiliar");

  private Unlabelled() {}

  /** In: a claim and what is known where it stands. Out: that with its letter defined like the only labelled one; nothing where the text defines the letter itself, or two of them. */
  static Optional<Definitions.Result.Known> of(Printed p, Survey survey, Names names, Ranges ranges) {
    Part part = p.statement().part();
    List<String> open = p.names(survey.mentions()).stream().filter(k -> Replaced.isLoss(k) && names.definition(k, part).isEmpty() && !names.told().defines(k)).toList();
    Set<Definition> labelled = open.size() == 1 ? names.definitions().stream().filter(d -> isOf(d.key(), open.getFirst())).collect(Collectors.toSet()) : Set.of();
    if (labelled.stream().map(Definition::key).distinct().count() != 1 || part.chain().stream().anyMatch(x -> MORE.matcher(x.own()).find())) {
      return Optional.empty();
    }
    return names
        .definition(labelled.iterator().next().key(), part)
        .filter(d -> d.standing() == Definition.Standing.STATED && part.section().equals(d.part().section()) && Replaced.isCalled(open.getFirst(), d.body(), part))
        .map(d -> new Definitions(survey, Budget.standard()).take(new Head(Mention.of(open.getFirst(), false), d.parameters(), d.letters(), false, false), d.body(), part, d.statement(), Definition.Standing.INFERRED, names, ranges, Session.Layout.NUMERATOR))
        .flatMap(taken -> taken instanceof Definitions.Result.Known known ? Optional.of(known) : Optional.empty());
  }

  /** In: an inferred definition. Out: in words which labelled loss it is, if it is one. */
  static Optional<String> said(Definition d, Names names) {
    return names.definitions().stream().filter(x -> isOf(x.key(), d.key()) && x.body().equals(d.body())).findFirst().map(x -> d.key() + " is " + x.key());
  }

  private static boolean isOf(String key, String letter) {
    Matcher m = LABELLED.matcher(key);
    return m.matches() && m.group(1).equals(letter) && WHOLE.matcher(m.group(2).toLowerCase(Locale.ROOT).strip()).matches();
  }
}
