package jp.tsunagu.runtime.aside;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.runtime.aside.AsideView.Record;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.description.Takes;
import jp.tsunagu.runtime.form.FormBody;
import jp.tsunagu.runtime.form.FormReader;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Its door lets desk and managers pass, and nobody else. */
@Tag(name = "読めない記録", description = "調整窓口と管理者だけ。番号と場所だけで、中身は出ない")
@RestController
@RequestMapping("/api/aside")
final class AsideController {

  private static final int MOST = 500;

  private final AsideTopic aside;
  private final AsideSight sight;

  AsideController(AsideTopic aside, ObjectProvider<AsideSight> sight) {
    this.aside = aside;
    this.sight = sight.getIfAvailable(() -> AsideSight.OF_EVERYTHING);
  }

  @Operation(summary = "読めずに取り置いた記録", description = "古い順。limit は500まで")
  @Gives(AsideView.class)
  @GetMapping
  ResponseEntity<Object> aside(
      Caller caller,
      @Parameter(description = "何件まで。1から500") @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST) {
      return CommonProblem.PARAMETER_INVALID
          .saying("limit は1から" + MOST + "までの整数です。")
          .about("limit")
          .response();
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(AsideView.of(known(caller), limit));
  }

  @Operation(summary = "もう一度読む", description = "読めれば、待っていた記録も順に取り込む")
  @Gives(value = Record.class, status = 202, description = "頼まれた記録")
  @PostMapping("/{topic}/{partition}/{offset}/try-again")
  ResponseEntity<Object> tryAgain(
      Caller caller,
      @PathVariable String topic,
      @PathVariable int partition,
      @PathVariable long offset) {
    Place place = new Place(topic, partition, offset);
    return asked(() -> known(caller).tryAgain(place));
  }

  @Operation(summary = "読まずに先へ進む", description = "待っていた記録を順に取り込む。理由はコードで選ぶ")
  @Gives(value = Record.class, status = 202, description = "頼まれた記録")
  @Takes(PassForm.class)
  @PostMapping(
      value = "/{topic}/{partition}/{offset}/pass",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> pass(
      Caller caller,
      @PathVariable String topic,
      @PathVariable int partition,
      @PathVariable long offset,
      @RequestBody(required = false) byte @Nullable [] body) {
    Place place = new Place(topic, partition, offset);
    return FormBody.answered(
        body,
        PassForm.FORM,
        FormReader.ofPlainForms(),
        form -> asked(() -> known(caller).pass(place, PassForm.reason(form))));
  }

  private KnownAside known(Caller caller) {
    return new KnownAside(aside, sight, caller);
  }

  private static ResponseEntity<Object> asked(Supplier<Optional<AsideEntry>> question) {
    try {
      return question
          .get()
          .map(entry -> ResponseEntity.accepted().<Object>body(Record.of(entry)))
          .orElseGet(() -> CommonProblem.NOT_FOUND.problem().response());
    } catch (IllegalStateException notNow) {
      return CommonProblem.NOT_READY.problem().response();
    }
  }
}
