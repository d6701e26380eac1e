package jp.tsunagu.compose.run;

import java.util.Map;
import jp.tsunagu.compose.broker.EmbeddedBroker;
import jp.tsunagu.compose.database.EmbeddedDatabase;

/** Database and broker of one machine, each with everybody whom it lets in. */
final class Storage {
  private Storage() {}

  static EmbeddedDatabase database(DataFolder folder, Logins logins, Map<String, String> further) {
    var place = new EmbeddedDatabase.Place(folder.database(), folder.programs());
    var database = EmbeddedDatabase.start(place, logins.administrator(), further);
    try {
      logins.ofDatabase().forEach(role -> database.admit(role.name(), role.password()));
      return database;
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  static EmbeddedBroker broker(DataFolder folder, Ports ports, Logins logins) {
    var broker = EmbeddedBroker.start(folder.broker(), ports.broker());
    try {
      broker.admit(logins.ofBroker(), logins.rights());
      return broker;
    } catch (RuntimeException failed) {
      broker.close();
      throw failed;
    }
  }
}
