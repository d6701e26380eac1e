package jp.tsunagu.connector.form;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.access.AccessEntry;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.dossier.PartState;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import org.springframework.stereotype.Component;
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
   * @param closed persons of whom nothing can be read any more
   */
  public record Shown(
      FormVersions.Outline outline, Sensitive<ObjectNode> content, List<PersonRef> closed) {

    /** Keeps an unmodifiable copy. */
    public Shown {
      closed = List.copyOf(closed);
    }
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
        pieces.stream()
            .filter(piece -> piece.state() != PartState.OPEN)
            .map(piece -> new PersonRef(piece.person()))
            .toList());
  }
}
