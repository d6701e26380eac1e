package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/** Events of 多機関協働: the desk's part in a case. */
public sealed interface CoordinationEvent extends CaseEvent {

  /**
   * 調整依頼.
   *
   * @param again the coordination of this case had been closed before (再開)
   */
  record CoordinationRequested(
      EventHeader header,
      AgencyId requestedBy,
      AgencyId coordinator,
      boolean again,
      @Nullable DossierOutline dossier)
      implements CoordinationEvent {}

  /** The coordinator took it on. */
  record CoordinationAccepted(EventHeader header) implements CoordinationEvent {}

  /** Screening decided, with a code of the city's list as reason. */
  record ScreeningDecided(EventHeader header, ScreeningRoute route, String reason)
      implements CoordinationEvent {}

  /**
   * 支援決定.
   *
   * @param passed what was missing, and why it was decided nevertheless
   */
  record SupportDecided(
      EventHeader header, @Nullable PassedGate passed, @Nullable DossierOutline dossier)
      implements CoordinationEvent {

    /** With all it waits for. */
    public SupportDecided(EventHeader header) {
      this(header, null, null);
    }
  }

  /**
   * つなぎ戻し: a leg from the coordinator to an agency, with settled roles; apart from 差戻し.
   *
   * @param passed what was missing, and why it went back nevertheless
   */
  record CaseHandedBack(
      EventHeader header,
      ReferralId referralId,
      @Flat LegParties parties,
      Urgency urgency,
      @Flat Settled settled,
      ResponseClock clock,
      @Nullable DossierOutline dossier,
      @Nullable PassedGate passed)
      implements CoordinationEvent {}

  /**
   * 多機関協働の終結; the agencies' support goes on.
   *
   * @param ground why it ended without an evaluation that a meeting dealt with
   * @param passed what was missing, and why it ended nevertheless
   */
  record CoordinationClosed(
      EventHeader header,
      List<Lead> leads,
      @Nullable ClosingGround ground,
      @Nullable PassedGate passed,
      @Nullable DossierOutline dossier)
      implements CoordinationEvent {
    public CoordinationClosed {
      leads = List.copyOf(leads);
    }

    /** With all it waits for. */
    public CoordinationClosed(EventHeader header, List<Lead> leads) {
      this(header, leads, null, null, null);
    }
  }

  /** 多機関協働事業者の交替. */
  record CoordinatorChanged(EventHeader header, AgencyId from, AgencyId to)
      implements CoordinationEvent {}

  /**
   * The result was told to this person.
   *
   * @param passed what was missing, and why it was told nevertheless
   */
  record ResultReported(
      EventHeader header,
      PersonRef person,
      @Nullable PassedGate passed,
      @Nullable DossierOutline dossier)
      implements CoordinationEvent {}

  /** An agency became a member of the case's 支援会議. */
  record MemberAppointed(EventHeader header, AgencyId member) implements CoordinationEvent {}

  /** A member was left without a role. */
  record MemberReleased(EventHeader header, AgencyId member) implements CoordinationEvent {}

  /**
   * A sheet of the case was filled in (様式): which one, when and about whom, never what stands on
   * it.
   *
   * @param revision which of this form in this case, or of this item, it is, from 1
   * @param dated the day it bears (Asia/Tokyo)
   * @param item of a form of a meeting, the item it is about
   */
  record FormRecorded(
      EventHeader header,
      FormRef form,
      int revision,
      LocalDate dated,
      Set<PersonRef> persons,
      @Nullable MeetingRequestId item,
      @Nullable DossierOutline dossier)
      implements CoordinationEvent {
    public FormRecorded {
      persons = Set.copyOf(persons);
    }
  }
}
