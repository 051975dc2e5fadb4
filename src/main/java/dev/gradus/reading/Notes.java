package dev.gradus.reading;

import dev.gradus.document.MathText;
import java.util.List;
import java.util.Optional;

/**
 * What else the text says of a statement.
 *
 * @param definedBelow statements of a where-clause behind it that belong to its line (READING 8): their definitions hold here already
 * @param explicitAll names that the text ranges over explicitly ("for all $x$", "for every real $x$", READING 4), as printed
 * @param facts what words say of names, alive where the statement stands
 * @param maybeFacts what words behind a later claim of the sentence say ("$A$, $B$ for positive $x$" and A): like {@code maybe}
 * @param maybe statements that may or may not be conditions here ("A = B, C = D for x > 0" and A = B): a refuting point has to meet them, no proof may
 *     use them. {@code Statement.qualifier} is set too; who honours {@code maybe} takes {@code unread} in its place
 * @param bracketed conditions in round brackets behind it, {@code (i\neq k)}, {@code (k=0,1,2)}: they are no statements. {@code Statement.qualifier} is set
 *     too, as for {@code maybe}
 * @param unread the qualifier that remains when {@code maybe} and {@code bracketed} are honoured
 * @param point it names a point or case and restricts nothing ("equality at x = 0", READING 3): in nobody's conditions
 * @param zeroed the words set the last side of this earlier statement to zero without printing it ("setting it to zero"); this one is drawn from that
 * @param fixedBefore names that an earlier sentence of the part held fixed ("treating .. as independent"): perhaps still here
 * @param above statements directly above in displays, without words between, that this one may have been drawn from though no word says so
 * @param exchanged what words between the statement before and this one put in another's place ("use ReLU instead")
 * @param altered words that change what was defined before, where this one may be about the changed quantity
 * @param liftedBefore words that lift what was assumed stand behind the statements below this number ("without this assumption", READING 3)
 */
public record Notes(
    List<Integer> definedBelow,
    List<String> explicitAll,
    List<WordFact> facts,
    List<WordFact> maybeFacts,
    List<Integer> maybe,
    List<MathText> bracketed,
    Optional<String> unread,
    boolean point,
    Optional<Integer> zeroed,
    List<String> fixedBefore,
    List<Integer> above,
    int liftedBefore,
    List<Exchanged> exchanged,
    List<Altered> altered) {
  public Notes {
    definedBelow = List.copyOf(definedBelow);
    explicitAll = List.copyOf(explicitAll);
    facts = List.copyOf(facts);
    maybeFacts = List.copyOf(maybeFacts);
    maybe = List.copyOf(maybe);
    bracketed = List.copyOf(bracketed);
    fixedBefore = List.copyOf(fixedBefore);
    above = List.copyOf(above);
    exchanged = List.copyOf(exchanged);
    altered = List.copyOf(altered);
  }
}
