package jp.tsunagu.connector.register;

import java.time.Instant;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A place of a resource (社会資源) that this agency took for somebody. For whom stands nowhere else.
 *
 * @param wish the command with which it was asked for
 * @param isSettled whether the network has answered that this agency has it
 * @param givenBackAt none while it has it
 */
public record Placement(
    PlaceId placeId,
    ResourceId resourceId,
    CaseId caseId,
    PersonRef person,
    CommandId wish,
    boolean isSettled,
    Instant takenAt,
    @Nullable Instant givenBackAt) {

  /** Whether it is hers now, or asked for. */
  public boolean isHeld() {
    return givenBackAt == null;
  }
}
