package dev.gradus.cas;

import dev.gradus.term.Function;
import dev.gradus.term.Index;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The names of one call: a fresh symbol of Symja for each part of a term that is handed over as it is. Its names ({@code v001}) are made here,
 * so that no letter of a document becomes the imaginary unit or the base of the logarithm.
 */
final class Symbols {
  private final Map<Term, ISymbol> byTerm = new LinkedHashMap<>();
  private final Map<ISymbol, Term> bySymbol = new LinkedHashMap<>();
  private final Map<ISymbol, Function.Opaque> functions = new LinkedHashMap<>();

  /** The symbol of a term; terms that differ only in the numbers of binders have the same. */
  ISymbol of(Term term) {
    Term key = canonical(term);
    ISymbol known = byTerm.get(key);
    if (known != null) {
      return known;
    }
    ISymbol fresh = F.Dummy(String.format(Locale.ROOT, "v%03d", byTerm.size() + 1));
    byTerm.put(key, fresh);
    bySymbol.put(fresh, key);
    return fresh;
  }

  /** The term a symbol stands for; empty for a symbol that was not made here. */
  Optional<Term> term(IExpr symbol) {
    return symbol instanceof ISymbol s ? Optional.ofNullable(bySymbol.get(s)) : Optional.empty();
  }

  /** The head of an unknown function, whatever its order. */
  ISymbol function(Function.Opaque function) {
    Function.Opaque key = new Function.Opaque(function.name(), 0, function.kind());
    for (Map.Entry<ISymbol, Function.Opaque> known : functions.entrySet()) {
      if (known.getValue().equals(key)) {
        return known.getKey();
      }
    }
    ISymbol fresh = F.Dummy(String.format(Locale.ROOT, "f%03d", functions.size() + 1));
    functions.put(fresh, key);
    return fresh;
  }

  /** The function (of order 0) a head stands for. */
  Optional<Function.Opaque> function(IExpr head) {
    return head instanceof ISymbol s ? Optional.ofNullable(functions.get(s)) : Optional.empty();
  }

  /** The symbols that stand for terms, in the order in which they were made. */
  List<ISymbol> symbols() {
    return List.copyOf(bySymbol.keySet());
  }

  int count() {
    return byTerm.size();
  }

  /**
   * The term with its binders numbered in order, above those of outer binders that are open in it: by way of numbers that occur nowhere, so that none
   * is captured.
   */
  static Term canonical(Term term) {
    int[] open = {0};
    Set<Index> binders = new LinkedHashSet<>();
    Terms.visit(
        term,
        t -> {
          if (t instanceof Term.Over o) {
            binders.add(o.index());
          }
        });
    Terms.visit(
        term,
        t ->
            Terms.ownIndices(t).stream()
                .filter(i -> i instanceof Index.Bound && !binders.contains(i))
                .forEach(i -> open[0] = Math.max(open[0], ((Index.Bound) i).number())));
    return Terms.freshBound(Terms.freshBound(term, Terms.greatestBound(term) + Caps.MOST_WALKED), open[0]);
  }
}
