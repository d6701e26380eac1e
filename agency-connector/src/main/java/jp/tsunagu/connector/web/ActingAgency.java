package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentCaller;
import jp.tsunagu.runtime.caller.Door;

/** For whom a request acts: its own agency only; another agency's path looks as if it were none. */
final class ActingAgency {

  private static final String AGENCY = "agencyId";

  private ActingAgency() {}

  /** The door to what belongs to an agency. */
  static Door door(HostedAgencies agencies) {
    return new Door(
        "/agencies/{" + AGENCY + "}/**",
        (caller, path) ->
            caller instanceof Caller.OfAgency own
                && own.agency().value().equals(path.get(AGENCY))
                && agencies.find(own.agency()).isPresent(),
        false);
  }

  /** The agency the caller acts for; it is the one of the path. */
  static AgencyId of(HttpServletRequest request) {
    return caller(request).agency();
  }

  /** Who acts for it. */
  static Caller.OfAgency caller(HttpServletRequest request) {
    if (CurrentCaller.of(request) instanceof Caller.OfAgency own) {
      return own;
    }
    throw new IllegalStateException("the door lets only agencies in");
  }
}
