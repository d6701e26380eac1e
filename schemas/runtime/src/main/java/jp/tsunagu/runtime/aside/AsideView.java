package jp.tsunagu.runtime.aside;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

@Schema(description = "読めずに取り置いた記録")
record AsideView(
    @Schema(description = "全部の件数") long open,
    @Schema(description = "古い順") List<Record> records,
    @Schema(description = "待つ記録が多すぎ、次の起動で読み直す番号") List<String> readAtNextStart) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "取り置いた記録")
  record Record(
      @Schema(description = "トピック") String topic,
      @Schema(description = "パーティション") int partition,
      @Schema(description = "位置") long offset,
      @Schema(description = "後の記録が待っている番号。なければ何も待たない") @Nullable String key,
      @Schema(description = "理由") Coded reason,
      @Schema(description = "大きさ(バイト)") int size,
      @Schema(description = "取り置いた時刻") Instant since,
      @Schema(description = "最後にもう一度読むよう頼まれた時刻") @Nullable Instant triedAgainAt) {

    static Record of(AsideEntry entry) {
      return new Record(
          entry.place().topic(),
          entry.place().partition(),
          entry.place().offset(),
          entry.key(),
          Coded.of(entry.reason()),
          entry.kept().size(),
          entry.since(),
          entry.triedAgainAt());
    }
  }

  /**
   * What may be known of it.
   *
   * @param most how many records at most
   */
  static AsideView of(KnownAside known, int most) {
    return new AsideView(
        known.openCount(),
        known.open().stream().limit(most).map(Record::of).toList(),
        known.readAtNextStart());
  }
}
