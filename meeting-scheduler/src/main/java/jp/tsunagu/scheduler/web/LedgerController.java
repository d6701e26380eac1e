package jp.tsunagu.scheduler.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.function.Function;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.page.PageParameters;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper;
import jp.tsunagu.scheduler.web.ReadingRoom.Reading;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "進行管理台帳", description = "担当者会議で使う。調整窓口と管理者が読める")
@RestController
final class LedgerController {

  private final ReadingRoom room;

  LedgerController(ReadingRoom room) {
    this.room = room;
  }

  @Operation(summary = "進行管理台帳(JSON)", description = "最初に求められた順")
  @PageParameters
  @Gives(value = ProgressLedger.LedgerRow.class, list = "rows")
  @GetMapping("/api/progress-ledger")
  ResponseEntity<Object> rows(
      Caller caller,
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
    if (!ReadingRoom.readsAll(caller)) {
      return CommonProblem.NOT_FOUND.problem().response();
    }
    return room.page(caller, parameters, Lists.PROGRESS, LedgerController::rows);
  }

  private static Map<String, Object> rows(Reading reading, PageRequest page) {
    Map<String, Object> told = new ProgressLedger(reading).rows(page).under("rows");
    told.put("asOf", TokyoTime.dateOf(reading.now()));
    return told;
  }

  @Operation(summary = "進行管理台帳(HTML)")
  @Gives(value = byte[].class, as = "text/html", description = "台帳")
  @GetMapping("/api/progress-ledger.html")
  ResponseEntity<Object> page(Caller caller) {
    return read(caller, Printed::html);
  }

  @Operation(summary = "進行管理台帳(PDF)")
  @Gives(value = byte[].class, as = "application/pdf", description = "台帳")
  @GetMapping("/api/progress-ledger.pdf")
  ResponseEntity<Object> pdf(Caller caller) {
    return read(caller, Printed::pdf);
  }

  private ResponseEntity<Object> read(
      Caller caller, Function<ProgressLedgerPaper, ResponseEntity<Object>> answer) {
    return !ReadingRoom.readsAll(caller)
        ? CommonProblem.NOT_FOUND.problem().response()
        : room.read(caller, reading -> answer.apply(new ProgressLedger(reading).paper()));
  }
}
