package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A matrix of samples that no words define: X beside x_i or x^{(i)} has them as its rows, y beside y^{(i)} has them as its entries.
 *
 * @param wholes the matrices and vectors that are made so
 * @param names what is known with them
 */
record Stacked(Set<String> wholes, Names names, Ranges ranges) {
  /** What samples and their labels are called. */
  private static final List<String> LETTERS = List.of("X", "Z", "\\Phi", "Y", "T", "y", "t");

  /** In: a claim. Out: what is known where its matrices and vectors without a definition are made of samples with their letters; nothing where there is none. */
  static Optional<Stacked> of(Printed p, List<Printed> printed, Survey survey, Names before, Ranges rangesBefore) {
    Part part = p.statement().part();
    if (p.names(survey.mentions()).stream().noneMatch(w -> (LETTERS.contains(letter(w)) || LETTERS.contains(letter(w).toUpperCase(Locale.ROOT))) && before.definition(w, part).isEmpty())) {
      return Optional.empty();
    }
    if (part.chain().stream().anyMatch(x -> x.words().contains("column"))) {
      return Optional.empty();
    }
    List<Printed> around = printed.stream().filter(q -> q.statement().part().near(part)).toList();
    Set<String> mentioned = new TreeSet<>();
    around.forEach(q -> mentioned.addAll(q.names(survey.mentions())));
    TreeMap<String, Mention> pieces = new TreeMap<>();
    around.forEach(q -> Stream.of(q.left(), q.right()).forEach(n -> collect(n, survey, pieces)));
    Names names = before.copy();
    Ranges ranges = rangesBefore.copy();
    Set<String> made = new TreeSet<>();
    Set<String> of = new TreeSet<>();
    try {
      for (String whole : mentioned.stream().filter(w -> LETTERS.contains(letter(w))).toList()) {
        Optional<Mention> piece = pieces.values().stream().filter(m -> !m.key().equals(whole) && m.base().equals(letter(whole).toLowerCase(Locale.ROOT)) && m.key().matches(capital(whole) ? ".*" : ".*\\(\\\\cdot\\).*")).findFirst();
        boolean open = before.definition(whole, part).isEmpty() && !before.isLost(whole, part) && piece.filter(m -> before.definition(m.key(), part).isEmpty()).isPresent();
        if (open && make(whole, piece.get(), p.statement(), names, ranges)) {
          made.add(whole);
          of.add(piece.get().key());
        }
      }
    } catch (Misfit contradictory) {
      return Optional.empty();
    }
    // dl/d beta_j of an l with X beta, by the entries x_{ij}
    boolean entries = p.names(survey.mentions()).stream().anyMatch(of::contains) && p.names(survey.mentions()).stream().anyMatch(n -> made.stream().anyMatch(w -> before.told().leads(n, w)));
    return !entries && p.names(survey.mentions()).stream().noneMatch(made::contains) ? Optional.empty() : Optional.of(new Stacked(made, names, ranges));
  }

  private static final Pattern DESIGN = Pattern.compile("\\b(design|data|feature|input) matrix\\b");

  /** Whether the words around a claim call its matrix that of the data. */
  static boolean named(Part part) {
    return part.chain().stream().anyMatch(x -> DESIGN.matcher(x.words()).find());
  }

  /** What an inferred definition of a matrix or vector says; nothing for another one. */
  static Optional<String> said(Definition d) {
    boolean stacked = d.body() instanceof Notation.Symbol && d.letters().isEmpty() && d.value().filter(v -> v.body() instanceof Term.Entry).isPresent();
    if (!stacked || !(d.value().get().body() instanceof Term.Entry e)) {
      return Optional.empty();
    }
    String piece = e.family().name().contains("\\cdot") ? e.family().name().replace("\\cdot", "i") : e.family().name() + "_i";
    boolean columns = !e.indices().equals(List.copyOf(d.value().get().slots()));
    return Optional.of(d.key() + (d.value().get().rank() < 2 ? " has the entries " : columns ? " has the columns " : " has the rows ") + piece);
  }

  boolean mentionedIn(Printed q, Mentions mentions) {
    return wholes.stream().anyMatch(w -> q.mentions(w, mentions) || (q.mentions(letter(w).toLowerCase(Locale.ROOT), mentions) && q.names(mentions).stream().anyMatch(n -> names.told().leads(n, w))));
  }

  /** X of X, y of \\vec{y}. */
  private static String letter(String key) {
    return key.replaceAll("^\\\\(vec|mathbf|bm|boldsymbol)\\{(.+)}$", "$2");
  }

  private static boolean capital(String key) {
    return Character.isUpperCase(letter(key).replace("\\", "").charAt(0));
  }

  /** The mentions with one index that stands for a sample, or with a second one for its component; features \phi(x_n) of a sample. */
  private static void collect(Notation n, Survey survey, TreeMap<String, Mention> found) {
    Mentions mentions = survey.mentions();
    mentions.of(n).filter(m -> (m.indices().size() == 1 || m.indices().size() == 2) && m.exponent().isEmpty() && m.primes() == 0 && m.indices().stream().allMatch(i -> mentions.of(i).filter(Mention::bare).isPresent())).ifPresent(m -> found.putIfAbsent(m.key(), m));
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Optional<Mention> map = mentions.of(j.factors().get(k).item()).filter(m -> m.bare() && survey.marks().isFeature(m.key()));
        Optional<Notation.Bracketed> bracket = Notations.bracket(j.factors().get(k + 1).item());
        map.flatMap(m -> bracket.flatMap(b -> PrintedHead.of(m, b, mentions, x -> false))).flatMap(h -> h.defined(mentions)).map(Head::mention).filter(m -> m.indices().size() == 1).ifPresent(m -> found.putIfAbsent(m.key(), m));
      }
    }
    Notations.children(n).forEach(c -> collect(c, survey, found));
  }

  private static boolean make(String whole, Mention piece, Statement s, Names names, Ranges ranges) {
    int rank = capital(whole) ? 2 : 1;
    Optional<Names.Quantity> known = names.quantity(piece.key());
    Optional<Names.Quantity> there = names.quantity(whole);
    if (Stream.of(known, there).anyMatch(q -> q.filter(x -> x.axes().size() != rank).isPresent())) {
      return false;
    }
    List<Range> axes = known.map(Names.Quantity::axes).orElseGet(() -> Stream.generate(ranges::fresh).limit(rank).toList());
    new Pieces(whole, piece.key(), axes, false).define(List.of(), piece.indices().getFirst(), s.part(), s.number(), Definition.Standing.INFERRED, names, ranges);
    return true;
  }
}
