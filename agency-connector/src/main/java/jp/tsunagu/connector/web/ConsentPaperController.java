package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.paper.ConsentPaper;
import jp.tsunagu.connector.paper.SheetPapers;
import jp.tsunagu.connector.record.CaseLookup;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.paper.PaperAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 同意書 of a case, on A4. It holds no content: nobody's name, and nothing of a dossier. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "閲覧", description = "連絡・案件・指示の結果")
class ConsentPaperController {

  private final Records records;
  private final SheetPapers papers;

  ConsentPaperController(Records records, SheetPapers papers) {
    this.records = records;
    this.papers = papers;
  }

  @Gives(value = byte[].class, as = "application/pdf", description = "同意書(A4)")
  @GetMapping("/cases/{caseId}/consents.pdf")
  @Operation(summary = "同意書の印刷(A4、PDF)", description = "この機関が知っている同意を、一つずつ1枚に印刷します。氏名は載らず、手で書きます。")
  ResponseEntity<Object> consents(HttpServletRequest request, @PathVariable String caseId) {
    AgencyId agency = ActingAgency.of(request);
    if (!(records.lookUp(agency, caseId) instanceof CaseLookup.Found(CaseView found))) {
      return Answers.missing();
    }
    ConsentPaper paper = papers.consents(agency, found, CurrentPerson.of(request));
    return PaperAnswer.pdf(paper.title(), paper.pdf());
  }
}
