package jp.tsunagu.stats.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.stats.export.CouncilPaper;
import jp.tsunagu.stats.report.Compared;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "議会用の数")
record CouncilView(
    @Schema(description = "見出し") String title,
    @Schema(description = "ネットワークの名前") String network,
    @Schema(description = "いつの数か") Instant asOf,
    @Flat Periods periods,
    @Schema(description = "表。紙面と同じ順") List<ReportView> tables,
    @Schema(description = "数を読むときの注意") List<String> notes,
    @Schema(description = "不完全な場合だけ、その理由") @Nullable String incomplete) {

  /** Which days are counted, and which they are compared with. */
  record Periods(
      @Schema(description = "期間の最初の日") LocalDate from,
      @Schema(description = "期間の最後の日") LocalDate until,
      @Schema(description = "比べる期間の最初の日") LocalDate againstFrom,
      @Schema(description = "比べる期間の最後の日") LocalDate againstUntil) {

    private static Periods of(Compared days) {
      return new Periods(
          days.now().first(), days.now().last(), days.before().first(), days.before().last());
    }
  }

  static CouncilView of(CouncilPaper paper) {
    return new CouncilView(
        paper.title(),
        paper.network(),
        paper.asOf(),
        Periods.of(paper.figures().days()),
        paper.figures().tables().stream().map(table -> ReportView.of(table, paper.asOf())).toList(),
        paper.figures().notes(),
        paper.incomplete());
  }
}
