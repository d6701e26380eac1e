package jp.tsunagu.connector.agency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;

/** Every agency this process hosts, in the order of the configuration. */
public final class HostedAgencies {

  private final Map<AgencyId, HostedAgency> agencies = new LinkedHashMap<>();

  /**
   * Takes the configured agencies.
   *
   * @throws IllegalArgumentException when there is none, or two have one id
   */
  public HostedAgencies(List<HostedAgency> configured) {
    if (configured.isEmpty()) {
      throw new IllegalArgumentException("tsunagu.connector.agencies: no agency is configured");
    }
    for (HostedAgency agency : configured) {
      if (agencies.put(agency.id(), agency) != null) {
        throw new IllegalArgumentException(
            "tsunagu.connector.agencies: two agencies have the id " + agency.id());
      }
    }
  }

  /** All of them. */
  public List<HostedAgency> all() {
    return List.copyOf(agencies.values());
  }

  /**
   * Those who have the same settings of Kafka act at the broker as one: whoever operates them says
   * so by stating it, and they share their clients.
   */
  public Collection<List<HostedAgency>> byWay() {
    Map<Map<String, String>, List<HostedAgency>> ways = new LinkedHashMap<>();
    for (HostedAgency agency : agencies.values()) {
      ways.computeIfAbsent(agency.kafka(), _ -> new ArrayList<>()).add(agency);
    }
    return List.copyOf(ways.values());
  }

  /** The one with this id, if it is hosted here. */
  public Optional<HostedAgency> find(AgencyId id) {
    return Optional.ofNullable(agencies.get(id));
  }
}
