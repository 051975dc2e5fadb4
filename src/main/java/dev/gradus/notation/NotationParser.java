package dev.gradus.notation;

import dev.gradus.document.CodePoints;
import dev.gradus.document.MathText;
import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Parses a side of a relation: the way into this room. The text is spelled in ASCII ({@link CodePoints}), cut into words (FormulaLexer), nested
 * ({@link Nesting}), put in order ({@link Arranger}), parsed (FormulaParser) and turned into a tree ({@link Trees}).
 */
public final class NotationParser {
  /** Longer sides are not read: what people write has a few thousand characters at most. */
  private static final int LENGTH = 50_000;

  private NotationParser() {}

  /** In: any text. Out: its tree; never an exception. Deeper than 128 levels is {@link Notation.Unreadable}. */
  public static Notation parse(MathText text) {
    if (text.length() > LENGTH) {
      return new Notation.Unreadable(text.span(), "a shorter formula");
    }
    MathText spelled = CodePoints.spell(text);
    List<Leaf> words = Nesting.words(spelled.text(), 0, spelled.length());
    if (Nesting.depth(words) > Nesting.DEPTH) {
      return new Notation.Unreadable(text.span(), Arranger.TOO_DEEP);
    }
    List<Token> tokens = new ArrayList<>();
    flatten(new Arranger(spelled.text()).arrange(Nesting.of(words), Arranger.Place.TOP), tokens);
    tokens.add(token(Token.EOF, new Leaf(Token.EOF, "", spelled.length(), spelled.length())));
    try {
      return new Trees(spelled).formula(parse(tokens, PredictionMode.SLL));
    } catch (ParseCancellationException e) {
      return afterSll(spelled, tokens);
    }
  }

  private static Notation afterSll(MathText spelled, List<Token> tokens) {
    try {
      return new Trees(spelled).formula(parse(tokens, PredictionMode.LL));
    } catch (ParseCancellationException e) {
      return new Notation.Unreadable(spelled.span(), "a formula");
    }
  }

  private static FormulaParser.FormulaContext parse(List<Token> tokens, PredictionMode mode) {
    FormulaParser parser = new FormulaParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    return parser.formula();
  }

  private static void flatten(List<Node> nodes, List<Token> tokens) {
    for (Node node : nodes) {
      switch (node) {
        case Leaf leaf -> tokens.add(token(leaf.type(), leaf));
        case Group group -> {
          boolean printed = group.kind() != Kind.UNIT;
          if (printed) {
            tokens.add(token(opening(group.kind()), group.open()));
          }
          flatten(group.body(), tokens);
          if (printed) {
            tokens.add(token(closing(group.kind()), group.close()));
          }
        }
      }
    }
  }

  private static int opening(Kind kind) {
    return switch (kind) {
      case BRACES, UNIT -> FormulaLexer.GROUP_OPEN;
      case BRACKETS -> FormulaLexer.BRACKET_OPEN;
      case TABLE -> FormulaLexer.TABLE_OPEN;
    };
  }

  private static int closing(Kind kind) {
    return switch (kind) {
      case BRACES, UNIT -> FormulaLexer.GROUP_CLOSE;
      case BRACKETS -> FormulaLexer.BRACKET_CLOSE;
      case TABLE -> FormulaLexer.TABLE_CLOSE;
    };
  }

  private static Token token(int type, Leaf leaf) {
    CommonToken token = new CommonToken(type, leaf.text());
    token.setStartIndex(leaf.from());
    token.setStopIndex(leaf.to() - 1);
    return token;
  }
}
