package jp.tsunagu.connector.sheet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.PartView.Content;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is shown of dossiers it received while it is not named for the whereabouts of a
 * protected case (保護案件): everything but address and telephone. So a protection that is registered
 * later reaches what was delivered before; once it is lifted, all is shown again.
 */
final class HiddenContact {

  private HiddenContact() {}

  /**
   * The dossier as this agency is shown it.
   *
   * @param protection of the case as this agency was told of it; none where it is not protected
   */
  static DossierView shown(DossierView dossier, @Nullable Protection protection, AgencyId own) {
    boolean isOpen =
        protection == null || protection.opensContactTo(own) || dossier.sender().equals(own);
    return isOpen
        ? dossier
        : new DossierView(
            dossier.dossierId(),
            dossier.caseId(),
            dossier.referralId(),
            dossier.sender(),
            dossier.heldSince(),
            dossier.parts().stream().map(HiddenContact::withoutContact).toList());
  }

  private static PartView withoutContact(PartView part) {
    if (part.kind() == PartKind.FILE && part.content() instanceof Content.Open) {
      return with(part, part.details(), new Content.Hidden());
    }
    return part.details().contains(DetailKind.CONTACT)
            && part.content() instanceof Content.Open(var json)
        ? without(part, json.value())
        : part;
  }

  /** Closed where nothing else is in it, or where it cannot be told apart. */
  private static PartView without(PartView part, Bytes content) {
    Set<DetailKind> others = new HashSet<>(part.details());
    others.remove(DetailKind.CONTACT);
    return Optional.of(content)
        .filter(_ -> !others.isEmpty())
        .flatMap(json -> PartContent.only(json, detail -> detail != DetailKind.CONTACT))
        .map(json -> with(part, others, new Content.Open(new Sensitive<>(json))))
        .orElseGet(() -> with(part, part.details(), new Content.Hidden()));
  }

  private static PartView with(PartView part, Set<DetailKind> details, Content content) {
    return new PartView(
        part.name(),
        part.kind(),
        part.person(),
        details,
        part.sharing(),
        part.namesNoOne(),
        part.form(),
        content);
  }
}
