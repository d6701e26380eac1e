package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.UnknownEvent;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.springframework.stereotype.Component;

/** The rows of the inbox; written by the one who takes news in, in its transaction. */
@Component
public final class InboxRows {

  private final Codec codec;

  InboxRows(Codec codec) {
    this.codec = codec;
  }

  /**
   * What is to be stored.
   *
   * @param content the record, without ciphertexts
   */
  public record Fresh(
      UUID itemId,
      int partition,
      long offset,
      Optional<CaseId> caseId,
      Optional<ReferralId> referralId,
      Instant recordedAt,
      Record content) {}

  /**
   * A row about a case, as it is stored.
   *
   * @param passedOver whether the program that took it in did not know its kind
   */
  public record Kept(long position, boolean passedOver, InboxContent content) {

    /** Whether this program knows its kind. */
    public boolean isKnown() {
      return !(content instanceof InboxContent.Happened(UnknownEvent _));
    }
  }

  /**
   * Stores these in their order; gives the position of each item that was not taken in before. One
   * that stands here twice is taken in where it stands first.
   */
  Map<UUID, Long> insert(AgencyDatabase database, List<Fresh> items, Instant now) {
    Map<UUID, Long> positions = new HashMap<>();
    Rows.of(items)
        .with("item_id", "uuid", Fresh::itemId)
        .with("kafka_partition", "integer", Fresh::partition)
        .with("kafka_offset", "bigint", Fresh::offset)
        .with("kind", "text", item -> NewerRecord.kindOf(item.content()))
        .with("case_id", "uuid", item -> item.caseId().orElse(null))
        .with("referral_id", "uuid", item -> item.referralId().orElse(null))
        .with("recorded_at", "timestamptz", Fresh::recordedAt)
        .bytes("content", item -> codec.encode(item.content()))
        .with("passed_over", "boolean", item -> item.content() instanceof UnknownEvent)
        .in(
            database,
            """
            insert into inbox (item_id, kafka_partition, kafka_offset, kind, case_id, referral_id,
                               recorded_at, taken_in_at, content, passed_over)
            select r.item_id, r.kafka_partition, r.kafka_offset, r.kind, r.case_id, r.referral_id,
                   r.recorded_at, :now, r.content, r.passed_over
            from {rows} order by r.n
            on conflict (item_id) do nothing
            returning item_id, position
            """)
        .param("now", Columns.at(now))
        .query(
            row -> {
              positions.put(row.getObject("item_id", UUID.class), row.getLong("position"));
            });
    return positions;
  }

  /** The cases with an event that was passed over and is of a kind this program knows. */
  public List<CaseId> knownByNow(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select case_id, content from inbox where passed_over order by position")
        .query(
            (row, _) ->
                isKnown(row.getBytes("content"))
                    ? Optional.of(new CaseId(row.getObject("case_id", UUID.class)))
                    : Optional.<CaseId>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private boolean isKnown(byte[] encoded) {
    return codec.decode(encoded) instanceof Decoded.Readable(CaseEvent event)
        && !(event instanceof UnknownEvent);
  }

  /** Those of these events that were told, in their order. */
  List<CaseEvent> events(AgencyDatabase database, List<UUID> eventIds) {
    return database
        .jdbc()
        .sql("select content from inbox where item_id = any(:ids::uuid[]) order by position")
        .param("ids", Columns.texts(eventIds))
        .query((row, _) -> content(row.getBytes("content")))
        .list()
        .stream()
        .<CaseEvent>mapMulti(
            (content, events) -> {
              if (content instanceof InboxContent.Happened(CaseEvent event)) {
                events.accept(event);
              }
            })
        .toList();
  }

  /** Everything that was told about this case, in its order. */
  public List<Kept> ofCase(AgencyDatabase database, CaseId caseId) {
    return database
        .jdbc()
        .sql("select * from inbox where case_id = :caseId and not left_out order by position")
        .param("caseId", caseId.value())
        .query((row, _) -> kept(row))
        .list();
  }

  /** The openings of a leg (開封) in their order. */
  List<ReferralOpened> openings(AgencyDatabase database, ReferralId referralId) {
    return told(database, "referral_id", referralId.value(), ReferralOpened.class);
  }

  /** By which a leg began as つなぎ戻し; empty if it did not, or this agency was not told. */
  Optional<CaseHandedBack> handedBack(AgencyDatabase database, ReferralId referralId) {
    return told(database, "referral_id", referralId.value(), CaseHandedBack.class).stream()
        .findFirst();
  }

  /** What meetings decided about a case, as far as this agency was told, in its order. */
  List<ItemDecided> decided(AgencyDatabase database, CaseId caseId) {
    return told(database, "case_id", caseId.value(), ItemDecided.class);
  }

  /** What was told of this kind about a leg or a case, in its order. */
  private <E extends CaseEvent> List<E> told(
      AgencyDatabase database, String column, UUID about, Class<E> kind) {
    return database
        .jdbc()
        .sql(
            """
            select content from inbox
            where kind = :kind and %s = :about and not passed_over and not left_out
            order by position
            """
                .formatted(column))
        .param("kind", kind.getSimpleName())
        .param("about", about)
        .query(byte[].class)
        .list()
        .stream()
        .map(codec::decode)
        .<E>mapMulti(
            (decoded, events) -> {
              if (decoded instanceof Decoded.Readable(var event) && kind.isInstance(event)) {
                events.accept(kind.cast(event));
              }
            })
        .toList();
  }

  /** What was told about a leg after this sequence of its case, oldest first: the latest 50. */
  List<CaseEvent> since(AgencyDatabase database, ReferralId referralId, long sequence) {
    return latest(database, referralId).reversed().stream()
        .filter(event -> event.header().sequence() > sequence)
        .toList();
  }

  private List<CaseEvent> latest(AgencyDatabase database, ReferralId referralId) {
    return database
        .jdbc()
        .sql(
            """
            select content from inbox where referral_id = :referralId and not passed_over
              and not left_out
            order by position desc limit 50
            """)
        .param("referralId", referralId.value())
        .query((row, _) -> content(row.getBytes("content")))
        .list()
        .stream()
        .<CaseEvent>mapMulti(
            (content, events) -> {
              if (content instanceof InboxContent.Happened(CaseEvent event)) {
                events.accept(event);
              }
            })
        .toList();
  }

  /** Those at these positions, in their order. */
  public List<InboxItem> at(AgencyDatabase database, Collection<Long> positions) {
    return database
        .jdbc()
        .sql(
            "select inbox.*"
                + CaseNumberColumn.of("inbox")
                + " from inbox where position = any(:positions) order by position")
        .param("positions", positions.toArray(Long[]::new))
        .query((row, _) -> item(row))
        .list();
  }

  /**
   * Notes as lost what stood at these places of the inbox topic or behind them, and was not noted
   * before; gives it in its order.
   *
   * @param firstLost by partition
   */
  public List<Kept> lose(AgencyDatabase database, Map<Integer, Long> firstLost) {
    return Rows.of(firstLost.entrySet())
        .with("kafka_partition", "integer", Map.Entry::getKey)
        .with("first_lost", "bigint", Map.Entry::getValue)
        .in(
            database,
            """
            update inbox set lost = true
            from {rows}
            where inbox.kafka_partition = r.kafka_partition and inbox.kafka_offset >= r.first_lost
              and not inbox.lost
            returning inbox.*
            """)
        .query((row, _) -> kept(row))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Kept::position))
        .toList();
  }

  /** The rows at these positions are passed over no more. */
  public void known(AgencyDatabase database, List<Long> positions) {
    database
        .jdbc()
        .sql("update inbox set passed_over = false where position = any(:positions)")
        .param("positions", positions.toArray(Long[]::new))
        .update();
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("position"), row.getBoolean("passed_over"), content(row.getBytes("content")));
  }

  /** The position of the newest one; 0 where there is none. */
  long last(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select coalesce(max(position), 0) from inbox")
        .query(Long.class)
        .single();
  }

  List<InboxItem> after(AgencyDatabase database, long position, int limit) {
    return database
        .jdbc()
        .sql(
            "select inbox.*"
                + CaseNumberColumn.of("inbox")
                + " from inbox where position > :position order by position limit :limit")
        .param("position", position)
        .param("limit", limit)
        .query((row, _) -> item(row))
        .list();
  }

  InboxItem item(ResultSet row) throws SQLException {
    return new InboxItem(
        row.getLong("position"),
        row.getObject("item_id", UUID.class),
        row.getString("kind"),
        Columns.uuid(row, "case_id").map(CaseId::new),
        CaseNumberColumn.read(row),
        Columns.uuid(row, "referral_id").map(ReferralId::new),
        Columns.instant(row, "recorded_at"),
        content(row.getBytes("content")));
  }

  private InboxContent content(byte[] encoded) {
    return switch (codec.decode(encoded)) {
      case Decoded.Readable(CaseEvent event) -> new InboxContent.Happened(event);
      case Decoded.Readable(Notice notice) -> new InboxContent.Told(notice);
      case Decoded.Readable(AgencyKeys keys) -> new InboxContent.KeysAnnounced(keys);
      case Decoded.Readable(Object _), Decoded.Unreadable _ ->
          throw new IllegalStateException("a stored inbox item cannot be read");
    };
  }
}
