package jp.tsunagu.connector.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.dossier.FilesOfForms;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.connector.file.FileType;
import jp.tsunagu.connector.record.HeldFile;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.FormFiles;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The forms of a case as they are given to somebody: nothing is handed out before it is recorded
 * who gets it.
 */
@Component
public final class ShownForms {

  private final FormVersions versions;
  private final AccessLog log;

  ShownForms(FormVersions versions, AccessLog log) {
    this.versions = versions;
    this.log = log;
  }

  /**
   * A version with what can be read of it.
   *
   * @param files those that can be read
   * @param closed persons of whom nothing can be read any more
   */
  public record Shown(
      FormVersions.Outline outline,
      Sensitive<ObjectNode> content,
      List<FilesOfForms.Attached> files,
      List<PersonRef> closed) {

    /** Keeps unmodifiable copies. */
    public Shown {
      files = List.copyOf(files);
      closed = List.copyOf(closed);
    }

    /** The content as people read it: a file is called by its name. */
    public ObjectNode told() {
      Map<String, String> names =
          files.stream()
              .collect(
                  Collectors.toMap(
                      each -> each.file().toString(), each -> FileType.words(each.note())));
      ObjectNode told = content.value().deepCopy();
      for (JsonNode row : told.path(CaseForm.FILES.name())) {
        String file = FormPieces.file(row).toString();
        ((ObjectNode) row).put(FormFiles.FILE.name(), names.getOrDefault(file, file));
      }
      return told;
    }
  }

  /** A file of a version, for who may read what the version tells of the person it is about. */
  public Optional<HeldFile> file(
      AgencyId agency, CaseId caseId, CaseForm form, int number, String file, Reader reader) {
    return versions.find(agency, caseId, form, number).stream()
        .flatMap(outline -> files(agency, outline, versions.pieces(agency, outline.id())).stream())
        .filter(each -> each.file().toString().equals(file))
        .findFirst()
        .map(
            each -> {
              AccessEntry.Part part =
                  new AccessEntry.Part(form.id() + "-" + each.person().number(), "");
              log.record(
                  agency, reader, List.of(new AccessLog.Shown(caseId, null, null, List.of(part))));
              return new HeldFile(each.file(), each.note());
            });
  }

  private List<FilesOfForms.Attached> files(
      AgencyId agency, FormVersions.Outline outline, List<FormVersions.Piece> pieces) {
    Set<Integer> open =
        pieces.stream()
            .filter(piece -> piece.state() == PartState.OPEN)
            .map(FormVersions.Piece::person)
            .collect(Collectors.toSet());
    return versions.files(agency, outline.id()).stream()
        .filter(each -> open.contains(each.person().number()))
        .toList();
  }

  /** The latest one; of a form of a meeting, the latest about this item. */
  public Optional<Shown> latest(
      AgencyId agency,
      CaseId caseId,
      CaseForm form,
      Optional<MeetingRequestId> item,
      Reader reader) {
    return versions
        .latest(agency, caseId, form, item)
        .map(outline -> shown(agency, caseId, form, outline, reader));
  }

  /** The one with this number. */
  public Optional<Shown> find(
      AgencyId agency, CaseId caseId, CaseForm form, int number, Reader reader) {
    return versions
        .find(agency, caseId, form, number)
        .map(outline -> shown(agency, caseId, form, outline, reader));
  }

  private Shown shown(
      AgencyId agency, CaseId caseId, CaseForm form, FormVersions.Outline outline, Reader reader) {
    List<FormVersions.Piece> pieces = versions.pieces(agency, outline.id());
    List<AccessEntry.Part> parts =
        pieces.stream()
            .filter(piece -> piece.state() == PartState.OPEN)
            .filter(piece -> piece.person() != FormPieces.NOBODY)
            .map(piece -> new AccessEntry.Part(form.id() + "-" + piece.person(), ""))
            .toList();
    log.record(agency, reader, List.of(new AccessLog.Shown(caseId, null, null, parts)));
    return new Shown(
        outline,
        new Sensitive<>(
            FormPieces.join(
                form.form(),
                pieces.stream()
                    .flatMap(piece -> piece.content().stream())
                    .map(Sensitive::value)
                    .toList())),
        files(agency, outline, pieces),
        pieces.stream()
            .filter(piece -> piece.state() != PartState.OPEN)
            .map(piece -> new PersonRef(piece.person()))
            .toList());
  }
}
