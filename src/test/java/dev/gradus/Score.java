package dev.gradus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Verdicts compared with labels, by the same counting as the labels' own script: accepted is proved or supported, rejected is refuted, a label with
 * alternatives is right with either.
 */
final class Score {
  /** The relation sign that a label or a verdict belongs to. */
  record Place(String file, int line, int column) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /** What is counted. */
  enum Count {
    CLAIMS,
    DECIDED,
    HOLDS,
    PROVED,
    FAULTY,
    CAUGHT,
    REPAIRED,
    UNSOUND,
    FALSE_ALARMS,
    MISSING
  }

  private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
  private final List<String> faults = new ArrayList<>();

  private Score() {}

  int get(Count count) {
    return counts.getOrDefault(count, 0);
  }

  /** One line for each unsound accept, false alarm and missing row. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The labels of each place, from a table with a heading: file, line, column, labels. */
  static Map<Place, Set<String>> labels(Path table) throws IOException {
    Map<Place, Set<String>> labels = new LinkedHashMap<>();
    List<String> rows = Files.readAllLines(table, StandardCharsets.UTF_8);
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      if (cells.length > 4) {
        labels.put(place(cells), new TreeSet<>(List.of(cells[3].split("\\|", -1))));
      }
    }
    return labels;
  }

  static Place place(String[] cells) {
    return new Place(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
  }

  static Score of(Map<Place, Set<String>> labels, Map<Place, CheckedRelation> found) {
    Score score = new Score();
    labels.forEach((place, label) -> score.add(place, label, Optional.ofNullable(found.get(place))));
    return score;
  }

  private void add(Place place, Set<String> label, Optional<CheckedRelation> relation) {
    Optional<CheckedVerdict> verdict = relation.map(CheckedRelation::verdict);
    boolean accepted = verdict.filter(v -> v == CheckedVerdict.PROVED || v == CheckedVerdict.SUPPORTED).isPresent();
    boolean rejected = verdict.filter(v -> v == CheckedVerdict.REFUTED).isPresent();
    boolean mayHold = label.contains("holds");
    boolean mayFail = label.contains("fails") || label.contains("slip");
    if (mayHold || mayFail) {
      count(Count.CLAIMS, true);
      count(Count.DECIDED, (accepted && mayHold) || (rejected && mayFail));
    }
    if (label.equals(new TreeSet<>(List.of("holds")))) {
      count(Count.HOLDS, true);
      count(Count.PROVED, verdict.equals(Optional.of(CheckedVerdict.PROVED)));
    }
    boolean faulty = List.of("fails", "slip").containsAll(label);
    count(Count.FAULTY, faulty);
    count(Count.CAUGHT, faulty && rejected);
    count(Count.REPAIRED, faulty && rejected && relation.flatMap(CheckedRelation::repair).isPresent());
    fault(Count.UNSOUND, faulty && accepted, place, label, relation);
    fault(Count.FALSE_ALARMS, rejected && !mayFail, place, label, relation);
    fault(Count.MISSING, verdict.isEmpty(), place, label, relation);
  }

  private void count(Count count, boolean met) {
    if (met) {
      counts.merge(count, 1, Integer::sum);
    }
  }

  private void fault(Count count, boolean met, Place place, Set<String> label, Optional<CheckedRelation> relation) {
    count(count, met);
    if (met) {
      faults.add(count + " " + place + " labelled " + String.join("|", label) + relation.map(r -> ", " + r.verdict().word() + ": " + r.because()).orElse(""));
    }
  }

  @Override
  public String toString() {
    return "unsound " + get(Count.UNSOUND) + "  false alarms " + get(Count.FALSE_ALARMS) + "  decided " + share(Count.DECIDED, Count.CLAIMS) + "  proved "
        + share(Count.PROVED, Count.HOLDS) + "  caught " + share(Count.CAUGHT, Count.FAULTY) + "  repaired " + get(Count.REPAIRED) + "/" + get(Count.FAULTY) + "  missing " + get(Count.MISSING);
  }

  private String share(Count part, Count whole) {
    return get(part) + "/" + get(whole) + (get(whole) == 0 ? "" : " (" + 100 * get(part) / get(whole) + " %)");
  }
}
