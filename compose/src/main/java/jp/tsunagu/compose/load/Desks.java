package jp.tsunagu.compose.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.waiting.BoundedWait;
import tools.jackson.databind.JsonNode;

/**
 * The agencies' connectors and the scheduler, as their people use them.
 *
 * @param connectors where an agency's connector is
 */
public record Desks(HttpClient http, Function<AgencyId, URI> connectors, URI scheduler) {
  private static final int NOT_KNOWN_YET = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Posts a form at an agency's connector; the news of a case may still be on its way to whoever
   * acts on it.
   */
  public Reply post(AgencyId agency, String path, String form) throws TimeoutException {
    var replies = new Reply[1];
    BoundedWait.until(
        path,
        PATIENCE,
        () -> {
          replies[0] = service(agency).post(path + "?wait=20", form, key());
          return replies[0].status() != NOT_KNOWN_YET;
        });
    return successful(replies[0], path);
  }

  /** What an agency's connector shows. */
  public JsonNode seenBy(AgencyId agency, String path) {
    return service(agency).get(path).body();
  }

  /** The desk tells the scheduler something. */
  public void tell(String path, String form) {
    var service = new ServiceClient(http, scheduler, SampleCity.tokenOf(SampleCity.DESK));
    successful(service.post(path, form, key()), path);
  }

  private ServiceClient service(AgencyId agency) {
    return new AgencyClient(http, connectors.apply(agency), agency).service();
  }

  private static Map<String, String> key() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }

  private static Reply successful(Reply reply, String path) {
    if (!reply.isSuccess()) {
      throw new IllegalStateException(path + " was refused: " + reply);
    }
    return reply;
  }
}
