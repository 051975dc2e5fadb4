package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which names a document defines anywhere, where, and what those definitions mention: a name in use before its definition, or whose definition was
 * not read, is no constant (SOUNDNESS 21).
 */
final class Told {
  /** A definition: the number of its statement, where that stands, what it says, and the names on its right side. */
  record Definition(int statement, Part part, Introductions.Introduction says, Set<String> mentions) {}

  private final Map<String, List<Definition>> all = new TreeMap<>();
  private final Described described;
  private final Outsiders outsiders;
  private final DataModels models;
  private final Optional<String> operator;
  private final EntryOrder order;
  private final Listings listings;
  private final PartWords words = new PartWords();
  private final Verdicts verdicts = new Verdicts();
  private final Rivals rivals = new Rivals();
  private final Map<Integer, List<Printed>> bounds = new TreeMap<>();
  /** for each bare name with a definition its axes by the number of the part */
  private final Map<String, Map<Integer, Integer>> ranks = new TreeMap<>();

  Told() {
    this(Described.NOTHING, Outsiders.NONE, new DataModels(List.of()), Listings.NONE, Optional.empty(), EntryOrder.NOTHING);
  }

  /**
   * What a document says beside its equations.
   *
   * @param described what words say of names
   * @param outsiders letters that sums leave out
   * @param models names of observed data
   * @param listings elements listed by their numbers
   * @param operator a letter that differentiates what stands behind it: by itself it is unknown
   * @param order in which order entries of vectors have their indices
   */
  Told(Described described, Outsiders outsiders, DataModels models, Listings listings, Optional<String> operator, EntryOrder order) {
    this.described = described;
    this.outsiders = outsiders;
    this.models = models;
    this.listings = listings;
    this.operator = operator;
    this.order = order;
  }

  Optional<String> operator() {
    return operator;
  }

  EntryOrder order() {
    return order;
  }

  Outsiders outsiders() {
    return outsiders;
  }

  Listings listings() {
    return listings;
  }

  DataModels models() {
    return models;
  }

  Described described() {
    return described;
  }

  PartWords words() {
    return words;
  }

  /** Which parts are about different things of one kind. */
  Rivals rivals() {
    return rivals;
  }

  /** What was decided so far. */
  Verdicts verdicts() {
    return verdicts;
  }

  /** The relations that bound the arguments of the function which a statement defines. */
  List<Printed> bounds(int statement) {
    return bounds.getOrDefault(statement, List.of());
  }

  void bound(int statement, List<Printed> relations) {
    bounds.put(statement, relations);
  }

  /** Takes a definition in; a statement is taken in once. */
  void define(Statement s, Introductions.Introduction says, Mentions mentions) {
    List<Definition> known = all.computeIfAbsent(says.head().mention().key(), k -> new ArrayList<>());
    if (known.stream().noneMatch(d -> d.statement() == s.number())) {
      Set<String> right = new TreeSet<>();
      Definitions.collect(says.body(), mentions, right);
      known.add(new Definition(s.number(), s.part(), says, right));
    }
  }

  /** Takes in how many axes a bare name has by its definition in a part. */
  void shaped(Head head, Part part, Names names) {
    boolean bare = head.parameters().isEmpty() && head.letters().isEmpty() && !head.squared() && !head.logged();
    names.definition(head.mention().key(), part).filter(d -> bare).flatMap(dev.gradus.reading.Definition::value).ifPresent(v -> ranks.computeIfAbsent(head.mention().key(), k -> new TreeMap<>()).put(part.number(), v.rank()));
  }

  /** How many axes a name has by the definition that a part or one around it gives further down, where none of the document says otherwise. */
  Optional<Integer> rank(String key, Part part) {
    Map<Integer, Integer> known = ranks.getOrDefault(key, new TreeMap<>());
    boolean here = part.chain().stream().anyMatch(p -> known.containsKey(p.number()));
    return here && known.values().stream().distinct().count() == 1 ? known.values().stream().findFirst() : Optional.empty();
  }

  /** The names of which a definition says how many axes they have. */
  Set<String> shaped() {
    return java.util.Collections.unmodifiableSet(ranks.keySet());
  }

  /** The names that have a definition. */
  Set<String> names() {
    return java.util.Collections.unmodifiableSet(all.keySet());
  }

  boolean defines(String key) {
    return all.containsKey(key);
  }

  /** Whether a function has this letter with something below it for its name, h_w(x): h_i may be its value for an example (READING 28); not so by what another question of the assignment says. */
  boolean definesFunction(String letter, Part here) {
    return all.entrySet().stream().anyMatch(e -> e.getKey().startsWith(letter + "_{") && e.getValue().stream().anyMatch(d -> !d.says().head().parameters().isEmpty() && (!d.part().assignment() || here.near(d.part()))));
  }

  /** Whether a statement defines a name. */
  boolean defines(Statement s) {
    return all.values().stream().anyMatch(known -> known.stream().anyMatch(d -> d.statement() == s.number()));
  }

  /** The definitions of a name, in the order of the document. */
  List<Definition> definitions(String key) {
    return List.copyOf(all.getOrDefault(key, List.of()));
  }

  /** Whether all that the document says of a name's values is which numbers some of its elements are, y_k = 1: it is a letter that depends on nothing. */
  boolean numbersOnly(String key) {
    List<Definition> known = definitions(key);
    return !known.isEmpty() && known.stream().allMatch(d -> d.says().head().single(d.says().body()));
  }

  /** Whether one definition of the name stands in the document. */
  boolean once(String key) {
    return all.getOrDefault(key, List.of()).size() == 1;
  }

  /** Whether a definition of the name stands in the part or one around it, before or behind. */
  boolean defines(String key, Part here) {
    return all.getOrDefault(key, List.of()).stream().anyMatch(d -> here.within(d.part()));
  }

  /** What the definitions of a name mention directly. */
  Set<String> mentions(String key) {
    Set<String> found = new TreeSet<>();
    all.getOrDefault(key, List.of()).forEach(d -> found.addAll(d.mentions()));
    return found;
  }

  /** Whether definitions anywhere lead from one name to another. */
  boolean leads(String from, String to) {
    return leads(from, to, d -> true, new TreeSet<>());
  }

  /** Whether definitions lead from names to all that a quantity is made of, so that they may hold it spelled out: softmax(hW + b) beside z = hW + b. */
  boolean spellsOut(List<String> from, String quantity) {
    Set<String> made = mentions(quantity);
    return !made.isEmpty() && behind(from).containsAll(made);
  }

  /** Whether definitions in a part or around it lead from one name to another, by the names that they mention. */
  boolean leads(String from, String to, Part here) {
    return leads(from, to, d -> here.within(d.part()), new TreeSet<>());
  }

  /** Whether definitions anywhere lead from a name to one of a kind. */
  boolean reaches(String from, Predicate<String> kind) {
    return behind(List.of(from)).stream().anyMatch(kind);
  }

  /** All names that definitions anywhere lead to from some names, the nearest first. */
  Set<String> behind(List<String> from) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(from);
    for (int k = 0; k < open.size(); k++) {
      mentions(open.get(k)).stream().filter(found::add).forEach(open::add);
    }
    return found;
  }

  private boolean leads(String from, String to, Predicate<Definition> counts, Set<String> seen) {
    if (!seen.add(from)) {
      return false;
    }
    Set<String> next = new TreeSet<>();
    all.getOrDefault(from, List.of()).stream().filter(counts).forEach(d -> next.addAll(d.mentions()));
    return next.contains(to) || next.stream().anyMatch(n -> leads(n, to, counts, seen));
  }
}
