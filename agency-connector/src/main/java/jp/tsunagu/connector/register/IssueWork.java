package jp.tsunagu.connector.register;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.RegisterCommand.MoveIssue;
import jp.tsunagu.contract.directory.RegisterCommand.RecordIssue;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What an agency does with what the city lacks (地域課題), by page and by interface alike. */
@Component
public final class IssueWork {

  private static final FieldProblem NOT_MADE =
      new FieldProblem("resource", "その社会資源は登録されていません。", "先に社会資源を登録して、それを選んでください。");

  private final Tools tools;
  private final Wishes wishes;
  private final Occurrences occurrences;

  IssueWork(Tools tools, Wishes wishes, Occurrences occurrences) {
    this.tools = tools;
    this.wishes = wishes;
    this.occurrences = occurrences;
  }

  /** Every 地域課題, by what it is. */
  public List<CommunityIssue> all() {
    return tools.directory().snapshot().issues();
  }

  /** The one with this id. */
  public Optional<CommunityIssue> find(IssueId id) {
    return tools.directory().snapshot().issue(id);
  }

  /** Whether this agency describes it and lets it go its steps. */
  public boolean mayChange(AgencyId agency, CommunityIssue issue) {
    return issue.enteredBy().equals(agency) || agency.equals(tools.desk());
  }

  /** Enters one that was noticed for no household of this agency. */
  public Wished<CommunityIssue> record(AgencyId agency, String key, JsonNode typed) {
    IssueId fresh = new IssueId(Wishes.named(agency, key, "issue"));
    return wishes.read(
        IssueForms.OUTLINE,
        typed,
        filled ->
            wishes.send(
                agency,
                Wishes.asked(key, "record issue", typed),
                new RecordIssue(
                    Wishes.wish(agency, key), wishes.now(), fresh, 0, IssueForms.outline(filled)),
                () -> find(fresh)));
  }

  /** Enters one that was noticed for this household. */
  public Wished<CommunityIssue> recordFor(
      AgencyId agency, CaseId caseId, String key, JsonNode typed) {
    Wished<CommunityIssue> entered = record(agency, key, typed);
    switch (entered) {
      case Wished.Done<CommunityIssue>(CommunityIssue issue) ->
          occurrences.report(agency, issue.issueId(), caseId);
      case Wished.Sent<CommunityIssue>(var about) ->
          occurrences.report(agency, new IssueId(about), caseId);
      case Wished.Refused<CommunityIssue> _ -> {}
    }
    return entered;
  }

  /** Says anew what is missing. */
  public Wished<CommunityIssue> change(AgencyId agency, IssueId id, String key, JsonNode typed) {
    return wishes.read(
        IssueForms.based(IssueForms.OUTLINE),
        typed,
        filled ->
            wishes.send(
                agency,
                Wishes.asked(key, "change issue " + id, typed),
                new RecordIssue(
                    Wishes.wish(agency, key),
                    wishes.now(),
                    id,
                    ResourceForms.basedOn(filled),
                    IssueForms.outline(filled)),
                () -> find(id)));
  }

  /** Lets it go a step. */
  public Wished<CommunityIssue> move(
      AgencyId agency, IssueId id, IssueMove move, String key, JsonNode typed) {
    return wishes.read(
        IssueForms.based(move.form()),
        typed,
        filled ->
            IssueForms.isMade(move, filled, tools.directory().snapshot())
                ? wishes.send(
                    agency,
                    Wishes.asked(key, move.word() + " issue " + id, typed),
                    new MoveIssue(
                        Wishes.wish(agency, key),
                        wishes.now(),
                        id,
                        ResourceForms.basedOn(filled),
                        IssueForms.step(move, filled)),
                    () -> find(id))
                : new Wished.Refused<>(CommonProblem.ofFields(List.of(NOT_MADE))));
  }
}
