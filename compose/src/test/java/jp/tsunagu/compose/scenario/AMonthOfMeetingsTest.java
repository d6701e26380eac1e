package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
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
    try (var city = ScenarioCity.opened("tachikawa", "2026-04-20T09:00");
        var http = HttpClient.newHttpClient();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      new MonthOfMeetings(city.machine(), new Console(out, false), http).run();
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
}
