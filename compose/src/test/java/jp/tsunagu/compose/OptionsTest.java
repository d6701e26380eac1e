package jp.tsunagu.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jp.tsunagu.compose.run.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void nothing_said_means_the_usual_ports_and_a_kept_folder() {
    assertThat(Options.read())
        .isEqualTo(
            new Options.Reading.Start(
                new Options(
                    Path.of("data"),
                    null,
                    Ports.USUAL,
                    Options.Course.SERVE,
                    false,
                    false,
                    Duration.ZERO)));
  }

  @Test
  void everything_can_be_chosen() {
    var line =
        "--replay --fresh --files --city tachikawa --data x --gateway-port 1 --connector-port 2"
            + " --scheduler-port 3 --stats-port 4 --broker-port 5 --login-port 6 --advance P3D";
    assertThat(Options.read(line.split(" ", -1)))
        .isEqualTo(
            new Options.Reading.Start(
                new Options(
                    Path.of("x"),
                    "tachikawa",
                    new Ports(1, 2, 3, 4, 5, 6),
                    Options.Course.REPLAY,
                    true,
                    true,
                    Duration.ofDays(3))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--colour",
        "--data",
        "--data --replay",
        "--gateway-port 70000",
        "--advance -PT1H",
        "--city",
        "--city komae --replay",
        "--city komae --month"
      })
  void what_cannot_be_understood_is_said(String line) {
    assertThat(Options.read(line.split(" ", -1))).isInstanceOf(Options.Reading.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --gateway-port 99999 | --gateway-port の値 '99999' は使えません。1から65535までの番号にしてください。
          --broker-port x      | --broker-port の値 'x' は使えません。1から65535までの番号にしてください。
          --stats-port         | --stats-port の後に1から65535までの番号を続けてください。
          --advance -PT1H      | --advance の値 '-PT1H' は使えません。0以上の期間(例: PT72H、P3D)にしてください。
          --data --fresh       | --data の後にフォルダーの場所を続けてください。
          --colour             | 分からない指定です: --colour。--help で説明を表示します。
          """)
  void what_is_wrong_is_said_of_what_is_wrong(String line, String message) {
    assertThat(Options.read(line.split(" ", -1))).isEqualTo(new Options.Reading.Wrong(message));
  }

  @Test
  void an_unknown_city_is_refused_with_the_list() {
    assertThat(Options.read("--city", "tokyo"))
        .isInstanceOfSatisfying(
            Options.Reading.Wrong.class,
            wrong ->
                assertThat(wrong.message())
                    .contains("'tokyo'", "tachikawa、kokubunji、edogawa、komae"));
  }
}
