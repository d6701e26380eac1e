package jp.tsunagu.runtime.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * What an agency's connector needs to work in a network. The password stands nowhere else: the
 * broker knows what proves it, the centre forgets it.
 *
 * @param issued the later of two takes the place of the other
 * @param until the last day in Tokyo on which it is good
 * @param servers host:port of the brokers, several separated by commas
 * @param authority the certificate by which they are believed, as PEM
 */
public record Enrolment(
    NetworkId network,
    AgencyId agency,
    Instant issued,
    LocalDate until,
    String servers,
    String authority,
    String user,
    String password) {

  /** As text that {@link #read} understands. */
  public String written() {
    Properties all = new Properties();
    all.setProperty("network", network.value());
    all.setProperty("agency", agency.value());
    all.setProperty("issued", issued.toString());
    all.setProperty("until", until.toString());
    all.setProperty("servers", servers);
    all.setProperty("authority", authority);
    all.setProperty("user", user);
    all.setProperty("password", password);
    StringWriter text = new StringWriter();
    try {
      all.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * What was {@link #written}.
   *
   * @throws IllegalArgumentException where it is something else; the message repeats nothing of it
   */
  public static Enrolment read(String text) {
    Properties all = new Properties();
    try {
      all.load(new StringReader(text));
      return new Enrolment(
          new NetworkId(of(all, "network")),
          new AgencyId(of(all, "agency")),
          Instant.parse(of(all, "issued")),
          LocalDate.parse(of(all, "until")),
          of(all, "servers"),
          of(all, "authority"),
          of(all, "user"),
          of(all, "password"));
    } catch (IOException | DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "no enrolment: " + unreadable.getClass().getSimpleName(), unreadable);
    }
  }

  private static String of(Properties all, String name) {
    String value = all.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no enrolment: " + name + " is missing");
    }
    return value;
  }

  /** The settings of a connector that come from it. */
  public Map<String, Object> settings() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("tsunagu.network-id", network.value());
    all.put("spring.kafka.bootstrap-servers", servers);
    all.put("spring.kafka.security.protocol", "SASL_SSL");
    all.put("spring.kafka.ssl.bundle", "enrolment");
    all.put("spring.ssl.bundle.pem.enrolment.truststore.certificate", authority);
    all.put("spring.kafka.properties.sasl.mechanism", "SCRAM-SHA-512");
    all.put(
        "spring.kafka.properties.sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(ScramLoginModule.class.getName(), user, password));
    return all;
  }

  @Override
  public String toString() {
    return "Enrolment[" + agency + " until " + until + "]";
  }
}
