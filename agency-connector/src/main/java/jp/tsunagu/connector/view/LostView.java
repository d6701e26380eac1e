package jp.tsunagu.connector.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.lost.Decision;
import jp.tsunagu.connector.lost.LostItem;
import jp.tsunagu.connector.record.InboxContent;
import jp.tsunagu.connector.record.InboxItem;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.CommandWords;
import org.jspecify.annotations.Nullable;

/** Something that a restored network does not know any more: codes, ids and times. */
@Schema(name = "LostItem", description = "復元された網が覚えていない連絡")
public record LostView(
    @Schema(description = "この一覧での番号") long id,
    @Schema(description = "この機関が送ったものか(いいえ: 受けたもの)") boolean sent,
    @Schema(description = "何か") Coded type,
    About about,
    @Schema(description = "送った、または記録された日時") Instant at,
    @Schema(description = "選べること。決まったものと、網が覚えていたものにはありません") List<Coded> choices,
    @Schema(description = "決まったこと") @Nullable Coded decision,
    @Schema(description = "決めた日時") @Nullable Instant decidedAt) {

  /** Keeps an unmodifiable copy. */
  public LostView {
    choices = List.copyOf(choices);
  }

  /**
   * What it is about.
   *
   * @param caseNumber what people call the case (案件番号); none where the network has not told it
   * @param from who had acted; none of what this agency had sent
   */
  @Schema(name = "LostAbout", description = "何についてか")
  public record About(
      @Nullable CaseId caseId,
      @Nullable CaseNumber caseNumber,
      @Nullable ReferralId referralId,
      @Nullable AgencyId from) {}

  /** The view of an item, in the words of the network. */
  public static LostView of(LostItem item, NetworkDirectory directory) {
    List<Coded> choices = Stream.of(Decision.values()).filter(item::allows).map(Coded::of).toList();
    Coded decision = item.decided().map(one -> Coded.of(one.decision())).orElse(null);
    Instant decidedAt = item.decided().map(LostItem.Decided::at).orElse(null);
    return switch (item.about()) {
      case LostItem.About.Sent sent ->
          new LostView(
              item.id(),
              true,
              CommandWords.of(sent.kind()),
              new About(sent.caseId(), sent.caseNumber().orElse(null), null, null),
              sent.storedAt(),
              choices,
              decision,
              decidedAt);
      case LostItem.About.Received(InboxItem news) ->
          new LostView(
              item.id(),
              false,
              InboxView.of(news, directory).type(),
              new About(
                  news.caseId().orElse(null),
                  news.caseNumber().orElse(null),
                  news.referralId().orElse(null),
                  from(news)),
              news.recordedAt(),
              choices,
              decision,
              decidedAt);
    };
  }

  private static @Nullable AgencyId from(InboxItem news) {
    return news.content() instanceof InboxContent.Happened(CaseEvent event)
        ? event.header().actor()
        : null;
  }
}
