package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ConfirmWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the receiver of a referral does with it. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/referrals/{referralId}")
@Tag(name = "連絡", description = "つなぐ・受ける・答える")
class AnswerController {

  private static final String SEEN = "読んだときの ETag を If-Match に付けます。";
  private static final String NOTE = SEEN + "note に相手への連絡文、reason に理由コードを書きます。";

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/open")
  @Operation(summary = "開封を記録する")
  ResponseEntity<byte[]> open(ReferralPost post) throws IOException {
    return post.note(on -> Wish.of(new OpenReferral(on.header(), on.referralId())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/accept")
  @Operation(summary = "受理する", description = SEEN)
  ResponseEntity<byte[]> accept(ReferralPost post) throws IOException {
    return post.answer(
        on -> on.toOtherSide(new AcceptReferral(on.header(), on.referralId(), null)));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/decline")
  @Operation(summary = "受入不可と答える", description = NOTE)
  ResponseEntity<byte[]> decline(ReferralPost post) throws IOException {
    return post.answer(
        on ->
            on.toOtherSide(
                new DeclineReferral(
                    on.header(),
                    on.referralId(),
                    on.reason(NetworkSettings::declineReasons),
                    null)));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/send-back")
  @Operation(summary = "差し戻す", description = NOTE)
  ResponseEntity<byte[]> sendBack(ReferralPost post) throws IOException {
    return post.answer(
        on ->
            on.toOtherSide(
                new SendBackReferral(
                    on.header(),
                    on.referralId(),
                    on.reason(NetworkSettings::sendBackReasons),
                    null)));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/forward")
  @Operation(summary = "つなぎ直す", description = SEEN + "receiver に次の機関を書きます。連鎖は一つのままです。")
  ResponseEntity<byte[]> forward(ReferralPost post) throws IOException {
    return post.answer(
        on -> {
          AgencyId receiver = on.agency("receiver");
          ReferralId next = on.tools().draft().newReferral();
          on.made("nextReferralId", next);
          return on.carrying(
              new ForwardReferral(on.header(), on.referralId(), next, receiver, on.mode(), null),
              receiver);
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/ask")
  @Operation(summary = "照会する", description = NOTE)
  ResponseEntity<byte[]> ask(ReferralPost post) throws IOException {
    return post.answer(
        on -> on.toOtherSide(new AskInformation(on.header(), on.referralId(), null)));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/first-contact")
  @Operation(summary = "初回接触を記録する", description = SEEN)
  ResponseEntity<byte[]> firstContact(ReferralPost post) throws IOException {
    return post.answer(on -> Wish.of(new MakeFirstContact(on.header(), on.referralId())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/complete")
  @Operation(summary = "支援を終了する", description = SEEN + "outcome に結果を選びます。")
  ResponseEntity<byte[]> complete(ReferralPost post) throws IOException {
    return post.answer(
        on ->
            on.toOtherSide(
                new CompleteReferral(
                    on.header(),
                    on.referralId(),
                    on.fields().requiredChoice("outcome", Choice.OUTCOME),
                    null)));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/confirm-withdrawal")
  @Operation(summary = "取下げの依頼を確認する", description = SEEN)
  ResponseEntity<byte[]> confirm(ReferralPost post) throws IOException {
    return post.answer(on -> Wish.of(new ConfirmWithdrawal(on.header(), on.referralId())));
  }
}
