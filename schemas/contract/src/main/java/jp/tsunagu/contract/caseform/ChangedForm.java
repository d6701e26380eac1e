package jp.tsunagu.contract.caseform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.AddedSection;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;

/** A form of a case while a city's changes are made to it; not for use by several threads. */
final class ChangedForm {

  private final CaseForm base;
  private final List<FormField<?>> fields;
  private Statement statement;

  ChangedForm(CaseForm base) {
    this.base = base;
    this.statement = base.statement();
    this.fields = new ArrayList<>(base.form().fields());
  }

  /** The field at this path, such as {@code supports.frequency}. */
  Optional<FormField<?>> find(String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? in(fields, path)
        : in(fields, path.substring(0, dot))
            .flatMap(section -> in(within(section), path.substring(dot + 1)));
  }

  private static Optional<FormField<?>> in(List<FormField<?>> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .<FormField<?>>map(Function.identity())
        .findFirst();
  }

  private static List<FormField<?>> within(FormField<?> section) {
    return switch (section.kind()) {
      case Kind.Rows(Form row, int _) -> row.fields();
      case Kind.Group(Form group, boolean _) -> group.fields();
      default -> List.of();
    };
  }

  /** What is there: in this section, else, and for none, in the form itself. */
  String names(String section) {
    List<FormField<?>> there = in(fields, section).map(ChangedForm::within).orElse(List.of());
    String before = there.isEmpty() ? "" : section + ".";
    return (there.isEmpty() ? fields : there)
        .stream()
            .map(FormField::name)
            .filter(name -> !CaseForm.FIXED.contains(name))
            .map(before::concat)
            .collect(Collectors.joining("、"));
  }

  /** Whether these are rows that each tell of a person. */
  boolean isOfPersons(String section) {
    return in(fields, section).filter(CaseForm::isOfPersons).isPresent();
  }

  /** The form of each row. */
  Form row(String section) {
    return in(fields, section)
        .map(FormField::kind)
        .filter(Kind.Rows.class::isInstance)
        .map(kind -> ((Kind.Rows) kind).form())
        .orElseThrow();
  }

  /** Whether rows of persons are left without these. */
  boolean hasPersons(Set<String> retired) {
    return fields.stream()
        .anyMatch(field -> CaseForm.isOfPersons(field) && !retired.contains(field.name()));
  }

  /** Whether a person is told something before she signs it. */
  boolean isStated() {
    return base.statement().isThere();
  }

  /** What she is told, from now on. */
  void state(Statement other) {
    statement = other;
  }

  /** Puts what this makes of a field in its place. */
  void change(String path, UnaryOperator<FormField<?>> by) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      fields.replaceAll(field -> field.name().equals(path) ? renamed(by.apply(field)) : field);
    } else {
      String name = path.substring(dot + 1);
      rebuild(
          path.substring(0, dot),
          row -> row.stream().map(each -> each.name().equals(name) ? by.apply(each) : each));
    }
  }

  /** A section is called as its field is. */
  private FormField<?> renamed(FormField<?> field) {
    return within(field).isEmpty() ? field : rebuilt(field, within(field));
  }

  /** Adds rows of persons behind all others. */
  void add(AddedSection section) {
    List<FormField<?>> columns = new ArrayList<>();
    if (section.about()) {
      columns.add(CaseForm.ABOUT);
    }
    if (section.by()) {
      columns.add(CaseForm.BY);
    }
    FormField<?>[] own = columns.toArray(FormField<?>[]::new);
    add("", CaseForm.rows(rowId(section.name()), section.name(), section.title(), own));
  }

  /** Adds a field behind all others of its section; of the form itself before what it ends with. */
  void add(String section, FormField<?> field) {
    if (section.isEmpty()) {
      fields.add(fields.size() - CaseForm.LAST.size(), field);
    } else {
      rebuild(section, row -> Stream.concat(row.stream(), Stream.of(field)));
    }
  }

  private void rebuild(
      String section, Function<List<FormField<?>>, Stream<? extends FormField<?>>> by) {
    fields.replaceAll(
        field ->
            field.name().equals(section)
                ? rebuilt(field, by.apply(within(field)).collect(Collectors.toList()))
                : field);
  }

  /** Two forms that have a section in common may change it differently: each calls it its own. */
  private FormField<?> rebuilt(FormField<?> section, List<FormField<?>> inner) {
    return switch (section.kind()) {
      case Kind.Rows(Form row, int most) ->
          same(section, FormField.rows(section.name(), of(row, section, inner), most));
      case Kind.Group(Form group, boolean isMark) -> {
        Form changed = of(group, section, inner);
        yield same(
            section,
            isMark
                ? FormField.mark(section.name(), changed)
                : FormField.group(section.name(), changed));
      }
      default -> section;
    };
  }

  private static FormField<?> same(FormField<?> before, FormField<?> after) {
    FormField<?> said = after.labelled(before.label()).hint(before.hint()).ownedBy(before.owner());
    return before.required() ? said.must() : said;
  }

  private Form of(Form part, FormField<?> section, List<FormField<?>> inner) {
    FormRef ref = new FormRef("case-form-" + rowId(section.name()), part.ref().version());
    return new Form(ref, section.label(), inner, part.checks());
  }

  private String rowId(String section) {
    String words = section.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    String id = base.id() + "-" + words;
    return id.substring(0, Math.min(id.length(), 54));
  }

  /** The form, of which these are not asked any more. */
  CaseForm without(Set<String> retired) {
    Form form = base.form();
    Form whole = new Form(form.ref(), form.title(), fields, form.checks());
    List<FormField<?>> asked =
        fields.stream()
            .filter(field -> !retired.contains(field.name()) && !CaseForm.STATED.contains(field))
            .<FormField<?>>map(field -> asked(field, retired))
            .toList();
    return new CaseForm(
        whole, new Form(form.ref(), form.title(), asked, form.checks()), back(whole), statement);
  }

  private FormField<?> asked(FormField<?> field, Set<String> retired) {
    List<FormField<?>> inner = within(field);
    List<FormField<?>> left =
        inner.stream()
            .filter(each -> !retired.contains(field.name() + "." + each.name()))
            .<FormField<?>>map(Function.identity())
            .toList();
    return left.size() == inner.size() ? field : rebuilt(field, left);
  }

  /** What the city added stands on the back where there is one. */
  private Set<String> back(Form whole) {
    if (base.back().isEmpty()) {
      return Set.of();
    }
    return whole.fields().stream()
        .map(FormField::name)
        .dropWhile(name -> !base.back().contains(name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
