package jp.tsunagu.connector.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AesGcmTest {

  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final byte[] TEXT = "要約".getBytes(UTF_8);
  private static final byte[] PLACE = "dossier/a/b".getBytes(UTF_8);

  private final AesGcm cipher = new AesGcm(KEY);

  @Test
  void tink_opens_what_it_sealed_and_it_opens_what_tink_sealed() throws GeneralSecurityException {
    AesGcmJce tink = new AesGcmJce(KEY);
    assertThat(tink.decrypt(cipher.encrypt(TEXT, PLACE), PLACE)).isEqualTo(TEXT);
    assertThat(cipher.decrypt(tink.encrypt(TEXT, PLACE), PLACE)).isEqualTo(TEXT);
  }

  @Test
  void the_same_text_is_never_sealed_to_the_same_bytes() throws GeneralSecurityException {
    assertThat(cipher.encrypt(TEXT, PLACE)).isNotEqualTo(cipher.encrypt(TEXT, PLACE));
  }

  @Test
  void what_was_moved_changed_or_cut_does_not_open() throws GeneralSecurityException {
    byte[] sealed = cipher.encrypt(TEXT, PLACE);
    assertThatThrownBy(() -> cipher.decrypt(sealed, "elsewhere".getBytes(UTF_8)))
        .isInstanceOf(GeneralSecurityException.class);
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> cipher.decrypt(changed, PLACE))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> cipher.decrypt(new byte[20], PLACE))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
