package jp.tsunagu.contract.caseform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormCheck;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;

/**
 * A form (様式) that is filled in about a case. Its page, interface, paper, and who is sealed what of
 * it follow from this one declaration. Its fields are a choice of this project (参考様式).
 *
 * <p>Whatever tells something of a person stands in a row with {@link #PERSON}, and says as what it
 * is told: by itself ({@link FormField#tells}), or by {@link #ABOUT} of its row. A row with {@link
 * #BY} is read by that agency and the coordinator alone.
 *
 * @param form as it is read: also what is not asked any more
 * @param asked as it is filled in
 * @param back the names of the sections on the back of its paper; none where it has no back
 * @param statement what a person is told before she signs; kept with it and asked of nobody
 */
public record CaseForm(Form form, Form asked, Set<String> back, Statement statement) {

  /** So many rows of one kind a form has at most. */
  public static final int MOST_ROWS = 40;

  /** Whose row it is. */
  public static final FormField<PersonRef> PERSON = FormField.person("person", "世帯員").must();

  /** What the row tells of that person. */
  public static final FormField<DetailKind> ABOUT =
      FormField.oneOf("about", "何について", Choice.DETAIL).must();

  /** Who does what the row says. */
  public static final FormField<AgencyId> BY = FormField.agency("by", "支援する機関").must();

  /** Of which item of a meeting it tells; in forms of meetings alone. */
  public static final FormField<MeetingRequestId> ITEM = FormField.item("item", "議題").must();

  /** When it was written. */
  public static final FormField<LocalDate> WRITTEN_ON =
      FormField.day("writtenOn", "記入日", Plausible.HAPPENED).must();

  /** Who wrote it. */
  public static final FormField<String> AUTHOR =
      FormField.text("author", "記入者", 100).must().ownedBy(TextOwner.AGENCY);

  /** Who reads all of it, as far as there is a ground. */
  public static final FormField<Set<AgencyId>> READERS =
      FormField.agencies("readers", "全体を渡す機関").hint("支援の行は、ここに選ばなくても、その行の機関と多機関協働事業者に渡ります。");

  /** The version of what was stated. */
  public static final FormField<Integer> STATEMENT_VERSION =
      FormField.whole("statementVersion", "文面の版", 1, 9999);

  /** What was stated to the person, word for word. */
  public static final FormField<String> STATEMENT =
      FormField.text("statement", "文面", 8000).ownedBy(TextOwner.AGENCY);

  /** What is kept and never asked. */
  static final List<FormField<?>> STATED = List.of(STATEMENT_VERSION, STATEMENT);

  private static final FormField<BasisKind> BASIS =
      FormField.oneOf("basis", "根拠", Choice.of(BasisKind.values(), BasisKind::label)).must();
  private static final FormField<Statute> STATUTE =
      FormField.oneOf("statute", "根拠法令", Choice.STATUTE).hint("根拠が法令のときに選びます。");

  /** On which ground each person's rows go to others; whose ground is not named stays here. */
  public static final FormField<List<Filled>> GROUNDS =
      FormField.rows(
          "grounds",
          Form.of("case-form-ground", "渡す根拠", PERSON, BASIS, STATUTE)
              .checked(CaseForm::checkGround),
          PersonRef.MOST);

  /**
   * Its files (添付ファイル), such as the scan of what a person signed. Each goes to whoever reads the
   * whole, as what it tells of that person.
   */
  public static final FormField<List<Filled>> FILES =
      FormField.rows(
              "files",
              Form.of("case-form-file", "添付ファイル", FormFiles.FILE, PERSON, FormFiles.TELLS),
              FilePiece.MOST_FILES)
          .hint(FormFiles.HINT);

  /** What every form says of itself, first; then what is said to no reader, last. */
  private static final List<FormField<?>> FIRST = List.of(WRITTEN_ON, AUTHOR);

  static final List<FormField<?>> LAST = List.of(FILES, READERS, GROUNDS);

  /** What decides who reads what: no city changes a word of it. */
  static final Set<String> FIXED =
      Stream.of(FIRST, STATED, LAST, List.<FormField<?>>of(PERSON, ABOUT, BY, ITEM))
          .flatMap(List::stream)
          .map(FormField::name)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * Keeps an unmodifiable copy.
   *
   * @throws IllegalArgumentException if a text would be nobody's, or told as nothing
   */
  public CaseForm {
    back = Set.copyOf(back);
    for (FormField<?> field : form.fields()) {
      if (field.kind() instanceof Kind.Rows(Form row, int _)) {
        row.fields().forEach(each -> checkOwner(form, each, row.fields()));
      } else if (field.kind() instanceof Kind.Group(Form group, boolean _)) {
        group.fields().forEach(each -> checkOwner(form, each, List.of()));
      } else {
        checkOwner(form, field, List.of());
      }
    }
  }

  private static void checkOwner(Form form, FormField<?> field, List<FormField<?>> row) {
    boolean isText = field.kind() instanceof Kind.Text;
    boolean isSaid =
        row.contains(PERSON)
            ? field.owner() == TextOwner.PERSON && (field.tells() != null || row.contains(ABOUT))
            : field.owner() == TextOwner.AGENCY;
    if (isText && !isSaid) {
      throw new IllegalArgumentException(
          form.ref() + " does not say whose " + field.name() + " is, and what it tells");
    }
  }

  /** The first version of a form. */
  static CaseForm of(KnownForm known, FormField<?>... own) {
    return of(known.formId(), known.label(), own);
  }

  /** The same of a form that the network does not know by name. */
  static CaseForm of(String id, String title, FormField<?>... own) {
    List<FormField<?>> fields = new ArrayList<>(FIRST);
    fields.addAll(List.of(own));
    fields.addAll(LAST);
    Form form = Form.of(id, title).and(fields);
    return new CaseForm(form, form, Set.of(), Statement.NONE);
  }

  /** The same, for which a person is told this and signs. */
  CaseForm stating(Statement stated) {
    List<FormField<?>> fields = new ArrayList<>(asked.fields());
    fields.addAll(FIRST.size(), STATED);
    Form whole = new Form(form.ref(), form.title(), fields, form.checks());
    return new CaseForm(whole, asked, back, stated);
  }

  /** The same with a check of the whole. */
  CaseForm checked(FormCheck check) {
    return new CaseForm(form.checked(check), asked.checked(check), back, statement);
  }

  /** The same with this section and all behind it on the back of its paper. */
  CaseForm backFrom(FormField<?> section) {
    return new CaseForm(
        form,
        asked,
        form.fields().stream()
            .dropWhile(field -> !field.equals(section))
            .map(FormField::name)
            .collect(Collectors.toSet()),
        statement);
  }

  /**
   * Rows about one person each.
   *
   * @param id of such a row between programs
   */
  static FormField<List<Filled>> rows(String id, String name, String title, FormField<?>... own) {
    Form row = Form.of("case-form-" + id, title, PERSON).and(List.of(own));
    return FormField.rows(name, row, MOST_ROWS);
  }

  /** A text of a row: that person's. */
  static FormField<String> told(String name, String label, int longest) {
    return FormField.text(name, label, longest).ownedBy(TextOwner.PERSON);
  }

  /** Whether it has rows that each tell of a person, in words. */
  public static boolean isOfPersons(FormField<?> field) {
    return isKeptByPerson(field) && !field.name().equals(FILES.name());
  }

  /** Whether each of its rows is locked and erased with one person. */
  public static boolean isKeptByPerson(FormField<?> field) {
    return field.kind() instanceof Kind.Rows(Form row, int _)
        && row.fields().contains(PERSON)
        && !field.name().equals(GROUNDS.name());
  }

  /** Whether it is about one item that the case brought to a meeting. */
  public boolean isOfAMeeting() {
    return form.fields().contains(ITEM);
  }

  /** Its name between programs. */
  public String id() {
    return form.ref().formId();
  }

  /** What a person calls it. */
  public String title() {
    return form.title();
  }

  private static void checkGround(Filled row, Checking at) {
    boolean isLaw = row.get(BASIS) == BasisKind.LAW;
    if (isLaw && !row.has(STATUTE)) {
      at.missing(STATUTE);
    }
    if (!isLaw && row.has(STATUTE)) {
      at.problem(STATUTE, "根拠法令は、根拠が法令のときだけ書けます。", "根拠を法令(LAW)にするか、この欄を空けてください。");
    }
  }
}
