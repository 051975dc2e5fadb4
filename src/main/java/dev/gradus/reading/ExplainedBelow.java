package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.term.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The definitions that the text gives behind a claim for names that stand in it without one, only under derivatives, "dL/db = dL/dz dz/db. Since z = wx + b, ..", or for the first
 * time, "L = a L_0 + b L_1, L_0 = ..". They belong to the claim as a where-clause does (READING 8), and they only prove: a name that has no definition before may have been meant more
 * generally.
 */
final class ExplainedBelow {
  /** Words behind which an equation explains. */
  private static final Pattern JOINS = Pattern.compile("(?s).*\\b(since|because|as|where|recall|recalling|with|here|note)\\b[^.;:]*");

  /** Words that make a claim one of all such quantities. */
  private static final Pattern GENERAL = Pattern.compile("\\b(any|arbitrary|every|all|general|generally|whatever|no matter|each)\\b");

  private static final int NAMES = 8;

  private ExplainedBelow() {}

  /** In: a claim, what is known where it stands. Out: that with what its part says further down of names that it leaves open; nothing where it says nothing. */
  static Optional<Definitions.Result.Known> of(Printed p, List<Printed> printed, Survey survey, Names names, Ranges ranges) {
    Statement s = p.statement();
    if (GENERAL.matcher(s.words()).find()) {
      return Optional.empty();
    }
    Map<Integer, Told.Definition> wanted = new TreeMap<>();
    List<String> open = new ArrayList<>(p.names(survey.mentions()));
    for (int k = 0; k < open.size() && k < NAMES; k++) {
      String key = open.get(k);
      boolean bare = bare(p.left(), key, survey.mentions()) || bare(p.right(), key, survey.mentions());
      // what is concluded about a name may be what its definition was made from
      definition(key, s, printed, names)
          .filter(d -> !bare || s.notes().definedBelow().contains(d.statement()) || joined(key, s, d, printed, survey.mentions()))
          .filter(d -> wanted.put(d.statement(), d) == null)
          .ifPresent(d -> d.mentions().stream().filter(m -> !open.contains(m)).forEach(open::add));
    }
    Definitions.Result.Known known = null;
    // what stands last may be what the others are made of
    for (Told.Definition d : List.copyOf(wanted.values()).reversed()) {
      Definitions.Result taken =
          new Definitions(survey, Budget.standard())
              .take(d.says().head(), d.says().body(), s.part(), d.statement(), Definition.Standing.STATED, known == null ? names : known.names(), known == null ? ranges : known.ranges(), Session.Layout.NUMERATOR);
      if (!(taken instanceof Definitions.Result.Known k)) {
        return Optional.empty();
      }
      known = k;
    }
    return Optional.ofNullable(known);
  }

  /** "L = a L_0 + b L_1, L_0 = .., L_1 = ..": without a word in between the text goes on to what the claim is the first to name. */
  private static boolean joined(String key, Statement s, Told.Definition d, List<Printed> printed, Mentions mentions) {
    boolean first = printed.stream().limit(s.number()).noneMatch(q -> q.mentions(key, mentions));
    return first && !s.cue().drawn() && printed.subList(s.number() + 1, d.statement() + 1).stream().allMatch(q -> q.statement().words().isBlank() && q.statement().cue() == Statement.Cue.STATED);
  }

  /** Whether a name stands outside whole derivatives. */
  private static boolean bare(Notation n, String key, Mentions mentions) {
    if (n instanceof Notation.Fraction && Differentials.whole(n)) {
      return false;
    }
    return mentions.of(n).filter(m -> m.key().equals(key)).isPresent() || Notations.children(n).stream().anyMatch(c -> bare(c, key, mentions));
  }

  /** The only definition of a name in the document, if it stands behind the claim in its part and explains. */
  private static Optional<Told.Definition> definition(String key, Statement s, List<Printed> printed, Names names) {
    return names.told().once(key) && names.definition(key, s.part()).isEmpty() && !Functions.standard(key)
        ? Optional.of(names.told().definitions(key).getFirst()).filter(d -> d.statement() > s.number() && d.part().equals(s.part()) && explains(printed.get(d.statement()).statement(), d))
        : Optional.empty();
  }

  private static boolean explains(Statement s, Told.Definition d) {
    boolean plain = s.cue() == Statement.Cue.STATED || s.cue() == Statement.Cue.INTRODUCED || s.cue() == Statement.Cue.ASSUMED;
    return plain && d.says().standing() == Definition.Standing.STATED && (s.opens().isBlank() || JOINS.matcher(s.opens()).matches());
  }
}
