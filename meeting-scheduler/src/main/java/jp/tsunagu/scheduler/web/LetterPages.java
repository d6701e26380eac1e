package jp.tsunagu.scheduler.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.site.PageAnswers;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What has to be brought to the post, and what is done about single notices. */
@Controller
final class LetterPages {

  /** As many as one person brings to the post; the rest follows when these are recorded. */
  private static final int MOST = 200;

  private final PageRoom room;
  private final NoticeCommandController notices;
  private final MailProperties mail;

  LetterPages(PageRoom room, NoticeCommandController notices, MailProperties mail) {
    this.room = room;
    this.notices = notices;
    this.mail = mail;
  }

  /**
   * The list.
   *
   * @param all how many there are; so many are not shown
   */
  record LetterPage(
      List<IssuedNotices.NoticeView> letters,
      int all,
      Map<AgencyId, String> names,
      boolean mayAct) {

    /** Keeps unmodifiable copies. */
    LetterPage {
      letters = List.copyOf(letters);
      names = Map.copyOf(names);
    }

    /** The name of an agency. */
    public String nameOf(AgencyId agency) {
      return names.getOrDefault(agency, agency.value());
    }
  }

  @GetMapping(PageAddresses.POST)
  Object letters(Caller caller, @RequestParam(defaultValue = "") String done) {
    return PageAnswers.of(
        room.read(caller, reading -> ResponseEntity.ok(page(reading))),
        LetterPage.class,
        page -> {
          ModelAndView view = new ModelAndView("meetings/post", Map.of("page", page));
          view.addObject("key", PageAddresses.freshKey());
          view.addObject("told", Told.of(done));
          return view;
        });
  }

  private LetterPage page(ReadingRoom.Reading reading) {
    IssuedNotices issued = new IssuedNotices(reading, mail);
    List<IssuedNotices.Issued> letters = issued.letters();
    List<IssuedNotices.NoticeView> shown = letters.stream().limit(MOST).map(issued::view).toList();
    return new LetterPage(
        shown,
        letters.size(),
        shown.stream()
            .map(IssuedNotices.NoticeView::addressee)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), reading.known().directory()::nameOf)),
        Acting.objection(reading.caller()).isEmpty());
  }

  @PostMapping(PageAddresses.NOTICE + "/posted")
  Object posted(
      Caller caller,
      @PathVariable String notice,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String meeting) {
    return told(notices.posted(caller, notice, key), meeting, "posted");
  }

  @PostMapping(PageAddresses.NOTICE + "/resend")
  Object resend(
      Caller caller,
      @PathVariable String notice,
      @RequestParam String key,
      @RequestParam(defaultValue = "") String meeting) {
    return told(notices.resend(caller, notice, key), meeting, "resend");
  }

  private static Object told(ResponseEntity<Object> answer, String meeting, String done) {
    return switch (Told.outcome(answer, back(meeting), done)) {
      case PagePost.Outcome.Done(String address) -> "redirect:" + address;
      case PagePost.Outcome.Refused _ -> answer;
    };
  }

  private static String back(String meeting) {
    return MeetingId.isValid(meeting)
        ? PageAddresses.of(new MeetingId(meeting))
        : PageAddresses.POST;
  }
}
