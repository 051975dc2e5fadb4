package dev.gradus.notation;

import dev.gradus.notation.Arranger.Place;
import dev.gradus.notation.Node.Group;
import dev.gradus.notation.Node.Kind;
import dev.gradus.notation.Node.Leaf;
import java.util.ArrayList;
import java.util.List;

/** One level on its way from words to atoms: a command takes its arguments, digits become numbers, letters names. */
final class Level {
  private final Arranger arranger;
  private final String text;
  private final List<Node> nodes;
  private final Place place;
  private final List<Node> out = new ArrayList<>();
  private int at;

  Level(Arranger arranger, List<Node> nodes, Place place) {
    this.arranger = arranger;
    this.text = arranger.text();
    this.nodes = nodes;
    this.place = place;
  }

  List<Node> atoms() {
    while (at < nodes.size()) {
      Node node = nodes.get(at);
      if (node.isLeaf(FormulaLexer.DIGIT) || node.isLeaf(FormulaLexer.DOT)) {
        number();
      } else if (node instanceof Leaf leaf && isPlainLetter(leaf)) {
        run();
      } else if (node.isLeaf(FormulaLexer.SUP) || node.isLeaf(FormulaLexer.SUB)) {
        script();
      } else {
        out.add(unit(place));
      }
    }
    return out;
  }

  /** The atom at {@code at}: a word, a bracket, or a command with its arguments. */
  private Node unit(Place inner) {
    Node node = nodes.get(at++);
    return switch (node) {
      case Leaf leaf when Arranger.arity(leaf) > 0 && !Arranger.isScriptSign(leaf) -> entered(leaf);
      case Leaf leaf -> word(leaf);
      case Group group -> grouped(group, inner);
    };
  }

  private Node grouped(Group group, Place inner) {
    return switch (group.kind()) {
      case BRACKETS -> group.with(arranger.arrange(group.body(), Place.BRACKETS));
      case TABLE -> table(group);
      case BRACES -> group.with(arranger.arrange(group.body(), inner == Place.TOP || inner == Place.CELL ? Place.ARGUMENT : inner));
      case UNIT -> group;
    };
  }

  private Node table(Group group) {
    if (!isTable(group.open().text())) {
      return Node.bad("an environment that is known, not " + group.open().text(), group.from(), group.to());
    }
    return group.with(arranger.arrange(withoutColumns(group), Place.CELL));
  }

  private Node entered(Leaf head) {
    if (!arranger.enter()) {
      return Node.bad(Arranger.TOO_DEEP, head.from(), head.to());
    }
    Node command = command(head);
    arranger.leave();
    return command;
  }

  private Node command(Leaf head) {
    if (head.is(FormulaLexer.ROOT)) {
      return root(head);
    }
    if (head.is(FormulaLexer.STACK)) {
      return stack(head);
    }
    List<Node> parts = new ArrayList<>();
    parts.add(head);
    for (int n = Arranger.arity(head); n > 0; n--) {
      parts.add(argument(head.is(FormulaLexer.FRACTION) || head.is(FormulaLexer.BINOM) ? "two arguments" : "an argument", Place.ARGUMENT));
    }
    if (head.is(FormulaLexer.BRACED) && at < nodes.size() && nodes.get(at).isLeaf(head.text().startsWith("under") ? FormulaLexer.SUB : FormulaLexer.SUP)) {
      at++;
      parts.set(0, head.as(FormulaLexer.LABELLED, head.text()));
      parts.add(argument("a label", Place.SCRIPT));
    }
    return unitOf(parts);
  }

  private Node root(Leaf head) {
    List<Node> parts = new ArrayList<>();
    parts.add(head);
    if (at < nodes.size() && nodes.get(at) instanceof Group degree && degree.open().text().equals("[") && degree.close().text().equals("]")) {
      at++;
      if (at >= nodes.size() || !nodes.get(at).isGroup(Kind.BRACES)) {
        return Node.bad("braces around what the root is of", head.from(), degree.to());
      }
      parts.set(0, head.as(FormulaLexer.ROOT_OF, ""));
      parts.add(new Group(Kind.BRACES, degree.open(), arranger.arrange(degree.body(), Place.SCRIPT), degree.close()));
    }
    parts.add(argument("what the root is of", Place.ARGUMENT));
    return unitOf(parts);
  }

  /** {@code \overset{a}{b}}: on a relation sign or a big operator it is part of that. */
  private Node stack(Leaf head) {
    Node label = argument("a label", Place.SCRIPT);
    if (at < nodes.size() && nodes.get(at) instanceof Group braces && braces.kind() == Kind.BRACES && braces.body().size() == 1) {
      Node only = braces.body().getFirst();
      if (only instanceof Leaf leaf && leaf.is(FormulaLexer.RELATION)) {
        at++;
        return new Leaf(FormulaLexer.RELATION, stackedRelation(leaf, label), head.from(), braces.to());
      }
    }
    // the atoms of the argument, once: whether they are one operator is seen before they are completed
    List<Node> inner = at < nodes.size() && nodes.get(at) instanceof Group braces && braces.kind() == Kind.BRACES ? arranger.atoms(braces.body(), Place.ARGUMENT) : List.of();
    List<Node> operator = inner.isEmpty() && at < nodes.size() && nodes.get(at).isLeaf(FormulaLexer.BIG) ? List.of(nodes.get(at)) : bigOperator(inner);
    if (!operator.isEmpty()) {
      at++;
      List<Node> parts = new ArrayList<>(operator);
      parts.add(new Leaf(head.text().equals("underset") ? FormulaLexer.SUB : FormulaLexer.SUP, "", head.from(), head.from()));
      parts.add(label);
      return unitOf(parts);
    }
    Node body = inner.isEmpty() ? argument("what the label belongs to", Place.ARGUMENT) : ((Group) nodes.get(at++)).with(Arranger.completed(inner, Place.ARGUMENT));
    return unitOf(List.of(head.as(FormulaLexer.STACKED, head.text().equals("underset") ? "underset" : "overset"), label, body));
  }

  /** The big operator, with the scripts it already has, if there is nothing else; empty otherwise. */
  private static List<Node> bigOperator(List<Node> atoms) {
    if (atoms.size() == 1 && atoms.getFirst() instanceof Group unit && unit.kind() == Kind.UNIT && unit.body().getFirst().isLeaf(FormulaLexer.BIG)) {
      return unit.body();
    }
    boolean big = !atoms.isEmpty() && atoms.getFirst().isLeaf(FormulaLexer.BIG) && atoms.size() % 2 == 1;
    for (int i = 1; i < atoms.size(); i += 2) {
      big &= atoms.get(i).isLeaf(FormulaLexer.SUB) || atoms.get(i).isLeaf(FormulaLexer.SUP);
    }
    return big ? atoms : List.of();
  }

  private String stackedRelation(Leaf sign, Node label) {
    String above = text.substring(label.from(), label.to());
    if (above.contains("def") || above.contains("triangle")) {
      return "DEFINED_AS";
    }
    return above.contains("?") ? "ASKED" : sign.text();
  }

  /** The argument at {@code at}: braces, or the single thing that follows. */
  private Node argument(String expected, Place inner) {
    if (at >= nodes.size()) {
      int end = nodes.isEmpty() ? 0 : nodes.getLast().to();
      return Node.bad(expected, end, end);
    }
    return nodes.get(at) instanceof Leaf leaf ? single(leaf, expected, inner) : unit(inner);
  }

  private Node single(Leaf leaf, String expected, Place inner) {
    return switch (leaf.type()) {
      case FormulaLexer.DIGIT -> {
        at++;
        yield leaf.as(FormulaLexer.NUMBER, leaf.text());
      }
      case FormulaLexer.BIG -> {
        at++;
        boolean name = Names.bigOperator(leaf.text()).isPresent();
        yield name ? leaf.as(FormulaLexer.WORDS, leaf.text()) : Node.bad(expected, leaf.from(), leaf.to());
      }
      case FormulaLexer.SPLIT -> {
        at++;
        yield leaf.as(FormulaLexer.WORDS, leaf.text());
      }
      case FormulaLexer.LETTER, FormulaLexer.NAME, FormulaLexer.WORDS, FormulaLexer.DOTS, FormulaLexer.BAD, FormulaLexer.UNKNOWN -> unit(inner);
      case FormulaLexer.SIGN, FormulaLexer.OP, FormulaLexer.COLON -> signAsArgument(leaf, expected, inner);
      default -> Arranger.arity(leaf) > 0 && !Arranger.isScriptSign(leaf) ? closed(unit(inner), expected) : Node.bad(expected, leaf.from(), leaf.from());
    };
  }

  /** A command as an argument without braces: it has to be one atom. */
  private static Node closed(Node command, String expected) {
    return switch (command) {
      case Leaf leaf when leaf.is(FormulaLexer.RELATION) -> Node.bad(expected, leaf.from(), leaf.to());
      case Leaf leaf -> leaf;
      case Group unit when unit.body().getFirst().isLeaf(FormulaLexer.BIG) -> new Group(Kind.BRACES, unit.open(), unit.body(), unit.close());
      case Group unit -> unit;
    };
  }

  /** {@code x^*}, {@code 0^+}: the sign itself; but {@code e^-x} is no exponent one can be sure of. */
  private Node signAsArgument(Leaf sign, String expected, Place inner) {
    boolean followed =
        sign.is(FormulaLexer.SIGN) && at + 1 < nodes.size() && nodes.get(at + 1).from() == sign.to() && Operands.starts(nodes.get(at + 1));
    if (inner != Place.SCRIPT || followed) {
      at++;
      return Node.bad(followed ? "braces around the exponent" : expected, sign.from(), sign.to());
    }
    at++;
    return sign.as(FormulaLexer.LETTER, Commands.symbol(sign.text()));
  }

  private void script() {
    Leaf sign = (Leaf) nodes.get(at++);
    boolean up = sign.is(FormulaLexer.SUP);
    if (up && at < nodes.size() && nodes.get(at) instanceof Leaf prime && prime.is(FormulaLexer.PRIME)) {
      out.add(prime);
      at++;
      return;
    }
    if (up && at < nodes.size() && nodes.get(at) instanceof Group braces && braces.kind() == Kind.BRACES) {
      int primes = 0;
      while (primes < braces.body().size() && braces.body().get(primes).isLeaf(FormulaLexer.PRIME)) {
        out.add(braces.body().get(primes++));
      }
      if (primes > 0) {
        at++;
        if (primes < braces.body().size()) {
          out.add(sign);
          out.add(braces.with(arranger.arrange(braces.body().subList(primes, braces.body().size()), Place.SCRIPT)));
        }
        return;
      }
    }
    out.add(sign);
    int end = unbraced();
    if (end > at + 1) {
      out.add(Node.bad("braces around the script", nodes.get(at).from(), nodes.get(end - 1).to()));
      at = end;
    } else {
      out.add(argument("a script", Place.SCRIPT));
    }
  }

  /**
   * Where a script without braces ends that is printed with its first sign only but was surely meant whole: {@code x_10}, {@code y_hat}. Such a
   * script is not guessed.
   */
  private int unbraced() {
    int end = at;
    StringBuilder run = new StringBuilder();
    boolean digits = digitAt(at);
    while (end < nodes.size() && nodes.get(end) instanceof Leaf leaf && (digits ? digitAt(end) : isPlainLetter(leaf)) && (end == at || nodes.get(end - 1).to() == leaf.from())) {
      run.append(leaf.text());
      end++;
    }
    return digits || Names.isUnbracedLabel(run.toString()) ? end : at;
  }

  /** Digits that are printed as one number; the comma of {@code 1,000} only where no list can be meant. */
  private void number() {
    Leaf first = (Leaf) nodes.get(at);
    if (first.is(FormulaLexer.DOT) && !(digitAt(at + 1) && nodes.get(at + 1).from() == first.to())) {
      out.add(word(first));
      at++;
      return;
    }
    StringBuilder digits = new StringBuilder();
    int end = first.from();
    boolean point = false;
    boolean grouped = false;
    while (at < nodes.size()) {
      Leaf leaf = nodes.get(at) instanceof Leaf l ? l : Node.empty(0);
      boolean joined = digits.isEmpty() || text.substring(end, Math.max(end, leaf.from())).isBlank();
      if (leaf.is(FormulaLexer.DIGIT) && joined) {
        digits.append(leaf.text());
      } else if (leaf.is(FormulaLexer.DOT) && !point && joined && digitAt(at + 1) && nodes.get(at + 1).from() == leaf.to()) {
        point = true;
        digits.append('.');
      } else if (leaf.is(FormulaLexer.THOUSANDS) || (!point && groupOfThousand(leaf, end, digits.length(), grouped))) {
        grouped = true;
      } else {
        break;
      }
      end = leaf.to();
      at++;
    }
    out.add(new Leaf(FormulaLexer.NUMBER, digits.toString(), first.from(), end));
  }

  private boolean digitAt(int i) {
    return i >= 0 && i < nodes.size() && nodes.get(i).isLeaf(FormulaLexer.DIGIT);
  }

  private boolean groupOfThousand(Leaf comma, int end, int before, boolean grouped) {
    if (place != Place.TOP || !comma.is(FormulaLexer.COMMA) || comma.from() != end || before == 0 || (before > 3 && !grouped)) {
      return false;
    }
    int next = comma.to();
    for (int i = 1; i <= 3; i++) {
      if (!digitAt(at + i) || nodes.get(at + i).from() != next) {
        return false;
      }
      next = nodes.get(at + i).to();
    }
    return !digitAt(at + 4) || nodes.get(at + 4).from() != next;
  }

  private boolean isPlainLetter(Leaf leaf) {
    return leaf.is(FormulaLexer.LETTER) && leaf.text().length() == 1 && leaf.to() - leaf.from() == 1;
  }

  /** Letters in a row: a known name, or single letters. */
  private void run() {
    int start = at;
    StringBuilder letters = new StringBuilder();
    while (at < nodes.size() && nodes.get(at) instanceof Leaf leaf && isPlainLetter(leaf) && (at == start || nodes.get(at - 1).to() == leaf.from())) {
      letters.append(leaf.text());
      at++;
    }
    String run = letters.toString();
    if (place == Place.SCRIPT && Names.isLabel(run)) {
      out.add(new Leaf(FormulaLexer.WORDS, run, nodes.get(start).from(), nodes.get(at - 1).to()));
      return;
    }
    if (Commands.isGreekName(run)) {
      out.add(new Leaf(FormulaLexer.LETTER, run, nodes.get(start).from(), nodes.get(at - 1).to()));
      return;
    }
    if (run.equals("sqrt") && at < nodes.size() && nodes.get(at).isGroup(Kind.BRACKETS)) {
      Leaf root = new Leaf(FormulaLexer.ROOT, run, nodes.get(start).from(), nodes.get(at - 1).to());
      out.add(unitOf(List.of(root, unit(Place.ARGUMENT))));
      return;
    }
    int done = Names.isDifferential(run) ? 1 : 0;
    out.addAll(nodes.subList(start, start + done));
    while (done < run.length()) {
      int length = Names.atStart(run.substring(done), place == Place.SCRIPT);
      if (length == 0) {
        break;
      }
      String name = run.substring(done, done + length);
      Leaf whole = new Leaf(FormulaLexer.WORDS, name, nodes.get(start + done).from(), nodes.get(start + done + length - 1).to());
      out.add(named(whole, place));
      done += length;
    }
    for (int i = start + done; i < at; i++) {
      out.add(nodes.get(i));
    }
  }

  private Node unitOf(List<Node> parts) {
    return new Group(Kind.UNIT, Node.empty(parts.getFirst().from()), parts, Node.empty(parts.getLast().to()));
  }

  /** A word that is a name: an operator, words between formulas, or a name within one. */
  static Leaf named(Leaf words, Place place) {
    if (Names.bigOperator(words.text()).isPresent()) {
      return words.as(FormulaLexer.BIG, Names.bigOperator(words.text()).get());
    }
    return words.as(place != Place.SCRIPT && Names.joins(words.text()) ? FormulaLexer.SPLIT : FormulaLexer.WORDS, words.text());
  }

  /** A word as the parser knows it. */
  private static Node word(Leaf leaf) {
    return switch (leaf.type()) {
      case FormulaLexer.NAME -> leaf.as(FormulaLexer.WORDS, leaf.text());
      case FormulaLexer.UNKNOWN, FormulaLexer.OTHER, FormulaLexer.DOLLAR -> Node.bad("a sign that is known, not " + leaf.text(), leaf.from(), leaf.to());
      case FormulaLexer.DOT -> point(leaf);
      case FormulaLexer.ARG -> leaf.as(FormulaLexer.WORDS, "arg");
      case FormulaLexer.OPEN, FormulaLexer.CLOSE, FormulaLexer.BEGIN, FormulaLexer.END, FormulaLexer.LEFT, FormulaLexer.RIGHT ->
          Node.bad("a partner of " + leaf.text(), leaf.from(), leaf.to());
      default -> leaf;
    };
  }

  /** Without the {@code {cc|c}} and {@code [t]} behind {@code \\begin{array}}. */
  private static List<Node> withoutColumns(Group table) {
    List<Node> body = table.body();
    int skip = 0;
    if (body.size() > 2 && body.get(0).isLeaf(FormulaLexer.OPEN) && body.get(2).isLeaf(FormulaLexer.CLOSE)) {
      skip = 3;
    }
    boolean columns =
        switch (table.open().text()) {
          case "array", "subarray", "tabular", "alignedat" -> true;
          default -> false;
        };
    if (columns && skip < body.size() && body.get(skip).isGroup(Kind.BRACES)) {
      skip++;
    }
    return columns ? body.subList(skip, body.size()) : body;
  }

  /** A point that belongs to no number; at the end of a side or cell it is dropped. */
  static Leaf point(Leaf leaf) {
    return Node.bad("a number around the point", leaf.from(), leaf.to());
  }

  private static boolean isTable(String environment) {
    return switch (environment) {
      case "cases", "dcases", "rcases", "array", "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "aligned", "alignedat", "split",
          "gathered", "substack", "subarray", "align", "gather", "tabular", "eqnarray", "multlined" ->
          true;
      default -> false;
    };
  }
}
