package jp.tsunagu.connector.register;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterCommand.MoveIssue;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.IssueId;
import tools.jackson.databind.node.ObjectNode;

/** The steps of a 地域課題, each with its form. */
public enum IssueMove implements EntryStep<CommunityIssue> {
  SUBMIT("submit", IssueStage.SUBMITTED, "会議体に付議する"),
  DEVELOP("develop", IssueStage.DEVELOPING, "開発を始める"),
  FINISH("finish", IssueStage.DONE, "社会資源ができた"),
  SET_ASIDE("set-aside", IssueStage.SET_ASIDE, "見送る");

  private final String word;
  private final IssueStage stage;
  private final String title;

  IssueMove(String word, IssueStage stage, String title) {
    this.word = word;
    this.stage = stage;
    this.title = title;
  }

  @Override
  public String word() {
    return word;
  }

  /** Where it leads. */
  IssueStage stage() {
    return stage;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Form form() {
    return IssueForms.step(this);
  }

  @Override
  public boolean isPossible(CommunityIssue issue) {
    return issue.stage().next().contains(stage);
  }

  @Override
  public ObjectNode begun(CommunityIssue issue, LocalDate today) {
    return IssueForms.begun(issue, today);
  }

  @Override
  public Optional<FieldProblem> objection(Filled filled, NetworkDirectory directory) {
    return IssueForms.objection(this, filled, directory);
  }

  @Override
  public RegisterCommand wished(Wish<?> wish, Filled filled) {
    return new MoveIssue(
        wish.id(),
        wish.at(),
        new IssueId(wish.about()),
        ResourceForms.basedOn(filled),
        IssueForms.step(this, filled));
  }
}
