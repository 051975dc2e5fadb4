package dev.gradus.reading;

import dev.gradus.proof.kernel.Evidence;

/** Codes and sentences for what decided a claim. */
final class Because {
  private Because() {}

  static String code(Evidence evidence) {
    return switch (evidence) {
      case Evidence.OfLimits l -> "limit.value";
      case Evidence.LimitsAtPoint l -> "limit.value";
      case Evidence.SameNormalForm n -> n.exponentiated() ? "equal.logarithms" : "equal.normal-form";
      case Evidence.CutoffSizes c -> "equal.cutoff";
      case Evidence.SignCertificate c -> "order.sign";
      case Evidence.MatrixProducts c -> "equal.matrices";
      case Evidence.BySteps c -> "equal.induction";
      case Evidence.AtPoint a -> "differ.point";
      case Evidence.OpenSet o -> "differ.domain";
    };
  }

  static String sentence(String code) {
    return switch (code) {
      case "equal.normal-form" -> "both sides have the same normal form";
      case "equal.logarithms" -> "both sides have the same normal form after exponentiating";
      case "equal.cutoff" -> "it holds for the first sizes, and so for all (cutoff theorem)";
      case "equal.matrices" -> "both sides are the same product of matrices";
      case "equal.induction" -> "it holds for the first size, and with each size for the next (induction)";
      case "order.sign" -> "the difference of the sides has one sign";
      case "differ.point" -> "the sides differ at a point";
      case "limit.value" -> "the limit was worked out";
      default -> code;
    };
  }

  static String refutes(String code) {
    return switch (code) {
      case "differ.domain" -> "one side is undefined on an open part of the stated domain";
      case "limit.value" -> "the limit was worked out, and is not that";
      default -> "the sides differ at a point";
    };
  }
}
