package jp.tsunagu.scheduler.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.TimeZone;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.scheduler.paper.NoticePaper;
import jp.tsunagu.scheduler.paper.SamplePapers;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Read back with a library of other people. */
@ResourceLock(Resources.TIME_ZONE)
class CalendarFileTest {

  private static final NetworkId NETWORK = new NetworkId("kokubunji");
  private static final CalendarParty ORGANISER =
      CalendarParty.byMail("地域共生推進課", "meetings@city.example");

  private static Invitation invitation(NoticePaper notice) {
    CalendarParty addressee =
        CalendarParty.byMail(notice.addressee().name(), "higashi@hokatsu.example");
    return Invitation.of(notice, NETWORK, ORGANISER, addressee);
  }

  @Test
  void a_request_shows_three_to_a_quarter_past_five_in_Tokyo() throws Exception {
    Calendar calendar = read(CalendarFile.request(invitation(SamplePapers.invitation())));
    VEvent event = event(calendar);

    assertThat(value(calendar, Property.METHOD)).isEqualTo("REQUEST");
    assertThat(startsAt(event)).isEqualTo(LocalDateTime.of(2026, 10, 13, 15, 0));
    assertThat(endsAt(event)).isEqualTo(LocalDateTime.of(2026, 10, 13, 17, 15));
    assertThat(value(event, Property.LOCATION)).isEqualTo("市役所第3会議室");
    assertThat(value(event, Property.SUMMARY))
        .isEqualTo("支援会議(結市支援会議) 案件 0199a1b2-0000-7000-8000-0000000000a1");
    assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:meetings@city.example");
    assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:higashi@hokatsu.example");
    assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
  }

  @Test
  void the_file_brings_its_own_Asia_Tokyo() throws Exception {
    CalendarFile file = CalendarFile.request(invitation(SamplePapers.invitation()));

    assertThat(file.text())
        .contains("DTSTART;TZID=Asia/Tokyo:20261013T150000\r\n")
        .contains("DTEND;TZID=Asia/Tokyo:20261013T171500\r\n")
        .contains("DTSTAMP:20260929T003000Z\r\n");
    assertThat(read(file).getComponent(Component.VTIMEZONE)).isPresent();
  }

  @Test
  void an_update_keeps_its_UID_and_has_the_next_sequence() throws Exception {
    Invitation first = invitation(SamplePapers.invitation());
    Invitation second = with(first, first.revision() + 1);

    VEvent before = event(read(CalendarFile.request(first)));
    VEvent after = event(read(CalendarFile.request(second)));

    assertThat(value(after, Property.UID))
        .isEqualTo(value(before, Property.UID))
        .isEqualTo("shien-kaigi.2026-10-13@kokubunji.tsunagu");
    assertThat(value(before, Property.SEQUENCE)).isEqualTo("1");
    assertThat(value(after, Property.SEQUENCE)).isEqualTo("2");
  }

  @Test
  void a_cancelled_meeting_is_taken_out() throws Exception {
    NoticePaper notice = SamplePapers.cancellation();
    Calendar calendar = read(CalendarFile.of(invitation(notice), notice.occasion()));

    assertThat(value(calendar, Property.METHOD)).isEqualTo("CANCEL");
    assertThat(value(event(calendar), Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(value(event(calendar), Property.UID))
        .isEqualTo("shien-kaigi.2026-10-13@kokubunji.tsunagu");
  }

  @Test
  void an_agency_without_mail_address_has_a_name_of_its_own() throws Exception {
    Invitation invitation = invitation(SamplePapers.invitation());
    var addressee = SamplePapers.invitation().addressee();
    Invitation byName =
        new Invitation(
            NETWORK,
            invitation.session(),
            invitation.schedule(),
            1,
            invitation.issuedAt(),
            invitation.cases(),
            ORGANISER,
            CalendarParty.named(addressee.name(), addressee.agencyId()));

    assertThat(value(event(read(CalendarFile.request(byName))), Property.ATTENDEE))
        .isEqualTo("urn:tsunagu:agency:hokatsu-higashi");
  }

  @Test
  void the_addressee_is_asked_to_take_part() {
    String unfolded =
        CalendarFile.request(invitation(SamplePapers.invitation())).text().replace("\r\n ", "");
    assertThat(unfolded.lines().filter(line -> line.startsWith("ATTENDEE")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("ROLE=REQ-PARTICIPANT", "RSVP=TRUE"));
  }

  @Test
  void no_line_is_longer_than_75_octets() {
    String text = CalendarFile.request(invitation(SamplePapers.change())).text();

    assertThat(text).endsWith("END:VCALENDAR\r\n");
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  void the_same_invitation_gives_the_same_file_in_any_time_zone() {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      CalendarFile inTokyo = CalendarFile.request(invitation(SamplePapers.invitation()));
      TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
      assertThat(CalendarFile.request(invitation(SamplePapers.invitation()))).isEqualTo(inTokyo);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static Invitation with(Invitation invitation, int revision) {
    return new Invitation(
        invitation.networkId(),
        invitation.session(),
        invitation.schedule(),
        revision,
        invitation.issuedAt(),
        invitation.cases(),
        invitation.organiser(),
        invitation.addressee());
  }

  private static Calendar read(CalendarFile file) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(file.text()));
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  private static LocalDateTime startsAt(VEvent event) {
    DtStart<ZonedDateTime> start = Objects.requireNonNull(event.getDateTimeStart());
    return inTokyo(start.getDate());
  }

  private static LocalDateTime endsAt(VEvent event) {
    DtEnd<ZonedDateTime> end = Objects.requireNonNull(event.getDateTimeEnd());
    return inTokyo(end.getDate());
  }

  private static LocalDateTime inTokyo(ZonedDateTime moment) {
    return moment.withZoneSameInstant(TokyoTime.ZONE).toLocalDateTime();
  }

  private static String value(Calendar calendar, String property) {
    return calendar.getProperty(property).orElseThrow().getValue();
  }

  private static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }
}
