package jp.tsunagu.gateway.admission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * Who issues the certificates of brokers and of who administers them, by the JDK's own keytool.
 *
 * @param folder where its keys stand, for their owner only
 * @param days how long what it issues is good
 */
public record CertificateAuthority(Path folder, int days) {
  private static final String AUTHORITY = "authority";

  /** What keytool asks for; what keeps the keys is the folder. */
  private static final String PASSWORD = "kept-by-its-folder";

  /**
   * A keytool lives for half a second, and a city's first start asks for dozens: one compiler, and
   * no thousands of rounds about a password that is no secret.
   */
  private static final List<String> BRISK =
      List.of(
          "-J-XX:TieredStopAtLevel=1",
          "-J-XX:+UseSerialGC",
          "-J-Dkeystore.pkcs12.macIterationCount=1",
          "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
          "-J-Dkeystore.pkcs12.certPbeIterationCount=1");

  /** The one of this folder, which is made if it is not there. */
  public static CertificateAuthority in(Path folder, int days)
      throws IOException, InterruptedException {
    OwnerOnly.folder(folder);
    var authority = new CertificateAuthority(folder, days);
    if (!Files.exists(authority.keys())) {
      authority.generate("-alias", AUTHORITY, "-dname", "CN=Authority", "-ext", "bc:c");
    }
    return authority;
  }

  /** Destroys the keys of the one of this folder, if there is one. */
  public static void forget(Path folder) throws IOException {
    Files.deleteIfExists(new CertificateAuthority(folder, 0).keys());
  }

  private Path keys() {
    return folder.resolve("keys.p12");
  }

  /** Its own certificate as PEM, which who trusts it is given. */
  public String certificate() throws IOException, GeneralSecurityException {
    return pem(store().getCertificate(AUTHORITY));
  }

  /**
   * What somebody shows and proves itself with, as PEM.
   *
   * @param chain its certificate and that of the authority
   */
  public record Identity(String chain, String key) {
    @Override
    public String toString() {
      return "Identity[***]";
    }
  }

  /**
   * Issues an identity.
   *
   * @param name under which it is known
   * @param place where it is reached, such as {@code ip:127.0.0.1} or {@code dns:kafka-1}
   */
  public Identity issue(String name, String place)
      throws IOException, InterruptedException, GeneralSecurityException {
    generate("-alias", name, "-signer", AUTHORITY, "-dname", "CN=" + name, "-ext", "san=" + place);
    var chain = new StringBuilder();
    for (var certificate : store().getCertificateChain(name)) {
      chain.append(pem(certificate));
    }
    var key = store().getKey(name, PASSWORD.toCharArray());
    return new Identity(
        chain.toString(), pem("PRIVATE KEY", Objects.requireNonNull(key.getEncoded())));
  }

  /** The same in the place of one that it issued under this name before, which goes on as it is. */
  public Identity issueAnew(String name, String place)
      throws IOException, InterruptedException, GeneralSecurityException {
    if (store().containsAlias(name)) {
      keytool("-delete", "-alias", name);
    }
    return issue(name, place);
  }

  private void generate(String... who) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    words.addAll(List.of("-validity", Integer.toString(days)));
    words.addAll(Arrays.asList(who));
    keytool(words.toArray(String[]::new));
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
    command.addAll(BRISK);
    command.addAll(Arrays.asList(words));
    command.addAll(List.of("-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD, "-keystore", keys().toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keys().toFile(), PASSWORD.toCharArray());
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    return pem("CERTIFICATE", Objects.requireNonNull(certificate.getEncoded()));
  }

  private static String pem(String what, byte[] bytes) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines);
  }
}
