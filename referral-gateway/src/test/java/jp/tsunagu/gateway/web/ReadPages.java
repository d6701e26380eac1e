package jp.tsunagu.gateway.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Pages as a browser asks for them, and what stands in them. */
final class ReadPages {

  private ReadPages() {}

  static EntityExchangeResult<String> get(RestTestClient client, String path) {
    return client
        .get()
        .uri(URI.create(path))
        .accept(MediaType.TEXT_HTML)
        .exchange()
        .expectBody(String.class)
        .returnResult();
  }

  static String body(EntityExchangeResult<String> answer) {
    return Objects.requireNonNull(answer.getResponseBody());
  }

  /** The first group of each match. */
  static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(result -> result.group(1)).toList();
  }
}
