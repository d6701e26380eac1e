package jp.tsunagu.connector.colleague;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.Vault;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who works at each hosted agency. The login knows nobody but who comes, so that a colleague is who
 * has logged in there once; her lead says when she is away or has left.
 */
@Component
public final class Colleagues {

  /** So many are remembered as seen today, so that not every request writes. */
  private static final int REMEMBERED = 5_000;

  private final Databases databases;
  private final Vault vault;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Who, Told> seen = new Recent();

  Colleagues(Databases databases, Vault vault, Clock clock) {
    this.databases = databases;
    this.vault = vault;
    this.clock = clock;
  }

  private record Who(AgencyId agency, String account) {}

  private record Told(String name, boolean leads, LocalDate day) {}

  private static final class Recent extends LinkedHashMap<Who, Told> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Who, Told> eldest) {
      return size() > REMEMBERED;
    }
  }

  /**
   * Somebody of this agency makes a request. Who is said to have left is not back by that.
   *
   * @param name empty where the login told none
   */
  public void seen(AgencyId agency, String account, String name, boolean leads) {
    Who who = new Who(agency, account);
    Told told = new Told(name, leads, today());
    if (!told.equals(remembered(who))) {
      keep(databases.of(agency), who, told);
      remember(who, told);
    }
  }

  private @Nullable Told remembered(Who who) {
    lock.lock();
    try {
      return seen.get(who);
    } finally {
      lock.unlock();
    }
  }

  private void remember(Who who, Told told) {
    lock.lock();
    try {
      seen.put(who, told);
    } finally {
      lock.unlock();
    }
  }

  private void keep(AgencyDatabase database, Who who, Told told) {
    byte[] name =
        vault.hide(
            place(who.agency(), who.account()),
            Bytes.copyOf(told.name().getBytes(StandardCharsets.UTF_8)));
    database
        .jdbc()
        .sql(
            """
            insert into colleague (colleague_id, account, name, leads, first_seen, last_seen)
            values (:id, :account, :name, :leads, :now, :now)
            on conflict (account) do update
              set name = excluded.name, leads = excluded.leads, last_seen = excluded.last_seen
            """)
        .param("id", UUID.randomUUID())
        .param("account", who.account())
        .param("name", name)
        .param("leads", told.leads())
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  /** All, those who are here first, by the time they came. */
  public List<Colleague> all(AgencyId agency) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select * from colleague order by left_from is not null, first_seen, colleague_id")
        .query((row, _) -> colleague(agency, row))
        .list();
  }

  /** All of them today. */
  public Team team(AgencyId agency) {
    return new Team(all(agency), today());
  }

  /** All by account. */
  public Map<String, Colleague> byAccount(AgencyId agency) {
    return all(agency).stream()
        .collect(Collectors.toUnmodifiableMap(Colleague::account, Function.identity()));
  }

  /** Whether her lead said that she works here no more, and that day has come. */
  public boolean hasLeft(AgencyId agency, String account) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select 1 from colleague where account = :account and left_from <= :today")
        .param("account", account)
        .param("today", today())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private Colleague colleague(AgencyId agency, ResultSet row) throws SQLException {
    String account = row.getString("account");
    return new Colleague(
        row.getObject("colleague_id", UUID.class),
        account,
        name(agency, account, row.getBytes("name")),
        row.getBoolean("leads"),
        Columns.instant(row, "last_seen"),
        Optional.ofNullable(row.getObject("away_until", LocalDate.class)),
        Columns.uuid(row, "cover"),
        Optional.ofNullable(row.getObject("left_from", LocalDate.class)));
  }

  private String name(AgencyId agency, String account, byte @Nullable [] hidden) {
    return hidden == null
        ? ""
        : new String(
            vault.reveal(place(agency, account), hidden).toByteArray(), StandardCharsets.UTF_8);
  }

  /**
   * She is away up to this day.
   *
   * @param cover who goes on with her work meanwhile; empty leaves it to who leads
   * @return false where she is none of this agency
   */
  public boolean away(AgencyId agency, UUID id, LocalDate lastDay, Optional<UUID> cover) {
    return change(
        agency,
        id,
        "update colleague set away_until = :day, cover = :cover where colleague_id = :id",
        lastDay,
        cover);
  }

  /**
   * She works here no more from this day on, and is not let in any more.
   *
   * @param cover who goes on with her work; empty leaves it to who leads
   * @return false where she is none of this agency
   */
  public boolean leaves(AgencyId agency, UUID id, LocalDate from, Optional<UUID> cover) {
    return change(
        agency,
        id,
        "update colleague set left_from = :day, cover = :cover where colleague_id = :id",
        from,
        cover);
  }

  /**
   * She works here, and is not away: what she had in hand is hers again.
   *
   * @return false where she is none of this agency
   */
  public boolean back(AgencyId agency, UUID id) {
    return change(
        agency,
        id,
        "update colleague set left_from = null, away_until = :day, cover = :cover"
            + " where colleague_id = :id",
        null,
        Optional.empty());
  }

  private boolean change(
      AgencyId agency, UUID id, String sql, @Nullable LocalDate day, Optional<UUID> cover) {
    return databases
            .of(agency)
            .jdbc()
            .sql(sql)
            .param("day", day, Types.DATE)
            .param("cover", cover.orElse(null), Types.OTHER)
            .param("id", id)
            .update()
        > 0;
  }

  /**
   * Forgets who has not been here since this time, as far as nothing tells of her any more: no
   * entry of the access log, no referral in hand, no change of hands, no note. Of who has left the
   * account stays, by which she is not let in, and the name goes.
   */
  public void forgetOld(AgencyDatabase database, Instant before) {
    Assignments.forgetOld(database, before);
    String needless =
        """
         c.last_seen < :before
          and (c.left_from is null or c.left_from < :day)
          and not exists (select 1 from access_entry e
                          where e.reader_kind = 'PERSON' and e.reader = c.account)
          and not exists (select 1 from assignment a where a.colleague_id = c.colleague_id)
          and not exists (select 1 from assignment_change h
                          where h.colleague_id = c.colleague_id or h.changed_by = c.colleague_id)
          and not exists (select 1 from internal_note n where n.author = c.colleague_id)
        """;
    database.runInTransaction(
        () -> {
          for (String sql :
              List.of(
                  "update colleague c set name = null where c.left_from is not null and" + needless,
                  "delete from colleague c where c.left_from is null and not exists"
                      + " (select 1 from colleague o where o.cover = c.colleague_id) and"
                      + needless)) {
            database
                .jdbc()
                .sql(sql)
                .param("before", Columns.at(before))
                .param("day", TokyoTime.dateOf(before))
                .update();
          }
        });
    forgetSeen();
  }

  /** Whoever comes again is written down again. */
  private void forgetSeen() {
    lock.lock();
    try {
      seen.clear();
    } finally {
      lock.unlock();
    }
  }

  /** The day in Tokyo. */
  public LocalDate today() {
    return TokyoTime.dateOf(clock.instant());
  }

  private static String place(AgencyId agency, String account) {
    return "colleague/" + agency + "/" + account;
  }
}
