package jp.tsunagu.gateway.caller;

import jp.tsunagu.contract.id.AgencyId;

/** Who reads through the gateway's HTTP interface. */
public sealed interface Caller {

  /** The staff or system of one agency (機関): sees what that agency is a party of. */
  record AgencyCaller(AgencyId agency) implements Caller {}

  /** The coordination desk (調整窓口): sees the metadata of all cases in the general view. */
  record DeskCaller() implements Caller {}

  /** A manager (課長, 部長): sees nothing that the desk's metadata view does not contain. */
  record ManagerCaller() implements Caller {}
}
