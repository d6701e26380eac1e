package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jp.tsunagu.connector.paper.SheetPaper;
import jp.tsunagu.connector.paper.SheetPapers;
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

/** What came with a referral, on A4. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "閲覧", description = "連絡・案件・指示の結果")
class SheetPaperController {

  private final Records records;
  private final SheetPapers papers;

  SheetPaperController(Records records, SheetPapers papers) {
    this.records = records;
    this.papers = papers;
  }

  @Gives(value = byte[].class, as = "application/pdf", description = "つなぐシート(A4 表裏)")
  @GetMapping("/referrals/{referralId}/sheet.pdf")
  @Operation(
      summary = "つなぐシートの印刷(A4 表裏、PDF)",
      description = "この機関が読める内容だけが載ります。読めない欄は理由だけ、開封していない連絡は内容なしです。")
  ResponseEntity<Object> sheet(HttpServletRequest request, @PathVariable String referralId) {
    AgencyId agency = ActingAgency.of(request);
    return records
        .findReferral(agency, referralId)
        .map(view -> papers.of(agency, view, Readers.onPaper(request), CurrentPerson.of(request)))
        .map(SheetPaperController::answer)
        .orElseGet(Answers::missing);
  }

  private static ResponseEntity<Object> answer(SheetPaper paper) {
    return PaperAnswer.pdf(paper.title(), paper.pdf());
  }
}
