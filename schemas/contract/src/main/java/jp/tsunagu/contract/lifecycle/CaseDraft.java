package jp.tsunagu.contract.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/** A case while one event is applied to it. */
final class CaseDraft {

  private final CaseId caseId;
  private final long sequence;
  int persons;
  @Nullable Consultation consultation;
  private @Nullable Protection protection;
  private boolean everProtected;
  final List<Consent> consents;
  final List<Referral> referrals;
  Coordination coordination;
  final Set<AgencyId> members;
  private final List<DossierOutline> dossiers;
  final List<SharingStop> stops;
  final List<MeetingItem> meetings;
  private final List<RecordedForm> forms;
  private final List<SideSupport> sides;
  final List<Inquiry> inquiries;
  final List<HandedPaper> papers;

  private @Nullable CaseNumber caseNumber;

  CaseDraft(CaseState state, long sequence) {
    this.caseId = state.caseId();
    this.sequence = sequence;
    this.caseNumber = state.caseNumber();
    this.persons = state.persons();
    this.consultation = state.consultation();
    this.protection = state.protection();
    this.everProtected = state.everProtected();
    this.consents = new ArrayList<>(state.consents());
    this.referrals = new ArrayList<>(state.referrals());
    this.coordination = state.coordination();
    this.members = new HashSet<>(state.members());
    this.dossiers = new ArrayList<>(state.dossiers());
    this.stops = new ArrayList<>(state.stops());
    this.meetings = new ArrayList<>(state.meetings());
    this.forms = new ArrayList<>(state.forms());
    this.sides = new ArrayList<>(state.sides());
    this.inquiries = new ArrayList<>(state.inquiries());
    this.papers = new ArrayList<>(state.papers());
  }

  CaseState toState() {
    return new CaseState(
        caseId,
        sequence,
        persons,
        consultation,
        protection,
        everProtected,
        consents,
        referrals,
        coordination,
        members,
        dossiers,
        stops,
        meetings,
        forms,
        sides,
        inquiries,
        papers,
        caseNumber);
  }

  /** Whichever event this reader saw first told it. */
  void called(@Nullable CaseNumber number) {
    caseNumber = number == null ? caseNumber : number;
  }

  /** A protection measure begins, changes or ends. */
  void protect(@Nullable Protection measure) {
    protection = measure;
    everProtected |= measure != null;
  }

  /** Changes this leg; a leg this reader never saw stays unseen. */
  void referral(ReferralId id, UnaryOperator<Referral> change) {
    referrals.replaceAll(leg -> leg.referralId().equals(id) ? change.apply(leg) : leg);
  }

  void progress(ReferralId id, UnaryOperator<Progress> change) {
    referral(id, leg -> leg.with(change.apply(leg.progress())));
  }

  /** Changes this item; one this reader never saw stays unseen. */
  void meeting(MeetingRequestId id, UnaryOperator<MeetingItem> change) {
    meetings.replaceAll(item -> item.requestId().equals(id) ? change.apply(item) : item);
  }

  /** A sheet takes the place of the one of its form before it, of a meeting about the same item. */
  void filled(RecordedForm sheet) {
    forms.replaceAll(one -> one.isOf(sheet.form(), sheet.item()) ? sheet : one);
    if (!forms.contains(sheet)) {
      forms.add(sheet);
    }
    sides.replaceAll(side -> side.filled(sheet));
  }

  /** The latest support of this kind for this person, whoever carries it out. */
  Optional<SideSupport> side(SideFlow flow) {
    return sides.stream().filter(side -> side.flow().is(flow.kind(), flow.person())).findFirst();
  }

  /** A support takes the place of the one of its kind for its person before it. */
  void side(SideSupport next) {
    SideFlow flow = next.flow();
    sides.replaceAll(one -> one.flow().is(flow.kind(), flow.person()) ? next : one);
    if (!sides.contains(next)) {
      sides.add(next);
    }
  }

  /** Changes this question; one this reader never saw stays unseen. */
  void inquiry(long asked, UnaryOperator<Inquiry> change) {
    inquiries.replaceAll(one -> one.asked() == asked ? change.apply(one) : one);
  }

  /** Keeps what travelled; gives its id for the leg it travelled with. */
  @Nullable DossierId travelled(@Nullable DossierOutline dossier) {
    if (dossier == null) {
      return null;
    }
    dossiers.add(dossier);
    return dossier.dossierId();
  }

  /** Keeps what travelled with several events at once: it is one dossier, with all its holders. */
  void travelledTogether(@Nullable DossierOutline dossier) {
    if (dossier == null) {
      return;
    }
    boolean known = dossiers.stream().anyMatch(one -> one.dossierId().equals(dossier.dossierId()));
    if (known) {
      dossiers.replaceAll(
          one -> one.dossierId().equals(dossier.dossierId()) ? one.with(dossier) : one);
    } else {
      dossiers.add(dossier);
    }
  }
}
