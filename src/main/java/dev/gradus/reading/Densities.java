package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.notation.Typeset;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Probabilities of samples that no equation gives, where the text names the distribution of the samples: with {@code y_i \sim N(w^T x_i, \sigma^2)}, {@code p(y_i | x_i; w)} is that
 * density at {@code y_i} (READING 23: named distributions are what they are).
 */
record Densities(Survey survey, List<Printed> printed, List<PrintedFragment> fragments, Names names) {
  /** Letters for the density itself; others stand beside it for one of another kind. */
  private static final List<String> DENSITIES = List.of("p", "P", "Pr", "\\Pr");

  /** A probability at its printed arguments, and one of the densities that it may be: the name of a distribution does not always fix what its parameters are. */
  record Given(Head head, Notation body) {}

  /** In: a claim. Out: what the probabilities that it speaks of, itself or through definitions, may be. */
  List<Given> of(Printed p) {
    Part part = p.statement().part();
    List<Given> found = new ArrayList<>();
    List<Distributed> named = Distributed.above(p, printed, fragments, survey.mentions());
    if (named.isEmpty()) {
      return found;
    }
    ProbabilityByUse probabilities = new ProbabilityByUse(survey, printed, names);
    for (Map.Entry<String, Applied> e : applied(part).entrySet()) {
      Applied a = e.getValue();
      boolean open = names.definition(e.getKey(), part).isEmpty() && probabilities.isOpen(a.head().mention().base()) && probabilities.rests(p, e.getKey());
      for (String density : open ? densities(a, named, p) : List.<String>of()) {
        found.add(new Given(a.head(), NotationParser.parse(MathText.plain(density, 0))));
      }
    }
    return found;
  }

  /** p(y_i | x_i): the head, and what stands before the bar. */
  private record Applied(Head head, Notation argument, boolean given) {}

  private Map<String, Applied> applied(Part part) {
    Map<String, Applied> found = new LinkedHashMap<>();
    for (Printed q : printed) {
      if (q.statement().part().near(part)) {
        collect(q.left(), part, found);
        collect(q.right(), part, found);
      }
    }
    return found;
  }

  private void collect(Notation n, Part part, Map<String, Applied> found) {
    for (int k = 0; n instanceof Notation.Juxtaposed j && k + 1 < j.factors().size(); k++) {
      Notation.Factor behind = j.factors().get(k + 1);
      boolean name = survey.mentions().of(j.factors().get(k).item()).filter(m -> m.bare() && DENSITIES.contains(m.key())).isPresent();
      if (name && behind.op() == Notation.Op.NONE && behind.item() instanceof Notation.Bracketed b && b.open().equals("(")) {
        Notation argument = b.body() instanceof Notation.Conditioned c ? c.left() : b.body();
        Notation alone = new Notation.Juxtaposed(n.span(), List.of(new Notation.Factor(Notation.Op.NONE, j.factors().get(k).item()), behind));
        PrintedHead.introduced(alone, part, survey, names).filter(h -> PrintedHead.isKey(h.mention().key()) && !PrintedHead.expects(h)).ifPresent(h -> found.putIfAbsent(h.mention().key(), new Applied(h, argument, b.body() instanceof Notation.Conditioned)));
      }
    }
    Notations.children(n).forEach(c -> collect(c, part, found));
  }

  /** The densities of the only distribution that the text around gives to what stands before the bar. */
  private List<String> densities(Applied a, List<Distributed> named, Printed p) {
    Optional<Mention> sample = survey.mentions().of(a.argument()).filter(Mention::plain);
    boolean normed = sample.isPresent() && Stream.of(p.left(), p.right()).anyMatch(n -> normed(n, sample.get().key()));
    List<Distribution> own = sample.isEmpty() ? List.of() : named.stream().filter(d -> d.distribution().variable().key().equals(sample.get().key()) && (a.given() || !d.given())).map(Distributed::distribution).distinct().toList();
    return own.size() == 1 && isNumber(sample.get()) && !normed && fits(own.getFirst(), sample.get(), a.head()) ? own.getFirst().densities(Typeset.of(a.argument())) : List.of();
  }

  /** Whether nothing shows a sample that is an array: the densities of these are others. */
  private boolean isNumber(Mention sample) {
    int printed = sample.indices().size();
    boolean known = names.quantity(sample.key()).filter(q -> q.axes().size() != printed).isPresent();
    return !known && !sample.bold() && survey.everywhere(sample.key()).needed(printed) <= printed && survey.everywhere(sample.key()).indices <= printed;
  }

  /** Whether a length is taken of something with a name in it: that may be a vector. */
  private boolean normed(Notation n, String key) {
    boolean here = n instanceof Notation.Bracketed b && b.open().equals("\\|") && Definitions.mentions(b.body(), key, survey.mentions());
    return here || Notations.children(n).stream().anyMatch(c -> normed(c, key));
  }

  /** Whether the distribution is that of the sample as it is printed, index for index, or one for all samples. */
  private boolean fits(Distribution d, Mention sample, Head head) {
    List<String> letters = sample.indices().stream().flatMap(i -> survey.mentions().of(i).filter(Mention::bare).map(Mention::key).stream()).toList();
    List<String> own = d.variable().indices().stream().flatMap(i -> survey.mentions().of(i).filter(Mention::bare).map(Mention::key).stream()).toList();
    return letters.size() == sample.indices().size() && own.size() == d.variable().indices().size() && head.letters().equals(letters) && (own.equals(letters) || own.isEmpty());
  }
}
