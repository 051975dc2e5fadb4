package dev.gradus.document;

import java.util.Optional;

/** The relation signs; {@code symbol} is how reports and ../shared/tools/relations.py write them. */
public enum RelationSign {
  EQUAL("="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  APPROXIMATE("~"),
  IDENTICAL("=="),
  DEFINED_AS(":="),
  PROPORTIONAL("propto"),
  MUCH_LESS("<<"),
  MUCH_GREATER(">>"),
  /** {@code \succeq} and kin: written like an order, meant between matrices. */
  MATRIX_GREATER_OR_EQUAL(">="),
  MATRIX_LESS_OR_EQUAL("<="),
  MATRIX_GREATER(">"),
  MATRIX_LESS("<"),
  /** {@code \stackrel{?}{=}}: a question. */
  ASKED("="),
  /** {@code \to}, {@code \xrightarrow{x\to a}} between expressions: a limit. */
  TENDS_TO("->");

  private final String symbol;

  RelationSign(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** The sign that a command or a character is: {@code \leq}, {@code ≤}; none if it is no sign by itself, as {@code \not} and what it negates. */
  public static Optional<RelationSign> of(String token) {
    return Signs.relation(token);
  }
}
