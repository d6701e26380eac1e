package jp.tsunagu.compose.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured beside something else. */
class ComparisonsTest {
  private static final byte[] WORDS = "見本".getBytes(StandardCharsets.UTF_8);

  @Test
  void sealed_and_unsealed_bytes_are_opened_side_by_side_and_what_was_changed_by_nobody()
      throws GeneralSecurityException {
    try (var unsealed = Unsealed.apart()) {
      var provider = unsealed.provider();
      var sealed = run(provider, Cipher.ENCRYPT_MODE, WORDS);
      assertThat(sealed).isEqualTo(run("SunJCE", Cipher.ENCRYPT_MODE, WORDS));
      unsealed.pass(true);
      var passedOn = run(provider, Cipher.ENCRYPT_MODE, WORDS);
      assertThat(passedOn).hasSameSizeAs(sealed).startsWith(WORDS);
      for (var each : List.of(sealed, passedOn)) {
        assertThat(run(provider, Cipher.DECRYPT_MODE, each)).isEqualTo(WORDS);
      }
      sealed[0]++;
      assertThatThrownBy(() -> run(provider, Cipher.DECRYPT_MODE, sealed))
          .isInstanceOf(AEADBadTagException.class);
    }
  }

  @Test
  void a_start_is_told_by_its_processor_time(@TempDir Path folder) throws Exception {
    assertThat(new StartTrial(folder).once(EmptyWebApplication.class)).isPositive();
  }

  @Test
  void each_figure_is_the_larger_the_worse_or_the_better_as_the_goals_say() {
    var network = new Series(List.of(2.0));
    var peer = new Series(List.of(8.0));
    assertThat(new Comparison(Comparison.Row.R4, network, peer).ratio()).isEqualTo(0.25);
    assertThat(new Comparison(Comparison.Row.R8, peer, network).ratio()).isEqualTo(0.25);
    assertThatThrownBy(() -> Settings.of("--also", "R4,R99"))
        .hasMessageContaining("--also")
        .hasMessageContaining("'R99'");
  }

  private static byte[] run(Object provider, int mode, byte[] bytes)
      throws GeneralSecurityException {
    var cipher =
        provider instanceof Provider given
            ? Cipher.getInstance("AES/GCM/NoPadding", given)
            : Cipher.getInstance("AES/GCM/NoPadding", (String) provider);
    var key = new SecretKeySpec(new byte[32], "AES");
    cipher.init(mode, key, new GCMParameterSpec(128, new byte[12]));
    cipher.updateAAD(new byte[] {1});
    return cipher.doFinal(bytes);
  }
}
