package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestNetwork.DESK;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 申出書, 報告書 and 会議録 of the items that a case brought to meetings, as pages write and show them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MeetingSheetPagesTest {

  private static final String OWN = HIGASHI + "-sample";
  private static final AtomicLong SEQUENCE = new AtomicLong(3);
  private static final Map<String, String> REPORT =
      Map.ofEntries(
          Map.entry("writtenOn", "2026-09-03"),
          Map.entry("author", "東部 山田"),
          Map.entry("heldOn", "2026-09-02"),
          Map.entry("results[0].person", "1"),
          Map.entry("results[0].about", "CARE"),
          Map.entry("results[0].discussed", "髙﨑カナリヤの見守り"));

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow pages;
  private static CaseId caseId;
  private static String own;

  private final MeetingRequestId item = new MeetingRequestId(UUID.randomUUID());

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    pages = new TestWindow(api);
    String sheet =
        location(
            pages.post(OWN, "/agencies/hokatsu-higashi/window/sheet", with(SHEET, "key", key())));
    caseId = CaseId.of(sheet.replaceAll(".*/cases/([0-9a-f-]+).*", "$1"));
    own = "/agencies/hokatsu-higashi/window/cases/" + caseId;
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  private static void tells(Record... events) {
    for (Record event : events) {
      api.network().deliver(HIGASHI, caseId, event);
    }
  }

  private static EventHeader next(AgencyId actor) {
    return TestNetwork.header(caseId, SEQUENCE.incrementAndGet(), actor);
  }

  private void isAskedFor(MeetingRequestId id) {
    tells(
        new MeetingRequested(
            next(HIGASHI),
            id,
            new MeetingWish(
                ConferenceKind.SUPPORT_CONFERENCE, MeetingPurpose.NEW, 60, false, null, null),
            Set.of(new PersonRef(1)),
            HIGASHI,
            Set.of()));
    await().atMost(SOON).until(() -> get("/meetings").contains(write("meeting-application", id)));
  }

  private void isHeld(MeetingRequestId id, LocalDate day) {
    MeetingId meeting = new MeetingId("shien-kaigi." + day);
    Instant starts = TokyoTime.at(day, LocalTime.of(15, 0));
    tells(
        new AgendaPublished(
            next(AgencyId.SCHEDULER),
            id,
            ConferenceKind.SUPPORT_CONFERENCE,
            MeetingPurpose.NEW,
            new MeetingPlace(meeting, 1, starts, 60, DESK, SessionKind.REGULAR, null),
            Set.of(HIGASHI, SHAKYO)),
        new MeetingHeld(
            next(AgencyId.SCHEDULER),
            id,
            meeting,
            ConferenceKind.SUPPORT_CONFERENCE,
            starts,
            SessionKind.REGULAR,
            Set.of(HIGASHI)));
    await().atMost(SOON).until(() -> get("/meetings").contains(write("meeting-report", id)));
  }

  private static String write(String form, MeetingRequestId id) {
    return "/forms/" + form + "/write?item=" + id;
  }

  private static String get(String end) {
    return pages.get(OWN, own + end).body();
  }

  @Test
  void what_can_be_written_of_an_item_is_offered_where_the_item_stands() {
    isAskedFor(item);
    assertThat(get("/meetings"))
        .doesNotContain(write("meeting-advice", item))
        .doesNotContain(write("meeting-minutes", item))
        .doesNotContain(write("meeting-report", item));
    isHeld(item, LocalDate.of(2026, 9, 8));
    assertThat(get("/meetings"))
        .contains(write("meeting-minutes", item))
        .doesNotContain(write("meeting-application", item));
    assertThat(get(write("meeting-report", item)))
        .contains("支援会議 新規 令和8年(2026年)9月8日", "value=\"" + item + "\" selected=\"selected\"")
        .as("who was called is meant to read it")
        .containsPattern("(?s)name=\"readers\" value=\"shakyo\"[^>]*checked")
        .doesNotContain(">" + item + "<");
  }

  @Test
  void what_a_meeting_decided_leads_to_the_form_of_what_is_missing() {
    String gap = own + "/issues?do=record&amp;programme=COORDINATION";
    isAskedFor(item);
    isHeld(item, LocalDate.of(2026, 9, 8));
    assertThat(get("/meetings")).doesNotContain(gap);
    tells(
        new ItemDecided(
            next(AgencyId.SCHEDULER),
            item,
            new MeetingId("shien-kaigi.2026-09-08"),
            ItemOutcome.SUPPORT_POLICY_SET,
            new Agreed(List.of(), List.of())));
    await().atMost(SOON).until(() -> get("/meetings").contains(gap));
    assertThat(get(gap.replace(own, "").replace("&amp;", "&")))
        .contains("value=\"COORDINATION\" selected");
  }

  @Test
  void each_item_has_sheets_of_its_own_that_begin_anew() throws Exception {
    MeetingRequestId other = new MeetingRequestId(UUID.randomUUID());
    isAskedFor(item);
    isHeld(item, LocalDate.of(2026, 9, 8));
    isAskedFor(other);
    isHeld(other, LocalDate.of(2026, 10, 13));
    String first = written(item, "髙﨑カナリヤの見守り");
    assertThat(get(write("meeting-report", item))).contains("髙﨑カナリヤの見守り", "版から始めています");
    assertThat(get(write("meeting-report", other))).doesNotContain("髙﨑カナリヤの見守り", "版から始めています");
    String second = written(other, "𠮷野カナリヤの通院");
    assertThat(get("/forms/meeting-report/" + second))
        .contains("𠮷野カナリヤの通院", "議題: 支援会議 新規 令和8年(2026年)10月13日");
    assertThat(get("/meetings"))
        .contains("/forms/meeting-report/" + first, "/forms/meeting-report/" + second);
    assertThat(
            PdfReading.text(
                pages
                    .paper(
                        OWN,
                        "/agencies/hokatsu-higashi/api/cases/"
                            + caseId
                            + "/forms/meeting-report/"
                            + second
                            + ".pdf")
                    .body()))
        .contains("議題", "10月13日", "𠮷野カナリヤの通院")
        .doesNotContain(other.toString());
  }

  /** The number of the version. */
  private static String written(MeetingRequestId id, String text) {
    Map<String, String> typed =
        with(with(with(REPORT, "results[0].discussed", text), "item", id.toString()), "key", key());
    assertThat(location(pages.post(OWN, own + "/forms/meeting-report/write", typed)))
        .contains("/forms?done=");
    RecordForm told =
        await()
            .atMost(SOON)
            .until(
                () ->
                    api.commands(HIGASHI, caseId).stream()
                        .filter(RecordForm.class::isInstance)
                        .map(RecordForm.class::cast)
                        .filter(command -> id.equals(command.item()))
                        .toList(),
                found -> !found.isEmpty())
            .getLast();
    assertThat(told.form().formId()).isEqualTo("meeting-report");
    return api.get(HIGASHI, "/cases/" + caseId + "/forms")
        .json()
        .path("versions")
        .valueStream()
        .filter(version -> version.path("item").asString("").equals(id.toString()))
        .map(version -> version.path("number").asString(""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_item_that_was_not_chosen_is_asked_for_and_one_that_is_none_is_refused() {
    isAskedFor(item);
    String page =
        pages.post(OWN, own + "/forms/meeting-report/write", with(REPORT, "key", key())).body();
    assertThat(page).contains("か所を直してください", "href=\"#f-item\"");
    assertThat(List.of(page.split("<option"))).anyMatch(each -> each.contains(item.toString()));
    assertThat(
            api.post(
                    HIGASHI,
                    "/cases/" + caseId + "/forms/meeting-report",
                    "{\"writtenOn\": \"2026-09-03\", \"author\": \"支援\", \"item\": \"火曜\"}")
                .body())
        .contains("\"item\"", "FORM_INVALID");
  }
}
