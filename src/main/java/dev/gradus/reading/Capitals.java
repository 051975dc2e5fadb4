package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Capital letters that the reading takes for numbers and that may be matrices: then nothing is decided (SOUNDNESS 24, READING 28). */
record Capitals(Survey survey, Names names) {
  /** Letters that usually stand for matrices. */
  private static final List<String> MATRICES = List.of("A", "B", "U", "V", "W", "X", "Q", "S", "H", "\\Sigma", "\\Lambda", "\\Theta", "\\Phi");

  /** Letters that are matrices rather than vectors. */
  private static final List<String> OTHERS = List.of("C", "D", "M");

  /** Letters of matrices, sizes and losses left out. */
  private static final List<String> CAPITALS =
      List.of("A", "B", "C", "G", "H", "K", "M", "O", "P", "Q", "R", "S", "U", "V", "W", "X", "Y", "Z", "\\Sigma", "\\Lambda", "\\Theta", "\\Phi", "\\Omega");

  /** A capital letter that may be a matrix, or stands beside vectors that may be its rows. */
  Optional<String> of(Statement s, Attempt.Read r) {
    Set<Family> families = Terms.families(r.claim().left(), r.claim().right());
    Optional<String> flat = r.used().stream().filter(u -> isFlat(u, r, s.part())).findFirst();
    if (flat.isPresent()) {
      return flat.map(u -> "is " + u + " a number?");
    }
    List<String> capitals =
        families.stream()
            .filter(f -> f.isScalar() && f.derivatives().isEmpty() && MATRICES.contains(f.name().replaceAll("_\\{[^}]*}|\\^\\{[^}]*}", "")))
            .filter(f -> undeclaredHere(f, r) && !divides(f, r))
            .map(Family::name)
            .toList();
    for (Family f : families) {
      if (f.axes().size() == 2 && !defined(f.name())) {
        boolean rows = families.stream().anyMatch(g -> !g.equals(f) && (g.axes().size() == 2 || numbered(g, r, s.part())) && !letter(g).equals(letter(f)) && letter(g).equals(letter(f).toLowerCase(Locale.ROOT)));
        if (rows) {
          return Optional.of("is " + f.name() + " made of the vectors " + f.name().toLowerCase(Locale.ROOT) + "?");
        }
      }
      boolean componentsDefined =
          f.derivatives().isEmpty() && names.definitions().stream().anyMatch(d -> d.key().matches(Pattern.quote(f.name()) + "_\\{[0-9]+}"));
      if (componentsDefined) {
        return Optional.of("components of " + f.name() + " are defined one by one");
      }
    }
    if (families.stream().anyMatch(f -> f.isScalar() && f.derivatives().isEmpty() && Shapes.identityName(f.name()) && undeclaredHere(f, r))) {
      return Optional.of("is I the identity of a matrix?");
    }
    Optional<String> vector = ofSamples(families);
    if (vector.isPresent()) {
      return vector;
    }
    Optional<String> matrix = orderMatters(families, r, s.part()).or(() -> undeclared(families, r));
    if (matrix.isPresent()) {
      return matrix.map(c -> "is " + c + " a matrix?");
    }
    long commuting = families.stream().filter(f -> f.isScalar() && f.derivatives().isEmpty() && CAPITALS.contains(f.name()) && undeclaredHere(f, r)).count();
    boolean matrices = survey.hasArrays() || families.stream().anyMatch(f -> !f.isScalar()) || r.used().contains(Heads.SHAPELESS);
    if (capitals.size() >= 2 || (!capitals.isEmpty() && commuting >= 2) || (!capitals.isEmpty() && matrices)) {
      return Optional.of("is " + capitals.get(0) + " a matrix?");
    }
    return Optional.empty();
  }

  /** b = Dc, read as a number for lack of any shape, and used as a vector: Ab. */
  private boolean isFlat(String key, Attempt.Read r, Part part) {
    Optional<Value> number = names.definition(key, part).filter(d -> d.letters().isEmpty()).flatMap(Definition::value).filter(Value::isNumber);
    boolean capital = number.filter(v -> Terms.families(v.body()).stream().anyMatch(f -> f.isScalar() && f.derivatives().isEmpty() && Survey.upper(f.name()) && undeclaredHere(f, r))).isPresent();
    return capital && !Survey.upper(key) && Shapes.least(survey.trace(key, part), Mention.of(key, false)) > 0;
  }

  /** Read as numbers x_i without being told so, and never printed without an index: they may as well be vectors. */
  private boolean numbered(Family g, Attempt.Read r, Part part) {
    return g.axes().size() == 1 && g.derivatives().isEmpty() && !survey.trace(g.name(), part).alone && undeclaredHere(g, r);
  }

  /** The letter of a name, its labels left out: x of x^{(.)}. */
  private static String letter(Family f) {
    return f.name().replaceAll("_\\{.*|\\^\\{.*", "");
  }

  /** A vector without a definition beside numbers of samples that have its letter, y beside y^{(i)}: it may be made of them. */
  private Optional<String> ofSamples(Set<Family> families) {
    for (Family f : families) {
      boolean open = f.axes().size() == 1 && f.derivatives().isEmpty() && !f.name().contains("(\\cdot)") && !defined(f.name());
      String own = letter(f).replaceAll("\\\\vec\\{(.*)}", "$1");
      if (open && families.stream().anyMatch(g -> g.axes().size() == 1 && g.name().contains("(\\cdot)") && letter(g).equals(own))) {
        return Optional.of("is " + f.name() + " made of the numbers of the samples?");
      }
    }
    return Optional.empty();
  }

  /**
   * A capital letter that nothing shows to be a number, where the order of factors or a transposition would matter if it were a matrix: beside another one
   * under a derivative by it, or inverted beside another one or an array.
   */
  private Optional<String> orderMatters(Set<Family> families, Attempt.Read r, Part part) {
    Stream<String> numbers = families.stream().flatMap(f -> Stream.concat(Stream.of(f), f.derivatives().stream())).filter(Family::isScalar).map(Family::name);
    Stream<String> by = r.used().stream().filter(u -> u.startsWith("derivative by ")).map(u -> u.substring("derivative by ".length()));
    List<String> open =
        Stream.concat(numbers, by)
            .filter(n -> CAPITALS.contains(n) || survey.marks().isArrayLike(n, part) || (survey.marks().isInverted(n) && Survey.upper(n)))
            .filter(n -> r.names().quantity(n).filter(q -> q.declared() || !q.axes().isEmpty()).isEmpty())
            .distinct()
            .toList();
    boolean derived = open.stream().anyMatch(n -> r.used().contains("derivative by " + n));
    boolean inverted = open.stream().anyMatch(survey.marks()::isInverted);
    boolean barred = open.stream().anyMatch(survey.marks()::isBarred);
    boolean company = open.size() > 1 || survey.marks().transposes() || families.stream().anyMatch(f -> !f.isScalar());
    Optional<String> array = open.stream().filter(n -> survey.marks().isArrayLike(n, part)).findFirst();
    if (array.isPresent()) {
      return array;
    }
    return (derived && open.size() > 1) || (inverted && company) || barred ? Optional.of(open.get(0)) : Optional.empty();
  }

  /** A capital letter beside arrays that is differentiated by and read as a number, or read as a vector though no index is ever printed at it: O = PV, S = QK^T. */
  private Optional<String> undeclared(Set<Family> families, Attempt.Read r) {
    boolean arrays = families.stream().anyMatch(f -> !f.isScalar());
    Stream<String> slopes =
        MATRICES.stream().filter(n -> arrays && r.used().contains("derivative by " + n) && r.names().quantity(n).filter(q -> q.declared() || !q.axes().isEmpty()).isEmpty());
    Stream<String> vectors = families.stream().filter(f -> f.axes().size() == 1 && f.derivatives().isEmpty() && (MATRICES.contains(f.name()) || OTHERS.contains(f.name()))).map(Family::name);
    return Stream.concat(slopes, vectors)
        .filter(n -> survey.marks().indexed(n).isEmpty() && r.names().quantity(n).filter(Names.Quantity::declared).isEmpty())
        .filter(n -> !defined(n))
        .findFirst();
  }

  /** Whether something is divided by the letter, as a fraction and not by an inverse: by a matrix nothing is. */
  private boolean divides(Family f, Attempt.Read r) {
    boolean[] found = {false};
    Stream.of(r.claim().left(), r.claim().right())
        .forEach(side -> Terms.visit(side, t -> found[0] |= t instanceof Term.Power p && p.exponent() < 0 && isPower(p.base(), f)));
    return found[0] && !survey.marks().isInverted(f.name());
  }

  private static boolean isPower(Term t, Family f) {
    return t instanceof Term.Power p ? isPower(p.base(), f) : t instanceof Term.Entry e && e.family().equals(f);
  }

  /** Whether the text says anywhere what a name is; what it was found to mean by its use in one part says nothing in another. */
  private boolean defined(String key) {
    return names.definitions().stream().anyMatch(d -> d.key().equals(key) && !d.inferred());
  }

  private boolean undeclaredHere(Family f, Attempt.Read r) {
    return r.names().quantity(f.name()).filter(Names.Quantity::declared).isEmpty() && !defined(f.name());
  }
}
