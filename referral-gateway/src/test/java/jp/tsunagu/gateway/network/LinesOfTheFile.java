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
import org.yaml.snakeyaml.Yaml;

/**
 * Every kind of line a whole network.yaml has, such as {@code agencies[].areas[]}, each with the
 * files that lack one line of that kind.
 */
public final class LinesOfTheFile {

  private final Path folder;
  private final Map<String, List<String>> lacking = new LinkedHashMap<>();

  private LinesOfTheFile(Path folder) {
    this.folder = folder;
  }

  /** Of the whole file; its holiday file is put into this folder. */
  public static LinesOfTheFile in(Path folder) throws IOException {
    Files.writeString(folder.resolve("holidays.csv"), text("/holidays.csv"));
    LinesOfTheFile lines = new LinesOfTheFile(folder);
    List<List<Object>> places = new ArrayList<>();
    collect(loaded(), List.of(), places);
    places.forEach(
        place ->
            lines
                .lacking
                .computeIfAbsent(kind(place), _ -> new ArrayList<>())
                .add(withoutLine(place)));
    return lines;
  }

  /** The whole file. */
  public static String whole() {
    return text("/whole-network.yaml");
  }

  /** All kinds of line, in the order of the file. */
  public List<String> kinds() {
    return List.copyOf(lacking.keySet());
  }

  /** The same but for what is fixed at the network's birth. */
  public List<String> kindsThatMayGoLater() {
    return kinds().stream().filter(kind -> !kind.equals("network.partitions")).toList();
  }

  /** The files that lack one line of this kind. */
  public List<String> without(String kind) {
    return List.copyOf(Objects.requireNonNull(lacking.get(kind)));
  }

  /** The first file that lacks one line of this kind and can be used; empty if none can. */
  public Optional<String> usableWithout(String kind) {
    return without(kind).stream()
        .filter(text -> read(text) instanceof NetworkFile.Usable)
        .findFirst();
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

  private static String withoutLine(List<Object> place) {
    Object tree = loaded();
    Object parent = tree;
    for (Object step : place.subList(0, place.size() - 1)) {
      parent = child(parent, step);
    }
    if (parent instanceof List<?> list) {
      list.remove(((Integer) place.getLast()).intValue());
    } else if (parent instanceof Map<?, ?> map) {
      map.remove(place.getLast());
    }
    return new Yaml().dump(tree);
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
