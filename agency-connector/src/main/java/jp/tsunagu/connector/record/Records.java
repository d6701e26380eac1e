package jp.tsunagu.connector.record;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.OfLeg;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseReference;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.person.NameKey;
import jp.tsunagu.runtime.broker.Signal;
import jp.tsunagu.runtime.form.Identifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a hosted agency knows. Every question names the agency that asks and is answered from its
 * own schema only.
 */
@Component
public final class Records {

  private final Databases databases;
  private final Projection projection;
  private final InboxRows inboxRows;
  private final DossierStore dossiers;
  private final FileStore files;
  private final AgencySignals signals;
  private final CurrentDirectory directory;
  private final Clock clock;

  Records(
      Databases databases,
      Projection projection,
      InboxRows inboxRows,
      DossierStore dossiers,
      FileStore files,
      AgencySignals signals,
      CurrentDirectory directory,
      Clock clock) {
    this.databases = databases;
    this.projection = projection;
    this.inboxRows = inboxRows;
    this.dossiers = dossiers;
    this.files = files;
    this.signals = signals;
    this.directory = directory;
    this.clock = clock;
  }

  /** The case, if this agency has anything of it. */
  public Optional<CaseView> findCase(AgencyId agency, CaseId caseId) {
    return CaseRows.with(databases.of(agency), projection, caseId).stream().findFirst();
  }

  /** What this agency has under an id or a 案件番号, as somebody typed it. */
  public CaseLookup lookUp(AgencyId agency, String idOrNumber) {
    List<CaseView> found =
        CaseReference.read(idOrNumber).stream()
            .flatMap(
                reference -> CaseRows.with(databases.of(agency), projection, reference).stream())
            .toList();
    return switch (found.size()) {
      case 0 -> new CaseLookup.Unknown();
      case 1 -> new CaseLookup.Found(found.getFirst());
      default -> new CaseLookup.Several(found);
    };
  }

  /**
   * Cases, newest first.
   *
   * @param before cursor: the last one of the page before; none for the first page
   * @param limit at least 1
   */
  public List<CaseView> cases(AgencyId agency, @Nullable CaseId before, int limit) {
    return CaseRows.before(databases.of(agency), projection, before, limit);
  }

  /** How many there are. */
  public int countCases(AgencyId agency) {
    return databases
        .of(agency)
        .jdbc()
        .sql("select count(*) from supported_case")
        .query(Integer.class)
        .single();
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
    return CaseRows.states(databases.of(agency), projection, cases);
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
    AgencyDatabase database = databases.of(agency);
    return views(database, dossiers.find(database, Set.of(dossierId))).stream().findFirst();
  }

  /** Every dossier of a case this agency sent or received, oldest first. */
  public List<DossierView> dossiers(AgencyId agency, CaseId caseId) {
    AgencyDatabase database = databases.of(agency);
    return views(database, dossiers.ofCase(database, caseId));
  }

  private List<DossierView> views(AgencyDatabase database, List<HeldDossier> held) {
    Set<FileId> whole = files.whole(database, DossierViews.files(held));
    return held.stream().map(dossier -> DossierViews.of(dossier, whole)).toList();
  }

  /** The file that hangs on this part, if it can be read. */
  public Optional<HeldFile> file(AgencyId agency, DossierId dossierId, String part) {
    return dossiers.find(databases.of(agency), dossierId).stream()
        .flatMap(dossier -> dossier.parts().stream())
        .filter(held -> held.part().name().equals(part))
        .flatMap(held -> HeldFile.of(held).stream())
        .findFirst();
  }

  /** The same as they are held, for what is to be sealed anew. */
  public List<HeldDossier> dossiersHeld(AgencyId agency, CaseId caseId) {
    return dossiers.ofCase(databases.of(agency), caseId);
  }

  /**
   * Who opened a leg of this case, and what it could read of what this agency holds of the leg.
   * What was kept with the leg belongs to it also where this agency was not yet told that it was
   * sent.
   */
  public List<Opening> openings(AgencyId agency, CaseId caseId, ReferralId referralId) {
    AgencyDatabase database = databases.of(agency);
    Optional<OfLeg> told =
        findReferral(agency, referralId).map(view -> new OfLeg(view.state(), view.referral()));
    List<HeldDossier> held =
        dossiers.ofCase(database, caseId).stream()
            .filter(
                each ->
                    each.referralId().filter(referralId::equals).isPresent()
                        || told.filter(leg -> leg.carried(each.dossierId(), each.referralId()))
                            .isPresent())
            .toList();
    return inboxRows.openings(database, referralId).stream()
        .map(event -> Opening.of(event.header(), held))
        .toList();
  }

  /** What was settled when a leg began as つなぎ戻し; empty if it did not, or others were told. */
  public Optional<Settled> settled(AgencyId agency, ReferralId referralId) {
    return inboxRows.handedBack(databases.of(agency), referralId).map(CaseHandedBack::settled);
  }

  /**
   * What meetings agreed on last for a case: the newest roles, and the newest 主担当. None where none
   * did, or this agency was not there.
   */
  public Agreed agreed(AgencyId agency, CaseId caseId) {
    List<Agreed> newestFirst =
        inboxRows.decided(databases.of(agency), caseId).reversed().stream()
            .map(ItemDecided::agreed)
            .toList();
    return new Agreed(newest(newestFirst, Agreed::roles), newest(newestFirst, Agreed::leads));
  }

  private static <T> List<T> newest(List<Agreed> all, Function<Agreed, List<T>> what) {
    return all.stream().map(what).filter(some -> !some.isEmpty()).findFirst().orElse(List.of());
  }

  /** What this agency was told of a leg, oldest first: the latest 50. */
  public List<CaseEvent> told(AgencyId agency, ReferralId referralId) {
    return inboxRows.since(databases.of(agency), referralId, 0);
  }

  /** With what an agency was first at a leg after this sequence, as far as this one was told. */
  public Optional<CaseEvent> firstDone(AgencyId agency, ReferralId referralId, long sequence) {
    return Competition.first(inboxRows.since(databases.of(agency), referralId, sequence));
  }

  /** How far a command of this agency got. */
  public Optional<CommandOutcome> outcome(AgencyId agency, CommandId commandId) {
    return told(agency, OutcomeRows.of(databases.of(agency), commandId)).stream().findFirst();
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
    return OutcomeRows.toldAtSubmission(databases.of(agency), commandId, prefix);
  }

  /** The command that was sent to this place of the agency's outbox. */
  public Optional<CommandId> sentAt(AgencyId agency, int partition, long offset) {
    return OutcomeRows.sentAt(databases.of(agency), partition, offset);
  }

  /** Every command of this agency about a case, in the order they were submitted. */
  public List<CommandOutcome> outcomes(AgencyId agency, CaseId caseId) {
    return told(agency, OutcomeRows.of(databases.of(agency), caseId));
  }

  private List<CommandOutcome> told(AgencyId agency, List<CommandOutcome> outcomes) {
    return Happened.toldIn(databases.of(agency), inboxRows, directory.snapshot(), outcomes);
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
