package jp.tsunagu.runtime.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.contract.testing.BareHttp;
import jp.tsunagu.contract.testing.ProblemShape;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.service.SmallApplication;
import jp.tsunagu.runtime.service.SmallService;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

class EdgeTest {
  private static final String TOKEN = "Authorization: Bearer right\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private static SmallService service;

  @BeforeAll
  static void start() {
    service =
        SmallService.start(
            Service.class,
            Stream.concat(
                    SmallService.caller(0, "desk", "right").stream(),
                    Stream.of("tsunagu.http.largest-body=1000B"))
                .toList());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_body_of_the_largest_size_is_taken() {
    assertThat(send(announced("/api/things", 1000))).contains(" 200 ");
    assertThat(send(chunked("/api/things", 100, 10))).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/things", "/api/unread", "/api/form"})
  void a_larger_body_is_refused_with_the_limit_whether_it_is_looked_at_or_not(String path) {
    assertThat(send(announced(path, 1001)))
        .satisfies(answer -> assertProblem(answer, 413, "TOO_LARGE"))
        .contains("1000バイトまで");
  }

  @Test
  void a_body_without_a_length_is_refused_as_soon_as_it_is_too_long() {
    assertThat(send(chunked("/api/things", 200, 100)))
        .satisfies(answer -> assertProblem(answer, 413, "TOO_LARGE"))
        .contains("1000バイトまで");
  }

  @Test
  void a_form_without_a_length_is_refused_too() {
    String form =
        chunked("/api/form", 200, 100)
            .replace(JSON, "Content-Type: " + MediaType.APPLICATION_FORM_URLENCODED_VALUE + "\r\n");
    assertProblem(send(form), 413, "TOO_LARGE");
  }

  @Test
  void who_may_not_pass_is_told_nothing_about_his_body() {
    assertProblem(send(announced("/api/things", 1001).replace(TOKEN, "")), 401, "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/a%00b HTTP/1.1",
        "GET /api/a%ZZ HTTP/1.1",
        "GET /api/<script> HTTP/1.1",
        "GET /api/things?a=%ZZ HTTP/1.1",
        "GET /api/a\\b HTTP/1.1",
        "GET /../../etc HTTP/1.1",
        "GET /api/things HTTP/9.9"
      })
  void what_tomcat_cannot_read_is_answered_in_our_form(String line) {
    String answer = send(line + "\r\nHost: localhost\r\n" + TOKEN + "\r\n");
    assertProblem(answer, 400, "REQUEST_INVALID");
  }

  /** Like HTTP/0.9, where an answer has no headers. */
  @ParameterizedTest
  @ValueSource(strings = {"GET  HTTP/1.1", "nonsense"})
  void a_line_that_is_no_request_gets_our_form_alone(String line) {
    assertThat(send(line + "\r\n\r\n"))
        .startsWith("{\"type\":\"urn:tsunagu:problem:request-invalid\"");
  }

  @Test
  void headers_that_are_too_large_are_answered_in_our_form() {
    String answer =
        send(
            "GET /api/things HTTP/1.1\r\nHost: localhost\r\nX-A: "
                + "a".repeat(20_000)
                + "\r\n\r\n");
    assertProblem(answer, 400, "REQUEST_INVALID");
  }

  @Test
  void a_request_for_no_host_is_answered_in_our_form() {
    assertProblem(send("GET /api/things HTTP/1.1\r\n\r\n"), 400, "REQUEST_INVALID");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/none, 404, NOT_FOUND",
    "DELETE /api/things, 405, METHOD_NOT_ALLOWED",
    "TRACE /api/things, 405, METHOD_NOT_ALLOWED"
  })
  void what_spring_refuses_is_answered_in_our_form(String line, int status, String code) {
    assertProblem(send(line + " HTTP/1.1\r\nHost: localhost\r\n" + TOKEN + "\r\n"), status, code);
  }

  @Test
  void a_form_nobody_gives_or_takes_is_answered_in_our_form() {
    String wished = "GET /api/things HTTP/1.1\r\nHost: localhost\r\nAccept: image/png\r\n" + TOKEN;
    assertProblem(send(wished + "\r\n"), 406, "NOT_ACCEPTABLE");
    assertProblem(
        send(announced("/api/things", 10).replace("application/json", "image/png")),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429, 500, 503})
  void every_status_comes_in_the_same_shape(int status) {
    ProblemShape.ofAnswer(send(asked("/api/refused/" + status)), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENT_AGAIN", "送り直された", " 送り直された "})
  void a_code_is_read_by_code_and_by_label_in_path_and_query(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(send(asked("/api/codes/" + encoded))).contains("SENT_AGAIN");
    assertThat(send(asked("/api/codes?reason=" + encoded))).contains("SENT_AGAIN");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/codes?reason=NONE, reason, SENT_AGAIN, 送り直された",
    "/api/codes/NONE, reason, SENT_AGAIN, 送り直された",
    "/api/codes?reazon=SENT_AGAIN, reazon, reason, 理由"
  })
  void a_wrong_code_or_name_is_answered_with_those_there_are(
      String address, String field, String code, String label) {
    Map<String, Object> problem = ProblemShape.ofAnswer(send(asked(address)), 400);
    assertThat((List<?>) problem.get("errors"))
        .singleElement(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("field", field)
        .extractingByKey("choices", InstanceOfAssertFactories.list(Object.class))
        .contains(Map.of("code", code, "label", label));
  }

  private static String asked(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + TOKEN + "\r\n";
  }

  private static void assertProblem(String answer, int status, String code) {
    assertThat(ProblemShape.ofAnswer(answer, status)).containsEntry("code", code);
    assertThat(answer).doesNotContain("<html", "Tomcat", "Exception");
  }

  private static String announced(String path, int length) {
    return head(path)
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + "["
        + "1".repeat(length - 2)
        + "]";
  }

  /** A list of numbers in chunks. */
  private static String chunked(String path, int chunks, int size) {
    String chunk = Integer.toHexString(size) + "\r\n" + "1".repeat(size) + "\r\n";
    String first = Integer.toHexString(size) + "\r\n[" + "1".repeat(size - 1) + "\r\n";
    String last = Integer.toHexString(size) + "\r\n" + "1".repeat(size - 1) + "]\r\n0\r\n\r\n";
    return head(path)
        + "Transfer-Encoding: chunked\r\n\r\n"
        + first
        + chunk.repeat(chunks - 2)
        + last;
  }

  private static String head(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + JSON + TOKEN;
  }

  private static String send(String request) {
    String closing = "Host: localhost\r\n";
    return BareHttp.send(
        service.at("").getPort(), request.replace(closing, closing + "Connection: close\r\n"));
  }

  /** A service with three addresses. */
  @SmallApplication
  @RestController
  static class Service {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @PostMapping(path = "/api/things", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> take(@RequestBody Object thing) {
      return Map.of("taken", thing);
    }

    @GetMapping(path = "/api/things", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> give(@RequestParam(required = false) String a) {
      return Map.of("a", String.valueOf(a));
    }

    /** As Spring, our own code and a bug would. */
    @GetMapping("/api/refused/{status}")
    ResponseEntity<Object> refused(@PathVariable int status) {
      return switch (status) {
        case 422 -> CommonProblem.KEY_REUSED.problem().response();
        case 500 -> throw new IllegalStateException("a bug");
        default -> throw new ResponseStatusException(HttpStatusCode.valueOf(status));
      };
    }

    @GetMapping("/api/codes")
    Map<String, Object> asked(@Parameter(description = "理由") @RequestParam PassReason reason) {
      return Map.of("reason", reason.name());
    }

    @GetMapping("/api/codes/{reason}")
    Map<String, Object> addressed(@PathVariable PassReason reason) {
      return Map.of("reason", reason.name());
    }

    @PostMapping("/api/unread")
    Map<String, Object> ignore() {
      return Map.of();
    }

    @PostMapping("/api/form")
    Map<String, Object> form(@RequestParam(required = false) String a) {
      return Map.of("a", String.valueOf(a));
    }
  }
}
