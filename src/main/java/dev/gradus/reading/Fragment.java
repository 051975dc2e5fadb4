package dev.gradus.reading;

import dev.gradus.document.MathText;

/**
 * A formula, or a piece of one, without a relation sign: {@code x\in\mathbb R^n}, {@code W: N\times D}, {@code (i\neq k)}. For shapes and names.
 *
 * @param opens the words before it in its sentence, lower case, formulas as {@code $}
 * @param closes the words after it in its sentence
 * @param joined whether a comma joins it to the formula's piece before it: {@code v\in\mathbb R^d} in {@code u, v\in\mathbb R^d}
 * @param before number of the first statement that stands behind it
 * @param since number of the first statement of its sentence, where that is before it
 */
public record Fragment(MathText text, Part part, String opens, String closes, boolean joined, int before, int since) {}
