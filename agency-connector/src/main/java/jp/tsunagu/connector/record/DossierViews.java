package jp.tsunagu.connector.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.connector.dossier.FileNote;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PartKind;

/** Shows what is held, and why what cannot be read cannot be read. */
final class DossierViews {

  private DossierViews() {}

  /** The files that hang on these and can be read, with how many pieces each has. */
  static Map<FileId, Integer> files(List<HeldDossier> held) {
    Map<FileId, Integer> files = new HashMap<>();
    held.stream()
        .flatMap(dossier -> dossier.parts().stream())
        .filter(part -> part.state() == PartState.OPEN && part.part().told().file() != null)
        .forEach(
            part ->
                files.put(
                    Objects.requireNonNull(part.part().told().file()),
                    FileNote.of(part.part().told().content()).pieces()));
    return files;
  }

  /**
   * A dossier as it is shown.
   *
   * @param whole the files of which every piece is there
   */
  static DossierView of(HeldDossier held, Set<FileId> whole) {
    return new DossierView(
        held.dossierId(),
        held.caseId(),
        held.referralId(),
        held.sender(),
        held.heldSince(),
        held.parts().stream().map(part -> of(part, whole)).toList());
  }

  private static PartView of(HeldPart held, Set<FileId> whole) {
    OpenPart part = held.part();
    return new PartView(
        part.name(),
        part.kind(),
        Optional.ofNullable(part.person()),
        part.details(),
        PartView.Sharing.of(part),
        part.namesNoOne(),
        Optional.ofNullable(part.form()),
        isComing(held, whole) ? new PartView.Content.Coming() : content(held));
  }

  private static boolean isComing(HeldPart held, Set<FileId> whole) {
    FileId file = held.part().told().file();
    return held.state() == PartState.OPEN && file != null && !whole.contains(file);
  }

  private static Bytes shown(OpenPart part) {
    Bytes content = part.told().content();
    return part.kind() == PartKind.FILE ? FileNote.shown(content) : content;
  }

  private static PartView.Content content(HeldPart held) {
    return switch (held.state()) {
      case OPEN -> new PartView.Content.Open(new Sensitive<>(shown(held.part())));
      case LOCKED -> new PartView.Content.Locked();
      case RETURNED -> new PartView.Content.Returned();
      case ERASED -> new PartView.Content.Erased();
      case UNOPENABLE -> new PartView.Content.Unopenable();
    };
  }
}
