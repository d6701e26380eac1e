package jp.tsunagu.scheduler.agenda;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import org.jspecify.annotations.Nullable;

/** Where an item is heard. */
public sealed interface Route {

  /**
   * At a regular meeting of a body.
   *
   * @param toAppoint agencies of the item's 支援会議 that are no members of the body and are appointed
   *     for this case (構成員の委嘱); empty for a 重層的支援会議
   */
  record ToBody(BodyId body, Set<AgencyId> toAppoint) implements Route {

    /** Keeps a copy. */
    public ToBody {
      toAppoint = Set.copyOf(toAppoint);
    }
  }

  /**
   * At a meeting of its own, called for the case; its day is chosen with the involved agencies.
   *
   * @param body in whose name it is called
   * @param instead why no existing body hears it, {@code BODY_NOT_IN_TIME} or {@code
   *     OUTSIDE_REMIT}; none where meetings are per case anyway
   */
  record OwnMeeting(BodyId body, @Nullable CarryReason instead) implements Route {}

  /** At once (緊急会議). */
  record AtOnce(BodyId body) implements Route {}

  /** Nowhere: no body of this kind of conference is configured. */
  record Nowhere() implements Route {}
}
