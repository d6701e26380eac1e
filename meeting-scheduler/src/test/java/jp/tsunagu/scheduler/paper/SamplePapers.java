package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.scheduler.paper.NoticePaper.Addressee;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.LastMeeting;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.Role;

/** The papers of 2026-10-13, the 2nd Tuesday, shared by two bodies. */
public final class SamplePapers {

  public static final Instant ISSUED = Instant.parse("2026-09-29T00:30:00Z");
  public static final Schedule SCHEDULE =
      new Schedule(
          LocalDate.of(2026, 10, 13), LocalTime.of(15, 0), LocalTime.of(17, 15), "市役所第3会議室");
  public static final Session SUPPORT =
      new Session(
          new MeetingId("shien-kaigi.2026-10-13"),
          "結市支援会議",
          ConferenceKind.SUPPORT_CONFERENCE,
          "地域共生推進課",
          SessionKind.EXTRA);
  public static final Session PLAN =
      new Session(
          new MeetingId("juso-kaigi.2026-10-13"),
          "結市重層的支援会議",
          ConferenceKind.PLAN_CONFERENCE,
          "結市社会福祉協議会",
          SessionKind.REGULAR);
  public static final CaseNumber CASE = new CaseNumber("0199a1b2-0000-7000-8000-0000000000a1");
  private static final LocalDate LAST = LocalDate.of(2026, 9, 8);

  private SamplePapers() {}

  public static AgendaPaper agenda() {
    return agenda(
        List.of(
            item(1, "東部地域包括支援センター", List.of("地域共生推進課", "東部地域包括支援センター", "保健所")),
            item(2, "結市社会福祉協議会", List.of("障害者基幹相談支援センター"))));
  }

  /** Many items, each with an agency whose name is too long for its column. */
  public static AgendaPaper longAgenda(int items) {
    String name = "社会福祉法人𠮷野会髙﨑地域生活支援センターリヒト指定一般・特定相談支援事業所ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return agenda(
        IntStream.rangeClosed(1, items)
            .mapToObj(n -> item(n, name, List.of(name, "保健所")))
            .toList());
  }

  public static AgendaPaper agenda(List<AgendaPaper.Item> items) {
    return agenda(items, 0);
  }

  public static AgendaPaper agenda(List<AgendaPaper.Item> items, int heldCases) {
    return new AgendaPaper(
        List.of(SUPPORT, PLAN),
        SCHEDULE,
        Edition.issued(2, ISSUED),
        new AgendaPaper.OrderOfTheDay(
            items, List.of(new AgendaPaper.Pause(LocalTime.of(16, 0), 10))),
        new AgendaPaper.LeftOpen(
            List.of(
                new AgendaPaper.NotPlaced(
                    new CaseNumber("0199a1b2-0000-7000-8000-0000000000b2"),
                    ConferenceKind.SUPPORT_CONFERENCE,
                    CarryReason.AFTER_CLOSING,
                    LocalDate.of(2026, 11, 10)),
                new AgendaPaper.NotPlaced(
                    new CaseNumber("0199a1b2-0000-7000-8000-0000000000b3"),
                    ConferenceKind.PLAN_CONFERENCE,
                    CarryReason.NO_ROOM,
                    null)),
            List.of(
                new AgendaPaper.Conflict(
                    "保健所", LocalTime.of(15, 0), LocalTime.of(15, 30), "支援調整会議")),
            List.of(new AgendaPaper.LeftOut(CASE, List.of("結市ガス", "保健所"))),
            heldCases));
  }

  private static AgendaPaper.Item item(int number, String requestedBy, List<String> invited) {
    return new AgendaPaper.Item(
        new ItemSlot(number, LocalTime.of(15, 0).plusMinutes(number), 60),
        CASE,
        number % 2 == 1 ? ConferenceKind.SUPPORT_CONFERENCE : ConferenceKind.PLAN_CONFERENCE,
        number % 2 == 1 ? MeetingPurpose.NEW : MeetingPurpose.MONITORING,
        requestedBy,
        invited,
        number % 2 == 1 ? null : LAST);
  }

  public static NoticePaper invitation() {
    return notice(new NoticeOccasion.Invited(), SUPPORT);
  }

  public static NoticePaper change() {
    Schedule before =
        new Schedule(
            LocalDate.of(2026, 10, 6), LocalTime.of(10, 0), LocalTime.of(11, 0), "市役所第1会議室");
    return notice(new NoticeOccasion.Changed(before), PLAN);
  }

  public static NoticePaper cancellation() {
    return notice(new NoticeOccasion.Cancelled(NoticeEnd.CONSENT_COMPLETE), SUPPORT);
  }

  public static NoticePaper notice(NoticeOccasion occasion, Session session) {
    return new NoticePaper(
        occasion,
        new Addressee(new AgencyId("hokatsu-higashi"), "東部地域包括支援センター"),
        session,
        SCHEDULE,
        Edition.issued(2, ISSUED),
        List.of(new NoticePaper.Item(CASE, MeetingPurpose.NEW, LocalTime.of(15, 0), 60)),
        Instant.parse("2026-10-06T08:15:00Z"),
        "地域共生推進課の窓口");
  }

  public static ProgressLedgerPaper ledger() {
    return new ProgressLedgerPaper(
        "福祉総合相談窓口",
        LocalDate.of(2026, 10, 20),
        ISSUED,
        List.of(
            new ProgressLedgerPaper.Row(
                UUID.fromString("0199a1b2-0000-7000-8000-0000000000a1"),
                CASE,
                List.of(new Role("結市社会福祉協議会", "訪問"), new Role("保健所", "医療面の助言")),
                List.of("東部地域包括支援センター"),
                new CaseStanding(
                    new LastMeeting(LocalDate.of(2026, 10, 13), ConferenceKind.SUPPORT_CONFERENCE),
                    new MonitoringPeriod(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 12, 8)),
                    LocalDate.of(2026, 12, 8),
                    ProgressStage.MONITORING,
                    1)),
            new ProgressLedgerPaper.Row(
                UUID.fromString("0199a1b2-0000-7000-8000-0000000000a1"),
                new CaseNumber("0199a1b2-0000-7000-8000-0000000000b2"),
                List.of(),
                List.of(),
                new CaseStanding(null, null, null, ProgressStage.SCREENING, 0))));
  }

  public static AttendanceSheetPaper attendance() {
    return new AttendanceSheetPaper(
        SUPPORT,
        SCHEDULE,
        ISSUED,
        List.of(
            new AttendanceSheetPaper.Row("保健所", AttendanceAnswer.PROXY),
            new AttendanceSheetPaper.Row("東部地域包括支援センター", null)));
  }

  public static PostListPaper letters() {
    return new PostListPaper("地域共生推進課", ISSUED, List.of(PostListPaper.Letter.with(invitation())));
  }

  /** One of each. */
  public static List<Paper> all() {
    return List.of(
        agenda(),
        agenda(List.of()),
        invitation(),
        change(),
        cancellation(),
        ledger(),
        attendance(),
        letters());
  }
}
