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
        .sql("select * from colleague order by left_at is not null, first_seen, colleague_id")
        .query((row, _) -> colleague(agency, row))
        .list();
  }

  /** The one with this id. */
  public Optional<Colleague> find(AgencyId agency, UUID id) {
    return all(agency).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** The one with this account. */
  public Optional<Colleague> withAccount(AgencyId agency, String account) {
    return all(agency).stream().filter(one -> one.account().equals(account)).findFirst();
  }

  /** All by account. */
  public Map<String, Colleague> byAccount(AgencyId agency) {
    return all(agency).stream()
        .collect(Collectors.toUnmodifiableMap(Colleague::account, Function.identity()));
  }

  private Colleague colleague(AgencyId agency, ResultSet row) throws SQLException {
    String account = row.getString("account");
    Bytes name = vault.reveal(place(agency, account), row.getBytes("name"));
    return new Colleague(
        row.getObject("colleague_id", UUID.class),
        account,
        new String(name.toByteArray(), StandardCharsets.UTF_8),
        row.getBoolean("leads"),
        Columns.instant(row, "last_seen"),
        Optional.ofNullable(row.getObject("away_until", LocalDate.class)),
        Columns.uuid(row, "cover"),
        Columns.moment(row, "left_at"));
  }

  /** She works here no more from now on; false where she is none of this agency. */
  public boolean left(AgencyId agency, UUID id) {
    return change(agency, id, clock.instant());
  }

  /** She works here after all. */
  public boolean back(AgencyId agency, UUID id) {
    return change(agency, id, null);
  }

  private boolean change(AgencyId agency, UUID id, @Nullable Instant leftAt) {
    return databases
            .of(agency)
            .jdbc()
            .sql("update colleague set left_at = :leftAt where colleague_id = :id")
            .param(
                "leftAt", leftAt == null ? null : Columns.at(leftAt), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .update()
        > 0;
  }

  /**
   * She is away up to this day, and somebody stands in; without them she is back.
   *
   * @return false where she is none of this agency
   */
  public boolean away(AgencyId agency, UUID id, @Nullable LocalDate lastDay, @Nullable UUID cover) {
    return databases
            .of(agency)
            .jdbc()
            .sql(
                "update colleague set away_until = :lastDay, cover = :cover"
                    + " where colleague_id = :id")
            .param("lastDay", lastDay, Types.DATE)
            .param("cover", cover, Types.OTHER)
            .param("id", id)
            .update()
        > 0;
  }

  /** The day in Tokyo. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TokyoTime.ZONE);
  }

  private static String place(AgencyId agency, String account) {
    return "colleague/" + agency + "/" + account;
  }
}
