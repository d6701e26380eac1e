package jp.tsunagu.gateway.topic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.network.NetworkConfiguration;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Every topic of a network.
 *
 * @param networkPartitions partitions of all topics keyed by case
 * @param agencies those with topics of their own; where the city runs meetings also the scheduler,
 *     which takes part like one and is none
 */
record TopicPlan(Topics topics, int networkPartitions, List<AgencyId> agencies) {

  static TopicPlan of(NetworkConfiguration network) {
    List<AgencyId> agencies = new ArrayList<>();
    network.agenciesWithConnector().stream().map(Agency::agencyId).forEach(agencies::add);
    if (!network.meetings().bodies().isEmpty()) {
      agencies.add(AgencyId.SCHEDULER);
    }
    return new TopicPlan(
        new Topics(network.settings().networkId()),
        network.settings().partitions(),
        List.copyOf(agencies));
  }

  Set<String> allNames() {
    Set<String> names = new HashSet<>();
    topics.shared().forEach(topic -> names.add(topic.name()));
    topics.statistics().forEach(topic -> names.add(topic.name()));
    inboxes().forEach(topic -> names.add(topic.name()));
    agencies.forEach(agency -> names.add(topics.outbox(agency).name()));
    return names;
  }

  List<Topic> inboxes() {
    return agencies.stream().map(topics::inbox).toList();
  }

  int partitionsOf(Topic topic) {
    return topic.partitions().in(networkPartitions);
  }

  NewTopic toCreate(Topic topic, short replicationFactor) {
    return new NewTopic(topic.name(), partitionsOf(topic), replicationFactor)
        .configs(topic.configuration());
  }
}
