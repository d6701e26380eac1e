package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;

/**
 * Who asked for an item, about whom, with whom and when.
 *
 * @param persons it names; their consent decides its kind
 * @param involved agencies at the table; none named means every member of the case's 支援会議
 * @param requestedAt when the gateway recorded it; in time or late is judged by this
 */
public record ItemRequest(
    Set<PersonRef> persons, AgencyId requestedBy, Set<AgencyId> involved, Instant requestedAt) {

  /** Keeps copies. */
  public ItemRequest {
    persons = Set.copyOf(persons);
    involved = Set.copyOf(involved);
  }

  ItemRequest with(Set<AgencyId> table) {
    return new ItemRequest(persons, requestedBy, table, requestedAt);
  }

  ItemRequest seenBy(Withholding withholding) {
    return new ItemRequest(
        persons, withholding.agency(requestedBy), withholding.agencies(involved), requestedAt);
  }
}
