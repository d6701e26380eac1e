package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Exclusion;
import org.jspecify.annotations.Nullable;

/** Reads 同意: per person and purpose, with scope, recipients and exclusions. */
public final class ConsentReader {

  private static final int MOST = 60;
  private static final int MOST_PERSONS = 30;

  private final Agencies agencies;
  private final LocalDate today;

  /**
   * A reader for one day.
   *
   * @param today consents given after this day (Asia/Tokyo) are wrong
   */
  public ConsentReader(Agencies agencies, LocalDate today) {
    this.agencies = agencies;
    this.today = today;
  }

  /** Reads a list of consents. */
  public List<ConsentForm> readAll(Fields form, String name) {
    List<ConsentForm> consents = new ArrayList<>();
    for (Fields fields : form.objects(name, MOST)) {
      consents.add(read(fields));
      fields.nothingElse();
    }
    return consents;
  }

  /** Reads one consent; the caller says {@link Fields#nothingElse}. */
  public ConsentForm read(Fields fields) {
    Integer person = fields.number("person", 1, MOST_PERSONS);
    required(fields, "person", person, "世帯員の番号を書いてください。");
    LocalDate givenOn = fields.date("givenOn");
    required(fields, "givenOn", givenOn, "同意のあった日を書いてください。");
    LocalDate expiresOn = fields.date("expiresOn");
    checkDays(fields, givenOn, expiresOn);
    return new ConsentForm(
        new PersonRef(person == null ? 1 : person),
        fields.requiredChoice("purpose", Choice.PURPOSE),
        scope(fields),
        recipients(fields),
        exclusions(fields),
        fields.requiredChoice("method", Choice.METHOD),
        givenOn == null ? today : givenOn,
        expiresOn);
  }

  private static Set<DetailKind> scope(Fields fields) {
    required(
        fields,
        "scope",
        fields.has("scope") ? fields : null,
        "伝えてよい内容を一つ以上選んでください: " + Choice.DETAIL.list());
    return fields.choices("scope", Choice.DETAIL);
  }

  private Set<AgencyId> recipients(Fields fields) {
    required(
        fields, "recipients", fields.has("recipients") ? fields : null, "伝えてよい相手の機関を一つ以上書いてください。");
    return agencies.all(fields, "recipients");
  }

  private Set<Exclusion> exclusions(Fields form) {
    Set<Exclusion> exclusions = new HashSet<>();
    for (Fields fields : form.objects("exclusions", MOST)) {
      DetailKind detail = fields.requiredChoice("detail", Choice.DETAIL);
      exclusions.add(new Exclusion(detail, agencies.required(fields, "agency")));
      fields.nothingElse();
    }
    return exclusions;
  }

  private void checkDays(Fields fields, @Nullable LocalDate givenOn, @Nullable LocalDate expires) {
    if (givenOn != null && givenOn.isAfter(today)) {
      fields.problem("givenOn", "同意の日が未来になっています。", "同意のあった日を書いてください。");
    }
    if (givenOn != null && expires != null && expires.isBefore(givenOn)) {
      fields.problem("expiresOn", "期限が同意の日より前です。", "期限か同意の日を直してください。");
    }
  }

  private static void required(Fields fields, String name, @Nullable Object value, String fix) {
    if (value == null && !fields.has(name)) {
      fields.problem(name, "記入がありません。", fix);
    }
  }
}
