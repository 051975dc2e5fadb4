package dev.gradus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gradus.document.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** READING 1 to 12 by the words and signs around a relation, right and wrong twins together. */
class StatementsTest {
  @Test
  void rule1PartsNest() {
    List<Statement> s =
        Margin.read(
            """
            # Question 2

            (a) $f(x) = x$

            (b) $g(x) = x$

            Case 1: $i = j$. $a = b+1$

            # Question 3

            $h(x) = x$
            """);
    assertEquals("(a)", s.get(0).part().label());
    assertEquals("(b)", s.get(1).part().label());
    assertTrue(s.get(3).part().within(s.get(1).part()), "a case lies in its letter");
    assertFalse(s.get(1).part().within(s.get(0).part()));
    assertEquals("Question 3", s.get(4).part().label());
    assertTrue(s.get(0).part().parent().orElseThrow().heading());
  }

  @Test
  void rule1ItemsAndLabelsInDisplays() {
    List<Statement> s =
        Margin.read(
            """
            - $a = b+1$
              - $c = d+1$
            - $e = f+1$

            $$(a) \\quad x = y+1$$

            $$b) \\; y = z+1$$
            """);
    assertTrue(s.get(1).part().within(s.get(0).part()));
    assertFalse(s.get(2).part().within(s.get(0).part()));
    assertEquals("(a)", s.get(3).part().label());
    assertFalse(s.get(4).part().within(s.get(3).part()));
    assertEquals("y", s.get(4).left().text().strip().replace("\\; ", ""));
  }

  @Test
  void rule2AConditionServesItsSentenceAndWhatIsDrawnFromIt() {
    Margin.check(
        """
        For $x>0$ we have $\\ln x^2 = 2\\ln x$, so $e^{\\ln x^2} = x^2$.    ‖ assumed; stated c0; consequence c0 p1,0
        The sum is $a+b = b+a$.                                             ‖ stated
        If $i = j$:                                                         ‖ assumed
        $$\\delta_{ij} = 1$$                                                ‖ stated c4
        """);
  }

  @Test
  void rule2LetAndAssumeLastToThePartsEnd() {
    Margin.check(
        """
        ## A

        Let $n \\ge 2$.                  ‖ assumed

        Assume $b \\neq 0$. Then $b/b = 1$.   ‖ assumed; stated c0,1

        $n/n = 1$ holds too.             ‖ stated c0,1

        ## B

        $n/n = 1$ again.                 ‖ stated
        """);
  }

  @Test
  void rule2ItemsEndTheirConditions() {
    Margin.check(
        """
        1. $\\ln(x^2) = 2\\ln x$ for $x\\neq0$; with $x>0$: $\\ln(x^2) = 2\\ln x+0$.   ‖ stated c1; assumed; assumed; stated c2
        2. $\\sqrt{x^2} = x$                                                        ‖ stated
        """);
  }

  @Test
  void rule2ATrailingConditionOfAListMayBelongToTheEarlierOnes() {
    Margin.check(
        """
        $\\sqrt{x^2} = x$, $(\\sqrt x)^2 = x$ for $x \\ge 0$. $|x| = \\sqrt{x^2}$.     ‖ stated m2; stated c2; assumed; stated
        $\\max(u,v) = \\max(v,u)$ and $\\ln y^2 = 2\\ln y$ for $y > 0$.               ‖ stated; stated c6; assumed
        $e^{c\\ln t} = t^c$; $e^{\\ln t} = t$; $t>0$.                                ‖ stated c9; stated c9; assumed
        """);
  }

  @Test
  void rule2OneOffValuesAreNotForgotten() {
    Margin.check(
        """
        Take $K = 2$. Then $p_1+p_2 = 1$.             ‖ assumed; stated m0
        For all classes $\\sum_k p_k K = K$.          ‖ stated m0
        """);
  }

  @Test
  void rule2CasesInHeadingsAndLabels() {
    Margin.check(
        """
        #### Case 1: $i \\neq s$                     ‖ assumed

        $$\\partial L/\\partial x_i = p_i$$          ‖ stated c0

        #### Case 2: $i = s$                         ‖ assumed

        $$\\partial L/\\partial x_i = p_s - 1$$      ‖ stated c2

        Both together, for every $i$:
        $$\\partial L/\\partial x_i = p_i - y_i$$    ‖ stated
        """);
  }

  @Test
  void rule3LaterRangesReplaceAndPointsRestrictNothing() {
    Margin.check(
        """
        Let $x > 0$. Now let $x \\ge 1$. Then $\\ln x \\ge 0$.      ‖ assumed; assumed; stated c1

        $\\tanh y \\le y$, with equality at $y=0$.               ‖ stated c1; assumed point
        """);
  }

  @Test
  void rule3InGeneralEndsConditions() {
    Margin.check(
        """
        For $n=2$: $s_1 + s_2 = 1$. In general, $\\sum_i s_i = 1$.   ‖ assumed; stated c0; stated
        """);
  }

  @Test
  void rule4ExplicitDomains() {
    List<Statement> s = Margin.read("We get $g(t) \\le 1$ for all real $t$. But $g(u) \\le 1$.\n");
    assertEquals(List.of("t"), s.get(0).notes().explicitAll().stream().distinct().toList());
    assertEquals(List.of(), s.get(1).notes().explicitAll());
  }

  @Test
  void rule6QualifiersThatWereNotUnderstood() {
    Margin.check(
        """
        If the labels come from a noisy channel, $L = 2M$.      ‖ stated q
        For a given input $x$ the output is $f(x) = x+1$.       ‖ stated
        Without dropout, $y = h+1$.                             ‖ stated q
        For example, $a+b = b+a$.                               ‖ stated
        """);
  }

  @Test
  void rule7HeldFixed() {
    List<Statement> s = Margin.read("With $h$ held fixed, $\\partial L/\\partial z = 1$.\n\n$\\partial L/\\partial w = 2$\n");
    assertEquals(List.of("h"), s.get(0).fixed());
    assertEquals(List.of(), s.get(1).fixed());
  }

  @Test
  void rule8WhereBelongsToTheLineBefore() {
    Margin.check(
        """
        $$J = \\sum_k g(z_k)$$                     ‖ stated b1,2

        where $g(z) = 1/(1+e^{-z})$ and $z_k = w x_k$.     ‖ introduced b2; introduced
        """);
  }

  @Test
  void rule9WhatIsAssumed() {
    Margin.check(
        """
        If $a = b+1$ then $2a = 2b+2$.                       ‖ assumed; stated c0
        Find $w$ such that $f(w) = g(w)$.                    ‖ assumed
        $$x^2 = 4x \\Rightarrow x = 4$$                      ‖ assumed; consequence p3
        $$y^2 = 4y+1 \\Leftrightarrow 2y^2 = 8y+2$$          ‖ assumed; equivalent p5
        Is it so that $\\;cx \\stackrel{?}{=} x$?            ‖ asked
        The step ($N=1$) gives $u+v = v+u$.                  ‖ assumed; consequence c8 p8,7
        """);
  }

  @Test
  void rule9AChainOrAConsequenceIsNotAssumed() {
    Margin.check(
        """
        $$f(x) = x + 0 = x \\Rightarrow g(x) = x$$           ‖ stated; stated; consequence p1,0

        Therefore $g(y) = y \\Rightarrow h(y) = y$.          ‖ consequence p2,1,0; consequence p3
        """);
  }

  @Test
  void rule10SetToZero() {
    Margin.check(
        """
        Setting the derivative to zero,
        $$\\frac{dL}{dw} = \\frac{a}{w} - b = 0$$      ‖ stated; set_to_zero
        hence $w = a/b$.                              ‖ consequence p1,0

        The rows sum up:
        $$\\sum_j D_{ij} = p_i - p_i = 0$$             ‖ stated; stated
        Much the same for columns.
        """);
  }

  @Test
  void rule10SetToZeroInWordsOnly() {
    Margin.check(
        """
        $\\partial L/\\partial W = X^T(XW-T)$; setting it to zero: $W = (X^TX)^{-1}X^TT$.   ‖ stated; consequence p0 z0
        """);
  }

  @Test
  void rule12IndexRangesStateNothing() {
    Margin.check(
        """
        $$P_k = c_k/m, \\quad k = 1, \\ldots, K$$      ‖ stated; no_claim
        $$a_k = w_k x, \\quad k = 0, 1, 2$$            ‖ stated; no_claim
        $$p_i p_j \\le 1, \\quad i \\neq j$$           ‖ stated c5; assumed
        $$q_i = p_i - 1 \\quad (i \\neq k)$$           ‖ stated (i \\neq k)
        """);
  }

  @Test
  void rule14LetDefinesAndGoalsAreJudged() {
    Margin.check(
        """
        Let $z = Wx+b$, $h = \\sigma(z)$.               ‖ introduced; introduced
        Show that $\\sigma(-z) = 1-\\sigma(z)$.         ‖ goal
        $u := v+1$                                      ‖ introduced
        """);
  }

  @Test
  void casesHoldTheirRowsConditions() {
    Margin.check(
        """
        $$D_{ij} = \\begin{cases} s_i(1-s_i) = s_i - s_i^2 & i = j \\\\ -s_i s_j & \\text{if } i \\neq j \\end{cases}$$   ‖ stated; stated c2; assumed; assumed
        """);
  }

  @Test
  void consequencesOfOneOfSeveralCasesAreNotUnderIt() {
    Margin.check(
        """
        For $z \\ge 0$ we have $r(z) = |z|$. For $z < 0$ we have $r(z) = 0$. Hence $2r(z) = z+|z|$.   ‖ assumed; stated c0; assumed; stated c2; consequence p3 m2
        """);
  }

  @Test
  void otherLanguages() {
    Margin.check(
        """
        Sei $a = b+1$. Für $x > 0$ gilt $\\ln x^2 = 2 \\ln x$, also ist $x^2 = e^{2\\ln x}$.     ‖ introduced; assumed; stated c1; consequence c1 p2,1,0
        Igualamos a cero: $s - nt = 0$, por lo tanto $t = s/n$.                              ‖ set_to_zero; consequence p4,3,2,1
        当$y=1$时，$f(y) = 2y$，所以$g(y) = f(y)-y$。                                          ‖ assumed; stated c6; consequence c6 p7,6,5,4
        """);
  }

  @Test
  void wordsSayWhatNamesAre() {
    List<Statement> s =
        Margin.read(
            """
            Let $y$ be one-hot. $L = -\\sum_k y_k\\ln p_k = -\\ln p_c$, where $c$ is the index of the correct class.

            $\\ln(ab) = \\ln a + \\ln b$ for positive $a,b$. $a+b = b+a$.
            """);
    assertTrue(s.get(0).notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.ONE_HOT && f.names().equals(List.of("y"))));
    assertTrue(s.get(0).notes().facts().stream().anyMatch(f -> f.hot().isPresent() && f.hot().get().equals("c")));
    assertTrue(s.get(2).notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.POSITIVE && f.names().equals(List.of("a", "b"))));
    assertFalse(s.get(3).notes().facts().stream().anyMatch(f -> f.kind() == WordFact.Kind.POSITIVE));
  }

  @Test
  void assertionsInWordsAreNoFacts() {
    List<Statement> s = Margin.read("Hence $H$ is positive definite. $u^THu > 0$\n");
    assertTrue(s.get(0).notes().facts().isEmpty());
  }

  @Test
  void fragmentsGiveShapes() {
    List<Fragment> f = Statements.fragments(Margin.answer("Let $X\\in\\mathbb R^{n\\times d}$ and $y = Xw$ with $w\\in\\mathbb R^d$.\n"));
    assertEquals(List.of("X\\in\\mathbb R^{n\\times d}", "w\\in\\mathbb R^d"), f.stream().map(x -> x.text().text()).toList());
    assertEquals(List.of(0, 1), f.stream().map(Fragment::before).toList());
    assertEquals("let", f.get(0).opens());
  }

  @Test
  void openingAndClosingWords() {
    List<Statement> s = Margin.read("The logistic function $g(x) = x$ is odd in $x$.\n");
    assertEquals("the logistic function", s.get(0).opens());
    assertEquals("is odd in $.", s.get(0).closes());
  }

  @Test
  void rule9WhatLetBindsIsAssumed() {
    Margin.check(
        """
        Let $x+y = 1$. Then $x^2 = 1-y$.                                               ‖ assumed; stated c0
        Let $p_i>0$ and $q_i>0$ with $\\sum_i p_i = 1$ and $\\sum_i q_i = 1$.          ‖ assumed; assumed; assumed; assumed

        ## A

        Let $y$ satisfy $\\sum_i y_i = 2$.                                             ‖ assumed
        Let $A = uv$ and $u+v = 10$.                                                   ‖ introduced c0,2,3,4,5,6,8; assumed
        Suppose that for all $w$ we have $$f(w) = g(w)$$                               ‖ assumed
        For real $a,b$ with $ab>0$: $a/b > 0$.                                         ‖ assumed; stated c0,2,3,4,5,6,8,9,10
        $$\\begin{cases} r+s = 3 \\\\ r-s = 1 \\end{cases} \\Rightarrow r = 2$$        ‖ assumed; assumed; consequence c0,2,3,4,5,6,8,9 p13,12
        Let $z = Wx+b$. Using $z^2-1 = (z-1)(z+1)$, we write $c+d = d+c$.              ‖ introduced c0,2,3,4,5,6,8,9; introduced c0,2,3,4,5,6,8,9; introduced c0,2,3,4,5,6,8,9
        """);
  }

  @Test
  void rule10TheZeroOfADerivativeIsSet() {
    Margin.check(
        """
        $f'(x) = 2x-4 = 0$                 ‖ stated; set_to_zero

        $f'(3) = 6 = 0$                    ‖ stated; stated

        $g(x) = x-x = 0$                   ‖ stated; stated

        Setting the derivative to zero:
        $$0 = a-bx$$                       ‖ set_to_zero
        """);
  }

  @Test
  void rule4AQuantifierBeforeADisplayIsNoCondition() {
    Margin.check(
        """
        For all real numbers:
        $$g(t) \\le t+1$$                  ‖ stated

        For every real $x$:
        $$g(x) \\le x+1$$                  ‖ stated

        For any $x$, $h(x) = x+1$.         ‖ stated
        """);
  }

  private static List<String> facts(String text) {
    return Margin.read(text).getLast().notes().facts().stream().map(f -> f.kind() + " " + String.join(",", f.names()) + f.hot().map(h -> " at " + h).orElse("")).toList();
  }

  @Test
  void wordsGiveShapes() {
    assertEquals(List.of("MATRIX A,B"), facts("Let $A$ and $B$ be $n\\times n$ matrices. $AB = BA$\n"));
    assertEquals(List.of("MATRIX A", "VECTOR u,v"), facts("Take a matrix $A$ and vectors $u, v$. $Au = v$\n"));
    assertEquals(List.of("ROW_VECTOR x"), facts("Row vector $x$: $xx^T = 1$\n"));
    assertEquals(List.of(), facts("The matrix has entries $a_{ij}$. $a = b+1$\n"));
  }

  @Test
  void rule6WordsThatRestrictAreNeverLost() {
    assertEquals(List.of("SYMMETRIC A"), facts("$x^TAx = 2x$ ($A$ symmetric).\n"));
    assertEquals(List.of("RESTRICTED A"), facts("Since $A$ is skew-symmetric, $x^TAx = 0$\n"));
    assertEquals(List.of("PLUS_MINUS_ONE s"), facts("Spins $s\\in\\{-1,1\\}$: $s^3 = s$\n"));
    assertEquals(List.of("CLOSED_UNIT_INTERVAL a_i"), facts("Let $a_i\\in[0,1]$. $a_i^2 \\le a_i$\n"));
    assertEquals(List.of(), facts("Let $i\\in\\{1,\\ldots,n\\}$. $a_i^2 = a_i$\n"));
    Margin.check(
        """
        To first order, $e^x = 1+x$.                 ‖ stated q
        With normalized weights, $a = b+1$.          ‖ stated q
        In the first line, $c = d+1$.                ‖ stated
        For the softmax function $e = f+1$.          ‖ stated
        """);
  }

  @Test
  void rule25TheHotClassLastsItsChapter() {
    assertEquals(List.of("ONE_HOT t", "ONE_HOT t at k"), facts("$t$ is one-hot, $t_k = 1$. $a = b+1$\n"));
    assertEquals(List.of("ONE_HOT y at k"), facts("## A\n\n- Let $y$ be one-hot, $y_k = 1$.\n- $a = b+1$\n"));
    assertEquals(List.of(), facts("## A\n\nLet $y$ be one-hot, $y_k = 1$.\n\n## B\n\n$a = b+1$\n"));
    assertEquals(List.of(), facts("$t_k = 1$. $a = b+1$\n"));
  }

  @Test
  void aLimitOfRelations() {
    assertEquals(0, Statements.cutOff(Margin.answer("$a = b$\n")));
    Answer many = Margin.answer("$a=b$ and $a=b$.\n\n".repeat(10_001));
    assertEquals(2, Statements.cutOff(many));
    assertEquals(20_000, Statements.of(many).size());
  }
}
