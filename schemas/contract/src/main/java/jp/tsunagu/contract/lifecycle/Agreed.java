package jp.tsunagu.contract.lifecycle;

import java.util.List;
import java.util.Set;

/**
 * What a meeting agreed on for an item.
 *
 * @param roles what each agency does from now on, as codes of the city's list
 * @param leads who stays alongside from now on (主担当)
 * @param needed which support beside the case it judged necessary for those the item names
 */
public record Agreed(List<AgencyRole> roles, List<Lead> leads, Set<SideKind> needed) {

  /** Keeps unmodifiable copies. */
  public Agreed {
    roles = List.copyOf(roles);
    leads = List.copyOf(leads);
    needed = Set.copyOf(needed);
  }

  /** Without another support. */
  public Agreed(List<AgencyRole> roles, List<Lead> leads) {
    this(roles, leads, Set.of());
  }

  Agreed seenBy(Withholding withholding) {
    return new Agreed(withholding.roles(roles), withholding.leads(leads), needed);
  }
}
