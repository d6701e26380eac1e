package jp.tsunagu.compose.fault;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person can choose.
 *
 * @param data emptied first
 * @param faults the rows, in their order
 * @param rounds how often all of them
 * @param older the program of an older version, by which networks begin; none for this one
 * @param most no row begins after this time; none where rounds alone decide
 */
record FaultSettings(
    Path data,
    List<Fault> faults,
    int rounds,
    long seed,
    @Nullable Path older,
    @Nullable Duration most,
    Trial.Load load) {
  static final String HELP =
      """
      障害の試験の指定 (compose/start --faults の後に続ける):

        --data <フォルダー>   既定: target/faults。空にしてから始める
        --only <名前,名前…>   行の名前 (既定: すべて)
        --rounds <数>         すべての行を何回 (既定: 1)
        --hours <数>          この時間が過ぎるまで繰り返す
        --seed <数>           負荷と時点の種 (既定: 1)
        --cases <数>          1行で送る案件の数 (既定: 40。1案件を3機関へ)
        --seconds <数>        それを何秒かけて送るか (既定: 20)
        --older <フォルダー>  前の版を取り出したフォルダー。そこで一度 compose/start を実行しておく。
                              網はその版で始まり、UPGRADED の行がこの版へ入れ替える

      既定では、ここで起こせない行を除く: UPGRADED には --older が、DISK_FULL には空きが 8 GB 以下のディスクが要る

      行の名前: \
      """
          + String.join(", ", Stream.of(Fault.values()).map(Enum::name).toList())
          + "\n";

  FaultSettings {
    faults = List.copyOf(faults);
  }

  /**
   * From a command line.
   *
   * @throws IllegalArgumentException with what is wrong with it, for a person
   */
  static FaultSettings of(String... arguments) {
    var words = new ArrayDeque<>(List.of(arguments));
    var given = new Given();
    while (!words.isEmpty()) {
      given.take(words.removeFirst(), words.pollFirst());
    }
    return given.settings();
  }

  /** What was said so far. */
  private static final class Given {
    private Path data = Path.of("target/faults");
    private List<Fault> only = List.of();
    private @Nullable Path older;
    private int rounds = 1;
    private int seed = 1;
    private int hours;
    private int cases = 40;
    private int seconds = 20;

    void take(String name, @Nullable String value) {
      if (value == null) {
        throw new IllegalArgumentException(name + " の後に値を続けてください。\n" + HELP);
      }
      switch (name) {
        case "--data" -> data = Path.of(value);
        case "--only" -> only = faults(value);
        case "--older" -> older = program(Path.of(value));
        case "--rounds" -> rounds = number(name, value, 1);
        case "--hours" -> hours = number(name, value, 1);
        case "--seed" -> seed = number(name, value, 0);
        case "--cases" -> cases = number(name, value, 4);
        case "--seconds" -> seconds = number(name, value, 1);
        default -> throw new IllegalArgumentException("分からない指定です: " + name + "\n" + HELP);
      }
    }

    private static List<Fault> faults(String names) {
      var all = new ArrayList<Fault>();
      for (var name : names.split(",", -1)) {
        all.add(
            Stream.of(Fault.values())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "--only: '" + name + "' という行はありません。\n" + HELP)));
      }
      return all;
    }

    private static int number(String name, String text, int least) {
      if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least) {
        throw new IllegalArgumentException(
            name + " の値 '" + text + "' は使えません。" + least + "以上の数にしてください。\n" + HELP);
      }
      return Integer.parseInt(text);
    }

    /** The program that a start has unpacked there. */
    private static Path program(Path version) {
      var unpacked = version.resolve("compose/target/unpacked");
      try (var there = Files.newDirectoryStream(unpacked, "compose-*.jar")) {
        for (var program : there) {
          return program.toAbsolutePath();
        }
      } catch (IOException | DirectoryIteratorException _) {
        // as where none lies there
      }
      throw new IllegalArgumentException(
          "--older: " + unpacked + " にプログラムがありません。その版で一度 compose/start を実行してください。");
    }

    private List<Fault> possible() {
      var room = room();
      if (only.isEmpty()) {
        return Stream.of(Fault.values())
            .filter(fault -> fault.lacks(older, room).isEmpty())
            .toList();
      }
      for (var fault : only) {
        fault
            .lacks(older, room)
            .ifPresent(
                lack -> {
                  throw new IllegalArgumentException("--only: " + fault + ": " + lack + "。");
                });
      }
      return only;
    }

    /** Free bytes where the data will lie; as if there were no end where nobody knows. */
    private long room() {
      var folder = data.toAbsolutePath();
      while (folder != null && !Files.isDirectory(folder)) {
        folder = folder.getParent();
      }
      try {
        return folder == null ? Long.MAX_VALUE : Files.getFileStore(folder).getUsableSpace();
      } catch (IOException _) {
        return Long.MAX_VALUE;
      }
    }

    FaultSettings settings() {
      return new FaultSettings(
          data,
          possible(),
          hours > 0 ? Integer.MAX_VALUE : rounds,
          seed,
          older,
          hours > 0 ? Duration.ofHours(hours) : null,
          new Trial.Load(cases, Duration.ofSeconds(seconds)));
    }
  }
}
