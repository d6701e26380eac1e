package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides a whole つなぐシート: its reception, then each consent, then each referral, each on the case as
 * the steps before leave it. The first step that cannot be refuses all of them.
 */
final class SheetDecider {

  private final ReceiveSheet sheet;

  private SheetDecider(ReceiveSheet sheet) {
    this.sheet = sheet;
  }

  static Decision decide(Attempt attempt, ReceiveSheet sheet) {
    return Steps.decide(attempt, new SheetDecider(sheet).steps());
  }

  private List<Steps.Step> steps() {
    Stream<Steps.Step> reception = Stream.of(this::receive);
    Stream<Steps.Step> consents =
        sheet.consents().stream()
            .map(consent -> attempt -> ConsentDecider.recordWith(attempt.under(untold()), consent));
    Stream<Steps.Step> legs = sheet.legs().stream().map(leg -> attempt -> passOn(attempt, leg));
    return Stream.of(reception, consents, Stream.<Steps.Step>of(this::dossierMayTravel), legs)
        .flatMap(steps -> steps)
        .toList();
  }

  /** What was told by telephone was told to the agency it is passed on to. */
  private CommandHeader untold() {
    return sheet.header().withoutTelephone();
  }

  private Decision receive(Attempt attempt) {
    return ConsultationDecider.decide(
        attempt.under(untold()),
        new ReceiveConsultation(untold(), sheet.reception(), sheet.persons(), sheet.protection()));
  }

  /** Judged once, for all its receivers: the legs carry the same dossier. */
  private Decision dossierMayTravel(Attempt attempt) {
    Set<AgencyId> receivers =
        sheet.legs().stream().map(leg -> receiver(attempt, leg)).collect(Collectors.toSet());
    Optional<Refuse> broken =
        Stream.concat(
                receivers.stream().sorted().map(receiver -> Receivers.check(attempt, receiver)),
                Stream.of(Dossiers.check(attempt, sheet.dossier(), receivers)))
            .flatMap(Optional::stream)
            .findFirst();
    return broken.isPresent() ? broken.get() : new Decision.Emit(List.of());
  }

  private Decision passOn(Attempt attempt, SheetLeg leg) {
    return Rule.decide(
        attempt,
        List.of(
            a -> CaseRules.referralMustBeNew(a, leg.referralId()),
            a -> SendingDecider.receiverMustHaveNoOpenLeg(a, receiver(a, leg), leg.mode(), false)),
        () -> passedOn(attempt, leg));
  }

  private Decision passedOn(Attempt attempt, SheetLeg leg) {
    Urgency urgency = Objects.requireNonNullElse(leg.urgency(), sheet.reception().urgency());
    SealedDossier dossier = sheet.dossier();
    AgencyId receiver = leg.receiver();
    return receiver == null
        ? SendingDecider.submitted(
            attempt, new SubmitSheet(sheet.header(), leg.referralId(), urgency, dossier))
        : SendingDecider.sent(
            attempt,
            new SendReferral(
                sheet.header(), leg.referralId(), receiver, leg.mode(), urgency, null, dossier));
  }

  private static AgencyId receiver(Attempt attempt, SheetLeg leg) {
    return Objects.requireNonNullElse(leg.receiver(), attempt.desk());
  }
}
