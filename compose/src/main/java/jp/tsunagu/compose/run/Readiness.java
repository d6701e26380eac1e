package jp.tsunagu.compose.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.runtime.waiting.BoundedWait;

/** Whether a service says of itself that it can be used ({@code /actuator/health/readiness}). */
final class Readiness {
  private static final Duration PATIENCE_PER_QUESTION = Duration.ofSeconds(5);

  private Readiness() {}

  /** Waits until all of them say so. */
  static void await(Duration patience, Collection<URI> services) throws TimeoutException {
    await(patience, services, () -> {});
  }

  /**
   * The same; {@code meanwhile} is run before each question, and its exception ends the waiting.
   */
  static void await(Duration patience, Collection<URI> services, Runnable meanwhile)
      throws TimeoutException {
    try (var client = HttpClient.newHttpClient()) {
      for (var service : services) {
        BoundedWait.until(
            "readiness of " + service,
            patience,
            () -> {
              meanwhile.run();
              return isReady(client, service);
            });
      }
    }
  }

  private static boolean isReady(HttpClient client, URI service) {
    var question =
        HttpRequest.newBuilder(service.resolve("/actuator/health/readiness"))
            .timeout(PATIENCE_PER_QUESTION)
            .build();
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
