package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Probabilities of samples that no equation gives, until the next link of a chain has an expression in their place: {@code L = \prod_i p(y_i | x_i) = \prod_i h_i^{y_i} (1 - h_i)^{1 - y_i}} (READING
 * 22, 23).
 */
record ProbabilityByUse(Survey survey, List<Printed> printed, Names names) {
  /** What a link says of a probability at its printed arguments. */
  Optional<ByUse> of(Printed p) {
    Part part = p.statement().part();
    if (p.statement().after().isEmpty() || !Lowering.isEquation(p.statement())) {
      return Optional.empty();
    }
    return ByUse.of(p.left(), p.right(), survey.mentions(), n -> probability(n, part))
        .filter(use -> PrintedHead.isKey(use.head().mention().key()) && names.definition(use.head().mention().key(), part).isEmpty())
        .filter(use -> !mentionsBase(use.body(), use.head().mention().base()))
        .filter(use -> isOpen(use.head().mention().base()))
        .filter(use -> bernoulli(use.body()) || (part.chain().stream().noneMatch(x -> NAMED.matcher(x.words()).find()) && !names.distributes() && !exchanged(use.body())));
  }

  /** Whether no equation says what a probability of that name is. */
  boolean isOpen(String base) {
    return printed.stream().noneMatch(q -> gives(q, base));
  }

  /** Distributions that words name: then the probability is known from them. */
  private static final Pattern NAMED =
      Pattern.compile("\\b(gaussian|normal|normally|bernoulli|binomial|poisson|exponential|multinomial|categorical|geometric|uniform|laplace|gamma|beta|dirichlet|density|densities)\\b|分布|密度");

  /** {@code h^y (1 - h)^{1 - y}}: h is the probability of the label 1, as everybody writes it. */
  private static boolean bernoulli(Notation body) {
    if (!(body instanceof Notation.Juxtaposed j) || j.factors().size() != 2) {
      return false;
    }
    List<Notation.Scripted> powers = j.factors().stream().flatMap(f -> power(f.item()).stream()).toList();
    return powers.size() == 2 && complement(powers.get(1).base()).filter(u -> Templates.same(u, plain(powers.get(0).base()))).isPresent() && complement(powers.get(1).sup().orElseThrow()).filter(y -> Templates.same(y, plain(powers.get(0).sup().orElseThrow()))).isPresent();
  }

  /** {@code u^{1 - y}} with something else than 1 - v below: the labels may be exchanged. */
  private static boolean exchanged(Notation n) {
    boolean here = power(n).filter(p -> complement(p.sup().orElseThrow()).isPresent() && complement(p.base()).isEmpty()).isPresent();
    return here || Notations.children(n).stream().anyMatch(ProbabilityByUse::exchanged);
  }

  private static Optional<Notation.Scripted> power(Notation n) {
    return n instanceof Notation.Scripted s && s.sup().isPresent() ? Optional.of(s) : Optional.empty();
  }

  private static Notation plain(Notation n) {
    return n instanceof Notation.Bracketed b ? plain(b.body()) : n;
  }

  /** The u of 1 - u. */
  private static Optional<Notation> complement(Notation n) {
    boolean minus = plain(n) instanceof Notation.Summed s && s.items().size() == 2 && Conditions.isNumeral(s.items().get(0).item(), "1") && s.items().get(0).sign() == Notation.Sign.PLUS && s.items().get(1).sign() == Notation.Sign.MINUS;
    return minus && plain(n) instanceof Notation.Summed s ? Optional.of(plain(s.items().get(1).item())) : Optional.empty();
  }

  private Optional<Head> probability(Notation n, Part part) {
    return PrintedHead.introduced(n, part, survey, names).filter(h -> PrintedHead.isKey(h.mention().key()) && PrintedHead.probability(h.mention()) && !PrintedHead.expects(h) && !h.letters().isEmpty());
  }

  /** Whether an equation has a probability of that name on its left: it says something of it already. */
  private boolean gives(Printed q, String base) {
    boolean sample = q.right() instanceof Notation.BigOperator b && List.of("prod", "sum").contains(b.name()) && mentionsBase(b.body(), base);
    return q.statement().after().isEmpty() && !sample && mentionsBase(q.left(), base) && !logarithm(q, base);
  }

  /** log P(t | x) = .. of the probability of all samples, that an equation before has made of theirs. */
  private boolean logarithm(Printed q, String base) {
    return printed.subList(0, q.statement().number()).stream().anyMatch(r -> r.statement().after().isEmpty() && r.right() instanceof Notation.BigOperator b && b.name().equals("prod") && mentionsBase(b.body(), base) && occurs(q.left(), r.left()));
  }

  private static boolean occurs(Notation in, Notation side) {
    return Templates.same(in, side) || Notations.children(in).stream().anyMatch(c -> occurs(c, side)) || beside(in, side);
  }

  /** Whether the factors of one product stand side by side in another one. */
  private static boolean beside(Notation in, Notation side) {
    if (!(in instanceof Notation.Juxtaposed j) || !(side instanceof Notation.Juxtaposed s)) {
      return false;
    }
    for (int k = 0; k + s.factors().size() <= j.factors().size(); k++) {
      boolean same = true;
      for (int i = 0; i < s.factors().size(); i++) {
        same &= Templates.same(j.factors().get(k + i).item(), s.factors().get(i).item());
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  private boolean mentionsBase(Notation n, String base) {
    boolean applied = n instanceof Notation.Juxtaposed j && Stream.iterate(0, k -> k + 1 < j.factors().size(), k -> k + 1).anyMatch(k -> j.factors().get(k + 1).item() instanceof Notation.Bracketed && survey.mentions().of(j.factors().get(k).item()).filter(m -> m.base().equals(base)).isPresent());
    return applied || Notations.children(n).stream().anyMatch(c -> mentionsBase(c, base));
  }

  /** Whether a claim speaks of the probability, or of what is defined with it. */
  boolean rests(Printed q, String key) {
    Part part = q.statement().part();
    Set<String> made = new TreeSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Definition d : names.definitions()) {
        boolean with = PrintedHead.occurs(d.body(), key, part, survey, names) || made.stream().anyMatch(k -> speaks(d.body(), k, part));
        grown |= with && made.add(d.key());
      }
    }
    made.add(key);
    return made.stream().anyMatch(k -> speaks(q.left(), k, part) || speaks(q.right(), k, part));
  }

  private boolean speaks(Notation n, String key, Part part) {
    return PrintedHead.isKey(key) ? PrintedHead.occurs(n, key, part, survey, names) : Definitions.mentions(n, key, survey.mentions());
  }
}
