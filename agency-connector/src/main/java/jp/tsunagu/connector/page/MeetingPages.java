package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingRecords.Wanted;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.site.FieldGroup;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.Offers;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** 会議: to which this agency is called, and what a case brings to one. */
@Controller
class MeetingPages {

  private static final String OF_CASE = Window.ROOT + "/cases/{caseId}/meetings";
  private static final int LENGTH = 50;

  private final Window window;
  private final CaseMeetings meetings;
  private final PagePosts posts;
  private final Household household;

  MeetingPages(Window window, CaseMeetings meetings, PagePosts posts, Household household) {
    this.household = household;
    this.window = window;
    this.meetings = meetings;
    this.posts = posts;
  }

  /** A meeting in the list. */
  record Row(
      CaseId caseId, String number, String what, CaseMeetings.Notice notice, boolean awaits) {}

  /** A form that is open. */
  record Doing(
      CommandForm form,
      FormPage page,
      FieldGroup shown,
      @Nullable DateTable dates,
      String key,
      String item) {}

  /** The days of a meeting that is still to be found. */
  record Days(
      CaseId caseId,
      String number,
      String what,
      String item,
      List<String> days,
      boolean awaits,
      boolean asked) {

    /** Keeps an unmodifiable copy. */
    Days {
      days = List.copyOf(days);
    }
  }

  /** Those to come, the next first; by a day, those from there on. */
  @GetMapping(Window.ROOT + "/meetings")
  Object coming(
      Caller caller, Model model, @RequestParam MultiValueMap<String, String> parameters) {
    AgencyId agency = Window.agency(caller);
    Query query = new Query(parameters);
    LocalDate from = query.day("from");
    Problem problem = query.problem().orElse(null);
    if (problem != null) {
      return problem.response();
    }
    LocalDate first = from == null ? TokyoTime.dateOf(window.now()) : from;
    Instant begins = TokyoTime.at(first, LocalTime.MIN);
    List<MeetingNotice> found =
        window.tools().meetings().notices(agency, new Wanted(begins, null, null, LENGTH + 1));
    model.addAttribute(
        "rows", found.stream().limit(LENGTH).map(each -> row(agency, each)).toList());
    model.addAttribute(
        "next", found.size() > LENGTH ? TokyoTime.dateOf(found.getLast().slot().startsAt()) : null);
    model.addAttribute("before", first.minusMonths(3));
    model.addAttribute(
        "days",
        window.tools().dates().open(agency, null, LENGTH).stream()
            .map(each -> days(agency, each))
            .toList());
    model.addAttribute("agency", agency.value());
    return "window/meetings";
  }

  private Days days(AgencyId agency, AskedDates asked) {
    return new Days(
        asked.item().caseId(),
        Window.called(asked.item().caseNumber().orElse(null)),
        asked.item().conference().label() + " " + asked.item().purpose().label(),
        asked.item().requestId().toString(),
        asked.candidates().stream()
            .map(each -> DateWords.momentNear(each, TokyoTime.dateOf(window.now())))
            .toList(),
        asked.awaits(agency),
        asked.asked().contains(agency));
  }

  private Row row(AgencyId agency, MeetingNotice notice) {
    return new Row(
        notice.item().caseId(),
        Window.called(notice.item().caseNumber().orElse(null)),
        notice.item().conference().label() + " " + notice.item().purpose().label(),
        meetings.notice(agency, notice),
        notice.awaits(agency));
  }

  @GetMapping(OF_CASE)
  Object ofCase(
      Caller caller,
      @PathVariable String caseId,
      Model model,
      HttpServletRequest request,
      @RequestParam(name = "do", defaultValue = "") String doing,
      @RequestParam(defaultValue = "") String item,
      @RequestParam(defaultValue = "") String done) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute("told", window.told(found.get().agency(), found.get().caseId(), done));
    return page(
        found.get(),
        CaseMeetings.form(doing)
            .map(form -> doing(found.get(), form, item, null, Readers.onPage(request)))
            .orElse(null),
        model);
  }

  @PostMapping(OF_CASE + "/do/{name}")
  Object post(
      Caller caller,
      @PathVariable String caseId,
      @PathVariable String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<CasePage> found = CasePage.of(window, caller, caseId);
    Optional<CommandForm> form = CaseMeetings.form(name);
    if (found.isEmpty() || form.isEmpty()) {
      return Window.missing();
    }
    PagePost post = PagePost.of(request, response);
    String item = post.one("item");
    ObjectNode about = found.get().target();
    if (Identifiers.isUuid(item)) {
      about.put("requestId", item);
    }
    String number = post.one("number");
    if (number.matches("[0-9]{1,3}")) {
      about.put("number", Integer.parseInt(number));
    }
    return post.answer(
        FormPost.read(form.get().body(), post.values()),
        (key, typed) ->
            posts
                .command(
                    new PagePosts.Sent(found.get().agency(), key, null, typed), form.get(), about)
                .toldAt(told -> found.get().address("/meetings") + Window.done(told)),
        typed -> {
          model.addAttribute("refusal", typed.refusal());
          return page(
              found.get(),
              doing(found.get(), form.get(), item, typed, Readers.onPage(request)),
              model);
        });
  }

  /** A new form where nothing was filled in. */
  private Doing doing(
      CasePage found, CommandForm form, String item, @Nullable TypedForm filled, Reader reader) {
    TypedForm typed = filled == null ? TypedForm.empty() : filled;
    FormPage page =
        window.form(form.body(), typed, ReferralPage.SELDOM, offers(found, form, item, reader));
    DateTable dates =
        form.name().equals(CaseMeetings.DATES)
            ? dates(found.agency(), item, filled).orElse(null)
            : null;
    return new Doing(
        form,
        page,
        dates == null ? page.getGroup() : new FieldGroup(List.of(), List.of()),
        dates,
        Window.freshKey(),
        item);
  }

  private Offers offers(CasePage found, CommandForm form, String item, Reader reader) {
    Offers usual = found.offers(household, form.body(), reader);
    return Optional.of(item)
        .filter(Identifiers::isUuid)
        .flatMap(id -> found.view().meeting(MeetingRequestId.of(id)))
        .map(about -> ItemPapers.offers(window, found, form, about, usual))
        .orElse(usual);
  }

  private Optional<DateTable> dates(AgencyId agency, String item, @Nullable TypedForm filled) {
    return Optional.of(item)
        .filter(Identifiers::isUuid)
        .flatMap(id -> window.tools().dates().standing(agency, MeetingRequestId.of(id)))
        .map(
            asked ->
                filled == null
                    ? DateTable.empty(asked, agency, window.now())
                    : DateTable.typed(
                        asked, agency, window.now(), filled.content(), filled.problems()));
  }

  private String page(CasePage found, @Nullable Doing doing, Model model) {
    found.show(model);
    model.addAttribute("items", meetings.of(found.agency(), found.view()));
    model.addAttribute("doing", doing);
    model.addAttribute("asking", CaseMeetings.form(CaseMeetings.REQUEST).orElseThrow());
    return "window/case-meetings";
  }
}
