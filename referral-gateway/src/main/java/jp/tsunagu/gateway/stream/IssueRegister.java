package jp.tsunagu.gateway.stream;

import java.util.Optional;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.RegisterCommand.MoveIssue;
import jp.tsunagu.contract.directory.RegisterCommand.OfIssue;
import jp.tsunagu.contract.directory.RegisterCommand.RecordIssue;
import jp.tsunagu.contract.directory.RegisterCommand.ReportOccurrence;
import jp.tsunagu.contract.directory.RegisterCommand.TakeBackOccurrence;
import jp.tsunagu.contract.directory.RegisterRefusal;
import jp.tsunagu.contract.directory.SmallNumbers;
import jp.tsunagu.contract.directory.WishAnswer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.gateway.stream.Register.Outcome;

/**
 * What the city lacks (地域課題). How often each was noticed stands here alone until it is too often to
 * point to a household.
 */
record IssueRegister(RegisterShelf shelf) {

  /** Marks one whose number was told, and taken back from; no agency can name such a mark. */
  private static final String TOLD = "told/";

  Outcome handle(AgencyId sender, AgencyId desk, OfIssue wish) {
    if (!isSound(wish)) {
      return new Outcome.Refused("ISSUE_WRONG");
    }
    CommunityIssue before = shelf.find(wish.subject(), CommunityIssue.class);
    if (before == null) {
      return wish instanceof RecordIssue record
          ? answered(
              CommunityIssue.fresh(record.issueId(), record.outline(), sender),
              new WishAnswer(wish.commandId(), null))
          : new Outcome.Refused("ISSUE_UNKNOWN");
    }
    if (before.answerTo(wish.commandId()).isPresent()) {
      return new Outcome.Unpublished();
    }
    boolean mayChange = before.belongsTo(sender) || sender.equals(desk);
    return switch (wish) {
      case ReportOccurrence report -> noticed(before, sender, report);
      case TakeBackOccurrence back -> takenBack(before, sender, back);
      case RecordIssue record ->
          answered(
              record, before, saying(before, record, mayChange), before.saying(record.outline()));
      case MoveIssue move ->
          answered(move, before, going(before, move, mayChange), before.going(move.step()));
    };
  }

  private static boolean isSound(OfIssue wish) {
    return switch (wish) {
      case RecordIssue record -> record.outline().isSound();
      case MoveIssue move -> move.step().isSound();
      case ReportOccurrence _, TakeBackOccurrence _ -> true;
    };
  }

  private static Optional<RegisterRefusal> saying(
      CommunityIssue before, RecordIssue record, boolean mayChange) {
    if (!mayChange) {
      return Optional.of(RegisterRefusal.NOT_YOURS);
    }
    return record.basedOn() == before.revision()
        ? Optional.empty()
        : Optional.of(RegisterRefusal.CHANGED);
  }

  private static Optional<RegisterRefusal> going(
      CommunityIssue before, MoveIssue move, boolean mayChange) {
    if (!mayChange) {
      return Optional.of(RegisterRefusal.NOT_YOURS);
    }
    if (move.basedOn() != before.revision()) {
      return Optional.of(RegisterRefusal.CHANGED);
    }
    return before.stage().next().contains(move.step().stage())
        ? Optional.empty()
        : Optional.of(RegisterRefusal.WRONG_STAGE);
  }

  private Outcome noticed(CommunityIssue before, AgencyId sender, ReportOccurrence report) {
    if (shelf.marked(report.subject(), report.occurrenceId().value()).isPresent()) {
      return new Outcome.Unpublished();
    }
    shelf.mark(report.subject(), report.occurrenceId().value(), sender);
    return counted(before, before.occurring(before.occurrences() + 1));
  }

  /** What another agency reported, and what was taken back before, stays as it is. */
  private Outcome takenBack(CommunityIssue before, AgencyId sender, TakeBackOccurrence back) {
    if (shelf
        .marked(back.subject(), back.occurrenceId().value())
        .filter(sender::equals)
        .isEmpty()) {
      return new Outcome.Unpublished();
    }
    shelf.unmark(back.subject(), back.occurrenceId().value());
    if (SmallNumbers.mayShow(before.occurrences())) {
      shelf.mark(TOLD + back.subject(), before.id(), sender);
    }
    return counted(before, before.occurring(before.occurrences() - 1));
  }

  /** Nothing is published while what everybody may read of it stays the same. */
  private Outcome counted(CommunityIssue before, CommunityIssue after) {
    shelf.keep(after.issueId().toString(), after);
    return told(after).equals(told(before))
        ? new Outcome.Unpublished()
        : new Outcome.Published(told(after), "accepted");
  }

  /** A number that fell from what everybody read would tell that it is one less. */
  private CommunityIssue told(CommunityIssue issue) {
    return shelf.marked(TOLD + issue.issueId(), issue.id()).isPresent()
        ? issue.occurring(Math.max((int) SmallNumbers.SMALLEST_SHOWN, issue.occurrences()))
        : issue.published();
  }

  private Outcome answered(
      OfIssue wish,
      CommunityIssue before,
      Optional<RegisterRefusal> refusal,
      CommunityIssue carriedOut) {
    return answered(
        refusal.isPresent() ? before : carriedOut,
        new WishAnswer(wish.commandId(), refusal.orElse(null)));
  }

  private Outcome answered(CommunityIssue after, WishAnswer answer) {
    CommunityIssue answered = after.answering(answer);
    shelf.keep(answered.issueId().toString(), answered);
    return new Outcome.Published(told(answered), Register.counted(answer));
  }
}
