package jp.tsunagu.gateway.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.broker.PatientConsumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes to sound outboxes only, and to changes among them without a restart.
 *
 * <p>The topology's source is the pattern of all outboxes. A topic with a wrong number of
 * partitions must never reach Kafka Streams: with more it ends the whole group, with fewer it puts
 * commands into tasks where their cases are not. So the pattern subscribed to names the topics that
 * were checked, one by one; one that disappears simply matches no more.
 */
final class CheckedOutboxConsumer extends PatientConsumer {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Supplier<Set<String>> sound;
  private Set<String> subscribed = Set.of();
  private @Nullable ConsumerRebalanceListener listener;

  CheckedOutboxConsumer(Map<String, Object> settings, Supplier<Set<String>> sound) {
    super(settings);
    this.sound = sound;
  }

  @Override
  public void subscribe(Pattern allOutboxes, ConsumerRebalanceListener rebalanceListener) {
    listener = rebalanceListener;
    subscribeTo(sound.get());
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    Set<String> now = sound.get();
    if (!now.equals(subscribed)) {
      subscribeTo(now);
    }
    return super.poll(timeout);
  }

  private void subscribeTo(Set<String> topics) {
    if (listener != null) {
      subscribed = topics;
      super.subscribe(named(topics), listener);
    }
  }

  private static Pattern named(Set<String> topics) {
    return topics.isEmpty()
        ? NOTHING
        : Pattern.compile(
            new TreeSet<>(topics).stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }
}
