package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import org.jspecify.annotations.Nullable;

/**
 * How far an item is.
 *
 * @param reported 報告書 of its meeting was filed
 * @param dates on which day a meeting could be, while that is asked; none otherwise
 */
public record ItemProgress(boolean reported, ItemStage stage, @Nullable DateQuestion dates) {

  /** Of an item that was just asked for. */
  static final ItemProgress BEGUN = new ItemProgress(false, ItemStage.OPEN, null);

  ItemProgress withReport() {
    return new ItemProgress(true, stage, dates);
  }

  /** Only for an open item days are asked. */
  ItemProgress now(ItemStage next) {
    return new ItemProgress(reported, next, next == ItemStage.OPEN ? dates : null);
  }

  ItemProgress asking(@Nullable DateQuestion question) {
    return new ItemProgress(reported, stage, question);
  }
}
