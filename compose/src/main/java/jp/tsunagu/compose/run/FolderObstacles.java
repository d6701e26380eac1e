package jp.tsunagu.compose.run;

import java.nio.file.Path;

/** Why a data folder cannot be used, for the person at the console. */
final class FolderObstacles {
  private FolderObstacles() {}

  static Obstacle ofAnother(Path root) {
    return new Obstacle(
        Obstacle.Code.DATA_OPEN, "データフォルダー " + root + " はほかの利用者のものです。--data で自分のフォルダーを指定してください。");
  }

  static Obstacle open(Path root) {
    return new Obstacle(
        Obstacle.Code.DATA_OPEN,
        "データフォルダー "
            + root
            + " はほかの利用者にも開かれていて、つなぐのものでないファイルがあります。"
            + "--data で新しいフォルダーを指定するか、chmod 700 "
            + root
            + " で閉じてください。");
  }

  static Obstacle inUse(Path root) {
    var owner = DataFolder.ownerOf(root);
    return new Obstacle(
        Obstacle.Code.DATA_IN_USE,
        "データフォルダー "
            + root
            + " は別のつなぐ"
            + (owner == null ? "" : "(プロセス " + owner + ")")
            + "が使用中です。それを終了するか、--data で別のフォルダーを指定してください。");
  }

  static Obstacle diskFull(Path root, long free) {
    return new Obstacle(
        Obstacle.Code.DISK_FULL,
        "ディスクの空きが足りません: "
            + root
            + " に "
            + free / (1024 * 1024)
            + " MB しかありません("
            + DataFolder.LEAST_FREE_BYTES / (1024 * 1024)
            + " MB 以上必要です)。空きを作るか、--data で別の場所を指定してください。");
  }

  static Obstacle unusable(Path root) {
    return new Obstacle(
        Obstacle.Code.DATA_UNUSABLE,
        "データフォルダー " + root + " に書き込めません。権限を確かめるか、--data で別の場所を指定してください。");
  }

  static Obstacle anotherFormat(Path root) {
    return new Obstacle(
        Obstacle.Code.ANOTHER_FORMAT,
        "データフォルダー "
            + root
            + " は別の版のつなぐの形式で書かれているため、この版では読めません。その版で続けるか、"
            + "--data で別のフォルダーを指定するか、--fresh で空にしてください。");
  }

  static Obstacle anotherCity(Path root, String wanted, String there) {
    return new Obstacle(
        Obstacle.Code.ANOTHER_CITY,
        "データフォルダー "
            + root
            + " は市 "
            + there
            + " のものなので、"
            + wanted
            + " では使えません。--city を外して "
            + there
            + " を続けるか、--data で別のフォルダーを指定するか、--fresh で空にしてください。");
  }

  static Obstacle halfRestored(Path root) {
    return new Obstacle(
        Obstacle.Code.HALF_RESTORED,
        "データフォルダー " + root + " への復元は途中で終わっています。同じ --restore をもう一度実行してください(初めからやり直します)。");
  }
}
