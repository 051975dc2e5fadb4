/**
 * The way in for Java programs: bytes and options in, a checked answer out. This package ties the
 * rooms together and holds the records in which a checked answer is handed on to reports; it prints
 * nothing, reads no file and never ends the program.
 *
 * <p>Public types: {@link dev.gradus.Checker} (the pipeline), {@link dev.gradus.CheckOptions},
 * {@link dev.gradus.CheckedAnswer}, {@link dev.gradus.CheckedRelation}, {@link
 * dev.gradus.CheckedReference}, {@link dev.gradus.CheckedVerdict}, {@link dev.gradus.ExplainedAnswer}, {@link
 * dev.gradus.Explanation}, {@link dev.gradus.Givens},
 * {@link dev.gradus.Problem},
 * {@link dev.gradus.RunReport}, {@link dev.gradus.Tally}, {@link dev.gradus.Version}.
 */
@NullMarked
package dev.gradus;

import org.jspecify.annotations.NullMarked;
