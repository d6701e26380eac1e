package jp.tsunagu.connector.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.connector.dossier.Vault;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.runtime.form.JsonForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms of cases as an agency filled them in, in its own database. Each time is a version; none
 * is ever changed, but what it tells of a person is locked and erased with what others sent.
 * Whatever shows content asks {@link ShownForms}.
 */
@Component
public final class FormVersions {

  /** So many versions a form of a case has at most. */
  public static final int MOST = 200;

  private final Databases databases;
  private final Vault vault;
  private final Clock clock;

  FormVersions(Databases databases, Vault vault, Clock clock) {
    this.databases = databases;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A version to be kept.
   *
   * @param id the same version has the same one however often it is sent
   * @param author by her id among the colleagues; empty for the agency's own system
   * @param after the number of the version it was made from, 0 for none; null where it does not
   *     matter whether somebody else wrote one meanwhile
   * @param content as it is kept (FormWriter)
   */
  public record Fresh(
      UUID id,
      CaseId caseId,
      CaseForm form,
      Optional<UUID> author,
      @Nullable Integer after,
      Sensitive<ObjectNode> content) {}

  /**
   * A version without its content.
   *
   * @param number 1, 2, … in its case
   * @param author by her id among the colleagues; empty for the agency's own system
   */
  public record Outline(
      UUID id, String formId, int number, Optional<UUID> author, Instant keptAt) {}

  /** What became of keeping one. */
  public sealed interface Keeping {

    /** It is kept, under this number. */
    record Kept(int number) implements Keeping {}

    /** Somebody else wrote a version meanwhile: the latest. */
    record Overtaken(Outline latest) implements Keeping {}

    /** There are {@value FormVersions#MOST} already. */
    record TooMany() implements Keeping {}
  }

  /**
   * A piece of a version.
   *
   * @param content empty where it cannot be read any more
   */
  record Piece(int person, PartState state, Optional<Sensitive<ObjectNode>> content) {}

  /**
   * Keeps it; part of the transaction that is running, if there is one.
   *
   * @param kept what is done in the same transaction once it is kept
   */
  public Keeping keep(AgencyId agency, Fresh fresh, Runnable kept) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(
        () -> {
          Keeping keeping = keep(database, fresh);
          if (keeping instanceof Keeping.Kept) {
            kept.run();
          }
          return keeping;
        });
  }

  private Keeping keep(AgencyDatabase database, Fresh fresh) {
    alone(database, fresh.caseId());
    List<Outline> before = of(database, fresh.caseId(), fresh.form().id());
    Optional<Outline> known =
        before.stream().filter(version -> version.id().equals(fresh.id())).findFirst();
    if (known.isPresent()) {
      return new Keeping.Kept(known.get().number());
    }
    int latest = before.isEmpty() ? 0 : before.getFirst().number();
    if (fresh.after() != null && fresh.after() != latest && !before.isEmpty()) {
      return new Keeping.Overtaken(before.getFirst());
    }
    if (before.size() >= MOST) {
      return new Keeping.TooMany();
    }
    insert(database, fresh, latest + 1);
    return new Keeping.Kept(latest + 1);
  }

  /** Two of one case are not written beside each other, so that they are numbered right. */
  private static void alone(AgencyDatabase database, CaseId caseId) {
    database
        .jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "forms\n" + database.agency() + "\n" + caseId)
        .query(rows -> {});
  }

  private void insert(AgencyDatabase database, Fresh fresh, int number) {
    database
        .jdbc()
        .sql(
            """
            insert into case_form (version_id, case_id, form_id, declared, number, author, kept_at)
            values (:id, :case, :form, :declared, :number, :author, :now)
            """)
        .param("id", fresh.id())
        .param("case", fresh.caseId().value())
        .param("form", fresh.form().id())
        .param("declared", fresh.form().form().ref().version())
        .param("number", number)
        .param("author", fresh.author().orElse(null), Types.OTHER)
        .param("now", Columns.at(clock.instant()))
        .update();
    FormPieces.split(fresh.form().form(), fresh.content().value())
        .forEach((person, content) -> insert(database, fresh.id(), person, content));
  }

  private void insert(AgencyDatabase database, UUID id, int person, ObjectNode content) {
    Bytes json = Bytes.copyOf(JsonForm.MAPPER.writeValueAsBytes(content));
    database
        .jdbc()
        .sql(
            """
            insert into case_form_piece (version_id, person, state, content)
            values (:id, :person, 'OPEN', :content)
            """)
        .param("id", id)
        .param("person", person)
        .param("content", vault.hide(place(database.agency(), id, person), json))
        .update();
  }

  /** All of a case, the latest of each form first. */
  public List<Outline> of(AgencyId agency, CaseId caseId) {
    return of(databases.of(agency), caseId, null);
  }

  private static List<Outline> of(
      AgencyDatabase database, CaseId caseId, @Nullable String formId) {
    return database
        .jdbc()
        .sql(
            """
            select * from case_form where case_id = :case and (:every or form_id = :form)
            order by form_id, number desc
            """)
        .param("case", caseId.value())
        .param("every", formId == null)
        .param("form", formId == null ? "" : formId)
        .query((row, _) -> outline(row))
        .list();
  }

  private static Outline outline(ResultSet row) throws SQLException {
    return new Outline(
        row.getObject("version_id", UUID.class),
        row.getString("form_id"),
        row.getInt("number"),
        Columns.uuid(row, "author"),
        Columns.instant(row, "kept_at"));
  }

  /** The pieces of a version, that of nobody first. */
  List<Piece> pieces(AgencyId agency, UUID id) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select * from case_form_piece where version_id = :id order by person")
        .param("id", id)
        .query((row, _) -> piece(agency, id, row))
        .list();
  }

  private Piece piece(AgencyId agency, UUID id, ResultSet row) throws SQLException {
    int person = row.getInt("person");
    PartState state = PartState.valueOf(row.getString("state"));
    return new Piece(
        person,
        state,
        state == PartState.OPEN
            ? Optional.of(reveal(place(agency, id, person), row.getBytes("content")))
            : Optional.empty());
  }

  private Sensitive<ObjectNode> reveal(String place, byte[] hidden) {
    byte[] json = vault.reveal(place, hidden).toByteArray();
    return new Sensitive<>((ObjectNode) JsonForm.MAPPER.readTree(json));
  }

  private static String place(AgencyId agency, UUID id, int person) {
    return "case form\n" + agency + "\n" + id + "\n" + person;
  }
}
