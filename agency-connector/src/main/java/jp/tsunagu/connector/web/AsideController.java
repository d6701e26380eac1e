package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import jp.tsunagu.connector.inbox.AsideDesk;
import jp.tsunagu.runtime.aside.PassForm;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.form.FormBody;
import jp.tsunagu.runtime.form.FormReader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records of the inbox that could not be read. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/aside")
@Tag(name = "読めない連絡", description = "読めずに取り置いた連絡。番号と場所だけで、中身は出ない")
class AsideController {

  private final AsideDesk desk;

  AsideController(AsideDesk desk) {
    this.desk = desk;
  }

  @Gives(value = AsideDesk.Aside.class, list = "records")
  @GetMapping
  @Operation(summary = "読めずに取り置いた連絡", description = "古い順、500件まで")
  ResponseEntity<Object> aside(HttpServletRequest request) {
    return Answers.ok(Map.of("records", desk.open(ActingAgency.of(request))));
  }

  @Gives(value = Object.class, status = 202, description = "頼みました")
  @PostMapping("/{partition}/{offset}/try-again")
  @Operation(summary = "もう一度読む", description = "読めれば、待っていた連絡も順に取り込む")
  ResponseEntity<Object> tryAgain(
      HttpServletRequest request, @PathVariable int partition, @PathVariable long offset) {
    return Answers.asked(desk.tryAgain(ActingAgency.of(request), partition, offset));
  }

  @Gives(value = Object.class, status = 202, description = "頼みました")
  @Takes(PassForm.class)
  @PostMapping(value = "/{partition}/{offset}/pass", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "読まずに先へ進む", description = "待っていた連絡を順に取り込む。理由はコードで選ぶ")
  ResponseEntity<Object> pass(
      HttpServletRequest request,
      @PathVariable int partition,
      @PathVariable long offset,
      @RequestBody(required = false) byte @Nullable [] body) {
    return FormBody.answered(
        body,
        PassForm.FORM,
        FormReader.ofPlainForms(),
        form ->
            Answers.asked(
                desk.pass(ActingAgency.of(request), partition, offset, PassForm.reason(form))));
  }
}
