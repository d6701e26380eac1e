package jp.tsunagu.connector.dossier;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.springframework.stereotype.Component;

/**
 * What people of an agency write for themselves about a person in a referral (内部メモ). It never
 * leaves the agency's own database, and is locked, given back and erased with what others sent
 * about that person.
 */
@Component
public final class InternalNotes {

  /** So many a referral may have; who writes more has a record of her own for it. */
  public static final int MOST = 200;

  private final Databases databases;
  private final Vault vault;
  private final Clock clock;

  InternalNotes(Databases databases, Vault vault, Clock clock) {
    this.databases = databases;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * A note to be kept.
   *
   * @param id the same note has the same one however often it is sent
   * @param person whose it is: with whom it ends
   * @param author who writes it, by her id among the colleagues; empty for the agency's own system
   */
  public record Fresh(
      UUID id,
      CaseId caseId,
      ReferralId referralId,
      PersonRef person,
      Optional<UUID> author,
      Sensitive<String> text) {}

  /**
   * A note that is kept.
   *
   * @param author by her id among the colleagues; empty for the agency's own system
   * @param text empty where it cannot be read any more
   */
  public record Note(
      UUID id,
      PersonRef person,
      Optional<UUID> author,
      Instant writtenAt,
      PartState state,
      Sensitive<String> text) {}

  /** What became of a note. */
  public enum Kept {
    /** It is kept, now or since it was sent before. */
    KEPT,
    /** The referral has {@value #MOST} already. */
    FULL,
    /** What is kept under its id says something else. */
    ANOTHER
  }

  /** Keeps it. */
  public Kept keep(AgencyId agency, Fresh note) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(
        () -> {
          database.lock(List.of(note.id().toString()));
          Optional<Note> before = find(database, note.id());
          if (before.isPresent()) {
            return isSame(before.get(), note) ? Kept.KEPT : Kept.ANOTHER;
          }
          if (count(database, note.referralId()) >= MOST) {
            return Kept.FULL;
          }
          insert(database, note);
          return Kept.KEPT;
        });
  }

  /** Of one that cannot be read any more, nothing else is known. */
  private static boolean isSame(Note before, Fresh note) {
    return before.state() != PartState.OPEN
        || (before.person().equals(note.person())
            && before.text().value().equals(note.text().value()));
  }

  private Optional<Note> find(AgencyDatabase database, UUID id) {
    return database
        .jdbc()
        .sql("select * from internal_note where note_id = :id")
        .param("id", id)
        .query((row, _) -> note(database.agency(), row))
        .optional();
  }

  private static long count(AgencyDatabase database, ReferralId referralId) {
    return database
        .jdbc()
        .sql("select count(*) from internal_note where referral_id = :referral")
        .param("referral", referralId.value())
        .query(Long.class)
        .single();
  }

  private void insert(AgencyDatabase database, Fresh note) {
    Bytes text = Bytes.copyOf(note.text().value().getBytes(StandardCharsets.UTF_8));
    database
        .jdbc()
        .sql(
            """
            insert into internal_note (note_id, case_id, referral_id, person, author, written_at,
                                       state, content)
            values (:id, :case, :referral, :person, :author, :now, 'OPEN', :content)
            """)
        .param("id", note.id())
        .param("case", note.caseId().value())
        .param("referral", note.referralId().value())
        .param("person", note.person().number())
        .param("author", note.author().orElse(null), Types.OTHER)
        .param("now", Columns.at(clock.instant()))
        .param("content", vault.hide(place(database.agency(), note.id()), text))
        .update();
  }

  /** Those of a leg, oldest first. */
  public List<Note> of(AgencyId agency, ReferralId referralId) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            "select * from internal_note where referral_id = :referral"
                + " order by written_at, note_id")
        .param("referral", referralId.value())
        .query((row, _) -> note(agency, row))
        .list();
  }

  private Note note(AgencyId agency, ResultSet row) throws SQLException {
    UUID id = row.getObject("note_id", UUID.class);
    PartState state = PartState.valueOf(row.getString("state"));
    return new Note(
        id,
        new PersonRef(row.getInt("person")),
        Columns.uuid(row, "author"),
        Columns.instant(row, "written_at"),
        state,
        new Sensitive<>(state == PartState.OPEN ? text(agency, id, row.getBytes("content")) : ""));
  }

  private String text(AgencyId agency, UUID id, byte[] hidden) {
    return new String(
        vault.reveal(place(agency, id), hidden).toByteArray(), StandardCharsets.UTF_8);
  }

  private static String place(AgencyId agency, UUID id) {
    return "internal note\n" + agency + "\n" + id;
  }
}
