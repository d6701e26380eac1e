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

  /** A dossier that is to be kept; the leg may become known later. */
  record Kept(
      DossierId dossierId, CaseId caseId, @Nullable ReferralId referralId, AgencyId sender) {}

  /** What is held already keeps its leg. */
  static void insert(AgencyDatabase database, List<Kept> dossiers, Instant now) {
    database
        .jdbc()
        .sql(
            """
            insert into dossier (dossier_id, case_id, referral_id, sender, held_since)
            select distinct on (dossier_id) dossier_id, case_id, referral_id, sender, :now
            from unnest(:dossierIds::uuid[], :caseIds::uuid[], :referralIds::uuid[], :senders::text[])
              with ordinality as fresh (dossier_id, case_id, referral_id, sender, place)
            order by dossier_id, referral_id is null, place
            on conflict (dossier_id) do update
              set referral_id = coalesce(dossier.referral_id, excluded.referral_id)
            """)
        .param("now", Columns.at(now))
        .param("dossierIds", Columns.each(dossiers, Kept::dossierId))
        .param("caseIds", Columns.each(dossiers, Kept::caseId))
        .param("referralIds", Columns.each(dossiers, Kept::referralId))
        .param("senders", Columns.each(dossiers, Kept::sender))
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

  /** A part by its name, and by which those whom it names are found. */
  record Marked(DossierId dossierId, String name, List<String> marks) {}

  static void mark(AgencyDatabase database, List<Marked> parts) {
    database
        .jdbc()
        .sql(
            """
            update dossier_part p set name_marks = found.marks::text[]
            from unnest(:dossierIds::uuid[], :names::text[], :marks::text[])
              as found (dossier_id, name, marks)
            where p.dossier_id = found.dossier_id and p.name = found.name
            """)
        .param("dossierIds", Columns.each(parts, Marked::dossierId))
        .param("names", Columns.each(parts, Marked::name))
        .param("marks", Columns.each(parts, part -> Columns.list(part.marks())))
        .update();
  }

  /** What opened takes the place of what was held of the part; of several, the last that opened. */
  static void put(AgencyDatabase database, List<Fresh> parts) {
    database
        .jdbc()
        .sql(
            """
            insert into dossier_part (dossier_id, name, ordinal, kind, person, details, basis, statute,
                                      recipients, state, content, form, form_version, names_no_one,
                                      name_marks)
            select distinct on (dossier_id, name) dossier_id, name, ordinal, kind, person,
                   details::text[], basis, statute, recipients::text[], state, content, form,
                   form_version, names_no_one, marks::text[]
            from unnest(:dossierIds::uuid[], :names::text[], :ordinals::integer[], :kinds::text[],
                        :persons::integer[], :details::text[], :bases::text[], :statutes::text[],
                        :recipients::text[], :states::text[], :contents::bytea[], :forms::text[],
                        :formVersions::integer[], :namesNoOne::boolean[], :marks::text[])
              with ordinality as fresh (dossier_id, name, ordinal, kind, person, details, basis,
                                        statute, recipients, state, content, form, form_version,
                                        names_no_one, marks, place)
            order by dossier_id, name, state = 'OPEN' desc, place desc
            on conflict (dossier_id, name) do update
              set state = excluded.state, content = excluded.content,
                  recipients = excluded.recipients, basis = excluded.basis,
                  statute = excluded.statute, details = excluded.details,
                  name_marks = excluded.name_marks
              where excluded.state = 'OPEN'
            """)
        .paramSource(columns(parts))
        .update();
  }

  private static SqlParameterSource columns(List<Fresh> parts) {
    return new MapSqlParameterSource()
        .addValue("dossierIds", Columns.each(parts, Fresh::dossierId))
        .addValue("names", Columns.each(parts, row -> row.part().name()))
        .addValue("ordinals", Columns.each(parts, Fresh::ordinal))
        .addValue("kinds", Columns.each(parts, row -> row.part().kind().name()))
        .addValue("persons", Columns.each(parts, row -> number(row.part().person())))
        .addValue("details", Columns.each(parts, row -> details(row.part())))
        .addValue("bases", Columns.each(parts, row -> kind(row.part().basis())))
        .addValue("statutes", Columns.each(parts, row -> statute(row.part().basis())))
        .addValue(
            "recipients", Columns.each(parts, row -> Columns.list(row.part().told().recipients())))
        .addValue("states", Columns.each(parts, row -> row.state().name()))
        .addValue("contents", Columns.eachBytes(parts, Fresh::content))
        .addValue("forms", Columns.each(parts, row -> form(row.part().form(), FormRef::formId)))
        .addValue(
            "formVersions", Columns.each(parts, row -> form(row.part().form(), FormRef::version)))
        .addValue("namesNoOne", Columns.each(parts, row -> row.part().namesNoOne()))
        .addValue("marks", Columns.each(parts, row -> Columns.list(row.marks())));
  }

  private static @Nullable Integer number(@Nullable PersonRef person) {
    return person == null ? null : person.number();
  }

  private static String details(OpenPart part) {
    return Columns.list(part.details().stream().map(Enum::name).toList());
  }

  private static @Nullable String kind(@Nullable SharingBasis basis) {
    return basis == null ? null : basis.kind().name();
  }

  private static @Nullable String statute(@Nullable SharingBasis basis) {
    return basis == null ? null : Columns.name(basis.statute());
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
