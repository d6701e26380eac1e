package jp.tsunagu.connector.page;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.EntryStep;
import jp.tsunagu.connector.register.Occurrences;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.view.IssueView;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.wording.Codes;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 地域課題: what the city lacks, and what is done about it. */
@Component
class IssueList implements RegisterList<CommunityIssue> {

  private final Window window;
  private final RegisterWork work;
  private final Occurrences occurrences;

  IssueList(Window window, RegisterWork work, Occurrences occurrences) {
    this.window = window;
    this.work = work;
    this.occurrences = occurrences;
  }

  /**
   * A 地域課題 in the list.
   *
   * @param noticed for how many households this agency noticed it
   * @param moves what this agency can do with it
   */
  record Line(IssueView view, int noticed, boolean isOwn, List<EntryStep<CommunityIssue>> moves) {}

  @Override
  public EntryKind<CommunityIssue> kind() {
    return EntryKind.ISSUE;
  }

  @Override
  public String show(AgencyId agency, Model model, Map<String, String> asked) {
    IssueStage stage = Codes.read(IssueStage.class, asked.getOrDefault("stage", "")).orElse(null);
    Map<IssueId, Integer> noticed = occurrences.counts(agency);
    model.addAttribute("agency", agency.value());
    model.addAttribute("stage", stage);
    model.addAttribute("stages", GrowingCode.known(IssueStage.class));
    model.addAttribute(
        "lines",
        work.all(kind()).stream()
            .filter(one -> stage == null || one.stage() == stage)
            .map(one -> line(agency, one, noticed))
            .toList());
    return "window/issues";
  }

  private Line line(AgencyId agency, CommunityIssue one, Map<IssueId, Integer> noticed) {
    boolean isOwn = work.mayChange(agency, one);
    return new Line(
        IssueView.of(one, window.directory()),
        noticed.getOrDefault(one.issueId(), 0),
        isOwn,
        isOwn ? kind().next(one) : List.of());
  }
}
