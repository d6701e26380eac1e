package jp.tsunagu.contract.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.FormRef;
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
 * @param forms the latest sheet of each form, and item where it is one of a meeting, in the order
 *     the forms first came
 * @param sides supports beside the case, the latest of each kind for a person, as they first began
 * @param inquiries every question of 情報収集, in the order they were asked
 * @param papers every copy that was handed out for a meeting, in that order
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
    List<RecordedForm> forms,
    List<SideSupport> sides,
    List<Inquiry> inquiries,
    List<HandedPaper> papers,
    @Nullable CaseNumber caseNumber) {

  public CaseState {
    consents = List.copyOf(consents);
    referrals = List.copyOf(referrals);
    members = Set.copyOf(members);
    dossiers = List.copyOf(dossiers);
    stops = List.copyOf(stops);
    meetings = List.copyOf(meetings);
    forms = List.copyOf(forms);
    sides = List.copyOf(sides);
    inquiries = List.copyOf(inquiries);
    papers = List.copyOf(papers);
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
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The leg with this id. */
  public Optional<Referral> referral(ReferralId id) {
    return referrals.stream().filter(referral -> referral.referralId().equals(id)).findFirst();
  }

  /** Whether another leg goes on where this one ended. */
  public boolean isContinued(ReferralId id) {
    return referrals.stream().anyMatch(leg -> id.equals(leg.chain().continues()));
  }

  /** Whether the chain of this leg began with a つなぐシート the desk sorted. */
  public boolean comesFromASheet(Referral leg) {
    return leg.kind() == ReferralKind.SHEET
        || referral(leg.chain().chainId())
            .map(first -> first.kind() == ReferralKind.SHEET)
            .orElse(false);
  }

  /**
   * The sender of this leg and those who sent the legs before it; whoever handed the household over
   * (引継ぎ) does not learn where it went from there.
   */
  public Set<AgencyId> sendersUpTheChain(Referral leg) {
    Set<AgencyId> senders = new LinkedHashSet<>(Set.of(leg.sender()));
    legsBefore(leg).stream()
        .filter(earlier -> earlier.mode() != ReferralMode.HANDOVER)
        .map(Referral::sender)
        .forEach(senders::add);
    return senders;
  }

  /** The legs that this one continues, the latest first. */
  public List<Referral> legsBefore(Referral leg) {
    List<Referral> legs = new ArrayList<>();
    Optional<Referral> earlier = before(leg);
    while (earlier.isPresent()) {
      legs.add(earlier.get());
      earlier = before(earlier.get());
    }
    return legs;
  }

  /** Only legs that stood before it, so that no chain runs in circles. */
  private Optional<Referral> before(Referral leg) {
    return referrals.stream()
        .takeWhile(earlier -> !earlier.referralId().equals(leg.referralId()))
        .filter(earlier -> earlier.referralId().equals(leg.chain().continues()))
        .findFirst();
  }

  /** Who coordinates now, or was asked to. */
  public Optional<AgencyId> coordinator() {
    return switch (coordination) {
      case Coordination.None _, Coordination.Closed _ -> Optional.empty();
      case Coordination.Requested requested -> Optional.of(requested.coordinator());
      case Coordination.Open open -> Optional.of(open.coordinator());
    };
  }

  /** 利用申込② where the coordinator gives or gets, else 利用申込①. */
  public ConsentPurpose purposeBetween(AgencyId giver, AgencyId recipient) {
    return coordinator().filter(one -> one.equals(giver) || one.equals(recipient)).isPresent()
        ? ConsentPurpose.COORDINATION
        : ConsentPurpose.COMPREHENSIVE_SUPPORT;
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

  /** The latest sheet of this form. */
  public Optional<RecordedForm> form(FormRef form, @Nullable MeetingRequestId item) {
    return forms.stream().filter(one -> one.isOf(form, item)).findFirst();
  }

  /** The copy with this number that has not come back. */
  public Optional<HandedPaper> paper(int number) {
    return papers.stream()
        .filter(paper -> paper.copy().number() == number && paper.isOut())
        .findFirst();
  }

  /** The latest support of this kind for this person. */
  public Optional<SideSupport> side(SideKind kind, PersonRef person) {
    return sides.stream().filter(side -> side.flow().is(kind, person)).findFirst();
  }

  /** What this agency is asked and has not answered (情報収集). */
  public Optional<Inquiry> openInquiry(AgencyId agency) {
    return inquiries.stream()
        .filter(inquiry -> inquiry.isOpen() && inquiry.parties().receiver().equals(agency))
        .findFirst();
  }

  /** Whether this agency carries a support out that goes on beside the case. */
  public boolean isBeside(AgencyId agency) {
    return sides.stream().anyMatch(side -> side.goesOn() && side.flow().provider().equals(agency));
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
    return item.request().involved().isEmpty() ? members : item.request().involved();
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
