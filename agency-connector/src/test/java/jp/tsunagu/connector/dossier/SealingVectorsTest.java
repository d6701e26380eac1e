package jp.tsunagu.connector.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A part as it was sealed once, with every key: whoever writes another connector opens it by these
 * steps, and what this one sealed before stays readable. {@code -Dvectors=write} makes another.
 */
class SealingVectorsTest {

  private static final String FILE = "sealing-vectors.properties";

  private static Map<String, String> vectors() {
    if (System.getProperty("vectors", "").equals("write")) {
      write();
    }
    Properties read = new Properties();
    try (InputStream file =
        Objects.requireNonNull(SealingVectorsTest.class.getResourceAsStream(FILE), FILE)) {
      read.load(new StringReader(new String(file.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, read::getProperty));
  }

  @Test
  void a_part_that_was_sealed_under_a_pair_key_opens_step_by_step() throws Exception {
    Map<String, String> vectors = vectors();
    assertThat(opened(vectors)).isEqualTo(of(vectors, "content"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network",
        "caseId",
        "dossierId",
        "part",
        "sender",
        "recipient",
        "keyId",
        "pairKeyId"
      })
  void in_no_other_place(String field) {
    Map<String, String> vectors = vectors();
    vectors.put(field, another(of(vectors, field)));
    assertThatThrownBy(() -> opened(vectors)).isInstanceOf(GeneralSecurityException.class);
  }

  private static String another(String value) {
    char last = value.charAt(value.length() - 1);
    return value.substring(0, value.length() - 1) + (last == 'a' ? 'b' : 'a');
  }

  private static String opened(Map<String, String> v) throws GeneralSecurityException {
    HybridDecrypt privateKey =
        HybridKeys.decryption(
            TinkProtoKeysetFormat.parseKeyset(
                hex(v, "privateKeyset"),
                InsecureSecretKeyAccess.get(),
                RegistryConfiguration.get()));
    byte[] pairKey =
        privateKey.decrypt(
            hex(v, "wrappedPairKey"),
            AssociatedData.ofPairKey(
                new NetworkId(of(v, "network")),
                new AgencyId(of(v, "sender")),
                new AgencyId(of(v, "recipient")),
                new KeyId(of(v, "keyId")),
                new KeyId(of(v, "pairKeyId"))));
    byte[] place = place(v);
    byte[] key =
        new AesGcm(pairKey)
            .decrypt(
                hex(v, "wrappedKey"),
                AssociatedData.ofKeyUnder(
                    new KeyId(of(v, "pairKeyId")), place, new AgencyId(of(v, "recipient"))));
    return new String(new AesGcm(key).decrypt(hex(v, "ciphertext"), place), UTF_8);
  }

  private static byte[] place(Map<String, String> v) {
    return AssociatedData.ofContent(
        new NetworkId(of(v, "network")),
        CaseId.of(of(v, "caseId")),
        DossierId.of(of(v, "dossierId")),
        of(v, "part"),
        new AgencyId(of(v, "sender")));
  }

  private static String of(Map<String, String> vectors, String name) {
    return Objects.requireNonNull(vectors.get(name), name);
  }

  private static byte[] hex(Map<String, String> vectors, String name) {
    return HexFormat.of().parseHex(of(vectors, name));
  }

  private static void write() {
    try {
      KeysetHandle made = HybridKeys.generate();
      Bytes keyset = HybridKeys.publicPart(made);
      KeyId keyId = Fingerprint.of(keyset).keyId();
      PublicKey publicKey = new PublicKey(keyId, keyset, Instant.EPOCH);
      Map<String, String> v =
          new TreeMap<>(
              Map.of(
                  "network", "mihon",
                  "caseId", "01924f00-0000-7000-8000-000000000001",
                  "dossierId", "01924f00-0000-7000-8000-000000000002",
                  "part", "person-1",
                  "sender", "hokatsu",
                  "recipient", "shakyo",
                  "keyId", keyId.value(),
                  "content", "{\"name\":\"Mihon Hanako\"}"));
      PairKeys.Ready pair =
          new PairKeys(new NetworkId("mihon"))
              .forDossier(
                  new PairKeys.Pair(
                      new AgencyId("hokatsu"), null, new AgencyId("shakyo"), publicKey),
                  Instant.EPOCH);
      KeyId pairKeyId = pair.travelling().pairKeyId();
      byte[] secret = AesGcm.freshKey();
      byte[] context = AssociatedData.ofKeyUnder(pairKeyId, place(v), new AgencyId("shakyo"));
      v.put("pairKeyId", pairKeyId.value());
      v.put("wrappedPairKey", hex(pair.travelling().wrapped().toByteArray()));
      v.put("wrappedKey", hex(pair.aead().encrypt(secret, context)));
      v.put(
          "ciphertext",
          hex(new AesGcm(secret).encrypt(of(v, "content").getBytes(UTF_8), place(v))));
      v.put(
          "privateKeyset",
          hex(
              TinkProtoKeysetFormat.serializeKeyset(
                  made, InsecureSecretKeyAccess.get(), RegistryConfiguration.get())));
      Path file =
          Path.of(
              "src/test/resources", SealingVectorsTest.class.getPackageName().replace('.', '/'));
      Files.createDirectories(file);
      Files.writeString(
          file.resolve(FILE),
          Stream.concat(
                  Stream.of(
                      "# A part sealed under a pair key (decision 61). Bytes are hexadecimal digits;"
                          + " the private key is nobody's."),
                  v.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
              .collect(Collectors.joining("\n", "", "\n")));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
