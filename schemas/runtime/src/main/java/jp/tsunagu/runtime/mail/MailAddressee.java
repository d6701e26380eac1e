package jp.tsunagu.runtime.mail;

import jp.tsunagu.contract.id.AgencyId;

/**
 * An agency's office and its mail address, as the city's configuration writes it.
 *
 * @param address may be wrong; sending then ends in {@link MailOutcome.Rejected}
 */
public record MailAddressee(AgencyId agencyId, String name, String address) {

  /** Without the address, so that it is in no log line. */
  @Override
  public String toString() {
    return "MailAddressee[" + agencyId + "]";
  }
}
