package jp.tsunagu.connector.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingNotice.Standing;
import jp.tsunagu.connector.record.MeetingRecords.Wanted;
import jp.tsunagu.connector.view.MeetingView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case brought to meetings, as an agency knows it, and what it can do about each now. */
@Component
class CaseMeetings {

  static final String REQUEST = "request-meeting";

  static final String DATES = "dates";

  private static final String ANSWER = "attendance";
  private static final String REPORT = "meeting-report";
  private static final String WITHDRAW = "withdraw-meeting-request";
  private static final int MOST = 100;

  private final Window window;
  private final ItemSheets sheets;

  CaseMeetings(Window window, ItemSheets sheets) {
    this.sheets = sheets;
    this.window = window;
  }

  /** An answer to a notice. */
  record Answered(String agency, String answer, String reason) {}

  /**
   * Whether a notice holds.
   *
   * @param because why it does not, or what was decided; may be empty
   */
  record Held(String label, String because, boolean isDecided) {}

  /**
   * A notice as a person reads it.
   *
   * @param answerBy until when an answer is awaited; null where none is
   */
  record Notice(
      String day,
      String time,
      String body,
      String room,
      Held held,
      @Nullable Instant answerBy,
      List<Answered> answers) {

    /** Keeps an unmodifiable copy. */
    Notice {
      answers = List.copyOf(answers);
    }
  }

  /**
   * On which days it could be dealt with (日程調整).
   *
   * @param awaits whether this agency has still to answer
   * @param days in words
   * @param rows who answered what, as far as this agency is told
   */
  record Asked(boolean awaits, List<String> days, List<Said> rows) {

    /** Keeps unmodifiable copies. */
    Asked {
      days = List.copyOf(days);
      rows = List.copyOf(rows);
    }
  }

  /** What an agency says to each candidate, as its sign; empty where it did not answer. */
  record Said(String agency, List<String> signs) {

    /** Keeps an unmodifiable copy. */
    Said {
      signs = List.copyOf(signs);
    }
  }

  /**
   * What is written about an item, and what is handed out for it.
   *
   * @param areToComeBack whether this agency waits for copies that others have
   */
  record Documents(
      List<ItemSheets.Sheet> sheets, List<ItemPapers.Paper> papers, boolean areToComeBack) {

    /** Keeps unmodifiable copies. */
    Documents {
      sheets = List.copyOf(sheets);
      papers = List.copyOf(papers);
    }
  }

  /** One thing that was asked for, with its notices, the latest first, and what can be done. */
  record Item(
      MeetingRequestId id,
      String what,
      String askedBy,
      @Nullable Instant askedAt,
      List<Notice> notices,
      @Nullable Asked dates,
      Documents documents,
      List<CommandForm> steps) {

    /** Keeps unmodifiable copies. */
    Item {
      notices = List.copyOf(notices);
      steps = List.copyOf(steps);
    }

    /** Whether a meeting decided about it. */
    public boolean isDecided() {
      return notices.stream().anyMatch(notice -> notice.held().isDecided());
    }
  }

  /** Everything of a case, the latest first. */
  List<Item> of(AgencyId agency, CaseView found) {
    Map<MeetingRequestId, List<MeetingNotice>> notices = new LinkedHashMap<>();
    Map<MeetingRequestId, MeetingItem> asked = new LinkedHashMap<>();
    for (MeetingItem item : found.state().map(CaseState::meetings).orElse(List.of())) {
      asked.put(item.requestId(), item);
      notices.put(item.requestId(), List.of());
    }
    Map<MeetingRequestId, AskedDates> dates = new LinkedHashMap<>();
    for (AskedDates question : window.tools().dates().openOf(agency, found.caseId())) {
      dates.put(question.item().requestId(), question);
      notices.putIfAbsent(question.item().requestId(), List.of());
    }
    Wanted all = new Wanted(Instant.EPOCH, found.caseId(), null, MOST);
    for (MeetingNotice notice : window.tools().meetings().notices(agency, all)) {
      notices.merge(
          notice.item().requestId(),
          List.of(notice),
          (before, one) -> Stream.concat(one.stream(), before.stream()).toList());
    }
    ItemSheets.Held held = sheets.held(agency, found);
    return notices.entrySet().stream()
        .map(
            each ->
                item(
                    held,
                    each.getKey(),
                    asked.get(each.getKey()),
                    each.getValue(),
                    dates.get(each.getKey())))
        .toList()
        .reversed();
  }

  private Item item(
      ItemSheets.Held held,
      MeetingRequestId id,
      @Nullable MeetingItem asked,
      List<MeetingNotice> notices,
      @Nullable AskedDates dates) {
    AgencyId agency = held.agency();
    String what =
        asked != null
            ? asked.conference().label() + " " + asked.purpose().label()
            : notices.stream()
                .findFirst()
                .map(
                    notice ->
                        notice.item().conference().label() + " " + notice.item().purpose().label())
                .or(
                    () ->
                        Optional.ofNullable(dates)
                            .map(
                                each ->
                                    each.item().conference().label()
                                        + " "
                                        + each.item().purpose().label()))
                .orElse("");
    return new Item(
        id,
        what,
        asked == null ? "" : window.nameOf(asked.requestedBy()),
        asked == null ? null : asked.request().requestedAt(),
        notices.stream().map(notice -> notice(agency, notice)).toList(),
        dates == null ? null : asked(agency, dates),
        documents(held, id, asked),
        Stream.concat(steps(agency, asked, notices, dates).stream(), papers(held, asked, notices))
            .toList());
  }

  private Documents documents(
      ItemSheets.Held held, MeetingRequestId id, @Nullable MeetingItem asked) {
    AgencyId agency = held.agency();
    return new Documents(
        sheets.of(held, id, asked),
        ItemPapers.of(window, agency, held.view(), id),
        asked != null
            && sheets.runs(agency, held.view(), asked)
            && !ItemPapers.out(window, agency, held.view(), id).isEmpty());
  }

  private Asked asked(AgencyId agency, AskedDates dates) {
    LocalDate today = TokyoTime.dateOf(window.now());
    boolean organises = dates.item().organiser().equals(agency) || !dates.asked().contains(agency);
    return new Asked(
        dates.awaits(agency),
        dates.candidates().stream().map(each -> DateWords.momentNear(each, today)).toList(),
        dates.asked().stream()
            .sorted()
            .filter(each -> organises || dates.replies().containsKey(each))
            .map(each -> said(dates, each))
            .toList());
  }

  private Said said(AskedDates dates, AgencyId agency) {
    Map<Instant, DateAnswer> replies = dates.repliesOf(agency);
    return new Said(
        window.nameOf(agency),
        dates.candidates().stream()
            .map(each -> Optional.ofNullable(replies.get(each)).map(DateAnswer::label).orElse(""))
            .toList());
  }

  Notice notice(AgencyId agency, MeetingNotice notice) {
    MeetingView view = MeetingView.of(notice, agency, window.directory());
    return new Notice(
        DateWords.dayNear(view.slot().date(), TokyoTime.dateOf(window.now())),
        view.slot().begins() + "〜" + view.slot().ends(),
        view.item().bodyName(),
        view.slot().room() == null ? "" : view.slot().room(),
        new Held(
            view.standing().state().label(),
            because(view),
            notice.standing() instanceof Standing.Decided),
        view.answers().answerNeeded() ? view.answers().answerBy() : null,
        view.answers().answers().stream()
            .map(
                each ->
                    new Answered(
                        window.nameOf(each.agency()),
                        each.answer().label(),
                        each.reason() == null ? "" : each.reason().label()))
            .toList());
  }

  private static String because(MeetingView view) {
    MeetingView.StandingView standing = view.standing();
    if (standing.because() != null) {
      return standing.because().label();
    }
    return standing.outcome() == null ? "" : standing.outcome().label();
  }

  private List<CommandForm> steps(
      AgencyId agency,
      @Nullable MeetingItem asked,
      List<MeetingNotice> notices,
      @Nullable AskedDates dates) {
    boolean announced =
        notices.stream()
            .anyMatch(notice -> isAnnounced(notice) && notice.invited().contains(agency));
    boolean over = notices.stream().anyMatch(CaseMeetings::hasTakenPlace);
    boolean reported = notices.stream().anyMatch(notice -> notice.reportFiledAt().isPresent());
    boolean own = asked != null && asked.requestedBy().equals(agency);
    return Stream.of(
            dates != null && dates.asked().contains(agency) ? DATES : "",
            announced ? ANSWER : "",
            over && !reported ? REPORT : "",
            own && !over ? WITHDRAW : "")
        .filter(Predicate.not(String::isEmpty))
        .flatMap(name -> CommandForms.find(name).stream())
        .toList();
  }

  /** Whoever runs a meeting that was announced hands papers out. */
  private Stream<CommandForm> papers(
      ItemSheets.Held held, @Nullable MeetingItem asked, List<MeetingNotice> notices) {
    boolean runs =
        asked != null && sheets.runs(held.agency(), held.view(), asked) && !notices.isEmpty();
    return runs ? CommandForms.find(ItemPapers.HAND_OUT).stream() : Stream.empty();
  }

  private static boolean isAnnounced(MeetingNotice notice) {
    return notice.standing() instanceof Standing.Announced;
  }

  private static boolean hasTakenPlace(MeetingNotice notice) {
    return notice.standing() instanceof Standing.Held
        || notice.standing() instanceof Standing.Decided;
  }

  /** A form that is about meetings of a case. */
  static Optional<CommandForm> form(String name) {
    return Stream.of(REQUEST, DATES, ANSWER, REPORT, WITHDRAW, ItemPapers.HAND_OUT, ItemPapers.OPEN)
        .filter(name::equals)
        .flatMap(known -> CommandForms.find(known).stream())
        .findFirst();
  }
}
