package jp.tsunagu.connector.web;

import java.time.Instant;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;

/**
 * The response deadline a referral would get if it were sent now, shown before sending.
 *
 * @param respondBy 回答期限
 * @param dueSoonAt 期限接近
 * @param endsOnClosedDay whether it ends on a closed day (閉庁日)
 * @param dutyContact whom to telephone then; none if the receiver has none or is not chosen yet
 * @param message in Japanese
 */
public record DeadlinePreview(
    Urgency urgency,
    Instant respondBy,
    Instant dueSoonAt,
    boolean endsOnClosedDay,
    @Nullable String dutyContact,
    String message) {

  /**
   * As the gateway would decide it now.
   *
   * @param receiver none if it is not chosen yet
   */
  public static DeadlinePreview of(
      Urgency urgency, Instant now, NetworkDirectory directory, @Nullable Agency receiver) {
    ResponseDeadline deadline = directory.responseDeadline(urgency, now);
    String dutyContact = receiver == null ? null : receiver.dutyContact();
    return new DeadlinePreview(
        urgency,
        deadline.respondBy(),
        deadline.dueSoonAt(),
        deadline.endsOnClosedDay(),
        dutyContact,
        message(urgency, deadline, dutyContact));
  }

  private static String message(
      Urgency urgency, ResponseDeadline deadline, @Nullable String dutyContact) {
    String until = "回答期限は" + DateWords.shortMoment(deadline.respondBy()) + "です。";
    boolean telephone = urgency == Urgency.EMERGENCY || deadline.endsOnClosedDay();
    String closed = deadline.endsOnClosedDay() ? "期限は閉庁日です。" : "";
    String first =
        telephone ? "先に電話してください" + (dutyContact == null ? "。" : "(当番 " + dutyContact + ")。") : "";
    return until + closed + first;
  }
}
