package jp.tsunagu.scheduler.body;

import java.time.LocalTime;
import java.util.Set;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import org.jspecify.annotations.Nullable;

/** Meeting bodies for tests. */
public final class Bodies {

  public static final String SECOND_TUESDAY = "FREQ=MONTHLY;BYDAY=2TU";

  private Bodies() {}

  /** 国分寺型: 2nd Tuesday 15:00–17:15, closing on the 2nd Tuesday of the month before, 17:15. */
  public static MeetingBody secondTuesday(ConferenceKind kind, ClosedDayRule rule) {
    return secondTuesday(kind, rule, 14);
  }

  static MeetingBody secondTuesday(
      ConferenceKind kind, ClosedDayRule rule, @Nullable Integer publishDaysBefore) {
    boolean support = kind == ConferenceKind.SUPPORT_CONFERENCE;
    return new MeetingBody(
        new BodyId(support ? "shien-kaigi" : "juso-kaigi"),
        kind.label(),
        new BodyCharge(kind, MeetingModel.FIXED_CALENDAR, Set.of(), true, true),
        new AgencyId(support ? "desk" : "shakyo"),
        new BodyDays(SECOND_TUESDAY, rule, LocalTime.of(15, 0)),
        new BodyPlace(135, "市役所会議室", "dai2-kayo"),
        new BodyDeadlines(
            new Closing(SECOND_TUESDAY, 1, LocalTime.of(17, 15), rule), publishDaysBefore, null, 1),
        Set.of());
  }

  /** A body of one model, with a remit; rides on the 4th Thursday where it has days at all. */
  public static MeetingBody of(
      String id,
      ConferenceKind kind,
      MeetingModel model,
      Set<Field> remit,
      boolean confirmsPlans,
      Set<AgencyId> members) {
    boolean perCase = model == MeetingModel.PER_CASE;
    return new MeetingBody(
        new BodyId(id),
        id,
        new BodyCharge(kind, model, remit, confirmsPlans, false),
        new AgencyId("desk"),
        new BodyDays(
            perCase ? null : "FREQ=MONTHLY;BYDAY=4TH",
            ClosedDayRule.NEXT_OPEN_DAY,
            perCase ? null : LocalTime.of(14, 0)),
        new BodyPlace(120, null, null),
        new BodyDeadlines(null, null, perCase ? 14 : null, null),
        members);
  }
}
