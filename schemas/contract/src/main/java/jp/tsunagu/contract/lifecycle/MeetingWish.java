package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import jp.tsunagu.contract.id.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * What kind of meeting is wished for, how long, where and from when on.
 *
 * @param minutes wished for it, 5 to 240
 * @param body the body it is meant for; none leaves the choice to the scheduler
 * @param notBefore not on an agenda before this day; none means as soon as possible
 */
public record MeetingWish(
    ConferenceKind conference,
    MeetingPurpose purpose,
    int minutes,
    boolean urgent,
    @Nullable BodyId body,
    @Nullable LocalDate notBefore) {

  /** The same of this kind; a body it was meant for is of the other kind. */
  MeetingWish as(ConferenceKind kind) {
    return kind == conference
        ? this
        : new MeetingWish(kind, purpose, minutes, urgent, null, notBefore);
  }
}
