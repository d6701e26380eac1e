package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.Presence;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.scheduler.web.MeetingForm.Making;
import org.jspecify.annotations.Nullable;

/** Everything the desk and organisers can fill in. */
final class MeetingForms {

  private static final int MOST = 100;
  private static final int MOST_CANDIDATES = 20;

  static final FormField<String> BODY =
      FormField.listed("body", "会議体", MeetingForms::bodies).must();
  private static final FormField<SessionKind> SESSION =
      FormField.oneOf("session", Heading.SESSION.label(), Choice.known(SessionKind.class)).must();
  private static final FormField<Instant> OPEN_START =
      FormField.moment("startsAt", "開始日時", Plausible.PLANNED)
          .hint("startsAt か candidates のどちらかが要ります。");
  private static final FormField<Integer> MINUTES = FormField.whole("minutes", "時間(分)", 1, 1_440);
  private static final FormField<List<Instant>> OPEN_CANDIDATES =
      FormField.moments("candidates", "候補日時", MOST_CANDIDATES, Plausible.PLANNED)
          .hint("一行に一つ、開庁日の日時を書いてください。例: 2026-11-21 15:00");
  private static final FormField<UUID> CASE = FormField.uuid("caseId", "案件ID").must();
  private static final FormField<UUID> REQUEST = FormField.uuid("requestId", "議題番号").must();
  private static final FormField<List<Filled>> ITEMS =
      FormField.rows("items", Form.of("meeting-item", "議題", CASE, REQUEST), MOST);

  private static final FormField<UninvitedChoice> UNINVITED =
      FormField.oneOf("uninvited", "招かれない機関の扱い", Choice.known(UninvitedChoice.class))
          .hint("議題に名前のある機関のうち、構成員でないため招かれない機関があるときに要ります。");

  private static final FormField<List<Instant>> CANDIDATES = OPEN_CANDIDATES.must();
  private static final FormField<Instant> STARTS_AT =
      FormField.moment("startsAt", "開始日時", Plausible.PLANNED).must();
  private static final FormField<Instant> CLOSING =
      FormField.moment("closing", "受付締切", Plausible.PLANNED).must();
  private static final FormField<String> REASON =
      FormField.reason(
              "reason",
              Heading.REASON.label(),
              directory -> directory.reasons(CodeList.LATE_REASONS))
          .must();
  private static final FormField<Integer> POSITION =
      FormField.whole("position", "順番", 1, MOST).hint("空なら最後に載せます。");

  private static final FormField<Instant> HELD_AT =
      FormField.moment("heldAt", "開催日時", Plausible.HAPPENED).must();
  private static final FormField<AgencyId> WHO = FormField.everAgency("agency", "機関").must();
  static final FormField<Presence> PRESENCE =
      FormField.oneOf("presence", "出欠", Choice.known(Presence.class)).must();
  static final FormField<String> WHY_ABSENT =
      FormField.reason(
          "reason",
          Heading.REASON.label(),
          directory -> directory.reasons(CodeList.ABSENCE_REASONS));
  private static final FormField<List<Filled>> SAT_AT =
      ITEMS.labelled("出席した議題").hint("空なら、その機関が招かれた議題すべてです。");
  private static final FormField<List<Filled>> ATTENDEES =
      FormField.rows(
          "attendees",
          Form.of("meeting-attendee", "出席機関", WHO, PRESENCE, WHY_ABSENT, SAT_AT),
          MOST);

  private static final FormField<Set<AgencyId>> MEMBERS =
      FormField.agencies("agencies", "構成員に加える機関");

  private static final FormField<ItemOutcome> OUTCOME =
      FormField.oneOf("outcome", "決定", Choice.known(ItemOutcome.class)).must();
  private static final FormField<String> ROLE =
      FormField.reason("role", "役割", directory -> directory.reasons(CodeList.ROLES)).must();
  private static final FormField<List<Filled>> ROLES =
      FormField.rows("roles", Form.of("meeting-role", "役割分担", WHO, ROLE), MOST);
  private static final FormField<PersonRef> LEAD_PERSON =
      FormField.person("person", "世帯員(空なら世帯全体)");
  private static final FormField<List<Filled>> LEADS =
      FormField.rows("leads", Form.of("meeting-lead", "主担当", LEAD_PERSON, WHO), MOST);
  private static final FormField<Set<SideKind>> NEEDED =
      FormField.someOf("needed", "必要と判断した支援", Choice.known(SideKind.class))
          .hint("参加支援は、重層的支援会議が必要と判断してから始められます。");
  private static final FormField<LocalDate> FROM =
      FormField.day("from", "最初の日", Plausible.PLANNED).must();
  private static final FormField<LocalDate> UNTIL =
      FormField.day("until", "最後の日", Plausible.PLANNED).must();
  private static final FormField<Filled> MONITORING =
      FormField.group("monitoring", Form.of("meeting-monitoring", "モニタリング期間", FROM, UNTIL));
  private static final FormField<String> CODE =
      FormField.reason("code", "社会資源", directory -> directory.reasons(CodeList.MISSING_RESOURCES))
          .must();
  private static final FormField<List<Filled>> MISSING =
      FormField.rows(
          "missingResources",
          Form.of("meeting-missing", Heading.MISSING_RESOURCE.label(), CODE),
          MOST);

  /** Calls a meeting of a body. */
  static final Form CALL =
      Form.of(
          "meeting-call",
          "臨時・緊急・事案ごとの会議を開く",
          BODY,
          SESSION,
          OPEN_START,
          MINUTES,
          OPEN_CANDIDATES,
          ITEMS,
          UNINVITED);

  /** About a meeting there is. */
  static final List<MeetingForm> ALL =
      List.of(
          MeetingForm.of(
              "candidates",
              "候補日時を出す",
              MeetingEvent.DatesProposed.class,
              on -> new MeetingCommand.ProposeDates(on.header(), on.meeting(), on.must(CANDIDATES)),
              CANDIDATES),
          MeetingForm.of(
                  "start",
                  "日時を決める",
                  MeetingEvent.StartChosen.class,
                  on ->
                      new MeetingCommand.ChooseStart(
                          on.header(),
                          on.meeting(),
                          on.must(STARTS_AT),
                          on.filled().get(UNINVITED)),
                  STARTS_AT,
                  UNINVITED)
              .saying("候補から、または窓口が決める規則の日を"),
          MeetingForm.of(
                  "closing",
                  "受付締切を決める",
                  MeetingEvent.ClosingChosen.class,
                  on ->
                      new MeetingCommand.ChooseClosing(on.header(), on.meeting(), on.must(CLOSING)),
                  CLOSING)
              .saying("締切の規則が窓口に尋ねるとき"),
          MeetingForm.of(
              "move",
              "日時を変える",
              MeetingEvent.MeetingMoved.class,
              on -> new MeetingCommand.MoveMeeting(on.header(), on.meeting(), on.must(STARTS_AT)),
              STARTS_AT),
          MeetingForm.of(
              "cancel",
              "中止する",
              MeetingEvent.MeetingCancelled.class,
              on -> new MeetingCommand.CancelMeeting(on.header(), on.meeting())),
          MeetingForm.of(
              "admissions",
              "締切後の相談を理由を付けて入れる(原則の例外)",
              MeetingEvent.RequestAdmitted.class,
              on ->
                  new MeetingCommand.AdmitRequest(
                      on.header(),
                      on.meeting(),
                      item(on.filled()),
                      on.must(REASON),
                      on.filled().get(UNINVITED)),
              CASE,
              REQUEST,
              REASON,
              UNINVITED),
          MeetingForm.of(
              "placements",
              "議題を手で載せる",
              MeetingEvent.RequestPlaced.class,
              on ->
                  new MeetingCommand.PlaceRequest(
                      on.header(),
                      on.meeting(),
                      item(on.filled()),
                      on.must(REASON),
                      on.filled().get(POSITION),
                      on.filled().get(UNINVITED)),
              CASE,
              REQUEST,
              REASON,
              POSITION,
              UNINVITED),
          MeetingForm.of(
                  "appointments",
                  "議題に名前のある機関を構成員に加えて招く",
                  MeetingEvent.MembersNamed.class,
                  on ->
                      new MeetingCommand.AppointMembers(
                          on.header(),
                          on.meeting(),
                          item(on.filled()),
                          on.filled().or(MEMBERS, Set.of())),
                  CASE,
                  REQUEST,
                  MEMBERS)
              .saying("支援会議の議題だけ。agencies が空なら、まだ招かれていない機関すべて"),
          MeetingForm.of(
              "removals",
              "議題を外す",
              MeetingEvent.RequestTakenOff.class,
              on ->
                  new MeetingCommand.TakeOffRequest(
                      on.header(), on.meeting(), item(on.filled()), on.must(REASON)),
              CASE,
              REQUEST,
              REASON),
          MeetingForm.of(
              "attendance",
              "開催と出欠を記録する",
              MeetingEvent.ConferenceHeld.class,
              MeetingForms::attendance,
              HELD_AT,
              ATTENDEES),
          MeetingForm.of(
              "decisions",
              "議題ごとの決定を記録する",
              MeetingEvent.ItemSettled.class,
              MeetingForms::settled,
              CASE,
              REQUEST,
              OUTCOME,
              ROLES,
              LEADS,
              NEEDED,
              MONITORING,
              MISSING),
          MeetingForm.of(
                  "minutes",
                  "会議録の完成を記録する",
                  MeetingEvent.MinutesCompleted.class,
                  on -> new MeetingCommand.CompleteMinutes(on.header(), on.meeting()))
              .saying("手元で作った会議録だけ。案件の様式として書いた会議録は、議題がそろうと自動で完成になる"));

  private MeetingForms() {}

  /** The form of this name. */
  static Optional<MeetingForm> of(String path) {
    return ALL.stream().filter(form -> form.path().equals(path)).findFirst();
  }

  private static List<Coded> bodies(NetworkDirectory directory) {
    return directory.meetingBodies().stream()
        .map(body -> new Coded(body.bodyId().value(), body.name()))
        .toList();
  }

  /** A meeting is called for the day it starts or could first start on. */
  static MeetingCommand called(MeetingCommandHeader header, Filled form) {
    Instant startsAt = form.get(OPEN_START);
    List<Instant> candidates = startsAt == null ? form.or(OPEN_CANDIDATES, List.of()) : List.of();
    Instant first =
        startsAt != null ? startsAt : candidates.stream().findFirst().orElse(header.enteredAt());
    return new MeetingCommand.CallMeeting(
        header,
        form.must(SESSION),
        TokyoTime.dateOf(first),
        startsAt,
        form.get(MINUTES),
        candidates,
        form.or(ITEMS, List.of()).stream().map(MeetingForms::item).toList(),
        form.get(UNINVITED));
  }

  private static ItemRef item(Filled form) {
    return new ItemRef(new CaseId(form.must(CASE)), new MeetingRequestId(form.must(REQUEST)));
  }

  private static MeetingCommand attendance(Making on) {
    List<Attendee> attendees =
        on.filled().or(ATTENDEES, List.of()).stream().map(MeetingForms::attendee).toList();
    return new MeetingCommand.RecordAttendance(
        on.header(), on.meeting(), on.must(HELD_AT), attendees);
  }

  private static Attendee attendee(Filled row) {
    return new Attendee(
        row.must(WHO),
        row.must(PRESENCE),
        row.get(WHY_ABSENT),
        row.or(SAT_AT, List.of()).stream().map(MeetingForms::item).toList());
  }

  private static MeetingCommand settled(Making on) {
    Filled form = on.filled();
    return new MeetingCommand.SettleItem(
        on.header(),
        on.meeting(),
        item(form),
        form.must(OUTCOME),
        agreed(form),
        monitoring(form.get(MONITORING)),
        form.or(MISSING, List.of()).stream().map(row -> row.must(CODE)).toList());
  }

  private static Agreed agreed(Filled form) {
    return new Agreed(
        form.or(ROLES, List.of()).stream()
            .map(row -> new AgencyRole(row.must(WHO), row.must(ROLE)))
            .toList(),
        form.or(LEADS, List.of()).stream().map(MeetingForms::lead).toList(),
        form.or(NEEDED, Set.of()));
  }

  private static Lead lead(Filled row) {
    return new Lead(row.get(LEAD_PERSON), row.must(WHO));
  }

  private static @Nullable MonitoringPeriod monitoring(@Nullable Filled period) {
    return period == null ? null : new MonitoringPeriod(period.must(FROM), period.must(UNTIL));
  }
}
