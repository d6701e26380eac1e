package jp.tsunagu.runtime.aside;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service put aside, as its aside topic tells it: what waits for a person, and what a person
 * passed. Without bytes; one thread writes, any number read.
 *
 * <p>At most {@value #MOST_OPEN} open ones are known by place; the rest are counted.
 */
public final class AsideBook {

  private static final int MOST_OPEN = 50_000;

  private final Map<Place, AsideEntry> open = new ConcurrentHashMap<>();
  private final Map<Place, AsideEntry> passed = new ConcurrentHashMap<>();
  private final Map<Held, Set<Place>> held = new ConcurrentHashMap<>();
  private final AtomicLong notListed = new AtomicLong();
  private final AtomicLong version = new AtomicLong();

  private record Held(String topic, String key) {}

  /** Takes in a record of the aside topic; empty if it is none and says nothing to anybody. */
  public Optional<AsideEntry> read(byte @Nullable [] key, byte @Nullable [] value) {
    if (value == null) {
      return Optional.empty();
    }
    Optional<AsideEntry> entry =
        AsideJson.read(value).filter(each -> Arrays.equals(AsideJson.key(each), key));
    entry.ifPresent(this::take);
    return entry;
  }

  /** Takes in what the aside topic tells. */
  public void take(AsideEntry entry) {
    Place place = entry.place();
    switch (entry.settled().settlement()) {
      case OPEN -> addOpen(place, entry.withoutBytes());
      case READ -> close(place);
      case PASSED -> {
        passed.put(place, entry.withoutBytes());
        close(place);
      }
    }
    version.incrementAndGet();
  }

  private void addOpen(Place place, AsideEntry entry) {
    if (open.containsKey(place) || open.size() < MOST_OPEN) {
      open.put(place, entry);
      String key = entry.key();
      if (key != null) {
        held.computeIfAbsent(
                new Held(entry.place().topic(), key), _ -> ConcurrentHashMap.newKeySet())
            .add(place);
      }
    } else {
      notListed.incrementAndGet();
    }
  }

  private void close(Place place) {
    AsideEntry gone = open.remove(place);
    if (gone != null && gone.key() != null) {
      held.computeIfPresent(
          new Held(gone.place().topic(), gone.key()),
          (_, places) -> places.remove(place) && places.isEmpty() ? null : places);
    }
  }

  /** The open record at this place. */
  public Optional<AsideEntry> open(Place place) {
    return Optional.ofNullable(open.get(place));
  }

  /** Whether a person passed the record at this place. */
  public boolean isPassed(Place place) {
    return !passed.isEmpty() && passed.containsKey(place);
  }

  /** All that are open, the oldest first. */
  public List<AsideEntry> open() {
    return open.values().stream()
        .sorted(Comparator.comparing(AsideEntry::since).thenComparing(e -> e.place().toString()))
        .toList();
  }

  /** How many are open, also those that are not listed. */
  public long openCount() {
    return open.size() + notListed.get();
  }

  /** What was passed. */
  public Collection<AsideEntry> passed() {
    return List.copyOf(passed.values());
  }

  /** The open records of this key of a topic. */
  List<AsideEntry> open(String topic, String key) {
    return held.getOrDefault(new Held(topic, key), Set.of()).stream()
        .flatMap(place -> open(place).stream())
        .toList();
  }

  /** The keys that are held in this topic, in order. */
  public SortedSet<String> heldKeys(String topic) {
    return held.keySet().stream()
        .filter(each -> each.topic().equals(topic))
        .map(Held::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The keys that are held, by topic, in order. */
  public SortedMap<String, SortedSet<String>> heldKeys() {
    SortedMap<String, SortedSet<String>> keys = new TreeMap<>();
    held.keySet()
        .forEach(each -> keys.computeIfAbsent(each.topic(), _ -> new TreeSet<>()).add(each.key()));
    return keys;
  }

  /** Changes with every entry that was taken in. */
  public long version() {
    return version.get();
  }
}
