package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a meeting hears that the calendar alone would not put there. */
@Tag(name = "会議の運営")
@RestController
final class MeetingItemController {

  private final Acting acting;

  MeetingItemController(Acting acting) {
    this.acting = acting;
  }

  @Operation(summary = "締切後の相談を理由を付けて入れる(原則の例外)")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/admissions")
  ResponseEntity<Object> admit(
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
            new MeetingCommand.AdmitRequest(
                making.header(), meeting, making.input().item(), making.input().text("reason")));
  }

  @Operation(summary = "議題を手で載せる")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/placements")
  ResponseEntity<Object> place(
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
            new MeetingCommand.PlaceRequest(
                making.header(),
                meeting,
                making.input().item(),
                making.input().text("reason"),
                making.input().optionalNumber("position")));
  }

  @Operation(summary = "議題を外す")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/removals")
  ResponseEntity<Object> takeOff(
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
            new MeetingCommand.TakeOffRequest(
                making.header(), meeting, making.input().item(), making.input().text("reason")));
  }
}
