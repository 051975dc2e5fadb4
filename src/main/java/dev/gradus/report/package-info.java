/**
 * Checked answers in, a report out: text for people ({@link dev.gradus.report.TextReport}), JSON
 * for programs ({@link dev.gradus.report.JsonReport}, described by {@code gradus-1.schema.json}).
 * Knows formats; never decides anything, never opens a file. The same report gives the same bytes.
 *
 * <p>Public types: {@link dev.gradus.report.TextReport}, {@link dev.gradus.report.JsonReport},
 * {@link dev.gradus.report.Printable} (text of a document made harmless for a terminal).
 */
@NullMarked
package dev.gradus.report;

import org.jspecify.annotations.NullMarked;
