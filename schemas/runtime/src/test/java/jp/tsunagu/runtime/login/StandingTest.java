package jp.tsunagu.runtime.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.PersonRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** How long a session lasts: by what its person does, and never longer than a day's work. */
class StandingTest {
  private static final Instant BEGAN = Instant.parse("2026-11-27T00:00:00Z");

  private final LoginSettings settings = settings("http://provider.example.jp", "1d");
  private final Provider provider = new Provider(settings, new DefaultSslBundleRegistry());
  private final Standing standing = new Standing(settings, proof(null));

  private static LoginSettings settings(String provider, String recheck) {
    return TestSettings.with(
        Map.of(
            "client-id",
            "service",
            "client-secret",
            "secret",
            "issuer",
            provider,
            "authorization-uri",
            provider + "/authorize",
            "token-uri",
            provider + "/token",
            "jwk-set-uri",
            provider + "/jwks",
            "longest",
            "1h",
            "recheck",
            recheck,
            "without-provider",
            "1d"));
  }

  private static Proof proof(@Nullable OAuth2RefreshToken refreshing) {
    return new Proof(
        new Identity(
            "p",
            "見本 花子",
            Optional.of(new AgencyId("shakyo")),
            Set.of(PersonRole.AGENCY_STAFF),
            false),
        "id",
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER, "a", BEGAN, BEGAN.plusSeconds(86_400)),
        refreshing,
        BEGAN);
  }

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

  @Test
  void what_the_provider_did_not_answer_is_asked_again_soon_and_not_a_whole_check_later() {
    try (StubProvider stub = new StubProvider()) {
      Provider real = new Provider(settings(stub.issuer(), "15s"), new DefaultSslBundleRegistry());
      Standing session =
          new Standing(settings(stub.issuer(), "15s"), proof(new OAuth2RefreshToken("r", BEGAN)));
      stub.withdraw();
      stub.goAway();
      assertThat(session.check(real, BEGAN.plusSeconds(15)))
          .isInstanceOf(Standing.Verdict.Good.class);
      stub.comeBack();
      assertThat(session.check(real, BEGAN.plusSeconds(16)))
          .isInstanceOf(Standing.Verdict.Over.class);
      assertThat(session.check(real, BEGAN.plusSeconds(17)))
          .as("whoever asks next, and not only who was told first")
          .isInstanceOf(Standing.Verdict.Over.class);
    }
  }
}
