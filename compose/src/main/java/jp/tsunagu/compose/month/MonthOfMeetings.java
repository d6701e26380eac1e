package jp.tsunagu.compose.month;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.load.Desks;
import jp.tsunagu.compose.load.RequestedItem;
import jp.tsunagu.compose.run.SingleMachine;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.calendar.Wareki;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.waiting.BoundedWait;
import tools.jackson.databind.JsonNode;

/**
 * Requests, closing, agenda, notices, answers, decisions, and the return of the cases for
 * monitoring, in the usual sample city. The clock is put forward day by day, so two to four months
 * pass in a few minutes; it stays where it ends. For one run of one machine.
 */
public final class MonthOfMeetings {
  private static final int CASES = 3;
  private static final List<AgencyId> MEMBERS =
      List.of(SampleCity.HOKATSU, SampleCity.SHOGAI_SOUDAN, SampleCity.SHAKYO);
  private static final int MOST_DAYS = 120;
  private static final int DAYS_OF_MONITORING = 70;
  private static final Duration A_DAYS_WORK = Duration.ofMillis(600);

  private final SingleMachine machine;
  private final Console console;
  private final Desks desks;
  private final List<RequestedItem> items = new ArrayList<>();

  /** On a running machine of the usual city. */
  public MonthOfMeetings(SingleMachine machine, Console console, HttpClient http) {
    this.machine = machine;
    this.console = console;
    this.desks = new Desks(http, _ -> machine.connector(), machine.scheduler());
  }

  /**
   * Lets the months pass and prints what happens.
   *
   * @return what happened
   * @throws TimeoutException when something did not happen within its time
   * @throws IllegalStateException when a service refused a step
   */
  public Counted run() throws TimeoutException {
    for (var number = 1; number <= CASES; number++) {
      items.add(asked(number));
    }
    var meeting = announced("NEW");
    tell("次第が公開され、開催通知が届きました: %s(%s 分の議題 %d件)", place(meeting), minutes(), items.size());
    for (var item : items) {
      desks.post(
          SampleCity.SHOGAI_SOUDAN,
          "/cases/" + item.caseId() + "/meeting-requests/" + item.requestId() + "/attendance",
          "{\"answer\": \"出席\"}");
    }
    tell("障害者相談支援センターが出席と答えました。");
    hold(meeting);
    var again = announced("MONITORING");
    tell("モニタリングの議題が自動で戻り、開催通知が届きました: %s", place(again));
    return new Counted(1, items.size(), MEMBERS.size());
  }

  /**
   * What the months brought, counted here.
   *
   * @param meetings that were held
   * @param cases that they dealt with
   * @param attendances of agencies at them
   */
  public record Counted(int meetings, int cases, int attendances) {}

  private RequestedItem asked(int number) throws TimeoutException {
    var item = RequestedItem.ofNew(desks, MEMBERS);
    tell("相談 %d: 支援会議が相談されました(案件 %s)。", number, item.caseNumber());
    tell("相談 %d: スクリーニングで支援会議となり、構成員%d機関が委嘱されました。", number, MEMBERS.size());
    return item;
  }

  /** Lets days pass until all cases stand on an agenda with this purpose; gives one notice. */
  private JsonNode announced(String purpose) throws TimeoutException {
    for (var day = 0; day < MOST_DAYS; day++) {
      if (happensSoon(purpose)) {
        return notice(items.getFirst(), purpose).orElseThrow();
      }
      machine.clock().advance(Duration.ofDays(1));
    }
    throw new TimeoutException("no notice within " + MOST_DAYS + " days");
  }

  private boolean happensSoon(String purpose) {
    try {
      BoundedWait.until(
          "the notice",
          A_DAYS_WORK,
          () -> items.stream().allMatch(item -> notice(item, purpose).isPresent()));
      return true;
    } catch (TimeoutException _) {
      return false;
    }
  }

  private Optional<JsonNode> notice(RequestedItem item, String purpose) {
    var meetings =
        desks
            .seenBy(SampleCity.SHOGAI_SOUDAN, "/meetings?caseId=" + item.caseId())
            .path("meetings");
    return StreamSupport.stream(meetings.spliterator(), false)
        .filter(meeting -> meeting.path("purpose").path("code").asString("").equals(purpose))
        .findFirst();
  }

  private void hold(JsonNode meeting) throws TimeoutException {
    var startsAt = Instant.parse(meeting.path("startsAt").asString(""));
    machine.clock().advance(Duration.between(machine.clock().instant(), startsAt).plusMinutes(90));
    var path = "/api/meetings/" + meeting.path("meetingId").asString("");
    desks.tell(
        path + "/attendance",
        """
        {"heldAt": "%s", "attendees": [{"agency": "hokatsu", "presence": "ATTENDED"},
          {"agency": "shogai-soudan", "presence": "ATTENDED"},
          {"agency": "shakyo", "presence": "ATTENDED"}]}
        """
            .formatted(startsAt));
    tell("会議が開かれました。");
    var today = TokyoTime.dateOf(startsAt);
    for (var item : items) {
      desks.tell(path + "/decisions", decision(item, today));
    }
    tell("決定: 役割3機関、主担当 地域包括支援センター、モニタリングは %s まで。", until(today));
  }

  private static String decision(RequestedItem item, LocalDate today) {
    return """
    {"caseId": "%s", "requestId": "%s", "outcome": "SUPPORT_POLICY_SET",
     "roles": [{"agency": "hokatsu", "role": "CARE_SUPPORT"},
       {"agency": "shogai-soudan", "role": "STAND_BY"}, {"agency": "shakyo", "role": "TRUST_BUILDING"}],
     "leads": [{"agency": "hokatsu"}], "monitoring": {"from": "%s", "until": "%s"}}
    """
        .formatted(item.caseId(), item.requestId(), today, until(today));
  }

  private static LocalDate until(LocalDate today) {
    return today.plusDays(DAYS_OF_MONITORING);
  }

  private static String place(JsonNode meeting) {
    return "%s %s %s"
        .formatted(
            meeting.path("bodyName").asString(""),
            meeting.path("date").asString(""),
            meeting.path("begins").asString(""));
  }

  private int minutes() {
    return items.stream()
        .flatMap(item -> notice(item, "NEW").stream())
        .mapToInt(meeting -> meeting.path("minutes").asInt(0))
        .sum();
  }

  private void tell(String text, Object... values) {
    var today = TokyoTime.dateOf(machine.clock().instant());
    console.line(Wareki.format(today) + "  " + String.format(java.util.Locale.ROOT, text, values));
  }
}
