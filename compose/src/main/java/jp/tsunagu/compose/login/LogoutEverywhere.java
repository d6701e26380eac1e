package jp.tsunagu.compose.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Tells every service over the back channel that a session is over. A service that cannot be told
 * finds out by itself when it next asks.
 */
final class LogoutEverywhere implements LogoutHandler, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogoutEverywhere.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final List<Site> sites;
  private final String issuer;
  private final JwtEncoder encoder;
  private final Clock clock = Clock.systemUTC();
  private final HttpClient http;

  /**
   * Tells these.
   *
   * @param trust by which their certificates are believed; none takes those of the Java runtime
   */
  LogoutEverywhere(
      List<Site> sites, String issuer, JwtEncoder encoder, @Nullable SSLContext trust) {
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    this.http = (trust == null ? client : client.sslContext(trust)).build();
    this.sites = List.copyOf(sites);
    this.issuer = issuer;
    this.encoder = encoder;
  }

  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
    if (who instanceof OidcLogoutAuthenticationToken over && over.getIdToken() != null) {
      var session = over.getIdToken().getClaimAsString("sid");
      var subject = Objects.requireNonNull(over.getIdToken().getSubject());
      sites.forEach(site -> tell(site, subject, session));
    }
  }

  private void tell(Site site, String subject, @Nullable String session) {
    var body =
        "logout_token=" + URLEncoder.encode(token(site, subject, session), StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(site.backChannel())
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        log.warn("{} did not take the end of a session: {}", site.client(), status);
      }
    } catch (IOException _) {
      log.warn("{} could not be told of the end of a session", site.client());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private String token(Site site, String subject, @Nullable String session) {
    var now = clock.instant();
    var claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .subject(subject)
            .audience(List.of(site.client()))
            .issuedAt(now)
            .expiresAt(now.plus(Duration.ofMinutes(2)))
            .id(UUID.randomUUID().toString())
            .claim("events", Map.of(EVENT, Map.of()));
    if (session != null) {
      claims.claim("sid", session);
    }
    var header = JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
    return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
  }

  @Override
  public void close() {
    http.close();
  }
}
