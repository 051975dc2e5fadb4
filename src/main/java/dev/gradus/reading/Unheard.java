package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Family;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the words of a part may say of a claim's letters beyond what was read: then the claim is not refuted (READING 6, 22). */
final class Unheard {
  private static final List<String> PARAMETERS = List.of("w", "W", "\\beta", "\\theta", "a", "b", "v", "c", "\\hat{w}", "\\hat{\\beta}", "\\hat{\\theta}");

  private Unheard() {}

  static Optional<String> of(Printed p, Attempt.Read r, Names names, Survey survey) {
    Statement s = p.statement();
    Optional<String> number = onBothSides(p, r, names, survey);
    if (number.isPresent()) {
      return number.map(n -> "it fails, but perhaps not where " + n + " is a number");
    }
    Optional<String> row = asRow(p, names, survey.mentions());
    if (row.isPresent()) {
      return row.map(n -> "it fails, but perhaps not where " + n + " is a row");
    }
    PartWords words = names.told().words();
    Set<Family> families = Terms.families(r.claim().left(), r.claim().right());
    boolean arrays = families.stream().anyMatch(f -> !f.isScalar());
    boolean symmetric = r.claim().assumptions().stream().map(Assumption::fact).anyMatch(f -> f instanceof Fact.Symmetric);
    if (!symmetric && families.stream().anyMatch(f -> f.axes().size() == 2) && words.saySymmetric(s.part())) {
      return Optional.of("it fails, but perhaps not for what the text calls symmetric");
    }
    boolean length = r.claim().assumptions().stream().map(Assumption::fact).anyMatch(f -> f instanceof Fact.Equation);
    boolean norm = s.left().text().contains("\\|") || s.right().text().contains("\\|");
    if ((arrays || norm) && !length && words.sayLengths(s.part())) {
      return Optional.of("it fails, but perhaps not with what the words say of lengths or angles");
    }
    boolean equation = r.claim().order() == Claim.Order.EQUAL && !r.used().contains("derivative");
    if (equation && words.sayFitted(s.part()) && families.stream().anyMatch(f -> f.kind() == Family.Kind.VARIABLE && PARAMETERS.contains(f.name()) && names.definition(f.name(), s.part()).isEmpty())) {
      return Optional.of("it fails, but perhaps not for the parameters of a fit");
    }
    for (Family f : families) {
      String name = f.name();
      boolean open = names.definition(name, s.part()).isEmpty() && f.kind() == Family.Kind.VARIABLE;
      if (open && words.call(name, s.part())) {
        return Optional.of("it fails, but perhaps not with what the words say of " + name);
      }
      if (open && isMean(name, r.used())) {
        return Optional.of("what is " + name + "?");
      }
    }
    Optional<String> bias =
        r.used().stream()
            .filter(u -> u.startsWith("derivative by "))
            .map(u -> u.substring("derivative by ".length()))
            .filter(n -> (n.startsWith("b") && !n.contains("^")) || n.endsWith("_{0}") || n.startsWith("\\beta_"))
            .filter(n -> names.definition(n, s.part()).isEmpty() && survey.trace(n, s.part()).added && survey.trace(n, s.part()).indices == 0)
            .filter(n -> r.names().quantity(n).filter(q -> !q.axes().isEmpty() && !q.declared()).isPresent())
            .findFirst();
    // an array of different entries is no derivative by one number
    boolean entries = !Terms.openIndices(r.claim().left()).isEmpty() && !Terms.openIndices(r.claim().right()).isEmpty();
    if (bias.isPresent() && !entries) {
      return Optional.of("it fails, but perhaps not where " + bias.get() + " is one number");
    }
    return r.used().contains("sum over a set") ? Optional.of("is the set that is summed over all there is?") : Optional.empty();
  }

  /** "X has the rows x_i" and x_i^T: where the rows are not printed as x_i^T, each x_i may be a row (READING 28). */
  private static Optional<String> asRow(Printed p, Names names, Mentions mentions) {
    return names.definitions().stream()
        .filter(d -> d.value().filter(v -> v.rank() == 2 && v.body() instanceof Term.Entry e && e.indices().equals(v.slots())).isPresent())
        .flatMap(d -> mentions.of(d.body()).filter(m -> m.transposed() == 0 && m.indices().size() == 1 && !m.key().equals(d.key())).stream())
        .map(Mention::key)
        .filter(k -> Stream.of(p.left(), p.right()).anyMatch(n -> transposed(n, k, names, mentions)))
        .findFirst();
  }

  private static boolean transposed(Notation n, String key, Names names, Mentions mentions) {
    if (mentions.of(n).filter(m -> m.key().equals(key) && m.transposed() > 0).isPresent()) {
      return true;
    }
    List<Notation> parts = n instanceof Notation.Juxtaposed j ? withoutInner(j, key, names, mentions) : Notations.children(n);
    return parts.stream().anyMatch(c -> transposed(c, key, names, mentions));
  }

  /** The factors but for the transposed ones before another column: the x_i of x_i^T w are columns. */
  private static List<Notation> withoutInner(Notation.Juxtaposed j, String key, Names names, Mentions mentions) {
    List<Notation> factors = j.factors().stream().map(Notation.Factor::item).toList();
    return IntStream.range(0, factors.size()).filter(k -> k + 1 == factors.size() || !columnOf(factors.get(k + 1), key, names, mentions)).mapToObj(factors::get).toList();
  }

  private static boolean columnOf(Notation n, String key, Names names, Mentions mentions) {
    return mentions.of(n).filter(m -> m.bare() && !m.key().equals(key)).flatMap(m -> names.quantity(m.key())).filter(q -> q.axes().size() == 1).isPresent();
  }

  /** A letter that stands both before and behind matrices, Ax = xA, and that nothing declares: no column does that, a number may (READING 28). */
  private static Optional<String> onBothSides(Printed p, Attempt.Read r, Names names, Survey survey) {
    Set<String> before = new TreeSet<>();
    Set<String> behind = new TreeSet<>();
    for (Notation side : List.of(p.left(), p.right())) {
      sides(side, r.names(), survey.mentions(), before, behind);
    }
    // M = Br beside r x^T M x: what a definition puts behind a matrix may be a number too
    names.definitions(r.used(), p.statement().part()).forEach(d -> sides(d.body(), r.names(), survey.mentions(), new TreeSet<>(), behind));
    before.retainAll(behind);
    before.removeIf(k -> names.definition(k, p.statement().part()).isPresent() || r.names().quantity(k).filter(q -> q.declared() || q.axes().size() != 1).isPresent());
    return before.stream().findFirst();
  }

  private static void sides(Notation n, Names names, Mentions mentions, Set<String> before, Set<String> behind) {
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Notation one = j.factors().get(k).item();
        Notation two = j.factors().get(k + 1).item();
        if (j.factors().get(k + 1).op() == Notation.Op.NONE && (matrix(two, names, mentions) || form(j, k + 1, names, mentions))) {
          mentions.of(one).filter(m -> m.bare() && !m.bold()).ifPresent(m -> before.add(m.key()));
        }
        if (j.factors().get(k + 1).op() == Notation.Op.NONE && matrix(one, names, mentions)) {
          mentions.of(two).filter(m -> m.bare() && !m.bold()).ifPresent(m -> behind.add(m.key()));
        }
      }
    }
    Notations.children(n).forEach(c -> sides(c, names, mentions, before, behind));
  }

  /** x^T A x from a factor on: a number. */
  private static boolean form(Notation.Juxtaposed j, int from, Names names, Mentions mentions) {
    boolean row = mentions.of(j.factors().get(from).item()).filter(m -> m.transposed() % 2 == 1 && m.indices().isEmpty()).isPresent();
    boolean column = mentions.of(j.factors().getLast().item()).filter(m -> m.transposed() == 0 && m.indices().isEmpty()).isPresent();
    return row && column && j.factors().size() == from + 3 && matrix(j.factors().get(from + 1).item(), names, mentions);
  }

  private static boolean matrix(Notation n, Names names, Mentions mentions) {
    if (n instanceof Notation.Bracketed b && b.body() instanceof Notation.Summed s) {
      return s.items().stream().anyMatch(i -> matrix(i.item(), names, mentions));
    }
    return mentions.of(n).filter(m -> m.indices().isEmpty()).filter(m -> Shapes.identityName(m.key()) || names.quantity(m.key()).filter(q -> q.axes().size() == 2).isPresent()).isPresent();
  }

  /** Whether a name may be the mean of what a claim differentiates by: \\bar{x} beside a derivative by x. */
  static boolean isMean(String name, Set<String> used) {
    return name.startsWith("\\bar{") && used.contains("derivative by " + name.substring(5, name.length() - 1));
  }
}
