package jp.tsunagu.scheduler.agenda;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingItem;

/**
 * Which body hears this item?
 *
 * @param fields of its case
 * @param agencies everyone who comes for it
 * @param today the day it is asked, Asia/Tokyo; "in time" counts from the later of it and the
 *     item's {@code notBefore}
 */
public record RoutingQuestion(
    MeetingItem item, Set<Field> fields, Set<AgencyId> agencies, LocalDate today) {

  /** Keeps copies. */
  public RoutingQuestion {
    fields = Set.copyOf(fields);
    agencies = Set.copyOf(agencies);
  }

  LocalDate from() {
    LocalDate notBefore = item.wish().notBefore();
    return notBefore != null && notBefore.isAfter(today) ? notBefore : today;
  }
}
