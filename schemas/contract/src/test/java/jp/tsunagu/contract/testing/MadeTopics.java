package jp.tsunagu.contract.testing;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Topics that a test can use the moment it has them.
 *
 * <p>The controller answers that a topic is made before every broker knows it, so that asking about
 * it at once may fail with {@link UnknownTopicOrPartitionException}. Here the answer comes when the
 * broker itself describes every partition with its leader.
 */
public final class MadeTopics {

  private MadeTopics() {}

  /**
   * Makes them and waits at most two minutes until they can be asked about.
   *
   * @throws IllegalStateException if the broker refuses one or does not answer
   */
  public static void make(Admin admin, Collection<NewTopic> wanted) {
    try {
      admin.createTopics(wanted).all().get(SOON.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException notMade) {
      throw new IllegalStateException("topics were not made", notMade);
    }
    await("topics the broker can be asked about").atMost(SOON).until(() -> areKnown(admin, wanted));
  }

  /** The same for a few. */
  public static void make(Admin admin, NewTopic... wanted) {
    make(admin, List.of(wanted));
  }

  private static boolean areKnown(Admin admin, Collection<NewTopic> wanted)
      throws ExecutionException, InterruptedException, TimeoutException {
    var names = wanted.stream().map(NewTopic::name).toList();
    try {
      var described =
          admin.describeTopics(names).allTopicNames().get(SOON.toSeconds(), TimeUnit.SECONDS);
      return wanted.stream().allMatch(topic -> isWhole(topic, described.get(topic.name())));
    } catch (ExecutionException notDescribed) {
      if (notDescribed.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw notDescribed;
    }
  }

  private static boolean isWhole(NewTopic wanted, @Nullable TopicDescription described) {
    return described != null
        && described.partitions().size() == wanted.numPartitions()
        && described.partitions().stream()
            .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
  }
}
