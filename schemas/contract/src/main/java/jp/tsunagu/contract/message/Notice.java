package jp.tsunagu.contract.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Consent;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an inbox beside the events of an agency's cases. A notice never causes a receipt;
 * else receipts would answer receipts for ever.
 */
public sealed interface Notice {

  /** When the gateway wrote it. */
  Instant recordedAt();

  /**
   * A command took effect; its events have these sequence numbers.
   *
   * @param repeated the command had been answered before, and this is the same answer again
   */
  record CommandAccepted(
      CommandId commandId,
      CaseId caseId,
      long firstSequence,
      long lastSequence,
      boolean repeated,
      Instant recordedAt)
      implements Notice {}

  /**
   * A command had no effect, and nobody but its sender learns of it.
   *
   * @param nextSteps what can be done instead, best first
   */
  record CommandRefused(
      CommandId commandId,
      CaseId caseId,
      RefusalCode code,
      RefusalMatter about,
      List<NextStep> nextSteps,
      boolean repeated,
      Instant recordedAt)
      implements Notice {
    public CommandRefused {

      nextSteps = List.copyOf(nextSteps);
    }

    /** One about no detail, recipient or referral. */
    public CommandRefused(
        CommandId commandId,
        CaseId caseId,
        RefusalCode code,
        Set<PersonRef> persons,
        List<NextStep> nextSteps,
        boolean repeated,
        Instant recordedAt) {
      this(
          commandId,
          caseId,
          code,
          new RefusalMatter(persons, Set.of(), Set.of(), null),
          nextSteps,
          repeated,
          recordedAt);
    }

    /** The same answer, given again. */
    public CommandRefused again() {
      return new CommandRefused(commandId, caseId, code, about, nextSteps, true, recordedAt);
    }
  }

  /**
   * A record of the agency's outbox could not be read; it lies in the dead letter queue.
   *
   * @param reason a code: {@code NOT_FRAMED}, {@code SCHEMA_UNKNOWN}, {@code BYTES_BROKEN}, {@code
   *     KEY_WRONG}, {@code PARTITION_WRONG}, {@code NOT_A_COMMAND}, {@code GATEWAY_FAULT}
   */
  record CommandUnreadable(int partition, long offset, String reason, Instant recordedAt)
      implements Notice {}

  /**
   * A consent that was recorded before this agency took part and names it: what may be told to it,
   * and what not. It stands before the event by which the agency begins to take part.
   *
   * @param shownTo whose inbox it is for
   * @param consent as it stands
   */
  record ConsentShown(CaseId caseId, AgencyId shownTo, Consent consent, Instant recordedAt)
      implements Notice {}

  /**
   * A sealed dossier for this agency: only its parts, only its keys. It stands before the event
   * that announces it.
   *
   * @param referralId the leg it travels with; none for a request for coordination
   */
  record DossierDelivered(
      CaseId caseId, @Nullable ReferralId referralId, SealedDossier dossier, Instant recordedAt)
      implements Notice {}

  /**
   * A piece of a file that hangs on a part this agency holds; that part stands before it.
   *
   * @param part the name of the part
   * @param number from 1
   */
  record PieceDelivered(
      CaseId caseId,
      DossierId dossierId,
      String part,
      int number,
      Bytes ciphertext,
      Instant recordedAt)
      implements Notice {}

  /** A notice of a newer program. */
  record UnknownNotice(Instant recordedAt, String recordName, Bytes bytes)
      implements Notice, NewerRecord {}
}
