package jp.tsunagu.contract.lifecycle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * A case as its events left it; {@link CaseLifecycle#evolve} is the only way to change one.
 *
 * @param sequence of the last event; 0 before the first
 * @param persons the case names 世帯員1 to 世帯員n
 * @param consultation how it began; none before {@code ConsultationReceived}
 * @param protection the standing protection measure, even past its last day
 * @param everProtected general views keep hiding agencies after the protection was lifted
 * @param members of the case's 支援会議
 * @param dossiers every dossier that travelled, in that order
 * @param stops every holder asked to stop, in that order
 * @param meetings everything the case brought to a meeting, in the order it was asked for
 * @param caseNumber what people call the case; none before an event told it
 */
public record CaseState(
    CaseId caseId,
    long sequence,
    int persons,
    @Nullable Consultation consultation,
    @Nullable Protection protection,
    boolean everProtected,
    List<Consent> consents,
    List<Referral> referrals,
    Coordination coordination,
    Set<AgencyId> members,
    List<DossierOutline> dossiers,
    List<SharingStop> stops,
    List<MeetingItem> meetings,
    @Nullable CaseNumber caseNumber) {

  public CaseState {
    consents = List.copyOf(consents);
    referrals = List.copyOf(referrals);
    members = Set.copyOf(members);
    dossiers = List.copyOf(dossiers);
    stops = List.copyOf(stops);
    meetings = List.copyOf(meetings);
  }

  /** The state before the first event. */
  public static CaseState beforeFirst(CaseId caseId) {
    return new CaseState(
        caseId,
        0,
        0,
        null,
        null,
        false,
        List.of(),
        List.of(),
        new Coordination.None(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The leg with this id. */
  public Optional<Referral> referral(ReferralId id) {
    return referrals.stream().filter(referral -> referral.referralId().equals(id)).findFirst();
  }

  /** The consent with this id. */
  public Optional<Consent> consent(ConsentId id) {
    return consents.stream().filter(consent -> consent.consentId().equals(id)).findFirst();
  }

  /** The dossier with this id, as it travelled last. */
  public Optional<DossierOutline> dossier(DossierId id) {
    return dossiers.stream().filter(dossier -> dossier.dossierId().equals(id)).reduce((a, b) -> b);
  }

  /** What the case brought to a meeting under this id. */
  public Optional<MeetingItem> meeting(MeetingRequestId id) {
    return meetings.stream().filter(item -> item.requestId().equals(id)).findFirst();
  }

  /**
   * Whom the notice of this item goes to: to a 支援会議 the members appointed for the case – of them
   * those the item names, if it names any –, to a 重層的支援会議 the agencies the item names; whoever
   * asked comes to both.
   */
  public Set<AgencyId> invitedTo(MeetingItem item) {
    Set<AgencyId> table = new HashSet<>(tableOf(item));
    if (item.conference() == ConferenceKind.SUPPORT_CONFERENCE) {
      table.retainAll(members);
    }
    table.add(item.requestedBy());
    return Set.copyOf(table);
  }

  /** Whom the item names and who is not invited, being no member (構成員) of the 支援会議. */
  public Set<AgencyId> notInvitedTo(MeetingItem item) {
    Set<AgencyId> table = new HashSet<>(tableOf(item));
    table.removeAll(invitedTo(item));
    table.remove(AgencyId.WITHHELD);
    return Set.copyOf(table);
  }

  /** Who is meant to be at the table: the agencies the item names, else the case's members. */
  public Set<AgencyId> tableOf(MeetingItem item) {
    return item.involved().isEmpty() ? members : item.involved();
  }

  /** Whether the case names this person. */
  public boolean names(PersonRef person) {
    return person.number() <= persons;
  }

  /**
   * Whether general views must hide area, receivers and exclusions (保護案件); expiry does not end it.
   */
  public boolean isProtected() {
    return protection != null;
  }
}
