package jp.tsunagu.stats.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.tsunagu.stats.run.Change;
import jp.tsunagu.stats.run.ChangeFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One connection: sends every lot once and in order, on a thread of its own, so that a slow reader
 * keeps nobody waiting. Who fell too far behind is told to ask for everything.
 */
final class ChangeReader {

  /** Nothing was seen of this life. */
  static final long NOTHING_SEEN = -1;

  private static final Logger LOG = LoggerFactory.getLogger(ChangeReader.class);

  private final ChangeFeed feed;
  private final SseEmitter emitter;
  private final String life;
  private final Semaphore news = new Semaphore(0);
  private long sent;

  /**
   * A reader that was told everything up to a lot.
   *
   * @param life stands before the number in every id
   */
  ChangeReader(ChangeFeed feed, SseEmitter emitter, String life, long seen) {
    this.feed = feed;
    this.emitter = emitter;
    this.life = life;
    this.sent = seen;
  }

  /**
   * Sends until the client is gone or the thread is interrupted; a comment where nothing happens.
   */
  void readOn(Duration heartbeat) {
    Consumer<Change> wake = _ -> news.release();
    feed.subscribe(wake);
    try {
      emitter.send(SseEmitter.event().comment("ready"));
      while (!Thread.currentThread().isInterrupted()) {
        sendWhatIsNew();
        if (!news.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
          emitter.send(SseEmitter.event().comment("alive"));
        }
        news.drainPermits();
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("a reader of changes is gone");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } finally {
      feed.unsubscribe(wake);
    }
  }

  private void sendWhatIsNew() throws IOException {
    Optional<List<Change>> missed = feed.since(sent);
    if (missed.isEmpty()) {
      sent = feed.last();
      emitter.send(
          SseEmitter.event().id(life + "-" + sent).name("reset").data("", MediaType.TEXT_PLAIN));
      return;
    }
    for (Change change : missed.get()) {
      emitter.send(
          SseEmitter.event()
              .id(life + "-" + change.number())
              .name("changed")
              .data(change.buckets(), MediaType.APPLICATION_JSON));
      sent = change.number();
    }
  }
}
