package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.endtoend.Chromium;

/**
 * Pages and interfaces of the containers speak HTTPS and nothing else, tell no stranger how they
 * are, and let a person in by one login.
 *
 * @param http believes the network's authority and nobody else
 */
record OverHttps(ComposeProject project, HttpClient http) {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private static final List<String> SERVICES =
      List.of("gateway", "gateway-2", "scheduler", "scheduler-2", "stats", "stats-2", "desk");

  void isAllThereIs() throws IOException, InterruptedException {
    for (var service : SERVICES) {
      var home = get(project.address(service).resolve("/logout"));
      assertThat(home.headers().firstValue("Strict-Transport-Security"))
          .as(service)
          .hasValueSatisfying(
              value -> assertThat(value).contains("max-age=").doesNotContain("SubDomains"));
      var inTheClear = URI.create(project.address(service).toString().replace("https:", "http:"));
      assertThat(get(inTheClear.resolve("/logout")).statusCode()).as(service).isEqualTo(400);
      for (var path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
        assertThat(get(project.address(service).resolve(path)).statusCode())
            .as(service + path)
            .isEqualTo(404);
      }
    }
    if (Chromium.installed().isPresent()) {
      onePersonIsInEverywhereUntilSheLeaves();
    }
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** The browser does not know the authority; who checks the certificates are the other calls. */
  private void onePersonIsInEverywhereUntilSheLeaves() throws IOException {
    var window = project.address("desk").resolve("/agencies/" + SampleCity.DESK + "/");
    var places =
        List.of(
            project.address("gateway").resolve("/desk/"),
            project.address("gateway-2").resolve("/desk/"),
            project.address("scheduler").resolve("/meetings/"),
            project.address("scheduler-2").resolve("/meetings/"),
            project.address("stats-2").resolve("/figures/"));
    var login = project.address("login").toString();
    try (var browser = new Chromium()) {
      var page = browser.whoeverShowsWhatever();
      page.navigate(window.toString());
      assertThat(page.url()).startsWith(login);
      page.locator("[name='username']").fill("desk-1");
      page.locator("[name='password']").fill(passwordOf("desk-1"));
      page.locator("[name='password']").press("Enter");
      page.waitForURL(window.toString());
      for (var place : places) {
        page.navigate(place.toString());
        assertThat(page.url()).as("no question").isEqualTo(place.toString());
      }
      assertThat(page.context().cookies())
          .filteredOn(cookie -> cookie.name.startsWith("tsunagu-"))
          .as("each service has its own, and so has the login")
          .hasSizeGreaterThanOrEqualTo(places.size() + 2)
          .allSatisfy(
              cookie -> {
                assertThat(cookie.secure).as(cookie.name).isTrue();
                assertThat(cookie.httpOnly).as(cookie.name).isTrue();
              });
      leave(page, places.getFirst());
      for (var place : places) {
        await()
            .atMost(HALF_A_MINUTE)
            .untilAsserted(
                () -> {
                  page.navigate(place.toString());
                  assertThat(page.url()).as("asked at %s", place).startsWith(login);
                });
      }
    }
  }

  private void leave(Page page, URI place) {
    page.navigate(place.resolve("/logout").toString());
    page.locator("main button, form button").first().click();
    page.waitForURL(place.resolve("/login/ended").toString());
  }

  private String passwordOf(String login) throws IOException {
    return project
        .read("login", "/var/lib/tsunagu/login/sample-people.txt")
        .lines()
        .filter(line -> line.startsWith(login + " "))
        .findFirst()
        .orElseThrow()
        .split(" +", -1)[1];
  }
}
