package jp.tsunagu.connector.record;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.StageCode;

/** Who may go on with a household whose referral was not taken. The network decides. */
public enum GoesOn {
  /** This agency: it sent the leg or one before it. */
  SENDER,
  /** The desk, if this agency is the desk: the chain began with a sheet. */
  DESK,
  /** Not this agency, or somebody has gone on already. */
  NOBODY;

  /** By the chain alone, whatever became of the leg. */
  public static GoesOn after(AgencyId agency, CaseState state, Referral leg) {
    if (state.isContinued(leg.referralId())) {
      return NOBODY;
    }
    if (state.sendersUpTheChain(leg).contains(agency)) {
      return SENDER;
    }
    return state.comesFromASheet(leg) ? DESK : NOBODY;
  }

  /**
   * Where it waits for that: it was declined or sent back by another agency, and the support of who
   * received the household has not ended meanwhile.
   */
  static GoesOn waiting(AgencyId agency, CaseState state, Referral leg) {
    StageCode stage = StageCode.of(leg.stage());
    Consultation consultation = state.consultation();
    boolean ended = consultation != null && consultation.supportEnded() != null;
    boolean failed = stage == StageCode.DECLINED || stage == StageCode.SENT_BACK;
    return ended || !failed || leg.receiver().equals(agency) ? NOBODY : after(agency, state, leg);
  }
}
