package jp.tsunagu.compose.scenario;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.client.ServiceClient;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.month.MonthOfMeetings;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Order(3)
@Tag("slow")
class AMonthOfMeetingsTest {

  @Test
  void cases_are_asked_for_announced_and_decided_and_come_back_by_themselves() throws Exception {
    var printed = new ByteArrayOutputStream();
    try (var city = ScenarioCity.opened("tachikawa", "2026-04-20T09:00", true);
        var http = HttpClient.newHttpClient();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      var counted = new MonthOfMeetings(city.machine(), new Console(out, false), http).run();
      var statistics =
          new ServiceClient(
              http, city.machine().statistics().orElseThrow(), SampleCity.MANAGER_TOKEN);
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(held(statistics.get("/api/tables/meetings")))
                      .as("開催回数, 検討実件数, 検討延べ件数, 参加機関(のべ)")
                      .containsExactly(
                          counted.meetings(),
                          counted.cases(),
                          counted.cases(),
                          counted.attendances()));
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "支援会議が相談されました(案件 令和",
            "構成員3機関が委嘱されました",
            "開催通知が届きました: 支援会議 2026-05-26 15:00(90 分の議題 3件)",
            "出席と答えました",
            "会議が開かれました",
            "主担当 地域包括支援センター",
            "自動で戻り、開催通知が届きました: 支援会議 2026-07-28 15:00");
  }

  /** The rows of the table about 支援会議; agencies of all fields together. */
  private static List<Integer> held(Reply reply) {
    var rows =
        StreamSupport.stream(reply.body().path("rows").spliterator(), false)
            .filter(row -> row.path("conference").asString("").equals("支援会議"))
            .toList();
    return Stream.of("開催回数", "検討実件数", "検討延べ件数", "参加機関")
        .map(
            item ->
                rows.stream()
                    .filter(row -> row.path("item").asString("").startsWith(item))
                    .mapToInt(row -> row.path("count").asInt(0))
                    .sum())
        .toList();
  }
}
