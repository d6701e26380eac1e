package jp.tsunagu.gateway.decision;

import static jp.tsunagu.contract.lifecycle.FlowRequirement.ASSESSMENT;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.CONSENT_OF_EACH_PERSON;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.CONTACT;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.DECIDED;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.EVALUATION;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.ITEM_DECIDED;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.OUTREACH_EVALUATION;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.OUTREACH_PLAN;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.PARTICIPATION_EVALUATION;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.PARTICIPATION_PLAN;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.PLACE_ASSESSED;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.PLAN;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.ROLES_AND_LEAD;

import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.SideGates;
import jp.tsunagu.contract.id.AgencyId;

/** Four ways in which cities let the steps of 多機関協働 wait. */
enum Cities {
  /** Nothing waits. */
  TACHIKAWA(Town.DESK, CaseFlow.FREE),
  /** Plan and evaluation are made at the table. */
  KOKUBUNJI(
      Town.SHAKYO,
      new CaseFlow(
          List.of(CONSENT_OF_EACH_PERSON, ITEM_DECIDED),
          List.of(),
          List.of(ITEM_DECIDED),
          List.of(DECIDED),
          new SideGates(List.of(), List.of(), List.of(), List.of(), List.of(CONTACT), List.of()))),
  /** The department in charge makes a plan where it is needed (必要に応じて). */
  EDOGAWA(
      Town.KANKYO,
      new CaseFlow(
          List.of(ASSESSMENT),
          List.of(),
          List.of(EVALUATION),
          List.of(DECIDED),
          new SideGates(
              List.of(PARTICIPATION_PLAN),
              List.of(),
              List.of(CONTACT),
              List.of(),
              List.of(CONTACT),
              List.of(OUTREACH_EVALUATION)))),
  /** 図19, 図21: everything is on paper and decided at the table. */
  KOMAE(
      Town.DESK,
      new CaseFlow(
          List.of(CONSENT_OF_EACH_PERSON, ASSESSMENT, PLAN, ITEM_DECIDED),
          List.of(ROLES_AND_LEAD, DECIDED),
          List.of(DECIDED, EVALUATION, ITEM_DECIDED),
          List.of(DECIDED),
          new SideGates(
              List.of(PARTICIPATION_PLAN),
              List.of(PARTICIPATION_PLAN, PLACE_ASSESSED),
              List.of(PARTICIPATION_EVALUATION),
              List.of(OUTREACH_PLAN),
              List.of(CONTACT),
              List.of(OUTREACH_PLAN, OUTREACH_EVALUATION))));

  private final AgencyId coordinator;
  private final CaseFlow flow;

  Cities(AgencyId coordinator, CaseFlow flow) {
    this.coordinator = coordinator;
    this.flow = flow;
  }

  AgencyId coordinator() {
    return coordinator;
  }

  CaseFlow flow() {
    return flow;
  }
}
