package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;

/** What the events of 参加支援 and アウトリーチ change. */
final class SideFold {

  private SideFold() {}

  static void apply(CaseDraft draft, SideEvent event) {
    switch (event) {
      case SideSupportBegun begun ->
          draft.side(SideSupport.at(begun.flow(), begun.flow().kind().first()));
      // Whoever joined later did not see it begin.
      case SideSupportMoved moved -> {
        draft.travelled(moved.dossier());
        draft.side(known(draft, moved.flow(), moved.stage()).moved(moved.stage()));
      }
      case SideSupportEnded ended -> {
        draft.travelled(ended.dossier());
        draft.side(known(draft, ended.flow(), SideStage.ENDED).ended(ended.rhythm()));
      }
      case ContactRecorded recorded -> contacted(draft, recorded);
    }
  }

  private static SideSupport known(CaseDraft draft, SideFlow flow, SideStage stage) {
    return draft.side(flow).orElseGet(() -> SideSupport.at(flow, stage));
  }

  private static void contacted(CaseDraft draft, ContactRecorded event) {
    draft.travelled(event.dossier());
    draft
        .side(event.flow())
        .ifPresent(side -> draft.side(side.contacted(event.header().times().occurredAt())));
  }
}
