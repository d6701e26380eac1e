package jp.tsunagu.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFileTest {
  @TempDir private Path directory;

  @Test
  void a_sound_file_gives_settings_agencies_and_calendar() {
    NetworkConfiguration network = usable(sample());
    NetworkSettings settings = network.settings();
    assertThat(settings.networkId().value()).isEqualTo("city");
    assertThat(settings.deskId()).isEqualTo(new AgencyId("desk"));
    assertThat(settings.partitions()).isEqualTo(6);
    assertThat(settings.answering().deadlines())
        .extracting(Deadline::hours, Deadline::openDays, Deadline::dueSoonHours)
        .containsExactly(tuple(24, null, 6), tuple(72, null, 24), tuple(null, 10, null));
    Agency hokatsu = network.agency(new AgencyId("hokatsu")).orElseThrow();
    assertThat(hokatsu.kind()).isEqualTo(AgencyKind.COMMUNITY_SUPPORT);
    assertThat(hokatsu.work().areas()).containsExactly(new AreaId("east"));
    assertThat(network.agency(new AgencyId("hokenjo")).orElseThrow().participation())
        .isEqualTo(Participation.PAPER);
    assertThat(network.agenciesWithConnector()).hasSize(4);
    assertThat(
            NetworkDirectory.EMPTY
                .with(network.records())
                .officeCalendar()
                .isOpenDay(LocalDate.of(2026, 5, 5)))
        .isFalse();
  }

  @Test
  void an_agency_without_a_programme_of_its_own_hands_over_where_nothing_is_said() {
    NetworkConfiguration network =
        usable(
            sample()
                .replace(
                    "kind: 困窮窓口\n",
                    "kind: 困窮窓口\n"
                        + "    programmes: [包括的相談支援, PARTICIPATION]\n"
                        + "    countsConsultations: true\n")
                .replace("kind: OTHER\n", "kind: OTHER\n    programmes: []\n"));
    Agency counter = network.agency(new AgencyId("konkyu")).orElseThrow();
    assertThat(counter.work().programmes())
        .containsExactlyInAnyOrder(Programme.COMPREHENSIVE_SUPPORT, Programme.PARTICIPATION);
    assertThat(counter.work().countsConsultations()).isTrue();
    assertThat(counter.usualMode()).isEqualTo(ReferralMode.TOGETHER);
    Agency points = network.agency(new AgencyId("hokenjo")).orElseThrow();
    assertThat(points.usualMode()).isEqualTo(ReferralMode.HANDOVER);
    assertThat(network.agency(new AgencyId("hokatsu")).orElseThrow().work().programmes())
        .containsExactly(Programme.COMPREHENSIVE_SUPPORT);
    assertThat(report(sample().replace("kind: OTHER\n", "kind: OTHER\n    programmes: [第9号]\n")))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("agencies[4].programmes[1] '第9号'", "参加支援");
  }

  @Test
  void two_agencies_of_one_id_are_named_with_both_lines() {
    assertThat(report(sample().replace("id: shogai", "id: hokatsu")))
        .containsExactly(
            "network.yaml 17行目: agencies[2].id 'hokatsu' は 12行目でも使われています。別のIDにしてください。");
  }

  @Test
  void every_fault_is_told_at_once_in_the_order_of_the_file() {
    String broken =
        sample()
            .replace("desk: desk", "desk: dsk")
            .replace("areas: [east]", "areas: [est]")
            .replace("kind: DISABILITY_CONSULTATION", "kind: DISABILITY")
            .replace("    statisticsField: 生活困窮\n", "")
            .replace("dutyContact: 042", "dutyContacts: 042")
            .replace("    hours: 72\n", "");
    assertThat(report(broken))
        .satisfiesExactly(
            line -> assertThat(line).contains("5行目: network.desk 'dsk'", "もしかして 'desk'"),
            line -> assertThat(line).contains("agencies[1].areas[1] 'est'", "もしかして 'east'"),
            line -> assertThat(line).contains("agencies[2].kind 'DISABILITY'", "障害相談"),
            line -> assertThat(line).contains("agencies[3].statisticsField がありません"),
            line -> assertThat(line).contains("agencies[5].dutyContacts", "もしかして 'dutyContact'"),
            line -> assertThat(line).contains("deadlines[2]", "hours か openDays"));
  }

  @Test
  void what_a_step_cannot_have_is_not_asked_for() {
    String flow =
        """
        flow:
          - step: 結果報告
            needs: [支援決定, 役割と主担当]
          - step: 終結
            needs: [評価, 計画]
          - step: CLOSING
            needs: []
        """;
    assertThat(report(sample() + flow))
        .satisfiesExactly(
            line -> assertThat(line).contains("flow[1].needs[2]", "「結果報告」の前には求められません"),
            line -> assertThat(line).contains("flow[2].needs[2] '計画'", "評価 (EVALUATION)"),
            line -> assertThat(line).contains("flow[3].step", "61行目にもあります"));
  }

  @Test
  void reserved_and_malformed_ids_are_refused() {
    assertThat(report(sample().replace("id: konkyu", "id: withheld")))
        .singleElement()
        .asString()
        .contains("'withheld' は予約されたIDです");
    assertThat(report(sample().replace("id: konkyu", "id: gateway"))).hasSize(1);
    assertThat(report(sample().replace("id: konkyu", "id: 困窮窓口")))
        .singleElement()
        .asString()
        .contains("agencies[3].id '困窮窓口' はIDとして使えません", "英小文字");
  }

  @Test
  void a_missing_urgency_and_a_late_reminder_are_told() {
    assertThat(report(sample().replace("  - urgency: 通常\n    openDays: 10\n", "")))
        .singleElement()
        .asString()
        .contains("deadlines に緊急度 通常 (NORMAL) の期限がありません");
    assertThat(report(sample().replace("dueSoonHours: 24", "dueSoonHours: 72")))
        .singleElement()
        .asString()
        .contains("予告が期限より前になりません");
  }

  @Test
  void the_desk_must_be_a_desk_with_a_connector() {
    assertThat(report(sample().replace("kind: 調整窓口", "kind: 社協")))
        .singleElement()
        .asString()
        .contains("network.desk 'desk' の kind が調整窓口ではありません");
    assertThat(report(sample().replace("dutyContact: 042-000-0000", "participation: PAPER")))
        .singleElement()
        .asString()
        .contains("調整窓口は紙・電話では参加できません");
  }

  @Test
  void what_is_no_yaml_no_text_or_no_file_is_told_without_a_stack_trace() throws IOException {
    assertThat(report(sample().replace("  name: 試験の市", " name: \"試験の市")))
        .singleElement()
        .asString()
        .contains("行目: YAML として読めません");
    assertThat(report("")).singleElement().asString().contains("ファイルが空です");
    assertThat(report("ただの文")).singleElement().asString().contains("項目の集まり");
    Path file = directory.resolve("network.yaml");
    Files.write(file, sample().getBytes(Charset.forName("windows-31j")));
    assertThat(unusable(file)).singleElement().asString().contains("文字コードが UTF-8 ではありません");
    assertThat(unusable(directory.resolve("nowhere.yaml")))
        .singleElement()
        .asString()
        .contains("nowhere.yaml を読めません");
  }

  @Test
  void a_key_given_twice_and_a_wrong_number_are_told() {
    assertThat(report(sample().replace("partitions: 6", "partitions: 0\n  name: もう一つ")))
        .satisfiesExactly(
            line -> assertThat(line).contains("network.partitions '0'", "1から96"),
            line -> assertThat(line).contains("network.name は 3行目にもあります"));
  }

  @Test
  void faults_of_the_holiday_file_are_told_with_its_lines() throws IOException {
    Files.writeString(directory.resolve("holidays.csv"), "国民の祝日・休日月日,国民の祝日・休日名称\n2026/2/30,謎の日\n");
    assertThat(report(sample().replace("deadlines:", "holidayFile: holidays.csv\ndeadlines:")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("holidayFile の 'holidays.csv'"));
    assertThat(report(sample().replace("deadlines:", "holidayFile: nowhere.csv\ndeadlines:")))
        .singleElement()
        .asString()
        .contains("'nowhere.csv' を読めません");
  }

  private static String sample() {
    try (var file = NetworkFileTest.class.getResourceAsStream("/network.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private NetworkFile read(String content) {
    try {
      return NetworkFile.read(Files.writeString(directory.resolve("network.yaml"), content));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private NetworkConfiguration usable(String content) {
    NetworkFile read = read(content);
    assertThat(read).isInstanceOf(NetworkFile.Usable.class);
    return ((NetworkFile.Usable) read).configuration();
  }

  private List<String> report(String content) {
    NetworkFile read = read(content);
    assertThat(read).isInstanceOf(NetworkFile.Unusable.class);
    return ((NetworkFile.Unusable) read).report();
  }

  private static List<String> unusable(Path file) {
    NetworkFile read = NetworkFile.read(file);
    assertThat(read).isInstanceOf(NetworkFile.Unusable.class);
    return ((NetworkFile.Unusable) read).report();
  }
}
