package jp.tsunagu.runtime.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A bearer token as it was presented; its text is in no string form of it. */
public final class PresentedToken extends AbstractAuthenticationToken {

  private static final String SCHEME = "Bearer ";

  private final String token;

  private PresentedToken(String token) {
    super(List.of());
    this.token = token;
  }

  /** The token of this request; none where there is no bearer token. */
  public static @Nullable PresentedToken of(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? new PresentedToken(header.substring(SCHEME.length()).strip())
        : null;
  }

  @Override
  public String getCredentials() {
    return token;
  }

  @Override
  public String getPrincipal() {
    return "";
  }
}
