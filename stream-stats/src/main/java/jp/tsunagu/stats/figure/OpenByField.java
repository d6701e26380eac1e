package jp.tsunagu.stats.figure;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.Reception;
import jp.tsunagu.stats.fact.Span;

/**
 * How many cases of each field (分野) somebody held at certain moments. A case of two fields stands
 * under both, each as it was known at the moment; protected cases stand under none.
 */
public final class OpenByField {

  private final List<Instant> moments;
  private final long[][] numbers;

  private OpenByField(List<Instant> moments) {
    this.moments = List.copyOf(moments);
    this.numbers = new long[Field.values().length][moments.size()];
  }

  /** The numbers of these cases at these moments, one per moment for each field. */
  public static OpenByField at(List<Instant> moments, Iterable<CaseFacts> cases) {
    OpenByField counted = new OpenByField(moments);
    cases.forEach(counted::add);
    return counted;
  }

  private void add(CaseFacts facts) {
    Reception reception = facts.reception();
    if (facts.everProtected() || reception == null) {
      return;
    }
    List<Span> held = Holds.anywhere(facts, Holds.of(facts));
    for (int i = 0; i < moments.size(); i++) {
      Instant moment = moments.get(i);
      if (held.stream().anyMatch(span -> span.contains(moment))) {
        for (Field field : reception.fieldsAt(moment)) {
          numbers[field.ordinal()][i]++;
        }
      }
    }
  }

  /** One number per moment. */
  public List<Long> of(Field field) {
    return Arrays.stream(numbers[field.ordinal()]).boxed().toList();
  }
}
