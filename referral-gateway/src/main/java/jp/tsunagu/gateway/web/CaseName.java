package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import jp.tsunagu.contract.lifecycle.CaseState;
import org.jspecify.annotations.Nullable;

/** How programs and people call a case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseName(
    @Schema(description = "案件ID") UUID caseId,
    @Schema(description = "案件番号") @Nullable String caseNumber) {

  static CaseName of(CaseState state) {
    return new CaseName(state.caseId().value(), Names.number(state));
  }
}
