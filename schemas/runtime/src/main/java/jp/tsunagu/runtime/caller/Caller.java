package jp.tsunagu.runtime.caller;

import jp.tsunagu.contract.id.AgencyId;

/** Who uses an interface. What each may see or do is decided by the service that is asked. */
public sealed interface Caller {

  /** Someone who acts for one agency (機関), and for it alone. */
  sealed interface OfAgency extends Caller {

    /** The agency. */
    AgencyId agency();
  }

  /** An agency's own system, known by a token. */
  record AgencySystem(AgencyId agency) implements OfAgency {}

  /**
   * A person who works for an agency.
   *
   * @param person how the login names her, the same at every service; never leaves the service that
   *     was asked, and stands in no log
   * @param leads whether she leads others there (機関の責任者)
   */
  record AgencyStaff(AgencyId agency, String person, boolean leads) implements OfAgency {

    /** Somebody who leads nobody. */
    public AgencyStaff(AgencyId agency, String person) {
      this(agency, person, false);
    }

    @Override
    public String toString() {
      return "AgencyStaff[" + agency + ", ***]";
    }
  }

  /**
   * The coordination desk (調整窓口): sees the metadata of all cases in the general view; of a
   * protected case (保護案件) what any agency sees that takes part in it.
   */
  record Desk() implements Caller {}

  /**
   * A manager (課長, 部長): sees the metadata of all cases in the general view, and of a protected case
   * (保護案件) nothing but what it adds to totals.
   */
  record Supervisor() implements Caller {}

  /** The protection officer (保護担当): sees the protected cases (保護案件) whole, and no other. */
  record ProtectionOfficer() implements Caller {}

  /** The secretary of the meetings (会議の事務局): prepares them for the desk, and sees no case. */
  record MeetingSecretary() implements Caller {}

  /** Who keeps the network running (運用担当): sees no case. */
  record Administrator() implements Caller {}

  /** Another instance of the same service: exchanges what each holds, and does nothing else. */
  record Peer() implements Caller {}
}
