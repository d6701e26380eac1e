package jp.tsunagu.contract.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A resource (社会資源) of the register: everybody of the network reads it, and nobody of a household
 * stands in it.
 *
 * @param enteredBy the agency that entered it
 * @param revision how often what is offered was written, from 1
 * @param taken how many places are taken; by whom and for whom is told to nobody
 * @param endedOn from when it is not offered any more, a day in Tokyo; none while it is
 * @param answers what became of the last wishes about it, oldest first
 */
public record SocialResource(
    ResourceId resourceId,
    ResourceOffer offer,
    AgencyId enteredBy,
    int revision,
    int taken,
    @Nullable LocalDate endedOn,
    List<WishAnswer> answers)
    implements DirectoryRecord, RegisterEntry {

  /** Keeps an unmodifiable copy. */
  public SocialResource {
    answers = List.copyOf(answers);
  }

  /** One that was never written before. */
  public static SocialResource fresh(ResourceId id, ResourceOffer offer, AgencyId enteredBy) {
    return new SocialResource(id, offer, enteredBy, 1, 0, null, List.of());
  }

  @Override
  public String key() {
    return "resource/" + resourceId;
  }

  @Override
  public UUID id() {
    return resourceId.value();
  }

  @Override
  public String what() {
    return offer.what();
  }

  /** How many places are free on this day (Asia/Tokyo). */
  public int free(LocalDate day) {
    return hasEnded(day) ? 0 : Math.max(0, offer.capacity() - taken);
  }

  /** Whether it is not offered any more on this day (Asia/Tokyo). */
  public boolean hasEnded(LocalDate day) {
    return endedOn != null && !endedOn.isAfter(day);
  }

  @Override
  public boolean belongsTo(AgencyId agency) {
    return enteredBy.equals(agency) || offer.contact().equals(agency);
  }

  /** Offered like this from now on, also where it had ended. */
  public SocialResource offering(ResourceOffer next) {
    return new SocialResource(resourceId, next, enteredBy, revision + 1, taken, null, answers);
  }

  /** With so many places taken. */
  public SocialResource taking(int places) {
    return new SocialResource(resourceId, offer, enteredBy, revision, places, endedOn, answers);
  }

  /** Not offered any more from this day on. */
  public SocialResource ending(LocalDate day) {
    return new SocialResource(resourceId, offer, enteredBy, revision, taken, day, answers);
  }

  /** With one answer more. */
  public SocialResource answering(WishAnswer answer) {
    return new SocialResource(
        resourceId, offer, enteredBy, revision, taken, endedOn, WishAnswer.after(answers, answer));
  }
}
