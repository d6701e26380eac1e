package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.KYOIKU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.testing.ReadingRoutes;
import jp.tsunagu.runtime.testing.ReadingRoutes.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Whoever may not know of a protected case reads everything as if there were none: every list,
 * number, export and page of the gateway is the same before and after, and its streams say nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectedCasesLeaveNoTraceTest {

  private static final Instant START = Instant.parse("2026-11-02T00:15:00Z");
  private static final List<Route> ROUTES = ReadingRoutes.of("jp.tsunagu.gateway");

  private final RunningReadSide readSide = RunningReadSide.start();

  @AfterAll
  void close() {
    readSide.close();
  }

  @Test
  void what_may_not_be_seen_changes_no_answer() {
    readSide.tell(Household.receivedBy(HOKATSU, START));
    Map<String, RestTestClient> strangers = new LinkedHashMap<>();
    strangers.put("desk", readSide.desk());
    strangers.put("a person of the desk", readSide.deskPerson("sato"));
    strangers.put("manager", readSide.manager());
    strangers.put("excluded", readSide.agency(KYOIKU));
    Map<String, RestTestClient> insiders = new LinkedHashMap<>();
    insiders.put("sender", readSide.agency(HOKATSU));
    insiders.put("receiver", readSide.agency(SHAKYO));
    insiders.put("officer", readSide.protectionOfficer());
    SortedMap<String, String> before = answers(strangers);
    SortedMap<String, String> known = answers(insiders);
    assertThat(before).as("what can be read").hasSizeGreaterThan(30);
    String heard = heard(new Caller.Desk());
    String managers = heard(new Caller.Supervisor());

    Household hidden =
        Household.receivedBy(
            HOKATSU,
            START.plusSeconds(1),
            new Protection(Set.of(SHAKYO), Set.of(KYOIKU), LocalDate.of(2099, 3, 31)));
    ReferralId leg = hidden.newLeg();
    hidden.sent(leg, HOKATSU, SHAKYO);
    readSide.tell(hidden);

    assertThat(differing(known, answers(insiders))).as("who may, sees it").hasSizeGreaterThan(4);
    assertThat(differing(before, answers(strangers))).isEmpty();
    assertThat(heard(new Caller.Desk())).as("an open page of the desk").isEqualTo(heard);
    assertThat(heard(new Caller.Supervisor())).isEqualTo(managers);

    List<String> names = List.of(hidden.caseId().toString(), leg.toString());
    strangers.forEach((who, client) -> namesNothing(who, client, names));
  }

  private String heard(Caller caller) {
    return String.valueOf(readSide.bean(QueueNews.class).of(caller).last());
  }

  /** Named by its id or that of a leg, it is what does not exist. */
  private static void namesNothing(String who, RestTestClient client, List<String> names) {
    String nobody = UUID.randomUUID().toString();
    SortedMap<String, String> differing = new TreeMap<>();
    for (String name : names) {
      for (Route route : ROUTES) {
        if (!route.variables().isEmpty() && !route.isStream()) {
          String real = answer(client, route.filled(KYOIKU.value(), name)).replace(name, "NAME");
          String none =
              answer(client, route.filled(KYOIKU.value(), nobody)).replace(nobody, "NAME");
          if (!real.equals(none)) {
            differing.put(who + " " + route.pattern(), real + "\n" + none);
          }
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  private static SortedMap<String, String> answers(Map<String, RestTestClient> people) {
    SortedMap<String, String> answers = new TreeMap<>();
    people.forEach(
        (who, client) ->
            ROUTES.stream()
                .filter(route -> route.variables().isEmpty() && !route.isStream())
                .map(Route::pattern)
                .filter(path -> !path.startsWith("/actuator"))
                .forEach(path -> answers.put(who + " " + path, answer(client, path))));
    return answers;
  }

  private static SortedMap<String, String> differing(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedMap<String, String> differing = new TreeMap<>();
    before.forEach(
        (path, answer) -> {
          if (!answer.equals(after.get(path))) {
            differing.put(path, answer + "\n" + after.get(path));
          }
        });
    return differing;
  }

  private static String answer(RestTestClient client, String path) {
    EntityExchangeResult<byte[]> answer =
        client
            .get()
            .uri(URI.create(path.replace("令和", "R")))
            .header(HttpHeaders.ACCEPT, path.contains("/api/") ? "*/*" : "text/html,*/*;q=0.8")
            .exchange()
            .expectBody()
            .returnResult();
    byte[] body = answer.getResponseBody();
    String headers =
        Stream.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION)
            .map(name -> String.valueOf(answer.getResponseHeaders().getFirst(name)))
            .toList()
            .toString();
    return answer.getStatus()
        + " "
        + headers
        + " "
        + ReadingRoutes.withoutMoment(body == null ? "" : new String(body, StandardCharsets.UTF_8));
  }
}
