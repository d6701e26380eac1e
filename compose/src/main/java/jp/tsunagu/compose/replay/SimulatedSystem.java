package jp.tsunagu.compose.replay;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agency's own system: takes news in the order they come, each once, and acts on them through
 * the connector.
 */
final class SimulatedSystem implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SimulatedSystem.class);

  private final AgencyClient client;
  private final Reaction reaction;
  private final Casebook casebook;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final ExecutorService worker;

  SimulatedSystem(AgencyClient client, Casebook casebook, Sheets sheets) {
    this.client = client;
    this.casebook = casebook;
    var ofAgency = new AgencyReaction(client.agency(), casebook, sheets);
    this.reaction =
        client.agency().equals(SampleCity.DESK) ? new DeskReaction(casebook, ofAgency) : ofAgency;
    this.worker =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("system-" + client.agency()).factory());
  }

  AgencyClient client() {
    return client;
  }

  /** Told of news; a repetition is recognised by its id. */
  void told(News news) {
    if (!seen.add(news.id())) {
      return;
    }
    try {
      worker.execute(() -> react(news));
    } catch (RejectedExecutionException _) {
      log.debug("{} is closed and leaves {}", client.agency(), news);
    }
  }

  private void react(News news) {
    try {
      for (var action : reaction.to(news, client)) {
        var reply =
            action.isNewReferral()
                ? client.refer(action.form())
                : client.act(action.referralId(), action.name(), action.form());
        if (!reply.isSuccess()) {
          casebook.refused();
          log.warn("{} wished {} after {}: {}", client.agency(), action.name(), news, reply);
        }
      }
    } catch (RuntimeException exception) {
      casebook.refused();
      log.error("{} could not react to {}", client.agency(), news, exception);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
