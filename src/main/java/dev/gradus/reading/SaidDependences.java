package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What words say depends on a letter (READING 24): "where $w$ and $x$ are functions of time $t$", "let everything depend on $t$", "both vary with $t$". A letter that is
 * differentiated nowhere is a function of it then, as the ones that are.
 */
final class SaidDependences {
  private static final Pattern SAYS =
      Pattern.compile("(?s)(?<subject>.*?)\\b(?<!not |independently )(depend(s|ing)? (all |both |smoothly |only )?(up)?on|((differentiable|smooth|unknown|arbitrary|some) )?functions? of|(var|chang|evolv)(y|ies|e|es|ing) (with|over|in)|move|moves|(is|are)( itself| themselves| also| in turn| again| both)* (computed|obtained|derived|built|made|produced|determined|generated|tied|coupled|linked)( directly| itself)? (from|by|through|with|to)|(already |also |itself )*(contains?|includes?|involves?)|(is|are)( an?| the)?( [\\p{L}-]+)? (copy|copies|multiple|multiples) of|(is|are) the (output|activation|result|prediction)s? of [^$]*(with|for) (the )?(weights?|parameters?|bias(es)?)( vector| matrix)?)( the| a)?( real)?( variable| parameter| scalar| time| number)?\\s*");
  private static final Pattern DENIED = Pattern.compile("\\b(not|no|none|neither|nothing|never|cannot|n't|without|independent|if|whether)\\b");
  private static final Pattern ALL = Pattern.compile("(?s).*\\b(everything|all|each|every|both|they|these|them|those|quantities|variables|letters|parameters|we)\\b.*");

  /**
   * A name, or all names, of a part and the letter they depend on.
   *
   * @param of empty for all names of the part
   */
  record Said(Part part, Optional<String> of, String on) {}

  private SaidDependences() {}

  /** In: all formulas in order, and those without a relation with the words around them. */
  static List<Said> of(List<Survey.Placed> formulas, List<PrintedFragment> fragments, Mentions mentions) {
    List<Said> found = new ArrayList<>();
    for (int i = 0; i + 1 < formulas.size(); i++) {
      // w = w(t)
      Survey.Placed applied = formulas.get(i + 1);
      Optional<String> name = plain(formulas.get(i).notation(), mentions);
      if (name.isPresent() && name.equals(head(applied.notation(), mentions))) {
        applied(applied, mentions, found);
      }
    }
    fragments.forEach(f -> applied(new Survey.Placed(f.fragment().part(), f.notation()), mentions, found));
    for (int i = 0; i < fragments.size(); i++) {
      PrintedFragment f = fragments.get(i);
      Optional<String> on = plain(f.notation(), mentions);
      Optional<String> clause = on.map(n -> clause(f.fragment().opens()));
      var says = SAYS.matcher(clause.orElse(""));
      if (says.matches() && !DENIED.matcher(says.group("subject")).find()) {
        String subject = says.group("subject");
        int printed = Math.toIntExact(subject.chars().filter(c -> c == '$').count());
        if (printed == 0 && ALL.matcher(subject).matches()) {
          found.add(new Said(f.fragment().part(), Optional.empty(), on.orElseThrow()));
        }
        for (PrintedFragment before : fragments.subList(Math.max(0, i - printed), i)) {
          if (f.fragment().opens().startsWith(before.fragment().opens()) && before.fragment().part().equals(f.fragment().part())) {
            names(before, mentions).forEach(n -> found.add(new Said(f.fragment().part(), Optional.of(n), on.orElseThrow())));
          }
        }
      }
    }
    return found;
  }

  /** A formula that is a name with names in brackets behind it: "where $w(t)$ is the weight at time $t$". */
  private static void applied(Survey.Placed formula, Mentions mentions, List<Said> found) {
    Optional<String> name = head(formula.notation(), mentions);
    if (name.isPresent() && formula.notation() instanceof Notation.Juxtaposed j) {
      List<Notation> arguments = Notations.bracket(j.factors().get(1).item()).map(Products::arguments).orElse(List.of());
      arguments.forEach(a -> plain(a, mentions).ifPresent(on -> found.add(new Said(formula.part(), name, on))));
    }
  }

  private static Optional<String> head(Notation n, Mentions mentions) {
    boolean applied = n instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).filter(b -> b.open().equals("(")).isPresent();
    return applied && n instanceof Notation.Juxtaposed j ? plain(j.factors().getFirst().item(), mentions) : Optional.empty();
  }

  private static Optional<String> plain(Notation n, Mentions mentions) {
    return mentions.of(n).filter(Mention::plain).map(Mention::key);
  }

  private static Set<String> names(PrintedFragment f, Mentions mentions) {
    Optional<String> one = plain(f.notation(), mentions);
    Set<String> listed = new TreeSet<>();
    if (f.notation() instanceof Notation.Listed l) {
      l.items().forEach(x -> plain(x, mentions).ifPresent(listed::add));
    }
    return one.map(Collections::singleton).orElse(listed);
  }

  /** The clause that ends with a formula: lists of formulas belong to it. */
  private static String clause(String opens) {
    String joined = opens.replaceAll("\\$\\s*,\\s*(?=\\$|and \\$)", "\\$ ");
    return joined.substring(Math.max(Math.max(joined.lastIndexOf(','), joined.lastIndexOf(';')), Math.max(joined.lastIndexOf(" where "), joined.lastIndexOf(" let "))) + 1);
  }
}
