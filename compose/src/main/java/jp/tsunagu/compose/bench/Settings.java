package jp.tsunagu.compose.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person can choose.
 *
 * @param data emptied first
 * @param commit of the program, for the report
 * @param rounds how often, and how many referrals in each
 * @param pace at which latencies are measured
 * @param idle how the network is watched while nothing happens
 * @param also rows that are measured beside the others
 */
record Settings(
    Path data,
    String commit,
    long seed,
    WarmUp warmUp,
    Rounds rounds,
    Rates pace,
    Idle idle,
    Set<Comparison.Row> also) {
  static final String HELP =
      """
      計測の指定 (compose/start --benchmark の後に続ける):

        --data <フォルダー>     既定: target/benchmark。空にしてから始める
        --rates <数,数…>        待ち時間を測る1秒あたりの件数 (既定: 40,500。例: 1,10,40,100,500)
        --seconds <数>          その各々を何秒 (既定: 20)
        --rounds <数>           全経路・素のブローカー・待ち行列を何回ずつ (既定: 3)
        --referrals <数>        その各回の件数 (既定: 1000)
        --warm-up <数>          慣らしは最大何件 (既定: 20000)
        --warm-up-seconds <数>  慣らしは最大何秒 (既定: 240)
        --idle <数>             何もない時を何秒見るか (既定: 30)
        --settle <数>           数える前後に何秒待つか (既定: 11)
        --also <行,行…>         ほかに測る行: R4,R7,R8 (既定: なし)
        --seed <数>             作られる世帯の種 (既定: 1)
        --commit <名>           報告に書く版
      """;

  Settings {
    also = Set.copyOf(also);
  }

  /** How often, and how many each time. */
  record Rounds(int count, int referrals) {}

  /** Referrals a second, and how long at each. */
  record Rates(List<Integer> each, int seconds) {
    Rates {
      each = List.copyOf(each);
    }
  }

  /** How long is looked, and how long before counters are believed. */
  record Idle(Duration length, Duration settling) {}

  /**
   * From a command line.
   *
   * @throws IllegalArgumentException with what is wrong with it, for a person
   */
  static Settings of(String... arguments) {
    var words = new ArrayDeque<>(List.of(arguments));
    var given = new Given();
    while (!words.isEmpty()) {
      given.take(words.removeFirst(), words.pollFirst());
    }
    return given.settings();
  }

  /** What was said so far. */
  private static final class Given {
    private Path data = Path.of("target/benchmark");
    private String commit = "";
    private List<Integer> rates = List.of(40, 500);
    private final Set<Comparison.Row> also = EnumSet.noneOf(Comparison.Row.class);
    private int seed = 1;
    private int seconds = 20;
    private int rounds = 3;
    private int referrals = 1000;
    private int warmUp = 20_000;
    private int warmUpSeconds = 240;
    private int idle = 30;
    private int settling = 11;

    void take(String name, @org.jspecify.annotations.Nullable String value) {
      if (value == null) {
        throw new IllegalArgumentException(name + " の後に値を続けてください。\n" + HELP);
      }
      switch (name) {
        case "--data" -> data = Path.of(value);
        case "--commit" -> commit = value;
        case "--rates" ->
            rates = Stream.of(value.split(",", -1)).map(each -> number(name, each, 1)).toList();
        case "--also" ->
            Stream.of(value.split(",", -1)).map(Comparison.Row::named).forEach(also::add);
        case "--seed" -> seed = number(name, value, 0);
        case "--seconds" -> seconds = number(name, value, 1);
        case "--rounds" -> rounds = number(name, value, 1);
        case "--referrals" -> referrals = number(name, value, 1);
        case "--warm-up" -> warmUp = number(name, value, 0);
        case "--warm-up-seconds" -> warmUpSeconds = number(name, value, 0);
        case "--idle" -> idle = number(name, value, 1);
        case "--settle" -> settling = number(name, value, 0);
        default -> throw new IllegalArgumentException("分からない指定です: " + name + "\n" + HELP);
      }
    }

    private static int number(String name, String text, int least) {
      if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least) {
        throw new IllegalArgumentException(
            name + " の値 '" + text + "' は使えません。" + least + "以上の数にしてください。");
      }
      return Integer.parseInt(text);
    }

    Settings settings() {
      return new Settings(
          data,
          commit,
          seed,
          new WarmUp(warmUp, Math.max(1, referrals / 2), Duration.ofSeconds(warmUpSeconds)),
          new Rounds(rounds, referrals),
          new Rates(rates, seconds),
          new Idle(Duration.ofSeconds(idle), Duration.ofSeconds(settling)),
          also);
    }
  }
}
