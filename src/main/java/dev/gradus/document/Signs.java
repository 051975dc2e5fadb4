package dev.gradus.document;

import dev.gradus.document.Clause.Join;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which commands and characters are relation signs, which separate clauses. The signs are those of ../shared/tools/relations.py and more. */
final class Signs {
  private static final Map<String, RelationSign> RELATIONS = relations();
  private static final Map<String, Join> JOINS = joins();

  private Signs() {}

  static Optional<RelationSign> relation(String token) {
    return Optional.ofNullable(RELATIONS.get(token));
  }

  /** Separators that stand alone; {@code &}, comma and words are not among them. */
  static Optional<Join> join(String token) {
    return Optional.ofNullable(JOINS.get(token));
  }

  /** A plain long arrow: a limit only where a number or infinity follows it. */
  static boolean plainArrow(String token) {
    return JOINS.get(token) == Join.ARROW;
  }

  private static Map<String, RelationSign> relations() {
    Map<String, RelationSign> map = new TreeMap<>();
    put(map, RelationSign.EQUAL, "=", "==", "=:", "＝", "\\eqqcolon");
    put(map, RelationSign.NOT_EQUAL, "\\neq", "\\ne", "≠");
    put(map, RelationSign.LESS, "<", "\\lt", "＜");
    put(map, RelationSign.LESS_OR_EQUAL, "<=", "\\leq", "\\le", "\\leqslant", "\\leqq", "≤", "≦", "⩽");
    put(map, RelationSign.GREATER, ">", "\\gt", "＞");
    put(map, RelationSign.GREATER_OR_EQUAL, ">=", "\\geq", "\\ge", "\\geqslant", "\\geqq", "≥", "≧", "⩾");
    put(map, RelationSign.APPROXIMATE, "\\approx", "\\simeq", "\\cong", "\\approxeq", "≈", "≃", "≅");
    put(map, RelationSign.IDENTICAL, "\\equiv", "≡");
    put(map, RelationSign.DEFINED_AS, ":=", "\\triangleq", "\\coloneqq", "\\coloneq", "\\doteq", "≔", "≜", "≝");
    put(map, RelationSign.PROPORTIONAL, "\\propto", "∝");
    put(map, RelationSign.MUCH_LESS, "\\ll", "≪");
    put(map, RelationSign.MUCH_GREATER, "\\gg", "≫");
    put(map, RelationSign.MATRIX_GREATER_OR_EQUAL, "\\succeq", "\\succcurlyeq", "⪰", "≽");
    put(map, RelationSign.MATRIX_LESS_OR_EQUAL, "\\preceq", "\\preccurlyeq", "⪯", "≼");
    put(map, RelationSign.MATRIX_GREATER, "\\succ", "≻");
    put(map, RelationSign.MATRIX_LESS, "\\prec", "≺");
    put(map, RelationSign.TENDS_TO, "\\to");
    return map;
  }

  private static Map<String, Join> joins() {
    Map<String, Join> map = new TreeMap<>();
    put(map, Join.ROW, "\\\\", "\\cr", "\\newline", "\\tabularnewline");
    put(map, Join.SPACE, "\\quad", "\\qquad");
    put(map, Join.IMPLIES, "\\Rightarrow", "\\implies", "\\Longrightarrow", "=>", "==>", "⇒", "⟹");
    put(map, Join.IFF, "\\Leftrightarrow", "\\iff", "\\Longleftrightarrow", "<=>", "⇔", "⟺");
    put(map, Join.IMPLIED_BY, "\\Leftarrow", "\\impliedby", "\\Longleftarrow", "⇐", "⟸");
    put(map, Join.THEREFORE, "\\therefore", "∴");
    put(map, Join.BECAUSE, "\\because", "∵");
    put(map, Join.ARROW, "\\rightarrow", "\\longrightarrow", "\\hookrightarrow", "\\leadsto", "\\rightsquigarrow", "-->", "⟶", "->", "→", "\\dashrightarrow");
    put(map, Join.SEMICOLON, ";", "；");
    put(map, Join.COMMA, ",", "，", "、");
    return map;
  }

  private static <T> void put(Map<String, T> map, T value, String... tokens) {
    for (String token : tokens) {
      map.put(token, value);
    }
  }

  /** Arrows of logic and plain arrows: they count also before the first clause. */
  static boolean isLogic(Join join) {
    return join == Join.IMPLIES || join == Join.IFF || join == Join.IMPLIED_BY || join == Join.THEREFORE || join == Join.BECAUSE || join == Join.ARROW;
  }

  /** Of two separators that meet, the one that says more. */
  static Join stronger(Join before, Join now) {
    if (isLogic(now)) {
      return now;
    }
    if (isLogic(before)) {
      return before;
    }
    return strength(now) >= strength(before) ? now : before;
  }

  static int strength(Join join) {
    return switch (join) {
      case FIRST -> 0;
      case SPACE -> 1;
      case COMMA -> 2;
      case SEMICOLON -> 3;
      case COLUMN -> 4;
      case WORDS -> 5;
      case ROW -> 6;
      case ARROW -> 7;
      case IMPLIES, IFF, IMPLIED_BY, THEREFORE, BECAUSE -> 8;
    };
  }
}
