package jp.tsunagu.connector.record;

import java.util.Optional;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sensitive.Sensitive;

/** Shows what is held, and why what cannot be read cannot be read. */
final class DossierViews {

  private DossierViews() {}

  static DossierView of(HeldDossier held) {
    return new DossierView(
        held.dossierId(),
        held.caseId(),
        held.referralId(),
        held.sender(),
        held.heldSince(),
        held.parts().stream().map(DossierViews::of).toList());
  }

  private static PartView of(HeldPart held) {
    OpenPart part = held.part();
    return new PartView(
        part.name(),
        part.kind(),
        Optional.ofNullable(part.person()),
        part.details(),
        Optional.ofNullable(part.basis()),
        part.namesNoOne(),
        Optional.ofNullable(part.form()),
        content(held));
  }

  private static PartView.Content content(HeldPart held) {
    return switch (held.state()) {
      case OPEN -> new PartView.Content.Open(new Sensitive<>(held.part().told().content()));
      case LOCKED -> new PartView.Content.Locked();
      case RETURNED -> new PartView.Content.Returned();
      case ERASED -> new PartView.Content.Erased();
      case UNOPENABLE -> new PartView.Content.Unopenable();
    };
  }
}
