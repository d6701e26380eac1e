package jp.tsunagu.connector.dossier;

import java.util.UUID;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/** Whether a part that others sent, or a note beside it, can be read by now. */
final class HeldState {

  private final Place key;
  private final Origin origin;
  private final @Nullable PersonRef person;
  private final boolean namesNoOne;
  private PartState stored;
  private PartState now;

  /** Of a part: its dossier and its name; of a note its id and nothing. */
  record Place(UUID id, String name) {}

  /** With what it came; the leg of a dossier may become known later. */
  static final class Origin {

    private final CaseId caseId;
    private @Nullable ReferralId leg;

    Origin(CaseId caseId, @Nullable ReferralId leg) {
      this.caseId = caseId;
      this.leg = leg;
    }

    boolean isOf(CaseId asked) {
      return caseId.equals(asked);
    }

    void cameAgain(@Nullable ReferralId with) {
      leg = leg == null ? with : leg;
    }
  }

  HeldState(
      Place key, Origin origin, @Nullable PersonRef person, boolean namesNoOne, PartState state) {
    this.key = key;
    this.origin = origin;
    this.person = person;
    this.namesNoOne = namesNoOne;
    this.stored = state;
    this.now = state;
  }

  Place key() {
    return key;
  }

  PartState now() {
    return now;
  }

  boolean isNews() {
    return now != stored;
  }

  void becomes(PartState state) {
    now = state;
  }

  /** The same part came again: what opened takes the place of what was held. */
  void cameAgain(PartState with) {
    if (with == PartState.OPEN) {
      stored = with;
      now = with;
    }
  }

  boolean isOf(CaseId caseId) {
    return origin.isOf(caseId);
  }

  boolean isOf(PersonRef asked) {
    return asked.equals(person);
  }

  boolean isOf(ReferralId leg) {
    return leg.equals(origin.leg);
  }

  boolean isOfAPerson() {
    return person != null;
  }

  boolean namesNoOne() {
    return namesNoOne;
  }

  boolean cameWithoutLeg() {
    return origin.leg == null;
  }

  boolean cameWith(HeldState other) {
    return origin == other.origin || (origin.leg != null && origin.leg.equals(other.origin.leg));
  }
}
