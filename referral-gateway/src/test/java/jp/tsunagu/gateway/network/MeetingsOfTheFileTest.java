package jp.tsunagu.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingContact;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingsOfTheFileTest {
  private static final String MEETINGS =
      """
      meetings:
        bodies:
          - id: shien-kaigi
            name: 支援会議
            conference: 支援会議
            model: 固定暦
            organiser: desk
            recurrence: FREQ=MONTHLY;BYDAY=2TU
            closedDays: 翌開庁日
            begins: "15:00"
            capacityMinutes: 135
            room: 第1会議室
            slot: dai2-kayou
            closing:
              recurrence: FREQ=MONTHLY;BYDAY=2TU
              monthsBefore: 1
              at: "17:15"
              closedDays: ASK_THE_DESK
            publishDaysBefore: 14
            screeningFirst: true
            reminderDaysBefore: 1
          - id: juso-kaigi
            name: 重層的支援会議
            conference: PLAN_CONFERENCE
            model: FIXED_CALENDAR
            organiser: shakyo
            recurrence: FREQ=MONTHLY;BYDAY=2TU
            closedDays: NEXT_OPEN_DAY
            begins: "15:00"
            capacityMinutes: 135
            room: 第1会議室
            slot: dai2-kayou
            closing: {recurrence: "FREQ=MONTHLY;BYDAY=2TU", monthsBefore: 1, at: "17:15"}
            publishDaysBefore: 14
            remit: [高齢・介護, DISABILITY]
            confirmsPlans: true
            members: [desk, hokatsu]
          - id: jian-kaigi
            name: 事案ごとの会議
            conference: 支援会議
            model: 事案ごと
            organiser: desk
            capacityMinutes: 120
            reportDueDays: 14
        absenceReasons:
          - code: OTHER_DUTY
            label: 他の公務
        lateReasons:
          - code: URGENT
            label: 急を要する
        roles:
          - code: WATCH
            label: 見守り
        missingResources:
          - code: WORK_EXPERIENCE
            label: 就労体験先
      """;
  private static final String SHAKYO =
      """
        - id: shakyo
          name: 社会福祉協議会
          kind: 社協
          statisticsField: その他
          mail: csw@shakyo.example.jp
      declineReasons:
      """;

  private static final String CLOSING =
      """
      closing:
        recurrence: FREQ=MONTHLY;BYDAY=2TU
        monthsBefore: 1
        at: "17:15"
        closedDays: ASK_THE_DESK
      """
          .indent(6);

  @TempDir private Path directory;

  @Test
  void bodies_settings_and_contacts_are_published_as_the_file_has_them() {
    NetworkConfiguration network = usable(sample());
    NetworkDirectory published = NetworkDirectory.EMPTY.with(network.records());
    assertThat(published.meetingBodies())
        .extracting(MeetingBody::key)
        .containsExactly("body/jian-kaigi", "body/juso-kaigi", "body/shien-kaigi");
    assertThat(published.meetingBody(new BodyId("shien-kaigi"))).contains(supportConference());
    MeetingBody plans = published.meetingBody(new BodyId("juso-kaigi")).orElseThrow();
    assertThat(plans.conference()).isEqualTo(ConferenceKind.PLAN_CONFERENCE);
    assertThat(plans.charge().remit())
        .containsExactlyInAnyOrder(Field.ELDERLY_CARE, Field.DISABILITY);
    assertThat(plans.members()).containsExactlyInAnyOrder(agency("desk"), agency("hokatsu"));
    assertThat(plans.charge().confirmsPlans()).isTrue();
    assertThat(Objects.requireNonNull(plans.deadlines().closing()).closedDays())
        .isEqualTo(ClosedDayRule.NEXT_OPEN_DAY);
    MeetingBody perCase = published.meetingBody(new BodyId("jian-kaigi")).orElseThrow();
    assertThat(perCase.charge().model()).isEqualTo(MeetingModel.PER_CASE);
    assertThat(perCase.days().recurrence()).isNull();
    assertThat(perCase.deadlines().reportDueDays()).isEqualTo(14);
    assertThat(published.meetingSettings().orElseThrow().roles())
        .containsExactly(new Reason("WATCH", "見守り", false));
    assertThat(published.meetingContact(agency("shakyo")))
        .contains(new MeetingContact(agency("shakyo"), "csw@shakyo.example.jp"));
    assertThat(published.meetingContact(agency("desk"))).isEmpty();
  }

  private static MeetingBody supportConference() {
    return new MeetingBody(
        new BodyId("shien-kaigi"),
        "支援会議",
        new BodyCharge(
            ConferenceKind.SUPPORT_CONFERENCE, MeetingModel.FIXED_CALENDAR, Set.of(), false, true),
        agency("desk"),
        new BodyDays("FREQ=MONTHLY;BYDAY=2TU", ClosedDayRule.NEXT_OPEN_DAY, LocalTime.of(15, 0)),
        new BodyPlace(135, "第1会議室", "dai2-kayou"),
        new BodyDeadlines(
            new Closing(
                "FREQ=MONTHLY;BYDAY=2TU", 1, LocalTime.of(17, 15), ClosedDayRule.ASK_THE_DESK),
            14,
            null,
            1),
        Set.of());
  }

  @Test
  void a_file_without_meetings_is_sound_and_publishes_empty_settings() {
    NetworkConfiguration network = usable(sample().replace(MEETINGS, ""));
    assertThat(network.meetings().bodies()).isEmpty();
    NetworkDirectory published = NetworkDirectory.EMPTY.with(network.records());
    assertThat(published.meetingSettings().orElseThrow().roles()).isEmpty();
    assertThat(published.holidayOverrides().orElseThrow().holidays()).isEmpty();
  }

  @Test
  void every_service_can_build_the_calendar_of_the_holiday_file() throws IOException {
    Files.writeString(
        directory.resolve("holidays.csv"), "国民の祝日・休日月日,国民の祝日・休日名称\n2026/1/1,元日\n2026/8/12,市の祝日\n");
    String file = sample().replace("deadlines:", "holidayFile: holidays.csv\ndeadlines:");
    NetworkDirectory published = NetworkDirectory.EMPTY.with(usable(file).records());
    var holidays = published.holidayOverrides().orElseThrow().overTheComputed();
    assertThat(holidays.nameOf(LocalDate.of(2026, 8, 12))).contains("市の祝日");
    assertThat(holidays.isHoliday(LocalDate.of(2026, 8, 11))).isFalse();
    assertThat(holidays.isHoliday(LocalDate.of(2027, 8, 11))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "organiser: desk | organiser: shakyo | .organiser 'shakyo' (社協) は支援会議の主催者になれません。支援会議を開くのは市です（社会福祉法106条の6）",
        "organiser: desk | organiser: hokenjo | 紙・電話で参加する機関なので",
        "organiser: desk | organiser: dsk | 'dsk' という機関は agencies にありません。もしかして 'desk' ですか。",
        "members: [desk | members: [dekk | members[1] 'dekk' という機関は",
        "id: juso-kaigi | id: shien-kaigi | bodies[2].id 'shien-kaigi' は",
        "id: juso-kaigi | id: 会議 | '会議' はIDとして使えません",
        "model: 固定暦 | model: 毎月 | 固定暦 (FIXED_CALENDAR)、事案ごと (PER_CASE)、既存会議 (RIDING)",
        "closedDays: 翌開庁日 | closedDays: 翌日 | 調整窓口に確認 (ASK_THE_DESK)",
        "capacityMinutes: 120 | capacityMinutes: 500 | 15から480までの整数",
        "capacityMinutes: 120 | capacityMinutes: 10 | 15から480までの整数",
        "remit: [高齢・介護 | remit: [住まい | remit[1] '住まい' は使えません",
        "reminderDaysBefore: 1 | reminderDaysBefore: 14 | reminderDaysBefore が開催通知より前",
        "mail: csw@shakyo.example.jp | mail: 窓口 <a@b.jp> | メールアドレスとして使えません",
        "reportDueDays: 14 | reportDueDays: 0 | 1から60までの整数",
        "reportDueDays: 14 | publishDaysBefore: 3 | recurrence のある会議でだけ使います",
        "reportDueDays: 14 | recurrence: FREQ=WEEKLY;BYDAY=MO | 事案ごと (PER_CASE) の会議では使いません",
      })
  void one_wrong_value_is_told_with_its_place_and_what_to_do(
      String right, String wrong, String told) {
    assertThat(report(replacedOnce(right, wrong)))
        .anySatisfy(line -> assertThat(line).contains("行目: ", told));
  }

  @Test
  void a_calendar_needs_its_hours_and_its_closing() {
    assertThat(report(replacedOnce("      begins: \"15:00\"\n", "")))
        .anySatisfy(line -> assertThat(line).contains("bodies[1].begins がありません"));
    assertThat(report(replacedOnce(CLOSING, "")))
        .singleElement()
        .asString()
        .contains("bodies[1].closing がありません");
    assertThat(report(replacedOnce("begins: \"15:00\"", "begins: \"22:30\"")))
        .anySatisfy(line -> assertThat(line).contains("その日のうちに終わりません"));
  }

  @Test
  void bodies_of_one_slot_meet_in_one_room_at_one_time() {
    assertThat(report(replacedOnce("room: 第1会議室", "room: 第2会議室")))
        .singleElement()
        .asString()
        .contains("bodies[2] は枠 'dai2-kayou' を", "行目の会議と分け合いますが、room が違います");
    assertThat(report(replacedOnce("capacityMinutes: 135", "capacityMinutes: 120")))
        .singleElement()
        .asString()
        .contains("capacityMinutes が違います");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "毎月第2火曜",
        "FREQ=DAILY",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=2XX",
        "FREQ=MONTHLY;BYDAY=2TU;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=2TU;COUNT=3",
        "FREQ=MONTHLY;BYDAY=2TU;BYDAY=3TU",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=1",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=YEARLY;BYDAY=2TU",
        "BYDAY=2TU",
        "RRULE:FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=2TU;",
      })
  void what_is_no_recurrence_rule_is_told(String wrong) {
    assertThat(report(replacedOnce("FREQ=MONTHLY;BYDAY=2TU", wrong)))
        .anySatisfy(
            line -> assertThat(line).contains("recurrence '", "RRULE", "FREQ=MONTHLY;BYDAY=2TU"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=YEARLY;BYMONTH=2,5,8,11;BYDAY=2WE",
      })
  void rules_of_the_usual_kinds_are_taken(String rule) {
    String file = sample().replace("FREQ=MONTHLY;BYDAY=2TU", rule);
    assertThat(usable(file).meetings().bodies().getFirst().days().recurrence()).isEqualTo(rule);
  }

  private static AgencyId agency(String id) {
    return new AgencyId(id);
  }

  private static String replacedOnce(String right, String wrong) {
    int at = sample().indexOf(right, Math.max(0, sample().indexOf("shakyo")));
    assertThat(at).as(right).isPositive();
    return sample().substring(0, at) + wrong + sample().substring(at + right.length());
  }

  private static String sample() {
    try (var file = MeetingsOfTheFileTest.class.getResourceAsStream("/network.yaml")) {
      String base = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return base.replace("declineReasons:\n", SHAKYO) + MEETINGS;
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
}
