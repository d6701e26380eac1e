package jp.tsunagu.runtime.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Decides who passes which door, before anything is read, waited for or looked up. */
public final class DoorKeeper implements AuthorizationManager<RequestAuthorizationContext> {

  private static final Set<String> READING = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

  private final List<Guarded> doors;
  private final List<RequestMatcher> open;

  DoorKeeper(Door.Doors doors) {
    this.open =
        Stream.concat(Door.Doors.OPEN_EVERYWHERE.stream(), doors.open().stream())
            .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
            .toList();
    this.doors =
        doors.all().stream()
            .map(door -> new Guarded(door, PathPatternRequestMatcher.pathPattern(door.pattern())))
            .toList();
  }

  private record Guarded(Door door, PathPatternRequestMatcher addresses) {}

  /** Not let in, for this reason. */
  record Denied(ProblemType problem) implements AuthorizationResult {

    @Override
    public boolean isGranted() {
      return false;
    }
  }

  /** Whether anybody is asked who he is. */
  public boolean isGuarded(HttpServletRequest request) {
    return guard(request).isPresent();
  }

  /** The first of these whom the door of this address lets in; none where it is none of them. */
  public Optional<Caller> fitting(HttpServletRequest request, List<Caller> capacities) {
    return guard(request).stream()
        .flatMap(guarded -> capacities.stream().filter(each -> lets(guarded, each, request)))
        .findFirst();
  }

  private static boolean lets(Guarded guarded, Caller caller, HttpServletRequest request) {
    return guarded.door().rule().lets(caller, guarded.addresses().matcher(request).getVariables());
  }

  /** Whether a stranger may be sent to the login here: only where he would be asked who he is. */
  public boolean asksStrangers(HttpServletRequest request) {
    return toStrangers(request).equals(CommonProblem.UNAUTHENTICATED);
  }

  /** What is said to somebody who is not known. */
  ProblemType toStrangers(HttpServletRequest request) {
    return guard(request).filter(guarded -> !guarded.door().hidden()).isPresent()
        ? CommonProblem.UNAUTHENTICATED
        : CommonProblem.NOT_FOUND;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    return guard(request)
        .map(guarded -> judge(guarded, who.get(), request))
        .orElseGet(
            () ->
                isOpen(request)
                    ? new AuthorizationDecision(true)
                    : new Denied(CommonProblem.NOT_FOUND));
  }

  private boolean isOpen(HttpServletRequest request) {
    return open.stream().anyMatch(each -> each.matches(request));
  }

  private AuthorizationResult judge(
      Guarded guarded, @Nullable Authentication who, HttpServletRequest request) {
    if (!(who instanceof CallerAuthentication known)) {
      return new Denied(toStrangers(request));
    }
    if (!lets(guarded, known.getPrincipal(), request)) {
      return new Denied(CommonProblem.NOT_FOUND);
    }
    return known.scope() == Scope.WRITE || READING.contains(request.getMethod())
        ? new AuthorizationDecision(true)
        : new Denied(CommonProblem.ONLY_READING);
  }

  private Optional<Guarded> guard(HttpServletRequest request) {
    return doors.stream().filter(each -> each.addresses().matches(request)).findFirst();
  }
}
