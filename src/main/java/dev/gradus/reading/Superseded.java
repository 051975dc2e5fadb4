package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Doubts.Doubt;
import dev.gradus.term.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a reading that is proved is no proof of what the text says: words call a function another one, a letter got another value since, a family hides what it depends on. */
record Superseded(Names names, Survey survey, Map<Integer, Outcome> outcomes) {
  /** In: a statement, a reading in which it is proved, whether with a one-hot target, and which function sigma is in it. Out: what keeps it from being a proof. */
  Optional<Doubt> of(Statement s, Attempt.Read r, Verdict.Proved v, boolean oneHot, Activation activation) {
    boolean logarithm = r.used().contains("log") || leansOn(s, r, LOGARITHM);
    boolean sigma = Sigma.isUsed(r.used()) || (names.definition("\\sigma", s.part()).isEmpty() && leansOn(s, r, SIGMA));
    return NamedMeaning.other(r, activation, s, names.told().described(), outcomes.values().stream(), sigma, logarithm)
        .or(() -> NamedMeaning.calledOtherwise(r, s, names))
        .map(because -> new Doubt("meaning.in-words", because))
        .or(() -> OtherTargets.of(s, v, Optional.of(r.oneHot()).filter(_ -> oneHot).map(OneHot.Variants::name), Optional.of(r.oneHot()).filter(h -> oneHot && h.stated().isEmpty()).map(OneHot.Variants::name), outcomes.values()).map(because -> new Doubt("condition.unclear", because)))
        .or(() -> names.told().described().stretches().beyond(s, v.claim()).map(i -> new Doubt("condition.unclear", "it holds under a condition, and words name " + i)))
        .or(() -> Placed.otherwise(s, r, names))
        .or(() -> new TurnedColumns(s, r.names(), survey).said().map(w -> new Doubt("shape.unknown", "it holds entry by entry, but " + w)))
        .or(() -> otherNorm(s, r) ? Optional.of(new Doubt("meaning.in-words", "it holds for the Euclidean norm, and words name another one")) : Optional.empty())
        .or(() -> depends(s, r).map(w -> new Doubt("derivative.held-fixed", "words say that " + w)))
        .or(() -> loose(s, r).map(w -> new Doubt("definition.loose", "an equation that it leans on holds " + w)))
        .or(() -> updated(s, r).map(u -> new Doubt("symbol.undefined", "is " + u + " its value before or after the update?")))
        .or(() -> r.used().stream().filter(u -> u.startsWith(Total.STEP_BEFORE)).findFirst().map(u -> new Doubt("symbol.undefined", "it is not known how " + u.substring(Total.STEP_BEFORE.length()))))
        .or(() -> hidden(s, r).map(k -> new Doubt("symbol.undefined", "which letters of " + k + " depend on its index?")));
  }

  private static final Pattern LOGARITHM = applied("\\log");
  private static final Pattern SIGMA = applied("\\sigma");

  private static Pattern applied(String function) {
    return Pattern.compile(Pattern.quote(function) + "(?![A-Za-z]) *(\\\\left)?[({ A-Za-z\\\\]");
  }

  /** Whether a definition that it leans on prints a function, applied. */
  private boolean leansOn(Statement s, Attempt.Read r, Pattern applied) {
    return names.definitions(r.used(), s.part()).anyMatch(d -> applied.matcher(Typeset.of(d.body())).find());
  }

  private static final Pattern NORM =
      Pattern.compile("(?i)\\b(be|is|denotes?|means?|stands? for|with|use|in|are|take) (the |an? )?(max(imum)?|infinity|sup(remum)?|uniform|manhattan|taxicab|one|1|l1|ℓ1|sum|nuclear|spectral|operator|weighted|mahalanobis)[- ]?norms?\\b");

  /** "Let \\|x\\| be the maximum norm": no index below the bars says so. */
  private boolean otherNorm(Statement s, Attempt.Read r) {
    boolean norm = Stream.concat(Stream.of(s.left().text(), s.right().text()), names.definitions(r.used(), s.part()).map(d -> Typeset.of(d.body()))).anyMatch(t -> BARS.matcher(t).find());
    return norm && (names.told().described().ofNorm(s.part()) || s.part().chain().stream().anyMatch(p -> NORM.matcher(p.own()).find()));
  }

  private static final Pattern BARS = Pattern.compile("\\\\(\\||rVert|Vert)(?! *_)");

  /** Words beside a definition that make it hold about so, or for what is cut or disturbed behind it. */
  private static final Pattern LOOSE =
      Pattern.compile(
          "^,? ?\\(?(?<w>up to (a |an |the |some )?(additive |multiplicative |constant |overall )*(constants?|normali[sz]ation|normali[sz]ing (constant|factor)|scal\\w+|signs?|factors?|terms?)|approximately|roughly|(to )?(first|second|leading|lowest) order|on average|in expectation|asymptotically|near \\$|around \\$|close to|for (small|large) \\$|(averaged|summed) (over|across)|(rounded|clipped|truncated|thresholded|quantized|perturbed|corrupted|plus (some )?noise))(?![\\p{L}])");

  private static final Pattern LOOSELY =
      Pattern.compile("(^|[.;:] ?|, |\\b(and|that) )(?<w>up to (a |an |the |some )?(additive |multiplicative |constant |overall )*(constants?|normali[sz]ation|normali[sz]ing (constant|factor)|scal\\w+|signs?|factors?|terms?)|approximately|roughly|to (first|second|leading|lowest) order|on average|in expectation|asymptotically|near \\$|for (small|large) \\$),?( we have| let| we get)?( \\$)?$");

  /** "Up to a constant ln p = ..": its derivative is exact, it is not; what is clipped behind its equation is not that. */
  private Optional<String> loose(Statement s, Attempt.Read r) {
    for (String key : r.used()) {
      Optional<Statement> said = names.definition(key, s.part()).flatMap(d -> Optional.ofNullable(outcomes.get(d.statement()))).map(Outcome::statement).filter(x -> x.number() != s.number());
      Matcher behind = LOOSE.matcher(said.map(Statement::closes).orElse(""));
      Matcher before = LOOSELY.matcher(said.map(x -> x.opens().strip()).orElse(""));
      Optional<String> words = behind.find() ? Optional.of(behind.group("w")) : before.find() ? Optional.of(before.group("w")) : Optional.empty();
      boolean additive = words.filter(w -> w.matches("up to .*(constants?|terms?)") && !w.contains("multiplicative")).isPresent();
      if (words.isPresent() && !(additive && r.used().contains("derivative"))) {
        return words;
      }
    }
    return Optional.empty();
  }

  private static final Pattern SUPPOSED = Pattern.compile("\\b(if|when|suppose|supposing|assume|assuming|once)( that)? \\$( itself| also| in turn)? (depends?|is( itself| also)? (a function|computed|obtained|made|built))( smoothly)? (up)?(on|of|from)( the)?( [\\p{L}-]+)? \\$");

  private static final Pattern TIED = Pattern.compile("\\b(tied|shared|sharing|tying)( the| their| all)? (weights?|parameters?)|\\b(weights?|parameters?) (that )?(are |is )?(all )?(tied|shared|the same)\\b|\\bweight[- ](sharing|tying)\\b");

  /** "If y depends on x, df/dx = ..": of that the letter is no number; "with tied weights": one does not change alone. */
  private Optional<String> depends(Statement s, Attempt.Read r) {
    if (!r.used().contains("derivative")) {
      return Optional.empty();
    }
    if (SUPPOSED.matcher(s.words()).find()) {
      return Optional.of("one letter depends on another");
    }
    Set<String> by = new TreeSet<>();
    r.used().stream().filter(u -> u.startsWith("derivative by ")).map(u -> u.substring("derivative by ".length())).forEach(by::add);
    Set<String> families = new TreeSet<>();
    Terms.families(r.claim().left(), r.claim().right()).forEach(f -> families.add(f.name()));
    names.definitions(r.used(), s.part()).forEach(d -> Definitions.collect(d.body(), survey.mentions(), families));
    boolean siblings = by.stream().anyMatch(b -> b.contains("_") && families.stream().anyMatch(f -> !f.equals(b) && f.startsWith(b.substring(0, b.indexOf('_') + 1))));
    return siblings && TIED.matcher(s.part().own()).find() ? Optional.of("the weights are tied") : Optional.empty();
  }

  /** READING 18: z = vq said before v <- v - c is not said of the new v; a derivative holds at every value. */
  private Optional<String> updated(Statement s, Attempt.Read r) {
    boolean inUpdate = false;
    for (Optional<Integer> at = s.after(); at.isPresent() && !inUpdate; at = outcomes.containsKey(at.get()) ? outcomes.get(at.get()).statement().after() : Optional.empty()) {
      inUpdate = outcomes.get(at.get()) instanceof Outcome.Defines d && d.code().equals("update");
    }
    return inUpdate || r.used().contains("derivative") ? Optional.empty() : names.updatedSince(r.used(), s.part());
  }

  /** C = sum_x C_x with C_x = (y - a)^2: what a family is made of without its index may differ from element to element, and a sum over them is no multiple of one. */
  private Optional<String> hidden(Statement s, Attempt.Read r) {
    for (String key : r.used()) {
      Optional<Definition> d = names.definition(key, s.part()).filter(x -> x.letters().size() == 1 && x.parameters().isEmpty() && hides(x));
      if (d.isPresent() && names.definitions(r.used(), s.part()).anyMatch(x -> sums(x.body(), key))) {
        return d.map(Definition::key);
      }
    }
    return Optional.empty();
  }

  /** Whether the right side prints two letters of its own, and the index nowhere. */
  private boolean hides(Definition d) {
    Set<String> inside = new TreeSet<>();
    Definitions.collect(d.body(), survey.mentions(), inside);
    inside.removeIf(k -> Functions.usual(k) || k.equals("e") || k.equals("\\pi"));
    return inside.size() > 1 && !Definitions.mentions(d.body(), d.letters().getFirst(), survey.mentions());
  }

  /** Whether a sum binds the index of a family. */
  private boolean sums(Notation n, String key) {
    if (n instanceof Notation.BigOperator b && b.sub().isPresent()) {
      Set<String> bound = new TreeSet<>();
      BoundLetters.collect(b.sub().get(), bound);
      if (at(b.body(), key, bound)) {
        return true;
      }
    }
    return Notations.children(n).stream().anyMatch(c -> sums(c, key));
  }

  private boolean at(Notation n, String key, Set<String> letters) {
    Optional<Mention> m = survey.mentions().of(n).filter(x -> x.key().equals(key) && x.indices().stream().anyMatch(i -> survey.mentions().of(i).filter(l -> letters.contains(l.key())).isPresent()));
    return m.isPresent() || Notations.children(n).stream().anyMatch(c -> at(c, key, letters));
  }
}
