package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.runtime.testing.Keycloak;
import jp.tsunagu.runtime.testing.LoudWithoutKeycloak;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * All services of the city with a provider of another make and other names of claims, by settings
 * alone: one login, one logout, and an account that ends.
 */
@Tag("slow")
@ExtendWith(LoudWithoutKeycloak.class)
class KeycloakForAllServicesTest {
  private static final Map<String, String> HERS = Map.of("username", "hanako", "password", "花の木 7");

  @TempDir Path folder;

  @Test
  void somebody_of_shakyo_is_known_everywhere_out_of_everything_and_gone_with_her_account()
      throws Exception {
    var ports = Ports.anyFree();
    try (var provider =
            new Keycloak(Keycloak.distribution().orElseThrow(), folder.resolve("keycloak"));
        var network = Network.start(ports, logins(provider, ports));
        var browser = new Browser()) {
      provider.start(sites(ports));
      var places = places(network);
      assertThat(places).noneMatch(place -> isIn(browser, place));

      logsIn(browser, provider, places);
      assertThat(browser.open(network.window(SHAKYO, "/")).body())
          .as("her name is another claim")
          .contains("見本 花子");
      assertThat(browser.fetch(places.getFirst()).statusCode()).isEqualTo(200);
      assertThat(browser.fetch(network.window(DESK, "/api/inbox")).statusCode()).isEqualTo(404);

      var leaving = browser.open(network.machine().scheduler().resolve("/logout"));
      var ended = browser.submit(browser.submit(leaving, Map.of()), Map.of());
      assertThat(ended.uri()).isEqualTo(network.machine().scheduler().resolve("/login/ended"));
      await().atMost(SOON).until(() -> places.stream().noneMatch(place -> isIn(browser, place)));

      logsIn(browser, provider, places);
      var stream = browser.listen(network.window(SHAKYO, "/window/news"));
      provider.disable("hanako");
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(places).noneMatch(place -> isIn(browser, place));
                assertThat(stream).isCompleted();
              });
      assertThat(browser.submit(browser.open(places.getFirst()), HERS).uri().toString())
          .as("nobody comes in with it any more")
          .startsWith(provider.issuer());
    }
  }

  private static void logsIn(Browser browser, Keycloak provider, List<URI> places) {
    var question = browser.open(places.getFirst());
    assertThat(question.uri().toString()).startsWith(provider.issuer());
    assertThat(browser.submit(question, HERS).uri()).isEqualTo(places.getFirst());
    for (var place : places) {
      assertThat(browser.open(place).uri().getPort())
          .as("no question at %s", place)
          .isEqualTo(place.getPort());
      assertThat(isIn(browser, place)).isTrue();
    }
  }

  private static boolean isIn(Browser browser, URI address) {
    return browser.fetch(address).statusCode() != 401;
  }

  private static List<URI> places(Network network) {
    var machine = network.machine();
    return List.of(
        network.window(SHAKYO, "/api/inbox"),
        machine.gateway().resolve("/api/cases"),
        machine.scheduler().resolve("/api/meetings"),
        machine.statistics().orElseThrow().resolve("/api/figures"));
  }

  private static Map<String, String> sites(Ports ports) {
    return Map.of(
        "gateway", "http://127.0.0.1:" + ports.gateway(),
        "connector", "http://127.0.0.1:" + ports.connector(),
        "scheduler", "http://127.0.0.1:" + ports.scheduler(),
        "statistics", "http://127.0.0.1:" + ports.statistics());
  }

  /** What each service is told; how often it asks stays as it is everywhere. */
  private static Map<String, Map<String, String>> logins(Keycloak provider, Ports ports) {
    var all = new LinkedHashMap<String, Map<String, String>>();
    for (var service : sites(ports).keySet()) {
      all.put(
          service,
          provider.settings(service).stream()
              .map(setting -> setting.split("=", 2))
              .filter(setting -> !setting[0].equals("tsunagu.login.recheck"))
              .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1])));
    }
    return all;
  }
}
