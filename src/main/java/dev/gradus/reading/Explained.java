package dev.gradus.reading;

import java.util.List;

/**
 * How a statement came to its outcome.
 *
 * @param tried the readings, in the order in which they were tried
 * @param definitions numbers of the statements whose definitions the nearest reading leans on
 */
public record Explained(Outcome outcome, List<Tried> tried, List<Integer> definitions) {
  public Explained {
    tried = List.copyOf(tried);
    definitions = List.copyOf(definitions);
  }

  /** The same with what became of the outcome further down. */
  Explained with(Outcome last) {
    return new Explained(last, tried, definitions);
  }
}
