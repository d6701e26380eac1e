package jp.tsunagu.stats.publish;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.SteadyWork;
import jp.tsunagu.stats.view.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the results on the topics {@code <network>.stats.*.v1} as JSON, only what changed,
 * small cells held back; and refreshes the metrics. Repeating a record changes nothing, so that
 * several instances may publish the same. The gateway creates the topics; until it has, the
 * publisher looks again, at last once a minute, and says so.
 */
public final class Publisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /** 相談の種類 reads every case: once in so many rounds, and at most so small a part of the time. */
  private static final int ROUNDS_OF_CONSULTATIONS = 12;

  private static final int PART_OF_THE_TIME = 50;

  private final BrokerAccess broker;
  private final Topics topics;
  private final Duration interval;
  private final Results results;
  private final FigureGauges gauges;
  private final Patience patience = new Patience();
  private final SteadyWork rounds = new SteadyWork("stats-publisher", this::round);
  private volatile @Nullable ResultTopics out;
  private long roundsToConsultations;

  /** A publisher that has not begun. */
  public Publisher(
      BrokerAccess broker,
      NetworkId network,
      Duration interval,
      Results results,
      FigureGauges gauges) {
    this.broker = broker;
    this.topics = new Topics(network);
    this.interval = interval;
    this.results = results;
    this.gauges = gauges;
  }

  /** Begins with its rounds, unless the interval is zero. */
  public void start() {
    if (!interval.isZero()) {
      rounds.start();
    }
  }

  private Duration round() throws ExecutionException, InterruptedException, TimeoutException {
    gauges.refresh();
    ResultTopics ready = out;
    if (ready == null) {
      ready = look();
      out = ready;
    }
    if (ready != null) {
      publish(ready);
    }
    return interval;
  }

  private @Nullable ResultTopics look()
      throws ExecutionException, InterruptedException, TimeoutException {
    if (!patience.isOver()) {
      return null;
    }
    List<Topic> wanted = topics.statistics();
    if (ResultTopics.exist(broker, wanted)) {
      return new ResultTopics(broker, wanted);
    }
    LOG.warn(
        "results wait for their topics {}, which the gateway creates; next look in {} rounds",
        wanted.stream().map(Topic::name).toList(),
        patience.next());
    return null;
  }

  private void publish(ResultTopics ready) {
    publish(ready, "caseload", results::caseload);
    publish(ready, "answers", results::answers);
    publish(ready, "times", results::times);
    if (roundsToConsultations == 0) {
      long begun = System.nanoTime();
      boolean told = publish(ready, "consultations", results::consultations);
      roundsToConsultations = told ? pause(Duration.ofNanos(System.nanoTime() - begun)) : 1;
    }
    roundsToConsultations--;
  }

  /** In rounds; the more cases a city has, the longer. */
  private long pause(Duration work) {
    return Math.max(
        ROUNDS_OF_CONSULTATIONS, work.multipliedBy(PART_OF_THE_TIME).dividedBy(interval));
  }

  private <T> boolean publish(
      ResultTopics ready, String statistic, Supplier<Answer<SortedMap<String, T>>> counted) {
    return switch (counted.get()) {
      case Answer.Found<SortedMap<String, T>>(var records) -> {
        ready.publish(topics.stats(statistic), records);
        yield true;
      }
      case Answer.NotReady<SortedMap<String, T>> _ -> false;
    };
  }

  @Override
  public void close() {
    rounds.close();
    ResultTopics open = out;
    if (open != null) {
      open.close();
    }
  }
}
