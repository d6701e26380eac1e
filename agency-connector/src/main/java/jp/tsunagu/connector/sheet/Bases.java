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

  static final FormField<Bases> BASIS =
      FormField.oneOf("basis", "根拠", Choice.of(values(), basis -> basis.kind.label()));
  static final FormField<Statute> STATUTE =
      FormField.oneOf("statute", "根拠法令", Choice.STATUTE).hint("根拠が法令のときに選びます。");

  private final BasisKind kind;

  Bases(BasisKind kind) {
    this.kind = kind;
  }

  /** The declared ground; none if none was. */
  static @Nullable SharingBasis of(Filled row) {
    return switch (row.get(BASIS)) {
      case null -> null;
      case CONSENT -> SharingBasis.CONSENT;
      case SUPPORT_CONFERENCE -> SharingBasis.SUPPORT_CONFERENCE;
      case LAW -> SharingBasis.law(row.must(STATUTE));
    };
  }

  /** A statute goes with the ground 法令, and with no other. */
  static void checkStatute(Filled row, Checking at) {
    if (row.get(BASIS) == LAW && !row.has(STATUTE)) {
      at.missing(STATUTE);
    }
    if (row.get(BASIS) != LAW && row.has(STATUTE)) {
      at.problem(STATUTE, "根拠法令は、根拠が法令のときだけ書けます。", "根拠を法令(LAW)にするか、この欄を空けてください。");
    }
  }
}
