package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.intake.SheetCommands;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.form.FormReading;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Takes whole つなぐシート. */
@RestController
@RequestMapping("/agencies/{agencyId}/api/consultations")
@Tag(name = "相談受付", description = "つなぐシートの登録")
class ConsultationController {

  private final Posts posts;
  private final Tools tools;

  ConsultationController(Posts posts, Tools tools) {
    this.posts = posts;
    this.tools = tools;
  }

  @PostMapping
  @Operation(
      summary = "つなぐシートを登録する",
      description =
          "案件・同意・送付の全部が登録されるか、何も登録されないかのどちらかです。断られたシートからは案件も同意も残りません。"
              + "直して、新しい Idempotency-Key で送り直してください。referral を書くと紹介先へ送ります。"
              + "書かないシートには、読む相手がいないので、世帯員・世帯構成・紹介する理由を書けません。"
              + "紹介先(referral.receiver)が空欄なら調整窓口が振り分けます。"
              + "ほかの紹介先(further)を4つまで書くと、紹介先ごとに一つの連絡になり、全部が送られるか何も送られないかです。"
              + "シートの内容は紹介先の全部に、理由(note)はそれぞれの紹介先だけに渡ります。答えの referralIds はシートの順です。")
  @Gives(value = Submitted.class, status = 202, description = "登録しました")
  ResponseEntity<byte[]> receive(HttpServletRequest request) throws IOException {
    return posts.post(request, this::read);
  }

  PostForm.Reading read(Exchange exchange, ObjectNode root) {
    return switch (tools.reader().read(SheetFields.HANDED_IN, root)) {
      case FormReading.Unusable(var problems) ->
          new PostForm.Reading.Stopped(CommonProblem.ofFields(problems));
      case FormReading.Usable(Filled sheet) ->
          drafted(
              SheetFields.of(sheet)
                  .sentUsually(tools.directory().snapshot().usualMode(exchange.agency())));
    };
  }

  private PostForm.Reading drafted(TsunaguSheet sheet) {
    AgencyId desk = tools.desk();
    if (desk == null) {
      return new PostForm.Reading.Stopped(notReady());
    }
    SheetCommands.Drafted drafted = tools.sheets().of(sheet, desk);
    Map<String, Object> ids = new LinkedHashMap<>();
    ids.put("caseId", drafted.caseId());
    if (drafted.referralId() != null) {
      ids.put("referralId", drafted.referralId());
      ids.put("referralIds", drafted.referralIds());
    }
    return new PostForm.Reading.Ready(List.of(drafted.wish()), ids);
  }

  static Problem notReady() {
    return CommonProblem.NOT_READY.saying("ネットワークの設定をまだ受け取っていません。少し待ってから送り直してください。");
  }
}
