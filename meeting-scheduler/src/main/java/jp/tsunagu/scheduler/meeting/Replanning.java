package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NothingAsked;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.RequestsCarried;
import jp.tsunagu.contract.meeting.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * Makes every agenda anew that was issued: of the meetings as they stood just before it, and of
 * what the ledger had recorded by then. Pure; for one run through all events of all meetings.
 *
 * <p>The rules are those of the directory as it is given: what was issued under another one may
 * differ. So may an agenda that was issued at once, because somebody had called a meeting or
 * changed it, where something about its items was recorded within the moment that a record takes to
 * the scheduler.
 */
public final class Replanning {

  private final City city;
  private final NetworkDirectory directory;
  private final Map<CaseId, CaseHistory> cases;
  private final Map<MeetingId, List<NoticeIssued>> notices = new HashMap<>();
  private final List<Replanned> all = new ArrayList<>();
  private Meetings meetings = Meetings.NONE;
  private @Nullable Publication under;

  /**
   * One publication of all meetings that share an agenda.
   *
   * @param anew what happens where it is made anew
   */
  private record Publication(Instant at, Group group, List<MeetingEvent> anew) {

    boolean isOf(MeetingEvent event) {
      return at.equals(event.header().recordedAt()) && group.has(event.header().meetingId());
    }

    List<AgendaEntry> entries(MeetingId meeting) {
      return of(meeting, AgendaIssued.class).stream()
          .flatMap(issued -> issued.entries().stream())
          .toList();
    }

    List<AgencyId> told(MeetingId meeting) {
      return of(meeting, NoticeIssued.class).stream().map(NoticeIssued::addressee).toList();
    }

    private <T extends MeetingEvent> List<T> of(MeetingId meeting, Class<T> type) {
      return anew.stream()
          .filter(event -> event.header().meetingId().equals(meeting))
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }
  }

  private Replanning(NetworkDirectory directory, City city, Map<CaseId, CaseHistory> cases) {
    this.directory = directory;
    this.city = city;
    this.cases = Map.copyOf(cases);
  }

  /**
   * All of them, in the order in which they were issued; none where the directory is of no city.
   *
   * @param cases that ever brought anything to a meeting
   * @param events of all meetings, in the order of their topic
   */
  public static List<Replanned> of(
      NetworkDirectory directory, Map<CaseId, CaseHistory> cases, List<MeetingEvent> events) {
    return City.of(directory)
        .map(city -> new Replanning(directory, city, cases).run(events))
        .orElse(List.of());
  }

  private List<Replanned> run(List<MeetingEvent> events) {
    for (MeetingEvent event : events) {
      if (event instanceof NoticeIssued notice && notice.kind() != NoticeKind.REMINDER) {
        notices.computeIfAbsent(notice.header().meetingId(), _ -> new ArrayList<>()).add(notice);
      }
    }
    events.forEach(this::follow);
    return List.copyOf(all);
  }

  private void follow(MeetingEvent event) {
    switch (event) {
      case AgendaIssued issued -> compare(issued, issued.revision(), issued.entries());
      case NothingAsked nothing -> compare(nothing, 0, List.of());
      case RequestsCarried carried -> publication(carried);
      case MeetingEvent _ -> under = null;
    }
    meetings = meetings.after(event);
  }

  private void compare(MeetingEvent event, int revision, List<AgendaEntry> issued) {
    MeetingId id = event.header().meetingId();
    Optional<Publication> anew = publication(event);
    all.add(
        new Replanned(
            id,
            revision,
            issued,
            anew.map(each -> each.entries(id)).orElse(List.of()),
            told(id, revision),
            anew.map(each -> each.told(id)).orElse(List.of())));
  }

  private List<AgencyId> told(MeetingId meeting, int revision) {
    return notices.getOrDefault(meeting, List.of()).stream()
        .filter(notice -> notice.revision() == revision)
        .map(NoticeIssued::addressee)
        .toList();
  }

  /** Meetings that share an agenda were planned before the first of them was issued. */
  private Optional<Publication> publication(MeetingEvent event) {
    if (under == null || !under.isOf(event)) {
      under = publication(event.header().meetingId(), event.header().recordedAt());
    }
    return Optional.ofNullable(under);
  }

  private @Nullable Publication publication(MeetingId meeting, Instant at) {
    Workbench bench =
        new Workbench(known(at), city, meetings, at, Duration.ZERO, null, MeetingActedBy.SCHEDULER);
    return Group.of(bench).stream()
        .filter(group -> group.has(meeting))
        .findFirst()
        .map(group -> new Publication(at, group, published(bench, group)))
        .orElse(null);
  }

  private static List<MeetingEvent> published(Workbench bench, Group group) {
    Agendas agendas = new Agendas(bench);
    Instant asOf =
        group.isPublished() ? bench.now() : agendas.publishing(group).orElse(bench.now());
    agendas.publish(group, asOf);
    return bench.acts().stream()
        .filter(Act.Happened.class::isInstance)
        .map(act -> ((Act.Happened) act).event())
        .toList();
  }

  private Known known(Instant at) {
    Map<CaseId, CaseHistory> then = new HashMap<>();
    cases.forEach(
        (id, history) -> {
          CaseHistory until = history.until(at);
          if (until.hasMeetings()) {
            then.put(id, until);
          }
        });
    return new Known(directory, then, at);
  }
}
