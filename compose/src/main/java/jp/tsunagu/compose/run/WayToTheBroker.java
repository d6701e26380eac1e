package jp.tsunagu.compose.run;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.tsunagu.gateway.admission.Login;

/** The settings by which a service reaches the broker of one machine. */
record WayToTheBroker(String bootstrapServers) {
  private static final String PROPERTIES = "spring.kafka.properties.";

  /** Without a login: each agency of a connector has its own. */
  Map<String, String> common() {
    var all = new LinkedHashMap<String, String>();
    all.put("spring.kafka.bootstrap-servers", bootstrapServers);
    all.put("spring.kafka.security.protocol", Login.PROTOCOL);
    all.put(PROPERTIES + "sasl.mechanism", Login.MECHANISM);
    return all;
  }

  /** As this user. */
  Map<String, String> of(Login login) {
    var all = new LinkedHashMap<>(common());
    all.put(PROPERTIES + Login.WHO, login.jaas());
    return all;
  }
}
