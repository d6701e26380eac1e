package jp.tsunagu.compose.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a service tells of itself as numbers. */
record Metrics(HttpClient http) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * All of them, as Prometheus reads them.
   *
   * @param service its base address
   */
  String of(URI service) {
    var question =
        HttpRequest.newBuilder(service.resolve("/actuator/prometheus")).timeout(PATIENCE).build();
    try {
      var answer = http.send(question, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("no metrics of " + service + ": " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException exception) {
      throw new UncheckedIOException("no metrics of " + service, exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while metrics were read", exception);
    }
  }

  /** Whether this one is 1; a service that does not tell it has broken a name. */
  boolean isOne(URI service, String name) {
    var line =
        of(service)
            .lines()
            .filter(each -> each.startsWith(name + " ") || each.startsWith(name + "{"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(service + " does not tell " + name));
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) == 1;
  }
}
