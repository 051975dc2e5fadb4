package dev.gradus.reading;

import dev.gradus.notation.Notation;
import dev.gradus.notation.Notation.Factor;
import dev.gradus.notation.Notation.Op;
import dev.gradus.reading.Reader.Printed;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names without the index of the sample, a = \sigma(z) beside a^{(i)} = \sigma(z^{(i)}): they speak of one of the samples, the same one throughout a claim. What is proved of any one of
 * them is proved; nothing is refuted, for the names may also stand for all of them together (READING 28).
 */
final class OneSample {
  private static final Pattern HAT = Pattern.compile("\\\\(?<hat>hat|bar|tilde)\\{(?<letter>[A-Za-z])\\}");

  private final Mentions mentions;
  private final Names names;
  private final Part part;
  private final Set<String> bare = new TreeSet<>();
  private final Set<String> losses = new TreeSet<>();
  private final Notation letter;

  private OneSample(Mentions mentions, Names names, Part part, Notation letter) {
    this.mentions = mentions;
    this.names = names;
    this.part = part;
    this.letter = letter;
  }

  /** In: an equation, and the names in use before it. Out: the same of the sample i, where a name in it has an equation with that index only; none where the claim has sums or that index. */
  static Optional<Printed> of(Printed p, Set<String> seen, Names names, Mentions mentions) {
    Part part = p.statement().part();
    Set<String> all = p.names(mentions);
    Optional<Definition> first = all.stream().filter(n -> unsaid(n, names)).flatMap(n -> Mentions.sampled(n).stream()).flatMap(n -> names.definition(n, part).stream()).filter(d -> d.letters().size() == 1 && d.parameters().isEmpty()).findFirst();
    boolean sums = Stream.of(p.left(), p.right()).anyMatch(NamedAnew::sums);
    if (first.isEmpty() || sums || all.stream().anyMatch(n -> n.contains(Mentions.sampled("").orElseThrow())) || all.contains(first.get().letters().getFirst())) {
      return Optional.empty();
    }
    Notation.Symbol letter = new Notation.Symbol(p.left().span(), first.get().letters().getFirst());
    OneSample one = new OneSample(mentions, names, part, new Notation.Bracketed(p.left().span(), "(", letter, ")"));
    all.stream().filter(n -> unsaid(n, names) && Mentions.sampled(n).filter(seen::contains).isPresent()).forEach(one.bare::add);
    all.stream().filter(n -> names.definition(n, part).filter(d -> d.isFunction() && d.parameters().stream().allMatch(a -> letter(a, p.left()).isPresent() && (one.bare.contains(a) || Mentions.sampled(a).filter(seen::contains).isPresent()))).isPresent()).forEach(one.losses::add);
    return Optional.of(new Printed(p.statement(), one.in(p.left()), one.in(p.right()), p.spaces()));
  }

  /** The outcome with how it was read. */
  static Outcome said(Outcome o) {
    return o instanceof Outcome.Decided d ? new Outcome.Decided(d.statement(), d.claim(), d.verdict(), d.inferred(), d.reading().or(() -> Optional.of("names without the index of the sample: of any one sample")), d.repair(), d.meanings(), d.code(), d.because()) : o;
  }

  /** Whether nothing in the document is about the name alone. */
  private static boolean unsaid(String name, Names names) {
    return !names.told().defines(name) && names.told().described().of(name, Collections.emptySet()).isEmpty() && names.definitions().stream().noneMatch(d -> d.key().equals(name));
  }

  private Notation in(Notation n) {
    if (isBare(n)) {
      return new Notation.Scripted(n.span(), n, Optional.empty(), Optional.of(letter), 0);
    }
    if (mentions.of(n).filter(m -> m.bare() && losses.contains(m.key())).isPresent()) {
      return applied(n);
    }
    if (n instanceof Notation.Scripted s) {
      if (!isBare(s.base())) {
        return new Notation.Scripted(s.span(), in(s.base()), s.sub(), s.sup().map(this::in), s.primes());
      }
      boolean plain = s.sup().isEmpty() && s.primes() == 0;
      Notation sample = new Notation.Scripted(s.span(), s.base(), s.sub(), Optional.of(letter), 0);
      return plain ? sample : new Notation.Scripted(s.span(), new Notation.Bracketed(s.span(), "(", sample, ")"), Optional.empty(), s.sup(), s.primes());
    }
    if (n instanceof Notation.Juxtaposed j && j.factors().size() > 1 && mentions.of(j.factors().getFirst().item()).filter(m -> losses.contains(m.key())).isPresent() && j.factors().get(1).item() instanceof Notation.Bracketed) {
      // a loss at its arguments
      return new Notation.Juxtaposed(j.span(), Stream.concat(Stream.of(j.factors().getFirst()), j.factors().stream().skip(1).map(f -> new Factor(f.op(), in(f.item())))).toList());
    }
    return Templates.mapped(n, this::in);
  }

  private boolean isBare(Notation n) {
    return mentions.of(n).filter(m -> m.bare() && bare.contains(m.key())).isPresent();
  }

  /** What a key of one letter, perhaps under a hat, is printed as. */
  private static Optional<Notation> letter(String key, Notation at) {
    Matcher hat = HAT.matcher(key);
    if (hat.matches()) {
      return Optional.of(new Notation.Accented(at.span(), hat.group("hat"), new Notation.Symbol(at.span(), hat.group("letter"))));
    }
    return key.length() == 1 ? Optional.of(new Notation.Symbol(at.span(), key)) : Optional.empty();
  }

  /** L as L(a, y) of that sample. */
  private Notation applied(Notation loss) {
    List<String> parameters = names.definition(mentions.of(loss).orElseThrow().key(), part).orElseThrow().parameters();
    List<Notation> arguments = parameters.stream().<Notation>map(a -> new Notation.Scripted(loss.span(), letter(a, loss).orElseThrow(), Optional.empty(), Optional.of(letter), 0)).toList();
    Notation inside = arguments.size() == 1 ? arguments.getFirst() : new Notation.Listed(loss.span(), arguments);
    Notation bracket = new Notation.Bracketed(loss.span(), "(", inside, ")");
    return new Notation.Juxtaposed(loss.span(), List.of(new Factor(Op.NONE, loss), new Factor(Op.NONE, bracket)));
  }
}
