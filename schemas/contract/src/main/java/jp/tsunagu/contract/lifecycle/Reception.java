package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * How a household came (相談受付), as its sheet tells it and as it stays known.
 *
 * @param fields the fields (分野) it came with; never empty once a case stands
 * @param area the area (圏域) it lives in
 * @param introducedBy code of who pointed the household here (紹介元), from the city's list
 */
public record Reception(
    Set<Field> fields,
    AreaId area,
    Urgency urgency,
    ReceptionKind kind,
    @Nullable String introducedBy) {

  public Reception {
    fields = Set.copyOf(fields);
  }

  /** Who pointed the household here tells where it lives or works: hidden with its area. */
  Reception withoutPlace() {
    return new Reception(fields, AreaId.WITHHELD, urgency, kind, null);
  }
}
