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
import jp.tsunagu.compose.broker.CertificateAuthority.Identity;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A broker as an operator secures it: whoever connects speaks TLS and logs in by SCRAM-SHA-512, and
 * nobody may do anything that was not granted. It has no listener in the clear: the broker itself
 * goes through the same one, and its controller asks for a login, too.
 */
public final class SecuredBroker implements AutoCloseable {
  private static final String ITSELF = "broker";
  private static final String SECRET_OF_ITSELF = "secret-of-the-broker";
  private static final int ITERATIONS = 4_096;

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
    var settings = new HashMap<>(ofItself(trusted));
    settings.put("listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:SASL_PLAINTEXT");
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.certificate.chain", identity.chain());
    settings.put("ssl.keystore.key", identity.key());
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put("sasl.mechanism.controller.protocol", "PLAIN");
    settings.put("listener.name.broker.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    settings.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
    settings.put("listener.name.broker.plain.sasl.jaas.config", login());
    settings.put("listener.name.controller.plain.sasl.jaas.config", login());
    settings.put(
        "listener.name.broker.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
    settings.put("super.users", "User:" + ITSELF);
    return new SecuredBroker(EmbeddedBroker.start(folder, port, settings), trusted);
  }

  /** How the broker reaches itself, and who runs it gives users and rights. */
  private static Map<String, String> ofItself(Path trusted) {
    return Map.of("ssl.truststore.type", "PEM", "ssl.truststore.location", trusted.toString());
  }

  private static String login() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
        .formatted(ITSELF, SECRET_OF_ITSELF);
  }

  /** Lets these users in, each with its password, and gives them these rights. */
  public void admit(Collection<String> users, Collection<AclBinding> rights)
      throws ExecutionException, InterruptedException {
    try (var admin = admin()) {
      admin.alterUserScramCredentials(users.stream().map(this::admission).toList()).all().get();
      admin.createAcls(rights).all().get();
    }
  }

  private UserScramCredentialAlteration admission(String user) {
    var way = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    return new UserScramCredentialUpsertion(user, way, credentials(user).password());
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
    var settings = new HashMap<String, Object>(ofItself(trusted));
    settings.put("bootstrap.servers", bootstrapServers());
    settings.put("security.protocol", "SASL_SSL");
    settings.put("sasl.mechanism", "PLAIN");
    settings.put("sasl.jaas.config", login());
    return Admin.create(settings);
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
