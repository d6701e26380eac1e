package jp.tsunagu.compose.replay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the connector for news again and again, waiting there while there is none (long poll). */
final class PollingEar implements Ear {
  private static final Logger log = LoggerFactory.getLogger(PollingEar.class);
  private static final int SECONDS = 5;

  private final Thread thread;
  private volatile boolean closed;

  PollingEar(SimulatedSystem system) {
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("poll-" + system.client().agency())
            .start(() -> listen(system));
  }

  private void listen(SimulatedSystem system) {
    var after = 0L;
    while (!closed) {
      try {
        after = ask(system, after);
      } catch (RuntimeException exception) {
        log.debug("asking again", exception);
      }
    }
  }

  private static long ask(SimulatedSystem system, long after) {
    var reply =
        system.client().service().get("/inbox?limit=200&wait=" + SECONDS + "&after=" + after);
    reply.body().path("items").forEach(item -> system.told(News.of(item)));
    return reply.body().path("next").asLong(after);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
