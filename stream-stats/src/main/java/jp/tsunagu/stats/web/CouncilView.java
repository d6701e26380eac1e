package jp.tsunagu.stats.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.stats.export.CouncilPaper;
import jp.tsunagu.stats.report.Compared;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "議会用の数")
record CouncilView(
    @Schema(description = "見出し") String title,
    @Schema(description = "ネットワークの名前") String network,
    @Schema(description = "いつの数か") Instant asOf,
    @Schema(description = "期間の最初の日") LocalDate from,
    @Schema(description = "期間の最後の日") LocalDate until,
    @Schema(description = "比べる期間の最初の日") LocalDate againstFrom,
    @Schema(description = "比べる期間の最後の日") LocalDate againstUntil,
    @Schema(description = "表。紙面と同じ順") List<ReportView> tables,
    @Schema(description = "数を読むときの注意") List<String> notes,
    @Schema(description = "不完全な場合だけ、その理由") @Nullable String incomplete) {

  static CouncilView of(CouncilPaper paper) {
    Compared days = paper.figures().days();
    return new CouncilView(
        paper.title(),
        paper.network(),
        paper.asOf(),
        days.now().first(),
        days.now().last(),
        days.before().first(),
        days.before().last(),
        paper.figures().tables().stream().map(table -> ReportView.of(table, paper.asOf())).toList(),
        paper.figures().notes(),
        paper.incomplete());
  }
}
