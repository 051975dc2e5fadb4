package dev.gradus;

import java.util.List;
import java.util.Optional;

/**
 * How a relation was read and decided, for a person.
 *
 * @param relation with its verdict
 * @param where what its letters stand for: shapes, definitions with their lines, assumptions
 * @param readings those that were tried, the nearest first
 * @param evidence what shows the verdict; empty without a decision
 */
public record Explanation(CheckedRelation relation, List<String> where, List<Reading> readings, List<String> evidence) {
  /**
   * One reading.
   *
   * @param cost the nearest reading costs least
   * @param choices it takes where the text leaves one
   * @param claim what it says, in index notation; empty when it is none
   * @param outcome what became of it
   */
  public record Reading(int cost, List<String> choices, Optional<String> claim, String outcome) {
    public Reading {
      choices = List.copyOf(choices);
    }
  }

  public Explanation {
    where = List.copyOf(where);
    readings = List.copyOf(readings);
    evidence = List.copyOf(evidence);
  }
}
