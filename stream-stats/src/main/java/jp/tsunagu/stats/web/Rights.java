package jp.tsunagu.stats.web;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.stats.figure.Audience;

/** Whose figures a caller may read. Desk and managers see counts and times, never a person. */
final class Rights {

  private Rights() {}

  /** Whether the figures of this agency are the caller's business. */
  static boolean mayRead(Caller caller, AgencyId agency) {
    return switch (caller) {
      case Caller.OfAgency own -> own.agency().equals(agency);
      case Caller.Desk _, Caller.Supervisor _ -> true;
      case Caller.MeetingSecretary _,
          Caller.Administrator _,
          Caller.ProtectionOfficer _,
          Caller.Peer _ ->
          false;
    };
  }

  /** Whose figures the caller gets. */
  static Audience audience(Caller caller) {
    return seesAll(caller) ? Audience.DESK_AND_MANAGERS : Audience.EVERYBODY;
  }

  /** Whether the caller may see every agency's figures, and the ids behind them. */
  static boolean seesAll(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _ -> true;
      case Caller.OfAgency _,
          Caller.MeetingSecretary _,
          Caller.Administrator _,
          Caller.ProtectionOfficer _,
          Caller.Peer _ ->
          false;
    };
  }
}
