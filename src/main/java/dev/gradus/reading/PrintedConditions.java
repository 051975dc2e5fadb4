package dev.gradus.reading;

import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.notation.Notation;
import dev.gradus.notation.NotationParser;
import dev.gradus.reading.Reader.Printed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Conditions that are printed with a relation or named beside it, as relations in force: above its sign, in brackets behind it, as distinct letters (READING 2, 6). */
final class PrintedConditions {
  private PrintedConditions() {}

  /** {@code \\overset{i=j}{=}}: conditions above the sign; one that is not read keeps its relation from being refuted (READING 2, 6). */
  static List<Attempts.InForce> aboveSign(Statement s) {
    List<Attempts.InForce> all = new ArrayList<>();
    if (s.sign().above().isEmpty() || s.sign().sign() == RelationSign.TENDS_TO) {
      return all;
    }
    MathText text = s.sign().above().get();
    Notation n = NotationParser.parse(text);
    for (Notation item : n instanceof Notation.Listed l ? l.items() : List.of(n)) {
      Optional<Notation.Compared> c = Conditions.condition(item);
      if (c.isPresent()) {
        all.addAll(compared(c.get(), text));
      } else if (conditional(item)) {
        all.add(new Attempts.InForce(item, RelationSign.EQUAL, item, text.text().strip(), item.span().start(), true, Collections.emptySet(), false, false, true));
      }
    }
    return all;
  }

  /** Whether something states a condition: a relation, or words that open one. */
  private static boolean conditional(Notation n) {
    boolean opens = n instanceof Notation.Words w && List.of("if", "for", "when", "where", "as", "with", "falls", "si").contains(w.text().strip().split(" ", 2)[0].toLowerCase(Locale.ROOT));
    return opens || n instanceof Notation.Compared || n instanceof Notation.Infix || Notations.children(n).stream().anyMatch(PrintedConditions::conditional);
  }

  /** "distinct i and j": i is not j. */
  static List<Attempts.InForce> distinct(WordFact f) {
    List<Attempts.InForce> all = new ArrayList<>();
    for (int k = 0; f.kind() == WordFact.Kind.DISTINCT && k < f.names().size(); k++) {
      for (int l = k + 1; l < f.names().size(); l++) {
        Notation left = NotationParser.parse(MathText.plain(f.names().get(k), 0));
        Notation right = NotationParser.parse(MathText.plain(f.names().get(l), 0));
        all.add(new Attempts.InForce(left, RelationSign.NOT_EQUAL, right, f.names().get(k) + " \\neq " + f.names().get(l), f.offset(), false, Collections.emptySet(), false, false, true));
      }
    }
    return all;
  }

  /** The relations in a condition in brackets. */
  static List<Attempts.InForce> bracketed(MathText text) {
    Notation n = NotationParser.parse(text);
    return Conditions.condition(n).map(c -> compared(c, text)).orElse(List.of());
  }

  private static List<Attempts.InForce> compared(Notation.Compared c, MathText text) {
    List<Attempts.InForce> all = new ArrayList<>();
    for (int k = 0; k < c.signs().size(); k++) {
      all.add(new Attempts.InForce(c.sides().get(k), c.signs().get(k), c.sides().get(k + 1), text.text().strip(), c.span().start(), false, Collections.emptySet(), false, false, true));
    }
    return all;
  }

  /** "For |r| <= d": who bounds a length by a letter takes a positive one; a refuting point about that letter meets it. */
  static List<Attempts.InForce> thresholds(Printed p, List<Printed> printed, Mentions mentions, Domains domains) {
    List<Attempts.InForce> all = new ArrayList<>();
    for (Printed q : printed) {
      RelationSign sign = q.statement().sign().sign();
      boolean below = (sign == RelationSign.LESS || sign == RelationSign.LESS_OR_EQUAL) && isLength(q.left());
      boolean above = (sign == RelationSign.GREATER || sign == RelationSign.GREATER_OR_EQUAL) && isLength(q.right());
      Notation bound = below ? q.right() : q.left();
      Optional<String> letter = (below || above) && q.statement().cue() == Statement.Cue.ASSUMED && q.statement().part().near(p.statement().part()) ? mentions.of(bound).filter(Mention::bare).map(Mention::key) : Optional.empty();
      if (letter.filter(k -> p.names(mentions).stream().anyMatch(n -> n.equals(k) || domains.leads(n, k))).isPresent() && all.stream().noneMatch(f -> f.left().equals(bound))) {
        Notation zero = new Notation.Numeral(bound.span(), "0");
        all.add(new Attempts.InForce(bound, RelationSign.GREATER, zero, letter.get() + " > 0", q.statement().sign().span().start(), false, Collections.emptySet(), false, true, false));
      }
    }
    return all;
  }

  private static boolean isLength(Notation n) {
    return n instanceof Notation.Bracketed b && (b.open().equals("|") || b.open().equals("\\|"));
  }
}
