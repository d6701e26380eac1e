package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.disk.CanarySearch;
import jp.tsunagu.compose.household.Households;
import jp.tsunagu.compose.ledger.LedgerReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.json.JsonMapper;

/** One login for all services, and one logout. */
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class OneLoginTest {

  private static List<URI> everywhere(RunningNetwork.Network network) {
    var machine = network.machine();
    return List.of(
        machine.connector().resolve("/agencies/hokatsu/api/inbox"),
        machine.gateway().resolve("/api/cases"),
        machine.scheduler().resolve("/api/meetings"),
        machine.statistics().orElseThrow().resolve("/api/figures"));
  }

  /** What somebody of an agency may keep open. */
  private static List<URI> streams(RunningNetwork.Network network) {
    var connector = network.machine().connector();
    return List.of(
        connector.resolve("/agencies/hokatsu/window/news"),
        connector.resolve("/agencies/hokatsu/api/inbox/stream"));
  }

  private static boolean isIn(Browser browser, URI address) {
    return browser.fetch(address).statusCode() != 401;
  }

  @Test
  void who_logged_in_at_one_service_is_known_at_the_others_and_logs_out_of_all(
      RunningNetwork.Network network) {
    var machine = network.machine();
    var places = everywhere(network);
    try (var browser = new Browser()) {
      assertThat(places).noneMatch(place -> isIn(browser, place));
      var inbox =
          browser.logIn(places.getFirst(), "hokatsu-1", Browser.passwordOf(machine, "hokatsu-1"));
      assertThat(inbox.statusCode()).isEqualTo(200);
      assertThat(inbox.uri().getPath()).isEqualTo("/agencies/hokatsu/api/inbox");
      for (var place : places) {
        assertThat(browser.open(place).uri().getHost() + browser.open(place).uri().getPort())
            .as("no question at %s", place)
            .isEqualTo(place.getHost() + place.getPort());
        assertThat(isIn(browser, place)).isTrue();
      }
      assertThat(browser.cookies().getCookieStore().getCookies())
          .allSatisfy(cookie -> assertThat(cookie.isHttpOnly()).isTrue())
          .extracting(cookie -> cookie.getName())
          .contains("tsunagu-agency-connector", "tsunagu-referral-gateway", "tsunagu-login");
      var leaving = browser.open(machine.gateway().resolve("/logout"));
      var onTheWay = browser.submit(leaving, Map.of());
      assertThat(onTheWay.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(
              policy ->
                  assertThat(policy)
                      .contains("script-src 'self'", "form-action 'self' http://127.0.0.1:"));
      var gone = browser.submit(onTheWay, Map.of());
      assertThat(gone.uri()).isEqualTo(machine.gateway().resolve("/login/ended"));
      assertThat(places).noneMatch(place -> isIn(browser, place));
      assertThat(browser.open(places.getFirst()).body()).contains("ログイン名");
    }
  }

  @Test
  void what_is_another_agencys_is_the_same_as_what_does_not_exist(RunningNetwork.Network network) {
    var connector = network.machine().connector();
    try (var browser = new Browser()) {
      browser.logIn(
          connector.resolve("/agencies/hokatsu/api/inbox"),
          "hokatsu-1",
          Browser.passwordOf(network.machine(), "hokatsu-1"));
      var nothing = browser.open(connector.resolve("/agencies/nobody/api/inbox"));
      assertThat(nothing.statusCode()).isEqualTo(404);
      for (var path : List.of("/agencies/shakyo/api/inbox", "/agencies/shakyo/", "/none")) {
        var answer = browser.open(connector.resolve(path));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).as(path).isEqualTo(nothing.body());
      }
      assertThat(browser.post(connector.resolve("/agencies/hokatsu/api/sheets"), Map.of()).body())
          .as("a form of another site")
          .contains("PAGE_TOO_OLD");
    }
  }

  @Test
  void an_account_that_is_withdrawn_is_out_everywhere_within_half_a_minute(
      RunningNetwork.Network network) {
    var places = everywhere(network);
    try (var browser = new Browser()) {
      browser.logIn(
          places.getFirst(), "hokatsu-lead", Browser.passwordOf(network.machine(), "hokatsu-lead"));
      places.forEach(browser::open);
      assertThat(places).allMatch(place -> isIn(browser, place));
      var streams = streams(network).stream().map(browser::listen).toList();
      assertThat(streams).allSatisfy(stream -> assertThat(stream).isNotDone());
      network.machine().login().accounts().withdraw("hokatsu-lead");
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(places).noneMatch(place -> isIn(browser, place));
                assertThat(streams).allSatisfy(stream -> assertThat(stream).isCompleted());
              });
      assertThat(browser.open(places.getFirst()).body()).contains("ログイン名");
    }
  }

  @Test
  void nothing_of_a_household_reaches_the_provider(RunningNetwork.Network network)
      throws IOException {
    var machine = network.machine();
    var window = network.window(SampleCity.HOKATSU, "/window/sent");
    try (var browser = new Browser();
        var administrator = new Browser()) {
      browser.logIn(window, "hokatsu-1", Browser.passwordOf(machine, "hokatsu-1"));
      var sheet = Forms.sentTo(SampleCity.SHAKYO);
      assertThat(sheet.toString()).contains(Households.CANARY);
      var sent =
          browser.postJson(
              network.window(SampleCity.HOKATSU, "/api/consultations"), sheet.toString());
      assertThat(sent.statusCode()).isEqualTo(202);
      var referral = JsonMapper.shared().readTree(sent.body()).path("referralId").asString("");
      var page = network.window(SampleCity.HOKATSU, "/window/referrals/" + referral);
      await().atMost(SOON).until(() -> browser.open(page).body().contains(Households.CANARY));
      var onTheWay = browser.submit(browser.open(page.resolve("/logout")), Map.of());
      var gone = browser.submit(onTheWay, Map.of());
      var asked = browser.open(page);
      assertThat(asked.uri().getPort()).as("she is asked who she is").isEqualTo(port(network));
      var accounts = machine.login().address().resolve("/accounts");
      var list =
          administrator.logIn(accounts, "operation", Browser.passwordOf(machine, "operation"));
      assertThat(list.body()).contains("hokatsu-1");
      var health = administrator.open(machine.login().address().resolve("/health"));
      for (var told : List.of(onTheWay, gone, asked, list, health)) {
        assertThat(told.body() + told.uri() + told.headers().map())
            .as(told.uri().getPath())
            .doesNotContain(Households.CANARY, Households.CANARY_KANA);
      }
    }
    var login = network.folder().login();
    var canaries = new CanarySearch(List.of(Households.CANARY, Households.CANARY_KANA));
    assertThat(canaries.filesIn(login)).isEmpty();
    assertThat(canaries.filesIn(network.folder().scheduler())).isEmpty();
    assertThat(new CanarySearch(List.of("hokatsu-1")).filesIn(login))
        .as("the search finds what is there")
        .isNotEmpty();
  }

  private static int port(RunningNetwork.Network network) {
    return network.machine().login().address().getPort();
  }

  /** The id of the case. */
  private static String posted(Browser browser, URI sheets, String sheet) {
    var taken = browser.postJson(sheets, sheet);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    return JsonMapper.shared().readTree(taken.body()).path("caseId").asString("");
  }

  @Test
  void who_acts_stands_in_the_ledger_under_a_name_that_her_agency_alone_resolves(
      RunningNetwork.Network network) {
    var connector = network.machine().connector();
    try (var browser = new Browser();
        var ledger = LedgerReader.fromNow(network.machine().reader(), SampleCity.NETWORK)) {
      browser.logIn(
          connector.resolve("/agencies/kodomo-katei/api/inbox"),
          "kodomo-katei-1",
          Browser.passwordOf(network.machine(), "kodomo-katei-1"));
      var sheets = connector.resolve("/agencies/kodomo-katei/api/consultations");
      var cases =
          Stream.of(SampleCity.SHAKYO, SampleCity.SHOGAI_SOUDAN)
              .map(receiver -> posted(browser, sheets, Forms.sentTo(receiver).toString()))
              .toList();
      var acted = new LinkedHashSet<String>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                ledger.next().stream()
                    .filter(event -> cases.contains(event.header().caseId().toString()))
                    .map(event -> event.header().by().actingPerson())
                    .filter(Objects::nonNull)
                    .forEach(person -> acted.add(person.value()));
                return acted.size() == 2;
              });
      for (var pseudonym : acted) {
        assertThat(pseudonym).as("another one in each case").matches("[0-9a-f]{32}");
        var resolved =
            browser.fetch(connector.resolve("/agencies/kodomo-katei/api/persons/" + pseudonym));
        assertThat(resolved.body()).contains("見本");
        var elsewhere = network.agency(SampleCity.SHAKYO).service();
        assertThat(elsewhere.get("/persons/" + pseudonym).body())
            .isEqualTo(elsewhere.get("/persons/" + "0".repeat(32)).body());
        assertThat(elsewhere.get("/persons/" + pseudonym).status()).isEqualTo(404);
      }
    }
  }
}
