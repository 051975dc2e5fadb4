package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A reading of a claim that was tried, for {@code explain}.
 *
 * @param cost the nearest reading costs least
 * @param notes the choices it takes where the text leaves one
 * @param claim what it says; empty when the reading fell
 * @param verdict of the kernel on it
 * @param fell why it is no reading
 */
public record Tried(int cost, List<String> notes, Optional<Claim> claim, Optional<Verdict> verdict, String fell) {
  public Tried {
    notes = List.copyOf(notes);
  }

  static Tried of(Attempt.Read r, Verdict verdict) {
    return new Tried(r.cost(), r.notes(), Optional.of(r.claim()), Optional.of(verdict), "");
  }

  static Tried of(Attempt.Fell f) {
    return new Tried(f.cost(), List.of(), Optional.empty(), Optional.empty(), f.reason().sentence());
  }
}
