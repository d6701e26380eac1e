package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.runtime.caller.TokenHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {
  private static final Pattern USED = Pattern.compile("\\$\\{(\\w+)");
  private static final Pattern EXPLAINED = Pattern.compile("(?m)^#(\\w+)=");
  private static final Pattern AGENCY = Pattern.compile("AGENCIES_0_ID: (\\S+)");

  @Test
  void every_variable_is_explained_in_the_example_and_no_other() throws IOException {
    assertThat(found(EXPLAINED, ".env.example")).isEqualTo(found(USED, "compose.yaml"));
  }

  @Test
  void everyone_of_the_sample_city_has_a_connector_and_the_token_of_the_tour(@TempDir Path folder)
      throws IOException {
    var file = folder.resolve("network.yaml");
    SampleCity.writeUnlessThere(file);
    var everyone = City.read(file).everyone();
    assertThat(found(AGENCY, "compose.yaml"))
        .isEqualTo(everyone.stream().map(Object::toString).collect(Collectors.toSet()));
    assertThat(Files.readString(Path.of("compose.yaml")))
        .contains(everyone.stream().map(SampleCity::tokenOf).map(TokenHash::hex).toList())
        .contains(TokenHash.hex(SampleCity.MANAGER_TOKEN))
        .contains(TokenHash.hex(SampleCity.PROTECTION_TOKEN));
  }

  @Test
  void an_agency_shares_a_network_with_nobody_but_brokers_and_login() throws IOException {
    var services = services();
    for (var agency : found(AGENCY, "compose.yaml")) {
      var beside =
          services.entrySet().stream()
              .filter(service -> list(service.getValue(), "networks").contains(agency))
              .map(Map.Entry::getKey);
      assertThat(beside)
          .containsExactlyInAnyOrder(
              agency, agency + "-database", "login", "kafka-1", "kafka-2", "kafka-3");
      assertThat(list(services.get(agency), "networks")).containsExactly(agency);
    }
  }

  @Test
  void everybody_but_the_centre_is_given_its_own_secrets_alone() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              var given =
                  list(service, "volumes").stream()
                      .map(volume -> volume.substring(0, volume.indexOf(':')))
                      .filter(volume -> volume.endsWith("-secrets") || volume.equals("centre"));
              if (service.containsKey("profiles")) {
                assertThat(given).as(name).isEmpty();
              } else if (!Set.of("prepare", "admit").contains(name)) {
                var own =
                    name.replaceFirst("-database$|(?<=gateway|scheduler|stats)-2$", "")
                        .replace("stats", "statistics");
                assertThat(given).as(name).containsExactly(own + "-secrets");
              }
            });
  }

  @Test
  void no_program_of_ours_may_write_to_its_root_or_get_more_rights() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              if (String.valueOf(service.get("image")).startsWith("tsunagu/")) {
                assertThat(String.valueOf(service.get("read_only"))).as(name).isEqualTo("true");
                assertThat(list(service, "cap_drop")).as(name).containsExactly("ALL");
              }
              assertThat(list(service, "security_opt")).as(name).contains("no-new-privileges:true");
            });
  }

  @Test
  void every_service_logs_for_programs_unless_told_otherwise() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              if (service.get("environment") instanceof Map<?, ?> settings
                  && settings.containsKey("TSUNAGU_LOGIN_CLIENTID")) {
                assertThat(settings.get("LOGGING_STRUCTURED_FORMAT_CONSOLE"))
                    .as(name)
                    .isEqualTo("${LOG_FORMAT-ecs}");
              }
            });
  }

  private static Map<String, Map<?, ?>> services() throws IOException {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(200);
    Map<String, Map<String, Map<?, ?>>> file =
        new Yaml(options).load(Files.readString(Path.of("compose.yaml")));
    return Objects.requireNonNull(file.get("services"));
  }

  private static List<String> list(@Nullable Map<?, ?> service, String name) {
    return service != null && service.get(name) instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Set<String> found(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toSet());
  }
}
