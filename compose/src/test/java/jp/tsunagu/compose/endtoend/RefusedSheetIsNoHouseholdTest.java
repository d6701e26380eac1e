package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A refused sheet is counted nowhere, a taken one once. */
@Tag("slow")
@Order(2)
@ResourceLock(RunningNetwork.BROKER)
@ExtendWith(RunningNetwork.class)
class RefusedSheetIsNoHouseholdTest {
  private static final int TIMES = 10;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** How a sheet comes in and how its decision is learned. */
  private enum Channel {
    WAITING,
    BY_NEWS,
    BY_FOLDER
  }

  /** Whether it was taken, and as what. */
  private record Decided(boolean taken, String told, JsonNode ids) {}

  @Test
  void refused_ten_times_and_corrected_once_every_table_rises_by_one(Network network)
      throws IOException {
    network.awaitCounted();
    for (Channel channel : Channel.values()) {
      Figures before = Figures.of(network);
      ObjectNode form = Forms.sheet(DESK);
      ObjectNode wrong = withoutConsents(form);
      for (int time = 0; time < TIMES; time++) {
        Decided refused = handIn(network, channel, wrong);
        assertThat(refused.taken()).as("%s", channel).isFalse();
        assertThat(refused.told()).contains("NO_BASIS_FOR_PERSON");
        nothingIsLeft(network, refused.ids());
      }

      assertThat(handIn(network, channel, form).taken()).as("%s", channel).isTrue();

      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(Figures.of(network).minus(before)).isEqualTo(new Figures(1, 1)));
    }
    network.awaitCounted();
  }

  private static ObjectNode withoutConsents(ObjectNode form) {
    ObjectNode wrong = form.deepCopy();
    wrong.putArray("consents");
    return wrong;
  }

  private static void nothingIsLeft(Network network, JsonNode ids) {
    String caseId = ids.path("caseId").asString();
    assertThat(caseId).isNotEmpty();
    assertThat(network.agency(HOKATSU).service().get("/cases/" + caseId).status()).isEqualTo(404);
    assertThat(network.gateway(DESK).get("/api/cases/" + caseId).status()).isEqualTo(404);
  }

  private static Decided handIn(Network network, Channel channel, ObjectNode form)
      throws IOException {
    return switch (channel) {
      case WAITING -> waiting(network, form);
      case BY_NEWS -> byNews(network, form);
      case BY_FOLDER -> byFolder(network, form);
    };
  }

  private static Decided waiting(Network network, ObjectNode form) {
    var reply = network.agency(HOKATSU).register(form.toString());
    return reply.isSuccess()
        ? new Decided(true, "", reply.body())
        : new Decided(
            false, reply.body().toString(), reply.body().path("refused").path("submitted"));
  }

  /** What a system is told by webhook is what stands in its inbox. */
  private static Decided byNews(Network network, ObjectNode form) {
    var service = network.agency(HOKATSU).service();
    var reply = network.agency(HOKATSU).submitSheet(form.toString());
    String command = reply.body().path("commandIds").path(0).asString();
    JsonNode news = await().atMost(SOON).until(() -> newsOf(service, command), Objects::nonNull);
    return new Decided(
        news.at("/type/code").asString().equals("CommandAccepted"), news.toString(), reply.body());
  }

  private static @Nullable JsonNode newsOf(ServiceClient service, String command) {
    long after = 0;
    while (true) {
      JsonNode page = service.get("/inbox?limit=200&after=" + after).body();
      for (JsonNode item : page.path("items")) {
        if (item.path("data").path("commandId").asString("").equals(command)) {
          return item;
        }
      }
      if (page.path("items").isEmpty()) {
        return null;
      }
      after = page.path("next").asLong();
    }
  }

  private static Decided byFolder(Network network, ObjectNode form) throws IOException {
    Path folder = network.folder().exchange().resolve(HOKATSU.value());
    String name = "sheet-" + UUID.randomUUID() + ".json";
    byte[] content = JSON.writeValueAsBytes(form);
    Files.write(folder.resolve("out").resolve(name), content);
    Files.writeString(folder.resolve("out").resolve(name + ".sha256"), Sha256.hex(content));
    Path file = folder.resolve("in").resolve(name + ".receipt.json");
    JsonNode receipt =
        await()
            .atMost(SOON)
            .until(
                () -> Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)) : null,
                read -> read != null && read.path("taken").isBoolean());
    return new Decided(
        receipt.path("taken").asBoolean(), receipt.toString(), receipt.path("sheets").path(0));
  }

  /**
   * What the statistics tell.
   *
   * @param consultations new ones of the year (相談の種類)
   * @param begun cases that began today
   */
  private record Figures(long consultations, long begun) {

    static Figures of(Network network) {
      var statistics =
          new ServiceClient(
              network.http(),
              network.machine().statistics().orElseThrow(),
              SampleCity.MANAGER_TOKEN);
      var now = network.machine().clock().instant();
      var table =
          statistics.get("/api/tables/consultations?year=" + FiscalYear.of(now).startYear());
      var day = TokyoTime.dateOf(now);
      var flow = statistics.get("/api/flow?from=" + day + "&until=" + day);
      return new Figures(
          sum(table.body(), "fields", "計", "new"), sum(flow.body(), "coordinator", "全体", "opened"));
    }

    private static long sum(JsonNode table, String column, String row, String count) {
      return StreamSupport.stream(table.path("rows").spliterator(), false)
          .filter(one -> one.path(column).asString("").equals(row))
          .mapToLong(one -> one.path(count).asLong(0))
          .sum();
    }

    Figures minus(Figures before) {
      return new Figures(consultations - before.consultations, begun - before.begun);
    }
  }
}
