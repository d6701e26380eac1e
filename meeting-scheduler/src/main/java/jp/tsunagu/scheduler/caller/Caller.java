package jp.tsunagu.scheduler.caller;

import jp.tsunagu.contract.id.AgencyId;

/** Who uses the scheduler's HTTP interface. */
public sealed interface Caller {

  /** An agency (機関): commands and reads the meetings it organises. */
  record AgencyCaller(AgencyId agency) implements Caller {}

  /** The coordination desk (調整窓口): commands and reads every meeting. */
  record DeskCaller() implements Caller {}

  /** A manager (課長, 部長): reads every meeting. */
  record ManagerCaller() implements Caller {}
}
