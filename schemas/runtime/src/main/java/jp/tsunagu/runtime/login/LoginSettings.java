package jp.tsunagu.runtime.login;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How persons log in (OpenID Connect). Every address of the provider is given, so that a service
 * starts while the provider is away.
 *
 * @param clientId by which the provider knows this service; none means that no person can log in
 *     (e.g. {@code gateway})
 * @param clientSecret what proves it to the provider
 * @param issuer whom tokens must name as their issuer (e.g. {@code https://login.example.jp})
 * @param authorizationUri where a browser is sent to log in (e.g. {@code
 *     https://login.example.jp/oauth2/authorize})
 * @param tokenUri where this service gets tokens (e.g. {@code
 *     https://login.example.jp/oauth2/token})
 * @param jwkSetUri where the provider's public keys stand (e.g. {@code
 *     https://login.example.jp/oauth2/jwks})
 * @param endSessionUri where a browser is sent to log out everywhere; none means that a logout ends
 *     the session of this service alone (e.g. {@code https://login.example.jp/connect/logout})
 * @param sslBundle by which certificates the provider is believed; none takes those of the Java
 *     runtime (e.g. {@code login})
 * @param site under which persons open this service; none means whatever address they use (e.g.
 *     {@code https://renkei.example.jp})
 * @param scopes what the provider is asked for; some give a refresh token for {@code
 *     offline_access} only
 * @param personClaim which claim names the person, the same for ever (e.g. {@code sub})
 * @param nameClaim which claim has the name that she reads on her pages
 * @param agencyClaim which claim has the id of the agency where she works
 * @param rolesClaim which claim lists her roles; points lead into a claim with parts (e.g. {@code
 *     realm_access.roles})
 * @param audience whom tokens of systems must name as their audience; none means that no token of
 *     the provider is taken (e.g. {@code tsunagu})
 * @param idle a session nobody uses ends after this time, up to a day
 * @param longest a session ends after this time however much it is used, up to a day
 * @param sessions so many one person may have at this service at once; the oldest one ends
 * @param recheck a session in use is asked after at the provider so often, up to 20 s
 * @param withoutProvider so long sessions go on while the provider cannot be asked
 */
@ConfigurationProperties("tsunagu.login")
public record LoginSettings(
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String issuer,
    @Nullable String authorizationUri,
    @Nullable String tokenUri,
    @Nullable String jwkSetUri,
    @Nullable String endSessionUri,
    @Nullable String sslBundle,
    @Nullable String site,
    @DefaultValue("openid") List<String> scopes,
    @DefaultValue("sub") String personClaim,
    @DefaultValue("name") String nameClaim,
    @DefaultValue("agency") String agencyClaim,
    @DefaultValue("roles") String rolesClaim,
    @Nullable String audience,
    @DefaultValue("30m") Duration idle,
    @DefaultValue("10h") Duration longest,
    @DefaultValue("5") int sessions,
    @DefaultValue("15s") Duration recheck,
    @DefaultValue("15m") Duration withoutProvider)
    implements CheckedAtStart {

  private static final String PREFIX = "tsunagu.login.";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MOST_UNCHECKED = Duration.ofSeconds(20);

  /** Whether persons can log in at all. */
  boolean isOn() {
    return clientId != null && !clientId.isBlank();
  }

  /** Where a page of this service may send a form: logging in and out is the provider's. */
  List<String> providersPages() {
    return Stream.of(authorizationUri, endSessionUri).filter(Objects::nonNull).toList();
  }

  @Override
  public void check(Faults faults) {
    if (isOn()) {
      provider(faults);
      sessions(faults);
    }
  }

  private void provider(Faults faults) {
    faults.require(PREFIX + "client-secret", clientSecret, "ログインの仕組みに登録した合言葉", "secret");
    faults.require(PREFIX + "issuer", issuer, "ログインの仕組みの名前", "https://login.example.jp");
    address(faults, "authorization-uri", authorizationUri, "/oauth2/authorize");
    address(faults, "token-uri", tokenUri, "/oauth2/token");
    address(faults, "jwk-set-uri", jwkSetUri, "/oauth2/jwks");
    Map.of("end-session-uri", text(endSessionUri), "site", text(site))
        .forEach(
            (name, value) -> {
              if (!value.isEmpty() && !isAddress(value)) {
                faults.unusable(PREFIX + name, "http:// または https:// で始まるアドレス");
              }
            });
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static void address(Faults faults, String name, @Nullable String value, String path) {
    if (faults.require(PREFIX + name, value, "ログインの仕組みのアドレス", "https://login.example.jp" + path)
        && !isAddress(text(value))) {
      faults.unusable(PREFIX + name, "http:// または https:// で始まるアドレス");
    }
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void sessions(Faults faults) {
    within(faults, "idle", idle, DAY, "1日までの時間(例 30m)");
    within(faults, "longest", longest, DAY, "1日までの時間(例 10h)");
    within(faults, "recheck", recheck, MOST_UNCHECKED, "20秒までの時間(例 15s)");
    within(faults, "without-provider", withoutProvider, DAY, "1日までの時間(例 15m)");
    if (sessions < 1) {
      faults.unusable(PREFIX + "sessions", "1以上の数");
    }
  }

  private static void within(
      Faults faults, String name, Duration value, Duration most, String wanted) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(most) > 0) {
      faults.unusable(PREFIX + name, wanted);
    }
  }

  @Override
  public String toString() {
    return "LoginSettings[" + clientId + "]";
  }
}
