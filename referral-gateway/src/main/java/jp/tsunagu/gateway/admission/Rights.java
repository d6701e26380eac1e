package jp.tsunagu.gateway.admission;

import java.util.ArrayList;
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

/**
 * What each user of the broker may do in one network, as "The way to the broker" has it: what the
 * catalogue of topics says that it writes and reads, and nothing else. Whatever is not granted here
 * is refused.
 */
public record Rights(NetworkId network) {

  /** The network's own users; their names never are an agency's ({@link #userOf}). */
  public enum Service {
    GATEWAY("gateway"),
    SCHEDULER("scheduler"),
    STATISTICS("statistics"),
    /** Reads what happened from outside: ledger, directory and published figures. */
    READER("reader");

    private final String user;

    Service(String user) {
      this.user = user;
    }

    /** The name it logs in with. */
    public String user() {
      return user;
    }
  }

  /** An agency's id may be any word: its user is never one of the network's own. */
  public static String userOf(AgencyId agency) {
    return "agency-" + agency;
  }

  /** Of one of the network's own. */
  public List<AclBinding> of(Service service) {
    return switch (service) {
      case GATEWAY -> ofGateway();
      case SCHEDULER -> ofScheduler();
      case STATISTICS -> ofStatistics();
      case READER -> ofReader();
    };
  }

  /** Of all of them. */
  public List<AclBinding> ofServices() {
    return Stream.of(Service.values()).flatMap(service -> of(service).stream()).toList();
  }

  /** Of an agency whose user has the usual name. */
  public List<AclBinding> ofAgency(AgencyId agency) {
    return ofAgency(agency, userOf(agency));
  }

  /**
   * Of an agency: its own outbox is written, its own inbox and what everybody reads are read. With
   * it nobody else writes that outbox or reads that inbox, the gateway included, which may do
   * everything else with what begins with {@code <network>.agency.}: an agency that comes must stop
   * nobody.
   */
  public List<AclBinding> ofAgency(AgencyId agency, String user) {
    var topics = new Topics(network);
    var gateway = Service.GATEWAY.user();
    var all = new ArrayList<AclBinding>();
    all.add(granted(topic(topics.outbox(agency)), user, AclOperation.WRITE));
    all.add(granted(topic(topics.inbox(agency)), user, AclOperation.READ));
    all.add(denied(topic(topics.outbox(agency)), gateway, AclOperation.WRITE));
    all.add(denied(topic(topics.inbox(agency)), gateway, AclOperation.READ));
    all.addAll(ofParty(Party.EVERYONE, user));
    return List.copyOf(all);
  }

  private List<AclBinding> ofGateway() {
    var user = Service.GATEWAY.user();
    var all = new ArrayList<>(ofParty(Party.GATEWAY, user));
    all.add(granted(beginning(ResourceType.TOPIC, network + "."), user, AclOperation.CREATE));
    all.add(granted(beginning(ResourceType.TOPIC, network + "."), user, AclOperation.DESCRIBE));
    var ofAgencies = beginning(ResourceType.TOPIC, network + ".agency.");
    all.add(granted(ofAgencies, user, AclOperation.READ));
    all.add(granted(ofAgencies, user, AclOperation.WRITE));
    all.addAll(ofStream(Party.GATEWAY, user));
    return all;
  }

  private List<AclBinding> ofScheduler() {
    var user = Service.SCHEDULER.user();
    var all = new ArrayList<>(ofParty(Party.SCHEDULER, user));
    all.addAll(ofAgency(AgencyId.SCHEDULER, user));
    all.add(granted(topic(new Topics(network).deadLetters()), user, AclOperation.WRITE));
    all.addAll(ofStream(Party.SCHEDULER, user));
    return all;
  }

  /** A rebuild forgets what was derived from the ledger. */
  private List<AclBinding> ofStatistics() {
    var user = Service.STATISTICS.user();
    var application = new Topics(network).application(Party.STATS);
    var all = new ArrayList<>(ofParty(Party.STATS, user));
    all.addAll(ofStream(Party.STATS, user));
    for (var type : List.of(ResourceType.TOPIC, ResourceType.GROUP)) {
      all.add(granted(beginning(type, application), user, AclOperation.DELETE));
    }
    return all;
  }

  private List<AclBinding> ofReader() {
    var user = Service.READER.user();
    var topics = new Topics(network);
    var read = Stream.concat(Stream.of(topics.ledger()), topics.statistics().stream());
    var all = new ArrayList<>(ofParty(Party.EVERYONE, user));
    read.forEach(topic -> all.add(granted(topic(topic), user, AclOperation.READ)));
    all.add(granted(beginning(ResourceType.GROUP, user), user, AclOperation.READ));
    return all;
  }

  /** What the catalogue says that it writes and reads, but for the agencies' topics. */
  private List<AclBinding> ofParty(Party party, String user) {
    var topics = new Topics(network);
    var all = new ArrayList<AclBinding>();
    Stream.concat(topics.shared().stream(), topics.statistics().stream())
        .forEach(
            topic -> {
              var parties = topic.parties();
              if (parties.writtenBy() == party) {
                all.add(granted(topic(topic), user, AclOperation.WRITE));
              }
              if (parties.readBy().contains(party) || parties.readBy().contains(Party.EVERYONE)) {
                all.add(granted(topic(topic), user, AclOperation.READ));
              }
            });
    return all;
  }

  /** Its changelogs, its group and its transactions. */
  private List<AclBinding> ofStream(Party party, String user) {
    var application = new Topics(network).application(party);
    var changelogs = beginning(ResourceType.TOPIC, application);
    var group = beginning(ResourceType.GROUP, application);
    var transactions = beginning(ResourceType.TRANSACTIONAL_ID, application);
    return List.of(
        granted(changelogs, user, AclOperation.CREATE),
        granted(changelogs, user, AclOperation.READ),
        granted(changelogs, user, AclOperation.WRITE),
        granted(group, user, AclOperation.READ),
        granted(transactions, user, AclOperation.WRITE));
  }

  private static ResourcePattern topic(Topic topic) {
    return new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL);
  }

  private static ResourcePattern beginning(ResourceType type, String prefix) {
    return new ResourcePattern(type, prefix, PatternType.PREFIXED);
  }

  private static AclBinding granted(ResourcePattern what, String user, AclOperation operation) {
    return entry(what, user, operation, AclPermissionType.ALLOW);
  }

  private static AclBinding denied(ResourcePattern what, String user, AclOperation operation) {
    return entry(what, user, operation, AclPermissionType.DENY);
  }

  private static AclBinding entry(
      ResourcePattern what, String user, AclOperation operation, AclPermissionType permission) {
    return new AclBinding(what, new AccessControlEntry("User:" + user, "*", operation, permission));
  }
}
