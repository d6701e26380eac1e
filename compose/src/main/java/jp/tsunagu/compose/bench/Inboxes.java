package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.contract.id.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The receivers' systems, each reading its connector's stream of news. */
final class Inboxes implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Inboxes.class);
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String DATA = "data:";

  private final List<Thread> threads = new ArrayList<>();
  private volatile Expected expected = new Expected(Map.of(), new Latencies(1));

  private record Expected(Map<String, Integer> numbers, Latencies latencies) {}

  Inboxes(HttpClient http, URI connector) {
    for (var agency : Work.RECEIVERS) {
      var client = new AgencyClient(http, connector, agency);
      threads.add(Thread.ofPlatform().daemon().name("inbox-" + agency).start(() -> listen(client)));
    }
  }

  /** From now on these are waited for: case and receiver to number. */
  void expect(Map<String, Integer> numbers, Latencies latencies) {
    expected = new Expected(Map.copyOf(numbers), latencies);
  }

  private void listen(AgencyClient client) {
    try (var lines = client.service().events("/inbox/stream", 0).body()) {
      lines.filter(line -> line.startsWith(DATA)).forEach(line -> told(client.agency(), line));
    } catch (IOException | UncheckedIOException exception) {
      log.debug("the stream of {} ended", client.agency(), exception);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void told(AgencyId agency, String line) {
    var news = MAPPER.readTree(line.substring(DATA.length()));
    if (news.path("type").path("code").asString("").equals("ReferralSent")) {
      var now = expected;
      var number = now.numbers.get(news.path("caseId").asString("") + "/" + agency);
      if (number != null) {
        now.latencies.seen(number);
      }
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
