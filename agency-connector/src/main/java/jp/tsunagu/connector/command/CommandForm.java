package jp.tsunagu.connector.command;

import java.util.List;
import jp.tsunagu.connector.sheet.DossierChecks;
import jp.tsunagu.connector.sheet.DossierFields;
import jp.tsunagu.connector.sheet.Times;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormCheck;
import jp.tsunagu.contract.form.FormField;

/**
 * One thing an agency can do: by a POST, or by a file.
 *
 * @param name what programs call it; never changes
 * @param path below {@code /agencies/{agencyId}/api}; its variables are names of targets
 * @param targets what it is about, the case or referral first
 * @param guarded whether it depends on what was seen, so that a POST needs {@code If-Match}
 * @param form what is filled in
 * @param make the command made of it; it notes what is wrong that only a look at the case can tell
 */
public record CommandForm(
    String name,
    Words words,
    String path,
    List<FormField<?>> targets,
    boolean guarded,
    Form form,
    Maker make) {

  /** The parts of the description. */
  public enum Group {
    RECEPTION("相談受付", "つなぐシートの登録"),
    REFERRAL("連絡", "つなぐ・受ける・答える"),
    CASE("案件", "分野・世帯員・保護・支援の終了"),
    CONSENT("同意", "人ごと・目的ごとの同意と撤回"),
    COORDINATION("多機関協働", "調整依頼・つなぎ戻し・終結"),
    BESIDE("参加支援・アウトリーチ", "案件と並んで、世帯員ごとに行う支援"),
    MEETING("会議", "会議の相談・申出、出欠、報告書");

    private final String label;
    private final String description;

    Group(String label, String description) {
      this.label = label;
      this.description = description;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }

    /** What is in it. */
    public String description() {
      return description;
    }
  }

  /** Keeps an unmodifiable copy. */
  public CommandForm {
    targets = List.copyOf(targets);
  }

  /** What a person calls it. */
  public String title() {
    return words.title();
  }

  /** One that depends on what was seen. */
  CommandForm seen() {
    return new CommandForm(name, words, path, targets, true, form, make);
  }

  /** The same with this description. */
  CommandForm saying(String more) {
    return new CommandForm(
        name, new Words(words.title(), words.group(), more), path, targets, guarded, form, make);
  }

  /** The same with these fields before those that every form has. */
  CommandForm asking(FormField<?>... fields) {
    return with(form.after(List.of(fields)));
  }

  /** The same with the fields and checks of this form before those that every form has. */
  CommandForm asking(Form part) {
    Form asked = form.after(part.fields());
    for (FormCheck check : part.checks()) {
      asked = asked.checked(check);
    }
    return with(asked);
  }

  /** The same with a note to the other side, and what else can travel sealed. */
  CommandForm carrying() {
    return with(form.and(DossierFields.FIELDS).checked(DossierChecks::checkSent));
  }

  /** The same with this check. */
  CommandForm checked(FormCheck check) {
    return with(form.checked(check));
  }

  private CommandForm with(Form other) {
    return new CommandForm(name, words, path, targets, guarded, other, make);
  }

  /** The targets that stand in the path. */
  public Form inPath() {
    return Form.of(name, title()).and(targets.stream().filter(this::isInPath).toList());
  }

  /** What a POST carries in its body. */
  public Form body() {
    return form.after(targets.stream().filter(target -> !isInPath(target)).toList());
  }

  /** What a file carries: also what it is about. */
  public Form file() {
    return form.after(targets);
  }

  private boolean isInPath(FormField<?> target) {
    return path.contains("{" + target.name() + "}");
  }

  static CommandForm onReferral(String name, String title, Maker make) {
    return of(
        Group.REFERRAL,
        name,
        title,
        "/referrals/{referralId}/" + name,
        List.of(Targets.REFERRAL),
        make);
  }

  static CommandForm onCase(Group group, String name, String title, String path, Maker make) {
    return of(group, name, title, "/cases/{caseId}" + path, List.of(Targets.CASE), make);
  }

  static CommandForm of(
      Group group, String name, String title, String path, List<FormField<?>> targets, Maker make) {
    Form form = Form.of(name, title).and(Times.FIELDS);
    return new CommandForm(name, new Words(title, group, ""), path, targets, false, form, make);
  }

  /**
   * What people read of it.
   *
   * @param title what a person calls it
   * @param group the part of the description it belongs to
   * @param description more for whoever writes a program, in Japanese; may be empty
   */
  public record Words(String title, Group group, String description) {}
}
