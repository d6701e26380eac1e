package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.RunningReadSide.WINDOW;
import static jp.tsunagu.gateway.testing.SampleNetwork.DESK;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.KYOIKU;
import static jp.tsunagu.gateway.testing.SampleNetwork.MINSEI;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** To whom the desk can give a sheet, why, and what it is never told by that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriagePagesTest {

  private static final Instant START = Instant.parse("2026-11-02T00:15:00Z");
  private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);

  private final RunningReadSide readSide = RunningReadSide.start();
  private final Household sheet = Household.receivedBy(HOKATSU, START);
  private final ReferralId leg = sheet.newLeg();
  private final Household untold = protectedFrom(KYOIKU, Set.of(SHAKYO), 1);
  private final ReferralId untoldLeg = untold.newLeg();
  private final Household told = protectedFrom(KYOIKU, Set.of(SHAKYO, DESK), 2);
  private final ReferralId toldLeg = told.newLeg();

  private final Household back = Household.receivedBy(HOKATSU, START.plusSeconds(5));
  private final ReferralId backLeg = back.newLeg();

  private static Household protectedFrom(AgencyId excluded, Set<AgencyId> mayKnow, int second) {
    return Household.receivedBy(
        SHAKYO, START.plusSeconds(second), new Protection(mayKnow, Set.of(excluded), UNTIL));
  }

  @BeforeAll
  void sheets_and_what_an_agency_has_before_it() {
    sheet.sheet(leg, HOKATSU, Urgency.URGENT);
    untold.sheet(untoldLeg, SHAKYO, Urgency.NORMAL);
    told.sheet(toldLeg, SHAKYO, Urgency.NORMAL);
    Household held = Household.receivedBy(HOKATSU, START.plusSeconds(3));
    ReferralId taken = held.newLeg();
    held.sent(taken, HOKATSU, SHAKYO).accepted(taken, SHAKYO);
    Household asked = Household.receivedBy(HOKATSU, START.plusSeconds(4));
    asked.sent(asked.newLeg(), HOKATSU, SHAKYO);
    back.sheet(backLeg, HOKATSU, Urgency.NORMAL)
        .triaged(backLeg, HOKATSU, KYOIKU)
        .declined(backLeg, KYOIKU);
    readSide.tell(sheet, untold, told, held, asked, back);
  }

  @AfterAll
  void close() {
    readSide.close();
  }

  @Test
  void a_sheet_stands_with_those_it_can_be_given_to_and_what_each_has_before_it() {
    String page = body(get(readSide.desk(), "/desk/triage/" + leg));

    assertThat(agencies(page))
        .contains(SHAKYO.value(), KYOIKU.value())
        .doesNotContain(HOKATSU.value(), MINSEI.value())
        .endsWith(DESK.value());
    assertThat(row(page, SHAKYO))
        .as("one it took, one it has not answered")
        .containsSubsequence("<td class=\"number\">1</td>", "<td class=\"number\">1</td>");
    assertThat(row(page, KYOIKU)).contains("<td class=\"number\">0</td>");
    assertThat(page)
        .as("what it will do stands before it is done")
        .contains("まだ何も送られません", "回答期限が始まり", "振り分け先が伝わります")
        .contains(
            "href=\"%s/agencies/%s/window/referrals/%s?do=triage&amp;receiver=%s#doing\""
                .formatted(WINDOW, DESK, leg, SHAKYO))
        .doesNotContain("th:", "${", "style=\"", "median", "順位");
  }

  @Test
  void what_came_back_stands_with_the_next_ones_and_leads_where_its_content_goes_on() {
    String onward =
        "href=\"%s/agencies/%s/window/referrals/%s/onward?receiver=%s\""
            .formatted(WINDOW, DESK, backLeg, SHAKYO);
    assertThat(body(get(readSide.desk(), "/desk/")))
        .contains("href=\"/desk/triage/" + backLeg + "\"", "次をつなぐ");
    String page = body(get(readSide.desk(), "/desk/triage/" + backLeg));
    assertThat(page)
        .contains("次の機関を選ぶ", "次の機関が読む内容を確かめて", onward)
        .doesNotContain("もう振り分けられています", "do=triage", "th:", "${");
    assertThat(agencies(page))
        .as("the desk sends it on and is no receiver")
        .contains(SHAKYO.value(), KYOIKU.value())
        .doesNotContain(HOKATSU.value(), DESK.value());
    assertThat(row(page, KYOIKU)).as("who did not take it").contains("受入不可");
    assertThat(body(get(readSide.manager(), "/desk/triage/" + backLeg))).doesNotContain(WINDOW);
  }

  @Test
  void a_person_of_the_desk_takes_what_waits_and_her_colleagues_see_it() {
    RestTestClient sato = readSide.deskPerson("sato");
    RestTestClient yamada = readSide.deskPerson("yamada");
    String hands = "/desk/hands/" + leg;
    assertThat(body(get(sato, "/desk/"))).contains(hands + "/take\"", "自分が見ます");

    assertThat(post(sato, hands + "/take")).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(body(get(sato, "/desk/"))).contains(hands + "/release\"", "<strong>自分</strong>");
    assertThat(body(get(yamada, "/desk/")))
        .contains("<strong>sato</strong>", hands + "/take-over\"");
    assertThat(post(yamada, hands + "/take")).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(body(get(yamada, "/desk/")))
        .as("who was first has it")
        .contains("<strong>sato</strong>");
    assertThat(body(get(readSide.manager(), "/desk/")))
        .as("it is the desk's own")
        .doesNotContain("sato", "/desk/hands/");
    assertThat(post(readSide.manager(), hands + "/take")).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(post(sato, "/desk/hands/018f0000-0000-7000-8000-000000000000/take"))
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(post(sato, hands + "/release")).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(body(get(yamada, "/desk/"))).contains(hands + "/take\"").doesNotContain("sato");
  }

  @Test
  void two_people_of_the_desk_with_one_name_are_two() {
    RestTestClient first = readSide.deskPerson("sato.sato-1");
    RestTestClient second = readSide.deskPerson("sato.sato-2");
    String hands = "/desk/hands/" + backLeg;
    assertThat(post(first, hands + "/take")).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(body(get(second, "/desk/")))
        .contains("<strong>sato</strong>", hands + "/take-over\"")
        .doesNotContain(hands + "/release\"");
    assertThat(post(second, hands + "/release")).isEqualTo(HttpStatus.SEE_OTHER);
    assertThat(body(get(first, "/desk/")))
        .as("nobody gives back what is another's")
        .contains(hands + "/release\"", "<strong>自分</strong>")
        .doesNotContain("sato-1", "sato-2");
    assertThat(post(first, hands + "/release")).isEqualTo(HttpStatus.SEE_OTHER);
  }

  private static HttpStatusCode post(RestTestClient client, String path) {
    return client
        .post()
        .uri(URI.create(path))
        .accept(MediaType.TEXT_HTML)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body("query=lane%3DTRIAGE")
        .exchange()
        .returnResult()
        .getStatus();
  }

  @Test
  void whoever_is_not_told_who_is_excluded_learns_it_from_no_gap() {
    List<String> usual = agencies(body(get(readSide.desk(), "/desk/triage/" + untoldLeg)));

    assertThat(usual).contains(KYOIKU.value());
    assertThat(agencies(body(get(readSide.desk(), "/desk/triage/" + toldLeg))))
        .as("whoever was told is not offered it")
        .doesNotContain(KYOIKU.value())
        .hasSize(usual.size() - 1);
  }

  @Test
  void no_list_of_choices_has_a_gap_where_an_agency_is_excluded() {
    for (RestTestClient client : List.of(readSide.desk(), readSide.manager())) {
      assertThat(body(get(client, "/desk/"))).contains("<option value=\"" + KYOIKU + "\"");
      assertThat(body(get(client, "/desk/agencies"))).contains("/desk/?agency=" + KYOIKU);
    }
    String found = body(get(readSide.desk(), "/desk/?agency=" + KYOIKU));
    assertThat(found)
        .as("nothing is found by who is excluded")
        .doesNotContain(untold.caseId().toString(), told.caseId().toString());
  }

  @Test
  void a_manager_looks_on_and_what_may_not_be_known_of_is_as_if_it_were_not() {
    assertThat(body(get(readSide.manager(), "/desk/triage/" + leg)))
        .contains("受ける機関を選ぶ")
        .doesNotContain(WINDOW, "照会する");
    EntityExchangeResult<String> hidden = get(readSide.manager(), "/desk/triage/" + untoldLeg);
    assertThat(hidden.getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(body(hidden))
        .isEqualTo(
            body(get(readSide.manager(), "/desk/triage/018f0000-0000-7000-8000-000000000000")));
  }

  private static List<String> agencies(String page) {
    return Pattern.compile("<tr data-agency=\"([^\"]+)\"")
        .matcher(page)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String row(String page, AgencyId agency) {
    String from = page.substring(page.indexOf("data-agency=\"" + agency + "\""));
    return from.substring(0, from.indexOf("</tr>"));
  }

  private static EntityExchangeResult<String> get(RestTestClient client, String path) {
    return client
        .get()
        .uri(URI.create(path))
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }

  private static String body(EntityExchangeResult<String> answer) {
    return Objects.requireNonNull(answer.getResponseBody());
  }
}
