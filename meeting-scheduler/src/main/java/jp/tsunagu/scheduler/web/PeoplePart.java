package jp.tsunagu.scheduler.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.UninvitedReason;
import jp.tsunagu.runtime.mail.MailProperties;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;

/** Who is called, who is not, who was told and who came. */
record PeoplePart(
    List<Missing> missing,
    List<IssuedNotices.NoticeView> notices,
    Map<AgencyId, String> names,
    AttendanceTable attendance) {

  /** Keeps unmodifiable copies. */
  PeoplePart {
    missing = List.copyOf(missing);
    notices = List.copyOf(notices);
    names = Map.copyOf(names);
  }

  /** The name of an agency. */
  public String nameOf(AgencyId agency) {
    return names.getOrDefault(agency, agency.value());
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

  static PeoplePart of(
      Reading reading, Meeting meeting, Outlook.Preview preview, MailProperties mail) {
    return new Maker(reading, meeting).part(preview, mail);
  }

  private record Maker(Reading reading, Meeting meeting) {

    PeoplePart part(Outlook.Preview preview, MailProperties mail) {
      IssuedNotices issued = new IssuedNotices(reading, mail);
      List<IssuedNotices.NoticeView> notices =
          issued.of(meeting).stream().map(issued::view).toList().reversed();
      List<ItemRef> items = preview.entries().stream().map(AgendaEntry::item).toList();
      return new PeoplePart(
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

    private String number(ItemRef ref) {
      return PageAddresses.called(reading.numberOf(ref.caseId()));
    }

    private NetworkDirectory directory() {
      return reading.known().directory();
    }
  }
}
