package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is defined for one sample, read at the sample of an index: with {@code p = \sigma(w^T x)} and data {@code x_n} in the text, {@code p_n} is
 * {@code \sigma(w^T x_n)} (READING 19, 23: an equation holds up to an index). Only where the text prints such data; what depends on the sample otherwise is
 * unknown (READING 28).
 */
final class Samples {
  /** Definitions that lead to each other this deep are not followed. */
  private static final int DEEPEST = 8;

  /** Of these an index tells the classes apart as often as the samples: what another part says of the letter alone may be of another distribution. */
  private static final List<String> DISTRIBUTIONS = List.of("p", "q", "P", "Q", "\\pi");

  private final Elaborator elaborator;
  private final Session session;

  Samples(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /**
   * In: a name with an index of which the text defines the name without it. Out: its quantity, defined by what the other one is for that sample; empty where
   * the text shows no data with such an index.
   *
   * @param key of the quantity with the index
   */
  Optional<Names.Quantity> quantity(Mention m, String key, Definition one) {
    if (one.isFunction() || one.value().isEmpty() || m.indices().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> letter = session.mentions().of(m.indices().get(0)).filter(Mention::bare).map(Mention::key);
    if (letter.isEmpty() || one.letters().contains(letter.get())) {
      return Optional.empty();
    }
    Index.Free sample = session.slot(session.ranges.fresh());
    Map<String, Index> elements = new TreeMap<>();
    elements.put(letter.get(), sample);
    List<Index.Free> slots = new ArrayList<>(List.of(sample));
    for (String l : one.letters()) {
      Index.Free slot = session.slot(session.ranges.fresh());
      slots.add(slot);
      elements.put(l, slot);
    }
    return session.within(elements, () -> read(m, key, one, slots));
  }

  private Optional<Names.Quantity> read(Mention m, String key, Definition one, List<Index.Free> slots) {
    Map<String, Value> data = new TreeMap<>();
    if (!follow(one.body(), List.of(m.indices().get(0)), data, 0) || data.isEmpty() || (!session.part.within(one.part()) && data.keySet().stream().anyMatch(DISTRIBUTIONS::contains))) {
      return Optional.empty();
    }
    Value v = elaborator.functions.withArguments(data, one.body());
    List<Index.Free> all = new ArrayList<>(slots);
    all.addAll(v.slots());
    List<Index.Free> now = all.stream().map(s -> (Index.Free) session.ranges.now(s)).toList();
    Value value = new Value(now, session.ranges.now(v.body()), Value.Lay.ANY);
    List<Range> axes = now.stream().map(Index.Free::range).toList();
    Names.Quantity q = new Names.Quantity(key, axes, Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), false, one.part());
    session.names.put(q);
    session.names.define(new Definition(key, List.of(), List.of(), one.body(), Optional.of(value), one.part(), one.statement(), Definition.Standing.SAMPLE, true));
    return Optional.of(q);
  }

  /**
   * Puts into {@code data} what the names in an expression are at an index: data that are printed with it, and what is defined by them.
   *
   * @param indices the sample's index
   * @return false where a name may depend on the sample in a way that nobody states
   */
  boolean follow(Notation body, List<Notation> indices, Map<String, Value> data, int level) {
    Set<String> letters = new TreeSet<>();
    indices.forEach(i -> session.mentions().of(i).filter(Mention::bare).map(Mention::key).ifPresent(letters::add));
    Set<String> found = new TreeSet<>();
    Definitions.collect(body, session.mentions(), found);
    for (String name : found) {
      if (data.containsKey(name) || letters.contains(name) || (Functions.usual(name) && session.names.definition(name, session.part).isEmpty())) {
        continue;
      }
      Optional<Definition> d = session.names.definition(name, session.part);
      Optional<Mention> printed = indices.size() == 1 ? twin(name, letters, indices) : Optional.empty();
      boolean told = d.isEmpty() && printed.isPresent();
      if (told) {
        Optional<Value> v = onlyBare(body, name) ? Optional.of(elaborator.mention(printed.get())) : Optional.empty();
        if (v.filter(x -> x.rank() == session.survey.everywhere(name).needed(0)).isEmpty()) {
          return false;
        }
        data.put(name, v.get());
      } else if (d.isPresent()) {
        // what a function calls its arguments is no data
        Map<String, Value> inner = new TreeMap<>(data);
        List<String> own = d.get().parameters();
        own.forEach(x -> inner.put(x, Value.number(Rational.ZERO)));
        if (level > DEEPEST || !follow(d.get().body(), indices, inner, level + 1)) {
          return false;
        }
        own.forEach(inner::remove);
        Set<String> below = new TreeSet<>();
        Definitions.collect(d.get().body(), session.mentions(), below);
        if (below.stream().anyMatch(n -> inner.containsKey(n) && !itself(n, inner.get(n)))) {
          if (d.get().isFunction() || !d.get().letters().isEmpty()) {
            return false;
          }
          data.put(name, elaborator.functions.withArguments(inner, d.get().body()));
        }
      } else if (session.names.isUnknown(name, session.part) || !session.names.argumentsOf(name, session.part).isEmpty() || indexedLike(name, letters)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a value is that of a name itself: it is the same for all samples. */
  private static boolean itself(String name, Value v) {
    return v.body() instanceof Term.Entry e && e.family().name().equals(name) && e.indices().equals(v.slots());
  }

  /** The name with the index, where the text prints it so somewhere: x_n, x^{(n)}. */
  private Optional<Mention> twin(String name, Set<String> letters, List<Notation> indices) {
    Mention bare = Mention.of(name, false);
    Optional<Mention> sampled = Mentions.sampled(name).filter(k -> session.survey.everywhere(k).indices > 0).map(k -> bare.labelled(k.substring(name.length())).indexedBy(indices));
    Optional<Mention> term = printedAt(name + Mentions.TERM, letters) ? Optional.of(bare.labelled(Mentions.TERM).indexedBy(indices)) : Optional.empty();
    return sampled.or(() -> term).or(() -> indexedLike(name, letters) ? Optional.of(bare.indexedBy(indices)) : Optional.empty());
  }

  private boolean printedAt(String key, Set<String> letters) {
    return session.survey.everywhere(key).letters.stream().anyMatch(letters::contains);
  }

  /** Whether a name is printed somewhere with one of these index letters, or as that of a sample. */
  private boolean indexedLike(String key, Set<String> letters) {
    boolean sampled = Mentions.sampled(key).filter(k -> session.survey.everywhere(k).indices > 0).isPresent();
    return sampled || printedAt(key, letters) || printedAt(key + Mentions.TERM, letters);
  }

  /** Whether a name stands without an index wherever it stands in an expression. */
  private boolean onlyBare(Notation n, String name) {
    Optional<Mention> m = session.mentions().of(n);
    if (m.isPresent()) {
      return !m.get().key().equals(name) || m.get().indices().isEmpty();
    }
    return Notations.children(n).stream().allMatch(c -> onlyBare(c, name));
  }
}
