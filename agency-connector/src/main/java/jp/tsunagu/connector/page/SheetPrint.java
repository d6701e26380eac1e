package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
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
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.FormPost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** A つなぐシート on A4 as it was typed, before it is sent; nothing is kept of it. */
@Controller
class SheetPrint {

  private final Window window;
  private final SheetPapers papers;

  SheetPrint(Window window, SheetPapers papers) {
    this.window = window;
    this.papers = papers;
  }

  @PostMapping(Window.ROOT + "/sheet/print")
  ResponseEntity<Object> print(Caller caller, HttpServletRequest request) {
    AgencyId agency = Window.agency(caller);
    FormReading reading =
        window
            .tools()
            .reader()
            .read(SheetFields.FORM, FormPost.read(SheetFields.FORM, request.getParameterMap()));
    return switch (reading) {
      case FormReading.Unusable(List<FieldProblem> problems) ->
          CommonProblem.FORM_INVALID.problem().in(problems).response();
      case FormReading.Usable(Filled filled) -> {
        SheetPaper paper = papers.of(agency, SheetFields.of(filled), CurrentPerson.of(request));
        yield PaperAnswer.pdf(paper.title(), paper.pdf());
      }
    };
  }
}
