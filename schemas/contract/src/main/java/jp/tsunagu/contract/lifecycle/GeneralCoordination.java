package jp.tsunagu.contract.lifecycle;

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

/** The events of 多機関協働 in a protected case, as everybody may see them. */
final class GeneralCoordination {

  private GeneralCoordination() {}

  static CoordinationEvent of(CoordinationEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    return switch (event) {
      case CoordinationRequested requested -> requested(header, requested, withholding);
      case CoordinationAccepted _ -> new CoordinationAccepted(header);
      case ScreeningDecided decided ->
          new ScreeningDecided(header, decided.route(), decided.reason());
      case SupportDecided decided ->
          new SupportDecided(header, decided.passed(), withholding.outline(decided.dossier()));
      case CaseHandedBack handedBack -> handedBack(header, handedBack, withholding);
      case CoordinationClosed closed ->
          new CoordinationClosed(
              header,
              withholding.leads(closed.leads()),
              closed.ground(),
              closed.passed(),
              withholding.outline(closed.dossier()));
      case CoordinatorChanged changed ->
          new CoordinatorChanged(
              header, withholding.agency(changed.from()), withholding.agency(changed.to()));
      case ResultReported reported ->
          new ResultReported(
              header,
              reported.person(),
              reported.passed(),
              withholding.outline(reported.dossier()));
      case MemberAppointed appointed ->
          new MemberAppointed(header, withholding.agency(appointed.member()));
      case MemberReleased released ->
          new MemberReleased(header, withholding.agency(released.member()));
      case FormRecorded recorded ->
          new FormRecorded(
              header,
              recorded.form(),
              recorded.revision(),
              recorded.dated(),
              recorded.persons(),
              recorded.item(),
              withholding.outline(recorded.dossier()));
    };
  }

  private static CoordinationRequested requested(
      EventHeader header, CoordinationRequested event, Withholding withholding) {
    return new CoordinationRequested(
        header,
        withholding.agency(event.requestedBy()),
        withholding.agency(event.coordinator()),
        event.again(),
        withholding.outline(event.dossier()));
  }

  private static CaseHandedBack handedBack(
      EventHeader header, CaseHandedBack event, Withholding withholding) {
    return new CaseHandedBack(
        header,
        event.referralId(),
        new LegParties(
            withholding.agency(event.parties().sender()),
            withholding.agency(event.parties().receiver())),
        event.urgency(),
        withholding.settled(event.settled()),
        event.clock(),
        withholding.outline(event.dossier()),
        event.passed());
  }
}
