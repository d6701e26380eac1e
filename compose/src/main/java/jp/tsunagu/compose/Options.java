package jp.tsunagu.compose;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.run.Ports;
import org.jspecify.annotations.Nullable;

/**
 * What the person at the console asked for.
 *
 * @param data where everything is kept
 * @param city the sample city; none means the one of the folder, or the usual one
 * @param course what happens after the start
 * @param fresh whether an existing data folder is emptied first
 * @param files whether the agencies' systems exchange files
 * @param advance how far the clock of this network is put forward at the start; never negative
 */
record Options(
    Path data,
    @Nullable String city,
    Ports ports,
    Course course,
    boolean fresh,
    boolean files,
    Duration advance) {
  static final String HELP =
      """
      つなぐ (Tsunagu) を1台で動かします: ブローカー、データベース、ゲートウェイ、機関と調整窓口のコネクター、会議調整、統計。

        --data <フォルダー>        すべてのデータを置く場所 (既定: ./data)
        --city <名前>             見本の市: tachikawa (既定)、kokubunji (固定暦の会議)、
                                  edogawa (事案ごとの会議)、komae (既存の会議に載せる)
        --replay                  tachikawa に見本の72件の相談を入力し、集計を確かめて終わる
        --month                   tachikawa で会議のひと月 (相談から次第、通知、決定、モニタリングで
                                  戻るまで) を時計を進めて見せて終わる
        --fresh                   データフォルダーを空にしてから始める
        --files                   各機関のフォルダー交換も使う (--replay では常に使う)
        --advance <期間>          網の時計を進める (例: PT72H, P3D。戻すことはできない)
        --gateway-port <番号>     既定 8080
        --connector-port <番号>   既定 8100
        --scheduler-port <番号>   既定 8200
        --stats-port <番号>       既定 8300
        --broker-port <番号>      既定 19092
        --login-port <番号>       既定 8400
        --help                    この説明
      """;

  private static final Options USUAL =
      new Options(Path.of("data"), null, Ports.USUAL, Course.SERVE, false, false, Duration.ZERO);

  /** What happens after the start. */
  enum Course {
    /** The network serves until it is stopped. */
    SERVE,
    /** The sample consultations are entered, and the process ends. */
    REPLAY,
    /** A month of meetings passes, and the process ends. */
    MONTH
  }

  /** What the command line says. */
  sealed interface Reading {
    /** Start with these. */
    record Start(Options options) implements Reading {}

    /** Show the help. */
    record Help() implements Reading {}

    /** It cannot be understood. */
    record Wrong(String message) implements Reading {}
  }

  static Reading read(String... arguments) {
    var words = new ArrayDeque<>(List.of(arguments));
    var options = USUAL;
    while (!words.isEmpty()) {
      var word = words.removeFirst();
      switch (options.with(word, words)) {
        case Reading.Start(Options next) -> options = next;
        case Reading.Help help -> {
          return help;
        }
        case Reading.Wrong wrong -> {
          return wrong;
        }
      }
    }
    return options.judged();
  }

  private Reading judged() {
    if (city != null && !SampleCity.NAMES.contains(city)) {
      var names = String.join("、", SampleCity.NAMES);
      return new Reading.Wrong("'" + city + "' という見本の市はありません。次のどれかにしてください: " + names + "。");
    }
    return course != Course.SERVE && city != null && !city.equals(SampleCity.USUAL)
        ? new Reading.Wrong("--replay と --month は " + SampleCity.USUAL + " の見本です。--city を外してください。")
        : new Reading.Start(this);
  }

  private Reading with(String word, ArrayDeque<String> rest) {
    return switch (word) {
      case "--help" -> new Reading.Help();
      case "--replay" ->
          new Reading.Start(new Options(data, city, ports, Course.REPLAY, fresh, true, advance));
      case "--month" ->
          new Reading.Start(new Options(data, city, ports, Course.MONTH, fresh, files, advance));
      case "--fresh" ->
          new Reading.Start(new Options(data, city, ports, course, true, files, advance));
      case "--files" ->
          new Reading.Start(new Options(data, city, ports, course, fresh, true, advance));
      case "--data" -> given(word, rest, "フォルダーの場所", Options::path, this::withData);
      case "--city" -> given(word, rest, "見本の市の名前", Optional::of, this::withCity);
      case "--advance" ->
          given(word, rest, "0以上の期間(例: PT72H、P3D)", Options::duration, this::withAdvance);
      case "--gateway-port" -> port(word, rest, this::withGateway);
      case "--connector-port" -> port(word, rest, this::withConnector);
      case "--scheduler-port" -> port(word, rest, this::withScheduler);
      case "--stats-port" -> port(word, rest, this::withStatistics);
      case "--broker-port" -> port(word, rest, this::withBroker);
      case "--login-port" -> port(word, rest, this::withLogin);
      default -> new Reading.Wrong("分からない指定です: " + word + "。--help で説明を表示します。");
    };
  }

  /** An option with a value: what is wrong is said of the value, not of the option. */
  private static <T> Reading given(
      String word,
      ArrayDeque<String> rest,
      String what,
      Function<String, Optional<T>> reading,
      Function<T, Options> taking) {
    var text = rest.pollFirst();
    if (text == null || text.startsWith("--")) {
      return new Reading.Wrong(word + " の後に" + what + "を続けてください。");
    }
    return reading
        .apply(text)
        .<Reading>map(value -> new Reading.Start(taking.apply(value)))
        .orElseGet(
            () -> new Reading.Wrong(word + " の値 '" + text + "' は使えません。" + what + "にしてください。"));
  }

  private static Reading port(
      String word, ArrayDeque<String> rest, Function<Integer, Options> taking) {
    return given(word, rest, "1から65535までの番号", Options::number, taking);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .filter(number -> number > 0 && number < 65_536);
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(length -> !length.isNegative());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Options withData(Path folder) {
    return new Options(folder, city, ports, course, fresh, files, advance);
  }

  private Options withCity(String name) {
    return new Options(data, name, ports, course, fresh, files, advance);
  }

  private Options withAdvance(Duration by) {
    return new Options(data, city, ports, course, fresh, files, by);
  }

  private Options withPorts(Ports chosen) {
    return new Options(data, city, chosen, course, fresh, files, advance);
  }

  private Options withGateway(int port) {
    return withPorts(ports.withGateway(port));
  }

  private Options withConnector(int port) {
    return withPorts(ports.withConnector(port));
  }

  private Options withScheduler(int port) {
    return withPorts(ports.withScheduler(port));
  }

  private Options withStatistics(int port) {
    return withPorts(ports.withStatistics(port));
  }

  private Options withBroker(int port) {
    return withPorts(ports.withBroker(port));
  }

  private Options withLogin(int port) {
    return withPorts(ports.withLogin(port));
  }
}
