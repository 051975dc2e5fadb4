package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the text says of the distribution of its samples: {@code y_i \sim N(\mu, \sigma^2)}, {@code y | x \sim ..}, "samples x_1, .., x_n from N(\mu, \sigma^2)", "x_i is Poisson with rate \lambda",
 * and y_i = w^T x_i + \epsilon_i with the distribution of the noise (READING 23).
 *
 * @param given whether it is one for given values of other letters
 */
record Distributed(Distribution distribution, boolean given) {
  /** Words before a formula whose distribution is said: nothing but the samples themselves is its subject. */
  private static final String SUBJECT =
      "((let|suppose|assume|assuming|that|we|have|observe|given|consider|where|and|now|here|so|if|with) )*((the|our|all|each|every|i\\.i\\.d\\.?|iid|independent|random|observed|of) )*"
          + "((counts?|values?|samples?|observations?|data|data points?|points?|numbers|lifetimes?|times|waiting times|measurements?|targets?|responses?|outputs?|labels?|variables?) )?\\$ "
          + "((are|is|be|being|were|was|come|comes|drawn|sampled|generated|i\\.i\\.d\\.?|iid|independently|independent|identically|and|all|samples|draws|observations|random|variables|conditionally|distributed) )*";

  private static final Pattern FROM = Pattern.compile(SUBJECT + "(from|distributed as|distributed according to|following|follow|follows)( the| an?)?( (normal|gaussian|poisson|exponential|bernoulli))?( distribution)?");

  private static final Pattern ONE = Pattern.compile(SUBJECT + "(?<name>poisson|exponential|exponentially|bernoulli)( (distributed|random variables|variables|samples|counts))* with( the| an?)? (rate|mean|parameter|intensity|success probability)");

  private static final Pattern TWO =
      Pattern.compile(SUBJECT + "(normal|normally|gaussian)( (distributed|random variables|variables|samples))* with( the| an?)?( known| unknown)? mean \\$,?( and)?( with)?( the| a)?( known| unknown| constant| common)* (?<second>variance|standard deviation)");

  /** Words beside y \\sim .. that say nothing else of what is distributed. */
  private static final List<String> PLAIN =
      List.of(
          ("let be assume assuming suppose supposing that we have has given consider observe observed observations observation data dataset sample samples value values count counts point points time times lifetime "
                  + "lifetimes waiting measurement measurements target targets response responses output outputs label labels number numbers variable variables random are is were was all each every i.i.d iid i.i.d. independent "
                  + "independently identically distributed distribution and the a an from with for where drawn come comes generated sampled follow follows following according to as by normal normally gaussian poisson "
                  + "exponential bernoulli mean variance rate parameter parameters known unknown common constant fixed noise additive zero zero-mean standard deviation model linear regression likelihood log-likelihood so then "
                  + "this our its know input inputs conditional conditionally on thus hence therefore i.e here now since it follows equivalently which means")
              .split(" ", -1));

  /** Words of a part that may change what is distributed, or how. */
  private static final Pattern CHANGED =
      Pattern.compile("(?i)truncat|censor|clipp|rounded|quanti[sz]ed|discreti[sz]|mixture|cumulative|distribution function|\\bcdf\\b|\\binstead\\b|\\bdoubt|laplace|student|cauchy|log-?normal|heavy|\\b(other|another|second|different) (model|density|densities|distribution)|\\bdepends? on|\\bdensit(y|ies) of\\b");

  /** In: where a claim stands. Out: all that is said above it, in its part or around it. */
  static List<Distributed> above(Printed p, List<Printed> printed, List<PrintedFragment> fragments, Mentions mentions) {
    Part part = p.statement().part();
    List<Distributed> found = new ArrayList<>();
    if (part.chain().stream().anyMatch(x -> CHANGED.matcher(x.words()).find())) {
      return List.of();
    }
    for (int k = 0; k < fragments.size(); k++) {
      PrintedFragment f = fragments.get(k);
      if (f.fragment().before() <= p.statement().number() && part.within(f.fragment().part())) {
        found.addAll(said(f, fragments.subList(Math.max(0, k - 3), k), mentions));
      }
    }
    for (Distributed noise : List.copyOf(found)) {
      printed.subList(0, p.statement().number()).stream().filter(q -> part.within(q.statement().part()) && Lowering.isEquation(q.statement())).forEach(q -> observed(q, noise.distribution(), mentions).filter(d -> isOpen(found, d)).ifPresent(d -> found.add(new Distributed(d, true))));
    }
    return found.stream().distinct().toList();
  }

  /** Whether the text does not say itself how a name is distributed. */
  private static boolean isOpen(List<Distributed> found, Distribution d) {
    return found.stream().noneMatch(f -> f.distribution().variable().key().equals(d.variable().key()));
  }

  private static List<Distributed> said(PrintedFragment f, List<PrintedFragment> above, Mentions mentions) {
    String around = (f.fragment().opens() + " " + f.fragment().closes()).toLowerCase(Locale.ROOT);
    Optional<Distribution> plain = Distribution.of(f.notation(), mentions).filter(d -> isPlain(around));
    if (plain.isPresent()) {
      return List.of(new Distributed(plain.get().called(around), false));
    }
    if (f.notation() instanceof Notation.Infix i && i.op().equals("sim")) {
      return !isPlain(around) ? List.of() : conditioned(i.left()).flatMap(y -> Distribution.of(new Notation.Infix(i.span(), y, i.op(), i.right()), mentions)).map(d -> new Distributed(d.called(around), true)).stream().toList();
    }
    String opens = f.fragment().opens().toLowerCase(Locale.ROOT).strip();
    Optional<Mention> variable = samples(above.stream().filter(g -> g.fragment().part().equals(f.fragment().part()) && f.fragment().opens().startsWith(g.fragment().opens())).toList(), mentions);
    if (variable.isEmpty() || !isPlain(f.fragment().closes().toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    if (FROM.matcher(opens).matches()) {
      return Distribution.of(variable.get(), f.notation(), mentions).map(d -> new Distributed(d.called(around), false)).stream().toList();
    }
    String printed = Distribution.parameter(f.notation());
    Matcher one = ONE.matcher(opens);
    if (one.matches()) {
      return List.of(new Distributed(new Distribution(variable.get(), one.group("name").replaceFirst("ly$", ""), List.of(printed)).called(around), false));
    }
    Matcher two = TWO.matcher(opens);
    boolean deviation = two.matches() && two.group("second").startsWith("standard");
    return two.matches() ? List.of(new Distributed(new Distribution(variable.get(), "normal", List.of(Distribution.parameter(above.getLast().notation()), printed + (deviation ? "^{2}" : ""))), false)) : List.of();
  }

  private static boolean isPlain(String words) {
    return !words.contains("?") && Stream.of(words.split("[^\\p{L}\\p{N}.-]+", -1)).map(w -> w.replaceAll("^[.-]+|[.-]+$", "")).allMatch(w -> w.isEmpty() || PLAIN.contains(w));
  }

  /** y of y | x and of p(y | x). */
  private static Optional<Notation> conditioned(Notation n) {
    if (n instanceof Notation.Conditioned c) {
      return Optional.of(c.left());
    }
    if (n instanceof Notation.Juxtaposed j && j.factors().size() > 2 && j.factors().get(1).item() instanceof Notation.Unreadable) {
      // a bar without brackets around it
      return Optional.of(j.factors().getFirst().item());
    }
    boolean applied = n instanceof Notation.Juxtaposed j && j.factors().size() == 2;
    return applied && n instanceof Notation.Juxtaposed j ? Notations.bracket(j.factors().get(1).item()).map(Notation.Bracketed::body).filter(b -> b instanceof Notation.Conditioned).flatMap(Distributed::conditioned) : Optional.empty();
  }

  /** x_i, and x of x_1, .., x_n: the last such name before. */
  private static Optional<Mention> samples(List<PrintedFragment> above, Mentions mentions) {
    List<Mention> named = above.stream().flatMap(g -> mentions.of(g.notation()).filter(m -> m.plain() && (m.indices().size() == 1 || !m.key().equals(m.base()))).stream()).toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Mention last = named.getLast();
    boolean listed = named.stream().filter(m -> m.base().equals(last.base())).count() > 1;
    return listed ? Optional.of(Mention.of(last.base(), false)) : Optional.of(last).filter(m -> m.indices().size() == 1);
  }

  /** y_i of y_i = m_i + \epsilon_i: around m_i, as the noise is around its mean. */
  private static Optional<Distribution> observed(Printed q, Distribution noise, Mentions mentions) {
    Optional<Mention> y = mentions.of(q.left()).filter(m -> m.plain() && printed(m, mentions).equals(printed(noise.variable(), mentions)));
    if (y.isEmpty() || !noise.isNormal() || !(q.right() instanceof Notation.Summed s) || y.get().key().equals(noise.variable().key())) {
      return Optional.empty();
    }
    List<Notation.Signed> rest = s.items().stream().filter(i -> !(i.sign() == Notation.Sign.PLUS && is(i.item(), noise.variable(), mentions))).toList();
    boolean one = rest.size() == s.items().size() - 1 && !rest.isEmpty() && !Definitions.mentions(new Notation.Summed(s.span(), rest), noise.variable().key(), mentions);
    return one ? Optional.of(noise.moved(y.get(), Typeset.of(new Notation.Summed(s.span(), rest)))) : Optional.empty();
  }

  private static List<String> printed(Mention m, Mentions mentions) {
    return m.indices().stream().map(i -> mentions.of(i).map(Mention::key).orElse("")).toList();
  }

  private static boolean is(Notation n, Mention variable, Mentions mentions) {
    return mentions.of(n).filter(m -> m.plain() && m.key().equals(variable.key())).isPresent();
  }
}
