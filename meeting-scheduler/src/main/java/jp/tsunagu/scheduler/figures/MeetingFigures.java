package jp.tsunagu.scheduler.figures;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collector;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;

/**
 * The yearly figures of meetings, recomputed from the facts: the same facts in any order, or said
 * twice, give the same figures.
 *
 * @param conferences one entry per kind of conference, also where none was held
 */
public record MeetingFigures(Map<ConferenceKind, ConferenceFigures> conferences) {

  private static final Comparator<HeldItem> EARLIEST =
      Comparator.comparing(HeldItem::heldAt).thenComparing(item -> item.caseId().toString());

  /** Keeps a copy in the order of the kinds. */
  public MeetingFigures {
    conferences = Collections.unmodifiableMap(new EnumMap<>(conferences));
  }

  /** The figures of a fiscal year (年度). */
  public static MeetingFigures of(
      FiscalYear year, Collection<HeldItem> facts, ParticipantRules rules) {
    return between(year.first(), year.last(), facts, rules);
  }

  /** The figures of the days from {@code first} to {@code last} in Tokyo, both included. */
  public static MeetingFigures between(
      LocalDate first, LocalDate last, Collection<HeldItem> facts, ParticipantRules rules) {
    Map<ConferenceKind, ConferenceFigures> figures = new EnumMap<>(ConferenceKind.class);
    for (ConferenceKind kind : ConferenceKind.values()) {
      List<HeldItem> ofKind =
          facts.stream()
              .filter(item -> item.conference() == kind && isWithin(item, first, last))
              .toList();
      figures.put(kind, count(ofKind, rules));
    }
    return new MeetingFigures(figures);
  }

  /** The figures of one kind. */
  public ConferenceFigures of(ConferenceKind kind) {
    return conferences.getOrDefault(kind, new ConferenceFigures(Map.of(), 0, 0, Map.of()));
  }

  private static boolean isWithin(HeldItem item, LocalDate first, LocalDate last) {
    LocalDate day = TokyoTime.dateOf(item.heldAt());
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private static ConferenceFigures count(List<HeldItem> items, ParticipantRules rules) {
    Map<MeetingId, List<HeldItem>> meetings =
        items.stream().collect(groupingBy(HeldItem::meetingId, TreeMap::new, toSortedList()));
    Map<SessionKind, Integer> sessions = new EnumMap<>(SessionKind.class);
    Map<StatisticsField, Integer> participants = new EnumMap<>(StatisticsField.class);
    int hearings = 0;
    for (List<HeldItem> meeting : meetings.values()) {
      sessions.merge(meeting.getFirst().session(), 1, Integer::sum);
      hearings += (int) meeting.stream().map(HeldItem::caseId).distinct().count();
      addParticipants(participants, meeting, rules);
    }
    int cases = (int) items.stream().map(HeldItem::caseId).distinct().count();
    return new ConferenceFigures(sessions, cases, hearings, participants);
  }

  private static Collector<HeldItem, ?, List<HeldItem>> toSortedList() {
    return collectingAndThen(toList(), list -> list.stream().sorted(EARLIEST).toList());
  }

  private static void addParticipants(
      Map<StatisticsField, Integer> participants, List<HeldItem> meeting, ParticipantRules rules) {
    Set<AgencyId> agencies = new HashSet<>();
    meeting.forEach(item -> agencies.addAll(item.attended()));
    AgencyId organiser = meeting.getFirst().organiser();
    agencies.stream()
        .flatMap(agency -> rules.fieldOf(agency, organiser).stream())
        .forEach(field -> participants.merge(field, 1, Integer::sum));
  }
}
