package jp.tsunagu.compose.broker;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a user of the broker may do, as "The way to the broker" has it. */
public final class Rights {
  private Rights() {}

  /** Of gateway, scheduler or statistics: everything whose name begins with the network's. */
  public static List<AclBinding> ofService(NetworkId network, String user) {
    return Stream.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)
        .map(type -> new ResourcePattern(type, network + ".", PatternType.PREFIXED))
        .map(resource -> granted(resource, user, AclOperation.ALL))
        .toList();
  }

  /** Of an agency: its own outbox is written, its own inbox and what everybody reads are read. */
  public static List<AclBinding> ofAgency(NetworkId network, AgencyId agency, String user) {
    var topics = new Topics(network);
    var own =
        topics.of(agency).stream()
            .map(
                topic ->
                    topic.parties().writtenBy() == Party.AGENCY
                        ? granted(topic(topic), user, AclOperation.WRITE)
                        : granted(topic(topic), user, AclOperation.READ));
    return Stream.concat(own, forEveryone(topics, user)).toList();
  }

  private static Stream<AclBinding> forEveryone(Topics topics, String user) {
    return topics.shared().stream()
        .filter(topic -> topic.parties().readBy().contains(Party.EVERYONE))
        .map(topic -> granted(topic(topic), user, AclOperation.READ));
  }

  /** Of who reads what happened: ledger, directory and published figures, in groups of its own. */
  public static List<AclBinding> ofReader(NetworkId network, String user) {
    var topics = new Topics(network);
    var figures =
        new ResourcePattern(ResourceType.TOPIC, network + ".stats.", PatternType.PREFIXED);
    var groups = new ResourcePattern(ResourceType.GROUP, user, PatternType.PREFIXED);
    var own =
        Stream.of(topic(topics.ledger()), figures, groups)
            .map(resource -> granted(resource, user, AclOperation.READ));
    return Stream.concat(own, forEveryone(topics, user)).toList();
  }

  private static ResourcePattern topic(Topic topic) {
    return new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL);
  }

  private static AclBinding granted(ResourcePattern what, String user, AclOperation operation) {
    return new AclBinding(
        what, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }
}
