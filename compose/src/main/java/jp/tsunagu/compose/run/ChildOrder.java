package jp.tsunagu.compose.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a child is told to run, on its standard input, because it holds passwords.
 *
 * @param application its main class
 * @param clock where the offset of its clock stands
 */
record ChildOrder(
    String name, String application, int port, Map<String, String> properties, String clock) {
  ChildOrder {
    properties = Map.copyOf(properties);
  }

  static ChildOrder of(SpringService service, Path clock) {
    var properties =
        service.properties().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString()));
    return new ChildOrder(
        service.name(),
        service.application().getName(),
        service.port(),
        properties,
        clock.toString());
  }

  SpringService service() throws ClassNotFoundException {
    return new SpringService(
        name, Class.forName(application), port, List.of(), Map.copyOf(properties));
  }

  @Override
  public String toString() {
    return "ChildOrder[" + name + "]";
  }
}
