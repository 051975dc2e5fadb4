package dev.gradus.term;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the name of a family is printed at its indices. Families are told apart by names that a text does not print: the terms E_n of a total E are the family
 * {@code E_{\\cdot}}, the variable of a rule is {@code {x}}, {@code P(y_i = 1)} is {@code P(y_{\\cdot}=1)} at i, {@code \\theta_{j|k}} is {@code \\theta_{|}} at j and k.
 */
public final class FamilyName {
  private static final String PLACE = "\\cdot";
  private static final String TERMS = "_{" + PLACE + "}";
  private static final Pattern GIVEN = Pattern.compile("([^|]*)_\\{([^|{}]*)\\|([^|{}]*)\\}((?:_\\{[^{}]*\\})*)");

  private FamilyName() {}

  /** In: a family's name, what stands at its indices, what parts these. Out: LaTeX as a text would print it. */
  public static String at(String family, List<String> indices, String separator) {
    String name = family.startsWith("{") && family.endsWith("}") ? family.substring(1, family.length() - 1) : family;
    List<String> rest = new ArrayList<>(indices);
    if (name.endsWith(TERMS) && !indices.isEmpty()) {
      name = name.substring(0, name.length() - TERMS.length());
    } else if (name.contains(PLACE)) {
      for (int k = indices.size() - 1; k >= 0; k--) {
        String place = k == 0 ? PLACE : PLACE + "^{" + (k + 1) + "}";
        if (name.contains(place)) {
          name = name.replace(place, indices.get(k));
          rest.remove(k);
        }
      }
    }
    Matcher given = GIVEN.matcher(name);
    if (given.matches()) {
      List<String> items = new ArrayList<>();
      Matcher label = Pattern.compile("\\{([^{}]*)\\}").matcher(given.group(4));
      while (label.find()) {
        items.add(label.group(1));
      }
      items.addAll(rest);
      if (items.size() == 2) {
        return given.group(1) + "_{" + side(given.group(2), items.get(0)) + "|" + side(given.group(3), items.get(1)) + "}";
      }
    }
    if (rest.isEmpty()) {
      return name;
    }
    String base = name.contains("_") || name.contains("^") || name.contains(" ") ? "{" + name + "}" : name;
    return base + "_{" + String.join(separator, rest) + "}";
  }

  /** What stands on one side of the bar: an index, the quantity that a number is a value of, or one with its index. */
  private static String side(String label, String item) {
    if (label.isEmpty() || label.equals(item)) {
      return item;
    }
    return Character.isDigit(item.charAt(0)) ? label + "=" + item : label + "_{" + item + "}";
  }
}
