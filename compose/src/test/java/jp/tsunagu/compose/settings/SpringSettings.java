package jp.tsunagu.compose.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few settings of Spring Boot that every site touches, in Spring Boot's own words. */
final class SpringSettings {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private static final List<Chosen> EVERYWHERE =
      List.of(
          new Chosen("server.address", "0.0.0.0"),
          new Chosen("server.port", "8080"),
          new Chosen("server.ssl.bundle", "web"),
          new Chosen("management.server.port", "8090"),
          new Chosen("spring.kafka.bootstrap-servers", "kafka-1:9092,kafka-2:9092,kafka-3:9092"),
          new Chosen("spring.kafka.security.protocol", "SASL_SSL"),
          new Chosen("spring.kafka.ssl.bundle", "broker"),
          new Chosen("spring.kafka.properties.<name>", "SCRAM-SHA-512"));

  private static final List<Chosen> WITH_DATABASE =
      List.of(
          new Chosen("spring.datasource.url", "jdbc:postgresql://database/hokatsu"),
          new Chosen("spring.datasource.username", "hokatsu"),
          new Chosen("spring.datasource.password", "secret"));

  private final Map<String, JsonNode> known = known();

  /** A setting worth a line, with an example. */
  private record Chosen(String name, String example) {
    /** As Spring Boot knows it. */
    String declared() {
      return name.replace(".<name>", "");
    }
  }

  List<Setting> everywhere(Service service) {
    return lines(EVERYWHERE, service);
  }

  List<Setting> withDatabase(Service service) {
    return lines(WITH_DATABASE, service);
  }

  private List<Setting> lines(List<Chosen> chosen, Service service) {
    PropertySource<?> defaults = defaults(service);
    return chosen.stream().map(setting -> line(setting, defaults)).toList();
  }

  private Setting line(Chosen chosen, PropertySource<?> defaults) {
    JsonNode declared =
        Objects.requireNonNull(
            known.get(chosen.declared()), () -> "Spring Boot knows no " + chosen.name());
    String usual =
        Optional.ofNullable(defaults.getProperty(chosen.name()))
            .map(Object::toString)
            .orElse(declared.path("defaultValue").asString(""));
    return new Setting(
        chosen.name(), declared.path("description").asString(), usual, chosen.example());
  }

  private static PropertySource<?> defaults(Service service) {
    try {
      return new YamlPropertySourceLoader()
          .load(service.module(), new ClassPathResource(service.defaults()))
          .getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, JsonNode> known() {
    Map<String, JsonNode> known = new HashMap<>();
    SpringSettings.class
        .getClassLoader()
        .resources(METADATA)
        .flatMap(file -> read(file).path("properties").valueStream())
        .forEach(property -> known.put(property.path("name").asString(), property));
    return known;
  }

  private static JsonNode read(URL file) {
    try (InputStream metadata = file.openStream()) {
      return JsonMapper.shared().readTree(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
