package dev.gradus.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Sentences whose words may lift what was assumed before them: from there on no proof leans on it, and a refuting point still meets it (READING 3). */
final class Lifted {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(in general|generally|more generally|arbitrary|drop(s|ped|ping)?|remov(e|es|ed|ing)|relax(es|ed|ing)?|without (this|that|the|any) (\\w+ )?(assumption|restriction|condition|constraint)"
              + "|no longer|regardless|non-?symmetric|asymmetric|unsymmetric|not (one-hot|symmetric|positive|normali[sz]ed|necessarily|zero)|may be (negative|zero)|soft (label|target)s?"
              + "|general (matrix|matrices|case|vector|position)|other cases?|every case|overall|the (full|complete|whole|entire) (jacobian|gradient|derivative|matrix|expression|formula|result))\\b?");

  private final List<Boolean> lifting;

  Lifted(List<Sentence> sentences) {
    lifting = sentences.stream().map(s -> WORDS.matcher(s.words(0, s.atoms().size())).find()).toList();
  }

  /** Whether a sentence behind {@code from}, up to {@code to}, may lift what {@code from} assumes. */
  boolean between(int from, int to) {
    return from < to && lifting.subList(from + 1, to + 1).contains(true);
  }
}
