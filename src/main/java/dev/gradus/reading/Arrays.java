package dev.gradus.reading;

import dev.gradus.notation.Notation.Op;
import dev.gradus.term.Index;
import dev.gradus.term.Rational;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;

/** Sums and products of arrays: shapes decide what a product means; where they leave a choice it is a choice of the reading. */
final class Arrays {
  /** The choice between the products of two vectors that no sign parts: entry by entry, the number, the matrix. */
  static final String SIDE_BY_SIDE = "two vectors side by side";

  /** Marks a reading that takes two vectors side by side for their outer product although nothing turns the second one. */
  static final String UNTURNED = "an outer product without a transpose";

  private final Session session;

  Arrays(Session session) {
    this.session = session;
  }

  /** Entry by entry; a number spreads over an array (READING 29), a vector over the rows of a matrix. */
  Value combine(Value a, Value b, BinaryOperator<Term> f, String what) {
    if (a.isNumber()) {
      return session.now(b.with(f.apply(a.body(), b.body())));
    }
    if (b.isNumber()) {
      return session.now(a.with(f.apply(a.body(), b.body())));
    }
    if (a.rank() == b.rank()) {
      for (int k = 0; k < a.rank(); k++) {
        session.ranges.unify(a.range(k), b.range(k));
      }
      Value left = session.now(a);
      Value right = session.now(b);
      Value.Lay lay = left.lay() == Value.Lay.ANY ? right.lay() : left.lay();
      return new Value(left.slots(), f.apply(left.body(), right.at(left.slots())), lay);
    }
    if (a.rank() == 2 && b.rank() == 1) {
      return spread(a, b, f, false);
    }
    if (a.rank() == 1 && b.rank() == 2) {
      return spread(b, a, f, true);
    }
    throw Misfit.shape(what + " of arrays with " + a.rank() + " and " + b.rank() + " axes");
  }

  private Value spread(Value matrix, Value vector, BinaryOperator<Term> f, boolean swapped) {
    boolean columns = session.ranges.fits(matrix.range(1), vector.range(0));
    boolean rows = session.ranges.fits(matrix.range(0), vector.range(0));
    if (!columns && !rows) {
      throw Misfit.shape("a vector that fits neither rows nor columns of a matrix");
    }
    int axis = columns && rows ? 1 - session.choices.take("a vector spread over a matrix", 0, 1) : columns ? 1 : 0;
    session.ranges.unify(matrix.range(axis), vector.range(0));
    Value m = session.now(matrix);
    Term entry = session.now(vector).at(List.of(m.slots().get(axis)));
    return m.with(swapped ? f.apply(entry, m.body()) : f.apply(m.body(), entry));
  }

  Value add(Value a, Value b) {
    if (a.isNumber() && Session.constant(a.body()).filter(Rational::isZero).isPresent()) {
      return b;
    }
    if (a.isNumber() != b.isNumber()
        && (a.isNumber() ? a : b).body() instanceof Term.Entry e
        && e.indices().isEmpty()
        && !session.survey.trace(e.family().name(), session.part).scalarLike) {
      // a bare letter added to an array may well be an array itself
      session.used.add("guess");
    }
    Value array = session.now(a.isNumber() ? b : a);
    if (a.isNumber() != b.isNumber() && array.rank() == 2 && session.ranges.same(array.range(0), array.range(1)) && session.choices.take(Choices.SHIFT, 0, 0) == 1) {
      // A + lambda for A + lambda I (READING 29)
      Value number = a.isNumber() ? a : b;
      Value scaled = array.with(Terms.product(number.body(), new Term.Delta(array.slots().get(0), array.slots().get(1))));
      return combine(a.isNumber() ? scaled : array, b.isNumber() ? scaled : array, (x, y) -> Terms.sum(x, y), "a sum");
    }
    return combine(a, b, (x, y) -> Terms.sum(x, y), "a sum");
  }

  Value negate(Value a) {
    return a.with(Terms.negate(a.body()));
  }

  Value multiply(Op op, Value a, Value b) {
    if (a.isNumber() || b.isNumber()) {
      return combine(a, b, (x, y) -> Terms.product(x, y), "a product");
    }
    return switch (op) {
      case CIRC, ODOT -> combine(a, b, (x, y) -> Terms.product(x, y), "an elementwise product");
      case OTIMES -> outer(a, b);
      case SLASH -> throw Misfit.notBuilt("division by an array");
      case NONE, DOT, TIMES, STAR -> joined(op, a, b);
    };
  }

  private Value joined(Op op, Value a, Value b) {
    if (a.rank() == 1 && b.rank() == 1) {
      return vectors(op, a, b);
    }
    boolean fits = session.ranges.fits(a.range(a.rank() - 1), b.range(0));
    boolean marked = op == Op.DOT || op == Op.TIMES || op == Op.STAR;
    if (marked && canSpread(a, b)) {
      int how = fits ? session.choices.take("a product of arrays", 0, 2) : 1;
      if (how == 1) {
        session.used.add("elementwise");
        return combine(a, b, (x, y) -> Terms.product(x, y), "an elementwise product");
      }
    }
    return contract(a, b);
  }

  private boolean canSpread(Value a, Value b) {
    if (a.rank() == b.rank()) {
      for (int k = 0; k < a.rank(); k++) {
        if (!session.ranges.fits(a.range(k), b.range(k))) {
          return false;
        }
      }
      return true;
    }
    return Math.abs(a.rank() - b.rank()) == 1 && a.rank() <= 2 && b.rank() <= 2;
  }

  private Value vectors(Op op, Value a, Value b) {
    boolean fits = session.ranges.fits(a.range(0), b.range(0));
    boolean row = a.lay() == Value.Lay.ROW && b.lay() != Value.Lay.ROW;
    boolean column = b.lay() == Value.Lay.ROW && a.lay() != Value.Lay.ROW;
    boolean turned = a.lay() == Value.Lay.COLUMN && b.lay() == Value.Lay.ANY;
    if (op == Op.NONE) {
      if (row && fits) {
        return contract(a, b);
      }
      if (column) {
        return outer(a, b);
      }
      if (turned || !fits) {
        // a column beside a column: a transpose is missing
        session.used.add(UNTURNED);
        return outer(a, b);
      }
      // two columns or two rows side by side: no matrix product; people mean an elementwise product or forget a transpose
      return switch (session.choices.take(SIDE_BY_SIDE, 1, 1, 1)) {
        case 0 -> combine(a, b, (x, y) -> Terms.product(x, y), "a product");
        case 1 -> contract(a, b);
        default -> outer(a, b);
      };
    }
    if (row && fits) {
      return contract(a, b);
    }
    if (column || !fits) {
      if (!column) {
        session.used.add(UNTURNED);
      }
      return outer(a, b);
    }
    int dot = op == Op.DOT ? 0 : 1;
    return switch (session.choices.take("a product of two vectors", dot, 1 - dot, 2)) {
      case 0 -> contract(a, b);
      case 1 -> combine(a, b, (x, y) -> Terms.product(x, y), "an elementwise product");
      default -> outer(a, b);
    };
  }

  /** Sums over the last axis of the left and the first of the right. */
  Value contract(Value a, Value b) {
    session.ranges.unify(a.range(a.rank() - 1), b.range(0));
    Value left = session.fresh(a);
    Value right = session.fresh(b);
    Index.Bound over = session.binder(left.range(left.rank() - 1));
    List<Index> leftAt = new ArrayList<>(left.slots());
    leftAt.set(left.rank() - 1, over);
    List<Index> rightAt = new ArrayList<>(right.slots());
    rightAt.set(0, over);
    List<Index.Free> slots = new ArrayList<>(left.slots().subList(0, left.rank() - 1));
    slots.addAll(right.slots().subList(1, right.rank()));
    if (slots.size() > 4) {
      throw Misfit.notBuilt("an array with more than four axes");
    }
    Value.Lay lay =
        slots.size() != 1 ? Value.Lay.ANY : a.rank() >= 2 && b.rank() == 1 ? Value.Lay.COLUMN : Value.Lay.ROW;
    return new Value(slots, new Term.Over(over, Terms.product(left.at(leftAt), right.at(rightAt))), lay);
  }

  Value outer(Value a, Value b) {
    Value left = session.fresh(a);
    Value right = session.fresh(b);
    List<Index.Free> slots = new ArrayList<>(left.slots());
    slots.addAll(right.slots());
    if (slots.size() > 4) {
      throw Misfit.notBuilt("an array with more than four axes");
    }
    return new Value(slots, Terms.product(left.body(), right.body()), Value.Lay.ANY);
  }

  /** The sum of all entries. */
  Term total(Value a) {
    Value v = session.fresh(a);
    Term body = v.body();
    for (Index.Free s : v.slots()) {
      Index.Bound over = session.binder(s.range());
      body = new Term.Over(over, Terms.substitute(body, Collections.singletonMap(s, over)));
    }
    return body;
  }

  /** The inner product: the sum of the products of entries at the same place; of matrices Frobenius's. */
  Term inner(Value a, Value b) {
    if (a.rank() != b.rank()) {
      throw Misfit.shape("an inner product of arrays with " + a.rank() + " and " + b.rank() + " axes");
    }
    return total(combine(a, session.fresh(b), (x, y) -> Terms.product(x, y), "an inner product"));
  }

  /** diag of a vector as a matrix, of a matrix as the vector of its diagonal. */
  Value diagonal(Value a) {
    if (a.rank() == 1) {
      Value v = session.fresh(a);
      Index.Free other = session.slot(v.range(0));
      return new Value(
          List.of(v.slots().get(0), other),
          Terms.product(new Term.Delta(v.slots().get(0), other), v.body()),
          Value.Lay.ANY);
    }
    if (a.rank() == 2) {
      session.ranges.unify(a.range(0), a.range(1));
      Value v = session.fresh(a);
      Index.Free one = v.slots().get(0);
      return new Value(List.of(one), v.at(List.of(one, one)), Value.Lay.ANY);
    }
    throw Misfit.shape("diag of an array with " + a.rank() + " axes");
  }
}
