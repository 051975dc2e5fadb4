package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import dev.gradus.term.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  private static final String DENOMINATOR = "the (?:common |whole )?(?:denominator|normali[sz]er|normali[sz](?:ing|ation) (?:constant|factor|term)|partition function)\\b";

  /** "Write S for the denominator", "call the denominator S". */
  private static final Pattern BELOW =
      Pattern.compile("(?s)(?:.* )?(?:write|writing|use|using|let|denote|with|where) (?:by )?\\$ (?:for|be|denote|denotes|denoting|is|stand for|stands for|to denote) " + DENOMINATOR + ".*|(?s)(?:.* )?(?:call|calling|denote|denoting|abbreviate|write) " + DENOMINATOR + " (?:by |as |of \\$ by )?\\$.*");

  /** In: a bare name that words give to the denominator of the formula before. Out: what is known with that; nothing where there is not one denominator. */
  private static Optional<Declarations.Result> ofDenominator(Reader.PrintedFragment f, List<Reader.Printed> printed, Survey survey, Names names, Ranges ranges) {
    int last = f.fragment().before() - 1;
    String words = f.fragment().opens() + " $ " + f.fragment().closes().strip();
    if (last < 0 || last >= printed.size() || !BELOW.matcher(words).matches() || !f.fragment().part().near(printed.get(last).statement().part()) || SUPPOSED.matcher(words).find()) {
      return Optional.empty();
    }
    Map<String, Notation> found = new TreeMap<>();
    denominators(printed.get(last).right(), found);
    Optional<Head> head = head(f.notation(), survey);
    if (found.size() != 1 || head.isEmpty() || !fresh(head.get().mention().key(), found.values().iterator().next(), f.fragment().part(), survey, names)) {
      return Optional.empty();
    }
    return taken(head.get(), found.values().iterator().next(), f, survey, names, ranges);
  }

  /** The outermost denominators. */
  private static void denominators(Notation n, Map<String, Notation> found) {
    if (n instanceof Notation.Fraction f) {
      found.put(Outline.of(f.denominator()), f.denominator());
    } else {
      Notations.children(n).forEach(c -> denominators(c, found));
    }
  }

  /** The name that a bare letter is. */
  static Optional<Head> head(Notation name, Survey survey) {
    return Head.of(name, survey.mentions()).filter(h -> h.parameters().isEmpty() && h.letters().isEmpty() && !h.squared() && !h.logged() && h.mention().bare());
  }

  /** Whether a bare name may be given this meaning in words. */
  static boolean fresh(String key, Notation body, Part part, Survey survey, Names names) {
    return names.definitions().stream().noneMatch(d -> d.key().equals(key)) && !Functions.usual(key) && !survey.isBound(key) && !Definitions.mentions(body, key, survey.mentions()) && !names.isLost(key, part);
  }

  /** What is known with that meaning. */
  static Optional<Declarations.Result> taken(Head head, Notation body, Reader.PrintedFragment f, Survey survey, Names names, Ranges ranges) {
    Definitions.Result taken =
        new Definitions(survey, Budget.standard()).take(head, body, f.fragment().part(), f.fragment().before(), Definition.Standing.STATED, names, ranges, Session.Layout.NUMERATOR);
    return taken instanceof Definitions.Result.Known k ? Optional.of(new Declarations.Result(k.names(), k.ranges())) : Optional.empty();
  }

  /** In: a formula without relation, and those before it. Out: what is known with the definition that it ends, or without the name where that is supposed; nothing where it ends none. */
  static Optional<Declarations.Result> of(Reader.PrintedFragment f, List<Reader.PrintedFragment> fragments, List<Reader.Printed> printed, Survey survey, Names names, Ranges ranges) {
    Optional<Declarations.Result> below = ofDenominator(f, printed, survey, names, ranges);
    if (below.isPresent()) {
      return below;
    }
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
    Optional<Head> head = head(name, survey);
    boolean expression = survey.mentions().of(body).isEmpty() && !(body instanceof Notation.Infix) && !(body instanceof Notation.Listed) && Notations.unreadable(body).isEmpty();
    String key = head.map(h -> h.mention().key()).orElse("");
    if (!together || !expression || head.isEmpty() || !fresh(key, body, part, survey, names)) {
      return Optional.empty();
    }
    if (SUPPOSED.matcher(opens).find()) {
      names.forget(key, part);
      return Optional.of(new Declarations.Result(names, ranges));
    }
    return taken(head.orElseThrow(), body, f, survey, names, ranges);
  }
}
