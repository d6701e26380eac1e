package jp.tsunagu.runtime.aside;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells what was put aside: it stops nobody else, so it never takes a service down. Keys and places
 * only, the first {@value #NAMED} of each.
 */
public final class AsideHealth {

  private static final int NAMED = 100;

  private AsideHealth() {}

  /** The health of what this topic tells. */
  public static Health of(AsideTopic aside) {
    AsideBook book = aside.book();
    return Health.up()
        .withDetail("open", book.openCount())
        .withDetail("held", keys(book))
        .withDetail("places", places(book))
        .withDetail("readAtNextStart", atNextStart(aside))
        .build();
  }

  private static SortedMap<String, List<String>> keys(AsideBook book) {
    SortedMap<String, List<String>> keys = new TreeMap<>();
    book.heldKeys().forEach((topic, held) -> keys.put(topic, held.stream().limit(NAMED).toList()));
    return keys;
  }

  private static List<String> atNextStart(AsideTopic aside) {
    return aside.held().stream()
        .flatMap(held -> held.readAtNextStart().stream())
        .distinct()
        .sorted()
        .limit(NAMED)
        .toList();
  }

  private static List<String> places(AsideBook book) {
    return book.open().stream()
        .limit(NAMED)
        .map(entry -> entry.place() + " " + entry.reason())
        .toList();
  }
}
