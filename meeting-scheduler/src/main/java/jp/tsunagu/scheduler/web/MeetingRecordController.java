package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.scheduler.web.Acting.Making;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What came of a meeting. */
@Tag(name = "会議の運営")
@RestController
final class MeetingRecordController {

  private final Acting acting;

  MeetingRecordController(Acting acting) {
    this.acting = acting;
  }

  @Operation(summary = "開催と出欠を記録する")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/attendance")
  ResponseEntity<Object> attendance(
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
            new MeetingCommand.RecordAttendance(
                making.header(),
                meeting,
                making.input().instant("heldAt"),
                making.input().list("attendees", MeetingRecordController::attendee)));
  }

  private static Attendee attendee(Input input) {
    return new Attendee(
        input.agency("agency"),
        input.code("presence", Presence.class),
        input.optionalText("reason"));
  }

  @Operation(summary = "議題ごとの決定を記録する")
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/decisions")
  ResponseEntity<Object> decide(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key,
      @RequestBody JsonNode body) {
    return acting.on(caller, id, key, body, MeetingRecordController::settled);
  }

  private static MeetingCommand settled(Making making, MeetingId meeting) {
    Input input = making.input();
    return new MeetingCommand.SettleItem(
        making.header(),
        meeting,
        input.item(),
        input.code("outcome", ItemOutcome.class),
        input.list("roles", each -> new AgencyRole(each.agency("agency"), each.text("role"))),
        input.list("leads", MeetingRecordController::lead),
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
  @Gives(value = Acting.Done.class, description = "会議の番号")
  @PostMapping("/api/meetings/{id}/minutes")
  ResponseEntity<Object> minutes(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = Acting.KEY_MEANS) @RequestHeader(name = Acting.KEY, required = false)
          @Nullable String key) {
    return acting.on(
        caller,
        id,
        key,
        null,
        (making, meeting) -> new MeetingCommand.CompleteMinutes(making.header(), meeting));
  }
}
