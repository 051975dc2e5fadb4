package dev.gradus.audit;

import java.util.Locale;

/** What Symja and plain arithmetic say of one verdict. */
public record Audit(Voice symja, Voice plain) {
  /** What to make of it where they do not all agree. */
  public enum Outcome {
    /** nobody contradicts the verdict, and at least one agrees with it */
    CONFIRMED,
    /** nobody had anything to say */
    SILENT,
    /** Symja contradicts the verdict and plain arithmetic does not: listed as Symja's own */
    SYMJA_ALONE,
    /** plain arithmetic contradicts the verdict and Symja does not: rounding, or a fault that Symja shares */
    PLAIN_ALONE,
    /** both contradict the verdict: a defect of the program */
    ENGINE_FAULT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Outcome outcome() {
    boolean symjaDenies = symja.says() == Voice.Says.DISAGREES;
    boolean plainDenies = plain.says() == Voice.Says.DISAGREES;
    if (symjaDenies || plainDenies) {
      return symjaDenies && plainDenies ? Outcome.ENGINE_FAULT : symjaDenies ? Outcome.SYMJA_ALONE : Outcome.PLAIN_ALONE;
    }
    boolean silent = symja.says() == Voice.Says.SILENT && plain.says() == Voice.Says.SILENT;
    return silent ? Outcome.SILENT : Outcome.CONFIRMED;
  }
}
