package jp.tsunagu.gateway.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every topic of the network and creates what is missing: an agency's inbox first, because
 * a command must never find its answer's place missing, then its outbox; the results of the
 * statistics last, without which everything else goes on. It never changes or deletes a topic that
 * exists: more partitions would move live keys.
 */
public final class TopicKeeper {

  private static final Logger LOG = LoggerFactory.getLogger(TopicKeeper.class);
  private static final long PATIENCE_SECONDS = 20;

  private final Admin admin;
  private final TopicPlan plan;
  private final boolean mayCreate;
  private final short replicationFactor;
  private final Set<String> created = new HashSet<>();

  /**
   * A keeper of one network's topics.
   *
   * @param mayCreate off where an operator creates topics
   * @param replicationFactor -1 for the brokers' default
   */
  public TopicKeeper(
      Admin admin, NetworkConfiguration network, boolean mayCreate, short replicationFactor) {
    this.admin = admin;
    this.plan = TopicPlan.of(network);
    this.mayCreate = mayCreate;
    this.replicationFactor = replicationFactor;
  }

  /**
   * Looks at all topics, creates missing ones where allowed, and tells how they stand now.
   *
   * @param left agencies that left: their inboxes are looked at, never created, and no fault
   */
  public TopicCheck check(Set<AgencyId> left) {
    try {
      Set<String> names = new HashSet<>(plan.allNames());
      left.forEach(agency -> names.add(plan.topics().inbox(agency).name()));
      Map<String, Integer> counts = partitionCounts(names);
      if (mayCreate) {
        createMissing(plan.topics().shared(), counts);
        createMissing(plan.inboxes(), counts);
        createMissing(outboxesWithInbox(counts), counts);
        createMissing(plan.topics().statistics(), counts);
      }
      return new TopicCheck.Checked(report(left, counts));
    } catch (ExecutionException | TimeoutException unreachable) {
      return new TopicCheck.Unreachable(unreachable.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new TopicCheck.Unreachable("stopping");
    }
  }

  private List<Topic> outboxesWithInbox(Map<String, Integer> counts) {
    return plan.agencies().stream()
        .filter(agency -> counts.containsKey(plan.topics().inbox(agency).name()))
        .map(agency -> plan.topics().outbox(agency))
        .toList();
  }

  private Map<String, Integer> partitionCounts(Collection<String> names)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Integer> counts = new HashMap<>();
    for (var topic : admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        counts.put(topic.getKey(), await(topic.getValue()).partitions().size());
      } catch (ExecutionException notDescribed) {
        if (!(notDescribed.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw notDescribed;
        }
      }
    }
    return counts;
  }

  /** A topic that cannot be created stays missing; the report says so. */
  private void createMissing(List<Topic> wanted, Map<String, Integer> counts)
      throws InterruptedException, TimeoutException {
    List<Topic> missing =
        wanted.stream().filter(topic -> !counts.containsKey(topic.name())).toList();
    Map<String, KafkaFuture<Void>> creations =
        admin
            .createTopics(
                missing.stream().map(topic -> plan.toCreate(topic, replicationFactor)).toList())
            .values();
    for (Topic topic : missing) {
      KafkaFuture<Void> creation = creations.get(topic.name());
      if (creation != null && wasCreated(topic.name(), creation)) {
        counts.put(topic.name(), plan.partitionsOf(topic));
      }
    }
  }

  private boolean wasCreated(String name, KafkaFuture<Void> creation)
      throws InterruptedException, TimeoutException {
    try {
      await(creation);
      LOG.info("topic {} created", name);
      created.add(name);
      return true;
    } catch (ExecutionException refused) {
      if (refused.getCause() instanceof TopicExistsException && created.contains(name)) {
        LOG.debug("topic {} was created a moment ago; not every broker knows it yet", name);
        return true;
      }
      LOG.warn("topic {} could not be created: {}", name, reasonOf(refused));
      return false;
    }
  }

  private static String reasonOf(ExecutionException refused) {
    Throwable cause = refused.getCause();
    return cause == null ? "no reason given" : cause.getClass().getSimpleName();
  }

  private static <T> T await(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private TopicReport report(Set<AgencyId> left, Map<String, Integer> counts) {
    List<TopicFault> faults = new ArrayList<>(faults(null, plan.topics().shared(), counts));
    Set<AgencyId> usable = new HashSet<>();
    for (AgencyId agency : plan.agencies()) {
      List<TopicFault> own = faults(agency, plan.topics().of(agency), counts);
      faults.addAll(own);
      if (own.isEmpty()) {
        usable.add(agency);
      }
    }
    return new TopicReport(usable, left, soundInboxes(left, counts), faults);
  }

  private Set<AgencyId> soundInboxes(Set<AgencyId> left, Map<String, Integer> counts) {
    Set<AgencyId> sound = new HashSet<>();
    for (AgencyId agency : left) {
      if (faults(agency, List.of(plan.topics().inbox(agency)), counts).isEmpty()) {
        sound.add(agency);
      }
    }
    return sound;
  }

  private List<TopicFault> faults(
      @Nullable AgencyId owner, List<Topic> topics, Map<String, Integer> counts) {
    List<TopicFault> faults = new ArrayList<>();
    for (Topic topic : topics) {
      int actual = counts.getOrDefault(topic.name(), 0);
      int expected = plan.partitionsOf(topic);
      if (actual != expected) {
        faults.add(new TopicFault(owner, topic.name(), expected, actual));
      }
    }
    return faults;
  }
}
