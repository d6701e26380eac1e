package jp.tsunagu.stats.caller;

import jp.tsunagu.contract.id.AgencyId;

/** Who reads figures. */
public sealed interface Caller {

  /** The staff or system of one agency: sees its own figures and those of the whole network. */
  record AgencyCaller(AgencyId agency) implements Caller {}

  /** The coordination desk (調整窓口): sees all figures and the ids behind them. */
  record DeskCaller() implements Caller {}

  /** A manager (課長, 部長): sees what the desk sees; counts and times, never a person. */
  record ManagerCaller() implements Caller {}

  /** Whether the figures of this agency are the caller's business. */
  default boolean mayRead(AgencyId agency) {
    return switch (this) {
      case AgencyCaller own -> own.agency().equals(agency);
      case DeskCaller _, ManagerCaller _ -> true;
    };
  }

  /** Whether the caller may see every agency's figures, and the ids behind them. */
  default boolean seesAll() {
    return switch (this) {
      case AgencyCaller _ -> false;
      case DeskCaller _, ManagerCaller _ -> true;
    };
  }
}
