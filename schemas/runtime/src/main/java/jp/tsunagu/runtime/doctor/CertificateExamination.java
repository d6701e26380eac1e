package jp.tsunagu.runtime.doctor;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Until when the certificates of the settings ({@code spring.ssl.bundle.*}) are good. */
public record CertificateExamination(SslBundles bundles, Clock clock) implements Examination {

  private static final Duration NOTICE = Duration.ofDays(30);

  @Override
  public String what() {
    return "証明書 (certificates)";
  }

  @Override
  public List<Finding> look() throws KeyStoreException {
    List<Finding> found = new ArrayList<>();
    for (String name : bundles.getBundleNames().stream().sorted().toList()) {
      earliestEnd(name).ifPresent(end -> found.add(finding(name, end)));
    }
    return found.isEmpty() ? List.of(Finding.good(what(), "設定に証明書はありません")) : found;
  }

  private Finding finding(String name, Instant end) {
    String told = name + " は " + TokyoTime.dateOf(end) + " まで";
    return end.isBefore(clock.instant().plus(NOTICE))
        ? Finding.bad(what(), told, "新しい証明書を spring.ssl.bundle.*." + name + " のファイルに置いてください。")
        : Finding.good(what(), told);
  }

  /** Of a chain the first certificate that ends ends it. */
  private Optional<Instant> earliestEnd(String name) throws KeyStoreException {
    SslBundle bundle = bundles.getBundle(name);
    List<Instant> ends = new ArrayList<>();
    for (KeyStore store :
        Stream.of(bundle.getStores().getKeyStore(), bundle.getStores().getTrustStore())
            .filter(each -> each != null)
            .toList()) {
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate certificate) {
          ends.add(certificate.getNotAfter().toInstant());
        }
      }
    }
    return ends.stream().min(Instant::compareTo);
  }
}
