package dev.gradus.reading;

import dev.gradus.notation.Notation;
import java.util.List;
import java.util.Optional;

/**
 * What a name stands for, from the statement on that says so.
 *
 * @param key of the name
 * @param parameters keys of the arguments of a function; empty for a quantity
 * @param letters index letters on the left side, in the order of the name's axes
 * @param body the right side as printed
 * @param value of a quantity: its entries, definitions in it not unfolded; its slots are the name's axes. Empty for a function
 * @param standing how far it may be leaned on
 * @param open read with a guess at the shape of a letter: it refutes nothing
 */
record Definition(
    String key,
    List<String> parameters,
    List<String> letters,
    Notation body,
    Optional<Value> value,
    Part part,
    int statement,
    Standing standing,
    boolean open) {
  /** How a definition came about. */
  enum Standing {
    STATED,
    /** found by use (READING 22), not stated */
    INFERRED,
    /** of what the text defines without an index, at the index of a sample */
    SAMPLE,
    /** another equation for a name that was left unknown before (READING 15): it proves, and refutes nothing */
    REPEATED
  }

  Definition {
    parameters = List.copyOf(parameters);
    letters = List.copyOf(letters);
  }

  boolean inferred() {
    return standing == Standing.INFERRED;
  }

  /** The same as one of several equations. */
  Definition repeated() {
    return new Definition(key, parameters, letters, body, value, part, statement, Standing.REPEATED, open);
  }

  boolean isFunction() {
    return !parameters.isEmpty();
  }
}
