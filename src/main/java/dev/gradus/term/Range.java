package dev.gradus.term;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A symbolic range 1..n: two ranges are the same when their names are. Ranges are nominal: letters that stand for the same set of
 * indices must be given the same range by whoever builds terms.
 *
 * @param name of the size, as printed where it has a name ({@code n}); made up otherwise
 * @param least the least size that counts (at least 1)
 * @param fixed the size where the text fixes it ("two classes")
 */
public record Range(String name, int least, OptionalInt fixed) {
  public Range {
    if (least < 1 || (fixed.isPresent() && fixed.getAsInt() < 1)) {
      throw new IllegalArgumentException("a range has at least one element");
    }
  }

  /** As a record's, but quick for the same object and for other names: ranges are compared more than anything else. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Range r && name.equals(r.name) && least == r.least && fixed.equals(r.fixed));
  }

  /** Ranges of one name rarely differ in more. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  public static Range of(String name) {
    return new Range(name, 1, OptionalInt.empty());
  }

  public static Range ofSize(String name, int size) {
    return new Range(name, size, OptionalInt.of(size));
  }

  public Range atLeast(int size) {
    return new Range(name, Math.max(least, size), fixed);
  }
}
