package jp.tsunagu.connector.sheet;

import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;

/** 根拠 as a form offers it; a statute stands in the field {@code statute} beside it. */
enum Bases {
  CONSENT(BasisKind.CONSENT),
  SUPPORT_CONFERENCE(BasisKind.SUPPORT_CONFERENCE),
  LAW(BasisKind.LAW);

  static final Choice<Bases> CHOICE = Choice.of(values(), basis -> basis.kind.label());

  private final BasisKind kind;

  Bases(BasisKind kind) {
    this.kind = kind;
  }

  SharingBasis read(Fields row) {
    return switch (this) {
      case CONSENT -> SharingBasis.CONSENT;
      case SUPPORT_CONFERENCE -> SharingBasis.SUPPORT_CONFERENCE;
      case LAW -> {
        Statute statute = row.requiredChoice("statute", Choice.STATUTE);
        yield SharingBasis.law(statute);
      }
    };
  }
}
