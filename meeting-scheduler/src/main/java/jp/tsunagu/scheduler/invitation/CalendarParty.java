package jp.tsunagu.scheduler.invitation;

import java.net.URI;
import jp.tsunagu.contract.id.AgencyId;

/**
 * An organiser or an invited agency in a calendar file.
 *
 * @param name of the agency
 * @param address {@code mailto:…} of the agency's office, or a name of its own where it has no mail
 *     address
 */
public record CalendarParty(String name, URI address) {

  /** A party that calendars can answer by mail. */
  public static CalendarParty byMail(String name, String mailAddress) {
    return new CalendarParty(name, URI.create("mailto:" + mailAddress));
  }

  /** A party without a mail address. */
  public static CalendarParty named(String name, AgencyId agencyId) {
    return new CalendarParty(name, URI.create("urn:tsunagu:agency:" + agencyId));
  }
}
