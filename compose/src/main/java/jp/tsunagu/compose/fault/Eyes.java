package jp.tsunagu.compose.fault;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.compose.checker.Shown;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.run.ProcessNetwork;
import jp.tsunagu.contract.id.AgencyId;
import tools.jackson.databind.JsonNode;

/** What the receivers' systems are shown, read as they read it, from the beginning. */
final class Eyes {
  private static final int PAGE = 500;

  private final HttpClient http;
  private final ProcessNetwork network;
  private final Map<AgencyId, Long> positions = new TreeMap<>();
  private final List<Shown> shown = new ArrayList<>();

  Eyes(HttpClient http, ProcessNetwork network) {
    this.http = http;
    this.network = network;
  }

  /** Reads what is new. */
  void look() {
    for (var agency : Work.RECEIVERS) {
      var client = new AgencyClient(http, network.address(ProcessNetwork.Part.RECEIVERS), agency);
      var more = true;
      while (more) {
        var after = positions.getOrDefault(agency, 0L);
        var reply = client.service().get("/inbox?after=" + after + "&limit=" + PAGE);
        if (!reply.isSuccess()) {
          throw new IllegalStateException("the inbox of " + agency + " is not shown: " + reply);
        }
        reply.body().path("items").forEach(item -> see(agency, item));
        positions.put(agency, reply.body().path("next").asLong(after));
        more = reply.body().path("items").size() == PAGE;
      }
    }
  }

  private void see(AgencyId agency, JsonNode item) {
    if (item.path("type").path("code").asString("").equals("ReferralSent")) {
      var event = item.path("data");
      shown.add(
          new Shown(
              agency.value(),
              item.path("caseId").asString(""),
              item.path("referralId").asString(""),
              event.path("receiver").path("id").asString(""),
              item.path("position").asLong(),
              event.path("header").path("sequence").asLong()));
    }
  }

  /** What was seen of these cases. */
  List<Shown> of(Set<String> cases) {
    return shown.stream().filter(each -> cases.contains(each.caseId())).toList();
  }
}
