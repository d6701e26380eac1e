package jp.tsunagu.gateway.admission;

import java.util.Map;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** A user of the broker and its password. */
public record Login(String user, String password) {
  /** The setting of Kafka's clients that tells who logs in. */
  public static final String WHO = "sasl.jaas.config";

  /** How anybody comes to the broker of one machine ({@code security.protocol}). */
  public static final String PROTOCOL = "SASL_PLAINTEXT";

  /** How anybody proves to know the password ({@code sasl.mechanism}). */
  public static final String MECHANISM = "SCRAM-SHA-512";

  /** The value of {@link #WHO}. */
  public String jaas() {
    return "%s required username=\"%s\" password=\"%s\";"
        .formatted(ScramLoginModule.class.getName(), user, password);
  }

  /** What a client needs beside the servers, in Kafka's own words. */
  public Map<String, String> settings() {
    return Map.of("security.protocol", PROTOCOL, "sasl.mechanism", MECHANISM, WHO, jaas());
  }

  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
