package jp.tsunagu.stats.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Sitting;

/**
 * 国分寺市: the meetings of one kind that were held in a period, 検討実件数(延べ件数), and participating
 * agencies (のべ) by field. A meeting without items is none.
 *
 * @param meetings in order of time
 * @param cases 実: each case once
 * @param items 延べ: each case once a meeting
 * @param reportsOwed meetings whose 報告書 is still owed after its time
 * @param attendances のべ: each agency once a meeting; agencies without a field are not in it
 */
public record MeetingTable(
    ConferenceKind conference,
    LocalDate from,
    LocalDate until,
    List<Meeting> meetings,
    Set<CaseId> cases,
    int items,
    int reportsOwed,
    Map<StatisticsField, Integer> attendances) {

  /** One meeting; 臨時 is what was recorded, never derived from the day. */
  public record Meeting(
      MeetingId meetingId,
      LocalDate date,
      SessionKind session,
      List<CaseId> cases,
      int reports,
      boolean owesReport) {
    public Meeting {
      cases = List.copyOf(cases);
    }
  }

  /** Counts the meetings of these cases, both days included, Asia/Tokyo. */
  public static MeetingTable of(
      Iterable<CaseFacts> all,
      CountingRules rules,
      ConferenceKind conference,
      LocalDate from,
      LocalDate until) {
    Map<MeetingId, Draft> drafts = new TreeMap<>();
    for (CaseFacts facts : all) {
      for (Sitting sitting : facts.meetings().sittings()) {
        LocalDate date = TokyoTime.dateOf(sitting.heldAt());
        if (sitting.conference() == conference && !date.isBefore(from) && !date.isAfter(until)) {
          drafts
              .computeIfAbsent(sitting.meetingId(), _ -> new Draft(date, sitting.session()))
              .add(facts.caseId(), sitting);
        }
      }
    }
    return table(drafts, rules, conference, from, until);
  }

  private static MeetingTable table(
      Map<MeetingId, Draft> drafts,
      CountingRules rules,
      ConferenceKind conference,
      LocalDate from,
      LocalDate until) {
    List<Meeting> meetings = new ArrayList<>();
    Set<CaseId> cases = new HashSet<>();
    Map<StatisticsField, Integer> attendances = new EnumMap<>(StatisticsField.class);
    drafts.forEach(
        (id, draft) -> {
          meetings.add(draft.meeting(id));
          cases.addAll(draft.cases);
          draft.agencies.stream()
              .filter(agency -> !rules.notCountedInMeetings().contains(agency))
              .filter(rules.attendanceFields()::containsKey)
              .forEach(
                  agency ->
                      attendances.merge(
                          rules.attendanceFields().getOrDefault(agency, StatisticsField.OTHER),
                          1,
                          Integer::sum));
        });
    meetings.sort((one, other) -> one.date().compareTo(other.date()));
    int items = meetings.stream().mapToInt(meeting -> meeting.cases().size()).sum();
    int owed = Math.toIntExact(meetings.stream().filter(Meeting::owesReport).count());
    return new MeetingTable(conference, from, until, meetings, cases, items, owed, attendances);
  }

  private static final class Draft {
    private final LocalDate date;
    private final SessionKind session;
    private final List<CaseId> cases = new ArrayList<>();
    private final Set<AgencyId> agencies = new TreeSet<>();
    private int reports;
    private boolean owesReport;

    Draft(LocalDate date, SessionKind session) {
      this.date = date;
      this.session = session;
    }

    void add(CaseId caseId, Sitting sitting) {
      if (!cases.contains(caseId)) {
        cases.add(caseId);
      }
      agencies.addAll(sitting.attended());
      reports += sitting.reported() ? 1 : 0;
      owesReport |= sitting.owesReport();
    }

    Meeting meeting(MeetingId id) {
      return new Meeting(id, date, session, cases, reports, owesReport);
    }
  }
}
