package jp.tsunagu.connector.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.runtime.form.FormReading;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class SheetReaderTest {

  private static final String WHOLE =
      """
      {
        "occurredAt": "2026-09-03T10:20:00+09:00",
        "consultation": {"fields": ["高齢・介護", "OTHER"], "area": "東部", "urgency": "通常",
                         "introducedBy": "民生委員", "persons": 2},
        "persons": [
          {"person": 1, "name": "渡邉 トミ", "kana": "わたなべ とみ", "gender": "女",
           "birthDate": "昭和19年2月11日", "address": "東町四丁目2番7号", "phoneHome": "042-000-1101",
           "troubles": ["介護"], "care": "要支援2", "basis": "本人の同意"},
          {"person": 2, "name": "渡邉 修", "health": "平成21年に一度だけ受診", "share": false}
        ],
        "household": {"toldBy": 1, "basis": "CONSENT", "rows": [
          {"relation": "本人", "age": 82}, {"relation": "長男", "age": 54}]},
        "consents": [
          {"person": 1, "purpose": "包括的相談支援", "scope": ["IDENTITY", "CONTACT", "CARE", "HOUSEHOLD"],
           "recipients": ["shakyo"], "exclusions": [{"detail": "病気・医療", "agency": "hokatsu-higashi"}],
           "method": "書面", "givenOn": "令和8年9月3日"}],
        "referral": {"receiver": "shakyo"},
        "note": "見守りの相談です。", "noteNamesNoOne": true,
        "staff": {"name": "係", "phone": "042-000-0000"}
      }
      """;

  @Test
  void a_whole_sheet_is_read_with_codes_or_labels() {
    TsunaguSheet sheet = Sheets.usable(Sheets.read(WHOLE));

    assertThat(sheet.consultation().reception().fields())
        .containsExactlyInAnyOrder(Field.ELDERLY_CARE, Field.OTHER);
    assertThat(sheet.consultation().reception().area().value()).isEqualTo("tobu");
    assertThat(sheet.consultation().reception().introducedBy()).isEqualTo("MINSEI");
    assertThat(sheet.referral())
        .isEqualTo(new ReferralForm(Sheets.SHAKYO, null, Urgency.NORMAL, ReferralMode.TOGETHER));
    PersonForm mother = sheet.dossier().persons().getFirst();
    assertThat(mother.basis()).isEqualTo(SharingBasis.CONSENT);
    assertThat(mother.values().value())
        .containsEntry(PersonField.BIRTH_DATE, "1944-02-11")
        .containsEntry(PersonField.NAME, "渡邉 トミ");
    assertThat(sheet.dossier().persons().getLast().shared()).isFalse();
    assertThat(sheet.consents().getFirst().scope()).contains(DetailKind.CARE);
  }

  @Test
  void how_it_is_connected_is_what_the_sheet_says_or_else_what_is_usual_for_its_sender() {
    TsunaguSheet silent = Sheets.usable(Sheets.read(WHOLE));
    assertThat(mode(silent.sentUsually(ReferralMode.HANDOVER))).isEqualTo(ReferralMode.HANDOVER);
    TsunaguSheet outspoken =
        Sheets.usable(
            Sheets.read(
                WHOLE.replace(
                    "{\"receiver\": \"shakyo\"}", "{\"receiver\": \"shakyo\", \"mode\": \"協働\"}")));
    assertThat(mode(outspoken.sentUsually(ReferralMode.HANDOVER))).isEqualTo(ReferralMode.TOGETHER);
  }

  private static ReferralMode mode(TsunaguSheet sheet) {
    return Objects.requireNonNull(sheet.referral()).mode();
  }

  @Test
  void what_is_personal_is_never_printed() {
    assertThat(Sheets.usable(Sheets.read(WHOLE)).toString())
        .doesNotContain("渡邉", "042-000", "東町", "要支援", "見守り", "長男");
  }

  @Test
  void an_addressee_may_be_blank() {
    String blank = WHOLE.replace("{\"receiver\": \"shakyo\"}", "{\"receiver\": \"\"}");

    assertThat(Sheets.usable(Sheets.read(blank)).referral())
        .isEqualTo(new ReferralForm(null, null, Urgency.NORMAL, ReferralMode.TOGETHER));
  }

  @Test
  void what_nobody_would_read_is_not_taken_from_a_sheet_that_is_sent_to_nobody() {
    ObjectNode sheet = (ObjectNode) Sheets.json(WHOLE);
    sheet.remove("referral");

    FormReading reading = Sheets.reader().read(SheetFields.HANDED_IN, sheet);

    assertThat(reading)
        .isInstanceOfSatisfying(
            FormReading.Unusable.class,
            unusable ->
                assertThat(unusable.problems())
                    .extracting(FieldProblem::field)
                    .contains("persons[0].name", "persons[0].care", "household.rows", "note")
                    .doesNotContain("consents", "staff.name"));
    List.of("persons", "household", "note", "noteAbout").forEach(sheet::remove);
    assertThat(Sheets.reader().read(SheetFields.HANDED_IN, sheet))
        .isInstanceOf(FormReading.Usable.class);
  }

  @Test
  void names_stay_as_they_were_typed() {
    String variants = WHOLE.replace("渡邉 トミ", "㈱髙﨑 神①𠮷");

    assertThat(Sheets.usable(Sheets.read(variants)).dossier().persons().getFirst().values().value())
        .containsEntry(PersonField.NAME, "㈱髙﨑 神①𠮷");
  }

  @Test
  void every_problem_is_told_at_once_with_path_and_fix() {
    List<FieldProblem> problems =
        problems(
            """
            {
              "consultation": {"fields": [], "area": "北部", "urgency": "いつか"},
              "persons": [{"birthDate": "昭和72年5月30日", "naem": "x"}],
              "consents": [{"person": 1, "purpose": "COORDINATION", "method": "ORAL"}],
              "referral": {"receiver": "midori-fudosan"}
            }
            """);

    assertThat(problems)
        .extracting(FieldProblem::field)
        .contains(
            "consultation.fields",
            "consultation.area",
            "consultation.urgency",
            "persons[0].birthDate",
            "persons[0].basis",
            "persons[0].naem",
            "consents[0].givenOn",
            "consents[0].scope",
            "consents[0].recipients",
            "referral.receiver");
    assertThat(problems).allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
  }

  @Test
  void a_wrong_year_of_an_era_is_told_with_what_is_right() {
    List<FieldProblem> problems = problems(WHOLE.replace("昭和19年2月11日", "昭和65年2月11日"));

    assertThat(problems)
        .singleElement()
        .extracting(FieldProblem::field)
        .isEqualTo("persons[0].birthDate");
    assertThat(problems.getFirst().problem()).contains("平成2年");
  }

  @Test
  void a_century_that_nobody_can_mean_is_a_mistake_in_every_day_of_a_sheet() {
    assertThat(problems(WHOLE.replace("2026-09-03T10:20", "1926-09-03T10:20")))
        .extracting(FieldProblem::field)
        .containsExactly("occurredAt");
    assertThat(problems(WHOLE.replace("令和8年9月3日", "昭和1年12月27日")))
        .extracting(FieldProblem::field)
        .containsExactly("consents[0].givenOn");
  }

  @Test
  void a_birth_in_the_future_is_a_mistake() {
    assertThat(problems(WHOLE.replace("昭和19年2月11日", "令和9年2月11日")))
        .extracting(FieldProblem::field)
        .containsExactly("persons[0].birthDate");
  }

  @Test
  void a_name_with_a_lost_character_does_not_travel() {
    assertThat(problems(WHOLE.replace("渡邉 トミ", "渡〓 トミ")))
        .extracting(FieldProblem::field)
        .containsExactly("persons[0].name");
  }

  @Test
  void two_rows_of_one_person_are_a_mistake() {
    assertThat(problems(WHOLE.replace("\"person\": 2, \"name\"", "\"person\": 1, \"name\"")))
        .extracting(FieldProblem::field)
        .contains("persons[1].person");
  }

  @Test
  void a_note_says_whom_it_is_about_or_that_it_names_no_one_and_neither_by_itself() {
    String beside = "\"noteNamesNoOne\": true,";
    assertThat(problems(WHOLE.replace(beside, "")))
        .extracting(FieldProblem::field)
        .containsExactly("noteAbout");
    assertThat(problems(WHOLE.replace(beside, "\"noteNamesNoOne\": false,")))
        .extracting(FieldProblem::field)
        .containsExactly("noteAbout");
    assertThat(problems(WHOLE.replace(beside, beside + "\"noteAbout\": 1,")))
        .extracting(FieldProblem::field)
        .containsExactly("noteNamesNoOne");
    NoteForm about =
        java.util.Objects.requireNonNull(
            Sheets.usable(Sheets.read(WHOLE.replace(beside, "\"noteAbout\": 1,")))
                .dossier()
                .note());
    assertThat(about.about()).isEqualTo(new PersonRef(1));
    assertThat(about.basis()).isEqualTo(SharingBasis.CONSENT);
    assertThat(problems(WHOLE.replace(beside, "\"noteAbout\": 2,")))
        .extracting(FieldProblem::field)
        .containsExactly("noteBasis");
  }

  @Test
  void a_note_that_names_no_one_must_not_name_anybody_of_the_sheet() {
    for (String text : List.of("ﾜﾀﾅﾍﾞさんの件", "渡辺宅へ", "０４２ー０００ー１１０１へ電話を", "東町4-2-7を訪問", "修さんも同席")) {
      assertThat(problems(WHOLE.replace("見守りの相談です。", text)))
          .as(text)
          .extracting(FieldProblem::field)
          .containsExactly("note");
    }
    assertThat(problems(WHOLE.replace("\"長男\"", "\"長男 渡邉\"")))
        .extracting(FieldProblem::field)
        .containsExactly("household.rows[1].relation");
  }

  @Test
  void in_a_protected_case_no_whereabouts_are_written_to_who_is_not_named() {
    String sheet =
        WHOLE
            .replace(
                "\"persons\": 2}", "\"persons\": 2, \"protection\": {\"until\": \"2027-03-31\"}}")
            .replace("要支援2", "東町4-2-7の2階に住む");
    assertThat(problems(sheet))
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder("persons[0].address", "persons[0].phoneHome", "persons[0].care");
    String named = sheet.replace("2027-03-31\"", "2027-03-31\", \"named\": [\"shakyo\"]");
    assertThat(Sheets.read(named)).isInstanceOf(FormReading.Usable.class);
  }

  @Test
  void what_is_noted_of_a_member_needs_that_persons_own_ground() {
    String noted = WHOLE.replace("\"age\": 54}", "\"age\": 54, \"note\": \"同居\"}");
    assertThat(problems(noted))
        .extracting(FieldProblem::field)
        .containsExactly("household.rows[1].person");
    assertThat(problems(noted.replace("\"age\": 54,", "\"age\": 54, \"person\": 2,")))
        .extracting(FieldProblem::field)
        .containsExactly("household.rows[1].note");
  }

  @Test
  void lists_of_the_wrong_type_are_told_not_thrown() {
    assertThat(
            problems(
                """
                {"consultation": [1], "persons": {"a": 1}, "consents": ["x"], "household": 5,
                 "referral": "shakyo", "occurredAt": 12, "note": {}}
                """))
        .extracting(FieldProblem::field)
        .contains("consultation", "persons", "consents[0]", "household", "referral", "note");
  }

  private static List<FieldProblem> problems(String json) {
    return switch (Sheets.read(json)) {
      case FormReading.Unusable(var problems) -> problems;
      case FormReading.Usable _ -> throw new AssertionError("no problem found");
    };
  }
}
