package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.SheetReader;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is about the case itself: fields, persons, protection, the end of one's own support. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/cases/{caseId}")
@Tag(name = "案件", description = "分野・世帯員・保護・支援の終了")
class CaseController {

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/fields")
  @Operation(summary = "アセスメント後の分野を記録する", description = "fields に分野を一つ以上選びます。")
  ResponseEntity<byte[]> fields(CasePost post) throws IOException {
    return post.command(
        on -> {
          if (!on.fields().has("fields")) {
            on.fields().problem("fields", "分野の記入がありません。", "一つ以上選んでください。");
          }
          return Wish.of(
              new SettleFields(on.header(), on.fields().choices("fields", Choice.FIELD)));
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/persons")
  @Operation(summary = "世帯員の人数を増やす", description = "persons に新しい人数を書きます。")
  ResponseEntity<byte[]> persons(CasePost post) throws IOException {
    return post.command(
        on -> {
          Integer persons = on.fields().number("persons", 1, 30);
          if (persons == null && !on.fields().has("persons")) {
            on.fields().problem("persons", "記入がありません。", "世帯員の人数を書いてください。");
          }
          return Wish.of(new RegisterPersons(on.header(), persons == null ? 1 : persons));
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/protection")
  @Operation(
      summary = "保護(DV等支援措置)を登録・変更する",
      description = "named は所在を知ってよい機関、excluded は知らせない機関、until は措置の最終日です。")
  ResponseEntity<byte[]> protect(CasePost post) throws IOException {
    return post.command(CaseController::protection);
  }

  private static Wish protection(FormContext on) {
    Fields fields = on.fields().object("protection");
    SheetReader reader = new SheetReader(on.agencies(), on.tools().draft().now());
    Protection protection = reader.protection(fields);
    if (protection == null) {
      on.fields().problem("protection", "保護の記入がありません。", "until、named、excluded を書いてください。");
      LocalDate today = TokyoTime.dateOf(on.tools().draft().now());
      return Wish.of(new ProtectCase(on.header(), new Protection(Set.of(), Set.of(), today)));
    }
    return Wish.of(new ProtectCase(on.header(), protection));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/protection/lift")
  @Operation(summary = "保護を解除する", description = "期限が来ても自動では解除されません。")
  ResponseEntity<byte[]> lift(CasePost post) throws IOException {
    return post.command(on -> Wish.of(new LiftProtection(on.header())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/end-support")
  @Operation(summary = "受け付けた機関の支援の終了を記録する", description = "outcome に結果を選びます。")
  ResponseEntity<byte[]> endSupport(CasePost post) throws IOException {
    return post.command(
        on ->
            Wish.of(
                new EndSupport(
                    on.header(), on.fields().requiredChoice("outcome", Choice.OUTCOME))));
  }
}
