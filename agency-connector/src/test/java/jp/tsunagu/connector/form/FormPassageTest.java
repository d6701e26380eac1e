package jp.tsunagu.connector.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.form.FormWriter;
import jp.tsunagu.runtime.form.JsonForm;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Who reads what of a plan: a man with debts and perhaps a disability, and his old mother. */
class FormPassageTest {

  private static final AgencyId DESK = new AgencyId("desk");
  private static final AgencyId POVERTY = new AgencyId("jiritsu-soudan");
  private static final AgencyId DISABILITY = new AgencyId("shogai-kikan");
  private static final AgencyId WEST = new AgencyId("hokatsu-nishi");
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 28);
  private static final CaseForm PLAN = CityForms.find("plan", NetworkDirectory.EMPTY).orElseThrow();

  private static final String TYPED =
      """
      {"writtenOn": "令和9年1月14日", "author": "相談支援包括化推進員 佐藤",
       "goals": [
         {"person": 1, "term": "長期目標", "about": "収入・仕事", "goal": "働いて暮らす"},
         {"person": 1, "term": "SHORT", "about": "DEBT", "goal": "滞納 41万円を分けて納める"},
         {"person": 2, "term": "SHORT", "about": "CARE", "goal": "昼を一人で過ごさない"}],
       "leads": [{"person": 1, "lead": "jiritsu-soudan"}],
       "supports": [
         {"person": 1, "about": "DEBT", "by": "jiritsu-soudan", "support": "借金 180万円の整理", "frequency": "月2回"},
         {"person": 1, "about": "DISABILITY", "by": "shogai-kikan", "support": "知能検査の調整"},
         {"person": 2, "about": "CARE", "by": "hokatsu-nishi", "support": "通所の見学"}],
       "monitoringOn": "2027-03-16",
       "readers": ["jiritsu-soudan"],
       "grounds": [{"person": 1, "basis": "CONSENT"}, {"person": 2, "basis": "CONSENT"}]}
      """;

  @Test
  void each_agency_reads_its_own_lines_and_who_reads_the_whole_no_line_of_another() {
    FormPassage passage = passage(TYPED, DESK, consents());

    assertThat(text(passage, DISABILITY))
        .contains("知能検査の調整", "佐藤", "2027-03-16")
        .doesNotContain("万円", "働いて", "昼を", "通所", "readers", "grounds");
    assertThat(text(passage, POVERTY))
        .contains("借金 180万円の整理", "滞納 41万円を分けて納める", "働いて暮らす", "月2回")
        .doesNotContain("知能検査", "通所の見学", "昼を一人で過ごさない");
    assertThat(text(passage, WEST)).contains("通所の見学").doesNotContain("万円", "知能検査", "働いて");
    assertThat(passage.stays())
        .as("the mother's consent names the community centre alone")
        .containsExactly(
            new FormPassage.Stay(
                new PersonRef(2), DetailKind.CARE, POVERTY, "この相手への同意の範囲に「介護」がありません。"));
    assertThat(passage.parts())
        .allSatisfy(
            part -> {
              assertThat(part.form()).isEqualTo(PLAN.form().ref());
              assertThat(part.isPersonal()).isEqualTo(part.details().size() == 1);
            });
    assertThat(passage.parts())
        .as("the ledger shows their names: neither debts nor who helps stand in them")
        .extracting(OpenPart::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("plan(-[12]-[1-9])?"));
  }

  @Test
  void what_an_agency_writes_goes_to_the_coordinator_too() {
    FormPassage passage = passage(TYPED, POVERTY, consents());

    assertThat(text(passage, DESK)).contains("知能検査の調整").doesNotContain("働いて暮らす");
  }

  @Test
  void
      without_a_ground_nothing_of_a_person_goes_and_without_consent_nothing_that_it_does_not_name() {
    String ofTheMother = TYPED.replace("{\"person\": 1, \"basis\": \"CONSENT\"}, ", "");
    FormPassage passage = passage(ofTheMother, DESK, consents());
    assertThat(passage.recipients()).containsExactly(WEST);
    assertThat(passage.stays()).extracting(FormPassage.Stay::why).contains("この人の根拠が選ばれていません。");

    assertThat(passage(TYPED, DESK, List.of()).parts()).isEmpty();
  }

  @Test
  void a_form_is_kept_in_pieces_and_is_whole_again() {
    ObjectNode content = written(TYPED);
    var pieces = FormPieces.split(PLAN.form(), content);

    assertThat(pieces.keySet()).containsExactly(0, 1, 2);
    assertThat(Objects.requireNonNull(pieces.get(0)).toString()).doesNotContain("万円", "通所");
    assertThat(Objects.requireNonNull(pieces.get(2)).toString())
        .contains("通所の見学")
        .doesNotContain("万円", "知能検査");
    assertThat(FormPieces.join(PLAN.form(), pieces.values())).isEqualTo(content);
    assertThat(FormPieces.join(PLAN.form(), List.of(pieces.get(0), pieces.get(2))).toString())
        .contains("通所の見学")
        .doesNotContain("知能検査");
  }

  private static List<Consent> consents() {
    Set<DetailKind> everything = Set.of(DetailKind.values());
    return List.of(
        consent(1, everything, Set.of(POVERTY, DESK)),
        consent(1, Set.of(DetailKind.DISABILITY, DetailKind.HEALTH), Set.of(DISABILITY)),
        consent(2, everything, Set.of(WEST, DESK)));
  }

  private static Consent consent(int person, Set<DetailKind> scope, Set<AgencyId> recipients) {
    return new Consent(
        new ConsentId(UUID.randomUUID()),
        DESK,
        new ConsentTerms(
            new PersonRef(person),
            ConsentPurpose.COORDINATION,
            scope,
            recipients,
            Set.of(),
            ConsentMethod.WRITTEN,
            TODAY,
            null));
  }

  private static FormPassage passage(String typed, AgencyId own, List<Consent> consents) {
    CaseState begun = CaseState.beforeFirst(CaseId.of("0199a1b2-0000-7000-8000-0000000000a2"));
    CaseState state =
        new CaseState(
            begun.caseId(),
            1,
            2,
            null,
            null,
            false,
            Stream.concat(consents.stream(), ofOwn(own, consents)).toList(),
            List.of(),
            new Coordination.Open(DESK, POVERTY, true),
            Set.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    return FormPassage.of(PLAN, written(typed), new FormPassage.Way(state, own, DESK, TODAY));
  }

  /** ① between two agencies, where neither is the coordinator. */
  private static Stream<Consent> ofOwn(AgencyId own, List<Consent> consents) {
    return own.equals(DESK)
        ? Stream.of()
        : consents.stream()
            .map(Consent::terms)
            .map(
                terms ->
                    new Consent(
                        new ConsentId(UUID.randomUUID()),
                        own,
                        new ConsentTerms(
                            terms.person(),
                            ConsentPurpose.COMPREHENSIVE_SUPPORT,
                            terms.scope(),
                            terms.recipients(),
                            Set.of(),
                            terms.method(),
                            TODAY,
                            null)));
  }

  private static ObjectNode written(String typed) {
    ObjectNode root =
        ((JsonForm.Readable) JsonForm.read(typed.getBytes(StandardCharsets.UTF_8))).root();
    FormReading reading =
        new FormReader(NetworkDirectory.EMPTY, Instant.parse("2027-01-28T01:00:00Z"))
            .read(PLAN.form(), root);
    assertThat(reading).isInstanceOf(FormReading.Usable.class);
    Filled filled = ((FormReading.Usable) reading).filled();
    return FormWriter.write(PLAN.form(), filled);
  }

  private static String text(FormPassage passage, AgencyId reader) {
    assertThat(passage.recipients()).contains(reader);
    assertThat(passage.parts())
        .extracting(OpenPart::name)
        .as("names of parts are unique")
        .doesNotHaveDuplicates();
    return passage.readBy(reader).toString();
  }
}
