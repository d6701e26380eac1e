package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * How a household came, as its sheet tells it (相談受付).
 *
 * @param persons how many persons the case names, 世帯員1 to 世帯員n; 1 to 30
 * @param introducedBy code of who pointed the household here (紹介元), from the city's list
 */
public record SheetReception(
    Set<Field> fields,
    AreaId area,
    Urgency urgency,
    ReceptionKind kind,
    int persons,
    @Nullable String introducedBy,
    @Nullable Protection protection) {
  public SheetReception {
    fields = Set.copyOf(fields);
  }
}
