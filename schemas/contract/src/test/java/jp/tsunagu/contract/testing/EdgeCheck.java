package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a running service has the edge that all have: whatever can be refused before a rule of
 * its own is asked is refused in the one shape. What that means in full is tested where it stands,
 * in the runtime.
 */
public final class EdgeCheck {

  private static final int TOO_LARGE = 2 * 1024 * 1024 + 1;
  private static final String HEADERS = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  private EdgeCheck() {}

  /**
   * The addresses of a service that are tried.
   *
   * @param port where it is
   * @param read of something that can be read, without parameters
   * @param post of something that can be posted
   * @param token that may read the one and post to the other
   */
  public record Edge(int port, String read, String post, String token) {

    private String authorization() {
      return "Authorization: Bearer " + token + "\r\n";
    }

    private Map<String, Object> problem(String request, int status) {
      return ProblemShape.ofAnswer(BareHttp.send(port, request), status);
    }
  }

  /** Looks at all of it. */
  public static void isOn(Edge edge) {
    edge.problem("GET /api/a%00b" + HEADERS + "\r\n", 400);
    edge.problem("GET " + edge.read() + HEADERS + "\r\n", 401);
    edge.problem("GET /nobody-opened-this" + HEADERS + "\r\n", 404);
    edge.problem("DELETE " + edge.read() + HEADERS + edge.authorization() + "\r\n", 405);
    String picture = "Accept: image/png\r\n\r\n";
    edge.problem("GET " + edge.read() + HEADERS + edge.authorization() + picture, 406);
    isBounded(edge);
    noParameterIsIgnored(edge);
  }

  private static void isBounded(Edge edge) {
    String head = "POST " + edge.post() + HEADERS + edge.authorization();
    String length = "Content-Length: " + TOO_LARGE + "\r\n\r\n";
    assertThat(edge.problem(head + JSON + length + " ".repeat(TOO_LARGE), 413))
        .extractingByKey("detail")
        .asString()
        .contains("2MB");
    edge.problem(head + "Content-Type: image/png\r\nContent-Length: 2\r\n\r\n{}", 415);
  }

  private static void noParameterIsIgnored(Edge edge) {
    String path = edge.read() + "?nobody-declared=1&also=2";
    Map<String, Object> told =
        edge.problem("GET " + path + HEADERS + edge.authorization() + "\r\n", 400);
    assertThat(told).containsEntry("code", "PARAMETER_UNKNOWN");
    assertThat((List<?>) Objects.requireNonNull(told.get("errors")))
        .extracting(error -> String.valueOf(((Map<?, ?>) error).get("field")))
        .containsExactly("nobody-declared", "also");
  }
}
