package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A loss whose equation could not be read, L = -\frac1N \sum_i \log P_{i,y_i}: a differentiable function of the quantities that the equation names, of which no
 * more is known. What holds for every such function holds for it; nothing is refuted with it (READING 24).
 */
final class UnreadLoss {
  private UnreadLoss() {}

  /** What is known of a name that a statement introduces by what nobody could read: of most nothing. */
  static Names introduced(Introductions.Introduction i, Statement s, Survey survey, Names names) {
    String key = i.head().mention().key();
    Optional<Names> loss = take(i, s.part(), s.number(), survey, names);
    if (loss.isPresent()) {
      return loss.get();
    }
    if (i.head().letters().isEmpty()) {
      names.forget(key, s.part());
    } else {
      names.lose(key, s.part());
    }
    if (PrintedHead.isKey(key) && i.head().letters().isEmpty()) {
      // its letters may count elements elsewhere: it is read where its arguments have their index
      names.define(new Definition(key, List.of(), List.of(), i.body(), Optional.empty(), s.part(), s.number(), i.standing(), false));
    }
    return names;
  }

  /** In: what a statement of a part introduces and nobody could read. Out: the names with it as such a function; empty where it is no loss, or names what is not known. */
  private static Optional<Names> take(Introductions.Introduction i, Part part, int statement, Survey survey, Names before) {
    Head head = i.head();
    String key = head.mention().key();
    boolean loss = Heads.isNumber(head.mention().base()) && head.letters().isEmpty() && head.parameters().isEmpty() && !head.squared() && !head.logged() && !PrintedHead.isKey(key);
    Set<String> inside = new TreeSet<>();
    Definitions.collect(i.body(), survey.mentions(), inside);
    if (inside.stream().anyMatch(survey.mentions().layers()::atStep) && !survey.mentions().layers().atStep(key)) {
      // a sum over the steps: what is known at one step says too little of the others
      return Optional.empty();
    }
    inside.removeIf(n -> survey.isBound(n) || survey.isSize(n, part) || Functions.standard(n));
    Optional<List<Names.Quantity>> arguments = loss && Notations.unreadable(i.body()).isEmpty() ? known(inside, key, part, before) : Optional.empty();
    return arguments.filter(a -> a.stream().anyMatch(q -> before.definition(q.key(), part).isPresent())).map(a -> with(a, i, part, statement, before));
  }

  /** The quantities of these names; empty where one is a function, or is defined further down only. */
  private static Optional<List<Names.Quantity>> known(Set<String> inside, String key, Part part, Names names) {
    List<Names.Quantity> all = new ArrayList<>();
    for (String name : inside) {
      Optional<Names.Quantity> q = names.quantity(name);
      boolean function = names.definition(name, part).filter(Definition::isFunction).isPresent();
      boolean open = q.isEmpty() ? names.told().defines(name) : names.isUnknown(name, part) || q.get().kind() == Family.Kind.UNKNOWN;
      if (function || open || name.equals(key) || name.equals("\\partial") || name.equals("\\nabla")) {
        return Optional.empty();
      }
      q.ifPresent(all::add);
    }
    return Optional.of(all);
  }

  private static Names with(List<Names.Quantity> arguments, Introductions.Introduction i, Part part, int statement, Names before) {
    Names names = before.copy();
    String key = i.head().mention().key();
    List<Family> of = arguments.stream().map(q -> new Family(q.key(), q.axes(), Family.Kind.VARIABLE, List.of(), List.of())).toList();
    Family function = new Family(key + "(" + String.join(", ", arguments.stream().map(Names.Quantity::key).toList()) + ")", List.of(), Family.Kind.ARBITRARY, of, List.of());
    names.put(new Names.Quantity(key, List.of(), Value.Lay.ANY, Family.Kind.VARIABLE, List.of(), false, part));
    Notation body = i.body();
    names.define(new Definition(key, List.of(), List.of(), body, Optional.of(Value.number(function.at())), part, statement, i.standing(), true));
    return names;
  }
}
