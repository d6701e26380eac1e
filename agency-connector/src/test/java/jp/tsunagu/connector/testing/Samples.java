package jp.tsunagu.connector.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.outbox.Answer;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.outbox.Wishes;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Urgency;

/** Invented wishes. */
public final class Samples {

  private Samples() {}

  /** A new case id. */
  public static CaseId caseId() {
    return new CaseId(UuidVersion7.at(Instant.now(), ThreadLocalRandom.current()));
  }

  /** A new referral id. */
  public static ReferralId referralId() {
    return new ReferralId(UuidVersion7.at(Instant.now(), ThreadLocalRandom.current()));
  }

  /** A new dossier id. */
  public static DossierId dossierId() {
    return new DossierId(UuidVersion7.at(Instant.now(), ThreadLocalRandom.current()));
  }

  /** A header with a new command id. */
  public static CommandHeader header(CaseId caseId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    CommandId id = new CommandId(UuidVersion7.at(now, ThreadLocalRandom.current()));
    return new CommandHeader(id, caseId, now, now, null, null);
  }

  /** A household came. */
  public static Wish consultation(CaseId caseId) {
    return Wish.of(
        new ReceiveConsultation(
            header(caseId),
            new Reception(
                Set.of(Field.values()[0]),
                new AreaId("east"),
                Urgency.values()[0],
                ReceptionKind.values()[0],
                null),
            2,
            null));
  }

  /** A command that can be told from the others by its number. */
  public static Wish numbered(CaseId caseId, int number) {
    return Wish.of(new RegisterPersons(header(caseId), number));
  }

  /** A referral with a dossier. */
  public static Wish referral(
      CaseId caseId, ReferralId referralId, AgencyId receiver, OpenDossier dossier) {
    return new Wish(
        new SendReferral(
            header(caseId),
            referralId,
            receiver,
            ReferralMode.TOGETHER,
            Urgency.values()[0],
            null,
            null),
        dossier);
  }

  /** A dossier with one person's part and a note. */
  public static OpenDossier dossier(String text, AgencyId... recipients) {
    return new OpenDossier(
        dossierId(),
        List.of(
            new OpenPart(
                "person-1",
                PartKind.PERSON,
                new PersonRef(1),
                Set.of(DetailKind.IDENTITY),
                SharingBasis.CONSENT,
                Set.of(recipients),
                json(text),
                null),
            new OpenPart(
                "note",
                PartKind.NOTE,
                null,
                Set.of(),
                null,
                new OpenPart.Told(Set.of(recipients), json("連絡")),
                null,
                true)));
  }

  /** A JSON string. */
  public static Bytes json(String text) {
    return Bytes.copyOf(('"' + text + '"').getBytes(StandardCharsets.UTF_8));
  }

  /** These wishes, answered with 202. */
  public static Wishes wishes(Wish... wishes) {
    return new Wishes(List.of(wishes), new Answer(202, "/somewhere", json("ok")));
  }

  /** A response clock. */
  public static ResponseClock clock() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new ResponseClock(
        now.plus(Duration.ofHours(1)),
        now.plus(Duration.ofHours(2)),
        now.plus(Duration.ofHours(3)),
        false);
  }

  /** That a leg without content went from one to the other, to be answered in the usual time. */
  public static ReferralSent sent(EventHeader header, ReferralId leg, AgencyId from, AgencyId to) {
    return new ReferralSent(
        header,
        leg,
        new ChainPlace(leg, null),
        new LegParties(from, to),
        ReferralMode.TOGETHER,
        Urgency.NORMAL,
        clock(),
        null);
  }
}
