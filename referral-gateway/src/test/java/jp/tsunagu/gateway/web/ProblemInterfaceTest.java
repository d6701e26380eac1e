package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.testing.ProblemShape;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SharedReadSide;
import jp.tsunagu.runtime.page.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@ExtendWith(SharedReadSide.class)
class ProblemInterfaceTest {

  private final RunningReadSide readSide;
  private final RestTestClient agency;

  ProblemInterfaceTest(RunningReadSide readSide) {
    this.readSide = readSide;
    this.agency = readSide.agency(SHAKYO);
  }

  @Test
  void without_a_known_token_nothing_is_told() {
    for (String path :
        List.of("/api/cases", "/api/referrals", "/api/queue", "/api/directory", "/api/none")) {
      ResponseSpec answer = readSide.stranger().get().uri(path).exchange();
      answer.expectHeader().valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer.*");
      expect(answer, 401, "UNAUTHENTICATED");
    }
    ResponseSpec unknown =
        readSide.stranger().get().uri("/api/cases").header("Authorization", "Bearer x").exchange();
    expect(unknown, 401, "UNAUTHENTICATED");
  }

  @Test
  void a_wrong_value_is_refused_with_its_name_and_the_values_there_are() {
    refused("/api/cases?urgency=SOON", "urgency")
        .jsonPath("$.errors[0].choices[?(@.code == 'EMERGENCY')].label")
        .isEqualTo("緊急");
    refused("/api/cases?area=north", "area")
        .jsonPath("$.errors[0].choices[0].code")
        .isEqualTo("higashi");
    refused("/api/cases?agency=nobody", "agency");
    refused("/api/cases?agency=", "agency");
    refused("/api/cases?field=ALL", "field");
    refused("/api/cases?kind=REFERRAL", "kind");
    refused("/api/cases?state=SENT", "state");
    refused("/api/cases?overdue=yes", "overdue");
    refused("/api/referrals?state=LOST", "state");
    refused("/api/referrals?dueSoon=1", "dueSoon");
  }

  @Test
  void a_wrong_page_is_refused() {
    for (String limit : List.of("0", "201", "-1", "ten", "99999999999", "")) {
      refused("/api/cases?limit=" + limit, "limit");
    }
    for (String cursor : List.of("x", "AAAA", "%E3%81%82", "")) {
      expect(agency.get().uri("/api/cases?cursor=" + cursor).exchange(), 400, "CURSOR_INVALID")
          .jsonPath("$.errors[0].field")
          .isEqualTo("cursor");
    }
    String ofAnotherList = Cursor.after(Lists.REFERRALS, new UUID(1, 2)).text();
    expect(
        agency.get().uri("/api/cases?cursor=" + ofAnotherList).exchange(), 400, "CURSOR_INVALID");
  }

  @Test
  void a_misspelt_or_repeated_parameter_is_not_ignored() {
    expect(agency.get().uri("/api/cases?urgancy=NORMAL").exchange(), 400, "PARAMETER_UNKNOWN")
        .jsonPath("$.errors[0].field")
        .isEqualTo("urgancy");
    expect(agency.get().uri("/api/cases?limit=1&limit=2").exchange(), 400, "PARAMETER_REPEATED");
  }

  @Test
  void a_moment_that_cannot_be_read_is_refused() {
    String path = "/api/cases/0199f000-0000-7000-8000-000000000000/timeline?asAt=";
    for (String moment : List.of("yesterday", "2026-11-21", "2026-13-01T00:00", "R8.11.21", "")) {
      refused(path + moment, "asAt");
    }
  }

  @Test
  void what_is_not_there_and_what_cannot_be_done_is_said_in_the_same_form() {
    expect(agency.get().uri("/api/none").exchange(), 404, "NOT_FOUND");
    expect(readSide.stranger().get().uri("/none").exchange(), 404, "NOT_FOUND");
    expect(agency.post().uri("/api/cases").exchange(), 405, "METHOD_NOT_ALLOWED");
    expect(agency.delete().uri("/api/cases/1").exchange(), 405, "METHOD_NOT_ALLOWED");
    expect(
        agency.get().uri("/api/cases").accept(MediaType.APPLICATION_XML).exchange(),
        406,
        "NOT_ACCEPTABLE");
  }

  @Test
  void a_broken_address_tells_no_stack_trace() {
    var answer = agency.get().uri(URI.create(readSide.url() + "/api/cases/%00")).exchange();
    assertThat(answer.returnResult(String.class).getResponseBody() + "")
        .doesNotContain("at org.", "Exception");
  }

  private BodyContentSpec refused(String path, String field) {
    return expect(agency.get().uri(path).exchange(), 400, "PARAMETER_INVALID")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  private static BodyContentSpec expect(ResponseSpec answer, int status, String code) {
    BodyContentSpec body =
        answer
            .expectStatus()
            .isEqualTo(status)
            .expectHeader()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .expectBody();
    String text = new String(body.returnResult().getResponseBodyContent(), StandardCharsets.UTF_8);
    assertThat(ProblemShape.ofBody(text, status)).containsEntry("code", code);
    return body;
  }
}
