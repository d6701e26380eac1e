package jp.tsunagu.runtime.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.tsunagu.runtime.service.SmallApplication;
import jp.tsunagu.runtime.service.SmallService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class GateTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static SmallService service;

  @BeforeAll
  static void start() {
    service =
        SmallService.start(
            Service.class,
            Stream.of(
                    SmallService.caller(0, "agency", "right", "agency=shakyo"),
                    SmallService.caller(1, "manager", "reading", "scope=read"),
                    SmallService.caller(2, "desk", "old", "name=去年の端末", "expires=2026-03-31"),
                    SmallService.caller(3, "peer", "peer"))
                .flatMap(List::stream)
                .toList());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_known_caller_is_handed_to_the_method() {
    assertThat(get("/api/who", "right").body()).contains("shakyo");
    assertThat(get("/api/who", "reading").body()).contains("Supervisor");
  }

  @Test
  void no_filter_of_the_door_is_timed_by_itself() {
    get("/api/who", "right");
    assertThat(service.bean(MeterRegistry.class).getMeters())
        .noneMatch(meter -> meter.getId().getName().startsWith("spring.security."));
  }

  @Test
  void no_token_a_wrong_one_and_an_expired_one_get_the_same_answer(CapturedOutput log) {
    HttpResponse<String> nobody = get("/api/who", null);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    assertThat(nobody.body()).contains("urn:tsunagu:problem:unauthenticated");
    assertThat(get("/api/who", "wrong").body()).isEqualTo(nobody.body());
    assertThat(get("/api/none", null).body()).isEqualTo(nobody.body());
    double before = refused("expired");
    assertThat(get("/api/who", "old").body()).isEqualTo(nobody.body());
    assertThat(refused("expired") - before).isEqualTo(1);
    assertThat(log.getAll()).contains("an expired token was used: 去年の端末");
    assertThat(refused("unknown")).isPositive();
  }

  @Test
  void a_token_that_only_reads_cannot_act() {
    HttpResponse<String> answer = post("/api/things", "reading", "{}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("ONLY_READING");
    assertThat(post("/api/things", "right", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_somebody_elses_looks_as_if_it_did_not_exist_before_the_body_is_looked_at() {
    HttpResponse<String> nothing = get("/agencies/shakyo/none", "right");
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(get("/agencies/hokatsu/things", "right").body()).isEqualTo(nothing.body());
    assertThat(post("/agencies/hokatsu/things", "right", "no json").body())
        .isEqualTo(nothing.body());
    assertThat(get("/agencies/shakyo/things", "right").statusCode()).isEqualTo(200);
    assertThat(get("/agencies/shakyo/things", "reading").body()).isEqualTo(nothing.body());
  }

  @Test
  void a_hidden_door_is_not_there_for_strangers() {
    HttpResponse<String> nothing = get("/none", null);
    assertThat(nothing.statusCode()).isEqualTo(404);
    for (String token : new String[] {null, "wrong", "right"}) {
      assertThat(get("/internal/parts", token).body()).isEqualTo(nothing.body());
    }
    assertThat(get("/internal/parts", "peer").statusCode()).isEqualTo(200);
    assertThat(get("/api/who", "peer").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_open_asks_nobody() {
    assertThat(get("/open", null).statusCode()).isEqualTo(200);
    assertThat(get("/open", "wrong").statusCode()).isEqualTo(200);
    for (String path :
        List.of("/actuator/health/readiness", "/v3/api-docs", "/swagger-ui/index.html")) {
      assertThat(get(path, null).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void what_is_neither_open_nor_behind_a_door_is_for_nobody() {
    HttpResponse<String> nothing = get("/none", null);
    assertThat(nothing.statusCode()).isEqualTo(404);
    for (String token : new String[] {null, "wrong", "right"}) {
      assertThat(get("/forgotten", token).body()).isEqualTo(nothing.body());
      assertThat(get("/forgotten", token).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void wrong_tokens_are_slowed_down_and_never_the_right_one_from_the_same_source() {
    for (int number = 0; number < 5; number++) {
      get("/api/who", "guess " + number);
    }
    CompletableFuture<HttpResponse<String>> slowed =
        HTTP.sendAsync(
            service.request("/api/who", "another guess").build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(get("/api/who", "right").statusCode()).isEqualTo(200);
    assertThat(slowed).as("the wrong one still waits").isNotDone();
    assertThat(slowed.join().statusCode()).isEqualTo(401);
    assertThat(slowed.join().body()).contains("UNAUTHENTICATED");
  }

  @Test
  void what_spring_and_the_firewall_refuse_has_the_same_shape() {
    for (HttpResponse<String> answer :
        List.of(
            get("/api/who;a=b", "right"),
            post("/api/things", "right", "no json"),
            post("/api/who", "right", "{}"))) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("urn:tsunagu:problem:").doesNotContain("Exception");
    }
  }

  private static double refused(String reason) {
    return service
        .bean(MeterRegistry.class)
        .counter("tsunagu.caller.refused", "reason", reason)
        .count();
  }

  private static HttpResponse<String> get(String path, @Nullable String token) {
    return SmallService.send(service.request(path, token));
  }

  private static HttpResponse<String> post(String path, String token, String body) {
    return SmallService.send(
        service
            .request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A service with three doors. */
  @SmallApplication
  @RestController
  static class Service {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    Door.Doors doors() {
      return Door.Doors.of(
              Door.api(),
              SmallService.agencies(),
              new Door("/internal/**", (caller, _) -> caller instanceof Caller.Peer, true))
          .open("/open");
    }

    @GetMapping("/api/who")
    String who(Caller caller) {
      return caller.toString();
    }

    @PostMapping("/api/things")
    Map<String, Object> act(@RequestBody Map<String, Object> thing) {
      return thing;
    }

    @GetMapping({"/agencies/{agencyId}/things", "/internal/parts", "/open", "/forgotten"})
    String things() {
      return "things";
    }

    @PostMapping("/agencies/{agencyId}/things")
    Map<String, Object> actFor(@RequestBody Map<String, Object> thing) {
      return thing;
    }
  }
}
