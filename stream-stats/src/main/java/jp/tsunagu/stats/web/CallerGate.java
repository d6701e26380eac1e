package jp.tsunagu.stats.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.stats.caller.Caller;
import jp.tsunagu.stats.caller.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** Lets only known callers through, and hands the caller to the methods that ask for one. */
final class CallerGate implements HandlerInterceptor, HandlerMethodArgumentResolver {

  private static final String ATTRIBUTE = Caller.class.getName();

  private final Callers callers;
  private final JsonMapper json;

  CallerGate(Callers callers, JsonMapper json) {
    this.callers = callers;
    this.json = json;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Optional<Caller> caller = callers.of(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (caller.isEmpty()) {
      refuse(response);
      return false;
    }
    request.setAttribute(ATTRIBUTE, caller.get());
    return true;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Caller.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return Objects.requireNonNull(
        request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST),
        "a method with a Caller stands under a path without the gate");
  }

  private void refuse(HttpServletResponse response) throws IOException {
    Problem problem = ProblemCode.UNAUTHENTICATED.problem();
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tsunagu\"");
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
