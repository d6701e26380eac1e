package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.TreeSet;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.run.SecuredNetwork;
import jp.tsunagu.compose.run.SecuredNetwork.Kind;
import jp.tsunagu.compose.tour.ReadmeTour;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/** Nothing but settings takes a network to SASL_SSL. */
@Order(1)
@Tag("slow")
@ExtendWith(OnSecuredNetwork.class)
class TourOverTlsTest {

  @Test
  void the_commands_of_the_tour_do_what_the_readme_says(SecuredNetwork network) throws Exception {
    var addresses = new LinkedHashMap<String, String>();
    addresses.put("http://localhost:8080", network.address(Kind.GATEWAY).toString());
    addresses.put("http://localhost:8300", network.address(Kind.STATISTICS).toString());
    for (var agency : SecuredNetwork.ELSEWHERE) {
      addresses.put(
          "http://localhost:8100/agencies/" + agency,
          network.addressElsewhere() + "/agencies/" + agency);
    }
    addresses.put("http://localhost:8100", network.address(Kind.CONNECTOR).toString());
    ReadmeTour.run(addresses);
  }

  @Test
  void the_services_are_set_as_the_readme_says(SecuredNetwork network) throws Exception {
    var readme = Files.readString(Path.of("..", "schemas", "runtime", "README.md"));
    var section = readme.substring(readme.indexOf("## The way to the broker"));
    var yaml = section.substring(section.indexOf("```yaml") + 7);
    var factory = new YamlPropertiesFactoryBean();
    factory.setResources(
        new ByteArrayResource(
            yaml.substring(0, yaml.indexOf("```")).getBytes(StandardCharsets.UTF_8)));
    var told = new TreeSet<>(Objects.requireNonNull(factory.getObject()).stringPropertyNames());
    assertThat(told.remove("spring.kafka.bootstrap-servers")).isTrue();
    assertThat(told).isEqualTo(network.broker().credentials("gateway").settings().keySet());
  }

  @Test
  void the_broker_has_no_way_in_without_encryption_and_a_login(SecuredNetwork network)
      throws Exception {
    var broker = network.broker();
    assertThat(broker.listeners())
        .containsEntry("advertised.listeners", "BROKER://" + broker.bootstrapServers())
        .containsEntry(
            "listener.security.protocol.map", "BROKER:SASL_SSL,CONTROLLER:SASL_PLAINTEXT");
  }

  @Test
  void a_recount_takes_the_same_way(SecuredNetwork network) throws Exception {
    try (var recount = network.recount()) {
      assertThat(recount.endsWithin(SOON)).isTrue();
      assertThat(recount.exitValue()).as(recount.printed()).isZero();
      assertThat(recount.printed()).contains("不一致 0件");
    }
  }

  @Test
  void each_agency_of_one_process_goes_in_as_itself(SecuredNetwork network) {
    try (var http = HttpClient.newHttpClient()) {
      var sender = new AgencyClient(http, network.address(Kind.CONNECTOR), SampleCity.HOKATSU);
      for (var agency : SecuredNetwork.ELSEWHERE) {
        var referral = sender.register(Forms.sentTo(agency).toString()).text("referralId");
        var receiver = new AgencyClient(http, network.addressElsewhere(), agency);
        await().atMost(SOON).until(() -> receiver.referral(referral).isSuccess());
        assertThat(receiver.act(referral, "accept", "{}").isSuccess()).isTrue();
        await()
            .atMost(SOON)
            .until(
                () ->
                    sender
                        .referral(referral)
                        .body()
                        .path("stage")
                        .path("code")
                        .asString("")
                        .equals("ACCEPTED"));
      }
    }
  }
}
