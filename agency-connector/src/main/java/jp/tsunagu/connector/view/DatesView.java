package jp.tsunagu.connector.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.written.Flat;

/**
 * On which day a meeting could be (日程調整), as an agency's system is told of it.
 *
 * @param answerNeeded whether this agency has still to answer a candidate
 * @param answers this agency's own; for whoever organises those of the others too
 */
public record DatesView(
    @Flat ItemView item,
    AgencyId organiser,
    List<Instant> candidates,
    int minutes,
    Set<AgencyId> asked,
    Instant askedAt,
    boolean answerNeeded,
    List<AnswerView> answers) {

  /** An agency's answer to all candidates. */
  public record AnswerView(AgencyId agency, List<ReplyView> replies) {}

  /** What it says to one. */
  public record ReplyView(Instant startsAt, DateAnswer answer) {}

  /** The view of a question for this agency. */
  public static DatesView of(AskedDates asked, AgencyId own, NetworkDirectory directory) {
    return new DatesView(
        ItemView.of(asked.item(), directory),
        asked.item().organiser(),
        asked.candidates(),
        asked.minutes(),
        asked.asked(),
        asked.askedAt(),
        asked.awaits(own),
        asked.replies().entrySet().stream()
            .map(each -> new AnswerView(each.getKey(), replies(each.getValue())))
            .toList());
  }

  private static List<ReplyView> replies(Map<Instant, DateAnswer> replies) {
    return replies.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new ReplyView(each.getKey(), each.getValue()))
        .toList();
  }
}
