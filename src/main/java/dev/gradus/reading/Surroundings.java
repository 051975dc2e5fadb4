package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Condition;
import dev.gradus.term.Family;
import dev.gradus.term.Function.Elementary;
import dev.gradus.term.Index;
import dev.gradus.term.Latex;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The relations in force around a claim as assumptions: conditions on elements, on numbers, equations (SOUNDNESS 22, 23). */
final class Surroundings {
  /** Before the text of a relation that was proved before: it holds anyway, so it tells nothing new of its letters. */
  static final String PROVED = "proved: ";

  /** Before the text of a relation that the step is drawn from. */
  static final String DRAWN = "drawn from: ";

  private final Elaborator elaborator;
  private final Lowering lowering;
  private final boolean perhaps;
  private final List<Assumption> assumptions = new ArrayList<>();
  private Optional<String> notRead = Optional.empty();
  private Optional<String> ofInfinity = Optional.empty();
  /** a number of elements of which it is not known what they are */
  private Optional<String> loose = Optional.empty();
  /** What sets are called, with the words that state them. */
  private final Map<String, String> sets = new TreeMap<>();

  /** @param perhaps the relations may or may not be in force: they fix no size, for nothing is proved with them */
  Surroundings(Elaborator elaborator, Lowering lowering, boolean perhaps) {
    this.perhaps = perhaps;
    this.elaborator = elaborator;
    this.lowering = lowering;
  }

  List<Assumption> assumptions() {
    return List.copyOf(assumptions);
  }

  /** e^{-\\infty} = 0: what is said of letters restricts nothing. */
  private boolean ofInfinityAlone(List<Notation> sides) {
    Set<String> names = new TreeSet<>();
    sides.forEach(n -> Definitions.collect(n, elaborator.session.mentions(), names));
    return names.remove("\\infty") && names.stream().allMatch("e"::equals);
  }

  /** The words of a relation that was not understood: then nothing is refuted (READING 6). A set that the claim does not name restricts nothing. */
  Optional<String> notRead(Claim claim) {
    Set<String> letters = new TreeSet<>(elaborator.session.used);
    Terms.families(claim.left(), claim.right()).forEach(f -> letters.add(f.name()));
    // a sum over a set has it for its range
    Terms.ranges(claim.left(), claim.right()).forEach(r -> letters.addAll(Sides.letters(r.name())));
    if (ofInfinityAlone(elaborator.session.sides)) {
      return ofInfinity;
    }
    return notRead.or(() -> sets.entrySet().stream().filter(s -> letters.contains(s.getKey())).map(Map.Entry::getValue).findFirst());
  }

  /** The words that give a number of elements of what they do not say. */
  Optional<String> loose() {
    return loose;
  }

  void add(Assumption assumption) {
    assumptions.add(assumption);
  }

  /** Where a function has a value at its argument (SOUNDNESS 6). */
  void defined(Condition c) {
    Condition own = Terms.mapTerm(elaborator.session.ranges.now(c), t -> elaborator.session.unfold(t, Collections.emptySet()));
    Fact holds = new Fact.Holds(own);
    if (assumptions.stream().noneMatch(a -> a.fact().equals(holds))) {
      add(Assumption.stated(holds, Latex.of(own)));
    }
  }

  /** What a step is drawn from: its own derivatives are of quantities that no equation ties. */
  private void premise(Attempts.InForce r) {
    Set<String> before = new LinkedHashSet<>(elaborator.session.used);
    elaborator.session.used.add(DRAWN + r.text());
    relation(r);
    elaborator.session.used.removeIf(u -> u.startsWith("derivative by ") && !before.contains(u));
  }

  void all(List<Attempts.InForce> relations) {
    relations.forEach(r -> {
      if (r.drawn()) {
        premise(r);
      } else {
        relation(r);
      }
    });
  }

  /** What may be a condition on a claim of these families. */
  void perhaps(Attempts.Subject subject, Set<Family> families) {
    all(subject.maybe());
    signs(subject.words(), families);
    signs(subject.maybeWords(), families);
  }

  /** The signs that words state of a number that is defined, where the definition names one of the families: its letters are such that it has that sign. */
  private void signs(List<WordFact> words, Set<Family> families) {
    for (WordFact w : words) {
      for (String name : Said.hasSign(w) ? w.names() : List.<String>of()) {
        Optional<Mention> m = elaborator.session.mentions().printed(name).filter(Mention::bare);
        if (m.filter(x -> elaborator.session.names.definition(x.key(), elaborator.session.part).filter(d -> !d.isFunction()).isPresent()).isPresent()) {
          Value value = elaborator.mention(m.get());
          Term term = value.isNumber() ? unfolded(value.body()) : Rational.ONE;
          if (Terms.families(term).stream().anyMatch(families::contains)) {
            Said.sign(w, term).forEach(c -> add(Assumption.stated(new Fact.Holds(c), w.phrase().strip(), w.offset())));
          }
        }
      }
    }
  }

  private void relation(Attempts.InForce r) {
    if (r.universal()) {
      // it holds for all values of a letter, not at the point alone
      unread(r);
      if (r.over().isEmpty() || r.sign() != RelationSign.EQUAL) {
        return;
      }
      // it holds at the point too; Universal looks whether anything meets it
      elaborator.session.used.add(Universal.note(r));
    }
    if (r.known()) {
      elaborator.session.used.add(PROVED + r.text());
    }
    try {
      if (perhaps && lowering.ofSize(r.left(), r.sign(), r.right())) {
        loose = r.known() ? loose : Optional.of(r.text());
        return;
      }
      if (lowering.fixesSize(r.left(), r.sign(), r.right())) {
        return;
      }
      boolean size =
          r.sign() == RelationSign.EQUAL
              && r.right() instanceof Notation.Numeral d
              && !d.digits().contains(".")
              && elaborator.session.mentions().of(r.left()).filter(m -> m.bare() && Doubts.COUNTS.contains(m.key())).isPresent();
      if (size) {
        // n = 2 where nothing is known to have n elements
        loose = Optional.of(r.text());
      }
      if (r.sign() == RelationSign.EQUAL && equation(r)) {
        return;
      }
      Condition c = elaborator.session.ranges.now(elaborator.comparison(r.left(), r.sign(), r.right()));
      add(Assumption.stated(new Fact.Holds(Rectified.simplified(Terms.mapTerm(c, this::unfolded))), r.text(), r.offset()));
    } catch (Misfit misfit) {
      Optional<String> set = r.sign() == RelationSign.EQUAL && braced(r.right()) ? elaborator.session.mentions().of(r.left()).filter(Mention::bare).map(Mention::key) : Optional.empty();
      set.ifPresentOrElse(name -> sets.put(name, r.text()), () -> unread(r));
    }
  }

  private Term unfolded(Term term) {
    return elaborator.session.unfold(term, Collections.emptySet());
  }

  /** {@code \{0, 1\}}, and {@code {0,1}} as it is often typed. */
  private static boolean braced(Notation n) {
    return n instanceof Notation.Listed || (n instanceof Notation.Bracketed b && (b.open().equals("{") || b.open().equals("\\{")));
  }

  /** What was proved before holds anyway; only its help is lost. */
  private void unread(Attempts.InForce r) {
    if (!r.known()) {
      notRead = Optional.of(r.text());
      ofInfinity = ofInfinityAlone(List.of(r.left(), r.right())) ? notRead : ofInfinity;
    }
  }

  /** A root that is a number c &ge; 0 has c^2 under it: {@code \|v\| = 1}; so has an absolute value. */
  private static Optional<Fact> squared(Term root, Term number, boolean every) {
    Optional<Rational> c = Session.constant(number).filter(x -> x.signum() >= 0);
    Optional<Term> square = root instanceof Term.Apply a && a.function() == Elementary.SQRT ? Optional.of(a.argument()) : Terms.insideAbs(root).map(u -> Terms.power(u, 2));
    return square.filter(s -> c.isPresent()).map(s -> new Fact.Equation(s, c.orElseThrow().times(c.orElseThrow()), every));
  }

  /** The matrix A of A = A^T. */
  private Optional<Family> symmetric(Value left, Value right) {
    if (left.rank() != 2 || right.rank() != 2) {
      return Optional.empty();
    }
    Lowering.Sides sides = lowering.align(left, right, false);
    boolean turned = sides.left() instanceof Term.Entry a && sides.right() instanceof Term.Entry b && a.family().equals(b.family()) && a.indices().equals(b.indices().reversed()) && a.family().kind() == Family.Kind.VARIABLE;
    return turned && sides.left() instanceof Term.Entry a ? Optional.of(a.family()) : Optional.empty();
  }

  /** An equation between numbers; between elements it is a condition on indices. */
  private boolean equation(Attempts.InForce r) {
    if (elaborator.isElement(r.left()) || elaborator.isElement(r.right())) {
      return false;
    }
    int shifts = elaborator.session.choices.count(Choices.SHIFT);
    Value left = elaborator.read(r.left());
    Value right = elaborator.read(r.right());
    if (r.known() && elaborator.session.choices.count(Choices.SHIFT) > shifts) {
      // it holds as it was read when it was proved, which may not be as it is read here
      return true;
    }
    Optional<Family> symmetric = symmetric(left, right);
    if (symmetric.isPresent()) {
      elaborator.session.used.add("equation on " + symmetric.get().name());
      add(Assumption.stated(new Fact.Symmetric(symmetric.get()), r.text(), r.offset()));
      return true;
    }
    if (left.rank() > 1 || right.rank() > 1) {
      throw Misfit.notBuilt("an equation between matrices as a hypothesis");
    }
    boolean vectors = !left.isNumber() || !right.isNumber();
    Lowering.Sides sides = lowering.align(left, right, false);
    if (sides.left() instanceof Term.Entry && sides.left().equals(sides.right())) {
      // z = [z_1, .., z_n] names the components of z
      return true;
    }
    Optional<Condition> off = vectors ? Optional.empty() : Rectified.off(unfolded(Terms.minus(sides.left(), sides.right())));
    if (off.isPresent()) {
      add(Assumption.stated(new Fact.Holds(off.get()), r.text(), r.offset()));
      return true;
    }
    for (Term side : List.of(sides.left(), sides.right())) {
      Terms.families(side).forEach(f -> elaborator.session.used.add("equation on " + f.name()));
    }
    // of vectors it is one for each entry (SOUNDNESS 1, 5)
    boolean every =
        vectors || (!r.some() && Terms.openIndices(sides.left(), sides.right()).stream().noneMatch(i -> i instanceof Index.Free f && elaborator.session.names.told().described().alone(f.name())));
    add(Assumption.stated(squared(sides.left(), sides.right(), every).or(() -> squared(sides.right(), sides.left(), every)).orElse(new Fact.Equation(sides.left(), sides.right(), every)), r.text(), r.offset()));
    return true;
  }
}
