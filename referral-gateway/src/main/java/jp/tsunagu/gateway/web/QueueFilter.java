package jp.tsunagu.gateway.web;

import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.runtime.page.Query;

/**
 * Which of what waits a page of the queue shows, whatever the lane; an empty set asks for nothing.
 * Like {@link CaseFilter} it is asked about visible things only.
 */
record QueueFilter(
    Set<String> agencies, Set<Field> fields, Set<String> areas, Set<Urgency> urgencies)
    implements Predicate<QueueEntry> {

  static QueueFilter read(Query query, Names names) {
    return new QueueFilter(
        query.choices("agency", Choices.agencies(names)),
        query.choices("field", Field.class),
        query.choices("area", Choices.areas(names)),
        query.choices("urgency", Urgency.class));
  }

  @Override
  public boolean test(QueueEntry entry) {
    return CaseFilter.fits(urgencies, entry.urgency()) && fitsAgency(entry) && fitsCase(entry);
  }

  private boolean fitsAgency(QueueEntry entry) {
    Referral leg = entry.leg();
    if (agencies.isEmpty()) {
      return true;
    }
    return leg == null
        ? CaseFilter.involved(entry.state()).anyMatch(agencies::contains)
        : has(leg.sender()) || has(leg.receiver());
  }

  private boolean has(AgencyId agency) {
    return agencies.contains(agency.value());
  }

  private boolean fitsCase(QueueEntry entry) {
    Consultation consultation = entry.state().consultation();
    if (consultation == null) {
      return fields.isEmpty() && areas.isEmpty();
    }
    return (fields.isEmpty() || consultation.fields().stream().anyMatch(fields::contains))
        && CaseFilter.fits(areas, consultation.reception().area().value());
  }
}
