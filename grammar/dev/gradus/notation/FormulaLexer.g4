/*
 * The words of a formula. Every command that is known stands here; any other is UNKNOWN and becomes an Unreadable node, so a new command
 * is added in this file (and, if it has several spellings, folded in Commands). Spaces leave no token; where they matter (digits, letter
 * runs) the offsets of the tokens tell.
 */
lexer grammar FormulaLexer;

// Made by Arranger, never by this lexer: see FormulaParser.
tokens {
  NUMBER, WORDS, SPLIT, EMPTY, BAD, PREFIX, BIG_CALL, ROOT_OF, LABELLED, STACKED,
  BRACKET_OPEN, BRACKET_CLOSE, TABLE_OPEN, TABLE_CLOSE, THOUSANDS
}

fragment WS : [ \t\r\n] ;
SPACE
  : ( WS+ | '~' | '\\' [,;:!> \t\r\n/@-] | '\\thinspace' | '\\medspace' | '\\thickspace' | '\\negthinspace' | '\\enspace' | '\\space'
    | '\\displaystyle' | '\\textstyle' | '\\scriptstyle' | '\\scriptscriptstyle' | '\\limits' | '\\nolimits' | '\\mathstrut' | '\\strut'
    | '\\nonumber' | '\\notag' | '\\hfill' | '\\hline' | '\\allowbreak' | '\\nobreak' | '\\relax' | '\\null' | '\\noindent' | '\\checkmark'
    | '\\mathord' | '\\mathbin' | '\\mathrel' | '\\mathopen' | '\\mathclose' | '\\mathpunct' | '\\mathinner' | '\\smash'
    ) -> skip
  ;
// Sizes say nothing about meaning: \bigl( is (.
SIZE : '\\' [bB] 'ig' 'g'? [lrm]? -> skip ;

BEGIN : '\\begin' WS* '{' [a-zA-Z]+ '*'? '}' ;
END : '\\end' WS* '{' [a-zA-Z]+ '*'? '}' ;
LEFT : '\\left' ;
RIGHT : '\\right' ;
GROUP_OPEN : '{' ;
GROUP_CLOSE : '}' ;
OPEN : '(' | '[' | '\\{' | '\\lbrace' | '\\lbrack' | '\\langle' | '\\lfloor' | '\\lceil' | '\\lvert' | '\\lVert' ;
CLOSE : ')' | ']' | '\\}' | '\\rbrace' | '\\rbrack' | '\\rangle' | '\\rfloor' | '\\rceil' | '\\rvert' | '\\rVert' ;
BAR : '|' | '\\vert' ;
DOUBLE_BAR : '||' | '\\|' | '\\Vert' ;
MID : '\\mid' | '\\middle' WS* ('|' | '\\vert' | '\\|' | '\\Vert') | '\\parallel' ;

SUP : '^' ;
SUB : '_' ;
PRIME : '\'' | '\\prime' ;
BANG : '!' ;
AMP : '&' ;
ROW : ( '\\\\' '*'? (WS* '[' WS* '-'? [0-9.]+ WS* [a-z]+ WS* ']')? | '\\cr' | '\\newline' | '\\tabularnewline' ) ;
COMMA : ',' | ';' ;
QUAD : '\\quad' | '\\qquad' ;
DOT : '.' ;
DOTS : '\\ldots' | '\\cdots' | '\\dots' | '\\dotsc' | '\\dotsb' | '\\dotsm' | '\\dotsi' | '\\vdots' | '\\ddots' | '\\hdots' | '...' ;
DOLLAR : '$' ;

DIGIT : [0-9] ;
LETTER
  : [a-zA-Z]
  | '\\alpha' | '\\beta' | '\\gamma' | '\\delta' | '\\epsilon' | '\\varepsilon' | '\\zeta' | '\\eta' | '\\theta' | '\\vartheta' | '\\iota'
  | '\\kappa' | '\\varkappa' | '\\lambda' | '\\mu' | '\\nu' | '\\xi' | '\\omicron' | '\\pi' | '\\varpi' | '\\rho' | '\\varrho' | '\\sigma'
  | '\\varsigma' | '\\tau' | '\\upsilon' | '\\phi' | '\\varphi' | '\\chi' | '\\psi' | '\\omega'
  | '\\Gamma' | '\\Delta' | '\\Theta' | '\\Lambda' | '\\Xi' | '\\Pi' | '\\Sigma' | '\\Upsilon' | '\\Phi' | '\\Psi' | '\\Omega'
  | '\\varGamma' | '\\varDelta' | '\\varTheta' | '\\varLambda' | '\\varXi' | '\\varPi' | '\\varSigma' | '\\varPhi' | '\\varPsi' | '\\varOmega'
  | '\\partial' | '\\nabla' | '\\infty' | '\\infin' | '\\ell' | '\\hbar' | '\\imath' | '\\jmath' | '\\wp' | '\\Re' | '\\Im' | '\\aleph'
  | '\\emptyset' | '\\varnothing' | '\\top' | '\\bot' | '\\perp' | '\\intercal' | '\\dagger' | '\\dag' | '\\ddagger' | '\\star' | '\\bullet'
  | '\\degree' | '\\square' | '\\Box'
  ;

FRACTION : '\\frac' | '\\dfrac' | '\\tfrac' | '\\cfrac' | '\\nicefrac' | '\\sfrac' ;
BINOM : '\\binom' | '\\dbinom' | '\\tbinom' ;
OVER : '\\over' | '\\choose' ;
ROOT : '\\sqrt' ;
STYLE
  : '\\mathbf' | '\\bm' | '\\boldsymbol' | '\\pmb' | '\\mathrm' | '\\mathbb' | '\\mathds' | '\\mathbbm' | '\\Bbb' | '\\mathcal' | '\\mathscr'
  | '\\mathfrak' | '\\mathsf' | '\\mathit' | '\\mathtt' | '\\mathnormal' | '\\symbf' | '\\bold'
  ;
SWITCH : '\\bf' | '\\bfseries' | '\\rm' | '\\cal' | '\\it' | '\\sf' | '\\tt' | '\\boldmath' | '\\frak' | '\\scr' ;
TEXT
  : '\\text' | '\\textrm' | '\\textnormal' | '\\mbox' | '\\hbox' | '\\texttt' | '\\textsf' | '\\textit' | '\\textbf' | '\\textup' | '\\textsc'
  | '\\emph' | '\\intertext' | '\\textmd'
  ;
OPERATOR_NAME : '\\operatorname' '*'? | '\\operatornamewithlimits' ;
OPERATOR : '\\mathop' ;
NAME
  : '\\log' | '\\ln' | '\\lg' | '\\exp' | '\\sin' | '\\cos' | '\\tan' | '\\cot' | '\\sec' | '\\csc' | '\\sinh' | '\\cosh' | '\\tanh' | '\\coth'
  | '\\sech' | '\\csch' | '\\arcsin' | '\\arccos' | '\\arctan' | '\\artanh' | '\\arctanh' | '\\arsinh' | '\\arcosh' | '\\det' | '\\dim'
  | '\\ker' | '\\rank' | '\\tr' | '\\Tr' | '\\diag' | '\\sgn' | '\\sign' | '\\deg' | '\\gcd' | '\\hom' | '\\Pr' | '\\erf'
  | '\\softmax' | '\\sigmoid' | '\\relu' | '\\ReLU' | '\\softplus' | '\\mod' | '\\bmod'
  ;
BIG
  : '\\sum' | '\\prod' | '\\coprod' | '\\int' | '\\iint' | '\\iiint' | '\\oint' | '\\lim' | '\\limsup' | '\\liminf' | '\\max' | '\\min'
  | '\\sup' | '\\inf' | '\\argmax' | '\\argmin' | '\\bigcup' | '\\bigcap' | '\\bigoplus' | '\\bigotimes' | '\\bigodot' | '\\bigvee'
  | '\\bigwedge' | '\\smallint'
  ;
ARG : '\\arg' ;

ACCENT
  : '\\hat' | '\\widehat' | '\\bar' | '\\overline' | '\\widebar' | '\\tilde' | '\\widetilde' | '\\dot' | '\\ddot' | '\\vec'
  | '\\overrightarrow' | '\\check' | '\\widecheck' | '\\underline'
  ;
CANCEL : '\\cancel' | '\\xcancel' | '\\bcancel' ;
BRACED : '\\underbrace' | '\\overbrace' ;
STACK : '\\underset' | '\\overset' | '\\stackrel' | '\\stackbin' ;
BOXED : '\\boxed' | '\\fbox' | '\\framebox' | '\\ensuremath' | '\\mathclap' | '\\mathrlap' | '\\mathllap' ;
COLOURED : '\\textcolor' | '\\colorbox' ;
SUBSTACK : '\\substack' ;
// A command whose argument is not part of the formula.
ASIDE
  : '\\hspace' '*'? | '\\vspace' '*'? | '\\mspace' | '\\hskip' | '\\label' | '\\tag' '*'? | '\\phantom' | '\\hphantom' | '\\vphantom' | '\\color'
  | '\\eqref' | '\\ref' | '\\footnotemark'
  ;

SIGN : '+' | '-' | '\\pm' | '\\mp' ;
OP
  : '*' | '\\ast' | '/' | '\\div' | '\\slash' | '\\oslash' | './' | '\\cdot' | '\\cdotp' | '\\centerdot' | '\\times' | '\\circ' | '\\odot' | '\\otimes' | '.*'
  ;
COLON : ':' | '\\colon' ;
ARROW : '\\to' | '->' | '\\rightarrow' | '\\longrightarrow' | '\\mapsto' | '\\longmapsto' ;
MEMBER
  : '\\in' | '\\notin' | '\\not' WS* '\\in' | '\\sim' | '\\subset' | '\\subseteq' | '\\subsetneq'
  ;
JOIN : '\\cup' | '\\cap' | '\\setminus' | '\\backslash' | '\\wedge' | '\\land' | '\\vee' | '\\lor' ;
QUANTIFIER : '\\forall' | '\\exists' ;
RELATION
  : '=' | '<' | '>' | '\\lt' | '\\gt' | '\\neq' | '\\ne' | '\\not' WS* '=' | '\\leq' | '\\le' | '\\leqslant' | '\\leqq' | '\\geq' | '\\ge'
  | '\\geqslant' | '\\geqq' | '\\approx' | '\\simeq' | '\\cong' | '\\approxeq' | '\\equiv' | ':=' | '\\triangleq' | '\\coloneqq' | '\\doteq'
  | '\\coloneq' | '\\propto' | '\\ll' | '\\gg' | '\\succeq' | '\\preceq' | '\\succ' | '\\prec' | '\\succcurlyeq' | '\\preccurlyeq' | '!=' | '<='
  | '>='
  ;

UNKNOWN : '\\' ([a-zA-Z]+ | ~[a-zA-Z]) ;
OTHER : . ;
