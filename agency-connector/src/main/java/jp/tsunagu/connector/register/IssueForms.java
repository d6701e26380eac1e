package jp.tsunagu.connector.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueOutline;
import jp.tsunagu.contract.directory.IssueStep;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.RecordIssue;
import jp.tsunagu.contract.directory.ResourceOffer;
import jp.tsunagu.contract.directory.SetAsideGround;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.wording.Coded;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The forms with which gaps (地域課題) are entered and go their steps. */
public final class IssueForms {

  private static final String NOBODY = "すべての機関が読みます。世帯や人の名前・事情、だれのことか分かる書き方はしないでください。";

  private static final FormField<String> WHAT =
      FormField.text("what", "何が足りないか", ResourceOffer.LONGEST).must().hint(NOBODY);
  private static final FormField<String> KIND =
      FormField.reason(
              "kind", "足りない社会資源の種類", directory -> directory.reasons(CodeList.MISSING_RESOURCES))
          .must();
  private static final FormField<Programme> PROGRAMME =
      FormField.oneOf(
              "programme",
              "どの事業で気づいたか",
              new Choice<>(
                  GrowingCode.known(Programme.class), one -> one.number() + " " + one.label()))
          .must();
  private static final FormField<String> BODY =
      FormField.text("body", "どの会議体に", ResourceOffer.LONGEST)
          .must()
          .hint("例: 福祉のまちづくり委員会。" + NOBODY);
  private static final FormField<String> DEVELOPMENT =
      FormField.text("development", "何を開発するか", ResourceOffer.LONGEST).must().hint(NOBODY);
  private static final FormField<String> RESOURCE =
      FormField.listed("resource", "できた社会資源", IssueForms::resources)
          .must()
          .hint("先に社会資源のページで登録してください。");
  private static final FormField<SetAsideGround> GROUND =
      FormField.oneOf("ground", "見送る理由", Choice.known(SetAsideGround.class)).must();
  private static final FormField<LocalDate> HAPPENED_ON =
      FormField.day("happenedOn", "日付", Plausible.HAPPENED).must();

  private static final FieldProblem NOT_MADE =
      new FieldProblem("resource", "その社会資源は登録されていません。", "先に社会資源を登録して、それを選んでください。");

  /** What is missing. */
  public static final Form OUTLINE =
      Form.of("issue", "地域課題を登録する", WHAT, KIND, ResourceForms.AREA, PROGRAMME);

  private static final Map<KnownForm, Programme> EVALUATED =
      Map.of(
          KnownForm.EVALUATION, Programme.COORDINATION,
          KnownForm.PARTICIPATION_EVALUATION, Programme.PARTICIPATION,
          KnownForm.OUTREACH_EVALUATION, Programme.OUTREACH);

  private IssueForms() {}

  /** In which programme a gap was noticed that a sheet tells of; empty where it evaluates none. */
  public static Optional<Programme> evaluatedIn(String formId) {
    return EVALUATED.entrySet().stream()
        .filter(each -> each.getKey().formId().equals(formId))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** For programs: what is missing. */
  public static final class Outline implements Supplier<Form> {
    @Override
    public Form get() {
      return OUTLINE;
    }
  }

  /** For programs: what is missing from now on. */
  public static final class Change implements Supplier<Form> {
    @Override
    public Form get() {
      return EntryKind.ISSUE.change().sent();
    }
  }

  /** For programs: before which body it is brought. */
  public static final class Submit implements Supplier<Form> {
    @Override
    public Form get() {
      return IssueMove.SUBMIT.sent();
    }
  }

  /** For programs: what is developed. */
  public static final class Develop implements Supplier<Form> {
    @Override
    public Form get() {
      return IssueMove.DEVELOP.sent();
    }
  }

  /** For programs: which resource came of it. */
  public static final class Finish implements Supplier<Form> {
    @Override
    public Form get() {
      return IssueMove.FINISH.sent();
    }
  }

  /** For programs: why it is set aside. */
  public static final class SetAside implements Supplier<Form> {
    @Override
    public Form get() {
      return IssueMove.SET_ASIDE.sent();
    }
  }

  static Form step(IssueMove move) {
    FormField<?> what =
        switch (move) {
          case SUBMIT -> BODY;
          case DEVELOP -> DEVELOPMENT;
          case FINISH -> RESOURCE;
          case SET_ASIDE -> GROUND;
        };
    return Form.of(move.word() + "-issue", move.title(), what, HAPPENED_ON);
  }

  private static List<Coded> resources(NetworkDirectory directory) {
    return directory.resources().stream()
        .map(one -> new Coded(one.resourceId().toString(), one.offer().what()))
        .toList();
  }

  static RegisterCommand recorded(Wish<?> wish, int basedOn, Filled form) {
    String area = form.get(ResourceForms.AREA);
    return new RecordIssue(
        wish.id(),
        wish.at(),
        new IssueId(wish.about()),
        basedOn,
        new IssueOutline(
            form.must(WHAT),
            form.must(KIND),
            area == null ? Set.of() : Set.of(new AreaId(area)),
            form.must(PROGRAMME)));
  }

  /** The resource that is said to have come of it must be in the register. */
  static Optional<FieldProblem> objection(IssueMove move, Filled form, NetworkDirectory directory) {
    boolean isMade =
        move != IssueMove.FINISH
            || resources(directory).stream().anyMatch(one -> one.code().equals(form.get(RESOURCE)));
    return isMade ? Optional.empty() : Optional.of(NOT_MADE);
  }

  static IssueStep step(IssueMove move, Filled form) {
    LocalDate day = form.must(HAPPENED_ON);
    return switch (move) {
      case SUBMIT -> new IssueStep(move.stage(), day, form.must(BODY), null, null);
      case DEVELOP -> new IssueStep(move.stage(), day, form.must(DEVELOPMENT), null, null);
      case FINISH -> new IssueStep(move.stage(), day, "", null, ResourceId.of(form.must(RESOURCE)));
      case SET_ASIDE -> new IssueStep(move.stage(), day, "", form.must(GROUND), null);
    };
  }

  /**
   * What stands in the form of a gap that was noticed in a programme: no words of a household, from
   * where somebody comes.
   */
  public static ObjectNode begun(Optional<Programme> programme) {
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    programme.ifPresent(one -> typed.put(PROGRAMME.name(), one.name()));
    return typed;
  }

  /** What stands in the form before somebody changes it. */
  static ObjectNode begun(CommunityIssue issue) {
    IssueOutline outline = issue.outline();
    Optional<AreaId> area = outline.areas().stream().sorted().findFirst();
    ObjectNode typed = JsonNodeFactory.instance.objectNode();
    typed.put(WHAT.name(), outline.what());
    typed.put(KIND.name(), outline.kind());
    area.ifPresent(one -> typed.put(ResourceForms.AREA.name(), one.value()));
    typed.put(PROGRAMME.name(), outline.programme().name());
    return typed.put(ResourceForms.BASED_ON.name(), issue.revision());
  }

  /** What stands in the form of a step before it is filled in. */
  static ObjectNode begun(CommunityIssue issue, LocalDate today) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(HAPPENED_ON.name(), today.toString())
        .put(ResourceForms.BASED_ON.name(), issue.revision());
  }
}
