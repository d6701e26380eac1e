package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.person.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * ほかの紹介先: a つなぐシート connects a household to several agencies at once (紹介先×n on its back), each for a
 * reason and in a way of its own. Each reads why it was chosen, and no other does.
 */
final class FurtherFields {

  /** So many beside the first. */
  static final int MOST = 4;

  private static final FormField<AgencyId> RECEIVER =
      FormField.agency("receiver", "ほかの紹介先の機関").must().hint("機関IDを書いてください。");
  private static final FormField<ReferralMode> MODE =
      FormField.oneOf("mode", "ほかの紹介先のつなぎの種類", Choice.MODE);
  private static final FormField<Urgency> URGENCY =
      FormField.oneOf("urgency", "ほかの紹介先の緊急度", Choice.URGENCY);

  static final FormField<List<Filled>> ROWS =
      FormField.rows(
          "further",
          Form.of("tsunagu-further-referral", "ほかの紹介先", RECEIVER, MODE, URGENCY)
              .and(NoteFields.OF_FURTHER),
          MOST);

  private FurtherFields() {}

  /**
   * Each goes to somebody else, and its reason says enough of itself.
   *
   * @param first who gets the sheet before them (the desk where it names nobody); none where it is
   *     sent to nobody
   */
  static void check(Filled sheet, Checking at, @Nullable AgencyId first) {
    List<Filled> rows = sheet.or(ROWS, List.of());
    if (first == null) {
      if (!rows.isEmpty()) {
        at.problem(ROWS, "送付しないシートに、ほかの紹介先があります。", "「送付」(referral)を選ぶか、ほかの紹介先を消してください。");
      }
      return;
    }
    Set<AgencyId> receivers = new HashSet<>(Set.of(first));
    Mentions mentions = Mentions.of(Identities.of(sheet));
    for (int i = 0; i < rows.size(); i++) {
      Checking row = at.in(ROWS, i);
      AgencyId receiver = rows.get(i).get(RECEIVER);
      if (receiver != null && !receivers.add(receiver)) {
        row.problem(RECEIVER, "同じ紹介先が2回あります。", "別の機関を選ぶか、この行を消してください。");
      }
      NoteFields.check(rows.get(i), row, mentions, person -> DossierFields.basisOf(sheet, person));
    }
  }

  /**
   * The same as {@link DossierChecks#checkArrives} for all of its 紹介先, each of which reads the
   * whole sheet and its own reason.
   *
   * @param first who gets the sheet before them
   * @param named who may know whereabouts
   */
  static void checkArrives(Filled sheet, Checking at, AgencyId first, Set<AgencyId> named) {
    List<AgencyId> others = new ArrayList<>();
    if (!named.contains(first)) {
      others.add(first);
      DossierChecks.checkNoteHides(sheet, sheet, at);
    }
    List<Filled> rows = sheet.or(ROWS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      AgencyId receiver = rows.get(i).get(RECEIVER);
      if (receiver != null && !named.contains(receiver)) {
        others.add(receiver);
        DossierChecks.checkNoteHides(sheet, rows.get(i), at.in(ROWS, i));
      }
    }
    others.stream()
        .findFirst()
        .ifPresent(receiver -> DossierChecks.checkRestArrives(sheet, at, receiver));
  }

  /**
   * What was filled in.
   *
   * @param usual how urgent it is where a row says nothing
   */
  static List<FurtherReferral> of(Filled sheet, Urgency usual) {
    List<FurtherReferral> further = new ArrayList<>();
    for (Filled row : sheet.or(ROWS, List.of())) {
      further.add(
          new FurtherReferral(
              new ReferralForm(
                  row.must(RECEIVER), row.get(MODE), row.or(URGENCY, usual), ReferralMode.TOGETHER),
              NoteFields.of(row, person -> DossierFields.basisOf(sheet, person)).orElse(null)));
    }
    return further;
  }
}
