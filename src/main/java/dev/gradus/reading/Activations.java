package dev.gradus.reading;

import dev.gradus.reading.Reader.Printed;
import dev.gradus.reading.Statement.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an undefined sigma means in a part (READING 21): the only standard meaning that refutes no claim of the part and proves at least two. What another part
 * defines it as is one more meaning here, in which it proves and does not refute (READING 17).
 *
 * @param names what is defined
 * @param known what was found before, by the number of the part
 * @param elsewhere the outcome of a statement with what another part defines
 * @param trial the outcome of a statement under a meaning
 * @param introduces whether a statement defines something
 */
record Activations(
    List<Printed> printed,
    Survey survey,
    Names names,
    Map<Integer, Optional<Activation>> known,
    Function<Printed, Outcome> elsewhere,
    BiFunction<Printed, Activation, Outcome> trial,
    Predicate<Printed> introduces) {
  private static final String SIGMA = "\\sigma";
  /** Parts with more claims of sigma than this are not looked through. */
  private static final int MOST = 12;

  /** Whether a claim of sigma is left open. */
  boolean open(Printed p, Outcome outcome) {
    return !outcome.proved() && !outcome.refuted() && mentioned(p);
  }

  /** In the smallest of this part and the parts around it in which one meaning alone is left. */
  Optional<Activation> of(Part part) {
    for (Part p : part.chain()) {
      Optional<Activation> here = known.get(p.number());
      if (here == null) {
        here = search(p);
        known.put(p.number(), here);
      }
      if (here.isPresent()) {
        return here;
      }
    }
    return Optional.empty();
  }

  private Optional<Activation> search(Part part) {
    List<Printed> claims =
        printed.stream().filter(q -> q.statement().part().within(part) && claim(q) && mentioned(q)).toList();
    if (claims.size() < 2 || claims.size() > MOST) {
      return Optional.empty();
    }
    List<Activation> left = new ArrayList<>();
    for (Activation a : Activation.values()) {
      int proved = 0;
      boolean refuted = false;
      for (Printed q : claims) {
        Outcome o = trial.apply(q, a);
        proved += o.proved() ? 1 : 0;
        refuted |= o.refuted();
        if (refuted) {
          break;
        }
      }
      if (!refuted && proved >= 2) {
        left.add(a);
      }
    }
    boolean alone = left.size() == 1 && claims.stream().filter(q -> elsewhere.apply(q).proved()).count() < 2;
    return alone ? Optional.of(left.getFirst()) : Optional.empty();
  }

  private boolean claim(Printed q) {
    Cue cue = q.statement().cue();
    boolean stated = cue == Cue.STATED || cue == Cue.INTRODUCED || cue.concludes();
    return stated && q.unreadable().isEmpty() && !introduces.test(q);
  }

  /** Whether a statement speaks of sigma, or of a quantity that is defined with it. */
  private boolean mentioned(Printed q) {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(q.names(survey.mentions()));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (reached.add(name)) {
        names.definition(name, q.statement().part()).ifPresent(d -> {
          Set<String> inside = new TreeSet<>();
          Definitions.collect(d.body(), survey.mentions(), inside);
          open.addAll(inside);
        });
      }
    }
    return reached.contains(SIGMA);
  }
}
