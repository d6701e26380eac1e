package jp.tsunagu.compose.client;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer.
 *
 * @param body JSON; a missing node where there was none
 */
public record Reply(int status, JsonNode body, Optional<String> entityTag) {

  /** Whether it is a success (2xx). */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** A text of the body; empty if it has none of that name. */
  public String text(String name) {
    return body.path(name).asString("");
  }

  /** Bodies can hold personal data: only the status and the code of a problem are told. */
  @Override
  public String toString() {
    return "Reply[" + status + " " + text("type") + " " + text("code") + "]";
  }
}
