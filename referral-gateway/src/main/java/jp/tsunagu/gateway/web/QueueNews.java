package jp.tsunagu.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.view.Answer;
import jp.tsunagu.gateway.view.CaseIndex;
import jp.tsunagu.gateway.view.Viewpoint;
import jp.tsunagu.gateway.view.Views;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.site.PageNews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that the queue changed, as far as their reader may see it: managers hear nothing
 * of a protected case (保護案件). An agency that leaves the network is seen at the next reading.
 */
@Component
final class QueueNews implements CaseIndex.Watch, SmartLifecycle {

  private static final int MOST_READERS = 1_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Views views;
  private final PageNews ofDesk = new PageNews(MOST_READERS, HEARTBEAT);
  private final PageNews ofManagers = new PageNews(MOST_READERS, HEARTBEAT);
  private volatile boolean running;

  QueueNews(Views views, MeterRegistry registry) {
    this.views = views;
    registry.gauge("tsunagu.queue.readers", Tags.of("role", "desk"), ofDesk, PageNews::readers);
    registry.gauge(
        "tsunagu.queue.readers", Tags.of("role", "manager"), ofManagers, PageNews::readers);
  }

  /** The news for this caller; the door lets nobody else in. */
  PageNews of(Caller caller) {
    return caller instanceof Caller.Desk ? ofDesk : ofManagers;
  }

  @Override
  public void changed(@Nullable CaseState before, @Nullable CaseState after) {
    if (views.directory() instanceof Answer.Found<NetworkDirectory>(NetworkDirectory directory)) {
      Roll roll = Roll.of(directory);
      tell(ofDesk, new Viewpoint(new Caller.Desk(), roll), before, after);
      tell(ofManagers, new Viewpoint(new Caller.Supervisor(), roll), before, after);
    }
  }

  private static void tell(
      PageNews news, Viewpoint viewpoint, @Nullable CaseState before, @Nullable CaseState after) {
    if (!places(before, viewpoint).equals(places(after, viewpoint))) {
      news.tell();
    }
  }

  private static Set<Cursor> places(@Nullable CaseState state, Viewpoint viewpoint) {
    return Optional.ofNullable(state).flatMap(viewpoint::narrow).stream()
        .flatMap(seen -> QueueEntry.of(seen, viewpoint.roll()))
        .map(QueueEntry::place)
        .collect(Collectors.toSet());
  }

  @Override
  public void start() {
    views.watch(this);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    ofDesk.close();
    ofManagers.close();
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
