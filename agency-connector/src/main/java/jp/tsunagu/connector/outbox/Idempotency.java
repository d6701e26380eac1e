package jp.tsunagu.connector.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.dossier.Bytes;

/** The keys an agency's system has used, with what it was told. */
final class Idempotency {

  static final Duration KEPT = Duration.ofDays(60);

  private Idempotency() {}

  /** What was told under these keys before; nothing of a key that is new. */
  static Map<IdempotencyKey, Submission> earlier(
      AgencyDatabase database, Collection<IdempotencyKey> keys) {
    Map<IdempotencyKey, Submission> told = new HashMap<>();
    if (keys.isEmpty()) {
      return told;
    }
    Map<String, List<IdempotencyKey>> asked =
        keys.stream().collect(Collectors.groupingBy(IdempotencyKey::key));
    database
        .jdbc()
        .sql("select * from idempotency where key = any(:keys::text[])")
        .param("keys", asked.keySet().toArray(String[]::new))
        .query(
            (ResultSet row) -> {
              Bytes fingerprint = Bytes.copyOf(row.getBytes("fingerprint"));
              Submission same = new Submission.Repeated(answer(row));
              for (IdempotencyKey key : asked.getOrDefault(row.getString("key"), List.of())) {
                told.put(
                    key,
                    key.fingerprint().equals(fingerprint)
                        ? same
                        : new Submission.KeyReusedWithOtherBody());
              }
            });
    return told;
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(
        row.getInt("status"), row.getString("location"), Bytes.copyOf(row.getBytes("body")));
  }

  /** A key and what is told under it. */
  record Told(IdempotencyKey key, Answer answer) {}

  /**
   * Keeps what is told under keys that are new, and gives these keys. Of several with one key, the
   * first is kept. Waits for submissions with the same keys that are just being stored.
   */
  static Set<String> keepNew(AgencyDatabase database, List<Told> told, Instant now) {
    if (told.isEmpty()) {
      return Set.of();
    }
    return Rows.of(told)
        .with("key", "text", row -> row.key().key())
        .bytes("fingerprint", row -> row.key().fingerprint().toByteArray())
        .with("status", "integer", row -> row.answer().status())
        .with("location", "text", row -> row.answer().location())
        .bytes("body", row -> row.answer().body().toByteArray())
        .in(
            database,
            """
            insert into idempotency (key, fingerprint, status, location, body, stored_at)
            select distinct on (r.key) r.key, r.fingerprint, r.status, r.location, r.body, :now
            from {rows} order by r.key, r.n
            on conflict (key) do nothing
            returning key
            """)
        .param("now", Columns.at(now))
        .query(String.class)
        .set();
  }

  static int forgetOld(AgencyDatabase database, Instant now) {
    return database
        .jdbc()
        .sql("delete from idempotency where stored_at < :before")
        .param("before", Columns.at(now.minus(KEPT)))
        .update();
  }
}
