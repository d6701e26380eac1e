package jp.tsunagu.contract.directory;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.OccurrenceId;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;

/**
 * What an agency wishes about the register of resources (社会資源) and of what is missing (地域課題),
 * through its own outbox. It is answered in the register itself ({@link SocialResource#answers},
 * {@link CommunityIssue#answers}).
 */
public sealed interface RegisterCommand {

  /** Names the wish. */
  CommandId commandId();

  /** When it was entered into the agency's system. */
  Instant enteredAt();

  /** What it is about: the record key. */
  String subject();

  /** A wish about a resource. */
  sealed interface OfResource extends RegisterCommand {

    /** What it is about. */
    ResourceId resourceId();

    @Override
    default String subject() {
      return resourceId().toString();
    }
  }

  /** A wish about a 地域課題. */
  sealed interface OfIssue extends RegisterCommand {

    /** What it is about. */
    IssueId issueId();

    @Override
    default String subject() {
      return issueId().toString();
    }
  }

  /**
   * A resource is entered, or what it offers is said anew.
   *
   * @param basedOn the revision that was seen; 0 for a new one
   */
  record RecordResource(
      CommandId commandId,
      Instant enteredAt,
      ResourceId resourceId,
      int basedOn,
      ResourceOffer offer)
      implements OfResource {}

  /**
   * It is not offered any more; places that are taken stay until they are given back.
   *
   * @param endedOn from when, a day in Tokyo
   */
  record EndResource(
      CommandId commandId, Instant enteredAt, ResourceId resourceId, LocalDate endedOn)
      implements OfResource {}

  /** The agency takes a place for somebody whom it supports; for whom stays with the agency. */
  record TakePlace(CommandId commandId, Instant enteredAt, ResourceId resourceId, PlaceId placeId)
      implements OfResource {}

  /** The agency that took a place gives it back. */
  record GiveBackPlace(
      CommandId commandId, Instant enteredAt, ResourceId resourceId, PlaceId placeId)
      implements OfResource {}

  /**
   * A 地域課題 is entered, or what is missing is said anew.
   *
   * @param basedOn the revision that was seen; 0 for a new one
   */
  record RecordIssue(
      CommandId commandId, Instant enteredAt, IssueId issueId, int basedOn, IssueOutline outline)
      implements OfIssue {}

  /**
   * The gap was noticed once more, for a household that stays with the agency. It is not answered:
   * whoever reads the register would count the answers.
   */
  record ReportOccurrence(
      CommandId commandId, Instant enteredAt, IssueId issueId, OccurrenceId occurrenceId)
      implements OfIssue {}

  /** That was a mistake: what was reported is counted no more. It is not answered, either. */
  record TakeBackOccurrence(
      CommandId commandId, Instant enteredAt, IssueId issueId, OccurrenceId occurrenceId)
      implements OfIssue {}

  /**
   * It goes a step.
   *
   * @param basedOn the revision that was seen
   */
  record MoveIssue(
      CommandId commandId, Instant enteredAt, IssueId issueId, int basedOn, IssueStep step)
      implements OfIssue {}
}
