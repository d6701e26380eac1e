package jp.tsunagu.compose;

import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.SingleMachine;

/** The words at the end of a start: where everything is, and what to try first. */
final class Welcome {
  private Welcome() {}

  static void print(Console console, SingleMachine machine, double seconds) {
    console.line("");
    console.line("準備完了 — ready in %.1f s", seconds);
    console.line("  市               %s", machine.city().network());
    console.line(
        "  ゲートウェイ     %s  (API: /swagger-ui.html、状態: /actuator/health)", machine.gateway());
    console.line("  コネクター       %s  (API: /swagger-ui.html)", machine.connector());
    console.line("  会議調整         %s  (API: /swagger-ui.html)", machine.scheduler());
    machine
        .statistics()
        .ifPresent(at -> console.line("  統計             %s  (API: /swagger-ui.html)", at));
    for (var agency : machine.city().everyone()) {
      console.line(
          "    %-17s /agencies/%s/api  トークン %s", agency, agency, SampleCity.tokenOf(agency));
    }
    console.line("  管理者のトークン %s", SampleCity.MANAGER_TOKEN);
    console.line("  ブローカー       %s", machine.broker().bootstrapServers());
    console.line("  データ           %s", machine.folder().root());
    console.line("終了するには Ctrl+C。");
  }
}
