package jp.tsunagu.connector.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.FilesOfForms;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.connector.dossier.Vault;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.runtime.form.JsonForm;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms of cases as an agency filled them in, in its own database. Each time is a version; none
 * is ever changed, but what it tells of a person is locked and erased with what others sent.
 * Whatever shows content asks {@link ShownForms}.
 */
@Component
public final class FormVersions {

  /** A list shows no more versions of a form; older ones are found by their number. */
  public static final int LISTED = 100;

  private final Databases databases;
  private final Vault vault;
  private final FilesOfForms files;
  private final Clock clock;

  FormVersions(Databases databases, Vault vault, FilesOfForms files, Clock clock) {
    this.files = files;
    this.databases = databases;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A version to be kept.
   *
   * @param id of the command that tells the network of it
   * @param submittedUnder the key of that command
   * @param item of a form of a meeting, the item it is about
   * @param author by her id among the colleagues; empty for the agency's own system
   * @param content as it is kept (FormWriter)
   */
  public record Fresh(
      CommandId id,
      String submittedUnder,
      CaseId caseId,
      CaseForm form,
      Optional<MeetingRequestId> item,
      Optional<UUID> author,
      Sensitive<ObjectNode> content) {}

  /**
   * A version without its content.
   *
   * @param number 1, 2, … in its case
   * @param item of a form of a meeting, the item it is about
   * @param author by her id among the colleagues; empty for the agency's own system
   */
  public record Outline(
      UUID id,
      String formId,
      int number,
      Optional<MeetingRequestId> item,
      Optional<UUID> author,
      Instant keptAt) {}

  /**
   * A piece of a version.
   *
   * @param content empty where it cannot be read any more
   */
  record Piece(int person, PartState state, Optional<Sensitive<ObjectNode>> content) {}

  /** Keeps it under the next number; part of the transaction that is running, if there is one. */
  public void keep(AgencyId agency, Fresh fresh) {
    AgencyDatabase database = databases.of(agency);
    database.runInTransaction(
        () -> {
          alone(database, fresh.caseId());
          insert(database, fresh);
        });
  }

  /** The network refused these commands: what they told of is no version. */
  public static void refused(AgencyDatabase database, Collection<CommandId> commands) {
    if (!commands.isEmpty()) {
      database
          .jdbc()
          .sql(
              """
              delete from case_form f using outbox o
              where o.command_id = any(:commands::uuid[])
                and o.submitted_under = f.submitted_under
              """)
          .param("commands", Columns.texts(commands))
          .update();
    }
  }

  /** Two of one case are not written beside each other, so that they are numbered right. */
  private static void alone(AgencyDatabase database, CaseId caseId) {
    database
        .jdbc()
        .sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "forms\n" + database.agency() + "\n" + caseId)
        .query(rows -> {});
  }

  private void insert(AgencyDatabase database, Fresh fresh) {
    database
        .jdbc()
        .sql(
            """
            insert into case_form (version_id, submitted_under, case_id, form_id, request_id,
                                   declared, number, author, kept_at)
            select :id, :under, :case, :form, :item, :declared, coalesce(max(number), 0) + 1,
                   :author, :now
            from case_form where case_id = :case and form_id = :form
            """)
        .param("id", fresh.id().value())
        .param("under", fresh.submittedUnder())
        .param("case", fresh.caseId().value())
        .param("form", fresh.form().id())
        .param("item", fresh.item().map(MeetingRequestId::value).orElse(null), Types.OTHER)
        .param("declared", fresh.form().form().ref().version())
        .param("author", fresh.author().orElse(null), Types.OTHER)
        .param("now", Columns.at(clock.instant()))
        .update();
    FormPieces.split(fresh.form().form(), fresh.content().value())
        .forEach((person, content) -> insert(database, fresh.id().value(), person, content));
    files.attach(database, fresh.id().value(), FormPieces.personsOfFiles(fresh.content().value()));
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

  /** Those of a case, of each form the latest {@value #LISTED}, the latest first. */
  public List<Outline> of(AgencyId agency, CaseId caseId) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select * from (
              select *, row_number() over (partition by form_id order by number desc) as place
              from case_form where case_id = :case) as placed
            where place <= :listed order by form_id, number desc
            """)
        .param("case", caseId.value())
        .param("listed", LISTED)
        .query((row, _) -> outline(row))
        .list();
  }

  /** Every one of a case, the oldest first. */
  public List<Outline> all(AgencyId agency, CaseId caseId) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select * from case_form where case_id = :case order by form_id, number")
        .param("case", caseId.value())
        .query((row, _) -> outline(row))
        .list();
  }

  /** The latest of this form; of a form of a meeting, the latest about this item. */
  public Optional<Outline> latest(
      AgencyId agency, CaseId caseId, CaseForm form, Optional<MeetingRequestId> item) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select * from case_form
            where case_id = :case and form_id = :form and request_id is not distinct from :item
            order by number desc limit 1
            """)
        .param("case", caseId.value())
        .param("form", form.id())
        .param("item", item.map(MeetingRequestId::value).orElse(null), Types.OTHER)
        .query((row, _) -> outline(row))
        .optional();
  }

  /** The one with this number. */
  Optional<Outline> find(AgencyId agency, CaseId caseId, CaseForm form, int number) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select * from case_form
            where case_id = :case and form_id = :form and number = :number
            """)
        .param("case", caseId.value())
        .param("form", form.id())
        .param("number", number)
        .query((row, _) -> outline(row))
        .optional();
  }

  private static Outline outline(ResultSet row) throws SQLException {
    return new Outline(
        row.getObject("version_id", UUID.class),
        row.getString("form_id"),
        row.getInt("number"),
        Columns.uuid(row, "request_id").map(MeetingRequestId::new),
        Columns.uuid(row, "author"),
        Columns.instant(row, "kept_at"));
  }

  /** What of a version can be read, for who hands it on: nobody has read it by that. */
  public Optional<Sensitive<ObjectNode>> content(
      AgencyId agency, CaseId caseId, CaseForm form, int number) {
    return find(agency, caseId, form, number)
        .map(
            outline ->
                new Sensitive<>(
                    FormPieces.join(
                        form.form(),
                        pieces(agency, outline.id()).stream()
                            .flatMap(piece -> piece.content().stream())
                            .map(Sensitive::value)
                            .toList())));
  }

  /** The files that are attached to a version. */
  List<FilesOfForms.Attached> files(AgencyId agency, UUID id) {
    return files.of(databases.of(agency), id);
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
