package dev.gradus.proof.kernel;

/** Outward-rounded enclosure of a real number: placeholder of the type, built in this room's first step. */
public final class Interval {
  private Interval() {}
}
