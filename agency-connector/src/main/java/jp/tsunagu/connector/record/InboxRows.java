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
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
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

  /** Stores it; empty if the same news was taken in before. Gives its position. */
  public Optional<Long> insert(AgencyDatabase database, Fresh item, Instant now) {
    return database
        .jdbc()
        .sql(
            """
            insert into inbox (item_id, kafka_partition, kafka_offset, kind, case_id, referral_id,
                               recorded_at, taken_in_at, content)
            values (:itemId, :partition, :offset, :kind, :caseId, :referralId, :recordedAt, :now, :content)
            on conflict do nothing
            returning position
            """)
        .param("itemId", item.itemId())
        .param("partition", item.partition())
        .param("offset", item.offset())
        .param("kind", kindOf(item.content()))
        .param("caseId", item.caseId().map(CaseId::value).orElse(null), Types.OTHER)
        .param("referralId", item.referralId().map(ReferralId::value).orElse(null), Types.OTHER)
        .param("recordedAt", Columns.at(item.recordedAt()))
        .param("now", Columns.at(now))
        .param("content", codec.encode(item.content()))
        .query(Long.class)
        .optional();
  }

  private static String kindOf(Record content) {
    return content instanceof NewerRecord newer ? newer.kind() : content.getClass().getSimpleName();
  }

  List<InboxItem> after(AgencyDatabase database, long position, int limit) {
    return database
        .jdbc()
        .sql("select * from inbox where position > :position order by position limit :limit")
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
        Columns.uuid(row, "referral_id").map(ReferralId::new),
        Columns.instant(row, "recorded_at"),
        content(row.getBytes("content")));
  }

  private InboxContent content(byte[] encoded) {
    return switch (codec.decode(encoded)) {
      case Decoded.Readable(CaseEvent event) -> new InboxContent.Happened(event);
      case Decoded.Readable(Notice notice) -> new InboxContent.Told(notice);
      case Decoded.Readable(Object _), Decoded.Unreadable _ ->
          throw new IllegalStateException("a stored inbox item cannot be read");
    };
  }
}
