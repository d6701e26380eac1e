package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.MeetingRequestId;
import org.jspecify.annotations.Nullable;

/** A version of a form of a case without its content. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CaseFormVersion", description = "様式の版")
public record FormVersionView(
    @Schema(description = "様式") String formId,
    @Schema(description = "様式の呼び名") String title,
    @Schema(description = "版(1から)") int number,
    @Schema(description = "会議の様式なら、その議題") @Nullable MeetingRequestId item,
    @Schema(description = "書いた人(システムが書いたものには付きません)") @Nullable String author,
    @Schema(description = "残した日時") Instant keptAt) {

  /** As it is told to who works with this team. */
  public static FormVersionView of(
      FormVersions.Outline outline, Team team, NetworkDirectory directory) {
    return new FormVersionView(
        outline.formId(),
        CityForms.read(outline.formId(), directory).map(CaseForm::title).orElse(outline.formId()),
        outline.number(),
        outline.item().orElse(null),
        outline.author().flatMap(team::find).map(Colleague::called).orElse(null),
        outline.keptAt());
  }
}
