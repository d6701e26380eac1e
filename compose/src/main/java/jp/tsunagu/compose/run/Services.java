package jp.tsunagu.compose.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.city.Checksum;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.ReferralGateway;
import jp.tsunagu.scheduler.MeetingScheduler;
import jp.tsunagu.stats.StreamStats;

/** How each service of a city is configured in the single-JVM run. */
record Services(City city, SingleMachine.Settings settings) {
  private static final String CALLERS = "tsunagu.callers";

  SpringService gateway(String bootstrapServers) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
    properties.put("tsunagu.network-file", settings.folder().city());
    properties.put("tsunagu.state-dir", settings.folder().streams());
    properties.put("tsunagu.replication-factor", 1);
    callers(properties);
    return new SpringService(
        "referral-gateway",
        ReferralGateway.class,
        settings.ports().gateway(),
        List.of(),
        properties);
  }

  /** The demonstration's clock is the same everywhere, so agendas need not wait for slower ones. */
  SpringService scheduler(String bootstrapServers) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
    properties.put("tsunagu.network-id", city.network());
    properties.put("tsunagu.state-dir", settings.folder().streams());
    properties.put("tsunagu.replication-factor", 1);
    properties.put("tsunagu.grace", "1s");
    callers(properties);
    return new SpringService(
        "meeting-scheduler",
        MeetingScheduler.class,
        settings.ports().scheduler(),
        List.of(),
        properties);
  }

  SpringService statistics(String bootstrapServers) {
    var port = settings.ports().statistics();
    var properties = new LinkedHashMap<String, Object>();
    properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
    properties.put("tsunagu.network-id", city.network());
    properties.put("tsunagu.state-dir", settings.folder().statistics());
    properties.put("tsunagu.advertised", "127.0.0.1:" + port);
    properties.put("tsunagu.replication-factor", 1);
    properties.put("tsunagu.stats.peer-token", SampleCity.PEER_TOKEN);
    callers(properties);
    return new SpringService("stream-stats", StreamStats.class, port, List.of(), properties);
  }

  private void callers(Map<String, Object> properties) {
    var number = 0;
    for (var agency : city.agencies()) {
      caller(properties, CALLERS + "[" + number++ + "]", "agency", SampleCity.tokenOf(agency));
      properties.put(CALLERS + "[" + (number - 1) + "].agency", agency);
    }
    caller(properties, CALLERS + "[" + number++ + "]", "desk", SampleCity.tokenOf(city.desk()));
    caller(properties, CALLERS + "[" + number + "]", "manager", SampleCity.MANAGER_TOKEN);
  }

  private static void caller(
      Map<String, Object> properties, String entry, String role, String token) {
    properties.put(entry + ".role", role);
    properties.put(entry + ".token-sha256", Checksum.of(token));
  }

  SpringService connector(String bootstrapServers, EmbeddedDatabase database) {
    return connector(bootstrapServers, database, city.everyone());
  }

  /** A connector of these alone. */
  SpringService connector(
      String bootstrapServers, EmbeddedDatabase database, List<AgencyId> everyone) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("spring.kafka.bootstrap-servers", bootstrapServers);
    properties.put("tsunagu.network-id", city.network());
    properties.put("tsunagu.connector.data-dir", settings.folder().connector());
    properties.put("spring.datasource.url", database.jdbcUrl());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", "");
    for (var number = 0; number < everyone.size(); number++) {
      hosted(properties, "tsunagu.connector.agencies[" + number + "]", everyone.get(number));
    }
    return new SpringService(
        "agency-connector",
        AgencyConnector.class,
        settings.ports().connector(),
        List.of(),
        properties);
  }

  private void hosted(Map<String, Object> properties, String entry, AgencyId agency) {
    properties.put(entry + ".id", agency);
    properties.put(entry + ".token-sha256[0]", Checksum.of(SampleCity.tokenOf(agency)));
    if (settings.files()) {
      properties.put(entry + ".folder", settings.folder().exchange().resolve(agency.value()));
    }
    var hook = settings.hooks().get(agency);
    if (hook != null) {
      properties.put(entry + ".webhook.url", hook.url());
      properties.put(entry + ".webhook.secret", hook.secret());
    }
  }
}
