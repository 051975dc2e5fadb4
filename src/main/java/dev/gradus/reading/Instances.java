package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import dev.gradus.reading.Reader.Printed;
import java.util.List;
import java.util.Optional;

/** {@code s_0(x)} behind {@code s_\beta(x) = x \sigma(\beta x)}: a function of the family at a number, which is known already, so that an equation for it is a claim (READING 14). */
final class Instances {
  /** Letters that usually count members: one of them may be given by itself. */
  private static final List<String> COUNTING = List.of("c", "i", "j", "k", "l", "m", "n", "r", "s", "t", "K", "N");

  private Instances() {}

  /** In: an equation. Defines the function that it is for, where that is one of a family that is defined with a letter below it. */
  static void define(Printed p, List<Printed> printed, Survey survey, Names names) {
    Part part = p.statement().part();
    Optional<Head> head = PrintedHead.introduced(p.left(), part, survey, names).filter(h -> h.parameters().size() == 1 && h.letters().isEmpty() && names.definition(h.mention().key(), part).isEmpty());
    Optional<Notation> number = head.flatMap(_ -> number(p.left()));
    if (number.isEmpty()) {
      return;
    }
    String key = head.get().mention().key();
    String letter = key.substring(0, Math.max(0, key.indexOf("_{")));
    names.definitions().stream()
        .filter(d -> part.within(d.part()) && d.parameters().size() == 1 && d.letters().isEmpty() && d.key().startsWith(letter + "_{") && d.key().endsWith("}") && d.standing() == Definition.Standing.STATED && !limited(printed.get(d.statement()).statement()))
        .flatMap(d -> parameter(d, letter, survey).map(below -> new Definition(key, d.parameters(), d.letters(), Recursion.Put.in(d.body(), below.replaceFirst("^\\\\", ""), number.get()), Optional.empty(), part, d.statement(), Definition.Standing.STATED, d.open())).filter(d2 -> !Definitions.mentions(d2.body(), parameter(d, letter, survey).orElseThrow(), survey.mentions())).stream())
        .reduce((_, last) -> last)
        .ifPresent(names::define);
  }

  /** The letter below a family's name, where its equation holds it as a number: not below a name, nor under a sum. */
  private static Optional<String> parameter(Definition d, String letter, Survey survey) {
    String below = d.key().substring(letter.length() + 2, d.key().length() - 1);
    boolean number = !letter.isEmpty() && !COUNTING.contains(below) && !d.parameters().contains(below) && survey.mentions().printed(below).filter(Mention::bare).isPresent() && Definitions.mentions(d.body(), below, survey.mentions());
    return number && !Typeset.of(d.body()).replace(" ", "").matches("(?s).*_\\{?[^{}]*" + java.util.regex.Pattern.quote(below) + "(?![A-Za-z]).*") ? Optional.of(below) : Optional.empty();
  }

  /** Under conditions, which may leave the number out. */
  private static boolean limited(Statement s) {
    return !s.conditions().isEmpty() || !s.notes().maybe().isEmpty() || s.qualifier().isPresent();
  }

  /** The number below the name on a left side. */
  private static Optional<Notation> number(Notation n) {
    Notation name = n instanceof Notation.Juxtaposed j ? j.factors().getFirst().item() : n;
    return name instanceof Notation.Scripted s && s.sup().isEmpty() && s.primes() == 0 ? s.sub().filter(x -> x instanceof Notation.Numeral) : Optional.empty();
  }
}
