package jp.tsunagu.runtime.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.PersonRole;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** How long a session lasts: by what its person does, and never longer than a day's work. */
class StandingTest {
  private static final Instant BEGAN = Instant.parse("2026-11-27T00:00:00Z");

  private final LoginSettings settings =
      TestSettings.with(
          Map.of(
              "client-id", "service",
              "client-secret", "secret",
              "issuer", "http://provider.example.jp",
              "authorization-uri", "http://provider.example.jp/authorize",
              "token-uri", "http://provider.example.jp/token",
              "jwk-set-uri", "http://provider.example.jp/jwks",
              "longest", "1h",
              "recheck", "1d",
              "without-provider", "1d"));
  private final Provider provider = new Provider(settings);
  private final Standing standing =
      new Standing(
          settings,
          new Proof(
              new Identity(
                  "p",
                  "見本 花子",
                  Optional.of(new AgencyId("shakyo")),
                  Set.of(PersonRole.AGENCY_STAFF),
                  false),
              "id",
              new OAuth2AccessToken(
                  OAuth2AccessToken.TokenType.BEARER, "a", BEGAN, BEGAN.plusSeconds(86_400)),
              null,
              BEGAN));

  private boolean isGood(long minutes) {
    return standing.check(provider, after(minutes)) instanceof Standing.Verdict.Good;
  }

  private static Instant after(long minutes) {
    return BEGAN.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void asking_whether_it_is_good_is_no_use_of_it() {
    assertThat(isGood(29)).isTrue();
    assertThat(standing.left(after(29))).isEqualTo(Duration.ofMinutes(1));
    assertThat(isGood(30)).isFalse();
    assertThat(standing.left(after(31))).isEqualTo(Duration.ZERO);
  }

  @Test
  void use_prolongs_it_and_only_up_to_its_longest() {
    standing.use(after(29));
    assertThat(isGood(58)).isTrue();
    standing.use(after(58));
    assertThat(standing.left(after(58))).isEqualTo(Duration.ofMinutes(2));
    assertThat(isGood(60)).isFalse();
  }
}
