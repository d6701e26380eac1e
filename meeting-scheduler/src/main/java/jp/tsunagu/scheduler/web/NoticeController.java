package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.meeting.DeliveryWay;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.ProblemResponses;
import jp.tsunagu.scheduler.delivery.MailProperties;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.desk.Meeting;
import jp.tsunagu.scheduler.desk.NoticeState;
import jp.tsunagu.scheduler.desk.NoticeState.Delivery;
import jp.tsunagu.scheduler.invitation.CalendarFile;
import jp.tsunagu.scheduler.invitation.Invitation;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.PostListPaper;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import jp.tsunagu.scheduler.web.Acting.Making;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "開催通知", description = "メールと郵送の状態、通知そのもの、郵送の一覧")
@ProblemResponses
@RestController
final class NoticeController {

  private static final String KEY = "Idempotency-Key";

  private final ReadingRoom room;
  private final Acting acting;
  private final MailProperties mail;

  NoticeController(ReadingRoom room, Acting acting, MailProperties mail) {
    this.room = room;
    this.acting = acting;
    this.mail = mail;
  }

  /** Without a mail server everything goes by post. */
  private boolean isMailed(Reading reading, Sent sent) {
    return mail.isConfigured()
        && new NoticePapers(reading.known().directory())
            .mailOf(sent.state().notice().addressee())
            .isPresent();
  }

  /** A notice with its meeting. */
  private record Sent(Meeting meeting, NoticeState state) {}

  /** A notice for JSON. */
  record NoticeView(
      String noticeId,
      String meetingId,
      int revision,
      String addressee,
      MeetingView.Code kind,
      Instant issuedAt,
      Instant startsAt,
      List<String> cases,
      String way,
      String delivery,
      String fault) {}

  @Operation(summary = "通知の一覧", description = "delivery は WAITING、DELIVERED、GIVEN_UP のどれか")
  @GetMapping("/api/notices")
  ResponseEntity<Object> notices(
      Caller caller,
      @RequestParam(required = false) @Nullable String delivery,
      @RequestParam(required = false) @Nullable String meeting) {
    return room.read(
        caller,
        reading ->
            ResponseEntity.ok(
                Map.of(
                    "notices",
                    all(reading).stream()
                        .filter(
                            sent -> meeting == null || sent.meeting().id().value().equals(meeting))
                        .map(sent -> view(reading, sent))
                        .filter(view -> delivery == null || view.delivery().equals(delivery))
                        .toList())));
  }

  private static List<Sent> all(Reading reading) {
    return reading.meetings().all().stream()
        .filter(reading::sees)
        .flatMap(
            meeting -> meeting.notices().values().stream().map(state -> new Sent(meeting, state)))
        .toList();
  }

  private NoticeView view(Reading reading, Sent sent) {
    NoticeIssued notice = sent.state().notice();
    Delivery delivery = sent.state().delivery();
    return new NoticeView(
        notice.noticeId().toString(),
        sent.meeting().id().value(),
        notice.revision(),
        notice.addressee().value(),
        new MeetingView.Code(notice.kind().name(), notice.kind().label()),
        notice.header().recordedAt(),
        notice.startsAt(),
        notice.items().stream().map(item -> item.item().caseId().toString()).toList(),
        isMailed(reading, sent) ? "MAIL" : "POST",
        switch (delivery) {
          case Delivery.Waiting _ -> "WAITING";
          case Delivery.Delivered _ -> "DELIVERED";
          case Delivery.GivenUp _ -> "GIVEN_UP";
        },
        delivery instanceof Delivery.GivenUp(int _, String fault) ? fault : "");
  }

  @Operation(summary = "通知(HTML)")
  @GetMapping("/api/notices/{id}/paper.html")
  ResponseEntity<Object> html(Caller caller, @PathVariable String id) {
    return paper(caller, id, (_, paper) -> Printed.html(paper));
  }

  @Operation(summary = "通知(PDF)")
  @GetMapping("/api/notices/{id}/paper.pdf")
  ResponseEntity<Object> pdf(Caller caller, @PathVariable String id) {
    return paper(caller, id, (_, paper) -> Printed.pdf(paper));
  }

  @Operation(summary = "予定表ファイル(.ics)")
  @GetMapping("/api/notices/{id}/invite.ics")
  ResponseEntity<Object> calendar(Caller caller, @PathVariable String id) {
    return paper(caller, id, NoticeController::invite);
  }

  private static ResponseEntity<Object> invite(Reading reading, NoticePaper paper) {
    NetworkDirectory directory = reading.known().directory();
    NoticePapers papers = new NoticePapers(directory);
    NetworkId network = directory.settings().map(settings -> settings.networkId()).orElseThrow();
    Meeting meeting = reading.meetings().find(paper.session().meetingId()).orElseThrow();
    Invitation invitation =
        Invitation.of(
            paper,
            network,
            papers.party(meeting.organiser()),
            papers.party(paper.addressee().agencyId()));
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
            find(reading, id)
                .map(
                    sent ->
                        answer.apply(
                            reading,
                            new NoticePapers(reading.known().directory())
                                .of(sent.meeting(), sent.state().notice())))
                .orElseGet(() -> ProblemCode.NOTICE_UNKNOWN.problem().response()));
  }

  private static Optional<Sent> find(Reading reading, String id) {
    return all(reading).stream()
        .filter(sent -> sent.state().notice().noticeId().toString().equals(id))
        .findFirst();
  }

  @Operation(summary = "郵送した", description = "メールのない機関への通知")
  @PostMapping("/api/notices/{id}/posted")
  ResponseEntity<Object> posted(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return command(
        caller,
        id,
        key,
        (making, sent) ->
            new MeetingCommand.ReportDelivery(
                making.header(), sent.meeting().id(), noticeId(sent), DeliveryWay.POST));
  }

  @Operation(summary = "もう一度送る")
  @PostMapping("/api/notices/{id}/resend")
  ResponseEntity<Object> resend(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return command(
        caller,
        id,
        key,
        (making, sent) ->
            new MeetingCommand.ResendNotice(making.header(), sent.meeting().id(), noticeId(sent)));
  }

  private static UUID noticeId(Sent sent) {
    return sent.state().notice().noticeId();
  }

  private ResponseEntity<Object> command(
      Caller caller,
      String id,
      @Nullable String key,
      BiFunction<Making, Sent, MeetingCommand> making) {
    return Acting.objection(caller).orElseGet(() -> found(caller, id, key, making));
  }

  private ResponseEntity<Object> found(
      Caller caller,
      String id,
      @Nullable String key,
      BiFunction<Making, Sent, MeetingCommand> making) {
    return room.read(
        caller,
        reading ->
            find(reading, id)
                .map(
                    sent ->
                        acting.act(
                            caller,
                            sent.meeting().id().body(),
                            key,
                            null,
                            made -> making.apply(made, sent)))
                .orElseGet(() -> ProblemCode.NOTICE_UNKNOWN.problem().response()));
  }

  @Operation(summary = "郵送の一覧(JSON)", description = "メールのない機関への、まだ郵送していない通知")
  @GetMapping("/api/post-list")
  ResponseEntity<Object> postList(Caller caller) {
    return room.read(
        caller,
        reading ->
            ResponseEntity.ok(
                Map.of(
                    "letters",
                    toPost(reading).stream().map(sent -> view(reading, sent)).toList())));
  }

  @Operation(summary = "郵送の一覧(CSV、Excel で開ける)")
  @GetMapping("/api/post-list.csv")
  ResponseEntity<Object> postListCsv(Caller caller) {
    return room.read(
        caller,
        reading ->
            Printed.file(
                MediaType.parseMediaType("text/csv;charset=UTF-8"),
                "郵送先一覧.csv",
                Papers.csv(list(reading))));
  }

  @Operation(summary = "郵送の一覧(PDF)")
  @GetMapping("/api/post-list.pdf")
  ResponseEntity<Object> postListPdf(Caller caller) {
    return room.read(caller, reading -> Printed.pdf(list(reading)));
  }

  private List<Sent> toPost(Reading reading) {
    return all(reading).stream()
        .filter(sent -> sent.state().delivery() instanceof Delivery.Waiting)
        .filter(sent -> sent.state().notice().kind() != NoticeKind.REMINDER)
        .filter(sent -> !isMailed(reading, sent))
        .toList();
  }

  private PostListPaper list(Reading reading) {
    NoticePapers papers = new NoticePapers(reading.known().directory());
    String organiser =
        switch (reading.caller()) {
          case Caller.OfAgency agency -> papers.nameOf(agency.agency());
          case Caller.Desk _, Caller.Supervisor _, Caller.Peer _ ->
              reading
                  .known()
                  .directory()
                  .settings()
                  .map(settings -> papers.nameOf(settings.deskId()))
                  .orElse("");
        };
    return new PostListPaper(
        organiser,
        reading.now(),
        toPost(reading).stream()
            .map(sent -> papers.of(sent.meeting(), sent.state().notice()))
            .map(PostListPaper.Letter::with)
            .toList());
  }
}
