/*
 * The grammar of a side of a relation, from what binds least to what binds most. It reads the tokens that Arranger has put in order:
 * every bracket has its partner, every command its arguments, every sign its operands (what was missing stands there as EMPTY or BAD), a
 * sign before a term is PREFIX and one between terms is SIGN. So the next token always decides and no input is refused here.
 */
parser grammar FormulaParser;

options { tokenVocab = FormulaLexer; }

formula : content EOF ;

content : conditioned (OVER conditioned)? ;

// a, b | c
conditioned : listed (MID listed)* ;

listed : clause (COMMA clause)* ;

// 0 if x > 0: words that join formulas
clause : mapped (SPLIT mapped?)* | (SPLIT mapped?)+ ;

mapped : quantified (COLON quantified)* ;
quantified : compared (QUANTIFIER compared)* ;
compared : arrowed (RELATION arrowed)* ;
arrowed : member (ARROW member)* ;
member : joined (MEMBER joined)* ;
joined : summed (JOIN summed)* ;

summed : PREFIX* product (SIGN PREFIX* product)* ;

// A big operator takes the rest of the product, so it can only be the last part of one.
product : (factor | OP PREFIX*)+ big? | big ;
big : BIG script* PREFIX* product? ;

factor : atom (script | PRIME | BANG)* ;
script : (SUB | SUP) atom ;

atom
  : LETTER                                               # letter
  | NUMBER                                               # number
  | WORDS                                                # words
  | DOTS                                                 # dots
  | EMPTY                                                # empty
  | BAD                                                  # bad
  | GROUP_OPEN content GROUP_CLOSE                       # group
  | bracket                                              # brackets
  | BIG_CALL bracket                                     # call
  | TABLE_OPEN row (ROW row)* TABLE_CLOSE                # table
  | FRACTION atom atom                                   # fraction
  | BINOM atom atom                                      # binomial
  | ROOT atom                                            # root
  | ROOT_OF atom atom                                    # rootOf
  | STYLE atom                                           # style
  | ACCENT atom                                          # accent
  | CANCEL atom                                          # cancel
  | BRACED atom                                          # braced
  | LABELLED atom atom                                   # labelled
  | STACKED atom atom                                    # stacked
  ;

bracket : BRACKET_OPEN content BRACKET_CLOSE ;
row : content (AMP content)* ;
