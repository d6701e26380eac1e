package jp.tsunagu.compose.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.compose.broker.Login;
import jp.tsunagu.compose.broker.Rights;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.contract.id.AgencyId;
import org.apache.kafka.common.acl.AclBinding;

/** Who logs in to broker and database of one machine, and what each may do at the broker. */
record Logins(City city, Passwords passwords) {
  private static final String GATEWAY = "gateway";
  private static final String SCHEDULER = "scheduler";
  private static final String STATISTICS = "statistics";
  private static final String READER = "reader";

  /** For what all agencies of the connector share: what the network published about itself. */
  private static final String CONNECTOR = "connector";

  Login gateway() {
    return broker(GATEWAY);
  }

  Login scheduler() {
    return broker(SCHEDULER);
  }

  Login statistics() {
    return broker(STATISTICS);
  }

  /** By which a service proves itself to the login's provider. */
  String secretOf(String client) {
    return passwords.of("login." + client);
  }

  /** Who reads the ledger from outside. */
  Login reader() {
    return broker(READER);
  }

  Login agency(AgencyId agency) {
    return broker(user(agency));
  }

  /** An agency's id may be any word: it is never the name of a service. */
  private static String user(AgencyId agency) {
    return "agency-" + agency;
  }

  private Login broker(String user) {
    return new Login(user, passwords.of("broker." + user));
  }

  /** Everybody whom the broker lets in. */
  List<Login> ofBroker() {
    return Stream.concat(
            Stream.of(gateway(), scheduler(), statistics(), reader()),
            city.everyone().stream().map(this::agency))
        .toList();
  }

  /** What everybody may do at the broker. */
  List<AclBinding> rights() {
    var network = city.network();
    var rights = new ArrayList<AclBinding>();
    for (var service : List.of(GATEWAY, SCHEDULER, STATISTICS)) {
      rights.addAll(Rights.ofService(network, service));
    }
    for (var agency : city.everyone()) {
      rights.addAll(Rights.ofAgency(network, agency, user(agency)));
    }
    rights.addAll(Rights.ofReader(network, READER));
    return rights;
  }

  /** Password of the database's administrator. */
  String administrator() {
    return passwords.of("database.administrator");
  }

  /** A role of the database, whose own database has its name. */
  record Role(String name, String password) {
    @Override
    public String toString() {
      return "Role[" + name + "]";
    }
  }

  Role common() {
    return role(CONNECTOR);
  }

  Role role(AgencyId agency) {
    return role(user(agency));
  }

  private Role role(String name) {
    return new Role(name, passwords.of("database." + name));
  }

  /** Everybody whom the database lets in, but for its administrator. */
  List<Role> ofDatabase() {
    return Stream.concat(Stream.of(common()), city.everyone().stream().map(this::role)).toList();
  }
}
