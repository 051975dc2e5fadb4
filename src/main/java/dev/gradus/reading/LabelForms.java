package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Outline;
import dev.gradus.notation.Typeset;
import dev.gradus.proof.kernel.Assumption;
import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Reader.PrintedFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A label above a name that a text prints in several forms which look alike by hand: {@code o^s}, {@code o^S}, {@code o^{(s)}}. Where one of them is defined before any of the others
 * is used, none of the others is ever introduced, and nothing tells them apart, they are one name, which every proof with another form lists as inferred (READING 22).
 */
final class LabelForms {
  /** Letters whose capital and small forms differ in size alone. */
  private static final String ALIKE = "ckopsuvwxyz";

  /** What a text does with one form of a name. */
  private static final class Form {
    final Notation label;
    final Set<Integer> clauses = new TreeSet<>();
    final Map<Integer, Part> statements = new TreeMap<>();
    final List<Part> parts = new ArrayList<>();
    /** where equations say what it is */
    final List<Part> equations = new ArrayList<>();
    int defined = Integer.MAX_VALUE;
    int used = Integer.MAX_VALUE;
    boolean introduced;

    Form(Notation label) {
      this.label = label;
    }

    /** Whether an equation further up or of the same part says what it is at a statement: there it is no other form. */
    boolean known(int statement, Part part) {
      return defined <= statement || equations.stream().anyMatch(part::near);
    }
  }

  /** By the name and the small letter of its label the forms that are printed. */
  private final Map<String, Map<String, Form>> names = new LinkedHashMap<>();
  /** small forms of letters that count, and the parts where letters stand for quantities of their own */
  private final Set<String> counting = new TreeSet<>();
  private final Map<String, List<Part>> quantities = new TreeMap<>();
  /** A form and the one it is read as. */
  private record Other(Form form, Form first) {}

  private final Map<String, Other> instead = new TreeMap<>();
  /** for each statement what it takes for granted */
  private final Map<Integer, Set<String>> inferred = new TreeMap<>();

  private LabelForms() {}

  static LabelForms of(List<Printed> printed, List<PrintedFragment> fragments) {
    LabelForms it = new LabelForms();
    printed.forEach(it::statement);
    for (PrintedFragment f : fragments) {
      it.scan(f.notation(), f.fragment().part(), form -> form.introduced |= it.introduces(f.notation(), form));
    }
    it.names.forEach(it::decide);
    return it;
  }

  private void statement(Printed p) {
    if (p.right() instanceof Notation.Listed || p.right() instanceof Notation.Dots) {
      // p = 1, .., P
      count(p.left());
    }
    Optional<Notation> head = Lowering.isEquation(p.statement()) ? named(p.left()) : Optional.empty();
    scan(p.left(), p.statement().part(), form -> seen(form, p.statement(), head));
    scan(p.right(), p.statement().part(), form -> seen(form, p.statement(), Optional.empty()));
  }

  private static void seen(Form form, Statement s, Optional<Notation> head) {
    form.clauses.add(s.clause());
    form.statements.put(s.number(), s.part());
    if (head.filter(h -> isOf(h, form)).isPresent()) {
      form.equations.add(s.part());
      form.defined = Math.min(form.defined, s.number());
    } else {
      form.used = Math.min(form.used, s.number());
    }
  }

  /** The name that a left side gives: bare, with indices, or applied. */
  private static Optional<Notation> named(Notation side) {
    boolean applied = side instanceof Notation.Juxtaposed j && j.factors().size() == 2 && Notations.bracket(j.factors().get(1).item()).isPresent();
    return applied && side instanceof Notation.Juxtaposed j ? named(j.factors().get(0).item()) : side instanceof Notation.Scripted s && key(s).isPresent() ? Optional.of(s) : Optional.empty();
  }

  private static boolean isOf(Notation name, Form form) {
    return name instanceof Notation.Scripted s && label(s).filter(l -> Outline.of(l).equals(Outline.of(form.label))).isPresent();
  }

  /** A formula that is a name alone, or says where it lies: words may say what it is. */
  private boolean introduces(Notation formula, Form form) {
    Notation core = formula instanceof Notation.Infix i ? i.left() : formula;
    return named(core).filter(n -> isOf(n, form)).isPresent();
  }

  /** What stands above a name, without a transposition behind it. */
  private static Optional<Notation> label(Notation.Scripted s) {
    return s.sup().map(sup -> switch (sup) {
      case Notation.Scripted inner when inner.sub().isEmpty() && inner.sup().filter(LabelForms::transposes).isPresent() -> inner.base();
      case Notation.Juxtaposed j when j.factors().size() == 2 && transposes(j.factors().get(1).item()) -> j.factors().get(0).item();
      default -> sup;
    });
  }

  private static boolean transposes(Notation n) {
    return n instanceof Notation.Symbol s && (s.name().equals("T") || s.name().equals("top"));
  }

  private static Optional<String> letter(Notation label) {
    Notation core = label instanceof Notation.Bracketed b && b.open().equals("(") ? b.body() : label;
    return core instanceof Notation.Symbol s && s.name().length() == 1 && ALIKE.contains(s.name().toLowerCase(Locale.ROOT)) ? Optional.of(s.name()) : Optional.empty();
  }

  /** The name and the small letter of its label. */
  private static Optional<String> key(Notation.Scripted s) {
    Optional<String> letter = label(s).flatMap(LabelForms::letter);
    return letter.isEmpty() ? letter : Mentions.baseName(s.base()).filter(b -> !b.equals("e")).map(b -> b + "^" + letter.get().toLowerCase(Locale.ROOT));
  }

  private void scan(Notation n, Part part, Consumer<Form> seen) {
    switch (n) {
      case Notation.Scripted s -> {
        Optional<String> key = key(s);
        if (key.isPresent()) {
          Form form = names.computeIfAbsent(key.get(), k -> new TreeMap<>()).computeIfAbsent(Outline.of(label(s).orElseThrow()), k -> new Form(label(s).orElseThrow()));
          form.parts.add(part);
          seen.accept(form);
        } else {
          // p - 1 above z^{(p-1)}: p counts
          s.sup().ifPresent(u -> scan(u, part, seen));
          s.sup().filter(u -> !(u instanceof Notation.Symbol)).ifPresent(this::count);
        }
        s.sub().ifPresent(this::count);
        scan(s.base(), part, seen);
      }
      case Notation.BigOperator b -> {
        b.sub().ifPresent(this::count);
        b.sup().ifPresent(this::count);
        scan(b.body(), part, seen);
      }
      case Notation.Symbol s -> quantities.computeIfAbsent(s.name(), k -> new ArrayList<>()).add(part);
      default -> Notations.children(n).forEach(c -> scan(c, part, seen));
    }
  }

  private void count(Notation script) {
    if (script instanceof Notation.Symbol s) {
      counting.add(s.name().toLowerCase(Locale.ROOT));
    }
    Notations.children(script).forEach(this::count);
  }

  private void decide(String name, Map<String, Form> forms) {
    String letter = name.substring(name.lastIndexOf('^') + 1);
    List<Form> defined = forms.values().stream().filter(f -> f.defined < f.used).toList();
    if (forms.size() < 2 || defined.size() != 1 || counting.contains(letter) || Mentions.usualIndex(letter)) {
      return;
    }
    Form first = defined.getFirst();
    boolean plain = forms.values().stream().filter(f -> f != first).allMatch(f -> !f.introduced && f.used > first.defined && f.used < Integer.MAX_VALUE && f.clauses.stream().noneMatch(first.clauses::contains));
    boolean quantity = forms.values().stream().anyMatch(f -> f != first && letter(f.label).map(quantities::get).filter(where -> f.parts.stream().anyMatch(p -> where.stream().anyMatch(p::near))).isPresent());
    if (plain && !quantity) {
      String base = name.substring(0, name.lastIndexOf('^'));
      forms.forEach((outline, f) -> {
        if (f != first) {
          instead.put(base + "^" + outline, new Other(f, first));
          f.statements.forEach((n, part) -> {
            if (!f.known(n, part)) {
              inferred.computeIfAbsent(n, k -> new TreeSet<>()).add(shown(base, f) + " is " + shown(base, first));
            }
          });
        }
      });
    }
  }

  private static String shown(String base, Form form) {
    return base + "^{" + Typeset.of(form.label) + "}";
  }

  /** Statements with every name in its defined form. */
  List<Printed> in(List<Printed> printed) {
    if (instead.isEmpty()) {
      return printed;
    }
    List<Printed> all = new ArrayList<>();
    for (Printed p : printed) {
      Predicate<Form> known = f -> f.known(p.statement().number(), p.statement().part());
      all.add(new Printed(p.statement(), in(p.left(), known), in(p.right(), known), p.spaces()));
    }
    return all;
  }

  /** Formulas with every name in its defined form. */
  List<PrintedFragment> inFragments(List<PrintedFragment> fragments) {
    return instead.isEmpty() ? fragments : fragments.stream().map(f -> new PrintedFragment(f.fragment(), in(f.notation(), form -> form.defined < Integer.MAX_VALUE))).toList();
  }

  private Notation in(Notation n, Predicate<Form> known) {
    Notation inner = Templates.mapped(n, c -> in(c, known));
    if (!(inner instanceof Notation.Scripted s) || key(s).isEmpty()) {
      return inner;
    }
    Optional<Other> other = Mentions.baseName(s.base()).map(b -> instead.get(b + "^" + Outline.of(label(s).orElseThrow()))).filter(o -> !known.test(o.form()));
    return other.isEmpty() ? s : new Notation.Scripted(s.span(), s.base(), s.sub(), s.sup().map(sup -> with(sup, other.get().first().label)), s.primes());
  }

  private static Notation with(Notation sup, Notation label) {
    return switch (sup) {
      case Notation.Scripted inner when inner.sub().isEmpty() -> new Notation.Scripted(inner.span(), label, inner.sub(), inner.sup(), inner.primes());
      case Notation.Juxtaposed j -> {
        List<Notation.Factor> factors = new ArrayList<>(j.factors());
        factors.set(0, new Notation.Factor(factors.getFirst().op(), label));
        yield new Notation.Juxtaposed(j.span(), factors);
      }
      default -> label;
    };
  }

  /** Outcomes with what proofs take for granted about names: of statements that print another form, and of those that lean on such a definition. */
  List<Explained> listed(List<Explained> all) {
    return inferred.isEmpty() ? all : all.stream().map(this::listed).toList();
  }

  private Explained listed(Explained e) {
    Set<String> here = new TreeSet<>(inferred.getOrDefault(e.outcome().statement().number(), new TreeSet<>()));
    e.definitions().forEach(d -> here.addAll(inferred.getOrDefault(d, new TreeSet<>())));
    if (here.isEmpty() || !e.outcome().proved() || !(e.outcome() instanceof Outcome.Decided d)) {
      return e;
    }
    List<Assumption> assumptions = new ArrayList<>(d.inferred());
    here.forEach(text -> assumptions.add(new Assumption(Inferred.NOTHING, Assumption.Origin.INFERRED, text, OptionalInt.empty())));
    return e.with(new Outcome.Decided(d.statement(), d.claim(), d.verdict(), assumptions, d.reading(), d.repair(), d.meanings(), d.code(), d.because()));
  }
}
