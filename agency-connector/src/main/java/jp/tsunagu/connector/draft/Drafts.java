package jp.tsunagu.connector.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.ActingPersons;
import jp.tsunagu.connector.dossier.Vault;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people have begun to write and not sent. A draft belongs to one person; for everybody else
 * it does not exist. Its key is the key of the command it becomes, so that it is never sent twice:
 * it stops being a draft in the transaction that takes the command, and comes back if the network
 * refuses the command. All persons are named as their login names them; the database has a
 * pseudonym.
 */
@Component
public final class Drafts {

  /** What stands before the key of a page among the keys of an agency's commands. */
  public static final String OF_PAGE = "page ";

  /** In bytes; a full つなぐシート has about a tenth of it. */
  static final int LONGEST = 500_000;

  private static final String REFUSED_COMMAND =
      """
      from outbox o where o.submitted_under = 'page ' || d.draft_key
                      and o.answer in ('REFUSED', 'UNREADABLE')
      """;
  private static final String SELECT =
      "select d.*, (select o.command_id " + REFUSED_COMMAND + " limit 1) as refused from draft d";
  private static final String OPEN =
      " and (d.sent_at is null or exists (select 1 " + REFUSED_COMMAND + "))";

  private final Databases databases;
  private final ActingPersons persons;
  private final Vault vault;
  private final DraftProperties properties;
  private final Clock clock;

  Drafts(
      Databases databases,
      ActingPersons persons,
      Vault vault,
      DraftProperties properties,
      Clock clock) {
    this.databases = databases;
    this.persons = persons;
    this.vault = vault;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whose draft it is: a person of an agency, or where no person acts its system. */
  public record Owner(AgencyId agency, String person) {

    @Override
    public String toString() {
      return "Owner[" + agency + ", ***]";
    }
  }

  /** Keeps what stands in a つなぐシート now in the place of what was kept under this key. */
  public Saved save(Owner owner, String key, Bytes content) {
    return save(owner, key, null, content);
  }

  /** The same of a form of a case. */
  public Saved save(Owner owner, String key, Draft.@Nullable About about, Bytes content) {
    if (content.toByteArray().length > LONGEST) {
      return new Saved.TooLong();
    }
    AgencyDatabase database = databases.of(owner.agency());
    return database.inTransaction(() -> save(database, owner, key, about, content));
  }

  private Saved save(
      AgencyDatabase database,
      Owner owner,
      String key,
      Draft.@Nullable About about,
      Bytes content) {
    String name = name(owner);
    alone(database, name);
    Instant now = clock.instant();
    boolean known =
        find(database, name, key).filter(draft -> draft.refused().isEmpty()).isPresent();
    if (!known && isUsedUp(database, key)) {
      return new Saved.Gone();
    }
    if (!known && count(database, name) >= properties.most()) {
      return new Saved.TooMany(properties.most());
    }
    return put(database, name, key, about, content, now, false)
        ? new Saved.Kept(now)
        : new Saved.Gone();
  }

  /**
   * The same for one that comes back under a new key, because the old one was used up by what the
   * network refused: that one is not there any more.
   */
  public Saved saveAnew(Owner owner, String refused, String key, Bytes content) {
    return saveAnew(owner, refused, key, null, content);
  }

  /** The same of a form of a case. */
  public Saved saveAnew(
      Owner owner, String refused, String key, Draft.@Nullable About about, Bytes content) {
    AgencyDatabase database = databases.of(owner.agency());
    return database.inTransaction(
        () -> {
          Saved saved = save(owner, key, about, content);
          if (saved instanceof Saved.Kept) {
            remove(owner, refused);
          }
          return saved;
        });
  }

  /** It becomes a command; part of the transaction that takes it. */
  public void sent(Owner owner, String key, Bytes content) {
    AgencyDatabase database = databases.of(owner.agency());
    database.runInTransaction(
        () -> put(database, name(owner), key, null, content, clock.instant(), true));
  }

  /** What this person has begun, the latest first. */
  public List<Draft> of(Owner owner) {
    AgencyDatabase database = databases.of(owner.agency());
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    SELECT
                        + " where d.owner = :owner"
                        + OPEN
                        + " order by d.saved_at desc, d.draft_key")
                .param("owner", name(owner))
                .query((row, _) -> draft(database, row))
                .list());
  }

  /** The one with this key, if it is this person's. */
  public Optional<Draft> find(Owner owner, String key) {
    AgencyDatabase database = databases.of(owner.agency());
    return database.inTransaction(() -> find(database, name(owner), key));
  }

  private Optional<Draft> find(AgencyDatabase database, String name, String key) {
    return database
        .jdbc()
        .sql(SELECT + " where d.draft_key = :key and d.owner = :owner" + OPEN)
        .param("key", key)
        .param("owner", name)
        .query((row, _) -> draft(database, row))
        .optional();
  }

  /** Throws it away; false if this person has none of this key. */
  public boolean remove(Owner owner, String key) {
    AgencyDatabase database = databases.of(owner.agency());
    return database.inTransaction(
        () ->
            database
                    .jdbc()
                    .sql("delete from draft d where d.draft_key = :key and d.owner = :owner" + OPEN)
                    .param("key", key)
                    .param("owner", name(owner))
                    .update()
                > 0);
  }

  /** The network has taken these commands: nothing of their drafts is needed any more. */
  public static void taken(AgencyDatabase database, List<CommandId> commands) {
    if (commands.isEmpty()) {
      return;
    }
    database
        .jdbc()
        .sql(
            """
            delete from draft d using outbox o
            where o.command_id = any(:commands::uuid[])
              and o.submitted_under = 'page ' || d.draft_key
            """)
        .param("commands", Columns.texts(commands))
        .update();
  }

  /** Forgets what was saved too long ago. */
  public int forgetOld(AgencyDatabase database, Instant now) {
    return database
        .jdbc()
        .sql("delete from draft where saved_at < :before")
        .param("before", Columns.at(now.minus(properties.kept())))
        .update();
  }

  /**
   * Two pages of one person do not save beside each other, so that her drafts are counted right.
   */
  private static void alone(AgencyDatabase database, String name) {
    database
        .jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", database.agency() + "\n" + name)
        .query(rows -> {});
  }

  private static boolean isUsedUp(AgencyDatabase database, String key) {
    JdbcClient jdbc = database.jdbc();
    boolean kept =
        jdbc.sql("select 1 from draft where draft_key = :key")
            .param("key", key)
            .query(Integer.class)
            .optional()
            .isPresent();
    return kept
        || jdbc.sql("select 1 from idempotency where key = :key")
            .param("key", OF_PAGE + key)
            .query(Integer.class)
            .optional()
            .isPresent();
  }

  private static int count(AgencyDatabase database, String name) {
    return database
        .jdbc()
        .sql("select count(*) from draft where owner = :owner and sent_at is null")
        .param("owner", name)
        .query(Integer.class)
        .single();
  }

  /** Two at once: what was sent in the meantime stays sent. */
  private boolean put(
      AgencyDatabase database,
      String name,
      String key,
      Draft.@Nullable About about,
      Bytes content,
      Instant now,
      boolean isSent) {
    return database
            .jdbc()
            .sql(
                """
            insert into draft (draft_key, owner, content, saved_at, sent_at, case_id, form_id)
            values (:key, :owner, :content, :now, case when :sent then cast(:now as timestamptz) end,
                    cast(:case as uuid), :form)
            on conflict (draft_key) do update
              set content = excluded.content, saved_at = excluded.saved_at, sent_at = excluded.sent_at
              where draft.owner = excluded.owner and (:sent or draft.sent_at is null)
            """)
            .param("key", key)
            .param("owner", name)
            .param("content", vault.hide(place(database.agency(), key), content))
            .param("now", Columns.at(now))
            .param("sent", isSent)
            .param("case", about == null ? null : about.caseId().value())
            .param("form", about == null ? null : about.formId())
            .update()
        > 0;
  }

  private Draft draft(AgencyDatabase database, ResultSet row) throws SQLException {
    String key = row.getString("draft_key");
    Instant savedAt = Columns.instant(row, "saved_at");
    return new Draft(
        key,
        new Sensitive<>(vault.reveal(place(database.agency(), key), row.getBytes("content"))),
        savedAt,
        savedAt.plus(properties.kept()),
        about(row),
        Columns.uuid(row, "refused").map(CommandId::new));
  }

  private static Optional<Draft.About> about(ResultSet row) throws SQLException {
    String form = row.getString("form_id");
    return form == null
        ? Optional.empty()
        : Columns.uuid(row, "case_id").map(id -> new Draft.About(new CaseId(id), form));
  }

  private String name(Owner owner) {
    return persons.ofAgency(owner.agency(), owner.person());
  }

  private static String place(AgencyId agency, String key) {
    return "draft\n" + agency + "\n" + key;
  }
}
