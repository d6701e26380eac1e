package jp.tsunagu.runtime.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the caller to whoever asks for one behind a door. */
public final class CurrentCaller implements HandlerMethodArgumentResolver {

  CurrentCaller() {}

  /**
   * Who makes this request.
   *
   * @throws IllegalStateException where the address stands behind no door
   */
  public static Caller of(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof CallerAuthentication known) {
      return known.getPrincipal();
    }
    throw new IllegalStateException("a method with a Caller stands behind no door");
  }

  /** Who makes this request; empty where nobody was asked. */
  public static Optional<Caller> find(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerAuthentication known
        ? Optional.of(known.getPrincipal())
        : Optional.empty();
  }

  /**
   * Who makes the request that this thread serves; empty where nobody was asked, or there is none.
   */
  public static Optional<Caller> now() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known
        ? Optional.of(known.getPrincipal())
        : Optional.empty();
  }

  /**
   * By which people tell the token that was presented from others, as the settings or the provider
   * name it; empty where a session was, or nobody was asked.
   */
  public static String tokenName(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerAuthentication known
        ? known.tokenName()
        : "";
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
    return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }
}
