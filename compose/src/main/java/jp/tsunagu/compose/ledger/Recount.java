package jp.tsunagu.compose.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;

/**
 * New consultations received by the 相談支援包括化推進員, counted from the ledger: cases that reached the
 * desk, received by itself or as a つなぐシート, each once, by the fields at reception.
 */
public record Recount(Map<Set<Field>, Integer> counts) {

  public Recount {
    counts = Map.copyOf(counts);
  }

  /** Counts the cases of these events. */
  public static Recount of(Collection<CaseEvent> events, AgencyId desk) {
    var fields = new HashMap<CaseId, Set<Field>>();
    var reached = new HashSet<CaseId>();
    for (var event : events) {
      var caseId = event.header().caseId();
      if (event instanceof ConsultationReceived received) {
        fields.put(caseId, received.reception().fields());
        if (received.receivedBy().equals(desk)) {
          reached.add(caseId);
        }
      } else if (event instanceof SheetSubmitted submitted && submitted.desk().equals(desk)) {
        reached.add(caseId);
      }
    }
    var counts = new HashMap<Set<Field>, Integer>();
    for (var caseId : reached) {
      counts.merge(fields.getOrDefault(caseId, Set.of()), 1, Integer::sum);
    }
    return new Recount(counts);
  }

  /** How many cases have exactly these fields. */
  public int of(Set<Field> combination) {
    return counts.getOrDefault(combination, 0);
  }

  /** All cases. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Rows of the table that this recount does not equal; empty also means nothing beside them. */
  public List<CombinationTable.Row> differingFrom(CombinationTable table) {
    return table.rows().stream().filter(row -> of(row.combination()) != row.count()).toList();
  }

  /** Whether every row is equal and no combination beside the rows was counted. */
  public boolean matches(CombinationTable table) {
    return differingFrom(table).isEmpty() && total() == table.total();
  }
}
