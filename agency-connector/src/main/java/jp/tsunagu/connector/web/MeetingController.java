package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.function.BiFunction;
import jp.tsunagu.connector.form.Identifiers;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an agency asks of 支援会議 and 重層的支援会議, and how it answers their notices. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/cases/{caseId}/meeting-requests")
@Tag(name = "会議", description = "会議の相談・申出、出欠、報告書")
class MeetingController {

  private static final String WHICH = "meetingId を書かなければ、届いている開催通知の会議についてです。";

  private final MeetingForms forms;

  MeetingController(MeetingForms forms) {
    this.forms = forms;
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping
  @Operation(
      summary = "会議を相談する・申し出る",
      description =
          "conference(会議区分)、purpose(目的)、persons(対象の世帯員)を書きます。"
              + "minutes(希望する時間、5–240分、記入がなければ60分)、urgent(緊急)、body(会議体)、"
              + "notBefore(この日より前にはしない)、involved(招く機関)は任意です。requestId を返します。")
  ResponseEntity<byte[]> request(CasePost post) throws IOException {
    return post.command(forms::request);
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/{requestId}/withdraw")
  @Operation(summary = "会議の相談を取り下げる", description = "相談した機関か調整窓口が取り下げます。")
  ResponseEntity<byte[]> withdraw(CasePost post, @PathVariable String requestId)
      throws IOException {
    return about(post, requestId, forms::withdraw);
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/{requestId}/attendance")
  @Operation(
      summary = "開催通知に出欠を答える",
      description =
          "answer に 出席・別日希望・代理出席・意見書提出・欠席 を選びます。重層的支援会議の欠席には reason(理由コード)が要ります。"
              + "紙・電話で参加する機関の分は onBehalfOf に機関を書いて代わりに入力します。"
              + WHICH)
  ResponseEntity<byte[]> attendance(CasePost post, @PathVariable String requestId)
      throws IOException {
    return about(post, requestId, forms::answer);
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/{requestId}/reports")
  @Operation(summary = "会議の報告書の提出を記録する", description = "報告書の文章は送りません。" + WHICH)
  ResponseEntity<byte[]> report(CasePost post, @PathVariable String requestId) throws IOException {
    return about(post, requestId, forms::report);
  }

  private static ResponseEntity<byte[]> about(
      CasePost post, String requestId, BiFunction<FormContext, MeetingRequestId, Wish> make)
      throws IOException {
    if (!Identifiers.isUuid(requestId)) {
      return Answers.notFound();
    }
    MeetingRequestId id = MeetingRequestId.of(requestId);
    return post.command(
        on -> {
          on.made("requestId", id);
          return make.apply(on, id);
        });
  }
}
