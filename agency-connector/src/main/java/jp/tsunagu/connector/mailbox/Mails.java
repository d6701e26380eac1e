package jp.tsunagu.connector.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.runtime.mail.MessageId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The rows of one agency's mails and of what they tell. */
final class Mails {

  private static final String SELECT =
      "select reason, cause, referral_id, case_id, tell_from from to_tell where settled_at is null";

  private final AgencyDatabase database;

  Mails(AgencyDatabase database) {
    this.database = database;
  }

  /**
   * A mail that is not settled.
   *
   * @param due when it is tried next
   * @param attempts how often it failed
   */
  record OnItsWay(
      long id, MessageId messageId, boolean isTrial, Instant made, Instant due, int attempts) {}

  /** The mail that is on its way, if one is. */
  Optional<OnItsWay> waiting(boolean isTrial) {
    return database
        .jdbc()
        .sql("select * from mail where settled_at is null and is_trial = :isTrial")
        .param("isTrial", isTrial)
        .query((row, _) -> mail(row))
        .optional();
  }

  private static OnItsWay mail(ResultSet row) throws SQLException {
    return new OnItsWay(
        row.getLong("id"),
        new MessageId(row.getString("message_id")),
        row.getBoolean("is_trial"),
        Columns.instant(row, "made_at"),
        Columns.instant(row, "due_at"),
        row.getInt("attempts"));
  }

  /** Adds a mail unless there is one of its kind on its way; tells whether it did. */
  boolean add(MessageId messageId, boolean isTrial, Instant now) {
    int added =
        database
            .jdbc()
            .sql(
                """
                insert into mail (message_id, is_trial, made_at, due_at)
                values (:messageId, :isTrial, :now, :now)
                on conflict do nothing
                """)
            .param("messageId", messageId.value())
            .param("isTrial", isTrial)
            .param("now", Columns.at(now))
            .update();
    return added > 0;
  }

  /** What came before now and is in no mail, the oldest first. */
  List<Tiding> untold(Instant now, int limit) {
    return database
        .jdbc()
        .sql(SELECT + " and mail_id is null and tell_from < :now order by tell_from limit :limit")
        .param("now", Columns.at(now))
        .param("limit", limit)
        .query((row, _) -> tiding(row))
        .list();
  }

  /** What this mail tells. */
  List<Tiding> toldIn(OnItsWay mail) {
    return database
        .jdbc()
        .sql(SELECT + " and mail_id = :mail order by tell_from")
        .param("mail", mail.id())
        .query((row, _) -> tiding(row))
        .list();
  }

  private static Tiding tiding(ResultSet row) throws SQLException {
    UUID cause = row.getObject("cause", UUID.class);
    Optional<CaseId> caseId = Columns.uuid(row, "case_id").map(CaseId::new);
    return new Tiding(
        WaitReason.valueOf(row.getString("reason")),
        cause,
        caseId.isPresent()
            ? new Tiding.Subject.OfInquiry(caseId.get(), cause)
            : new Tiding.Subject.OfLeg(new ReferralId(row.getObject("referral_id", UUID.class))),
        Columns.instant(row, "tell_from"));
  }

  /** These are told in this mail; call it inside a transaction. */
  void tellIn(OnItsWay mail, List<Tiding> tidings) {
    each(
        tidings,
        "update to_tell set mail_id = :value where reason = :reason and cause = :cause",
        mail.id());
  }

  /** These need not be told any more; call it inside a transaction. */
  void settle(List<Tiding> tidings, Instant now) {
    each(
        tidings,
        "update to_tell set settled_at = :value where reason = :reason and cause = :cause",
        Columns.at(now));
  }

  private void each(List<Tiding> tidings, String sql, Object value) {
    database.forEach(
        sql,
        tidings.stream()
            .map(
                tiding ->
                    new MapSqlParameterSource("value", value)
                        .addValue("reason", tiding.reason().name())
                        .addValue("cause", tiding.cause()))
            .toList());
  }

  /** The server has it, and what it tells is told. */
  void sent(OnItsWay mail, Instant now) {
    database.runInTransaction(
        () -> {
          database
              .jdbc()
              .sql("update to_tell set settled_at = :now where mail_id = :mail")
              .param("now", Columns.at(now))
              .param("mail", mail.id())
              .update();
          settled(mail, "SENT", null, now);
        });
  }

  /** Nothing of what it would tell waits any more. */
  void notNeeded(OnItsWay mail, Instant now) {
    settled(mail, "NOT_NEEDED", null, now);
  }

  /** It is not tried again. */
  void failed(OnItsWay mail, String fault, Instant now) {
    settled(mail, "FAILED", fault, now);
  }

  private void settled(OnItsWay mail, String outcome, @Nullable String fault, Instant now) {
    database
        .jdbc()
        .sql(
            "update mail set settled_at = :now, outcome = :outcome, fault = :fault where id = :mail")
        .param("now", Columns.at(now))
        .param("outcome", outcome)
        .param("fault", fault, Types.VARCHAR)
        .param("mail", mail.id())
        .update();
  }

  /** It failed and is tried again. */
  void tryAgain(OnItsWay mail, String fault, boolean isRefused, Instant next) {
    database
        .jdbc()
        .sql(
            """
            update mail set attempts = attempts + 1, due_at = :next, fault = :fault, is_refused = :isRefused
            where id = :mail
            """)
        .param("next", Columns.at(next))
        .param("fault", fault)
        .param("isRefused", isRefused)
        .param("mail", mail.id())
        .update();
  }

  /** Whatever waits is tried at once: the way may have been mended. */
  void tryNow(Instant now) {
    database
        .jdbc()
        .sql("update mail set due_at = :now where settled_at is null and due_at > :now")
        .param("now", Columns.at(now))
        .update();
  }
}
