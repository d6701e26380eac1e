package jp.tsunagu.compose.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagu.gateway.admission.Login;

/**
 * How a service is told the way to a {@link SecuredBroker}, in the words of "The way to the broker"
 * in the README of {@code schemas/runtime}.
 *
 * @param trusted the PEM file of the authority that it believes
 */
public record Credentials(Path trusted, String user, String password) {
  /** The settings of a service. */
  public Map<String, String> settings() {
    var all = new HashMap<>(withoutLogin());
    all.put("spring.kafka.properties." + Login.WHO, login());
    return all;
  }

  /** What the agencies of a connector have in common where each has a login of its own. */
  public Map<String, String> withoutLogin() {
    return Map.of(
        "spring.kafka.security.protocol",
        "SASL_SSL",
        "spring.kafka.ssl.bundle",
        "broker",
        "spring.ssl.bundle.pem.broker.truststore.certificate",
        "file:" + trusted,
        "spring.kafka.properties.sasl.mechanism",
        "SCRAM-SHA-512");
  }

  /** What one agency of a connector lays over that. */
  public Map<String, String> ofAgency() {
    return Map.of(Login.WHO, login());
  }

  /** The settings of an ordinary Kafka client of this broker. */
  Map<String, Object> ofClient(SecuredBroker broker) {
    return Map.of(
        "bootstrap.servers",
        broker.bootstrapServers(),
        "security.protocol",
        "SASL_SSL",
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        trusted.toString(),
        "sasl.mechanism",
        Login.MECHANISM,
        Login.WHO,
        login());
  }

  private String login() {
    return new Login(user, password).jaas();
  }

  /** With a password that is not the user's. */
  public Credentials withPassword(String other) {
    return new Credentials(trusted, user, other);
  }

  /** Believing another authority. */
  public Credentials trusting(Path other) {
    return new Credentials(other, user, password);
  }
}
