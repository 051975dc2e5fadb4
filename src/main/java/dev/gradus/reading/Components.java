package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that are not fresh though they have no definition of their own: a component of a defined vector; a defined letter that is set equal to another one (READING 9, 14, 15). */
record Components(Names names, Survey survey) {
  private static final Pattern CONDITIONS =
      Pattern.compile(
          "\\b(?i:if|when|whenever|for|at|as|let|where|with|set|sets|setting|put|take|choose|suppose|supposing|assume|assuming|given|case|only|that|without|until|unless|once|because|since|equality|minimum|maximum|optimum|optimal"
              + "|solution|falls|wenn|für|bei|sei|si|cuando|para)\\b");

  /** The defined vector or matrix of which a head is a component, p of p_1, where the equation gives it a number: an array of that name is another one, of another layer. */
  Optional<String> ofWhole(Head head, Definitions.Result taken, Part part) {
    Optional<Mentions.Numbered> name = Mentions.numbered(head.mention().key()).filter(n -> head.parameters().isEmpty() && head.letters().isEmpty());
    if (!(taken instanceof Definitions.Result.Known known)) {
      return Optional.empty();
    }
    boolean number = known.names().definition(head.mention().key(), part).flatMap(Definition::value).filter(v -> v.rank() == 0).isPresent();
    return name.filter(n -> number).map(Mentions.Numbered::whole).filter(w -> names.definition(w, part).flatMap(Definition::value).filter(v -> v.rank() > 0).isPresent());
  }

  /** "By symmetry $q = p$" with q defined: no case and no setting, a second equation. */
  boolean identifies(Printed p) {
    Statement s = p.statement();
    boolean letters = Lowering.isEquation(s) && s.after().isEmpty() && survey.mentions().of(p.right()).filter(Mention::bare).isPresent();
    Optional<Mention> left = survey.mentions().of(p.left()).filter(m -> letters && m.bare());
    boolean plain = !CONDITIONS.matcher(s.opens()).find() && !s.opens().strip().endsWith("(") && !s.closes().strip().startsWith(":") && !s.notes().point();
    return plain && left.flatMap(m -> names.definition(m.key(), s.part())).filter(d -> s.part().within(d.part()) && !d.isFunction() && d.value().isPresent()).isPresent();
  }
}
