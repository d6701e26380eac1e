package jp.tsunagu.compose.backup;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import jp.tsunagu.connector.backup.UnusableBackup;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for.
 *
 * @param data the data folder of the network
 * @param backup the folder of the backup
 * @param keys the folder of the keys, apart from it
 * @param agencies of which backup the agencies' records are restored; usually of the same
 */
record BackupOrder(boolean restores, Path data, Path backup, Path keys, Path agencies) {
  static final String HELP =
      """
      市のバックアップと復元 (どちらも、網を止めてから):

        compose/start --backup  --data <データ> --to <新しいフォルダー> --keys <鍵の新しいフォルダー>
        compose/start --restore --from <バックアップ> --keys <鍵> --data <新しいフォルダー>

      鍵のフォルダーは、バックアップとは別の場所(別の媒体、別の人)に保管してください。
      両方がそろうと、すべての機関の書類が読めます。鍵がないと、どの書類も読めません。

        --agencies <バックアップ>   各機関の記録だけを、より新しい別のバックアップから戻す
      """;

  /**
   * From a command line.
   *
   * @throws UnusableBackup with what is wrong with it
   */
  static BackupOrder of(String... arguments) throws UnusableBackup {
    var words = new ArrayDeque<>(List.of(arguments));
    var what = words.pollFirst();
    var restores = "--restore".equals(what);
    if (!restores && !"--backup".equals(what)) {
      throw new UnusableBackup(HELP);
    }
    var given = new TreeMap<String, Path>();
    while (!words.isEmpty()) {
      take(given, words.removeFirst(), words.pollFirst());
    }
    var backup = needed(given, restores ? "--from" : "--to");
    var agencies = restores ? given.remove("--agencies") : null;
    var order =
        new BackupOrder(
            restores,
            needed(given, "--data"),
            backup,
            needed(given, "--keys"),
            agencies == null ? backup : agencies);
    if (!given.isEmpty()) {
      throw new UnusableBackup("分からない指定です: " + given.firstKey() + "\n" + HELP);
    }
    return order.judged();
  }

  private static void take(TreeMap<String, Path> given, String name, @Nullable String value)
      throws UnusableBackup {
    if (value == null || value.startsWith("--")) {
      throw new UnusableBackup(name + " の後にフォルダーの場所を続けてください。\n" + HELP);
    }
    given.put(name, Path.of(value).toAbsolutePath().normalize());
  }

  private static Path needed(TreeMap<String, Path> given, String name) throws UnusableBackup {
    var path = given.remove(name);
    if (path == null) {
      throw new UnusableBackup(name + " がありません。\n" + HELP);
    }
    return path;
  }

  private BackupOrder judged() throws UnusableBackup {
    for (var other : List.of(backup, data, agencies)) {
      if (keys.startsWith(other) || other.startsWith(keys)) {
        throw new UnusableBackup("--keys は " + other + " とは別のフォルダーにしてください。鍵は離して保管します。");
      }
    }
    if (backup.startsWith(data) || data.startsWith(backup)) {
      throw new UnusableBackup("バックアップは、データフォルダー " + data + " の外に置いてください。");
    }
    return this;
  }
}
