package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.BiFunction;
import jp.tsunagu.contract.meeting.DeliveryWay;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.scheduler.web.Acting.Post;
import jp.tsunagu.scheduler.web.IssuedNotices.Issued;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "開催通知")
@RestController
final class NoticeCommandController {

  private final ReadingRoom room;
  private final Acting acting;
  private final MailProperties mail;

  NoticeCommandController(ReadingRoom room, Acting acting, MailProperties mail) {
    this.room = room;
    this.acting = acting;
    this.mail = mail;
  }

  @Operation(summary = "郵送した", description = "メールのない機関への通知")
  @Gives(value = Done.class, description = "会議の番号")
  @PostMapping("/api/notices/{id}/posted")
  ResponseEntity<Object> posted(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = RepeatedKey.MEANS)
          @RequestHeader(name = RepeatedKey.HEADER, required = false)
          @Nullable String key) {
    return command(
        caller,
        id,
        key,
        (header, issued) ->
            new MeetingCommand.ReportDelivery(
                header, issued.meeting().id(), issued.id(), DeliveryWay.POST));
  }

  @Operation(summary = "もう一度送る")
  @Gives(value = Done.class, description = "会議の番号")
  @PostMapping("/api/notices/{id}/resend")
  ResponseEntity<Object> resend(
      Caller caller,
      @PathVariable String id,
      @Parameter(description = RepeatedKey.MEANS)
          @RequestHeader(name = RepeatedKey.HEADER, required = false)
          @Nullable String key) {
    return command(
        caller,
        id,
        key,
        (header, issued) ->
            new MeetingCommand.ResendNotice(header, issued.meeting().id(), issued.id()));
  }

  private ResponseEntity<Object> command(
      Caller caller,
      String id,
      @Nullable String key,
      BiFunction<MeetingCommandHeader, Issued, MeetingCommand> making) {
    return Acting.objection(caller).orElseGet(() -> found(caller, id, key, making));
  }

  private ResponseEntity<Object> found(
      Caller caller,
      String id,
      @Nullable String key,
      BiFunction<MeetingCommandHeader, Issued, MeetingCommand> making) {
    return room.read(
        caller,
        reading ->
            new IssuedNotices(reading, mail)
                .find(id)
                .map(
                    issued ->
                        acting.on(
                            caller,
                            issued.meeting().id(),
                            new Post(id, key, ""),
                            header -> making.apply(header, issued)))
                .orElseGet(() -> ProblemCode.NOTICE_UNKNOWN.problem().response()));
  }
}
