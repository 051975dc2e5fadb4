/**
 * A second look at what was decided: every proof and every refutation is put to Symja at concrete sizes, and to plain double arithmetic that shares
 * no code with the kernel. Changes no verdict itself: it says whether the three agree, and what to make of it where they do not.
 *
 * <p>Public types: {@link dev.gradus.audit.Auditor}, {@link dev.gradus.audit.Audit}, {@link dev.gradus.audit.Voice}, {@link
 * dev.gradus.audit.PlainValue}.
 */
@NullMarked
package dev.gradus.audit;

import org.jspecify.annotations.NullMarked;
