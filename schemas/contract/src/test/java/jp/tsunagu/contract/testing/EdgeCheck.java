package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a running service has the edge that all have: what Tomcat refuses, an address nobody
 * opened, and a body that is too large are answered as problems. What that means in full is tested
 * where it stands, in the runtime.
 */
public final class EdgeCheck {

  private static final int TOO_LARGE = 2 * 1024 * 1024 + 1;
  private static final String HEADERS = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

  private EdgeCheck() {}

  /**
   * Looks at the service on this port.
   *
   * @param path of something that can be posted
   * @param token that may post there
   */
  public static void isOn(int port, String path, String token) {
    isProblem(port, "GET /api/a%00b" + HEADERS + "\r\n", "400");
    isProblem(port, "GET /nobody-opened-this" + HEADERS + "\r\n", "404");
    String head = "POST " + path + HEADERS + "Authorization: Bearer " + token + "\r\n";
    String body = "Content-Type: application/json\r\nContent-Length: " + TOO_LARGE + "\r\n\r\n";
    assertThat(isProblem(port, head + body + " ".repeat(TOO_LARGE), "413")).contains("2MB");
  }

  private static String isProblem(int port, String request, String status) {
    String answer = BareHttp.send(port, request);
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("application/problem+json", "urn:tsunagu:problem:");
    return answer;
  }
}
