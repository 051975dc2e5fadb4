package dev.gradus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of a document in which something was seen of a name. */
final class Triggers {
  private final Map<String, List<Part>> all = new TreeMap<>();

  void add(String name, Part part) {
    List<Part> known = all.computeIfAbsent(name, n -> new ArrayList<>());
    if (!known.contains(part)) {
      known.add(part);
    }
  }

  List<Part> of(String name) {
    return List.copyOf(all.getOrDefault(name, List.of()));
  }
}
