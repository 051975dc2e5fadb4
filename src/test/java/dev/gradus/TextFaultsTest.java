package dev.gradus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.document.AnswerReader.Format;
import dev.gradus.document.AnswerReader;
import dev.gradus.document.Source;
import dev.gradus.document.Span;
import dev.gradus.proof.kernel.PlainPoint;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.reading.Outcome;
import dev.gradus.reading.Reader;
import dev.gradus.term.Latex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Faults put into right steps at the level of the text: what is proved of a faulty step has to hold in plain double arithmetic, and a fault that leaves
 * the claim as it was is a misreading. A sample; {@code mvn verify -Pmutation} takes all.
 */
@Execution(ExecutionMode.CONCURRENT)
final class TextFaultsTest {
  private static final int PER_STEP = Integer.getInteger("gradus.faults", 1);
  private static final int POINTS = 40;

  /** Of so many answers one is taken. */
  private static final int EVERY = Integer.getInteger("gradus.faults.every", 12);

  /** delta_ij for delta_ji, a scalar transposed, i for i; a bound letter renamed as a whole is no fault of this list. */
  private static final Set<TextFaults.Kind> MAY_SAY_THE_SAME = EnumSet.of(TextFaults.Kind.TRANSPOSED, TextFaults.Kind.INDEX);

  private final Map<String, Integer> count = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void noFaultIsAccepted() throws IOException {
    for (Path folder : List.of(Answers.FOLDER, Path.of("examples"))) {
      for (Path file : Answers.files(folder)) {
        for (Answers.Answer answer : Answers.sections(file)) {
          if (answer.sampled("fault", EVERY)) {
            inject(answer.name(), answer.text(), new Random(answer.heading().hashCode()));
          }
        }
      }
    }
    System.out.println("faults: " + count);
    wrong.forEach(System.out::println);
    assertEquals(List.of(), wrong);
  }

  private void inject(String name, String text, Random random) {
    for (Outcome o : outcomes(text)) {
      if (o instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Proved && !o.statement().right().isBlank()) {
        Span span = o.statement().right().span();
        String side = text.substring(span.start(), span.end());
        List<TextFaults.Fault> faults = TextFaults.of(side, random);
        for (int k = 0; k < PER_STEP && !faults.isEmpty(); k++) {
          TextFaults.Fault fault = faults.remove(random.nextInt(faults.size()));
          String changed = text.substring(0, span.start()) + fault.side() + text.substring(span.end());
          judge(name + ": " + side + " -> " + fault, d, fault, outcomes(changed), endsAnew(text, fault) || signsZero(side, fault) || dropsIdentity(side, fault) || namesAnew(text, fault));
        }
      }
    }
  }

  private static final Pattern LIMITS = Pattern.compile("\\\\sum_(\\{[^{}]*}|\\w)\\^(\\{[^{}]*}|\\w)");

  /** A letter that is printed nowhere but at the end of a sum is the size that makes it hold (READING 22): \\sum_{k<b} says what \\sum_{k<K} does. */
  private static boolean endsAnew(String text, TextFaults.Fault fault) {
    Set<String> known = letters(text);
    Set<String> fresh = letters(fault.side());
    fresh.removeAll(known);
    Set<String> elsewhere = letters(LIMITS.matcher(fault.side()).replaceAll(" "));
    return !fresh.isEmpty() && Collections.disjoint(fresh, elsewhere);
  }

  /** 1 - 0 says what 1 + 0 does, and so does the derivative of one letter by another that it does not depend on. */
  private static boolean signsZero(String side, TextFaults.Fault fault) {
    return fault.kind() == TextFaults.Kind.SIGN && LONE_ZERO.matcher(side).replaceAll("0").equals(LONE_ZERO.matcher(fault.side()).replaceAll("0"));
  }

  private static final Pattern LONE_ZERO = Pattern.compile("[+-]\\s*(0(?![\\d.^\\w\\\\(])|\\\\frac\\{\\\\partial [a-z]}\\{\\\\partial [a-z]})");

  /** A number added to a square matrix is read as that multiple of the identity, which the report says: A^TA + \\mu says what A^TA + \\mu I does. */
  private static boolean dropsIdentity(String side, TextFaults.Fault fault) {
    return fault.kind() == TextFaults.Kind.FACTOR && side.replaceAll("(?<![A-Za-z\\\\])I(?![A-Za-z])|\\s", "").equals(fault.side().replaceAll("\\s", "")) && side.contains("+");
  }

  /** A name that is printed nowhere else, alone between two signs, is introduced there: dL/da = z(x) = .. says what dL/da = g(x) = .. does. */
  private static boolean namesAnew(String text, TextFaults.Fault fault) {
    String side = fault.side().strip();
    return fault.kind() == TextFaults.Kind.LETTER && side.matches("[A-Za-z](\\([A-Za-z]\\))?") && !letters(text).contains(side.substring(0, 1));
  }

  private static Set<String> letters(String text) {
    return Pattern.compile("(?<![A-Za-z\\\\])[A-Za-z](?![A-Za-z])").matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Outcome> outcomes(String text) {
    return Reader.read(AnswerReader.read(Source.of("answer.md", text), Format.MARKDOWN));
  }

  private void judge(String what, Outcome.Decided before, TextFaults.Fault fault, List<Outcome> after, boolean saysTheSame) {
    Optional<Outcome> found = after.stream().filter(o -> o.statement().span().equals(before.statement().span())).findFirst();
    String verdict = found.map(o -> o instanceof Outcome.Decided d ? d.verdict().getClass().getSimpleName() : o.getClass().getSimpleName()).orElse("missing");
    count.merge(verdict, 1, Integer::sum);
    if (!(found.orElse(null) instanceof Outcome.Decided d && d.verdict() instanceof Verdict.Proved proved)) {
      return;
    }
    boolean same = claim(before).equals(claim(d));
    // two derivatives may be equal: du/dx and du/dy of u = x + y
    boolean derivative = fault.kind() == TextFaults.Kind.LETTER && what.contains("\\partial");
    if (same && !derivative && !saysTheSame && !MAY_SAY_THE_SAME.contains(fault.kind())) {
      wrong.add("misread: " + what + ": " + claim(d));
    }
    if (!same) {
      switch (PlainPoint.contradiction(proved, new Random(1), POINTS)) {
        case PlainPoint.Checked.Differs p -> wrong.add("accepted: " + what + ": " + claim(d) + " at " + p.point());
        case PlainPoint.Checked.Agrees a -> count.merge("true all the same", 1, Integer::sum);
        case PlainPoint.Checked.Unknown u -> {
          count.merge("not checked", 1, Integer::sum);
          System.out.println("not checked: " + what + ": " + claim(d));
        }
      }
    }
  }

  private static String claim(Outcome.Decided d) {
    return Latex.of(d.claim().left()) + " " + d.claim().order() + " " + Latex.of(d.claim().right());
  }
}
