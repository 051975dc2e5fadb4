package dev.gradus.reading;

import dev.gradus.proof.kernel.Claim;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading of a claim that worked out, or did not. */
sealed interface Attempt {
  int cost();

  Session.Layout layout();

  /**
   * A claim for each pair of entries.
   *
   * @param kept the claim with the quantities it differentiates by not unfolded: its proof is one of the claim
   * @param narrowed the claim with all that may be a condition here, where there is such
   * @param symmetric of an order of matrices: that their difference is symmetric (READING 12)
   * @param oneHot the claim with the target put as a one-hot vector
   * @param meaning of the claim, for comparisons with known results
   * @param used names of definitions and conventions of reading the meaning rests on
   * @param notes the choices taken, for {@code explain}
   * @param openLetters index letters that stand for some element nobody names
   */
  record Read(
      Claim claim,
      Optional<Claim> kept,
      Optional<Claim> narrowed,
      Optional<Claim> symmetric,
      OneHot.Variants oneHot,
      Meaning meaning,
      int cost,
      Session.Layout layout,
      Set<String> used,
      List<String> notes,
      Set<String> openLetters,
      Optional<String> conditionNotRead,
      Names names,
      Ranges ranges)
      implements Attempt {
    public Read {
      notes = List.copyOf(notes);
    }

    /** This reading with another claim in its place. */
    Read with(Claim other) {
      return new Read(other, kept, narrowed, symmetric, oneHot, meaning, cost, layout, used, notes, openLetters, conditionNotRead, names, ranges);
    }

    /** The choices of the reading that are not the first ones. */
    Optional<String> chosen() {
      List<String> taken = notes.stream().filter(n -> !n.endsWith(" 0")).distinct().map(n -> n.replaceAll(" ([0-9]+)$", ": reading $1")).toList();
      return taken.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", taken));
    }

    /** The shapes that letters have in this reading where the text leaves them open. */
    List<String> shapes() {
      return notes.stream().filter(n -> n.startsWith(Choices.SHAPE)).toList();
    }
  }

  record Fell(ReadingReason reason, int cost, Session.Layout layout) implements Attempt {}
}
