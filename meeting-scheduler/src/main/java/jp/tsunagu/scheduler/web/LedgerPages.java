package jp.tsunagu.scheduler.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.PageAnswers;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.Row;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The progress of every case that came to a meeting (進行管理台帳), for desk, secretary and managers. */
@Controller
final class LedgerPages {

  private final PageRoom room;

  LedgerPages(PageRoom room) {
    this.room = room;
  }

  /**
   * A part of it.
   *
   * @param next address of the rest; none at its end
   */
  record LedgerPage(LocalDate asOf, List<Row> rows, @Nullable String next) {

    /** Keeps an unmodifiable copy. */
    LedgerPage {
      rows = List.copyOf(rows);
    }
  }

  @PageParameters
  @GetMapping(PageAddresses.LEDGER)
  Object ledger(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    Query query = new Query(PageAnswers.filledIn(parameters));
    PageRequest wanted = query.page(Lists.PROGRESS);
    return PageAnswers.of(
        ReadingRoom.readsAll(caller)
            ? query.answered(
                () -> room.read(caller, reading -> ResponseEntity.ok(page(reading, wanted))))
            : CommonProblem.NOT_FOUND.problem().response(),
        LedgerPage.class,
        page -> new ModelAndView("meetings/ledger", Map.of("page", page)));
  }

  private static LedgerPage page(Reading reading, PageRequest wanted) {
    Page<Row> rows = new ProgressLedger(reading).printed(wanted);
    String cursor = rows.nextCursor();
    return new LedgerPage(
        TokyoTime.dateOf(reading.now()),
        rows.items(),
        cursor == null ? null : PageAddresses.LEDGER + "?cursor=" + cursor);
  }
}
