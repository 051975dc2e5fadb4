package dev.gradus.reading;

import dev.gradus.proof.kernel.Assumption;
import dev.gradus.proof.kernel.Claim;
import dev.gradus.proof.kernel.ClaimParts;
import dev.gradus.proof.kernel.Verdict;
import dev.gradus.term.Family;
import dev.gradus.term.Index;
import dev.gradus.term.Range;
import dev.gradus.term.Term;
import dev.gradus.term.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Probabilities of which nothing but their laws is known: {@code p(a | b) = p(a, b) / p(b)}, {@code p(a) = \sum_b p(a, b)} over all values of b, and where words say so the independence of the entries of
 * a vector given b (Kolmogorov's axioms, the definition of conditional probability). A claim that holds with them for every joint distribution is proved; none is refuted (READING 23).
 */
final class JointProbabilities {
  /** What a proof with them rests on. */
  static final String SAID = "the laws of probability: the product rule, and a total over all values of a variable; one that is named at two values takes no other";

  static final String INDEPENDENT = "the entries are independent, given what the condition names";

  private static final Pattern HEAD = Pattern.compile("(?<name>" + PrintedHead.PROBABILITIES.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\((?<events>[^()|;]+?)(?: \\\\mid (?<given>[^()|;]+))?\\)");
  private static final Pattern PLACE = Pattern.compile("\\\\cdot(?:\\^\\{?(\\d+)\\}?)?");
  private static final String ELEMENT = "\\cdot";

  /** One of all values of a variable, that a sum runs over: {@code y}, {@code Y=y}, {@code Y=c_k}, {@code C_k}. */
  private static final Pattern VALUE = Pattern.compile("\\\\cdot|\\p{L}+=\\\\cdot|(?:\\p{L}+=)?(?:[cC]|\\\\omega|\\\\mathcal\\{C\\})_\\{?\\\\cdot\\}?|(?<of>\\p{L}+)=[a-z]_\\{?\\\\cdot\\}?");
  /** Both values of a variable, and both of two classes. */
  private static final Pattern TWO = Pattern.compile("(?<variable>\\p{L}+=|(?:\\p{L}+=)?(?:[cC]|\\\\omega|\\\\mathcal\\{C\\})_)\\{?(?<value>[012])\\}?");

  /** Words for more than two values. */
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(?:(?:three|four|five|ten|several|multiple|many|multi-?|all|other|\\p{L}|\\d+|\\$) ?(?:possible |different |distinct |other |of the )?(?:class(?:es)?|labels|values|categories|outcomes|components|clusters|digits|topics|states)|third|ternary|multi-?nomial|categorical|neither|unknown class)\\b");
  /** Words for two values. */
  private static final Pattern BINARY =
      Pattern.compile("(?i)\\b(?:binary|boolean|bernoulli|dichotomous|logistic|two[- ](?:possible )?(?:class(?:es)?|labels|values|categories|outcomes)|(?:0|zero) or (?:1|one))\\b|\u4e8c\u5206\u7c7b|\u4e24\u7c7b|\u4e8c\u5024");
  /** Sets that are named for all values of a variable; any other may be some of them. */
  private static final Pattern ALL = Pattern.compile("\\|(?:\\\\mathcal\\{)?[CKXYZ]\\}?\\|");

  private static final Pattern ENTRY = Pattern.compile("_\\{?\\\\cdot\\}?");

  private static final Pattern SUPPOSES = Pattern.compile("(?i)\\b(?:conditional(?:ly)? independen\\w*|independen\\w* (?:given|conditional\\w*)|na[i\u00ef]ve[- ](?:bayes\\w*|assumption|independence))|\u6761\u4ef6\u72ec\u7acb|\u6734\u7d20\u8d1d\u53f6\u65af");
  private static final Pattern DENIES = Pattern.compile("(?i)\\b(?:(?:not|never|no longer|without|isn't|aren't|instead of|rather than|drop\\w*|fails?|violat\\w*)\\b[^.]{0,40}\\b(?:independen\\w*|na[i\u00ef]ve)|unnormali[sz]ed|improper|dependent\\b)|\u4e0d\u72ec\u7acb");

  /** An event that a head names, with the elements that its text leaves open. */
  private record Event(String text, List<Index> indices) {
    static Event of(String printed, List<Index> all) {
      List<Index> own = new ArrayList<>();
      Matcher m = PLACE.matcher(printed);
      while (m.find()) {
        own.add(all.get(m.group(1) == null ? 0 : Integer.parseInt(m.group(1)) - 1));
      }
      return new Event(PLACE.matcher(printed).replaceAll(Matcher.quoteReplacement(ELEMENT)).strip(), own);
    }

    /** What varies: Y of Y=1. */
    String variable() {
      return text.contains("=") ? text.substring(0, text.indexOf('=')) : text;
    }
  }

  /** A probability as the text prints it. */
  private record Head(String name, List<Event> events, List<Event> given) {
    List<Event> all() {
      return Stream.concat(events.stream(), given.stream()).toList();
    }
  }

  /** A joint probability; {@code events} in the order of its axes. */
  private record Joint(Family family, String name, List<String> events) {
    /** The one event that it has beyond those of another. */
    Optional<String> beyond(Joint other) {
      List<String> more = new ArrayList<>(events);
      boolean all = name.equals(other.name()) && other.events().stream().allMatch(more::remove);
      return all && more.size() == 1 ? Optional.of(more.getFirst()) : Optional.empty();
    }

    Range range(String event) {
      return family.axes().get(places(events.subList(0, events.indexOf(event))));
    }

    /** With the indices of the other events, and one for {@code event}. */
    Term at(List<Index> others, String event, Optional<Index> own) {
      List<Index> all = new ArrayList<>(others);
      own.ifPresent(i -> all.add(places(events.subList(0, events.indexOf(event))), i));
      return new Term.Entry(family, all);
    }

    private static int places(List<String> events) {
      return (int) events.stream().mapToLong(e -> PLACE.matcher(e).results().count()).sum();
    }
  }

  private final boolean independent;
  /** whether words say that what is named at two values has no other */
  private final boolean two;
  private final List<Head> heads = new ArrayList<>();
  private final Map<String, Joint> joints = new TreeMap<>();
  private int bound;
  private boolean used;

  private JointProbabilities(boolean independent, boolean two, int bound) {
    this.independent = independent;
    this.two = two;
    this.bound = bound;
  }

  /** In: a claim that is open, and the part it stands in. Out: its proof by these laws. */
  static Optional<Verdict.Proved> proved(Claim claim, Part part, Function<Claim, Verdict> decided) {
    return of(claim, part).map(decided).filter(v -> v instanceof Verdict.Proved).map(v -> (Verdict.Proved) v);
  }

  /** In: a claim as printed and as it was proved. Out: the laws that lie between them, for people. */
  static List<String> behind(Claim printed, Claim proved) {
    List<String> before = conditional(printed);
    List<String> after = conditional(proved);
    if (after.containsAll(before)) {
      return List.of();
    }
    return after.isEmpty() ? List.of(SAID) : List.of(SAID, INDEPENDENT);
  }

  private static List<String> conditional(Claim claim) {
    return Terms.families(claim.left(), claim.right()).stream().map(Family::name).filter(n -> n.contains("\\mid ") && HEAD.matcher(n).matches()).toList();
  }

  /** What it says of joint probabilities alone, where it holds conditional ones that can be told apart. */
  private static Optional<Claim> of(Claim claim, Part part) {
    if (claim.order() != Claim.Order.EQUAL || conditional(claim).isEmpty()) {
      return Optional.empty();
    }
    boolean denied = part.chain().stream().anyMatch(p -> DENIES.matcher(p.own()).find());
    boolean independent = part.chain().stream().anyMatch(p -> SUPPOSES.matcher(p.own()).find());
    boolean two = part.chain().stream().anyMatch(p -> BINARY.matcher(p.own()).find()) && part.chain().stream().noneMatch(p -> MORE.matcher(p.own()).find());
    if (denied) {
      return Optional.empty();
    }
    JointProbabilities laws = new JointProbabilities(independent, two, Math.max(Terms.greatestBound(claim.left()), Terms.greatestBound(claim.right())));
    List.of(claim.left(), claim.right()).forEach(side -> Terms.visit(side, t -> laws.head(t).ifPresent(laws.heads::add)));
    boolean apart = laws.heads.stream().allMatch(h -> h.all().stream().map(Event::variable).distinct().count() == h.all().size());
    if (!apart || laws.heads.stream().noneMatch(h -> !h.given().isEmpty())) {
      return Optional.empty();
    }
    // the assumption itself follows from nothing
    if (laws.split(claim.left()) || laws.split(claim.right())) {
      return Optional.empty();
    }
    Term left = laws.joined(claim.left());
    Term right = laws.joined(claim.right());
    Term first = Terms.freshBound(laws.total(left), 0);
    Term second = Terms.freshBound(laws.total(right), Terms.greatestBound(first));
    // without what is supposed of the printed heads it says more
    List<Assumption> others = claim.assumptions().stream().filter(a -> ClaimParts.terms(a.fact()).stream().flatMap(t -> Terms.families(t).stream()).noneMatch(f -> HEAD.matcher(f.name()).matches())).toList();
    return laws.used ? Optional.of(new Claim(first, claim.order(), second, others, claim.explicit(), List.of())) : Optional.empty();
  }

  private Optional<Head> head(Term t) {
    if (!(t instanceof Term.Entry e) || e.family().kind() != Family.Kind.UNKNOWN || !e.family().derivatives().isEmpty()) {
      return Optional.empty();
    }
    Matcher m = HEAD.matcher(e.family().name());
    return m.matches() ? Optional.of(new Head(m.group("name"), events(m.group("events"), e.indices()), m.group("given") == null ? List.of() : events(m.group("given"), e.indices()))) : Optional.empty();
  }

  private static List<Event> events(String printed, List<Index> indices) {
    return Stream.of(printed.split(",", -1)).map(x -> Event.of(x, indices)).toList();
  }

  /** p(x | b) alone, where the entries of x are independent. */
  private boolean split(Term side) {
    return head(side).filter(h -> h.events().size() == 1 && !h.given().isEmpty() && entries(h.name(), h.events().getFirst(), h.given()).isPresent()).isPresent();
  }

  /** Every head by joint ones. */
  private Term joined(Term t) {
    return head(t).map(this::byJoint).orElseGet(() -> Terms.mapParts(t, this::joined));
  }

  private Term byJoint(Head h) {
    if (h.given().isEmpty()) {
      return joint(h.name(), h.events());
    }
    if (h.events().size() == 1) {
      Optional<Term> entries = entries(h.name(), h.events().getFirst(), h.given());
      if (entries.isPresent() || isEntry(h)) {
        return entries.orElseGet(() -> entry(h.name(), h.events().getFirst(), h.given()));
      }
    }
    used = true;
    return Terms.divide(joint(h.name(), h.all()), joint(h.name(), h.given()));
  }

  private Term joint(String name, List<Event> all) {
    for (Event x : all.size() > 1 ? all : List.<Event>of()) {
      List<Event> rest = all.stream().filter(e -> !e.equals(x)).toList();
      Optional<Term> entries = entries(name, x, rest);
      if (entries.isPresent()) {
        return Terms.product(joint(name, rest), entries.get());
      }
    }
    List<Event> sorted = sorted(all);
    Term.Entry entry = atom(name + "(" + String.join(",", texts(sorted)) + ")", sorted);
    joints.put(entry.family().name(), new Joint(entry.family(), name, texts(sorted)));
    return entry;
  }

  /** p(x | b) as the product of the p(x_j | b) that the claim speaks of. */
  private Optional<Term> entries(String name, Event x, List<Event> given) {
    Optional<Event> one = heads.stream().filter(h -> independent && h.name().equals(name) && h.events().size() == 1 && texts(sorted(h.given())).equals(texts(sorted(given)))).map(h -> h.events().getFirst()).filter(e -> isEntry(e, x)).findFirst();
    return one.map(
        e -> {
          used = true;
          Index.Bound over = new Index.Bound(++bound, e.indices().getLast().range());
          return Terms.exp(new Term.Over(over, Terms.log(entry(name, new Event(e.text(), Stream.concat(x.indices().stream(), Stream.of(over)).toList()), given))));
        });
  }

  /** Whether a head is one of these p(x_j | b). */
  private boolean isEntry(Head h) {
    return independent && heads.stream().flatMap(x -> x.all().stream()).anyMatch(x -> isEntry(h.events().getFirst(), x));
  }

  /** x_j of x. */
  private static boolean isEntry(Event one, Event whole) {
    return one.text().startsWith(whole.text()) && ENTRY.matcher(one.text().substring(whole.text().length())).matches();
  }

  private static Term entry(String name, Event one, List<Event> given) {
    List<Event> sorted = sorted(given);
    return atom(name + "(" + one.text() + " \\mid " + String.join(",", texts(sorted)) + ")", Stream.concat(Stream.of(one), sorted.stream()).toList());
  }

  private static Term.Entry atom(String name, List<Event> events) {
    List<Index> indices = events.stream().flatMap(e -> e.indices().stream()).toList();
    return new Term.Entry(Family.unknown(name, indices.stream().map(Index::range).toArray(Range[]::new)), indices);
  }

  private static List<Event> sorted(List<Event> events) {
    return events.stream().sorted(Comparator.comparing(Event::text)).toList();
  }

  private static List<String> texts(List<Event> events) {
    return events.stream().map(Event::text).toList();
  }

  /** Every joint probability by the ones with one variable more that the claim speaks of at all its values. */
  private Term total(Term t) {
    Optional<Joint> own = t instanceof Term.Entry e ? Optional.ofNullable(joints.get(e.family().name())) : Optional.empty();
    if (own.isEmpty()) {
      return Terms.mapParts(t, this::total);
    }
    List<Index> indices = ((Term.Entry) t).indices();
    for (Joint wider : joints.values()) {
      Optional<String> event = wider.beyond(own.get());
      if (event.filter(VALUE.asMatchPredicate()).filter(e -> wider.range(e).name().indexOf('|') < 0 || ALL.matcher(wider.range(e).name()).matches()).isPresent()) {
        used = true;
        Index.Bound over = new Index.Bound(++bound, wider.range(event.get()));
        return new Term.Over(over, total(wider.at(indices, event.get(), Optional.of(over))));
      }
      Optional<List<Joint>> both = event.flatMap(a -> both(own.get(), a));
      if (both.isPresent()) {
        used = true;
        return Terms.sum(both.get().stream().map(j -> total(j.at(indices, j.beyond(own.get()).orElseThrow(), Optional.empty()))).toList());
      }
    }
    return t;
  }

  /** Those at both values, where the claim speaks of just two. */
  private Optional<List<Joint>> both(Joint own, String event) {
    Matcher m = TWO.matcher(event);
    if (!two || !m.matches()) {
      return Optional.empty();
    }
    String variable = m.group("variable");
    List<Joint> all = joints.values().stream().filter(j -> j.beyond(own).filter(a -> a.startsWith(variable)).isPresent()).toList();
    List<String> values = all.stream().map(j -> TWO.matcher(j.beyond(own).orElseThrow())).map(x -> x.matches() ? x.group("value") : "").sorted().toList();
    return values.equals(variable.endsWith("=") ? List.of("0", "1") : List.of("1", "2")) ? Optional.of(all) : Optional.empty();
  }
}
