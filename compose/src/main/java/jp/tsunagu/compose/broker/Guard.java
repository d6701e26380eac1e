package jp.tsunagu.compose.broker;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import jp.tsunagu.gateway.admission.Login;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * Nobody uses the broker without a login, and nobody does what was not granted. The broker itself,
 * which may do everything, has a password of its own that never leaves the process and is another
 * one in every run.
 */
record Guard(String secret) {
  private static final String ITSELF = "broker";
  private static final int BYTES = 32;

  /** With a new password. */
  static Guard fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Guard(HexFormat.of().formatHex(bytes));
  }

  /** What the broker is told. */
  Map<String, String> ofBroker() {
    return Map.ofEntries(
        Map.entry(
            "listener.security.protocol.map", "BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
        Map.entry("listener.name.broker.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
        Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
        Map.entry("listener.name.broker.plain.sasl.jaas.config", jaas()),
        Map.entry("listener.name.controller.plain.sasl.jaas.config", jaas()),
        Map.entry(
            "listener.name.broker.scram-sha-512.sasl.jaas.config",
            ScramLoginModule.class.getName() + " required;"),
        Map.entry("authorizer.class.name", StandardAuthorizer.class.getName()),
        Map.entry("super.users", "User:" + ITSELF));
  }

  /** What a client is told that acts for the broker itself. */
  Map<String, String> ofItself() {
    return Map.of(
        "security.protocol", Login.PROTOCOL, "sasl.mechanism", "PLAIN", Login.WHO, jaas());
  }

  private String jaas() {
    return "%1$s required username=\"%2$s\" password=\"%3$s\" user_%2$s=\"%3$s\";"
        .formatted(PlainLoginModule.class.getName(), ITSELF, secret);
  }

  @Override
  public String toString() {
    return "Guard[***]";
  }
}
