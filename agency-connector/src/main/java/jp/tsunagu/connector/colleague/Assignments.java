package jp.tsunagu.connector.colleague;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of an agency has which referral in hand (担当), and who said so when. */
@Component
public final class Assignments {

  private final Databases databases;
  private final Clock clock;

  Assignments(Databases databases, Clock clock) {
    this.databases = databases;
    this.clock = clock;
  }

  /**
   * Who is to have a referral in hand.
   *
   * @param colleague empty for nobody
   * @param by who says so; empty for the agency's own system
   * @param seen who had it when that was decided; null where it does not matter
   */
  public record Wish(
      ReferralId referralId,
      Optional<UUID> colleague,
      Optional<UUID> by,
      @Nullable Optional<UUID> seen) {}

  /**
   * That it changed hands.
   *
   * @param colleague empty for nobody
   * @param by empty for the agency's own system
   */
  public record Change(Optional<UUID> colleague, Optional<UUID> by, Instant at) {}

  /**
   * She has it in hand from now on; what is so already is not said twice.
   *
   * @return false where somebody else has it meanwhile than was seen: nothing is changed then
   */
  public boolean assign(AgencyId agency, Wish wish) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(() -> assign(database, wish));
  }

  /** All of these, or where the transaction breaks off none; what changed meanwhile is left. */
  public void assignAll(AgencyId agency, List<Wish> wishes) {
    AgencyDatabase database = databases.of(agency);
    database.runInTransaction(
        () ->
            wishes.stream()
                .sorted(Comparator.comparing(wish -> wish.referralId().value()))
                .forEach(wish -> assign(database, wish)));
  }

  private boolean assign(AgencyDatabase database, Wish wish) {
    alone(database, wish.referralId());
    Optional<UUID> now =
        Optional.ofNullable(of(database, List.of(wish.referralId())).get(wish.referralId()));
    if (now.equals(wish.colleague())) {
      return true;
    }
    if (wish.seen() != null && !wish.seen().equals(now)) {
      return false;
    }
    put(database, wish);
    return true;
  }

  /** Two who decide at once decide one after the other. */
  private static void alone(AgencyDatabase database, ReferralId referralId) {
    database
        .jdbc()
        .sql("select 1 from referral where referral_id = :referral for update")
        .param("referral", referralId.value())
        .query(rows -> {});
  }

  private void put(AgencyDatabase database, Wish wish) {
    UUID colleague = wish.colleague().orElse(null);
    String change =
        colleague == null
            ? "delete from assignment where referral_id = :referral"
            : """
            insert into assignment (referral_id, colleague_id, since)
            values (:referral, :colleague, :now)
            on conflict (referral_id) do update
              set colleague_id = excluded.colleague_id, since = excluded.since
            """;
    for (String sql :
        List.of(
            change,
            "insert into assignment_change (referral_id, colleague_id, changed_by, changed_at)"
                + " values (:referral, :colleague, :by, :now)")) {
      database
          .jdbc()
          .sql(sql)
          .param("referral", wish.referralId().value())
          .param("colleague", colleague, Types.OTHER)
          .param("by", wish.by().orElse(null), Types.OTHER)
          .param("now", Columns.at(clock.instant()))
          .update();
    }
  }

  /** Who has these, each by her id; those that nobody has are left out. */
  public Map<ReferralId, UUID> of(AgencyId agency, Collection<ReferralId> referrals) {
    return referrals.isEmpty() ? Map.of() : of(databases.of(agency), referrals);
  }

  private static Map<ReferralId, UUID> of(
      AgencyDatabase database, Collection<ReferralId> referrals) {
    Map<ReferralId, UUID> found = new HashMap<>();
    database
        .jdbc()
        .sql(
            "select referral_id, colleague_id from assignment"
                + " where referral_id = any(:ids::uuid[])")
        .param("ids", Columns.texts(referrals))
        .query(
            row -> {
              found.put(
                  new ReferralId(row.getObject("referral_id", UUID.class)),
                  row.getObject("colleague_id", UUID.class));
            });
    return found;
  }

  /** Who has open referrals of these cases; cases of which nobody has any are left out. */
  public Map<CaseId, Set<UUID>> ofCases(AgencyId agency, Collection<CaseId> cases) {
    Map<CaseId, Set<UUID>> found = new HashMap<>();
    databases
        .of(agency)
        .jdbc()
        .sql(
            "select r.case_id, a.colleague_id from referral r"
                + " join assignment a on a.referral_id = r.referral_id"
                + " where r.is_open and r.case_id = any(:ids::uuid[])")
        .param("ids", Columns.texts(cases))
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      new CaseId(row.getObject("case_id", UUID.class)), _ -> new HashSet<>())
                  .add(row.getObject("colleague_id", UUID.class));
            });
    return found;
  }

  /** How many open referrals each has in hand. */
  public Map<UUID, Integer> open(AgencyId agency) {
    Map<UUID, Integer> found = new HashMap<>();
    databases
        .of(agency)
        .jdbc()
        .sql(
            "select a.colleague_id, count(*) as legs from assignment a"
                + " join referral r on r.referral_id = a.referral_id"
                + " where r.is_open group by a.colleague_id")
        .query(
            row -> {
              found.put(row.getObject("colleague_id", UUID.class), row.getInt("legs"));
            });
    return found;
  }

  /** How a referral changed hands, the latest first. */
  public List<Change> changes(AgencyId agency, ReferralId referralId, int limit) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            "select * from assignment_change where referral_id = :referral"
                + " order by id desc limit :limit")
        .param("referral", referralId.value())
        .param("limit", limit)
        .query((row, _) -> change(row))
        .list();
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        Columns.uuid(row, "colleague_id"),
        Columns.uuid(row, "changed_by"),
        Columns.instant(row, "changed_at"));
  }

  /** Forgets what was said before this time: how hands changed, and who had what is closed. */
  static void forgetOld(AgencyDatabase database, Instant before) {
    for (String old :
        List.of(
            "delete from assignment_change where changed_at < :before",
            "delete from assignment a using referral r"
                + " where r.referral_id = a.referral_id and not r.is_open and a.since < :before")) {
      database.jdbc().sql(old).param("before", Columns.at(before)).update();
    }
  }
}
