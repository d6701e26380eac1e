package jp.tsunagu.compose.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.broker.SecuredBroker;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.run.SecuredNetwork.Kind;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.admission.Rights;
import jp.tsunagu.runtime.caller.TokenHash;
import org.apache.kafka.common.acl.AclBinding;

/** How each service is configured on a {@link SecuredBroker}, and who may do what there. */
record SecuredServices(
    Services services, SecuredBroker broker, EmbeddedDatabase database, Path folder) {
  /** Of the roles that it makes at the database. */
  static final String PASSWORD = "secret-of-the-database";

  /** How agencies log in on one machine; here each connector says it anew. */
  private static final Pattern OF_ONE_MACHINE =
      Pattern.compile("security\\.protocol$|sasl\\.|agencies\\[.*\\.(kafka|database)\\.");

  List<String> users() {
    return Stream.concat(
            Stream.of(Kind.values()).map(Kind::user),
            SecuredNetwork.ELSEWHERE.stream().map(AgencyId::value))
        .toList();
  }

  List<AclBinding> rights() {
    var rights = new Rights(services.city().network());
    var all = new ArrayList<>(rights.ofServices());
    here().forEach(agency -> all.addAll(rights.ofAgency(agency, Kind.CONNECTOR.user())));
    SecuredNetwork.ELSEWHERE.forEach(agency -> all.addAll(rights.ofAgency(agency, agency.value())));
    return all;
  }

  private List<AgencyId> here() {
    return services.city().everyone().stream()
        .filter(agency -> !SecuredNetwork.ELSEWHERE.contains(agency))
        .filter(agency -> !agency.equals(SecuredNetwork.TO_ENROL))
        .toList();
  }

  SpringService right(Kind kind) {
    return with(kind, broker.credentials(kind.user()).settings());
  }

  SpringService with(Kind kind, Map<String, String> settings) {
    var way = new WayToTheBroker(broker.bootstrapServers());
    var service =
        switch (kind) {
          case GATEWAY -> services.gateway(way);
          case CONNECTOR -> services.connector(way, database, here());
          case SCHEDULER -> services.scheduler(way);
          case STATISTICS -> services.statistics(way);
        };
    return with(service, service.port(), settings);
  }

  /** How the agencies of the connector in its own process log in: each as itself. */
  Map<AgencyId, Map<String, String>> logins() {
    return SecuredNetwork.ELSEWHERE.stream()
        .collect(
            Collectors.toMap(
                agency -> agency, agency -> broker.credentials(agency.value()).ofAgency()));
  }

  /**
   * A connector whose agencies have no login in common.
   *
   * @param database its own, which must be there
   * @param kafka whom it hosts, and what each lays over the common settings
   */
  SpringService connector(String database, int port, Map<AgencyId, Map<String, String>> kafka) {
    var more = new LinkedHashMap<>(broker.credentials("nobody").withoutLogin());
    more.put("tsunagu.connector.data-dir", folder.resolve(database).resolve("keys").toString());
    more.put("spring.datasource.url", this.database.jdbcUrl(database));
    more.put("spring.datasource.username", database);
    more.put("spring.datasource.password", PASSWORD);
    var hosted = List.copyOf(kafka.keySet());
    for (var number = 0; number < hosted.size(); number++) {
      var entry = "tsunagu.connector.agencies[" + number + "].kafka.";
      Objects.requireNonNull(kafka.get(hosted.get(number)))
          .forEach((name, value) -> more.put(entry + name, value));
    }
    var way = new WayToTheBroker(broker.bootstrapServers());
    return with(services.connector(way, this.database, hosted), port, more);
  }

  /** A connector that is told nothing of network and broker but where its bundle lies. */
  SpringService enrolled(int port, Path bundle, String bundlePassword) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("tsunagu.connector.bundle", bundle);
    properties.put("tsunagu.connector.bundle-password", bundlePassword);
    properties.put("tsunagu.connector.data-dir", folder.resolve("enrolled"));
    properties.put("tsunagu.connector.enrolment", services.settings().folder().enrolment());
    properties.put("spring.datasource.url", database.jdbcUrl("enrolled"));
    properties.put("spring.datasource.username", "enrolled");
    properties.put("spring.datasource.password", PASSWORD);
    properties.put("tsunagu.callers[0].role", "agency");
    properties.put("tsunagu.callers[0].agency", SecuredNetwork.TO_ENROL);
    properties.put(
        "tsunagu.callers[0].token-sha256",
        TokenHash.hex(SampleCity.tokenOf(SecuredNetwork.TO_ENROL)));
    return new SpringService(
        "agency-connector", AgencyConnector.class, port, List.of(), properties);
  }

  private static SpringService with(SpringService service, int port, Map<String, String> more) {
    var all = new LinkedHashMap<>(service.properties());
    all.keySet().removeIf(setting -> OF_ONE_MACHINE.matcher(setting).find());
    all.putAll(more);
    return new SpringService(
        service.name(), service.application(), port, service.exclusions(), all);
  }
}
