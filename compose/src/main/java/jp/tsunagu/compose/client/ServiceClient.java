package jp.tsunagu.compose.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** One service with one bearer token. Safe for many threads; every call ends within 30 s. */
public final class ServiceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final HttpClient http;
  private final URI base;
  private final String token;

  /**
   * A client.
   *
   * @param base address that paths are appended to, without a slash at its end
   */
  public ServiceClient(HttpClient http, URI base, String token) {
    this.http = http;
    this.base = base;
    this.token = token;
  }

  /** Asks for something. */
  public Reply get(String path) {
    return send(request(path).GET().build());
  }

  /**
   * Posts JSON.
   *
   * @param headers such as {@code Idempotency-Key} and {@code If-Match}
   */
  public Reply post(String path, String json, Map<String, String> headers) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Opens a stream of server-sent events after this position; the caller closes the body. */
  public HttpResponse<java.util.stream.Stream<String>> events(String path, long after)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(after))
            .build();
    return http.send(request, BodyHandlers.ofLines());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private Reply send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      var body =
          answer.body().length == 0
              ? JsonNodeFactory.instance.missingNode()
              : MAPPER.readTree(answer.body());
      return new Reply(answer.statusCode(), body, answer.headers().firstValue("ETag"));
    } catch (IOException exception) {
      throw new UncheckedIOException("no answer to " + request, exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + request, exception);
    }
  }
}
