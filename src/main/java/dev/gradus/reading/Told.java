package dev.gradus.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which names a document defines anywhere, where, and what those definitions mention: a name in use before its definition, or whose definition was
 * not read, is no constant (SOUNDNESS 21).
 */
final class Told {
  private final Map<String, List<Part>> parts = new TreeMap<>();
  private final Map<String, Set<String>> mentioned = new TreeMap<>();

  /** Takes a definition in; {@code mentions} are the names on its right side. */
  void define(String key, Part part, Set<String> mentions) {
    parts.computeIfAbsent(key, k -> new ArrayList<>()).add(part);
    mentioned.computeIfAbsent(key, k -> new TreeSet<>()).addAll(mentions);
  }

  boolean defines(String key) {
    return parts.containsKey(key);
  }

  /** Whether a definition of the name stands in the part or one around it, before or behind. */
  boolean defines(String key, Part around) {
    return parts.getOrDefault(key, List.of()).stream().anyMatch(around::within);
  }

  /** What the definitions of a name mention directly. */
  Set<String> mentions(String key) {
    return Collections.unmodifiableSet(mentioned.getOrDefault(key, Collections.emptySet()));
  }

  /** Whether a definition of {@code from} leads to {@code to}, by the names that definitions mention. */
  boolean leads(String from, String to) {
    return leads(from, to, new TreeSet<>());
  }

  private boolean leads(String from, String to, Set<String> seen) {
    if (!seen.add(from)) {
      return false;
    }
    Set<String> next = mentions(from);
    return next.contains(to) || next.stream().anyMatch(n -> leads(n, to, seen));
  }
}
