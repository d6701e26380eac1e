package jp.tsunagu.compose.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import jp.tsunagu.gateway.admission.CertificateAuthority;
import jp.tsunagu.gateway.admission.CertificateAuthority.Identity;

/** An authority for two days, made when a test begins: nothing that ends one day is checked in. */
public record TestAuthority(CertificateAuthority authority) {

  /** A new one, whose keys stand in this folder. */
  public static TestAuthority in(Path folder) throws IOException, InterruptedException {
    return new TestAuthority(CertificateAuthority.in(folder, 2));
  }

  /** Its own certificate as a PEM file, which who trusts it is given. */
  public Path certificate() throws IOException, GeneralSecurityException {
    return Files.writeString(authority.folder().resolve("ca.pem"), authority.certificate());
  }

  /** What whoever listens on 127.0.0.1 shows. */
  public Identity ofThisMachine()
      throws IOException, InterruptedException, GeneralSecurityException {
    return authority.issue("broker", "ip:127.0.0.1");
  }
}
