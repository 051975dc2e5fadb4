/**
 * Mends of a formula as printed: from the two sides of a relation to the relations that may have been meant, each a tree of its own with what was
 * changed. The kinds of slips and mistakes are listed in {@link dev.gradus.mend.Fault}; whether a mend holds is for the reading to find out.
 *
 * <p>Public types: {@link dev.gradus.mend.Fault}, {@link dev.gradus.mend.Mend}, {@link dev.gradus.mend.Mends}, {@link dev.gradus.mend.Plausible},
 * {@link dev.gradus.mend.Surrounding}.
 */
@NullMarked
package dev.gradus.mend;

import org.jspecify.annotations.NullMarked;
