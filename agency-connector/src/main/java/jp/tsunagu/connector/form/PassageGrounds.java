package jp.tsunagu.connector.form;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsentScope;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.wording.Codes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether what a form tells of a person may go to somebody: by the ground that its author declared,
 * the consents that stand, who meets, and who may know an address.
 *
 * @param content as it is kept, with the grounds in it
 */
record PassageGrounds(ObjectNode content, FormPassage.Way way) {

  /** The ground declared for this person; null where none is. */
  @Nullable SharingBasis of(int person) {
    return content
        .path(CaseForm.GROUNDS.name())
        .valueStream()
        .filter(row -> FormPieces.person(row) == person)
        .findFirst()
        .flatMap(PassageGrounds::ground)
        .orElse(null);
  }

  private static Optional<SharingBasis> ground(JsonNode row) {
    Statute statute = Codes.read(Statute.class, row.path("statute").asString("")).orElse(null);
    return Codes.read(BasisKind.class, row.path("basis").asString(""))
        .map(kind -> new SharingBasis(kind, statute));
  }

  /** Whether a protected case lets this agency know an address. */
  boolean opensContactTo(AgencyId recipient) {
    Protection protection = way.state().protection();
    return protection == null || protection.opensContactTo(recipient);
  }

  /** Why it may not go there; empty where it may. Whether a statute allows it says the network. */
  String why(
      PersonRef person, DetailKind detail, @Nullable SharingBasis basis, AgencyId recipient) {
    if (basis == null) {
      return "この人の根拠が選ばれていません。";
    }
    if (detail == DetailKind.CONTACT && !opensContactTo(recipient)) {
      return "保護案件(支援措置)のため、住所・連絡先は渡りません。";
    }
    return switch (basis.kind()) {
      case CONSENT -> {
        ConsentScope scope =
            ConsentScope.in(way.state(), way.applied(), person, way.own(), recipient, way.today());
        yield scope.lacking(Set.of(detail)).isEmpty()
            ? ""
            : "この相手への同意の範囲に「" + detail.label() + "」がありません。";
      }
      case SUPPORT_CONFERENCE -> isOfTheConference(recipient) ? "" : "この相手は支援会議の構成員ではありません。";
      case LAW -> "";
    };
  }

  /** A member as far as this agency knows: who asked for a 支援会議, or was called to one. */
  private boolean isOfTheConference(AgencyId recipient) {
    return way.state().members().contains(recipient)
        || recipient.equals(way.desk())
        || way.state().meetings().stream()
            .filter(item -> item.conference() == ConferenceKind.SUPPORT_CONFERENCE)
            .anyMatch(
                item ->
                    item.requestedBy().equals(recipient)
                        || item.notice().invited().contains(recipient));
  }
}
