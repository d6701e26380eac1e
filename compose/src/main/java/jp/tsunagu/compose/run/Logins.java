package jp.tsunagu.compose.run;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.admission.Login;
import jp.tsunagu.gateway.admission.Rights;
import jp.tsunagu.gateway.admission.Rights.Service;
import org.apache.kafka.common.acl.AclBinding;

/** Who logs in to broker and database of one machine, and what each may do at the broker. */
record Logins(City city, Passwords passwords) {
  /** For what all agencies of the connector share: what the network published about itself. */
  private static final String CONNECTOR = "connector";

  Login gateway() {
    return broker(Service.GATEWAY.user());
  }

  Login scheduler() {
    return broker(Service.SCHEDULER.user());
  }

  Login statistics() {
    return broker(Service.STATISTICS.user());
  }

  /** By which a service proves itself to the login's provider. */
  String secretOf(String client) {
    return passwords.of("login." + client);
  }

  /** Who reads the ledger from outside. */
  Login reader() {
    return broker(Service.READER.user());
  }

  Login agency(AgencyId agency) {
    return broker(Rights.userOf(agency));
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
    var rights = new Rights(city.network());
    return Stream.concat(
            rights.ofServices().stream(),
            city.everyone().stream().flatMap(agency -> rights.ofAgency(agency).stream()))
        .toList();
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
    return role(Rights.userOf(agency));
  }

  private Role role(String name) {
    return new Role(name, passwords.of("database." + name));
  }

  /** Everybody whom the database lets in, but for its administrator. */
  List<Role> ofDatabase() {
    return Stream.concat(Stream.of(common()), city.everyone().stream().map(this::role)).toList();
  }
}
