package jp.tsunagu.compose.broker;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a user of the broker may do, as README's "The way to the broker" has it. */
public final class Rights {
  private Rights() {}

  /** Of gateway, scheduler or statistics: everything whose name begins with the network's. */
  public static List<AclBinding> ofService(NetworkId network, String user) {
    return Stream.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)
        .map(type -> new ResourcePattern(type, network + ".", PatternType.PREFIXED))
        .map(resource -> granted(resource, user, AclOperation.ALL))
        .toList();
  }

  /** Of an agency: its own outbox is written, its own inbox and the directory are read. */
  public static List<AclBinding> ofAgency(NetworkId network, AgencyId agency, String user) {
    var topics = new Topics(network);
    return List.of(
        granted(topic(topics.outbox(agency).name()), user, AclOperation.WRITE),
        granted(topic(topics.inbox(agency).name()), user, AclOperation.READ),
        granted(topic(topics.directory().name()), user, AclOperation.READ));
  }

  private static ResourcePattern topic(String name) {
    return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
  }

  private static AclBinding granted(ResourcePattern what, String user, AclOperation operation) {
    return new AclBinding(
        what, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }
}
