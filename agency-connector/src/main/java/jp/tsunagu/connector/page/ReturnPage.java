package jp.tsunagu.connector.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingRecords.Wanted;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.wording.ItemWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 資料の回収: what this agency handed out for meetings and has not back, over all cases, the latest
 * meeting first; ticked as it comes back, or all of a meeting at once.
 */
@Controller
class ReturnPage {

  private static final String ADDRESS = Window.ROOT + "/papers";
  private static final CommandForm CALL_BACK =
      CommandForms.find(ItemPapers.CALL_BACK).orElseThrow();

  /** A meeting that was longer ago is looked for by its day. */
  private static final int MONTHS = 3;

  private static final int MOST_ITEMS = 200;

  private final Window window;
  private final ItemSheets sheets;
  private final PagePosts posts;

  ReturnPage(Window window, ItemSheets sheets, PagePosts posts) {
    this.window = window;
    this.sheets = sheets;
    this.posts = posts;
  }

  /** A copy that is to come back, of an item of a case. */
  record Row(CaseId caseId, String number, MeetingRequestId item, ItemPapers.Paper paper) {

    /** By what it is ticked. */
    public String tick() {
      return item + "-" + paper.number();
    }
  }

  /** Those of one meeting. */
  record Meeting(MeetingId id, String what, List<Row> rows) {

    /** Keeps an unmodifiable copy. */
    Meeting {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Meetings, the latest first.
   *
   * @param next the day from which there are more than are listed; null where these are all
   */
  record Found(List<Meeting> meetings, @Nullable LocalDate next) {

    /** Keeps an unmodifiable copy. */
    Found {
      meetings = List.copyOf(meetings);
    }
  }

  @GetMapping(ADDRESS)
  Object show(
      Caller caller,
      Model model,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "-1") int done) {
    Query query = new Query(parameters);
    LocalDate from = query.day("from");
    Problem problem = query.problem().orElse(null);
    if (problem != null) {
      return problem.response();
    }
    model.addAttribute("told", told(done));
    return page(Window.agency(caller), from, null, model);
  }

  @PostMapping(ADDRESS)
  Object callBack(
      Caller caller,
      Model model,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "") Set<String> copy,
      @RequestParam(defaultValue = "") String all,
      HttpServletRequest request,
      HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    LocalDate from = new Query(parameters).day("from");
    PagePost post = PagePost.of(request, response);
    Map<MeetingRequestId, List<Row>> chosen =
        found(agency, first(from)).meetings().stream()
            .flatMap(
                meeting ->
                    meeting.rows().stream()
                        .filter(
                            row ->
                                copy.contains(row.tick()) || meeting.id().toString().equals(all)))
            .collect(groupingBy(Row::item, LinkedHashMap::new, toList()));
    int done = 0;
    for (List<Row> rows : chosen.values()) {
      if (called(agency, post.key(), rows) instanceof PagePosts.Outcome.Refused(Problem refused)) {
        response.setStatus(refused.status());
        model.addAttribute("told", done == 0 ? null : told(done));
        return page(agency, from, refused, model);
      }
      done += rows.size();
    }
    return "redirect:/agencies/"
        + agency
        + "/window/papers?done="
        + done
        + (from == null ? "" : "&from=" + from);
  }

  private static @Nullable String told(int done) {
    if (done < 0) {
      return null;
    }
    return done == 0 ? "印の付いた資料がありません。何も変わっていません。" : done + "部の回収を記録しました。";
  }

  /** Those of one item, in one command; a page that is gone back to is sent with others of it. */
  private PagePosts.Outcome called(AgencyId agency, String key, List<Row> rows) {
    Row one = rows.getFirst();
    ObjectNode about =
        JsonNodeFactory.instance
            .objectNode()
            .put("caseId", one.caseId().toString())
            .put("requestId", one.item().toString());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    rows.forEach(row -> body.withArray("copies").addObject().put("number", row.paper().number()));
    return posts.command(
        new PagePosts.Sent(agency, key + "-" + one.item() + "-" + body.hashCode(), null, body),
        CALL_BACK,
        about);
  }

  private LocalDate first(@Nullable LocalDate from) {
    return from == null ? TokyoTime.dateOf(window.now()).minusMonths(MONTHS) : from;
  }

  private String page(
      AgencyId agency, @Nullable LocalDate from, @Nullable Problem refusal, Model model) {
    LocalDate first = first(from);
    model.addAttribute("agency", agency.value());
    model.addAttribute("from", from);
    model.addAttribute("first", first);
    model.addAttribute("before", first.minusMonths(MONTHS));
    model.addAttribute("refusal", refusal);
    model.addAttribute("key", Window.freshKey());
    Found found = found(agency, first);
    model.addAttribute("meetings", found.meetings());
    model.addAttribute("next", found.next());
    return "window/papers";
  }

  private Found found(AgencyId agency, LocalDate first) {
    Wanted wanted = new Wanted(TokyoTime.at(first, LocalTime.MIN), null, null, MOST_ITEMS + 1);
    List<MeetingNotice> notices = window.tools().meetings().notices(agency, wanted);
    Map<MeetingRequestId, MeetingNotice> last = new LinkedHashMap<>();
    notices.stream()
        .limit(MOST_ITEMS)
        .forEach(notice -> last.put(notice.item().requestId(), notice));
    Map<MeetingId, List<MeetingNotice>> together =
        last.values().stream().collect(groupingBy(notice -> notice.item().meetingId()));
    return new Found(
        together.values().stream()
            .sorted(
                Comparator.comparing(
                    meeting -> meeting.getFirst().slot().startsAt(), Comparator.reverseOrder()))
            .map(meeting -> meeting(agency, meeting))
            .filter(meeting -> !meeting.rows().isEmpty())
            .toList(),
        notices.size() > MOST_ITEMS ? TokyoTime.dateOf(notices.getLast().slot().startsAt()) : null);
  }

  private Meeting meeting(AgencyId agency, List<MeetingNotice> notices) {
    MeetingNotice first = notices.getFirst();
    return new Meeting(
        first.item().meetingId(),
        ItemWords.of(first.item().conference(), first.item().purpose(), first.slot().startsAt()),
        notices.stream().flatMap(notice -> rows(agency, notice)).toList());
  }

  private Stream<Row> rows(AgencyId agency, MeetingNotice notice) {
    MeetingRequestId item = notice.item().requestId();
    return window
        .tools()
        .records()
        .findCase(agency, notice.item().caseId())
        .filter(
            view -> view.meeting(item).filter(one -> sheets.runs(agency, view, one)).isPresent())
        .stream()
        .flatMap(
            view ->
                ItemPapers.out(window, agency, view, item).stream()
                    .map(
                        paper ->
                            new Row(
                                view.caseId(),
                                Window.called(view.caseNumber().orElse(null)),
                                item,
                                paper)));
  }
}
