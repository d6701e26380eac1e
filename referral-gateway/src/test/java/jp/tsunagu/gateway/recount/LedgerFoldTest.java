package jp.tsunagu.gateway.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.junit.jupiter.api.Test;

class LedgerFoldTest {
  private static final CaseId CASE = new CaseId(new UUID(1, 1));
  private static final AgencyId DESK = new AgencyId("desk");
  private final LedgerFold fold = new LedgerFold();

  @Test
  void a_ledger_and_its_own_fold_agree() {
    fold.read(received(EventId.of(CASE, 1)));
    fold.read(registered(2));
    CaseState stored =
        CaseLifecycle.evolve(
            CaseLifecycle.evolve(CaseState.beforeFirst(CASE), received(EventId.of(CASE, 1))),
            registered(2));
    assertThat(fold.differences()).isEmpty();
    assertThat(fold.compare("store", Map.of(CASE.toString(), stored), DESK)).isEmpty();
    assertThat(fold.events()).isEqualTo(2);
  }

  @Test
  void a_gap_and_a_foreign_event_id_are_noticed() {
    fold.read(received(EventId.of(CASE, 9)));
    fold.read(registered(3));
    assertThat(fold.differences())
        .containsExactly(
            "case " + CASE + ": event 1 has a foreign id", "case " + CASE + ": event 3 follows 1");
  }

  @Test
  void missing_surplus_and_differing_states_are_noticed() {
    fold.read(received(EventId.of(CASE, 1)));
    assertThat(fold.compare("store", Map.of(), DESK))
        .containsExactly("case " + CASE + " is missing in store");
    CaseState other = CaseState.beforeFirst(CASE);
    assertThat(fold.compare("store", Map.of(CASE.toString(), other, "other", other), DESK))
        .containsExactly(
            "case " + CASE + " differs in store", "case other of store is not in the ledger");
  }

  private static CaseEvent received(EventId eventId) {
    return new ConsultationReceived(
        header(eventId, 1),
        DESK,
        new Reception(
            Set.of(Field.POVERTY), new AreaId("east"), Urgency.NORMAL, ReceptionKind.NEW, null),
        1,
        null);
  }

  private static CaseEvent registered(long sequence) {
    return new PersonsRegistered(header(EventId.of(CASE, sequence), sequence), 3);
  }

  private static EventHeader header(EventId eventId, long sequence) {
    Instant now = Instant.parse("2026-04-07T01:00:00Z");
    return new EventHeader(
        eventId, CASE, sequence, new UUID(2, sequence), now, now, now, null, DESK, null);
  }
}
