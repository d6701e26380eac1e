package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.scheduler.web.Acting.Making;
import jp.tsunagu.scheduler.web.Acting.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Whether and when a meeting is held. */
@Tag(
    name = "会議の運営",
    description =
        "調整窓口と主催者が使う。Idempotency-Key を付けると、90日の間は繰り返しても効果は一度だけ。"
            + "UUIDv7 にすると、それより古い再送は KEY_TOO_OLD になる")
@RestController
final class MeetingDateController {

  private final Acting acting;

  MeetingDateController(Acting acting) {
    this.acting = acting;
  }

  @Operation(summary = "臨時・緊急・事案ごとの会議を開く", description = "startsAt か candidates(候補日時)のどちらかが要る")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings")
  ResponseEntity<Object> call(
      Caller caller,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key,
      @RequestBody JsonNode body) {
    String bodyId = new Input(body).text("body");
    return BodyId.isValid(bodyId)
        ? acting.act(
            caller, new BodyId(bodyId), new Post(bodyId, key, body), MeetingDateController::called)
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
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/candidates")
  ResponseEntity<Object> candidates(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key,
      @RequestBody JsonNode body) {
    return acting.on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.ProposeDates(
                making.header(), meeting, making.input().instants("candidates")));
  }

  @Operation(summary = "日時を決める", description = "候補から、または窓口が決める規則の日を")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/start")
  ResponseEntity<Object> start(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key,
      @RequestBody JsonNode body) {
    return acting.on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.ChooseStart(
                making.header(), meeting, making.input().instant("startsAt")));
  }

  @Operation(summary = "受付締切を決める", description = "締切の規則が窓口に尋ねるとき")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/closing")
  ResponseEntity<Object> closing(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key,
      @RequestBody JsonNode body) {
    return acting.on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.ChooseClosing(
                making.header(), meeting, making.input().instant("closing")));
  }

  @Operation(summary = "日時を変える")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/move")
  ResponseEntity<Object> move(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key,
      @RequestBody JsonNode body) {
    return acting.on(
        caller,
        id,
        key,
        body,
        (making, meeting) ->
            new MeetingCommand.MoveMeeting(
                making.header(), meeting, making.input().instant("startsAt")));
  }

  @Operation(summary = "中止する")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/cancel")
  ResponseEntity<Object> cancel(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key) {
    return acting.on(
        caller,
        id,
        key,
        null,
        (making, meeting) -> new MeetingCommand.CancelMeeting(making.header(), meeting));
  }
}
