package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Elements that are listed by their numbers behind an equation, {@code a_k = .. \quad (k=0,1,2)}, {@code y_i = .., i = 1,2,3}: a family that is defined so has these elements and no
 * others (READING 19). A list that begins with another number than 0 or 1, or leaves one out, is one of some elements.
 */
final class Listings {
  private static final int MOST = 9;

  /** A letter and the numbers it runs over: so many, from the first on. */
  record Listing(String letter, int first, int size) {}

  /** For each statement the list behind it, empty where that is one of some elements. */
  private final Map<Integer, Optional<Listing>> beside = new TreeMap<>();

  /** For the first statement behind one the names in a list with numbers, z in "the logits (0, z)": there a letter is an entry that may be an array elsewhere. */
  private final Map<Integer, Set<String>> tuples = new TreeMap<>();

  private final List<Printed> own;

  private Listings(List<Printed> own) {
    this.own = own;
  }

  static final Listings NONE = new Listings(List.of());

  /** In: statements and the formulas without a relation beside them. Out: the lists among them. */
  static Listings of(List<Printed> own, List<PrintedFragment> fragments) {
    Listings found = new Listings(own);
    for (int k = 0; k < own.size(); k++) {
      Statement s = own.get(k).statement();
      for (MathText bracket : s.notes().bracketed()) {
        found.put(s.number(), numbers(bracket.text()));
      }
      if (s.cue() == Statement.Cue.NO_CLAIM && k > 0) {
        Optional<List<String>> numbers = numbers(s, fragments);
        numbers.ifPresent(n -> found.put(found.line(s), n));
      }
    }
    for (PrintedFragment f : fragments) {
      if (f.notation() instanceof Notation.Bracketed b && b.body() instanceof Notation.Listed l && l.items().stream().anyMatch(Notation.Numeral.class::isInstance)) {
        l.items().forEach(i -> Mentions.bracketedName(i).ifPresent(n -> found.tuples.computeIfAbsent(f.fragment().before(), _ -> new TreeSet<>()).add(n)));
      }
    }
    return found;
  }

  /** The statement that a list stands behind: the one before it, with those whose chain that goes on. */
  private int line(Statement list) {
    int number = own.stream().map(p -> p.statement().number()).filter(n -> n < list.number()).max(Integer::compare).orElse(-1);
    Optional<Statement> line = own.stream().map(Printed::statement).filter(s -> s.number() == number && s.part().equals(list.part()) && s.cue() != Statement.Cue.NO_CLAIM).findFirst();
    return line.map(this::first).orElse(-1);
  }

  private int first(Statement s) {
    Statement at = s;
    for (int guard = 0; at.after().isPresent() && guard < own.size(); guard++) {
      int before = at.after().get();
      Optional<Statement> up = own.stream().map(Printed::statement).filter(t -> t.number() == before).findFirst();
      if (up.isEmpty()) {
        return at.number();
      }
      at = up.get();
    }
    return at.number();
  }

  private void put(int statement, List<String> list) {
    if (statement >= 0 && list.size() > 2) {
      beside.put(statement, read(list));
    }
  }

  /** The letter and the numbers behind a bracket's sign: {@code (k=0,1,2)}. */
  private static List<String> numbers(String bracket) {
    String s = bracket.strip();
    String inner = s.startsWith("(") && s.endsWith(")") ? s.substring(1, s.length() - 1) : s;
    int sign = inner.indexOf('=');
    List<String> all = new ArrayList<>();
    if (sign > 0 && inner.indexOf('=', sign + 1) < 0) {
      all.add(inner.substring(0, sign).strip());
      for (String n : inner.substring(sign + 1).split(",", -1)) {
        all.add(n.strip());
      }
    }
    return all;
  }

  private static Optional<List<String>> numbers(Statement s, List<PrintedFragment> fragments) {
    List<String> all = new ArrayList<>(List.of(s.left().text().strip(), s.right().text().strip()));
    for (PrintedFragment f : fragments) {
      if (f.fragment().before() == s.number() + 1 && f.fragment().joined()) {
        if (!(f.notation() instanceof Notation.Numeral d)) {
          // dots, a last letter: not these alone
          return Optional.empty();
        }
        all.add(d.digits());
      }
    }
    return all.size() > 2 ? Optional.of(all) : Optional.empty();
  }

  private static Optional<Listing> read(List<String> list) {
    List<Integer> numbers = new ArrayList<>();
    for (String n : list.subList(1, list.size())) {
      if (n.length() != 1 || !Character.isDigit(n.charAt(0))) {
        return Optional.empty();
      }
      numbers.add(n.charAt(0) - '0');
    }
    int first = numbers.getFirst();
    for (int k = 0; k < numbers.size(); k++) {
      if (numbers.get(k) != first + k) {
        return Optional.empty();
      }
    }
    return first > 1 || numbers.size() > MOST || !Sides.letter(list.getFirst()) ? Optional.empty() : Optional.of(new Listing(list.getFirst(), first, numbers.size()));
  }

  /**
   * How many elements an equation for every element of a family gives it: by the list behind it, where no other equation for elements of the family in a part near it has another list.
   *
   * @param p begins its chain
   */
  Optional<Listing> of(Printed p, Head head, Mentions mentions) {
    Optional<Listing> listing = beside.getOrDefault(p.statement().number(), Optional.empty()).filter(l -> head.letters().contains(l.letter()) && head.parameters().isEmpty());
    String key = head.mention().key();
    boolean other =
        own.stream()
            .filter(q -> q.statement().after().isEmpty() && q.statement().part().near(p.statement().part()))
            .filter(q -> mentions.of(q.left()).filter(m -> m.key().equals(key) && !m.indices().isEmpty()).isPresent())
            .flatMap(q -> Optional.ofNullable(beside.get(q.statement().number())).stream()).anyMatch(l -> !l.equals(listing));
    boolean more = listing.isPresent() && own.stream().filter(q -> q.statement().part().near(p.statement().part())).anyMatch(q -> beyond(q.left(), key, listing.get(), mentions) || beyond(q.right(), key, listing.get(), mentions));
    return other || more ? Optional.empty() : listing;
  }

  /** Whether a list behind an equation restricts it to some of the elements of the family on its left side. */
  boolean restricts(Printed p, Head head, Mentions mentions) {
    return beside.containsKey(p.statement().number()) && !head.letters().isEmpty() && of(p, head, mentions).isEmpty();
  }

  /** Whether an equation, or the chain that it goes on with, is said of listed elements that are not the first ones. */
  private boolean ofSome(Statement s) {
    return Optional.ofNullable(beside.get(first(s))).filter(Optional::isEmpty).isPresent();
  }

  /** Whether an element of the family is printed that the list does not have. */
  private static boolean beyond(Notation n, String key, Listing listing, Mentions mentions) {
    Optional<Mention> m = mentions.of(n).filter(x -> x.key().equals(key));
    if (m.isPresent()) {
      return m.get().indices().stream().anyMatch(i -> i instanceof Notation.Numeral d && (d.digits().length() > 1 || d.digits().charAt(0) - '0' >= listing.first() + listing.size() || d.digits().charAt(0) - '0' < listing.first()));
    }
    return Notations.children(n).stream().anyMatch(c -> beyond(c, key, listing, mentions));
  }

  /** Elements that are listed, and families that begin with 0: of which elements a claim is said, how many they are, what the first one is. */
  Optional<Doubts.Doubt> doubt(Statement s, Claim claim, Predicate<Claim> fails) {
    if (ofSome(s)) {
      return Optional.of(new Doubts.Doubt("condition.unclear", "it is said of the elements that are listed behind it"));
    }
    Optional<String> entry = tuple(s).filter(n -> Terms.families(claim.left(), claim.right()).stream().anyMatch(f -> f.name().equals(n))).findFirst();
    if (entry.isPresent()) {
      return entry.map(n -> new Doubts.Doubt("shape.unknown", "is " + n + " one of the entries that stand before it?"));
    }
    return FromZero.beside(claim.left(), claim.right())
        .map(n -> new Doubts.Doubt("size.unknown", "is " + n + " the last of the elements from 0 on?"))
        .or(() -> FromZero.one(claim, fails).map(n -> new Doubts.Doubt("symbol.undefined", "is the element 0 of " + n + " the number 1?")));
  }

  /** Whether a range k = 0, .., K or k = 1, .., K that is printed in a part or near it begins with a number, and none with the other one. */
  boolean begins(String letter, String with, Part part) {
    List<String> found = own.stream().filter(q -> q.statement().part().near(part) && q.statement().cue() == Statement.Cue.NO_CLAIM && q.statement().left().text().strip().equals(letter)).map(q -> q.statement().right().text().strip()).filter(t -> t.equals("0") || t.equals("1")).distinct().toList();
    return found.equals(List.of(with));
  }

  /**
   * Whether the text lets the elements of a family begin with 1: its letter is said to run from there, or another statement sums over it from 1 up to the same end. A sum from 0 on is then no sum
   * over the family (SOUNDNESS 9).
   */
  boolean fromOne(String letter, String key, String last, Session session) {
    Predicate<Printed> here = q -> session.sides.contains(q.left()) || session.sides.contains(q.right());
    return begins(letter, "1", session.part)
        || (!begins(letter, "0", session.part) && own.stream().filter(q -> q.statement().part().near(session.part) && !here.test(q)).anyMatch(q -> Stream.of(q.left(), q.right()).anyMatch(n -> sumsFromOne(n, key, last, session.mentions()))));
  }

  private static boolean sumsFromOne(Notation n, String key, String last, Mentions mentions) {
    boolean here =
        n instanceof Notation.BigOperator b
            && b.sub().filter(c -> c instanceof Notation.Compared x && x.sides().size() == 2 && Conditions.isNumeral(x.sides().get(1), "1")).isPresent()
            && b.sup().flatMap(mentions::of).filter(m -> m.bare() && m.key().equals(last)).isPresent()
            && Definitions.mentions(b.body(), key, mentions);
    return here || Notations.children(n).stream().anyMatch(c -> sumsFromOne(c, key, last, mentions));
  }

  /** The names in lists with numbers before a statement in its sentence. */
  private Stream<String> tuple(Statement s) {
    return own.stream().map(Printed::statement).filter(q -> q.equals(s) || s.inSentenceBehind(q)).flatMap(q -> tuples.getOrDefault(q.number(), Collections.emptySet()).stream());
  }

  /** The numbers of elements that the lists of a part, of those around it and of those in it have. */
  Set<Integer> sizes(Part part) {
    Set<Integer> found = new TreeSet<>();
    own.stream().map(Printed::statement).filter(s -> s.part().near(part)).forEach(s -> beside.getOrDefault(s.number(), Optional.empty()).ifPresent(l -> found.add(l.size())));
    return found;
  }
}
