package jp.tsunagu.scheduler.paper.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.runtime.testing.RightEdge;
import jp.tsunagu.scheduler.paper.AgendaPaper;
import jp.tsunagu.scheduler.paper.AttendanceSheetPaper;
import jp.tsunagu.scheduler.paper.CaseNumber;
import jp.tsunagu.scheduler.paper.CaseStanding;
import jp.tsunagu.scheduler.paper.Edition;
import jp.tsunagu.scheduler.paper.ItemSlot;
import jp.tsunagu.scheduler.paper.NoticeOccasion;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper;
import jp.tsunagu.scheduler.paper.ProgressStage;
import jp.tsunagu.scheduler.paper.SamplePapers;
import jp.tsunagu.scheduler.paper.Schedule;
import jp.tsunagu.scheduler.paper.Session;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Papers of meetings with long names, many items and many agencies: every word is on them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NothingIsCutOnPaperTest {

  private static final int ITEMS = 30;
  private static final int AGENCIES = 12;
  private static final float MARGIN = 20f;

  private static final Session SESSION =
      new Session(
          SamplePapers.SUPPORT.meetingId(),
          "見本市重層的支援体制整備事業における支援会議東部地域部会(甲)",
          ConferenceKind.SUPPORT_CONFERENCE,
          "見本市健康福祉部地域共生推進課多機関協働担当窓口(乙)",
          SessionKind.REGULAR);
  private static final Schedule SCHEDULE =
      new Schedule(
          LocalDate.of(2026, 10, 13),
          LocalTime.of(9, 0),
          LocalTime.of(17, 15),
          "見本市役所本庁舎別館三階大会議室東側オンライン併用(丙)");

  /** A paper with every text that must be found on it. */
  private record Sample(String name, Paper paper, List<String> words) {}

  @TestFactory
  Stream<DynamicTest> every_word_of_a_full_paper_is_found_on_it_within_its_edges() {
    return Stream.of(agenda(), notice(), ledger(), attendance())
        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> isWhole(sample)));
  }

  private static void isWhole(Sample sample) throws IOException {
    byte[] pdf = Papers.pdf(sample.paper());
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(folder.resolve("full-" + sample.name() + ".pdf"), pdf);
    String text = String.join("", PdfReading.pages(pdf)).replaceAll("\\s", "");
    assertThat(text).contains(sample.words());
    float width = PdfReading.with(pdf, document -> document.getPage(0).getMediaBox().getWidth());
    assertThat(PdfReading.with(pdf, NothingIsCutOnPaperTest::rightmost)).isLessThan(width - MARGIN);
  }

  private static float rightmost(PDDocument document) {
    try {
      RightEdge reach = new RightEdge();
      reach.getText(document);
      return reach.rightmost();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<String> agencies(String of) {
    return IntStream.rangeClosed(1, AGENCIES)
        .mapToObj(number -> "特定非営利活動法人見本市地域生活支援センター" + of + number + "号館")
        .toList();
  }

  private static CaseNumber number(int item) {
    return new CaseNumber("令和8-%05d-4".formatted(item));
  }

  private static Sample agenda() {
    List<AgendaPaper.Item> items =
        IntStream.rangeClosed(1, ITEMS)
            .mapToObj(
                item ->
                    new AgendaPaper.Item(
                        new ItemSlot(item, LocalTime.of(9, 0).plusMinutes(15L * item), 15),
                        number(item),
                        ConferenceKind.SUPPORT_CONFERENCE,
                        MeetingPurpose.CLOSING_EVALUATION,
                        agencies("求").get(item % AGENCIES),
                        agencies("招"),
                        LocalDate.of(2026, 9, 8)))
            .toList();
    AgendaPaper paper =
        new AgendaPaper(
            List.of(SESSION),
            SCHEDULE,
            Edition.issued(12, SamplePapers.ISSUED),
            new AgendaPaper.OrderOfTheDay(items, List.of()),
            new AgendaPaper.LeftOpen(
                List.of(),
                List.of(),
                List.of(new AgendaPaper.LeftOut(number(99), agencies("外"))),
                0));
    return new Sample(
        "agenda",
        paper,
        Stream.of(
                items.stream().map(item -> item.caseNumber().value()),
                agencies("求").stream(),
                agencies("招").stream(),
                agencies("外").stream(),
                heads())
            .flatMap(words -> words)
            .toList());
  }

  private static Stream<String> heads() {
    return Stream.of(SESSION.body(), SESSION.organiser(), SCHEDULE.room());
  }

  private static Sample notice() {
    String addressee = agencies("宛").getLast();
    NoticePaper paper =
        new NoticePaper(
            new NoticeOccasion.Invited(),
            new NoticePaper.Addressee(new AgencyId("mihon"), addressee),
            SESSION,
            SCHEDULE,
            Edition.issued(12, SamplePapers.ISSUED),
            IntStream.rangeClosed(1, ITEMS)
                .mapToObj(
                    item ->
                        new NoticePaper.Item(
                            number(item),
                            MeetingPurpose.CLOSING_EVALUATION,
                            LocalTime.of(9, 0).plusMinutes(15L * item),
                            15))
                .toList(),
            SamplePapers.ISSUED,
            "見本市健康福祉部地域共生推進課多機関協働担当窓口内線一二三四五六七八九(丁)");
    return new Sample(
        "notice",
        paper,
        Stream.of(
                paper.items().stream().map(item -> item.caseNumber().value()),
                Stream.of(addressee, "内線一二三四五六七八九(丁)"),
                heads())
            .flatMap(words -> words)
            .toList());
  }

  private static Sample ledger() {
    List<ProgressLedgerPaper.Row> rows =
        IntStream.rangeClosed(1, ITEMS)
            .mapToObj(
                row ->
                    new ProgressLedgerPaper.Row(
                        new UUID(7, row),
                        number(row),
                        agencies("役").stream()
                            .map(agency -> new ProgressLedgerPaper.Role(agency, "定期訪問と金銭管理の見守り"))
                            .toList(),
                        agencies("主").subList(0, 2),
                        new CaseStanding(
                            new ProgressLedgerPaper.LastMeeting(
                                LocalDate.of(2026, 10, 13), ConferenceKind.PLAN_CONFERENCE),
                            new MonitoringPeriod(
                                LocalDate.of(2026, 10, 13), LocalDate.of(2026, 12, 28)),
                            LocalDate.of(2026, 12, 28),
                            ProgressStage.MONITORING,
                            12)))
            .toList();
    return new Sample(
        "ledger",
        new ProgressLedgerPaper(
            SESSION.organiser(), LocalDate.of(2026, 10, 20), SamplePapers.ISSUED, rows),
        Stream.of(
                rows.stream().map(row -> row.caseNumber().value()),
                agencies("役").stream().map(agency -> agency + ":定期訪問と金銭管理の見守り"),
                agencies("主").stream().limit(2),
                Stream.of(SESSION.organiser()))
            .flatMap(words -> words)
            .toList());
  }

  private static Sample attendance() {
    return new Sample(
        "attendance",
        new AttendanceSheetPaper(
            SESSION,
            SCHEDULE,
            SamplePapers.ISSUED,
            Stream.concat(agencies("出").stream(), agencies("席").stream())
                .map(
                    agency ->
                        new AttendanceSheetPaper.Row(agency, AttendanceAnswer.WRITTEN_OPINION))
                .toList()),
        Stream.of(agencies("出").stream(), agencies("席").stream(), heads())
            .flatMap(words -> words)
            .toList());
  }
}
