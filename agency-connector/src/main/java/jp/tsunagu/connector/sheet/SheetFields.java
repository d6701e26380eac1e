package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/** The whole つなぐシート: 相談受付, persons, household, consents, and where it is to go. */
public final class SheetFields {

  private static final FormField<Set<Field>> FIELDS =
      FormField.someOf("fields", "分野", Choice.FIELD).must();
  private static final FormField<String> AREA =
      FormField.listed("area", "圏域", SheetFields::areas).must();
  private static final FormField<Urgency> URGENCY =
      FormField.oneOf("urgency", "緊急度", Choice.URGENCY).must();
  private static final FormField<ReceptionKind> RECEPTION =
      FormField.oneOf("reception", "受付区分", Choice.RECEPTION);
  private static final FormField<Integer> COUNT =
      FormField.whole("persons", "世帯員数", 1, PersonRef.MOST);
  private static final FormField<String> INTRODUCED_BY =
      FormField.reason(
          "introducedBy",
          "紹介元",
          directory ->
              directory
                  .settings()
                  .map(settings -> settings.choices().introducers())
                  .orElse(List.of()));

  private static final FormField<Filled> CONSULTATION =
      FormField.group(
              "consultation",
              Form.of(
                  "consultation",
                  "相談受付",
                  FIELDS,
                  AREA,
                  URGENCY,
                  RECEPTION,
                  COUNT,
                  INTRODUCED_BY,
                  ProtectionFields.PROTECTION))
          .must()
          .hint("分野(fields)、圏域(area)、緊急度(urgency)を書いてください。");

  private static final FormField<AgencyId> RECEIVER =
      FormField.agency("receiver", "紹介先").hint("空欄なら調整窓口が振り分けます。");
  private static final FormField<ReferralMode> MODE =
      FormField.oneOf("mode", "つなぎの種類", Choice.MODE);
  private static final FormField<Urgency> REFERRAL_URGENCY =
      FormField.oneOf("urgency", "連絡の緊急度", Choice.URGENCY);

  private static final FormField<Filled> REFERRAL =
      FormField.mark("referral", Form.of("sheet-referral", "送付", RECEIVER, MODE, REFERRAL_URGENCY));
  private static final FormField<List<Filled>> CONSENTS =
      FormField.rows("consents", ConsentFields.FORM, ConsentFields.MOST);

  /** The sheet (public form of 岡山市, 2019, and fields of ours). */
  public static final Form FORM =
      Form.of(
              "tsunagu-sheet",
              "つなぐシート",
              Times.OCCURRED_AT.labelled("受付日時"),
              Times.PHONED_AT,
              Times.ON_BEHALF_OF,
              CONSULTATION,
              REFERRAL)
          .and(List.of(FurtherFields.ROWS))
          .and(DossierFields.OF_SHEET)
          .and(List.of(CONSENTS))
          .checked((sheet, at) -> DossierChecks.check(sheet, at, sheet.has(REFERRAL)))
          .checked((sheet, at) -> FurtherFields.check(sheet, at, first(sheet, at)))
          .checked(SheetFields::checkArrives)
          .checked(SheetFields::checkCount);

  /** The same as it is handed in: whatever is written on it has a reader. */
  public static final Form HANDED_IN =
      FORM.checked(
          (sheet, at) -> {
            if (!sheet.has(REFERRAL)) {
              DossierChecks.checkUnread(sheet, at);
            }
          });

  private SheetFields() {}

  private static List<Coded> areas(NetworkDirectory directory) {
    return directory.settings().map(NetworkSettings::areas).orElse(List.of()).stream()
        .map(area -> new Coded(area.areaId().value(), area.name()))
        .toList();
  }

  private static void checkArrives(Filled sheet, Checking at) {
    Filled consultation = sheet.get(CONSULTATION);
    Filled protection = consultation == null ? null : consultation.get(ProtectionFields.PROTECTION);
    AgencyId first = first(sheet, at);
    if (first != null && protection != null) {
      FurtherFields.checkArrives(sheet, at, first, ProtectionFields.named(protection));
    }
  }

  /** Who gets it first; none where it is sent to nobody. */
  private static @Nullable AgencyId first(Filled sheet, Checking at) {
    Filled referral = sheet.get(REFERRAL);
    return referral == null
        ? null
        : referral.or(
            RECEIVER,
            at.directory().settings().map(NetworkSettings::deskId).orElse(AgencyId.WITHHELD));
  }

  private static void checkCount(Filled sheet, Checking at) {
    Filled consultation = sheet.get(CONSULTATION);
    Integer count = consultation == null ? null : consultation.get(COUNT);
    int named = named(sheet);
    if (count != null && count < named) {
      at.in(CONSULTATION).problem(COUNT, "世帯員の人数が、書かれている世帯員の番号より少なくなっています。", named + "以上にしてください。");
    }
  }

  /** How many persons the sheet names by their numbers, at least one. */
  private static int named(Filled sheet) {
    int highest = Math.max(1, DossierFields.highestPerson(sheet));
    for (Filled consent : sheet.or(CONSENTS, List.of())) {
      highest = Math.max(highest, consent.or(ConsentFields.PERSON, new PersonRef(1)).number());
    }
    return highest;
  }

  /** What was filled in. */
  public static TsunaguSheet of(Filled sheet) {
    Filled consultation = sheet.must(CONSULTATION);
    Filled referral = sheet.get(REFERRAL);
    return new TsunaguSheet(
        Times.of(sheet),
        consultation(consultation, named(sheet)),
        DossierFields.of(sheet, referral != null),
        sheet.or(CONSENTS, List.of()).stream().map(ConsentFields::of).toList(),
        referral == null ? null : referral(referral, consultation.must(URGENCY)),
        referral == null
            ? List.of()
            : FurtherFields.of(sheet, referral.or(REFERRAL_URGENCY, consultation.must(URGENCY))));
  }

  private static ConsultationForm consultation(Filled form, int named) {
    @Nullable Filled protection = form.get(ProtectionFields.PROTECTION);
    return new ConsultationForm(
        new Reception(
            form.must(FIELDS),
            new AreaId(form.must(AREA)),
            form.must(URGENCY),
            form.or(RECEPTION, ReceptionKind.NEW),
            form.get(INTRODUCED_BY)),
        form.or(COUNT, named),
        protection == null ? null : ProtectionFields.of(protection));
  }

  private static ReferralForm referral(Filled form, Urgency usual) {
    return new ReferralForm(
        form.get(RECEIVER),
        form.get(MODE),
        form.or(REFERRAL_URGENCY, usual),
        ReferralMode.TOGETHER);
  }
}
