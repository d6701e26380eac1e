package jp.tsunagu.connector.paper;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.form.ShownForms;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.ItemWords;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.form.FormFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes papers of the forms of a case. */
@Component
public final class FormPapers {

  private final Tools tools;

  FormPapers(Tools tools) {
    this.tools = tools;
  }

  /** A version, as its reader may read it. */
  public FormPaper of(
      AgencyId agency,
      CaseView view,
      CaseForm form,
      ShownForms.Shown version,
      @Nullable CurrentPerson person) {
    NetworkDirectory directory = tools.directory().snapshot();
    String own = directory.nameOf(agency);
    List<Line> head = new ArrayList<>();
    version
        .outline()
        .item()
        .flatMap(view::meeting)
        .map(ItemWords::of)
        .map(what -> new Line("議題", what))
        .ifPresent(head::add);
    head.add(new Line("作成機関", own));
    head.add(
        new Line(
            "版",
            "第%d版 %s"
                .formatted(
                    version.outline().number(),
                    DateWords.shortMoment(version.outline().keptAt()))));
    return new FormPaper(
        form,
        view.caseNumber().map(CaseNumber::value).orElse(""),
        head,
        FormFacts.of(form.form(), version.told(), directory),
        version.closed().stream().map(each -> each + "について書いたものは、共有停止または削除のため読めません。").toList(),
        new Printed(person == null ? own : person.displayName(), tools.draft().now()));
  }
}
