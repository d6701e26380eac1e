package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.function.Consumer;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.runtime.broker.Outgoing;

/** Takes receipts in: they have no answer, and what they tell again has no effect. */
final class ReceiptHandler {

  private final CaseStore cases;
  private final CommandJudge judge;
  private final GatewayMetrics metrics;
  private final Consumer<Outgoing> out;

  ReceiptHandler(GatewayParts parts, CaseStore cases, Consumer<Outgoing> out) {
    this.cases = cases;
    this.judge = new CommandJudge(parts);
    this.metrics = parts.metrics();
    this.out = out;
  }

  void handle(AgencyId sender, ConfirmReceipt receipt, Instant now) {
    CaseState before = CommandFault.guard(() -> cases.get(receipt.caseId()));
    CommandJudge.Received received =
        CommandFault.guard(() -> judge.receive(sender, receipt, before, now));
    received
        .change()
        .ifPresent(
            change -> {
              cases.put(change);
              change.records().forEach(out);
            });
    if (!before.everProtected()) {
      received.passedOver().forEach(code -> metrics.refused(kindOf(receipt), code));
      received.change().ifPresent(_ -> metrics.accepted(kindOf(receipt), receipt.arrivedAt(), now));
    }
  }

  private static String kindOf(ConfirmReceipt receipt) {
    return receipt.getClass().getSimpleName();
  }
}
