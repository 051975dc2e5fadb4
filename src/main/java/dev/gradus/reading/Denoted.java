package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Denote sum_k e^{a_k} by S", "let S stand for sum_k e^{a_k}": a definition in words, where a fresh bare name stands on one side and an expression on the other (READING 14). */
final class Denoted {
  /** The expression comes first. */
  private static final Pattern BY = Pattern.compile("(?s).*\\b(denote|denoting|abbreviate|abbreviating|write|writing|call|calling) \\$ (by|as|with|simply as|simply)");

  /** The name comes first. */
  private static final Pattern FOR =
      Pattern.compile("(?s)(.* )?\\$ (to )?(denote|denotes|denoting|stands? for|standing for|abbreviates?|is short for|is (a )?shorthand for|as (a )?shorthand for|be shorthand for|be short for)|(?s).*\\b(write|writing|use) \\$ for");

  private static final Pattern SUPPOSED = Pattern.compile("\\b(if|when|whenever|suppose|unless|case)\\b");

  private Denoted() {}

  /** In: a formula without relation, and those before it. Out: what is known with the definition that it ends, or without the name where that is supposed; nothing where it ends none. */
  static Optional<Declarations.Result> of(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, Survey survey, Names names, Ranges ranges) {
    String opens = f.fragment().opens();
    boolean named = BY.matcher(opens).matches();
    if (fragments.isEmpty() || (!named && !FOR.matcher(opens).matches())) {
      return Optional.empty();
    }
    Reader.PrintedFragment last = fragments.getLast();
    boolean together = last.fragment().part().equals(f.fragment().part()) && opens.startsWith(last.fragment().opens()) && opens.substring(last.fragment().opens().length()).chars().filter(c -> c == '$').count() == 1;
    Notation name = named ? f.notation() : last.notation();
    Notation body = named ? last.notation() : f.notation();
    Part part = f.fragment().part();
    Optional<Head> head = Head.of(name, survey.mentions()).filter(h -> h.parameters().isEmpty() && h.letters().isEmpty() && !h.squared() && !h.logged() && h.mention().bare());
    boolean expression = survey.mentions().of(body).isEmpty() && !(body instanceof Notation.Infix) && !(body instanceof Notation.Listed) && Notations.unreadable(body).isEmpty();
    String key = head.map(h -> h.mention().key()).orElse("");
    boolean fresh = head.isPresent() && names.definitions().stream().noneMatch(d -> d.key().equals(key)) && !Functions.usual(key) && !survey.isBound(key) && !Definitions.mentions(body, key, survey.mentions());
    if (!together || !expression || !fresh || names.isLost(key, part)) {
      return Optional.empty();
    }
    if (SUPPOSED.matcher(opens).find()) {
      names.forget(key, part);
      return Optional.of(new Declarations.Result(names, ranges));
    }
    Definitions.Result taken =
        new Definitions(survey, Budget.standard()).take(head.orElseThrow(), body, part, f.fragment().before(), Definition.Standing.STATED, names, ranges, Session.Layout.NUMERATOR);
    return taken instanceof Definitions.Result.Known k ? Optional.of(new Declarations.Result(k.names(), k.ranges())) : Optional.empty();
  }
}
