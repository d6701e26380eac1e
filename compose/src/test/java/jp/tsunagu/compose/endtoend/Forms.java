package jp.tsunagu.compose.endtoend;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagu.compose.household.Household;
import jp.tsunagu.compose.household.Households;
import jp.tsunagu.compose.household.Sheet;
import jp.tsunagu.compose.household.SheetJson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import tools.jackson.databind.node.ObjectNode;

/** Forms that are right, for a test to send as they are or to change. */
final class Forms {
  private static final LocalDate CONSENTED = LocalDate.of(2026, 4, 1);
  private static final AtomicInteger SEED = new AtomicInteger();

  private Forms() {}

  /** Another household; its first person consents to these recipients. */
  static ObjectNode sentTo(AgencyId receiver, AgencyId... alsoAllowed) {
    return form(new Sheet.Sending(receiver), recipients(receiver, alsoAllowed));
  }

  /** A つなぐシート without addressee. */
  static ObjectNode sheet(AgencyId... allowed) {
    return form(new Sheet.Sending(null), List.of(allowed));
  }

  private static ObjectNode form(Sheet.Sending sending, List<AgencyId> recipients) {
    var household = household(new Households(new Random(SEED.incrementAndGet()), CONSENTED));
    return SheetJson.tree(new Sheet(household, recipients, CONSENTED, "相談します。", sending));
  }

  private static Household household(Households households) {
    return households.next(List.of(Field.ELDERLY_CARE, Field.DISABILITY));
  }

  private static List<AgencyId> recipients(AgencyId receiver, AgencyId... others) {
    var all = new java.util.ArrayList<>(List.of(others));
    all.add(receiver);
    return all;
  }
}
