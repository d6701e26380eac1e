package jp.tsunagu.gateway.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.admission.CertificateAuthority;
import jp.tsunagu.gateway.admission.CertificateAuthority.Identity;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.gateway.admission.Rights;
import jp.tsunagu.gateway.admission.Rights.Service;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * The secrets of a network in containers, made where it is first started and never again: one
 * folder beside the centre's for each part, which is all that part is given. Files are readable by
 * those for whom their folder is.
 *
 * @param centre the centre's own folder
 */
record Installation(Path centre) {
  /** The brokers of compose.yaml. */
  private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");

  /** Those of them that have a container; the login of the reader stands at the centre alone. */
  private static final Set<Service> IN_CONTAINERS =
      EnumSet.of(Service.GATEWAY, Service.SCHEDULER, Service.STATISTICS);

  /** The container where persons log in. */
  private static final String LOGIN_PROVIDER = "login";

  private static final int PORT_OF_CLIENTS = 9092;
  private static final int PORT_OF_BROKERS = 9094;
  private static final int DAYS_OF_CERTIFICATES = 3650;
  private static final String AUTHORITY = "authority.pem";
  private static final String ADMINISTRATOR = "administrator";
  private static final String LOGIN = "spring.kafka.properties.sasl.jaas.config";
  private static final String MECHANISM = "spring.kafka.properties.sasl.mechanism";
  private static final String LOGINS = "logins.properties";

  /** Makes what is missing; the brokers need not run. */
  void prepare(Path networkFile, WebIdentities web)
      throws IOException, InterruptedException, GeneralSecurityException {
    OwnerOnly.folder(centre);
    var agencies =
        NetworkFile.usable(networkFile).agenciesWithConnector().stream()
            .map(agency -> agency.agencyId().value())
            .toList();
    for (var agency : agencies) {
      unlessThere(of(agency).resolve("spring.datasource.password"), Secrets.ofProgram());
    }
    authorityAndLogins(networkFile);
    for (var agency : agencies) {
      certified(web, agency, List.of(agency));
      known(agency, "agency-" + agency);
    }
    shown(web, Service.GATEWAY, "gateway");
    shown(web, Service.SCHEDULER, "scheduler");
    shown(web, Service.STATISTICS, "stats");
    certified(web, LOGIN_PROVIDER, List.of(LOGIN_PROVIDER));
  }

  /** A service of which two containers run. */
  private void shown(WebIdentities web, Service service, String container)
      throws IOException, InterruptedException, GeneralSecurityException {
    certified(web, service.user(), List.of(container, container + "-2"));
    known(service.user(), container);
  }

  /** The login provider knows this client by the secret of its part. */
  private void known(String part, String client) throws IOException {
    var secret = of(part).resolve("tsunagu.login.client-secret");
    unlessThere(secret, Secrets.ofProgram());
    unlessThere(of(LOGIN_PROVIDER).resolve("client." + client), Files.readString(secret));
  }

  /** What a part with pages shows, and whom it believes. */
  private void certified(WebIdentities web, String part, List<String> names)
      throws IOException, InterruptedException, GeneralSecurityException {
    unlessThere(of(part).resolve(AUTHORITY), Files.readString(centre.resolve(AUTHORITY)));
    web.settle(of(part), names, centre.resolve("authority"));
  }

  private void authorityAndLogins(Path networkFile)
      throws IOException, InterruptedException, GeneralSecurityException {
    unlessThere(
        of(Service.STATISTICS.user()).resolve("tsunagu.stats.peer-token"), Secrets.ofProgram());
    unlessThere(of(Service.SCHEDULER.user()).resolve("tsunagu.people.key"), Secrets.ofProgram());
    if (Files.exists(centre.resolve(Centre.FILE))) {
      return;
    }
    // a start that was cut off has given nothing to anybody yet
    CertificateAuthority.forget(centre.resolve("authority"));
    var authority = CertificateAuthority.in(centre.resolve("authority"), DAYS_OF_CERTIFICATES);
    Files.writeString(centre.resolve(AUTHORITY), authority.certificate());
    for (var broker : BROKERS) {
      write(of(broker).resolve("identity.pem"), pem(authority.issue(broker, "dns:" + broker)));
      write(of(broker).resolve(AUTHORITY), authority.certificate());
    }
    OwnerOnly.write(
        centre.resolve(ADMINISTRATOR + ".pem"),
        pem(authority.issue(ADMINISTRATOR, "dns:" + ADMINISTRATOR))
            .getBytes(StandardCharsets.UTF_8));
    var logins = new Properties();
    for (var service : Service.values()) {
      var login = new Login(service.user(), Secrets.ofProgram());
      logins.setProperty(login.user(), login.password());
      if (IN_CONTAINERS.contains(service)) {
        write(of(service.user()).resolve(LOGIN), login.jaas());
        write(of(service.user()).resolve(MECHANISM), Login.MECHANISM);
        write(of(service.user()).resolve(AUTHORITY), authority.certificate());
      }
    }
    OwnerOnly.write(centre.resolve(LOGINS), text(logins));
    OwnerOnly.write(centre.resolve(Centre.FILE), text(centre(networkFile)));
  }

  private Properties centre(Path networkFile) {
    var all = new Properties();
    all.setProperty("network-file", networkFile.toString());
    all.setProperty("servers", servers(PORT_OF_CLIENTS));
    all.setProperty("authority", AUTHORITY);
    all.setProperty("kafka.bootstrap.servers", servers(PORT_OF_BROKERS));
    all.setProperty("kafka.security.protocol", "SSL");
    all.setProperty("kafka.ssl.truststore.type", "PEM");
    all.setProperty("kafka.ssl.truststore.location", centre.resolve(AUTHORITY).toString());
    all.setProperty("kafka.ssl.keystore.type", "PEM");
    all.setProperty(
        "kafka.ssl.keystore.location", centre.resolve(ADMINISTRATOR + ".pem").toString());
    return all;
  }

  private static String servers(int port) {
    return BROKERS.stream().map(broker -> broker + ":" + port).collect(Collectors.joining(","));
  }

  /**
   * Lets the services in, and every agency of the city that was never enrolled; who was revoked
   * stays out. The brokers must run.
   *
   * @param again whose bundle is written anew, whatever was before
   * @return whose bundles were written
   */
  List<AgencyId> admit(Enrolments enrolments, Optional<AgencyId> again, int days)
      throws IOException, ExecutionException, InterruptedException, TimeoutException {
    var logins = new Properties();
    logins.load(new StringReader(Files.readString(centre.resolve(LOGINS))));
    var rights = new Rights(enrolments.centre().network());
    for (var service : Service.values()) {
      var password = Objects.requireNonNull(logins.getProperty(service.user()));
      enrolments.admission().admit(new Login(service.user(), password), rights.of(service));
    }
    var register = enrolments.centre().register();
    var admitted =
        enrolments.centre().everyone().stream()
            .filter(
                agency ->
                    again.isPresent()
                        ? agency.equals(again.get())
                        : register.find(agency).isEmpty())
            .toList();
    for (var agency : admitted) {
      var made = enrolments.make(agency, days);
      var folder = of(agency.value());
      write(folder.resolve("bundle"), made.bundle().sealed().text());
      write(folder.resolve("tsunagu.connector.bundle-password"), made.bundle().password());
      enrolments.admit(made);
    }
    return admitted;
  }

  private Path of(String part) throws IOException {
    return Files.createDirectories(centre.toAbsolutePath().resolveSibling(part));
  }

  private static void unlessThere(Path file, String content) throws IOException {
    if (!Files.exists(file)) {
      write(file, content);
    }
  }

  private static void write(Path file, String content) throws IOException {
    OwnerOnly.writeForFolder(file, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String pem(Identity identity) {
    return identity.key() + identity.chain();
  }

  private static byte[] text(Properties properties) throws IOException {
    var text = new StringWriter();
    properties.store(text, null);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
