package jp.tsunagu.gateway.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.FormRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a city changes of the forms of a case, and what it is told where it cannot be so. */
class FormsOfTheFileTest {

  @TempDir private Path folder;
  private LinesOfTheFile lines;

  @BeforeEach
  void read() throws Exception {
    lines = LinesOfTheFile.in(folder);
  }

  @Test
  void the_directory_tells_the_forms_as_the_city_has_them() {
    NetworkDirectory directory = NetworkDirectory.EMPTY.with(records(LinesOfTheFile.whole()));
    assertThat(CityForms.find("plan", directory).orElseThrow().title()).isEqualTo("支援プラン");
    assertThat(directory.titleOf(new FormRef("one-plan", 1))).isEqualTo("一つのプラン");
    assertThat(CityForms.all(directory))
        .hasSize(CityForms.all(NetworkDirectory.EMPTY).size() + 1)
        .last()
        .extracting(CaseForm::id)
        .isEqualTo("one-plan");
  }

  @Test
  void whose_a_field_is_and_what_it_tells_must_be_chosen() {
    refused(
        "        owner: 行の世帯員\n        tells: 収入・仕事\n",
        "",
        "forms[1].fields[1].owner がありません。この欄がだれのものかを選んでください。"
            + "行の世帯員 (PERSON) の欄はその人の根拠で渡り、書いた機関 (AGENCY) の欄はこの様式を読むすべての機関に渡ります。");
    refused(
        "        tells: 収入・仕事\n", "", "forms[1].fields[1].tells がありません。この欄が世帯員の何を伝えるかを選んでください。");
    refused("tells: CONSULTATION", "tells: 何について", "forms[2].fields[2].tells がありません。");
    refused("owner: 行の世帯員", "owner: 書いた機関", "forms[1].fields[1].owner 書いた機関 の欄は、世帯員の行には足せません。");
    refused(
        "      - section: supports\n        name: cost",
        "      - name: cost",
        "forms[1].fields[1].owner 行の世帯員 の欄は、世帯員の行にだけ足せます。");
    refused("owner: 行の世帯員", "owner: だれか", "forms[1].fields[1].owner 'だれか' は使えません。");
  }

  @Test
  void what_decides_who_reads_what_is_no_city_s_to_change() {
    refused(
        "field: supports.frequency",
        "field: supports.by",
        "forms[1].words[1].field 'supports.by' は、だれに渡るかを決める欄なので変えられません。");
    refused(
        "retired: [further, supports.until]",
        "retired: [further, supports.about]",
        "forms[1].retired[2] 'supports.about' は、だれに渡るかを決める欄なので変えられません。");
    refused(
        "name: cost",
        "name: support",
        "forms[1].fields[1].name 'support' はこの様式にもうあります。別の名前にしてください。" + "ある項目の根拠と持ち主は変えられません。");
    refused(
        "        label: 回数\n",
        "        label: 回数\n        owner: AGENCY\n",
        "forms[1].words[1].owner という項目はありません。");
  }

  @Test
  void what_is_not_there_and_what_is_there_twice_is_told_with_its_line() {
    refused(
        "field: leads",
        "field: leeds",
        "forms[1].words[2].field 'leeds' はこの様式にありません。次から選んでください: goals、issues、leads");
    refused("kind: 一つ選ぶ", "kind: 年月日", "forms[1].fields[2].choices は kind が 一つ選ぶ のときだけ書けます。");
    refused("code: HOME", "code: DESK", "forms[1].fields[2].choices に同じコードが二つあります。");
    refused("form: one-plan", "form: plan", "forms[2].form 'plan' の様式は");
    refused("form: one-plan", "form: One", "forms[2].form 'One' は市の様式のIDとして使えません。");
    refused(
        "form: coordination-application",
        "form: monitoring",
        "forms[3].statement は、この様式には書けません。文面のある様式(利用申込書)の下に書いてください。");
    refused("      version: 2\n", "", "forms[3].statement.version がありません。");
    refused(
        "form: coordination-application\n",
        "form: coordination-application\n    retired: [applicants.scope]\n",
        "forms[3].retired[1] 'applicants.scope' は、同意の記録のもとになる欄なので、尋ねないことにはできません。");
    refused("    title: 一つのプラン\n", "", "forms[2].title がありません。");
  }

  private void refused(String before, String after, String told) {
    String text = LinesOfTheFile.whole().replace(before, after);
    assertThat(text).isNotEqualTo(LinesOfTheFile.whole());
    assertThat(lines.read(text)).isInstanceOf(NetworkFile.Unusable.class);
    List<String> report = ((NetworkFile.Unusable) lines.read(text)).report();
    assertThat(report).anySatisfy(line -> assertThat(line).contains("行目: " + told));
  }

  private List<DirectoryRecord> records(String text) {
    NetworkFile read = lines.read(text);
    assertThat(read).as(read.toString()).isInstanceOf(NetworkFile.Usable.class);
    return ((NetworkFile.Usable) read).configuration().records();
  }
}
