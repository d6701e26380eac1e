package jp.tsunagu.compose.broker;

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

/**
 * Who issues certificates, for two days: made by the JDK's own keytool when a test begins, so that
 * nothing that ends one day is checked in.
 */
public final class CertificateAuthority {
  private static final String AUTHORITY = "authority";
  private static final String SERVER = "server";
  private static final String PASSWORD = "never-leaves-this-test";

  private final Path folder;
  private final Path keys;

  private CertificateAuthority(Path folder) {
    this.folder = folder;
    this.keys = folder.resolve("keys.p12");
  }

  /** A new one, whose keys stand in this folder. */
  public static CertificateAuthority in(Path folder) throws IOException, InterruptedException {
    var authority = new CertificateAuthority(Files.createDirectories(folder));
    authority.generate("-alias", AUTHORITY, "-dname", "CN=Authority", "-ext", "bc:c");
    return authority;
  }

  /** Its own certificate as a PEM file, which who trusts it is given. */
  public Path certificate() throws IOException, GeneralSecurityException {
    var certificate = folder.resolve("ca.pem");
    Files.writeString(certificate, pem(store().getCertificate(AUTHORITY)));
    return certificate;
  }

  /**
   * What a server shows and proves itself with, as PEM.
   *
   * @param chain its certificate and that of the authority
   */
  public record Identity(String chain, String key) {}

  /** Issues an identity to whoever listens on 127.0.0.1. */
  public Identity ofThisMachine()
      throws IOException, InterruptedException, GeneralSecurityException {
    generate(
        "-alias", SERVER, "-signer", AUTHORITY, "-dname", "CN=Broker", "-ext", "san=ip:127.0.0.1");
    var chain = new StringBuilder();
    for (var certificate : store().getCertificateChain(SERVER)) {
      chain.append(pem(certificate));
    }
    var key = store().getKey(SERVER, PASSWORD.toCharArray());
    return new Identity(
        chain.toString(), pem("PRIVATE KEY", Objects.requireNonNull(key.getEncoded())));
  }

  private void generate(String... who) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", keys.toString()));
    command.addAll(Arrays.asList(who));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool: " + said);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
  }

  private static String pem(Certificate certificate) throws GeneralSecurityException {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  private static String pem(String what, byte[] bytes) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines);
  }
}
