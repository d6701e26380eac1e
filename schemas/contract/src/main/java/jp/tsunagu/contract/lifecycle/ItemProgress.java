package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import org.jspecify.annotations.Nullable;

/**
 * How far an item is.
 *
 * @param reported 報告書 of its meeting was filed
 * @param dates on which day a meeting could be, while that is asked; none otherwise
 * @param needed which support beside the case the meeting judged necessary for those it names
 */
public record ItemProgress(
    boolean reported, ItemStage stage, @Nullable DateQuestion dates, Set<SideKind> needed) {

  /** Keeps an unmodifiable copy. */
  public ItemProgress {
    needed = Set.copyOf(needed);
  }

  /** Of an item that was just asked for. */
  static final ItemProgress BEGUN = new ItemProgress(false, ItemStage.OPEN, null, Set.of());

  ItemProgress withReport() {
    return new ItemProgress(true, stage, dates, needed);
  }

  /** Only for an open item days are asked. */
  ItemProgress now(ItemStage next) {
    return new ItemProgress(reported, next, next == ItemStage.OPEN ? dates : null, needed);
  }

  ItemProgress decided(Set<SideKind> judged) {
    return new ItemProgress(reported, ItemStage.DECIDED, null, judged);
  }

  ItemProgress asking(@Nullable DateQuestion question) {
    return new ItemProgress(reported, stage, question, needed);
  }
}
