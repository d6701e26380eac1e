package jp.tsunagu.compose.containers;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Whom a client believes. */
final class Trust {
  private Trust() {}

  /** Whoever shows a certificate of this authority. */
  static SSLContext in(Path authority) {
    var details = PemSslStoreDetails.forCertificate(authority.toUri().toString());
    return SslBundle.of(new PemSslStoreBundle(null, details)).createSslContext();
  }
}
