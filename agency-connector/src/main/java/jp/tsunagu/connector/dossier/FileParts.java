package jp.tsunagu.connector.dossier;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.DossierId;
import org.jspecify.annotations.Nullable;

/** The parts on which files hang. */
public final class FileParts {

  private FileParts() {}

  /** The files that are handed in with these dossiers, and say nothing of themselves yet. */
  static Set<FileId> handedIn(Collection<DossierStore.Own> dossiers) {
    return dossiers.stream()
        .flatMap(own -> handedIn(own.dossier()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of one dossier; one may stand there twice. */
  public static Stream<FileId> handedIn(OpenDossier dossier) {
    return dossier.parts().stream()
        .map(OpenPart::told)
        .filter(told -> told.file() != null && told.content().size() == 0)
        .map(OpenPart.Told::file)
        .map(Objects::requireNonNull);
  }

  /** Whether a file hangs on a part of this dossier. */
  public static boolean isAny(OpenDossier dossier) {
    return dossier.parts().stream().anyMatch(part -> part.told().file() != null);
  }

  /** The part with what is known of its file; any other as it is. */
  static OpenPart noted(OpenPart part, Map<FileId, FileNote> handedIn) {
    FileId file = part.told().file();
    FileNote note = file == null ? null : handedIn.get(file);
    return note == null || part.told().content().size() > 0 ? part : part.saying(note.json());
  }

  /** Where the pieces lie of a file that hangs on a part that came; none for any other part. */
  static @Nullable FileId file(DossierId dossierId, SealedPart part) {
    return part.kind() == PartKind.FILE ? FileId.of(dossierId, part.name()) : null;
  }
}
