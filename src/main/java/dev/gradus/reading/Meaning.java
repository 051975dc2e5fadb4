package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a claim says in one of its readings: as it stands, whatever a target was put as to decide it.
 *
 * @param claim with the quantities kept that its chain differentiates by
 * @param left what the left side differentiates, when all of it is printed as a derivative
 * @param kept names of defined quantities that stand for themselves in the claim, sorted
 */
public record Meaning(Claim claim, Optional<Differentiated> left, List<String> kept) {
  public Meaning {
    kept = List.copyOf(kept);
  }

  static Meaning of(Claim claim, Optional<Differentiated> left, Set<String> kept) {
    return new Meaning(claim, left, kept.stream().sorted().toList());
  }
}
