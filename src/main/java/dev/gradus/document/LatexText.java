package dev.gradus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** LaTeX commands in running text: sections, lists, theorem-like environments, fonts. What is unknown stays as printed. */
final class LatexText {
  /** What the end of a group brings with it. */
  private enum Group {
    PLAIN,
    BOLD,
    HEADING,
    LITERAL
  }

  /** An open list environment: how its items are numbered. */
  private record ListLevel(String name, int number) {}

  private static final List<String> SECTIONS = List.of("\\part", "\\chapter", "\\section", "\\subsection", "\\subsubsection", "\\paragraph", "\\subparagraph");
  private static final List<String> FONTS =
      List.of(
          "\\emph", "\\textit", "\\textrm", "\\textsf", "\\texttt", "\\textsc", "\\textsl", "\\textup", "\\textnormal", "\\text", "\\mbox", "\\underline", "\\uline",
          "\\footnote", "\\footnotetext", "\\caption", "\\title", "\\centerline", "\\fbox", "\\hbox", "\\intertext", "\\boxed", "\\enquote", "\\highlight", "\\hl");
  private static final List<String> EMPHASIS = List.of("\\emph", "\\textit", "\\textsc", "\\textsl", "\\underline", "\\uline");
  private static final List<String> DECLARED = List.of("\\bf", "\\bfseries", "\\it", "\\itshape", "\\em", "\\sc");
  private static final List<String> DROPPED_WITH_GROUPS =
      List.of(
          "\\documentclass", "\\usepackage", "\\setlength", "\\addtolength", "\\input", "\\include", "\\bibliography", "\\bibliographystyle", "\\pagestyle",
          "\\thispagestyle", "\\vspace", "\\hspace", "\\label", "\\cite", "\\citep", "\\citet", "\\includegraphics", "\\newtheorem", "\\geometry", "\\hypersetup",
          "\\definecolor", "\\graphicspath", "\\date", "\\author", "\\setcounter", "\\addtocounter", "\\newenvironment", "\\renewenvironment", "\\theoremstyle",
          "\\numberwithin", "\\lstset", "\\color", "\\pagenumbering", "\\fancyhead", "\\fancyfoot", "\\lhead", "\\rhead", "\\chead", "\\cfoot", "\\thanks",
          "\\phantom", "\\setlist", "\\newlength", "\\newcounter", "\\allowdisplaybreaks");
  private static final List<String> DROPPED =
      List.of(
          "\\noindent", "\\indent", "\\maketitle", "\\centering", "\\tiny", "\\small", "\\footnotesize", "\\normalsize", "\\large", "\\Large", "\\LARGE", "\\huge",
          "\\Huge", "\\bf", "\\it", "\\rm", "\\em", "\\sc", "\\tt", "\\sf", "\\bfseries", "\\itshape", "\\hline", "\\toprule", "\\midrule", "\\bottomrule", "\\appendix",
          "\\hfill", "\\vfill", "\\protect", "\\tableofcontents", "\\raggedright", "\\displaystyle", "\\qed", "\\qedhere", "\\smallskip", "\\medskip", "\\bigskip",
          "\\leavevmode", "\\relax", "\\null", "\\doublespacing", "\\onehalfspacing", "\\boldmath");
  private static final List<String> PARAGRAPHS = List.of("\\par", "\\bigbreak", "\\medbreak", "\\smallbreak", "\\newpage", "\\clearpage", "\\pagebreak");
  private static final List<String> LISTS = List.of("itemize", "enumerate", "description", "parts", "questions", "subparts", "compactitem", "compactenum");
  private static final List<String> LAYOUT =
      List.of("document", "center", "figure", "table", "minipage", "flushleft", "flushright", "quote", "quotation", "abstract", "small", "large", "multicols", "adjustwidth", "titlepage", "framed", "mdframed", "tcolorbox", "spacing", "subequations", "landscape", "wrapfigure", "sloppypar");
  private static final List<String> TABLES = List.of("tabular", "tabularx", "longtable");

  private final String text;
  private final boolean latex;
  private final Macros macros;
  private final Pieces pieces;
  private final List<Group> groups = new ArrayList<>();
  private final List<ListLevel> lists = new ArrayList<>();
  private int tables;
  private int row;
  private int cell;

  LatexText(String text, boolean latex, Macros macros, Pieces pieces) {
    this.text = text;
    this.latex = latex;
    this.macros = macros;
    this.pieces = pieces;
  }

  /** Groups that a paragraph leaves open are forgotten. */
  void paragraphEnds(int at) {
    if (groups.contains(Group.HEADING)) {
      pieces.endHeading(at);
    }
    groups.clear();
  }

  void end(int at) {
    paragraphEnds(at);
    while (!lists.isEmpty()) {
      lists.removeLast();
      pieces.structure(new Piece.ItemsEnd(new Span(at, at), lists.size() + 1));
    }
  }

  /** A brace, an ampersand or a tie in running text. */
  int character(char c, int i) {
    switch (c) {
      case '{' -> {
        boolean leadIn = latex && declaresLeadIn(i);
        if (leadIn) {
          pieces.boldOpens();
        }
        if (latex || !groups.isEmpty()) {
          groups.add(leadIn ? Group.BOLD : latex ? Group.PLAIN : Group.LITERAL);
        }
        if (!latex) {
          pieces.text("{", i, i + 1);
        }
      }
      case '}' -> closeBrace(i);
      case '~' -> pieces.text(" ", i, i + 1);
      default -> {
        if (tables > 0) {
          cell++;
          pieces.structure(new Piece.TableCell(new Span(i + 1, i + 1), row, cell));
        } else {
          pieces.text("&", i, i + 1);
        }
      }
    }
    return i + 1;
  }

  private void closeBrace(int i) {
    Group group = groups.isEmpty() ? (latex ? Group.PLAIN : Group.LITERAL) : groups.removeLast();
    switch (group) {
      case PLAIN -> {
        // nothing of it is text
      }
      case BOLD -> pieces.boldCloses();
      case HEADING -> pieces.endHeading(i + 1);
      case LITERAL -> pieces.text("}", i, i + 1);
    }
  }

  /** Reads the command at {@code i}; returns where reading goes on, at most {@code limit} for its arguments. */
  int command(int i, int limit) {
    int end = Tokens.wordEnd(text, i + 1);
    if (end == i + 1) {
      return symbol(i);
    }
    String word = text.substring(i, end);
    int star = end < text.length() && text.charAt(end) == '*' ? end + 1 : end;
    if (SECTIONS.contains(word) && opensGroup(optional(star, limit), limit)) {
      int level = Math.max(1, SECTIONS.indexOf(word) - 1);
      pieces.beginHeading(level, i);
      return open(optional(star, limit), Group.HEADING);
    }
    if (word.equals("\\begin") || word.equals("\\end")) {
      return environment(i, end, limit, word.equals("\\begin"));
    }
    if (word.equals("\\item")) {
      return item(i, end, limit);
    }
    if (opensGroup(end, limit) && (word.equals("\\textbf") || (EMPHASIS.contains(word) && leadsIn(end, limit)))) {
      pieces.boldOpens();
      return open(end, Group.BOLD);
    }
    if (FONTS.contains(word) && opensGroup(optional(end, limit), limit)) {
      if (word.equals("\\footnote")) {
        pieces.text(" ", i, end);
      }
      return open(optional(end, limit), Group.PLAIN);
    }
    if (word.equals("\\textcolor") || word.equals("\\href") || word.equals("\\colorbox")) {
      int behind = skipGroup(end, limit);
      return opensGroup(behind, limit) ? open(behind, Group.PLAIN) : behind;
    }
    if (DROPPED_WITH_GROUPS.contains(word)) {
      return skipGroups(star, limit);
    }
    if (PARAGRAPHS.contains(word)) {
      pieces.paragraphEnd(new Span(i, end));
      return end;
    }
    if (DROPPED.contains(word)) {
      return latex ? Braces.skipSpace(text, end, Math.min(text.length(), limit)) : end;
    }
    return other(i, end, word, limit);
  }

  /** {@code {\\bf Hinge.} }, an older way to write it. */
  private boolean declaresLeadIn(int open) {
    int end = text.startsWith("\\", open + 1) ? Tokens.wordEnd(text, open + 2) : open;
    int behind = end > open && DECLARED.contains(text.substring(open + 1, end)) ? skipGroup(open, text.length()) : open;
    return behind > open && Emphasis.leadsIn(text.substring(end, behind - 1), text.substring(behind, Math.min(text.length(), behind + 1)));
  }

  private boolean leadsIn(int open, int limit) {
    int behind = skipGroup(open, limit);
    return behind > open && Emphasis.leadsIn(text.substring(open + 1, behind - 1), text.substring(behind, Math.min(text.length(), behind + 1)));
  }

  private int other(int i, int end, String word, int limit) {
    switch (word) {
      case "\\ref", "\\eqref", "\\cref", "\\Cref", "\\autoref", "\\url" -> {
        int behind = skipGroup(end, limit);
        pieces.text(behind > end ? text.substring(end + 1, behind - 1) : word, i, behind);
        return behind;
      }
      case "\\ldots", "\\dots", "\\cdots" -> pieces.text("...", i, end);
      case "\\quad", "\\qquad" -> pieces.text(" ", i, end);
      case "\\newline", "\\linebreak" -> pieces.text("\n", i, end);
      default -> {
        Optional<String> body = macros.body(word);
        if (body.isPresent()) {
          pieces.text(plain(body.get()), i, end);
        } else if (!macros.defines(word)) {
          pieces.text(word, i, end);
        }
      }
    }
    return end;
  }

  /** The words of a macro's body, without its commands. */
  private static String plain(String body) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < body.length() && i < 500) {
      char c = body.charAt(i);
      if (c == '\\') {
        i = Tokens.commandEnd(body, i);
      } else {
        if (c != '{' && c != '}') {
          out.append(c);
        }
        i++;
      }
    }
    return out.toString();
  }

  private int symbol(int i) {
    if (i + 1 >= text.length()) {
      return i + 1;
    }
    char c = text.charAt(i + 1);
    switch (c) {
      case '\\' -> {
        return lineBreak(i);
      }
      case '\n' -> {
        pieces.text(" ", i, i + 1);
        return i + 1;
      }
      case ',', ';', ':', ' ', '~' -> pieces.text(" ", i, i + 2);
      case '-', '/', '!', '@' -> {
        // hyphenation and kerning
      }
      default -> pieces.text(String.valueOf(c), i + 1, i + 2);
    }
    return i + 2;
  }

  private int lineBreak(int i) {
    int end = behind('[', i + 2, i + 14);
    if (tables > 0) {
      row++;
      cell = 0;
      pieces.structure(new Piece.TableCell(new Span(end, end), row, cell));
    } else {
      pieces.text("\n", i, end);
    }
    return end;
  }

  private boolean opensGroup(int at, int limit) {
    return at < Math.min(limit, text.length()) && text.charAt(at) == '{';
  }

  private int open(int at, Group group) {
    groups.add(group);
    return at + 1;
  }

  /** Behind an optional argument. */
  private int optional(int at, int limit) {
    return behind('[', at, Math.min(limit, at + 400));
  }

  private int skipGroup(int at, int limit) {
    return behind('{', at, Math.min(limit, at + 2_000));
  }

  /** Behind the bracket that opens at {@code at}; {@code at} when no such bracket opens there or nothing closes it before {@code limit}. */
  private int behind(char open, int at, int limit) {
    int bound = Math.min(limit, text.length());
    if (at >= bound || text.charAt(at) != open) {
      return at;
    }
    int close = open == '[' ? Braces.closeSquare(text, at, bound) : Braces.close(text, at, bound);
    return close < bound ? close + 1 : at;
  }

  private int skipGroups(int from, int limit) {
    int at = from;
    for (int k = 0; k < 8; k++) {
      int next = skipGroup(optional(at, limit), limit);
      if (next == at) {
        break;
      }
      at = next;
    }
    return at;
  }

  private int item(int i, int end, int limit) {
    int behind = optional(end, limit);
    if (lists.isEmpty()) {
      lists.add(new ListLevel("itemize", 0));
    }
    ListLevel list = lists.removeLast();
    ListLevel next = new ListLevel(list.name(), list.number() + 1);
    lists.add(next);
    String marker = behind > end ? text.substring(end + 1, behind - 1) : marker(next);
    pieces.structure(new Piece.ItemStart(new Span(i, behind), lists.size(), marker));
    return behind;
  }

  private String marker(ListLevel list) {
    if (!list.name().equals("enumerate") && !list.name().equals("parts") && !list.name().equals("questions")) {
      return "-";
    }
    long depth = lists.stream().filter(l -> l.name().equals("enumerate")).count();
    char letter = (char) ('a' + (list.number() - 1) % 26);
    return list.name().equals("parts") || depth == 2 ? "(" + letter + ")" : list.number() + ".";
  }

  private int environment(int i, int end, int limit, boolean opens) {
    int behind = skipGroup(end, limit);
    if (behind == end) {
      return end;
    }
    String name = text.substring(end + 1, behind - 1).replace("*", "");
    Span span = new Span(i, behind);
    if (LISTS.contains(name)) {
      list(name, span, opens);
      return opens ? optional(behind, limit) : behind;
    }
    if (TABLES.contains(name)) {
      tables = Math.max(0, tables + (opens ? 1 : -1));
      row = 0;
      cell = 0;
      if (opens) {
        int content = skipGroups(behind, limit);
        pieces.structure(new Piece.TableCell(new Span(content, content), 0, 0));
        return content;
      }
      pieces.paragraphEnd(span);
      return behind;
    }
    if (LAYOUT.contains(name.toLowerCase(Locale.ROOT))) {
      pieces.flush(true);
      return opens ? skipGroups(behind, limit) : behind;
    }
    pieces.structure(new Piece.Environment(span, name, opens));
    int content = opens ? optional(behind, limit) : behind;
    if (content > behind) {
      pieces.text(text.substring(behind + 1, content - 1) + " ", behind + 1, content - 1);
    }
    return content;
  }

  private void list(String name, Span span, boolean opens) {
    if (opens) {
      pieces.flush(true);
      lists.add(new ListLevel(name, 0));
    } else if (!lists.isEmpty()) {
      int depth = lists.size();
      lists.removeLast();
      pieces.structure(new Piece.ItemsEnd(span, depth));
    }
  }
}
