package jp.tsunagu.stats.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * How a case began (相談受付).
 *
 * @param fields the fields as they were known from a time on, oldest first, never empty
 * @param support the receiving agency's own support
 */
public record Reception(
    AgencyId receivedBy,
    AreaId area,
    Urgency urgency,
    ReceptionKind kind,
    @Nullable String introducedBy,
    List<KnownFields> fields,
    Span support) {

  public Reception {
    fields = List.copyOf(fields);
  }

  /** The fields as known from this time on. */
  public record KnownFields(Instant since, Set<Field> fields) {
    public KnownFields {
      fields = Set.copyOf(fields);
    }
  }

  /** The fields as they are known now. */
  public Set<Field> settledFields() {
    return fields.getLast().fields();
  }

  /** The fields as they were known at this moment; before the first, the first. */
  public Set<Field> fieldsAt(Instant moment) {
    Set<Field> known = fields.getFirst().fields();
    for (KnownFields next : fields) {
      if (!next.since().isAfter(moment)) {
        known = next.fields();
      }
    }
    return known;
  }

  Reception settled(Instant when, Set<Field> newFields) {
    List<KnownFields> more = new ArrayList<>(fields);
    more.add(new KnownFields(when, newFields));
    return new Reception(receivedBy, area, urgency, kind, introducedBy, more, support);
  }

  Reception ended(Instant when) {
    Span whole = new Span(support.from(), when);
    return new Reception(receivedBy, area, urgency, kind, introducedBy, fields, whole);
  }

  Reception withholding(AgencyId agency, AreaId newArea) {
    return new Reception(agency, newArea, urgency, kind, introducedBy, fields, support);
  }
}
