package jp.tsunagu.compose.broker;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.gateway.admission.CertificateAuthority.Identity;
import jp.tsunagu.gateway.admission.Login;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;

/**
 * A broker as an operator secures it: whoever connects speaks TLS and logs in by SCRAM-SHA-512, and
 * nobody may do anything that was not granted. It has no listener in the clear: the broker itself
 * goes through the same one, and its controller asks for a login, too.
 */
public final class SecuredBroker implements AutoCloseable {
  private final EmbeddedBroker broker;
  private final Path trusted;

  private SecuredBroker(EmbeddedBroker broker, Path trusted) {
    this.broker = broker;
    this.trusted = trusted;
  }

  /**
   * Starts it on an empty folder.
   *
   * @param identity what it shows
   * @param trusted the PEM file of the authority that issued it
   */
  public static SecuredBroker start(Path folder, int port, Identity identity, Path trusted) {
    var settings = new HashMap<String, String>();
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", trusted.toString());
    settings.put("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:SASL_PLAINTEXT");
    // who is no longer let in is cut off within so many milliseconds
    settings.put("connections.max.reauth.ms", "10000");
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.certificate.chain", identity.chain());
    settings.put("ssl.keystore.key", identity.key());
    return new SecuredBroker(EmbeddedBroker.start(folder, port, settings), trusted);
  }

  /** Lets these users in, each with its password, and gives them these rights. */
  public void admit(Collection<String> users, Collection<AclBinding> rights) {
    broker.admit(
        users.stream().map(user -> new Login(user, credentials(user).password())).toList(), rights);
  }

  /** What a user logs in with. */
  public Credentials credentials(String user) {
    return new Credentials(trusted, user, "secret-of-" + user);
  }

  /** What its clients are told of it: every way in, and how each is secured. */
  public Map<String, String> listeners() throws ExecutionException, InterruptedException {
    var self = new ConfigResource(ConfigResource.Type.BROKER, "1");
    try (var admin = admin()) {
      var settings =
          Objects.requireNonNull(admin.describeConfigs(List.of(self)).all().get().get(self));
      return Stream.of("listeners", "advertised.listeners", "listener.security.protocol.map")
          .collect(Collectors.toMap(name -> name, name -> settings.get(name).value()));
    }
  }

  private Admin admin() {
    return Admin.create(ofItself());
  }

  /** The settings of a client that may do everything. */
  public Map<String, Object> ofItself() {
    return Map.copyOf(broker.ofItself());
  }

  /** The PEM file of the authority that issued what it shows. */
  public Path trusted() {
    return trusted;
  }

  /** Host and port for clients. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    broker.close();
  }
}
