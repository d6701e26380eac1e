package jp.tsunagu.contract.directory;

import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ResourceId;

/**
 * What an agency wishes about the register of resources (社会資源), through its own outbox; the record
 * key is the resource. It is answered in the register itself ({@link SocialResource#answers}).
 */
public sealed interface RegisterCommand {

  /** Names the wish. */
  CommandId commandId();

  /** When it was entered into the agency's system. */
  Instant enteredAt();

  /** What it is about. */
  ResourceId resourceId();

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
      implements RegisterCommand {}

  /**
   * It is not offered any more; places that are taken stay until they are given back.
   *
   * @param endedOn from when, a day in Tokyo
   */
  record EndResource(
      CommandId commandId, Instant enteredAt, ResourceId resourceId, LocalDate endedOn)
      implements RegisterCommand {}

  /** The agency takes a place for somebody whom it supports; for whom stays with the agency. */
  record TakePlace(CommandId commandId, Instant enteredAt, ResourceId resourceId, PlaceId placeId)
      implements RegisterCommand {}

  /** The agency that took a place gives it back. */
  record GiveBackPlace(
      CommandId commandId, Instant enteredAt, ResourceId resourceId, PlaceId placeId)
      implements RegisterCommand {}
}
