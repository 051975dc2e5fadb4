package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "X has rows x_n^T", "a matrix A whose columns are a_j", "the matrix with the x_i as rows", "the vector y of the y^{(i)}": the entries of the whole are those of its
 * pieces.
 */
final class Rows {
  private static final List<String> ROWS = List.of("row", "rows");
  private static final List<String> COLUMNS = List.of("column", "columns");

  /** Words between the word for rows and the vector. */
  private static final List<String> LIGHT = List.of("are", "is", "the", "being", "vectors", "vector", "equal", "to", "given", "by", "samples", "data", "training", "examples", "inputs", "feature", "points", "of", "$", "our", "all");

  /** Words behind the vector. */
  private static final Pattern AS_ROWS = Pattern.compile("(as|in|for) (its |the )?(row|column)s?\\b.*", Pattern.DOTALL);

  /** Words between a vector and the matrix behind it: "be the $ th row of the data matrix", "as the rows of". */
  private static final Pattern OF_MATRIX =
      Pattern.compile(
          "(?s).*\\$( ,)? (be|is|are|denotes?|as|in|into|to be|represents?|for)( the| its)*( transposes? of the| transposed)?( (\\$|\\p{L}) ?-? ?(th|st)| \\p{L}th)? (?<kind>row|column)s?( vectors?)? (of|in)( the| our| a)?( (data|design|input|feature|weight|sample|training|matrix|array))*");

  /** The same where the word for rows stands before the vector: "with rows $ of", "the columns $ of the matrix". */
  private static final Pattern ROWS_OF =
      Pattern.compile("(?s).*\\b(?<kind>row|column)s( vectors?)? \\$ of( the| our| a)?( (data|design|input|feature|weight|sample|training|matrix|array))*");

  /** Words between a vector and the numbers that are its entries. */
  private static final Pattern ENTRIES =
      Pattern.compile(
          "(?s).*\\b(vector|column|array)( \\$)? (of|with|containing|containing all|whose|having)( all| the| as| its| training| target| class| label)*"
              + "( (labels|targets|outputs|responses|values|entries|components|elements|numbers)( are| being)?)?( the| all)*");

  /** Rows that are rows, not columns with the same entries: not read. */
  private static final Pattern ROW_VECTORS = Pattern.compile("(?i)\\brow vectors?\\b");

  private static final Pattern ALL_ROWS = Pattern.compile("(?i)\\bvectors are (all |always |taken (as|to be) |written as )?(rows|row vectors)\\b");

  private Rows() {}

  /** @param fragments those before {@code f}: the matrix is the last name among them that stands in the same sentence */
  static void of(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey, Names names, Ranges ranges) {
    Optional<Mention> vector = vector(f, survey);
    List<String> kind = kind(f.fragment());
    if (vector.isPresent() && kind.isEmpty()) {
      entries(f, vector.get(), fragments, survey, names, ranges);
    }
    Optional<Mention> matrix = vector.isPresent() && !kind.isEmpty() ? matrix(f, fragments, survey) : Optional.empty();
    matrix.ifPresent(m -> define(m, f, vector.get(), f, kind, names, ranges));
    String opens = f.fragment().opens().toLowerCase(Locale.ROOT).strip();
    Optional<Matcher> behind = Stream.of(OF_MATRIX, ROWS_OF).map(words -> words.matcher(opens)).filter(Matcher::matches).findFirst();
    Optional<Mention> whole = survey.mentions().of(f.notation()).filter(m -> m.bare() && Survey.upper(m.base()) && behind.isPresent());
    Optional<Reader.PrintedFragment> piece = whole.flatMap(m -> piece(f, fragments, survey));
    piece.flatMap(v -> survey.mentions().of(v.notation())).ifPresent(v -> define(whole.get(), piece.get(), v, f, behind.orElseThrow().group("kind").equals("row") ? ROWS : COLUMNS, names, ranges));
  }

  /** The vector with a letter for its index that stands before its matrix in a sentence. */
  private static Optional<Reader.PrintedFragment> piece(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey) {
    return fragments.reversed().stream()
        .takeWhile(q -> inSentence(q, f))
        .filter(q -> vector(q, survey).filter(m -> survey.mentions().of(m.indices().getFirst()).filter(Mention::bare).isPresent()).isPresent())
        .findFirst();
  }

  private static Optional<Mention> vector(Reader.PrintedFragment f, Survey survey) {
    return survey.mentions().of(f.notation()).filter(m -> m.indices().size() == 1 && m.exponent().isEmpty() && m.primes() == 0 && m.distinct().isEmpty());
  }

  private static boolean inSentence(Reader.PrintedFragment earlier, Reader.PrintedFragment f) {
    return earlier.fragment().part().equals(f.fragment().part()) && earlier.fragment().before() == f.fragment().before() && f.fragment().opens().startsWith(earlier.fragment().opens());
  }

  /** @param printed the vector as printed */
  private static void define(Mention matrix, Reader.PrintedFragment printed, Mention vector, Reader.PrintedFragment f, List<String> kind, Names names, Ranges ranges) {
    Part part = f.fragment().part();
    boolean row = kind.equals(ROWS) && (ROW_VECTORS.matcher(f.fragment().opens() + " " + f.fragment().closes()).find() || ALL_ROWS.matcher(part.words()).find());
    if (row || names.definition(matrix.key(), part).isPresent() || names.definition(vector.key(), part).isPresent()) {
      return;
    }
    String key = vector.key();
    Optional<Names.Quantity> known = names.quantity(key).filter(q -> q.axes().size() == 2);
    List<Range> axes = known.map(Names.Quantity::axes).orElse(List.of(ranges.fresh(), ranges.fresh()));
    new Pieces(matrix.key(), key, axes, kind.equals(COLUMNS)).define(List.of(), printed.notation(), part, f.fragment().before(), Definition.Standing.STATED, names, ranges);
  }

  /** "Let $y$ be the vector of the $y^{(i)}$": a name without an equation, whose entries are these numbers. */
  private static void entries(Reader.PrintedFragment f, Mention number, List<Reader.PrintedFragment> fragments, Survey survey, Names names, Ranges ranges) {
    Part part = f.fragment().part();
    Optional<Mention> whole =
        ENTRIES.matcher(f.fragment().opens().toLowerCase(Locale.ROOT).strip()).matches()
            ? before(f, fragments, survey).filter(m -> !Survey.upper(m.base()) && !m.key().equals(number.key()))
            : Optional.empty();
    if (whole.isEmpty() || names.definition(whole.get().key(), part).isPresent() || names.definition(number.key(), part).isPresent() || survey.isBound(whole.get().key())) {
      return;
    }
    Optional<Names.Quantity> known = names.quantity(number.key());
    Optional<Names.Quantity> vector = names.quantity(whole.get().key());
    if (known.filter(q -> q.axes().size() != 1).isPresent() || vector.filter(q -> q.axes().size() != 1).isPresent()) {
      return;
    }
    Range range = known.map(q -> q.axes().getFirst()).orElseGet(ranges::fresh);
    List<String> letter = survey.mentions().of(number.indices().getFirst()).filter(Mention::bare).map(m -> List.of(m.key())).orElse(List.of());
    new Pieces(whole.get().key(), number.key(), List.of(range), false).define(letter, f.notation(), part, f.fragment().before(), Definition.Standing.STATED, names, ranges);
  }

  /** Which the words beside the vector speak of; empty for neither. */
  private static List<String> kind(Fragment f) {
    Matcher behind = AS_ROWS.matcher(f.closes().toLowerCase(Locale.ROOT).strip());
    if (behind.matches()) {
      return behind.group(3).equals("row") ? ROWS : COLUMNS;
    }
    List<String> words = Arrays.asList(f.opens().toLowerCase(Locale.ROOT).strip().split(" +"));
    for (int k = words.size() - 1; k >= 0 && k >= words.size() - 8; k--) {
      String word = words.get(k);
      if (ROWS.contains(word) || COLUMNS.contains(word)) {
        return ROWS.contains(word) ? ROWS : COLUMNS;
      }
      if (!LIGHT.contains(word)) {
        return List.of();
      }
    }
    return List.of();
  }

  private static Optional<Mention> matrix(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey) {
    return before(f, fragments, survey).filter(m -> Survey.upper(m.base()));
  }

  /** The last bare name in the sentence before a formula, letters for indices ("whose $i$-th row is") left out. */
  private static Optional<Mention> before(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey) {
    for (Reader.PrintedFragment last : fragments.reversed()) {
      if (!inSentence(last, f) || !f.fragment().opens().contains("$")) {
        return Optional.empty();
      }
      Notation n = last.notation() instanceof Notation.Infix i && (i.op().equals("in") || i.op().equals("colon")) ? i.left() : last.notation();
      Optional<Mention> name = survey.mentions().of(n);
      if (name.filter(m -> m.bare() && survey.isBound(m.key())).isEmpty()) {
        return name.filter(Mention::bare);
      }
    }
    return Optional.empty();
  }
}
