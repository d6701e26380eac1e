package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.topic.Partitions;
import org.jspecify.annotations.Nullable;

/** Commands of the tests. */
final class Commands {
  private static final long VERSION_7 = 0x0190_0000_0000_7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long REFERRALS = 1L << 40;
  private static final long COMMANDS = 1L << 41;

  private long last;

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
    return new ReceiveConsultation(
        header(caseId, now),
        new Reception(
            Set.of(Field.ELDERLY_CARE, Field.POVERTY),
            new AreaId("east"),
            Urgency.NORMAL,
            ReceptionKind.NEW,
            null),
        2,
        protection);
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
