package dev.gradus.reading;

import dev.gradus.term.Family;
import dev.gradus.term.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The quantities of a document: their axes, how they lie, what is known of their value, and the definitions in force. */
final class Names {
  /** A quantity; {@code declared} when the text states its shape. */
  record Quantity(String key, List<Range> axes, Value.Lay lay, Family.Kind kind, List<String> arguments, boolean declared, Part part) {
    Quantity {
      axes = List.copyOf(axes);
      arguments = List.copyOf(arguments);
    }

    /** Whether it is a function of just these; of a quantity that nothing is known of that is not asked. */
    boolean dependsOn(List<String> names) {
      return kind == Family.Kind.UNKNOWN || arguments.equals(names);
    }
  }

  /**
   * A family that is the inverse of a matrix.
   *
   * @param matrix its entry at the slots, down to the leaves
   */
  record Inverse(Family family, Value matrix) {}

  private final Map<String, List<Part>> elements = new TreeMap<>();
  /** A definition around a part that has no hold in it, and the quantity that it defines. */
  private record Shelved(Part part, Definition definition, Quantity quantity) {}

  private final Map<String, Shelved> shelved = new TreeMap<>();
  private final List<Inverse> inverses = new ArrayList<>();
  private final Map<String, Quantity> quantities = new TreeMap<>();
  /** Quantities whose shape a question of the assignment states. */
  private final List<Quantity> given = new ArrayList<>();

  private final List<Definition> definitions = new ArrayList<>();
  private final Map<String, List<Part>> unknown = new TreeMap<>();
  private final Map<String, List<Fresh>> fresh = new TreeMap<>();
  private final Map<String, Part> lost = new TreeMap<>();
  private Told told = new Told();
  private Optional<Dependences> dependences = Optional.empty();
  private final Map<String, List<Part>> unknownAlone = new TreeMap<>();
  private final Map<String, Set<String>> indicators = new TreeMap<>();
  /** An update of a name: where, and the statements that defined what stood before it. */
  private record Update(Part part, Set<Integer> before) {}

  private final Map<String, Update> updated = new TreeMap<>();
  private final Map<String, List<Part>> confirmed = new TreeMap<>();
  private final Map<String, List<Part>> confirmedIn = new TreeMap<>();

  Names copy() {
    Names c = new Names();
    c.elements.putAll(elements);
    c.unknownAlone.putAll(unknownAlone);
    c.shelved.putAll(shelved);
    c.quantities.putAll(quantities);
    c.given.addAll(given);
    c.definitions.addAll(definitions);
    c.unknown.putAll(unknown);
    c.fresh.putAll(fresh);
    c.lost.putAll(lost);
    c.inverses.addAll(inverses);
    c.told = told;
    c.dependences = dependences;
    c.indicators.putAll(indicators);
    c.updated.putAll(updated);
    c.confirmed.putAll(confirmed);
    c.confirmedIn.putAll(confirmedIn);
    return c;
  }

  /** From here on names that nothing defines, but that are differentiated, are arbitrary functions (READING 24). */
  void depends(Dependences differentiated) {
    dependences = Optional.of(differentiated);
  }

  /** What the whole document defines, as far as a walk has come. */
  void tell(Told defined) {
    told = defined;
  }

  /** What the whole document defines. */
  Told told() {
    return told;
  }

  List<Inverse> inverses() {
    return List.copyOf(inverses);
  }

  /** The matrix that a family of this name is the inverse of. */
  Optional<Inverse> inverse(String family) {
    return inverses.stream().filter(i -> i.family().name().equals(family)).findFirst();
  }

  void put(Inverse inverse) {
    inverses.add(inverse);
  }

  Optional<Quantity> quantity(String key) {
    return Optional.ofNullable(quantities.get(key));
  }

  /** Whether a part or the text around it has a quantity of this name: another part may use the letter to count. */
  boolean isQuantity(String key, Part part) {
    return quantity(key).filter(q -> q.part().near(part)).isPresent();
  }

  List<Quantity> quantities() {
    return List.copyOf(quantities.values());
  }

  void put(Quantity quantity) {
    quantities.put(quantity.key(), quantity);
    if (quantity.declared() && quantity.part().assignment()) {
      given.add(quantity);
    }
  }

  void define(Definition definition) {
    definitions.add(definition);
  }

  /** A number where nothing of that name is known. */
  void letter(String key, Part part) {
    if (quantity(key).isEmpty()) {
      put(new Quantity(key, List.of(), Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), false, part));
    }
  }

  /** From here on nothing is known of the name's value (READING 15, 22). */
  void forget(String key, Part part) {
    add(unknown, key, part);
    definitions.removeIf(d -> d.key().equals(key));
    Quantity known = quantities.get(key);
    if (known != null) {
      quantities.put(key, new Quantity(key, known.axes(), known.lay(), Family.Kind.UNKNOWN, List.of(), known.declared(), known.part()));
    }
  }

  private static void add(Map<String, List<Part>> parts, String key, Part part) {
    List<Part> all = new ArrayList<>(parts.getOrDefault(key, List.of()));
    all.add(part);
    parts.put(key, List.copyOf(all));
  }

  /** From here on a name may stand for another value than before (READING 18): what holds for every value still holds. */
  void update(String key, Part part) {
    if (definitions.stream().anyMatch(d -> d.key().equals(key))) {
      forget(key, part);
    }
    Set<Integer> before = new TreeSet<>();
    definitions.forEach(d -> before.add(d.statement()));
    updated.putIfAbsent(key, new Update(part, before));
  }

  /** From here on in this part a name alone is one of its own elements, nobody knows which (z = z_k). */
  void elementOfItself(String key, Part part) {
    add(elements, key, part);
  }

  /** Whether a name alone is an element of itself in a part. */
  boolean isElementOfItself(String key, Part part) {
    return elements.getOrDefault(key, List.of()).stream().anyMatch(part::inside);
  }

  /** Whether an update speaks of the name. */
  boolean isUpdated(String key) {
    return updated.containsKey(key);
  }

  /** What defines these names in a part. */
  Stream<Definition> definitions(Set<String> keys, Part part) {
    return keys.stream().flatMap(k -> definition(k, part).stream());
  }

  /** A name that was updated since what one of these names stands for was said of its value before, in a part or one around it. */
  Optional<String> updatedSince(Set<String> used, Part part) {
    for (Map.Entry<String, Update> u : updated.entrySet()) {
      boolean here = part.inside(u.getValue().part());
      if (here && definitions(used, part).anyMatch(d -> u.getValue().before().contains(d.statement()) && !d.parameters().contains(u.getKey()) && told.leads(d.key(), u.getKey()))) {
        return Optional.of(u.getKey());
      }
    }
    return Optional.empty();
  }

  /** Whether what a name stands for was said before another one was updated, in a part that is not this one: it is made of that one's value before. */
  boolean isOfBefore(String name, String key, Part part) {
    Optional<Update> update = Optional.ofNullable(updated.get(key)).filter(u -> !u.part().near(part));
    return update.isPresent() && definition(name, part).filter(d -> update.get().before().contains(d.statement())).isPresent();
  }

  /** The same to the end of the part, and no equation of it introduces the name anew (READING 1, 15). */
  void lose(String key, Part part) {
    List<Definition> around = definitions.stream().filter(d -> d.key().equals(key) && part.inside(d.part()) && part.number() != d.part().number()).toList();
    if (!around.isEmpty()) {
      quantity(key).ifPresent(q -> shelved.putIfAbsent(key, new Shelved(part, around.getLast(), q)));
    }
    forget(key, part);
    lost.merge(key, part, (before, now) -> now.within(before) ? before : now);
  }

  /** A section proves an equation with definitions from elsewhere: a name that stands on one of its sides only has that meaning there (READING 17). */
  void confirm(Reader.Printed p, Set<String> used, Mentions mentions) {
    Set<String> left = new TreeSet<>();
    Set<String> right = new TreeSet<>();
    Definitions.collect(p.left(), mentions, left);
    Definitions.collect(p.right(), mentions, right);
    for (String key : used) {
      if (left.contains(key) != right.contains(key)) {
        add(confirmed, key, p.statement().part().section());
        add(confirmedIn, key, p.statement().part());
      }
    }
  }

  /** The same of one part: a claim of it, or of one around it or in it, was proved with what another part defines. */
  boolean isConfirmedNear(Definition d, Part part) {
    return confirmedIn.getOrDefault(d.key(), List.of()).stream().anyMatch(p -> p.near(part) && !p.within(d.part()));
  }

  boolean isConfirmed(String key, Part section) {
    return confirmed.getOrDefault(key, List.of()).contains(section);
  }

  /** Where a part begins: what the parts that ended have lost of definitions around them proves again, and refutes nothing (READING 1, 15). */
  void enter(Part part) {
    given.forEach(q -> inForce(q, part));
    for (Map.Entry<String, Shelved> e : new TreeMap<>(shelved).entrySet()) {
      Shelved s = e.getValue();
      if (!part.inside(s.part())) {
        shelved.remove(e.getKey());
        if (part.inside(s.definition().part()) && definition(e.getKey(), part).isEmpty()) {
          quantities.put(e.getKey(), s.quantity());
          definitions.add(s.definition().repeated());
        }
      }
    }
  }

  /** The shape that a question of the assignment states holds where the question is answered, and only there. */
  private void inForce(Quantity stated, Part part) {
    Quantity now = quantities.getOrDefault(stated.key(), stated);
    if (part.inside(stated.part()) && !now.part().inside(stated.part())) {
      quantities.put(stated.key(), stated);
    } else if (now.equals(stated) && !part.inside(stated.part())) {
      quantities.put(stated.key(), new Quantity(now.key(), now.axes(), now.lay(), now.kind(), now.arguments(), false, now.part()));
    }
  }

  /** Whether nothing can be known of the name in this part. */
  boolean isLost(String key, Part part) {
    return Optional.ofNullable(lost.get(key)).filter(part::inside).isPresent();
  }

  /** All that the document differentiates a name by. */
  Set<String> differentiatedBy(String key) {
    return dependences.map(d -> d.by(key)).orElse(java.util.Collections.emptySet());
  }

  /** Whether a name that nothing defines is, with these arguments behind it, the quantity that the document differentiates by. */
  boolean isWithArguments(String key, dev.gradus.notation.Notation.Bracketed bracket) {
    return quantity(key).filter(Quantity::declared).isEmpty() && dependences.filter(d -> d.isWithArguments(key, bracket)).isPresent();
  }

  /** Whether the document prints a name always with these letters, and nothing else, in brackets behind it, or alone. */
  boolean isAlwaysAt(String key, List<String> arguments) {
    return dependences.filter(d -> d.isAlwaysAt(key, arguments)).isPresent();
  }

  /** Whether the document differentiates anything by a name. */
  boolean isDifferentiatedBy(String key) {
    return dependences.filter(d -> d.differentiated().stream().anyMatch(of -> d.by(of).contains(key))).isPresent();
  }

  /** An indicator or a count of data: a number at its printed arguments that changes only where one of these names does. */
  void indicates(String key, Set<String> names) {
    indicators.put(key, java.util.Collections.unmodifiableSet(new TreeSet<>(names)));
  }

  /** What an indicator or a count speaks of. */
  Optional<Set<String>> indicated(String key) {
    return Optional.ofNullable(indicators.get(key));
  }

  /** What a name that nothing defines is an arbitrary function of, in a part; empty for an independent quantity. */
  List<String> argumentsOf(String key, Part part) {
    return Functions.standard(key) ? List.of() : dependences.map(d -> d.arguments(key, part)).orElse(List.of());
  }

  /** Whether a part, one around it or one in it differentiates a name. */
  boolean isDifferentiatedNear(String key, Part part) {
    return dependences.filter(d -> d.differentiates(key, part)).isPresent();
  }

  /** From here on in this part nothing is known of a function's name without its arguments (READING 17). */
  void forgetAlone(String key, Part part) {
    add(unknownAlone, key, part);
  }

  /** The function that a name without arguments stands for; a misfit where that is not known. */
  Optional<Definition> functionAlone(String key, Part part) {
    Optional<Definition> d = definition(key, part).filter(Definition::isFunction);
    if (d.isPresent() && unknownAlone.getOrDefault(key, List.of()).stream().anyMatch(part::inside)) {
      throw Misfit.undefined(key);
    }
    return d;
  }

  /** Whether nothing is known of the name in a part: of a loss that only other parts speak of, that it is one (READING 24). */
  boolean isUnknown(String key, Part part) {
    List<Part> where = unknown.getOrDefault(key, List.of());
    return where.stream().anyMatch(part::inside) || (!where.isEmpty() && (argumentsOf(key, part).isEmpty() || near(key, part).isPresent()));
  }

  /** The definition of P(y = k | x) for every k, of which P(y = 1 | x) is the one at a number; none where the text gives that one up (READING 14, 23). */
  Optional<Definition> printedFamily(String key, Part part) {
    return PrintedHead.isKey(key) && !isUnknown(key, part) ? definitions.stream().map(Definition::key).filter(k -> numberIn(k, key).isPresent()).findFirst().flatMap(k -> definition(k, part)).filter(d -> d.letters().size() == 1) : Optional.empty();
  }

  /** The digits in a key that stand in the only place of an index in another one. */
  static Optional<String> numberIn(String family, String key) {
    int at = family.indexOf(PLACE);
    boolean one = PrintedHead.isKey(family) && at >= 0 && at == family.lastIndexOf(PLACE) && !family.startsWith("^", at + PLACE.length());
    String behind = one ? family.substring(at + PLACE.length()) : "";
    boolean like = one && key.startsWith(family.substring(0, at)) && key.endsWith(behind) && key.length() > at + behind.length();
    String digits = like ? key.substring(at, key.length() - behind.length()) : "";
    return !digits.isEmpty() && digits.length() < 4 && digits.chars().allMatch(Character::isDigit) ? Optional.of(digits) : Optional.empty();
  }

  private static final String PLACE = "\\cdot";

  /** The definition in force in a part: the last one stated in it or around it, else the last one before, if that speaks of the same quantity. */
  Optional<Definition> definition(String key, Part part) {
    Optional<Definition> near = near(key, part);
    if (near.isPresent()) {
      return near;
    }
    Definition far = null;
    for (Definition d : definitions) {
      if (d.key().equals(key) && !d.inferred()) {
        far = d;
      }
    }
    return Optional.ofNullable(far).filter(d -> !another(d, part) && !declaredAnew(d, part) && !isAnew(d, part) && !told.rivals().displace(d, part));
  }

  /** Whether a definition of another part is none here, as the part is about another thing, or introduces the letter and gives it another right side (READING 1). */
  boolean isOver(Definition d, Part part, dev.gradus.notation.Notation body) {
    return !part.inside(d.part()) && (isAnew(d, part) ? !Templates.same(body, d.body()) : told.rivals().displace(d, part));
  }

  /** A sentence of a part introduces a letter, before a statement, as something or without saying as what: what other parts defined by it before is over there. */
  void introduce(String key, Part part, int before, String noun) {
    List<Fresh> all = new ArrayList<>(fresh.getOrDefault(key, List.of()));
    all.add(new Fresh(part, before, noun));
    fresh.put(key, List.copyOf(all));
  }

  /** Where a letter is introduced in words, and as what: where its definition speaks of that too, it goes on. */
  private record Fresh(Part part, int before, String noun) {
    boolean goesOn(Definition d) {
      boolean distributed = noun.equals(Anew.DISTRIBUTED);
      return distributed ? !Scope.questions(d.part(), part) : !noun.isEmpty() && d.part().words().contains(noun);
    }
  }

  /** Whether a formula says how something is distributed. */
  boolean distributes() {
    return fresh.values().stream().anyMatch(all -> all.stream().anyMatch(f -> f.noun().equals(Anew.DISTRIBUTED)));
  }

  private boolean isAnew(Definition d, Part part) {
    return fresh.getOrDefault(d.key(), List.of()).stream().anyMatch(f -> part.inside(f.part()) && d.statement() < f.before() && !f.part().inside(d.part()) && !f.goesOn(d));
  }

  /** Whether a part or one around it states another shape for the letter than what another part defines has: a letter of its own (READING 1, 28). */
  private boolean declaredAnew(Definition d, Part part) {
    Optional<Integer> rank = d.value().map(Value::rank);
    return rank.isPresent() && quantity(d.key()).filter(q -> q.declared() && part.inside(q.part()) && q.axes().size() != rank.get()).isPresent();
  }

  private Optional<Definition> near(String key, Part part) {
    Definition near = null;
    for (Definition d : definitions) {
      if (d.key().equals(key) && part.inside(d.part())) {
        near = d;
      }
    }
    return Optional.ofNullable(near);
  }

  /** Whether a part differentiates a name by what the definitions in other parts do not lead to: a loss of its own (READING 1, 24). */
  private boolean another(Definition d, Part part) {
    List<String> arguments = argumentsOf(d.key(), part);
    boolean applied = d.isFunction() && dependences.filter(x -> x.applies(d.key(), part)).isPresent();
    List<String> from = new ArrayList<>(d.parameters());
    from.add(d.key());
    return !arguments.isEmpty() && !applied && arguments.stream().noneMatch(a -> from.contains(a) || from.stream().anyMatch(f -> told.leads(f, a)) || told.spellsOut(from, a));
  }

  /** The same among functions of so many arguments, if there is one: H(p) and H(p, q) are two functions. */
  Optional<Definition> definition(String key, Part part, int arguments) {
    List<Definition> fitting = definitions.stream().filter(d -> d.key().equals(key) && d.parameters().size() == arguments).toList().reversed();
    return fitting.stream().filter(d -> part.inside(d.part())).findFirst()
        .or(() -> fitting.stream().filter(d -> !d.inferred() && !isAnew(d, part) && !told.rivals().displace(d, part)).findFirst())
        .or(() -> definition(key, part));
  }

  /** An equation of a part that holds by the definition of another part is the part's own definition too: names of its letters mean this one (READING 17). */
  void restate(Head head, Statement s) {
    definition(head.mention().key(), s.part(), head.parameters().size())
        .filter(d -> !s.part().inside(d.part()) && d.parameters().equals(head.parameters()))
        .ifPresent(d -> define(new Definition(d.key(), d.parameters(), d.letters(), d.body(), d.value(), s.part(), s.number(), d.standing(), d.open())));
  }

  /** The same as where nothing defines a name. */
  Names without(String key) {
    Names c = copy();
    c.definitions.removeIf(d -> d.key().equals(key));
    return c;
  }

  List<Definition> definitions() {
    return List.copyOf(definitions);
  }

  Family family(Quantity q, Ranges ranges) {
    List<Family> arguments = new ArrayList<>();
    for (String a : q.arguments()) {
      Quantity of = quantities.get(a);
      if (of != null && !a.equals(q.key())) {
        arguments.add(new Family(a, of.axes().stream().map(ranges::now).toList(), Family.Kind.VARIABLE, List.of(), List.of()));
      }
    }
    return new Family(q.key(), q.axes().stream().map(ranges::now).toList(), q.kind(), arguments, List.of());
  }
}
