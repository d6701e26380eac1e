package jp.tsunagu.connector.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The access log of each hosted agency, in its own database. It is only added to: every entry holds
 * the hash of the one before, and the database refuses every change but the end of what is past its
 * time.
 */
@Component
public final class AccessLog {

  /** So many entries are deleted, or looked at, in one go. */
  static final int LOT = 1_000;

  private final Databases databases;
  private final Clock clock;

  AccessLog(Databases databases, Clock clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * What is about to be shown.
   *
   * @param dossierId none for what people of the agency wrote for themselves
   * @param parts those that can be read; a dossier of which none can is not told
   */
  public record Shown(
      CaseId caseId,
      @Nullable ReferralId referralId,
      @Nullable DossierId dossierId,
      List<AccessEntry.Part> parts) {

    /** Keeps an unmodifiable copy. */
    public Shown {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Records that this is given to the reader; when it returns, the entries last. Part of the
   * transaction that is running, if there is one.
   */
  public void record(AgencyId agency, Reader reader, List<Shown> shown) {
    List<Shown> readable = shown.stream().filter(each -> !each.parts().isEmpty()).toList();
    if (!readable.isEmpty()) {
      AgencyDatabase database = databases.of(agency);
      database.runInTransaction(() -> append(database, reader, readable));
    }
  }

  private void append(AgencyDatabase database, Reader reader, List<Shown> shown) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Chain chain = Chain.locked(database);
    long number = chain.endNumber();
    Bytes last = chain.endHash();
    List<SqlParameterSource> rows = new ArrayList<>();
    for (Shown each : shown) {
      number++;
      AccessEntry entry =
          new AccessEntry(
              number,
              now,
              reader,
              each.caseId(),
              Optional.ofNullable(each.referralId()),
              Optional.ofNullable(each.dossierId()),
              each.parts());
      Bytes hash = ChainHash.of(last, entry);
      rows.add(row(entry, last, hash));
      last = hash;
    }
    insert(database, rows);
    Chain.endsWith(database, number, last);
  }

  private static SqlParameterSource row(AccessEntry entry, Bytes before, Bytes hash) {
    return new MapSqlParameterSource()
        .addValue("number", entry.number())
        .addValue("at", Columns.at(entry.at()))
        .addValue("kind", entry.reader().kind().name())
        .addValue("reader", entry.reader().id())
        .addValue("way", entry.reader().way().name())
        .addValue("case", entry.caseId().value())
        .addValue("referral", entry.referralId().map(ReferralId::value).orElse(null))
        .addValue("dossier", entry.dossierId().map(DossierId::value).orElse(null))
        .addValue(
            "parts", entry.parts().stream().map(AccessEntry.Part::name).toArray(String[]::new))
        .addValue(
            "bases", entry.parts().stream().map(AccessEntry.Part::basis).toArray(String[]::new))
        .addValue("before", before.toByteArray())
        .addValue("hash", hash.toByteArray());
  }

  private static void insert(AgencyDatabase database, List<SqlParameterSource> rows) {
    database.forEach(
        """
        insert into access_entry (number, at, reader_kind, reader, way, case_id, referral_id,
                                  dossier_id, parts, bases, before_hash, hash)
        values (:number, :at, :kind, :reader, :way, :case, cast(:referral as uuid), cast(:dossier as uuid),
                :parts, :bases, :before, :hash)
        """,
        rows);
  }

  /**
   * Who has read what of this case, newest first.
   *
   * @param part only who has read this part; none for every part
   * @param before only what has a smaller number
   */
  public List<AccessEntry> ofCase(
      AgencyId agency, CaseId caseId, @Nullable String part, long before, int limit) {
    return with(agency, "case_id = :about", caseId.value(), part, before, limit);
  }

  /**
   * Who has read what came with this leg, newest first.
   *
   * @param part only who has read this part; none for every part
   * @param before only what has a smaller number
   */
  public List<AccessEntry> ofReferral(
      AgencyId agency, ReferralId referralId, @Nullable String part, long before, int limit) {
    return with(agency, "referral_id = :about", referralId.value(), part, before, limit);
  }

  /**
   * Everything that is kept, oldest first.
   *
   * @param after only what has a greater number; 0 for the first
   */
  public List<AccessEntry> of(AgencyId agency, long after, int limit) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select * from access_entry where number > :after order by number limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> entry(row))
        .list();
  }

  private List<AccessEntry> with(
      AgencyId agency,
      String condition,
      UUID about,
      @Nullable String part,
      long before,
      int limit) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            "select * from access_entry where "
                + condition
                + " and number < :before and (:everyPart or :part = any(parts))"
                + " order by number desc limit :limit")
        .param("about", about)
        .param("everyPart", part == null)
        .param("part", part == null ? "" : part)
        .param("before", before)
        .param("limit", limit)
        .query((row, _) -> entry(row))
        .list();
  }

  static AccessEntry entry(ResultSet row) throws SQLException {
    List<String> names = Columns.texts(row, "parts");
    List<String> bases = Columns.texts(row, "bases");
    return new AccessEntry(
        row.getLong("number"),
        Columns.instant(row, "at"),
        new Reader(
            Reader.Kind.valueOf(row.getString("reader_kind")),
            row.getString("reader"),
            Reader.Way.valueOf(row.getString("way"))),
        new CaseId(row.getObject("case_id", UUID.class)),
        Columns.uuid(row, "referral_id").map(ReferralId::new),
        Columns.uuid(row, "dossier_id").map(DossierId::new),
        IntStream.range(0, names.size())
            .mapToObj(
                place ->
                    new AccessEntry.Part(
                        names.get(place), place < bases.size() ? bases.get(place) : ""))
            .toList());
  }

  /**
   * Deletes what was read before this time, oldest first; the hash it ended with stays.
   *
   * @return how many entries went
   */
  public int endOf(AgencyId agency, Instant before) {
    AgencyDatabase database = databases.of(agency);
    int all = 0;
    int gone;
    do {
      gone = database.inTransaction(() -> cut(database, before));
      all += gone;
    } while (gone == LOT);
    return all;
  }

  private static int cut(AgencyDatabase database, Instant before) {
    Chain.locked(database);
    List<Link> past =
        database
            .jdbc()
            .sql("select number, at, hash from access_entry order by number limit :lot")
            .param("lot", LOT)
            .query(
                (row, _) ->
                    new Link(
                        row.getLong("number"),
                        Columns.instant(row, "at"),
                        Bytes.copyOf(row.getBytes("hash"))))
            .list()
            .stream()
            .takeWhile(link -> link.at().isBefore(before))
            .toList();
    if (past.isEmpty()) {
      return 0;
    }
    Chain.beginsAfter(database, past.getLast().number(), past.getLast().hash());
    return database
        .jdbc()
        .sql("delete from access_entry where number <= :cut")
        .param("cut", past.getLast().number())
        .update();
  }

  private record Link(long number, Instant at, Bytes hash) {}
}
