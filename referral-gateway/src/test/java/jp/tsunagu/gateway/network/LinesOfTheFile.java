package jp.tsunagu.gateway.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * Every kind of line a whole network.yaml has, such as {@code agencies[].areas[]}, each with the
 * files that lack one line of that kind.
 */
public final class LinesOfTheFile {

  private final Path folder;
  private final Map<String, List<List<Object>>> places = new LinkedHashMap<>();

  private LinesOfTheFile(Path folder) {
    this.folder = folder;
  }

  /** Of the whole file; its holiday file is put into this folder. */
  public static LinesOfTheFile in(Path folder) throws IOException {
    Files.writeString(folder.resolve("holidays.csv"), text("/holidays.csv"));
    LinesOfTheFile lines = new LinesOfTheFile(folder);
    List<List<Object>> all = new ArrayList<>();
    collect(loaded(), List.of(), all);
    all.forEach(
        place -> lines.places.computeIfAbsent(kind(place), _ -> new ArrayList<>()).add(place));
    return lines;
  }

  /** The whole file. */
  public static String whole() {
    return text("/whole-network.yaml");
  }

  /** All kinds of line, in the order of the file. */
  public List<String> kinds() {
    return List.copyOf(places.keySet());
  }

  /** The files that lack one line of this kind. */
  public List<String> without(String kind) {
    return placesOf(kind).stream().map(place -> withoutLines(List.of(place))).toList();
  }

  /** The first file that lacks one line of this kind and can be used; empty if none can. */
  public Optional<String> usableWithout(String kind) {
    return usablePlace(kind).map(place -> withoutLines(List.of(place)));
  }

  /** A file that can be used and lacks one line of each of these kinds. */
  public record Lacking(List<String> kinds, String text) {}

  /**
   * Files that can be used, each without a line of some kinds, so that every kind of which a line
   * may go later has gone in one of them. What is apart goes alone.
   */
  public List<Lacking> withoutSeveral(String apart) {
    Map<String, List<Object>> left = new LinkedHashMap<>();
    kindsThatMayGoLater()
        .forEach(kind -> usablePlace(kind).ifPresent(place -> left.put(kind, place)));
    List<Lacking> all = new ArrayList<>();
    Optional.ofNullable(left.remove(apart))
        .ifPresent(place -> all.add(new Lacking(List.of(apart), withoutLines(List.of(place)))));
    while (!left.isEmpty()) {
      Lacking several = several(left);
      all.add(several);
      left.keySet().removeAll(several.kinds());
    }
    return all;
  }

  /** All but what is fixed at the network's birth. */
  private List<String> kindsThatMayGoLater() {
    return kinds().stream().filter(kind -> !kind.equals("network.partitions")).toList();
  }

  private Lacking several(Map<String, List<Object>> left) {
    List<String> kinds = new ArrayList<>();
    List<List<Object>> gone = new ArrayList<>();
    left.forEach(
        (kind, place) -> {
          if (gone.stream().noneMatch(other -> isWithin(place, other))
              && isUsable(withoutLines(and(gone, place)))) {
            kinds.add(kind);
            gone.add(place);
          }
        });
    return new Lacking(kinds, withoutLines(gone));
  }

  private Optional<List<Object>> usablePlace(String kind) {
    return placesOf(kind).stream()
        .filter(place -> isUsable(withoutLines(List.of(place))))
        .findFirst();
  }

  private List<List<Object>> placesOf(String kind) {
    return Objects.requireNonNull(places.get(kind));
  }

  private static boolean isWithin(List<Object> one, List<Object> other) {
    int common = Math.min(one.size(), other.size());
    return one.subList(0, common).equals(other.subList(0, common));
  }

  private static List<List<Object>> and(List<List<Object>> some, List<Object> one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  private boolean isUsable(String text) {
    return read(text) instanceof NetworkFile.Usable;
  }

  /** What reading this text gives. */
  public NetworkFile read(String text) {
    try {
      return NetworkFile.read(Files.writeString(folder.resolve("network.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(Object node, List<Object> at, List<List<Object>> places) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> step(value, at, key, places));
    } else if (node instanceof List<?> list) {
      for (int index = 0; index < list.size(); index++) {
        step(list.get(index), at, index, places);
      }
    }
  }

  private static void step(Object node, List<Object> at, Object next, List<List<Object>> places) {
    List<Object> place = new ArrayList<>(at);
    place.add(next);
    places.add(place);
    collect(node, place, places);
  }

  private static String kind(List<Object> place) {
    StringBuilder kind = new StringBuilder();
    for (Object step : place) {
      if (step instanceof Integer) {
        kind.append("[]");
      } else {
        kind.append(kind.isEmpty() ? "" : ".").append(step);
      }
    }
    return kind.toString();
  }

  /** Lines that do not stand in each other. The last of a list goes first, so that none moves. */
  private static String withoutLines(List<List<Object>> gone) {
    Object tree = loaded();
    List<List<Object>> all = new ArrayList<>();
    collect(tree, List.of(), all);
    all.reversed().stream().filter(gone::contains).forEach(place -> remove(tree, place));
    return new Yaml().dump(tree);
  }

  private static void remove(Object tree, List<Object> place) {
    Object parent = tree;
    for (Object step : place.subList(0, place.size() - 1)) {
      parent = child(parent, step);
    }
    if (parent instanceof List<?> list) {
      list.remove(((Integer) place.getLast()).intValue());
    } else if (parent instanceof Map<?, ?> map) {
      map.remove(place.getLast());
    }
  }

  private static Object child(Object parent, Object step) {
    Object child =
        parent instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) parent).get(step);
    return Objects.requireNonNull(child);
  }

  private static Object loaded() {
    return new Yaml().load(whole());
  }

  private static String text(String resource) {
    try (var file = LinesOfTheFile.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
