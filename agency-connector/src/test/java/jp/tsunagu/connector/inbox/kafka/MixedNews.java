package jp.tsunagu.connector.inbox.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.testing.RandomRecords;
import jp.tsunagu.contract.topic.SealedRecords;
import jp.tsunagu.contract.wire.Codec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * Records of every kind that can stand in an inbox, about a few cases with few legs, persons,
 * dossiers and meetings each, so that they meet one another. The same for each agency that is told.
 */
final class MixedNews {

  /** The partitions of the inbox. */
  static final int PARTITIONS = 6;

  private static final int CASES = 5;
  private static final int FEW = 3;

  /** By which a leg begins. */
  private static final Set<Class<? extends Record>> BEGINNINGS =
      Set.of(SheetSubmitted.class, ReferralSent.class, CaseHandedBack.class);

  private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");

  private final String topic;
  private final AgencyId own;
  private final Codec codec = Codec.standard();
  private final SplittableRandom random;
  private final RandomRecords records;
  private final List<Class<? extends Record>> kinds =
      SealedRecords.of(CaseEvent.class, Notice.class);
  private final Map<CaseId, Long> sequences = new HashMap<>();
  private final Map<CaseId, Integer> begun = new HashMap<>();
  private final Map<Integer, Long> offsets = new HashMap<>();
  private CaseId caseId;
  private Class<? extends Record> kind = Record.class;
  private int made;

  MixedNews(String topic, AgencyId own, long seed) {
    this.topic = topic;
    this.own = own;
    this.random = new SplittableRandom(seed);
    this.caseId = new CaseId(id("case", 0));
    Map<Class<?>, Supplier<Object>> chosen = new HashMap<>();
    chosen.put(AgencyId.class, this::agency);
    chosen.put(CaseId.class, () -> caseId);
    chosen.put(EventHeader.class, this::header);
    chosen.put(ReferralId.class, () -> new ReferralId(leg()));
    chosen.put(DossierId.class, () -> new DossierId(ofCase("dossier")));
    chosen.put(MeetingRequestId.class, () -> new MeetingRequestId(ofCase("item")));
    chosen.put(MeetingId.class, () -> new MeetingId("body.2026-10-1" + random.nextInt(FEW)));
    chosen.put(CommandId.class, () -> new CommandId(ofCase("command")));
    this.records = new RandomRecords(random, chosen);
  }

  private AgencyId agency() {
    return random.nextInt(FEW) == 0 ? TestNetwork.DESK : own;
  }

  /** The network lets no leg begin twice. */
  private UUID leg() {
    return BEGINNINGS.contains(kind)
        ? id("leg" + caseId, begun.merge(caseId, 1, Integer::sum) - 1)
        : ofCase("leg");
  }

  private UUID ofCase(String what) {
    return id(what + caseId, random.nextInt(FEW));
  }

  private static UUID id(String what, int number) {
    return UUID.nameUUIDFromBytes((what + number).getBytes(StandardCharsets.UTF_8));
  }

  private EventHeader header() {
    long sequence = sequences.merge(caseId, 1L, Long::sum);
    Instant at = BEGIN.plusSeconds(made);
    return new EventHeader(
        EventId.of(caseId, sequence),
        caseId,
        sequence,
        id("cause", made),
        new EventTimes(at, at, at, null),
        new ActedBy(agency(), null, null),
        0,
        TestNetwork.numberOf(caseId));
  }

  /** Something of a case: a command that may be answered, a dossier that may be given back. */
  record OfCase(CaseId caseId, UUID command, UUID dossier, UUID leg) {}

  /** What stands there before anything is told. */
  static List<OfCase> before() {
    List<OfCase> before = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      CaseId caseId = new CaseId(id("case", i));
      for (int j = 0; j < FEW; j++) {
        before.add(
            new OfCase(
                caseId,
                id("command" + caseId, j),
                id("dossier" + caseId, j),
                id("leg" + caseId, j)));
      }
    }
    return before;
  }

  /** The next so many records, kind after kind, as one poll brings them. */
  List<Batch> next(int count) {
    Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      ConsumerRecord<byte[], byte[]> record = next();
      byPartition.computeIfAbsent(record.partition(), _ -> new ArrayList<>()).add(record);
    }
    return byPartition.entrySet().stream()
        .map(
            each ->
                new Batch(
                    new TopicPartition(topic, each.getKey()),
                    each.getValue(),
                    each.getValue().getLast().offset() + 1))
        .toList();
  }

  private ConsumerRecord<byte[], byte[]> next() {
    caseId = new CaseId(id("case", random.nextInt(CASES)));
    kind = kinds.get(made++ % kinds.size());
    Record value = kind == CommandUnreadable.class ? unreadable() : ofOneSender(records.next(kind));
    boolean ofCase = !(value instanceof CommandUnreadable);
    String key = ofCase ? caseId.toString() : own.value();
    int partition = partition(key);
    long offset = offsets.merge(partition, 1L, Long::sum);
    return new ConsumerRecord<>(topic, partition, offset, bytes(key), codec.encode(value));
  }

  /** Where records with this key stand. */
  static int partition(String key) {
    return Utils.toPositive(Utils.murmur2(bytes(key))) % PARTITIONS;
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A dossier is sent by one agency however often it is delivered, and names of parts are unique.
   */
  private static Record ofOneSender(Record value) {
    if (!(value instanceof DossierDelivered delivered)) {
      return value;
    }
    SealedDossier sealed = delivered.dossier();
    Map<String, SealedPart> parts = new LinkedHashMap<>();
    sealed.parts().forEach(part -> parts.put(part.name(), part));
    return new DossierDelivered(
        delivered.caseId(),
        delivered.referralId(),
        new SealedDossier(
            sealed.dossierId(), TestNetwork.DESK, List.copyOf(parts.values()), sealed.pairKeys()),
        delivered.recordedAt());
  }

  private CommandUnreadable unreadable() {
    return new CommandUnreadable(0, random.nextInt(2 * CASES * FEW), "NOT_FRAMED", BEGIN);
  }

  /** How many records hold one of every kind. */
  int everyKind() {
    return kinds.size();
  }
}
