package jp.tsunagu.connector.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Protection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossierPartsTest {

  private static final String FORM =
      """
      {"consultation": {"fields": ["OTHER"], "area": "tobu", "urgency": "NORMAL"},
       "persons": [
         {"name": "あ", "kana": "ア イ", "birthDate": "S47.5.30", "address": "い町", "health": "う病",
          "troubles": ["DEBT"], "basis": "CONSENT"},
         {"name": "え", "care": "お護", "basis": "SUPPORT_CONFERENCE", "omit": ["CARE"]},
         {"name": "か", "share": false}],
       "household": {"basis": "CONSENT", "rows": [
         {"relation": "長男", "age": 54, "person": 2, "note": "く備考"}]},
       "note": "き文", "noteAbout": 1, "referral": {}}
      """;

  @Test
  void what_was_written_of_a_person_stands_in_that_persons_part_only() {
    Map<String, OpenPart> parts = parts(Set.of(Sheets.SHAKYO), null);

    assertThat(parts).containsOnlyKeys("person-1", "person-2", "household", "note");
    assertThat(text(parts, "person-1")).contains("あ", "い町", "う病").doesNotContain("え", "お護");
    assertThat(text(parts, "person-2")).contains("え").doesNotContain("あ", "う病");
    assertThat(text(parts, "household")).contains("長男", "54").doesNotContain("あ", "く備考");
    assertThat(text(parts, "person-2")).contains("く備考");
    assertThat(part(parts, "person-2").details()).contains(DetailKind.HOUSEHOLD);
  }

  @Test
  void a_note_stands_on_the_basis_of_whom_it_is_about_and_names_its_form() {
    OpenPart note = part(parts(Set.of(Sheets.SHAKYO), null), "note");

    assertThat(note.person()).isEqualTo(new PersonRef(1));
    assertThat(note.basis()).isEqualTo(SharingBasis.CONSENT);
    assertThat(note.details()).containsExactly(DetailKind.CONSULTATION);
    assertThat(note.isPersonal()).isTrue();
    assertThat(note.form()).isEqualTo(new FormRef("tsunagu-note", 1));
  }

  @Test
  void details_follow_from_what_was_filled_in() {
    assertThat(part(parts(Set.of(Sheets.SHAKYO), null), "person-1").details())
        .containsExactlyInAnyOrder(
            DetailKind.IDENTITY, DetailKind.CONTACT, DetailKind.HEALTH, DetailKind.DEBT);
  }

  @Test
  void omitted_details_stay_behind() {
    Map<String, OpenPart> parts = parts(Set.of(Sheets.SHAKYO), null);

    assertThat(part(parts, "person-2").details())
        .containsExactlyInAnyOrder(DetailKind.IDENTITY, DetailKind.HOUSEHOLD);
    assertThat(text(parts, "person-2")).doesNotContain("お護");
  }

  @Test
  void in_a_protected_case_whereabouts_reach_named_agencies_alone() {
    Protection protection =
        new Protection(Set.of(Sheets.DESK), Set.of(), LocalDate.of(2027, 3, 31));
    Map<String, OpenPart> parts = parts(Set.of(Sheets.SHAKYO, Sheets.DESK), protection);

    assertThat(text(parts, "person-1")).doesNotContain("い町");
    assertThat(part(parts, "whereabouts-1").kind()).isEqualTo(PartKind.WHEREABOUTS);
    assertThat(part(parts, "whereabouts-1").told().recipients()).containsExactly(Sheets.DESK);
    assertThat(parts(Set.of(Sheets.SHAKYO), protection)).doesNotContainKey("whereabouts-1");
  }

  @Test
  void a_subject_token_travels_to_the_desk_alone() {
    Map<String, OpenPart> parts = parts(Set.of(Sheets.SHAKYO, Sheets.DESK), null);

    assertThat(part(parts, "token-1").told().recipients()).containsExactly(Sheets.DESK);
    assertThat(parts).doesNotContainKey("token-2");
  }

  @Test
  void a_token_is_the_same_for_both_spellings_of_a_reading() {
    assertThat(SubjectTokens.normalised("しょうじ")).isEqualTo(SubjectTokens.normalised("ｼﾖｳｼﾞ"));
    assertThat(SubjectTokens.normalised("はっとり")).isEqualTo(SubjectTokens.normalised("ハツトリ"));
    assertThat(SubjectTokens.normalised("こうづ")).isEqualTo(SubjectTokens.normalised("コウズ"));
    assertThat(SubjectTokens.normalised("りーさ")).isEqualTo(SubjectTokens.normalised("リ－サ"));
    assertThat(SubjectTokens.normalised("はつとり")).isNotEqualTo(SubjectTokens.normalised("はとり"));
    assertThat(SubjectTokens.normalised("わたなべ おさむ"))
        .isEqualTo(SubjectTokens.normalised("ワタナベ・オサム"))
        .isEqualTo(SubjectTokens.normalised("ワタナベ オサム"));
  }

  private static Map<String, OpenPart> parts(
      Set<AgencyId> recipients, @Nullable Protection protection) {
    TsunaguSheet sheet = Sheets.usable(Sheets.read(FORM));
    List<OpenPart> parts =
        new DossierParts(
                recipients,
                protection,
                Sheets.DESK,
                new SubjectTokens(new Sensitive<>("a secret of the tests")))
            .of(sheet.dossier());
    return parts.stream().collect(Collectors.toMap(OpenPart::name, Function.identity()));
  }

  private static OpenPart part(Map<String, OpenPart> parts, String name) {
    assertThat(parts).containsKey(name);
    return java.util.Objects.requireNonNull(parts.get(name));
  }

  private static String text(Map<String, OpenPart> parts, String name) {
    return new String(part(parts, name).told().content().toByteArray(), StandardCharsets.UTF_8);
  }
}
