/**
 * What the text means: an answer and the notation of its sides in, a verdict for every relation out. Statement by statement, in document
 * order: each is decided before the next one is read (READING 9, 15, 26). The rules are READING.md; what it cannot read it says so.
 *
 * <p>Public types: {@link dev.gradus.reading.Statement}, {@link dev.gradus.reading.Part}, {@link dev.gradus.reading.Statements}, {@link
 * dev.gradus.reading.Notes}, {@link dev.gradus.reading.WordFact}, {@link dev.gradus.reading.Fragment}, {@link dev.gradus.reading.Reader}, {@link dev.gradus.reading.Outcome}, {@link
 * dev.gradus.reading.Meaning}, {@link dev.gradus.reading.Differentiated}, {@link dev.gradus.reading.Explained}, {@link dev.gradus.reading.Tried}.
 */
@NullMarked
package dev.gradus.reading;

import org.jspecify.annotations.NullMarked;
