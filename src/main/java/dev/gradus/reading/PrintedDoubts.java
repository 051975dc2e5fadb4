package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.proof.kernel.Fact;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Doubts about single signs of a claim: a 1 behind an array, the letter above a name, an index that is a number, a covariance. */
final class PrintedDoubts {
  private PrintedDoubts() {}

  /** J1: a number is written in front of a factor, so behind one it may be a vector. */
  static boolean trailingOne(Notation n) {
    boolean here =
        n instanceof Notation.Juxtaposed j
            && j.factors().size() > 1
            && j.factors().getLast().op() == Notation.Op.NONE
            && Conditions.isNumeral(j.factors().getLast().item(), "1")
            && !(j.factors().get(j.factors().size() - 2).item() instanceof Notation.Numeral);
    return here || Notations.children(n).stream().anyMatch(PrintedDoubts::trailingOne);
  }

  /** {@code \\underbrace{A^TA}_{=I}}, {@code \\overbrace{a+b}^{1}}: the brace says what value its part has (READING 6). */
  static boolean bracesState(String text) {
    for (int i = text.indexOf("brace{"); i >= 0; i = text.indexOf("brace{", i + 1)) {
      boolean braced = text.startsWith("\\under", i - 6) || text.startsWith("\\over", i - 5);
      int behind = braced ? Sides.close(text, i + 5) + 1 : text.length();
      boolean script = behind + 1 < text.length() && (text.charAt(behind) == '_' || text.charAt(behind) == '^');
      if (script) {
        String label = text.charAt(behind + 1) == '{' ? text.substring(behind + 2, Math.max(behind + 2, Sides.close(text, behind + 1))) : text.substring(behind + 1, behind + 2);
        if (STATES.matcher(label).find()) {
          return true;
        }
      }
    }
    return false;
  }

  private static final java.util.regex.Pattern STATES = java.util.regex.Pattern.compile("[=<>≤≥≈]|\\\\(le|ge|leq|geq|approx|equiv|to)\\b|^\\s*(-?[0-9.]+|I|\\\\mathbf\\{?[I01]\\}?)\\s*$");

  /** Whether an index is used as a number. */
  static boolean counts(Term side) {
    boolean[] found = {false};
    Terms.visit(side, t -> found[0] |= t instanceof Term.Place);
    return found[0];
  }

  /** w^t beside g^t, w^{t+1}: several names with such a script, the number of a step as often as a power. */
  static void steps(Notation n, Mentions mentions, Set<String> found) {
    Optional<Mention> m = mentions.of(n);
    boolean step =
        m.flatMap(Mention::exponent)
            .map(e -> e instanceof Notation.Summed sum ? sum.items().get(0).item() : e)
            .filter(e -> e instanceof Notation.Symbol s && STEP_LETTERS.contains(s.name()))
            .isPresent();
    m.filter(x -> step && !x.key().equals("e")).ifPresent(x -> found.add(x.key()));
    Notations.children(n).forEach(c -> steps(c, mentions, found));
  }

  /** \beta^{t-i}: the difference of two letters is no number of a step, so the name is raised to powers. */
  static void powers(Notation n, Mentions mentions, Set<String> found) {
    mentions.of(n).filter(m -> m.exponent().filter(e -> e instanceof Notation.Summed sum && sum.items().stream().filter(i -> i.item() instanceof Notation.Symbol).count() > 1).isPresent()).ifPresent(m -> found.add(m.key()));
    Notations.children(n).forEach(c -> powers(c, mentions, found));
  }

  /** e^o where an equation for it was left open: the error at the output o as often as the exponential of it. */
  static boolean openExponential(Notation n, Collection<Outcome> outcomes, Mentions mentions) {
    Optional<String> letter = mentions.of(n).filter(m -> m.key().equals("e")).flatMap(Mention::exponent).filter(x -> x instanceof Notation.Symbol).flatMap(Mentions::baseName);
    boolean here = letter.isPresent() && outcomes.stream().anyMatch(o -> !o.proved() && o.statement().left().text().replaceAll("[\\s{}]", "").equals("e^" + letter.get()));
    return here || Notations.children(n).stream().anyMatch(c -> openExponential(c, outcomes, mentions));
  }

  private static final java.util.regex.Pattern RAISED = java.util.regex.Pattern.compile("(\\\\?[A-Za-z]{1,9})\\s?\\^\\s?\\{?\\s?([tklL])(?![A-Za-z])");

  /** Whether the statements before put the letter that stands above a name here above other names too, a^L beside z^L: a number of layers or steps. */
  static boolean raisedElsewhere(Reader.Printed p, Collection<Outcome> outcomes) {
    Set<String> here = new java.util.TreeSet<>();
    RAISED.matcher(p.statement().left().text() + " " + p.statement().right().text()).results().forEach(m -> here.add(m.group(2)));
    Set<String> bases = new java.util.TreeSet<>();
    for (Outcome o : outcomes) {
      RAISED.matcher(o.statement().left().text() + " " + o.statement().right().text()).results().filter(m -> here.contains(m.group(2)) && !m.group(1).equals("e")).forEach(m -> bases.add(m.group(1) + "^" + m.group(2)));
    }
    return here.stream().anyMatch(l -> bases.stream().filter(b -> b.endsWith("^" + l)).count() > 1);
  }

  private static final List<String> STEP_LETTERS = List.of("t", "k", "l", "L", "tau");

  /** A covariance is symmetric also where the text does not say so. */
  static boolean unsaidSymmetry(Attempt.Read r) {
    return Terms.families(r.claim().left(), r.claim().right()).stream()
        .anyMatch(f -> f.axes().size() == 2 && f.name().contains("\\Sigma") && r.claim().assumptions().stream().noneMatch(a -> a.fact() instanceof Fact.Symmetric s && f.name().contains(s.family().name())));
  }

  /** FL = ..: capitals alone on a side, of which none is ever defined, nor stands on the other side, may be an abbreviation. */
  static Optional<String> spelled(Notation side, Notation other, Part part, Names names, Mentions mentions) {
    boolean capitals =
        side instanceof Notation.Juxtaposed j
            && j.factors().stream().allMatch(f -> f.op() == Notation.Op.NONE && f.item() instanceof Notation.Symbol x && Survey.upper(x.name()) && names.quantity(x.name()).filter(Names.Quantity::declared).isEmpty() && names.definition(x.name(), part).isEmpty() && !Definitions.mentions(other, x.name(), mentions));
    return capitals ? Optional.of(dev.gradus.notation.Typeset.of(side)) : Optional.empty();
  }

  /** {@code \sum_k (\mu_k - \mu)}: a letter alone beside an element of its own that a sum runs over is another number, which nothing gives. */
  static Optional<String> beside(Notation left, Notation right, Mentions mentions) {
    return beside(left, false, mentions).or(() -> beside(right, false, mentions));
  }

  private static Optional<String> beside(Notation n, boolean summed, Mentions mentions) {
    if (summed && n instanceof Notation.Summed s) {
      Set<String> alone = new TreeSet<>();
      Set<String> elements = new TreeSet<>();
      s.items().forEach(i -> mentions.of(i.item()).filter(Mention::plain).ifPresent(m -> (m.indices().isEmpty() ? alone : elements).add(m.key())));
      Optional<String> both = alone.stream().filter(elements::contains).findFirst();
      if (both.isPresent()) {
        return both;
      }
    }
    boolean within = summed || n instanceof Notation.BigOperator;
    return Notations.children(n).stream().flatMap(c -> beside(c, within, mentions).stream()).findFirst();
  }

  /** Whether one side of a claim writes a function without its argument, and the other one does not: which argument is meant it does not say. */
  static boolean unsaidArgument(Attempt.Read r) {
    return Stream.concat(Stream.of(Functions.BARE), r.used().stream().filter(u -> u.startsWith(Functions.UNSAID)).map(u -> u.substring(Functions.UNSAID.length())))
        .anyMatch(letter -> holds(r.claim().left(), letter) != holds(r.claim().right(), letter));
  }

  private static boolean holds(Term side, String letter) {
    return Terms.families(side).stream().anyMatch(f -> f.name().equals(letter));
  }
}
