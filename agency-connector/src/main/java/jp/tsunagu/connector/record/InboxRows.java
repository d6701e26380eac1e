package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
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

  /** Stores it; empty if the same news was taken in before. Gives its position. */
  public Optional<Long> insert(AgencyDatabase database, Fresh item, Instant now) {
    return database
        .jdbc()
        .sql(
            """
            insert into inbox (item_id, kafka_partition, kafka_offset, kind, case_id, referral_id,
                               recorded_at, taken_in_at, content, passed_over)
            values (:itemId, :partition, :offset, :kind, :caseId, :referralId, :recordedAt, :now, :content,
                    :passedOver)
            on conflict do nothing
            returning position
            """)
        .param("itemId", item.itemId())
        .param("partition", item.partition())
        .param("offset", item.offset())
        .param("kind", NewerRecord.kindOf(item.content()))
        .param("caseId", item.caseId().map(CaseId::value).orElse(null), Types.OTHER)
        .param("referralId", item.referralId().map(ReferralId::value).orElse(null), Types.OTHER)
        .param("recordedAt", Columns.at(item.recordedAt()))
        .param("now", Columns.at(now))
        .param("content", codec.encode(item.content()))
        .param("passedOver", item.content() instanceof UnknownEvent)
        .query(Long.class)
        .optional();
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
        .sql("select * from inbox where case_id = :caseId order by position")
        .param("caseId", caseId.value())
        .query((row, _) -> kept(row))
        .list();
  }

  /** The openings of a leg (開封) in their order. */
  List<ReferralOpened> openings(AgencyDatabase database, ReferralId referralId) {
    return database
        .jdbc()
        .sql(
            """
            select content from inbox
            where kind = 'ReferralOpened' and referral_id = :referralId and not passed_over
            order by position
            """)
        .param("referralId", referralId.value())
        .query(byte[].class)
        .list()
        .stream()
        .map(codec::decode)
        .<ReferralOpened>mapMulti(
            (decoded, opened) -> {
              if (decoded instanceof Decoded.Readable(ReferralOpened event)) {
                opened.accept(event);
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

  /** The row at this position is passed over no more. */
  public void known(AgencyDatabase database, long position) {
    database
        .jdbc()
        .sql("update inbox set passed_over = false where position = :position")
        .param("position", position)
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
