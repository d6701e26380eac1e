package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConferenceCommand;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.ConsentCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.InquiryCommand;
import jp.tsunagu.contract.lifecycle.PaperCommand;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.lifecycle.SideCommand;
import jp.tsunagu.contract.lifecycle.UnknownCommand;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.message.RefusalMatter;
import jp.tsunagu.gateway.decision.CaseDecider;
import jp.tsunagu.gateway.decision.Decision;
import jp.tsunagu.gateway.decision.DecisionContext;
import jp.tsunagu.gateway.decision.ReceiptDecider;
import jp.tsunagu.runtime.broker.Outgoing;
import org.jspecify.annotations.Nullable;

/** Judges one command. Touches no store, so that a command it fails on has no effect at all. */
final class CommandJudge {

  /** A state above this would not fit its topic; reached only by thousands of steps in one case. */
  private static final int LARGEST_STATE = 900_000;

  private final GatewayParts parts;
  private final Letters letters;

  CommandJudge(GatewayParts parts) {
    this.parts = parts;
    this.letters = new Letters(parts);
  }

  Verdict judge(
      AgencyId sender,
      CaseCommand command,
      CaseState before,
      @Nullable CaseNumber number,
      Instant now) {
    if (command.header().enteredAt().isBefore(now.minus(Memory.KEPT))) {
      return refused(command, RefusalCode.COMMAND_TOO_OLD, NextStep.CORRECT_AND_RESEND, now);
    }
    DecisionContext context = new DecisionContext(sender, now, parts.directory().get(), number);
    return switch (CaseDecider.decide(before, command, context)) {
      case Decision.Emit emit -> effective(command, before, emit.events(), now);
      case Decision.Refuse refuse -> new Verdict.Refused(answer(command, refuse, now));
    };
  }

  /**
   * What became of a receipt.
   *
   * @param change none where it says nothing new
   */
  record Received(Optional<Change> change, List<RefusalCode> passedOver) {}

  Received receive(AgencyId sender, ConfirmReceipt receipt, CaseState before, Instant now) {
    DecisionContext context = new DecisionContext(sender, now, parts.directory().get(), null);
    ReceiptDecider.Outcome outcome = ReceiptDecider.decide(before, receipt, context);
    Optional<Change> change =
        outcome.events().isEmpty()
            ? Optional.empty()
            : Optional.of(follow(before, outcome.events()));
    return new Received(change, outcome.passedOver());
  }

  Verdict.Refused refused(CaseCommand command, RefusalCode code, NextStep step, Instant now) {
    return new Verdict.Refused(answer(command, Decision.Refuse.with(code, step), now));
  }

  private static CommandRefused answer(CaseCommand command, Decision.Refuse refuse, Instant now) {
    CommandHeader header = command.header();
    return new CommandRefused(
        header.commandId(),
        header.caseId(),
        refuse.code(),
        new RefusalMatter(
            refuse.persons(), refuse.details(), refuse.recipients(), refuse.openReferral()),
        refuse.nextSteps(),
        false,
        now);
  }

  private Verdict effective(
      CaseCommand command, CaseState before, List<CaseEvent> events, Instant now) {
    Change told = follow(before, events);
    CaseState after = told.after();
    if (told.encoded().length > LARGEST_STATE) {
      return refused(command, RefusalCode.CASE_TOO_LARGE, NextStep.CONTACT_DESK, now);
    }
    List<Outgoing> records = new ArrayList<>();
    command
        .sealed()
        .ifPresent(dossier -> records.addAll(letters.dossier(after, legOf(command), dossier, now)));
    records.addAll(told.records());
    CommandHeader header = command.header();
    CommandAccepted answer =
        new CommandAccepted(
            header.commandId(),
            header.caseId(),
            before.sequence() + 1,
            after.sequence(),
            false,
            now);
    Change change = new Change(after, told.encoded(), told.next(), records);
    return new Verdict.Effective(answer, change);
  }

  /** The state after these events, and their records. */
  Change follow(CaseState before, List<CaseEvent> events) {
    List<Outgoing> records = new ArrayList<>();
    CaseState after = before;
    for (CaseEvent event : events) {
      CaseState next = CaseLifecycle.evolve(after, event);
      records.addAll(letters.protection(after, next, event));
      records.addAll(letters.consents(after, next, event));
      records.addAll(letters.taken(after, event));
      records.addAll(letters.event(next, event));
      after = next;
    }
    return new Change(after, parts.codec().encode(after), next(before, after), records);
  }

  private static Optional<Timer> next(CaseState before, CaseState after) {
    Optional<Instant> next = CaseDecider.nextDue(after);
    return next.equals(CaseDecider.nextDue(before))
        ? Optional.empty()
        : next.map(moment -> new Timer(moment, after.caseId()));
  }

  /** The leg a dossier travels with to each recipient. */
  private static Function<AgencyId, Optional<ReferralId>> legOf(CaseCommand command) {
    return switch (command) {
      case ReferralCommand.ForwardReferral forward -> _ -> Optional.of(forward.nextReferralId());
      case ReferralCommand referral -> _ -> Optional.of(referral.referralId());
      case CoordinationCommand.HandBackCase handBack -> _ -> Optional.of(handBack.referralId());
      case ConsultationCommand.ReceiveSheet sheet -> recipient -> legTo(recipient, sheet);
      case CoordinationCommand _,
          ConsultationCommand _,
          ConsentCommand _,
          ConferenceCommand _,
          SideCommand _,
          InquiryCommand _,
          PaperCommand _,
          UnknownCommand _ ->
          _ -> Optional.empty();
    };
  }

  /** A leg without receiver goes to the desk. */
  private static Optional<ReferralId> legTo(
      AgencyId recipient, ConsultationCommand.ReceiveSheet sheet) {
    return sheet.legs().stream()
        .filter(leg -> leg.receiver() == null || recipient.equals(leg.receiver()))
        .min(Comparator.comparing(leg -> leg.receiver() == null))
        .map(SheetLeg::referralId);
  }
}
