package jp.tsunagu.scheduler.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import jp.tsunagu.runtime.site.PageNews;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that agencies answered something about meetings. Whoever runs the meetings of
 * every case hears it, and nobody else: what is answered in a protected case (保護案件) is among it.
 */
@Component
final class MeetingNews implements SmartLifecycle {

  private static final int MOST_READERS = 200;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final PageNews news = new PageNews(MOST_READERS, HEARTBEAT);
  private volatile boolean running;

  MeetingNews(Knowledge knowledge, MeterRegistry registry) {
    registry.gauge("tsunagu.meeting.readers", Tags.empty(), news, PageNews::readers);
    knowledge.whenAnswered(news::tell);
  }

  PageNews pages() {
    return news;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    news.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Connections end before the web server waits for its requests. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
