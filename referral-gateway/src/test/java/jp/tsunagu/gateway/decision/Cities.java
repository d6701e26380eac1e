package jp.tsunagu.gateway.decision;

import static jp.tsunagu.contract.lifecycle.FlowRequirement.ASSESSMENT;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.CONSENT_OF_EACH_PERSON;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.DECIDED;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.EVALUATION;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.ITEM_DECIDED;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.PLAN;
import static jp.tsunagu.contract.lifecycle.FlowRequirement.ROLES_AND_LEAD;

import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
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
          List.of(DECIDED))),
  /** The department in charge makes a plan where it is needed (必要に応じて). */
  EDOGAWA(
      Town.KANKYO,
      new CaseFlow(List.of(ASSESSMENT), List.of(), List.of(EVALUATION), List.of(DECIDED))),
  /** 図19, 図21: everything is on paper and decided at the table. */
  KOMAE(
      Town.DESK,
      new CaseFlow(
          List.of(CONSENT_OF_EACH_PERSON, ASSESSMENT, PLAN, ITEM_DECIDED),
          List.of(ROLES_AND_LEAD, DECIDED),
          List.of(DECIDED, EVALUATION, ITEM_DECIDED),
          List.of(DECIDED)));

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
