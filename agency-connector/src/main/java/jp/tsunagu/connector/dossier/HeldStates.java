package jp.tsunagu.connector.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.connector.dossier.DossierStore.Received;
import jp.tsunagu.connector.dossier.HeldState.Origin;
import jp.tsunagu.connector.dossier.HeldState.Place;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;

/**
 * What can be read by now of what others sent in some cases, and of the notes and forms of this
 * agency's own beside it.
 */
final class HeldStates {

  private final AgencyDatabase database;
  private final Map<UUID, Origin> origins = new HashMap<>();
  private final Map<Place, HeldState> parts = new LinkedHashMap<>();
  private final Map<Place, HeldState> notes = new LinkedHashMap<>();

  /** As it stands in the database. */
  HeldStates(AgencyDatabase database, Set<CaseId> cases) {
    this.database = database;
    read(
        parts,
        """
        select d.dossier_id as id, d.case_id, d.referral_id, p.name, p.person, p.names_no_one,
               p.state
        from dossier d join dossier_part p on p.dossier_id = d.dossier_id
        where d.case_id = any(:cases::uuid[]) and d.sender <> :self
        """,
        cases);
    read(
        notes,
        """
        select note_id as id, case_id, referral_id, '' as name, person, false as names_no_one, state
        from internal_note where case_id = any(:cases::uuid[]) and :self <> ''
        union all
        select f.version_id, f.case_id, null, p.person::text, p.person, false, p.state
        from case_form f join case_form_piece p on p.version_id = f.version_id
        where f.case_id = any(:cases::uuid[]) and p.person > 0
        """,
        cases);
  }

  private void read(Map<Place, HeldState> states, String sql, Set<CaseId> cases) {
    database
        .jdbc()
        .sql(sql)
        .param("cases", Columns.texts(cases))
        .param("self", database.agency().value())
        .query((row, _) -> state(row))
        .list()
        .forEach(state -> states.put(state.key(), state));
  }

  private HeldState state(ResultSet row) throws SQLException {
    Place key = new Place(row.getObject("id", UUID.class), row.getString("name"));
    Origin fresh =
        new Origin(
            new CaseId(row.getObject("case_id", UUID.class)),
            Columns.uuid(row, "referral_id").map(ReferralId::new).orElse(null));
    return new HeldState(
        key,
        origins.computeIfAbsent(key.id(), _ -> fresh),
        Columns.integer(row, "person").map(PersonRef::new).orElse(null),
        row.getBoolean("names_no_one"),
        PartState.valueOf(row.getString("state")));
  }

  /** This was delivered. */
  void came(Received received) {
    UUID id = received.dossier().dossierId().value();
    if (received.dossier().sender().equals(database.agency()) && !origins.containsKey(id)) {
      return;
    }
    Origin origin =
        origins.computeIfAbsent(id, _ -> new Origin(received.caseId(), received.referralId()));
    origin.cameAgain(received.referralId());
    for (SealedPart part : received.dossier().parts()) {
      PartState state = DossierStore.state(received.openings().get(part.name()));
      parts
          .computeIfAbsent(
              new Place(id, part.name()),
              key -> new HeldState(key, origin, part.person(), part.namesNoOne(), state))
          .cameAgain(state);
    }
  }

  /** Changes the parts that are so. */
  void changeParts(Predicate<HeldState> which, Set<PartState> from, PartState to) {
    change(parts.values(), which, from, to);
  }

  /** Changes the notes that are so. */
  void changeNotes(Predicate<HeldState> which, Set<PartState> from, PartState to) {
    change(notes.values(), which, from, to);
  }

  private static void change(
      Collection<HeldState> states, Predicate<HeldState> which, Set<PartState> from, PartState to) {
    states.stream()
        .filter(state -> from.contains(state.now()) && which.test(state))
        .forEach(state -> state.becomes(to));
  }

  /**
   * A text that names no one goes with the last person's part of what it came with: it is about the
   * referral, of which nothing else is left.
   */
  void changeLastTexts(CaseId caseId, Set<PartState> alive, PartState to) {
    List<HeldState> persons =
        parts.values().stream().filter(part -> part.isOf(caseId) && part.isOfAPerson()).toList();
    changeParts(
        text ->
            text.isOf(caseId)
                && text.namesNoOne()
                && !text.isOfAPerson()
                && persons.stream().anyMatch(text::cameWith)
                && persons.stream()
                    .noneMatch(part -> text.cameWith(part) && alive.contains(part.now())),
        alive,
        to);
  }

  /** Nothing of these dossiers is there any more. */
  void forgetParts(Set<DossierId> dossiers) {
    Set<UUID> ids = dossiers.stream().map(DossierId::value).collect(Collectors.toSet());
    parts.keySet().removeIf(place -> ids.contains(place.id()));
    origins.keySet().removeAll(ids);
  }

  /** Nothing of the case is there any more. */
  void forgetParts(CaseId caseId) {
    parts.values().removeIf(part -> part.isOf(caseId));
    origins.values().removeIf(origin -> origin.isOf(caseId));
  }

  /** Writes what was changed; call it once what came is stored. */
  void write() {
    write(
        parts.values().stream().filter(HeldState::isNews).toList(),
        """
        update dossier_part p
        set state = r.state, content = case when r.state = 'ERASED' then null else content end,
            name_marks = case when r.state = 'ERASED' then null else name_marks end
        from {rows} where p.dossier_id = r.id and p.name = r.name
        """);
    Set<UUID> erased = erased(parts.values());
    if (!erased.isEmpty()) {
      FileStore.erase(database, erased);
    }
    write(
        notes.values().stream().filter(HeldState::isNews).toList(),
        """
        update internal_note p
        set state = r.state, content = case when r.state = 'ERASED' then null else content end
        from {rows} where p.note_id = r.id and r.name = ''
        """);
    write(
        notes.values().stream().filter(HeldState::isNews).toList(),
        """
        update case_form_piece p
        set state = r.state, content = case when r.state = 'ERASED' then null else content end
        from {rows} where p.version_id = r.id and p.person::text = r.name
        """);
    Set<UUID> forms = erased(notes.values());
    if (!forms.isEmpty()) {
      FilesOfForms.erase(database, forms);
    }
  }

  private static Set<UUID> erased(Collection<HeldState> states) {
    return states.stream()
        .filter(state -> state.isNews() && state.now() == PartState.ERASED)
        .map(state -> state.key().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void write(List<HeldState> states, String sql) {
    if (!states.isEmpty()) {
      Rows.of(states)
          .with("id", "uuid", state -> state.key().id())
          .with("name", "text", state -> state.key().name())
          .with("state", "text", HeldState::now)
          .in(database, sql)
          .update();
    }
  }
}
