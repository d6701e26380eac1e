package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.CarriedEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.MeetingView.Incomplete;
import jp.tsunagu.scheduler.web.MeetingView.Issue;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting deals with, and what not.
 *
 * @param full whether something found no room
 * @param reasons for which an item may be moved
 * @param unpassed how many items of a published agenda the network has still to take, as while the
 *     gateway is away: nobody has their notice in its window yet
 */
record AgendaPart(
    List<Row> rows,
    List<Left> left,
    boolean full,
    int minutes,
    List<Coded> reasons,
    List<Issue> issues,
    @Nullable Incomplete incomplete,
    int unpassed) {

  /** Keeps unmodifiable copies. */
  AgendaPart {
    rows = List.copyOf(rows);
    left = List.copyOf(left);
    reasons = List.copyOf(reasons);
    issues = List.copyOf(issues);
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
  record Left(Item item, String reason, @Nullable LocalDate next, MeetingPage.Step act) {}

  static AgendaPart of(Reading reading, Meeting meeting, Outlook.Preview preview) {
    return new Maker(reading, meeting).part(preview);
  }

  private record Maker(Reading reading, Meeting meeting) {

    AgendaPart part(Outlook.Preview preview) {
      List<AgendaEntry> entries = preview.entries();
      return new AgendaPart(
          IntStream.range(0, entries.size())
              .mapToObj(place -> row(place + 1, entries.get(place)))
              .toList(),
          preview.carried().stream().map(this::left).toList(),
          preview.carried().stream().anyMatch(each -> each.reason() == CarryReason.NO_ROOM),
          meeting.day().minutes(),
          directory().reasons(CodeList.LATE_REASONS).stream()
              .map(reason -> new Coded(reason.code(), reason.label()))
              .toList(),
          meeting.agenda().issues().stream()
              .map(issued -> new Issue(issued.revision(), issued.header().recordedAt()))
              .toList(),
          Incomplete.of(
              entries.stream().map(entry -> entry.item().caseId()).collect(Collectors.toSet()),
              reading),
          meeting.isPublished()
              ? (int) entries.stream().filter(entry -> isUnpassed(entry.item())).count()
              : 0);
    }

    private boolean isUnpassed(ItemRef ref) {
      return reading
          .known()
          .item(ref)
          .filter(item -> item.stage() == ItemStage.OPEN && !item.isAt(meeting.id()))
          .isPresent();
    }

    private Row row(int position, AgendaEntry entry) {
      return new Row(
          position,
          item(entry.item(), entry.purpose().label(), entry.requestedBy()),
          entry.startsAt(),
          entry.minutes(),
          names(entry.invited().stream().sorted()),
          entry.byHand(),
          decided(meeting.outcome().settled().get(entry.item())));
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
      return settled.agreed().roles().stream()
          .map(
              role ->
                  directory().nameOf(role.agency())
                      + ": "
                      + directory().labelOf(role.role(), CodeList.ROLES));
    }

    private Stream<String> leads(ItemSettled settled) {
      return settled.agreed().leads().stream()
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
      return new Left(item, entry.reason().label(), entry.next(), MeetingPage.step(act));
    }

    private NetworkDirectory directory() {
      return reading.known().directory();
    }
  }
}
