package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageRequest;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "調整窓口の待ち行列")
record QueueView(
    @Schema(description = "並び順の説明") String order,
    @Schema(description = "件数") List<LaneCount> counts,
    @Schema(description = "待っているもの") List<Item> items,
    @Schema(description = "続きの位置。最後のページにはない") @Nullable String nextCursor) {

  private static final String ORDER =
      "名簿から外れた機関のもの、期限超過、振り分け待ち、戻ってきた連絡、調整依頼中、期限接近の順。同じ種類の中では緊急度の高い順、次に回答期限 (調整依頼中は相談受付) の早い順。";

  @Schema(description = "種類ごとの件数")
  record LaneCount(
      @Schema(description = "種類") Coded lane, @Schema(description = "件数") long count) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(description = "待っているもの")
  record Item(
      @Schema(description = "種類") Coded lane,
      @Schema(description = "なぜここにあるか、何をすればよいか") String why,
      @Flat CaseName name,
      @Schema(description = "緊急度") Coded urgency,
      @Schema(description = "名簿から外れた機関。種類が「名簿から外れた」のときだけ") @Nullable NamedAgency left,
      @Schema(description = "連絡。調整依頼と、案件そのものが待つときにはない") @Nullable ReferralView referral,
      @Schema(description = "多機関協働。調整依頼だけ") @Nullable CoordinationView coordination) {

    static Item of(QueueEntry entry, Names names) {
      Referral leg = entry.leg();
      AgencyId left = entry.left();
      return new Item(
          Coded.of(entry.lane()),
          entry.lane().why(),
          CaseName.of(entry.state()),
          Coded.of(entry.urgency()),
          left == null ? null : names.agency(left),
          leg == null ? null : ReferralView.of(entry.state(), leg, names),
          leg == null ? CoordinationView.of(entry.state().coordination(), names) : null);
    }
  }

  /**
   * One page of the queue.
   *
   * @param all everything that waits, in its order; the counts are about all of it
   */
  static QueueView of(List<QueueEntry> all, PageRequest request, Names names) {
    Page<Item> page =
        Page.ofOrdered(all, request, QueueEntry::place, entry -> Item.of(entry, names));
    return new QueueView(ORDER, counts(all), page.items(), page.nextCursor());
  }

  private static List<LaneCount> counts(List<QueueEntry> all) {
    return Arrays.stream(QueueLane.values())
        .map(
            lane ->
                new LaneCount(
                    Coded.of(lane), all.stream().filter(entry -> entry.lane() == lane).count()))
        .toList();
  }
}
