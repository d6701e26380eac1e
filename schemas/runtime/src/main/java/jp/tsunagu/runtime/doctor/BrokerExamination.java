package jp.tsunagu.runtime.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.PartitionCount;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.Connection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The broker: whether it is reached, has the topics with their partitions, lets this service do
 * what the catalogue of topics says and nothing else ({@link Topics}), and whether this machine's
 * clock is behind. Nothing is written there, and no record is read.
 *
 * @param broker asked once looking begins: a way that is closed is told then
 * @param party who asks
 * @param own agencies whose inboxes and outboxes are this service's own
 * @param others agencies whose inboxes and outboxes are not
 */
public record BrokerExamination(
    Supplier<BrokerAccess> broker,
    Party party,
    Topics topics,
    Set<AgencyId> own,
    Set<AgencyId> others,
    Clock clock)
    implements Examination {

  private static final String REACHED = "ブローカー (broker)";
  private static final String TOPICS = "トピックと区画 (topics, partitions)";
  private static final String MAY = "してよいこと (rights)";
  private static final String MUST_NOT = "してはならないこと (no other rights)";
  private static final String CLOCK = "時計とブローカー (clock, broker)";
  private static final int PATIENCE_SECONDS = 20;
  private static final Duration DIFFERENCE = Duration.ofSeconds(2);

  /** Keeps copies. */
  public BrokerExamination {
    own = Set.copyOf(own);
    others = Set.copyOf(others);
  }

  @Override
  public String what() {
    return REACHED;
  }

  @Override
  public List<Finding> look() throws ExecutionException, InterruptedException, TimeoutException {
    BrokerAccess access = broker.get();
    return switch (access.connection()) {
      case Connection.Reached() -> looked(access);
      case Connection.Unreachable(String line) -> List.of(Finding.bad(REACHED, line, ""));
      case Connection.Refused(String line) -> List.of(Finding.bad(REACHED, line, ""));
    };
  }

  private List<Finding> looked(BrokerAccess access)
      throws ExecutionException, InterruptedException, TimeoutException {
    try (Admin admin = access.admin("doctor")) {
      Map<Topic, Sight> seen = new HashMap<>();
      for (Topic topic : catalogue()) {
        seen.put(topic, sight(admin, topic));
      }
      return List.of(
          Finding.good(REACHED, access.servers() + " に届きます(" + access.securityProtocol() + ")"),
          partitions(seen),
          rights(seen),
          noOtherRights(seen),
          time(admin, seen));
    }
  }

  /** All topics of the network itself, and those of these agencies. */
  private List<Topic> catalogue() {
    return Stream.of(
            topics.shared().stream(),
            topics.statistics().stream(),
            Stream.concat(own.stream(), others.stream())
                .flatMap(agency -> topics.of(agency).stream()))
        .flatMap(each -> each)
        .toList();
  }

  /** What the broker shows of a topic to who asks. */
  private sealed interface Sight {

    /** So many partitions, and this may be done with it. */
    record Shown(int partitions, Set<AclOperation> allowed) implements Sight {}

    /** It is not for who asks. */
    record Closed() implements Sight {}

    /** There is none. */
    record Missing() implements Sight {}
  }

  private static Sight sight(Admin admin, Topic topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      TopicDescription shown =
          Objects.requireNonNull(
              admin
                  .describeTopics(
                      List.of(topic.name()),
                      new DescribeTopicsOptions().includeAuthorizedOperations(true))
                  .allTopicNames()
                  .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .get(topic.name()));
      return new Sight.Shown(shown.partitions().size(), shown.authorizedOperations());
    } catch (ExecutionException failed) {
      return switch (failed.getCause()) {
        case TopicAuthorizationException _ -> new Sight.Closed();
        case UnknownTopicOrPartitionException _ -> new Sight.Missing();
        case null, default -> throw failed;
      };
    }
  }

  private boolean isOwn(Topic topic) {
    return own.stream().anyMatch(agency -> topics.of(agency).contains(topic));
  }

  private boolean reads(Topic topic) {
    Set<Party> readers = topic.parties().readBy();
    return readers.contains(party)
        || readers.contains(Party.EVERYONE)
        || (readers.contains(Party.AGENCY) && isOwn(topic));
  }

  /** The dead letters alone have a second writer: the scheduler. */
  private boolean writes(Topic topic) {
    Party writer = topic.parties().writtenBy();
    return writer == party
        || (writer == Party.AGENCY && isOwn(topic))
        || (party == Party.SCHEDULER && topic.equals(topics.deadLetters()));
  }

  private Finding partitions(Map<Topic, Sight> seen) {
    List<Topic> missing = which(seen, topic -> seen.get(topic) instanceof Sight.Missing);
    if (!missing.isEmpty()) {
      return Finding.bad(
          TOPICS, names(missing) + " がありません", "ゲートウェイを先に起動してください。トピックはゲートウェイだけが作ります。");
    }
    Set<Integer> ofNetwork = new HashSet<>();
    List<Topic> wrong = new ArrayList<>();
    seen.forEach(
        (topic, sight) -> {
          if (sight instanceof Sight.Shown(int partitions, var _)) {
            if (topic.partitions() == PartitionCount.NETWORK) {
              ofNetwork.add(partitions);
            } else if (partitions != 1) {
              wrong.add(topic);
            }
          }
        });
    return ofNetwork.size() > 1 || !wrong.isEmpty()
        ? Finding.bad(
            TOPICS,
            wrong.isEmpty() ? "区画の数がそろっていません " + ofNetwork : names(wrong) + " の区画が1つではありません",
            "区画の数はネットワークができたときに決まり、変えられません。変えたトピックをバックアップから戻してください。")
        : Finding.good(
            TOPICS, seen.size() + "個のトピック、区画 " + ofNetwork.stream().findFirst().orElse(1));
  }

  private Finding rights(Map<Topic, Sight> seen) {
    List<Topic> lacking =
        which(
            seen,
            topic ->
                (reads(topic) && !may(seen, topic, AclOperation.READ))
                    || (writes(topic) && !may(seen, topic, AclOperation.WRITE)));
    return lacking.isEmpty()
        ? Finding.good(MAY, "読み書きに必要な権限があります")
        : Finding.bad(
            MAY,
            names(lacking) + " を読むか書くことができません",
            "中央で権限を与え直してください(機関は enrolment renew、サービスは admit)。ログインが別のもののこともあります。");
  }

  private Finding noOtherRights(Map<Topic, Sight> seen) {
    List<Topic> open =
        which(
            seen,
            topic ->
                (!reads(topic) && may(seen, topic, AclOperation.READ))
                    || (!writes(topic) && may(seen, topic, AclOperation.WRITE)));
    return open.isEmpty()
        ? Finding.good(MUST_NOT, "ほかのトピックは読めず、書けません")
        : Finding.bad(
            MUST_NOT,
            names(open) + " を読むか書くことができてしまいます",
            "ブローカーに権限の確認(authorizer)があるか、ログインが取り違えられていないか確かめてください。");
  }

  private static boolean may(Map<Topic, Sight> seen, Topic topic, AclOperation what) {
    return seen.get(topic) instanceof Sight.Shown(var _, Set<AclOperation> allowed)
        && allowed.contains(what);
  }

  private static List<Topic> which(Map<Topic, Sight> seen, Predicate<Topic> wanted) {
    return seen.keySet().stream().filter(wanted).toList();
  }

  private static String names(List<Topic> some) {
    return some.stream().map(Topic::name).sorted().collect(Collectors.joining("、"));
  }

  /** The broker dates records itself: one from the future shows that this clock is behind. */
  private Finding time(Admin admin, Map<Topic, Sight> seen)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    seen.forEach(
        (topic, sight) -> {
          if (sight instanceof Sight.Shown(int partitions, var _)) {
            for (int number = 0; number < partitions; number++) {
              asked.put(new TopicPartition(topic.name(), number), OffsetSpec.maxTimestamp());
            }
          }
        });
    long latest =
        admin.listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).values().stream()
            .mapToLong(ListOffsetsResultInfo::timestamp)
            .max()
            .orElse(-1);
    Instant now = clock.instant();
    if (latest < 0) {
      return Finding.good(CLOCK, "まだ記録がなく、比べられません");
    }
    Duration behind = Duration.between(now, Instant.ofEpochMilli(latest));
    return behind.compareTo(DIFFERENCE) > 0
        ? Finding.bad(
            CLOCK, "この機械の時計が、少なくとも" + behind.toSeconds() + "秒遅れています", "時刻合わせ(NTP)を確かめてください。")
        : Finding.good(
            CLOCK, "遅れていません(最後の記録 " + TokyoTime.written(Instant.ofEpochMilli(latest)) + ")");
  }
}
