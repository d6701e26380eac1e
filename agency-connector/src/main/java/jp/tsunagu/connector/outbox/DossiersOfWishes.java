package jp.tsunagu.connector.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What travels with commands: kept here as what was sent, with its parts and files to be sent. */
@Component
final class DossiersOfWishes {

  private final DossierStore dossiers;

  DossiersOfWishes(DossierStore dossiers) {
    this.dossiers = dossiers;
  }

  /**
   * Keeps it, in the transaction that stores the commands.
   *
   * @param rows of the wishes in the outbox, in their order; others may follow
   */
  void keep(AgencyDatabase database, List<Wish> wishes, List<Long> rows, Instant now) {
    Map<Long, OpenDossier> travelling = new LinkedHashMap<>();
    List<DossierStore.Own> written = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      Wish wish = wishes.get(i);
      OpenDossier dossier = wish.dossier();
      if (dossier != null) {
        travelling.put(rows.get(i), dossier);
      }
      if (dossier != null && !wish.isHeld()) {
        CaseCommand command = wish.command();
        written.add(new DossierStore.Own(command.header().caseId(), referralOf(command), dossier));
      }
    }
    dossiers.keepOwn(database, written, now);
    OutboxRows.insertParts(database, travelling);
    OutboxRows.carryFiles(database, travelling);
  }

  private static @Nullable ReferralId referralOf(CaseCommand command) {
    if (command instanceof ReferralCommand referral) {
      return referral.referralId();
    }
    if (command instanceof ReceiveSheet sheet) {
      return sheet.legs().stream().map(SheetLeg::referralId).findFirst().orElse(null);
    }
    return command instanceof CoordinationCommand.HandBackCase handBack
        ? handBack.referralId()
        : null;
  }
}
