package jp.tsunagu.connector.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.DirectoryView;
import jp.tsunagu.runtime.description.Gives;
import jp.tsunagu.runtime.problem.CommonProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person needs before sending: who takes part, the lists of the city, the deadline. */
@RestController
@RequestMapping("/agencies/{agencyId}/api")
@Tag(name = "送る前に", description = "機関の一覧・コード表・回答期限")
class DirectoryController {

  private final Tools tools;

  DirectoryController(Tools tools) {
    this.tools = tools;
  }

  @Gives(DirectoryView.class)
  @GetMapping("/directory")
  @Operation(summary = "機関・会議体の一覧とコード表")
  ResponseEntity<Object> directory() {
    NetworkDirectory directory = tools.directory().snapshot();
    return directory
        .settings()
        .map(settings -> Answers.ok(DirectoryView.of(directory, settings)))
        .orElseGet(() -> ConsultationController.notReady().response());
  }

  @Gives(DeadlinePreview.class)
  @GetMapping("/deadline-preview")
  @Operation(summary = "送る前に回答期限を確かめる", description = "今送った場合の期限、閉庁日に当たるか、receiver の当番の連絡先を返します。")
  ResponseEntity<Object> preview(
      @Parameter(description = "緊急度") @RequestParam Urgency urgency,
      @Parameter(description = "受け手の機関ID") @RequestParam(required = false)
          @Nullable String receiver) {
    NetworkDirectory directory = tools.directory().snapshot();
    if (directory.settings().isEmpty()) {
      return ConsultationController.notReady().response();
    }
    Optional<Agency> agency =
        receiver != null && AgencyId.isValid(receiver)
            ? directory.agency(new AgencyId(receiver))
            : Optional.empty();
    if (receiver != null && agency.isEmpty()) {
      return CommonProblem.PARAMETER_INVALID
          .saying("receiver の機関はネットワークに登録されていません。")
          .about("receiver")
          .response();
    }
    return Answers.ok(
        DeadlinePreview.of(urgency, tools.draft().now(), directory, agency.orElse(null)));
  }
}
