package jp.tsunagu.runtime.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.guide.GuideLink;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page knows: who looks at it, and where the other parts are. A template asks
 * for it as {@code site}.
 */
public final class Site {

  private final SiteSettings settings;
  private final @Nullable SitePart own;
  private final @Nullable Caller caller;
  private final @Nullable CurrentPerson person;
  private final Instant now;

  Site(
      SiteSettings settings,
      @Nullable SitePart own,
      @Nullable Caller caller,
      @Nullable CurrentPerson person,
      Instant now) {
    this.settings = settings;
    this.own = own;
    this.caller = caller;
    this.person = person;
    this.now = now;
  }

  /**
   * What stands before the path of a link to a part: nothing for the own one; null where nobody
   * said where it is.
   *
   * @param part the name of a {@link SitePart}
   */
  public @Nullable String to(String part) {
    SitePart wanted = SitePart.valueOf(part);
    return wanted == own ? "" : settings.address(wanted).orElse(null);
  }

  /**
   * The agency whose window is for the visitor, here or on the pages of another of her roles; null
   * where there is none.
   */
  public @Nullable String getAgency() {
    if (caller instanceof Caller.OfAgency of) {
      return of.agency().value();
    }
    return person != null && hasWindow(person.roles())
        ? person.agency().map(AgencyId::value).orElse(null)
        : null;
  }

  private static boolean hasWindow(Set<PersonRole> roles) {
    return roles.contains(PersonRole.AGENCY_STAFF)
        || roles.contains(PersonRole.AGENCY_LEAD)
        || roles.contains(PersonRole.DESK);
  }

  /** Whether the visitor leads others at her agency. */
  public boolean isLead() {
    return caller instanceof Caller.AgencyStaff staff
        ? staff.leads()
        : isOneOf(PersonRole.AGENCY_LEAD);
  }

  /** Whether the visitor is the coordination desk. */
  public boolean isDesk() {
    return caller instanceof Caller.Desk;
  }

  /** Whether the visitor is a manager. */
  public boolean isManager() {
    return caller instanceof Caller.Supervisor;
  }

  /** Whether the visitor prepares the meetings, here or on the pages of another of her roles. */
  public boolean isSecretary() {
    return caller instanceof Caller.MeetingSecretary || isOneOf(PersonRole.MEETING_SECRETARY);
  }

  /**
   * Whether the queue, agencies and figures are for the visitor, here or on the pages of another of
   * her roles.
   */
  public boolean isWatching() {
    return isDesk() || isManager() || isOneOf(PersonRole.DESK, PersonRole.MANAGER);
  }

  /** Whether protected cases are for the visitor, here or on the pages of another of her roles. */
  public boolean isGuarding() {
    return caller instanceof Caller.ProtectionOfficer || isOneOf(PersonRole.PROTECTION_OFFICER);
  }

  private boolean isOneOf(PersonRole... roles) {
    return person != null && Stream.of(roles).anyMatch(person.roles()::contains);
  }

  /**
   * Whether the visitor keeps the network running, by whatever role, here or on the pages of
   * another of her roles.
   */
  public boolean isOperator() {
    return (caller != null && Door.mayOperate(caller))
        || isOneOf(PersonRole.DESK, PersonRole.MANAGER, PersonRole.ADMINISTRATOR);
  }

  /** The name of the person who is logged in; null for a system. */
  public @Nullable String getPerson() {
    return person == null ? null : person.displayName();
  }

  /** The ways to the guides (手引き) of the person who is logged in; none for a system. */
  public List<GuideLink> getGuides() {
    return person == null ? List.of() : GuideLink.of(person.roles());
  }

  /**
   * In how many seconds the session of the person who is logged in is over if she does nothing
   * more; null for a system and for who came with a token.
   */
  public @Nullable Long getSessionLeft() {
    Duration left = person == null ? null : person.sessionLeft();
    return left == null ? null : left.toSeconds();
  }

  /** When the page was made. */
  public Instant getNow() {
    return now;
  }
}
