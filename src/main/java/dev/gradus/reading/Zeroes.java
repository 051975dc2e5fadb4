package dev.gradus.reading;

import dev.gradus.document.Answer;
import dev.gradus.document.Clause;
import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The {@code = 0} that is set and not claimed (READING 9, 10), and what the words set to zero without printing it. */
final class Zeroes {
  /**
   * What was found.
   *
   * @param set clauses whose last relation is set to zero
   * @param first clauses whose first relation is {@code 0 = ..} and set
   * @param zeroed for a clause drawn from words such as "setting it to zero": the clause that is meant
   * @param worked clauses of a hypothesis that is a derivative's chain up to its zero: only the zero is assumed, the links before it are claims (READING 10)
   */
  record Result(List<Integer> set, List<Integer> first, Map<Integer, Integer> zeroed, Set<Integer> worked) {}

  private Zeroes() {}

  static Result of(
      Answer answer, Flow.Result flow, List<Roles.Result> roles, Map<Integer, Cue> cues, List<Integer> beforeArrow, Map<Integer, List<Integer>> premises, Map<Integer, List<Integer>> above) {
    List<Integer> set = new ArrayList<>();
    List<Integer> begins = new ArrayList<>();
    Map<Integer, Integer> zeroed = new TreeMap<>();
    Set<Integer> worked = new TreeSet<>();
    List<List<Integer>> clauses = flow.sentences().stream().map(s -> claims(s, answer)).toList();
    for (int s = 0; s < clauses.size(); s++) {
      boolean said = roles.get(s).zero() || roles.get(s).stationary() || saidBefore(s, clauses, roles);
      boolean saidBehind = s + 1 < roles.size() && clauses.get(s + 1).isEmpty() && roles.get(s + 1).zero();
      for (int i = 0; i < clauses.get(s).size(); i++) {
        int c = clauses.get(s).get(i);
        boolean hypothesis = cues.getOrDefault(c, Cue.STATED) == Cue.ASSUMED && (Sides.bareSet(answer.clauses().get(c)) || !beforeArrow.contains(c));
        if ((said || saidBehind) && startsInZero(answer.clauses().get(c)) && open(cues.getOrDefault(c, Cue.STATED))) {
          begins.add(c);
        }
        if (endsInZero(answer.clauses().get(c)) && ofDerivative(answer, c) && demanded(answer, c, cues)) {
          set.add(c);
          chain(answer, c).forEach(worked::add);
          continue;
        }
        if (!endsInZero(answer.clauses().get(c)) || !open(cues.getOrDefault(c, Cue.STATED)) || hypothesis) {
          continue;
        }
        if (!said && !saidBehind && i + 1 < clauses.get(s).size() && unequal(answer.clauses().get(clauses.get(s).get(i + 1)))) {
          // "dy_i/dw_k = 0, i \neq k": a value where the indices differ
          continue;
        }
        Optional<Integer> next = next(clauses, s, i);
        boolean beside = next.isPresent() && beside(flow.sentences().get(s), c, next.get()) && !Sides.letter(answer.clauses().get(next.get()).sides().getFirst().text());
        boolean drawnFrom = next.isPresent() && !beside && premises.getOrDefault(next.get(), List.of()).contains(c) && answer.clauses().get(next.get()).continues().isEmpty();
        boolean bare = Sides.bareSet(answer.clauses().get(c));
        Cue cue = cues.getOrDefault(c, Cue.STATED);
        String first = answer.clauses().get(c).sides().getFirst().text();
        boolean value = Sides.name(first) && !Sides.derivative(first) && answer.clauses().get(c).signs().size() == 1;
        boolean plain = !bare && !value && (cue == Cue.STATED || cue == Cue.INTRODUCED || (cue.drawn() && Sides.derivative(chainStart(answer, c))));
        boolean derived = above.containsKey(c) && answer.clauses().get(c).signs().size() == 1 && answer.clauses().get(c).continues().isEmpty();
        boolean silent = next.isPresent() && above.getOrDefault(next.get(), List.of()).contains(c) && Sides.derivative(chainStart(answer, c)) && !Sides.derivative(answer.clauses().get(next.get()).sides().getFirst().text());
        Optional<Integer> behind = plain && cue == Cue.STATED && Sides.derivative(chainStart(answer, c)) ? behind(clauses, s, i, roles.get(s).where()) : Optional.empty();
        boolean solved = behind.isPresent() && !clauses.get(s).contains(behind.get()) && (premises.getOrDefault(behind.get(), List.of()).contains(c) || solution(flow, s, behind.get()));
        if (said || saidBehind || solved || ofDerivative(answer, c) || (plain && !derived && drawnFrom) || (!bare && !derived && beforeArrow.contains(c)) || (plain && silent)) {
          set.add(c);
        }
      }
      unprinted(s, clauses, roles, set, answer).ifPresent(pair -> zeroed.put(pair.get(1), pair.get(0)));
    }
    return new Result(List.copyOf(set), List.copyOf(begins), zeroed, worked);
  }

  /** {@code i \neq k}, {@code i = k}, {@code j \neq y_i}. */
  private static boolean unequal(Clause c) {
    boolean range = Sides.bareRange(c) && c.signs().getFirst().sign() == RelationSign.NOT_EQUAL && c.sides().stream().noneMatch(x -> Sides.number(x.text()));
    return range || Sides.indices(c) || Sides.label(c);
  }

  private static List<Integer> claims(Sentence s, Answer answer) {
    List<Integer> out = new ArrayList<>();
    for (Atom a : s.atoms()) {
      if (a instanceof Atom.Clausal c && !answer.clauses().get(c.clause()).signs().isEmpty()) {
        out.add(c.clause());
      }
    }
    return List.copyOf(out);
  }

  /** A sentence without relations just before says "set to zero". */
  private static boolean saidBefore(int s, List<List<Integer>> clauses, List<Roles.Result> roles) {
    return s > 0 && clauses.get(s - 1).isEmpty() && (roles.get(s - 1).zero() || roles.get(s - 1).stationary());
  }

  /** "hence $f'(0) = 0$ and $f(3) = 9$": the second is drawn from the same as the first, not from it; a letter's value would be. */
  private static boolean beside(Sentence s, int first, int second) {
    boolean between = false;
    boolean joined = false;
    for (Atom a : s.atoms()) {
      if (a instanceof Atom.Clausal c && (c.clause() == first || c.clause() == second)) {
        if (between) {
          return joined;
        }
        between = true;
      } else if (between && (a instanceof Atom.Link || (a instanceof Atom.Word w && !w.text().equals("and") && !w.text().equals("also")))) {
        return false;
      } else if (between) {
        joined |= a instanceof Atom.Word;
      }
    }
    return false;
  }

  private static boolean endsInZero(Clause c) {
    return c.signs().getLast().sign() == RelationSign.EQUAL && Sides.zero(c.sides().getLast().text());
  }

  /** {@code f'(x) = 2x-4 = 0}: the zero at the end of a derivative's chain is set, unless what stands before it is a number (READING 10). */
  private static boolean ofDerivative(Answer answer, int c) {
    Clause clause = answer.clauses().get(c);
    int last = clause.sides().size() - 1;
    boolean chained = clause.signs().size() > 1 || (clause.sides().getFirst().isBlank() && clause.continues().isPresent());
    if (!chained || !Sides.derivative(chainStart(answer, c))) {
      return false;
    }
    String before = clause.sides().get(last - 1).text();
    if (before.isBlank() && clause.continues().isPresent()) {
      before = answer.clauses().get(clause.continues().get()).sides().getLast().text();
    }
    return !Sides.letters(before).isEmpty();
  }

  /** Assumed or asked for by words, and not by the sign itself; {@code f' = g' = 0} demands both. */
  private static boolean demanded(Answer answer, int c, Map<Integer, Cue> cues) {
    // the words stand before the first row of a chain
    Cue cue = cues.getOrDefault(chain(answer, c).getFirst(), Cue.STATED);
    List<MathText> sides = new ArrayList<>();
    chain(answer, c).forEach(k -> sides.addAll(answer.clauses().get(k).sides()));
    boolean equations = chain(answer, c).stream().allMatch(k -> answer.clauses().get(k).signs().stream().allMatch(s -> s.sign() == RelationSign.EQUAL));
    boolean other = sides.stream().skip(1).anyMatch(s -> Sides.derivativeAlone(s.text()));
    return (cue == Cue.ASSUMED || cue == Cue.ASKED) && equations && !other;
  }

  /** The clauses of a chain up to one, the first one first. */
  private static List<Integer> chain(Answer answer, int c) {
    List<Integer> all = new ArrayList<>(List.of(c));
    while (answer.clauses().get(all.getFirst()).sides().getFirst().isBlank() && answer.clauses().get(all.getFirst()).continues().isPresent()) {
      all.addFirst(answer.clauses().get(all.getFirst()).continues().get());
    }
    return all;
  }

  private static boolean startsInZero(Clause c) {
    return c.signs().getFirst().sign() == RelationSign.EQUAL && Sides.zero(c.sides().getFirst().text());
  }

  private static boolean open(Cue cue) {
    return switch (cue) {
      case STATED, INTRODUCED, CONSEQUENCE, EQUIVALENT, ASSUMED -> true;
      case SET_TO_ZERO, GOAL, ASKED, NO_CLAIM, LIMIT -> false;
    };
  }

  private static Optional<Integer> next(List<List<Integer>> clauses, int s, int i) {
    if (i + 1 < clauses.get(s).size()) {
      return Optional.of(clauses.get(s).get(i + 1));
    }
    for (int n = s + 1; n < clauses.size(); n++) {
      if (!clauses.get(n).isEmpty()) {
        return Optional.of(clauses.get(n).getFirst());
      }
    }
    return Optional.empty();
  }

  /** The next relation that is none of a where-clause. */
  private static Optional<Integer> behind(List<List<Integer>> clauses, int s, int i, List<Integer> where) {
    Optional<Integer> here = clauses.get(s).stream().skip(i + 1).filter(c -> !where.contains(c)).findFirst();
    return here.or(() -> next(clauses, s, clauses.get(s).size()));
  }

  private static final Pattern SOLUTION = Pattern.compile("^(hence |thus |so |therefore )?(the|its|a|an|this) (only |unique |optimal |resulting )*(solutions?|minimi[sz]ers?|minimum|maximi[sz]ers?|maximum|optimum|optimal \\p{L}+|roots?|(stationary|critical) points?|estimator|estimate)\\b");

  /** "The solution is $w = ..$" in the next sentence. */
  private static boolean solution(Flow.Result flow, int s, int behind) {
    return s + 1 < flow.sentences().size() && flow.sentences().get(s + 1).atoms().stream().anyMatch(a -> a instanceof Atom.Clausal c && c.clause() == behind) && SOLUTION.matcher(flow.sentences().get(s + 1).words(0, flow.sentences().get(s + 1).atoms().size())).find();
  }

  /** The left side that the clause's chain begins with, as printed. */
  private static String chainStart(Answer answer, int c) {
    return answer.clauses().get(chain(answer, c).getFirst()).sides().getFirst().text();
  }

  /** "dL/dW = ..; setting it to zero: W = ..": the pair of the clause meant and the one drawn from it. */
  private static Optional<List<Integer>> unprinted(int s, List<List<Integer>> clauses, List<Roles.Result> roles, List<Integer> set, Answer answer) {
    if (!roles.get(s).zero() || clauses.get(s).stream().anyMatch(set::contains)) {
      return Optional.empty();
    }
    int split = Math.max(0, roles.get(s).zeroBefore());
    List<Integer> here = clauses.get(s);
    Optional<Integer> meant = split > 0 && split <= here.size() ? Optional.of(here.get(split - 1)) : lastBefore(clauses, s);
    List<Integer> behind = split < here.size() ? here.subList(split, here.size()) : s + 1 < clauses.size() ? clauses.get(s + 1) : List.of();
    Optional<Integer> drawn = behind.stream().filter(c -> roles.get(s).cues().getOrDefault(c, Cue.STATED) != Cue.ASSUMED).findFirst();
    boolean printed = behind.stream().anyMatch(c -> endsInZero(answer.clauses().get(c)) || startsInZero(answer.clauses().get(c)));
    return meant.isPresent() && drawn.isPresent() && !printed ? Optional.of(List.of(meant.get(), drawn.get())) : Optional.empty();
  }

  private static Optional<Integer> lastBefore(List<List<Integer>> clauses, int s) {
    for (int n = s - 1; n >= 0; n--) {
      if (!clauses.get(n).isEmpty()) {
        return Optional.of(clauses.get(n).getLast());
      }
    }
    return Optional.empty();
  }
}
