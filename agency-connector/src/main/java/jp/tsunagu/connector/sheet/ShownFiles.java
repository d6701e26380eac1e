package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files that hang on the dossiers of an agency, under the rules of the parts they hang on
 * ({@link ShownDossiers}): nothing is handed out before it is recorded who gets it.
 */
@Component
public final class ShownFiles {

  private final Records records;
  private final Sight sight;
  private final AccessLog log;

  ShownFiles(Records records, Sight sight, AccessLog log) {
    this.records = records;
    this.sight = sight;
    this.log = log;
  }

  /** What becomes of it. */
  public sealed interface Shown {

    /** It may be read, and is recorded as read. */
    record Open(HeldFile file) implements Shown {}

    /** Pieces of it are still on their way. */
    record Coming() implements Shown {}

    /** For who asks there is none. */
    record Missing() implements Shown {}
  }

  /** The file that hangs on a part, for who may read the part. */
  public Shown find(AgencyId agency, DossierId dossierId, String part, Reader reader) {
    Optional<DossierView> dossier =
        records
            .dossier(agency, dossierId)
            .map(found -> HiddenContact.shown(found, protectionOf(agency, found), agency))
            .filter(
                found ->
                    reader.kind() != Reader.Kind.PERSON || sight.isReadByPeople(agency, found));
    Optional<PartView> found =
        dossier.stream()
            .flatMap(one -> one.parts().stream())
            .filter(one -> one.kind() == PartKind.FILE && one.name().equals(part))
            .findFirst();
    return found.map(PartView::content).orElse(null) instanceof PartView.Content.Coming
        ? new Shown.Coming()
        : found
            .filter(one -> one.content() instanceof PartView.Content.Open)
            .flatMap(one -> open(agency, dossier.orElseThrow(), one, reader))
            .orElseGet(Shown.Missing::new);
  }

  private Optional<Shown> open(AgencyId agency, DossierView dossier, PartView part, Reader reader) {
    Optional<HeldFile> file = records.file(agency, dossier.dossierId(), part.name());
    if (file.isPresent()) {
      log.record(agency, reader, List.of(Entries.of(dossier, List.of(part), null)));
    }
    return file.map(Shown.Open::new);
  }

  private @Nullable Protection protectionOf(AgencyId agency, DossierView dossier) {
    return records
        .findCase(agency, dossier.caseId())
        .flatMap(CaseView::state)
        .map(CaseState::protection)
        .orElse(null);
  }
}
