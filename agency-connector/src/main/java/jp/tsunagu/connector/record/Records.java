package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.Signal;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.person.NameKey;
import jp.tsunagu.runtime.aside.Incomplete;
import jp.tsunagu.runtime.form.Identifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a hosted agency knows. Every question names the agency that asks and is answered from its
 * own schema only.
 */
@Component
public final class Records {

  private static final String NEWER = NewerRecord.NEW_LABEL + "があり、その内容は状態に入っていません。";

  private static final String SELECT_CASE =
      """
      select c.*,
             exists (select 1 from aside_record a
                     where a.held_key = c.case_id::text and a.settled is null) as is_held,
             exists (select 1 from inbox i where i.case_id = c.case_id and i.passed_over) as has_newer
      from supported_case c
      """;

  private final Databases databases;
  private final Projection projection;
  private final InboxRows inboxRows;
  private final DossierStore dossiers;
  private final AgencySignals signals;
  private final Clock clock;

  Records(
      Databases databases,
      Projection projection,
      InboxRows inboxRows,
      DossierStore dossiers,
      AgencySignals signals,
      Clock clock) {
    this.databases = databases;
    this.projection = projection;
    this.inboxRows = inboxRows;
    this.dossiers = dossiers;
    this.signals = signals;
    this.clock = clock;
  }

  /** The case, if this agency has anything of it. */
  public Optional<CaseView> findCase(AgencyId agency, CaseId caseId) {
    return casesWith(agency, "c.case_id = :case", caseId.value()).stream().findFirst();
  }

  /** What this agency has under an id or a 案件番号, as somebody typed it. */
  public CaseLookup lookUp(AgencyId agency, String idOrNumber) {
    List<CaseView> found =
        CaseReference.read(idOrNumber).stream()
            .flatMap(reference -> cases(agency, reference).stream())
            .toList();
    return switch (found.size()) {
      case 0 -> new CaseLookup.Unknown();
      case 1 -> new CaseLookup.Found(found.getFirst());
      default -> new CaseLookup.Several(found);
    };
  }

  private List<CaseView> cases(AgencyId agency, CaseReference reference) {
    return switch (reference) {
      case CaseReference.ById(CaseId id) -> casesWith(agency, "c.case_id = :case", id.value());
      case CaseReference.ByNumber(CaseNumber number) ->
          casesWith(agency, "c.case_number = :case", number.value());
    };
  }

  private List<CaseView> casesWith(AgencyId agency, String condition, Object wanted) {
    return databases
        .of(agency)
        .jdbc()
        .sql(SELECT_CASE + " where " + condition + " order by c.case_id")
        .param("case", wanted)
        .query((row, _) -> caseView(row))
        .list();
  }

  /**
   * Cases, newest first.
   *
   * @param before cursor: the last one of the page before; none for the first page
   * @param limit at least 1
   */
  public List<CaseView> cases(AgencyId agency, @Nullable CaseId before, int limit) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            SELECT_CASE
                + " where (:all or c.case_id < :before) order by c.case_id desc limit :limit")
        .param("all", before == null)
        .param("before", before == null ? new UUID(0, 0) : before.value())
        .param("limit", limit)
        .query((row, _) -> caseView(row))
        .list();
  }

  private CaseView caseView(ResultSet row) throws SQLException {
    return new CaseView(
        new CaseId(row.getObject("case_id", UUID.class)),
        CaseNumberColumn.read(row),
        Optional.ofNullable(row.getBytes("state")).map(projection::decode),
        row.getLong("version"),
        Columns.instant(row, "changed_at"),
        incomplete(row.getBoolean("is_held"), row.getBoolean("has_newer")));
  }

  private static Optional<String> incomplete(boolean isHeld, boolean hasNewer) {
    if (isHeld) {
      return Optional.of(Incomplete.CASE);
    }
    return hasNewer ? Optional.of(NEWER) : Optional.empty();
  }

  /** The leg with this id, if the network told this agency of it. */
  public Optional<ReferralView> findReferral(AgencyId agency, ReferralId referralId) {
    return databases
        .of(agency)
        .jdbc()
        .sql(ReferralRows.SELECT + " where r.referral_id = :referralId")
        .param("referralId", referralId.value())
        .query((row, _) -> ReferralRows.view(row, projection))
        .optional();
  }

  /** The same as it was typed or sent: what is no id and what is somebody else's are alike. */
  public Optional<ReferralView> findReferral(AgencyId agency, String referralId) {
    return Identifiers.isUuid(referralId)
        ? findReferral(agency, ReferralId.of(referralId))
        : Optional.empty();
  }

  /**
   * Referrals of the cases in which what can be read may name somebody so, newest first; it may
   * find too much.
   *
   * @param most so many cases and so many referrals at most
   */
  public List<ReferralView> naming(AgencyId agency, NameKey key, int most) {
    AgencyDatabase database = databases.of(agency);
    List<CaseId> cases = dossiers.casesNaming(database, key, most);
    return ReferralRows.ofCases(database, projection, cases, most);
  }

  /** The states of these cases, as far as the network told anything of them. */
  public Map<CaseId, CaseState> states(AgencyId agency, Set<CaseId> cases) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            "select state from supported_case where case_id = any(:ids::uuid[]) and state is not null")
        .param("ids", Columns.texts(cases))
        .query((row, _) -> projection.decode(row.getBytes("state")))
        .list()
        .stream()
        .collect(Collectors.toMap(CaseState::caseId, Function.identity()));
  }

  /** Referrals, newest first. */
  public List<ReferralView> referrals(AgencyId agency, ReferralQuery query) {
    return ReferralRows.query(databases.of(agency), projection, query);
  }

  /** Referrals that wait for a reason, the most pressing first. */
  public List<ReferralView> waiting(AgencyId agency, WaitingQuery query) {
    return WaitingRows.query(databases.of(agency), projection, query);
  }

  /** Where one of these stands among them. */
  public static WaitingQuery.Place place(Waits why, ReferralView view) {
    return WaitingRows.placeOf(why, view);
  }

  /** How many wait for each reason. */
  public Waiting waiting(AgencyId agency, WaitingQuery.Whose whose) {
    return WaitingRows.count(databases.of(agency), whose);
  }

  /** News after this position, oldest first; position 0 begins at the beginning. */
  public List<InboxItem> inbox(AgencyId agency, long afterPosition, int limit) {
    return inboxRows.after(databases.of(agency), afterPosition, limit);
  }

  /** The position of the newest news; 0 before the first. */
  public long lastPosition(AgencyId agency) {
    return inboxRows.last(databases.of(agency));
  }

  /**
   * Whether no news ever had this position or a later one: who asks for what comes after it would
   * miss what comes next, as after a restore from a backup.
   */
  public boolean isBeyondInbox(AgencyId agency, long position) {
    return position > 0 && position > inboxRows.last(databases.of(agency));
  }

  /**
   * The same, but waits for news while there is none (long poll); empty when the time is over.
   *
   * @throws InterruptedException when the waiting thread is asked to end
   */
  public List<InboxItem> awaitInbox(AgencyId agency, long afterPosition, int limit, Duration atMost)
      throws InterruptedException {
    AgencyDatabase database = databases.of(agency);
    Signal signal = signals.inbox(agency);
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      long seen = signal.count();
      List<InboxItem> items = inboxRows.after(database, afterPosition, limit);
      Duration remaining = Duration.ofNanos(end - System.nanoTime());
      if (!items.isEmpty() || !remaining.isPositive()) {
        return items;
      }
      signal.awaitBeyond(seen, remaining);
    }
  }

  /** A dossier this agency sent or received. */
  public Optional<DossierView> dossier(AgencyId agency, DossierId dossierId) {
    return dossiers.find(databases.of(agency), dossierId).map(DossierViews::of);
  }

  /** Every dossier of a case this agency sent or received, oldest first. */
  public List<DossierView> dossiers(AgencyId agency, CaseId caseId) {
    return dossiers.ofCase(databases.of(agency), caseId).stream().map(DossierViews::of).toList();
  }

  /** The same as they are held, for what is to be sealed anew. */
  public List<HeldDossier> dossiersHeld(AgencyId agency, CaseId caseId) {
    return dossiers.ofCase(databases.of(agency), caseId);
  }

  /** Who opened a leg of this case, and what it could read of what this agency holds of the leg. */
  public List<Opening> openings(AgencyId agency, CaseId caseId, ReferralId referralId) {
    AgencyDatabase database = databases.of(agency);
    List<HeldDossier> held =
        dossiers.ofCase(database, caseId).stream()
            .filter(dossier -> dossier.referralId().filter(referralId::equals).isPresent())
            .toList();
    return inboxRows.openings(database, referralId).stream()
        .map(event -> opening(event.header(), held))
        .toList();
  }

  /** With what an agency was first at a leg after this sequence, as far as this one was told. */
  public Optional<CaseEvent> firstDone(AgencyId agency, ReferralId referralId, long sequence) {
    return Competition.first(inboxRows.since(databases.of(agency), referralId, sequence));
  }

  private static Opening opening(EventHeader header, List<HeldDossier> held) {
    AgencyId onBehalfOf = header.by().onBehalfOf();
    AgencyId who = onBehalfOf == null ? header.actor() : onBehalfOf;
    List<String> parts =
        held.stream()
            .filter(dossier -> !dossier.heldSince().isAfter(header.recordedAt()))
            .flatMap(dossier -> dossier.parts().stream())
            .map(HeldPart::part)
            .filter(part -> part.told().recipients().contains(header.actor()))
            .map(OpenPart::name)
            .toList();
    return new Opening(who, header.occurredAt(), parts);
  }

  /** How far a command of this agency got. */
  public Optional<CommandOutcome> outcome(AgencyId agency, CommandId commandId) {
    return outcomesWith(agency, "command_id = :wanted and case_id is not null", commandId.value())
        .stream()
        .findFirst();
  }

  /**
   * How far a wish got, also where it went on as another command because a key had changed.
   *
   * @param commandId as which it was submitted
   */
  public Optional<CommandOutcome> outcomeInTheEnd(AgencyId agency, CommandId commandId) {
    Optional<CommandOutcome> outcome = outcome(agency, commandId);
    while (outcome.isPresent()
        && outcome.get().state() instanceof CommandState.Resealed(CommandId next)) {
      outcome = outcome(agency, next);
    }
    return outcome;
  }

  /**
   * What was told when this command was submitted.
   *
   * @param prefix of the keys that are asked for
   */
  public Optional<byte[]> toldAtSubmission(AgencyId agency, CommandId commandId, String prefix) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select told.body from outbox join idempotency told on told.key = outbox.submitted_under
            where outbox.command_id = :commandId and starts_with(told.key, :prefix)
            """)
        .param("commandId", commandId.value())
        .param("prefix", prefix)
        .query(byte[].class)
        .optional();
  }

  /** The command that was sent to this place of the agency's outbox. */
  public Optional<CommandId> sentAt(AgencyId agency, int partition, long offset) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            "select command_id from outbox where sent_partition = :partition and sent_offset ="
                + " :offset")
        .param("partition", partition)
        .param("offset", offset)
        .query(UUID.class)
        .optional()
        .map(CommandId::new);
  }

  /** Every command of this agency about a case, in the order they were submitted. */
  public List<CommandOutcome> outcomes(AgencyId agency, CaseId caseId) {
    return outcomesWith(agency, "case_id = :wanted and kind <> 'ConfirmReceipt'", caseId.value());
  }

  private List<CommandOutcome> outcomesWith(AgencyId agency, String condition, UUID wanted) {
    AgencyDatabase database = databases.of(agency);
    List<CommandOutcome> outcomes =
        database
            .jdbc()
            .sql(OutcomeRows.SELECT + " where " + condition + " order by id")
            .param("wanted", wanted)
            .query((row, _) -> OutcomeRows.outcome(row))
            .list();
    return Happened.toldIn(database, inboxRows, outcomes);
  }

  /**
   * What a person of this agency has to do, oldest first.
   *
   * @param after the number of the last one of the page before; 0 for the first page
   * @param limit at least 1
   */
  public List<Task> openTasks(AgencyId agency, long after, int limit) {
    return Tasks.open(databases.of(agency), after, limit, clock.instant());
  }

  /**
   * The same, whose day is next first; what has none, oldest first, stands after it.
   *
   * @param hands none means whoever looks after it, and nobody
   * @param after the last one of the page before; none for the first page
   * @param limit at least 1
   */
  public List<Task> pressingTasks(
      AgencyId agency, @Nullable Hands hands, Tasks.@Nullable Place after, int limit) {
    return Tasks.pressing(databases.of(agency), hands, after, limit, clock.instant());
  }

  /** How many there are. */
  public int countTasks(AgencyId agency, @Nullable Hands hands) {
    return Tasks.count(databases.of(agency), hands, clock.instant());
  }
}
