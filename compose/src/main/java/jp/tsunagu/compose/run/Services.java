package jp.tsunagu.compose.run;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.login.LoginProvider;
import jp.tsunagu.compose.login.Site;
import jp.tsunagu.connector.AgencyConnector;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.ReferralGateway;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.runtime.caller.TokenHash;
import jp.tsunagu.scheduler.MeetingScheduler;
import jp.tsunagu.stats.StreamStats;

/** How each service of a city is configured in the single-JVM run. */
record Services(SingleMachine.Settings settings, Logins logins) {
  private static final String CALLERS = "tsunagu.callers";

  City city() {
    return logins.city();
  }

  SpringService gateway(WayToTheBroker broker) {
    var properties = new LinkedHashMap<String, Object>(broker.of(logins.gateway()));
    properties.put("tsunagu.network-file", settings.folder().city());
    properties.put("tsunagu.state-dir", settings.folder().streams());
    properties.put("tsunagu.replication-factor", 1);
    callers(properties);
    persons(properties, "gateway");
    return new SpringService(
        "referral-gateway",
        ReferralGateway.class,
        settings.ports().gateway(),
        List.of(),
        properties);
  }

  /** The demonstration's clock is the same everywhere, so agendas need not wait for slower ones. */
  SpringService scheduler(WayToTheBroker broker) {
    var properties = new LinkedHashMap<String, Object>(broker.of(logins.scheduler()));
    properties.put("tsunagu.network-id", city().network());
    properties.put("tsunagu.state-dir", settings.folder().streams());
    properties.put("tsunagu.replication-factor", 1);
    properties.put("tsunagu.people.folder", settings.folder().scheduler());
    properties.put("tsunagu.grace", "1s");
    callers(properties);
    persons(properties, "scheduler");
    return new SpringService(
        "meeting-scheduler",
        MeetingScheduler.class,
        settings.ports().scheduler(),
        List.of(),
        properties);
  }

  SpringService statistics(WayToTheBroker broker) {
    var port = settings.ports().statistics();
    var properties = new LinkedHashMap<String, Object>(broker.of(logins.statistics()));
    properties.put("tsunagu.network-id", city().network());
    properties.put("tsunagu.state-dir", settings.folder().statistics());
    properties.put("tsunagu.advertised", "127.0.0.1:" + port);
    properties.put("tsunagu.replication-factor", 1);
    properties.put("tsunagu.stats.peer-token", SampleCity.PEER_TOKEN);
    callers(properties);
    persons(properties, "statistics");
    return new SpringService("stream-stats", StreamStats.class, port, List.of(), properties);
  }

  /** Whose people log in at the one provider. */
  LoginProvider.Setup login() {
    var ports = settings.ports();
    return LoginProvider.Setup.onThisMachine(
        settings.folder().login(),
        ports.login(),
        List.of(
            site("gateway", ports.gateway()),
            site("connector", ports.connector()),
            site("scheduler", ports.scheduler()),
            site("statistics", ports.statistics())));
  }

  private Site site(String client, int port) {
    return new Site(client, logins.secretOf(client), URI.create("http://127.0.0.1:" + port));
  }

  private void persons(Map<String, Object> properties, String client) {
    site(properties);
    var provider = login();
    var site =
        provider.sites().stream()
            .filter(each -> each.client().equals(client))
            .findFirst()
            .orElseThrow();
    properties.put("tsunagu.login.client-id", client);
    properties.put("tsunagu.login.client-secret", site.secret());
    properties.put("tsunagu.login.site", site.address());
    properties.put("tsunagu.login.issuer", provider.issuer());
    properties.put("tsunagu.login.authorization-uri", provider.issuer() + "/oauth2/authorize");
    properties.put("tsunagu.login.token-uri", provider.issuer() + "/oauth2/token");
    properties.put("tsunagu.login.jwk-set-uri", provider.issuer() + "/oauth2/jwks");
    properties.put("tsunagu.login.end-session-uri", provider.issuer() + "/connect/logout");
    properties.putAll(settings.logins().getOrDefault(client, Map.of()));
  }

  /** One navigation leads through all services. */
  private void site(Map<String, Object> properties) {
    var ports = settings.ports();
    properties.put("tsunagu.site.window", "http://127.0.0.1:" + ports.connector());
    properties.put("tsunagu.site.desk", "http://127.0.0.1:" + ports.gateway());
    properties.put("tsunagu.site.meetings", "http://127.0.0.1:" + ports.scheduler());
    properties.put("tsunagu.site.figures", "http://127.0.0.1:" + ports.statistics());
  }

  private void callers(Map<String, Object> properties) {
    var number = 0;
    for (var agency : city().agencies()) {
      caller(properties, CALLERS + "[" + number++ + "]", "agency", SampleCity.tokenOf(agency));
      properties.put(CALLERS + "[" + (number - 1) + "].agency", agency);
    }
    caller(properties, CALLERS + "[" + number++ + "]", "desk", SampleCity.tokenOf(city().desk()));
    caller(properties, CALLERS + "[" + number++ + "]", "manager", SampleCity.MANAGER_TOKEN);
    caller(properties, CALLERS + "[" + number + "]", "protection", SampleCity.PROTECTION_TOKEN);
  }

  private static void caller(
      Map<String, Object> properties, String entry, String role, String token) {
    properties.put(entry + ".role", role);
    properties.put(entry + ".token-sha256", TokenHash.hex(token));
  }

  SpringService connector(WayToTheBroker broker, EmbeddedDatabase database) {
    return connector(broker, database, city().everyone());
  }

  /** A connector of these alone. */
  SpringService connector(
      WayToTheBroker broker, EmbeddedDatabase database, List<AgencyId> everyone) {
    var properties = new LinkedHashMap<String, Object>(broker.common());
    var role = logins.common();
    properties.put("tsunagu.network-id", city().network());
    properties.put("tsunagu.connector.data-dir", settings.folder().connector());
    properties.put("tsunagu.connector.enrolment", settings.folder().enrolment());
    persons(properties, "connector");
    properties.put("spring.datasource.url", database.jdbcUrl(role.name()));
    properties.put("spring.datasource.username", role.name());
    properties.put("spring.datasource.password", role.password());
    for (var number = 0; number < everyone.size(); number++) {
      var entry = "tsunagu.connector.agencies[" + number + "]";
      hosted(properties, entry, everyone.get(number));
      loggedIn(properties, entry, everyone.get(number), database);
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
    properties.put(entry + ".token-sha256[0]", TokenHash.hex(SampleCity.tokenOf(agency)));
    if (settings.files()) {
      properties.put(entry + ".folder", settings.folder().exchange().resolve(agency.value()));
    }
    var hook = settings.hooks().get(agency);
    if (hook != null) {
      properties.put(entry + ".webhook.url", hook.url());
      properties.put(entry + ".webhook.secret", hook.secret());
    }
  }

  private void loggedIn(
      Map<String, Object> properties, String entry, AgencyId agency, EmbeddedDatabase database) {
    var role = logins.role(agency);
    properties.put(entry + ".kafka." + Login.WHO, logins.agency(agency).jaas());
    properties.put(entry + ".database.url", database.jdbcUrl(role.name()));
    properties.put(entry + ".database.username", role.name());
    properties.put(entry + ".database.password", role.password());
  }
}
