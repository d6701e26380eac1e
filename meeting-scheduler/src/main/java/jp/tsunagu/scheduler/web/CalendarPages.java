package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.site.PageAnswers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of all bodies, month by month, with what waits for a person on top. */
@Controller
final class CalendarPages {

  private final PageRoom room;
  private final MailProperties mail;
  private final Clock clock;

  CalendarPages(PageRoom room, MailProperties mail, Clock clock) {
    this.room = room;
    this.mail = mail;
    this.clock = clock;
  }

  @Parameter(name = "month", in = ParameterIn.QUERY, description = "月のうちの一日")
  @Parameter(name = "body", in = ParameterIn.QUERY, description = "会議体のID")
  @GetMapping(PageAddresses.CALENDAR)
  Object calendar(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(PageAnswers.filledIn(parameters));
    LocalDate day = query.day("month");
    String body = query.text("body");
    YearMonth month = YearMonth.from(day == null ? TokyoTime.dateOf(clock.instant()) : day);
    return PageAnswers.of(
        query.answered(
            () ->
                room.read(
                    caller,
                    reading -> ResponseEntity.ok(CalendarPage.of(reading, month, body, mail)))),
        CalendarPage.class,
        page -> new ModelAndView("meetings/calendar", Map.of("page", page)));
  }
}
