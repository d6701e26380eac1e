package jp.tsunagu.connector.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
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
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The rows of dossiers and their parts. */
final class DossierRows {

  private DossierRows() {}

  static void insert(
      AgencyDatabase database,
      CaseId caseId,
      @Nullable ReferralId referralId,
      DossierId dossierId,
      AgencyId sender,
      Instant now) {
    database
        .jdbc()
        .sql(
            """
            insert into dossier (dossier_id, case_id, referral_id, sender, held_since)
            values (:dossierId, :caseId, :referralId, :sender, :now)
            on conflict (dossier_id) do update set referral_id = coalesce(dossier.referral_id, :referralId)
            """)
        .param("dossierId", dossierId.value())
        .param("caseId", caseId.value())
        .param("referralId", referralId == null ? null : referralId.value(), Types.OTHER)
        .param("sender", sender.value())
        .param("now", Columns.at(now))
        .update();
  }

  /** A part that is to be kept; its content is null unless it is open. */
  record Fresh(int ordinal, OpenPart part, PartState state, byte @Nullable [] content) {}

  static void put(AgencyDatabase database, DossierId dossierId, List<Fresh> parts) {
    database.forEach(
        """
        insert into dossier_part (dossier_id, name, ordinal, kind, person, details, basis, statute,
                                  recipients, state, content, form, form_version, names_no_one)
        values (:dossierId, :name, :ordinal, :kind, :person, :details, :basis, :statute,
                :recipients, :state, :content, :form, :formVersion, :namesNoOne)
        on conflict (dossier_id, name) do update
          set state = excluded.state, content = excluded.content, recipients = excluded.recipients,
              basis = excluded.basis, statute = excluded.statute, details = excluded.details
          where excluded.state = 'OPEN'
        """,
        parts.stream().map(fresh -> row(dossierId, fresh)).toList());
  }

  private static SqlParameterSource row(DossierId dossierId, Fresh fresh) {
    OpenPart part = fresh.part();
    SharingBasis basis = part.basis();
    PersonRef person = part.person();
    FormRef form = part.form();
    return new MapSqlParameterSource()
        .addValue("dossierId", dossierId.value())
        .addValue("name", part.name())
        .addValue("ordinal", fresh.ordinal())
        .addValue("kind", part.kind().name())
        .addValue("person", person == null ? null : person.number(), Types.INTEGER)
        .addValue("details", Columns.texts(part.details().stream().map(Enum::name).toList()))
        .addValue("basis", basis == null ? null : basis.kind().name(), Types.VARCHAR)
        .addValue("statute", basis == null ? null : Columns.name(basis.statute()), Types.VARCHAR)
        .addValue("recipients", Columns.texts(part.told().recipients()))
        .addValue("state", fresh.state().name())
        .addValue("content", fresh.content(), Types.BINARY)
        .addValue("form", form == null ? null : form.formId(), Types.VARCHAR)
        .addValue("formVersion", form == null ? null : form.version(), Types.INTEGER)
        .addValue("namesNoOne", part.namesNoOne());
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
            open ? reveal.apply(row.getBytes("content")) : HeldPart.NOTHING),
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
}
