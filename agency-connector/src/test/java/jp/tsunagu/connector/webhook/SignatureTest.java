package jp.tsunagu.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import jp.tsunagu.connector.sensitive.Sensitive;
import org.junit.jupiter.api.Test;

class SignatureTest {

  /** The example of the Standard Webhooks reference libraries. */
  @Test
  void the_published_example_is_signed_as_published() {
    String signature =
        Signature.of(
            new Sensitive<>("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void pauses_double_up_to_the_longest_with_jitter() {
    Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), new Random(7));

    for (int failures = 1; failures <= 30; failures++) {
      double plain = Math.min(3600, 5 * Math.pow(2, failures - 1));
      assertThat(backoff.after(failures).toMillis() / 1000.0).isBetween(plain * 0.75, plain * 1.25);
    }
  }
}
