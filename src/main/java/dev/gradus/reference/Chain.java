package dev.gradus.reference;

import dev.gradus.proof.kernel.Claim;
import java.util.List;
import java.util.Optional;

/** Rows of an answer of which each continues the one before: its left side is the right side of the row before, as printed. */
public record Chain(List<Link> links) {
  /**
   * One row.
   *
   * @param derivative the derivative that its left side is written as; empty when it is no derivative
   */
  public record Link(Claim claim, Optional<Asked.Derivative> derivative) {}

  public Chain {
    links = List.copyOf(links);
  }
}
