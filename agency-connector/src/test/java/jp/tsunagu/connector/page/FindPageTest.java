package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks for somebody by name finds what people of the agency may read, and nothing else. */
class FindPageTest {

  private static final String FIND = "/agencies/shakyo/window/find";
  private static final String YAMADA = TestPeople.staff(SHAKYO, "yamada");
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

  private static Map<String, String> sheet(String name, String kana) {
    return with(with(SHEET, "persons[0].name", name), "persons[0].kana", kana);
  }

  private static String found(String typed) {
    HttpResponse<String> page = window.post(YAMADA, FIND, Map.of("who", typed));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"鷺沼", "しずえ", "ｻｷﾞﾇﾏ", "サギヌマ シ", "鷺沼しずえ"})
  void a_person_is_found_by_the_beginning_of_her_name_or_reading(String typed) {
    Delivered leg = window.opened(sheet("鷺沼 しずえ", "さぎぬま しずえ"));
    assertThat(found(typed)).contains("鷺沼 しずえ(さぎぬま しずえ)", leg.page());
    assertThat(found("鷺沼 太郎")).doesNotContain(leg.page()).contains("見つかりません");
  }

  @Test
  void what_nobody_has_opened_yet_is_not_found() {
    Delivered unopened = window.received(sheet("鴨志田 よう", "かもしだ よう"));
    assertThat(found("鴨志田")).contains("見つかりません").doesNotContain(unopened.page());
  }

  @Test
  void another_agency_finds_nothing_of_it() {
    window.opened(sheet("鵲 みどり", "かささぎ みどり"));
    String page =
        window
            .post(
                TestPeople.staff(HIGASHI, "tanaka"),
                "/agencies/hokatsu-higashi/window/find",
                Map.of("who", "鵲"))
            .body();
    assertThat(page).contains("見つかりません");
  }

  @Test
  void whose_name_was_shown_was_read_and_who_only_might_have_been_was_not() {
    Delivered leg = window.opened(sheet("雲雀 あおい", "ひばり あおい"));
    Delivered other = window.opened(sheet("雲雀丘 ゆう", "ひばりがおか ゆう"));
    found("雲雀");
    found("雲雀 あ");
    assertThat(readings(leg)).isEqualTo(2);
    assertThat(readings(other)).isEqualTo(1);
  }

  private static long readings(Delivered leg) {
    return api.get(LEAD, SHAKYO, "/referrals/" + leg.referral() + "/accesses?part=person-1")
        .json()
        .path("accesses")
        .valueStream()
        .filter(access -> access.at("/way/code").asString().equals("PAGE"))
        .count();
  }

  @Test
  void what_was_erased_is_not_found_any_more_and_nothing_of_the_name_is_left() {
    Delivered leg = window.opened(sheet("鶺鴒 なお", "せきれい なお"));
    assertThat(found("鶺鴒")).contains(leg.page());
    api.network()
        .deliver(
            SHAKYO,
            leg.caseId(),
            new SharingStopped(
                TestNetwork.header(leg.caseId(), 4, SHAKYO),
                new PersonRef(1),
                SHAKYO,
                StopAnswer.ERASED));
    await().atMost(SOON).untilAsserted(() -> assertThat(found("鶺鴒")).contains("見つかりません"));
    assertThat(marks(leg, "p.state = 'ERASED'")).containsOnlyNulls();
  }

  @Test
  void no_name_lies_in_the_open_nor_in_an_address() {
    Delivered leg = window.opened(sheet("鵯 ひより", "ひよどり ひより"));
    assertThat(marks(leg, "p.name = 'person-1'"))
        .allSatisfy(marks -> assertThat(marks).matches("\\{[0-9a-f,]+\\}"));
    assertThat(found("鵯")).contains("method=\"post\"").doesNotContain("?who=");
  }

  private static List<String> marks(Delivered leg, String condition) {
    return api.bean(Databases.class)
        .of(SHAKYO)
        .jdbc()
        .sql(
            "select p.name_marks::text from dossier_part p join dossier d on d.dossier_id ="
                + " p.dossier_id where d.referral_id = :referral and "
                + condition)
        .param("referral", leg.referral().value())
        .query(String.class)
        .list();
  }

  @Test
  void what_is_urgent_is_listed_by_itself_whether_it_waits_or_was_opened() {
    Delivered urgent = window.received(with(SHEET, "consultation.urgency", "URGENT"));
    Delivered opened = window.opened(with(SHEET, "consultation.urgency", "URGENT"));
    Delivered usual = window.received(SHEET);
    String list = "/agencies/shakyo/window/received?urgency=";
    assertThat(window.get(YAMADA, list + "URGENT").body())
        .contains(urgent.page(), opened.page())
        .doesNotContain(usual.page());
    assertThat(window.get(YAMADA, list + "URGENT&stage=UNOPENED").body())
        .contains(urgent.page())
        .doesNotContain(opened.page(), usual.page());
    assertThat(window.get(YAMADA, list + "NORMAL").body())
        .contains(usual.page())
        .doesNotContain(urgent.page());
    assertThat(window.get(YAMADA, list + "SOON").statusCode()).isEqualTo(400);
  }

  @Test
  void a_case_is_found_by_its_number_and_what_is_nobodys_is_missing() {
    Delivered leg = window.opened(SHEET);
    HttpResponse<String> byId =
        window.post(YAMADA, FIND, Map.of("who", " " + leg.caseId().toString()));
    assertThat(byId.headers().firstValue("Location").orElseThrow())
        .endsWith("/agencies/shakyo/window/cases/" + leg.caseId());
    assertThat(window.post(YAMADA, FIND, Map.of("who", UUID.randomUUID().toString())).statusCode())
        .isEqualTo(404);
  }
}
