package jp.tsunagu.connector.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.dossier.Bytes;

/** The keys an agency's system has used, with what it was told. */
final class Idempotency {

  static final Duration KEPT = Duration.ofDays(60);

  private Idempotency() {}

  static Optional<Submission> earlier(AgencyDatabase database, IdempotencyKey key) {
    return database
        .jdbc()
        .sql("select * from idempotency where key = :key and status is not null")
        .param("key", key.key())
        .query((row, _) -> compare(row, key))
        .optional();
  }

  private static Submission compare(ResultSet row, IdempotencyKey key) throws SQLException {
    if (!Bytes.copyOf(row.getBytes("fingerprint")).equals(key.fingerprint())) {
      return new Submission.KeyReusedWithOtherBody();
    }
    return new Submission.Repeated(
        new Answer(
            row.getInt("status"), row.getString("location"), Bytes.copyOf(row.getBytes("body"))));
  }

  /** Waits for a submission with the same key that is just being stored. */
  static boolean isNew(AgencyDatabase database, IdempotencyKey key, Instant now) {
    return database
            .jdbc()
            .sql(
                """
                insert into idempotency (key, fingerprint, stored_at) values (:key, :fingerprint, :now)
                on conflict (key) do nothing
                """)
            .param("key", key.key())
            .param("fingerprint", key.fingerprint().toByteArray())
            .param("now", Columns.at(now))
            .update()
        > 0;
  }

  static void answer(AgencyDatabase database, IdempotencyKey key, Answer answer) {
    database
        .jdbc()
        .sql(
            "update idempotency set status = :status, location = :location, body = :body"
                + " where key = :key")
        .param("status", answer.status())
        .param("location", answer.location())
        .param("body", answer.body().toByteArray())
        .param("key", key.key())
        .update();
  }

  static void forget(AgencyDatabase database, IdempotencyKey key) {
    database
        .jdbc()
        .sql("delete from idempotency where key = :key")
        .param("key", key.key())
        .update();
  }

  static int forgetOld(AgencyDatabase database, Instant now) {
    return database
        .jdbc()
        .sql("delete from idempotency where stored_at < :before")
        .param("before", Columns.at(now.minus(KEPT)))
        .update();
  }
}
