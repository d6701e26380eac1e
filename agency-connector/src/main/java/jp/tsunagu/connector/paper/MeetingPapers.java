package jp.tsunagu.connector.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.HandedPaper;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.wording.ItemWords;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.form.FormFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies of papers for a meeting, on A4 (回収資料): who has one prints what was sealed for it, until it
 * is called back; who handed it out prints what that agency may read, for one without a connector.
 */
@Component
public final class MeetingPapers {

  private static final String REMARK = "回収資料です。会議のあと、会議の事務局に返してください。写しを取らないでください。";

  private final Tools tools;
  private final ShownForms forms;
  private final ShownDossiers dossiers;

  MeetingPapers(Tools tools, ShownForms forms, ShownDossiers dossiers) {
    this.tools = tools;
    this.forms = forms;
    this.dossiers = dossiers;
  }

  /** Those of a case that exist for this agency: its own until they are called back. */
  public static List<HandedPaper> of(AgencyId agency, CaseView view) {
    return view.state().map(CaseState::papers).orElse(List.of()).stream()
        .filter(paper -> paper.isOut() || !isOwn(agency, paper))
        .toList();
  }

  private static boolean isOwn(AgencyId agency, HandedPaper paper) {
    return paper.copy().agency().equals(agency);
  }

  /** The copy with this number. */
  public Optional<FormPaper> find(
      AgencyId agency, CaseView view, int number, Reader reader, @Nullable CurrentPerson person) {
    return of(agency, view).stream()
        .filter(paper -> paper.copy().number() == number)
        .findFirst()
        .flatMap(
            paper ->
                content(agency, view, paper, reader)
                    .map(content -> paper(agency, view, paper, content.value(), person)));
  }

  private Optional<Sensitive<ObjectNode>> content(
      AgencyId agency, CaseView view, HandedPaper paper, Reader reader) {
    return isOwn(agency, paper)
        ? Optional.ofNullable(paper.dossierId())
            .flatMap(id -> dossiers.find(agency, id, reader))
            .map(
                dossier ->
                    new Sensitive<>(
                        FormPassage.together(
                            dossier.parts().stream()
                                .map(PartView::content)
                                .filter(PartView.Content.Open.class::isInstance)
                                .map(open -> ((PartView.Content.Open) open).json().value()))))
        : view.meeting(paper.item()).flatMap(item -> handedOut(agency, view, paper, item, reader));
  }

  /** What may be read of it by who got it, as the case stands now. */
  private Optional<Sensitive<ObjectNode>> handedOut(
      AgencyId agency, CaseView view, HandedPaper paper, MeetingItem item, Reader reader) {
    CaseForm form = form(paper);
    FormPassage.Way way =
        new FormPassage.Way(
            view.state().orElseThrow(),
            agency,
            Objects.requireNonNull(tools.desk()),
            TokyoTime.dateOf(tools.draft().now()));
    AgencyId holder = paper.copy().agency();
    return forms
        .find(agency, view.caseId(), form, paper.sheetVersion(), reader)
        .map(
            version ->
                new Sensitive<>(
                    FormPassage.atTheTable(
                            form, version.content().value(), way, item.conference(), Set.of(holder))
                        .readBy(holder)));
  }

  /** Who was only called to it knows the item by its notice. */
  private Optional<String> what(AgencyId agency, CaseView view, MeetingRequestId item) {
    return view.meeting(item)
        .map(ItemWords::of)
        .or(
            () ->
                tools
                    .meetings()
                    .standing(agency, item)
                    .map(
                        notice ->
                            ItemWords.of(
                                notice.item().conference(),
                                notice.item().purpose(),
                                notice.slot().startsAt())));
  }

  private CaseForm form(HandedPaper paper) {
    return CityForms.read(paper.form(), tools.directory().snapshot());
  }

  private FormPaper paper(
      AgencyId agency,
      CaseView view,
      HandedPaper paper,
      ObjectNode content,
      @Nullable CurrentPerson person) {
    NetworkDirectory directory = tools.directory().snapshot();
    List<Line> head = new ArrayList<>();
    head.add(new Line("回収資料", "第" + paper.copy().number() + "号"));
    head.add(new Line("渡した機関", directory.nameOf(paper.copy().agency())));
    what(agency, view, paper.item()).map(what -> new Line("議題", what)).ifPresent(head::add);
    head.add(new Line("版", "第" + paper.sheetVersion() + "版"));
    CaseForm form = form(paper);
    return new FormPaper(
        form,
        view.caseNumber().map(CaseNumber::value).orElse(""),
        head,
        FormFacts.of(form.form(), content, directory),
        List.of(REMARK),
        new Printed(
            person == null ? directory.nameOf(agency) : person.displayName(), tools.draft().now()));
  }
}
