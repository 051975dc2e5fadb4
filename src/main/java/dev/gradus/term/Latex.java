package dev.gradus.term;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A term as LaTeX in index notation with every sum explicit: the lowered claim that a report shows beside the source. */
public final class Latex {
  /** How tightly a piece binds; a looser one inside a tighter place gets parentheses. */
  private enum Binding {
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  private record Piece(String text, Binding binding) {
    String in(Binding place) {
      return binding.compareTo(place) < 0 ? "\\left(" + text + "\\right)" : text;
    }
  }

  private static final List<String> LETTERS = List.of("j", "k", "l", "m", "r", "s", "i", "q", "p", "t", "u", "v");

  private final Set<String> taken = new TreeSet<>();
  private final Map<Index.Bound, String> names = new LinkedHashMap<>();

  private Latex() {}

  /** In: a term. Out: LaTeX that reads back as the same term; bound indices get letters that nothing else in the term has. */
  public static String of(Term term) {
    Latex latex = new Latex();
    latex.takeNames(term);
    return latex.piece(term).text();
  }

  public static String of(Condition condition) {
    Latex latex = new Latex();
    latex.takeNames(new Term.Guard(condition, Rational.ONE));
    return latex.condition(condition);
  }

  private void takeNames(Term term) {
    Terms.visit(
        term,
        t -> {
          Terms.ownIndices(t).forEach(i -> {
            if (i instanceof Index.Free f) {
              taken.add(f.name());
            }
          });
          if (t instanceof Term.Entry e) {
            taken.add(e.family().name());
          }
        });
    Terms.ranges(term).forEach(r -> taken.add(r.name()));
  }

  private String index(Index index) {
    return switch (index) {
      case Index.Free f -> f.name();
      case Index.Literal l -> l.value() == Index.Literal.LAST ? l.range().name() : Integer.toString(l.value());
      case Index.Bound b -> names.computeIfAbsent(b, this::letter);
    };
  }

  private String letter(Index.Bound bound) {
    for (String letter : LETTERS) {
      if (taken.add(letter)) {
        return letter;
      }
    }
    return "i_{" + bound.number() + "}";
  }

  private Piece piece(Term term) {
    return switch (term) {
      case Rational r -> rational(r);
      case Term.Size s -> new Piece(size(s.range()), Binding.ATOM);
      case Term.Place p -> new Piece(index(p.index()), Binding.ATOM);
      case Term.Pi p -> new Piece("\\pi", Binding.ATOM);
      case Term.Entry e -> new Piece(subscripted(e.family().name(), e.indices()), Binding.ATOM);
      case Term.Delta d -> new Piece("\\delta_{" + index(d.left()) + separator(List.of(d.left(), d.right())) + index(d.right()) + "}", Binding.ATOM);
      case Term.Sum s -> sum(s.terms());
      case Term.Product p -> product(p.factors());
      case Term.Power p -> power(p);
      case Term.Apply a -> apply(a);
      case Term.Over o -> Greatest.of(o).map(this::greatest).orElseGet(() -> over(o));
      case Term.Guard g -> new Piece("[" + condition(g.condition()) + "]\\," + piece(g.body()).in(Binding.POWER), Binding.PRODUCT);
    };
  }

  private Piece greatest(Greatest g) {
    String letter = index(g.index());
    return new Piece("\\max_{" + letter + "} " + piece(g.body()).in(Binding.PRODUCT), Binding.PRODUCT);
  }

  private static String size(Range range) {
    return range.fixed().isPresent() ? Integer.toString(range.fixed().getAsInt()) : range.name();
  }

  private static Piece rational(Rational r) {
    String sign = r.signum() < 0 ? "-" : "";
    Rational a = r.abs();
    String text = a.isInteger() ? a.toString() : "\\frac{" + a.numerator() + "}{" + a.denominator() + "}";
    return new Piece(sign + text, r.signum() < 0 ? Binding.SUM : a.isInteger() ? Binding.ATOM : Binding.PRODUCT);
  }

  private String subscripted(String name, List<Index> indices) {
    return FamilyName.at(name, indices.stream().map(this::index).toList(), separator(indices));
  }

  /** Letters stand side by side; numbers and longer names are told apart by commas. */
  private String separator(List<Index> indices) {
    boolean letters = indices.stream().allMatch(i -> index(i).length() == 1 && Character.isLetter(index(i).charAt(0)));
    return letters ? "" : ",";
  }

  private Piece sum(List<Term> terms) {
    if (terms.isEmpty()) {
      return new Piece("0", Binding.ATOM);
    }
    StringBuilder text = new StringBuilder();
    for (Term t : terms) {
      Piece piece = piece(t);
      boolean nested = t instanceof Term.Sum;
      String one = nested ? "\\left(" + piece.text() + "\\right)" : piece.text();
      if (text.length() > 0) {
        text.append(one.startsWith("-") ? " " : " + ");
      }
      text.append(one);
    }
    return new Piece(text.toString(), Binding.SUM);
  }

  private Piece product(List<Term> factors) {
    List<Term> above = new ArrayList<>();
    List<Term> below = new ArrayList<>();
    boolean negative = false;
    for (Term t : factors) {
      if (t instanceof Term.Power p && p.exponent() < 0) {
        below.add(Terms.power(p.base(), -p.exponent()));
      } else if (above.isEmpty() && t.equals(Rational.MINUS_ONE) && !negative) {
        negative = true;
      } else {
        above.add(t);
      }
    }
    String text = times(above);
    if (!below.isEmpty()) {
      text = "\\frac{" + text + "}{" + times(below) + "}";
    }
    Binding binding = !below.isEmpty() || above.size() != 1 ? Binding.PRODUCT : piece(above.get(0)).binding();
    if (!negative) {
      return new Piece(text, above.isEmpty() && below.isEmpty() ? Binding.ATOM : binding);
    }
    return new Piece("-" + (binding == Binding.SUM ? "\\left(" + text + "\\right)" : text), Binding.SUM);
  }

  private String times(List<Term> factors) {
    if (factors.isEmpty()) {
      return "1";
    }
    if (factors.size() == 1) {
      return piece(factors.get(0)).text();
    }
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < factors.size(); k++) {
      // A sum over a range reaches to the end of the product, so only the last factor may be a bare one.
      boolean open = factors.get(k) instanceof Term.Over && k + 1 < factors.size();
      Piece piece = piece(factors.get(k));
      String one = open ? "\\left(" + piece.text() + "\\right)" : piece.in(Binding.PRODUCT);
      boolean digits = !one.isEmpty() && Character.isDigit(one.charAt(0)) && text.length() > 0;
      text.append(text.length() == 0 ? "" : digits ? " \\cdot " : " ").append(one);
    }
    return text.toString();
  }

  private Piece power(Term.Power power) {
    if (power.exponent() < 0) {
      Piece base = piece(Terms.power(power.base(), -power.exponent()));
      return new Piece("\\frac{1}{" + base.text() + "}", Binding.PRODUCT);
    }
    boolean scripted = power.base() instanceof Term.Apply || power.base() instanceof Term.Power || power.base() instanceof Term.Over;
    Piece base = piece(power.base());
    String text = scripted ? "\\left(" + base.text() + "\\right)" : base.in(Binding.ATOM);
    return new Piece(text + "^{" + power.exponent() + "}", Binding.POWER);
  }

  private Piece apply(Term.Apply apply) {
    String argument = piece(apply.argument()).text();
    return switch (apply.function()) {
      case Function.Elementary e ->
          switch (e) {
            case EXP -> new Piece("e^{" + argument + "}", Binding.POWER);
            case LOG -> new Piece("\\ln\\left(" + argument + "\\right)", Binding.POWER);
            case STEP -> new Piece("[" + argument + " > 0]", Binding.ATOM);
            case SQRT -> new Piece("\\sqrt{" + argument + "}", Binding.ATOM);
            case SIN -> new Piece("\\sin\\left(" + argument + "\\right)", Binding.POWER);
            case COS -> new Piece("\\cos\\left(" + argument + "\\right)", Binding.POWER);
          };
      case Function.Opaque f when f.name().equals("!") -> new Piece(piece(apply.argument()).in(Binding.ATOM) + "!", Binding.POWER);
      case Function.Opaque f -> new Piece(f.name() + "'".repeat(f.order()) + "\\left(" + argument + "\\right)", Binding.POWER);
      case Function.Limit l -> Terms.isInfinity(apply) ? new Piece("\\infty", Binding.ATOM) : limit(l, apply.argument());
    };
  }

  private Piece limit(Function.Limit limit, Term body) {
    String at = limit.at().toString();
    String to =
        switch (limit.toward()) {
          case INFINITY -> "\\infty";
          case MINUS_INFINITY -> "-\\infty";
          case BOTH, EITHER -> at;
          case ABOVE -> at + "^+";
          case BELOW -> at + "^-";
        };
    return new Piece("\\lim_{" + limit.variable().name() + " \\to " + to + "} " + piece(body).in(Binding.PRODUCT), Binding.PRODUCT);
  }

  private Piece over(Term.Over over) {
    String letter = index(over.index());
    String body = piece(over.body()).in(Binding.PRODUCT);
    return new Piece("\\sum_{" + letter + "=1}^{" + size(over.index().range()) + "} " + body, Binding.PRODUCT);
  }

  private String condition(Condition condition) {
    return switch (condition) {
      case Condition.Same c -> index(c.left()) + " = " + index(c.right());
      case Condition.Distinct c -> index(c.left()) + " \\neq " + index(c.right());
      case Condition.Before c -> index(c.left()) + " < " + index(c.right());
      case Condition.Positive c -> piece(c.term()).text() + " > 0";
      case Condition.NonNegative c -> piece(c.term()).text() + " \\geq 0";
      case Condition.Zero c -> piece(c.term()).text() + " = 0";
      case Condition.NonZero c -> piece(c.term()).text() + " \\neq 0";
    };
  }
}
