package jp.tsunagu.compose.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a service is told the way to a {@link SecuredBroker}, in the words of README's "Encryption".
 *
 * @param trusted the PEM file of the authority that it believes
 */
public record Credentials(Path trusted, String user, String password) {
  private static final String MECHANISM = "spring.kafka.properties.sasl.mechanism";
  private static final String LOGIN = "spring.kafka.properties.sasl.jaas.config";

  /** The settings of a service. */
  public Map<String, String> settings() {
    return Map.of(
        "spring.kafka.security.protocol",
        "SASL_SSL",
        "spring.kafka.ssl.bundle",
        "broker",
        "spring.ssl.bundle.pem.broker.truststore.certificate",
        "file:" + trusted,
        MECHANISM,
        "SCRAM-SHA-512",
        LOGIN,
        login());
  }

  /** As SASL has it. */
  public String login() {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
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
