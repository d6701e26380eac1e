package jp.tsunagu.contract.lifecycle;

import java.util.Optional;
import jp.tsunagu.contract.dossier.SealedDossier;

/** What an agency wishes to happen in a case. The gateway decides; nothing has happened yet. */
public sealed interface CaseCommand
    permits ConsultationCommand,
        ReferralCommand,
        CoordinationCommand,
        ConsentCommand,
        ConferenceCommand,
        SideCommand,
        InquiryCommand,
        PaperCommand,
        UnknownCommand {

  /** Identity, case and times of this command. */
  CommandHeader header();

  /** What travels sealed with it. */
  default Optional<SealedDossier> sealed() {
    return Optional.empty();
  }
}
