package jp.tsunagu.compose.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a stream of server-sent events open and goes on after the last one when it breaks. */
final class StreamingEar implements Ear {
  private static final Logger log = LoggerFactory.getLogger(StreamingEar.class);
  private static final String DATA = "data:";

  private final SimulatedSystem system;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long position;

  StreamingEar(SimulatedSystem system) {
    this.system = system;
    this.thread =
        Thread.ofPlatform().daemon().name("stream-" + system.client().agency()).start(this::listen);
  }

  private void listen() {
    while (!closed) {
      try {
        read();
      } catch (IOException | UncheckedIOException exception) {
        log.debug("the stream broke after {}", position, exception);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void read() throws IOException, InterruptedException {
    try (var lines = system.client().service().events("/inbox/stream", position).body()) {
      lines.filter(line -> line.startsWith(DATA)).forEach(this::told);
    }
  }

  private void told(String line) {
    var news = News.parse(line.substring(DATA.length()));
    position = Math.max(position, news.position());
    system.told(news);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
