package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.contract.form.Problems;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.runtime.description.Gives;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Connects a known case to another agency (つなぐ). */
@RestController
@RequestMapping("/agencies/{agencyId}/api/referrals")
@Tag(name = "連絡", description = "つなぐ・受ける・答える")
class ReferralController {

  private final Posts posts;
  private final ReferralForms forms;
  private final Toolbox tools;

  ReferralController(Posts posts, ReferralForms forms, Toolbox tools) {
    this.posts = posts;
    this.forms = forms;
    this.tools = tools;
  }

  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  @PostMapping
  @Operation(
      summary = "つなぐ(連絡を送る)",
      description =
          "登録済みの案件(caseId)を別の機関(receiver)へつなぎます。receiver が空欄なら調整窓口が振り分けます。"
              + "mode は 協働・引継ぎ・助言、persons には共有する世帯員の欄と根拠(basis)を書きます。"
              + "continues に前の連絡を書くと、受入不可・差戻しの続きになります。")
  ResponseEntity<byte[]> send(HttpServletRequest request) throws IOException {
    return posts.post(request, this::read);
  }

  private PostForm.Reading read(Exchange exchange, ObjectNode root) {
    AgencyId desk = ConsultationController.deskFor(tools);
    if (desk == null) {
      return new PostForm.Reading.Stopped(ConsultationController.notReady());
    }
    Fields fields = Fields.of(root, new Problems());
    String caseId = fields.requiredText("caseId", 40);
    var view = forms.find(exchange.agency(), caseId);
    if (view.isEmpty()) {
      fields.problem("caseId", "その案件は見つかりません。", "先に相談受付(POST /consultations)を登録してください。");
      return new PostForm.Reading.Stopped(ProblemKind.ofFields(fields.problems().list()));
    }
    return ReferralForms.made(
        context(exchange, view.get(), fields), context -> sending(context, desk));
  }

  private FormContext context(Exchange exchange, CaseView view, Fields fields) {
    return forms.context(exchange.agency(), view, fields);
  }

  private Wish sending(FormContext context, AgencyId desk) {
    Fields fields = context.fields();
    ReferralId referralId = tools.draft().newReferral();
    context.made("referralId", referralId);
    Urgency urgency = fields.requiredChoice("urgency", Choice.URGENCY);
    AgencyId receiver = context.agencies().read(fields, "receiver");
    var mode = context.mode();
    var continues = fields.uuid("continues");
    if (receiver == null) {
      return context.carrying(new SubmitSheet(context.header(), referralId, urgency, null), desk);
    }
    return context.carrying(
        new SendReferral(
            context.header(),
            referralId,
            receiver,
            mode,
            urgency,
            continues == null ? null : new ReferralId(continues),
            null),
        receiver);
  }
}
