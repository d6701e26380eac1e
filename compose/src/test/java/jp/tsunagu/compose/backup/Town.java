package jp.tsunagu.compose.backup;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.ledger.LedgerReader;
import jp.tsunagu.compose.load.Work;
import jp.tsunagu.compose.run.DataFolder;
import jp.tsunagu.compose.run.GatewayArguments;
import jp.tsunagu.compose.run.Ports;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.compose.run.TestFolders;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.gateway.recount.RecountCommand;
import tools.jackson.databind.JsonNode;

/** A running network on a data folder, and what everybody sees of it. */
record Town(DataFolder folder, SingleMachine machine, HttpClient http) implements AutoCloseable {

  /** With or without statistics. */
  static Town on(Path root, boolean counted) throws Exception {
    var folder = TestFolders.claimed(root);
    assertThat(folder.settle(null)).isEmpty();
    var settings =
        new SingleMachine.Settings(
            folder, Ports.anyFree(), false, Map.of(), Clock.systemUTC(), counted);
    var town = new Town(folder, SingleMachine.start(settings, _ -> {}), HttpClient.newHttpClient());
    everybody()
        .forEach(
            agency ->
                await()
                    .atMost(SOON)
                    .until(() -> town.agency(agency).service().get("/lost").isSuccess()));
    return town;
  }

  private static Stream<AgencyId> everybody() {
    return Stream.concat(SampleCity.AGENCIES.stream(), Stream.of(SampleCity.DESK));
  }

  AgencyClient agency(AgencyId agency) {
    return new AgencyClient(http, machine.connector(), agency);
  }

  /** New cases that were sent to nobody yet, one referral of each for every other agency. */
  List<Work.Referral> cases(int count, long seed) throws Exception {
    var referrals = count * Work.RECEIVERS.size();
    var today = LocalDate.of(2026, 4, 1);
    return Work.prepare(agency(Work.SENDER), referrals, today, new Random(seed)).referrals();
  }

  /** Sends it and waits until its receiver has it; gives its id. */
  String refer(Work.Referral referral) {
    var reply = agency(Work.SENDER).refer(referral.form());
    assertThat(reply.isSuccess()).as("%s", reply).isTrue();
    var id = reply.text("referralId");
    awaitAt(referral.receiver(), id);
    return id;
  }

  void awaitAt(AgencyId receiver, String referralId) {
    await().atMost(SOON).until(() -> agency(receiver).referral(referralId).status() == 200);
  }

  List<CaseEvent> ledger() {
    try (var ledger = LedgerReader.fromBeginning(machine.reader(), SampleCity.NETWORK)) {
      return ledger.toEnd();
    }
  }

  /** What each agency was told, by position. */
  Map<String, List<JsonNode>> news() {
    var news = new TreeMap<String, List<JsonNode>>();
    everybody()
        .forEach(
            agency -> {
              var reply = agency(agency).service().get("/inbox?after=0&limit=200");
              assertThat(reply.isSuccess()).as("%s", reply).isTrue();
              var items = new ArrayList<JsonNode>();
              reply.body().path("items").forEach(items::add);
              news.put(agency.value(), items);
            });
    return news;
  }

  /** How much of what the network lost nobody of this agency has decided about. */
  int undecided(AgencyId agency) {
    var reply = agency(agency).service().get("/lost");
    assertThat(reply.isSuccess()).as("%s", reply).isTrue();
    var count = 0;
    for (var item : reply.body().path("lost")) {
      count += item.path("choices").isEmpty() ? 0 : 1;
    }
    return count;
  }

  /** Somebody of it has seen all of the list. */
  void decideAll(AgencyId agency) {
    var reply =
        agency(agency).service().post("/lost/" + Integer.MAX_VALUE + "/decide-all", "{}", Map.of());
    assertThat(reply.isSuccess()).as("%s", reply).isTrue();
  }

  /** What the gateway's states and the ledger differ in. */
  void awaitSoundRecount() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              var bytes = new ByteArrayOutputStream();
              try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
                var code =
                    RecountCommand.run(
                        out,
                        Stream.concat(
                                Stream.of("recount"), GatewayArguments.of(folder, machine).stream())
                            .toArray(String[]::new));
                assertThat(code).as(bytes.toString(StandardCharsets.UTF_8)).isZero();
              }
            });
  }

  @Override
  public void close() {
    http.shutdownNow();
    machine.close();
    folder.close();
  }
}
