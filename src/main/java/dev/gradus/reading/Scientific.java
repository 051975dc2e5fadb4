package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as programs print them: {@code 1e-3} is 0.001, where the e follows a 1 or a decimal and all stands without a space; behind another whole number the e may be Euler's.
 */
final class Scientific {
  /** More digits are not written out. */
  private static final int MOST = 20;

  /** A number, e and digits that {@link #joined} does not join: 2e-3, 1e10, 2.5e3, 1e{-3} and 1\\mathrm{e}{-3}; behind an upright e the digits may be lost in words. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?<![\\w.}\\\\^])(?!1e-|[0-9]+\\.[0-9]+e-)[0-9]+(\\.[0-9]+)?e[-+]?[0-9]+(?![\\w.])"
              + "|(?<![\\w.}\\\\^])[0-9]+(\\.[0-9]+)?e\\{[-+]?[0-9]+\\}"
              + "|[0-9](\\\\[,!])?\\\\(mathrm|text|textrm|operatorname)\\{[eE][-+]?\\}(\\{[-+]?\\}|\\\\text\\{[-+]\\}|[-+])?(\\{?[-+]?[0-9]|$)");

  private Scientific() {}

  /** Whether a printed formula holds a number of which it is not sure how it is meant. */
  static boolean open(String text) {
    return OPEN.matcher(text).find();
  }

  /** In: a notation as printed. Out: the same with each such number as a decimal. */
  static Notation resolved(Notation n) {
    List<Notation> children = Notations.children(n);
    List<Notation> parts = children.stream().map(Scientific::resolved).toList();
    Notation inner = parts.equals(children) ? n : Templates.with(n, parts).orElse(n);
    return inner instanceof Notation.Summed s ? sum(s) : inner;
  }

  private static Notation sum(Notation.Summed s) {
    List<Signed> items = new ArrayList<>();
    for (int k = 0; k < s.items().size(); k++) {
      Optional<Notation> joined = k + 1 < s.items().size() && s.items().get(k + 1).sign() == Sign.MINUS ? joined(s.items().get(k).item(), s.items().get(k + 1).item()) : Optional.empty();
      items.add(joined.map(j -> new Signed(s.items().get(items.size()).sign(), j)).orElse(s.items().get(k)));
      if (joined.isPresent()) {
        List<Signed> rest = new ArrayList<>(items);
        rest.addAll(s.items().subList(k + 2, s.items().size()));
        return rest.size() == 1 && rest.getFirst().sign() == Sign.PLUS ? rest.getFirst().item() : sum(new Notation.Summed(s.span(), rest));
      }
    }
    return s;
  }

  /** 1e and 3 x, the sign between: 0.001 x. */
  private static Optional<Notation> joined(Notation first, Notation second) {
    List<Factor> before = first instanceof Notation.Juxtaposed j ? j.factors() : List.of();
    List<Factor> behind = second instanceof Notation.Juxtaposed j ? j.factors() : List.of(new Factor(Op.NONE, second));
    int last = before.size() - 1;
    if (last < 1 || !(before.get(last).item() instanceof Notation.Symbol e) || !e.name().equals("e") || !(before.get(last - 1).item() instanceof Notation.Numeral m) || !(behind.getFirst().item() instanceof Notation.Numeral x)) {
      return Optional.empty();
    }
    boolean close = m.span().end() == e.span().start() && e.span().end() + 1 == x.span().start() && before.get(last).op() == Op.NONE;
    boolean known = m.digits().equals("1") || m.digits().contains(".");
    boolean small = x.digits().length() <= 2 && x.digits().chars().allMatch(Character::isDigit) && Integer.parseInt(x.digits()) <= MOST;
    if (!close || !known || !small) {
      return Optional.empty();
    }
    List<Factor> all = new ArrayList<>(before.subList(0, last - 1));
    all.add(new Factor(before.get(last - 1).op(), new Notation.Numeral(m.span(), decimal(m.digits(), Integer.parseInt(x.digits())))));
    all.addAll(behind.subList(1, behind.size()));
    return Optional.of(all.size() == 1 ? all.getFirst().item() : new Notation.Juxtaposed(first.span(), all));
  }

  /** The digits with the point moved to the left. */
  private static String decimal(String digits, int places) {
    return new java.math.BigDecimal(digits).movePointLeft(places).toPlainString();
  }
}
