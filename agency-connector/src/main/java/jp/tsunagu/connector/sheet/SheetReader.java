package jp.tsunagu.connector.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.Problems;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a whole つなぐシート from its JSON form, noting everything that is wrong with it. */
public final class SheetReader {

  private static final int MOST_PERSONS = 30;

  private final Agencies agencies;
  private final DossierReader dossiers;
  private final ConsentReader consents;
  private final LocalDate today;

  /**
   * A reader for one moment.
   *
   * @param agencies what may be named
   * @param now birth dates and consents after this day (Asia/Tokyo) are wrong
   */
  public SheetReader(Agencies agencies, Instant now) {
    this.agencies = agencies;
    this.today = TokyoTime.dateOf(now);
    this.dossiers = new DossierReader(today);
    this.consents = new ConsentReader(agencies, today);
  }

  /** Reads the sheet as a whole. */
  public SheetReading read(JsonNode root) {
    Problems problems = new Problems();
    Fields fields = Fields.of(root, problems);
    boolean sent = fields.has("referral");
    Times times = Times.read(fields, agencies);
    DossierForm dossier = dossiers.read(fields, sent);
    List<ConsentForm> given = consents.readAll(fields, "consents");
    ConsultationForm consultation = consultation(fields, dossier, given);
    ReferralForm referral = sent ? referral(fields, consultation.urgency()) : null;
    fields.nothingElse();
    return problems.none()
        ? new SheetReading.Usable(new TsunaguSheet(times, consultation, dossier, given, referral))
        : new SheetReading.Unusable(problems.list());
  }

  private ConsultationForm consultation(
      Fields sheet, DossierForm dossier, List<ConsentForm> given) {
    Fields fields = sheet.object("consultation");
    int named = Math.max(1, highestPerson(dossier, given));
    if (fields == null) {
      sheet.problem("consultation", "相談受付の記入がありません。", "分野(fields)、圏域(area)、緊急度(urgency)を書いてください。");
      return new ConsultationForm(
          Set.of(), Agencies.NO_AREA, Urgency.NORMAL, ReceptionKind.NEW, named, null, null);
    }
    ConsultationForm consultation =
        new ConsultationForm(
            fieldsOf(fields),
            agencies.area(fields, "area"),
            fields.requiredChoice("urgency", Choice.URGENCY),
            fields.choiceOr("reception", Choice.RECEPTION, ReceptionKind.NEW),
            persons(fields, named),
            agencies.reason(fields, "introducedBy", agencies.introducers()),
            protection(fields.object("protection")));
    fields.nothingElse();
    return consultation;
  }

  private static Set<Field> fieldsOf(Fields fields) {
    if (!fields.has("fields")) {
      fields.problem("fields", "分野の記入がありません。", "一つ以上選んでください: " + Choice.FIELD.list());
    }
    return fields.choices("fields", Choice.FIELD);
  }

  private static int persons(Fields fields, int named) {
    Integer persons = fields.number("persons", 1, MOST_PERSONS);
    if (persons != null && persons < named) {
      fields.problem("persons", "世帯員の人数が、書かれている世帯員の番号より少なくなっています。", named + "以上にしてください。");
    }
    return persons == null ? named : persons;
  }

  private static int highestPerson(DossierForm dossier, List<ConsentForm> given) {
    int highest = 0;
    for (PersonForm person : dossier.persons()) {
      highest = Math.max(highest, person.person().number());
    }
    for (ConsentForm consent : given) {
      highest = Math.max(highest, consent.person().number());
    }
    return highest;
  }

  /** Reads 保護 (DV等支援措置); none if there is none. */
  public @Nullable Protection protection(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    LocalDate until = fields.date("until");
    if (until == null && !fields.has("until")) {
      fields.problem("until", "保護の期限の記入がありません。", "支援措置の最終日を書いてください。");
    }
    Set<AgencyId> named = agencies.all(fields, "named");
    Set<AgencyId> excluded = agencies.all(fields, "excluded");
    if (named.stream().anyMatch(excluded::contains)) {
      fields.problem("excluded", "所在を知ってよい機関と、知らせない機関に同じ機関があります。", "どちらか一方にしてください。");
    }
    fields.nothingElse();
    return new Protection(named, excluded, until == null ? today : until);
  }

  private @Nullable ReferralForm referral(Fields sheet, Urgency usual) {
    Fields fields = sheet.object("referral");
    if (fields == null) {
      return null;
    }
    ReferralForm referral =
        new ReferralForm(
            agencies.read(fields, "receiver"),
            fields.choiceOr("mode", Choice.MODE, ReferralMode.TOGETHER),
            fields.choiceOr("urgency", Choice.URGENCY, usual));
    fields.nothingElse();
    return referral;
  }
}
