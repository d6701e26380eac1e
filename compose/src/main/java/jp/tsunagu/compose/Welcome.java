package jp.tsunagu.compose;

import java.nio.file.Files;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.run.SingleMachine;

/** The words at the end of a start: where everything is, and what to try first. */
final class Welcome {
  private Welcome() {}

  static void print(
      Console console, SingleMachine machine, SingleMachine.Settings settings, double seconds) {
    console.line("");
    console.line("準備完了 — ready in %.1f s", seconds);
    console.line("  市               %s  (%s)", machine.city().name(), machine.city().network());
    console.line(
        "  ゲートウェイ     %s  (API: /swagger-ui.html、状態: /actuator/health)", machine.gateway());
    console.line("  コネクター       %s  (API: /swagger-ui.html)", machine.connector());
    console.line("  会議調整         %s  (API: /swagger-ui.html)", machine.scheduler());
    machine
        .statistics()
        .ifPresent(at -> console.line("  統計             %s  (API: /swagger-ui.html)", at));
    login(console, machine);
    for (var agency : machine.city().everyone()) {
      console.line(
          "    %-17s /agencies/%s/api  トークン %s", agency, agency, SampleCity.tokenOf(agency));
    }
    console.line("  管理者のトークン %s", SampleCity.MANAGER_TOKEN);
    console.line("  保護担当のトークン %s", SampleCity.PROTECTION_TOKEN);
    console.line(
        "  ブローカー       %s  (台帳を読む設定: %s)",
        machine.broker().bootstrapServers(),
        machine.folder().clients().resolve("reader.properties"));
    if (settings.files()) {
      console.line(
          "  フォルダー交換   %s/<機関>  (out に置くと受け取り、in に知らせ・受領票、rejected に理由が届く)",
          machine.folder().exchange());
    }
    console.line("  データ           %s", machine.folder().root());
    tryNext(console, machine);
    console.line("終了するには Ctrl+C。");
  }

  private static void login(Console console, SingleMachine machine) {
    var people = machine.folder().login().resolve("sample-people.txt");
    console.line(
        "  ログイン         %s  %s",
        machine.login().address(), Files.exists(people) ? "(見本の利用者と合言葉: " + people + ")" : "");
    machine
        .login()
        .oneTimeNote()
        .ifPresent(note -> console.line("    最初の運用担当    一度だけ使える合言葉: %s  (自分の合言葉を決めると消えます)", note));
  }

  private static void tryNext(Console console, SingleMachine machine) {
    var agency = machine.city().everyone().getFirst();
    console.line(
        "次に: ブラウザーで %s/ を開いてください(README の Five minutes in the browser)。", machine.connector());
    console.line(
        "  プログラムからは: curl -s -H 'Authorization: Bearer %s' %s/agencies/%s/api/inbox",
        SampleCity.tokenOf(agency), machine.connector(), agency);
    console.line("  見本のトークンは公開されています。実在の世帯は入力しないでください。");
  }
}
