package jp.tsunagu.connector.agency;

import java.nio.file.Path;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An agency whose connector runs in this process.
 *
 * @param folder of the folder exchange; none means it is off
 * @param webhook none means it is off
 * @param mailbox none means that nothing is mailed
 * @param database none means that it shares the one of the process
 * @param kafka settings of its Kafka clients beyond those of the process; never printed
 */
public record HostedAgency(
    AgencyId id,
    @Nullable Path folder,
    @Nullable Webhook webhook,
    @Nullable Mailbox mailbox,
    @Nullable OwnDatabase database,
    Map<String, String> kafka) {

  public HostedAgency {
    kafka = Map.copyOf(kafka);
  }

  /** Its schema in the database; ids have no underscore, so two agencies never share one. */
  public String schema() {
    return schemaOf(id);
  }

  /** The schema of an agency, whoever hosts it. */
  public static String schemaOf(AgencyId agency) {
    return "agency_" + agency.value().replace('-', '_');
  }

  @Override
  public String toString() {
    return "HostedAgency[" + id + "]";
  }
}
