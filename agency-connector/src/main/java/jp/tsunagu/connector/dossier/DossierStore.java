package jp.tsunagu.connector.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.person.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dossiers a hosted agency sent or received, in its own schema, encrypted at rest. */
@Component
public final class DossierStore {

  private final Vault vault;
  private final NameMarks marks;
  private final FileStore files;

  DossierStore(Vault vault, NameMarks marks, FileStore files) {
    this.vault = vault;
    this.marks = marks;
    this.files = files;
  }

  /**
   * What this agency itself sends.
   *
   * @param referralId with which leg, where it goes with one
   */
  public record Own(CaseId caseId, @Nullable ReferralId referralId, OpenDossier dossier) {}

  /** Keeps it; the files that are handed in with it must be there. */
  public void keepOwn(AgencyDatabase database, List<Own> dossiers, Instant now) {
    Map<FileId, FileNote> handedIn = files.notes(database, FileParts.handedIn(dossiers));
    List<DossierRows.Kept> kept = new ArrayList<>();
    List<DossierRows.Fresh> parts = new ArrayList<>();
    for (Own own : dossiers) {
      DossierId id = own.dossier().dossierId();
      kept.add(new DossierRows.Kept(id, own.caseId(), own.referralId(), database.agency()));
      int ordinal = 0;
      for (OpenPart each : own.dossier().parts()) {
        OpenPart part = FileParts.noted(each, handedIn);
        Bytes content = part.told().content();
        byte[] hidden = vault.hide(place(database, id, part.name()), content);
        List<String> found = marks.of(database.agency(), content);
        parts.add(new DossierRows.Fresh(id, ordinal++, part, PartState.OPEN, hidden, found));
      }
    }
    keep(database, kept, parts, now);
  }

  /**
   * What was delivered.
   *
   * @param openings of its parts, by name
   */
  public record Received(
      CaseId caseId,
      @Nullable ReferralId referralId,
      SealedDossier dossier,
      Map<String, PartOpening> openings) {}

  /** Keeps it; parts that did not open are kept without content. */
  public void keepReceived(AgencyDatabase database, List<Received> dossiers, Instant now) {
    List<DossierRows.Kept> kept = new ArrayList<>();
    List<DossierRows.Fresh> parts = new ArrayList<>();
    for (Received received : dossiers) {
      SealedDossier dossier = received.dossier();
      DossierId id = dossier.dossierId();
      kept.add(
          new DossierRows.Kept(id, received.caseId(), received.referralId(), dossier.sender()));
      int ordinal = 0;
      for (SealedPart part : dossier.parts()) {
        PartOpening opening = received.openings().get(part.name());
        parts.add(received(database, id, ordinal++, part, opening));
      }
    }
    keep(database, kept, parts, now);
  }

  private static void keep(
      AgencyDatabase database,
      List<DossierRows.Kept> dossiers,
      List<DossierRows.Fresh> parts,
      Instant now) {
    if (!dossiers.isEmpty()) {
      DossierRows.insert(database, dossiers, now);
      DossierRows.put(database, parts);
    }
  }

  private DossierRows.Fresh received(
      AgencyDatabase database,
      DossierId dossierId,
      int ordinal,
      SealedPart part,
      @Nullable PartOpening opening) {
    var content =
        opening instanceof PartOpening.Opened opened ? opened.content() : HeldPart.NOTHING;
    boolean isOpen = state(opening) == PartState.OPEN;
    OpenPart open =
        new OpenPart(
            part.name(),
            part.kind(),
            part.person(),
            part.details(),
            part.basis(),
            new OpenPart.Told(part.recipients(), content, FileParts.file(dossierId, part)),
            part.form(),
            part.namesNoOne());
    byte[] hidden = isOpen ? vault.hide(place(database, dossierId, part.name()), content) : null;
    List<String> found = marks.of(database.agency(), content);
    return new DossierRows.Fresh(dossierId, ordinal, open, state(opening), hidden, found);
  }

  /** Of a part that came. */
  static PartState state(@Nullable PartOpening opening) {
    return opening instanceof PartOpening.Opened ? PartState.OPEN : PartState.UNOPENABLE;
  }

  /** The dossier with this id, if this agency holds it. */
  public Optional<HeldDossier> find(AgencyDatabase database, DossierId dossierId) {
    return find(database, Set.of(dossierId)).stream().findFirst();
  }

  /** Those with these ids that this agency holds. */
  public List<HeldDossier> find(AgencyDatabase database, Set<DossierId> ids) {
    return ids.isEmpty()
        ? List.of()
        : held(database, "dossier_id = any(:ids::uuid[])", Columns.texts(ids));
  }

  /** Whether of what came in from others since then no part opened: every key is lost. */
  public boolean opensNothing(AgencyDatabase database, Instant since) {
    return database
            .jdbc()
            .sql(
                """
                select count(*) from dossier d join dossier_part p on p.dossier_id = d.dossier_id
                where d.held_since >= :since and d.sender <> :own and p.state <> :unopenable
                """)
            .param("since", Columns.at(since))
            .param("own", database.agency().value())
            .param("unopenable", PartState.UNOPENABLE.name())
            .query(Long.class)
            .single()
        == 0;
  }

  /**
   * The cases of which a part that can be read may name somebody so, the latest first; it may find
   * too much.
   *
   * @param limit at least 1
   */
  public List<CaseId> casesNaming(AgencyDatabase database, NameKey key, int limit) {
    return database
        .jdbc()
        .sql(
            """
            select d.case_id from dossier_part p join dossier d on d.dossier_id = p.dossier_id
            where p.name_marks @> array[:mark]::text[] and p.name_marks <> '{}' and p.state = 'OPEN'
            group by d.case_id order by max(d.held_since) desc, d.case_id limit :limit
            """)
        .param("mark", marks.of(database.agency(), key))
        .param("limit", limit)
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .list();
  }

  /** Every dossier of this case, oldest first. */
  public List<HeldDossier> ofCase(AgencyDatabase database, CaseId caseId) {
    return held(database, "case_id = any(:ids::uuid[])", Columns.texts(List.of(caseId)));
  }

  private List<HeldDossier> held(AgencyDatabase database, String which, String[] ids) {
    List<HeldDossier> dossiers =
        database
            .jdbc()
            .sql("select * from dossier where " + which + " order by held_since, dossier_id")
            .param("ids", ids)
            .query((row, _) -> dossier(row))
            .list();
    Map<DossierId, List<HeldPart>> parts =
        parts(
            database,
            dossiers.stream().map(HeldDossier::dossierId).collect(Collectors.toUnmodifiableSet()));
    return dossiers.stream()
        .map(one -> one.with(parts.getOrDefault(one.dossierId(), List.of())))
        .toList();
  }

  private static HeldDossier dossier(ResultSet row) throws SQLException {
    return new HeldDossier(
        new DossierId(row.getObject("dossier_id", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        DossierRows.referralId(row),
        new AgencyId(row.getString("sender")),
        Columns.instant(row, "held_since"),
        List.of());
  }

  /** A part of a dossier. */
  public record PartName(DossierId dossierId, String name) {}

  /**
   * Those of these parts that this agency could not open yet, or does not hold.
   *
   * @param opened of which it is known that they opened
   */
  public Set<PartName> unopened(
      AgencyDatabase database, Set<PartName> parts, Set<PartName> opened) {
    Set<PartName> unopened = new HashSet<>(parts);
    unopened.removeAll(opened);
    if (!unopened.isEmpty()) {
      database
          .jdbc()
          .sql(
              "select dossier_id, name from dossier_part"
                  + " where dossier_id = any(:ids::uuid[]) and state <> :unopenable")
          .param(
              "ids",
              Columns.texts(unopened.stream().map(PartName::dossierId).collect(Collectors.toSet())))
          .param("unopenable", PartState.UNOPENABLE.name())
          .query(
              (row, _) ->
                  new PartName(
                      new DossierId(row.getObject("dossier_id", UUID.class)),
                      row.getString("name")))
          .list()
          .forEach(unopened::remove);
    }
    return unopened;
  }

  /** The parts of these dossiers, each in its order. */
  public Map<DossierId, List<HeldPart>> parts(AgencyDatabase database, Set<DossierId> ids) {
    Map<DossierId, List<HeldPart>> parts = new HashMap<>();
    if (ids.isEmpty()) {
      return parts;
    }
    database
        .jdbc()
        .sql(
            "select * from dossier_part where dossier_id = any(:ids::uuid[]) order by ordinal, name")
        .param("ids", Columns.texts(ids))
        .query(
            row -> {
              DossierId id = new DossierId(row.getObject("dossier_id", UUID.class));
              parts.computeIfAbsent(id, _ -> new ArrayList<>()).add(part(database, id, row));
            });
    return parts;
  }

  private HeldPart part(AgencyDatabase database, DossierId dossierId, ResultSet row)
      throws SQLException {
    String place = place(database, dossierId, row.getString("name"));
    return new HeldPart(
        DossierRows.part(row, hidden -> vault.reveal(place, hidden)),
        PartState.valueOf(row.getString("state")));
  }

  /** Notes that these are asked for again; gives those that had not been asked for before. */
  public Set<DossierId> firstRequest(AgencyDatabase database, Set<DossierId> ids, Instant now) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        database
            .jdbc()
            .sql(
                """
                update dossier set requested_at = :now
                where dossier_id = any(:ids::uuid[]) and requested_at is null
                returning dossier_id
                """)
            .param("now", Columns.at(now))
            .param("ids", Columns.texts(ids))
            .query(UUID.class)
            .list()
            .stream()
            .map(DossierId::new)
            .toList());
  }

  /** What news does to what is held, to be written at the end of its transaction. */
  public DossierChanges changes(AgencyDatabase database) {
    return new DossierChanges(database, this);
  }

  static String place(AgencyDatabase database, DossierId dossierId, String part) {
    return "dossier/" + database.agency() + "/" + dossierId + "/" + part;
  }
}
