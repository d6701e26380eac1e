package jp.tsunagu.runtime.aside;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tsunagu.runtime.caller.Caller;

/**
 * What one caller may know of what was put aside, and what he may ask for. What he may not know of
 * is in no list and no number, and asking for it is answered like asking for nothing.
 */
public record KnownAside(AsideTopic aside, AsideSight sight, Caller caller) {

  /** Those that he may know of, the oldest first. */
  public List<AsideEntry> open() {
    return aside.book().open().stream().filter(this::isKnown).toList();
  }

  /** How many there are, also those that are not listed where he may know of everything. */
  public long openCount() {
    List<AsideEntry> all = aside.book().open();
    long known = all.stream().filter(this::isKnown).count();
    return known == all.size() ? aside.book().openCount() : known;
  }

  /** What waits behind a record, by topic; so many keys of each at most. */
  public SortedMap<String, List<String>> heldKeys(int most) {
    SortedMap<String, List<String>> held = new TreeMap<>();
    aside
        .book()
        .heldKeys()
        .forEach(
            (topic, keys) -> {
              List<String> known =
                  keys.stream().filter(key -> sight.sees(caller, key)).limit(most).toList();
              if (!known.isEmpty()) {
                held.put(topic, known);
              }
            });
    return held;
  }

  /** The keys of which too many records wait, so that they are read at the next start. */
  public List<String> readAtNextStart() {
    return aside.held().stream()
        .flatMap(held -> held.readAtNextStart().stream())
        .filter(key -> sight.sees(caller, key))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Asks for the record to be read again; empty where there is none.
   *
   * @throws IllegalStateException if the question cannot be kept now
   */
  public Optional<AsideEntry> tryAgain(Place place) {
    return isUnseen(place) ? Optional.empty() : aside.tryAgain(place);
  }

  /**
   * Asks for the record to be passed; empty where there is none.
   *
   * @throws IllegalStateException if the question cannot be kept now
   */
  public Optional<AsideEntry> pass(Place place, PassReason reason) {
    return isUnseen(place) ? Optional.empty() : aside.pass(place, reason);
  }

  private boolean isUnseen(Place place) {
    return aside.book().open(place).filter(entry -> !isKnown(entry)).isPresent();
  }

  private boolean isKnown(AsideEntry entry) {
    String key = entry.key();
    return key == null || sight.sees(caller, key);
  }
}
