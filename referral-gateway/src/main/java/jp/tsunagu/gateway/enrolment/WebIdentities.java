package jp.tsunagu.gateway.enrolment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.gateway.admission.CertificateAuthority;
import jp.tsunagu.gateway.admission.CertificateAuthority.Identity;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * What the pages and interfaces of each part prove themselves with (HTTPS): certificate and key in
 * one PEM file. The network's authority issues it, for 397 days, and anew where it would end within
 * 60 days or is for other names.
 *
 * @param host under which people and systems reach every part from outside
 */
record WebIdentities(String host, Clock clock) {
  /** Where it stands in a part's folder. */
  static final String FILE = "web.pem";

  /** As long as browsers believe a certificate of anybody. */
  static final int DAYS = 397;

  private static final Duration BEFORE_ITS_END = Duration.ofDays(60);
  private static final int KIND_DNS = 2;

  /** Puts it into the folder of a part, unless one that is good is there. */
  void settle(Path folder, Collection<String> names, Path authority)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve(FILE);
    var all = new TreeSet<>(names);
    all.addAll(List.of(host, "localhost"));
    if (!isGood(file, all)) {
      var issued =
          CertificateAuthority.in(authority, DAYS)
              .issueAnew("web-" + folder.getFileName(), places(all));
      write(file, pem(issued));
    }
  }

  private static String places(Collection<String> names) {
    return names.stream().map(name -> "dns:" + name).collect(Collectors.joining(","))
        + ",ip:127.0.0.1";
  }

  private boolean isGood(Path file, TreeSet<String> names)
      throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      return false;
    }
    var certificate = certificate(Files.readString(file));
    var soon = clock.instant().plus(BEFORE_ITS_END);
    return certificate.getNotAfter().toInstant().isAfter(soon) && names(certificate).equals(names);
  }

  /** The first of the chain; what follows and the key are passed over. */
  static X509Certificate certificate(String pem) throws GeneralSecurityException {
    var begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
    var bytes = pem.substring(Math.max(begin, 0)).getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  private static TreeSet<String> names(X509Certificate certificate)
      throws GeneralSecurityException {
    var all = certificate.getSubjectAlternativeNames();
    return all == null
        ? new TreeSet<>()
        : all.stream()
            .filter(name -> Integer.valueOf(KIND_DNS).equals(name.getFirst()))
            .map(name -> String.valueOf(name.get(1)))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String pem(Identity identity) {
    return identity.key() + identity.chain();
  }

  private static void write(Path file, String content) throws IOException {
    OwnerOnly.writeForFolder(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
