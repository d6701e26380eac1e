package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Identifiers;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.ConsentForm;
import jp.tsunagu.connector.sheet.ConsentReader;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What persons of a case allow, and take back. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/cases/{caseId}")
@Tag(name = "同意", description = "人ごと・目的ごとの同意と撤回")
class ConsentController {

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/consents")
  @Operation(
      summary = "同意を記録する",
      description =
          "person(世帯員)、purpose(目的)、scope(伝えてよい内容)、recipients(相手)、exclusions(除外)、"
              + "method(方法)、givenOn(同意日)、expiresOn(期限)を書きます。")
  ResponseEntity<byte[]> record(CasePost post) throws IOException {
    return post.command(
        on -> {
          ConsentForm form =
              new ConsentReader(on.agencies(), TokyoTime.dateOf(on.tools().draft().now()))
                  .read(on.fields());
          RecordConsent command = on.tools().sheets().record(on.caseId(), on.times(), form);
          on.made("consentId", command.consentId());
          return Wish.of(command);
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/consents/{consentId}/withdraw")
  @Operation(summary = "同意の撤回を記録する", description = "recipients が空なら全部の相手への同意を撤回します。")
  ResponseEntity<byte[]> withdraw(CasePost post, @PathVariable String consentId)
      throws IOException {
    if (!Identifiers.isUuid(consentId)) {
      return Answers.notFound();
    }
    return post.command(
        on ->
            Wish.of(
                new WithdrawConsent(
                    on.header(),
                    ConsentId.of(consentId),
                    on.agencies().all(on.fields(), "recipients"))));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/stops/{person}/answer")
  @Operation(summary = "共有停止の求めに回答する", description = "answer に 停止・削除・法定保存のため利用停止 を選びます。")
  ResponseEntity<byte[]> answerStop(CasePost post, @PathVariable int person) throws IOException {
    if (person < 1) {
      return Answers.notFound();
    }
    return post.command(
        on ->
            Wish.of(
                new AnswerSharingStop(
                    on.header(),
                    new PersonRef(person),
                    on.fields().requiredChoice("answer", Choice.STOP_ANSWER))));
  }
}
