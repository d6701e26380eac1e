package jp.tsunagu.contract.caseform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.TextOwner;
import org.junit.jupiter.api.Test;

class CaseFormTest {

  @Test
  void what_the_network_knows_by_name_can_be_filled_in() {
    assertThat(CityForms.all(NetworkDirectory.EMPTY))
        .extracting(CaseForm::id, CaseForm::title)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(KnownForm.values())
                .filter(form -> form != KnownForm.GATHERING)
                .map(form -> tuple(form.formId(), form.label()))
                .toList());
  }

  @Test
  void no_form_has_a_text_of_nobody_or_one_that_tells_nothing() {
    FormField<String> bare = FormField.text("remark", "備考", 400);
    assertThatThrownBy(() -> CaseForm.of(KnownForm.GATHERING, bare))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> CaseForm.of(KnownForm.GATHERING, CaseForm.rows("other", "rows", "行", bare)))
        .isInstanceOf(IllegalArgumentException.class);
    FormField<String> untold = bare.ownedBy(TextOwner.PERSON);
    assertThatThrownBy(
            () -> CaseForm.of(KnownForm.GATHERING, CaseForm.rows("other", "rows", "行", untold)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(
            CaseForm.of(
                    KnownForm.GATHERING,
                    CaseForm.rows("other", "rows", "行", untold.telling(DetailKind.CARE)))
                .id())
        .isEqualTo("gathering");
  }
}
