package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.connector.agency.Callers;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.problem.Problem;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a caller act for its own agency only; another agency's path looks as if it did not exist.
 */
final class AgencyInterceptor implements HandlerInterceptor {

  private static final String CALLER = AgencyInterceptor.class.getName() + ".caller";

  private final Callers callers;
  private final HostedAgencies agencies;

  AgencyInterceptor(Callers callers, HostedAgencies agencies) {
    this.callers = callers;
    this.agencies = agencies;
  }

  /** The agency the caller acts for; it is the one of the path. */
  static AgencyId callerOf(HttpServletRequest request) {
    return (AgencyId) Objects.requireNonNull(request.getAttribute(CALLER));
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables)
        || !(variables.get("agencyId") instanceof String wanted)) {
      return true;
    }
    Optional<AgencyId> caller = callers.agencyOf(request.getHeader("Authorization"));
    if (caller.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      return refuse(
          response,
          Problem.of(ProblemKind.UNAUTHENTICATED, "Authorization: Bearer に機関のトークンを付けてください。"));
    }
    if (!caller.get().value().equals(wanted) || agencies.find(caller.get()).isEmpty()) {
      return refuse(response, Answers.NOT_FOUND);
    }
    request.setAttribute(CALLER, caller.get());
    return true;
  }

  private static boolean refuse(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.kind().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(Answers.bytes(problem));
    return false;
  }
}
