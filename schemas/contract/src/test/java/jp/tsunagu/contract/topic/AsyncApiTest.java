package jp.tsunagu.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** asyncapi.yaml, read by an independent parser, says what the catalogue says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiTest {
  private static final Path DOCUMENT = Path.of("../asyncapi.yaml");
  private Map<?, ?> document;

  @BeforeAll
  void read_the_document() throws IOException {
    try (Reader reader = Files.newBufferedReader(DOCUMENT)) {
      document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
  }

  @Test
  void it_is_asyncapi_3_with_a_server() {
    assertThat(document.get("asyncapi")).isEqualTo("3.0.0");
    assertThat(map(document, "servers")).isNotEmpty();
  }

  @Test
  void its_channels_are_the_topics_with_the_records_they_carry() {
    Map<Object, Set<String>> documented =
        map(document, "channels").values().stream()
            .map(channel -> (Map<?, ?>) channel)
            .collect(Collectors.toMap(channel -> channel.get("address"), this::carriedBy));
    assertThat(documented)
        .isEqualTo(
            CatalogueTopics.all().stream()
                .collect(
                    Collectors.toMap(
                        topic -> CatalogueTopics.name(topic, "{", "}"),
                        topic ->
                            topic.carries().stream()
                                .map(Class::getSimpleName)
                                .collect(Collectors.toSet()))));
  }

  @Test
  void its_operations_are_the_writers_and_readers_of_the_topics() {
    Set<String> expected =
        CatalogueTopics.all().stream()
            .flatMap(
                topic ->
                    Stream.concat(
                        Stream.of(operation("send", topic.parties().writtenBy(), topic)),
                        topic.parties().readBy().stream()
                            .map(each -> operation("receive", each, topic))))
            .collect(Collectors.toSet());
    assertThat(
            map(document, "operations").values().stream().map(each -> operation((Map<?, ?>) each)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void its_messages_name_the_type_of_the_headers_and_the_schema_of_the_newest_version() {
    map(map(document, "components"), "messages")
        .forEach(
            (name, message) -> {
              assertThat(((Map<?, ?>) message).get("name")).isEqualTo("jp.tsunagu." + name + ".v1");
              Map<?, ?> schema = map(map((Map<?, ?>) message, "payload"), "schema");
              Path file = DOCUMENT.resolveSibling(text(schema, "$ref"));
              assertThat(file).exists();
              assertThat(newest(file)).isEqualTo(file.normalize());
            });
  }

  @Test
  void every_reference_inside_it_leads_somewhere() {
    List<String> references = new ArrayList<>();
    collectReferences(document, references);
    assertThat(references)
        .hasSizeGreaterThan(100)
        .filteredOn(reference -> reference.startsWith("#"))
        .allSatisfy(reference -> assertThat(target(reference)).isNotNull());
  }

  private Set<String> carriedBy(Map<?, ?> channel) {
    return map(channel, "messages").values().stream()
        .map(message -> lastPart(text((Map<?, ?>) message, "$ref")))
        .collect(Collectors.toSet());
  }

  private static String operation(String action, Party party, Topic topic) {
    String tag =
        switch (party) {
          case AGENCY -> "agency";
          case GATEWAY, SCHEDULER, STATS, EVERYONE -> party.label();
        };
    return action + " " + tag + " " + CatalogueTopics.name(topic, "{", "}");
  }

  private String operation(Map<?, ?> operation) {
    var tag = (Map<?, ?>) ((List<?>) value(operation, "tags")).getFirst();
    var channel = (Map<?, ?>) target(text(map(operation, "channel"), "$ref"));
    return operation.get("action") + " " + tag.get("name") + " " + channel.get("address");
  }

  private static Path newest(Path file) {
    String name = file.getFileName().toString();
    Path newest = file.normalize();
    for (int version = 1; ; version++) {
      Path next = newest.resolveSibling(name.replaceFirst("\\.v\\d+\\.", ".v" + version + "."));
      if (!Files.exists(next)) {
        return newest;
      }
      newest = next;
    }
  }

  private Object target(String reference) {
    Object place = document;
    for (String part : reference.substring(2).split("/", -1)) {
      place = value((Map<?, ?>) place, part);
    }
    return place;
  }

  private static void collectReferences(Object place, List<String> found) {
    switch (place) {
      case Map<?, ?> inside -> {
        if (inside.get("$ref") instanceof String reference) {
          found.add(reference);
        }
        inside.values().forEach(each -> collectReferences(each, found));
      }
      case List<?> items -> items.forEach(each -> collectReferences(each, found));
      default -> {}
    }
  }

  private static Map<?, ?> map(Map<?, ?> place, String key) {
    return (Map<?, ?>) value(place, key);
  }

  private static String text(Map<?, ?> place, String key) {
    return (String) value(place, key);
  }

  private static Object value(Map<?, ?> place, String key) {
    return Objects.requireNonNull(place.get(key), key);
  }

  private static String lastPart(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
