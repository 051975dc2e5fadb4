package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import dev.gradus.notation.Typeset;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Functions that the text defines on a part of the numbers only, by one equation with bounds or the total of its arguments: {@code h(p) = .. for 0 < p < 1}. Elsewhere it
 * has no value (SOUNDNESS 6): what is said of it at its own letter is said under these bounds, and at other arguments nothing is refuted.
 */
final class Domains {
  /** A function's name, its letters and the numbers of the statements that bound them. */
  private record Domain(String key, List<String> parameters, List<Integer> bounds) {}

  private final Survey survey;
  private final List<Printed> printed;
  private final Told told;
  /** By name and number of arguments. */
  private final Map<String, Domain> domains = new TreeMap<>();

  Domains(Survey survey, List<Printed> printed, Told told) {
    this.survey = survey;
    this.printed = printed;
    this.told = told;
  }

  /** Whether an equation under conditions defines its head where they hold, and no other one defines it elsewhere (READING 14, 16); then it is kept. */
  boolean take(Printed p, Head head) {
    Statement s = p.statement();
    List<Integer> all = new ArrayList<>(s.conditions());
    all.addAll(s.perhaps());
    // p_i(T) for T > 0 is bounded, p_i(T) for i > 1 says what some members are
    boolean ofElements = all.stream().anyMatch(c -> c != s.number() && mentions(printed.get(c), head.letters()));
    boolean plain = !head.parameters().isEmpty() && !ofElements && s.notes().unread().isEmpty() && s.notes().bracketed().isEmpty();
    List<Integer> bounds = all.stream().distinct().filter(c -> c != s.number() && mentions(printed.get(c), head.parameters()) && !written(printed.get(c))).toList();
    boolean orders = bounds.stream().map(printed::get).allMatch(q -> order(q.statement().sign().sign()) || total(q));
    String key = head.mention().key();
    boolean single = printed.stream().noneMatch(q -> q.statement().number() != s.number() && q.statement().after().isEmpty() && heads(q, key, head.parameters().size()) && elsewhere(q.statement(), head, bounds));
    if (!plain || !orders || !single) {
      return false;
    }
    domains.put(key + "/" + head.parameters().size(), new Domain(key, head.parameters(), bounds));
    told.bound(s.number(), bounds.stream().map(printed::get).toList());
    return true;
  }

  /** Whether a statement about the same head stands under other conditions on its letters: then the two may be one definition by cases. */
  private boolean elsewhere(Statement q, Head head, List<Integer> bounds) {
    return q.conditions().stream().anyMatch(c -> c != q.number() && !bounds.contains(c) && mentions(printed.get(c), head.parameters()) && !ofEntries(printed.get(c)));
  }

  /** {@code q_i = 1/n}: one family among those that are allowed, no case beside them. */
  private boolean ofEntries(Printed condition) {
    return condition.statement().sign().sign() == RelationSign.EQUAL && survey.mentions().of(condition.left()).filter(m -> m.plain() && !m.indices().isEmpty()).isPresent();
  }

  /** {@code x = (x_1, .., x_n)}: an argument written out, which bounds nothing. */
  private boolean written(Printed q) {
    Optional<Mention> whole = survey.mentions().of(q.left()).filter(Mention::bare);
    Notation list = Notations.bracket(q.right()).map(Notation.Bracketed::body).orElse(q.right());
    return whole.isPresent()
        && Notations.listing(q.right())
        && list instanceof Notation.BigOperator b
        && survey.mentions().of(b.body()).filter(m -> m.plain() && m.key().equals(whole.get().key()) && m.indices().size() == 1).isPresent();
  }

  /** {@code \\sum_i p_i = 1}: what all elements of an argument are together. */
  private boolean total(Printed q) {
    return q.statement().sign().sign() == RelationSign.EQUAL
        && q.right() instanceof Notation.Numeral
        && q.left() instanceof Notation.BigOperator b
        && survey.mentions().of(b.body()).filter(m -> m.plain() && !m.indices().isEmpty()).isPresent();
  }

  private static boolean order(RelationSign sign) {
    return sign == RelationSign.LESS || sign == RelationSign.LESS_OR_EQUAL || sign == RelationSign.GREATER || sign == RelationSign.GREATER_OR_EQUAL || sign == RelationSign.NOT_EQUAL;
  }

  private boolean heads(Printed q, String key, int arguments) {
    return Head.of(q.left(), survey.mentions()).filter(h -> h.mention().key().equals(key) && h.parameters().size() == arguments).isPresent();
  }

  private boolean mentions(Printed q, List<String> keys) {
    Set<String> found = q.names(survey.mentions());
    return keys.stream().anyMatch(found::contains);
  }

  /** Whether the definition of one name leads to another. */
  boolean leads(String from, String to) {
    return told.leads(from, to);
  }

  /** The bounds under which a statement has a value because it has such a function at its own letters. */
  List<Integer> inForce(Printed p) {
    return bounds(p, true, new TreeSet<>());
  }

  /** Those of them that are not said of a letter which the statement ranges over. */
  List<Integer> inForceBeside(Printed p, Set<String> ranged) {
    return bounds(p, true, ranged);
  }

  /** The bounds of those it has at other arguments, or that its definitions lead to. */
  List<Integer> elsewhere(Printed p) {
    return bounds(p, false, new TreeSet<>());
  }

  private List<Integer> bounds(Printed p, boolean own, Set<String> ranged) {
    Set<String> names = p.names(survey.mentions());
    List<Integer> all = new ArrayList<>();
    domains.values().forEach(
        domain -> {
          String key = domain.key();
          List<Boolean> places = calls(p, domain).stream().map(a -> own(a, domain)).toList();
          boolean here = names.contains(key) && (places.isEmpty() || places.contains(true));
          boolean there = places.contains(false) || (!names.contains(key) && names.stream().anyMatch(n -> told.leads(n, key)));
          if ((own ? here : there) && domain.parameters().stream().noneMatch(ranged::contains)) {
            all.addAll(domain.bounds());
          }
        });
    return all;
  }

  /** What holds of other letters that such a function stands at: q_i > 0 and \\sum_i q_i = 1 where H(q) has a value (SOUNDNESS 6). */
  List<Attempts.InForce> atLetters(Printed p, Function<Integer, Optional<Attempts.InForce>> bound) {
    List<Attempts.InForce> all = new ArrayList<>();
    domains.values().forEach(
        domain -> {
          for (List<Notation> arguments : calls(p, domain)) {
            boolean letters = arguments.stream().allMatch(a -> a instanceof Notation.Symbol && survey.mentions().of(a).filter(Mention::bare).isPresent());
            if (letters && !own(arguments, domain)) {
              domain.bounds().forEach(b -> bound.apply(b).map(f -> at(f, domain.parameters(), arguments)).ifPresent(all::add));
            }
          }
        });
    return all;
  }

  private static Attempts.InForce at(Attempts.InForce bound, List<String> parameters, List<Notation> arguments) {
    Notation left = bound.left();
    Notation right = bound.right();
    for (int k = 0; k < parameters.size(); k++) {
      left = Recursion.Put.in(left, parameters.get(k), arguments.get(k));
      right = Recursion.Put.in(right, parameters.get(k), arguments.get(k));
    }
    return new Attempts.InForce(left, bound.sign(), right, Typeset.of(left) + " " + bound.sign().symbol() + " " + Typeset.of(right), bound.offset(), bound.universal(), bound.over(), bound.known(), bound.drawn(), bound.some());
  }

  /** Whether a statement speaks of such a function, or its derivative, where its own conditions are the opposite of the bounds, or at an argument with another total. */
  boolean outside(Printed p) {
    boolean total = told.names().stream().flatMap(k -> told.definitions(k).stream()).anyMatch(d -> d.says().head().parameters().size() == 1 && totals(d) && calls(p, new Domain(d.says().head().mention().key(), d.says().head().parameters(), List.of())).stream().flatMap(List::stream).anyMatch(this::scaled));
    return total || inForce(p).stream().anyMatch(b -> p.statement().conditions().stream().anyMatch(c -> opposite(printed.get(b), printed.get(c))));
  }

  /** Whether a function is defined for arguments with a total of one. */
  private boolean totals(Told.Definition d) {
    Statement s = printed.get(d.statement()).statement();
    Statement next = printed.get(Math.min(d.statement() + 1, printed.size() - 1)).statement();
    List<Integer> all = new ArrayList<>(s.conditions());
    all.addAll(s.perhaps());
    all.addAll(next.cue() == Statement.Cue.ASSUMED && next.inSentenceBehind(s) ? List.of(next.number()) : List.of());
    return all.stream().map(printed::get).anyMatch(q -> total(q) && mentions(q, d.says().head().parameters()));
  }

  /** 2p, p + q: these total 2 where each letter totals 1. */
  private boolean scaled(Notation argument) {
    boolean multiple = argument instanceof Notation.Juxtaposed j && j.factors().stream().filter(f -> !(f.item() instanceof Notation.Numeral)).count() == 1 && j.factors().stream().anyMatch(f -> letter(f.item()));
    return multiple || (argument instanceof Notation.Summed s && s.items().size() > 1 && s.items().stream().allMatch(i -> i.sign() == Notation.Sign.PLUS && letter(i.item())));
  }

  private boolean letter(Notation n) {
    return survey.mentions().of(n).filter(Mention::bare).isPresent();
  }

  /** x > 0 and x <= 0. */
  private static boolean opposite(Printed one, Printed other) {
    boolean same = Outline.of(one.left()).equals(Outline.of(other.left())) && Outline.of(one.right()).equals(Outline.of(other.right()));
    RelationSign a = one.statement().sign().sign();
    RelationSign b = other.statement().sign().sign();
    return same && apart(a, b);
  }

  /** Whether no number meets both, with the same sides; in either order. */
  static boolean apart(RelationSign a, RelationSign b) {
    return excludes(a, b) || excludes(b, a);
  }

  private static boolean excludes(RelationSign a, RelationSign b) {
    return switch (a) {
      case LESS -> b == RelationSign.GREATER || b == RelationSign.GREATER_OR_EQUAL || b == RelationSign.EQUAL;
      case GREATER -> b == RelationSign.LESS_OR_EQUAL || b == RelationSign.EQUAL;
      case NOT_EQUAL -> b == RelationSign.EQUAL;
      default -> false;
    };
  }

  /** The arguments in each bracket behind the name. */
  private List<List<Notation>> calls(Printed p, Domain domain) {
    List<List<Notation>> found = new ArrayList<>();
    List.of(p.left(), p.right()).forEach(n -> calls(n, domain, found));
    return found;
  }

  private void calls(Notation n, Domain domain, List<List<Notation>> found) {
    String key = domain.key();
    List<String> parameters = domain.parameters();
    if (n instanceof Notation.Juxtaposed j) {
      for (int k = 0; k + 1 < j.factors().size(); k++) {
        Optional<Mention> m = survey.mentions().of(j.factors().get(k).item()).filter(x -> x.key().equals(key));
        Optional<Notation.Bracketed> bracket = j.factors().get(k + 1).op() == Notation.Op.NONE ? Notations.bracket(j.factors().get(k + 1).item()) : Optional.empty();
        // p_i (z_i - m): an entry times a sum; p (1 - p): the value times a bracket that holds it too
        boolean product = bracket.filter(b -> b.body() instanceof Notation.Summed && (!m.map(Mention::indices).orElse(List.of()).isEmpty() || Definitions.mentions(b.body(), key, survey.mentions()))).isPresent();
        if (m.isPresent() && bracket.isPresent() && !product) {
          List<Notation> arguments = Products.arguments(m.get(), bracket.get());
          if (arguments.size() == parameters.size()) {
            found.add(arguments);
          }
        }
      }
    }
    Notations.children(n).forEach(c -> calls(c, domain, found));
  }

  /** The letters themselves, or these in another order where all are bounded alike. */
  private boolean own(List<Notation> arguments, Domain domain) {
    List<String> names = arguments.stream().flatMap(a -> survey.mentions().of(a).filter(Mention::bare).stream()).map(Mention::key).toList();
    boolean turned = names.size() == domain.parameters().size() && new TreeSet<>(names).equals(new TreeSet<>(domain.parameters()));
    return names.equals(domain.parameters()) || (turned && domain.parameters().stream().map(k -> bounded(k, domain)).distinct().count() == 1);
  }

  /** What the bounds of one letter are, without its name. */
  private Set<String> bounded(String key, Domain domain) {
    Set<String> found = new TreeSet<>();
    for (int b : domain.bounds()) {
      Printed q = printed.get(b);
      boolean first = survey.mentions().of(q.left()).filter(m -> m.key().equals(key)).isPresent();
      boolean second = survey.mentions().of(q.right()).filter(m -> m.key().equals(key)).isPresent();
      if (first || second) {
        found.add(q.statement().sign().sign() + " " + first + " " + Outline.of(first ? q.right() : q.left()));
      } else if (mentions(q, List.of(key))) {
        found.add(key + " " + b);
      }
    }
    return found;
  }
}
