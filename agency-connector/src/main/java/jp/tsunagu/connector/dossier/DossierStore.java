package jp.tsunagu.connector.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.person.NameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dossiers a hosted agency sent or received, in its own schema, encrypted at rest. */
@Component
public final class DossierStore {

  private final Vault vault;
  private final NameMarks marks;

  DossierStore(Vault vault, NameMarks marks) {
    this.vault = vault;
    this.marks = marks;
  }

  /**
   * What this agency itself sends.
   *
   * @param referralId with which leg, where it goes with one
   */
  public record Own(CaseId caseId, @Nullable ReferralId referralId, OpenDossier dossier) {}

  /** Keeps it. */
  public void keepOwn(AgencyDatabase database, List<Own> dossiers, Instant now) {
    List<DossierRows.Kept> kept = new ArrayList<>();
    List<DossierRows.Fresh> parts = new ArrayList<>();
    for (Own own : dossiers) {
      DossierId id = own.dossier().dossierId();
      kept.add(new DossierRows.Kept(id, own.caseId(), own.referralId(), database.agency()));
      int ordinal = 0;
      for (OpenPart part : own.dossier().parts()) {
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
    boolean isOpen = opening instanceof PartOpening.Opened;
    OpenPart open =
        new OpenPart(
            part.name(),
            part.kind(),
            part.person(),
            part.details(),
            part.basis(),
            new OpenPart.Told(part.recipients(), content),
            part.form(),
            part.namesNoOne());
    byte[] hidden = isOpen ? vault.hide(place(database, dossierId, part.name()), content) : null;
    PartState state = isOpen ? PartState.OPEN : PartState.UNOPENABLE;
    List<String> found = marks.of(database.agency(), content);
    return new DossierRows.Fresh(dossierId, ordinal, open, state, hidden, found);
  }

  /** The dossier with this id, if this agency holds it. */
  public Optional<HeldDossier> find(AgencyDatabase database, DossierId dossierId) {
    return database
        .jdbc()
        .sql("select * from dossier where dossier_id = :dossierId")
        .param("dossierId", dossierId.value())
        .query((row, _) -> dossier(database, row))
        .optional();
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
            where p.name_marks @> array[:mark]::text[] and p.state = 'OPEN'
            group by d.case_id order by max(d.held_since) desc, d.case_id limit :limit
            """)
        .param("mark", marks.of(database.agency(), key))
        .param("limit", limit)
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .list();
  }

  /** Every dossier of this case, oldest first. */
  public List<HeldDossier> ofCase(AgencyDatabase database, CaseId caseId) {
    return database
        .jdbc()
        .sql("select * from dossier where case_id = :caseId order by held_since, dossier_id")
        .param("caseId", caseId.value())
        .query((row, _) -> dossier(database, row))
        .list();
  }

  private HeldDossier dossier(AgencyDatabase database, ResultSet row) throws SQLException {
    DossierId dossierId = new DossierId(row.getObject("dossier_id", UUID.class));
    return new HeldDossier(
        dossierId,
        new CaseId(row.getObject("case_id", UUID.class)),
        DossierRows.referralId(row),
        new AgencyId(row.getString("sender")),
        Columns.instant(row, "held_since"),
        parts(database, dossierId));
  }

  private List<HeldPart> parts(AgencyDatabase database, DossierId dossierId) {
    return parts(database, Set.of(dossierId)).getOrDefault(dossierId, List.of());
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

  /**
   * Marks some of the parts that an earlier release kept unmarked.
   *
   * @return how many; 0 where none is left
   */
  int markSome(AgencyDatabase database, int most) {
    List<DossierRows.Marked> marked =
        database
            .jdbc()
            .sql(
                """
                select dossier_id, name, content from dossier_part
                where name_marks is null and content is not null limit :most
                """)
            .param("most", most)
            .query((row, _) -> marked(database, row))
            .list();
    DossierRows.mark(database, marked);
    return marked.size();
  }

  private DossierRows.Marked marked(AgencyDatabase database, ResultSet row) throws SQLException {
    DossierId id = new DossierId(row.getObject("dossier_id", UUID.class));
    String name = row.getString("name");
    Bytes content = vault.reveal(place(database, id, name), row.getBytes("content"));
    return new DossierRows.Marked(id, name, marks.of(database.agency(), content));
  }

  private HeldPart part(AgencyDatabase database, DossierId dossierId, ResultSet row)
      throws SQLException {
    String place = place(database, dossierId, row.getString("name"));
    return new HeldPart(
        DossierRows.part(row, hidden -> vault.reveal(place, hidden)),
        PartState.valueOf(row.getString("state")));
  }

  /** Notes that it was asked for again; false if it had been asked for already. */
  public boolean firstRequest(AgencyDatabase database, DossierId dossierId, Instant now) {
    return database
            .jdbc()
            .sql(
                """
                update dossier set requested_at = :now
                where dossier_id = :dossierId and requested_at is null
                """)
            .param("now", Columns.at(now))
            .param("dossierId", dossierId.value())
            .update()
        > 0;
  }

  /** Nobody here can read what others sent about this person any more (共有停止). */
  public void lock(AgencyDatabase database, CaseId caseId, PersonRef person) {
    String readable = "state in ('OPEN', 'RETURNED')";
    change(database, caseId, person, "state = 'LOCKED'", readable);
    InternalNotes.lock(database, caseId, person);
    follow(database, caseId, "state = 'LOCKED'", readable);
  }

  /** Erases what others sent about this person (削除). */
  public void erase(AgencyDatabase database, CaseId caseId, PersonRef person) {
    String erased = "state = 'ERASED', content = null, name_marks = null";
    change(database, caseId, person, erased, "state <> 'ERASED'");
    InternalNotes.erase(database, caseId, person);
    follow(database, caseId, erased, "state in ('OPEN', 'RETURNED', 'LOCKED')");
  }

  /**
   * A text that names no one goes with the last person's part of what it came with: it is about the
   * referral, of which nothing else is left.
   */
  private static void follow(AgencyDatabase database, CaseId caseId, String change, String alive) {
    String sameLeg =
        "select 1 from dossier_part o join dossier e on e.dossier_id = o.dossier_id"
            + " where e.case_id = :caseId and e.sender <> :self and o.person is not null"
            + " and (e.dossier_id = d.dossier_id or e.referral_id = d.referral_id)";
    database
        .jdbc()
        .sql(
            "update dossier_part p set "
                + change
                + " from dossier d where d.dossier_id = p.dossier_id and d.case_id = :caseId"
                + " and d.sender <> :self and p.names_no_one and p.person is null and p."
                + alive
                + " and exists ("
                + sameLeg
                + ") and not exists ("
                + sameLeg
                + " and o."
                + alive
                + ")")
        .param("caseId", caseId.value())
        .param("self", database.agency().value())
        .update();
  }

  /** Nobody here can read the texts any more that others gave this agency as a member (資料の回収). */
  public void lockTextsOfTheConference(AgencyDatabase database, CaseId caseId) {
    database
        .jdbc()
        .sql(
            """
            update dossier_part p set state = 'LOCKED'
            from dossier d
            where d.dossier_id = p.dossier_id and d.case_id = :caseId and d.referral_id is null
              and d.sender <> :self and p.names_no_one and p.state = 'OPEN'
            """)
        .param("caseId", caseId.value())
        .param("self", database.agency().value())
        .update();
  }

  /**
   * Nobody here can read what others sent with this leg any more: it was not for us, or went back.
   */
  public void giveBack(AgencyDatabase database, ReferralId referralId) {
    change(database, referralId, PartState.OPEN, PartState.RETURNED);
    InternalNotes.change(database, referralId, PartState.OPEN, PartState.RETURNED);
  }

  /** The leg was put before this agency again, so that what came with it can be read again. */
  public void takeBack(AgencyDatabase database, ReferralId referralId) {
    change(database, referralId, PartState.RETURNED, PartState.OPEN);
    InternalNotes.change(database, referralId, PartState.RETURNED, PartState.OPEN);
  }

  private static void change(
      AgencyDatabase database, ReferralId referralId, PartState from, PartState to) {
    database
        .jdbc()
        .sql(
            """
            update dossier_part p set state = :to
            from dossier d
            where d.dossier_id = p.dossier_id and d.referral_id = :referralId
              and d.sender <> :self and p.state = :from
            """)
        .param("to", to.name())
        .param("from", from.name())
        .param("referralId", referralId.value())
        .param("self", database.agency().value())
        .update();
  }

  /** Nothing of a case that never came to be stays here. */
  public void forget(AgencyDatabase database, CaseId caseId) {
    for (String rows :
        List.of(
            "delete from dossier_part p using dossier d"
                + " where d.dossier_id = p.dossier_id and d.case_id = :caseId",
            "delete from dossier where case_id = :caseId")) {
      database.jdbc().sql(rows).param("caseId", caseId.value()).update();
    }
  }

  private static void change(
      AgencyDatabase database, CaseId caseId, PersonRef person, String change, String condition) {
    database
        .jdbc()
        .sql(
            "update dossier_part p set "
                + change
                + " from dossier d where d.dossier_id = p.dossier_id and d.case_id = :caseId"
                + " and d.sender <> :self and p.person = :person and p."
                + condition)
        .param("caseId", caseId.value())
        .param("self", database.agency().value())
        .param("person", person.number())
        .update();
  }

  private static String place(AgencyDatabase database, DossierId dossierId, String part) {
    return "dossier/" + database.agency() + "/" + dossierId + "/" + part;
  }
}
