package jp.tsunagu.contract.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Commands about the case itself: its consultation, its persons, its protection. */
public sealed interface ConsultationCommand extends CaseCommand {

  /**
   * A household came (相談受付): the case begins.
   *
   * @param persons how many persons the case names, 世帯員1 to 世帯員n; 1 to 30
   */
  record ReceiveConsultation(
      CommandHeader header, Reception reception, int persons, @Nullable Protection protection)
      implements ConsultationCommand {}

  /**
   * A whole つなぐシート: reception, consents and referrals take effect together or not at all.
   *
   * @param persons how many persons the case names, 世帯員1 to 世帯員n; 1 to 30
   * @param legs whom the household is connected to; empty if nobody
   * @param dossier what travels sealed with it, each part for those who may read it
   */
  record ReceiveSheet(
      CommandHeader header,
      Reception reception,
      int persons,
      @Nullable Protection protection,
      List<SheetConsent> consents,
      List<SheetLeg> legs,
      @Nullable SealedDossier dossier)
      implements ConsultationCommand {
    public ReceiveSheet {
      consents = List.copyOf(consents);
      legs = List.copyOf(legs);
    }

    @Override
    public Optional<SealedDossier> sealed() {
      return Optional.ofNullable(dossier);
    }
  }

  /** The fields as they turned out after assessment; those at reception stay known. */
  record SettleFields(CommandHeader header, Set<Field> fields) implements ConsultationCommand {
    public SettleFields {
      fields = Set.copyOf(fields);
    }
  }

  /** More persons of the household became known: the case now names 世帯員1 to 世帯員n. */
  record RegisterPersons(CommandHeader header, int persons) implements ConsultationCommand {}

  /** A protection measure begins or changes (DV等支援措置). */
  record ProtectCase(CommandHeader header, Protection protection) implements ConsultationCommand {}

  /** A person decided that the protection is over; expiry alone never opens a case. */
  record LiftProtection(CommandHeader header) implements ConsultationCommand {}

  /** The receiving agency's own support ends; referrals go on. */
  record EndSupport(CommandHeader header, CompletionOutcome outcome)
      implements ConsultationCommand {}

  /**
   * A 通告 or 通報 was made by telephone ({@code phonedAt} of the header): recorded afterwards, no
   * referral. What was said stays with who said it.
   *
   * @param statute one that lets the telephone come first
   * @param persons whom it is about; at least one
   */
  record RecordNotification(
      CommandHeader header, NotifiedOffice office, Statute statute, Set<PersonRef> persons)
      implements ConsultationCommand {
    public RecordNotification {
      persons = Set.copyOf(persons);
    }
  }
}
