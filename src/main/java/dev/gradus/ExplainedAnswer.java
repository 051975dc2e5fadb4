package dev.gradus;

import java.util.List;

/** A checked answer with explanations of the relations asked for, in source order. */
public record ExplainedAnswer(CheckedAnswer answer, List<Explanation> explanations) {
  public ExplainedAnswer {
    explanations = List.copyOf(explanations);
  }
}
