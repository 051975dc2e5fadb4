package dev.gradus.reading;

import dev.gradus.reading.Statement.Cue;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hypotheses that are meant beyond their part: of a part called "Setup", "Assumptions" or "Step 1", or with "throughout". They end with it (READING 1, 2), so nothing is proved by them behind it; but a
 * point that refutes meets them.
 */
final class SetUps {
  /** Headings whose text says what names mean in what follows. */
  private static final Pattern DEFINES =
      Pattern.compile(
          "(?i)^[\\s\\p{Punct}\\p{N}]*(set-?\\s?up|notations?|definitions?|conventions?|preliminaries|setting|notación|definiciones|notationen|bezeichnungen|definitionen|voraussetzungen|记号|符号|定义|定義|記号)\\b");

  private static final Pattern ASSUMES = Pattern.compile("(?i)^[\\s\\p{Punct}\\p{N}]*(assumptions?|given|model|problem|statement|hypothes[ei]s|annahmen?|gegeben|step|schritt|stage|part i|supuestos?|假设|条件)\\b");

  private static final Pattern THROUGHOUT = Pattern.compile("\\b(throughout|in (all )?(the|what) follow(ing|s)|from (now|here) on|in the sequel|everywhere below|always|for the rest)\\b");

  /** Words of a case, which is one of several. */
  private static final Pattern CASE = Pattern.compile("(?s).*\\b(if|when|whenever|case|unless|for|where|wenn|falls|si|cuando)\\b[^.;]*");

  private SetUps() {}

  /** Whether what is defined under a label is defined for what follows. */
  static boolean defines(String label) {
    return DEFINES.matcher(label).find();
  }

  /** In: a statement and the outcomes before it. Out: such hypotheses of parts beside its own. */
  static List<Integer> before(Statement s, Collection<Outcome> outcomes) {
    return outcomes.stream()
        .filter(o -> o instanceof Outcome.Assumes && o.statement().cue() == Cue.ASSUMED && o.statement().number() < s.number())
        .map(Outcome::statement)
        .filter(t -> !s.part().within(t.part()) && t.part().parent().filter(s.part()::within).isPresent() && isMeant(t))
        .map(Statement::number)
        .toList();
  }

  private static boolean isMeant(Statement t) {
    String label = t.part().label();
    boolean sets = defines(label) || ASSUMES.matcher(label).find() || THROUGHOUT.matcher(t.words()).find();
    return sets && !CASE.matcher(t.opens()).matches();
  }
}
