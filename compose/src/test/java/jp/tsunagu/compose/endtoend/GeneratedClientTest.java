package jp.tsunagu.compose.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Tag("slow")
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class GeneratedClientTest {

  @Test
  void a_client_generated_from_the_four_descriptions_compiles_and_runs_the_tour(
      Network network, @TempDir Path folder) throws Exception {
    var machine = network.machine();
    Map<String, URI> services =
        Map.of(
            "gateway", machine.gateway(),
            "connector", machine.connector(),
            "scheduler", machine.scheduler(),
            "statistics", machine.statistics().orElseThrow());
    GeneratedClient client = new GeneratedClient(folder);
    client.generate(services);
    Map<?, ?> seen =
        client.run(
            tour(),
            Map.of(
                "gateway", machine.gateway().toString(),
                "connector", machine.connector().toString(),
                "sheet", Files.readString(Path.of("tour", "sheet.json"))));
    assertThat(seen.get("sent")).isEqualTo("ACCEPTED");
    assertThat(seen.get("accepted")).isEqualTo("ACCEPTED");
    assertThat(seen.get("again")).isEqualTo("422");
    assertThat(seen.get("caseNumber")).asString().startsWith("令和");
    assertThat(seen.get("inbox")).asString().contains("ReferralSent");
    assertThat(seen.get("read")).asString().contains("見本 花子");
    assertThat(seen.get("receiver")).asString().isNotEqualTo("shogai-soudan").isNotBlank();
    assertThat(seen.get("timeline"))
        .asString()
        .contains("ConsultationReceived", "ReferralSent", "ReferralArrived", "ReferralAccepted");
  }

  private static String tour() throws Exception {
    try (var text =
        GeneratedClientTest.class.getResourceAsStream("/generated-client/Tour.java.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
