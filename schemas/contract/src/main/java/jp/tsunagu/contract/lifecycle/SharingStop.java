package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A holder was asked to stop using a person's details.
 *
 * @param requestedBy the agency that withdrew the consent or released the member
 * @param answer what it did; none until it answered
 */
public record SharingStop(
    PersonRef person,
    AgencyId holder,
    AgencyId requestedBy,
    Instant requestedAt,
    @Nullable StopAnswer answer) {

  SharingStop answered(StopAnswer given) {
    return new SharingStop(person, holder, requestedBy, requestedAt, given);
  }
}
