package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/** What stands in the access log of a dossier that is shown. */
final class Entries {

  private Entries() {}

  static AccessLog.Shown of(DossierView dossier, @Nullable ReferralId leg) {
    return of(
        dossier,
        dossier.parts().stream()
            .filter(part -> part.content() instanceof PartView.Content.Open)
            .toList(),
        leg);
  }

  static AccessLog.Shown of(DossierView dossier, List<PartView> parts, @Nullable ReferralId leg) {
    return new AccessLog.Shown(
        dossier.caseId(),
        leg == null ? dossier.referralId().orElse(null) : leg,
        dossier.dossierId(),
        parts.stream().map(part -> new AccessEntry.Part(part.name(), basis(part))).toList());
  }

  private static String basis(PartView part) {
    return part.basis().map(Entries::codes).orElse("");
  }

  private static String codes(SharingBasis basis) {
    return Stream.of(basis.kind(), basis.statute())
        .filter(Objects::nonNull)
        .map(Enum::name)
        .reduce((kind, statute) -> kind + " " + statute)
        .orElse("");
  }
}
