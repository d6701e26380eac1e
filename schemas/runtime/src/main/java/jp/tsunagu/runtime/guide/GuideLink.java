package jp.tsunagu.runtime.guide;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.runtime.caller.PersonRole;

/**
 * The way to a guide, the same at every service.
 *
 * @param label as a link says it
 */
public record GuideLink(String label, String address) {

  /** Where they are; for everybody. */
  public static final String ADDRESSES = "/guide/**";

  /**
   * Those of somebody with these roles. Who leads does the work of staff, too, and what to do while
   * the network is down is for everybody.
   */
  public static List<GuideLink> of(Set<PersonRole> roles) {
    boolean leads = roles.contains(PersonRole.AGENCY_LEAD);
    return Stream.concat(
            Stream.of(PersonRole.values())
                .filter(role -> roles.contains(role) || (leads && role == PersonRole.AGENCY_STAFF))
                .map(role -> link(role.label(), role.word())),
            roles.isEmpty() ? Stream.empty() : Stream.of(link(Guide.OUTAGE_TITLE, Guide.OUTAGE)))
        .toList();
  }

  private static GuideLink link(String label, String name) {
    return new GuideLink(label, "/guide/" + name + ".pdf");
  }
}
