package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.scheduler.delivery.NoticePapers;
import jp.tsunagu.scheduler.paper.PostListPaper;
import jp.tsunagu.scheduler.paper.rendering.Papers;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "開催通知")
@RestController
final class PostListController {

  private final ReadingRoom room;
  private final MailProperties mail;

  PostListController(ReadingRoom room, MailProperties mail) {
    this.room = room;
    this.mail = mail;
  }

  @Operation(summary = "郵送の一覧(JSON)", description = "メールのない機関への、まだ郵送していない通知。古い順")
  @PageParameters
  @Gives(value = IssuedNotices.NoticeView.class, list = "letters")
  @GetMapping("/api/post-list")
  ResponseEntity<Object> postList(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    return room.page(caller, parameters, Lists.LETTERS, this::letters);
  }

  private Map<String, Object> letters(Reading reading, PageRequest page) {
    IssuedNotices notices = new IssuedNotices(reading, mail);
    return Page.of(notices.letters(), page, issued -> issued.place(Lists.LETTERS), notices::view)
        .under("letters");
  }

  @Operation(summary = "郵送の一覧(CSV、Excel で開ける)")
  @Gives(value = byte[].class, as = "text/csv", description = "一覧")
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
  @Gives(value = byte[].class, as = "application/pdf", description = "一覧")
  @GetMapping("/api/post-list.pdf")
  ResponseEntity<Object> postListPdf(Caller caller) {
    return room.read(caller, reading -> Printed.pdf(list(reading)));
  }

  private PostListPaper list(Reading reading) {
    NoticePapers papers = new NoticePapers(reading.known());
    String organiser =
        switch (reading.caller()) {
          case Caller.OfAgency agency -> papers.nameOf(agency.agency());
          case Caller.Desk _,
              Caller.Supervisor _,
              Caller.MeetingSecretary _,
              Caller.Administrator _,
              Caller.ProtectionOfficer _,
              Caller.Peer _ ->
              reading.known().directory().desk().map(papers::nameOf).orElse("");
        };
    return new PostListPaper(
        organiser,
        reading.now(),
        new IssuedNotices(reading, mail)
            .letters().stream()
                .map(issued -> papers.of(issued.meeting(), issued.state().notice()))
                .map(PostListPaper.Letter::with)
                .toList());
  }
}
