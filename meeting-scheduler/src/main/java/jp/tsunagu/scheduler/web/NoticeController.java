package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.invitation.CalendarFile;
import jp.tsunagu.scheduler.invitation.Invitation;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.web.IssuedNotices.Issued;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "開催通知", description = "メールと郵送の状態、通知そのもの、郵送の一覧")
@RestController
final class NoticeController {

  private final ReadingRoom room;
  private final MailProperties mail;

  NoticeController(ReadingRoom room, MailProperties mail) {
    this.room = room;
    this.mail = mail;
  }

  @Operation(summary = "通知の一覧", description = "古い順")
  @Parameter(
      name = "delivery",
      in = ParameterIn.QUERY,
      description = "通知がどうなったか",
      schema = @Schema(implementation = DeliveryCode.class))
  @Parameter(name = "meeting", in = ParameterIn.QUERY, description = "会議番号")
  @PageParameters
  @Gives(value = IssuedNotices.NoticeView.class, list = "notices")
  @GetMapping("/api/notices")
  ResponseEntity<Object> notices(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(parameters);
    Predicate<Issued> wanted = wanted(query);
    PageRequest page = query.page(Lists.NOTICES);
    return query.answered(
        () ->
            room.read(
                caller,
                reading ->
                    ResponseEntity.ok(notices(new IssuedNotices(reading, mail), wanted, page))));
  }

  private static Predicate<Issued> wanted(Query query) {
    DeliveryCode delivery = query.choice("delivery", DeliveryCode.class);
    String meeting = query.text("meeting");
    return issued ->
        (meeting == null || issued.meeting().id().value().equals(meeting))
            && (delivery == null || DeliveryCode.of(issued.state().delivery()) == delivery);
  }

  private static Map<String, Object> notices(
      IssuedNotices notices, Predicate<Issued> wanted, PageRequest page) {
    List<Issued> found = notices.all().stream().filter(wanted).toList();
    return Page.of(found, page, issued -> issued.place(Lists.NOTICES), notices::view)
        .under("notices");
  }

  @Operation(summary = "通知(HTML)")
  @Gives(value = byte[].class, as = "text/html", description = "通知")
  @GetMapping("/api/notices/{id}/paper.html")
  ResponseEntity<Object> html(Caller caller, @PathVariable String id) {
    return paper(caller, id, (reading, paper) -> Printed.html(paper.printed(reading.now())));
  }

  @Operation(summary = "通知(PDF)")
  @Gives(value = byte[].class, as = "application/pdf", description = "通知")
  @GetMapping("/api/notices/{id}/paper.pdf")
  ResponseEntity<Object> pdf(Caller caller, @PathVariable String id) {
    return paper(caller, id, (reading, paper) -> Printed.pdf(paper.printed(reading.now())));
  }

  @Operation(summary = "予定表ファイル(.ics)")
  @Gives(value = byte[].class, as = "text/calendar", description = "予定")
  @GetMapping("/api/notices/{id}/invite.ics")
  ResponseEntity<Object> calendar(Caller caller, @PathVariable String id) {
    return paper(caller, id, NoticeController::invite);
  }

  private static ResponseEntity<Object> invite(Reading reading, NoticePaper paper) {
    NetworkDirectory directory = reading.known().directory();
    NoticePapers papers = new NoticePapers(reading.known());
    NetworkId network = directory.settings().map(settings -> settings.networkId()).orElseThrow();
    Meeting meeting = reading.meetings().find(paper.session().meetingId()).orElseThrow();
    Invitation invitation =
        Invitation.of(
            paper,
            network,
            papers.party(meeting.organiser(), paper.session().organiser()),
            papers.party(paper.addressee().agencyId(), paper.addressee().name()));
    CalendarFile file = CalendarFile.of(invitation, paper.occasion());
    return Printed.file(
        MediaType.parseMediaType(
            "text/calendar;charset=UTF-8;method=" + file.method().name().toUpperCase(Locale.ROOT)),
        "invite.ics",
        file.text().getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<Object> paper(
      Caller caller, String id, BiFunction<Reading, NoticePaper, ResponseEntity<Object>> answer) {
    return room.read(
        caller,
        reading ->
            new IssuedNotices(reading, mail)
                .find(id)
                .map(
                    issued ->
                        answer.apply(
                            reading,
                            new NoticePapers(reading.known())
                                .of(issued.meeting(), issued.state().notice())))
                .orElseGet(() -> ProblemCode.NOTICE_UNKNOWN.problem().response()));
  }
}
