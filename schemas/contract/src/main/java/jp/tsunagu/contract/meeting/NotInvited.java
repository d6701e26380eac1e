package jp.tsunagu.contract.meeting;

import java.util.List;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Agencies that an item names and that are not invited to it, being no members (構成員) of its 支援会議.
 *
 * @param agencies in the order of their ids
 */
public record NotInvited(ItemRef item, List<AgencyId> agencies) {
  public NotInvited {
    agencies = agencies.stream().sorted().distinct().toList();
  }
}
