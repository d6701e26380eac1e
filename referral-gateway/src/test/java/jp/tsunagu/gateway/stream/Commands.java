package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.topic.Partitions;
import org.jspecify.annotations.Nullable;

/** Commands of the tests. */
final class Commands {
  private static final long VERSION_7 = 0x0190_0000_0000_7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long REFERRALS = 1L << 40;
  private static final long COMMANDS = 1L << 41;

  private static final long CONSENTS = 1L << 42;
  private static final long SHEET_LEGS = 1L << 20;

  private long last;
  private long legs = SHEET_LEGS;

  /** The cases that live in this partition of six, one after the other. */
  static Stream<CaseId> casesIn(int partition) {
    return Stream.iterate(1L, number -> number + 1)
        .map(number -> new CaseId(uuid(number)))
        .filter(caseId -> Partitions.of(caseId.toString(), 6) == partition);
  }

  private static UUID uuid(long number) {
    return new UUID(VERSION_7, VARIANT | number);
  }

  static ReferralId referral(long number) {
    return new ReferralId(uuid(REFERRALS + number));
  }

  CommandHeader header(CaseId caseId, Instant now) {
    return new CommandHeader(new CommandId(uuid(COMMANDS + ++last)), caseId, now, now, null, null);
  }

  ReceiveConsultation receive(CaseId caseId, Instant now, @Nullable Protection protection) {
    return new ReceiveConsultation(header(caseId, now), reception(), 2, protection);
  }

  private static Reception reception() {
    return new Reception(
        Set.of(Field.ELDERLY_CARE, Field.POVERTY),
        new AreaId("east"),
        Urgency.NORMAL,
        ReceptionKind.NEW,
        null);
  }

  /** A whole sheet: its reception, a consent, and a referral to each of these. */
  ReceiveSheet sheet(CaseId caseId, Instant at, AgencyId... receivers) {
    ConsentTerms terms =
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            Set.of(DetailKind.IDENTITY),
            Set.copyOf(List.of(receivers)),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 4, 1),
            null);
    CommandHeader header = header(caseId, at);
    return new ReceiveSheet(
        header,
        reception(),
        2,
        null,
        List.of(new SheetConsent(new ConsentId(uuid(CONSENTS + last)), terms)),
        Stream.of(receivers).map(this::leg).toList(),
        null);
  }

  private SheetLeg leg(AgencyId receiver) {
    return new SheetLeg(referral(++legs), receiver, ReferralMode.TOGETHER, null);
  }

  SendReferral send(CaseId caseId, ReferralId leg, AgencyId receiver, Urgency urgency, Instant at) {
    return new SendReferral(
        header(caseId, at), leg, receiver, ReferralMode.TOGETHER, urgency, null, null);
  }

  SubmitSheet submit(CaseId caseId, ReferralId leg, Instant at) {
    return new SubmitSheet(header(caseId, at), leg, Urgency.EMERGENCY, null);
  }

  AcceptReferral accept(CaseId caseId, ReferralId leg, Instant at) {
    return new AcceptReferral(header(caseId, at), leg, null);
  }

  WithdrawReferral withdraw(CaseId caseId, ReferralId leg, Instant at) {
    return new WithdrawReferral(header(caseId, at), leg);
  }
}
