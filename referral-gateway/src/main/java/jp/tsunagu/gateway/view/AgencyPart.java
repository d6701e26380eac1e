package jp.tsunagu.gateway.view;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.RecordedForm;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SharingStop;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.gateway.decision.Parties;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.decision.ToldTo;
import org.jspecify.annotations.Nullable;

/**
 * An agency's part of a case it takes part in: no more than its inbox was told.
 *
 * <p>The reception is seen by who received the household and by the coordinator; the fields after
 * assessment by the coordinator alone, because they tell of illness or debt. Of a leg its senders
 * see no reminder to the receiver and, where they handed the household over (引継ぎ), nothing of the
 * support after acceptance.
 */
record AgencyPart(AgencyId agency, Roll roll) {

  CaseState of(CaseState state) {
    boolean coordinates = coordinates(state.coordination());
    @Nullable Consultation reception = reception(state.consultation(), coordinates);
    return new CaseState(
        state.caseId(),
        state.sequence(),
        reception == null ? 0 : state.persons(),
        reception,
        ToldTo.protection(state, agency),
        state.everProtected(),
        List.of(),
        state.referrals().stream()
            .filter(leg -> Parties.sees(state, leg, agency, roll))
            .map(leg -> leg.at(ToldTo.chain(state, leg, agency, roll)))
            .map(leg -> coordinates || isReceiver(leg) ? leg : asItsSenderSees(leg))
            .toList(),
        coordination(state),
        state.members().contains(agency) ? Set.of(agency) : Set.of(),
        List.of(),
        state.stops().stream().filter(stop -> coordinates || isAbout(stop)).toList(),
        state.meetings().stream()
            .filter(item -> Parties.sees(state, item, agency, roll))
            .map(item -> coordinates || isRunBy(item) ? item : item.asToldTo(agency))
            .toList(),
        state.forms().stream()
            .filter(
                form -> coordinates || form.recordedBy().equals(agency) || isOfItsItem(state, form))
            .toList(),
        ToldTo.sides(state, agency),
        state.inquiries().stream().filter(one -> coordinates || isOneOf(one.parties())).toList(),
        state.papers().stream()
            .filter(paper -> coordinates || isRunBy(state, paper) || isOut(paper))
            .toList(),
        state.caseNumber());
  }

  private Coordination coordination(CaseState state) {
    if (!hasRole(state.coordination())) {
      return new Coordination.None();
    }
    return state.coordination() instanceof Coordination.Closed(AgencyId by, AgencyId to, var leads)
        ? new Coordination.Closed(by, to, ToldTo.leads(state, leads, agency))
        : state.coordination();
  }

  /** Whoever runs a meeting knows which sheets of its items stand. */
  private boolean isOfItsItem(CaseState state, RecordedForm form) {
    MeetingRequestId item = form.item();
    return item != null && state.meeting(item).filter(this::isRunBy).isPresent();
  }

  private boolean isRunBy(CaseState state, HandedPaper paper) {
    return state.meeting(paper.item()).filter(this::isRunBy).isPresent();
  }

  /** One that was called back does not exist for who had it. */
  private boolean isOut(HandedPaper paper) {
    return paper.copy().agency().equals(agency) && paper.isOut();
  }

  private boolean isRunBy(MeetingItem item) {
    return item.requestedBy().equals(agency) || Parties.organises(item, agency);
  }

  private @Nullable Consultation reception(@Nullable Consultation whole, boolean coordinates) {
    if (whole == null || !(coordinates || whole.receivedBy().equals(agency))) {
      return null;
    }
    return coordinates ? whole : whole.asReceived();
  }

  private Referral asItsSenderSees(Referral leg) {
    Progress progress = leg.progress();
    boolean between = leg.sender().equals(agency);
    boolean handedOver =
        leg.mode() == ReferralMode.HANDOVER && leg.stage() instanceof Stage.InContact;
    return new Referral(
        leg.referralId(),
        leg.chain(),
        leg.kind(),
        leg.urgency(),
        leg.parties(),
        leg.mode(),
        leg.dossierId(),
        new Progress(
            handedOver ? new Stage.Accepted() : leg.stage(),
            between && progress.awaitingDossier(),
            between && progress.questionOpen(),
            between && progress.withdrawalRequested(),
            progress.clock(),
            null,
            progress.sentAt(),
            progress.changedAt()));
  }

  private boolean isReceiver(Referral leg) {
    return leg.receiver().equals(agency);
  }

  private boolean isAbout(SharingStop stop) {
    return stop.holder().equals(agency) || stop.requestedBy().equals(agency);
  }

  private boolean coordinates(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _, Coordination.Closed _ -> false;
      case Coordination.Requested requested -> requested.coordinator().equals(agency);
      case Coordination.Open open -> open.coordinator().equals(agency);
    };
  }

  private boolean hasRole(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _ -> false;
      case Coordination.Requested(AgencyId coordinator, AgencyId by, _) -> isOneOf(coordinator, by);
      case Coordination.Open(AgencyId coordinator, AgencyId by, _, _) -> isOneOf(coordinator, by);
      case Coordination.Closed(AgencyId coordinator, AgencyId by, List<Lead> leads) ->
          isOneOf(coordinator, by) || leads.stream().anyMatch(lead -> lead.agency().equals(agency));
    };
  }

  private boolean isOneOf(LegParties parties) {
    return isOneOf(parties.sender(), parties.receiver());
  }

  private boolean isOneOf(AgencyId one, AgencyId other) {
    return agency.equals(one) || agency.equals(other);
  }
}
