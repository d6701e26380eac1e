package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jp.tsunagu.connector.paper.SheetPaper;
import jp.tsunagu.connector.paper.SheetPapers;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.paper.PaperAnswer;
import jp.tsunagu.runtime.site.PagePost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** A つなぐシート on A4 as it was typed, before it is sent; nothing is kept of it. */
@Controller
class SheetPrint {

  private final Window window;
  private final SheetView view;
  private final SheetDrafts drafts;
  private final SheetPapers papers;

  SheetPrint(Window window, SheetView view, SheetDrafts drafts, SheetPapers papers) {
    this.drafts = drafts;
    this.window = window;
    this.view = view;
    this.papers = papers;
  }

  @PostMapping(Window.ROOT + "/sheet/print")
  Object print(
      Caller caller, Model model, HttpServletRequest request, HttpServletResponse response) {
    AgencyId agency = Window.agency(caller);
    PagePost post = PagePost.of(request, response);
    SheetDrafts.Writing writing = drafts.posted(caller, post);
    return switch (window.tools().reader().read(SheetFields.FORM, writing.typed())) {
      case FormReading.Unusable(List<FieldProblem> problems) ->
          view.refused(post, writing, problems, model);
      case FormReading.Usable(Filled filled) -> {
        SheetPaper paper = papers.of(agency, SheetFields.of(filled), CurrentPerson.of(request));
        yield PaperAnswer.pdf(paper.title(), paper.pdf());
      }
    };
  }
}
