package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.tour.ReadmeTour;
import jp.tsunagu.contract.id.AgencyId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** compose.yaml as a person starts it: every service in a container of its own. */
@Tag("slow")
@Isolated("a dozen containers want every core")
@ExtendWith({LoudWithoutDocker.class, LoudWithoutCompose.class})
class ServicesInContainersTest {
  private static final Pattern REFERRAL = Pattern.compile("\"referralId\":\"([^\"]+)\"");
  private static final Pattern CASE = Pattern.compile("\"caseId\":\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void the_tour_runs_and_down_and_up_keep_everything_once() throws Exception {
    var command = ComposeCommand.installed().orElseThrow();
    try (var project = new ComposeProject(command, folder);
        var http = HttpClient.newHttpClient()) {
      project.build();
      project.up();
      String said = ReadmeTour.run(addresses(project));
      var referral = first(REFERRAL, said);
      var known = known(project, http, referral, first(CASE, said));

      project.down();
      project.up();

      assertThat(known(project, http, referral, first(CASE, said))).isEqualTo(known);
      assertThat(sentAgain(project, http).text("referralId")).isEqualTo(referral);
      assertThat(known(project, http, referral, first(CASE, said))).isEqualTo(known);
    }
  }

  /** Of every address in the tour the one it has here; an agency's is that of its own connector. */
  private static Map<String, String> addresses(ComposeProject project) {
    var addresses = new LinkedHashMap<String, String>();
    addresses.put("http://localhost:8080", project.address("gateway").toString());
    addresses.put("http://localhost:8300", project.address("stats").toString());
    for (var agency : List.of(SampleCity.HOKATSU, SampleCity.SHOGAI_SOUDAN)) {
      addresses.put(
          "http://localhost:8100/agencies/" + agency,
          project.address(agency.value()) + "/agencies/" + agency);
    }
    return addresses;
  }

  private static String first(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
  }

  /** What both sides, the gateway and the statistics know of it. */
  private static Map<String, JsonNode> known(
      ComposeProject project, HttpClient http, String referral, String caseId) {
    var known = new LinkedHashMap<String, JsonNode>();
    for (var agency : List.of(SampleCity.HOKATSU, SampleCity.SHOGAI_SOUDAN)) {
      var client = agency(project, http, agency);
      known.put(agency + " referral", found(client.referral(referral)));
      known.put(agency + " referrals", found(client.service().get("/referrals")));
    }
    var gateway = project.address("gateway");
    var asSender = new ServiceClient(http, gateway, SampleCity.tokenOf(SampleCity.HOKATSU));
    known.put("timeline", found(asSender.get("/api/cases/" + caseId + "/timeline")).path("events"));
    var manager = new ServiceClient(http, project.address("stats"), SampleCity.MANAGER_TOKEN);
    var cases = manager.get("/api/explanation?bucket=now/all&measure=OPEN_CASES");
    known.put("cases counted", found(cases).path("rows"));
    return known;
  }

  private static JsonNode found(Reply reply) {
    assertThat(reply.isSuccess()).as(reply.toString()).isTrue();
    return reply.body();
  }

  /** The tour's first request again, byte for byte: curl sends a file without its line ends. */
  private static Reply sentAgain(ComposeProject project, HttpClient http) throws Exception {
    var sheet = Files.readString(Path.of("tour", "sheet.json")).replace("\n", "");
    return agency(project, http, SampleCity.HOKATSU)
        .service()
        .post("/consultations?wait=10", sheet, Map.of("Idempotency-Key", "tour-1"));
  }

  private static AgencyClient agency(ComposeProject project, HttpClient http, AgencyId agency) {
    return new AgencyClient(http, project.address(agency.value()), agency);
  }
}
