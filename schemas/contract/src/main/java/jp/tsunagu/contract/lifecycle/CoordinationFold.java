package jp.tsunagu.contract.lifecycle;

import java.util.List;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinatorChanged;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;

/** What the events of 多機関協働 change. */
final class CoordinationFold {

  private CoordinationFold() {}

  static void apply(CaseDraft draft, CoordinationEvent event) {
    switch (event) {
      case CoordinationRequested requested -> request(draft, requested);
      case CoordinationAccepted _ -> draft.coordination = accepted(draft.coordination);
      case ScreeningDecided screening -> {
        if (ConferenceFold.waitsForScreening(draft)) {
          ConferenceFold.screened(draft, screening.route());
        } else {
          draft.coordination = screened(draft.coordination, screening);
        }
      }
      case SupportDecided decided -> {
        draft.travelled(decided.dossier());
        draft.coordination = decided(draft.coordination, decided.header().sequence());
      }
      case CaseHandedBack handedBack -> handBack(draft, handedBack);
      case CoordinationClosed closed -> {
        draft.travelled(closed.dossier());
        draft.coordination = closed(draft.coordination, closed);
      }
      case CoordinatorChanged changed -> draft.coordination = changed(draft.coordination, changed);
      case ResultReported reported -> draft.travelled(reported.dossier());
      case MemberAppointed appointed -> draft.members.add(appointed.member());
      case MemberReleased released -> {
        draft.members.remove(released.member());
        PaperFold.left(draft, released.member(), released.header().recordedAt());
      }
      case FormRecorded recorded -> draft.filled(sheet(draft, recorded));
    }
  }

  private static RecordedForm sheet(CaseDraft draft, FormRecorded event) {
    return new RecordedForm(
        event.form(),
        event.revision(),
        event.dated(),
        event.persons(),
        event.header().actor(),
        event.header().sequence(),
        draft.travelled(event.dossier()),
        event.item());
  }

  private static void request(CaseDraft draft, CoordinationRequested event) {
    draft.travelled(event.dossier());
    draft.coordination =
        new Coordination.Requested(
            event.coordinator(),
            event.requestedBy(),
            event.again() ? event.header().sequence() : 0);
  }

  private static Coordination accepted(Coordination coordination) {
    return coordination instanceof Coordination.Requested requested
        ? new Coordination.Open(
            requested.coordinator(),
            requested.requestedBy(),
            false,
            Round.beginning(requested.since()))
        : coordination;
  }

  /**
   * Advice only ends the request; every other route is a step inside it. Where items of a meeting
   * wait for screening, it is about them.
   */
  private static Coordination screened(Coordination coordination, ScreeningDecided event) {
    return switch (coordination) {
      case Coordination.Requested requested when event.route() == ScreeningRoute.ADVICE_ONLY ->
          new Coordination.Closed(requested.coordinator(), requested.requestedBy(), List.of());
      case Coordination.Open open when event.route() == ScreeningRoute.ADVICE_ONLY ->
          new Coordination.Closed(open.coordinator(), open.requestedBy(), List.of());
      case Coordination.None _,
          Coordination.Requested _,
          Coordination.Open _,
          Coordination.Closed _ ->
          coordination;
    };
  }

  /** A 重層的支援会議 decided about an item: it counts for the coordination that runs. */
  static Coordination itemDecided(Coordination coordination, long sequence) {
    return coordination instanceof Coordination.Open open
        ? new Coordination.Open(
            open.coordinator(),
            open.requestedBy(),
            open.supportDecided(),
            open.round().itemDecided(sequence))
        : coordination;
  }

  private static Coordination decided(Coordination coordination, long sequence) {
    return coordination instanceof Coordination.Open open
        ? new Coordination.Open(
            open.coordinator(), open.requestedBy(), true, open.round().decided(sequence))
        : coordination;
  }

  private static void handBack(CaseDraft draft, CaseHandedBack event) {
    draft.referrals.add(
        new Referral(
            event.referralId(),
            new ChainPlace(event.referralId(), null),
            ReferralKind.HAND_BACK,
            event.urgency(),
            event.parties(),
            ReferralMode.TOGETHER,
            draft.travelled(event.dossier()),
            Progress.asked(new Stage.Sent(), event.clock(), event.header().recordedAt())));
  }

  private static Coordination closed(Coordination coordination, CoordinationClosed event) {
    return coordination instanceof Coordination.Open open
        ? new Coordination.Closed(open.coordinator(), open.requestedBy(), event.leads())
        : coordination;
  }

  private static Coordination changed(Coordination coordination, CoordinatorChanged event) {
    return coordination instanceof Coordination.Open open
        ? new Coordination.Open(event.to(), open.requestedBy(), open.supportDecided(), open.round())
        : coordination;
  }
}
