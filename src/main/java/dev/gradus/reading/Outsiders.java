package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Condition;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Letters for an element beside the range of a sum: o with u_o beside sum_{k=1}^K of the u_k, where the text says that o is none of 1..K, or calls the u_k negative
 * samples (they are drawn beside the word that was seen). The family has an element more than the sum, which leaves it out, and k is not o (SOUNDNESS 9).
 */
final class Outsiders {
  /**
   * One such letter.
   *
   * @param letter the element beside the range
   * @param size what the range ends with
   * @param bound the letter that runs over the range
   * @param family the name that has both as its index
   * @param section where that is so
   */
  record Outsider(String letter, String size, String bound, String family, Part section) {
    boolean in(Part part) {
      return part.near(section);
    }
  }

  static final Outsiders NONE = new Outsiders(List.of(), List.of());

  private static final Pattern NEGATIVES = Pattern.compile("(?i)\\bnegative sampl|\\b(negatives|negative (examples?|words?|contexts?|pairs?)|noise (words?|samples?|distribution))\\b");

  /** Losses that are called by their negative samples. */
  private static final Pattern CALLED = Pattern.compile("(?i)_\\s*\\{?\\s*(\\\\(text|mathrm|textrm|mathit|mathsf)\\s*\\{)?\\s*(neg|ns\\b|sgns)");

  private final List<Outsider> all;
  /** where the form of the sum alone shows it: not said, so it proves nothing, and no point refutes with that letter in the range */
  private final List<Outsider> open;

  private Outsiders(List<Outsider> all, List<Outsider> open) {
    this.all = List.copyOf(all);
    this.open = List.copyOf(open);
  }

  /** In: the document's formulas. Out: the letters that its words or signs leave out of sums. */
  static Outsiders of(List<Printed> printed, List<Reader.PrintedFragment> fragments, Mentions mentions) {
    Set<Outsider> found = new LinkedHashSet<>();
    Set<Outsider> unsaid = new LinkedHashSet<>();
    List<String[]> said = new ArrayList<>();
    fragments.forEach(f -> excluded(f.notation(), mentions).ifPresent(said::add));
    boolean negatives = printed.stream().anyMatch(p -> negatives(p.statement().part())) || fragments.stream().anyMatch(f -> negatives(f.fragment().part())) || printed.stream().anyMatch(p -> CALLED.matcher(p.statement().left().text()).find());
    for (Printed p : printed) {
      for (Notation side : List.of(p.left(), p.right())) {
        List<Outsider> sums = new ArrayList<>();
        sums(side, mentions, p.statement().part().section(), sums);
        List<String> beside = new ArrayList<>();
        for (Outsider s : sums) {
          beside.clear();
          letters(side, s, mentions, beside);
          for (String letter : beside) {
            boolean stated = said.stream().anyMatch(x -> x[0].equals(letter) && x[1].equals(s.size()));
            if (stated || (negatives && negated(side, s, mentions))) {
              found.add(new Outsider(letter, s.size(), s.bound(), s.family(), s.section()));
            } else if (negated(side, s, mentions)) {
              unsaid.add(new Outsider(letter, s.size(), s.bound(), s.family(), s.section()));
            }
          }
        }
      }
    }
    return new Outsiders(List.copyOf(found), List.copyOf(unsaid));
  }

  /** A letter of a claim that may as well stand beside the range of a sum. */
  Optional<String> perhaps(Printed p, Mentions mentions) {
    List<Mention> here = Stream.of(p.left(), p.right()).flatMap(n -> indexed(n, mentions).stream()).toList();
    return open.stream().filter(o -> o.in(p.statement().part()) && here.stream().anyMatch(m -> m.key().equals(o.family()) && is(m.indices().getFirst(), o.letter(), mentions))).map(o -> o.letter() + " and " + o.bound()).findFirst();
  }

  /** Whether a part's words or its label speak of negative samples. */
  private static boolean negatives(Part part) {
    return NEGATIVES.matcher(part.words()).find() || NEGATIVES.matcher(part.label()).find();
  }

  /** o \notin {1, .., K}, {w_1, .., w_K}: the letter, and what the list ends with. */
  private static Optional<String[]> excluded(Notation n, Mentions mentions) {
    if (!(n instanceof Notation.Infix i) || !i.op().equals("notin")) {
      return Optional.empty();
    }
    Notation set = i.right() instanceof Notation.Bracketed b ? b.body() : i.right();
    Optional<Mention> last = set instanceof Notation.Listed l && l.items().size() > 1 ? mentions.of(l.items().getLast()) : Optional.empty();
    Optional<String> size = last.flatMap(m -> m.bare() ? Optional.of(m.key()) : m.plain() && m.indices().size() == 1 ? mentions.of(m.indices().getFirst()).filter(Mention::bare).map(Mention::key) : Optional.empty());
    Optional<String> letter = mentions.of(i.left()).filter(Mention::bare).map(Mention::key);
    return letter.isPresent() && size.isPresent() ? Optional.of(new String[] {letter.get(), size.get()}) : Optional.empty();
  }

  /** The sums from 1 to a letter whose summand has a name at the bound letter; the letter beside them is not known yet. */
  private static void sums(Notation n, Mentions mentions, Part section, List<Outsider> found) {
    bound(n, mentions).ifPresent(k -> {
      String size = ((Notation.BigOperator) n).sup().flatMap(mentions::of).filter(Mention::bare).map(Mention::key).orElseThrow();
      indexed(((Notation.BigOperator) n).body(), mentions).stream().filter(m -> is(m.indices().getFirst(), k, mentions)).forEach(m -> found.add(new Outsider("", size, k, m.key(), section)));
    });
    Notations.children(n).forEach(c -> sums(c, mentions, section, found));
  }

  /** The letter of a sum from 1 to a letter. */
  private static Optional<String> bound(Notation n, Mentions mentions) {
    if (!(n instanceof Notation.BigOperator b) || !b.name().equals("sum") || b.sup().flatMap(mentions::of).filter(Mention::bare).isEmpty()) {
      return Optional.empty();
    }
    return b.sub().filter(s -> s instanceof Notation.Compared c && c.sides().size() == 2 && Conditions.isNumeral(c.sides().get(1), "1"))
        .flatMap(s -> mentions.of(((Notation.Compared) s).sides().getFirst()))
        .filter(Mention::bare)
        .map(Mention::key);
  }

  /** Names with one index in a formula. */
  private static List<Mention> indexed(Notation n, Mentions mentions) {
    Optional<Mention> m = mentions.of(n);
    if (m.isPresent()) {
      return m.filter(x -> x.indices().size() == 1).stream().toList();
    }
    List<Mention> all = new ArrayList<>();
    Notations.children(n).forEach(c -> all.addAll(indexed(c, mentions)));
    return all;
  }

  private static boolean is(Notation n, String letter, Mentions mentions) {
    return mentions.of(n).filter(m -> m.bare() && m.key().equals(letter)).isPresent();
  }

  /** The letters at which the sum's name stands outside of sums over the bound letter. */
  private static void letters(Notation n, Outsider sum, Mentions mentions, List<String> found) {
    if (bound(n, mentions).filter(sum.bound()::equals).isPresent()) {
      return;
    }
    Optional<Mention> m = mentions.of(n);
    if (m.isPresent()) {
      m.filter(x -> x.key().equals(sum.family()) && x.indices().size() == 1)
          .flatMap(x -> mentions.of(x.indices().getFirst()))
          .filter(x -> x.bare() && !x.key().equals(sum.bound()))
          .ifPresent(x -> found.add(x.key()));
      return;
    }
    Notations.children(n).forEach(c -> letters(c, sum, mentions, found));
  }

  /** Whether the sum is one of negative samples: of a function of -u_k. */
  private static boolean negated(Notation n, Outsider sum, Mentions mentions) {
    boolean minus = n instanceof Notation.Bracketed b && b.body() instanceof Notation.Summed s && s.items().size() == 1 && s.items().getFirst().sign() == Notation.Sign.MINUS
        && indexed(s, mentions).stream().anyMatch(m -> m.key().equals(sum.family()) && is(m.indices().getFirst(), sum.bound(), mentions));
    return minus || Notations.children(n).stream().anyMatch(c -> negated(c, sum, mentions));
  }

  /** The elements that a sum with a bound letter up to a size leaves out, given the names in its summand. */
  List<String> leftOut(String bound, String size, Set<String> names, Part part) {
    return all.stream().filter(o -> o.in(part) && o.size().equals(size) && names.contains(o.family()) && !o.letter().equals(bound)).map(Outsider::letter).distinct().toList();
  }

  /** Whether a size counts the elements without some letter's. */
  boolean counts(String size, Part part) {
    return all.stream().anyMatch(o -> o.in(part) && o.size().equals(size));
  }

  /** What a letter of a claim is bound by, given the sides: k is one of 1..K, so not o. */
  List<Condition> between(Session session, Term... sides) {
    List<Condition> found = new ArrayList<>();
    Set<Index> open = Terms.openIndices(sides);
    for (Outsider o : all) {
      Index a = session.elements.get(o.bound());
      Optional<Index> b = open.stream().filter(i -> i instanceof Index.Free f && f.name().equals(o.letter())).findFirst();
      if (a != null && b.isPresent() && o.in(session.part) && session.ranges.same(a.range(), b.get().range())) {
        found.add(new Condition.Distinct(session.ranges.now(a), session.ranges.now(b.get())));
      }
    }
    return found.stream().distinct().toList();
  }

  static Notation name(String letter) {
    return new Notation.Symbol(new dev.gradus.document.Span(0, 0), letter);
  }
}
