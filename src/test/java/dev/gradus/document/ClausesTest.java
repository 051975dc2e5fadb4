package dev.gradus.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gradus.document.AnswerReader.Format;
import org.junit.jupiter.api.Test;

/** How formulas are cut; each case a small document and its clauses as {@link Printed} writes them. */
final class ClausesTest {
  private static void markdown(String text, String... clauses) {
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < clauses.length; i++) {
      expected.append(i).append(' ').append(clauses[i]).append('\n');
    }
    assertEquals(expected.toString(), Printed.clauses(text, Format.MARKDOWN));
  }

  @Test
  void aChainOfOrdersIsOneClause() {
    markdown("$a < b = c$", "a <LESS> b <=> c");
  }

  @Test
  void rowsGoOnWithTheRowAbove() {
    markdown(
        "$$\\begin{aligned} f(x) &= a + b \\\\ &\\quad + c \\\\ &= d, \\quad x > 0 \\\\ &\\le e \\end{aligned}$$",
        "f(x) <=> a + b + c", "ROW  <=> d ^0", "COMMA x <GREATER> 0", "ROW  <LESS_OR_EQUAL> e ^1");
  }

  @Test
  void rowsOfTheirOwnStayApart() {
    markdown("\\begin{gather} x = 1 \\\\ -y = 2 \\end{gather}", "x <=> 1", "ROW -y <=> 2");
  }

  @Test
  void columnsGoOnWithTheirOwnColumn() {
    markdown(
        "\\begin{align} x &= 1 & y &= 2 \\\\ &= 3 & &= 4 \\end{align}",
        "x <=> 1", "COLUMN y <=> 2", "ROW  <=> 3 ^0", "COLUMN  <=> 4 ^1");
  }

  @Test
  void relationsInScriptsArgumentsAndBracketsAreNone() {
    markdown("$\\sum_{i=1}^n P(Y=1|x) = \\frac{a=b}{c} \\text{ if } [z>0]$", "\\sum_{i=1}^n P(Y=1|x) <=> \\frac{a=b}{c} {if}", "WORDS [if] [z>0]");
  }

  @Test
  void boxesAndColoursAreLookedInto() {
    markdown("$$\\boxed{a = b} \\qquad \\textcolor{red}{c = d} \\qquad \\boxed{e}$$", "a <=> b", "SPACE c <=> d", "SPACE \\boxed{e}");
  }

  @Test
  void cellsBelongToTheirParent() {
    markdown(
        "$$\\sigma(x) = \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}$$",
        "\\sigma(x) <=> \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", "[if] x <GREATER> 0 @cases(0,1 in 0)");
  }

  @Test
  void aSystemAloneHangsOnAFragment() {
    markdown(
        "$$\\left\\{\\begin{array}{l} x = 1 \\\\ = 2 \\end{array}\\right.$$",
        "\\left\\{\\begin{array}{l} x = 1 \\\\ = 2 \\end{array}\\right.", "x <=> 1 @array(0,0 in 0)", " <=> 2 @array(1,0 in 0) ^1");
  }

  @Test
  void setsInBracesHangOnTheirClause() {
    markdown("$A = \\left\\{ x : f(x) = 0 \\right\\} = B$", "A <=> \\left\\{ x : f(x) = 0 \\right\\} <=> B", "x : f(x) <=> 0 @braces(0,0 in 0)");
  }

  @Test
  void stackedSignsStandWhereTheyBegin() {
    markdown(
        "$x :&= y \\stackrel{?}{=} z \\overset{(a)}{\\le} w \\not= v \\stackrel{\\text{def}}{=} u$",
        "x <DEFINED_AS> y <ASKED|?> z <LESS_OR_EQUAL|(a)> w <NOT_EQUAL> v <DEFINED_AS|\\text{def}> u");
  }

  @Test
  void arrowsAreLimitsBetweenExpressions() {
    markdown(
        "$f: A \\to B, \\quad x_n \\to 0, \\quad x_n \\rightarrow 0 \\text{ as } n \\to \\infty, \\quad u \\rightarrow v \\xrightarrow{n} w$",
        "f: A \\to B", "COMMA x_n <TENDS_TO> 0", "COMMA x_n <TENDS_TO> 0 {as}", "WORDS [as] n <TENDS_TO> \\infty", "COMMA u", "ARROW v <TENDS_TO|n> w");
  }

  @Test
  void namesInTextStayInTheirSide() {
    markdown(
        "$\\text{CE}(y) = \\text{softmax}(x)_i \\text{ where } \\text{ReLU} = \\text{number of classes}$",
        "\\text{CE}(y) <=> \\text{softmax}(x)_i {where}", "WORDS [where] \\text{ReLU} <=> \\text{number of classes}");
  }

  @Test
  void numbersKeepTheirCommas() {
    markdown("$x = 0,5$ and $y = 10,000$ and $k = 1,2,\\ldots,K$", "x <=> 0,5", "y <=> 10,000", "k <=> 1", "COMMA 2", "COMMA \\ldots", "COMMA K");
  }

  @Test
  void logicJoinsClauses() {
    markdown("$a = b \\Rightarrow c = d \\iff e \\therefore f$", "a <=> b", "IMPLIES c <=> d", "IFF e", "THEREFORE f");
    markdown("$$\\Rightarrow \\forall x \\in R: a = b.$$", "IMPLIES [for all] x \\in R", "SPACE a <=> b");
  }

  @Test
  void labelsAreWords() {
    markdown("$$b) \\; a = b \\tag{1}$$ $$\\text{(c) } x = y \\checkmark$$", "[b)] a <=> b", "[(c)] x <=> y");
  }

  @Test
  void displaysGoOnWithEarlierOnes() {
    markdown("$$A = B$$\n\nso for $k$\n\n$$= C$$\n\n$$+ D$$\n\n$$= E$$", "A <=> B", "k", " <=> C + D ^0", " <=> E ^2");
  }

  @Test
  void nothingGoesOnAcrossAHeadingAnItemOrALabel() {
    markdown("$$A = B$$\n\n# T\n\n$$= C$$", "A <=> B", " <=> C");
    markdown("$$A = B$$\n\n- $= C$", "A <=> B", " <=> C");
    markdown("$$A = B$$\n\n(b) $= C$", "A <=> B", " <=> C");
  }

  @Test
  void anExpressionAloneIsALeftSideAndSeveralAreNot() {
    markdown("$$x = y$$\n\n$$F$$\n\n$$= G$$", "x <=> y", "F", " <=> G ^1");
    markdown("$$x = y$$\n\n$$E$$\n$$F$$\n\nslide\n\n$$= G$$", "x <=> y", "E", "F", " <=> G");
  }

  @Test
  void aMissingRightSideIsTheNextExpression() {
    markdown("$$a = \\\\ b = c$$", "a <=> b <=> c");
    markdown("$$a =$$\n\n$$b = c$$", "a <=> b", "b <=> c");
  }

  @Test
  void systemsAndCasesInMatricesHaveCells() {
    markdown(
        "$$f(x)=\\left\\{\\begin{matrix} x, & x\\geq 0\\\\ 0, & x<0 \\end{matrix}\\right.$$",
        "f(x) <=> \\left\\{\\begin{matrix} x, & x\\geq 0\\\\ 0, & x<0 \\end{matrix}\\right.", "x <GREATER_OR_EQUAL> 0 @matrix(0,1 in 0)", "x <LESS> 0 @matrix(1,1 in 0)");
  }

  @Test
  void equationArraysDropTheirMarks() {
    markdown("\\begin{eqnarray*} a & = & b \\\\ & = & c \\nonumber \\\\ & & + d \\end{eqnarray*}", "a <=> b", "ROW  <=> c + d ^0");
  }

  @Test
  void intertextIsWords() {
    markdown("\\begin{align} a &= b \\intertext{and so} c &= d \\label{e} \\\\ &\\phantom{=} + e \\end{align}", "a <=> b", "ROW [and so] c <=> d + e");
  }

  @Test
  void aBracketOverTwoRowsIsOneSide() {
    markdown("\\begin{align} a &= f(b \\\\ &+ c) \\\\ &= d \\end{align}", "a <=> f(b + c)", "ROW  <=> d ^0");
  }
}
