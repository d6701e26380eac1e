package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.runtime.broker.Outgoing;

/** Carries commands out: once each, every one answered in its sender's inbox. */
final class CommandHandler {

  private final CaseStore cases;
  private final NumberStore numbers;
  private final Memory memory;
  private final CommandJudge judge;
  private final Letters letters;
  private final GatewayMetrics metrics;
  private final Consumer<Outgoing> out;

  CommandHandler(
      GatewayParts parts,
      CaseStore cases,
      NumberStore numbers,
      Memory memory,
      Consumer<Outgoing> out) {
    this.cases = cases;
    this.numbers = numbers;
    this.memory = memory;
    this.judge = new CommandJudge(parts);
    this.letters = new Letters(parts);
    this.metrics = parts.metrics();
    this.out = out;
  }

  /** Takes effect once; a repetition gets its first answer again. */
  void handle(AgencyId sender, CaseCommand command, Instant now) {
    CommandHeader header = command.header();
    CommandFault.guard(() -> memory.answer(sender, header.caseId(), header.commandId()))
        .ifPresentOrElse(
            earlier -> repeat(sender, command, earlier), () -> decide(sender, command, now));
  }

  /**
   * A record in a foreign partition: its case lives in another task, so it cannot be judged here.
   */
  void refuseMisplaced(AgencyId sender, CaseCommand command, Instant now) {
    Verdict.Refused refused =
        judge.refused(command, RefusalCode.PARTITION_WRONG, NextStep.CORRECT_AND_RESEND, now);
    metrics.refused(NewerRecord.kindOf(command), refused.answer().code());
    answer(sender, refused.answer(), command);
  }

  private void repeat(AgencyId sender, CaseCommand command, Notice earlier) {
    if (!stored(command).everProtected()) {
      metrics.repeated(NewerRecord.kindOf(command));
    }
    answer(sender, asRepeated(earlier), command);
  }

  private CaseState stored(CaseCommand command) {
    return CommandFault.guard(() -> cases.get(command.header().caseId()));
  }

  private static Notice asRepeated(Notice earlier) {
    return switch (earlier) {
      case CommandAccepted a ->
          new CommandAccepted(
              a.commandId(), a.caseId(), a.firstSequence(), a.lastSequence(), true, a.recordedAt());
      case CommandRefused refused -> refused.again();
      case Notice.CommandUnreadable _,
          Notice.DossierDelivered _,
          Notice.PieceDelivered _,
          Notice.ConsentShown _,
          Notice.UnknownNotice _ ->
          earlier;
    };
  }

  private void decide(AgencyId sender, CaseCommand command, Instant now) {
    CommandHeader header = command.header();
    CaseState before = stored(command);
    Optional<NumberStore.Free> free =
        before.sequence() > 0 ? Optional.empty() : CommandFault.guard(() -> numbers.next(now));
    CaseNumber number = free.map(NumberStore.Free::number).orElse(null);
    switch (CommandFault.guard(() -> judge.judge(sender, command, before, number, now))) {
      case Verdict.Effective effective -> {
        cases.put(effective.change());
        free.ifPresent(numbers::give);
        effective.change().next().ifPresent(memory::arm);
        effective.change().records().forEach(out);
        keep(sender, effective.answer(), command);
        if (!effective.change().after().everProtected()) {
          metrics.accepted(NewerRecord.kindOf(command), header.enteredAt(), now);
        }
      }
      case Verdict.Refused refused -> {
        keep(sender, refused.answer(), command);
        if (!before.everProtected()) {
          metrics.refused(NewerRecord.kindOf(command), refused.answer().code());
        }
      }
    }
  }

  private void keep(AgencyId sender, Notice answer, CaseCommand command) {
    CommandHeader header = command.header();
    memory.keep(sender, header.caseId(), header.commandId(), answer);
    answer(sender, answer, command);
  }

  private void answer(AgencyId sender, Notice answer, CaseCommand command) {
    String key = command.header().caseId().toString();
    letters.inbox(sender, key, (Record) answer).ifPresent(out);
  }
}
