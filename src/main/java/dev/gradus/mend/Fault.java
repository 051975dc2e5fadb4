package dev.gradus.mend;

import java.util.Locale;

/**
 * The named kinds of slips and mistakes, the likeliest first within a cost. Slips are faults of writing; all others are mistakes, each with a page of its
 * name in {@code docs/mistakes}.
 */
public enum Fault {
  BOUND_INDEX("index", 1, "the sum runs over one letter and its term uses another"),
  PARTIAL("symbol", 1, "a \\partial is missing"),
  BRACE("brace", 1, "a brace is missing"),
  INDEX("index", 2, "an index letter is another one"),
  SURPLUS_INDEX("script", 2, "an index is too many"),
  COMPONENT("script", 2, "the index of a component is missing"),
  SUBSCRIPT("script", 2, "a script stands in the line"),
  LABEL("script", 2, "the letter has another label"),
  PRIME("script", 2, "a prime is missing or too many"),
  LETTER("symbol", 2, "a letter was taken for another one"),
  STRAY("symbol", 3, "a letter strayed in"),
  BRACKET("brace", 3, "a bracket is missing or in the wrong place"),
  CASES_SWAPPED("case", 3, "the labels of two cases are swapped"),

  LOG_DERIVATIVE("mistake", 3, "the derivative of \\log u is u'/u, not u'/\\log u"),
  LOG_OF_QUOTIENT("mistake", 3, "\\ln(a/b) is \\ln a - \\ln b"),
  LOG_OF_SUM("mistake", 3, "\\ln a + \\ln b is \\ln(ab), not \\ln(a+b)"),
  QUOTIENT_OF_LOGS("mistake", 3, "\\ln a - \\ln b is \\ln(a/b), not \\ln a/\\ln b"),
  POWER_OF_LOG("mistake", 3, "k\\ln a is \\ln(a^k), not (\\ln a)^k or \\ln(ka)"),
  EXP_OF_SUM("mistake", 3, "e^{a+b} is e^a e^b, not e^a + e^b"),
  POWER_OF_POWER("mistake", 3, "(e^a)^b is e^{ab}, and e^a e^b is e^{a+b}"),
  EXPONENT_AS_FACTOR("mistake", 3, "e^{c\\ln x} is x^c, not cx"),
  ABSOLUTE_VALUE("mistake", 3, "\\sqrt{x^2} is |x|"),
  SUM_OF_RECIPROCALS("mistake", 3, "1/a + 1/b is (a+b)/(ab), not 1/(a+b)"),
  SQUARE_OF_SUM("mistake", 3, "(a+b)^2 has the term 2ab"),
  QUOTIENT_RULE("mistake", 3, "the quotient rule has a minus: (u'v - uv')/v^2"),
  PRODUCT_RULE("mistake", 3, "the product rule has two terms: u'v + uv'"),
  POWER_RULE_ON_EXPONENTIAL("mistake", 3, "the derivative of e^u is e^u u', no power rule"),
  DELTA_FORGOTTEN("mistake", 3, "the case of equal indices was forgotten: \\delta_{ij} is missing"),
  ACTIVATION_DERIVATIVE("mistake", 3, "the derivative of the activation was forgotten"),
  SUM_INDEX_CAPTURED("mistake", 3, "a product of sums needs a letter for each of them"),
  SUM_NOT_COLLAPSED("mistake", 4, "the derivative by one component leaves one term of the sum"),
  SUM_FORGOTTEN("mistake", 4, "a sum was forgotten"),
  CONSTANT_SUMMED_ONCE("mistake", 4, "a constant is summed as often as there are terms"),
  SUM_RANGE("mistake", 4, "a sum begins or ends one element off"),
  MATRIX_ORDER("order", 4, "two factors of a product of matrices are in the wrong order"),
  TRANSPOSE("mistake", 4, "a transpose is missing or too many"),
  CHAIN_FACTOR("mistake", 4, "a factor of the chain rule was forgotten"),
  WRONG_LABEL("mistake", 4, "a quantity is that of another layer or place"),
  SIGN("mistake", 4, "a sign is wrong"),
  EXPONENT("mistake", 4, "an exponent is wrong"),
  CONSTANT_FACTOR("mistake", 4, "a constant factor is wrong"),
  FRACTION_INVERTED("mistake", 4, "a fraction is upside down, or a factor is on its wrong side"),
  COMPLEMENT("mistake", 5, "u stands for 1 - u"),
  EXPONENTIAL_LOST("mistake", 5, "an exponential or a logarithm was lost"),
  TERM_DROPPED("mistake", 5, "a term was dropped"),
  TERM_TOO_MANY("mistake", 5, "a term is too many"),
  FACTOR_DROPPED("mistake", 5, "a factor was dropped"),
  FACTOR_TOO_MANY("mistake", 5, "a factor is too many");

  private final String kind;
  private final int cost;
  private final String sentence;

  Fault(String kind, int cost, String sentence) {
    this.kind = kind;
    this.cost = cost;
    this.sentence = sentence;
  }

  /** The kind as reports show it: {@code index}, {@code brace}, {@code symbol}, {@code script}, {@code order}, {@code case}, {@code mistake}. */
  public String kind() {
    return kind;
  }

  /** How far the mended formula is from what is printed. */
  public int cost() {
    return cost;
  }

  /** What is wrong, in words. */
  public String sentence() {
    return sentence;
  }

  /** Its name in reports and of its page: {@code log-derivative}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is a fault of writing and not of mathematics. */
  public boolean isSlip() {
    return compareTo(LOG_DERIVATIVE) < 0;
  }
}
