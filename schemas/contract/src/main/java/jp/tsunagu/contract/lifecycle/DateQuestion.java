package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;

/**
 * The question on which day a meeting could be (日程調整), as it stands: it ends when the day is chosen
 * or the meeting is not held.
 *
 * @param organiser in whose name the meeting is called; it is not asked itself
 * @param candidates when the meeting would begin, in the order they were proposed
 * @param minutes how long it would take
 * @param asked who would be invited
 * @param answers one of each agency that answered: a later one takes the place of the one before
 */
public record DateQuestion(
    MeetingId meetingId,
    AgencyId organiser,
    List<Instant> candidates,
    int minutes,
    Set<AgencyId> asked,
    List<DatesAnswer> answers) {

  /** Keeps unmodifiable copies. */
  public DateQuestion {
    candidates = List.copyOf(candidates);
    asked = Set.copyOf(asked);
    answers = List.copyOf(answers);
  }

  /** An agency's answer to all candidates. */
  public record DatesAnswer(AgencyId agency, List<DateReply> replies) {

    /** Keeps an unmodifiable copy. */
    public DatesAnswer {
      replies = List.copyOf(replies);
    }

    /** What it says to this candidate; empty where it was asked before this one was proposed. */
    public Optional<DateAnswer> to(Instant candidate) {
      return replies.stream()
          .filter(reply -> reply.startsAt().equals(candidate))
          .map(DateReply::answer)
          .findFirst();
    }
  }

  /** What this agency answered; empty where it did not yet. */
  public Optional<DatesAnswer> answerOf(AgencyId agency) {
    return answers.stream().filter(answer -> answer.agency().equals(agency)).findFirst();
  }

  /** Whether these are replies to every candidate, each once. */
  public boolean isAnsweredBy(List<DateReply> replies) {
    Set<Instant> replied = new HashSet<>();
    replies.forEach(reply -> replied.add(reply.startsAt()));
    return replied.size() == replies.size() && replied.equals(Set.copyOf(candidates));
  }

  /**
   * Asked once more, with other candidates: what was said to one that stays goes on standing, for
   * those who go on being asked.
   */
  DateQuestion after(DateQuestion before) {
    Set<Instant> kept = new HashSet<>(candidates);
    List<DatesAnswer> going = new ArrayList<>();
    for (DatesAnswer answer : before.answers) {
      List<DateReply> replies =
          answer.replies().stream().filter(reply -> kept.contains(reply.startsAt())).toList();
      if (asked.contains(answer.agency()) && !replies.isEmpty()) {
        going.add(new DatesAnswer(answer.agency(), replies));
      }
    }
    return new DateQuestion(meetingId, organiser, candidates, minutes, asked, going);
  }

  DateQuestion answered(AgencyId agency, List<DateReply> replies) {
    if (agency.equals(AgencyId.WITHHELD)) {
      return this;
    }
    List<DatesAnswer> next = new ArrayList<>(answers);
    next.removeIf(answer -> answer.agency().equals(agency));
    next.add(new DatesAnswer(agency, replies));
    return new DateQuestion(meetingId, organiser, candidates, minutes, asked, next);
  }

  /** Who answers where names are withheld is nobody's to know, so neither is the answer. */
  DateQuestion seenBy(Withholding withholding) {
    return new DateQuestion(
        meetingId,
        withholding.agency(organiser),
        candidates,
        minutes,
        withholding.agencies(asked),
        answers.stream()
            .filter(answer -> !withholding.agency(answer.agency()).equals(AgencyId.WITHHELD))
            .toList());
  }

  /** As an agency that is asked may see it: how the others answer is told to the organisers. */
  DateQuestion asToldTo(AgencyId agency) {
    return new DateQuestion(
        meetingId,
        organiser,
        candidates,
        minutes,
        asked,
        answers.stream().filter(answer -> answer.agency().equals(agency)).toList());
  }
}
