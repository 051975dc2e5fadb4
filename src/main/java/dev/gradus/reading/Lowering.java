package dev.gradus.reading;

import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two sides that have their meaning in, one claim about their entries out. */
final class Lowering {
  private static final List<String> LETTERS = List.of("i", "j", "k", "l", "a", "b", "c", "p", "q", "r");

  private final Session session;
  private final Elaborator elaborator;

  Lowering(Elaborator elaborator) {
    this.elaborator = elaborator;
    this.session = elaborator.session;
  }

  /** Whether a relation says that its sides are equal. */
  static boolean isEquation(Statement s) {
    return order(s.sign().sign()).filter(o -> o == Claim.Order.EQUAL).isPresent();
  }

  static Optional<Claim.Order> order(RelationSign sign) {
    return Optional.ofNullable(
        switch (sign) {
          case EQUAL, IDENTICAL, ASKED, DEFINED_AS -> Claim.Order.EQUAL;
          case NOT_EQUAL -> Claim.Order.NOT_EQUAL;
          case LESS -> Claim.Order.LESS;
          case LESS_OR_EQUAL -> Claim.Order.LESS_OR_EQUAL;
          case GREATER -> Claim.Order.GREATER;
          case GREATER_OR_EQUAL -> Claim.Order.GREATER_OR_EQUAL;
          case APPROXIMATE, PROPORTIONAL, MUCH_LESS, MUCH_GREATER, TENDS_TO -> null;
          case MATRIX_GREATER_OR_EQUAL -> Claim.Order.GREATER_OR_EQUAL;
          case MATRIX_LESS_OR_EQUAL -> Claim.Order.LESS_OR_EQUAL;
          case MATRIX_GREATER, MATRIX_LESS -> null;
        });
  }

  /**
   * The sides entry by entry, definitions unfolded to the leaves.
   *
   * @param slots for the entries of arrays, in the order of their axes
   * @param kept the same with the quantities that are differentiated by not unfolded, where that differs
   */
  record Sides(Term left, Term right, List<Index.Free> slots, Optional<Sides> kept) {
    Sides {
      slots = List.copyOf(slots);
    }
  }

  Sides align(Value left, Value right, boolean wholeDerivative) {
    Value a = left;
    Value b = right;
    if (a.rank() == 2 && b.rank() == 1 && diagonalMeant(a, b)) {
      b = elaborator.arrays.diagonal(b);
    } else if (b.rank() == 2 && a.rank() == 1 && diagonalMeant(b, a)) {
      a = elaborator.arrays.diagonal(a);
    }
    if (a.rank() != b.rank()) {
      boolean zero = isZero(a) || isZero(b);
      if ((a.isNumber() || b.isNumber()) && (zero || session.choices.take("a number for an array of equal entries", 2) == 0)) {
        Value array = a.isNumber() ? b : a;
        Value number = a.isNumber() ? a : b;
        if (Terms.families(number.body()).stream().anyMatch(Family::isScalar) || unsettled(array.body())) {
          // a letter that is set equal to an array may well be one, and the letter of an array may be used for a number too (n = \sum_k n_k)
          session.used.add("guess");
        }
        Value spread = new Value(array.slots(), number.body(), array.lay());
        a = a.isNumber() ? spread : a;
        b = b.isNumber() ? spread : b;
      } else {
        throw Misfit.shape("the left side has " + a.rank() + " axes, the right side " + b.rank());
      }
    }
    if (wholeDerivative && a.rank() == 2 && b.rank() == 2 && session.choices.take("transposed", 0, 3) == 1) {
      // a whole derivative that fits only transposed is a note (READING 28)
      session.used.add("transposed");
      b = b.transposed();
    }
    for (int k = 0; k < a.rank(); k++) {
      session.ranges.unify(a.range(k), b.range(k));
    }
    Value x = session.now(a);
    Value y = session.fresh(b);
    Term entry = y.at(x.slots());
    Optional<Sides> kept =
        session.targets.isEmpty()
            ? Optional.empty()
            : Optional.of(new Sides(session.unfold(x.body(), session.targets), session.unfold(entry, session.targets), x.slots(), Optional.empty()));
    return new Sides(session.unfold(x.body(), Collections.emptySet()), session.unfold(entry, Collections.emptySet()), x.slots(), kept);
  }

  /** A letter alone that nothing defines nor declares. */
  private boolean unsettled(Term term) {
    return term instanceof Term.Entry e
        && session.names.definition(e.family().name(), session.part).isEmpty()
        && session.names.quantity(e.family().name()).filter(Names.Quantity::declared).isEmpty();
  }

  static boolean isOfMatrices(RelationSign sign) {
    return sign == RelationSign.MATRIX_GREATER_OR_EQUAL || sign == RelationSign.MATRIX_LESS_OR_EQUAL;
  }

  /** What an order of matrices compares: z^T A z and z^T B z for every z (READING 12). */
  Value form(Value v, Family z) {
    if (v.rank() != 2) {
      return v;
    }
    Value whole = session.whole(z, Value.Lay.ANY);
    return elaborator.arrays.contract(session.fresh(whole), elaborator.arrays.contract(v, session.fresh(whole)));
  }

  /** A vector nobody names, with as many entries as a matrix has rows and columns. */
  Optional<Family> probe(Value left, Value right) {
    boolean fit = Stream.of(left, right).allMatch(v -> v.rank() == 2 || isZero(v));
    if (!fit) {
      throw Misfit.notBuilt("an order of arrays that are no matrices");
    }
    Optional<Value> matrix = left.rank() == 2 ? Optional.of(left) : right.rank() == 2 ? Optional.of(right) : Optional.empty();
    matrix.ifPresent(m -> session.ranges.unify(m.range(0), m.range(1)));
    return matrix.map(m -> Family.variable("\\zeta", session.ranges.now(m.range(0))));
  }

  /** The elementwise meaning of a printed vector where a diagonal matrix is meant (CONTRACT, conventions). */
  private boolean diagonalMeant(Value matrix, Value vector) {
    if (!session.ranges.same(matrix.range(0), matrix.range(1)) || !session.ranges.fits(matrix.range(0), vector.range(0))) {
      return false;
    }
    session.used.add("diagonal");
    return true;
  }

  private static boolean isZero(Value v) {
    return v.isNumber() && Session.constant(v.body()).filter(r -> r.isZero()).isPresent();
  }

  /**
   * What surrounds the sides.
   *
   * @param assumptions relations in force
   * @param words what words say of names
   * @param explicit keys of names that the text ranges over explicitly
   * @param hotLetters letters for the hot class of a target
   * @param context expressions of the scope whose domain a refuting point lies in
   */
  record Frame(Claim.Order order, List<Assumption> assumptions, List<WordFact> words, Set<String> explicit, Set<String> hotLetters, List<Term> context) {
    Frame ofEquation() {
      return new Frame(Claim.Order.EQUAL, assumptions, words, explicit, hotLetters, context);
    }

    /** The same without customary ranges of some letters. */
    Frame without(Set<String> letters) {
      List<WordFact> said = new ArrayList<>(words);
      said.add(new WordFact(WordFact.Kind.SCALAR, List.copyOf(letters), Optional.empty(), 0, ""));
      return letters.isEmpty() ? this : new Frame(order, assumptions, said, explicit, hotLetters, context);
    }

    Frame with(List<Assumption> more, List<WordFact> moreWords) {
      List<Assumption> all = new ArrayList<>(assumptions);
      all.addAll(more);
      List<WordFact> said = new ArrayList<>(words);
      said.addAll(moreWords);
      return new Frame(order, all, said, explicit, hotLetters, context);
    }
  }

  /** The claim under the names that reports show. */
  Claim claim(Sides sides, Frame frame, Conventions conventions) {
    return claim(sides, frame, conventions, Scope.of(session));
  }

  /** The same with the conventions of a scope. */
  Claim claim(Sides sides, Frame frame, Conventions conventions, Scope here) {
    Term left = session.ranges.resolve(sides.left());
    Term right = session.ranges.resolve(sides.right());
    Map<Index, Index> shown = names(sides, left, right);
    left = Terms.substitute(left, shown);
    right = Terms.substitute(right, shown);
    for (Index i : Terms.openIndices(left, right)) {
      if (i instanceof Index.Free f && f.name().equals(f.range().name())) {
        throw new Misfit(new ReadingReason.Open("is " + f.name() + " the last element or any?", "symbol.undefined"));
      }
    }
    if (DataSums.tangled(left, right, session.survey::isBound, session.used)) {
      throw Misfit.notBuilt("a sum over data beside what varies with them");
    }
    Set<Family> families = Terms.families(left, right);
    List<Assumption> assumptions = new ArrayList<>(Inversion.assumptions(families, session));
    for (Assumption a : assumptions) {
      ClaimParts.terms(a.fact()).forEach(t -> families.addAll(Terms.families(t)));
    }
    Set<String> stated = new LinkedHashSet<>();
    Set<Family> explicit = new LinkedHashSet<>();
    for (Assumption a : related(frame, shown, families, left, right)) {
      assumptions.add(a);
      ClaimParts.family(a.fact()).forEach(f -> stated.add(f.name()));
      for (Term t : ClaimParts.terms(a.fact())) {
        Terms.families(t).stream().filter(f -> !here.possible() || says(a.fact(), f)).forEach(f -> stated.add(f.name()));
        if (a.fact() instanceof Fact.Holds) {
          explicit.addAll(Terms.families(t));
        }
      }
    }
    // an inverse that only a hypothesis mentions is one too
    Set<Family> supposed = new LinkedHashSet<>(families);
    assumptions.forEach(a -> supposed.addAll(ClaimParts.families(a.fact())));
    Inversion.assumptions(supposed, session).stream().filter(a -> assumptions.stream().noneMatch(b -> b.fact().equals(a.fact()))).forEach(assumptions::add);
    // what is said of a letter that only a hypothesis mentions restricts that hypothesis
    Set<Family> concerned = new LinkedHashSet<>(families);
    assumptions.forEach(a -> concerned.addAll(ClaimParts.families(a.fact())));
    for (Family f : concerned) {
      if (frame.explicit().contains(f.name())) {
        explicit.add(f);
      }
      for (WordFact w : frame.words()) {
        boolean target = w.kind() == WordFact.Kind.ONE_HOT && w.names().isEmpty() && OneHot.TARGETS.contains(f.name());
        if (namesOf(w).contains(f.name()) || (target && !families.contains(f))) {
          (families.contains(f) ? Said.of(w, f) : Said.inHypothesis(w, f)).forEach(fact -> {
            assumptions.add(Assumption.stated(fact, Said.text(w, f), w.offset()));
            stated.add(f.name());
          });
          if (Said.restricts(w)) {
            explicit.add(f);
          }
        }
      }
    }
    // where the text says what a letter ranges over, no customary range is added (READING 3, 4)
    explicit.forEach(f -> stated.add(f.name()));
    frame.words().stream().filter(w -> w.kind() == WordFact.Kind.SCALAR).forEach(w -> stated.addAll(namesOf(w)));
    assumptions.addAll(conventions.of(concerned, stated, here));
    List<Term> near = new ArrayList<>();
    for (Term t : frame.context()) {
      // a letter of another shape is another quantity
      Set<Family> seen = new LinkedHashSet<>(families);
      near.forEach(n -> seen.addAll(Terms.families(n)));
      boolean other = Terms.families(t).stream().anyMatch(f -> !seen.contains(f) && seen.stream().anyMatch(g -> g.name().equals(f.name())));
      if (!other && Terms.families(t).stream().anyMatch(families::contains) && Terms.families(t).stream().noneMatch(explicit::contains)) {
        near.add(t);
      }
    }
    return new Claim(left, frame.order(), right, assumptions, List.copyOf(explicit), near);
  }

  /** Whether a fact may say what values a family has: an order, its own equation, but not one that ties it to others. */
  private static boolean says(Fact fact, Family f) {
    boolean alone = fact instanceof Fact.Equation e && Stream.of(e.left(), e.right()).anyMatch(t -> t instanceof Term.Entry y && y.family().equals(f));
    return !(fact instanceof Fact.Equation e) || alone || Terms.families(e.left(), e.right()).stream().allMatch(f::equals);
  }

  /** Something words say of a name of the claim that no assumption can express: then nothing is refuted. */
  Optional<String> unsaid(Claim claim, List<WordFact> words) {
    List<Family> families = ClaimParts.families(claim);
    for (WordFact w : words) {
      if (untied(w) || (FactKinds.ofAll(w) && families.stream().anyMatch(f -> !f.isScalar()))) {
        return Optional.of(w.phrase().strip());
      }
      for (Family f : families) {
        if (namesOf(w).contains(f.name()) && !Said.expressed(w, f) && !generic(w, f, claim) && !inverted(w, f, claim)) {
          return Optional.of(w.phrase().strip());
        }
      }
    }
    return Optional.empty();
  }

  /** What is independent is in general position: sides that differ somewhere differ there too, unless a size is bounded by it or an order is sharp only elsewhere. */
  private static boolean generic(WordFact w, Family f, Claim claim) {
    return w.kind() == WordFact.Kind.INDEPENDENT && f.axes().size() < 2 && claim.order() == Claim.Order.EQUAL && !CaseSplit.stepped(claim.left()) && !CaseSplit.stepped(claim.right());
  }

  /** "X has full column rank" where the claim has the inverse of X, or of X^T X: then it is where it has a value. */
  private boolean inverted(WordFact w, Family f, Claim claim) {
    return w.kind() == WordFact.Kind.INVERTIBLE
        && session.names.inverses().stream()
            .filter(i -> claim.assumptions().stream().anyMatch(a -> a.origin() == Assumption.Origin.CONDITION && ClaimParts.terms(a.fact()).stream().anyMatch(t -> Terms.families(t).stream().anyMatch(g -> g.name().equals(i.family().name())))))
            .anyMatch(i -> ofMatrix(i.matrix().body(), f));
  }

  /** f_ab or sum_k f_ka f_kb. */
  private static boolean ofMatrix(Term t, Family f) {
    if (t instanceof Term.Over o && o.body() instanceof Term.Product p) {
      return p.factors().size() == 2 && p.factors().stream().allMatch(x -> x instanceof Term.Entry e && e.family().name().equals(f.name()) && e.indices().size() == 2 && e.indices().getFirst().equals(o.index()));
    }
    return t instanceof Term.Entry e && e.family().name().equals(f.name());
  }

  /** "u and v are independent", "constant": it matters where something is differentiated, unless what it names depends on nothing anyway (READING 7). */
  private boolean untied(WordFact w) {
    return (w.kind() == WordFact.Kind.INDEPENDENT || w.kind() == WordFact.Kind.CONSTANT)
        && session.used.contains("derivative")
        && (w.names().isEmpty() || namesOf(w).stream().anyMatch(n -> !session.fixed.contains(n) && !session.fixedPerhaps.contains(n) && session.names.definition(n, session.part).isPresent()));
  }

  private List<String> namesOf(WordFact w) {
    return w.names().stream().flatMap(n -> session.mentions().printed(n).map(Mention::key).stream()).toList();
  }

  /** The assumptions that concern the claim, under the names it shows: those on its letters, and those on letters of these. */
  private List<Assumption> related(Frame frame, Map<Index, Index> shown, Set<Family> own, Term left, Term right) {
    Set<String> letters = new LinkedHashSet<>();
    own.forEach(f -> letters.add(f.name()));
    Set<Index> open = Terms.openIndices(left, right);
    List<Assumption> left0 = new ArrayList<>();
    for (Assumption a : frame.assumptions()) {
      Fact shownFact = Said.map(a.fact(), t -> Terms.substitute(session.ranges.resolve(t), shown), c -> Terms.substitute(session.ranges.resolve(c), shown));
      left0.add(a.with(Said.ofAll(Said.whole(shownFact), open)));
    }
    left0.replaceAll(a -> Said.ofInterval(a, left0, open));
    Set<Range> ranges = Terms.ranges(left, right);
    List<Assumption> found = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Assumption a : left0) {
        if (!found.contains(a) && (concerns(a.fact(), letters, open, frame.hotLetters()) || sized(a.fact(), ranges))) {
          found.add(a);
          ClaimParts.terms(a.fact()).forEach(t -> Terms.families(t).forEach(f -> letters.add(f.name())));
          ClaimParts.family(a.fact()).forEach(f -> letters.add(f.name()));
          more = true;
        }
      }
    }
    return found;
  }

  /** A relation between numbers of elements: a point has to meet it, and some point must. */
  private static boolean sized(Fact fact, Set<Range> ranges) {
    return fact instanceof Fact.Holds && ClaimParts.terms(fact).stream().anyMatch(t -> Terms.families(t).isEmpty() && Terms.ranges(t).stream().anyMatch(ranges::contains));
  }

  private static boolean concerns(Fact fact, Set<String> letters, Set<Index> open, Set<String> hot) {
    boolean family = ClaimParts.family(fact).stream().anyMatch(f -> letters.contains(f.name()));
    if (family || ClaimParts.terms(fact).stream().anyMatch(t -> Terms.families(t).stream().anyMatch(f -> letters.contains(f.name())))) {
      return true;
    }
    return fact instanceof Fact.Holds h
        && !Terms.indices(h.condition()).isEmpty()
        && Terms.indices(h.condition()).stream().allMatch(i -> open.contains(i) || i instanceof Index.Literal || (i instanceof Index.Free f && hot.contains(f.name())));
  }

  /** What was differentiated, under the names of the claim; empty where it does not have them. */
  Optional<Differentiated> differentiated(Session.Formed formed, Sides sides) {
    Map<Index, Index> shown = names(sides, session.ranges.resolve(sides.left()), session.ranges.resolve(sides.right()));
    Term term = Terms.substitute(session.ranges.resolve(formed.term()), shown);
    Term by = Terms.substitute(session.ranges.resolve(formed.by()), shown);
    boolean named = List.of(term, by).stream().allMatch(t -> Terms.openIndices(t).stream().noneMatch(i -> i instanceof Index.Free f && Session.isSlot(f)));
    return named && by instanceof Term.Entry e ? Optional.of(new Differentiated(term, e)) : Optional.empty();
  }

  /** Slots get letters that nobody uses: in the order of the axes, so that the rows of a chain have the same ones. */
  private Map<Index, Index> names(Sides sides, Term left, Term right) {
    Set<Index> open = new LinkedHashSet<>();
    sides.slots().forEach(s -> Terms.openIndices(session.ranges.resolve(new Term.Place(session.ranges.now(s)))).forEach(open::add));
    open.addAll(Terms.openIndices(left));
    open.addAll(Terms.openIndices(right));
    Set<String> taken = new LinkedHashSet<>(session.elements.keySet());
    open.stream().filter(i -> i instanceof Index.Free f && !Session.isSlot(f)).forEach(i -> taken.add(((Index.Free) i).name()));
    Map<Index, Index> to = new LinkedHashMap<>();
    for (Index i : open) {
      if (i instanceof Index.Free f && Session.isSlot(f)) {
        String letter = LETTERS.stream().filter(l -> !taken.contains(l)).findFirst().orElse("i_{" + to.size() + "}");
        taken.add(letter);
        to.put(f, new Index.Free(letter, f.range()));
      }
    }
    return to;
  }

  /** Whether a relation says of a size how many: K = 2. */
  boolean ofSize(Notation left, RelationSign sign, Notation right) {
    Optional<Mention> m = session.mentions().of(left).filter(Mention::bare);
    boolean number = right instanceof Notation.Numeral d && d.digits().length() <= 4 && !d.digits().contains(".");
    return sign == RelationSign.EQUAL && number && m.filter(x -> session.ranges.namedBy(x.key()).isPresent()).isPresent();
  }

  /** The same with the sizes that conditions state: a printed array has them. */
  Lowering at(List<Attempts.InForce> conditions) {
    conditions.stream().filter(r -> !r.universal()).forEach(r -> fixesSize(r.left(), r.sign(), r.right()));
    return this;
  }

  /** K = 2 fixes a size. */
  boolean fixesSize(Notation left, RelationSign sign, Notation right) {
    boolean size = ofSize(left, sign, right);
    if (size) {
      session.ranges.fix(session.ranges.ofSize(session.mentions().of(left).orElseThrow().key()), Integer.parseInt(((Notation.Numeral) right).digits()));
    }
    return size;
  }
}
