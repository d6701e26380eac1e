package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateQuestion;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.Outlook;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies could come on which of the candidates (日程調整).
 *
 * @param agencies who is asked, by name
 * @param answered how many of them have said something to every candidate
 * @param waiting whether the network has still to take the question: nobody was asked yet
 * @param hidden whether somebody is asked about a protected case (保護案件): who that is and what is
 *     answered stands only where the case is
 */
record DatesPart(
    List<Candidate> candidates, List<Row> agencies, int answered, boolean waiting, boolean hidden) {

  /** Keeps unmodifiable copies. */
  DatesPart {
    candidates = List.copyOf(candidates);
    agencies = List.copyOf(agencies);
  }

  /**
   * A candidate.
   *
   * @param typed as a form takes it
   */
  record Candidate(Instant startsAt, String typed, int yes, int maybe, int no) {

    static Candidate of(Instant startsAt, List<Row> rows, int place) {
      return new Candidate(
          startsAt,
          Doing.typed(startsAt),
          count(rows, place, DateAnswer.YES),
          count(rows, place, DateAnswer.MAYBE),
          count(rows, place, DateAnswer.NO));
    }

    private static int count(List<Row> rows, int place, DateAnswer wanted) {
      return (int)
          rows.stream()
              .filter(row -> row.answers().get(place).filter(wanted::equals).isPresent())
              .count();
    }
  }

  /**
   * An agency.
   *
   * @param answers one for each candidate; empty where it did not answer that one yet
   */
  record Row(AgencyId agency, String name, List<Optional<DateAnswer>> answers) {

    /** Keeps an unmodifiable copy. */
    Row {
      answers = List.copyOf(answers);
    }

    /** Whether it has said something to every candidate. */
    public boolean isAnswered() {
      return answers.stream().allMatch(Optional::isPresent);
    }

    /** What stands in its row, as signs. */
    public List<String> signs() {
      return answers.stream().map(answer -> answer.map(DateAnswer::label).orElse("")).toList();
    }
  }

  /** Null where no day is being sought. */
  static @Nullable DatesPart of(Reading reading, Meeting meeting) {
    return meeting.isSeekingItsDay() ? new Maker(reading, meeting).part() : null;
  }

  private record Maker(Reading reading, Meeting meeting) {

    DatesPart part() {
      List<DateQuestion> questions = new ArrayList<>();
      boolean hidden = false;
      boolean waiting = false;
      for (ItemRef item : Outlook.itemsSeekingADay(meeting)) {
        Optional<DateQuestion> question = question(item);
        question.ifPresent(questions::add);
        waiting |= question.isEmpty();
        hidden |= reading.known().state(item.caseId()).filter(CaseState::everProtected).isPresent();
      }
      List<Row> rows = rows(questions);
      List<Candidate> candidates = new ArrayList<>();
      for (Instant startsAt : meeting.day().candidates()) {
        candidates.add(Candidate.of(startsAt, rows, candidates.size()));
      }
      return new DatesPart(
          candidates, rows, (int) rows.stream().filter(Row::isAnswered).count(), waiting, hidden);
    }

    /** What is asked about other candidates is not asked yet. */
    private Optional<DateQuestion> question(ItemRef item) {
      return reading
          .known()
          .item(item)
          .filter(each -> each.isAskedFor(meeting.id()))
          .map(MeetingItem::dates)
          .filter(
              question ->
                  Set.copyOf(question.candidates()).equals(Set.copyOf(meeting.day().candidates())));
    }

    private List<Row> rows(List<DateQuestion> questions) {
      Set<AgencyId> asked = new TreeSet<>();
      questions.forEach(question -> asked.addAll(question.asked()));
      asked.remove(AgencyId.WITHHELD);
      return asked.stream().map(agency -> row(agency, questions)).toList();
    }

    /** An agency that is asked about several items comes where it can come for each. */
    private Row row(AgencyId agency, List<DateQuestion> questions) {
      List<DateQuestion> own =
          questions.stream().filter(question -> question.asked().contains(agency)).toList();
      List<Optional<DateAnswer>> answers = new ArrayList<>();
      for (Instant candidate : meeting.day().candidates()) {
        answers.add(worst(agency, candidate, own));
      }
      return new Row(agency, reading.known().directory().nameOf(agency), answers);
    }

    private static Optional<DateAnswer> worst(
        AgencyId agency, Instant candidate, List<DateQuestion> questions) {
      List<DateAnswer> said =
          questions.stream()
              .flatMap(question -> question.answerOf(agency).stream())
              .flatMap(answer -> answer.to(candidate).stream())
              .toList();
      return said.size() < questions.size()
          ? Optional.empty()
          : said.stream().max(Comparator.naturalOrder());
    }
  }
}
