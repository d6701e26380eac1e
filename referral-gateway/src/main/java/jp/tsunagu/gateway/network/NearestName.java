package jp.tsunagu.gateway.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what a mistyped name was meant to be. */
final class NearestName {

  private NearestName() {}

  /** 「もしかして …」, or nothing where no name is near. */
  static String hint(String typed, Collection<String> names) {
    return nearest(typed, names).map(name -> "もしかして '" + name + "' ですか。").orElse("");
  }

  static Optional<String> nearest(String typed, Collection<String> names) {
    int tolerated = Math.max(1, typed.length() / 3);
    return names.stream()
        .filter(name -> distance(typed, name) <= tolerated)
        .min(Comparator.comparingInt(name -> distance(typed, name)));
  }

  /** How many letters must be put in, left out or changed (Levenshtein), case aside. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int line = 1; line <= from.length(); line++) {
      row = nextRow(row, line, from.charAt(line - 1), to);
    }
    return row[to.length()];
  }

  private static int[] nextRow(int[] above, int line, char letter, String to) {
    int[] row = new int[above.length];
    row[0] = line;
    for (int column = 1; column < row.length; column++) {
      int changed = above[column - 1] + (to.charAt(column - 1) == letter ? 0 : 1);
      row[column] = Math.min(changed, 1 + Math.min(above[column], row[column - 1]));
    }
    return row;
  }
}
