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
   * @param person how the agency's login names her; never leaves the service that was asked, and
   *     stands in no log
   */
  record AgencyStaff(AgencyId agency, String person) implements OfAgency {

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

  /** Another instance of the same service: exchanges what each holds, and does nothing else. */
  record Peer() implements Caller {}
}
