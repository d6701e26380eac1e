package jp.tsunagu.connector.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/** The rows of dossiers and their parts. */
final class DossierRows {

  private DossierRows() {}

  /** A dossier that is to be kept; the leg may become known later. */
  record Kept(
      DossierId dossierId, CaseId caseId, @Nullable ReferralId referralId, AgencyId sender) {}

  /** What is held already keeps its leg. */
  static void insert(AgencyDatabase database, List<Kept> dossiers, Instant now) {
    Rows.of(dossiers)
        .with("dossier_id", "uuid", Kept::dossierId)
        .with("case_id", "uuid", Kept::caseId)
        .with("referral_id", "uuid", Kept::referralId)
        .with("sender", "text", Kept::sender)
        .in(
            database,
            """
            insert into dossier (dossier_id, case_id, referral_id, sender, held_since)
            select distinct on (r.dossier_id) r.dossier_id, r.case_id, r.referral_id, r.sender, :now
            from {rows} order by r.dossier_id, r.referral_id is null, r.n
            on conflict (dossier_id) do update
              set referral_id = coalesce(dossier.referral_id, excluded.referral_id)
            """)
        .param("now", Columns.at(now))
        .update();
  }

  /**
   * A part that is to be kept.
   *
   * @param content null unless it is open
   * @param marks by which those whom it names are found
   */
  record Fresh(
      DossierId dossierId,
      int ordinal,
      OpenPart part,
      PartState state,
      byte @Nullable [] content,
      List<String> marks) {}

  /** What opened takes the place of what was held of the part; of several, the last that opened. */
  static void put(AgencyDatabase database, List<Fresh> parts) {
    Rows.of(parts)
        .with("dossier_id", "uuid", Fresh::dossierId)
        .with("name", "text", row -> row.part().name())
        .with("ordinal", "integer", Fresh::ordinal)
        .with("kind", "text", row -> row.part().kind())
        .with("person", "integer", row -> number(row.part().person()))
        .with("details", "text[]", row -> row.part().details())
        .with("basis", "text", row -> kind(row.part().basis()))
        .with("statute", "text", row -> statute(row.part().basis()))
        .with("recipients", "text[]", row -> row.part().told().recipients())
        .with("state", "text", Fresh::state)
        .bytes("content", Fresh::content)
        .with("form", "text", row -> form(row.part().form(), FormRef::formId))
        .with("form_version", "integer", row -> form(row.part().form(), FormRef::version))
        .with("names_no_one", "boolean", row -> row.part().namesNoOne())
        .with("marks", "text[]", Fresh::marks)
        .with("file_id", "uuid", row -> row.part().told().file())
        .in(
            database,
            """
            insert into dossier_part (dossier_id, name, ordinal, kind, person, details, basis, statute,
                                      recipients, state, content, form, form_version, names_no_one,
                                      name_marks, file_id)
            select distinct on (r.dossier_id, r.name) r.dossier_id, r.name, r.ordinal, r.kind,
                   r.person, r.details, r.basis, r.statute, r.recipients, r.state, r.content, r.form,
                   r.form_version, r.names_no_one, r.marks, r.file_id
            from {rows} order by r.dossier_id, r.name, r.state = 'OPEN' desc, r.n desc
            on conflict (dossier_id, name) do update
              set state = excluded.state, content = excluded.content,
                  recipients = excluded.recipients, basis = excluded.basis,
                  statute = excluded.statute, details = excluded.details,
                  name_marks = excluded.name_marks
              where excluded.state = 'OPEN'
            """)
        .update();
  }

  private static @Nullable Integer number(@Nullable PersonRef person) {
    return person == null ? null : person.number();
  }

  private static @Nullable BasisKind kind(@Nullable SharingBasis basis) {
    return basis == null ? null : basis.kind();
  }

  private static @Nullable Statute statute(@Nullable SharingBasis basis) {
    return basis == null ? null : basis.statute();
  }

  private static @Nullable Object form(@Nullable FormRef form, Function<FormRef, Object> member) {
    return form == null ? null : member.apply(form);
  }

  static OpenPart part(ResultSet row, Function<byte[], Bytes> reveal) throws SQLException {
    boolean open = PartState.valueOf(row.getString("state")) == PartState.OPEN;
    return new OpenPart(
        row.getString("name"),
        PartKind.valueOf(row.getString("kind")),
        Columns.integer(row, "person").map(PersonRef::new).orElse(null),
        details(row),
        basis(row),
        new OpenPart.Told(
            Columns.texts(row, "recipients").stream()
                .map(AgencyId::new)
                .collect(Collectors.toUnmodifiableSet()),
            open ? reveal.apply(row.getBytes("content")) : HeldPart.NOTHING,
            Columns.uuid(row, "file_id").map(FileId::new).orElse(null)),
        form(row),
        row.getBoolean("names_no_one"));
  }

  private static @Nullable FormRef form(ResultSet row) throws SQLException {
    String formId = row.getString("form");
    return formId == null ? null : new FormRef(formId, row.getInt("form_version"));
  }

  private static Set<DetailKind> details(ResultSet row) throws SQLException {
    return Columns.texts(row, "details").stream()
        .map(DetailKind::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable SharingBasis basis(ResultSet row) throws SQLException {
    String kind = row.getString("basis");
    String statute = row.getString("statute");
    return kind == null
        ? null
        : new SharingBasis(
            BasisKind.valueOf(kind), statute == null ? null : Statute.valueOf(statute));
  }

  static Optional<ReferralId> referralId(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("referral_id", UUID.class)).map(ReferralId::new);
  }

  /** Nothing of cases that never came to be stays here. */
  static void forget(AgencyDatabase database, Set<CaseId> cases) {
    if (cases.isEmpty()) {
      return;
    }
    for (String rows :
        List.of(
            "delete from dossier_part p using dossier d"
                + " where d.dossier_id = p.dossier_id and d.case_id = any(:cases::uuid[])",
            "delete from dossier where case_id = any(:cases::uuid[])",
            "delete from case_form where case_id = any(:cases::uuid[])")) {
      database.jdbc().sql(rows).param("cases", Columns.texts(cases)).update();
    }
  }

  /** Nothing of these stays here, unless this agency wrote it. */
  static void drop(AgencyDatabase database, Set<DossierId> ids) {
    if (ids.isEmpty()) {
      return;
    }
    for (String rows :
        List.of(
            "delete from dossier_part p using dossier d where d.dossier_id = p.dossier_id"
                + " and d.dossier_id = any(:ids::uuid[]) and d.sender <> :self",
            "delete from dossier where dossier_id = any(:ids::uuid[]) and sender <> :self")) {
      database
          .jdbc()
          .sql(rows)
          .param("ids", Columns.texts(ids))
          .param("self", database.agency().value())
          .update();
    }
  }
}
