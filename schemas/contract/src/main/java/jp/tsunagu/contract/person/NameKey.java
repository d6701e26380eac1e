package jp.tsunagu.contract.person;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody types to find a person by name or reading: 「さとう」, 「ｻﾄｳ」 and 「サトウ ハ」 find さとう はなこ.
 * Width, kind and size of kana, blanks, marks and usual variants of a character make no difference,
 * as in {@link Mentions}. It is the beginning of the name or of one of its words, from two
 * characters on; a single character is only found as a whole word (林). Never printed.
 *
 * @param letters as they are compared
 */
public record NameKey(String letters) {

  /** So many characters are compared before a name is read; the rest when it is. */
  private static final int LONGEST = 8;

  private static final int SHORTEST_BEGINNING = 2;

  /** What was typed; empty where no letter is left of it. */
  public static Optional<NameKey> typed(String text) {
    return Optional.of(FoldedText.letters(text)).filter(one -> !one.isEmpty()).map(NameKey::new);
  }

  /** Whether it finds this name. */
  public boolean finds(String name) {
    return starts(name)
        .anyMatch(
            start ->
                letters.length() < SHORTEST_BEGINNING
                    ? start.equals(letters)
                    : start.startsWith(letters));
  }

  /** By which one of {@link #indexOf} a name that it finds is looked for. */
  public String first() {
    return cut(letters, LONGEST);
  }

  /** Everything by which this name is looked for: at most {@value #LONGEST} for each word. */
  public static Set<String> indexOf(String name) {
    return starts(name)
        .flatMap(
            start ->
                Stream.concat(
                    Stream.of(cut(start, LONGEST)),
                    IntStream.range(SHORTEST_BEGINNING, Math.min(LONGEST, start.length()))
                        .mapToObj(length -> cut(start, length))))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where somebody may begin to type it. */
  private static Stream<String> starts(String name) {
    return Stream.concat(Stream.of(FoldedText.letters(name)), FoldedText.words(name))
        .filter(start -> !start.isEmpty())
        .distinct();
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  @Override
  public String toString() {
    return "NameKey[***]";
  }
}
