package jp.tsunagu.contract.caseform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagu.contract.directory.AddedField;
import jp.tsunagu.contract.directory.AddedSection;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.FormWording;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import org.jspecify.annotations.Nullable;

/**
 * A form as a city changes it. What cannot be changed so is objected to before it is published; a
 * program that is told of it nevertheless leaves it out, so that nobody reads more by it. There is
 * no way to say whose a declared field is or what it tells; who reads what stays as declared.
 */
public final class FormChange {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
  private static final Pattern ID = Pattern.compile("(?=.{2,30}$)[a-z]+(-[a-z]+)*");

  private final CityForm change;
  private final List<FormObjection> objections = new ArrayList<>();
  private final Set<String> retired = new HashSet<>();
  private final ChangedForm form;

  private FormChange(CityForm change) {
    this.change = change;
    this.form = new ChangedForm(base(change));
    judgeTheWhole();
    each(change.wordings().size(), "words", this::reword);
    each(change.retired().size(), "retired", this::retire);
    each(change.sections().size(), "sections", this::addSection);
    each(change.fields().size(), "fields", this::addField);
    state();
    if (!form.hasPersons(retired)) {
      object("", "に世帯員の行が一つもありません。", "sections に世帯員の行を一つ以上書いてください。");
    }
  }

  /** What of it cannot be; empty where it can be published as it stands. */
  public static List<FormObjection> objections(CityForm change) {
    return List.copyOf(new FormChange(change).objections);
  }

  /** The form with everything of the change that can be. */
  static CaseForm applied(CityForm change) {
    FormChange applied = new FormChange(change);
    return applied.form.without(applied.retired);
  }

  private static CaseForm base(CityForm change) {
    String title = change.title();
    CaseForm base =
        FormList.find(change.formId())
            .orElseGet(() -> CaseForm.of(id(change), title == null ? change.formId() : title));
    return title == null ? base : titled(base, title);
  }

  private static CaseForm titled(CaseForm base, String title) {
    Form form = base.form();
    Form asked = base.asked();
    return new CaseForm(
        new Form(form.ref(), title, form.fields(), form.checks()),
        new Form(asked.ref(), title, asked.fields(), asked.checks()),
        base.back(),
        base.statement());
  }

  /** A name that no form can have is objected to; until then it is called otherwise. */
  private static String id(CityForm change) {
    return ID.matcher(change.formId()).matches() ? change.formId() : "form";
  }

  private void judgeTheWhole() {
    if (!CityForms.isOwn(change)) {
      return;
    }
    if (!ID.matcher(change.formId()).matches()
        || KnownForm.of(new FormRef(id(change), 1)).isPresent()) {
      object(
          "form",
          "'" + change.formId() + "' は市の様式のIDとして使えません。",
          "2〜30字の英小文字とハイフンにするか、変えられる様式から選んでください: "
              + String.join("、", FormList.ALL.stream().map(CaseForm::id).toList())
              + "。");
    }
    if (change.title() == null) {
      object("title", "がありません。", "市の様式の呼び名を title に書いてください。");
    }
  }

  private void state() {
    if (change.statement().isEmpty()) {
      return;
    }
    if (form.isStated() && change.statementVersion() > 0) {
      form.state(new Statement(change.statementVersion(), change.statement()));
    } else {
      object("statement", "は、この様式には書けません。", "文面のある様式(利用申込書)の下に書いてください。");
    }
  }

  private static void each(int size, String list, ChangeAt judged) {
    for (int i = 0; i < size; i++) {
      judged.at(i, list + "[" + (i + 1) + "]");
    }
  }

  @FunctionalInterface
  private interface ChangeAt {
    void at(int index, String place);
  }

  private void reword(int index, String at) {
    FormWording words = change.wordings().get(index);
    if (canChange(words.field(), at + ".field")) {
      form.change(words.field(), field -> reworded(field, words));
    }
  }

  private static FormField<?> reworded(FormField<?> field, FormWording words) {
    FormField<?> labelled = words.label() == null ? field : field.labelled(words.label());
    return words.hint() == null ? labelled : labelled.hint(words.hint());
  }

  private void retire(int index, String at) {
    String field = change.retired().get(index);
    if (!canChange(field, at)) {
      return;
    }
    if (form.isStated() && ApplicationForms.NEEDED.contains(field)) {
      object(at, "'" + field + "' は、同意の記録のもとになる欄なので、尋ねないことにはできません。", "この行を消してください。");
    } else {
      retired.add(field);
    }
  }

  private boolean canChange(String path, String at) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    String section = path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    if (form.find(path).isEmpty()) {
      return object(at, "'" + path + "' はこの様式にありません。", "次から選んでください: " + form.names(section) + "。");
    }
    if (CaseForm.FIXED.contains(section.isEmpty() ? name : section)
        || (form.isOfPersons(section) && CaseForm.FIXED.contains(name))) {
      return object(at, "'" + path + "' は、だれに渡るかを決める欄なので変えられません。", "この行を消してください。");
    }
    return true;
  }

  private void addSection(int index, String at) {
    AddedSection section = change.sections().get(index);
    if (isNewName("", section.name(), at)) {
      form.add(section);
    }
  }

  private void addField(int index, String at) {
    AddedField field = change.fields().get(index);
    boolean isNew = isNewName(field.section(), field.name(), at);
    Optional<FormObjection> objection = AddedFields.objection(field, row(field), at);
    objection.ifPresent(objections::add);
    if (isNew && objection.isEmpty()) {
      form.add(field.section(), AddedFields.of(field));
    }
  }

  /** The rows it stands in; null for none, and for what are no rows of persons. */
  private @Nullable Form row(AddedField field) {
    return form.isOfPersons(field.section()) ? form.row(field.section()) : null;
  }

  private boolean isNewName(String section, String name, String at) {
    if (!NAME.matcher(name).matches()) {
      return object(at + ".name", "'" + name + "' は項目の名前として使えません。", "英小文字で始まる30字までの英数字にしてください。");
    }
    String path = section.isEmpty() ? name : section + "." + name;
    return form.find(path).isEmpty()
        || object(at + ".name", "'" + name + "' はこの様式にもうあります。", "別の名前にしてください。ある項目の根拠と持ち主は変えられません。");
  }

  private boolean object(String place, String problem, String fix) {
    objections.add(new FormObjection(place, problem, fix));
    return false;
  }
}
