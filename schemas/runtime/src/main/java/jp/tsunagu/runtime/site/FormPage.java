package jp.tsunagu.runtime.site;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.site.PageField.Control;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as a page shows it, made from its declaration: a field more in the declaration is a field
 * more on the page. What was typed and what is wrong with it stand in it, so that a refused form
 * comes back whole.
 */
public final class FormPage {

  private static final int LONGEST_LINE = 200;
  private static final int MOST_RADIOS = 5;

  private final Form form;
  private final NetworkDirectory directory;
  private final Set<String> folded;
  private final Offers offers;
  private final FormWords words;
  private final FormProblems problems;
  private final List<PageField> fields;

  /**
   * A problem in the list above the form.
   *
   * @param id of the element it is about; empty where it is about the whole
   */
  public record Listed(String id, String label, String problem) {}

  /**
   * A form with what was typed into it.
   *
   * @param typed as {@link FormPost} read it; empty for a new one
   * @param found what is wrong with it
   * @param more the rows of which one more is wanted; empty for none
   * @param folded names of fields that are rarely needed; what must be filled in is never folded
   * @param offers what can be chosen, as far as the declaration does not say it
   */
  public FormPage(
      Form form,
      NetworkDirectory directory,
      ObjectNode typed,
      List<FieldProblem> found,
      String more,
      Set<String> folded,
      Offers offers) {
    this.form = form;
    this.directory = directory;
    this.folded = Set.copyOf(folded);
    this.offers = offers;
    this.words = FormWords.of(form);
    this.problems = new FormProblems(form, typed, words, found);
    this.fields = fields(form, typed, "", more, false);
  }

  /** A form that offers everybody. */
  public FormPage(
      Form form,
      NetworkDirectory directory,
      ObjectNode typed,
      List<FieldProblem> found,
      String more,
      Set<String> folded) {
    this(form, directory, typed, found, more, folded, Offers.ALL);
  }

  /** A new one, with nothing typed. */
  public static FormPage empty(Form form, NetworkDirectory directory, Set<String> folded) {
    return new FormPage(
        form, directory, JsonNodeFactory.instance.objectNode(), List.of(), "", folded);
  }

  /** What a person calls the form. */
  public String getTitle() {
    return form.title();
  }

  /** All its fields. */
  public List<PageField> getFields() {
    return fields;
  }

  /** The same as they stand together. */
  public FieldGroup getGroup() {
    return FieldGroup.of(fields);
  }

  /** The same with those of these names first, in this order: none is lost by it. */
  public FieldGroup inOrder(List<String> first) {
    return FieldGroup.of(
        fields.stream()
            .sorted(
                Comparator.comparingInt(
                    field ->
                        first.contains(field.path()) ? first.indexOf(field.path()) : first.size()))
            .toList());
  }

  /** What is wrong, in the order of the form. */
  public List<Listed> getProblems() {
    return problems.listed(fields);
  }

  /**
   * The field of this name on the outermost level, for a page that puts it in a place of its own.
   */
  public PageField field(String name) {
    return fields.stream().filter(each -> each.path().equals(name)).findFirst().orElseThrow();
  }

  private List<PageField> fields(
      Form part, JsonNode typed, String prefix, String more, boolean inRow) {
    return part.fields().stream()
        .map(field -> field(field, typed.path(field.name()), prefix + field.name(), more, inRow))
        .toList();
  }

  private PageField field(
      FormField<?> field, JsonNode typed, String path, String more, boolean inRow) {
    Control control = control(field, path);
    return new PageField(
        path,
        new PageField.Words(field.label(), field.required(), help(field, control, path)),
        control,
        new PageField.Content(value(typed, control), options(field, typed, path, control)),
        problems.of(path),
        field.kind() instanceof Kind.Group group
            ? fields(group.form(), typed, path + ".", more, inRow)
            : List.of(),
        field.kind() instanceof Kind.Rows rows ? rows(rows, typed, path, more, inRow) : List.of(),
        !field.required() && isFolded(field.name(), path));
  }

  private boolean isFolded(String name, String path) {
    return folded.contains(name) || folded.contains(path.replaceAll("\\[\\d+]", ""));
  }

  /** There is always one row to write in, except of rows within rows: these are asked for. */
  private List<PageField.Row> rows(
      Kind.Rows rows, JsonNode typed, String path, String more, boolean inRow) {
    int wanted = typed.size() + (more.equals(path) ? 1 : 0);
    int shown = Math.min(rows.most(), Math.max(inRow || rows.areFiles() ? 0 : 1, wanted));
    return IntStream.range(0, shown)
        .mapToObj(
            row ->
                new PageField.Row(
                    rows.form().title() + (row + 1),
                    fields(rows.form(), typed.path(row), path + "[" + row + "].", more, true)))
        .toList();
  }

  private Control control(FormField<?> field, String path) {
    return switch (field.kind()) {
      case Kind.Text(int longest, Kind.Holds holds) ->
          holds == Kind.Holds.TELEPHONE
              ? Control.TELEPHONE
              : longest > LONGEST_LINE ? Control.LINES : Control.LINE;
      case Kind.OneOf<?> _, Kind.Listed _ ->
          field.choices(directory).size() > MOST_RADIOS ? Control.LIST : oneOf(field);
      case Kind.SomeOf<?> _, Kind.SomeAgencies _ -> Control.SEVERAL;
      case Kind.OneAgency _ ->
          offers.proposed().containsKey(path) ? Control.PROPOSED : Control.LIST;
      case Kind.Whole _ -> Control.NUMBER;
      case Kind.OnePerson _ -> offers.persons().isEmpty() ? Control.NUMBER : Control.LIST;
      case Kind.SomePersons _ -> offers.persons().isEmpty() ? Control.LINE : Control.SEVERAL;
      case Kind.YesNo yesNo -> yesNo.example() ? Control.ONE : Control.TICK;
      case Kind.Day(Plausible plausible) ->
          plausible == Plausible.BORN ? Control.BORN : Control.DAY;
      case Kind.Moment _ -> Control.MOMENT;
      case Kind.Moments _ -> Control.LINES;
      case Kind.OneItem _ -> offers.items().isEmpty() ? Control.LINE : Control.LIST;
      case Kind.OneFile _ -> Control.FILE;
      case Kind.Uuid _, Kind.OneMeeting _ -> Control.LINE;
      case Kind.Group group -> group.isMark() ? Control.MARK : Control.SECTION;
      case Kind.Rows rows -> rows.areFiles() ? Control.FILES : Control.ROWS;
    };
  }

  /** A list that the city has not told yet is typed. */
  private Control oneOf(FormField<?> field) {
    return field.choices(directory).isEmpty() ? Control.LINE : Control.ONE;
  }

  /** What there is to choose explains itself; hints of sections speak to programs. */
  private String help(FormField<?> field, Control control, String path) {
    return switch (control) {
      case LINE, LINES, TELEPHONE, NUMBER, DAY, MOMENT -> words.hint(field.hint());
      case BORN -> "例: 昭和47年5月30日、S47.5.30、1972-05-30" + words.hint(field.hint());
      case TICK -> words.hint(field.hint());
      case PROPOSED -> Objects.requireNonNull(offers.proposed().get(path)).help();
      case FILES -> field.hint();
      case ONE, LIST, SEVERAL, SECTION, MARK, ROWS, FILE -> "";
    };
  }

  private static String value(JsonNode typed, Control control) {
    return switch (control) {
      case LINE, LINES, TELEPHONE, NUMBER, DAY, BORN, MOMENT -> text(typed);
      case MARK -> typed.isMissingNode() ? "" : FormPost.YES;
      case TICK, ONE, LIST, PROPOSED, SEVERAL, SECTION, ROWS, FILE, FILES -> "";
    };
  }

  private static String text(JsonNode typed) {
    return typed.isArray()
        ? String.join("\n", FormPost.texts(typed))
        : typed.isMissingNode() ? "" : typed.asString("");
  }

  private List<PageField.Option> options(
      FormField<?> field, JsonNode typed, String path, Control control) {
    List<String> chosen = FormPost.texts(typed);
    Offers.Proposed proposed = offers.proposed().get(path);
    List<Offered> all =
        proposed == null ? offered(field, path, control, chosen) : offered(proposed);
    return IntStream.range(0, all.size())
        .mapToObj(
            place -> {
              Offered each = all.get(place);
              Coded what = each.what();
              boolean isChosen =
                  what.code().isEmpty()
                      ? chosen.isEmpty()
                      : chosen.contains(what.code()) || chosen.contains(what.label());
              return new PageField.Option(
                  id(path) + "--" + place,
                  what.code(),
                  what.label(),
                  each.note(),
                  isChosen,
                  each.isFurther());
            })
        .toList();
  }

  private record Offered(Coded what, String note, boolean isFurther) {}

  private List<Offered> offered(
      FormField<?> field, String path, Control control, List<String> chosen) {
    return all(field, control, chosen).stream()
        .map(each -> new Offered(each, offers.note(path, each.code()), false))
        .toList();
  }

  private List<Offered> offered(Offers.Proposed proposed) {
    return Stream.of(
            proposed.reasons().entrySet().stream()
                .map(each -> new Offered(coded(each.getKey()), each.getValue(), false)),
            Stream.of(new Offered(new Coded("", proposed.nobody()), "", false)),
            proposed.others().stream().map(each -> new Offered(coded(each), "", true)))
        .flatMap(Function.identity())
        .toList();
  }

  private Coded coded(AgencyId agency) {
    return new Coded(agency.value(), directory.nameOf(agency));
  }

  private List<Coded> all(FormField<?> field, Control control, List<String> chosen) {
    return switch (field.kind()) {
      case Kind.OnePerson _, Kind.SomePersons _ -> andTyped(offers.persons(), chosen);
      case Kind.OneItem _ -> andTyped(offers.items(), chosen);
      case Kind.OneFile _ ->
          chosen.stream().map(id -> new Coded(id, offers.files().getOrDefault(id, id))).toList();
      case Kind.OneAgency _ -> agencies(false);
      case Kind.SomeAgencies several -> agencies(several.alsoExcluded());
      case Kind.YesNo _ ->
          Stream.of(FormPost.YES, FormPost.NO)
              .limit(control == Control.TICK ? 1 : 2)
              .map(word -> new Coded(word, word))
              .toList();
      default -> field.choices(directory);
    };
  }

  /** What was typed and is none of the case stays there, for what is wrong with it to be told. */
  private static List<Coded> andTyped(List<Coded> offered, List<String> chosen) {
    Set<String> known = offered.stream().map(Coded::code).collect(Collectors.toSet());
    return Stream.concat(
            offered.stream(),
            chosen.stream()
                .filter(text -> !text.isEmpty() && !known.contains(text))
                .map(text -> new Coded(text, text)))
        .toList();
  }

  private List<Coded> agencies(boolean alsoHidden) {
    return directory.agencies().stream()
        .filter(agency -> alsoHidden || !offers.hidden().contains(agency.agencyId()))
        .map(agency -> new Coded(agency.agencyId().value(), agency.name()))
        .toList();
  }

  /** The element of a path; brackets and dots have a meaning of their own in addresses. */
  public static String id(String path) {
    return "f-" + path.replace("[", "-").replace("]", "").replace(".", "-");
  }
}
