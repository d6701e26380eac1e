package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an agency arranges for itself: who has what in hand. */
@Timeout(180)
class OwnPagesTest {

  private static final String OWN = "/agencies/shakyo/";
  private static final String YAMADA = TestPeople.staff(SHAKYO, "yamada");
  private static final String SATO = TestPeople.staff(SHAKYO, "sato");
  private static final String LEAD = TestPeople.lead(SHAKYO, "chief");

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow window;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    window = new TestWindow(api);
  }

  @AfterAll
  static void stop() {
    window.close();
    api.close();
  }

  /** Who has logged in once is a colleague. */
  @BeforeEach
  void everybodyIsHere() {
    for (String token : List.of(YAMADA, SATO, LEAD)) {
      assertThat(window.get(token, OWN).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_referral_is_taken_and_given_on_and_each_finds_her_own() {
    Delivered leg = window.received(SHEET);
    assertThat(window.get(YAMADA, leg.page()).body()).contains("担当なし", "自分が担当する");
    assertThat(in(YAMADA, "window/received?assignee=NONE", leg)).isTrue();

    HttpResponse<String> taken = assign(YAMADA, leg, "NONE", id("yamada"));
    assertThat(location(taken)).endsWith(leg.page() + "?done=assigned");
    assertThat(window.get(SATO, leg.page() + "?done=assigned").body())
        .contains("担当を決めました。ほかの機関には伝わりません。", "見本 yamada", "担当の移り変わり");
    for (String list : List.of("window/received?assignee=", "?assignee=")) {
      assertThat(in(YAMADA, list + "MINE", leg)).as(list).isTrue();
      assertThat(in(SATO, list + "MINE", leg)).as(list).isFalse();
      assertThat(in(SATO, list, leg)).as(list).isTrue();
      assertThat(in(SATO, list + "NONE", leg)).as(list).isFalse();
    }
    assertThat(in(SATO, "window/received?assignee=" + id("yamada"), leg)).isTrue();
    assertThat(window.get(SATO, OWN + "window/received").body()).contains("見本 yamada");

    assertThat(assign(LEAD, leg, id("yamada"), id("sato")).statusCode()).isEqualTo(302);
    JsonNode told = api.get(SHAKYO, "/referrals/" + leg.referral() + "/assignee").json();
    assertThat(told.path("colleague").path("label").asString()).isEqualTo("見本 sato");
    assertThat(
            told.path("changes")
                .valueStream()
                .map(
                    change ->
                        change.path("colleague").path("label").asString()
                            + " "
                            + change.path("by").path("label").asString()))
        .containsExactly("見本 sato 見本 chief", "見本 yamada 見本 yamada");
    assertThat(api.get(SATO, SHAKYO, "/referrals?assignee=MINE").body())
        .contains(leg.referral().toString());
    assertThat(api.get(YAMADA, SHAKYO, "/referrals?assignee=MINE").body())
        .doesNotContain(leg.referral().toString());
  }

  @Test
  void whoever_is_second_is_told_and_changes_nothing() {
    Delivered leg = window.opened(SHEET);
    assertThat(assign(YAMADA, leg, "NONE", id("yamada")).statusCode()).isEqualTo(302);
    HttpResponse<String> late = assign(SATO, leg, "NONE", id("sato"));
    assertThat(late.body()).contains("担当は、ほかの人が先に変えました。", "見本 yamada");
    assertThat(assignee(leg)).isEqualTo("見本 yamada");
    assertThat(assign(YAMADA, leg, "NONE", id("yamada")).statusCode())
        .as("the same page sent twice is once")
        .isEqualTo(302);
    assertThat(api.get(SHAKYO, "/referrals/" + leg.referral() + "/assignee").json().path("changes"))
        .hasSize(1);
  }

  @Test
  void the_agencys_system_assigns_by_the_interface_and_is_told_what_is_wrong() {
    Delivered leg = window.opened(SHEET);
    String path = "/referrals/" + leg.referral() + "/assignee";
    TestApi.Reply done = api.post(SHAKYO, path, "{\"colleague\": \"" + id("sato") + "\"}");
    assertThat(done.json().path("colleague").path("label").asString()).isEqualTo("見本 sato");
    assertThat(done.json().path("changes").path(0).has("by")).isFalse();
    TestApi.Reply wrong = api.post(SHAKYO, path, "{\"colleague\": \"" + UUID.randomUUID() + "\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("colleague", "見本 yamada", "担当なし");
    assertThat(api.post(SHAKYO, path, "{\"colleague\": \"NONE\"}").status()).isEqualTo(200);
    assertThat(assignee(leg)).isEqualTo("担当なし");
  }

  @Test
  void nobody_outside_the_agency_learns_who_has_it_in_hand() {
    Delivered leg = window.opened(SHEET);
    assign(YAMADA, leg, "NONE", id("yamada"));
    assertThat(api.network().outbox(SHAKYO).toString()).doesNotContain(id("yamada"), "yamada");
    String other = TestPeople.staff(HIGASHI, "tanaka");
    assertThat(
            window
                .post(other, leg.page() + "/assignee", Map.of("colleague", id("yamada")))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            window
                .post(
                    YAMADA,
                    OWN + "window/referrals/" + UUID.randomUUID() + "/assignee",
                    Map.of("colleague", id("yamada")))
                .statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> assign(
      String token, Delivered leg, String seen, String colleague) {
    return window.post(
        token, leg.page() + "/assignee", Map.of("seen", seen, "colleague", colleague));
  }

  private static String assignee(Delivered leg) {
    return api.get(SHAKYO, "/referrals/" + leg.referral() + "/assignee")
        .json()
        .path("colleague")
        .path("label")
        .asString();
  }

  private static boolean in(String token, String list, Delivered leg) {
    return window.get(token, OWN + list).body().contains(leg.referral().toString());
  }

  private static String id(String account) {
    return api.bean(Colleagues.class)
        .team(SHAKYO)
        .withAccount(account)
        .orElseThrow()
        .id()
        .toString();
  }
}
