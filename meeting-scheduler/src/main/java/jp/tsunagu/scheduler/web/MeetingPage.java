package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.UninvitedReason;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.Duties.Duty;
import jp.tsunagu.scheduler.web.MeetingView.Incomplete;
import jp.tsunagu.scheduler.web.MeetingView.Issue;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/** One meeting as a page: what waits, the agenda, who is not called, notices, who came. */
record MeetingPage(
    Head head, List<Duty> duties, List<Step> steps, Agenda agenda, People people, boolean mayAct) {

  /** Keeps unmodifiable copies. */
  MeetingPage {
    duties = List.copyOf(duties);
    steps = List.copyOf(steps);
  }

  /** Which meeting it is, and how far it got. */
  record Head(
      MeetingView view,
      String organiser,
      @Nullable String room,
      PageStage stage,
      List<Rung> ladder) {

    /** Keeps an unmodifiable copy. */
    Head {
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * How far it got.
   *
   * @param at when that is, where it is known
   */
  record Rung(String label, boolean done, @Nullable Instant at, String before) {}

  /** A form that can be opened. */
  record Step(String path, String title) {}

  /**
   * What is dealt with, and what is not.
   *
   * @param full whether something found no room
   * @param reasons for which an item may be moved
   */
  record Agenda(
      List<Row> rows,
      List<Left> left,
      boolean full,
      int minutes,
      List<Coded> reasons,
      List<Issue> issues,
      @Nullable Incomplete incomplete) {

    /** Keeps unmodifiable copies. */
    Agenda {
      rows = List.copyOf(rows);
      left = List.copyOf(left);
      reasons = List.copyOf(reasons);
      issues = List.copyOf(issues);
    }
  }

  /**
   * An item of the agenda.
   *
   * @param item as one word of a form
   * @param invited who must come
   */
  record Row(
      int position,
      Item item,
      Instant startsAt,
      int minutes,
      String invited,
      boolean byHand,
      @Nullable Decided decided) {}

  /** What is asked, and by whom. */
  record Item(String word, String number, String purpose, String by) {}

  /** What was decided about an item, line by line. */
  record Decided(String outcome, List<String> lines) {

    /** Keeps an unmodifiable copy. */
    Decided {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A request that is not on the agenda, and what becomes of it.
   *
   * @param act the form by which it is let in all the same
   */
  record Left(Item item, String reason, @Nullable LocalDate next, Step act) {}

  /** Who is called, who is not, who was told and who came. */
  record People(
      List<Missing> missing,
      List<IssuedNotices.NoticeView> notices,
      Map<AgencyId, String> names,
      AttendanceTable attendance) {

    /** Keeps unmodifiable copies. */
    People {
      missing = List.copyOf(missing);
      notices = List.copyOf(notices);
      names = Map.copyOf(names);
    }

    /** The name of an agency. */
    public String nameOf(AgencyId agency) {
      return names.getOrDefault(agency, agency.value());
    }
  }

  /**
   * Agencies that an item names and that are not called.
   *
   * @param agencies their names, with the reason
   * @param mayJoin whether somebody of them can be appointed
   */
  record Missing(String word, String number, List<String> agencies, boolean mayJoin) {

    /** Keeps an unmodifiable copy. */
    Missing {
      agencies = List.copyOf(agencies);
    }
  }

  static MeetingPage of(Reading reading, Meeting meeting, MailProperties mail) {
    return new Maker(reading, meeting).page(mail);
  }

  /** Makes the page of one meeting. */
  private record Maker(Reading reading, Meeting meeting) {

    MeetingPage page(MailProperties mail) {
      boolean mayAct = Acting.objection(reading.caller()).isEmpty();
      Outlook.Preview preview =
          Outlook.preview(reading.known(), reading.meetings(), meeting, reading.now());
      return new MeetingPage(
          head(),
          mayAct ? new Duties(reading, mail).of(meeting) : List.of(),
          mayAct ? steps() : List.of(),
          agenda(preview),
          people(preview, mail),
          mayAct);
    }

    private NetworkDirectory directory() {
      return reading.known().directory();
    }

    private Head head() {
      MeetingView view = new MeetingViews(reading).summary(meeting);
      PageStage stage = PageStage.of(meeting);
      return new Head(
          view,
          directory().nameOf(meeting.organiser()),
          reading.city().body(meeting.id().body()).map(MeetingBody::room).orElse(null),
          stage,
          PageStage.WAY.stream().map(each -> rung(each, stage, view)).toList());
    }

    private Rung rung(PageStage each, PageStage reached, MeetingView view) {
      boolean done = each.isReachedBy(reached);
      return switch (each) {
        case OPEN -> new Rung(each.label(), done, view.closing(), "締切");
        case DRAFT -> new Rung(each.label(), done, null, "");
        case ANNOUNCED -> new Rung(each.label(), done, done ? issuedAt() : view.publishing(), "");
        case TAKEN_PLACE -> new Rung(each.label(), done, view.startsAt(), "");
        case RECORDED, NOTHING_ASKED, CANCELLED -> new Rung(each.label(), done, null, "");
      };
    }

    private @Nullable Instant issuedAt() {
      return meeting.issues().isEmpty() ? null : meeting.issues().getLast().header().recordedAt();
    }

    private List<Step> steps() {
      return forms().map(path -> new Step(path, titleOf(path))).toList();
    }

    private Stream<String> forms() {
      if (meeting.held() != null) {
        return meeting.minutesComplete() ? Stream.of() : Stream.of("minutes");
      }
      if (meeting.isOver()) {
        return Stream.of();
      }
      Stream<String> days =
          meeting.startsAt() == null ? Stream.of("start", "candidates") : Stream.of("move");
      Stream<String> held = meeting.isPublished() ? Stream.of("attendance") : Stream.of();
      return Stream.of(days, held, Stream.of("cancel")).flatMap(each -> each);
    }

    private Agenda agenda(Outlook.Preview preview) {
      List<AgendaEntry> entries = preview.entries();
      return new Agenda(
          IntStream.range(0, entries.size())
              .mapToObj(place -> row(place + 1, entries.get(place)))
              .toList(),
          preview.carried().stream().map(this::left).toList(),
          preview.carried().stream().anyMatch(each -> each.reason() == CarryReason.NO_ROOM),
          meeting.minutes(),
          directory().reasons(CodeList.LATE_REASONS).stream()
              .map(reason -> new Coded(reason.code(), reason.label()))
              .toList(),
          meeting.issues().stream()
              .map(issued -> new Issue(issued.revision(), issued.header().recordedAt()))
              .toList(),
          Incomplete.of(
              entries.stream().map(entry -> entry.item().caseId()).collect(Collectors.toSet()),
              reading));
    }

    private Row row(int position, AgendaEntry entry) {
      return new Row(
          position,
          item(entry.item(), entry.purpose().label(), entry.requestedBy()),
          entry.startsAt(),
          entry.minutes(),
          names(entry.invited().stream().sorted()),
          entry.byHand(),
          decided(meeting.settled().get(entry.item())));
    }

    private Item item(ItemRef ref, String purpose, AgencyId by) {
      return new Item(PageAddresses.word(ref), number(ref), purpose, directory().nameOf(by));
    }

    private String number(ItemRef ref) {
      return PageAddresses.called(reading.numberOf(ref.caseId()));
    }

    private String names(Stream<AgencyId> agencies) {
      return agencies.map(directory()::nameOf).collect(Collectors.joining("、"));
    }

    private @Nullable Decided decided(@Nullable ItemSettled settled) {
      return settled == null
          ? null
          : new Decided(
              settled.outcome().label(),
              Stream.of(roles(settled), leads(settled), monitoring(settled), missing(settled))
                  .flatMap(lines -> lines)
                  .toList());
    }

    private Stream<String> roles(ItemSettled settled) {
      return settled.roles().stream()
          .map(
              role ->
                  directory().nameOf(role.agency())
                      + ": "
                      + directory().labelOf(role.role(), CodeList.ROLES));
    }

    private Stream<String> leads(ItemSettled settled) {
      return settled.leads().stream()
          .map(
              lead ->
                  "主担当 " + directory().nameOf(lead.agency()) + " (" + whose(lead.person()) + ")");
    }

    private static String whose(@Nullable PersonRef person) {
      return person == null ? "世帯全体" : person.toString();
    }

    private Stream<String> monitoring(ItemSettled settled) {
      return Stream.ofNullable(settled.monitoring())
          .map(
              period ->
                  "モニタリング期間 "
                      + PageAddresses.day(period.from(), reading.now())
                      + "〜"
                      + PageAddresses.day(period.until(), reading.now()));
    }

    private Stream<String> missing(ItemSettled settled) {
      return settled.missingResources().stream()
          .map(
              code ->
                  Heading.MISSING_RESOURCE.label()
                      + " "
                      + directory().labelOf(code, CodeList.MISSING_RESOURCES));
    }

    private Left left(CarriedEntry entry) {
      String act = entry.reason() == CarryReason.AFTER_CLOSING ? "admissions" : "placements";
      Item item =
          reading
              .known()
              .item(entry.item())
              .map(asked -> item(entry.item(), asked.purpose().label(), asked.requestedBy()))
              .orElseGet(
                  () -> new Item(PageAddresses.word(entry.item()), number(entry.item()), "", ""));
      return new Left(item, entry.reason().label(), entry.next(), new Step(act, titleOf(act)));
    }

    private static String titleOf(String path) {
      return MeetingForms.of(path).map(MeetingForm::title).orElseThrow();
    }

    private People people(Outlook.Preview preview, MailProperties mail) {
      IssuedNotices issued = new IssuedNotices(reading, mail);
      List<IssuedNotices.NoticeView> notices =
          issued.of(meeting).stream().map(issued::view).toList().reversed();
      List<ItemRef> items = preview.entries().stream().map(AgendaEntry::item).toList();
      return new People(
          Outlook.notInvited(reading.known(), reading.meetings(), items, reading.now()).stream()
              .map(this::missing)
              .toList(),
          notices,
          notices.stream()
              .map(IssuedNotices.NoticeView::addressee)
              .distinct()
              .collect(Collectors.toMap(Function.identity(), directory()::nameOf)),
          AttendanceTable.told(reading, meeting));
    }

    private Missing missing(NotInvited each) {
      return new Missing(
          PageAddresses.word(each.item()),
          number(each.item()),
          each.agencies().stream().map(this::withReason).toList(),
          !meeting.isOver() && each.agencies().stream().anyMatch(this::takesPart));
    }

    private boolean takesPart(AgencyId agency) {
      return directory().agency(agency).isPresent();
    }

    private String withReason(AgencyId agency) {
      UninvitedReason reason =
          takesPart(agency) ? UninvitedReason.NOT_A_MEMBER : UninvitedReason.HAS_LEFT;
      return directory().nameOf(agency) + "(" + reason.label() + ")";
    }
  }
}
