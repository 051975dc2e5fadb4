package dev.gradus.reading;

import java.util.regex.Pattern;

/** Words that speak of what a name meant before: "before, dE/do = ..", "for the first loss we had ..", "it used to be ..". Such a line is no claim about the meaning in force (READING 15, 17). */
final class EarlierMeaning {
  private static final String OLD = "(?:first|old|previous|earlier|other|original|former|initial|last|preceding|simpler)";
  private static final String THING = "(?:loss|losses|cost|error|objective|function|activation|unit|network|model|case|section|part|question|problem|exercise|chapter|lecture|example|setting|choice|definition|version|variant|layer|parametri[sz]ation|one)";

  private static final Pattern SAID =
      Pattern.compile(
          "(?:^|[.;:,(] ?|\\b(?:and|but|while|whereas|where|that|as) )(?:before|previously|formerly|originally|last time|until now|up to now|earlier|unlike before|before that|before this|back then|at first|initially)(?: (?:this|that|it|we|the|on|was|were|had|have|got|found|obtained|derived|saw|used|our|gradient|derivative|slope|result|answer|rule|formula|still|simply|just))*,?(?: where| when)?(?: \\$)?$"
              + "|\\b(?:it|this|that|which|gradient|derivative|slope|result|answer|rule|formula) (?:was|used to be|had been|would have been|once was)(?: just| simply| still)?:?,?(?: \\$)?$"
              + "|\\b(?:for|with|under|using|in|of|from|unlike|contrast to|compared to)(?: the| our| an?)? " + OLD + " " + THING + "\\b[^.;$]*(?: \\$)?$"
              + "|\\b(?:we|i|one) (?:had|got|used to have|would have had)(?: before| previously| earlier)?:?,?(?: \\$)?$");

  private EarlierMeaning() {}

  /** Whether words right before a statement, or behind it, say that it was so before. */
  static boolean is(Statement s) {
    String opens = s.opens().strip();
    String near = opens.substring(opens.replaceFirst(" ?\\$$", "").lastIndexOf('$') + 1).strip();
    return SAID.matcher(near).find() || s.closes().strip().matches("(?s),? ?(?:(?:as )?(?:we )?(?:had|was|were|got|found) (?:it )?)?(?:before|previously|earlier|last time)(?: the change| now)?\\b(?! (?:we|it|the)).*");
  }
}
