package jp.tsunagu.scheduler.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.meeting.City;
import jp.tsunagu.scheduler.meeting.Known;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Meetings;
import jp.tsunagu.scheduler.meeting.Outlook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/** What a caller may read, at this moment. */
final class ReadingRoom {

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final Knowledge knowledge;
  private final Clock clock;

  ReadingRoom(Knowledge knowledge, Clock clock) {
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /** Whether the caller reads what belongs to no agency, and every agency's meetings. */
  static boolean readsAll(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _, Caller.MeetingSecretary _ -> true;
      case Caller.OfAgency _, Caller.ProtectionOfficer _, Caller.Administrator _, Caller.Peer _ ->
          false;
    };
  }

  /** One moment of everything, as this caller may see it. */
  record Reading(Caller caller, Known known, City city, Meetings meetings, Instant now) {

    /** Until when the ledger was read, where that is a while ago; null as long as it is read. */
    @Nullable Instant readUpTo() {
      Instant read = known.readUpTo();
      return read.isBefore(now.minus(A_WHILE)) ? read : null;
    }

    /** Meetings this caller may see, those of the calendar to come included. */
    List<Meeting> visible() {
      List<Meeting> all = new ArrayList<>(meetings.all());
      all.addAll(Outlook.toCome(known, meetings, now));
      return all.stream().filter(this::sees).toList();
    }

    /** What people call this case; none where nothing is known of it. */
    @Nullable String numberOf(CaseId caseId) {
      return known.state(caseId).map(CaseState::caseNumber).map(Object::toString).orElse(null);
    }

    /** An agency sees the meetings it organises, and per case those it asked for. */
    boolean sees(Meeting meeting) {
      return readsAll(caller)
          || (caller instanceof Caller.OfAgency agency
              && meeting.organiser().equals(agency.agency()));
    }

    /** The bodies whose meetings this caller may see. */
    List<MeetingBody> bodies() {
      return city.bodies().stream()
          .filter(
              body ->
                  readsAll(caller)
                      || (caller instanceof Caller.OfAgency agency
                          && body.organiser().equals(agency.agency())))
          .toList();
    }

    Optional<Meeting> find(String id) {
      return MeetingId.isValid(id)
          ? Stream.concat(
                  meetings.find(new MeetingId(id)).stream(),
                  Outlook.toCome(known, meetings, now).stream())
              .filter(meeting -> meeting.id().value().equals(id))
              .filter(this::sees)
              .findFirst()
          : Optional.empty();
    }
  }

  ResponseEntity<Object> read(Caller caller, Function<Reading, ResponseEntity<Object>> reading) {
    return read(caller, RunsMeetings.of(caller), reading);
  }

  /** Whether this case exists for the caller. */
  boolean exists(Caller caller, CaseId caseId) {
    return switch (RunsMeetings.of(caller)) {
      case OF_EVERY_CASE -> true;
      case OF_UNPROTECTED_CASES -> knowledge.isOpen(caseId);
    };
  }

  /** Totals have the protected cases in them; what is given must name no case. */
  ResponseEntity<Object> totals(Caller caller, Function<Reading, ResponseEntity<Object>> reading) {
    return read(caller, RunsMeetings.OF_EVERY_CASE, reading);
  }

  /**
   * Whether protected cases (保護案件) are there: for the desk and for the secretary, who run their
   * meetings. An agency that organises a body may be excluded, which the ledger tells nobody, so
   * for none of them are they there; what an agency takes part in reaches its own connector.
   */
  private enum RunsMeetings {
    OF_EVERY_CASE,
    OF_UNPROTECTED_CASES;

    static RunsMeetings of(Caller caller) {
      return switch (caller) {
        case Caller.Desk _, Caller.MeetingSecretary _ -> OF_EVERY_CASE;
        case Caller.Supervisor _,
            Caller.OfAgency _,
            Caller.ProtectionOfficer _,
            Caller.Administrator _,
            Caller.Peer _ ->
            OF_UNPROTECTED_CASES;
      };
    }
  }

  private ResponseEntity<Object> read(
      Caller caller, RunsMeetings runs, Function<Reading, ResponseEntity<Object>> reading) {
    if (!knowledge.isReady()) {
      return Acting.notReady();
    }
    Known known = knowledge.now();
    Set<CaseId> unseen =
        switch (runs) {
          case OF_EVERY_CASE -> Set.of();
          case OF_UNPROTECTED_CASES -> known.protectedCases();
        };
    return City.of(known.directory())
        .map(
            city ->
                reading.apply(
                    new Reading(
                        caller,
                        known.without(unseen),
                        city,
                        knowledge.meetings().without(unseen),
                        clock.instant())))
        .orElseGet(Acting::notReady);
  }

  /**
   * A list of what this caller may read, page by page.
   *
   * @param list which; see {@link Lists}
   */
  ResponseEntity<Object> page(
      Caller caller,
      MultiValueMap<String, String> parameters,
      char list,
      BiFunction<Reading, PageRequest, Map<String, Object>> page) {
    Query query = new Query(parameters);
    PageRequest wanted = query.page(list);
    return query.answered(
        () -> read(caller, reading -> ResponseEntity.ok(page.apply(reading, wanted))));
  }
}
