package dev.gradus;

/**
 * The version of the program, as {@code --version} and the reports print it. A test compares it
 * with the build file.
 */
public final class Version {
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
