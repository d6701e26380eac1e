package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 多機関協働: asked for by an agency, led by the coordinator. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/cases/{caseId}/coordination")
@Tag(name = "多機関協働", description = "調整依頼・つなぎ戻し・終結")
class CoordinationController {

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping
  @Operation(summary = "調整を依頼する", description = "coordinator が空欄なら調整窓口に依頼します。")
  ResponseEntity<byte[]> request(CasePost post) throws IOException {
    return post.command(
        on -> {
          AgencyId named = on.agencies().read(on.fields(), "coordinator");
          AgencyId coordinator =
              named != null
                  ? named
                  : on.agencies()
                      .directory()
                      .settings()
                      .map(NetworkSettings::deskId)
                      .orElseGet(() -> on.agency("coordinator"));
          return on.carrying(new RequestCoordination(on.header(), coordinator, null), coordinator);
        });
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/accept")
  @Operation(summary = "調整依頼を受ける")
  ResponseEntity<byte[]> accept(CasePost post) throws IOException {
    return post.command(on -> Wish.of(new AcceptCoordination(on.header())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/screening")
  @Operation(summary = "スクリーニングの結果を記録する", description = "route に扱い、reason に理由コードを選びます。")
  ResponseEntity<byte[]> screening(CasePost post) throws IOException {
    return post.command(
        on ->
            Wish.of(
                new DecideScreening(
                    on.header(),
                    on.fields().requiredChoice("route", Choice.ROUTE),
                    on.reason(NetworkSettings::screeningReasons))));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/support-decision")
  @Operation(summary = "支援決定を記録する")
  ResponseEntity<byte[]> decide(CasePost post) throws IOException {
    return post.command(on -> Wish.of(new DecideSupport(on.header())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/hand-back")
  @Operation(
      summary = "つなぎ戻す",
      description = "receiver に戻す機関、lead に主担当、note に決まったこと・残る課題を書きます。差戻しとは別です。")
  ResponseEntity<byte[]> handBack(CasePost post) throws IOException {
    return post.command(CoordinationController::handBack);
  }

  private static Wish handBack(FormContext on) {
    AgencyId receiver = on.agency("receiver");
    ReferralId referralId = on.tools().draft().newReferral();
    on.made("referralId", referralId);
    var urgency = on.fields().requiredChoice("urgency", Choice.URGENCY);
    Fields named = on.fields().object("lead");
    Lead lead = named == null ? new Lead(null, receiver) : lead(on, named);
    return on.carrying(
        new HandBackCase(on.header(), referralId, receiver, urgency, lead, null), receiver);
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/close")
  @Operation(summary = "多機関協働を終結する", description = "leads に主担当を書きます。各機関の支援は続きます。")
  ResponseEntity<byte[]> close(CasePost post) throws IOException {
    return post.command(
        on -> {
          List<Lead> leads = new ArrayList<>();
          on.fields().objects("leads", 30).forEach(lead -> leads.add(lead(on, lead)));
          if (leads.isEmpty()) {
            on.fields().problem("leads", "主担当の記入がありません。", "[{\"agency\": …}] の形で書いてください。");
          }
          return Wish.of(new CloseCoordination(on.header(), leads));
        });
  }

  private static Lead lead(FormContext on, Fields fields) {
    Integer person = fields.number("person", 1, 30);
    AgencyId agency = on.agencies().required(fields, "agency");
    fields.nothingElse();
    return new Lead(person == null ? null : new PersonRef(person), agency);
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/coordinator")
  @Operation(summary = "多機関協働事業者を交替する", description = "coordinator に次の機関を書きます。")
  ResponseEntity<byte[]> change(CasePost post) throws IOException {
    return post.command(
        on -> Wish.of(new ChangeCoordinator(on.header(), on.agency("coordinator"))));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/results")
  @Operation(summary = "本人への結果報告を記録する", description = "person に報告した世帯員の番号を書きます。")
  ResponseEntity<byte[]> result(CasePost post) throws IOException {
    return post.command(on -> Wish.of(new ReportResult(on.header(), on.person())));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/members")
  @Operation(summary = "支援会議の構成員に委嘱する", description = "member に機関を書きます。")
  ResponseEntity<byte[]> appoint(CasePost post) throws IOException {
    return post.command(on -> Wish.of(new AppointMember(on.header(), on.agency("member"))));
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping("/members/release")
  @Operation(summary = "構成員を解く(資料の回収)", description = "member に機関を書きます。")
  ResponseEntity<byte[]> release(CasePost post) throws IOException {
    return post.command(on -> Wish.of(new ReleaseMember(on.header(), on.agency("member"))));
  }
}
