package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Typeset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of a part that put another function, loss or model in the place of the one that a definition before is: "replace ReLU by tanh", "use the cross entropy instead", "with tanh
 * activation" (READING 1, 17).
 */
final class Replaced {
  private static final String THING =
      "( loss| cost| error| activations?| units?| neurons?| nonlinearity| non-linearity| model| likelihood| penalty| kernel| functions?)";

  private static final String OF = "(?<b>[\\p{L}\\p{N}-]+( entropy| kernel)?)";

  /** Each with a name in the group b. */
  private static final List<Pattern> SAY =
      List.of(
          Pattern.compile("\\b(replac\\w+|swap\\w*|chang\\w+|switch\\w*|substitut\\w+|mov\\w+)\\b[^.;]{0,40}\\b(by|with|to|for|into)( a| an| the)? " + OF),
          Pattern.compile("\\b" + OF + THING + "?,? instead\\b"),
          Pattern.compile("\\binstead,?[^.;]{0,30}\\b(use|is|be|take|of|with|choose|apply)( a| an| the)? " + OF),
          Pattern.compile("\\b(with|for|using|use|uses|take|consider|choose|apply)( a| an| the| now| our){0,3} " + OF + THING + "\\b"),
          Pattern.compile("\\b" + OF + THING + "? (is|are) (now )?(used|taken|chosen|applied)\\b"),
          Pattern.compile("\\b(activation|unit|loss|cost|nonlinearity|kernel|output|layer)s?( function| layer)? (is|are|becomes) (now )?(a |an |the )?" + OF),
          Pattern.compile("\\b(comes?|obtained|computed|given) (now )?(from|by) (a |the |an )?" + OF),
          Pattern.compile("\\bin (a|an|the) " + OF + " (model|case|setting)"),
          Pattern.compile("\\b(is|are) (a |an |the )" + OF + "( of| units?)"));

  private static final Set<Integer> NONE = java.util.Collections.emptySet();
  private static final int SOFTMAX = 6;
  private static final Pattern OUTPUT = Pattern.compile("(\\\\hat\\{)?[ypoa]\\}?");

  /** Of each part met so far the names that it puts in another's place. */
  private final Map<Integer, Set<String>> put = new TreeMap<>();

  /** In: a definition and a part beside its own. Out: whether the words between the two put another thing of a kind in the place of what the definition is. */
  boolean isIn(Definition d, Part part) {
    if (part.within(d.part())) {
      return false;
    }
    String body = Typeset.of(d.body()).replace(" ", "");
    String key = d.key();
    for (int kind = 0; kind < 2; kind++) {
      Set<Integer> own = kind == 0 ? function(body) : loss(key, body);
      if (!own.isEmpty() && part.chain().stream().takeWhile(p -> !d.part().within(p)).anyMatch(displaces(kind, own, key))) {
        return true;
      }
    }
    return false;
  }

  private java.util.function.Predicate<Part> displaces(int kind, Set<Integer> own, String key) {
    return p -> {
      Set<Integer> others = new TreeSet<>();
      for (String name : names(p)) {
        for (int k = 0; k < Rivals.KINDS.get(kind).size(); k++) {
          if (Rivals.KINDS.get(kind).get(k).contains(name) && (kind != 0 || k != SOFTMAX || OUTPUT.matcher(key).matches())) {
            others.add(k);
          }
        }
      }
      return others.stream().anyMatch(k -> !own.contains(k));
    };
  }

  private Set<String> names(Part part) {
    return put.computeIfAbsent(part.number(), n -> {
      Set<String> found = new TreeSet<>();
      for (Pattern say : SAY) {
        for (Matcher m = say.matcher(part.own()); m.find(); ) {
          found.add(m.group("b"));
          found.add(m.group("b").replaceAll(" .*", ""));
        }
      }
      return found;
    });
  }

  private static final Pattern LOSS = Pattern.compile("\\b(loss|losses|cost|negative|nll|cross[- ]entropy)\\b");

  /** Whether an expression may be what the words around call a function or a loss: the part's words name none, or the one that it is written as. */
  static boolean isCalled(String key, Notation body, Part part) {
    String words = part.chain().stream().map(Part::own).collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
    String written = Typeset.of(body instanceof Notation.Bracketed b ? b.body() : body).replace(" ", "");
    if (key.matches(".*\\p{Alpha}{2}.*") && !key.startsWith("\\")) {
      // CE, L_{\text{MSE}}: the name itself says what it is
      return false;
    }
    boolean loss = isLoss(key);
    boolean sign = !loss || !LOSS.matcher(words).find() || !written.matches("(?s).*\\\\(log|ln).*") || written.startsWith("-");
    Set<Integer> own = loss ? loss(key, written) : function(written);
    return sign && (!isOf(loss ? 1 : 0, words) || is(loss ? 1 : 0, own, words));
  }

  /** Whether words name one of these things of a kind. */
  static boolean is(int kind, Set<Integer> which, String words) {
    return which.stream().anyMatch(k -> Rivals.KINDS.get(kind).get(k).stream().anyMatch(name -> words.contains(name.replaceAll(" .*", ""))));
  }

  /** Whether words name something of a kind. */
  static boolean isOf(int kind, String words) {
    return Rivals.KINDS.get(kind).stream().flatMap(List::stream).anyMatch(name -> words.contains(name.replaceAll(" .*", "")));
  }

  /** Which of the activations a right side is, by what it is written with. */
  static Set<Integer> function(String body) {
    Set<Integer> found = new TreeSet<>();
    List<String> marks = List.of("\\\\sigma\\b|1\\+e\\^\\{?-|1\\+\\\\exp\\(-", "\\\\tanh", "\\\\max(\\\\left)?[({\\\\]*0,|relu|ReLU");
    for (int k = 0; k < marks.size(); k++) {
      if (Pattern.compile(marks.get(k)).matcher(body).find()) {
        found.add(k);
      }
    }
    if (Pattern.compile("softmax|\\{e\\^.*\\\\sum.*e\\^").matcher(body).find()) {
      found.add(SOFTMAX);
    }
    return found.size() == 1 ? found : NONE;
  }

  /** Whether a name usually stands for a loss. */
  static boolean isLoss(String key) {
    return List.of("L", "J", "E", "C", "\\ell", "\\mathcal{L}", "\\mathcal{J}", "l").contains(key);
  }

  /** Which of the losses a right side is. */
  static Set<Integer> loss(String key, String body) {
    if (!isLoss(key)) {
      return NONE;
    }
    boolean logs = Pattern.compile("\\\\log|\\\\ln").matcher(body).find();
    return logs ? new TreeSet<>(List.of(1)) : Pattern.compile("\\)\\^\\{?2|\\|\\^\\{?2").matcher(body).find() ? new TreeSet<>(List.of(0)) : NONE;
  }
}
