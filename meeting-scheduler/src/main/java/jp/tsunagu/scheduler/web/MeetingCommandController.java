package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.ProblemResponses;
import jp.tsunagu.scheduler.web.Acting.Making;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@Tag(name = "会議の運営", description = "調整窓口と主催者が使う。Idempotency-Key を付けると、繰り返しても効果は一度だけ")
@ProblemResponses
@RestController
final class MeetingCommandController {

  private static final String KEY = "Idempotency-Key";

  private final Acting acting;

  MeetingCommandController(Acting acting) {
    this.acting = acting;
  }

  @Operation(summary = "臨時・緊急・事案ごとの会議を開く", description = "startsAt か candidates(候補日時)のどちらかが要る")
  @PostMapping("/api/meetings")
  ResponseEntity<Object> call(
      Caller caller,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    String bodyId = new Input(body).text("body");
    return BodyId.isValid(bodyId)
        ? acting.act(caller, new BodyId(bodyId), key, body, MeetingCommandController::called)
        : Acting.objection(caller)
            .orElseGet(() -> ProblemCode.FIELD_INVALID.problem().about("body").response());
  }

  private static MeetingCommand called(Making making) {
    Input input = making.input();
    Instant startsAt = input.optionalInstant("startsAt");
    List<Instant> candidates = startsAt == null ? input.instants("candidates") : List.of();
    Instant first =
        startsAt != null
            ? startsAt
            : candidates.stream().findFirst().orElse(making.header().enteredAt());
    LocalDate day = TokyoTime.dateOf(first);
    return new MeetingCommand.CallMeeting(
        making.header(),
        input.code("session", SessionKind.class),
        day,
        startsAt,
        input.optionalNumber("minutes"),
        candidates,
        input.list("items", Input::item));
  }

  @Operation(summary = "候補日時を出す")
  @PostMapping("/api/meetings/{id}/candidates")
  ResponseEntity<Object> candidates(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.ProposeDates(
                making.header(), meeting, making.input().instants("candidates")));
  }

  @Operation(summary = "日時を決める", description = "候補から、または窓口が決める規則の日を")
  @PostMapping("/api/meetings/{id}/start")
  ResponseEntity<Object> start(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.ChooseStart(
                making.header(), meeting, making.input().instant("startsAt")));
  }

  @Operation(summary = "受付締切を決める", description = "締切の規則が窓口に尋ねるとき")
  @PostMapping("/api/meetings/{id}/closing")
  ResponseEntity<Object> closing(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.ChooseClosing(
                making.header(), meeting, making.input().instant("closing")));
  }

  @Operation(summary = "日時を変える")
  @PostMapping("/api/meetings/{id}/move")
  ResponseEntity<Object> move(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.MoveMeeting(
                making.header(), meeting, making.input().instant("startsAt")));
  }

  @Operation(summary = "中止する")
  @PostMapping("/api/meetings/{id}/cancel")
  ResponseEntity<Object> cancel(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return on(
        caller,
        id,
        key,
        null,
        (making, meeting) -> new MeetingCommand.CancelMeeting(making.header(), meeting));
  }

  @Operation(summary = "締切後の相談を理由を付けて入れる(原則の例外)")
  @PostMapping("/api/meetings/{id}/admissions")
  ResponseEntity<Object> admit(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.AdmitRequest(
                making.header(), meeting, making.input().item(), making.input().text("reason")));
  }

  @Operation(summary = "議題を手で載せる")
  @PostMapping("/api/meetings/{id}/placements")
  ResponseEntity<Object> place(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.PlaceRequest(
                making.header(),
                meeting,
                making.input().item(),
                making.input().text("reason"),
                making.input().optionalNumber("position")));
  }

  @Operation(summary = "議題を外す")
  @PostMapping("/api/meetings/{id}/removals")
  ResponseEntity<Object> takeOff(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.TakeOffRequest(
                making.header(), meeting, making.input().item(), making.input().text("reason")));
  }

  @Operation(summary = "開催と出欠を記録する")
  @PostMapping("/api/meetings/{id}/attendance")
  ResponseEntity<Object> attendance(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.RecordAttendance(
                making.header(),
                meeting,
                making.input().instant("heldAt"),
                making.input().list("attendees", MeetingCommandController::attendee)));
  }

  private static Attendee attendee(Input input) {
    return new Attendee(
        input.agency("agency"),
        input.code("presence", Presence.class),
        input.optionalText("reason"));
  }

  @Operation(summary = "議題ごとの決定を記録する")
  @PostMapping("/api/meetings/{id}/decisions")
  ResponseEntity<Object> decide(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody JsonNode body) {
    return on(caller, id, key, body, MeetingCommandController::settled);
  }

  private static MeetingCommand settled(Making making, MeetingId meeting) {
    Input input = making.input();
    return new MeetingCommand.SettleItem(
        making.header(),
        meeting,
        input.item(),
        input.code("outcome", ItemOutcome.class),
        input.list("roles", each -> new AgencyRole(each.agency("agency"), each.text("role"))),
        input.list("leads", MeetingCommandController::lead),
        input
            .inside("monitoring")
            .map(period -> new MonitoringPeriod(period.day("from"), period.day("until")))
            .orElse(null),
        input.list("missingResources", each -> each.text("code")));
  }

  private static Lead lead(Input input) {
    Integer person = input.optionalNumber("person");
    return new Lead(
        person == null || person < 1 ? null : new PersonRef(person), input.agency("agency"));
  }

  @Operation(summary = "会議録の完成を記録する", description = "本文は主催者の手元に残る")
  @PostMapping("/api/meetings/{id}/minutes")
  ResponseEntity<Object> minutes(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return on(
        caller,
        id,
        key,
        null,
        (making, meeting) -> new MeetingCommand.CompleteMinutes(making.header(), meeting));
  }

  private ResponseEntity<Object> on(
      Caller caller,
      String id,
      @Nullable String key,
      @Nullable JsonNode body,
      BiFunction<Making, MeetingId, MeetingCommand> making) {
    if (!MeetingId.isValid(id)) {
      return Acting.objection(caller)
          .orElseGet(() -> ProblemCode.MEETING_UNKNOWN.problem().response());
    }
    MeetingId meeting = new MeetingId(id);
    return acting.act(caller, meeting.body(), key, body, made -> making.apply(made, meeting));
  }
}
