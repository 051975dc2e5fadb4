package dev.gradus.proof.kernel;

/** Made by {@link Kernel} only. */
record Counterexample(Claim claim, Evidence evidence, Point point, String left, String right) implements Verdict.Refuted {}
