package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.runtime.site.FieldGroup;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.PageField;
import jp.tsunagu.runtime.site.TypedForm;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that is open on a page.
 *
 * @param form as it is declared, with what was typed
 * @param shown its fields without those that the page fills in
 * @param item which it is about, as one word; empty for the meeting as a whole
 * @param number what people call the case of that item
 * @param attendance in place of fields, where the form is about who came
 * @param before what sending it does
 */
record Doing(
    String path,
    String title,
    FormPage form,
    FieldGroup shown,
    String item,
    String number,
    @Nullable AttendanceTable attendance,
    String before) {

  private static final Set<String> OF_THE_PAGE =
      Set.of("caseId", "requestId", "items", "attendees");
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  /**
   * What the address of the page says about it.
   *
   * @param item as one word; may be empty
   * @param at a day and time to begin with; may be empty
   */
  record Wish(String item, String at) {}

  /** All fields but those the page fills in. */
  static FieldGroup shown(FormPage form) {
    List<PageField> shown =
        form.getFields().stream().filter(field -> !OF_THE_PAGE.contains(field.path())).toList();
    return new FieldGroup(shown, List.of());
  }

  /** A moment as a field takes it. */
  static String typed(Instant moment) {
    return TYPED.format(
        LocalDateTime.ofInstant(moment, TokyoTime.ZONE).truncatedTo(ChronoUnit.MINUTES));
  }

  /** Makes the forms of one meeting. */
  record Maker(Reading reading, Meeting meeting) {

    Doing empty(MeetingForm form, Wish wish) {
      ObjectNode typed = JsonNodeFactory.instance.objectNode();
      String[] ids = PageAddresses.ids(wish.item());
      if (!wish.item().isEmpty()) {
        typed.put("caseId", ids[0]).put("requestId", ids[1]);
      }
      switch (form.path()) {
        case "attendance" -> begins(typed, "heldAt", meeting.startsAt());
        case "candidates" -> proposed(typed);
        case "start" -> begins(typed, "startsAt", wish.at().isEmpty() ? first() : null);
        case "decisions" -> roles(typed, PageAddresses.item(ids[0], ids[1]));
        default -> {}
      }
      if (!wish.at().isEmpty()) {
        typed.put("startsAt", wish.at());
      }
      return made(form, TypedForm.begun(typed), true);
    }

    /** Those that were proposed, else days that fit the body. */
    private void proposed(ObjectNode typed) {
      List<Instant> days =
          meeting.day().candidates().isEmpty()
              ? Outlook.daysToPropose(reading.known(), reading.meetings(), meeting, reading.now())
              : meeting.day().candidates();
      ArrayNode candidates = typed.putArray("candidates");
      days.forEach(day -> candidates.add(typed(day).replace('T', ' ')));
    }

    private @Nullable Instant first() {
      return meeting.day().candidates().stream().findFirst().orElse(null);
    }

    private static void begins(ObjectNode typed, String field, @Nullable Instant at) {
      if (at != null) {
        typed.put(field, typed(at));
      }
    }

    /** Whoever was called stands there to be given a role. */
    private void roles(ObjectNode typed, @Nullable ItemRef item) {
      ArrayNode roles = typed.putArray("roles");
      meeting.entries().stream()
          .filter(entry -> entry.item().equals(item))
          .map(AgendaEntry::invited)
          .flatMap(invited -> invited.stream().sorted())
          .filter(agency -> reading.known().directory().agency(agency).isPresent())
          .forEach(agency -> roles.addObject().put("agency", agency.value()));
    }

    Doing filled(MeetingForm form, TypedForm typed) {
      return made(form, typed, false);
    }

    private Doing made(MeetingForm form, TypedForm filled, boolean fresh) {
      ObjectNode typed = filled.content();
      FormPage page =
          new FormPage(
              form.form(),
              reading.known().directory(),
              typed,
              filled.problems(),
              filled.more(),
              Set.of());
      String caseId = typed.path("caseId").asString("");
      String requestId = typed.path("requestId").asString("");
      ItemRef item = PageAddresses.item(caseId, requestId);
      return new Doing(
          form.path(),
          form.title(),
          page,
          shown(page),
          caseId.isEmpty() ? "" : caseId + "~" + requestId,
          item == null ? "" : PageAddresses.called(reading.numberOf(item.caseId())),
          form.path().equals("attendance") ? attendance(typed, filled.problems(), fresh) : null,
          before(form.path()));
    }

    private AttendanceTable attendance(
        ObjectNode typed, List<FieldProblem> problems, boolean fresh) {
      return fresh
          ? AttendanceTable.empty(reading, meeting)
          : AttendanceTable.typed(reading, meeting, typed, problems);
    }

    private String before(String path) {
      boolean told = meeting.isPublished();
      return switch (path) {
        case "start" -> "日時を決めると、呼ぶ機関に開催通知が出ます。";
        case "candidates" -> "候補を出すと、呼ぶ機関に日程調整が届きます。出し直しても、残った候補への答えはそのままです。";
        case "move" -> told ? "日時を変えると、通知した機関すべてに変更の通知が出ます。" : "まだ通知していないので、変更の通知は出ません。";
        case "cancel" ->
            told
                ? "中止すると、通知した機関すべてに取消しの通知が出ます。議題は次の会議の候補に戻ります。"
                : "まだ通知していないので、取消しの通知は出ません。議題は次の会議の候補に戻ります。";
        case "admissions", "placements" -> told ? "載せると次第の新しい版ができ、変わった機関に通知が出ます。" : "載せると次第案に入ります。";
        case "removals" -> told ? "外すと次第の新しい版ができ、呼んでいた機関に取消しの通知が出ます。" : "外すと次第案から消え、この会議には載りません。";
        case "appointments" -> "市の名で構成員に加え、その機関に開催通知が出ます。";
        case "attendance" -> "記録すると、出席した機関が台帳に残り、年間の数に入ります。あとから直せません。書かなかった機関は欠席になります。";
        case "decisions" ->
            "記録すると、出席した機関に決定が伝わります。役割のない構成員は、この案件から離れます。モニタリング期間を書くと、終わりの前に議題が自動で戻ります。役割を選ばない機関には役割が付きません。";
        case "minutes" -> "手元で会議録を作ったときに、できたことだけを記録します。案件の会議の画面で議題ごとに書いた会議録は、すべてそろうと自動で完成になります。";
        default -> "";
      };
    }
  }
}
