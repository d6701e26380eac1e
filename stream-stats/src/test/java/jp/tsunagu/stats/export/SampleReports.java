package jp.tsunagu.stats.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.report.Explanation;
import jp.tsunagu.stats.report.FlowReport;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.report.LiveReports;
import jp.tsunagu.stats.report.Report;
import jp.tsunagu.stats.report.TableReports;
import jp.tsunagu.stats.report.TimesReport;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountingRules;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.table.GapRegister;
import jp.tsunagu.stats.table.MeetingTable;
import jp.tsunagu.stats.table.ProgrammeTable;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.Town;

/** Every report of a small town whose agencies have names that are hard to write. */
final class SampleReports {

  private static final AgencyId DESK = new AgencyId("desk");
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 3, 31);
  private static final CountingRules RULES =
      new CountingRules(
          Set.of(DESK),
          FieldsCounted.AT_RECEPTION,
          ReopenedAs.REOPENED,
          Set.of(DESK),
          Map.of(new AgencyId("shogai"), Set.of(Programme.COMPREHENSIVE_SUPPORT)),
          Map.of(new AgencyId("shogai"), StatisticsField.DISABILITY),
          Set.of());

  private SampleReports() {}

  static List<Report> all() {
    CaseStory[] stories = {joint(), declined(), alone()};
    List<CaseFacts> facts = Stream.of(stories).map(CaseStory::facts).toList();
    return Stream.concat(live(Figures.of(stories), facts), tables(facts)).toList();
  }

  private static Stream<Report> live(Figures figures, List<CaseFacts> facts) {
    Labels labels = new Labels(directory());
    var all = figures.buckets();
    return Stream.of(
        LiveReports.caseload(all, labels),
        LiveReports.answers(all, labels),
        LiveReports.outcomes(all, labels),
        FlowReport.of(all, LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 20), labels),
        TimesReport.of(all, TimesReport.By.PAIR, labels, _ -> true),
        Explanation.of(facts, Town.RULES, _ -> true, Measure.ACCEPTANCE));
  }

  private static Stream<Report> tables(List<CaseFacts> facts) {
    FiscalYear year = new FiscalYear(2026);
    Instant now = CaseStory.tokyo("2026-12-01T00:00");
    ConsultationTable consultations = ConsultationTable.of(facts, RULES, year, now);
    List<MeetingTable> meetings =
        Stream.of(ConferenceKind.values())
            .map(kind -> MeetingTable.of(facts, RULES, kind, FIRST, LAST))
            .toList();
    return Stream.of(
        TableReports.consultations(consultations, RULES),
        TableReports.consultationCases(consultations),
        TableReports.programmes(ProgrammeTable.of(facts, RULES, year), new Labels(directory())),
        TableReports.meetings(meetings),
        TableReports.meetingDays(meetings),
        TableReports.gaps(GapRegister.of(facts, FIRST, LAST), new Labels(directory())));
  }

  private static CaseStory joint() {
    return new CaseStory(1)
        .at("2026-09-07T10:00")
        .received("desk", "chubu", ReceptionKind.NEW, "WELFARE", Field.POVERTY, Field.DISABILITY)
        .sent(1, "desk", "shogai")
        .arrived(1)
        .at("2026-09-09T16:20")
        .accepted(1)
        .at("2026-09-15T14:00")
        .held(
            "shien.2026-09-15",
            ConferenceKind.SUPPORT_CONFERENCE,
            SessionKind.EXTRA,
            "desk",
            "shogai")
        .lacking("NIGHT_TRANSPORT");
  }

  private static CaseStory declined() {
    return new CaseStory(2)
        .at("2026-09-08T09:00")
        .received("hokatsu", "chubu", Field.ELDERLY_CARE)
        .sent(1, "hokatsu", "shogai")
        .at("2026-09-10T11:30")
        .declined(1, "NO_CAPACITY")
        .sent(2, "hokatsu", "desk")
        .arrived(2);
  }

  private static CaseStory alone() {
    return new CaseStory(3)
        .at("2026-03-30T09:00")
        .received("desk", "chubu", Field.CHILDREN)
        .coordinationRequested("desk", "desk", false)
        .coordinationAccepted()
        .at("2026-09-18T17:00")
        .coordinationClosed()
        .supportEnded();
  }

  private static NetworkDirectory directory() {
    return NetworkDirectory.EMPTY.with(
        List.of(
            settings(),
            agency("desk", "総合相談窓口"),
            agency("hokatsu", "髙松町地域包括支援センター、北"),
            agency("shogai", "𠮷田・\"はばたき\",相談所")));
  }

  private static Agency agency(String id, String name) {
    return new Agency(
        new AgencyId(id),
        name,
        AgencyKind.OTHER,
        StatisticsField.OTHER,
        Participation.values()[0],
        Set.of(),
        id.equals("desk"),
        null);
  }

  private static NetworkSettings settings() {
    return new NetworkSettings(
        new NetworkId("town"),
        "試験の町",
        3,
        DESK,
        List.of(new Area(new AreaId("chubu"), "中部")),
        List.of(new Reason("NO_CAPACITY", "受入枠なし", false)),
        List.of(),
        List.of(new Reason("WELFARE", "民生委員 9時〜17時", false)),
        List.of(),
        List.of(),
        new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }
}
