package jp.tsunagu.compose.month;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.waiting.BoundedWait;
import tools.jackson.databind.JsonNode;

/** The agencies' connectors and the scheduler, as the people of a demonstration use them. */
record Desks(SingleMachine machine, HttpClient http) {
  private static final int NOT_KNOWN_YET = 404;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Posts a form at an agency's connector; the news of a case may still be on its way to whoever
   * acts on it.
   */
  Reply post(AgencyId agency, String path, String form) throws TimeoutException {
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
  JsonNode seenBy(AgencyId agency, String path) {
    return service(agency).get(path).body();
  }

  /** The desk tells the scheduler something. */
  void tell(String path, String form) {
    var scheduler =
        new ServiceClient(http, machine.scheduler(), SampleCity.tokenOf(SampleCity.DESK));
    successful(scheduler.post(path, form, key()), path);
  }

  private ServiceClient service(AgencyId agency) {
    return new AgencyClient(http, machine.connector(), agency).service();
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
