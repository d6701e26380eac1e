package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import jp.tsunagu.compose.run.SecuredNetwork;
import jp.tsunagu.compose.run.SecuredNetwork.Kind;
import jp.tsunagu.compose.tour.ReadmeTour;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing but settings takes a network to SASL_SSL, and who is set wrongly is told so in a line.
 */
@Tag("slow")
class TourOverTlsTest {
  private static SecuredNetwork network;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    network = SecuredNetwork.start(folder);
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  @Test
  void the_commands_of_the_tour_do_what_the_readme_says() throws Exception {
    var addresses = new LinkedHashMap<String, String>();
    addresses.put("http://localhost:8080", network.address(Kind.GATEWAY).toString());
    addresses.put("http://localhost:8300", network.address(Kind.STATISTICS).toString());
    for (var agency : SecuredNetwork.ELSEWHERE) {
      addresses.put(
          "http://localhost:8100/agencies/" + agency,
          network.elsewhereAddress() + "/agencies/" + agency);
    }
    addresses.put("http://localhost:8100", network.address(Kind.CONNECTOR).toString());
    ReadmeTour.run(addresses);
  }

  @Test
  void the_broker_has_no_way_in_without_encryption_and_a_login() throws Exception {
    assertThat(network.broker().listeners())
        .containsEntry("advertised.listeners", "BROKER://" + network.broker().bootstrapServers())
        .containsEntry(
            "listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:SASL_PLAINTEXT");
  }
}
