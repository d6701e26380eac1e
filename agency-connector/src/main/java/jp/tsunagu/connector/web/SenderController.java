package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReopenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sender of a referral, and the desk, do with it. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/referrals/{referralId}")
@Tag(name = "連絡", description = "つなぐ・受ける・答える")
class SenderController {

  private static final String SEEN = "読んだときの ETag を If-Match に付けます。";

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/inform")
  @Operation(summary = "照会に回答する", description = SEEN)
  ResponseEntity<byte[]> inform(ReferralPost post) throws IOException {
    return post.answer(
        on -> on.toOtherSide(new ProvideInformation(on.header(), on.referralId(), null)));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/withdraw")
  @Operation(summary = "取り下げる(受理前)", description = SEEN)
  ResponseEntity<byte[]> withdraw(ReferralPost post) throws IOException {
    return post.answer(on -> Wish.of(new WithdrawReferral(on.header(), on.referralId())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/request-withdrawal")
  @Operation(summary = "取下げを依頼する(受理後)", description = SEEN)
  ResponseEntity<byte[]> requestWithdrawal(ReferralPost post) throws IOException {
    return post.answer(on -> Wish.of(new RequestWithdrawal(on.header(), on.referralId())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/reopen")
  @Operation(summary = "再開する", description = SEEN)
  ResponseEntity<byte[]> reopen(ReferralPost post) throws IOException {
    return post.answer(on -> Wish.of(new ReopenReferral(on.header(), on.referralId())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/request-dossier")
  @Operation(summary = "書類の封かんし直しを求める", description = "dossierId の書類を開けないときに使います。")
  ResponseEntity<byte[]> requestDossier(ReferralPost post) throws IOException {
    return post.note(
        on -> {
          UUID dossierId = on.fields().uuid("dossierId");
          if (dossierId == null && !on.fields().has("dossierId")) {
            on.fields().problem("dossierId", "記入がありません。", "書類番号を書いてください。");
          }
          DossierId wanted =
              dossierId == null ? on.tools().draft().newDossier() : new DossierId(dossierId);
          return Wish.of(new RequestDossier(on.header(), on.referralId(), wanted));
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/dossiers")
  @Operation(
      summary = "書類を渡す",
      description = "recipient に求めてきた機関、dossierId に書類番号、persons などに中身と根拠を書きます。")
  ResponseEntity<byte[]> provideDossier(ReferralPost post) throws IOException {
    return post.note(SenderController::provide);
  }

  private static Wish provide(OnReferral on) {
    AgencyId recipient = on.agency("recipient");
    UUID wanted = on.fields().uuid("dossierId");
    DossierId dossierId = wanted == null ? on.tools().draft().newDossier() : new DossierId(wanted);
    SealedDossier toBeSealed = new SealedDossier(dossierId, on.agency(), List.of());
    Wish wish =
        on.carrying(new ProvideDossier(on.header(), on.referralId(), toBeSealed), recipient);
    OpenDossier open = wish.dossier();
    if (open == null) {
      on.fields().problem("persons", "渡す中身がありません。", "persons、household、note のいずれかを書いてください。");
      return wish;
    }
    return new Wish(wish.command(), new OpenDossier(dossierId, open.parts()));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/triage")
  @Operation(summary = "振り分ける(調整窓口)", description = SEEN + "receiver に宛先の機関を書きます。")
  ResponseEntity<byte[]> triage(ReferralPost post) throws IOException {
    return post.answer(
        on -> {
          AgencyId receiver = on.agency("receiver");
          return on.carrying(
              new TriageReferral(on.header(), on.referralId(), receiver, on.mode(), null),
              receiver);
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/remind")
  @Operation(summary = "催促する(調整窓口)", description = "電話で催促したときは phonedAt に時刻を書きます。")
  ResponseEntity<byte[]> remind(ReferralPost post) throws IOException {
    return post.note(on -> Wish.of(new RemindReferral(on.header(), on.referralId())));
  }
}
