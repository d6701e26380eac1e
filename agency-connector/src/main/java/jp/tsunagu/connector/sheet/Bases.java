package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import org.jspecify.annotations.Nullable;

/** 根拠 as a form offers it; a statute stands in the field beside it. */
enum Bases {
  CONSENT(BasisKind.CONSENT),
  SUPPORT_CONFERENCE(BasisKind.SUPPORT_CONFERENCE),
  LAW(BasisKind.LAW);

  static final Choice<Bases> CHOICE = Choice.of(values(), basis -> basis.kind.label());
  static final FormField<Bases> BASIS = FormField.oneOf("basis", "根拠", CHOICE);
  static final FormField<Statute> STATUTE =
      FormField.oneOf("statute", "根拠法令", Choice.STATUTE).hint("根拠が法令のときに選びます。");

  private final BasisKind kind;

  Bases(BasisKind kind) {
    this.kind = kind;
  }

  /** The declared ground; none if none was. */
  static @Nullable SharingBasis of(Filled row) {
    return of(row, BASIS, STATUTE);
  }

  /** The same where the fields are called otherwise; none, too, while the statute is missing. */
  static @Nullable SharingBasis of(Filled row, FormField<Bases> basis, FormField<Statute> statute) {
    Statute named = row.get(statute);
    return switch (row.get(basis)) {
      case null -> null;
      case CONSENT -> SharingBasis.CONSENT;
      case SUPPORT_CONFERENCE -> SharingBasis.SUPPORT_CONFERENCE;
      case LAW -> named == null ? null : SharingBasis.law(named);
    };
  }

  /** A statute goes with the ground 法令, and with no other. */
  static void checkStatute(Filled row, Checking at) {
    checkStatute(row, at, BASIS, STATUTE);
  }

  /** The same where the fields are called otherwise. */
  static void checkStatute(
      Filled row, Checking at, FormField<Bases> basis, FormField<Statute> statute) {
    if (row.get(basis) == LAW && !row.has(statute)) {
      at.missing(statute);
    }
    if (row.get(basis) != LAW && row.has(statute)) {
      at.problem(statute, "根拠法令は、根拠が法令のときだけ書けます。", "根拠を法令(LAW)にするか、この欄を空けてください。");
    }
  }
}
