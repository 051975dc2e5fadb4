package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the sentence of a definition says of the matrices in it, "R(x) = x^TAx / x^Tx for symmetric A": it holds wherever the name is used (READING 2, a condition that
 * introduced the letter), unless words speak of other matrices.
 */
record DefinedUnder(List<Printed> printed, Names names, Mentions mentions) {
  private static final List<WordFact.Kind> OF_MATRICES = List.of(WordFact.Kind.SYMMETRIC, WordFact.Kind.POSITIVE_DEFINITE, WordFact.Kind.ORTHOGONAL, WordFact.Kind.DIAGONAL, WordFact.Kind.INVERTIBLE);
  private static final Pattern OTHERS = Pattern.compile("(?i)\\b(general\\w*|arbitrary|any|not|non-?symmetric|asymmetric|without|otherwise|instead|unless|no longer|another|other)\\b");
  private static final int DEEPEST = 8;

  /** In: a statement. Out: the facts of the definitions that it uses. */
  List<WordFact> facts(Printed p) {
    Statement s = p.statement();
    List<WordFact> found = new ArrayList<>();
    if (OTHERS.matcher(s.words()).find()) {
      return found;
    }
    Set<String> used = new TreeSet<>(p.names(mentions));
    List<String> open = new ArrayList<>(used);
    for (int k = 0; k < open.size() && k < DEEPEST; k++) {
      names.definition(open.get(k), s.part()).filter(d -> d.statement() < s.number() && s.part().within(d.part())).ifPresent(d -> {
        Statement said = printed.get(d.statement()).statement();
        printed.get(d.statement()).names(mentions).stream().filter(used::add).forEach(open::add);
        said.notes().facts().stream().filter(f -> OF_MATRICES.contains(f.kind()) && !f.names().isEmpty() && said.notes().liftedBefore() <= said.number() && s.notes().liftedBefore() <= said.number()).forEach(found::add);
      });
    }
    return found;
  }
}
