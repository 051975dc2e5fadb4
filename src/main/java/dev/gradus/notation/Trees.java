package dev.gradus.notation;

import dev.gradus.document.MathText;
import dev.gradus.document.RelationSign;
import dev.gradus.document.Span;
import dev.gradus.notation.FormulaParser.AtomContext;
import dev.gradus.notation.FormulaParser.FactorContext;
import dev.gradus.notation.FormulaParser.ScriptContext;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.notation.Notation.Sign;
import dev.gradus.notation.Notation.Signed;
import dev.gradus.notation.Notation.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Parse tree to {@link Notation}, rule by rule. */
final class Trees {
  /** More signs of one kind in a row than this are not read: each one makes the tree deeper. */
  private static final int CHAIN = 24;

  private final MathText spelled;

  Trees(MathText spelled) {
    this.spelled = spelled;
  }

  Notation formula(FormulaParser.FormulaContext context) {
    return content(context.content());
  }

  private Span span(ParserRuleContext context) {
    return span(context.getStart(), context.getStop());
  }

  private Span span(Token first, Token last) {
    return spelled.span(first.getStartIndex(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
  }

  private Notation content(FormulaParser.ContentContext context) {
    List<FormulaParser.ConditionedContext> parts = context.conditioned();
    Notation first = conditioned(parts.getFirst());
    if (parts.size() == 1) {
      return first;
    }
    Notation second = conditioned(parts.get(1));
    boolean over = context.OVER().getText().equals("\\over");
    return over ? new Notation.Fraction(span(context), first, second) : binomial(span(context), first, second);
  }

  private static Notation binomial(Span span, Notation above, Notation below) {
    return new Notation.Table(span, "binom", List.of(List.of(above), List.of(below)));
  }

  private Notation conditioned(FormulaParser.ConditionedContext context) {
    if (context.children.size() == 1) {
      return listed(context.listed(0));
    }
    return chain(context, all(context.listed(), this::listed), (left, i, right) -> new Notation.Conditioned(left.span().to(right.span()), left, right));
  }

  /** A loop, not a stream: formulas nest deeply and stacks are small. */
  private static <C> List<Notation> all(List<C> contexts, Function<C, Notation> rule) {
    List<Notation> all = new ArrayList<>();
    for (C context : contexts) {
      all.add(rule.apply(context));
    }
    return all;
  }

  private interface Joiner {
    Notation join(Notation left, int index, Notation right);
  }

  /** Parts joined from the left. */
  private Notation chain(ParserRuleContext context, List<Notation> parts, Joiner joiner) {
    if (parts.size() > CHAIN) {
      return new Unreadable(span(context), "at most " + CHAIN + " signs in a row");
    }
    Notation result = parts.getFirst();
    for (int i = 1; i < parts.size(); i++) {
      result = joiner.join(result, i - 1, parts.get(i));
    }
    return result;
  }

  private Notation infixes(ParserRuleContext context, List<Notation> parts, List<TerminalNode> signs) {
    return chain(context, parts, (left, i, right) -> new Notation.Infix(left.span().to(right.span()), left, signs.get(i).getText(), right));
  }

  private Notation listed(FormulaParser.ListedContext context) {
    return context.children.size() == 1 ? clause(context.clause(0)) : new Notation.Listed(span(context), all(context.clause(), this::clause));
  }

  /** Words between formulas: the parts stay apart, side by side. */
  private Notation clause(FormulaParser.ClauseContext context) {
    List<Factor> parts = new ArrayList<>();
    for (ParseTree child : context.children) {
      Notation part =
          switch (child) {
            case FormulaParser.MappedContext mapped -> mapped(mapped);
            default -> words(((TerminalNode) child).getSymbol());
          };
      parts.add(new Factor(Op.NONE, part));
    }
    return parts.size() == 1 ? parts.getFirst().item() : new Notation.Juxtaposed(span(context), parts);
  }

  private Notation words(Token token) {
    return new Notation.Words(span(token, token), token.getText());
  }

  private Notation mapped(FormulaParser.MappedContext context) {
    return context.children.size() == 1 ? quantified(context.quantified(0)) : infixes(context, all(context.quantified(), this::quantified), context.COLON());
  }

  private Notation quantified(FormulaParser.QuantifiedContext context) {
    return context.children.size() == 1 ? compared(context.compared(0)) : infixes(context, all(context.compared(), this::compared), context.QUANTIFIER());
  }

  private Notation compared(FormulaParser.ComparedContext context) {
    if (context.children.size() == 1) {
      return arrowed(context.arrowed(0));
    }
    return new Notation.Compared(span(context), all(context.arrowed(), this::arrowed), context.RELATION().stream().map(t -> RelationSign.valueOf(t.getText())).toList());
  }

  private Notation arrowed(FormulaParser.ArrowedContext context) {
    return context.children.size() == 1 ? member(context.member(0)) : infixes(context, all(context.member(), this::member), context.ARROW());
  }

  private Notation member(FormulaParser.MemberContext context) {
    return context.children.size() == 1 ? joined(context.joined(0)) : infixes(context, all(context.joined(), this::joined), context.MEMBER());
  }

  private Notation joined(FormulaParser.JoinedContext context) {
    return context.children.size() == 1 ? summed(context.summed(0)) : infixes(context, all(context.summed(), this::summed), context.JOIN());
  }

  private Notation summed(FormulaParser.SummedContext context) {
    List<Signed> items = new ArrayList<>();
    List<Token> signs = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof TerminalNode sign) {
        signs.add(sign.getSymbol());
      } else {
        Notation item = product((FormulaParser.ProductContext) child);
        Sign first = signs.isEmpty() ? Sign.PLUS : Sign.valueOf(signs.getFirst().getText());
        boolean bare = signs.isEmpty() && context.children.size() == 1;
        if (bare) {
          return item;
        }
        items.add(new Signed(first, signed(signs.isEmpty() ? signs : signs.subList(1, signs.size()), item)));
        signs.clear();
      }
    }
    return new Notation.Summed(span(context), items);
  }

  /** Signs before an item, the last one next to it. */
  private Notation signed(List<Token> signs, Notation item) {
    if (signs.size() > CHAIN) {
      return new Unreadable(item.span(), "at most " + CHAIN + " signs in a row");
    }
    Notation result = item;
    for (Token sign : signs.reversed()) {
      result = new Notation.Summed(span(sign, sign).to(item.span()), List.of(new Signed(Sign.valueOf(sign.getText()), result)));
    }
    return result;
  }

  private Notation product(FormulaParser.ProductContext context) {
    List<Factor> factors = new ArrayList<>();
    Op op = Op.NONE;
    List<ParseTree> children = context.children;
    int at = 0;
    while (at < children.size()) {
      if (children.get(at) instanceof TerminalNode terminal && terminal.getSymbol().getType() == FormulaParser.OP) {
        op = Op.valueOf(terminal.getSymbol().getText());
        at++;
        continue;
      }
      List<Token> signs = new ArrayList<>();
      while (at < children.size() && children.get(at) instanceof TerminalNode sign) {
        signs.add(sign.getSymbol());
        at++;
      }
      // a sign before a factor is one before all that stands next to it: 2 \cdot -\exp(x)
      List<Factor> next = new ArrayList<>();
      while (at < children.size() && !(children.get(at) instanceof TerminalNode) && (next.isEmpty() || (!signs.isEmpty() && op != Op.SLASH))) {
        next.add(new Factor(Op.NONE, factor(children.get(at))));
        at++;
      }
      factors.add(new Factor(op, signed(signs, next.size() == 1 ? next.getFirst().item() : new Notation.Juxtaposed(next.getFirst().item().span().to(next.getLast().item().span()), next))));
      op = Op.NONE;
    }
    return factors.size() == 1 ? factors.getFirst().item() : new Notation.Juxtaposed(span(context), factors);
  }

  private Notation factor(ParseTree child) {
    return child instanceof FormulaParser.BigContext big ? big(big) : factor((FactorContext) child);
  }

  private Notation big(FormulaParser.BigContext context) {
    Scripts scripts = new Scripts();
    for (ScriptContext script : context.script()) {
      scripts.add(script);
    }
    if (scripts.doubled) {
      return new Unreadable(span(context), "one script of a kind");
    }
    List<Token> signs = context.PREFIX().stream().map(TerminalNode::getSymbol).toList();
    Token last = context.getStop();
    FormulaParser.ProductContext product = context.product();
    Notation body = product == null ? new Notation.Empty(spelled.span(last.getStopIndex() + 1, last.getStopIndex() + 1)) : signed(signs, product(product));
    return new Notation.BigOperator(span(context), context.BIG().getText(), scripts.part(FormulaParser.SUB), scripts.part(FormulaParser.SUP), body);
  }

  /** The scripts of one base as they come. */
  private final class Scripts {
    private final List<Notation> sub = new ArrayList<>();
    private final List<Notation> sup = new ArrayList<>();
    private int primes;
    private boolean doubled;

    void add(ScriptContext script) {
      List<Notation> kind = script.SUB() == null ? sup : sub;
      kind.add(atom(script.atom()));
      doubled |= kind.size() > 1;
    }

    Optional<Notation> part(int type) {
      return (type == FormulaParser.SUB ? sub : sup).stream().findFirst();
    }

    Notation on(Notation base, Span span) {
      if (doubled) {
        return new Unreadable(span, "one script of a kind");
      }
      boolean bare = sub.isEmpty() && sup.isEmpty() && primes == 0;
      if (bare) {
        return base;
      }
      if (!isOneThing(base)) {
        return new Unreadable(span, "brackets around the base of the script");
      }
      return new Notation.Scripted(span, base, part(FormulaParser.SUB).map(HyphenLabel::read), part(FormulaParser.SUP), primes);
    }
  }

  /** What a script can belong to as a whole although nothing is printed around it: {@code {ab}^2} looks like ab², {@code {f(x)}_i} like f(x)_i. */
  private static boolean isOneThing(Notation base) {
    return switch (base) {
      case Notation.Summed _, Notation.Listed _, Notation.Conditioned _, Notation.Compared _, Notation.Infix _ -> false;
      case Notation.BigOperator b -> b.body() instanceof Notation.Bracketed || b.body() instanceof Notation.Empty;
      case Notation.Juxtaposed j -> j.factors().getLast().item() instanceof Notation.Bracketed && j.factors().stream().allMatch(f -> f.op() == Op.NONE);
      case Notation.Numeral _, Notation.Symbol _, Notation.Words _, Notation.Dots _, Notation.Empty _, Unreadable _ -> true;
      case Notation.Styled _, Notation.Accented _, Notation.Scripted _, Notation.Annotated _, Notation.Factorial _ -> true;
      case Notation.Fraction _, Notation.Root _, Notation.Bracketed _, Notation.Table _ -> true;
    };
  }

  private Notation factor(FactorContext context) {
    Notation base = atom(context.atom());
    Token first = context.getStart();
    Scripts scripts = new Scripts();
    int factorials = 0;
    for (ParseTree child : context.children.subList(1, context.children.size())) {
      Token last = child instanceof ScriptContext script ? script.getStop() : ((TerminalNode) child).getSymbol();
      if (child instanceof ScriptContext script) {
        scripts.add(script);
      } else if (last.getType() == FormulaParser.PRIME) {
        scripts.primes++;
      } else {
        if (++factorials > 2) {
          return new Unreadable(span(context), "at most two !");
        }
        base = new Notation.Factorial(span(first, last), scripts.on(base, base.span()));
        scripts = new Scripts();
      }
    }
    return scripts.on(base, span(context));
  }

  private Notation atom(AtomContext context) {
    Span span = span(context);
    return switch (context) {
      case FormulaParser.LetterContext c -> new Notation.Symbol(span, c.getText());
      case FormulaParser.NumberContext c -> new Notation.Numeral(span, c.getText());
      case FormulaParser.WordsContext c -> new Notation.Words(span, c.getText());
      case FormulaParser.DotsContext c -> new Notation.Dots(span);
      case FormulaParser.EmptyContext c -> new Notation.Empty(span);
      case FormulaParser.BadContext c -> new Unreadable(span, c.getText());
      case FormulaParser.GroupContext c -> content(c.content());
      case FormulaParser.BracketsContext c -> rows(c.bracket());
      case FormulaParser.CallContext c -> new Notation.BigOperator(span, c.BIG_CALL().getText(), Optional.empty(), Optional.empty(), bracket(c.bracket()));
      case FormulaParser.TableContext c -> table(c);
      case FormulaParser.FractionContext c -> new Notation.Fraction(span, atom(c.atom(0)), atom(c.atom(1)));
      case FormulaParser.BinomialContext c -> binomial(span, atom(c.atom(0)), atom(c.atom(1)));
      case FormulaParser.RootContext c -> new Notation.Root(span, atom(c.atom()), Optional.empty());
      case FormulaParser.RootOfContext c -> new Notation.Root(span, atom(c.atom(1)), Optional.of(atom(c.atom(0))));
      case FormulaParser.StyleContext c -> styled(span, c.STYLE().getText(), atom(c.atom()));
      case FormulaParser.AccentContext c -> new Notation.Accented(span, c.ACCENT().getText(), atom(c.atom()));
      case FormulaParser.CancelContext c -> new Notation.Annotated(span, "cancel", atom(c.atom()), Optional.empty());
      case FormulaParser.BracedContext c -> new Notation.Annotated(span, c.BRACED().getText(), atom(c.atom()), Optional.empty());
      case FormulaParser.LabelledContext c -> new Notation.Annotated(span, c.LABELLED().getText(), atom(c.atom(0)), Optional.of(atom(c.atom(1))));
      case FormulaParser.StackedContext c -> new Notation.Annotated(span, c.STACKED().getText(), atom(c.atom(1)), Optional.of(atom(c.atom(0))));
      default -> new Unreadable(span, "a formula");
    };
  }

  private Notation bracket(FormulaParser.BracketContext context) {
    String open = context.BRACKET_OPEN().getText();
    Notation body = content(context.content());
    // \left\{ \begin{array}{ll} x & x > 0 \\ 0 & x \le 0 \end{array} \right.
    boolean cases = open.equals("\\{") && context.BRACKET_CLOSE().getText().equals(".") && body instanceof Notation.Table t && List.of("array", "matrix").contains(t.environment()) && t.rows().size() > 1 && t.rows().stream().allMatch(r -> r.size() == 2);
    return cases && body instanceof Notation.Table t ? new Notation.Table(span(context), "cases", t.rows()) : new Notation.Bracketed(span(context), open, body, context.BRACKET_CLOSE().getText());
  }

  /** {@code [a, b; c, d]}: semicolons in square brackets part the rows of a matrix. */
  private Notation rows(FormulaParser.BracketContext context) {
    FormulaParser.@org.jspecify.annotations.Nullable ListedContext list = context.content().conditioned().size() == 1 && context.content().conditioned(0).listed().size() == 1 ? context.content().conditioned(0).listed(0) : null;
    boolean rows = list != null && context.BRACKET_OPEN().getText().equals("[") && context.BRACKET_CLOSE().getText().equals("]") && list.COMMA().stream().anyMatch(c -> c.getText().equals(";"));
    if (list == null || !rows) {
      return bracket(context);
    }
    List<List<Notation>> found = new ArrayList<>(List.of(new ArrayList<>()));
    for (ParseTree child : list.children) {
      if (child instanceof FormulaParser.ClauseContext clause) {
        found.getLast().add(clause(clause));
      } else if (child.getText().equals(";")) {
        found.add(new ArrayList<>());
      }
    }
    return new Notation.Table(span(context), "bmatrix", found);
  }

  private Notation table(FormulaParser.TableContext context) {
    String environment =
        switch (context.TABLE_OPEN().getText()) {
          case "dcases", "rcases" -> "cases";
          case "tabular" -> "array";
          default -> context.TABLE_OPEN().getText();
        };
    List<List<Notation>> rows = new ArrayList<>();
    for (FormulaParser.RowContext row : context.row()) {
      rows.add(all(row.content(), this::content));
    }
    return new Notation.Table(span(context), environment, rows);
  }

  /**
   * A style belongs to letters: {@code \mathbf{Wx}} is {@code \mathbf{W}\mathbf{x}}, {@code \mathbf{x_i}} is {@code \mathbf{x}_i}, {@code \mathbf{\hat x}} is {@code
   * \hat{\mathbf{x}}}.
   */
  private static Notation styled(Span span, String style, Notation body) {
    return switch (body) {
      case Notation.Styled s when s.style().equals(style) -> s;
      case Notation.Juxtaposed j -> new Notation.Juxtaposed(span, j.factors().stream().map(f -> new Factor(f.op(), styled(f.item().span(), style, f.item()))).toList());
      case Notation.Summed s -> new Notation.Summed(span, s.items().stream().map(i -> new Signed(i.sign(), styled(i.item().span(), style, i.item()))).toList());
      case Notation.Bracketed b -> new Notation.Bracketed(span, b.open(), styled(b.body().span(), style, b.body()), b.close());
      case Notation.Listed l -> new Notation.Listed(span, l.items().stream().map(i -> styled(i.span(), style, i)).toList());
      case Notation.Scripted s -> new Notation.Scripted(span, styled(s.base().span(), style, s.base()), s.sub(), s.sup(), s.primes());
      case Notation.Accented a -> new Notation.Accented(span, a.accent(), styled(a.body().span(), style, a.body()));
      case Unreadable _, Notation.Empty _, Notation.Dots _ -> body;
      case Notation.Numeral _, Notation.Symbol _, Notation.Words _, Notation.Styled _, Notation.Fraction _, Notation.Root _ -> new Notation.Styled(span, style, body);
      case Notation.Conditioned _, Notation.Compared _, Notation.Infix _, Notation.BigOperator _ -> new Notation.Styled(span, style, body);
      case Notation.Table _, Notation.Annotated _, Notation.Factorial _ -> new Notation.Styled(span, style, body);
    };
  }
}
