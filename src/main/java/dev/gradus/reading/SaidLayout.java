package dev.gradus.reading;

import dev.gradus.reading.Session.Layout;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** "We use the numerator layout": the layout of derivatives that words name, for their chapter (READING 28). */
final class SaidLayout {
  private static final Pattern NUMERATOR = Pattern.compile("(?i)\\bnumerator[- ]layout|\\bjacobian (convention|layout|formulation)");
  private static final Pattern DENOMINATOR = Pattern.compile("(?i)\\bdenominator[- ]layout|\\b(gradient|hessian) (convention|layout|formulation)");

  private SaidLayout() {}

  /** Takes the one layout that the words around a statement name into what is fixed, where nothing is yet. */
  static void take(Statement s, Map<Integer, Layout> layouts) {
    boolean rows = s.part().chain().stream().anyMatch(p -> NUMERATOR.matcher(p.words()).find());
    boolean columns = s.part().chain().stream().anyMatch(p -> DENOMINATOR.matcher(p.words()).find());
    Optional<Layout> said = rows == columns ? Optional.empty() : Optional.of(rows ? Layout.NUMERATOR : Layout.DENOMINATOR);
    said.ifPresent(l -> layouts.putIfAbsent(s.part().chapter(), l));
  }
}
